"""The dictionaries that ship with the program, for a store that has none."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.checklist import Checklist
from models.errors import TroubleError
from models.term import Term
from services.dictionary.checklist import read_checklists
from services.dictionary.importing import check_listing, import_listing
from services.dictionary.kind import LISTINGS
from services.dictionary.listing import read_listing
from services.dictionary.sheet import Refusal
from services.dictionary.term import PARENTS, import_terms, read_terms
from services.prompting import save_checklist
from services.resource import RESOURCES

FOLDER = RESOURCES / "dictionary"
CHECKLISTS = RESOURCES / "checklist" / "checklist.csv"
AGENCY, CONTACT = "agency", "agency_contact"


def install_defaults(session: Session, *, at: int, by: str, folder: Path = FOLDER) -> int:
    """Load the shipped dictionaries and agencies into a store without any; return how many lines were taken.

    Does nothing where the store has terms already. TroubleError `file.refused` where a file will not do.
    """
    install_checklists(session, at=at, by=by)
    if session.scalars(select(Term.id).limit(1)).first() is not None:
        return 0
    codes: dict[str, set[str]] = {}
    count = 0
    names = sorted(path.stem for path in folder.glob("*.csv"))
    # Parents before those who name them.
    for name in sorted(set(names) - {AGENCY, CONTACT}, key=lambda it: (it in PARENTS, it)):
        path = folder / f"{name}.csv"
        rows, refused = read_terms(path, codes.get(PARENTS.get(name, ""), ()))
        check_none(path, refused)
        import_terms(session, name, rows, at=at, by=by)
        codes[name] = {row.code for row in rows}
        count += len(rows)
    for stem, name in ((AGENCY, "agencies"), (CONTACT, "contacts")):
        if (path := folder / f"{stem}.csv").exists():
            count += install_listing(session, name, path, at=at, by=by)
    return count


def install_checklists(session: Session, *, at: int, by: str, path: Path = CHECKLISTS) -> int:
    """Load the shipped checklists into a store without any; return how many. TroubleError `file.refused`."""
    if session.scalars(select(Checklist.id).limit(1)).first() is not None:
        return 0
    outlines, refused = read_checklists(path)
    check_none(path, refused)
    for outline in outlines:
        # The first versions are the same on every seat.
        save_checklist(session, outline, at=at, by=by, id=f"checklist:{outline.code}:1")
    return len(outlines)


def install_listing(session: Session, name: str, path: Path, *, at: int, by: str) -> int:
    """Load a shipped list; return how many lines were taken."""
    reading = read_listing(path, LISTINGS[name])
    check_none(path, check_listing(session, reading))
    import_listing(session, name, reading.rows, at=at, by=by)
    return len(reading.rows)


def check_none(path: Path, refused: Sequence[Refusal]) -> None:
    """Raise TroubleError `file.refused` with the first refused line, if any."""
    if refused:
        first = refused[0]
        raise TroubleError("file.refused", path=str(path), line=first.line, reason=first.reason)
