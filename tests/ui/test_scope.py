"""The one table of keys: whole, without doubles, and nobody in the program listens for a key that is not in it."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from ui.action import ACTIONS, MENUS
from ui.scope import KEYS, SCOPES, TABLE, is_key, scope_title

UI = Path(__file__).resolve().parents[2] / "ui"
# What Qt's tables, lines and dialogs and the map page do with keys of their own accord.
BUILT_IN = {
    *("list.walk", "list.open", "list.menu", "search.enter", "note.write"),
    *("chooser.close", "help.close"),
    *("map.pan", "map.zoom", "map.take", "map.undo", "map.leave"),
}
PLAIN, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


def test_every_scope_has_a_name_and_no_key_means_two_things_in_it() -> None:
    assert {spec.scope for spec in TABLE} == set(SCOPES)
    assert {spec.menu for spec in KEYS} == {""}
    assert {spec.menu for spec in ACTIONS} == set(MENUS)
    struck = Counter((spec.scope, key) for spec in TABLE for key in spec.keys)
    # The timeline and the people of a sheet are two lists of one pane: each strikes its own.
    assert [double for double, count in struck.items() if count > 1] == [("details", "Del")]
    assert len({spec.name for spec in TABLE}) == len(TABLE)
    assert all(scope_title(scope) for scope in SCOPES)


def test_every_key_is_one_that_qt_knows() -> None:
    for spec in TABLE:
        for key in spec.keys:
            assert QKeySequence(key).count() == 1, (spec.name, key)


def test_nobody_names_a_key_beside_the_table() -> None:
    named = re.compile(
        r"Key_(?!Control\b|Shift\b|Alt\b|Meta\b)[A-Z]|QKeySequence\(|QShortcut\(|StandardKey"
    )
    # The self-test presses keys, it listens to none.
    files = [
        file
        for file in UI.rglob("*.py")
        if file.name not in ("scope.py", "action.py") and file.parent.name != "selftest"
    ]
    assert len(files) > 100
    found = [str(file.relative_to(UI)) for file in files if named.search(file.read_text("utf-8"))]
    assert found == []


def test_every_key_of_a_part_is_asked_for_somewhere() -> None:
    """A key that no pane listens for would be a lie in the list."""
    texts: set[str] = set()
    prefixes: set[str] = set()
    for file in UI.rglob("*.py"):
        if file.name == "scope.py":
            continue
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                prefixes.add(str(node.values[0].value))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                texts.add(node.value)
    built = {spec.name for spec in KEYS if spec.name.startswith(("unit.", "order."))}
    assert {"unit.", "order."} <= prefixes
    missing = {spec.name for spec in KEYS} - texts - built - BUILT_IN
    assert missing == set()


@pytest.mark.parametrize(
    ("key", "held", "text", "name", "meant"),
    [
        (Qt.Key.Key_Return, PLAIN, "\r", "field.next", True),
        (Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier, "\r", "field.next", True),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier, "\r", "field.next", False),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier, "\r", "panel.give", True),
        (Qt.Key.Key_Backtab, SHIFT, "", "term.take", True),
        (Qt.Key.Key_Exclam, SHIFT, "！", "unit.emergency", True),
        (Qt.Key.Key_Question, SHIFT, "？", "unit.return_asked", True),
        (Qt.Key.Key_Z, PLAIN, "z", "unit.standby", True),
        (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier, "\x1a", "unit.standby", False),
        (Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier, "3", "unit.signed", False),
        (Qt.Key.Key_unknown, PLAIN, "", "unit.signed", False),
    ],
)
def test_a_key_is_recognised_as_people_strike_it(
    key: Qt.Key, held: Qt.KeyboardModifier, text: str, name: str, meant: bool
) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, key, held, text)
    assert is_key(event, name) is meant
