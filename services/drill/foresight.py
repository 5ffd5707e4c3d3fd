"""What if (推演): the board as it is now is played on, an hour at a time and many times, once for each choice of units.

The same number gives the same callers, crews and chances to every choice: what differs comes of the choice. Callers are the
drill's, as often for each unit as in a drill; after the first choice the drill's desk goes on by itself and sends the nearest.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import mean

from models.board import BeatCard, Board, Card, IncidentCard, UnitCard
from models.fix import Fix
from models.state import PROGRESS
from services.database import Job
from services.dispatching import assign_units
from services.drill.drill import Drill
from services.drill.ground import Ground
from services.drill.imagined import Imagined
from services.drill.motion import Point
from services.drill.roster import UNITS
from services.drill.script import lean, shipped

BY = "推演"
MINUTE_MS = 60_000


@dataclass(frozen=True, slots=True)
class Fork:
    """The cards of a board at an instant (ms), where its units are, and the sheet that units are chosen for.

    `minutes` are played; a sheet is late when nobody has arrived `late_minutes` after it was taken.
    """

    cards: tuple[Card, ...]
    fixes: tuple[Fix, ...]
    incident_id: str
    now: int
    minutes: int = 60
    late_minutes: int = 5

    @property
    def board(self) -> Board:
        """The board of the cards, made anew."""
        return Board.of_cards(self.cards)


@dataclass(frozen=True, slots=True)
class Future:
    """What came of one choice: seconds until the first unit is at the sheet (None: nobody came within the time), and for
    the other sheets the share of those that were late and the mean seconds until somebody came (so far, where nobody did)."""

    arrival: float | None
    late: float
    response: float
    others: int


@dataclass(frozen=True, slots=True)
class Wish:
    """What one worker plays: every choice (keys of units) once with each number, on the ground of a region (its folder)."""

    fork: Fork
    choices: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]
    region: Path | None = None


def fork(
    board: Board, fixes: Iterable[Fix], incident_id: str, now: int, *, late_minutes: int = 5
) -> Fork:
    """Return what a play needs of a board: units whose place is known, and open sheets that have a place.

    Calls that ring, sheets that are still being typed and orders to other bodies are left out: nobody of the units is on them.
    """
    known = {fix.unit_id: fix for fix in fixes}
    sheets = {
        id: replace(card, drill=True, orders=())
        for id, card in board.all(IncidentCard).items()
        if card.state in PROGRESS and card.point is not None and card.main_id is None
    }
    units = [
        replace(card, drill=True)
        for id, card in board.all(UnitCard).items()
        if id in known and (card.job is None or card.job.incident_id in sheets)
    ]
    cards: list[Card] = [*sheets.values(), *units, *board.all(BeatCard).values()]
    there = tuple(known[unit.id] for unit in units)
    return Fork(tuple(cards), there, incident_id, now, late_minutes=late_minutes)


def play(given: Fork, unit_ids: Iterable[str], number: int, ground: Ground | None = None) -> Future:
    """Play a choice of units once; the same number has the same callers whatever the choice."""
    board, now = given.board, given.now
    share = len(board.all(UnitCard)) / UNITS
    drill = Drill(
        number,
        now,
        automatic=True,
        fixes=False,
        ground=ground,
        script=lean(shipped(), share),
        homes=homes_of(board, given.fixes),
        places={fix.unit_id: (fix.lon, fix.lat) for fix in given.fixes},
    )
    end = now + given.minutes * MINUTE_MS
    desk = Imagined(drill, board)
    desk.begin()
    desk.write(Job(assign_units, (given.incident_id, list(unit_ids)), now, BY))
    desk.play(end)
    return future(given, desk.sheets, end)


def homes_of(board: Board, fixes: Iterable[Fix]) -> Mapping[str, Point]:
    """Return where units go back to: the middle of their beat, where they are now if they have none."""
    beats = board.all(BeatCard)
    middles = {id: middle(beat.ring) for id, beat in beats.items() if beat.ring}
    units = board.all(UnitCard)
    return {
        fix.unit_id: middles.get(units[fix.unit_id].beat_id or "", (fix.lon, fix.lat))
        for fix in fixes
    }


def middle(ring: tuple[Point, ...]) -> Point:
    """Return the mean of a ring's corners."""
    return mean(lon for lon, _ in ring), mean(lat for _, lat in ring)


def future(given: Fork, sheets: Mapping[str, IncidentCard], end: int) -> Future:
    """Return what came of a play until an instant (ms)."""
    chosen = sheets[given.incident_id]
    there = chosen.arrived_at
    limit = given.late_minutes * MINUTE_MS
    others = [
        sheet
        for sheet in sheets.values()
        if sheet.id != given.incident_id and concerns(given, sheet) and since(sheet) + limit <= end
    ]
    waits = [(min(sheet.arrived_at or end, end) - since(sheet)) / 1000 for sheet in others]
    return Future(
        None if there is None else max(0, there - given.now) / 1000,
        mean(wait > limit / 1000 for wait in waits) if waits else 0.0,
        mean(waits) if waits else 0.0,
        len(waits),
    )


def concerns(given: Fork, sheet: IncidentCard) -> bool:
    """Tell whether a choice could still change when somebody comes to a sheet."""
    waiting = sheet.arrived_at is None or sheet.arrived_at >= given.now
    return sheet.completed_at is not None and sheet.main_id is None and waiting


def since(sheet: IncidentCard) -> int:
    """Return the instant (ms) from which somebody waits at a sheet."""
    return sheet.completed_at if sheet.completed_at is not None else sheet.answered_at
