"""What the automatic desk of a drill chooses: which units go, and which sheet tells of the same matter."""

from __future__ import annotations

from collections.abc import Mapping

from models.board import Board, IncidentCard, UnitCard
from models.state import PROGRESS
from models.unit import UnitKind
from services.drill.agenda import RETRY_MS
from services.drill.crew import Crew
from services.drill.ground import CORE_CENTRE
from services.drill.motion import distance, travel_ms
from services.drill.stage import Stage

TWO_UNITS_LEVEL = 2
FOOT_RANGE_M = 1_500
SAME_CALLER_M, SAME_CALLER_MS = 500, 60 * 60_000
SAME_CLASS_M, SAME_CLASS_MS = 150, 30 * 60_000


class Chooser:
    """Chooses the nearest free units by travel time, and keeps those in mind whose order is still being written."""

    def __init__(self, stage: Stage, crews: Mapping[str, Crew]) -> None:
        self._stage, self._crews = stage, crews
        self._promised: dict[str, int] = {}

    def units(self, sheet: IncidentCard, now: int) -> list[str]:
        """Return the keys of the units to send: two for the graver levels; none where nobody is free."""
        point = self._stage.scene_point(sheet) or CORE_CENTRE
        water = self._stage.scene_of(sheet).water
        ranked = []
        for card in self._stage.board.all(UnitCard).values():
            crew = self._crews.get(card.id)
            if crew is None or not card.is_free or self._promised.get(card.id, 0) > now:
                continue
            there = crew.at(now)
            if card.unit_kind == UnitKind.BOAT and not water:
                continue
            if card.unit_kind == UnitKind.FOOT and distance(there, point) > FOOT_RANGE_M:
                continue
            eta = travel_ms(card.unit_kind, there, point, urgent=True)
            ranked.append((eta, card.call_sign, card.id))
        wanted = 2 if (sheet.level or 4) <= TWO_UNITS_LEVEL else 1
        chosen = [id for _, _, id in sorted(ranked)[:wanted]]
        self._promised.update(dict.fromkeys(chosen, now + RETRY_MS))
        return chosen

    def kept(self, card: UnitCard) -> None:
        """Forget the promise of a unit that has its order now."""
        if card.job is not None:
            self._promised.pop(card.id, None)


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
    if sheet.point is None or other.point is None:
        return False
    apart = distance((sheet.point.lon, sheet.point.lat), (other.point.lon, other.point.lat))
    age = sheet.reported_at - other.reported_at
    same_caller = sheet.caller_number != "" and sheet.caller_number == other.caller_number
    return (same_caller and apart <= SAME_CALLER_M and age <= SAME_CALLER_MS) or (
        sheet.class_code == other.class_code and apart <= SAME_CLASS_M and age <= SAME_CLASS_MS
    )
