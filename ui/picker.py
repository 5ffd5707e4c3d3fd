"""Picks one term of a dictionary by code, words, pinyin or initials; the offers stand under the line."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from models.board import OrganisationCard
from models.text import SHORT
from services.context import local_day
from ui.clock import DeskClock
from ui.field import Field
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.scope import is_key, struck
from ui.store import Store
from ui.trade import Found, Trade, matches

SHOWN = 8
MOST = 200
CODE = Qt.ItemDataRole.UserRole
HELP = QT_TRANSLATE_NOOP("PickField", "编码、名称、拼音或首字母")
NONE_FITS = QT_TRANSLATE_NOOP("PickField", "没有符合的条目，请换个说法")


class Offers(QListWidget):
    """A list that floats over the form, under the line that has the keyboard all the time, or `under` what holds it;
    at least `least` pixels wide."""

    def __init__(self, line: QLineEdit, under: QWidget | None = None, least: int = 0) -> None:
        super().__init__(line)
        self._least = least
        self._line, self._under = line, under if under is not None else line
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hide()

    def show_offers(self, offers: list[tuple[str, str]]) -> None:
        """Offer codes with their texts, the first one ready to be taken; none hides the list."""
        self.clear()
        for code, text in offers:
            item = QListWidgetItem(text)
            item.setData(CODE, code)
            self.addItem(item)
        if not offers:
            self.close_offers()
            return
        self.setCurrentRow(0)
        self._place(len(offers))

    def close_offers(self) -> None:
        """Hide; while hidden the list belongs to its line and goes with it."""
        self.hide()
        self.setParent(self._line)
        self.hide()

    def current_code(self) -> str:
        """Return the code ready to be taken, "" where nothing is offered."""
        item = self.currentItem()
        return str(item.data(CODE)) if item is not None and self.isVisible() else ""

    def follow(self) -> None:
        """Stay under the line when it moves."""
        if self.isVisible():
            self._place(self.count())

    def step(self, by: int) -> None:
        """Go up or down, staying inside."""
        self.setCurrentRow(min(max(self.currentRow() + by, 0), self.count() - 1))

    def _place(self, count: int) -> None:
        window = self._line.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        height = self.sizeHintForRow(0) * min(count, SHOWN) + 2 * self.frameWidth() + 4
        foot = self._under.mapTo(window, QPoint(0, self._under.height()))
        below = QPoint(self._line.mapTo(window, QPoint(0, 0)).x(), foot.y())
        if below.y() + height > window.height():
            above = self._line.mapTo(window, QPoint(0, -height))
            below = above if above.y() >= 0 else below
        width = max(self._line.width(), self._least)
        # Wider than a narrow line; its right edge stays where it is.
        self.setGeometry(below.x() + self._line.width() - width, below.y(), width, height)
        self.show()
        self.raise_()


class PickField(Field):
    """A line that finds one of many; what can be found, and what it is called, is the subclass's to say.

    Signals:
        picked(str): a person chose a code, "" none.
    """

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.line = QLineEdit()
        self.line.setMaxLength(SHORT)
        super().__init__(self.line, parent)
        self._code = ""
        self._typed = False
        self.offers = Offers(self.line)
        self.line.textEdited.connect(self._search)
        self.offers.itemClicked.connect(lambda item: self._take(str(item.data(CODE))))

    def value(self) -> str:
        """Return the code chosen, "" none."""
        return self._code

    def show_value(self, value: Any) -> None:
        """Show a code by its name, "" none."""
        self._code = value or ""
        self._typed = False
        self.offers.close_offers()
        self.line.setText(self.name_of(self._code) if self._code else "")
        self.line.setCursorPosition(0)
        if self.line.hasFocus():
            self.line.selectAll()

    def found(self, text: str) -> list[tuple[str, str]]:
        """Return what a text finds, best first: codes with the lines that offer them."""
        raise NotImplementedError

    def name_of(self, code: str) -> str:
        """Return what a chosen code is called."""
        raise NotImplementedError

    def settle(self) -> bool:
        """Take the offer that is ready where something was typed; an emptied line means none.

        A text that names no term is marked: what was chosen before is not what one reads.
        """
        if self._typed and not self.line.text().strip():
            self._take("")
        elif self._typed and (code := self.offers.current_code()):
            self._take(code)
        if self._typed:
            self.mark(translate("PickField", NONE_FITS))
        return not self._typed

    def retranslate(self) -> None:
        """Write the name and the help in the language of the screen."""
        self.line.setPlaceholderText(translate("PickField", HELP))
        if not self._typed:
            self.line.setText(self.name_of(self._code) if self._code else "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take an offer by Enter or Tab, walk by the arrows, give up by Esc."""
        kind = event.type()
        if kind is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if is_key(event, "term.close") and self.offers.isVisible():
                event.accept()
                return True
        elif kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if self._key(event):
                return True
        elif kind is QEvent.Type.FocusIn and not self._typed:
            # What one types here is another term, never more letters of the name of this one.
            self.line.selectAll()
        elif kind is QEvent.Type.FocusOut:
            self._give_up()
        elif kind in (QEvent.Type.Hide, QEvent.Type.Resize, QEvent.Type.Move):
            self.offers.close_offers()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        way = struck(event, "term.next", "term.previous")
        if way:
            if self.offers.isVisible():
                self.offers.step(1 if way == "term.next" else -1)
            else:
                self._search(self.line.text() if self._typed else "")
            return True
        if is_key(event, "term.close") and self.offers.isVisible():
            self.show_value(self._code)
            return True
        if is_key(event, "field.next"):
            if self.settle():
                self.entered.emit()
            return True
        if is_key(event, "term.take"):
            self.settle()
        return False

    def _give_up(self) -> None:
        if self._typed:
            self.show_value(self._code)
            self.mark("")
        self.offers.close_offers()

    def _search(self, text: str) -> None:
        self._typed = True
        self.mark("")
        self.offers.show_offers(self.found(text))

    def _take(self, code: str) -> None:
        before = self._code
        self.show_value(code)
        self.mark("")
        if code != before:
            self.edited.emit()
            self.picked.emit(code)


class TermField(PickField):
    """Finds a term of a dictionary."""

    def __init__(
        self, trade: Trade, clock: DeskClock, dictionary: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._trade, self._clock, self._dictionary = trade, clock, dictionary
        trade.changed.connect(self.retranslate)
        self.retranslate()

    def found(self, text: str) -> list[tuple[str, str]]:
        """Return the terms that hold today."""
        day = local_day(self._clock.now())
        found = self._trade.search(self._dictionary, text, day, MOST)
        return [(term.code, offer(term)) for term in found]

    def name_of(self, code: str) -> str:
        """Return a term's name, of a class with its group."""
        if self._dictionary == "incident_class":
            return self._trade.class_name(code)
        return self._trade.name(self._dictionary, code)


class BodyField(PickField):
    """Finds a police body; its value is the body's key, or None."""

    def __init__(self, trade: Trade, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trade, self._store = trade, store
        trade.changed.connect(self.retranslate)
        self.retranslate()

    def value(self) -> Any:
        """Return the key of the body chosen, None for none."""
        return super().value() or None

    def found(self, text: str) -> list[tuple[str, str]]:
        """Return the bodies whose code or name matches, by code."""
        bodies = sorted(self._store.board.all(OrganisationCard).values(), key=lambda it: it.code)
        return [
            (body.id, f"{body.code}  {self._trade.word(body)}".strip())
            for body in bodies
            if matches(text, (body.code, body.name, body.name_en))
        ][:MOST]

    def name_of(self, code: str) -> str:
        """Return a body's name; a key that the board does not know stands for itself."""
        body = self._store.board.get(OrganisationCard, code)
        return self._trade.word(body) if body is not None else code


def offer(term: Found) -> str:
    """Return the line of one offer: 200100  打架斗殴 · 治安."""
    return f"{term.code}  {term.name} · {term.path}" if term.path else f"{term.code}  {term.name}"
