"""Where the selected unit has been lately: what is on disk, and what has come since, on roads where roads are known."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal

from models.fix import Fix
from services.tracking import trail
from ui.desk import Desk
from ui.position import Thinning
from ui.road import Point
from ui.setting import TRAIL_MINUTES

MINUTE_MS = 60_000


class Trail(QObject):
    """Follows the selection of units.

    Signals:
        changed(str, list[tuple[float, float]]): the unit ("" none) and its way of the last minutes (lon, lat), oldest first.
    """

    changed = Signal(str, object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._unit = ""
        self._fixes: list[Fix] = []
        self._thinning = Thinning.of(desk.settings)
        # The way on roads, up to which instant, and whether one is being looked for.
        self._laid: list[Point] = []
        self._laid_to = 0
        self._laying = False
        desk.roads.changed.connect(lambda: self._choose(self._unit))
        desk.selection.unit_changed.connect(self._choose)
        desk.positions.moved.connect(self._take)

    def _choose(self, unit_id: str) -> None:
        self._unit, self._fixes = unit_id, []
        self._laid, self._laid_to = [], 0
        self._tell()
        if unit_id:
            self._desk.store.ask(
                trail, lambda fixes: self._add(unit_id, fixes), unit_id, self._since()
            )

    def _since(self) -> int:
        return self._desk.clock.now() - self._desk.settings.get(TRAIL_MINUTES) * MINUTE_MS

    def _add(self, unit_id: str, fixes: list[Fix]) -> None:
        """Take what was on disk; somebody else may be selected by now."""
        if unit_id == self._unit and fixes:
            last = fixes[-1].at
            self._fixes = fixes + [fix for fix in self._fixes if fix.at > last]
            self._tell()

    def _take(self, moved: Iterable[Fix]) -> None:
        latest = self._desk.positions.latest.get(self._unit) if self._unit else None
        if latest is None or (self._fixes and latest.at <= self._fixes[-1].at):
            return
        if not self._fixes or self._thinning.keeps(latest, self._fixes[-1]):
            since = self._since()
            self._fixes = [fix for fix in self._fixes if fix.at >= since] + [latest]
            self._tell()

    def _tell(self) -> None:
        since = [(fix.lon, fix.lat) for fix in self._fixes if fix.at > self._laid_to]
        self.changed.emit(self._unit, self._laid + since)
        self._lay()

    def _lay(self) -> None:
        """Look for the way on roads of what is not on roads yet; one question at a time, the newest waits."""
        fixes, roads = tuple(self._fixes), self._desk.roads
        if self._laying or not roads.has_roads or len(fixes) < 2 or fixes[-1].at == self._laid_to:
            return
        self._laying = True
        roads.lay(fixes, partial(self._take_laid, self._unit, fixes[-1].at))

    def _take_laid(self, unit_id: str, at: int, line: list[Point] | None) -> None:
        self._laying = False
        if unit_id != self._unit:
            self._lay()
            return
        # Where the roads could say nothing, the trail stays as it was measured; it is not asked for again.
        if line is not None:
            self._laid, self._laid_to = line, at
            self._tell()
