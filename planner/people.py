"""People I know or have picked: one entry per person, over all events."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Relation = Literal["colleague", "ex_colleague", "client", "past_client", "friend", "other"]
RELATIONS: tuple[Relation, ...] = get_args(Relation)


@dataclass(frozen=True, slots=True)
class Person:
    """A contact or a speaker I have picked.

    `relation` is how I know them, None for someone I have not met. `last_contact` is an ISO 8601 date, `rhythm_days` how
    often I want to be in touch (None: the usual rhythm). `source` says where the facts come from ("LinkedIn export of
    2026-05-02", "agenda of Revenue Summit"). `industry` holds what the user told us about their company.
    """

    id: str
    name: str
    title: str | None = None
    company: str | None = None
    industry: str | None = None
    email: str | None = None
    phone: str | None = None
    linkedin: str | None = None
    relation: Relation | None = None
    last_contact: str | None = None
    rhythm_days: int | None = None
    remarks: str | None = None
    source: str | None = None
