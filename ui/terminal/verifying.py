"""`verify`: says whether the store fits its journal."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict
from typing import TextIO

from models.errors import TroubleError
from services.database import Database
from services.journal.verifying import INDEX_DIFFERS, Misfit, verify
from ui.terminal.arguments import store_path
from ui.terminal.wording import Wording

FITS, MISFIT = 0, 1


def run_verify(parsed: Namespace, say: Wording, out: TextIO) -> int:
    """Print each seat's head and the first misfit; return 0 where all fits, 1 otherwise."""
    path = store_path(parsed)
    if not path.exists():
        raise TroubleError("store.missing", path=str(path))
    database = Database(path)
    try:
        verdict = database.read(verify, parsed.head)
        spoilt = verdict.misfit is not None and verdict.misfit.code == INDEX_DIFFERS
        indexed = database.index_anew() if spoilt else 0
    finally:
        database.close()
    for seat, head in sorted(verdict.heads.items()):
        out.write(say("verify.head", seat=seat, head=head) + "\n")
    if verdict.misfit is None:
        out.write(say("verify.fits", records=verdict.records) + "\n")
        return FITS
    out.write(say("verify.misfit", what=misfit_words(verdict.misfit, say)) + "\n")
    if spoilt:
        out.write(say("verify.indexed", sheets=indexed) + "\n")
    return MISFIT


def misfit_words(misfit: Misfit, say: Wording) -> str:
    """Return what does not fit, in words."""
    code = f"misfit.{misfit.code}"
    return say(code if say.knows(code) else "misfit.other", **asdict(misfit))
