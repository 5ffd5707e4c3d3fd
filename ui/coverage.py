"""The city's expected coverage, kept up in a lane while units come, go and move."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from models.board import Board, Delta, UnitCard
from models.fix import Fix
from services.recommending.history import DAY, places_of_sheets
from services.recommending.rule import Rules, shipped_rules
from services.region import Region
from ui.clock import DeskClock
from ui.covering import CoverageMessage, coverage_message
from ui.lane import Lane, call_each
from ui.position import Positions
from ui.setting import ROAD_FACTOR, SPEED_KMH, Settings
from ui.store import Store
from ui.timer import single_shot

if TYPE_CHECKING:
    from services.recommending.coverage import Coverage
    from services.recommending.surface import Surface

KMH = 3.6
# Units move all the time: what that changes is looked at this often; what they do, as soon as it is known.
MOVED_MS, CHANGED_MS = 2_000, 20


class CoverageWatch(QObject):
    """Knows how well the free units cover where calls are to be expected.

    Signals:
        changed(): the coverage is another one, or there is none any more.
    """

    changed = Signal()

    def __init__(
        self,
        store: Store,
        positions: Positions,
        settings: Settings,
        clock: DeskClock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._positions = store, positions
        self._settings, self._clock = settings, clock
        self.rules: Rules = shipped_rules()
        self.surface: Surface | None = None
        self.newest: Coverage | None = None
        self.message: CoverageMessage | None = None
        self._region: Region | None = None
        self._lane: Lane[Callable[[], object]] | None = None
        self._running = self._again = False
        self._soon = single_shot(self, CHANGED_MS, self._count)
        self._later = single_shot(self, MOVED_MS, self._count)
        store.loaded.connect(lambda _board: self._read_history())
        store.changed.connect(self._follow)
        positions.moved.connect(lambda _fixes: self._moved())

    def show(self, region: Region) -> None:
        """Count over the ground of a region from now on."""
        self._region = region
        self.surface = self.newest = self.message = None
        self.changed.emit()
        if self._store.board.cards:
            self._read_history()

    def close(self) -> None:
        """End the lane once what it runs is done, which takes a moment."""
        self._region = None
        if self._lane is not None:
            self._lane.close()

    def _read_history(self) -> None:
        if self._region is not None:
            since = self._clock.now() - self.rules.coverage.history_days * DAY
            self._store.ask(places_of_sheets, self._take_history, since=since)

    def _take_history(self, sheets: list[tuple[float, float, float]]) -> None:
        region = self._region
        if region is not None:
            self._work(partial(surface_of, region, sheets, self.rules), partial(self._take, region))

    def _take(self, region: Region, surface: Surface) -> None:
        if region is self._region:
            self.surface = surface
            self._count()

    def _follow(self, delta: Delta) -> None:
        if self.surface is not None and delta.touches(UnitCard) and not self._soon.isActive():
            self._soon.start()

    def _moved(self) -> None:
        if self.surface is not None and not self._later.isActive():
            self._later.start()

    def _count(self) -> None:
        if self.surface is None or self._running:
            self._again = self.surface is not None
            return
        self._running, self._again = True, False
        settings = self._settings
        speed = max(settings.get(SPEED_KMH), 1.0) / KMH
        straight = speed / max(settings.get(ROAD_FACTOR), 0.1)
        fixes = dict(self._positions.latest)
        board = self._store.board
        self._work(
            partial(shown_coverage, self.surface, board, fixes, straight, self.rules), self._tell
        )

    def _tell(self, answer: tuple[Coverage, CoverageMessage]) -> None:
        self._running = False
        found, message = answer
        if found.surface is self.surface:
            self.newest, self.message = found, message
            self.changed.emit()
        if self._again:
            self._count()

    def _work(self, work: Callable[[], object], then: Callable[..., None]) -> None:
        if self._lane is None:
            self._lane = Lane("coverage", call_each, parent=self)
        self._lane.submit(work, then, self._fail)

    def _fail(self, error: Exception) -> None:
        self._running = False
        self._store.tell(error)


def surface_of(region: Region, sheets: list[tuple[float, float, float]], rules: Rules) -> Surface:
    """Return where calls are to be expected in a region; for a lane."""
    # Numbers in arrays bring a library with them, which takes its time to load: not at the start of the window.
    from services.recommending.surface import surface  # noqa: PLC0415

    return surface(
        region.bbox,
        rules.coverage.cell_metres,
        sheets=sheets,
        least=rules.coverage.least_sheets,
        people=[
            (point.lon, point.lat, float(point.population or rules.coverage.people))
            for point in region.points
        ],
        ground=region.layers.get("ground") or region.layers.get("boundary"),
    )


def coverage_of(
    surface: Surface, board: Board, fixes: Mapping[str, Fix], straight: float, rules: Rules
) -> Coverage:
    """Return the coverage by the free units whose place is known; for a lane."""
    from services.recommending.coverage import coverage, straight_reach  # noqa: PLC0415

    free = [unit.id for unit in board.all(UnitCard).values() if unit.is_free and unit.id in fixes]
    points = [(fixes[id].lon, fixes[id].lat) for id in free]
    figures = rules.coverage
    reach = straight_reach(surface, points, max(figures.minutes) * 60, straight)
    return coverage(
        surface, reach, free, minutes=figures.minutes, shown=figures.shown, busy=figures.busy
    )


def shown_coverage(
    surface: Surface, board: Board, fixes: Mapping[str, Fix], straight: float, rules: Rules
) -> tuple[Coverage, CoverageMessage]:
    """Return the coverage, and what the map draws of it; for a lane."""
    found = coverage_of(surface, board, fixes, straight, rules)
    return found, coverage_message(found)
