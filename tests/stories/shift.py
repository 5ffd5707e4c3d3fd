"""A shift at the real window: real store, real page, keys and clicks; waits on what is shown, never on time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.board import AgencyCard, Board, CallCard, IncidentCard, TermCard, UnitCard
from models.fix import Fix
from models.identity import new_id
from models.place import Place
from models.state import Duty
from services.fleet import add_unit
from services.taking import ring
from tests.store import furnished_store
from ui.application import Options, Workstation
from ui.call.pane import TWICE_MS
from ui.desk import Desk
from ui.policy import Policy
from ui.reason import ReasonDialog
from ui.setting import STARTED, Settings
from ui.theme import load_fonts

WAIT_MS = 20_000
FURNISHED = 1_770_000_000_000
UNITS = (("618", 117.655, 24.515), ("621", 117.640, 24.520), ("625", 117.700, 24.540))


class Shift:
    """One running workstation and the hands at its keyboard and mouse."""

    def __init__(
        self, qtbot: QtBot, folder: Path, *, units: bool = True, policy: Policy | None = None
    ) -> None:
        self.qtbot = qtbot
        self.keys = 0
        self.file = folder / "desk.sqlite"
        if not self.file.exists():
            self.file.write_bytes(furnished_store(FURNISHED))
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        load_fonts(application)
        kept = QSettings(str(folder / "desk.ini"), QSettings.Format.IniFormat)
        settings = Settings(kept, policy=policy)
        settings.set(STARTED, True)
        self.station = Workstation(application, Options(store=self.file), settings)
        with qtbot.waitSignal(self.station.ready, timeout=WAIT_MS):
            self.station.start()
        self.wait(lambda: bool(self.board.all(TermCard)) and bool(self.board.all(AgencyCard)))
        self.settle()
        self.window.activateWindow()
        if units and not self.board.all(UnitCard):
            self.enter_units()

    @property
    def window(self) -> Any:
        """The main window."""
        return self.station.window

    @property
    def desk(self) -> Desk:
        """What the panes are given."""
        return self.station.desk

    @property
    def board(self) -> Board:
        """The board shown now."""
        return self.station.desk.store.board

    def close(self) -> None:
        """End the workstation in order."""
        self.station.close()

    def wait(self, condition: Callable[[], object]) -> None:
        """Wait until something is so."""
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=WAIT_MS)

    def settle(self) -> None:
        """Wait until everything handed in is on disk and every question is answered."""
        store = self.desk.store
        self.wait(lambda: store.writing == 0 and store._read.waiting == 0)

    def key(self, key: Qt.Key | str, *modifiers: Qt.KeyboardModifier) -> None:
        """Press one key where the keyboard is."""
        held = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            held |= modifier
        self.keys += 1
        QTest.keyClick(self.focused(), key, held)  # type: ignore[arg-type]

    def type(self, text: str) -> None:
        """Type into whatever has the keyboard; a Chinese character counts as the two keys of an input method."""
        for character in text:
            if character.isascii():
                self.key(character)
                continue
            self.keys += 2
            event = QInputMethodEvent()
            event.setCommitString(character)
            QApplication.sendEvent(self.focused(), event)

    def focused(self) -> QWidget:
        """Return the widget that has the keyboard."""
        return QApplication.focusWidget() or self.window

    def click(self, widget: QWidget, at: QPoint) -> None:
        """Click the left button at a point of a widget."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at)

    def come_back(self) -> None:
        """Give the keyboard back to the window after a dialog, as a window manager does."""
        self.window.activateWindow()
        self.wait(lambda: QApplication.activeWindow() is self.window)

    def map_point(self, kind: str, id: str) -> QPoint:
        """Return where the map draws a thing, once it does."""
        found: list[QPoint] = []

        def ask() -> bool:
            if not found:
                self.window.map.view.position_of(
                    kind, id, lambda point: found.append(point) if point is not None else None
                )
            return bool(found)

        self.wait(ask)
        return found[0]

    def enter_units(self) -> None:
        """Put three units on patrol, with positions."""
        fixes = []
        for call_sign, lon, lat in UNITS:
            id = new_id()
            self.desk.store.do(add_unit, id=id, call_sign=call_sign, duty=Duty.PATROL)
            fixes.append(Fix(id, self.desk.clock.now(), lon, lat, heading=90.0, speed=0.0))
        self.desk.positions.report(fixes)
        self.wait(lambda: len(self.board.all(UnitCard)) == len(UNITS))

    def ring(self, number: str = "13900001234", **fields: Any) -> CallCard:
        """Let a call ring and return its card."""
        id = new_id()
        place = Place(117.650, 24.517, "carrier", self.desk.clock.now(), accuracy=200.0)
        self.desk.store.do(ring, id=id, caller_number=number, **{"place": place, **fields})
        self.wait(lambda: self.board.get(CallCard, id))
        card = self.board.get(CallCard, id)
        assert card is not None
        return card

    def unit(self, call_sign: str) -> UnitCard:
        """Return a unit's card by its call sign."""
        units = self.board.all(UnitCard).values()
        return next(unit for unit in units if unit.call_sign == call_sign)

    def sheets(self) -> list[IncidentCard]:
        """Return the open sheets, oldest first."""
        return sorted(self.board.all(IncidentCard).values(), key=lambda card: card.number)

    def take_sheet(self, address: str = "胜利西路118号", words: str = "dj") -> IncidentCard:
        """Take the call that rings: answer, address, class by letters, narrative, complete."""
        id = self.answer()
        self.fill_sheet(address, words)
        self.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        self.wait(lambda: (card := self.board.get(IncidentCard, id)) and card.completed_at)
        self.wait(lambda: self.desk.selection.incident_id == id)
        card = self.board.get(IncidentCard, id)
        assert card is not None
        return card

    def answer(self) -> str:
        """Take the call that has waited longest and return its sheet, shown in the form."""
        known = set(self.board.all(IncidentCard))
        # A key pressed twice in a hurry answers one call: wait as long as that counts as one press.
        last = self.window.calls._answered_at
        self.wait(lambda: last is None or self.desk.clock.now() - last > TWICE_MS)
        self.key(Qt.Key.Key_F4)
        self.wait(lambda: self.window.sheet.incident_id not in {"", *known})
        id: str = self.window.sheet.incident_id
        return id

    def fill_sheet(self, address: str, words: str, narrative: str = "两人打架") -> None:
        """Type the fields of a plain sheet, as they follow each other."""
        self.type(address)
        self.key(Qt.Key.Key_Return)
        self.type(words)
        self.key(Qt.Key.Key_Return)
        self.key(Qt.Key.Key_Return)
        self.type(narrative)

    def send(self, *call_signs: str) -> None:
        """Send units to the selected sheet by their call signs."""
        self.key(Qt.Key.Key_F5)
        self.wait(lambda: self.window.chooser.search.hasFocus())
        for call_sign in call_signs:
            self.window.chooser.search.clear()
            self.type(call_sign)
            if len(call_signs) > 1:
                self.key(Qt.Key.Key_Space)
        self.key(Qt.Key.Key_Return)
        self.wait(lambda: not self.window.chooser.isVisible() or self.asked_why())
        if self.window.chooser.isVisible():
            self.wait(lambda: QApplication.activeWindow() is self.asked_why()[0])
            self.asked_why()[0].reasons.setFocus()
            self.key(Qt.Key.Key_Down)
            self.key(Qt.Key.Key_Return)
            self.wait(lambda: not self.window.chooser.isVisible())
        self.come_back()
        self.settle()

    def asked_why(self) -> list[ReasonDialog]:
        """Return the dialog that asks why another unit is sent than the one proposed, [] while nobody asks."""
        return [it for it in self.window.chooser.findChildren(ReasonDialog) if it.isVisible()]
