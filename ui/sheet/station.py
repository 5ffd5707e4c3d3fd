"""Whose matter a sheet is: the body of the beat that its point lies in is proposed, with the reason; a person's choice stays."""

from __future__ import annotations

from PySide6.QtCore import QObject

from models.board import BeatCard, OrganisationCard
from models.organisation import OrganisationKind
from models.place import on_earth
from services.gazetteer.jurisdiction import Jurisdiction, jurisdiction_at
from ui.desk import Desk
from ui.field import Field
from ui.sheet.place import PlaceField


class Station(QObject):
    """Follows the point that a person picks; fills the field only where it is empty or holds our own proposal."""

    def __init__(self, desk: Desk, place: PlaceField, field: Field, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._place, self._field = desk, place, field
        self._ours: str | None = None
        self._filling = False
        place.edited.connect(self._propose)
        field.edited.connect(self._chosen)

    def begin(self) -> None:
        """Take the sheet that was bound: what fits its point counts as proposed, nothing is filled."""
        found = self._found()
        body = body_of(found)
        self._ours = body if body is not None and self._field.value() == body else None
        self._say(found)

    def _propose(self) -> None:
        found = self._found()
        body = body_of(found)
        value = self._field.value()
        if body is not None and body != value and value in (None, "", self._ours):
            self._ours = body
            self._filling = True
            self._field.show_value(body)
            self._field.edited.emit()
            self._filling = False
        self._say(found)

    def _chosen(self) -> None:
        if not self._filling:
            self._ours = None
            self._say(self._found())

    def _found(self) -> Jurisdiction | None:
        place = self._place.value()
        if place is None or not on_earth(place):
            return None
        board = self._desk.store.board
        beats = board.all(BeatCard).values()
        return jurisdiction_at(beats, board.all(OrganisationCard), place.lon, place.lat)

    def _say(self, found: Jurisdiction | None) -> None:
        body = body_of(found)
        if found is None or body is None:
            self._field.hint("")
            return
        same = self._field.value() == body
        words = self.tr("选点在警区“%1”内") if same else self.tr("选点在警区“%1”内，与所填不同")
        self._field.hint(words.replace("%1", found.beat.name))


def body_of(found: Jurisdiction | None) -> str | None:
    """Return the body that a matter belongs to: the nearest station above the beat, else the nearest body."""
    if found is None or not found.bodies:
        return None
    stations = (body for body in found.bodies if body.organisation_kind == OrganisationKind.STATION)
    return next(stations, found.bodies[0]).id
