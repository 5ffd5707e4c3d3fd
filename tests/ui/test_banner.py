"""Banners: they do not block, do not pile up, and show text as text."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.banner import MOST, BannerArea


def test_the_newest_message_is_on_top_and_few_are_kept(qtbot: QtBot) -> None:
    area = BannerArea()
    qtbot.addWidget(area)
    for number in range(10):
        area.say("danger", partial("第 {} 条".format, number))
    texts = [banner.text for banner in area.banners()]
    assert texts == ["第 9 条", "第 8 条", "第 7 条"]
    assert len(texts) == MOST


def test_the_same_message_stands_once(qtbot: QtBot) -> None:
    area = BannerArea()
    qtbot.addWidget(area)
    area.say("warning", lambda: "磁盘已满")
    area.say("info", lambda: "已派 618")
    area.say("warning", lambda: "磁盘已满")
    assert [banner.text for banner in area.banners()] == ["磁盘已满", "已派 618"]


def test_markup_in_a_message_stays_text(qtbot: QtBot) -> None:
    area = BannerArea()
    qtbot.addWidget(area)
    area.say("info", lambda: "<b>地址</b>")
    label = area.banners()[0].findChild(QLabel)
    assert label is not None
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_banners_lie_above_their_pane_and_push_nothing(qtbot: QtBot) -> None:
    window, beside, pane = QWidget(), QWidget(), QWidget()
    row = QHBoxLayout(window)
    row.addWidget(beside)
    row.addWidget(pane)
    window.resize(1000, 600)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    area = BannerArea()
    area.lay_over(window, pane)
    before = pane.geometry()
    assert not area.isVisible()
    area.say("warning", lambda: "磁盘将满，请换盘。" * 12)
    assert area.isVisible()
    assert pane.geometry() == before
    assert before.contains(area.geometry())
    label = area.banners()[0].findChild(QLabel)
    assert label is not None
    assert label.height() >= label.heightForWidth(label.width())


def test_banners_move_with_their_pane_and_stay_in_sight_when_it_leaves(qtbot: QtBot) -> None:
    window, pane = QWidget(), QWidget()
    window.resize(1000, 600)
    pane.setParent(window)
    pane.setGeometry(0, 0, 500, 600)
    qtbot.addWidget(window)
    qtbot.addWidget(pane)
    window.show()
    area = BannerArea()
    area.lay_over(window, pane)
    area.say("danger", lambda: "位置中断")
    pane.setGeometry(500, 0, 500, 600)
    assert pane.geometry().contains(area.geometry())
    pane.setParent(None)
    pane.show()
    assert area.isVisible()
    assert window.rect().contains(area.geometry())


def test_a_banner_says_its_words_again_in_another_language(qtbot: QtBot) -> None:
    area = BannerArea()
    qtbot.addWidget(area)
    words = ["地图进程中断"]
    area.say("danger", lambda: words[0])
    words[0] = "The map stopped"
    banner = area.banners()[0]
    QCoreApplication.sendEvent(banner, QEvent(QEvent.Type.LanguageChange))
    label = banner.findChild(QLabel)
    assert label is not None
    assert label.text() == "■  The map stopped"
    assert banner.text == "The map stopped"


def test_a_note_stays_until_it_is_withdrawn(qtbot: QtBot) -> None:
    area = BannerArea()
    qtbot.addWidget(area)
    note = area.put_up("note", lambda: "胜利路积水")
    for number in range(10):
        area.say("danger", partial("第 {} 条".format, number))
    for _ in range(10):
        area.close_newest()
    assert area.banners() == [note]
    area.withdraw(note)
    assert area.banners() == []


def test_the_newest_banner_is_closed_by_command(qtbot: QtBot) -> None:
    area = BannerArea()
    qtbot.addWidget(area)
    area.say("danger", lambda: "一")
    area.say("danger", lambda: "二")
    area.close_newest()
    assert [banner.text for banner in area.banners()] == ["一"]
