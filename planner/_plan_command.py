"""The `plan` command: whom to meet at an event, why, what to give first, with a note and a slot."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from planner.agenda import Agenda, at_venue, from_json
from planner.agenda import to_json as agenda_to_json
from planner.contacts import read_contacts
from planner.people import Person
from planner.plan import Plan, plan_meetings
from planner.profile import Profile, read_profile
from planner.suggestion import Suggestion, to_json


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser], *, scrape: Callable[[str], Agenda]) -> None:
    """Register `plan` with the command line; `scrape` reads what is not an agenda of ours and raises ValueError."""
    parser = subparsers.add_parser(
        "plan", help="choose whom to meet at an event",
        description="Choose whom to meet at an event, why, what to give first, what to write and when to meet.",
    )  # fmt: skip
    parser.add_argument("source", metavar="SOURCE", help="a web address, a file, an agenda as JSON, or - for standard input")
    parser.add_argument("--profile", metavar="ME.toml", required=True, help="who you are, what you offer, whom you look for")
    parser.add_argument(
        "--contacts", metavar="FILE", nargs="+", action="extend", default=[],
        help="people you know: LinkedIn, Google or Outlook export, vCards, CSV or XLSX",
    )  # fmt: skip
    parser.add_argument("--top", metavar="N", type=_count, default=10, help="how many to suggest, 0 for all (default: 10)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(run=run, scrape=scrape)


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is not a number; give 0 for everybody, or 1 and more")
    return int(text)


def run(options: argparse.Namespace) -> int:
    """Run the command; returns the exit status, 1 when an input could not be read."""
    try:
        profile = _read_profile(options.profile)
        contacts = [person for name in options.contacts for person in _read_contacts(name)]
        agenda = at_venue(_read_source(options.source, options.scrape))
    except OSError as problem:
        print(f"No plan could be made: {problem.filename} could not be opened ({problem.strerror}).", file=sys.stderr)
        return 1
    except ValueError as problem:
        print(f"No plan could be made: {problem}", file=sys.stderr)
        return 1
    plan = plan_meetings(agenda, profile, contacts=contacts, top=options.top)
    if options.json:
        print(json.dumps(_as_json(agenda, plan), ensure_ascii=False, indent=2))
    else:
        print("\n".join(_plain(line) for line in _table(agenda, plan)))
    return 0


def _read_profile(name: str) -> Profile:
    try:
        return read_profile(Path(name).read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as problem:
        raise ValueError(f"{name} is not a text file in UTF-8.") from problem


def _read_contacts(name: str) -> tuple[Person, ...]:
    file = read_contacts(Path(name).read_bytes())
    for problem in file.problems:
        print(f"{name}: {problem}", file=sys.stderr)
    return file.people


def _read_source(source: str, scrape: Callable[[str], Agenda]) -> Agenda:
    """The agenda, straight from our own JSON or through the scrapers. Raises ValueError with a sentence."""
    path = Path(source)
    if path.suffix.casefold() == ".json" and path.is_file():
        try:
            data = json.loads(path.read_text(encoding="utf-8-sig"))
            if isinstance(data, dict) and isinstance(data.get("sessions"), list) and isinstance(data.get("speakers"), list):
                return _checked(from_json(data), source)
        except TypeError as problem:
            raise ValueError(str(problem)) from problem
        except (ValueError, RecursionError):
            pass  # some other JSON: the scrapers say what is wrong with it
    return scrape(source)


def _checked(agenda: Agenda, source: str) -> Agenda:
    """The agenda, when its texts are texts. Raises ValueError."""
    texts = [t for p in agenda.speakers for t in (p.title, p.company, p.bio)]
    texts += [t for s in agenda.sessions for t in (s.start, s.end, s.room, s.track, s.abstract)]
    if not all(text is None or isinstance(text, str) for text in texts):
        raise TypeError(f"{source} is not an agenda as this program writes it: a text in it is a number or a list.")
    return agenda


def _as_json(agenda: Agenda, plan: Plan) -> dict[str, Any]:
    return {
        "event": agenda_to_json(agenda)["event"],
        "suggestions": [to_json(s) for s in plan.suggestions],
        "left_out": [
            {"name": o.speaker.name, "title": o.speaker.title, "company": o.speaker.company, "code": o.code, "reason": o.text}
            for o in plan.left_out
        ],
        "unknown_companies": [{"company": q.company, "people": list(q.people)} for q in plan.unknown_companies],
        "pairs": [{"people": [p.one.name, p.other.name], "text": p.text} for p in plan.pairs],
    }


def _table(agenda: Agenda, plan: Plan) -> Iterator[str]:
    yield f"Whom to meet at {agenda.event.name or agenda.source}"
    if not plan.suggestions:
        yield "Nobody on this agenda can be suggested."
    for suggestion in plan.suggestions:
        yield from _card(suggestion)
    if plan.left_out:
        yield "\nLeft out"
        for person in plan.left_out:
            yield f"  {person.speaker.name}: {person.text}."
    if plan.unknown_companies:
        yield "\nWhat do these companies do? The answers would change the list most:"
        for question in plan.unknown_companies:
            yield f"  {question.company} ({', '.join(question.people)})"


def _card(suggestion: Suggestion) -> Iterator[str]:
    person = suggestion.speaker
    mark = "  (you would have missed them)" if suggestion.unlikely else ""
    yield f"\n{suggestion.rank}. {', '.join(filter(None, (person.name, person.title, person.company)))}{mark}"
    for reason in suggestion.reasons[:3]:
        yield f"   why   {reason.text}."
    for idea in suggestion.give_first[:2]:
        yield f"   give  {idea.text}"
    for question in suggestion.questions:
        yield f"   ask   {question}"
    if suggestion.slot:
        place = f", {suggestion.slot.place}" if suggestion.slot.place else ""
        yield f"   when  {suggestion.slot.start} to {suggestion.slot.end}{place}"
    if suggestion.note:
        yield f"   note  {suggestion.note.text}"


def _plain(text: str) -> str:
    """Without control characters, which could otherwise steer the terminal."""
    return "".join(c if c.isprintable() else " " for c in text)
