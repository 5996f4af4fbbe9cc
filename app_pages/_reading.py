"""Reading an agenda in the background, so that the screen can show progress and offer to stop."""

from __future__ import annotations

import threading
from collections.abc import Callable

from planner.agenda import Agenda, at_venue
from scrapers import AgendaError

Report = Callable[[str], None]
Read = Callable[[Report, Callable[[], bool]], Agenda]


class ReadingJob:
    """One read on its way. `lines` grows while it runs; at the end either `agenda` or `problem` is there."""

    def __init__(self, source: str, read: Read, event_id: str | None = None) -> None:
        self.source = source
        self.event_id = event_id
        self.lines: list[str] = []
        self.agenda: Agenda | None = None
        self.problem: str | None = None
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(read,), daemon=True)
        self._thread.start()

    def _run(self, read: Read) -> None:
        try:
            self.agenda = at_venue(read(self.lines.append, self._stop.is_set))
        except AgendaError as problem:
            self.problem = str(problem)
        except Exception as problem:
            self.problem = (
                f"Something went wrong inside the reader ({type(problem).__name__}). Try pasting the page's text instead."
            )

    def stop(self) -> None:
        """Ask the reader to finish with what it has."""
        self._stop.set()

    @property
    def running(self) -> bool:
        """Whether the read still goes on."""
        return self._thread.is_alive()
