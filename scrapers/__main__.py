"""Command line: `python -m scrapers SOURCE [SOURCE ...]` reads agendas and prints them."""

from __future__ import annotations

import argparse
import json
import logging
import os
import sys
import warnings
from collections.abc import Callable, Iterator

from planner.agenda import Agenda, Session, clock_of, to_json
from scrapers import AgendaError, Progress, read_source

_LOG = logging.getLogger("scrapers")

_EXAMPLES = """\
examples:
  python -m scrapers https://example.org/2026/agenda        a readable table, linked pages read too
  python -m scrapers --json agenda.ics > agenda.json        a file, as JSON for other programs
  python -m scrapers --jsonl a.html b.csv https://c.example one line of JSON per source, as each is read
  pbpaste | python -m scrapers -                            text from the clipboard

The exit status is 0 when every source was read, 1 when one was not, 2 when the command was not understood.
Addresses inside a private network are opened only with ALLOW_PRIVATE_HOSTS=1 in the environment;
a proxy is used only when AGENDA_PROXY=http://host:port names one.
"""


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; returns the exit status, 1 when a source could not be read."""
    options = _parser().parse_args(arguments)
    logging.basicConfig(level=logging.INFO if options.verbose else logging.CRITICAL, format="%(name)s: %(message)s")
    if not options.verbose:
        warnings.simplefilter("ignore")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    tell = None if options.quiet or not (options.verbose or sys.stderr.isatty()) else _tell
    status = 0
    try:
        for source in options.sources:
            agenda = _read(source, options.follow, tell)
            if isinstance(agenda, str):
                status = 1
            _show(source, agenda, "jsonl" if options.jsonl else "json" if options.json else "table")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 130
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m scrapers",
        description="Read conference agendas: sessions and speakers from a web address, a file or standard input.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("sources", nargs="+", metavar="SOURCE", help="a web address, a file, or - for standard input")
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--jsonl", action="store_true", help="one JSON object per source, on one line, as soon as it is read")
    shape.add_argument("--json", action="store_true", help="the same, indented")
    parser.add_argument("--follow", action=argparse.BooleanOptionalAction, default=True,
                        help="read linked day, session and speaker pages of a web address too")  # fmt: skip
    talk = parser.add_mutually_exclusive_group()
    talk.add_argument("-q", "--quiet", action="store_true", help="no progress on standard error")
    talk.add_argument("-v", "--verbose", action="store_true", help="say more on standard error, for finding faults")
    return parser


def _read(source: str, follow: bool, tell: Callable[[Progress], None] | None) -> Agenda | str:
    """The agenda, or the sentence that says why there is none."""
    try:
        return read_source(source, follow=follow, progress=tell)
    except AgendaError as problem:
        return str(problem)
    except Exception as problem:  # whatever a page may provoke, the other sources still get their lines
        _LOG.info("reading %s failed", source, exc_info=True)
        return (f"{source} could not be read: the program met something it does not understand ({type(problem).__name__}). "
                "Try to paste the page's text, and report the address so that it can be mended.")  # fmt: skip


def _show(source: str, agenda: Agenda | str, shape: str) -> None:
    if shape == "table":
        if isinstance(agenda, str):
            print(agenda, file=sys.stderr, flush=True)
        else:
            print("\n".join(_table(agenda)), flush=True)
        return
    answer = {"source": source, "error": agenda} if isinstance(agenda, str) else {**to_json(agenda), "source": source}
    print(json.dumps(answer, ensure_ascii=False, indent=2 if shape == "json" else None), flush=True)


def _table(agenda: Agenda) -> Iterator[str]:
    """The agenda for people: the programme day by day, then who speaks, then what is doubtful."""
    event = agenda.event
    dates = " to ".join(dict.fromkeys(d for d in (event.start, event.end) if d))
    yield _plain(", ".join(part for part in (event.name or agenda.source, dates, event.venue) if part))
    day: str | None = None
    for session in agenda.sessions:
        date = (session.start or "").partition("T")[0] if "T" in (session.start or "") else ""
        if date != day:
            day = date
            yield f"\n{date}" if date else ""
        yield from _session_lines(agenda, session)
    if agenda.speakers:
        yield f"\n{len(agenda.speakers)} speakers"
    for speaker in agenda.speakers:
        yield _plain("  " + ", ".join(part for part in (speaker.name, speaker.title, speaker.company) if part))
    for warning in agenda.warnings:
        yield _plain(f"\n! {warning}")
    yield ""


def _session_lines(agenda: Agenda, session: Session) -> Iterator[str]:
    hours = "-".join(c for c in (clock_of(session.start), clock_of(session.end)) if c)
    room = f"  [{session.room}]" if session.room else ""
    yield _plain(f"  {hours:<11}  {session.title}{room}")
    names = [p.name for p in (agenda.speaker(i) for i in session.speakers) if p]
    if names:
        yield _plain(f"{'':15}{', '.join(names)}")


def _plain(text: str) -> str:
    """Without control characters, which could otherwise steer the terminal."""
    return "".join(c for c in text if c.isprintable() or c == "\n")


def _tell(progress: Progress) -> None:
    print(
        _plain(f"[{progress.done + 1}/{max(progress.planned, progress.done + 1)}] {progress.sentence}"),
        file=sys.stderr,
        flush=True,
    )


if __name__ == "__main__":
    sys.exit(main())
