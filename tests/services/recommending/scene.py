"""Boards of units around one incident, drawn at will."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from models.board import AssignmentLine, BeatCard, Board, Card, OrganisationCard, UnitCard
from models.fix import Fix
from models.place import Method, Place
from models.plan import demands
from models.state import AssignmentState, Duty
from models.unit import UnitKind
from services.recommending.rule import shipped_rules
from services.recommending.situation import Load, Past, Situation
from tests.card import sheet

NOW = 1_770_000_000_000
HERE = Place(117.65, 24.51, Method.PICKED, NOW)
ELSEWHERE = Place(117.70, 24.55, Method.PICKED, NOW)
STRAIGHT = 40 / 3.6 / 1.4
RING = ((117.64, 24.50), (117.66, 24.50), (117.66, 24.52), (117.64, 24.52))

INCIDENT = sheet("here", place=HERE, station_id="o1", class_taken="500400")
OTHER = sheet("there", place=ELSEWHERE, class_taken="200100")
GROUND: tuple[Card, ...] = (
    INCIDENT,
    OTHER,
    BeatCard("b1", "B1", "一警区", None, 1, RING),
    OrganisationCard("o1", "1", "一所", "", "station", None, "", "", None, None),
    OrganisationCard("o2", "2", "一中队", "", "squad", "o1", "", "", None, None),
)


def job(unit_id: str, incident_id: str, state: AssignmentState, at: int) -> AssignmentLine:
    """Return an order of a unit in a state, with the instants it needs."""
    return AssignmentLine(
        id=f"a-{unit_id}",
        incident_id=incident_id,
        unit_id=unit_id,
        role="main",
        state=state,
        instruction="",
        issued_at=at,
        delivered_at=None,
        signed_at=None,
        departed_at=None,
        arrived_at=at if state is AssignmentState.ARRIVED else None,
        finished_at=None,
        ended_at=None,
        out_since=None,
        reason="",
        moved_from_id=None,
        return_asked_at=at if state is AssignmentState.RETURN_ASKED else None,
    )


def unit(id: str, **fields: Any) -> UnitCard:
    """Return a free unit on patrol with some fields of its own."""
    usual: dict[str, Any] = {
        "call_sign": id,
        "unit_kind": UnitKind.CAR.value,
        "organisation_id": None,
        "beat_id": None,
        "crew": 2,
        "leader": "",
        "phone": "",
        "capabilities": (),
        "duty": Duty.PATROL,
        "duty_since": NOW,
        "drill": False,
        "job": None,
    }
    return UnitCard(id, **{**usual, **fields})


def situation(units: list[UnitCard], fixes: list[Fix], **fields: Any) -> Situation:
    """Return the incident among units at their positions."""
    board = fields.pop("board", Board.of_cards((*GROUND, *units)))
    usual = {"incident": INCIDENT, "now": NOW, "rules": shipped_rules(), "straight": STRAIGHT}
    positions = {fix.unit_id: fix for fix in fixes}
    return Situation(board=board, fixes=positions, **{**usual, **fields})


@st.composite
def situations(draw: st.DrawFn) -> Situation:
    """Draw up to a dozen units of every kind, duty, job and position around the incident."""
    units, fixes, loads = [], [], {}
    for number in range(draw(st.integers(0, 12))):
        id = f"u{number}"
        state = draw(st.sampled_from([None, None, None, *AssignmentState]))
        line = None
        if state is not None and state.value in ACTIVE_STATES:
            where = draw(st.sampled_from(["here", "there", "there"]))
            line = job(id, where, state, NOW - draw(st.integers(0, 7_200_000)))
        units.append(
            unit(
                id,
                call_sign=draw(st.sampled_from(["618", "621", "625", f"6{number}"])),
                unit_kind=draw(st.sampled_from(list(UnitKind))).value,
                organisation_id=draw(st.sampled_from([None, "o1", "o2"])),
                beat_id=draw(st.sampled_from([None, "b1"])),
                crew=draw(st.integers(0, 4)),
                capabilities=draw(st.sampled_from([(), ("水上",), ("破门",)])),
                duty=draw(st.sampled_from([Duty.PATROL, Duty.PATROL, *Duty])),
                job=line,
            )
        )
        if draw(st.booleans()):
            fixes.append(
                Fix(
                    id,
                    NOW - draw(st.sampled_from([0, 5_000, 59_000, 61_000, 900_000])),
                    117.65 + draw(st.integers(-30, 30)) / 1000,
                    24.51 + draw(st.integers(-30, 30)) / 1000,
                    draw(st.sampled_from([None, 0.0, 90.0, 359.0])),
                    draw(st.sampled_from([None, 0.0, 10.0])),
                )
            )
        if draw(st.booleans()):
            over = draw(st.sampled_from([None, NOW - 60_000, NOW - 3_600_000]))
            loads[id] = Load(draw(st.integers(0, 3)), over)
    narrative = draw(st.sampled_from(["", "投诉618态度差", "车牌6180"]))
    code = draw(st.sampled_from(["500400", "950200"]))
    incident = replace(
        INCIDENT,
        narrative=narrative,
        class_taken=code,
        place=draw(st.sampled_from([HERE, HERE, HERE, None])),
    )
    board = Board.of_cards((*GROUND, incident, *units))
    wanted = demands(draw(st.sampled_from(["", "any*1", "boat|水上*1 any@2*2"])))
    past = Past(loads)
    return situation([], fixes, board=board, incident=incident, past=past, wanted=wanted)


ACTIVE_STATES = ("issued", "delivered", "signed", "departed", "arrived", "return_asked")
