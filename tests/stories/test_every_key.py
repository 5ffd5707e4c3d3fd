"""Every key of the table does what the list of keys says, at the real window; a key that can do nothing says why."""

from __future__ import annotations

import ast
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from models.board import IncidentCard, UnitCard
from models.state import AssignmentState, Duty
from tests.stories.shift import Shift
from ui.action import ACTIONS, SPECS
from ui.reason import ReasonDialog
from ui.scope import BY_NAME, KEYS

ROOT = Path(__file__).resolve().parents[2]
CONTROL = Qt.KeyboardModifier.ControlModifier
PROVED: dict[str, str] = {}
# Proved by the tests of what they belong to.
ELSEWHERE = {
    **{
        f"ask.{name}": (
            "tests/stories/test_guided_call.py",
            "test_answers_by_digit_raise_the_level_at_once_and_stay_on_the_sheet",
        )
        for name in ("choose", "yes", "no", "write", "clear", "leave")
    },
    **{
        f"ask.{name}": (
            "tests/stories/test_guided_call.py",
            "test_each_step_has_its_own_list_and_says_what_was_not_asked",
        )
        for name in ("earlier", "later")
    },
    "sheet.link_found": (
        "tests/stories/test_together.py",
        "test_a_second_call_about_the_same_matter_is_linked_by_one_key",
    ),
    "related.leave": ("tests/ui/sheet/test_related.py", None),
    "sheet.dispatch": ("tests/stories/test_thirty_seconds.py", None),
    "party.strike": (
        "tests/stories/test_together.py",
        "test_a_person_of_the_sheet_is_entered_and_struck_by_key",
    ),
    "map.take": ("tests/stories/test_together.py", "test_a_place_is_picked_without_the_mouse"),
    "order.departed": ("tests/ui/agency/test_window.py", None),
    "agency.police": ("tests/ui/agency/test_window.py", None),
    "agency.photo": ("tests/ui/agency/test_window.py", None),
    "order.photo": ("tests/stories/test_agency.py", None),
    **{
        f"order.{step}": ("tests/ui/details/test_order_call.py", None)
        for step in ("police_answered", "rung")
    },
    **{
        f"order.{step}": ("tests/stories/test_together.py", "answer_by_keys")
        for step in ("signed", "arrived", "fed_back")
    },
    **{
        f"order.{step}": (
            "tests/stories/test_together.py",
            "test_an_agency_that_gives_an_order_back_is_taken_down_by_key",
        )
        for step in ("returned",)
    },
    **{
        f"command.{name}": (
            "tests/stories/test_command_line.py",
            "test_what_is_refused_stays_and_what_may_be_two_things_is_chosen",
        )
        for name in ("run", "next", "previous", "complete", "close")
    },
    **{
        f"help.{name}": (
            "tests/ui/help/test_help.py",
            "test_a_search_leaves_the_pages_that_have_the_text_and_marks_it",
        )
        for name in ("next", "walk", "scroll")
    },
    **dict.fromkeys(
        ("map.finish", "marking.show", "marking.change", "marking.lift"),
        (
            "tests/stories/test_marking.py",
            "test_a_closure_drawn_by_keys_changes_the_way_until_it_is_lifted",
        ),
    ),
    "map.undo": (
        "tests/map/test_measure.py",
        "test_clicks_measure_and_choose_nothing_until_escape",
    ),
    "map.form": (
        "tests/stories/test_marking.py",
        "test_a_cordon_is_a_circle_in_the_timeline_of_its_sheet",
    ),
    **dict.fromkeys(
        ("overlay.add", "overlay.shown", "overlay.look", "overlay.remove"),
        ("tests/stories/test_overlay.py", "test_a_file_becomes_a_layer_that_keys_dress_and_remove"),
    ),
    **dict.fromkeys(
        ("alias.show", "alias.change", "alias.retire"),
        ("tests/ui/test_aliases.py", "test_an_alias_is_renamed_shown_and_retired_by_keys"),
    ),
    **dict.fromkeys(
        ("warning.new", "warning.take", "warning.end", "warning.sheet"),
        ("tests/ui/test_warning.py", "test_warnings_are_worked_off_by_keys"),
    ),
    **dict.fromkeys(
        ("warning.cancel", "warning.import"),
        ("tests/ui/test_warning.py", "test_a_file_of_warnings_is_taken_whole_or_not_at_all"),
    ),
    **{
        f"stop.{step}": (
            "tests/ui/details/test_stop.py",
            "test_from_pasted_words_to_an_order_that_is_sent_in_three_keys",
        )
        for step in ("accepted", "stopped")
    },
    **{
        f"stop.{step}": (
            "tests/ui/details/test_stop.py",
            "test_what_a_person_wrote_stays_and_what_is_missing_is_said",
        )
        for step in ("submitted", "withdrawn")
    },
    "place.paste": (
        "tests/ui/sheet/test_address.py",
        "test_a_pasted_link_whose_datum_is_known_sets_the_point_at_once",
    ),
    "place.forget": (
        "tests/ui/sheet/test_address.py",
        "test_the_words_of_the_address_are_kept_as_an_alias_and_taken_out_of_use_by_keys",
    ),
    "help.close": ("tests/ui/help/test_help.py", "test_the_help_opens_at_the_page_of_the_pane"),
}
# What these change is on the map, on another screen or in the layout; their own tests look there.
UNSEEN = {
    *("view.fit", "view.layout", "view.carry", "view.map_reload", "app.quit"),
    *("map.layers", "map.follow", "map.legend", "map.closure", "map.cordon"),
}


def proves(*names: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Mark what a test proves."""

    def mark(test: Callable[..., None]) -> Callable[..., None]:
        PROVED.update(dict.fromkeys(names, test.__name__))
        return test

    return mark


def test_every_key_of_a_part_is_proved() -> None:
    names = {spec.name for spec in KEYS}
    assert names - PROVED.keys() - ELSEWHERE.keys() == set()
    assert (PROVED.keys() | ELSEWHERE.keys()) - names == set()
    for file, test in ELSEWHERE.values():
        tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
        functions = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
        assert test is None or test in functions, (file, test)


def strike(widget: QWidget, name: str, at: int = 0) -> None:
    """Press one of the keys of an action on a widget."""
    key = BY_NAME[name].keys[at]
    if len(key) == 1:
        QTest.keyClicks(widget, key)
        return
    combination: Any = QKeySequence(key)[0]  # type: ignore[index]
    QTest.keyClick(widget, combination.key(), combination.keyboardModifiers())


@pytest.mark.parametrize("busy", [False, True], ids=["empty", "busy"])
def test_every_key_of_the_window_does_something_or_says_why(shift: Shift, busy: bool) -> None:
    window = shift.window
    if busy:
        shift.ring()
        shift.take_sheet()
        shift.send("618")
    silent = []
    for spec in ACTIONS:
        if spec.name in UNSEEN:
            continue
        rest(shift, busy)
        if spec.name == "go.queue":
            window.arrangement.go("units")
        if spec.name == "banner.close":
            shift.desk.say("danger", lambda: "x")
        before = seen(shift)
        strike_window(window, spec.key)
        try:
            shift.qtbot.waitUntil(partial(differs, shift, before), timeout=3000)
        except Exception:
            silent.append(spec.name)
    assert silent == [], silent


def strike_window(window: QWidget, key: str) -> None:
    """Press a key of the whole window."""
    combination: Any = QKeySequence(key)[0]  # type: ignore[index]
    target = QApplication.focusWidget() or window
    QTest.keyClick(target, combination.key(), combination.keyboardModifiers())


def rest(shift: Shift, busy: bool) -> None:
    """Put everything away that the last key has opened; the keyboard is in the queue."""
    window = shift.window
    shift.settle()
    for widget in QApplication.topLevelWidgets():
        if widget is not window and widget.isVisible():
            widget.close()
    window.command.leave()
    window.details.parts.panels.close_all()
    window.sheet.parts.discard.done()
    for banner in shift.station._banners.banners():
        shift.station._banners._drop(banner)
    shift.come_back()
    if not busy:
        shift.desk.selection.choose_incident("")
        shift.desk.selection.choose_unit("")
    window.arrangement.go("queue")


def seen(shift: Shift) -> list[object]:
    """Return what a person would see change."""
    window, settings = shift.window, shift.desk.settings
    return [
        [banner.text for banner in shift.station._banners.banners()],
        id(QApplication.focusWidget()),
        sorted(id(widget) for widget in QApplication.topLevelWidgets() if widget.isVisible()),
        sorted(
            widget.objectName() or str(id(widget))
            for widget in window.findChildren(QWidget)
            if widget.isVisible()
        ),
        [settings._store.value(key) for key in sorted(settings._store.allKeys())],
        shift.board,
        shift.desk.bell.muted_ms() > 0,
    ]


def differs(shift: Shift, before: list[object]) -> bool:
    """Tell whether something has changed."""
    return seen(shift) != before


@proves("list.walk", "list.open", "list.menu", "search.enter", "queue.clear")
def test_keys_of_lists_and_of_the_queue(shift: Shift) -> None:
    queue = shift.window.queue
    for number in ("13900000001", "13900000002"):
        shift.ring(number)
        shift.take_sheet(f"胜利西路{number[-1]}号")
    shift.settle()
    queue.view.let_go()
    shift.wait(lambda: queue.table.rowCount() == 2)
    first, second = (card.id for card in queue.table.cards())
    queue.view.choose(first)
    for at, wanted in enumerate((first, second, first, second, first, second)):
        strike(queue.view, "list.walk", at)
        assert queue.view.current_id() == wanted, BY_NAME["list.walk"].keys[at]
    for at in range(2):
        opened = shift.qtbot.waitSignal(queue.opened)
        with opened:
            strike(queue.view, "list.open", at)
    queue.view.setFocus()
    # The window system makes this of the menu key; there is none here.
    middle = queue.view.rect().center()
    on_screen = queue.view.mapToGlobal(middle)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, on_screen)
    QApplication.sendEvent(queue.view, asked)
    shift.wait(lambda: any(menu.isVisible() for menu in queue.findChildren(QMenu)))
    for menu in queue.findChildren(QMenu):
        menu.close()
    queue.bar.search.setFocus()
    shift.type("胜利西路2")
    strike(queue.bar.search, "search.enter")
    shift.wait(lambda: queue.table.rowCount() == 1)
    assert queue.view.hasFocus()
    strike(queue.view, "queue.clear")
    shift.wait(lambda: queue.table.rowCount() == 2)


@proves(
    "units.clear",
    "unit.heard",
    *(f"unit.{state.value}" for state in AssignmentState if f"unit.{state.value}" in BY_NAME),
    *(f"unit.{duty.value}" for duty in Duty),
)
def test_keys_of_the_units_board(shift: Shift) -> None:
    units = shift.window.units
    shift.ring()
    shift.take_sheet()
    shift.send("618")
    units.box.setText("618")
    units._filter()
    units.view.setFocus()
    strike(units.view, "units.clear")
    assert units.box.text() == ""
    with shift.qtbot.waitSignal(units.view.heard):
        strike(units.view, "unit.heard")

    def status(sign: str, name: str, wanted: str) -> None:
        units.view.choose(shift.unit(sign).id)
        strike(units.view, name)
        shift.wait(lambda: shift.unit(sign).status == wanted)

    for step in ("delivered", "signed", "departed", "arrived"):
        status("618", f"unit.{step}", step)
    status("618", "unit.finished", "returning")
    for duty in ("standby", "patrol", "escort", "paused", "returning", "offline", "emergency"):
        status("621", f"unit.{duty}", duty)
    shift.send("625")
    units.view.choose(shift.unit("625").id)
    strike(units.view, "unit.return_asked")
    give_reason(shift)
    shift.wait(lambda: shift.unit("625").status == "return_asked")
    status("625", "unit.returned", "patrol")
    shift.send("625")
    strike(units.view, "unit.cancelled")
    give_reason(shift)
    shift.wait(lambda: shift.unit("625").job is None)


def give_reason(shift: Shift) -> None:
    """Choose the first reason in the dialog that has opened, by key."""
    dialogs = shift.window.findChildren(ReasonDialog)
    dialog = next(each for each in dialogs if each.isVisible())
    QTest.keyClick(dialog.reasons, Qt.Key.Key_Down)
    QTest.keyClick(dialog.reasons, Qt.Key.Key_Return)
    shift.wait(lambda: not dialog.isVisible())
    shift.come_back()


@proves("chooser.walk", "chooser.tick", "chooser.give", "chooser.propose", "chooser.close")
def test_keys_of_the_dispatch_window(shift: Shift) -> None:
    chooser = shift.window.chooser
    shift.ring()
    shift.take_sheet()
    sheet = shift.sheets()[0]
    for at in range(4):
        shift.come_back()
        strike_window(shift.window, SPECS["dispatch.choose"].key)
        shift.wait(chooser.search.hasFocus)
        shift.wait(lambda: shift.desk.advice.of(sheet.id))
        if at == 0:
            start = chooser.view.currentIndex().row()
            for key, row in ((1, start + 1), (0, start), (3, 2), (2, 0)):
                strike(chooser.search, "chooser.walk", key)
                assert chooser.view.currentIndex().row() == row
            strike(chooser.search, "chooser.tick")
            assert len(chooser._chosen) == 1
            strike(chooser.search, "chooser.close")
            shift.wait(lambda: not chooser.isVisible())
            assert not any(unit.job for unit in shift.board.all(UnitCard).values())
            continue
        free = sum(unit.is_free for unit in shift.board.all(UnitCard).values())
        if at == 1:
            strike(chooser.search, "chooser.propose")
        else:
            strike(chooser.search, "chooser.give", at)
        shift.wait(lambda: not chooser.isVisible())
        shift.settle()
        assert sum(unit.is_free for unit in shift.board.all(UnitCard).values()) == free - 1


@proves("map.pan", "map.zoom", "map.leave")
def test_keys_of_the_map(shift: Shift) -> None:
    shift.ring()
    sheet = shift.take_sheet()
    view = shift.window.map.view
    looks: list[tuple[float, float, float]] = []
    view._bridge.looked.connect(lambda *look: looks.append(look))
    strike_window(shift.window, SPECS["go.map"].key)
    shift.map_point("incident", sheet.id)
    for name, count in (("map.pan", 4), ("map.zoom", 2)):
        for at in range(count):
            seen_before = len(looks)
            strike(view.surface(), name, at)
            shift.wait(lambda seen_before=seen_before: len(looks) > seen_before)  # type: ignore[misc]
    shift.window.arrangement.go("queue")
    strike_window(shift.window, SPECS["sheet.edit"].key)
    shift.wait(lambda: shift.window.sheet.incident_id == sheet.id)
    strike_window(shift.window, SPECS["sheet.pick"].key)
    shift.map_point("incident", sheet.id)
    with shift.qtbot.waitSignal(view.cancelled):
        strike(view.surface(), "map.leave")


@proves(
    *("field.next", "term.take", "term.previous", "term.next", "term.close"),
    *("level.more", "level.less", "level.choose", "sheet.next", "sheet.previous"),
)
def test_keys_of_the_sheet_form(shift: Shift) -> None:
    shift.ring("13900000001")
    first = shift.answer()
    shift.ring("13900000002")
    second = shift.answer()
    sheet = shift.window.sheet
    strike(shift.focused(), "sheet.next")
    shift.wait(lambda: sheet.incident_id == first)
    strike(shift.focused(), "sheet.previous")
    shift.wait(lambda: sheet.incident_id == second)
    fields = sheet.parts.form.main.fields
    for at in range(2):
        fields["address"].editor.setFocus()
        strike(shift.focused(), "field.next", at)
        assert fields["class_taken"].is_reached
    term = fields["class_taken"]
    strike(term.line, "term.next")
    assert term.offers.isVisible()
    strike(term.line, "term.next")
    assert term.offers.currentRow() == 1
    strike(term.line, "term.previous")
    assert term.offers.currentRow() == 0
    strike(term.line, "term.close")
    assert not term.offers.isVisible()
    for at in range(4):
        term.line.setFocus()
        term.line.clear()
        QTest.keyClicks(term.line, "dj")
        strike(term.line, "term.take", at)
        assert term.value() == "200100"
    level = fields["level"]
    level.bar.setFocus()
    for at in range(4):
        strike(level.bar, "level.choose", at)
        assert level.value() == at + 1
    for at in range(2):
        strike(level.bar, "level.more", at)
    assert level.value() == 2
    for at in range(2):
        strike(level.bar, "level.less", at)
    assert level.value() == 4


@proves("panel.give", "panel.close", "note.write", "entry.strike", "order.cancelled")
def test_keys_of_the_details(shift: Shift) -> None:
    shift.ring()
    sheet = shift.take_sheet("胜利西路118号", "sdqrxq")
    parts = shift.window.details.parts
    for at in range(2):
        strike_window(shift.window, SPECS["sheet.note"].key)
        shift.type(f"note {at}")
        strike(parts.note, "note.write", at)
        shift.wait(lambda: not parts.note.text())
    shift.settle()
    notes = [card for card in parts.timeline.table.cards() if card.line.code == "note"]
    assert len(notes) == 2
    parts.timeline.view.choose(notes[0].id)
    strike(parts.timeline.view, "entry.strike")

    def struck() -> bool:
        cards = [each for each in parts.timeline.table.cards() if each.id == notes[0].id]
        return bool(cards) and cards[0].line.struck_at is not None

    shift.wait(struck)
    strike_window(shift.window, SPECS["sheet.party"].key)
    shift.wait(parts.panels.party.isVisible)
    strike(parts.panels.party, "panel.close")
    assert not parts.panels.party.isVisible()
    strike_window(shift.window, SPECS["order.send"].key)
    directory = shift.window.directory
    if not directory.order.isVisible():
        strike(directory.search, "directory.order")
    shift.wait(directory.order.isVisible)
    strike(directory.order, "panel.give")
    shift.wait(lambda: card(shift, sheet).orders)
    shift.settle()
    strike_window(shift.window, SPECS["go.orders"].key)
    strike(shift.focused(), "order.cancelled")
    shift.wait(parts.panels.ending.isVisible)
    shift.type("no need")
    strike(shift.focused(), "panel.give", 1)
    shift.wait(lambda: card(shift, sheet).orders[0].state.value == "cancelled")


@proves("history.clear", "history.enter", "wall.close")
def test_keys_of_the_search_and_of_the_wall(shift: Shift) -> None:
    window = shift.window
    history = window.history
    shift.ring()
    shift.take_sheet()
    for at in range(2):
        strike_window(window, SPECS["go.search"].key)
        shift.wait(history.box.hasFocus)
        shift.wait(lambda: history.table.rowCount() == 1)
        strike(history.box, "history.enter", at)
        assert history.view.hasFocus()
    history.box.setText("118")
    history.box.setFocus()
    strike(history.box, "history.clear")
    assert history.box.text() == ""
    window._wall_here()
    wall = window.wall
    shift.wait(wall.isVisible)
    strike(wall, "wall.close")
    shift.wait(lambda: window.wall is None)


@proves("directory.walk", "directory.order", "directory.copy")
def test_keys_of_the_directory(shift: Shift) -> None:
    shift.ring()
    shift.take_sheet()
    shift.settle()
    directory = shift.window.directory
    strike_window(shift.window, SPECS["go.directory"].key)
    directory.view.choose(directory.table.cards()[0].id)
    row = directory.view.currentIndex().row()
    for at, step in ((1, 1), (0, 0)):
        strike(directory.search, "directory.walk", at)
        assert directory.view.currentIndex().row() == row + step
    strike(directory.search, "directory.walk", 3)
    assert directory.view.currentIndex().row() > row + 1
    strike(directory.search, "directory.walk", 2)
    assert directory.view.currentIndex().row() == row
    shift.type("95598")
    shift.wait(lambda: directory.table.rowCount() == 1)
    strike(directory.search, "directory.order")
    shift.wait(directory.order.isVisible)
    directory.order.dismiss()
    strike(directory.view, "directory.copy")
    assert QGuiApplication.clipboard().text() == "95598"


@proves("person.sign_on", "person.pass_over")
def test_keys_of_who_sits_here(shift: Shift) -> None:
    person = shift.window.person
    strike_window(shift.window, SPECS["desk.hand_over"].key)
    shift.wait(person.isVisible)
    shift.wait(lambda: person.isAncestorOf(shift.focused()))
    with shift.qtbot.waitSignal(person.done):
        strike(shift.focused(), "person.pass_over")
    strike_window(shift.window, SPECS["desk.hand_over"].key)
    shift.wait(person.isVisible)
    person.form.fields["officer_name"].editor.setFocus()
    shift.type("陈警官")
    person.form.fields["officer_number"].editor.setFocus()
    shift.type("350001")
    with shift.qtbot.waitSignal(person.done):
        strike(shift.focused(), "person.sign_on")


def card(shift: Shift, sheet: IncidentCard) -> IncidentCard:
    """Return a sheet's card as the board holds it now."""
    found = shift.board.get(IncidentCard, sheet.id)
    assert found is not None
    return found
