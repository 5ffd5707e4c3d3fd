"""Brings a store to this program's schema: refuses newer stores, copies before every migration."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from models.errors import TroubleError

# The newest revision under services/migration/versions; a test holds the two together.
HEAD = "0001"
MIGRATIONS = Path(__file__).parent / "migration"


def revision_of(path: Path) -> str | None:
    """Return the schema revision of a store file, None for an empty or missing one.

    Raises TroubleError `store.damaged` for a file that is no SQLite database and `store.foreign` for a
    database that some other program made.
    """
    if not path.exists() or path.stat().st_size == 0:
        return None
    try:
        with closing(sqlite3.connect(path)) as connection:
            tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
            if not tables:
                return None
            if not {"journal", "alembic_version"} <= tables:
                raise TroubleError("store.foreign", path=str(path))
            found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.DatabaseError as error:
        if "not a database" not in str(error) and "malformed" not in str(error):
            raise TroubleError("store.cannot_open", path=str(path), detail=str(error)) from error
        raise TroubleError("store.damaged", path=str(path), detail=str(error)) from error
    return found[0] if found else None


def known_revisions() -> set[str]:
    """Return the revisions that this program can read or migrate."""
    return {file.name.split("_")[0] for file in (MIGRATIONS / "versions").glob("[0-9]*_*.py")}


def bring_up(path: Path) -> None:
    """Create or migrate the store; TroubleError `store.newer` leaves a newer one untouched."""
    revision = revision_of(path)
    if revision == HEAD:
        return
    if revision is not None and revision not in known_revisions():
        raise TroubleError("store.newer", path=str(path), revision=revision, known=HEAD)
    if revision is not None:
        copy_store(path, path.with_name(f"{path.name}.before-{HEAD}"))
    migrate(path)


def copy_store(source: Path, target: Path) -> None:
    """Copy a store, hot or not, through SQLite's own backup."""
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)


def migrate(path: Path) -> None:
    """Run Alembic up to the newest revision."""
    # Alembic takes 0.2 s to load and is needed once in the life of a store.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["path"] = path
    command.upgrade(config, "head")
