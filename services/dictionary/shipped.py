"""The dictionaries that ship with the program, for a store that has none."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.errors import TroubleError
from models.term import Term
from services.dictionary.agency import (
    import_agencies,
    import_contacts,
    read_agencies,
    read_contacts,
)
from services.dictionary.sheet import Refusal
from services.dictionary.term import PARENTS, import_terms, read_terms
from services.resource import RESOURCES

FOLDER = RESOURCES / "dictionary"
AGENCY, CONTACT, CLASSES = "agency", "agency_contact", "incident_class"


def install_defaults(session: Session, *, at: int, by: str, folder: Path = FOLDER) -> int:
    """Load the shipped dictionaries and agencies into a store without any; return how many lines were taken.

    Does nothing where the store has terms already. TroubleError `file.refused` where a file will not do.
    """
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
    return count + install_agencies(session, codes.get(CLASSES, set()), folder, at=at, by=by)


def install_agencies(session: Session, classes: set[str], folder: Path, *, at: int, by: str) -> int:
    """Load the shipped agencies and contacts; return how many lines were taken."""
    path, contact_path = folder / f"{AGENCY}.csv", folder / f"{CONTACT}.csv"
    if not path.exists():
        return 0
    agencies, refused = read_agencies(path, classes)
    check_none(path, refused)
    contacts, refused = read_contacts(contact_path, {row.fields["code"] for row in agencies})
    check_none(contact_path, refused)
    import_agencies(session, agencies, at=at, by=by)
    import_contacts(session, contacts, at=at, by=by)
    return len(agencies) + len(contacts)


def check_none(path: Path, refused: list[Refusal]) -> None:
    """Raise TroubleError `file.refused` with the first refused line, if any."""
    if refused:
        first = refused[0]
        raise TroubleError("file.refused", path=str(path), line=first.line, reason=first.reason)
