"""The first release: workspaces, members, the journal's entries, and versioned documents."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_COUNTER = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make the tables, and the workspace and member of a single machine."""
    op.create_table(
        "workspaces",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("made_at", sa.String(32), nullable=False),
    )
    op.create_table(
        "members",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("workspace_id", sa.String(64), sa.ForeignKey("workspaces.id"), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("email", sa.Text),
        sa.Column("subject", sa.String(255), unique=True),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("made_at", sa.String(32), nullable=False),
    )
    op.create_table(
        "entries",
        sa.Column("seq", _COUNTER, primary_key=True, autoincrement=True),
        sa.Column("workspace_id", sa.String(64), sa.ForeignKey("workspaces.id"), nullable=False),
        sa.Column("member_id", sa.String(64), sa.ForeignKey("members.id"), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("event", sa.String(64)),
        sa.Column("person", sa.String(64)),
        sa.Column("shared", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("body", sa.Text, nullable=False),
        sa.UniqueConstraint("workspace_id", "member_id", "id", name="entries_once"),
    )
    op.create_table(
        "documents",
        sa.Column("seq", _COUNTER, primary_key=True, autoincrement=True),
        sa.Column("workspace_id", sa.String(64), sa.ForeignKey("workspaces.id"), nullable=False),
        sa.Column("owner", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("id", sa.String(255), nullable=False),
        sa.Column("event", sa.String(64)),
        sa.Column("person", sa.String(64)),
        sa.Column("find", sa.String(255)),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("changed_at", sa.String(32), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.UniqueConstraint("workspace_id", "owner", "kind", "id", name="documents_once"),
    )
    op.create_index("documents_by_event", "documents", ["workspace_id", "kind", "event"])
    op.create_index("documents_by_person", "documents", ["workspace_id", "kind", "person"])
    op.create_index("documents_by_find", "documents", ["workspace_id", "kind", "find"])
    now = "CAST(CURRENT_TIMESTAMP AS VARCHAR(32))"
    op.execute(f"INSERT INTO workspaces (id, name, made_at) VALUES ('home', 'My workspace', {now})")  # noqa: S608
    op.execute(f"INSERT INTO members (id, workspace_id, name, role, made_at) VALUES ('me', 'home', 'Me', 'owner', {now})")  # noqa: S608
