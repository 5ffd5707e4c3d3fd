"""What lies at the picked point of the sheet in the form, whose ground it is, and whether it fits the address."""

from __future__ import annotations

from PySide6.QtCore import QObject

from models.place import Place, on_earth
from services.gazetteer.address import Apart
from services.gazetteer.ground import Around
from ui.desk import Desk
from ui.field import Field
from ui.location import distance_text
from ui.naming import around_text, ground_text
from ui.setting import APART_METRES
from ui.sheet.place import PlaceField
from ui.timer import Pause

LOOK, COMPARE = "sheet.ground", "sheet.apart"


class Ground(QObject):
    """Follows address and point; asks after a pause in typing. A warning never holds anything up."""

    def __init__(self, desk: Desk, address: Field, place: PlaceField, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._address, self._place = desk, address, place
        self._shown: Place | None = None
        self._compared: tuple[str, Place | None] = ("", None)
        self._pause = Pause(self)
        self._pause.came.connect(self._compare)
        address.edited.connect(self._pause.typed)
        place.edited.connect(self.follow)
        desk.names.changed.connect(self.look_again)

    def look_again(self) -> None:
        """Ask anew what lies at the point: other names are known, or another language is spoken."""
        self._shown, self._compared = None, ("", None)
        self.follow()

    def follow(self) -> None:
        """Take the point that the form shows."""
        place = self._point()
        if place != self._shown:
            self._shown = place
            self._place.show_ground("")
            if place is None:
                self._desk.names.forget(LOOK)
            else:
                self._desk.names.look(LOOK, place.lon, place.lat, self._show)
        self._compare()

    def _point(self) -> Place | None:
        # One that is nowhere is for the rules to refuse.
        place = self._place.value()
        return place if on_earth(place) else None

    def _show(self, around: Around) -> None:
        place = self._shown
        if place is not None:
            language = self._desk.language.name
            ground = ground_text(self._desk.store, language, place.lon, place.lat)
            words = (around_text(around, language), ground)
            self._place.show_ground("\n".join(word for word in words if word))

    def _compare(self) -> None:
        place, address = self._point(), str(self._address.value())
        if (address, place) == self._compared:
            return
        self._compared = (address, place)
        if place is None or not address:
            self._desk.names.forget(COMPARE)
            self._place.warn("")
        else:
            self._desk.names.compare(COMPARE, address, place.lon, place.lat, self._judge)

    def _judge(self, apart: Apart | None) -> None:
        limit = self._desk.settings.get(APART_METRES)
        if apart is None or apart.metres <= limit + apart.spread:
            self._place.warn("")
            return
        words = self.tr("选点离地址中的“%1”有 %2，请核对地址、坐标系或选点。")
        self._place.warn(words.replace("%1", apart.name).replace("%2", distance_text(apart.metres)))
