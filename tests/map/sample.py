"""Cards and fixes for the map's tests."""

from __future__ import annotations

import math
import random

from models.board import (
    AssignmentLine,
    BeatCard,
    Board,
    Card,
    IncidentCard,
    TermCard,
    UnitCard,
)
from models.fix import Fix
from models.place import Place
from models.state import AssignmentState, Duty, IncidentState
from tests.card import sheet

CORE = (117.646, 24.513)
NOW = 1_790_000_000_000

PALETTE = {
    "free": "#1a6b37",
    "moving": "#0b5cad",
    "scene": "#a34a00",
    "paused": "#5a6570",
    "alarm": "#b3122b",
    "level1": "#b3122b",
    "level2": "#a34a00",
    "level3": "#6b5900",
    "level4": "#1f5f8b",
    "selected": "#c2007a",
    "land": "#f4f1e8",
    "water": "#c7dcea",
    "boundary": "#8b93a0",
    "text": "#17202a",
    "street": "#ffffff",
    "major": "#f7dca8",
    "casing": "#c9c1b0",
    "building": "#e2dacb",
    "green": "#d9e8cb",
    "halo": "#ffffff",
}


def place(lon: float, lat: float, accuracy: float | None = None) -> Place:
    """A picked place."""
    return Place(lon=lon, lat=lat, method="picked", at=NOW, accuracy=accuracy)


def line(
    incident_id: str, unit_id: str, state: AssignmentState = AssignmentState.DEPARTED
) -> AssignmentLine:
    """A unit on its way to an incident."""
    return AssignmentLine(
        id=f"{incident_id}-{unit_id}",
        incident_id=incident_id,
        unit_id=unit_id,
        role="main",
        state=state,
        instruction="",
        issued_at=NOW,
        delivered_at=None,
        signed_at=None,
        departed_at=NOW,
        arrived_at=None,
        finished_at=None,
        ended_at=None,
        out_since=None,
        reason="",
        moved_from_id=None,
    )


def unit(
    id: str,
    *,
    sign: str = "",
    kind: str = "car",
    duty: Duty = Duty.PATROL,
    job: AssignmentLine | None = None,
) -> UnitCard:
    """A unit, free unless it has a job."""
    return UnitCard(
        id=id,
        call_sign=sign or id,
        unit_kind=kind,
        organisation_id=None,
        beat_id=None,
        crew=2,
        leader="",
        phone="",
        capabilities=(),
        duty=duty,
        duty_since=NOW,
        drill=False,
        job=job,
    )


def incident(
    id: str,
    where: Place | None,
    *,
    caller: Place | None = None,
    level: int | None = 2,
    state: IncidentState = IncidentState.TAKEN,
    code: str = "100100",
    address: str = "胜利西路 118 号",
    assignments: tuple[AssignmentLine, ...] = (),
) -> IncidentCard:
    """An open sheet."""
    return sheet(
        id,
        number=id,
        place=where,
        caller_place=caller,
        level=level,
        state=state,
        class_taken=code,
        address=address,
        reported_at=NOW,
        answered_at=NOW,
        assignments=assignments,
    )


def term(code: str, name: str, name_en: str) -> TermCard:
    """A class of incidents."""
    return TermCard(
        id=f"incident_class:{code}",
        dictionary="incident_class",
        code=code,
        name=name,
        name_en=name_en,
        parent="",
        valid_from="2000-01-01",
        valid_to="",
        extra=(),
    )


TERMS = (
    term("100100", "盗窃", "Theft"),
    term("100200", "抢劫", "Robbery"),
    term("300100", "打架斗殴", "Fight"),
    term("400100", "交通事故", "Road accident"),
    term("500100", "走失", "Missing person"),
)


def fix(
    unit_id: str, lon: float, lat: float, *, age_s: float = 5, heading: float | None = 45.0
) -> Fix:
    """A position that old."""
    return Fix(
        unit_id=unit_id,
        at=NOW - round(age_s * 1000),
        lon=lon,
        lat=lat,
        heading=heading,
        speed=8.0,
        accuracy=10.0,
    )


def ring(
    lon: float, lat: float, radius: float, corners: int = 7
) -> tuple[tuple[float, float], ...]:
    """A beat's outline of about that radius (degrees)."""
    angles = [2 * math.pi * n / corners for n in range(corners)]
    return tuple((lon + radius * math.cos(a), lat + radius * math.sin(a)) for a in angles)


def busy_city(
    units: int = 60, incidents: int = 20, *, seed: int = 7, spread: float = 0.035
) -> tuple[Board, list[Fix]]:
    """A board of that size around the core, and a fix for every unit."""
    chance = random.Random(seed)
    kinds = ["car"] * 5 + ["motorcycle"] * 3 + ["foot"] * 2 + ["boat", "drone"]
    duties = [Duty.PATROL, Duty.STANDBY, Duty.RETURNING, Duty.PAUSED, Duty.OFFLINE, Duty.ESCORT]
    steps = [
        AssignmentState.ISSUED,
        AssignmentState.SIGNED,
        AssignmentState.DEPARTED,
        AssignmentState.ARRIVED,
    ]

    def around() -> tuple[float, float]:
        return (chance.gauss(CORE[0], spread), chance.gauss(CORE[1], spread * 0.7))

    cards: list[Card] = list(TERMS)
    fixes: list[Fix] = []
    codes = [card.code for card in TERMS]
    lines: dict[str, list[AssignmentLine]] = {}
    for n in range(units):
        id = f"u{n}"
        job = None
        if n % 3 == 0 and incidents:
            job = line(f"i{n // 3 % (2 * incidents // 3 or 1)}", id, chance.choice(steps))
            lines.setdefault(job.incident_id, []).append(job)
        duty = Duty.EMERGENCY if n == 17 else chance.choice(duties)
        sign = f"{chance.choice(['芗城', '龙文', '巡特', '交警'])}{n:02d}"
        cards.append(unit(id, sign=sign, kind=chance.choice(kinds), duty=duty, job=job))
        age = chance.choice([3, 8, 20, 40, 40, 90, 200, 4000])
        heading = chance.choice([None, *range(0, 360, 15)])
        fixes.append(fix(id, *around(), age_s=age, heading=heading))
    for n in range(incidents):
        mine = tuple(lines.get(f"i{n}", ()))
        state = (
            IncidentState.HANDLED
            if n % 7 == 6
            else IncidentState.DISPATCHED
            if mine
            else IncidentState.TAKEN
        )
        cards.append(
            incident(
                f"i{n}",
                place(*around()),
                caller=place(*around(), accuracy=300.0) if n % 4 == 0 else None,
                level=chance.choice([1, 2, 2, 3, 3, 3, 4, 4, None]),
                state=state,
                code=chance.choice(codes),
                assignments=mine,
            )
        )
    for n in range(9):
        cards.append(
            BeatCard(
                id=f"b{n}",
                code=str(n),
                name=f"第{n}警格",
                organisation_id=None,
                version=1,
                ring=ring(CORE[0] + 0.03 * (n % 3 - 1), CORE[1] + 0.025 * (n // 3 - 1), 0.016),
            )
        )
    return Board.of_cards(cards), fixes
