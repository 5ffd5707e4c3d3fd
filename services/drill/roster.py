"""The roster of a drill: invented bodies, beats and units, all of them marked 演练."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from models.board import BeatCard, Board, OrganisationCard, UnitCard
from models.organisation import OrganisationKind
from models.state import Duty
from models.unit import UnitKind
from services.database import Job
from services.drill.ground import CORE, Ground, Patch
from services.drill.motion import Point, shifted
from services.fleet import add_organisation, add_unit, draw_beat, set_duty

BY = "演练"
BUREAU = "drill:organisation:350600"
FIRST_CALL_SIGN = 601
UNITS = 60
CORE_DOUBLE = 6
FOOT_UNITS, BOAT_UNITS = 2, 1


@dataclass(frozen=True, slots=True)
class Post:
    """A unit to be: call sign, kind, the beat it patrols."""

    call_sign: str
    kind: UnitKind
    patch: Patch

    @property
    def id(self) -> str:
        """The unit's key."""
        return f"drill:unit:{self.call_sign}"

    @property
    def home(self) -> Point:
        """Where the unit returns to: units of one beat do not stand on each other."""
        number = int(self.call_sign)
        return shifted(self.patch.home, number % 5 * 120 - 240, number % 3 * 120 - 120)


def posts(ground: Ground) -> list[Post]:
    """Return the units: one or two for each beat of the core, one for each other, the rest in the county seats."""
    core = [patch for patch in ground.patches if patch.is_core]
    outer = [patch for patch in ground.patches if not patch.is_core]
    seats = [*core, *core[:CORE_DOUBLE], *outer]
    busy = [patch for patch in outer if patch.code.endswith("-1") and patch.division not in CORE]
    foot = core[:FOOT_UNITS]
    while len(seats) < UNITS - FOOT_UNITS - BOAT_UNITS and busy:
        seats.append(busy[len(seats) % len(busy)])
    kinds = [
        UnitKind.MOTORCYCLE if patch.is_core and number % 4 == 1 else UnitKind.CAR
        for number, patch in enumerate(seats)
    ]
    seats = seats[: UNITS - FOOT_UNITS - BOAT_UNITS]
    crews = [
        *zip(kinds, seats, strict=False),
        *((UnitKind.FOOT, patch) for patch in foot),
        *((UnitKind.BOAT, patch) for patch in ground.rivers),
    ]
    return [
        Post(str(FIRST_CALL_SIGN + number), kind, patch)
        for number, (kind, patch) in enumerate(crews)
    ]


def setup_jobs(board: Board, ground: Ground, at: int) -> list[Job]:
    """Return the commands for what the board still lacks; none where it has everything."""
    return [
        *organisation_jobs(board, ground, at),
        *beat_jobs(board, ground, at),
        *unit_jobs(board, ground, at),
    ]


def body_id(division: str) -> str:
    """Return the key of a division's sub-bureau."""
    return f"drill:organisation:{division}"


def organisation_jobs(board: Board, ground: Ground, at: int) -> Iterator[Job]:
    """Yield the commands for missing bodies: the bureau and one sub-bureau a division."""
    known = board.all(OrganisationCard)
    if BUREAU not in known:
        yield job(
            add_organisation,
            at,
            id=BUREAU,
            code="350600",
            name="演练市局指挥中心",
            name_en="Drill: city command centre",
            kind=OrganisationKind.BUREAU,
            division=ground.division_of("350600"),
        )
    for division, name in ground.names.items():
        if body_id(division) not in known:
            yield job(
                add_organisation,
                at,
                id=body_id(division),
                code=division,
                name=f"演练{name}分局",
                name_en=f"Drill: sub-bureau {division}",
                kind=OrganisationKind.SUB_BUREAU,
                parent_id=BUREAU,
                division=ground.division_of(division),
            )


def beat_id(patch: Patch) -> str:
    """Return the key of a beat."""
    return f"drill:beat:{patch.code}"


def beat_jobs(board: Board, ground: Ground, at: int) -> Iterator[Job]:
    """Yield the commands for missing beats."""
    known = board.all(BeatCard)
    for patch in ground.patches:
        if beat_id(patch) not in known:
            yield job(
                draw_beat,
                at,
                id=beat_id(patch),
                code=patch.code,
                name=patch.name,
                ring=[list(point) for point in patch.ring],
                organisation_id=body_id(patch.division),
            )


def unit_jobs(board: Board, ground: Ground, at: int) -> Iterator[Job]:
    """Yield the commands for missing units and for those that are not on duty."""
    known = board.all(UnitCard)
    for post in posts(ground):
        card = known.get(post.id)
        if card is None:
            yield job(
                add_unit,
                at,
                id=post.id,
                call_sign=post.call_sign,
                kind=post.kind,
                organisation_id=body_id(post.patch.division),
                beat_id=beat_id(post.patch),
                crew=4 if post.kind is UnitKind.CAR else 2,
                leader=f"演练带班{post.call_sign}",
                phone=f"1390001{post.call_sign.zfill(4)}",
                capabilities=["water"] if post.kind is UnitKind.BOAT else [],
                duty=Duty.PATROL,
            )
        elif card.duty is Duty.OFFLINE:
            yield Job(set_duty, (post.id, Duty.PATROL), at, BY)


def job(command: object, at: int, **fields: object) -> Job:
    """Return a command that enters a thing of the drill."""
    assert callable(command)
    return Job(command, (), at, BY, {**fields, "drill": True})
