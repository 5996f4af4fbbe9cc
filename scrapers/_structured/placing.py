"""When and where a record of some data takes place: from its own fields, or from the day, slot or room it stands in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from scrapers._html.plain import line_of
from scrapers._language.dates import find_dates, resolve
from scrapers._language.days import day_number
from scrapers._language.fields import holding, words_of
from scrapers._language.stamps import Stamp, in_zone, stamp_of, written, zone_of
from scrapers._language.vocabulary import page_words
from scrapers._structured.nodes import Family, Node
from scrapers._structured.records import Records
from scrapers._structured.starts import chosen_start, length_of, universal


@dataclass(slots=True)
class Place:
    """Where a session stands in time and space; clocks are minutes after midnight, `end` may lie past midnight."""

    day: date | None = None
    start: int | None = None
    end: int | None = None
    end_day: date | None = None
    offset: str | None = None
    end_offset: str | None = None
    zone: str | None = None
    room: str | None = None
    track: str | None = None

    @property
    def start_text(self) -> str | None:
        """The start as in the agenda contract."""
        return None if self.start is None else written(self.day, self.start, self.offset if self.day else None)

    @property
    def end_text(self) -> str | None:
        """The end as in the agenda contract; None when it does not lie after the start or belongs to another day's session."""
        if self.end is None or self.start is None:
            return None
        end, day = self.end, self.end_day or self.day
        if self.day is not None and day is not None:
            end += (day - self.day).days * 1440
            if end < self.start and self.end_day in (None, self.day) and self.start - end > 480:
                end += 1440
            if end < self.start:
                return None
            return written(self.day, end, self.end_offset or self.offset)
        return written(None, end, None)


_LONGEST = 80
"""Characters of a title or label."""
_PAGE = re.compile(r"^\S+\.html?(?:\?|$)")
_BARE_ID = re.compile(r"[a-z0-9_-]{1,12}|[0-9a-fA-F-]{16,}|\d+")


class Placer:
    """Places records; knows the days and the zone of the whole data, which settle what single records leave open."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._known: dict[int, Place] = {}
        self._day_fields: dict[tuple[int, str], bool] = {}
        self._side_by_side: dict[int, bool] = {}
        self._around = {id(outer) for f in records.of_kind("session") for node in f.nodes for outer in node.up()}
        self.zone: str | None = None
        self.guessed: str | None = None
        """A date of the data whose order of day and month had to be guessed."""
        self.event: set[int] = set()
        """Records (by id) about the event as a whole: their place is the venue, no session's room."""
        self.day_first = self._order_of_dates()
        self.days = self._all_days()

    def place(self, node: Node) -> Place:
        """Time and place of a record, completed from the records around it. Times of titled sessions are not passed on."""
        if (known := self._known.get(id(node))) is None:
            known = self._known[id(node)] = self._complete(node, self._own(node))
        return replace(known)

    def slots_in(self, node: Node) -> list[Place]:
        """The places that records inside this one give it (`"slots": [{"start": ..., "room": ...}]`)."""
        return [place for child in node.children if self._is_slot(child) and (place := self.place(child)).start is not None]

    def _is_slot(self, node: Node) -> bool:
        """Whether a record is a place in time alone: it has no title and is around no session."""
        family = node.family
        slot = family.kind == "slot" or (family.holds == "sessions" and "title" not in family.fields)
        return slot and id(node) not in self._around

    def stamp(self, value: Any) -> Stamp | None:
        """A value's moment, read with what is known of the whole data."""
        stamp = stamp_of(value, day_first=self.day_first, known=tuple(self.days[:40]))
        return replace(stamp, day=None) if stamp and stamp.day and stamp.day.year < 1980 else stamp

    def _order_of_dates(self) -> bool | None:
        """Whether "3/4/2026" is the third of April, settled by dates of the data that can be read in one way only."""
        texts = [
            text
            for family in self._records.families
            for role in ("date", "start")
            for node in family.nodes[:500]
            for text in node.told(role)
            if isinstance(text, str) and len(text) < 40 and ("/" in text or "-" in text)
        ]
        parts = [text.replace("-", "/").split()[0].split("/") for text in texts if text.split()]
        pairs = {(int(p[0]), int(p[1])) for p in parts if len(p) == 3 and p[0].isdigit() and p[1].isdigit() and len(p[0]) < 3}
        if not pairs:
            return None
        if any(a > 12 for a, _ in pairs) or any(b > 12 for _, b in pairs):
            return not any(b > 12 for _, b in pairs)
        if len(pairs) > 1:
            return len({b for _, b in pairs}) <= len({a for a, _ in pairs})
        clocks = [c for f in self._records.families for n in f.nodes[:50] for role in ("start", "time") for c in n.told(role)]
        self.guessed = next(iter(texts))
        return not any(isinstance(c, str) and re.search(r"\d\s?[ap]\.?m\b", c, re.I) for c in clocks)

    def printed_clocks(self) -> Iterator[Any]:
        """The values of all fields that state when sessions and slots take place."""
        for family in (f for kind in ("session", "slot") for f in self._records.of_kind(kind)):
            for role in ("start", "time", "end"):
                yield from (value for node in family.nodes for value in node.told(role))

    def _all_days(self) -> list[date]:
        found: set[date] = set()
        for family in self._records.families:
            if family.kind == "person" or family.holds == "never":
                continue
            told = (value for node in family.nodes[:2000] for role in ("date", "start") for value in node.told(role)[:3])
            stamps = (stamp_of(value, day_first=self.day_first) for value in told)
            found.update(stamp.day for stamp in stamps if stamp and stamp.day and stamp.day.year > 1980)
        return sorted(found)

    def _own(self, node: Node) -> Place:
        place = self._times(node)
        if place.start is None or place.day is None:
            self._from_reference(node, place)
        place.room = self._named(node, "room", "rooms")
        place.track = self._named(node, "track", "tracks")
        return place

    def _from_reference(self, node: Node, place: Place) -> None:
        """Fill day and clock from a time slot or day that is listed elsewhere (`"timeSlotId": 301`, `"day": "d1"`)."""
        for value in node.told("slot"):
            other = self._records.referred(value, "slot", "days") if isinstance(value, str | int) else None
            if other is None or other.family is node.family:
                continue
            there = self.place(other)
            self._from_collection(other, there)
            place.day = place.day or there.day
            if place.start is None and there.start is not None:
                place.start, place.end, place.end_day, place.offset = (
                    there.start,
                    place.end or there.end,
                    there.end_day,
                    there.offset,
                )

    def _values(self, node: Node, role: str) -> list[Stamp]:
        stamps = [(key, self.stamp(node.value.get(key))) for key in node.family.fields.get(role, ())]
        return [universal(stamp) if "utc" in words_of(key) else stamp for key, stamp in stamps if stamp is not None]

    def _times(self, node: Node) -> Place:
        zone = next(filter(zone_of, node.told("timezone")), None)
        starts, times, dates = (
            [Stamp(day=s.day) if s.day and self._only_days(node.family, role) else s for s in self._values(node, role)]
            for role in ("start", "time", "date")
        )
        clocks = [s for s in (*starts, *times) if s.clock is not None and s.day is None]
        whole = [s for s in (*starts, *times, *dates) if s.clock is not None and s.day is not None]
        instants = [*(s for s in starts if s.clock is not None), *(s for s in dates if s.clock)]
        universal = [s for s in instants if s.epoch or s.offset == "+00:00"]
        day = next((s.day for s in (*dates, *starts) if s.day and s not in universal), None)
        first = chosen_start(whole, clocks, day)
        ends = [s for s in self._values(node, "end") if s.clock is not None]
        if first is None:  # what stands around may say when it starts
            return Place(day=day, zone=zone, end=next((s.clock for s in ends if s.day is None and not s.offset), None))
        last = next(
            (s for s in ends if (s.day is None) == (first.day is None) and s.epoch == first.epoch), ends[0] if ends else None
        )
        if last is not None and last.offset and not first.offset:
            last = next((s for s in ends if not s.offset), last)
        named = zone or next((s.zone for s in starts if s.zone), None)
        place = Place(first.day or day, first.clock, first.end, first.end_day, first.offset, zone=named)
        place = self._in_zone(place, first, named or self._zone_around(node))
        if last is not None:
            shown = in_zone(replace(last, day=last.day or place.day), zone_of(named or self._zone_around(node)))
            place.end, place.end_day, place.end_offset = shown.clock, shown.day, shown.offset or place.offset
        if place.end is None and place.start is not None and (length := length_of(node)):
            place.end, place.end_day = place.start + length, None
        return place

    def _only_days(self, family: Family, role: str) -> bool:
        """Whether the clocks of whole moments say nothing of when records start.

        They are those of days that hold sessions, or all one: midnight, or noon as spreadsheets keep days, beside true clocks.
        """
        if (known := self._day_fields.get((id(family), role))) is None:
            stamps = {r: [s for n in family.nodes[:300] for s in self._values(n, r)] for r in ("date", "start", "time")}
            clocks = {s.clock for s in stamps[role] if s.day}
            apart = {s.clock for told in stamps.values() for s in told if s.day is None}
            dated = role != "start" and set(family.fields.get("time", ())) <= set(family.fields.get("date", ()))
            days = dated and any(id(node) in self._around for node in family.nodes)
            known = days or (len(clocks) == 1 and None not in clocks and (clocks == {0} or len(apart) > 1))
            self._day_fields[id(family), role] = known
        return known

    def _zone_around(self, node: Node) -> str | None:
        around = (zone for near in node.up() for zone in near.told("timezone") if zone_of(zone))
        return next(map(str, around), self.zone)

    @staticmethod
    def _in_zone(place: Place, stamp: Stamp, zone: str | None) -> Place:
        shown = in_zone(replace(stamp, day=place.day), zone_of(zone))
        place.day, place.start, place.offset = shown.day, shown.clock, shown.offset
        return place

    def _named(self, node: Node, role: str, kind: str) -> str | None:
        """The room or track a record names: in words, or by the id of one listed elsewhere."""
        for key in node.family.fields.get(role, ()):
            value = node.value.get(key)
            if isinstance(value, list) and len(value) == 1:
                value = value[0]
            first = value[0] if isinstance(value, list) and value else value
            if (inner := self._records.node_of.get(id(first))) and inner.family.kind in ("session", "person"):
                continue
            if isinstance(value, dict) and any(
                isinstance(part, list) and part and isinstance(part[0], dict) for part in value.values()
            ):
                continue
            if (
                isinstance(value, str | int)
                and not isinstance(value, bool)
                and (other := self._records.referred(value, kind))
                and other is not node
            ):
                value = other.line("title") or other.value
            elif isinstance(value, int) or (
                isinstance(value, str) and key.lower().endswith("id") and _BARE_ID.fullmatch(value)
            ):
                continue
            text = line_of({k: v for k, v in value.items() if k != "code"}) if isinstance(value, dict) else line_of(value)
            if text and "://" not in text and not _PAGE.search(text):
                return text
        return None

    def _complete(self, node: Node, place: Place) -> Place:
        """Fill what the record leaves open from the records and map keys around it, nearest first."""
        self._from_key(node, place)
        near: Node = node
        for outer in node.up():
            around = self._own(outer) if outer.family.kind != "person" else Place()
            if outer.family.kind == "session" and outer.line("title") and not self._run_together(near, outer):
                around.start = around.end = None
            self._from_collection(outer, around)
            self._from_key(outer, around)
            if id(outer) in self.event:
                around.room = around.track = None
            if place.day is None:
                place.day = around.day
            if place.start is None and around.start is not None:
                place.start, place.end, place.offset = around.start, place.end or around.end, around.offset
                place.end_day, place.end_offset = around.end_day, around.end_offset
            place.room = place.room or around.room
            place.track = place.track or around.track
            place.zone = place.zone or around.zone
            near = outer
        if (
            place.start is not None
            and place.day is not None
            and place.offset is None
            and (zone := zone_of(place.zone or self.zone))
        ):
            shown = in_zone(Stamp(place.day, place.start), zone)
            place.offset = shown.offset
        return place

    def _run_together(self, node: Node, outer: Node) -> bool:
        """Whether what stands in a session runs side by side all the time it takes: called so, or each in its room."""
        if page_words()["side_by_side"].within(" ".join(words_of(node.name))):
            return True
        if id(outer) not in self._side_by_side:
            texts = [text for value in outer.value.values() if isinstance(value, str) and len(text := value) < _LONGEST]
            rooms = Counter(self._named(child, "room", "rooms") for child in outer.children)
            apart = len(rooms) > 1 and None not in rooms and max(rooms.values()) == 1
            self._side_by_side[id(outer)] = apart or any(page_words()["side_by_side"].within(text) for text in texts)
        return self._side_by_side[id(outer)]

    def _from_key(self, node: Node, place: Place) -> None:
        if not node.key:
            return
        kind = holding(node.name) if node.name else None
        if kind == "rooms" and "title" not in node.family.fields:
            place.room = place.room or node.key
        elif kind == "tracks" and node.family.kind not in ("session", "person"):
            place.track = place.track or node.key
        elif (stamp := self.stamp(node.key)) and not node.key.isdigit():
            place.day = place.day or stamp.day
            if stamp.clock is not None and place.start is None and not stamp.epoch:
                place.start, place.end = stamp.clock, stamp.end
        elif place.day is None:
            place.day = self._numbered(node.key)

    def _from_collection(self, node: Node, place: Place) -> None:
        """A day's, room's or track's own name, given to what stands in it."""
        family = node.family
        if family.holds == "rooms":
            place.room = place.room or node.line("title")
        elif family.holds == "tracks":
            place.track = place.track or node.line("title")
        if place.day is None and (family.kind in ("slot", "other") or not family.has("start", "time")):
            texts = (line_of(value) or "" for role in ("date", "title", "id") for value in node.told(role))
            place.day = next((day for text in texts if len(text) < 60 and (day := self._day_in(text))), None)

    def _day_in(self, text: str) -> date | None:
        spans = find_dates(text, day_first=self.day_first)
        if len(spans) == 1:
            return resolve(spans[0], self.days)
        return self._numbered(text)

    def _numbered(self, text: str) -> date | None:
        """The day "Day 2" means, when the data names as many days in a row."""
        number = day_number(text) if len(text) < 40 else None
        if not number or not self.days or len(self.days) < number or len(self.days) > 14:
            return None
        return self.days[number - 1]
