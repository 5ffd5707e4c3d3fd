"""The units that may go to an incident: free ones by estimate, then busy ones, then those that cannot go, with the reason."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import IntEnum
from math import inf

from models.board import BeatCard, Card, IncidentCard, OrganisationCard, UnitCard
from models.fix import Fix
from models.state import ASSIGNMENT_MOVES, READY, AssignmentState, can_move
from services.recommending.candidate import Candidate
from services.recommending.standing import complained_of
from ui.advice import Advised
from ui.desk import Desk
from ui.dispatch.estimate import Way, age_text, is_stale, way, way_text
from ui.dispatch.sentence import sentence
from ui.incident import short_number
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.table import Column
from ui.trade import matches
from ui.wording import UNIT_COLOURS, UNIT_LETTERS, kind_name, state_name


class Group(IntEnum):
    """Who comes first."""

    FREE = 0
    BUSY = 1
    UNFIT = 2


@dataclass(frozen=True, slots=True)
class Choice(Card):
    """One unit as a choice for one incident; `age` (ms) is that of its position, `reason` why it cannot go."""

    unit: UnitCard
    group: Group
    way: Way | None
    age: int | None
    beat: str
    doing: str
    reason: str
    candidate: Candidate | None = None
    proposed: bool = False

    @property
    def can_go(self) -> bool:
        """Whether it can be sent or moved."""
        return self.group is not Group.UNFIT


HERE = QT_TRANSLATE_NOOP("Choice", "已在本警情")
COMPLAINED = QT_TRANSLATE_NOOP("Choice", "与投诉有关，须回避")
NOT_READY = QT_TRANSLATE_NOOP("Choice", "{state}，不能派警")
DOING = QT_TRANSLATE_NOOP("Choice", "{number} {address}")


def choices(desk: Desk, incident: IncidentCard) -> list[Choice]:
    """Return every unit of the board as a choice for the incident, with what is advised as far as that is known."""
    advised = desk.advice.of(incident.id) or Advised()
    complained = complained_of(desk.advice.situation(incident, ()))
    now, latest = desk.clock.now(), desk.positions.latest
    return [
        choice(desk, incident, unit, latest.get(unit.id), now, advised, complained)
        for unit in desk.store.board.all(UnitCard).values()
    ]


def choice(
    desk: Desk,
    incident: IncidentCard,
    unit: UnitCard,
    fix: Fix | None,
    now: int,
    advised: Advised,
    complained: Collection[str],
) -> Choice:
    """Return one unit as a choice for the incident; a thousand of them are made in a turn of the window."""
    age = None if fix is None else max(0, now - fix.at)
    beat = desk.store.board.get(BeatCard, unit.beat_id)
    group, reason = standing(incident, unit)
    if group is not Group.UNFIT and unit.id in complained:
        group, reason = Group.UNFIT, translate("Choice", COMPLAINED)
    candidate = advised.by_unit.get(unit.id) if group is not Group.UNFIT else None
    arrival = candidate.arrival if candidate is not None else None
    return Choice(
        id=unit.id,
        unit=unit,
        group=group,
        way=way(desk, fix, incident.point)
        if arrival is None
        else Way(arrival.metres, arrival.seconds, age or 0, estimated=arrival.estimated),
        age=age,
        beat=beat.name if beat else "",
        doing=doing(desk, unit),
        reason=reason,
        candidate=candidate,
        proposed=candidate is not None and unit.id in advised.proposal.unit_ids,
    )


def standing(incident: IncidentCard, unit: UnitCard) -> tuple[Group, str]:
    """Return the group of a unit and, where it cannot go, the reason."""
    if unit.job is None and unit.duty in READY:
        return Group.FREE, ""
    refused = translate("Choice", NOT_READY)
    if unit.job is None:
        return Group.UNFIT, refused.format(state=state_name(unit.duty.value))
    if unit.job.incident_id == incident.id:
        return Group.UNFIT, translate("Choice", HERE)
    in_need = unit.status == unit.duty.value
    if in_need or not can_move(ASSIGNMENT_MOVES, unit.job.state, AssignmentState.MOVED):
        return Group.UNFIT, refused.format(state=state_name(unit.status))
    return Group.BUSY, ""


def doing(desk: Desk, unit: UnitCard) -> str:
    """Return what a busy unit is doing: number and address of its sheet."""
    if unit.job is None:
        return ""
    sheet = desk.store.board.get(IncidentCard, unit.job.incident_id)
    if sheet is None:
        return ""
    return translate("Choice", DOING).format(
        number=short_number(sheet.number), address=sheet.address
    )


def order(choice: Choice) -> tuple[int, float, bool, float, str]:
    """Return the sort key: group, rank as advised; else known positions before unknown ones, estimate, call sign."""
    known = choice.way is not None
    return (
        choice.group,
        choice.candidate.rank if choice.candidate is not None else inf,
        not known,
        choice.way.seconds if choice.way else 0.0,
        choice.unit.call_sign,
    )


def fits(desk: Desk, choice: Choice, wanted: str) -> bool:
    """Tell whether a search text finds the unit: call sign, beat, leader or body."""
    body = desk.store.board.get(OrganisationCard, choice.unit.organisation_id)
    texts = (choice.unit.call_sign, choice.beat, choice.unit.leader, body.name if body else "")
    return matches(wanted, [text for text in texts if text])


def status_text(choice: Choice) -> str:
    """Return what a unit is doing, with its letter."""
    status = choice.unit.status
    return f"{UNIT_LETTERS.get(status, '?')} {state_name(status)}"


def remark_text(choice: Choice, minutes: int) -> str:
    """Return why a unit cannot go, else what it is doing and what is to be said of it."""
    if choice.reason or choice.candidate is None:
        return choice.reason or choice.doing
    said = sentence(choice.candidate, minutes)
    return f"{choice.doing}  {said}" if choice.doing else said


def greyed(choice: Choice, meaning: str | None = None) -> str | None:
    """Return the colour of a cell: muted where the unit cannot go."""
    return meaning if choice.can_go else "muted"


def columns(desk: Desk, chosen: list[str]) -> list[Column[Choice]]:
    """Return the columns of the chooser; `chosen` is the live list of unit ids in the order of choosing."""

    def mark(choice: Choice) -> str:
        if choice.id in chosen:
            return f"✓{chosen.index(choice.id) + 1}"
        return "★" if choice.proposed else ""

    def status_colour(choice: Choice) -> str | None:
        return greyed(choice, UNIT_COLOURS.get(choice.unit.status))

    def age_colour(choice: Choice) -> str | None:
        old = choice.age is None or is_stale(desk, choice.age)
        return greyed(choice, "warning" if old else None)

    def title(text: str) -> str:
        return translate("Choice", text)

    def said(choice: Choice) -> str:
        return remark_text(choice, desk.coverage.rules.coverage.shown)

    def crew(choice: Choice) -> str:
        return f"{kind_name(choice.unit.unit_kind)} {choice.unit.crew}"

    return [
        Column("mark", lambda: title(MARK), mark, lambda _choice: "ok", width=44),
        Column("sign", lambda: title(SIGN), lambda choice: choice.unit.call_sign, greyed, width=84),
        Column("status", lambda: title(STATUS), status_text, status_colour, width=104),
        Column("way", lambda: title(WAY), lambda choice: way_text(choice.way), greyed, width=150),
        Column(
            "age",
            lambda: title(AGE),
            lambda choice: age_text(desk, choice.age),
            age_colour,
            width=92,
        ),
        Column("crew", lambda: title(CREW), crew, greyed, width=92),
        Column("beat", lambda: title(BEAT), lambda choice: choice.beat, greyed, width=110),
        Column("doing", lambda: title(REMARK), said, greyed),
    ]


MARK = QT_TRANSLATE_NOOP("Choice", "选")
SIGN = QT_TRANSLATE_NOOP("Choice", "呼号")
STATUS = QT_TRANSLATE_NOOP("Choice", "状态")
WAY = QT_TRANSLATE_NOOP("Choice", "估计到达")
AGE = QT_TRANSLATE_NOOP("Choice", "位置")
CREW = QT_TRANSLATE_NOOP("Choice", "人员")
BEAT = QT_TRANSLATE_NOOP("Choice", "巡区")
REMARK = QT_TRANSLATE_NOOP("Choice", "理由、在办")
