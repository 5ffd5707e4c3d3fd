"""What the desk asks at every start and after every command is found by an index, however large the store is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from services.boarding import read_board, read_cards
from services.closing import close
from services.searching import Wanted, search_sheets, sheets_of_number
from tests.services.desk import Desk

# What grows with the years.
LARGE = ("incident", "assignment", "agency_order", "entry", "call", "feedback", "party", "journal")
Query = Callable[[Session], object]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk with a sheet that a unit is on."""
    desk = Desk(tmp_path)
    desk.do(close, desk.sheet(), "01")
    desk.send(desk.sheet(), desk.unit())
    yield desk
    desk.close()


def plans(session: Session, query: Query) -> list[str]:
    """Run a query and return each step of how SQLite does what it asks."""
    asked: list[tuple[str, Any]] = []
    connection = session.connection()

    def note(_c: object, _cursor: object, sql: str, values: Any, *_: object) -> None:
        asked.append((sql, values))

    event.listen(connection, "before_cursor_execute", note)
    query(session)
    event.remove(connection, "before_cursor_execute", note)
    assert asked
    return [
        str(step[3])
        for sql, values in asked
        for step in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", values)
    ]


def some_cards(session: Session) -> object:
    """Read cards as a command's delta is read."""
    keys = {("incident", "a"), ("incident", "b"), ("unit", "c"), ("call", "d")}
    return read_cards(session, keys, frozenset())


QUERIES: dict[str, Query] = {
    "the board": read_board,
    "a delta": some_cards,
    "a number's history": lambda session: sheets_of_number(session, "110"),
    "the newest sheets": lambda session: search_sheets(session, Wanted()),
    "two characters": lambda session: search_sheets(session, Wanted("漳州", since=1)),
    "the end of a phone": lambda session: search_sheets(session, Wanted("12345")),
    "initials of a state and a class": lambda session: search_sheets(
        session, Wanted("zzl", states=("closed",), classes=("20",), until=9)
    ),
}


@pytest.mark.parametrize("name", QUERIES)
def test_nothing_that_grows_is_read_from_end_to_end(desk: Desk, name: str) -> None:
    steps = desk.db.read(plans, QUERIES[name])
    assert not [step for step in steps if step.split()[0] == "SCAN" and step.split()[1] in LARGE]


@pytest.mark.parametrize("name", ["the board", "a delta"])
def test_merged_sheets_are_asked_for_by_the_sheet_that_goes_on(desk: Desk, name: str) -> None:
    """By their state they would be a tenth of all there ever were."""
    steps = desk.db.read(plans, QUERIES[name])
    assert [step for step in steps if "ix_incident_main_id (main_id=? AND state=?)" in step], steps
