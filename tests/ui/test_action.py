"""The table of actions: one row an action, no key twice, every row in a menu."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from ui.action import ACTIONS, MENUS, Actions


def test_no_key_and_no_name_stands_twice() -> None:
    keys = [QKeySequence(spec.key).toString() for spec in ACTIONS]
    assert all(keys)
    assert len(set(keys)) == len(keys)
    assert len({spec.name for spec in ACTIONS}) == len(ACTIONS)


def test_every_action_is_in_a_menu() -> None:
    assert {spec.menu for spec in ACTIONS} == set(MENUS)


def test_a_handler_runs_when_its_action_is_triggered(qtbot: QtBot) -> None:
    parent = QObject()
    actions = Actions(parent)
    ran: list[str] = []
    actions.on({"sheet.new": lambda: ran.append("new")})
    actions["sheet.new"].trigger()
    assert ran == ["new"]
