"""The event as a whole in some data: which records are about it rather than about a session, its name, days and zone."""

from __future__ import annotations

from planner.agenda import Event
from scrapers._html.plain import line_of
from scrapers._language.fields import vocabulary, words_of
from scrapers._language.stamps import stamp_of, zone_of
from scrapers._structured.nodes import Node
from scrapers._structured.placing import Placer
from scrapers._structured.records import Records


class EventFinder:
    """Knows which records describe the event; `roots` are those (by id) that look like sessions."""

    def __init__(self, records: Records, sessions: list[Node]) -> None:
        self._records = records
        self._sessions = sessions
        self.roots = {id(n) for n in sessions if self._is_event(n)}
        self._nodes = self._around_sessions()

    def settle(self, placer: Placer) -> Event:
        """Tell the placer the event's own records and zone; the event as they describe it."""
        placer.event = self.roots | {id(n) for n in self._nodes if _names_event(n)}
        placer.zone = self._zone()
        return self._event(placer)

    def _is_event(self, node: Node) -> bool:
        """Whether a record with title and times is rather the event that holds the sessions."""
        family = node.family
        others = [f for f in self._records.of_kind("session") if f is not family]
        listed = [f for f in others if len(f.nodes) > 1]
        inside = any(f.path.startswith(family.path) for f in listed)
        twice = len(family.nodes) == 2 and family.has("time") and not family.has("start")
        if len(family.nodes) > 1:  # an event told in two parts or languages
            return inside and (twice or self._is_days_long(node))
        return inside or bool(others if _names_event(node) else self._is_days_long(node) and listed)

    @staticmethod
    def _is_days_long(node: Node) -> bool:
        """Whether a record says from which day to which something lasts, and no clock."""
        stamps = [next(map(stamp_of, node.told(role)), None) for role in ("start", "end")]
        return all(stamp is not None and stamp.day and stamp.clock is None for stamp in stamps)

    def _around_sessions(self) -> list[Node]:
        """Records that may describe the event: those around the sessions, and records beside them called so."""
        first = next((n for n in self._sessions if id(n) not in self.roots), None)
        around = [n for n in first.up() if not n.is_entry] if first is not None else []
        beside = [n for f in self._records.families if len(f.nodes) == 1 and _names_event(f.nodes[0]) for n in f.nodes]
        return [*beside, *around, *(n for n in self._sessions if id(n) in self.roots)]

    def _zone(self) -> str | None:
        for node in [*self._nodes, *(n for f in self._records.families if f.kind == "slot" for n in f.nodes[:1])]:
            if zone := next(filter(zone_of, node.told("timezone")), None):
                return str(zone).strip()
        told = (zone for family in self._records.of_kind("session") for node in family.nodes for zone in node.told("timezone"))
        zones = {str(zone) for zone in told if zone_of(zone)}
        return zones.pop() if len(zones) == 1 else None

    def _event(self, placer: Placer) -> Event:
        name = start = end = venue = url = None
        for node in self._nodes:
            family = node.family
            several = len(family.nodes) > 1 or family.kind == "session"
            if family.holds in ("rooms", "tracks", "days") or (several and id(node) not in self.roots):
                continue
            keys = [
                k for k in node.value if words_of(k) in (("conference",), ("event",), ("conference", "name"), ("event", "name"))
            ]
            texts = [*map(node.value.get, keys), *node.told("title")]
            name = name or next((t for v in texts if isinstance(v, str | dict) and (t := line_of(v)) and len(t) < 150), None)
            place = placer.place(node)
            days, ends = (
                [s.day.isoformat() for role in roles for value in node.told(role) if (s := placer.stamp(value)) and s.day]
                for roles in (("start", "date"), ("end",))
            )
            start = start or (days[0] if days and ends else None)
            end = end or (ends[0] if ends else None)
            venue = venue or (place.room if family.kind != "slot" else None)
            url = url or node.url()
        return Event(name=name, start=start, end=end, timezone=placer.zone, venue=venue, url=url)


def _names_event(node: Node) -> bool:
    """Whether a field's name says that the record in it is about the event as a whole."""
    return bool({*vocabulary()["subjects"]["event"]} & {*words_of(node.name)[-1:]})
