"""How an event is kept: what it is in one document, each reading of its agenda in another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from typing import Any

from planner import agenda as agendas
from planner._codec import dump
from planner._documents import Document, Documents, utc_now
from planner.agenda import Agenda, Event
from planner.corrections import correct_event, from_json, standing
from planner.identity import settle_ids
from planner.journal import new_id
from planner.people import mark_of
from planner.records import KeptEvent


def read_event(data: Mapping[str, Any]) -> KeptEvent:
    """An event from its JSON values."""
    event, removed = Event(**data["event"]), bool(data.get("removed_at"))
    return KeptEvent(data["id"], data["source"], event, data["added_at"], data["read_at"], removed)


def name_event(kept: Documents, event_id: str) -> str:
    """What to call an event where a source is named."""
    found = kept.get("event", event_id)
    return (found["event"]["name"] or found["source"]) if found else "an event"


def add_reading(kept: Documents, event_id: str, agenda: Agenda) -> None:
    """Keep a reading, and the event with it; of one that says the same as the latest only the time is kept."""
    latest, now = kept.latest("reading", event_id), utc_now()
    before = agendas.from_json(latest["agenda"]) if latest else None
    settled = settle_ids(_without_erased(kept, agenda), before)
    what = agendas.to_kept_json(settled)
    old = kept.get("event", event_id) or {"added_at": now}
    if before is not None and agendas.to_kept_json(before) == what:
        kept.write(Document("event", event_id, dump({**old, "read_at": now}), event=event_id))
        return
    event = {
        "id": event_id,
        "source": agenda.source,
        "event": asdict(_corrected(kept, event_id, agenda.event)),
        "added_at": old["added_at"],
        "read_at": now,
    }
    reading = new_id()
    kept.write(
        Document("event", event_id, dump(event), event=event_id),
        Document("reading", reading, dump({"id": reading, "at": now, "agenda": what}), event=event_id),
    )


def keep_corrections(kept: Documents, event_id: str, made: Iterable[Mapping[str, Any]], batch: str | None = None) -> None:
    """Write corrections of one batch, a new one unless it is told, and what follows from them for the event itself."""
    beside = {"batch": batch or new_id(), "by": kept.member}
    rows = [{**correction, **beside} for correction in made]
    kept.write(*(Document("correction", new_id(), dump(row), event=event_id, version=0) for row in rows))
    if any(row.get("thing", "event") == "event" for row in rows):  # a mark may be about the event too
        _correct_kept_event(kept, event_id)


def _correct_kept_event(kept: Documents, event_id: str) -> None:
    """Lay the corrections of the event over what its latest reading says of it; an unknown event stays unknown."""
    event, latest = kept.get("event", event_id), kept.latest("reading", event_id)
    if event and latest:
        read = agendas.from_json(latest["agenda"]).event
        body = {**event, "event": asdict(_corrected(kept, event_id, read))}
        kept.write(Document("event", event_id, dump(body), event=event_id))


def _corrected(kept: Documents, event_id: str, read: Event) -> Event:
    corrections = (c for c in standing(kept.every("correction", event=event_id)) if c.get("thing") == "event")
    return correct_event(read, map(from_json, corrections))


def _without_erased(kept: Documents, agenda: Agenda) -> Agenda:
    """The agenda without the people who were erased: they do not come back with a new reading."""
    marks = set(kept.ids("erased"))
    gone = {s.id for s in agenda.speakers if mark_of(s.name, s.company) in marks} if marks else set()
    if not gone:
        return agenda
    left = tuple(replace(s, speakers=tuple(i for i in s.speakers if i not in gone)) for s in agenda.sessions)
    return replace(agenda, sessions=left, speakers=tuple(s for s in agenda.speakers if s.id not in gone))
