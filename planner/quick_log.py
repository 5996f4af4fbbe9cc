"""One typed line as proposed entries: "met Ana Ruiz from Acme, send the ramp-up sheet Friday".

Nothing is logged here: what was understood is shown for a yes. What is not understood becomes a note with the very words
typed, so that nothing is lost. The words are in `data/quick_log.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from planner.journal import Entry, EntryKind, Way, new_entry
from planner.naming import fold_name

LONGEST_LINE = 1_000

_PRONOUN = re.compile(r"(?:she|he|they|her|him|them|both|both of them)", re.IGNORECASE)
_ME = re.compile(r"(?:i|we|me|us|i've|we've|i have|just)\s+", re.IGNORECASE)
_COMPANY = re.compile(r"\s+(?:from|at|of|with|@)\s+", re.IGNORECASE)
_ABOUT = re.compile(r"\s+(?:about|who|on|re|regarding|to discuss|through|via|thanks to)\s+", re.IGNORECASE)
_THROUGH = re.compile(r"\s+(?:through|via|thanks to)\s+", re.IGNORECASE)
_BREAK = re.compile(r"[;\n]+|,\s*(?:and\s+|then\s+|but\s+)?|\.\s+|\s+(?:and|then|but|&)\s+(?:then\s+)?", re.IGNORECASE)
_LIST = re.compile(r"\s*,\s*|\s+(?:and|&)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody who may be meant: `ref` is whatever the caller knows them by."""

    ref: str
    name: str
    company: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A person named in the line. `ref` is who it surely is, `choices` who it may be; with neither it is somebody new."""

    name: str
    company: str | None = None
    ref: str | None = None
    choices: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What tells this person from the others in the line."""
        return self.ref or fold_name(self.name)


@dataclass(frozen=True, slots=True)
class Proposal:
    """An entry as understood. Of an introduction `who` is whom I was introduced to and `others` who did it."""

    kind: EntryKind
    who: Mention | None = None
    others: tuple[Mention, ...] = ()
    text: str = ""
    way: Way | None = None
    due: date | None = None


def read_line(line: str, *, today: date, known: Iterable[Known] = ()) -> tuple[Proposal, ...]:
    """What a line says, in its order. Only the first thousand characters are read; an empty line says nothing."""
    reader = _Reader(tuple(known), today)
    for clause in _clauses(" ".join(line[:LONGEST_LINE].replace("\n", "; ").split())):
        reader.read(clause)
    return tuple(reader.found)


def people_in(proposals: Iterable[Proposal]) -> tuple[Mention, ...]:
    """Everybody the proposals name, once: those without a `ref` are to be chosen or added before logging."""
    every = (m for p in proposals for m in (p.who, *p.others) if m)
    return tuple({m.key: m for m in every}.values())


def to_entries(
    proposals: Iterable[Proposal], people: Mapping[str, str], *, event: str | None = None, at: datetime | str | None = None
) -> tuple[Entry, ...]:
    """The entries of the proposals, once `people` gives the person id for each `Mention.key`."""
    return tuple(
        new_entry(
            p.kind,
            at=at,
            event=event,
            person=people[p.who.key] if p.who else None,
            others=tuple(people[m.key] for m in p.others),
            text=p.text,
            way=p.way,
            due=p.due.isoformat() if p.due else None,
        )
        for p in proposals
    )


# ---------------------------------------------------------------------- clauses


def _clauses(line: str) -> list[str]:
    """The line cut where a new statement begins: after a separator, and only before words that open one."""
    cuts, start = [], 0
    for gap in _BREAK.finditer(line):
        rest = line[gap.end() :]
        if gap[0].startswith(";") or _opens(rest):
            cuts.append(line[start : gap.start()])
            start = gap.end()
    return [c.strip(" ,.") for c in [*cuts, line[start:]] if c.strip(" ,.")]


def _opens(text: str) -> bool:
    start = _ME.match(text)
    return bool(_starts().match(text[start.end() :] if start else text) or _subject_of(text))


def _subject_of(text: str) -> re.Match[str] | None:
    """The match of words such as "needs" with up to four words before them that say who."""
    found = _subjects().search(text)
    if found is None or not text[: found.start()].strip() or len(text[: found.start()].split()) > 4:
        return None
    return None if _BREAK.search(text[: found.start()].strip()) else found


class _Reader:
    """Reads clause after clause; "her" and "him" are whoever was named last."""

    def __init__(self, known: tuple[Known, ...], today: date) -> None:
        self.known = [(fold_name(k.name), k) for k in known]
        self.today = today
        self.last: tuple[Mention, ...] = ()
        self.found: list[Proposal] = []

    def read(self, clause: str) -> None:
        me = _ME.match(clause)
        text = clause[me.end() :] if me else clause
        start, subject = _starts().match(text), None if me else _subject_of(clause)
        if start is not None:
            kind, shape = _meaning("starts", start[1])
            rest = text[start.end() :].strip()
            if shape == "who":
                self._read_who(kind, rest)
            elif shape == "promise":
                self._read_promise(text, start[1], rest)
            elif shape == "favour":
                self._read_favour(kind, text, start[1], rest)
            else:
                self.found.append(Proposal(kind, text=rest))
        elif subject is not None:
            who = self._people(clause[: subject.start()])
            self._read_subject(_meaning("subjects", subject[1])[0], who, clause[subject.end() :].strip(), clause)
        else:
            self.found.append(Proposal("idea", text=clause))

    def _read_who(self, kind: EntryKind, rest: str) -> None:
        about = _ABOUT.search(rest)
        named, words = (rest[: about.start()], rest[about.end() :]) if about else (rest, "")
        through = _THROUGH.match(about[0]) if about else None
        people = self._people(named)
        if through:
            sources = self._people(words)
            self.found += [Proposal("introduction", who, others=sources) for who in people]
            words = ""
        self.found += [Proposal(kind, who, text=words) for who in people]
        self.last = people or self.last
        if not people:
            self.found.append(Proposal("idea", text=rest))

    def _read_promise(self, text: str, verb: str, rest: str) -> None:
        due, words = _take_due(rest if verb in _FILLERS else f"{verb} {rest}", self.today)
        who = self._recipient(words)
        words = re.sub(r"^\w+(?:\s+\w+)?\s+to\s+", "", words) if verb in ("promised", "remind me to") else words
        self.found += [Proposal("favour_promised", m, text=words, way=_way_of(text), due=due) for m in who or (None,)]

    def _read_favour(self, kind: EntryKind, text: str, verb: str, rest: str) -> None:
        sides = re.split(r"\s+(?:to|with|and)\s+", rest, maxsplit=1, flags=re.IGNORECASE) if _way_of(verb) else [rest]
        if len(sides) == 2 and _way_of(verb) == "connect_peer":
            one, other = self._people(sides[0]), self._people(sides[1])
            if one and other:
                self.found.append(Proposal(kind, one[0], others=(*one[1:], *other), text=text, way="connect_peer"))
                self.last = (*one, *other)
                return
        who = self._recipient(rest)
        self.found += [Proposal(kind, m, text=text, way=_way_of(text)) for m in who or (None,)]

    def _read_subject(self, kind: EntryKind, who: tuple[Mention, ...], rest: str, clause: str) -> None:
        if kind == "introduction":
            people = self._people(rest)
            self.found += [Proposal(kind, m, others=who) for m in people]
            self.last = people or self.last
            return
        self.found += [Proposal(kind, m, text=rest if who else clause) for m in who or (None,)]
        self.last = who or self.last

    def _recipient(self, words: str) -> tuple[Mention, ...]:
        """Who is meant in "send Ana the sheet", "send the sheet to Ana", "send her the sheet"; else who was named last."""
        folded = f" {fold_name(words)} "
        said = [(fold_name(m.name), m.name) for m in reversed(people_in(self.found))]
        every = [(name, full) for name, full in (*said, *((name, k.name) for name, k in self.known)) if name]
        named = [full for name, full in every if f" {name} " in folded]
        named = named or [full for name, full in every if len(name.split()[0]) > 2 and f" {name.split()[0]} " in folded]
        if not named and (to := re.search(r"\bto\s+([A-ZÀ-Þ][\w'’-]+(?:\s+[A-ZÀ-Þ][\w'’-]+){0,2})", words)):
            named = [to[1]]
        return (self._mention(named[0], None),) if named else self.last

    def _people(self, text: str) -> tuple[Mention, ...]:
        """The people named in a few words, with the company after "from" or "at"."""
        text = text.strip(" ,.")
        if _PRONOUN.fullmatch(text):
            return self.last
        at = _COMPANY.search(text)
        names, company = (text[: at.start()], text[at.end() :].strip(" ,.")) if at else (text, None)
        pieces = [p.strip(" .()") for p in _LIST.split(names) if p.strip(" .()")]
        if len(pieces) > 1 and not at and any(len(p.split()) > 4 for p in pieces):
            pieces = pieces[:1]
        return tuple(self._mention(p, company) for p in pieces[:12])

    def _mention(self, name: str, company: str | None) -> Mention:
        if _PRONOUN.fullmatch(name) and self.last:
            return self.last[0]
        folded = fold_name(name)
        exact = [k for other, k in self.known if other == folded]
        found = exact or [k for other, k in self.known if folded and folded in (other.split()[:1] + other.split()[-1:])]
        said = [m for m in people_in(self.found) if folded in (fold_name(m.name), fold_name(m.name).split()[0])]
        if said and not exact:
            return said[-1]
        if len(found) == 1:
            return Mention(found[0].name, found[0].company or company, found[0].ref)
        shown = name if any(c.isupper() for c in name) else name.title()
        return Mention(shown, company, None, tuple(k.ref for k in found))


# ---------------------------------------------------------------------- dates


def _take_due(words: str, today: date) -> tuple[date | None, str]:
    """The day named in a promise, and the words without it."""
    for pattern, read in _due_patterns():
        match = pattern.search(words)
        due = read(match, today) if match else None
        if match and due:
            return due, " ".join((words[: match.start()] + " " + words[match.end() :]).split()).strip(" ,")
    return None, words.strip(" ,")


@cache
def _due_patterns() -> tuple[tuple[re.Pattern[str], Any], ...]:
    words = _words()
    before = r"\b(?:by|on|until|till|before|this|for|due)?\s*(?:the\s+)?"

    def any_of(table: str) -> str:
        return "|".join(sorted(words[table], key=len, reverse=True))

    def pattern(text: str) -> re.Pattern[str]:
        return re.compile(before + text + r"\b", re.IGNORECASE)

    return (
        (pattern(r"(\d{4}-\d\d-\d\d)"), lambda m, today: _day(m[1])),
        (pattern(rf"(\d{{1,2}})(?:st|nd|rd|th)?\.?\s+(?:of\s+)?({any_of('months')})"), lambda m, t: _next(t, m[2], m[1])),
        (pattern(rf"({any_of('months')})\s+(\d{{1,2}})(?:st|nd|rd|th)?"), lambda m, t: _next(t, m[1], m[2])),
        (pattern(r"in\s+(\d{1,2}|a|one|two|three|four)\s+(day|week|month)s?"), lambda m, t: t + _span(m[1], m[2])),
        (pattern(r"end of (?:the )?week|week's end"), lambda m, t: _weekday(t - timedelta(days=1), 4)),
        (pattern(r"end of (?:the )?month"), lambda m, t: (t.replace(day=1) + timedelta(days=32)).replace(day=1) - _DAY),
        (pattern(r"next week"), lambda m, t: _monday_after(t) + 4 * _DAY),
        (
            pattern(rf"next\s+({any_of('weekdays')})"),
            lambda m, t: t + timedelta(days=7 - t.weekday() + _number("weekdays", m[1])),
        ),
        (pattern(rf"({any_of('weekdays')})"), lambda m, t: _weekday(t, _number("weekdays", m[1]))),
        (pattern(rf"({any_of('days')})"), lambda m, t: t + timedelta(days=_number("days", m[1]))),
    )


_DAY = timedelta(days=1)
_FILLERS = frozenset(("promised", "promised to", "will", "i'll", "must", "need to", "have to", "should", "remind me to",
                      "remember to", "don't forget to"))  # fmt: skip


def _number(table: str, word: str) -> int:
    return int(_words()[table][word.lower()])


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _next(today: date, month: str, day: str) -> date | None:
    """The next such day of the year from today on."""
    for year in (today.year, today.year + 1):
        found = _day(f"{year}-{_number('months', month):02}-{int(day):02}")
        if found and found >= today:
            return found
    return None


def _monday_after(today: date) -> date:
    return today + (7 - today.weekday()) * _DAY


def _weekday(today: date, weekday: int) -> date:
    """The next such weekday after today."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _span(number: str, unit: str) -> timedelta:
    count = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}.get(number.lower()) or int(number)
    return timedelta(days=count * {"day": 1, "week": 7, "month": 30}[unit.lower()])


# ---------------------------------------------------------------------- words


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "data" / "quick_log.toml").read_text(encoding="utf-8"))


@cache
def _phrases(table: str) -> dict[str, tuple[EntryKind, str]]:
    return {word: (group["kind"], group.get("shape", "")) for group in _words()[table] for word in group["words"]}


def _meaning(table: str, phrase: str) -> tuple[EntryKind, str]:
    return _phrases(table)[" ".join(phrase.lower().split())]


def _alternatives(table: str) -> str:
    longest_first = sorted(_phrases(table), key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)


@cache
def _starts() -> re.Pattern[str]:
    return re.compile(rf"({_alternatives('starts')})(?=\s|$|(?<=:))", re.IGNORECASE)


@cache
def _subjects() -> re.Pattern[str]:
    return re.compile(rf"(?<=\s)({_alternatives('subjects')})(?=\s|$)", re.IGNORECASE)


def _way_of(text: str) -> Way | None:
    """The way of a favour, where the words tell."""
    folded = f" {' '.join(text.lower().split())} "
    ways: Mapping[Way, list[str]] = _words()["ways"]
    return next((way for way, signs in ways.items() if any(f" {sign} " in folded for sign in signs)), None)
