"""Rings of time: how far the selected unit gets within some minutes, or from where one can be at the selected sheet."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from ui.desk import Desk
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.road import Areas, Point
from ui.setting import RING_MINUTES

AGAIN_MS = 5_000
MOST = 6
NO_ROADS = QT_TRANSLATE_NOOP("Rings", "本地区没有道路数据，画不出可达圈。")
NOTHING = QT_TRANSLATE_NOOP("Rings", "请先选中位置已知的警力，或已定位的警情。")


class Rings(QObject):
    """Draws while its action is checked; what was selected last is the middle.

    Signals:
        changed(Areas): minutes with outlines (lon, lat); empty where nothing is to be drawn.
    """

    changed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._action = desk.actions["map.rings"]
        self._action.setCheckable(True)
        self._kind = ""
        self._asked: tuple[object, ...] = ()
        self._asked_at = 0
        desk.actions.on({"map.rings": self._toggle})
        desk.selection.unit_changed.connect(partial(self._choose, "unit"))
        desk.selection.incident_changed.connect(partial(self._choose, "incident"))
        desk.roads.changed.connect(self._again)
        desk.settings.changed.connect(
            lambda key: self._again() if key == RING_MINUTES.key else None
        )
        desk.clock.ticked.connect(self._tick)

    def _toggle(self) -> None:
        if self._action.isChecked() and (missing := self._missing()):
            self._action.setChecked(False)
            self._desk.say("info", lambda: translate("Rings", missing))
        self._again()

    def _missing(self) -> str:
        """What stands in the way, "" nothing."""
        if not self._desk.roads.has_roads:
            return NO_ROADS
        return NOTHING if self._centre() is None else ""

    def _choose(self, kind: str, id: str) -> None:
        if id:
            self._kind = kind
        self._again()

    def _tick(self, now: int) -> None:
        if self._action.isChecked() and now - self._asked_at >= AGAIN_MS:
            self._ask()

    def _again(self) -> None:
        """Draw anew, or nothing."""
        self._asked = ()
        self._ask()

    def _ask(self) -> None:
        centre = self._centre() if self._action.isChecked() else None
        minutes = minutes_of(self._desk.settings.get(RING_MINUTES))
        asked = (centre, minutes, self._kind)
        if asked == self._asked:
            return
        self._asked, self._asked_at = asked, self._desk.clock.now()
        if centre is None or not minutes:
            self.changed.emit([])
            return
        inward = self._kind == "incident"
        self._desk.roads.rings(centre, minutes, partial(self._show, asked), inward=inward)

    def _centre(self) -> Point | None:
        desk = self._desk
        if self._kind == "unit":
            fix = desk.positions.latest.get(desk.selection.unit_id)
            return None if fix is None else (fix.lon, fix.lat)
        sheet = desk.incident()
        place = None if sheet is None else sheet.point
        return None if place is None else (place.lon, place.lat)

    def _show(self, asked: tuple[object, ...], areas: Areas | None) -> None:
        """Show an answer; something else may be asked by now."""
        if asked == self._asked:
            self.changed.emit([(many, lines) for many, lines in areas or [] if lines])


def minutes_of(text: str) -> tuple[float, ...]:
    """Return the minutes that a setting names, the fewest first; what is no time is left out."""
    found = {
        float(word)
        for word in text.replace(",", " ").split()
        if word.isascii() and word.replace(".", "", 1).isdigit()
    }
    return tuple(sorted(many for many in found if 0 < many <= 60))[:MOST]
