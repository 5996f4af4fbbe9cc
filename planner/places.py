"""Where a meeting takes place, in a few words made of known facts, and the same in the language of a note."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from planner.agenda import Session


def say_after(session: Session) -> str:
    """Near where somebody has just spoken: outside the room, or when that is unknown, after which session."""
    return _say("outside", room=session.room) if session.room else _say("after", title=session.title)


def say_during(session: Session) -> str:
    """In a break or at a reception, and in which room when that is known."""
    said = _say("during", title=session.title)
    return f"{said}, {session.room}" if session.room else said


def say_before() -> str:
    """Before the day's programme begins."""
    return _say("before")


def say_last() -> str:
    """After the day's programme."""
    return _say("last")


def say_between() -> str:
    """In a gap of the programme."""
    return _say("between")


def translate_place(place: str | None, language: str) -> str | None:
    """The same place in another language ("de", "fr", "es", "pt"); words of the user's own stay as they are."""
    ours, theirs = _words()["en"], _words().get(language)
    if not place or theirs is None:
        return place
    day = re.match(_pattern(ours["day"]) + ", ", place)
    rest = place[day.end() :] if day else place
    said = rest
    for name, pattern in ours.items():
        if name != "day" and (
            found := re.fullmatch(_pattern(pattern) + (r"(?P<more>, .+)?" if name == "during" else ""), rest)
        ):
            values = found.groupdict(default="")
            more = values.pop("more", "")
            said = theirs[name].format(**values) + more
            break
    return f"{theirs['day'].format(**day.groupdict())}, {said}" if day else said


def _say(name: str, **values: str) -> str:
    return _words()["en"][name].format(**values)


def _pattern(phrase: str) -> str:
    """The phrase as a regular expression that finds its values."""
    pattern = re.escape(phrase).replace(r"\{number\}", r"(?P<number>\d{1,3})")
    return pattern.replace(r"\{room\}", "(?P<room>.+)").replace(r"\{title\}", "(?P<title>.+?)")


@cache
def _words() -> dict[str, dict[str, str]]:
    return tomllib.loads((Path(__file__).parent / "data" / "places.toml").read_text(encoding="utf-8"))
