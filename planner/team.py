"""A team on one server: who belongs to the workspace, and the little that colleagues may see of each other.

People, events and facts are the workspace's. How somebody knows a person (not what they remark about them), and whom they
picked, is told to colleagues so that warm paths are found and nobody is approached twice; journal entries only when shared.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from sqlalchemy import Connection, func, insert, select, update

from planner._database import Database
from planner._documents import Documents
from planner._tables import documents, entries, members
from planner.journal import Entry, effective, new_id
from planner.people import Relation
from planner.storage import StorageError, Store, read_journal

Role = Literal["owner", "member", "left"]
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
    """A colleague knows a person: how, and when they were last in touch (ISO date), as far as they noted it."""

    colleague: str
    relation: Relation | None
    last_contact: str | None


@dataclass(frozen=True, slots=True)
class Shared:
    """A journal entry a colleague shared."""

    colleague: str
    entry: Entry


# ---------------------------------------------------------------------- belonging


def sign_in(database: Database, *, subject: str, email: str, name: str) -> str:
    """The id of the member who signed in, for `open_store`; `subject` and `email` are what the sign-in service vouches for.

    The first to sign in on a server becomes its owner and takes over what was kept without sign-in. After that one must be
    invited. The e-mail address must be a verified one: it decides which invitation is taken up. Raises `NotInvited`.
    """

    def work(connection: Connection) -> str:
        known = connection.execute(select(members.c.id, members.c.role).where(members.c.subject == subject)).first()
        if known is not None:
            if known.role == "left":
                raise NotInvited(email)
            return str(known.id)
        first = connection.execute(select(func.count()).where(members.c.subject.is_not(None))).scalar() == 0
        invited = members.c.id == "me" if first else func.lower(members.c.email) == email.strip().lower()
        seat = select(members.c.id).where(invited, members.c.subject.is_(None), members.c.role != "left").with_for_update()
        found = connection.execute(seat).scalar()
        if found is None:
            raise NotInvited(email)
        facts = {"subject": subject, "email": email.strip(), "name": name or email}
        connection.execute(update(members).where(members.c.id == found).values(facts))
        return str(found)

    return database.write(work)


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


# ---------------------------------------------------------------------- what colleagues see


def known_by_colleagues(store: Store) -> dict[str, tuple[Acquaintance, ...]]:
    """Whom my colleagues know and how, by person id: the warm paths that are not my own. Their remarks are not told."""
    names = {m.id: m.name for m in colleagues(store) if m.id != store.member}
    c = documents.c
    query = select(c.owner, c.person, c.body).where(
        c.workspace_id == store.workspace, c.kind == "bond", c.owner.in_(names)
    )  # fmt: skip
    found: dict[str, list[Acquaintance]] = defaultdict(list)
    with store.read() as docs:
        alias = docs.aliases()
        for row in docs.connection.execute(query):
            bond = json.loads(row.body)
            if bond.get("relation") or bond.get("last_contact"):
                person = alias.get(row.person, row.person)
                found[person].append(Acquaintance(names[row.owner], bond.get("relation"), bond.get("last_contact")))
    return {person: tuple(every) for person, every in found.items()}


def also_picked(store: Store, event: str) -> dict[str, tuple[str, ...]]:
    """The people of an event whom colleagues want to meet, by person id, with the colleagues' names."""
    names = {m.id: m.name for m in colleagues(store) if m.id != store.member and m.role != "left"}
    picked: dict[str, dict[str, None]] = defaultdict(dict)
    with store.database.reading() as connection:
        for member, name in names.items():
            theirs = effective(read_journal(Documents(connection, store.workspace, member))[1])
            last = {e.person: e.kind for e in theirs if e.event == event and e.kind in _DECISIONS and e.person}
            for person, kind in last.items():
                if kind == "accepted":
                    picked[person][name] = None
    return {person: tuple(every) for person, every in picked.items()}


def share(store: Store, *entry_ids: str, shared: bool = True) -> None:
    """Show entries of mine to the workspace, or no longer. Somebody else's entries are not touched, whatever the id."""
    own = (entries.c.workspace_id == store.workspace, entries.c.member_id == store.member, entries.c.id.in_(entry_ids))
    store.write(lambda docs: docs.connection.execute(update(entries).where(*own).values(shared=shared)))


def shared_with_me(store: Store) -> tuple[Shared, ...]:
    """What colleagues have shared of their journals and still stands, in the order written."""
    names = {m.id: m.name for m in colleagues(store) if m.id != store.member}
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
