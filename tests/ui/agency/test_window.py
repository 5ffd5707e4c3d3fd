"""The body's window: one key a step, words and pictures where they are needed, limits that run, both languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from models.state import OrderState
from services.exchange import Body, open_box
from services.exchange.mailbox import post, waiting
from services.exchange.message import FORMAT, ORDER, VERSION, read_message
from ui.agency.window import AgencyWindow
from ui.language import Language
from ui.setting import Settings

NOW = 1_790_000_000_000
KEY = "018f0000-0000-7000-8000-00000000000{}"
CONTROL = Qt.KeyboardModifier.ControlModifier


def order(number: int, **more: object) -> dict[str, object]:
    """Return an order as the desk puts it out."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "id": KEY.format(number),
        "agency": "U02",
        "kind": ORDER,
        "order": KEY.format(number),
        "revision": 1,
        "state": "sent",
        "sent_at": NOW - 100_000,
        "sign_by": NOW + 200_000,
        "text": "<b>管道</b>爆裂",
        "sheet": {"number": "350602", "class_name": "水气热抢修", "class_name_en": "Water repair"},
        **more,
    }


def test_a_body_answers_its_orders_by_keys_alone(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = open_box(tmp_path, "U02")
    post(box.to, KEY.format(1), order(1))
    post(box.to, KEY.format(2), order(2, state="signed", signed_at=NOW - 9, sign_by=None))
    settings = Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    clock = [NOW]
    window = AgencyWindow(Body(box, "U02"), "U02", settings, now=lambda: clock[0])
    qtbot.addWidget(window)
    QAbstractItemModelTester(window.table)
    window.who.setText("王工")
    window.show()
    qtbot.waitUntil(lambda: window.table.rowCount() == 2)

    def shown() -> OrderState | None:
        chosen = window.chosen()
        return chosen.state if chosen is not None else None

    window.view.choose(KEY.format(1))
    qtbot.waitUntil(lambda: shown() is OrderState.DELIVERED)
    row = window.table.row_of(KEY.format(1))
    assert row is not None
    owed = window.table.index(row, 2)
    assert "3:20" in owed.data()
    clock[0] += 260_000
    with qtbot.waitSignal(window.looked):
        pass
    assert "1:00" in owed.data()
    for key, state in (
        ("3", OrderState.SIGNED),
        ("4", OrderState.DEPARTED),
        ("5", OrderState.ARRIVED),
    ):
        QTest.keyClicks(window.view, key)
        qtbot.waitUntil(lambda state=state: shown() is state)  # type: ignore[misc]
    assert "<b>管道</b>爆裂" in window.detail.text()
    assert window.detail.textFormat() is Qt.TextFormat.PlainText
    # A step that is past says so instead of doing anything.
    QTest.keyClicks(window.view, "3")
    assert window.told.isVisible()
    QTest.keyClicks(window.view, "8")
    QTest.keyClicks(window.reply.words, "blocked")
    QTest.keyClick(window.reply.words, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: window.reply.isHidden())
    QTest.keyClicks(window.view, "6")
    # Words that were begun are there again.
    QTest.keyClicks(window.reply.words, "repaired")
    QTest.keyClick(window.reply.words, Qt.Key.Key_Escape)
    QTest.keyClicks(window.view, "6")
    assert window.reply.words.toPlainText() == "repaired"
    no_photo = tmp_path / "virus.jpg"
    no_photo.write_bytes(b"MZ")
    window.reply.attach([no_photo])
    QTest.keyClick(window.reply.words, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: window.reply.wrong.isVisible())
    window.reply.ask(KEY.format(1), "fed_back")
    photo = tmp_path / "ok.jpg"
    photo.write_bytes(b"\x89PNG\r\n\x1a\n1")
    monkeypatch.setattr(
        QFileDialog, "getOpenFileNames", lambda *_args: ([str(photo)], "")
    )  # the system's own window
    QTest.keyClick(window.reply.words, Qt.Key.Key_O, CONTROL)
    QTest.keyClick(window.reply.words, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: shown() is OrderState.FED_BACK)
    said = [read_message(path.read_bytes()) for path in waiting(box.back)]
    kinds = [message.kind for message in said if message.order == KEY.format(1)]
    assert kinds == ["delivered", "signed", "departed", "arrived", "police", "fed_back"]
    assert said[-1].text == "repaired"
    assert said[-1].by == "王工"
    assert [note.media for note in said[-1].photos] == ["image/png"]
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    language = Language(application)
    language.use("en")
    qtbot.waitUntil(lambda: "Sign" in window.buttons["signed"].text())
    language.use("zh")
    window.close()
