"""Run by Alembic with the connection the program already has; there is no alembic.ini."""

from alembic import context

from planner._tables import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, render_as_batch=True, transactional_ddl=False)
context.run_migrations()
