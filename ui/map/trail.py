"""Where the selected unit has been lately: what is on disk, and what has come since."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from models.fix import Fix
from services.tracking import trail
from ui.desk import Desk
from ui.position import Thinning
from ui.setting import TRAIL_MINUTES

MINUTE_MS = 60_000


class Trail(QObject):
    """Follows the selection of units.

    Signals:
        changed(str, list[Fix]): the unit ("" none) and its positions of the last minutes, oldest first.
    """

    changed = Signal(str, object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._unit = ""
        self._fixes: list[Fix] = []
        self._thinning = Thinning.of(desk.settings)
        desk.selection.unit_changed.connect(self._choose)
        desk.positions.moved.connect(self._take)

    def _choose(self, unit_id: str) -> None:
        self._unit, self._fixes = unit_id, []
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
        self.changed.emit(self._unit, self._fixes)
