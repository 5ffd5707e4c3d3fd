"""The live table: order, updates and what a person keeps hold of while rows come and go."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.board import TermCard
from tests.ui.desk import watch
from ui.card_table import MANY
from ui.table import CardTable, CardView, Column

COLUMNS: tuple[Column[TermCard], ...] = (
    Column("code", lambda: "编码", lambda card: card.code, width=60),
    Column("name", lambda: "名称", lambda card: card.name, width=100, stretch=True),
)


def term(id: str, code: str, name: str = "") -> TermCard:
    """Return a card that is ordered by its code."""
    return TermCard(id, "d", code, name, "", "", "", "", ())


def make_table() -> CardTable[TermCard]:
    """Return an empty table under Qt's tester."""
    table: CardTable[TermCard] = CardTable(
        COLUMNS, lambda card: card.code, lambda _meaning: "#000000"
    )
    watch(table)
    return table


def ids(table: CardTable[TermCard]) -> list[str]:
    """Return the ids in the order shown."""
    return [card.id for card in table.cards()]


@pytest.fixture
def view(qtbot: QtBot) -> CardView:
    """A shown view of a hundred rows, ten at a time or so."""
    table = make_table()
    view = CardView(table, COLUMNS)
    table.setParent(view)
    qtbot.addWidget(view)
    view.resize(300, 300)
    view._aim.setInterval(3_600_000)
    view.show()
    table.reset(term(f"t{at:03d}", f"{at:03d}") for at in range(100))
    return view


def table_of(view: CardView) -> CardTable[TermCard]:
    """Return the table of a view."""
    table = view.model()
    assert isinstance(table, CardTable)
    return table


changes = st.lists(
    st.tuples(st.sampled_from("abcdefgh"), st.one_of(st.none(), st.sampled_from("1234"))),
    max_size=12,
)


@given(batches=st.lists(changes, max_size=6))
def test_any_updates_leave_the_rows_in_order_and_found_by_their_id(
    qapp: QApplication, batches: list[list[tuple[str, str | None]]]
) -> None:
    table = make_table()
    expected: dict[str, TermCard] = {}
    for batch in batches:
        put = {id: term(id, code) for id, code in batch if code is not None}
        drop = {id for id, code in batch if code is None} - put.keys()
        table.update(put.values(), drop)
        expected = {id: card for id, card in (expected | put).items() if id not in drop}
        ordered = sorted(expected.values(), key=lambda card: (card.code, card.id))
        assert list(table.cards()) == ordered
        assert [table.row_of(card.id) for card in ordered] == list(range(len(ordered)))
    table.deleteLater()


def test_many_changes_at_once_are_one_reset(qtbot: QtBot, view: CardView) -> None:
    table = table_of(view)
    with qtbot.waitSignal(table.modelReset):
        table.update([term(f"n{at}", "050") for at in range(MANY + 1)], ["t000"])
    assert table.row_of("t000") is None
    assert table.rowCount() == 99 + MANY + 1


def test_a_changed_key_is_asked_again_when_rows_are_sorted(qapp: QApplication) -> None:
    order = {"a": 1, "b": 2}
    table: CardTable[TermCard] = CardTable(COLUMNS, lambda card: order[card.id], lambda _m: "")
    watch(table)
    table.reset([term("a", ""), term("b", "")])
    order["a"] = 3
    table.sort_rows()
    assert ids(table) == ["b", "a"]
    table.deleteLater()


def test_a_row_that_moves_keeps_its_selection_and_nobody_is_told_of_another_choice(
    qtbot: QtBot, view: CardView
) -> None:
    view.choose("t003")
    chosen: list[str] = []
    view.chosen.connect(chosen.append)
    table_of(view).update([term("t003", "050x")], [])
    assert view.current_id() == "t003"
    assert view.selected_ids() == ["t003"]
    assert chosen == []


@pytest.mark.parametrize("id", ["t000", "t050", "t099"])
def test_a_current_row_that_leaves_is_not_replaced_by_another(view: CardView, id: str) -> None:
    view.choose(id)
    chosen: list[str] = []
    view.chosen.connect(chosen.append)
    table_of(view).update([], [id])
    assert view.current_id() == ""
    assert view.selected_ids() == []
    assert chosen == []


def test_arrow_keys_go_on_from_where_the_current_row_has_left(view: CardView) -> None:
    view.choose("t040")
    table_of(view).update([], ["t040"])
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.current_id() == "t041"


def test_a_selection_survives_a_reset(view: CardView) -> None:
    view.choose("t040")
    table_of(view).reset([term("t040", "1"), term("x", "2")])
    assert view.current_id() == "t040"
    assert view.selected_ids() == ["t040"]


def test_the_top_stays_the_top_when_a_more_urgent_row_comes(view: CardView) -> None:
    table_of(view).update([term("new", "001")], [])
    assert view.indexAt(QPoint(5, 5)).data(Qt.ItemDataRole.UserRole) == "t000"
    table_of(view).update([term("newer", "")], [])
    assert view.indexAt(QPoint(5, 5)).data(Qt.ItemDataRole.UserRole) == "newer"
    assert view.verticalScrollBar().value() == 0


def test_further_down_the_current_row_stays_where_it_is(view: CardView) -> None:
    view.choose("t050")
    place = view.visualRect(view.currentIndex())
    table_of(view).update([term("new", "000")], ["t001", "t002"])
    assert view.visualRect(view.currentIndex()) == place


def test_the_row_under_a_moving_pointer_stays_under_it_until_it_rests(view: CardView) -> None:
    at = QPoint(20, 3 * 28 + 5)
    move_pointer(view, at)
    aimed = view.indexAt(at).data(Qt.ItemDataRole.UserRole)
    table_of(view).update([term("new", "000")], [])
    assert view.indexAt(at).data(Qt.ItemDataRole.UserRole) == aimed
    view._aim.timeout.emit()
    assert view.verticalScrollBar().value() == 0


def test_the_stretching_column_takes_the_room_that_is_left(view: CardView) -> None:
    assert view.columnWidth(0) + view.columnWidth(1) == view.viewport().width()
    view.resize(90, 300)
    assert view.columnWidth(1) == COLUMNS[1].width


def test_enter_opens_the_current_card(qtbot: QtBot, view: CardView) -> None:
    view.choose("t002")
    with qtbot.waitSignal(view.activated_card) as opened:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == ["t002"]


def test_the_menu_key_asks_for_the_menu_at_the_current_row(qtbot: QtBot, view: CardView) -> None:
    view.choose("t002")
    reason = QContextMenuEvent.Reason.Keyboard
    with qtbot.waitSignal(view.menu_wanted) as wanted:
        QApplication.sendEvent(view.viewport(), QContextMenuEvent(reason, QPoint(), QPoint()))
    below = view.visualRect(view.currentIndex()).bottomLeft()
    assert wanted.args == [view.viewport().mapToGlobal(below)]


def test_several_cards_can_be_chosen_at_once(view: CardView) -> None:
    view.setSelectionMode(CardView.SelectionMode.ExtendedSelection)
    view.choose_all(["t007", "gone", "t009"])
    assert view.selected_ids() == ["t007", "t009"]
    assert view.current_id() == "t007"


def test_what_a_caller_said_is_shown_as_it_is_and_never_as_markup(view: CardView) -> None:
    table_of(view).update([term("t000", "000", "<b>粗体</b>\n<img src='http://x'>")], [])
    hint = table_of(view).index(0, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert hint == "<p>&lt;b&gt;粗体&lt;/b&gt;<br>&lt;img src=&#x27;http://x&#x27;&gt;</p>"
    assert table_of(view).index(1, 0).data(Qt.ItemDataRole.ToolTipRole) == "001"


def test_texts_that_change_in_place_are_told_of_once(qtbot: QtBot, view: CardView) -> None:
    table = table_of(view)
    card = table.card(5)
    assert card is not None
    with qtbot.waitSignal(table.dataChanged) as told:
        table.update([replace(card, name="新名称")], [])
    assert told.args is not None
    assert (told.args[0].row(), told.args[1].row()) == (5, 5)


def move_pointer(view: CardView, at: QPoint) -> None:
    """Move the pointer over the rows."""
    point = QPointF(at)
    viewport = view.viewport()
    QApplication.sendEvent(viewport, QEnterEvent(point, point, point))
    event = QMouseEvent(
        QMouseEvent.Type.MouseMove,
        point,
        viewport.mapToGlobal(point),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(viewport, event)
