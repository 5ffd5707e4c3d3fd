"""Reads the dossier of the selected incident anew whenever it changes; answers that came too late are dropped."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from models.board import Board, Delta, IncidentCard
from services.dossier import OFF_CARD, Dossier, read_dossier
from ui.desk import Desk


class Reader(QObject):
    """Follows one incident.

    Signals:
        read(Dossier): the newest dossier of the incident followed.
        lost(): there is no incident to follow.
    """

    read = Signal(object)
    lost = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._serial = 0
        # Whether an answer is still to come.
        self.reading = False
        self.incident_id = ""
        desk.store.loaded.connect(self._reload)
        desk.store.changed.connect(self._follow)

    def follow(self, incident_id: str) -> None:
        """Follow an incident, "" none."""
        self.incident_id = incident_id
        self._ask()

    def _reload(self, _board: Board) -> None:
        self._ask()

    def _follow(self, delta: Delta) -> None:
        if self.incident_id in delta.touched:
            self._ask()

    def _ask(self) -> None:
        self._serial += 1
        self.reading = bool(self.incident_id)
        if self.incident_id:
            take = partial(self._take, self._serial)
            self._desk.store.ask(read_dossier, take, self.incident_id)
        else:
            self.lost.emit()

    def _take(self, serial: int, dossier: Dossier | None) -> None:
        # An older answer may have been read before the change that made us ask again.
        if serial != self._serial:
            return
        self.reading = False
        if dossier is None:
            self.lost.emit()
        else:
            self.read.emit(dossier)


def unread(card: IncidentCard) -> Dossier:
    """Return what is known of a sheet before its dossier is read: the board's card."""
    fields = dict.fromkeys(OFF_CARD, "")
    return Dossier(
        card=card, fields=fields, entries=(), feedbacks=(), parties=(), main=None, branches=()
    )
