"""Alembic's way in: the connection is handed over by `workshop.record.migrate`."""

from alembic import context

from workshop.record.tables import Base

context.configure(
    connection=context.config.attributes["connection"], target_metadata=Base.metadata, render_as_batch=True
)
with context.begin_transaction():
    context.run_migrations()
