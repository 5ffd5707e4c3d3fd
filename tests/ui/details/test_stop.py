"""From what a caller said to an order at the anti-fraud centre, by keys alone; the clocks go red; results come back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from models.board import IncidentCard
from models.fraudcard import StopCard
from models.stop import StopState
from services.dossier import read_dossier
from services.fraud.number import luhn_digit
from tests.ui.desk import NOW, make_desk, move_clock, settle, sheet_jobs, write_all
from tests.ui.keyboard import CTRL, K, Person
from ui.desk import Desk
from ui.details import DetailsPane
from ui.details.stop import clock_colour

TO = "622202140200123456" + luhn_digit("622202140200123456")
OWN = "622848007000123456" + luhn_digit("622848007000123456")
# NOW is 10:40 in China.
SAID = (
    f"我叫林小红，电话13850001234，今天上午10点32分从我的农行卡{OWN}转了3.5万到对方工商银行卡"
    f"{TO}，户名王建国。10:35又转给支付宝账号13900001111111 2万元"
)
MINUTE = 60_000


def pane_at(
    qtbot: QtBot, folder: Path, said: list[tuple[str, str]] | None = None
) -> tuple[Desk, DetailsPane, Person]:
    """Return the details of one fraud sheet with somebody in front of them."""
    jobs = sheet_jobs("i1", class_taken="100600", narrative="被骗，正在电话中")
    desk = make_desk(qtbot, folder, said=said, fill=lambda store: write_all(store, jobs))
    pane = DetailsPane(desk)
    person = Person(qtbot, desk, pane)
    desk.selection.choose_incident("i1")
    settle(qtbot, desk)
    return desk, pane, person


def stop_of(desk: Desk) -> StopCard:
    """Return the only open stop order."""
    (card,) = desk.store.board.all(StopCard).values()
    return card


def test_from_pasted_words_to_an_order_that_is_sent_in_three_keys(
    qtbot: QtBot, tmp_path: Path
) -> None:
    said: list[tuple[str, str]] = []
    desk, pane, person = pane_at(qtbot, tmp_path, said)
    person.press(K.Key_T, mod=CTRL)
    QGuiApplication.clipboard().setText(SAID)
    person.press(K.Key_V, mod=CTRL)
    values = pane.parts.panels.stop.values()
    assert (values["victim_name"], values["victim_phone"]) == ("林小红", "13850001234")
    assert (values["payer_account"], values["payer_bank"]) == (OWN, "中国农业银行")
    assert values["amount_fen"] == 5_500_000
    assert values["transferred_at"] == NOW - 8 * MINUTE
    first, second = values["payees"]
    assert (first["account"], first["holder"], first["bank"]) == (TO, "王建国", "中国工商银行")
    assert (first["amount_fen"], second["amount_fen"]) == (3_500_000, 2_000_000)
    assert (second["account"], second["bank"]) == ("13900001111111", "支付宝")
    assert "校验位" not in pane.parts.panels.stop.form.fields["payees"].hinted
    person.press(K.Key_Return, mod=CTRL)
    settle(qtbot, desk)
    assert stop_of(desk).state is StopState.SUBMITTED
    assert person.keys == 3, "open, paste, give"
    assert said == []
    # The keyboard is at the order: what the centre says is one key each.
    person.press(K.Key_4)
    settle(qtbot, desk)
    assert stop_of(desk).state is StopState.ACCEPTED
    person.press(K.Key_5)
    person.type("3.5")
    person.say("万")
    person.press(K.Key_Tab)
    person.say("工商银行已止付")
    person.press(K.Key_Return, mod=CTRL)
    settle(qtbot, desk)
    held = stop_of(desk)
    assert (held.stopped_fen, held.hold_until) == (3_500_000, NOW + 48 * 60 * MINUTE)
    table = pane.parts.stops.table
    assert table.index(0, 2).data().startswith("止付到 02-04 10:40")
    dossier = desk.store._database.read(read_dossier, "i1")
    assert dossier is not None
    steps = [entry.code for entry in dossier.entries if entry.code.startswith("stop.")]
    assert sorted(steps) == ["stop.accepted", "stop.stopped", "stop.submitted", "stop.written"]


def test_what_a_person_wrote_stays_and_what_is_missing_is_said(
    qtbot: QtBot, tmp_path: Path
) -> None:
    said: list[tuple[str, str]] = []
    desk, pane, person = pane_at(qtbot, tmp_path, said)
    person.press(K.Key_T, mod=CTRL)
    form = pane.parts.panels.stop.form
    form.focus("victim_name")
    person.press(K.Key_A, mod=CTRL)
    person.say("林大妈")
    form.focus("pasted")
    person.say("我叫林小红，转到" + TO[:-1] + str((int(TO[-1]) + 1) % 10))
    values = pane.parts.panels.stop.values()
    assert values["victim_name"] == "林大妈"
    assert "校验位不符" in form.fields["payees"].hinted
    person.press(K.Key_Return, mod=CTRL)
    settle(qtbot, desk)
    assert stop_of(desk).state is StopState.WRITTEN
    assert said[-1] == (
        "warning",
        "止付单还缺：付款银行、被骗金额、转账时间。补齐后才能提交。",
    )
    person.press(K.Key_3)
    settle(qtbot, desk)
    assert said[-1][1].startswith("止付单还缺：")
    assert stop_of(desk).state is StopState.WRITTEN
    reported = desk.store.board.all(IncidentCard)["i1"].reported_at
    table = pane.parts.stops.table
    assert "提交" in table.index(0, 2).data()
    assert clock_colour(stop_of(desk), NOW) == "warning"
    move_clock(desk, reported + 25 * MINUTE - NOW)
    assert clock_colour(stop_of(desk), desk.clock.now()) == "danger"
    move_clock(desk, 6 * MINUTE)
    assert table.index(0, 2).data().startswith("⚠ 超时")
    # The same key opens what waits; a sum of nonsense is said at its field.
    person.press(K.Key_T, mod=CTRL)
    form.focus("amount_fen")
    person.type("abc")
    person.press(K.Key_Return, mod=CTRL)
    assert form.fields["amount_fen"].marked
    person.press(K.Key_Escape)
    pane.parts.stops.view.setFocus()
    person.press(K.Key_9)
    person.say("误报")
    person.press(K.Key_Return)
    settle(qtbot, desk)
    assert not desk.store.board.all(StopCard)
    assert pane.parts.stops.isHidden()
