"""The sheet pane: fills a sheet while somebody reports, or changes one that was taken."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.board import Board, CallCard, Delta, IncidentCard
from models.errors import CodedError, RuleError
from models.identity import new_id
from models.place import Method, Place
from models.state import INCIDENT_MOVES, IncidentState, can_move
from services.taking import open_sheet, strike_sheet
from ui.desk import Desk
from ui.keyname import key_text
from ui.refusal import sentence
from ui.scope import is_key, key_of, shortcut
from ui.sheet.asking import Asking
from ui.sheet.filling import MATCHED, Filling
from ui.sheet.layout import SheetLayout
from ui.sheet.linking import Linking
from ui.sheet.sending import Sending
from ui.wording import state_name

WALK_IN = "0200"


class SheetPane(QWidget):
    """The sheet form (接警单).

    Signals:
        called_up(): something was asked of the form from elsewhere; it wants to be seen.
        picking(bool): a point is wanted from the map, or no longer.
        completed(str): a sheet was completed, or its changes kept; the form is done with it.
    """

    called_up = Signal()
    picking = Signal(bool)
    completed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._picking = False
        self.parts = SheetLayout(desk, self)
        self._filling = Filling(desk, self.parts, self)
        self._linking = Linking(desk, self.parts, self._filling, self)
        self._asking = Asking(desk, self.parts, self._filling, self)
        self._sending = Sending(desk, self.parts, self._filling, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.parts)
        self._connect()
        self._filling.clear()

    @property
    def incident_id(self) -> str:
        """The sheet in the form, "" none."""
        return self._filling.id

    def open_sheet(self, incident_id: str) -> None:
        """Show an open sheet; what was typed into another one is saved first."""
        card = self._desk.store.board.get(IncidentCard, incident_id)
        if card is None:
            self._desk.say("info", lambda: self.tr("请选中一张在办的警单；已处结的要先重开。"))
            return
        if incident_id != self._filling.id:
            self._filling.show(card)
        self.parts.form.resume()

    def new_sheet(self) -> None:
        """Open a sheet without a call: somebody walked in, or a unit reports by radio."""
        self.save_now()
        fields = {"channel": WALK_IN}
        self._desk.store.do(open_sheet, id=new_id(), fields=fields, then=self.open_sheet)

    def take_place(self, lon: float, lat: float) -> None:
        """Take a point (WGS-84 degrees) that was picked on the map."""
        self._set_picking(False)
        if self._filling.id:
            at = self._desk.clock.now()
            self.parts.form.place.take(Place(lon, lat, Method.PICKED, at))
            self.parts.form.main.focus("class_taken")

    def save_now(self) -> None:
        """Save what was typed without waiting for a pause."""
        self._filling.save()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Bring the keyboard back to the field it was in."""
        super().focusInEvent(event)
        if self._filling.id:
            self.parts.form.resume()

    def event(self, event: QEvent) -> bool:
        """Claim the keys that mean the sheet in the form while the keyboard is here."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._own_deed(event) is not None
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Link by Ctrl+L, choose units by F5: for this sheet, whichever is selected elsewhere."""
        if (deed := self._own_deed(event)) is not None:
            deed()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Translate when the language changes."""
        if event.type() is QEvent.Type.LanguageChange:
            self._filling.show_card()
        super().changeEvent(event)

    def _connect(self) -> None:
        desk, parts, filling = self._desk, self.parts, self._filling
        desk.store.loaded.connect(self._load)
        desk.store.changed.connect(self._follow)
        desk.trade.changed.connect(filling.show_card)
        filling.refused.connect(self._refused)
        parts.switcher.switched.connect(self.open_sheet)
        parts.complete.clicked.connect(desk.actions["sheet.complete"].trigger)
        parts.revert.clicked.connect(filling.revert)
        parts.strike.clicked.connect(desk.actions["sheet.discard"].trigger)
        parts.discard.given.connect(self._strike)
        parts.discard.dismissed.connect(parts.form.resume)
        parts.form.edited.connect(lambda name: filling.show_related() if name in MATCHED else None)
        self._asking.called_up.connect(self.called_up)
        self._sending.called_up.connect(self.called_up)
        self._sending.completed.connect(self._completed)
        self._sending.refused.connect(self._refused)
        for name, by in (("sheet.next", 1), ("sheet.previous", -1)):
            shortcut(name, self, partial(parts.switcher.step, by))
        desk.actions.explain(
            {
                "sheet.complete": self._why_no_sheet,
                "sheet.pick": self._why_no_sheet,
                "sheet.discard": self._why_no_discard,
                "sheet.edit": self._why_no_edit,
            }
        )
        desk.actions.on(
            {
                "sheet.new": self.new_sheet,
                "sheet.pick": self._pick,
                "sheet.discard": self._ask_discard,
                "sheet.edit": lambda: self.open_sheet(desk.selection.incident_id),
            }
        )

    def _load(self, _board: Board) -> None:
        if self._filling.card is not None:
            self._filling.follow()
        else:
            self._filling.show_next()

    def _follow(self, delta: Delta) -> None:
        filling = self._filling
        if not filling.id:
            if delta.touches(IncidentCard):
                self.parts.switcher.show_sheets(filling.mine(), "")
        elif filling.card is None:
            self._gone()
        elif filling.id in delta.touched:
            filling.follow()
        elif delta.touches(IncidentCard) or delta.touches(CallCard):
            filling.show_card()

    def _gone(self) -> None:
        """The sheet was closed, merged or struck while it was in the form."""
        draft = self._filling.forget(self._filling.id)
        if draft is not None and draft.typed and not self._filling.is_sending:
            draft.put_by()
            self._desk.say(
                "warning",
                lambda: self.tr(
                    "警单已不在办，未提交的修改没有写入，已另行保存；重开警单后可继续。"
                ),
            )
        self._filling.show_next()

    def _completed(self, incident_id: str) -> None:
        self._set_picking(False)
        self.completed.emit(incident_id)

    def _refused(self, error: RuleError) -> None:
        if not self.parts.form.refuse(error):
            self._desk.say("warning", lambda: sentence(error))

    def _pick(self) -> None:
        self._set_picking(not self._picking)

    def _why_no_sheet(self) -> str:
        if self._filling.card is not None:
            return ""
        words = self.tr(
            "没有打开的警单。按 {answer} 接听来电，{new} 新建，或选中一张在办的按 {edit}。"
        )
        keys = {"answer": "call.answer", "new": "sheet.new", "edit": "sheet.edit"}
        return words.format(**{name: key_text(key_of(action)) for name, action in keys.items()})

    def _why_no_discard(self) -> str:
        card = self._filling.card
        if card is None or can_move(INCIDENT_MOVES, card.state, IncidentState.STRUCK):
            return self._why_no_sheet()
        words = self.tr("警单 %1 现在是“%2”，不能作废。").replace("%1", card.number)
        return words.replace("%2", state_name(card.state.value))

    def _why_no_edit(self) -> str:
        if self._desk.incident() is not None:
            return ""
        return self.tr("请选中一张在办的警单；已处结的要先重开。")

    def _set_picking(self, wanted: bool) -> None:
        if wanted != self._picking:
            self._picking = wanted
            self.picking.emit(wanted)

    def _ask_discard(self) -> None:
        card = self._filling.card
        if card is not None and can_move(INCIDENT_MOVES, card.state, IncidentState.STRUCK):
            self.parts.discard.ask({"reason": ""})

    def _strike(self, values: dict[str, Any]) -> None:
        self._filling.draft.hold()
        self._filling.is_sending = True
        self._desk.store.do(
            strike_sheet,
            self._filling.id,
            values["reason"],
            then=lambda _none: self._struck(),
            failed=self._not_struck,
        )

    def _struck(self) -> None:
        self._filling.is_sending = False

    def _not_struck(self, error: CodedError) -> None:
        self._filling.is_sending = False
        self._filling.save()
        self.parts.discard.refuse(error)

    def _own_deed(self, event: QKeyEvent) -> Callable[[], None] | None:
        """Return what a key does with the sheet in the form, None where the key is the window's."""
        if not self._filling.id:
            return None
        if is_key(event, "sheet.dispatch"):
            return self._sending.send_units
        if is_key(event, "sheet.link_found") and self.parts.related.is_offering:
            return self.parts.related.link_or_choose
        return None
