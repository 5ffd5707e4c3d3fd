"""Linking (关联): sheets that tell of the same matter hang on one main sheet, or are merged into it."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.errors import RuleError
from models.incident import Incident, LinkType
from services.dispatching import follow, progress_of
from services.timeline import enter


def link(
    session: Session, incident_id: str, main_id: str, link_type: str, *, at: int, by: str
) -> None:
    """Hang a sheet on a main sheet (1 repeat, 2 urging, 3 officer's report, 4 nuisance); both live on."""
    sheet, main = session.get_one(Incident, incident_id), session.get_one(Incident, main_id)
    check_no_branches(session, sheet)
    if link_type not in set(LinkType):
        raise RuleError("field.bad", field="link_type")
    former = sheet.main_id
    sheet.link(main, LinkType(link_type))
    if former is not None and former != main.id:
        tell_both(session, sheet, former, "sheet.unlinked", "sheet.link_left", at=at, by=by)
    enter(
        session,
        sheet.id,
        "sheet.linked",
        at=at,
        by=by,
        number=main.number,
        link_type=link_type,
    )
    enter(
        session,
        main.id,
        "sheet.link_came",
        at=at,
        by=by,
        number=sheet.number,
        link_type=link_type,
    )


def unlink(session: Session, incident_id: str, *, at: int, by: str) -> None:
    """Take a linked sheet off its main sheet."""
    sheet = session.get_one(Incident, incident_id)
    main_id = sheet.main_id
    sheet.unlink()
    assert main_id is not None
    tell_both(session, sheet, main_id, "sheet.unlinked", "sheet.link_left", at=at, by=by)


def merge(session: Session, incident_id: str, main_id: str, *, at: int, by: str) -> None:
    """Merge a sheet into a main sheet: only the main one is worked on; `unmerge` takes it back whole."""
    sheet, main = session.get_one(Incident, incident_id), session.get_one(Incident, main_id)
    check_no_branches(session, sheet)
    sheet.merge_into(main, progress_of(session, sheet.id))
    tell_both(session, sheet, main.id, "sheet.merged", "sheet.merge_came", at=at, by=by)


def unmerge(session: Session, incident_id: str, *, at: int, by: str) -> None:
    """Let a merged sheet be as it was before: its state, and the main sheet it was linked to, if it still is one."""
    sheet = session.get_one(Incident, incident_id)
    main_id, before = sheet.main_id, sheet.main_before_merge
    sheet.unmerge(session.get(Incident, before) if before is not None else None)
    assert main_id is not None
    tell_both(session, sheet, main_id, "sheet.unmerged", "sheet.merge_left", at=at, by=by)
    follow(session, sheet)


def tell_both(
    session: Session, sheet: Incident, main_id: str, here: str, there: str, *, at: int, by: str
) -> None:
    """Write the link's change into both timelines."""
    main = session.get_one(Incident, main_id)
    enter(session, sheet.id, here, at=at, by=by, number=main.number)
    enter(session, main.id, there, at=at, by=by, number=sheet.number)


def check_no_branches(session: Session, sheet: Incident) -> None:
    """Raise RuleError `link.has_branches` where other sheets hang on this one: one level only."""
    branch = session.scalars(select(Incident).where(Incident.main_id == sheet.id)).first()
    if branch is not None:
        raise RuleError("link.has_branches", number=sheet.number, branch=branch.number)
