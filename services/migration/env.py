"""Alembic's entry: runs the revisions on the store that `services.schema` names, all of them or none."""

from __future__ import annotations

from typing import Any

from alembic import context
from sqlalchemy import URL, create_engine, event

from models.world import Base

config = context.config
engine = create_engine(URL.create("sqlite", database=str(config.attributes["path"])))


@event.listens_for(engine, "connect")
def on_connect(connection: Any, _record: Any) -> None:
    """Keep the driver from committing on its own: a table it makes outside a transaction survives a crash."""
    connection.isolation_level = None


@event.listens_for(engine, "begin")
def on_begin(connection: Any) -> None:
    """Begin, with the write lock, before the first statement."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")


try:
    with engine.connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=Base.metadata,
            render_as_batch=True,
            transactional_ddl=True,
        )
        with context.begin_transaction():
            context.run_migrations()
finally:
    engine.dispose()
