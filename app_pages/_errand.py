"""A long piece of work in the background: no click waits for it, it can be stopped, and what came of it is there on return.

What asks sites or language models runs here and never in a run of a page, which would hold up whatever is pressed next
(`_patience.py`). The work itself keeps what it found, so nothing is lost when its page is left or its tab is closed.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Any, Generic, TypeVar

import streamlit as st

from app_pages._text import plain
from planner.storage import StorageError
from scrapers import AgendaError, ModelError

T = TypeVar("T")
Report = Callable[[str], None]
"""Told what is being done, a sentence a step."""
IsStopped = Callable[[], bool]
Work = Callable[[Report, IsStopped], T]

_LOG = logging.getLogger(__name__)


class Errand(Generic[T]):
    """One piece of work on its way. `lines` grows while it runs; at the end there is an `outcome`, or a `problem` to show.

    `work` runs in a thread of its own: it draws nothing and gets its store handed in.
    """

    def __init__(self, title: str, work: Work[T]) -> None:
        self.title = title
        self.page: str | None = None
        self.lines: list[str] = []
        self.outcome: T | None = None
        self.problem: str | None = None
        self.is_told = False
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(work,), daemon=True)
        self._thread.start()

    def _run(self, work: Work[T]) -> None:
        try:
            self.outcome = work(self.lines.append, self._stop.is_set)
        except (AgendaError, ModelError, StorageError) as problem:
            self.problem = str(problem)
        except Exception as problem:
            _LOG.exception("%s", self.title)
            self.problem = f"Something went wrong inside the program ({type(problem).__name__}). What was kept is safe."

    def join(self) -> None:
        """Wait for its end; not in a run of a page."""
        self._thread.join()

    def stop(self) -> None:
        """Ask it to come to an end with what it has."""
        self._stop.set()

    @property
    def is_stopped(self) -> bool:
        """Whether it was asked to come to an end."""
        return self._stop.is_set()

    @property
    def is_running(self) -> bool:
        """Whether it still goes on."""
        return self._thread.is_alive()


def start_errand(name: str, title: str, work: Work[Any], *, page: str | None = None) -> None:
    """Begin a piece of work that belongs to a page (by its title, else the one at hand); of a name one runs at a time."""
    running = find_errand(name)
    if running is None or not running.is_running:
        errand = _errands()[name] = Errand(title, work)
        errand.page = page or st.session_state.get("page")


def find_errand(name: str) -> Errand[Any] | None:
    """What this tab began last under a name, whether it still runs or not."""
    return _errands().get(name)


def forget_errand(name: str) -> None:
    """Be done with what came of a piece of work."""
    _errands().pop(name, None)


def _errands() -> dict[str, Errand[Any]]:
    known: dict[str, Errand[Any]] = st.session_state.setdefault("errands", {})
    return known


@st.fragment(run_every=0.5)
def show_errand(errand: Errand[Any], *, stop: str = "Stop") -> None:
    """How far it is, with a button to stop it; when it is over the page runs again."""
    if not errand.is_running:
        st.rerun()
    status = st.status(plain(errand.title), expanded=bool(errand.lines))  # not as a block, whose end would say it is over
    for line in errand.lines[-6:]:
        status.markdown(plain(line))
    label = "Stopping …" if errand.is_stopped else stop
    st.button(label, icon=":material/stop_circle:", key=f"stop_{id(errand)}", disabled=errand.is_stopped, on_click=errand.stop)


def show_errands_elsewhere() -> None:
    """Above every page: what other pages began and still goes on, and in passing what came to its end since."""
    here = st.session_state.get("page")
    with st.container():
        for errand in _errands().values():
            if errand.page == here:
                errand.is_told = not errand.is_running
            elif errand.is_running:
                _show_in_passing(errand)
            elif not errand.is_told:
                errand.is_told = True
                how = "there was a problem" if errand.problem else "done"
                st.toast(f"{plain(errand.title)}: {how}. See {errand.page}.", icon=":material/task_alt:")


@st.fragment(run_every=1.0)
def _show_in_passing(errand: Errand[Any]) -> None:
    if not errand.is_running:
        st.rerun()
    st.caption(f":material/hourglass_top: {plain(errand.title)} … ({errand.page})")
