"""The list of aliases: found, renamed, shown and taken out of use by keys; a refusal stands in the form."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.board import AliasCard
from models.place import Place
from services.naming import add_alias
from tests.ui.desk import NOW, make_desk, run, settle
from ui.aliases import AliasList

HERE = Place(117.65, 24.51, "picked", NOW)


def test_an_alias_is_renamed_shown_and_retired_by_keys(qtbot: QtBot, tmp_path: Path) -> None:
    desk = make_desk(qtbot, tmp_path)
    for id, name in (("a1", "大榕树"), ("a2", "老车站")):
        run(qtbot, desk, add_alias, name, HERE, id=id)
    made = AliasList(desk)
    qtbot.addWidget(made)
    desk.actions["map.aliases"].trigger()
    made.view.choose("a1")
    QTest.keyClick(made.view, Qt.Key.Key_E)
    assert made.form.form.value("name") == "大榕树"
    made.form.form.show_values({"name": "老车站"})
    made.form.ok.click()
    settle(qtbot, desk)
    assert made.form.form.fields["name"].marked, "another alias of that place has the name"
    made.form.form.show_values({"name": "榕树下", "stands_for": "延安北路榕树"})
    made.form.ok.click()
    settle(qtbot, desk)
    card = desk.store.board.get(AliasCard, "a1")
    assert card is not None
    assert (card.name, card.stands_for) == ("榕树下", "延安北路榕树")
    made.view.choose("a2")
    QTest.keyClick(made.view, Qt.Key.Key_Delete)
    settle(qtbot, desk)
    assert set(desk.store.board.all(AliasCard)) == {"a1"}
    made.view.choose("a1")
    with qtbot.waitSignal(made.show_asked) as shown:
        QTest.keyClick(made.view, Qt.Key.Key_Return)
    assert shown.args == [117.65, 24.51, "榕树下"]
    assert not made.isVisible()
