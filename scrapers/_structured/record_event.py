"""The event as a whole in some data: which records are about it rather than about a session, its name, days and zone."""

from __future__ import annotations

from planner.agenda import Event
from scrapers._html.plain import line_of
from scrapers._language.fields import words_of
from scrapers._language.stamps import stamp_of, zone_of
from scrapers._structured.nodes import Node
from scrapers._structured.placing import Placer
from scrapers._structured.records import Family, Records

_EVENT_NAMES = frozenset(
    "conference event evento eventi evenement veranstaltung congreso meta info summit conf settings".split()
)


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
        family = self._records.family_of[id(node.value)]
        others = [f for f in self._records.of_kind("session") if f is not family]
        listed = [f for f in others if len(f.nodes) > 1]
        inside = any(f.path.startswith(family.path) for f in listed)
        if len(family.nodes) > 1:
            return inside and self._is_days_long(node, family)
        return inside or bool(others if _names_event(node) else self._is_days_long(node, family) and listed)

    @staticmethod
    def _is_days_long(node: Node, family: Family) -> bool:
        """Whether a record says from which day to which something lasts, and no clock."""
        stamps = [[stamp_of(node.value.get(k)) for k in family.fields.get(role, ())[:1]] for role in ("start", "end")]
        return all(pair and pair[0] is not None and pair[0].day and pair[0].clock is None for pair in stamps)

    def _around_sessions(self) -> list[Node]:
        """Records that may describe the event: those around the sessions, and records beside them called so."""
        first = next((n for n in self._sessions if id(n) not in self.roots), None)
        around = [n for n in first.up() if not n.is_entry] if first is not None else []
        beside = [n for f in self._records.families if len(f.nodes) == 1 and _names_event(f.nodes[0]) for n in f.nodes]
        return [*beside, *around, *(n for n in self._sessions if id(n) in self.roots)]

    def _zone(self) -> str | None:
        for node in [*self._nodes, *(n for f in self._records.families if f.kind == "slot" for n in f.nodes[:1])]:
            family = self._records.family_of[id(node.value)]
            for key in family.fields.get("timezone", ()):
                if zone_of(node.value.get(key)):
                    return str(node.value[key]).strip()
        zones = {
            str(n.value[k])
            for f in self._records.of_kind("session")
            for k in f.fields.get("timezone", ())
            for n in f.nodes
            if zone_of(n.value.get(k))
        }
        return zones.pop() if len(zones) == 1 else None

    def _event(self, placer: Placer) -> Event:
        name = start = end = venue = url = None
        for node in self._nodes:
            family = self._records.family_of[id(node.value)]
            several = len(family.nodes) > 1 or family.kind == "session"
            if family.holds in ("rooms", "tracks", "days") or (several and id(node) not in self.roots):
                continue
            keys = [
                k for k in node.value if words_of(k) in (("conference",), ("event",), ("conference", "name"), ("event", "name"))
            ]
            texts = [node.value.get(k) for k in [*keys, *family.fields.get("title", ())]]
            name = name or next((t for v in texts if isinstance(v, str | dict) and (t := line_of(v)) and len(t) < 150), None)
            place = placer.place(node)
            days = [
                s
                for r in ("start", "date")
                for k in family.fields.get(r, ())
                if (s := placer.stamp(node.value.get(k))) and s.day
            ]
            ends = [s for k in family.fields.get("end", ()) if (s := placer.stamp(node.value.get(k))) and s.day]
            start = start or (days[0].day.isoformat() if days and days[0].day and ends else None)
            end = end or (ends[0].day.isoformat() if ends and ends[0].day else None)
            venue = venue or (place.room if family.kind != "slot" else None)
            url = url or url_of(node, family)
        return Event(name=name, start=start, end=end, timezone=placer.zone, venue=venue, url=url)


def url_of(node: Node, family: Family) -> str | None:
    """The web address a record gives of itself."""
    values = (node.value.get(k) for k in family.fields.get("url", ()))
    return next((v.strip() for v in values if isinstance(v, str) and v.startswith(("http://", "https://"))), None)


def _names_event(node: Node) -> bool:
    """Whether a field's name says that the record in it is about the event as a whole."""
    return bool(_EVENT_NAMES & set(words_of(node.name)[-1:]))
