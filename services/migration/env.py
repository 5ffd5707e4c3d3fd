"""Alembic's entry: runs the revisions on the store that `services.schema` names."""

from __future__ import annotations

from alembic import context
from sqlalchemy import create_engine

from models.world import Base

config = context.config
engine = create_engine(f"sqlite:///{config.attributes['path']}")
with engine.connect() as connection:
    context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()
engine.dispose()
