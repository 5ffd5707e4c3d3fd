"""Links the sheet in the form to another, and takes it back: both by key."""

from __future__ import annotations

from PySide6.QtCore import QObject

from models.board import IncidentCard
from models.incident import LinkType
from services.linking import link, unlink
from ui.desk import Desk
from ui.sheet.filling import Filling
from ui.sheet.layout import SheetLayout


class Linking(QObject):
    """Carries out what the list of related sheets asks for."""

    def __init__(self, desk: Desk, parts: SheetLayout, filling: Filling, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._parts, self._filling = desk, parts, filling
        parts.related.link_asked.connect(self._link)
        parts.related.unlink_asked.connect(self._unlink)
        parts.related.left.connect(parts.form.resume)
        desk.actions.on({"sheet.unlink": self._unlink})

    def _link(self, main_id: str) -> None:
        self._desk.store.do(link, self._filling.id, main_id, LinkType.REPEAT.value)
        self._parts.form.resume()

    def _unlink(self) -> None:
        """Take the sheet in the form off its main sheet, else the selected one."""
        board, chosen = self._desk.store.board, self._desk.selection.incident_id
        for id in dict.fromkeys((self._filling.id, chosen)):
            card = board.get(IncidentCard, id)
            if card is not None and card.main_id is not None:
                self._desk.store.do(unlink, card.id)
                return
        self._desk.say("info", lambda: self.tr("这张警单没有关联到别的警单。"))
