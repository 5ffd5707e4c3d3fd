"""Watches: one at a seat at a time, ended by the next, whole in the journal."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from models.board import OfficerCard, WatchCard
from models.errors import RuleError
from models.journal import JournalRow
from models.watch import Post, Site, Watch
from services.boarding import read_board
from services.database import Database
from services.watchkeeping import note_handover, sign_off, sign_on, who_sits_here

AT = 1_770_000_000_000


@pytest.fixture
def db(tmp_path: Path) -> Any:
    """A store of seat S007."""
    database = Database(tmp_path / "s.db", seat="S007", clock=lambda: AT)
    yield database
    database.close()


def come(db: Database, number: str, name: str, at: int = AT, **more: Any) -> None:
    """Sign somebody on."""
    kwargs = {"id": f"w-{number}-{at}", "site": Site.BUREAU, "post": Post.TAKING, **more}
    db.write(sign_on, number, name, at=at, by=number, **kwargs)


def watches(db: Database) -> list[tuple[str, int, int | None, str]]:
    """Return who sat here, oldest first."""
    rows = db.read(lambda session: session.scalars(select(Watch).order_by(Watch.began_at)).all())
    return [(row.officer_id, row.began_at, row.ended_at, row.handover) for row in rows]


def test_nobody_sits_at_a_new_seat(db: Database) -> None:
    assert db.read(who_sits_here) == ("S007", "")


def test_the_next_person_ends_the_watch_of_the_one_before(db: Database) -> None:
    come(db, "350001", "陈某")
    come(db, "350002", "林某", AT + 1000, handover="胜利路积水")
    assert watches(db) == [
        ("350001", AT, AT + 1000, "胜利路积水"),
        ("350002", AT + 1000, None, ""),
    ]
    assert db.read(who_sits_here) == ("S007", "350002")


def test_the_board_knows_who_sits_here_and_everybody_who_ever_did(db: Database) -> None:
    come(db, "350001", "陈某", seat_name="一席")
    come(db, "350002", "林某", AT + 1, seat_name="一席")
    board = db.read(read_board)
    assert {id: card.name for id, card in board.all(OfficerCard).items()} == {
        "350001": "陈某",
        "350002": "林某",
    }
    (watch,) = board.all(WatchCard).values()
    assert (watch.seat, watch.officer_id, watch.seat_name) == ("S007", "350002", "一席")


def test_signing_off_leaves_the_seat_empty_and_twice_is_refused(db: Database) -> None:
    come(db, "350001", "陈某")
    db.write(sign_off, at=AT + 5, by="350001", handover="")
    assert db.read(who_sits_here) == ("S007", "")
    with pytest.raises(RuleError) as refusal:
        db.write(sign_off, at=AT + 6, by="350001")
    assert refusal.value.code == "watch.none"


def test_what_was_left_stands_until_somebody_acknowledges_it(db: Database) -> None:
    def unread() -> str:
        (watch,) = db.read(read_board).all(WatchCard).values()
        return watch.unread

    come(db, "350001", "陈某")
    assert unread() == ""
    come(db, "350002", "林某", AT + 1, handover="胜利路积水")
    assert unread() == "胜利路积水"
    come(db, "350003", "王某", AT + 2, handover="618 车送修")
    assert unread() == "胜利路积水\n618 车送修", "nobody had read the first one"
    db.write(note_handover, at=AT + 3, by="350003")
    assert unread() == ""
    with pytest.raises(RuleError) as refusal:
        db.write(note_handover, at=AT + 4, by="350003")
    assert refusal.value.code == "watch.nothing_left"
    db.write(sign_off, at=AT + 5, by="350003", handover="钥匙在柜里")
    come(db, "350001", "陈某", AT + 6)
    assert unread() == "钥匙在柜里", "also where nobody sat between"


def test_without_anybody_here_nothing_is_acknowledged(db: Database) -> None:
    with pytest.raises(RuleError) as refusal:
        db.write(note_handover, at=AT, by="S007")
    assert refusal.value.code == "watch.none"


def test_the_journal_names_the_person(db: Database) -> None:
    come(db, "350001", "陈某")
    row = db.read(lambda session: session.scalars(select(JournalRow)).one())
    assert (row.actor, row.seat, row.command) == ("350001", "S007", "sign_on")


@pytest.mark.parametrize(
    ("number", "name", "code"),
    [
        ("", "陈某", "text.empty"),
        ("350001", " ", "text.empty"),
        ("35 01", "陈某", "field.bad"),
        ("9" * 21, "陈某", "text.too_long"),
    ],
)
def test_a_person_without_name_or_number_is_refused(
    db: Database, number: str, name: str, code: str
) -> None:
    with pytest.raises(RuleError) as refusal:
        come(db, number, name)
    assert refusal.value.code == code
    assert watches(db) == []


def test_a_clock_set_back_ends_no_watch_before_it_began(db: Database) -> None:
    come(db, "350001", "陈某", AT + 500)
    db.write(sign_off, at=AT, by="350001")
    assert watches(db) == [("350001", AT + 500, AT + 500, "")]
