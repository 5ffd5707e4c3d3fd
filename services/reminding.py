"""Reminding (催办): a unit that owes a step is reminded, the desk's commander told in the end; an answer stops it."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.assignment import Assignment
from models.errors import RuleError
from models.incident import Incident
from models.reminder import CHIEF, LIVE, Awaited, ReminderState, awaited
from models.text import clean
from models.unit import Unit
from services.boarding import assignment_line
from services.timeline import enter

MOST = 9


def remind(session: Session, assignment_id: str, step: str, rank: int, *, at: int, by: str) -> None:
    """Record that a unit was reminded of a step it owes, for the `rank`-th time; once each, whichever seat is first.

    RuleErrors: `reminder.not_owed` where the unit does not owe the step any more, `field.bad`.
    """
    if step not in set(Awaited) or type(rank) is not int or not 0 < rank <= MOST:
        raise RuleError("field.bad", field="reminder")
    job = session.get_one(Assignment, assignment_id)
    check_owed(session, job, step)
    if job.reminded_step == step and job.reminded >= rank:
        return
    job.reminded_step, job.reminded, job.reminded_at = step, rank, at
    job.reminder_state = ReminderState.RUNNING.value
    told = "reminder.chief" if rank >= CHIEF or step == Awaited.DECIDE else "reminder.sent"
    unit = session.get_one(Unit, job.unit_id).call_sign
    enter(
        session,
        job.incident_id,
        told,
        at=at,
        by=by,
        unit=unit,
        awaited=step,
        count=rank,
        order=job.number,
    )


def answer_reminder(
    session: Session, assignment_id: str, *, at: int, by: str, words: str = ""
) -> None:
    """Record that a unit answered (by radio or telephone): no more reminders of this step.

    RuleErrors: `reminder.none` where none is running, those of texts.
    """
    job = session.get_one(Assignment, assignment_id)
    if job.reminder_state != ReminderState.RUNNING:
        raise RuleError("reminder.none")
    job.reminder_state = ReminderState.ANSWERED.value
    unit = session.get_one(Unit, job.unit_id).call_sign
    enter(
        session,
        job.incident_id,
        "reminder.answered",
        at=at,
        by=by,
        text=clean("reply", words),
        unit=unit,
        awaited=job.reminded_step,
    )


def check_owed(session: Session, job: Assignment, step: str) -> None:
    """Raise RuleError `reminder.not_owed` unless an order waits for this step."""
    fed_back = session.get_one(Incident, job.incident_id).fed_back
    owed = awaited(assignment_line(job), fed_back=fed_back)
    if owed is None or owed[0] != step:
        raise RuleError("reminder.not_owed")


def settle_feedback(session: Session, incident_id: str) -> None:
    """Let the reminders of a feedback that has come be done; for the command that takes it."""
    jobs = select(Assignment).where(Assignment.incident_id == incident_id)
    for job in session.scalars(jobs):
        if job.reminded_step == Awaited.FEED_BACK and job.reminder_state in LIVE:
            job.reminder_state = ReminderState.DONE.value
