"""Whether a unit may be offered at all, and how free it is."""

from __future__ import annotations

import re
from enum import StrEnum

from models.board import IncidentCard, UnitCard
from models.state import ASSIGNMENT_MOVES, READY, AssignmentState, Duty, can_move
from services.recommending.situation import Situation


class Standing(StrEnum):
    """How free a unit is: free; busy on scene, expected to clear; busy on its way to something else."""

    FREE = "free"
    CLEARING = "clearing"
    ENGAGED = "engaged"


class Bar(StrEnum):
    """Why a unit is never offered."""

    HERE = "here"
    COMPLAINED = "complained"
    DUTY = "duty"
    BOUND = "bound"


def standing(unit: UnitCard, incident: IncidentCard) -> Standing | Bar:
    """Return how free a unit is for an incident, or what bars it; complaints apart."""
    if unit.job is None:
        return Standing.FREE if unit.duty in READY else Bar.DUTY
    if unit.job.incident_id == incident.id:
        return Bar.HERE
    if unit.duty is Duty.EMERGENCY or unit.duty is Duty.OFFLINE:
        return Bar.DUTY
    if not can_move(ASSIGNMENT_MOVES, unit.job.state, AssignmentState.MOVED):
        return Bar.BOUND
    on_scene = unit.job.state is AssignmentState.ARRIVED
    return Standing.CLEARING if on_scene else Standing.ENGAGED


def complained_of(situation: Situation) -> frozenset[str]:
    """Return the units that the incident, or an open complaint linked with it, is about.

    A complaint is about the units whose call signs it names; one that names none, about those that were at the sheet it
    is linked with before it was made.
    """
    mine = situation.incident
    sheets = {**situation.board.all(IncidentCard), mine.id: mine}
    tied = [
        sheet
        for sheet in sheets.values()
        if sheet.class_code in situation.rules.complaint_classes
        and (sheet.id == mine.id or sheet.main_id == mine.id or mine.main_id == sheet.id)
    ]
    found: set[str] = set()
    for sheet in tied:
        named = {unit.id for unit in situation.units() if names(sheet.narrative, unit.call_sign)}
        other = sheets.get(sheet.main_id or "") if sheet.id == mine.id else mine
        there = other.assignments if other is not None and not named else ()
        found |= named | {line.unit_id for line in there if line.issued_at <= sheet.reported_at}
    return frozenset(found)


def names(text: str, call_sign: str) -> bool:
    """Tell whether a text has a call sign as a word of its own: 618, not 6180 nor 1618."""
    if call_sign not in text:
        return False
    return re.search(rf"(?<![0-9A-Za-z]){re.escape(call_sign)}(?![0-9A-Za-z])", text) is not None
