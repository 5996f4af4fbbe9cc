"""Count the writes of a workspace, so that what was read can be used again until there is another."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the counter."""
    counter = sa.BigInteger().with_variant(sa.Integer, "sqlite")
    with op.batch_alter_table("workspaces") as table:
        table.add_column(sa.Column("changes", counter, nullable=False, server_default="0"))
