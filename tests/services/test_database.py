"""One command is one commit and one record; several may share a commit, none harms another."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm import Session

from models.agency import AgencyContact
from models.call import Call
from models.errors import RuleError, TroubleError
from models.fix import Fix, FixRow
from models.incident import Incident
from models.state import CallState
from services.closing import close, feed_back
from services.database import Database, Outcome
from services.dispatching import arrive, ask_return, decide_return
from services.linkage import cancel_order, send_order
from services.linking import link
from services.taking import (
    answer,
    change_sheet,
    complete_sheet,
    dismiss_call,
    hang_up,
    open_sheet,
    ring,
)
from services.timeline import write_note
from tests.services.desk import HERE, PLAIN, Desk


def test_the_pragmas_are_what_the_design_says(tmp_path: Path) -> None:
    desk = Desk(tmp_path)

    def pragmas(session: Session, *, at: int, by: str) -> list[object]:
        names = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        return [session.execute(text(f"PRAGMA {name}")).scalar() for name in names]

    assert desk.do(pragmas) == ["wal", 2, 1, 5000]
    desk.close()


def test_a_command_holds_the_write_lock_from_its_start_and_readers_go_on(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    sheet = desk.sheet()

    def look_outside(session: Session, *, at: int, by: str) -> str:
        with closing(sqlite3.connect(desk.path, timeout=0)) as other:
            assert other.execute("SELECT count(*) FROM incident").fetchone() == (1,)
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                other.execute("BEGIN IMMEDIATE")
        assert desk.db.board() == desk.board
        return sheet

    assert desk.do(look_outside) == sheet
    desk.close()


def test_a_write_returns_after_its_commit(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    for count in range(1, 4):
        desk.do(ring, id=desk.fresh())
        with closing(sqlite3.connect(desk.path)) as other:
            assert other.execute("SELECT count(*) FROM call").fetchone() == (count,)
            assert other.execute("SELECT max(seq) FROM journal").fetchone() == (count,)
    desk.close()


def test_a_refused_command_leaves_neither_row_nor_record_nor_a_gap_in_the_numbers(
    tmp_path: Path,
) -> None:
    desk = Desk(tmp_path)
    bad = {"fields": {"level": 7}}
    desk.refuse("field.bad", open_sheet, id=desk.fresh(), **bad)
    desk.do(open_sheet, id="i1")
    jobs = [
        desk.job(open_sheet, id="i2"),
        desk.job(open_sheet, id="i3", **bad),
        desk.job(open_sheet, id="i4"),
    ]
    outcomes = desk.db.write_all(jobs)
    assert [type(outcome) for outcome in outcomes] == [Outcome, RuleError, Outcome]
    assert [desk.get(Incident, id).number[-5:] for id in ("i1", "i2", "i4")] == [
        "00001",
        "00002",
        "00003",
    ]
    assert [record.seq for record in desk.records()] == [1, 2, 3]
    desk.check()
    desk.close()


def test_one_job_alone_answers_like_many(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    (refusal,) = desk.db.write_all([desk.job(close, "nobody", "01")])
    assert isinstance(refusal, RuleError)
    assert refusal.code == "thing.unknown"
    assert desk.db.write_all([]) == []
    desk.close()


def fault(session: Session, *, at: int, by: str) -> None:
    """Break down after a change."""
    session.add(Call(id="broken", rang_at=at))
    session.flush()
    raise ZeroDivisionError


def twice(session: Session, *, at: int, by: str) -> None:
    """Enter a key that is taken."""
    session.add(Call(id="c1", rang_at=at))


def test_faults_refusals_and_broken_references_harm_no_other_command_of_the_commit(
    tmp_path: Path,
) -> None:
    desk = Desk(tmp_path)
    sheet = desk.sheet()
    jobs = [
        desk.job(ring, id="c1"),
        desk.job(fault),
        desk.job(write_note, sheet, "一"),
        desk.job(change_sheet, sheet, {"station_id": "no such body"}),
        desk.job(answer, "nobody", id="i9"),
        desk.job(answer, "c1", id="i1"),
        desk.job(twice),
        desk.job(write_note, sheet, " "),
        desk.job(write_note, sheet, "二"),
    ]
    outcomes = desk.db.write_all(jobs)
    assert [type(outcome) for outcome in outcomes] == [
        Outcome,
        ZeroDivisionError,
        Outcome,
        IntegrityError,
        RuleError,
        Outcome,
        IntegrityError,
        RuleError,
        Outcome,
    ]
    for outcome in outcomes:
        if isinstance(outcome, Outcome):
            desk.board = desk.board.apply(outcome.delta)
    assert desk.board == desk.db.board()
    assert desk.get(Call, "broken") is None
    assert desk.get(Call, "c1").state is CallState.TALKING
    assert [record.seq for record in desk.records()] == list(range(1, 7))
    desk.check()
    desk.close()


def test_a_command_that_changes_nothing_writes_no_record(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    sheet = desk.sheet()
    before = desk.rows()
    outcome = desk.outcome(change_sheet, sheet, {"address": PLAIN["address"]})
    assert not outcome.delta.put
    assert desk.rows() == before
    desk.close()


def test_a_query_cannot_write(tmp_path: Path) -> None:
    desk = Desk(tmp_path)

    def sneak(session: Session) -> None:
        session.add(Call(id="c", rang_at=0))
        session.flush()

    with pytest.raises((OperationalError, TroubleError)):
        desk.db.read(sneak)
    assert desk.get(Call, "c") is None
    desk.close()


def test_the_record_says_who_did_what_when_and_exactly_what_changed(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.do(ring, id="c1", caller_number="0596-1")
    desk.do(hang_up, "c1")
    record = desk.records()[-1]
    assert (record.seat, record.seq, record.actor, record.command) == ("S001", 2, "P01", "hang_up")
    changes = {"state": "abandoned", "hung_up_at": desk.now, "hung_up_by": "caller"}
    assert record.changes == (("call", "c1", changes),)
    desk.close()


def test_a_store_lies_in_any_folder_and_knows_its_seat(tmp_path: Path) -> None:
    folder = tmp_path / "漳州 110 #1 100% ?a=b&c"
    path = folder / "store.db"
    database = Database(path, seat="S042", block=42)
    database.write(open_sheet, id="i1", at=0, by="P01")
    database.close()
    assert {file.name for file in folder.iterdir()} >= {"store.db"}
    database = Database(path, seat="other", block=7)
    database.write(open_sheet, id="i2", at=0, by="P01")
    sheets = database.read(lambda session: session.scalars(select(Incident)).all())
    assert [(sheet.seat, sheet.number[12:]) for sheet in sheets] == [
        ("S042", "04200001"),
        ("S042", "04200002"),
    ]
    database.close()


def test_a_store_closed_by_another_thread_can_be_opened_again(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    thread = threading.Thread(target=desk.close)
    thread.start()
    thread.join()
    Desk(tmp_path).close()


def test_positions_are_kept_beside_the_journal_for_their_time(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.db.save_fixes([Fix("u1", at, 117.6, 24.5) for at in range(0, 10_000, 1000)])
    desk.db.save_fixes([Fix("u1", 10_000, 117.7, 24.5)], drop_before=7_000)
    kept = desk.db.read(lambda session: session.scalars(select(FixRow.at).order_by("at")).all())
    assert kept == [7_000, 8_000, 9_000, 10_000]
    assert not desk.records()
    desk.close()


def test_a_ringing_call_with_a_place_off_the_earth_is_refused_at_the_door(tmp_path: Path) -> None:
    """Else nobody could answer it later: the sheet would refuse the place."""
    desk = Desk(tmp_path)
    nowhere = type(HERE)(float("nan"), 24.5, "cell", 0)
    desk.refuse("field.bad", ring, id="c1", place=nowhere)
    desk.refuse("text.too_long", ring, id="c1", source_id="x" * 300)
    desk.do(ring, id="c1", place=HERE)
    desk.do(answer, "c1", id="i1")
    assert desk.get(Incident, "i1").caller_place == HERE
    desk.close()


def test_a_second_hang_up_does_not_take_the_call_back_off_the_board(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.do(ring, id="c1")
    desk.do(hang_up, "c1")
    gave_up = desk.now
    desk.refuse("state.illegal", hang_up, "c1")
    desk.do(dismiss_call, "c1")
    assert desk.get(Call, "c1").hung_up_at == gave_up
    desk.close()


def test_completing_again_changes_neither_the_instant_nor_the_state(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    sheet, unit = desk.sheet(), desk.unit()
    completed = desk.get(Incident, sheet).completed_at
    (job,) = desk.send(sheet, unit)
    desk.refuse("state.illegal", complete_sheet, sheet)
    desk.do(arrive, job)
    desk.refuse("state.illegal", complete_sheet, sheet)
    assert desk.get(Incident, sheet).completed_at == completed
    desk.close()


def test_the_card_says_since_when_a_unit_asks_to_be_relieved(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    sheet, unit = desk.sheet(), desk.unit()
    (job,) = desk.send(sheet, unit)
    desk.do(ask_return, job, "换班")
    (card,) = [card for card in desk.board.cards["unit"].values() if card.id == unit]
    assert getattr(card, "status_since") == desk.now  # noqa: B009  cards differ by kind
    desk.do(decide_return, job, accept=True)
    desk.close()


def test_a_slip_in_a_code_is_a_refusal_and_no_fault(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    sheet, other = desk.sheet(), desk.sheet()
    desk.refuse("field.bad", link, sheet, other, "9")
    for wrong in ({"injured": True}, {"injured": 10**16}, {"officer": 5}):
        desk.refuse("field.bad", feed_back, sheet, class_code="01", result="01", **wrong)
    desk.close()


def test_a_thing_that_leaves_a_card_by_being_deleted_or_moved_changes_that_card(
    tmp_path: Path,
) -> None:
    desk = Desk(tmp_path)
    first, second = desk.agency(), desk.agency()

    def add(session: Session, *, at: int, by: str) -> None:
        session.add(AgencyContact(id="k1", body_kind="agency", agency_id=first, name="值班室"))

    def move(session: Session, *, at: int, by: str) -> None:
        session.get_one(AgencyContact, "k1").agency_id = second

    def delete(session: Session, *, at: int, by: str) -> None:
        session.delete(session.get_one(AgencyContact, "k1"))

    for command in (add, move, delete):
        desk.do(command)  # compares the board by deltas with the board read anew
        desk.check()
    sheet = desk.sheet()
    desk.do(send_order, sheet, first, "请到场", id="o1")
    desk.do(cancel_order, "o1", "误")
    desk.close()
