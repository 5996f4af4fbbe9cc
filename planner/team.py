"""A team on one server: who belongs to the workspace, and the little that colleagues may see of each other.

People, events and facts are the workspace's. How somebody knows a person (not what they remark about them), and whom they
picked, is told to colleagues so that warm paths are found and nobody is approached twice; journal entries and drafts of
notes only when shared.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Literal

from sqlalchemy import Connection, func, insert, select, update

from planner._codec import unpack
from planner._database import Database
from planner._documents import Documents, load_all
from planner._tables import documents, entries, members
from planner.journal import Entry, effective, new_id
from planner.people import Relation
from planner.records import Draft
from planner.storage import StorageError, Store, read_journal

Role = Literal["owner", "member", "left"]
_TOLD = ("relation", "last_contact", "known_since")  # of how somebody knows a person; never their remarks
_DECISIONS = ("accepted", "not_now", "no_thanks", "met_before", "undecided")


class NotAllowed(StorageError):
    """Only the owner of the workspace may do this."""

    def __init__(self) -> None:
        super().__init__("Only an owner of this workspace may do this. Ask one of them.")


class NotInvited(StorageError):
    """Somebody signed in whom nobody invited."""

    def __init__(self, email: str) -> None:
        super().__init__(f"You are signed in as {email}, but nobody has invited you yet. Ask an owner of the workspace to.")


@dataclass(frozen=True, slots=True)
class Member:
    """One colleague. `joined` is False until the first sign-in."""

    id: str
    name: str
    email: str | None
    role: Role
    joined: bool


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """A colleague knows a person: how, since when and when they were last in touch (ISO dates), as far as they noted it."""

    colleague: str
    relation: Relation | None
    last_contact: str | None
    known_since: str | None = None


@dataclass(frozen=True, slots=True)
class Shared:
    """A journal entry a colleague shared."""

    colleague: str
    entry: Entry


# ---------------------------------------------------------------------- belonging


def sign_in(database: Database, *, subject: str, email: str, name: str, owner: str | None = None) -> str:
    """The id of the member who signed in, for `open_store`; `subject` and `email` are what the sign-in service vouches for.

    The first to sign in on a server becomes its owner and takes over what was kept without sign-in; with `owner` only the
    one with that e-mail address. After that one must be invited. The e-mail address must be a verified one: it decides which
    invitation is taken up. Raises `NotInvited`.
    """
    if not subject or not email.strip():
        raise NotInvited(email or "somebody without an e-mail address")

    def work(connection: Connection) -> str:
        known = connection.execute(select(members.c.id, members.c.role).where(members.c.subject == subject)).first()
        if known is not None:
            if known.role == "left":
                raise NotInvited(email)
            return str(known.id)
        first = connection.execute(select(func.count()).where(members.c.subject.is_not(None))).scalar() == 0
        if first and owner is not None and not _is_same_address(owner, email):
            raise NotInvited(email)
        invited = members.c.id == "me" if first else func.lower(members.c.email) == email.strip().lower()
        seat = select(members.c.id).where(invited, members.c.subject.is_(None), members.c.role != "left").with_for_update()
        found = connection.execute(seat).scalar()
        if found is None:
            raise NotInvited(email)
        facts = {"subject": subject, "email": email.strip(), "name": name or email}
        connection.execute(update(members).where(members.c.id == found).values(facts))
        return str(found)

    return database.write(work)


def role_of(database: Database, member: str) -> Role | None:
    """The present role of a member, None for nobody."""
    with database.reading() as connection:
        return connection.execute(select(members.c.role).where(members.c.id == member)).scalar()


def _is_same_address(one: str, other: str) -> bool:
    return one.strip().lower() == other.strip().lower()


def colleagues(store: Store) -> tuple[Member, ...]:
    """Everybody in the workspace, those who left too, by name."""
    c = members.c
    query = select(c.id, c.name, c.email, c.role, c.subject).where(c.workspace_id == store.workspace).order_by(c.name)
    with store.database.reading() as connection:
        rows = connection.execute(query).all()
    return tuple(Member(r.id, r.name, r.email, r.role, r.subject is not None) for r in rows)


def invite(store: Store, email: str, *, role: Role = "member") -> str:
    """Let somebody in at their first sign-in with this e-mail address; owners only. Inviting twice changes nothing."""
    address = email.strip()
    if "@" not in address:
        raise ValueError(f"{email!r} is not an e-mail address.")

    def work(connection: Connection) -> str:
        check_owner(connection, store)
        same = (members.c.workspace_id == store.workspace, func.lower(members.c.email) == address.lower())
        there = connection.execute(select(members.c.id).where(*same, members.c.role != "left")).scalar()
        if there is not None:
            return str(there)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        row = {"id": new_id(), "workspace_id": store.workspace, "name": address, "email": address, "role": role, "made_at": now}
        connection.execute(insert(members).values(row))
        return str(row["id"])

    return store.database.write(work)


def change_role(store: Store, member: str, role: Role) -> None:
    """Make somebody owner, member, or no longer part of it ("left"); owners only. The last owner stays one.

    What somebody who left has written stays theirs, unseen; the people and events they added stay the workspace's.
    """

    def work(connection: Connection) -> None:
        check_owner(connection, store)
        owners = select(members.c.id).where(members.c.workspace_id == store.workspace, members.c.role == "owner")
        if role != "owner" and connection.execute(owners.with_for_update()).scalars().all() == [member]:
            raise StorageError("A workspace needs an owner. Make somebody else owner first.")
        mine = (members.c.workspace_id == store.workspace, members.c.id == member)
        connection.execute(update(members).where(*mine).values(role=role))

    store.database.write(work)


def is_owner(connection: Connection, store: Store) -> bool:
    """Whether the store belongs to an owner of the workspace."""
    return connection.execute(select(members.c.role).where(members.c.id == store.member)).scalar() == "owner"


def check_owner(connection: Connection, store: Store) -> None:
    """Raise `NotAllowed` unless the store belongs to an owner of the workspace."""
    if not is_owner(connection, store):
        raise NotAllowed


def require_owner(store: Store) -> None:
    """Raise `NotAllowed` unless the store belongs to an owner of the workspace."""
    with store.database.reading() as connection:
        check_owner(connection, store)


# ---------------------------------------------------------------------- what colleagues see


def known_by_colleagues(store: Store) -> dict[str, tuple[Acquaintance, ...]]:
    """Whom my colleagues know and how, by person id: the warm paths that are not my own. Their remarks are not told."""
    names = _names_of_others(store)

    def load(docs: Documents) -> list[tuple[str, str, Acquaintance]]:
        c = documents.c
        query = select(c.owner, c.person, c.body).where(c.workspace_id == store.workspace, c.kind == "bond")
        rows = docs.connection.execute(query.where(c.owner != store.member)).all()
        alias, bonds = docs.aliases(), load_all(row.body for row in rows)
        facts = ((row, *(bond.get(name) for name in _TOLD)) for row, bond in zip(rows, bonds, strict=True))
        return [
            (row.owner, alias.get(row.person, row.person), Acquaintance("", relation, last, since))
            for row, relation, last, since in facts if relation or last
        ]  # fmt: skip

    found: dict[str, list[Acquaintance]] = defaultdict(list)
    if names:
        for owner, person, known in store.remember("known by colleagues", lambda: store.load(load), rests_on=("bond", "alias")):
            if owner in names:
                found[person].append(replace(known, colleague=names[owner]))
    return {person: tuple(every) for person, every in found.items()}


def also_picked(store: Store, event: str) -> dict[str, tuple[str, ...]]:
    """The people of an event whom colleagues want to meet, by person id, with the colleagues' names."""
    names = {m.id: m.name for m in colleagues(store) if m.id != store.member and m.role != "left"}
    if not names:
        return {}
    picked: dict[str, dict[str, None]] = defaultdict(dict)
    for member, person in _picks(store, event):
        if member in names:
            picked[person][names[member]] = None
    return {person: tuple(every) for person, every in picked.items()}


def _picks(store: Store, event: str) -> list[tuple[str, str]]:
    return store.remember(
        f"picked at {event}", lambda: store.load(lambda docs: _read_picks(docs, event)), rests_on=("entry", "alias")
    )


def _read_picks(docs: Documents, event: str) -> list[tuple[str, str]]:
    """Who else in the workspace, those who left too, wants to meet whom: member and person ids."""
    members_there = select(entries.c.member_id).where(
        entries.c.workspace_id == docs.workspace, entries.c.member_id != docs.member, entries.c.event == event
    )  # fmt: skip
    picks = []
    for member in docs.connection.execute(members_there.distinct()).scalars().all():
        theirs = effective(read_journal(Documents(docs.connection, docs.workspace, member))[1])
        last = {e.person: e.kind for e in theirs if e.event == event and e.kind in _DECISIONS and e.person}
        picks += [(member, person) for person, kind in last.items() if kind == "accepted"]
    return picks


def _names_of_others(store: Store) -> dict[str, str]:
    return {m.id: m.name for m in colleagues(store) if m.id != store.member}


def share(store: Store, *entry_ids: str, shared: bool = True) -> None:
    """Show entries of mine to the workspace, or no longer. Somebody else's entries are not touched, whatever the id."""
    own = (entries.c.workspace_id == store.workspace, entries.c.member_id == store.member, entries.c.id.in_(entry_ids))
    store.write(lambda docs: docs.connection.execute(update(entries).where(*own).values(shared=shared)))


def shared_by_me(store: Store) -> frozenset[str]:
    """The ids of my entries that colleagues may see."""
    c = entries.c
    query = select(c.id).where(c.workspace_id == store.workspace, c.member_id == store.member, c.shared.is_(True))
    with store.database.reading() as connection:
        return frozenset(connection.execute(query).scalars())


def shared_with_me(store: Store) -> tuple[Shared, ...]:
    """What colleagues have shared of their journals and still stands, in the order written."""
    names = _names_of_others(store)
    c = entries.c
    query = select(c.id, c.member_id).where(c.workspace_id == store.workspace, c.shared.is_(True), c.member_id.in_(names))
    with store.database.reading() as connection:
        wanted = defaultdict(set)
        for row in connection.execute(query):
            wanted[row.member_id].add(row.id)
        found = []
        for member, ids in wanted.items():
            theirs = effective(read_journal(Documents(connection, store.workspace, member))[1])
            found += [Shared(names[member], e) for e in theirs if e.id in ids]
    return tuple(found)


def drafts_shared_with_me(store: Store, person: str) -> tuple[tuple[str, Draft], ...]:
    """The drafts to a person that colleagues have shared, each with the colleague's name, oldest first."""
    names = _names_of_others(store)
    c = documents.c
    query = select(c.owner, c.body).where(c.workspace_id == store.workspace, c.kind == "draft", c.owner.in_(names))
    with store.read() as docs:
        same = {person} | {old for old, new in docs.aliases().items() if new == person}
        rows = docs.connection.execute(query.where(c.person.in_(same)).order_by(c.seq)).all()
    every = ((names[row.owner], unpack(Draft, json.loads(row.body))) for row in rows)
    return tuple((colleague, draft) for colleague, draft in every if draft.shared)
