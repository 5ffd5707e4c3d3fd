"""The way by road of the selected unit to its incident, else to the selected one; asked for again as the unit moves."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from models.board import IncidentCard, UnitCard
from ui.desk import Desk
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.location import distance_text

if TYPE_CHECKING:
    from services.routing import Route

WORDS = QT_TRANSLATE_NOOP("Course", "{minutes} 分 · {distance}")
AGAIN_MS = 5_000


class Course(QObject):
    """Follows the selection and the clock.

    Signals:
        changed(str, str, list[tuple[float, float]], str): unit, incident, line (lon, lat) and words; "" and [] none.
    """

    changed = Signal(str, str, object, str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown = ("", "")
        self._asked_at = 0
        self.route: Route | None = None
        desk.selection.unit_changed.connect(self._choose)
        desk.selection.incident_changed.connect(self._choose)
        desk.roads.changed.connect(self._choose)
        desk.clock.ticked.connect(self._tick)

    def _choose(self, _id: str = "") -> None:
        self._clear()
        self._ask()

    def _clear(self) -> None:
        self._shown, self.route = ("", ""), None
        self.changed.emit("", "", [], "")

    def _tick(self, now: int) -> None:
        if self._desk.roads.has_roads and now - self._asked_at >= AGAIN_MS:
            self._ask()

    def _ask(self) -> None:
        """Ask for the way of what is selected now."""
        desk = self._desk
        self._asked_at = desk.clock.now()
        unit = desk.unit()
        fix = desk.positions.latest.get(unit.id) if unit is not None else None
        sheet = self._sheet(unit)
        place = sheet.point if sheet is not None else None
        if fix is None or place is None or sheet is None:
            self._show("", "", None)
            return
        then = partial(self._show, fix.unit_id, sheet.id)
        desk.roads.route((fix.lon, fix.lat), (place.lon, place.lat), then)

    def _sheet(self, unit: UnitCard | None) -> IncidentCard | None:
        """A unit that is on its way goes to its own incident; any other could go to the selected one."""
        job = unit.job if unit is not None else None
        if job is not None and job.is_active:
            return self._desk.store.board.get(IncidentCard, job.incident_id)
        return self._desk.incident()

    def _show(self, unit_id: str, sheet_id: str, route: Route | None) -> None:
        if unit_id and unit_id != self._desk.selection.unit_id:
            return  # somebody else is selected by now
        if route is None:
            if self._shown != ("", ""):
                self._clear()
            return
        self._shown, self.route = (unit_id, sheet_id), route
        words = translate("Course", WORDS).format(
            minutes=max(1, round(route.seconds / 60)), distance=distance_text(route.metres)
        )
        self.changed.emit(unit_id, sheet_id, route.line, words)
