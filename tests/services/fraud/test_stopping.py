"""A stop order goes from the call to the centre and back; a warning goes the way of its level."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from models.board import IncidentCard
from models.fraudcard import StopCard, WarningCard
from models.state import IncidentState
from models.stop import StopState
from services.closing import close
from services.fraud.stopping import (
    accept_stop,
    change_stop,
    release_stop,
    settle_stop,
    submit_stop,
    withdraw_stop,
    write_stop,
)
from services.fraud.warning import cancel_warning, end_warning, take_warning
from tests.services.desk import NOON, Desk
from tests.services.moves import PAYEES, STOP_FIELDS

WHOLE, ONE, TWO = STOP_FIELDS[0], PAYEES[0], PAYEES[1]
MINUTE, HOUR = 60_000, 3_600_000


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path, terms=True)


def card(desk: Desk, stop: str) -> StopCard:
    found = desk.board.get(StopCard, stop)
    assert found is not None
    return found


def write(desk: Desk, sheet: str, fields: dict[str, Any], payees: list[dict[str, Any]]) -> str:
    stop = desk.do(write_stop, sheet, fields, payees, id=desk.fresh())
    assert isinstance(stop, str)
    return stop


def test_an_order_runs_from_the_call_to_the_end_of_the_hold(desk: Desk) -> None:
    sheet = desk.sheet()
    stop = write(desk, sheet, WHOLE, ONE)
    reported = desk.board.all(IncidentCard)[sheet].reported_at
    first = card(desk, stop)
    assert (first.submit_by, first.warn_at) == (reported + 30 * MINUTE, reported + 25 * MINUTE)
    assert first.payees[0].account == "6222021402001234563", "blanks are taken out"
    assert desk.refuse("sheet.stops_open", close, sheet, "1")
    desk.do(submit_stop, stop)
    desk.do(accept_stop, stop)
    # A second account is found while the first is being stopped.
    desk.do(change_stop, stop, {"note": "二级卡"}, [*ONE, *TWO])
    assert len(card(desk, stop).payees) == 3
    desk.do(change_stop, stop, {}, ONE)
    assert len(card(desk, stop).payees) == 1
    desk.refuse("stop.too_much", settle_stop, stop, 3_500_001, "")
    desk.do(settle_stop, stop, 2_000_000, "中国工商银行")
    held = card(desk, stop)
    assert held.state is StopState.STOPPED
    assert held.stopped_at is not None
    assert held.hold_until == held.due_at == held.stopped_at + 48 * HOUR
    desk.do(release_stop, stop, "已办理冻结")
    assert desk.board.get(StopCard, stop) is None
    desk.refuse("stop.over", change_stop, stop, {}, ONE)
    desk.check()


def test_what_is_missing_is_named_and_what_cannot_be_is_refused(desk: Desk) -> None:
    sheet = desk.sheet()
    stop = write(desk, sheet, {"victim_name": "林小红"}, [])
    refused = desk.refuse("stop.incomplete", submit_stop, stop)
    assert refused.params["missing"] == "payer_bank,amount_fen,transferred_at,payees"
    bad: list[tuple[str, dict[str, Any], list[dict[str, Any]]]] = [
        ("stop.account_twice", {}, PAYEES[2]),
        ("stop.bad_account", {}, PAYEES[3]),
        ("stop.too_many", {}, [{"account": f"{10**11 + place}"} for place in range(51)]),
        ("stop.future", {"transferred_at": NOON * 2}, []),
        ("stop.future", {}, [{"account": "62220214", "transferred_at": NOON * 2}]),
        ("field.bad", {"amount_fen": 0}, []),
        ("field.bad", {"amount_fen": -1}, []),
        ("field.unknown", {"state": "stopped"}, []),
        ("text.too_long", {"victim_name": "林" * 201}, []),
    ]
    for code, fields, payees in bad:
        desk.refuse(code, change_stop, stop, fields, payees)
    desk.do(withdraw_stop, stop, "家属已找回")
    desk.refuse("state.illegal", submit_stop, write_and_send(desk, sheet))


def write_and_send(desk: Desk, sheet: str) -> str:
    stop = write(desk, sheet, WHOLE, ONE)
    desk.do(submit_stop, stop)
    return stop


def test_nothing_stopped_wants_words_and_ends_the_order(desk: Desk) -> None:
    sheet = desk.sheet()
    stop = write_and_send(desk, sheet)
    desk.refuse("text.empty", settle_stop, stop, 0, "")
    desk.do(settle_stop, stop, None, "资金已转出境外")
    assert desk.board.get(StopCard, stop) is None


def test_a_warning_goes_the_way_of_its_level(desk: Desk) -> None:
    at: dict[str, WarningCard] = {}
    for level in ("urgent", "high", "medium", "low"):
        fields = {
            "name": "林小红",
            "phone": "13850001234",
            "text": "正在转账",
            "source": "国家平台",
        }
        id = desk.do(take_warning, level, id=desk.fresh(), address="胜利西路 1 号", **fields)
        found = desk.board.get(WarningCard, id)
        assert found is not None
        at[level] = found
    draft = desk.board.get(IncidentCard, at["urgent"].incident_id)
    assert draft is not None
    assert (draft.state, draft.level, draft.class_taken) == (IncidentState.TAKING, 2, "100600")
    assert (draft.caller_name, draft.narrative) == ("林小红", "国家平台\n正在转账")
    assert at["high"].due_at == at["high"].received_at + 24 * HOUR
    assert at["high"].incident_id is None
    assert {at[level].due_at for level in ("medium", "low")} == {None}
    desk.do(end_warning, at["high"].id, "已当面劝阻")
    desk.do(cancel_warning, at["low"].id, "误报")
    assert set(desk.board.all(WarningCard)) == {at["urgent"].id, at["medium"].id}
    desk.refuse("warning.over", end_warning, at["high"].id, "再报")
    desk.refuse("warning.level", take_warning, "extreme", id=desk.fresh(), name="某人")
    desk.refuse("warning.nobody", take_warning, "low", id=desk.fresh())
    desk.check()
