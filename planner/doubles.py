"""Doubles: two entries of one person put together, and taken apart again."""

from __future__ import annotations

from dataclasses import asdict, replace

from planner._codec import dump
from planner._documents import Document
from planner.people import Person
from planner.storage import Store


def merge_people(store: Store, keep: str, double: str) -> Person:
    """Make two people one: everything about `double` counts for `keep` from now on, and can be taken apart again.

    Facts unknown about the person kept are filled in from the double. Raises KeyError when one of them is not there.
    """
    kept, other = store.person(keep), store.person(double)
    if kept is None or other is None:
        raise KeyError(keep if kept is None else double)
    if kept.id == other.id:
        return kept
    found = {name: value for name, value in asdict(other).items() if value and not asdict(kept)[name]}
    latest = max(filter(None, (kept.last_contact, other.last_contact)), default=None)
    since = min(filter(None, (kept.known_since, other.known_since)), default=None)
    source = "; ".join(dict.fromkeys(filter(None, (kept.source, other.source)))) or None
    whole = replace(kept, **{**found, "last_contact": latest, "known_since": since, "source": source})
    alias = Document("alias", other.id, dump({"old": other.id, "new": kept.id}), person=kept.id)
    store.write(lambda docs: docs.write(alias, *store.rows_of(whole)))
    return whole


def split_people(store: Store, double: str) -> None:
    """Take a merge back: the double is a person of their own again, with all that was logged about them."""
    store.write(lambda docs: docs.write(Document("alias", double, "")))
