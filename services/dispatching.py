"""Dispatching (派警): units are sent, sign, set out, arrive, finish, come back, or go to a nearer job."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.advice import Advice
from models.assignment import COUNTED, Assignment, Role, brought, standing
from models.errors import RuleError
from models.incident import Incident
from models.reason import CANCEL, NONE, OVERRIDE, RETURN, Reason
from models.state import ACTIVE, AssignmentState, Duty
from models.text import LONG, clean
from models.unit import Unit
from services.context import fresh_id
from services.reason import checked_reason, reason_told
from services.timeline import enter

NOT_ADVISED = Advice()
NO_ADVICE: Mapping[str, Advice] = {}


def assignments_of(session: Session, incident_id: str) -> Sequence[Assignment]:
    """Return a sheet's assignments in the order they were issued."""
    return session.scalars(
        select(Assignment)
        .where(Assignment.incident_id == incident_id)
        .order_by(Assignment.issued_at, Assignment.id)
    ).all()


def progress_of(session: Session, incident_id: str) -> list[AssignmentState]:
    """Return the states of a sheet's assignments."""
    return [job.state for job in assignments_of(session, incident_id)]


def job_of(session: Session, unit_id: str) -> Assignment | None:
    """Return the assignment a unit is on, or None."""
    return session.scalars(
        select(Assignment).where(Assignment.unit_id == unit_id, Assignment.state.in_(ACTIVE))
    ).first()


def assign_units(
    session: Session,
    incident_id: str,
    unit_ids: Collection[str],
    *,
    at: int,
    by: str,
    instruction: str = "",
    channel: str = "net",
    self_attached: bool = False,
    auto: bool = False,
    recording: str = "",
    advice: Mapping[str, Advice] = NO_ADVICE,
) -> list[str]:
    """Send one or several units, all or none; the first of those under way is the main unit. Return the keys.

    `auto`: the program chose them, nobody did; `recording`: the number of the record of an order given by voice; `advice`: by
    unit what was known when it was chosen.

    RuleErrors: `units.none`, `unit.busy`, `unit.not_ready`, `sheet.not_dispatchable`, those of reasons.
    """
    sheet = session.get_one(Incident, incident_id)
    sheet.check_takes_units()
    if not unit_ids:
        raise RuleError("units.none")
    jobs = []
    for unit_id in dict.fromkeys(unit_ids):
        unit = session.get_one(Unit, unit_id)
        unit.check_can_go()
        if (busy := job_of(session, unit_id)) is not None:
            other = session.get_one(Incident, busy.incident_id)
            raise RuleError("unit.busy", unit=unit.call_sign, number=other.number)
        jobs.append(
            issue(
                session,
                sheet,
                unit,
                at=at,
                by=by,
                instruction=clean("instruction", instruction, LONG),
                channel=channel,
                self_attached=self_attached,
                auto=auto,
                recording=clean("recording", recording),
                advice=advice.get(unit_id, NOT_ADVISED),
            )
        )
    follow(session, sheet)
    return [job.id for job in jobs]


def issue(
    session: Session,
    sheet: Incident,
    unit: Unit,
    *,
    at: int,
    by: str,
    instruction: str,
    channel: str,
    self_attached: bool = False,
    auto: bool = False,
    recording: str = "",
    moved_from: Assignment | None = None,
    advice: Advice = NOT_ADVISED,
) -> Assignment:
    """Add the order of one unit and its line in the timeline; for the commands of this module."""
    former = main_of(session, sheet.id)
    has_main = former is not None and former.is_active
    job = Assignment(
        id=fresh_id(session),
        number=next_order(session, sheet),
        incident_id=sheet.id,
        unit_id=unit.id,
        role=Role.REINFORCING if has_main else Role.MAIN,
        instruction=instruction,
        dispatcher=by,
        channel=channel,
        self_attached=self_attached,
        auto=auto,
        recording=recording,
        **brought(unit.kind, unit.crew),
        issued_at=at,
        moved_from_id=moved_from.id if moved_from else None,
        out_since=moved_from.out_since if moved_from else None,
        estimate=advice.seconds,
        best_unit_id=advice.best_unit_id or None,
        best_estimate=advice.best_seconds,
    )
    session.add(job)
    session.flush()
    code = "unit.attached" if self_attached else "unit.assigned"
    enter(
        session,
        sheet.id,
        code,
        at=at,
        by=by,
        unit=unit.call_sign,
        role=job.role.value,
        instruction=instruction or None,
        order=job.number,
    )
    if advice.reason:
        override(session, job, unit, advice, at=at, by=by)
    if former is not None and not has_main:
        # Who led and has left leads no more: two units called main is nobody to ask.
        former.role = Role.REINFORCING
        tell_main(session, job, former, at=at, by=by)
    return job


def override(
    session: Session, job: Assignment, unit: Unit, advice: Advice, *, at: int, by: str
) -> None:
    """Keep why another unit was sent than the one proposed; errors as `checked_reason`."""
    given = checked_reason(session, OVERRIDE, advice.reason, at=at)
    job.override_reason, job.override_code = given.words, given.code
    proposed = session.get(Unit, advice.instead_of)
    enter(
        session,
        job.incident_id,
        "unit.overridden",
        at=at,
        by=by,
        unit=unit.call_sign,
        best=proposed.call_sign if proposed is not None else None,
        **reason_told(given),
    )


def next_order(session: Session, sheet: Incident) -> str:
    """Return the number of a sheet's next order: the sheet's, a dash, and which of its orders it is."""
    orders = select(func.count()).where(Assignment.incident_id == sheet.id)
    return f"{sheet.number}-{(session.scalar(orders) or 0) + 1}"


def amend_assignment(
    session: Session, assignment_id: str, fields: Mapping[str, Any], *, at: int, by: str
) -> None:
    """Put an order's counts of persons, vehicles and boats, its recording number or its closing note right.

    RuleErrors: `sheet.not_open`, and those of `Assignment.amend`.
    """
    job = session.get_one(Assignment, assignment_id)
    session.get_one(Incident, job.incident_id).check_open()
    if job.amend(fields):
        unit = session.get_one(Unit, job.unit_id).call_sign
        counts = {name: getattr(job, name) for name in COUNTED}
        enter(
            session,
            job.incident_id,
            "unit.amended",
            at=at,
            by=by,
            text=job.close_note,
            unit=unit,
            number=job.number,
            recording=job.recording or None,
            **counts,
        )


def deliver(session: Session, assignment_id: str, *, at: int, by: str) -> None:
    """Record that the order reached the unit's terminal (系统自动送达)."""
    report(session, assignment_id, AssignmentState.DELIVERED, at=at, by=by)


def sign(session: Session, assignment_id: str, *, at: int, by: str, signer: str = "") -> None:
    """Record that the unit took the order (签收)."""
    session.get_one(Assignment, assignment_id).sign(at, signer)
    tell(session, assignment_id, AssignmentState.SIGNED, at=at, by=by)


def depart(session: Session, assignment_id: str, *, at: int, by: str) -> None:
    """Record that the unit set out (出警)."""
    report(session, assignment_id, AssignmentState.DEPARTED, at=at, by=by)


def arrive(session: Session, assignment_id: str, *, at: int, by: str) -> None:
    """Record that the unit is on scene (到场)."""
    report(session, assignment_id, AssignmentState.ARRIVED, at=at, by=by)


def finish(
    session: Session, assignment_id: str, *, at: int, by: str, duty: Duty = Duty.RETURNING
) -> None:
    """Record that the unit is done (处理完毕); afterwards its own duty shows again."""
    report(session, assignment_id, AssignmentState.FINISHED, at=at, by=by)
    release(session, assignment_id, at=at, duty=duty)
    hand_on(session, assignment_id, at=at, by=by)


def report(
    session: Session, assignment_id: str, state: AssignmentState, *, at: int, by: str
) -> None:
    """Move an assignment on and write it down."""
    session.get_one(Assignment, assignment_id).move(state, at)
    tell(session, assignment_id, state, at=at, by=by)


def tell(
    session: Session,
    assignment_id: str,
    state: AssignmentState,
    *,
    at: int,
    by: str,
    reason: Reason = NONE,
) -> None:
    """Write an assignment's step into the timeline and let the sheet follow."""
    job = session.get_one(Assignment, assignment_id)
    unit = session.get_one(Unit, job.unit_id)
    enter(
        session,
        job.incident_id,
        f"unit.{state.value}",
        at=at,
        by=by,
        unit=unit.call_sign,
        signer=job.signer or None if state is AssignmentState.SIGNED else None,
        order=job.number,
        **reason_told(reason),
    )
    follow(session, session.get_one(Incident, job.incident_id))


def release(session: Session, assignment_id: str, *, at: int, duty: Duty) -> None:
    """Give a unit that leaves a job its duty back, unless it has one that says more."""
    unit = session.get_one(Unit, session.get_one(Assignment, assignment_id).unit_id)
    if unit.duty not in (Duty.EMERGENCY, Duty.OFFLINE, duty):
        unit.set_duty(duty, at)


def cancel(session: Session, assignment_id: str, reason: Reason | str, *, at: int, by: str) -> None:
    """Call a unit off (取消), with the reason: of the dictionary `cancel_reason`, or in words."""
    job = session.get_one(Assignment, assignment_id)
    given = checked_reason(session, CANCEL, reason, at=at)
    job.end(AssignmentState.CANCELLED, at, given)
    tell(session, job.id, AssignmentState.CANCELLED, at=at, by=by, reason=given)
    release(session, job.id, at=at, duty=Duty.PATROL)
    hand_on(session, job.id, at=at, by=by)


def ask_return(
    session: Session, assignment_id: str, reason: Reason | str, *, at: int, by: str
) -> None:
    """Record that a unit asks to be relieved (退单申请), with its reason: of `return_reason`, or in words."""
    job = session.get_one(Assignment, assignment_id)
    given = checked_reason(session, RETURN, reason, at=at)
    job.end(AssignmentState.RETURN_ASKED, at, given)
    tell(session, job.id, AssignmentState.RETURN_ASKED, at=at, by=by, reason=given)


def decide_return(session: Session, assignment_id: str, *, accept: bool, at: int, by: str) -> None:
    """Decide on a return: relieved, or the order stands and counts as signed."""
    job = session.get_one(Assignment, assignment_id)
    state = AssignmentState.RETURNED if accept else AssignmentState.SIGNED
    if job.state is not AssignmentState.RETURN_ASKED:
        raise RuleError("return.not_asked")
    report(session, assignment_id, state, at=at, by=by)
    if accept:
        release(session, job.id, at=at, duty=Duty.PATROL)
        hand_on(session, job.id, at=at, by=by)


def move_unit(
    session: Session,
    assignment_id: str,
    incident_id: str,
    *,
    at: int,
    by: str,
    reason: str = "",
    advice: Advice = NOT_ADVISED,
) -> str:
    """Send a unit that is on one job to a nearer one; its first job keeps all its times, and the run its clock."""
    old = session.get_one(Assignment, assignment_id)
    if old.incident_id == incident_id:
        raise RuleError("move.same")
    sheet = session.get_one(Incident, incident_id)
    sheet.check_takes_units()
    unit = session.get_one(Unit, old.unit_id)
    before = session.get_one(Incident, old.incident_id)
    old.reason, old.reason_code = clean("reason", reason), ""
    old.move(AssignmentState.MOVED, at)
    enter(
        session,
        old.incident_id,
        "unit.moved",
        at=at,
        by=by,
        unit=unit.call_sign,
        number=sheet.number,
        reason=old.reason or None,
    )
    job = issue(
        session,
        sheet,
        unit,
        at=at,
        by=by,
        instruction=old.reason,
        channel=old.channel,
        moved_from=old,
        advice=advice,
    )
    hand_on(session, old.id, at=at, by=by)
    follow(session, before)
    follow(session, sheet)
    return job.id


def set_main_unit(session: Session, assignment_id: str, *, at: int, by: str) -> None:
    """Make one of a sheet's units its main unit; the former one reinforces."""
    job = session.get_one(Assignment, assignment_id)
    if not job.is_active:
        raise RuleError("assignment.over")
    for other in assignments_of(session, job.incident_id):
        if other.role is Role.MAIN:
            other.role = Role.REINFORCING
    job.role = Role.MAIN
    tell_main(session, job, at=at, by=by)


def hand_on(session: Session, assignment_id: str, *, at: int, by: str) -> None:
    """Let the main role pass on where the unit that held it has left or is done.

    It goes to the unit under way that has been on scene longest, else set out first, else was sent first. Where
    nobody is under way any more it stays with a unit that finished; one that left unfinished gives it to the finished
    unit that was on scene first, and keeps it only where there is no such unit either.
    """
    left = session.get_one(Assignment, assignment_id)
    if left.role is not Role.MAIN:
        return
    others = [job for job in assignments_of(session, left.incident_id) if job.id != left.id]
    heirs = [job for job in others if job.is_active]
    if not heirs and left.state is not AssignmentState.FINISHED:
        heirs = [job for job in others if job.state is AssignmentState.FINISHED]
    if heirs:
        heir = min(heirs, key=standing)
        left.role, heir.role = Role.REINFORCING, Role.MAIN
        tell_main(session, heir, left, at=at, by=by)


def main_of(session: Session, incident_id: str) -> Assignment | None:
    """Return the assignment that has a sheet's main role, or None; of two that a merge left, one under way."""
    mains = [job for job in assignments_of(session, incident_id) if job.role is Role.MAIN]
    return min(mains, key=lambda job: not job.is_active, default=None)


def tell_main(
    session: Session, job: Assignment, former: Assignment | None = None, *, at: int, by: str
) -> None:
    """Write into the timeline who leads now, and whom it took over from where nobody chose it."""
    before = session.get_one(Unit, former.unit_id).call_sign if former is not None else None
    code = "unit.main" if former is None else "unit.main_passed"
    unit = session.get_one(Unit, job.unit_id).call_sign
    enter(session, job.incident_id, code, at=at, by=by, unit=unit, former=before)


def follow(session: Session, sheet: Incident) -> None:
    """Let the sheet's state follow its assignments."""
    session.flush()
    sheet.follow(progress_of(session, sheet.id))
