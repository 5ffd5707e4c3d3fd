"""Lists come in from the window: read beside its work, shown before anything is written, refused in a report."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models.board import AgencyCard, OrganisationCard, UnitCard
from services.dictionary import LISTINGS, read_listing
from tests.ui.desk import make_desk, settle
from ui.desk import Desk
from ui.exchange import Exchange
from ui.importing import ImportDialog


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, said: list[tuple[str, str]]) -> Desk:
    """A desk without units."""
    return make_desk(qtbot, tmp_path, said=said)


@pytest.fixture
def exchange(qtbot: QtBot, desk: Desk) -> Exchange:
    """Import and export in a window."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return Exchange(desk, window)


def file(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "given.csv"
    path.write_bytes(text.encode(encoding))
    return path


def shown(qtbot: QtBot, desk: Desk, exchange: Exchange, path: Path) -> ImportDialog:
    exchange.read(path)
    settle(qtbot, desk)
    assert exchange.dialog is not None
    return exchange.dialog


def test_a_good_file_is_shown_then_imported(
    qtbot: QtBot, desk: Desk, exchange: Exchange, tmp_path: Path, said: list[tuple[str, str]]
) -> None:
    path = file(tmp_path, "呼号,类型\n芗101,汽车\n芗102,铁骑\n", "gb18030")
    dialog = shown(qtbot, desk, exchange, path)
    assert dialog.lists.currentData() == "units"
    assert "2" in dialog.summary.text()
    assert not desk.store.board.all(UnitCard)
    dialog.go.click()
    settle(qtbot, desk)
    assert {card.call_sign for card in desk.store.board.all(UnitCard).values()} == {
        "芗101",
        "芗102",
    }
    assert exchange.dialog is None
    assert "新增 2" in said[-1][1]


def test_everything_refused_is_in_a_report_that_can_be_copied_and_saved(
    qtbot: QtBot, desk: Desk, exchange: Exchange, tmp_path: Path
) -> None:
    path = file(tmp_path, "呼号,人数,单位代码\n芗1,几个,\n芗2,2,X9\n芗3,2,\n")
    dialog = shown(qtbot, desk, exchange, path)
    assert not dialog.go.isVisible()
    wanted = [
        ["2", "芗1", "人数", "“几个”应为 0 至 99 的整数。"],
        ["3", "芗2", "单位代码", "没有机构 X9。请先导入机构。"],
    ]
    assert dialog.report()[1:] == wanted
    dialog.copy.click()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[1].split("\t") == wanted[0]
    dialog.save_report(tmp_path / "report.csv")
    assert "没有机构 X9" in (tmp_path / "report.csv").read_text(encoding="utf-8-sig")
    dialog.reject()
    assert not desk.store.board.all(UnitCard)


@pytest.mark.parametrize(("kind", "name"), [("派出所", "organisations"), ("救援", "agencies")])
def test_where_headings_fit_two_lists_what_stands_below_them_decides(
    qtbot: QtBot, desk: Desk, exchange: Exchange, tmp_path: Path, kind: str, name: str
) -> None:
    dialog = shown(qtbot, desk, exchange, file(tmp_path, f"代码,名称,类型\nX1,某单位,{kind}\n"))
    assert dialog.lists.currentData() == name
    assert dialog.table.rowCount() == 0


def test_a_file_taken_for_the_wrong_list_is_read_as_another(
    qtbot: QtBot, desk: Desk, exchange: Exchange, tmp_path: Path
) -> None:
    path = file(tmp_path, "code,name,kind\nX1,某单位,rescue\n")
    dialog = shown(qtbot, desk, exchange, path)
    for name, refused in (("organisations", 1), ("agencies", 0)):
        at = dialog.lists.findData(name)
        dialog.lists.setCurrentIndex(at)
        dialog.lists.activated.emit(at)
        settle(qtbot, desk)
        assert dialog.table.rowCount() == refused
    dialog.go.click()
    settle(qtbot, desk)
    assert any(card.code == "X1" for card in desk.store.board.all(AgencyCard).values())
    assert not desk.store.board.all(OrganisationCard)


def test_what_stands_in_the_way_of_an_import_is_said_in_the_dialog_and_nothing_is_lost(
    qtbot: QtBot, desk: Desk, exchange: Exchange, tmp_path: Path
) -> None:
    first = "code,name,kind,parent\nA,甲,sub_bureau,\nB,乙,station,A\n"
    shown(qtbot, desk, exchange, file(tmp_path, first)).go.click()
    settle(qtbot, desk)
    dialog = shown(qtbot, desk, exchange, file(tmp_path, "code,name,kind,parent\nB,乙,station,A\n"))
    dialog.replace.show_value(True)
    dialog.go.click()
    settle(qtbot, desk)
    assert "甲" in dialog.wrong.text()
    assert dialog.go.isEnabled()
    assert len(desk.store.board.all(OrganisationCard)) == 2
    dialog.reject()


def test_a_file_that_is_none_is_a_trouble_and_opens_nothing(
    qtbot: QtBot, desk: Desk, exchange: Exchange, tmp_path: Path, said: list[tuple[str, str]]
) -> None:
    path = tmp_path / "picture.csv"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    exchange.read(path)
    settle(qtbot, desk)
    assert exchange.dialog is None
    assert "picture.csv" in said[-1][1]


def test_a_list_goes_out_and_comes_back(
    qtbot: QtBot, desk: Desk, exchange: Exchange, tmp_path: Path, said: list[tuple[str, str]]
) -> None:
    path = tmp_path / "out.csv"
    exchange.write(path, "contacts")
    settle(qtbot, desk)
    assert "已导出" in said[-1][1]
    reading = read_listing(path, LISTINGS["contacts"])
    assert not reading.refused
    assert len(reading.rows) > 40
    exchange.write(tmp_path / "nowhere" / "out.csv", "contacts")
    settle(qtbot, desk)
    assert "nowhere" in said[-1][1]
