"""`backup` and `restore`: a copy of the store to keep elsewhere, and the way back."""

from __future__ import annotations

from argparse import Namespace
from datetime import datetime
from typing import TextIO

from services.backup import back_up, restore
from ui.terminal.arguments import store_path
from ui.terminal.wording import Wording

DONE = 0


def run_backup(parsed: Namespace, say: Wording, out: TextIO) -> int:
    """Copy the store, in use or not, and prove the copy."""
    records = back_up(store_path(parsed), parsed.file)
    out.write(say("backup.done", path=str(parsed.file), records=records) + "\n")
    return DONE


def run_restore(parsed: Namespace, say: Wording, out: TextIO) -> int:
    """Put a copy in the place of the store; what stood there is kept under another name, which is told."""
    stamp = f"{datetime.now().astimezone():%Y%m%d-%H%M%S}"
    store = store_path(parsed)
    restored = restore(parsed.file, store, replace=parsed.replace, stamp=stamp)
    out.write(say("restore.done", path=str(store), records=restored.records) + "\n")
    if restored.aside is not None:
        out.write(say("restore.aside", path=str(restored.aside)) + "\n")
    return DONE
