"""The tables. Every row belongs to a workspace, and where it is private to one member of it, from the first release."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
)

REVISION = "0002"  # the newest migration; a test keeps it equal to the newest file in migrations/versions

metadata = MetaData()

_COUNTER = BigInteger().with_variant(Integer, "sqlite")

workspaces = Table(
    "workspaces",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("name", Text, nullable=False),
    Column("made_at", String(32), nullable=False),
    Column(
        "changes", _COUNTER, nullable=False, server_default="0"
    ),  # how many writes: what was read before stays true until it grows
)

members = Table(
    "members",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("workspace_id", String(64), ForeignKey("workspaces.id"), nullable=False),
    Column("name", Text, nullable=False),
    Column("email", Text),
    Column("subject", String(255), unique=True),  # who the sign-in service says it is
    Column("role", String(16), nullable=False),
    Column("made_at", String(32), nullable=False),
)

entries = Table(
    "entries",
    metadata,
    Column("seq", _COUNTER, primary_key=True, autoincrement=True),  # the order of writing
    Column("workspace_id", String(64), ForeignKey("workspaces.id"), nullable=False),
    Column("member_id", String(64), ForeignKey("members.id"), nullable=False),
    Column("id", String(64), nullable=False),
    Column("kind", String(32), nullable=False),
    Column("event", String(64)),
    Column("person", String(64)),
    Column("shared", Boolean, nullable=False, server_default=false()),
    Column("body", Text, nullable=False),
    UniqueConstraint("workspace_id", "member_id", "id", name="entries_once"),
)

documents = Table(
    "documents",
    metadata,
    Column("seq", _COUNTER, primary_key=True, autoincrement=True),
    Column("workspace_id", String(64), ForeignKey("workspaces.id"), nullable=False),
    Column("owner", String(64), nullable=False),  # a member's id, or "" for what the workspace shares
    Column("kind", String(32), nullable=False),
    Column("id", String(255), nullable=False),
    Column("event", String(64)),
    Column("person", String(64)),
    Column("find", String(255)),  # what to look it up by: a person's folded name
    Column("version", Integer, nullable=False),
    Column("changed_at", String(32), nullable=False),
    Column("body", Text, nullable=False),
    UniqueConstraint("workspace_id", "owner", "kind", "id", name="documents_once"),
    Index("documents_by_event", "workspace_id", "kind", "event"),
    Index("documents_by_person", "workspace_id", "kind", "person"),
    Index("documents_by_find", "workspace_id", "kind", "find"),
)
