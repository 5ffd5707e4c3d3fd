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

    Raises TroubleError `store.foreign` for a database that some other program made, and what SQLite says
    of a file that is no database.
    """
    if not path.exists() or path.stat().st_size == 0:
        return None
    # Only looked at: a store of a newer program must not even be checkpointed. What a crash left half
    # made, though, has to be rolled back before anything can be read.
    mode = "rw" if path.with_name(f"{path.name}-journal").exists() else "ro"
    address = f"{path.absolute().as_uri()}?mode={mode}"
    with closing(sqlite3.connect(address, uri=True)) as connection:
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
        if not tables:
            return None
        if not {"journal", "alembic_version"} <= tables:
            raise TroubleError("store.foreign", path=str(path))
        found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
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
    """Copy a store, hot or not, through SQLite's own backup; the target is there whole or not at all."""
    half = target.with_name(f"{target.name}.part")
    half.unlink(missing_ok=True)
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(half)) as new:
        old.backup(new)
    half.replace(target)


def migrate(path: Path) -> None:
    """Run Alembic up to the newest revision, in one transaction."""
    # Alembic takes 0.2 s to load and is needed once in the life of a store.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["path"] = path
    command.upgrade(config, "head")
