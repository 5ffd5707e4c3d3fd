"""What the automatic desk of a drill chooses: which units go, and which sheet tells of the same matter."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from models.board import Board, IncidentCard, UnitCard
from models.fix import Fix
from models.state import PROGRESS
from models.unit import UnitKind
from services.drill.agenda import RETRY_MS
from services.drill.crew import Crew
from services.drill.motion import Point, distance
from services.drill.stage import Stage

# Sheets of this level and graver ones get two units, and the nearest ones however far.
GRAVE_LEVEL = 2
# A plain sheet waits this long for a unit that is no farther than that.
REACH_MS, WAIT_MS = 18 * 60_000, 20 * 60_000
FOOT_RANGE_M = 1_500
SAME_CALLER_M, SAME_CALLER_MS = 500, 60 * 60_000
SAME_CLASS_M, SAME_CLASS_MS = 150, 30 * 60_000

# Asked with a sheet, the board, the positions of all free units that can go there, the instant (ms) and how many are wanted;
# answers with the keys of whom to send.
Choose = Callable[[IncidentCard, Board, Mapping[str, Fix], int, int], list[str]]


class Chooser:
    """Chooses the nearest free units by travel time, and keeps those in mind whose order is still being written."""

    def __init__(
        self, stage: Stage, crews: Mapping[str, Crew], choose: Choose | None = None
    ) -> None:
        self._stage, self._crews, self._choose = stage, crews, choose
        self._promised: dict[str, int] = {}

    def units(self, sheet: IncidentCard, now: int) -> list[str]:
        """Return the keys of the units to send: two for the graver levels; none where nobody is free."""
        there = self._stage.scene_point(sheet) or self._stage.ground.centre
        water = self._stage.scene_of(sheet).water
        ranked = sorted(
            (eta, card.call_sign, card.id)
            for card in self._stage.board.all(UnitCard).values()
            if card.is_free and self._promised.get(card.id, 0) <= now
            if (eta := self._eta(card, there, now, water=water)) is not None
        )
        waited = now - (sheet.completed_at or now)
        if ranked and ranked[0][0] > REACH_MS and waited < WAIT_MS and not is_grave(sheet):
            return []
        many = 2 if is_grave(sheet) else 1
        chosen = [id for _, _, id in ranked[:many]]
        if self._choose is not None and chosen:
            fixes = {id: self._crews[id].seen(now) for _, _, id in ranked}
            chosen = self._choose(sheet, self._stage.board, fixes, now, many)
        self._promised.update(dict.fromkeys(chosen, now + RETRY_MS))
        return chosen

    def _eta(self, card: UnitCard, there: Point, now: int, *, water: bool) -> int | None:
        """Return how many ms a unit would take, None where its kind cannot go there."""
        crew = self._crews.get(card.id)
        if crew is None or (card.unit_kind == UnitKind.BOAT and not water):
            return None
        here = crew.at(now)
        if card.unit_kind == UnitKind.FOOT and distance(here, there) > FOOT_RANGE_M:
            return None
        return self._stage.travel.takes(card.unit_kind, here, there, urgent=True)

    def kept(self, card: UnitCard) -> None:
        """Forget the promise of a unit that has its order now."""
        if card.job is not None:
            self._promised.pop(card.id, None)


def is_grave(sheet: IncidentCard) -> bool:
    """Tell whether a sheet cannot wait."""
    return (sheet.level or 4) <= GRAVE_LEVEL


def same_matter(sheet: IncidentCard, board: Board) -> IncidentCard | None:
    """Return the oldest open main sheet that tells of the same matter, by caller and place or by class and place."""
    found = [
        other
        for other in board.all(IncidentCard).values()
        if other.id != sheet.id
        and other.main_id is None
        and other.drill == sheet.drill
        and other.state in PROGRESS
        and (other.reported_at, other.id) < (sheet.reported_at, sheet.id)
        and tells_the_same(sheet, other)
    ]
    return min(found, key=lambda it: (it.reported_at, it.id), default=None)


def tells_the_same(sheet: IncidentCard, other: IncidentCard) -> bool:
    """Tell whether two sheets have one caller within an hour and 500 m, or one class within half an hour and 150 m."""
    age = sheet.reported_at - other.reported_at
    same_caller = sheet.caller_number != "" and sheet.caller_number == other.caller_number
    near = SAME_CALLER_M if same_caller and age <= SAME_CALLER_MS else 0
    if sheet.class_code == other.class_code and age <= SAME_CLASS_MS:
        near = max(near, SAME_CLASS_M)
    # Most sheets have nothing in common: how far they are apart is worked out for the rest.
    if not near or sheet.point is None or other.point is None:
        return False
    here, there = (sheet.point.lon, sheet.point.lat), (other.point.lon, other.point.lat)
    return distance(here, there) <= near
