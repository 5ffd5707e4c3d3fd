"""The language is switched in the middle of a shift: no word of the other language is left, and all comes back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDockWidget,
    QLabel,
    QLineEdit,
    QMenu,
    QTabBar,
    QTableView,
    QWidget,
)

from models.board import AgencyCard, CallCard, IncidentCard, UnitCard
from models.identity import new_id
from models.state import CallState
from services.linkage import send_order
from services.taking import hang_up
from services.timeline import write_note
from tests.stories.shift import Shift
from ui.map.text import words

CHINESE = re.compile(r"[\u2e80-\u303f\u3400-\u9fff\uff00-\uffef]")
LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
# What is the same in both languages: the way to the other one, names of keys, and what people typed.
BOTH = "中文 / English"
LANGUAGES = ("中文", "English")
KEYS = ("Ctrl", "Shift", "Alt", "Return", "Enter", "Del", "Esc")
ADDRESS, OWNER, NOTE, ORDER = "118 Shengli Road", "Chen", "The door is at the back", "Please help"
HEARD = ("Two men are fighting", "They are still fighting", "A car burns")
TYPED = (ADDRESS, OWNER, NOTE, ORDER, *HEARD, "agency")
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Text = tuple[str, str]
Scene = tuple[str, Callable[[], object]]


@pytest.fixture(autouse=True)
def no_language_is_left(qapp: QApplication) -> Iterator[None]:
    """Begin and end without translators: those of a shift stay with the application."""
    forget_languages(qapp)
    yield
    forget_languages(qapp)


def forget_languages(application: QApplication) -> None:
    """Take every translator from the application."""
    for translator in application.findChildren(QTranslator):
        application.removeTranslator(translator)
        translator.setParent(None)


@pytest.fixture
def busy(shift: Shift) -> Shift:
    """A shift in which everything that has words has happened once, all data in plain ASCII."""
    shift.ring("13900000001", heard=HEARD[0], owner_name=OWNER)
    first = take_sheet(shift)
    shift.send("618", "621")
    shift.key(Qt.Key.Key_F6)
    shift.wait(lambda: shift.unit("618").status == "signed")
    agencies = shift.board.all(AgencyCard).values()
    agency = next(card for card in agencies if card.code == "R01")
    shift.desk.store.do(send_order, first.id, agency.id, ORDER, id=new_id())
    shift.desk.store.do(write_note, first.id, NOTE)
    missed = shift.ring("13900000002")
    shift.desk.store.do(hang_up, missed.id)
    shift.wait(lambda: card_of(shift, missed.id).state is CallState.ABANDONED)
    shift.ring("13900000001", heard=HEARD[1])
    shift.answer()
    shift.ring("13900000003", heard=HEARD[2])
    shift.settle()
    shift.window.arrangement.go("history")
    shift.wait(lambda: shift.window.history.table.rowCount() == len(shift.sheets()))
    now = shift.desk.clock.now()
    shift.desk.clock.now = lambda: now  # type: ignore[method-assign]
    shift.desk.clock.ticked.emit(now)
    return shift


def test_every_word_follows_the_language_and_comes_back(busy: Shift) -> None:
    data = words_of_data(busy)
    for name, show in scenes(busy):
        show()
        busy.settle()
        chinese = texts(busy.window)
        switch(busy, "en")
        english = texts(busy.window)
        left = [text for text in english if has_chinese(text[1], data)]
        assert left == [], name
        switch(busy, "zh")
        assert texts(busy.window) == chinese, name
        same = [text for text in set(chinese) & set(english) if has_a_word(text[1], data)]
        assert same == [], name


def test_messages_that_stand_are_said_in_the_new_language(shift: Shift) -> None:
    window, actions, banners = shift.window, shift.desk.actions, shift.station._banners

    def strike_for_nobody() -> None:
        shift.desk.selection.choose_unit("")
        window.units.view.clearSelection()
        window.units.mover.strike("5")

    scenes: list[Callable[[], object]] = [
        actions["dispatch.choose"].trigger,
        actions["dispatch.move"].trigger,
        actions["order.send"].trigger,
        lambda: shift.key(Qt.Key.Key_F6),
        actions["sheet.close"].trigger,
        lambda: window.units.mover.strike("5"),
        strike_for_nobody,
        lambda: window.map._tell_trouble("map.died"),
        lambda: shift.station._say_refused(3),
        lambda: shift.station.printing._say_written("a.pdf", 2),
        lambda: window.units.forms._done(""),
        lambda: window.directory.forms._done(window.directory.forms.body, ""),
        lambda: shift.station.rescue._moved(shift.file),
    ]
    shift.desk.selection.choose_unit(shift.unit("618").id)
    for show in scenes:
        while banners.banners():
            banners.close_newest()
        show()
        (banner,) = banners.banners()
        chinese = banner.text
        assert CHINESE.search(chinese)
        switch(shift, "en")
        assert not CHINESE.search(banner.text), chinese
        switch(shift, "zh")
        assert banner.text == chinese


def test_the_map_has_its_words_in_the_language(busy: Shift) -> None:
    switch(busy, "en")
    assert not CHINESE.search(repr(words()))
    switch(busy, "zh")
    assert CHINESE.search(repr(words()))


def test_the_language_is_kept_for_the_next_shift(start_shift: Callable[[], Shift]) -> None:
    shift = start_shift()
    shift.key("l", CONTROL, SHIFT)
    shift.wait(lambda: shift.desk.language.name == "en")
    shift.close()
    again = start_shift()
    assert again.desk.language.name == "en"
    assert again.window.windowTitle() == "Zhangzhou 110 dispatch workstation"


def take_sheet(shift: Shift) -> IncidentCard:
    """Take the call that rings, all in plain ASCII."""
    id = shift.answer()
    shift.fill_sheet(ADDRESS, "dj", HEARD[0])
    shift.key(Qt.Key.Key_Return, CONTROL)
    shift.wait(lambda: (card := shift.board.get(IncidentCard, id)) and card.completed_at)
    shift.wait(lambda: shift.desk.selection.incident_id == id)
    card = shift.board.get(IncidentCard, id)
    assert card is not None
    return card


def card_of(shift: Shift, id: str) -> CallCard:
    """Return a call's card."""
    card = shift.board.get(CallCard, id)
    assert card is not None
    return card


def switch(shift: Shift, language: str) -> None:
    """Switch to the other language by the action that the key and the menu trigger."""
    shift.desk.actions["view.language"].trigger()
    shift.wait(lambda: shift.window.windowTitle().isascii() == (language == "en"))
    QApplication.processEvents()
    shift.settle()


def scenes(shift: Shift) -> list[Scene]:
    """Return what to bring to the front, one after the other."""
    window, actions = shift.window, shift.desk.actions
    panels = window.details.parts.panels
    first = min(shift.board.all(IncidentCard).values(), key=lambda card: card.number)
    unit = next(card for card in shift.board.all(UnitCard).values() if card.job is not None)

    def choose() -> None:
        window.directory.order.dismiss()
        shift.desk.selection.choose_incident(first.id)
        shift.desk.selection.choose_unit(unit.id)

    def panel(show: Callable[[], object]) -> Callable[[], None]:
        def run() -> None:
            choose()
            window.arrangement.go("details")
            show()

        return run

    def go(name: str) -> Callable[[], None]:
        return lambda: window.arrangement.go(name)

    def order() -> None:
        choose()
        window.directory._pick()
        actions["order.send"].trigger()

    def dialog(action: str) -> Callable[[], None]:
        def run() -> None:
            window.chooser.reject()
            choose()
            actions[action].trigger()
            if action == "dispatch.choose":
                shift.wait(lambda: shift.desk.advice.of(first.id))

        return run

    def who() -> None:
        window.chooser.reject()
        window.ask_who()

    def trouble() -> None:
        window.map.view.trouble.emit("map.dead")
        window.map.reload()

    def torn_off() -> None:
        window.arrangement.go("units")
        window.arrangement.carry()

    return [
        ("sheet", go("sheet")),
        ("more", lambda: window.sheet.parts.form.more_button.setChecked(True)),
        ("queue", go("queue")),
        ("units", go("units")),
        ("details", panel(panels.close_all)),
        ("feedback", panel(actions["sheet.feed_back"].trigger)),
        ("more feedback", lambda: panels.feedback.more_button.setChecked(True)),
        ("closing", panel(lambda: panels.close_sheet(first))),
        ("reopening", panel(lambda: panels.reopen(first))),
        ("returning", panel(lambda: panels.return_sheet(first))),
        ("cancelling", panel(lambda: panels.cancel("none"))),
        ("ending", panel(lambda: panels.end_order("none", "cancelled"))),
        ("answering", panel(lambda: panels.end_order("none", "fed_back"))),
        ("linking", panel(actions["sheet.link"].trigger)),
        ("history", go("history")),
        ("directory", go("directory")),
        ("order", order),
        ("chooser", dialog("dispatch.choose")),
        ("mover", dialog("dispatch.move")),
        ("who sits here", who),
        ("a message that stays", trouble),
        ("a pane torn off", torn_off),
        ("the wall", actions["view.wall_beside"].trigger),
    ]


def texts(window: QWidget) -> list[Text]:
    """Return every text that can be seen or heard in the window and its dialogs, with its widget."""
    found = [("title", window.windowTitle())]
    for widget in window.findChildren(QWidget):
        if widget.isVisibleTo(widget.window()) and widget.window().isVisible():
            name = f"{type(widget.parent()).__name__}.{type(widget).__name__}"
            found += [(name, text) for text in texts_of(widget)]
    for action in window.findChildren(QAction):
        of = (action.text(), action.toolTip(), action.statusTip())
        found += [(f"action {action.objectName()}", text) for text in of]
    # What is raised changes its place among the children: the order means nothing.
    return sorted((name, text) for name, text in found if text)


def texts_of(widget: QWidget) -> Iterator[str]:
    """Return what one widget says."""
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    if isinstance(widget, (QLabel, QAbstractButton)):
        yield widget.text()
    elif isinstance(widget, QLineEdit):
        yield from (widget.text(), widget.placeholderText())
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(row) for row in range(widget.count()))
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(tab) for tab in range(widget.count()))
    elif isinstance(widget, QDockWidget):
        yield widget.windowTitle()
    elif isinstance(widget, QMenu):
        yield widget.title()
    elif isinstance(widget, QTableView):
        yield from texts_in(widget.model())


def texts_in(model: QAbstractItemModel) -> Iterator[str]:
    """Return titles, cells and hints of a table."""
    rows, columns = range(model.rowCount()), range(model.columnCount())
    for column in columns:
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in rows:
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                yield str(model.index(row, column).data(role) or "")


def words_of_data(shift: Shift) -> set[str]:
    """Return what is data and stays as it is in any language."""
    agencies = shift.board.all(AgencyCard).values()
    contacts = [contact for card in agencies for contact in card.contacts]
    return {
        BOTH,
        *LANGUAGES,
        *(word for card in agencies for word in (card.name, card.note) if word),
        *(word for contact in contacts for word in (contact.name, contact.note) if word),
    }


def has_chinese(text: str, data: set[str]) -> bool:
    """Tell whether a text holds Chinese that is no data."""
    for known in sorted(data, key=len, reverse=True) if CHINESE.search(text) else ():
        text = text.replace(known, "")
    return bool(CHINESE.search(text))


def has_a_word(text: str, data: set[str]) -> bool:
    """Tell whether a text holds an English word that is neither data nor the name of a key."""
    if CHINESE.search(text):
        return False
    for known in (*data, *TYPED, *KEYS):
        text = text.replace(known, "")
    return bool(LATIN_WORD.search(text))
