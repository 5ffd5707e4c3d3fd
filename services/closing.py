"""Feedback, closing and reopening (反馈、处结、重开)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.agency import AgencyOrder
from models.assignment import Assignment
from models.errors import RuleError
from models.feedback import Feedback
from models.form import DICTIONARIES, FormBook, form_book, is_point
from models.incident import Incident, checked_tags
from models.reason import RETURN, Reason
from models.state import OPEN_ORDER, PROGRESS, IncidentState
from models.stop import PENDING_STOP, StopOrder
from models.term import Term
from models.text import LONG, clean, clean_required
from services.context import fresh_id, local_day
from services.dispatching import follow, progress_of
from services.hindsight import tell_regret
from services.reason import checked_reason, reason_told
from services.reminding import settle_feedback
from services.timeline import enter

COUNTS = frozenset(
    [
        "vehicles",
        "persons",
        "rescued",
        "injured",
        "dead",
        "caught",
        "involved",
        "escaped",
        "loss_fen",
    ]
)
MOST = 10**15  # a loss in fen may be large; more is a slip
TEXTS = frozenset(
    "officer weather handover handover_contact handover_reply case_number recording town village "
    "area place_part rescued_note injured_note dead_note".split()
)
# By the names of the form; the scene is a point of two columns.
COLUMNS = COUNTS | TEXTS | {"evidence", "tags", "occurred_at", "scene"}


def feed_back(
    session: Session,
    incident_id: str,
    *,
    at: int,
    by: str,
    class_code: str,
    result: str,
    narrative: str = "",
    assignment_id: str | None = None,
    particulars: Mapping[str, Any] | None = None,
    **fields: Any,
) -> str:
    """Record a unit's or the desk's report from the scene; its class becomes the one that counts. Return its key.

    `fields` may set the counts and texts of the feedback sheet, when it occurred (Unix ms, not later than `at`) and
    the point of the scene ([lon, lat]); `particulars` these and whatever the form of the class asks for besides.
    RuleErrors: `field.unknown`, `field.bad`, `text.empty`, `sheet.not_open`,
    `assignment.other_sheet`, and those of `FormBook.check`.
    """
    sheet = session.get_one(Incident, incident_id)
    if sheet.state not in PROGRESS:
        raise RuleError("sheet.not_open", number=sheet.number, state=sheet.state.value)
    job = session.get_one(Assignment, assignment_id) if assignment_id else None
    if job is not None and job.incident_id != sheet.id:
        raise RuleError("assignment.other_sheet")
    class_code = clean_required("class_code", class_code)
    result = clean_required("result", result)
    columns = checked_fields(fields)
    told = told_by_form(form_book_of(session, at), class_code, result, columns, particulars or {})
    if (told.get("occurred_at") or at) > at:
        raise RuleError("field.bad", field="occurred_at")
    report = Feedback(
        id=fresh_id(session),
        number=next_report(session, sheet),
        version=next_version(session, sheet, job.unit_id if job else None),
        incident_id=sheet.id,
        assignment_id=assignment_id,
        unit_id=job.unit_id if job else None,
        at=at,
        departed_at=job.departed_at if job else None,
        arrived_at=job.arrived_at if job else None,
        finished_at=job.finished_at if job else None,
        class_code=class_code,
        result=result,
        narrative=clean("narrative", narrative, LONG),
        particulars={name: value for name, value in told.items() if name not in COLUMNS},
        **in_columns(
            checked_fields({name: value for name, value in told.items() if name in COLUMNS})
        ),
    )
    session.add(report)
    old = sheet.class_code
    sheet.class_fed_back = report.class_code
    sheet.fed_back = True
    settle_feedback(session, sheet.id)
    enter(
        session,
        sheet.id,
        "feedback.given",
        at=at,
        by=by,
        text=report.narrative,
        class_code=report.class_code,
        old_class=old if old != report.class_code else None,
        result=report.result,
        number=report.number,
    )
    return report.id


def strike_feedback(session: Session, feedback_id: str, reason: str, *, at: int, by: str) -> None:
    """Strike a feedback given in error, with the reason; the row stays, the newest one left counts instead.

    RuleErrors: `feedback.struck`, `sheet.not_open`, `text.empty`.
    """
    report = session.get_one(Feedback, feedback_id)
    sheet = session.get_one(Incident, report.incident_id)
    sheet.check_open()
    if report.struck_at is not None:
        raise RuleError("feedback.struck", number=report.number)
    reason = clean_required("reason", reason)
    report.struck_at = at
    session.flush()
    left = select(Feedback).where(Feedback.incident_id == sheet.id, Feedback.struck_at.is_(None))
    newest = session.scalars(left.order_by(Feedback.at.desc(), Feedback.id.desc())).first()
    sheet.class_fed_back = newest.class_code if newest is not None else ""
    sheet.fed_back = newest is not None
    enter(session, sheet.id, "feedback.struck", at=at, by=by, number=report.number, reason=reason)


def next_report(session: Session, sheet: Incident) -> str:
    """Return the number of a sheet's next feedback: the sheet's, a dash, F and which of them it is."""
    reports = select(func.count()).where(Feedback.incident_id == sheet.id)
    return f"{sheet.number}-F{(session.scalar(reports) or 0) + 1}"


def next_version(session: Session, sheet: Incident, unit_id: str | None) -> int:
    """Return which report of a unit (None: of the desk) on a sheet the next one is, struck ones counted."""
    mine = Feedback.unit_id.is_(None) if unit_id is None else Feedback.unit_id == unit_id
    reports = select(func.count()).where(Feedback.incident_id == sheet.id, mine)
    return (session.scalar(reports) or 0) + 1


def form_book_of(session: Session, at: int) -> FormBook:
    """Return the forms of feedback sheets that hold at an instant."""
    terms = session.scalars(select(Term).where(Term.dictionary.in_(DICTIONARIES)))
    return form_book(terms, local_day(at))


def told_by_form(
    book: FormBook,
    class_code: str,
    result: str,
    columns: Mapping[str, Any],
    particulars: Mapping[str, Any],
) -> dict[str, Any]:
    """Return everything told after checking it against the form; a column that no form names is free."""
    free = {name: value for name, value in columns.items() if name not in book.fields}
    asked = {name: value for name, value in columns.items() if name in book.fields}
    return {**free, **book.check(class_code, result, {**asked, **particulars})}


def checked_fields(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the counts and texts of a feedback sheet after checking them."""
    kept: dict[str, Any] = {}
    for name, value in fields.items():
        if name in COUNTS:
            if type(value) is not int or not 0 <= value <= MOST:
                raise RuleError("field.bad", field=name)
            kept[name] = value
        elif name in TEXTS:
            if not isinstance(value, str):
                raise RuleError("field.bad", field=name)
            kept[name] = clean(name, value)
        elif name == "evidence":
            kept[name] = bool(value)
        elif name == "tags":
            kept[name] = checked_tags(value)
        elif name == "occurred_at":
            if type(value) is not int or value <= 0:
                raise RuleError("field.bad", field=name)
            kept[name] = value
        elif name == "scene":
            if not is_point(value):
                raise RuleError("field.bad", field=name)
            kept[name] = value
        else:
            raise RuleError("field.unknown", field=name)
    return kept


def in_columns(told: dict[str, Any]) -> dict[str, Any]:
    """Return what was told by the names of the columns: the scene is two of them."""
    lon, lat = told.pop("scene", (None, None))
    return {**told, "scene_lon": lon, "scene_lat": lat}


def close(
    session: Session, incident_id: str, result: str, note: str = "", *, at: int, by: str
) -> None:
    """Close a sheet (处结) with a result code.

    RuleErrors: `sheet.units_active` while a unit is on it, `sheet.orders_open` while an agency owes an answer,
    `sheet.stops_open` while nobody has said what became of a caller's money.
    """
    sheet = session.get_one(Incident, incident_id)
    owing = select(AgencyOrder.id).where(
        AgencyOrder.incident_id == sheet.id, AgencyOrder.state.in_(OPEN_ORDER)
    )
    if session.scalars(owing).first() is not None:
        raise RuleError("sheet.orders_open", number=sheet.number)
    pending = select(StopOrder.id).where(
        StopOrder.incident_id == sheet.id, StopOrder.state.in_(PENDING_STOP)
    )
    if session.scalars(pending).first() is not None:
        raise RuleError("sheet.stops_open", number=sheet.number)
    sheet.close(at, result, note, progress_of(session, sheet.id))
    enter(
        session,
        sheet.id,
        "sheet.closed",
        at=at,
        by=by,
        text=sheet.closing_note,
        result=sheet.result,
    )
    tell_regret(session, sheet, at=at, by=by)


def reopen(session: Session, incident_id: str, reason: str, *, at: int, by: str) -> None:
    """Take a closed sheet up again, with the reason."""
    sheet = session.get_one(Incident, incident_id)
    reason = clean_required("reason", reason)
    sheet.reopen(progress_of(session, sheet.id))
    enter(session, sheet.id, "sheet.reopened", at=at, by=by, reason=reason)


def visit_back(
    session: Session, incident_id: str, result: str, note: str = "", *, at: int, by: str
) -> None:
    """Record what the caller of a closed sheet said when asked (回访); `result` is a `VisitResult`."""
    sheet = session.get_one(Incident, incident_id)
    sheet.visit(at, result, note)
    enter(
        session,
        sheet.id,
        "sheet.visited",
        at=at,
        by=by,
        text=sheet.visit_note,
        visit_result=sheet.visit_result,
    )


def return_sheet(
    session: Session, incident_id: str, reason: Reason | str, *, at: int, by: str
) -> None:
    """Send a sheet back that this desk does not answer for (退单); it stays on the board.

    The reason is one of the dictionary `return_reason`, or words.
    """
    sheet = session.get_one(Incident, incident_id)
    given = checked_reason(session, RETURN, reason, at=at)
    sheet.move(IncidentState.RETURNED)
    enter(session, sheet.id, "sheet.returned", at=at, by=by, **reason_told(given))


def accept_returned(session: Session, incident_id: str, *, at: int, by: str) -> None:
    """Take a returned sheet up again: no sheet is dropped silently."""
    sheet = session.get_one(Incident, incident_id)
    sheet.accept()
    enter(session, sheet.id, "sheet.accepted", at=at, by=by)
    follow(session, sheet)
