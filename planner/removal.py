"""Taking an event away, and putting it back.

What was read about it and prepared for it goes: readings, corrections, who is who, drafts and meetings. What happened stays:
journal, people, favours and introductions; so do the event's name and dates, by which they are told.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, insert, select

from planner._codec import dump
from planner._documents import Document, Documents, utc_now
from planner._tables import documents
from planner.storage import Store
from planner.team import check_owner


@dataclass(frozen=True, slots=True)
class RemovedEvent:
    """What was taken away with an event: enough to put it back as it was. `rows` are database rows by column."""

    event: str
    rows: tuple[dict[str, Any], ...]

    def count(self, kind: str) -> int:
        """How many documents of a kind went: "reading", "correction", "speaker", "draft", "meeting"."""
        return sum(row["kind"] == kind for row in self.rows)


def remove_event(store: Store, event_id: str) -> RemovedEvent:
    """Take an event away, in one transaction, for the whole workspace; owners only (`NotAllowed`).

    From then on `Store.events` lists it only when asked for removed ones too. Raises KeyError for an unknown event.
    """

    def work(docs: Documents) -> RemovedEvent:
        check_owner(docs.connection, store)
        kept = docs.get("event", event_id)
        if kept is None or kept.get("removed_at"):
            raise KeyError(event_id)
        about = (documents.c.workspace_id == docs.workspace, documents.c.event == event_id, documents.c.kind != "event")
        columns = [column for column in documents.c if column.name != "seq"]
        query = select(*columns).where(*about).order_by(documents.c.seq)
        rows = tuple(dict(row) for row in docs.connection.execute(query).mappings())
        docs.connection.execute(delete(documents).where(*about))
        docs.write(Document("event", event_id, dump(kept | {"removed_at": utc_now()}), event=event_id))
        return RemovedEvent(event_id, rows)

    return store.write(work)


def put_event_back(store: Store, removed: RemovedEvent) -> None:
    """Undo `remove_event`; doing it twice changes nothing. Raises KeyError when not even the event's name is there."""

    def work(docs: Documents) -> None:
        kept = docs.get("event", removed.event)
        if kept is None:
            raise KeyError(removed.event)
        if not kept.pop("removed_at", None):
            return
        docs.write(Document("event", removed.event, dump(kept), event=removed.event))
        if removed.rows:
            docs.connection.execute(insert(documents), list(removed.rows))

    store.write(work)


def describe_removal(removed: RemovedEvent) -> str:
    """What went and what stayed, in one sentence."""
    counts = ((removed.count(kind), kind) for kind in ("meeting", "draft", "correction"))
    went = "".join(f", {count} {kind}{'s' if count > 1 else ''}" for count, kind in counts if count)
    return f"Its agenda{went} went; people, favours and introductions stayed."
