"""Banners: they do not block, do not pile up, and show text as text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.banner import MOST, BannerArea


def test_the_newest_message_is_on_top_and_few_are_kept(qtbot: QtBot) -> None:
    area = BannerArea()
    qtbot.addWidget(area)
    for number in range(10):
        area.say("danger", f"第 {number} 条")
    texts = [banner.text for banner in area.banners()]
    assert texts == ["第 9 条", "第 8 条", "第 7 条"]
    assert len(texts) == MOST


def test_the_same_message_stands_once(qtbot: QtBot) -> None:
    area = BannerArea()
    qtbot.addWidget(area)
    area.say("warning", "磁盘已满")
    area.say("info", "已派 618")
    area.say("warning", "磁盘已满")
    assert [banner.text for banner in area.banners()] == ["磁盘已满", "已派 618"]


def test_markup_in_a_message_stays_text(qtbot: QtBot) -> None:
    area = BannerArea()
    qtbot.addWidget(area)
    area.say("info", "<b>地址</b>")
    label = area.banners()[0].findChild(QLabel)
    assert label is not None
    assert label.textFormat() is Qt.TextFormat.PlainText
