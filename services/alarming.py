"""Alarming (升级出动): the next tier of a sheet's response plan is called."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy.orm import Session

from models.advice import Advice
from models.errors import RuleError
from models.incident import Incident
from models.plan import TIERS
from models.text import clean
from services.dispatching import NO_ADVICE, assign_units
from services.timeline import enter


def raise_alarm(
    session: Session,
    incident_id: str,
    alarm: int,
    unit_ids: Collection[str],
    *,
    at: int,
    by: str,
    plan: str = "",
    missing: str = "",
    instruction: str = "",
    advice: Mapping[str, Advice] = NO_ADVICE,
) -> list[str]:
    """Call an alarm level of a sheet's plan and send its units, all or none; return the keys of the orders.

    `missing` says what of the plan nobody answers. The level that holds may be called again, to fill it up. RuleErrors:
    `alarm.lower`, `field.bad`, those of `assign_units`, of which it may be none.
    """
    sheet = session.get_one(Incident, incident_id)
    sheet.check_takes_units()
    if alarm not in range(1, len(TIERS) + 1):
        raise RuleError("field.bad", field="alarm")
    if alarm < sheet.alarm:
        raise RuleError("alarm.lower", alarm=sheet.alarm)
    if alarm > sheet.alarm:
        sheet.alarm = alarm
        enter(
            session,
            sheet.id,
            "alarm.raised",
            at=at,
            by=by,
            alarm=alarm,
            plan=clean("plan", plan) or None,
            missing=clean("missing", missing) or None,
        )
    if not unit_ids:
        return []
    return assign_units(
        session, incident_id, unit_ids, at=at, by=by, instruction=instruction, advice=advice
    )
