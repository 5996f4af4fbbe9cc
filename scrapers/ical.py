"""Calendars (iCalendar, RFC 5545): sessions from VEVENTs, as Sched, Google Calendar, Indico and many sites publish them.

A calendar has no field for speakers; they stand in ATTENDEE or ORGANIZER, after "Speakers:" or on the second line of
DESCRIPTION, or after a dash in SUMMARY. Reading is by line and forgiving: broken calendars are common.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from dateutil.rrule import rrulestr

from planner.agenda import Event
from scrapers._bylines.bylines import part_title
from scrapers._document import Document, Get
from scrapers._found import Found, FoundPerson, FoundSession, fold
from scrapers._html.plain import line_of, plain_text
from scrapers._language.kinds import is_opening, kind_of
from scrapers._language.namelike import looks_like_name
from scrapers._language.stamps import Stamp, in_zone, minutes_of, stamp_of, written, zone_of
from scrapers._language.vocabulary import words_of
from scrapers._language.words import plain
from scrapers._people.names import split_people
from scrapers._people.people_texts import labelled_people, without_label
from scrapers._structured.named_titles import name_people_of_titles

MAX_EVENTS = 20_000
MAX_REPEATS = 30
"""Occurrences kept of one repeating entry."""
_LONGEST = 31 * 1440  # minutes; a longer duration is a slip of the pen

_LINE = re.compile(r"([A-Za-z0-9-]+)((?:;[^=;:]+=(?:\"[^\"]*\"|[^\";:]*))*):(.*)", re.S)
_PARAM = re.compile(r";([^=;:]+)=(?:\"([^\"]*)\"|([^\";:]*))")
_DAYS_APART = re.compile(r"FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)", re.I)
_DASH = re.compile(r"(?<!\s)\s+[-–—|]\s+")


@dataclass(slots=True)
class _Property:
    value: str
    params: dict[str, str] = field(default_factory=dict)


_Entry = dict[str, list[_Property]]


def recognises(document: Document) -> bool:
    """Whether a calendar begins within the first lines."""
    return b"BEGIN:VCALENDAR" in document.data[:3000].upper() or b"BEGIN:VEVENT" in document.data[:500].upper()


def read(document: Document, get: Get | None) -> Found:
    """Read the calendar's entries; repeating ones are written out within the event's days."""
    head, entries = _entries(document.text)
    zone = _zone(head)
    found = Found(event=Event(name=_text(head, "X-WR-CALNAME") or _text(head, "NAME"), timezone=zone, url=_text(head, "URL")))
    days = sorted(s.day for e in entries if (s := _moment(e, "DTSTART", None)) and s.day)
    last = days[-1] if days else None
    speaking = _Speaking(entries)
    whole_days = 0
    for entry in entries:
        title = line_of(_text(entry, "SUMMARY"))
        if not title or (_text(entry, "STATUS") or "").upper() == "CANCELLED":
            continue
        start = _moment(entry, "DTSTART", zone)
        if start is None or start.clock is None:
            whole_days += 1
            continue
        for shown, length in _occurrences(entry, start, zone, last):
            found.sessions.append(_session(entry, title, shown, length, speaking))
    name_people_of_titles(found.sessions)
    if whole_days and found.sessions:
        some = (
            f"{whole_days} entries of the calendar last whole days and were"
            if whole_days > 1
            else "One entry lasts whole days and was"
        )
        found.warnings.append(f"{some} left out.")
    if found.sessions and any(p.value.strip().endswith("Z") for entry in entries for p in entry.get("DTSTART", ())[:1]):
        where = f" The calendar belongs to the zone {zone}." if zone else " Check them against the programme at the venue."
        found.warnings.append("The calendar gives its times in universal time (UTC)." + where)
    return found


def _entries(text: str) -> tuple[_Entry, list[_Entry]]:
    """The calendar's own properties, and those of each VEVENT; alarms and zone rules are passed over."""
    head: _Entry = {}
    entries: list[_Entry] = []
    inside: list[str] = []
    for line in re.sub(r"\r?\n[ \t]", "", text.replace("\r\r\n", "\n")).splitlines():
        match = _LINE.match(line.strip("\ufeff"))
        if match is None:
            continue
        name, value = match[1].upper(), match[3]
        if name == "BEGIN":
            inside.append(value.strip().upper())
            if inside[-1] == "VEVENT" and len(entries) < MAX_EVENTS:
                entries.append({})
        elif name == "END":
            if value.strip().upper() in inside:
                while inside.pop() != value.strip().upper():
                    pass
        else:
            target = entries[-1] if inside[-1:] == ["VEVENT"] and entries else head if len(inside) < 2 else None
            if target is not None:
                params = {m[1].upper(): m[2] or m[3] or "" for m in _PARAM.finditer(match[2])}
                target.setdefault(name, []).append(_Property(value, params))
    return head, entries


def _unescaped(value: str) -> str:
    return re.sub(r"\\([nN,;:\\\"])", lambda m: "\n" if m[1] in "nN" else m[1], value)


def _text(entry: _Entry, name: str) -> str | None:
    values = entry.get(name)
    return plain_text(_unescaped(values[0].value)) or None if values else None


def _zone(head: _Entry) -> str | None:
    for name in ("X-WR-TIMEZONE", "TIMEZONE-ID", "TZID", "VTIMEZONE"):
        stated = _known_zone(_text(head, name))
        if stated is not None and stated not in ("Etc/UTC", "Etc/GMT"):
            return stated
    return None


def _known_zone(name: str | None) -> str | None:
    """The IANA name of a zone a calendar states, Outlook's names included."""
    name = (name or "").strip().strip('"').lstrip("/")
    if zone_of(name):
        return name
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON  # takes a while to load

    if (known := WINDOWS_TO_OLSON.get(name)) is not None:
        return known
    tail = "/".join(name.split("/")[-2:])
    return tail if zone_of(tail) else None


def _moment(entry: _Entry, name: str, zone: str | None) -> Stamp | None:
    values = entry.get(name)
    if not values:
        return None
    stamp = stamp_of(values[0].value.strip())
    if stamp is None or stamp.clock is None:
        return stamp
    return in_zone(stamp, zone_of(_known_zone(values[0].params.get("TZID")) or zone))


def _length(entry: _Entry, start: Stamp, zone: str | None) -> int | None:
    """Minutes from start to end, when the end is stated and lies after the start."""
    end = _moment(entry, "DTEND", zone)
    if end is not None and end.clock is not None and end.day and start.day and start.clock is not None:
        length = (end.day - start.day).days * 1440 + end.clock - start.clock
        if end.offset and start.offset and end.offset != start.offset:
            length += _shift(start.offset) - _shift(end.offset)
        return length if length > 0 else None
    values = entry.get("DURATION")
    return minutes_of(values[0].value) if values else None


def _shift(offset: str) -> int:
    return int(offset[0] + "1") * (int(offset[1:3]) * 60 + int(offset[4:6]))


def _occurrences(entry: _Entry, start: Stamp, zone: str | None, last: date | None) -> list[tuple[Stamp, int | None]]:
    """Each time the entry takes place; a repeating one as often as its rule says up to the last day of the calendar."""
    length = _length(entry, start, zone)
    rule = entry.get("RRULE")
    if not rule or not _DAYS_APART.search(rule[0].value) or start.day is None or start.clock is None:
        return [(start, length)]
    skipped = {s.day for p in entry.get("EXDATE", ()) for part in p.value.split(",") if (s := stamp_of(part.strip()))}
    try:
        first = datetime.combine(start.day, time()) + timedelta(minutes=start.clock)
        bound = last if last and last > start.day else start.day + timedelta(days=6)
        text = re.sub(r"(UNTIL=\d{8}T\d{6})Z", r"\1", rule[0].value.strip())
        following = rrulestr(text, dtstart=first).xafter(first, count=MAX_REPEATS, inc=True)
        times = [t for t in following if t.date() <= bound]
    except (ValueError, TypeError, OverflowError):
        return [(start, length)]
    kept = [t for t in times if t.date() not in skipped]
    return [(Stamp(t.date(), t.hour * 60 + t.minute, offset=start.offset), length) for t in kept] or [(start, length)]


def _session(entry: _Entry, title: str, start: Stamp, length: int | None, speaking: _Speaking) -> FoundSession:
    people = speaking.people(entry)
    clock = start.clock or 0
    cut = part_title(title) if people else None
    if cut and [fold(p.name) for p in split_people(cut[1])] == [fold(p.name) for p in people]:
        title = cut[0]
    link = _text(entry, "URL")
    return FoundSession(
        title,
        start=written(start.day, clock, start.offset),
        end=written(start.day, clock + length, start.offset) if length and length <= _LONGEST else None,
        room=line_of(_text(entry, "LOCATION")),
        track=line_of(_text(entry, "CATEGORIES")),
        kind=kind_of(title, bool(people)),
        abstract=without_label(_text(entry, "DESCRIPTION")) if people else _text(entry, "DESCRIPTION"),
        url=link if link and link.startswith(("http://", "https://")) else None,
        people=people,
        key=None,
    )


class _Speaking:
    """Where this calendar names speakers, found out over all its entries."""

    def __init__(self, entries: list[_Entry]) -> None:
        hosts = Counter(name for e in entries if (name := _called(e.get("ORGANIZER", [])[:1])))
        self._hosts = hosts if len(hosts) >= 3 and max(hosts.values()) * 3 <= max(6, sum(hosts.values())) else Counter()
        self._often = {name for name, count in hosts.items() if count > 3 and looks_like_name(name) < 0.5}
        self._often |= {name for name, count in hosts.items() if count > 1 and name in self._serving(entries)}
        tails = [t for e in entries if (t := _tail(_text(e, "SUMMARY")))]
        named = sum(bool(split_people(t)) for t in tails)
        self._tails = len(tails) * 2 >= len(entries) and named * 3 >= 2 * len(tails)
        seconds = [s for e in entries if (s := _second_line(e))]
        people = sum(looks_like_name(p.name) >= 0.5 for s in seconds for p in split_people(s)[:1])
        self._seconds = len(seconds) * 2 >= len(entries) and people * 4 >= len(seconds)

    @staticmethod
    def _serving(entries: list[_Entry]) -> set[str]:
        """Who is named as organiser of breaks, openings and closings: the house."""
        return {
            name
            for e in entries
            if (name := _called(e.get("ORGANIZER", [])[:1])) and (title := _text(e, "SUMMARY"))
            and (kind_of(title) in ("break", "networking") or is_opening(words_of(plain(title))))
        }  # fmt: skip

    def people(self, entry: _Entry) -> list[FoundPerson]:
        present = [p for p in entry.get("ATTENDEE", ()) if p.params.get("ROLE") != "NON-PARTICIPANT"]
        found = [FoundPerson(name) for p in present if (name := _called([p]))] if len(present) <= 12 else []
        found = found or labelled_people(_text(entry, "DESCRIPTION"))
        organiser = entry.get("ORGANIZER", [])[:1]
        name = _called(organiser) if self._hosts else None
        if not found and name and name not in self._often and not _is_house(name, organiser[0].value):
            found = split_people(name) if any(sign in name for sign in ",;&") else [FoundPerson(name)]
        if not found and self._tails and (tail := _tail(_text(entry, "SUMMARY"))):
            found = split_people(tail)
        if not found and self._seconds and (line := _second_line(entry)):
            found = [p for p in split_people(line) if looks_like_name(p.name) >= 0.5]
        return list({fold(p.name): p for p in found}.values())


def _called(properties: list[_Property]) -> str | None:
    """The name (CN) of an attendee or organiser; an address says nothing."""
    name = line_of(_unescaped(properties[0].params.get("CN", ""))) if properties else None
    return name if name and "@" not in name and name.casefold() not in ("unknown", "none", "organizer") else None


def _is_house(name: str, address: str) -> bool:
    """Whether an organiser's name is that of the house itself, whose address it is under ("Acme Forum", info@acme.example)."""
    domain = address.rpartition("@")[2].casefold()
    return any(len(word) > 3 and word in domain for word in fold(name).split())


def _tail(summary: str | None) -> str | None:
    """What follows the last dash of a title."""
    pieces = _DASH.split(summary or "")
    return pieces[-1].strip() if len(pieces) > 1 else None


def _second_line(entry: _Entry) -> str | None:
    lines = (_text(entry, "DESCRIPTION") or "").splitlines()
    title = fold(_text(entry, "SUMMARY") or "")
    return lines[1] if len(lines) > 1 and fold(lines[0]) == title and len(lines[1]) < 120 else None
