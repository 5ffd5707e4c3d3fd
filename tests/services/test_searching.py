"""Searching the whole store: what the index finds is what a plain look through all sheets finds."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from models.incident import Incident
from models.state import IncidentState
from models.text import without_control
from services import indexing
from services.closing import close, reopen
from services.gram import (
    Searched,
    expression,
    holds,
    pieces_of,
    places_of,
    plain,
    words_of,
)
from services.indexing import searched_of
from services.journal.verifying import INDEX_DIFFERS, verify
from services.linking import merge
from services.pinyin import LIBRARY, initials, speaker
from services.searching import Page, Wanted, search_sheets, sheets_of_number
from services.taking import change_sheet, complete_sheet, open_sheet, strike_sheet
from tests.services.desk import PLAIN, Desk

HOUR = 3_600_000


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk whose store is checked at the end, its search index included."""
    desk = Desk(tmp_path)
    yield desk
    desk.check()
    desk.close()


def found(desk: Desk, text: str = "", *, limit: int = 3, **choice: Any) -> list[str]:
    """Return the keys of the sheets found, page by page, in order."""
    ids: list[str] = []
    before: int | None = None
    while True:
        page: Page = desk.db.read(search_sheets, Wanted(text, **choice), before=before, limit=limit)
        ids += [card.id for card in page.cards]
        before = page.before
        if before is None:
            return ids


def seen(session: Session, text: str) -> list[str]:
    """Return the keys of the sheets that hold every word, by looking through all, the newest second first."""
    words = words_of(without_control(text))  # control characters are asked for no more than kept
    return [
        sheet.id
        for sheet in session.scalars(select(Incident))
        if all(holds(searched_of(sheet), word) for word in words)
    ]


def test_one_character_two_and_more_find_a_sheet(desk: Desk) -> None:
    road = desk.sheet(address="芗城区漳州路12号", narrative="两人打架")
    lane = desk.sheet(address="龙文区江滨巷3号")
    assert found(desk, "漳") == [road]
    assert found(desk, "州路") == [road]
    assert found(desk, "漳州路12号") == [road]
    assert found(desk, "路州") == []
    assert found(desk, "号") == [lane, road]
    assert found(desk, "打架 漳州") == [road]


def test_initials_find_places_and_names_but_not_what_was_reported(desk: Desk) -> None:
    road = desk.sheet(address="芗城区漳州路12号", caller_name="林水土", narrative="两人打架")
    assert found(desk, "zzl") == [road]
    assert found(desk, "xcq") == [road]
    assert found(desk, "xcqzzl12h") == [road]
    assert found(desk, "LST") == [road]
    assert found(desk, "lrdj") == []


def test_initials_are_those_that_people_here_use(desk: Desk) -> None:
    town = desk.sheet(address="长泰区朝阳街道")
    assert found(desk, "ctq") == [town]
    assert found(desk, "cyjd") == [town]


def test_the_first_and_the_last_digits_of_a_phone_find_it_and_those_in_the_middle_do_not(
    desk: Desk,
) -> None:
    call = desk.sheet(caller_number="13860912345", contact_phone="0596-2345678")
    assert found(desk, "2345") == [call]
    assert found(desk, "912345") == [call]
    assert found(desk, "13860912345") == [call]
    assert found(desk, "05962345678") == [call]
    assert found(desk, "345678") == [call]
    assert found(desk, "1386") == found(desk, "138609123") == found(desk, "059623") == [call]
    assert found(desk, "8609") == []


def test_a_sheet_is_found_by_its_number_and_by_the_end_of_it(desk: Desk) -> None:
    first, second = desk.sheet(), desk.sheet()
    number = desk.get(Incident, second).number
    assert found(desk, number) == [second]
    assert found(desk, number[-5:]) == [second]
    assert first not in found(desk, number[-4:])


def test_a_plate_and_letters_are_found_in_either_case(desk: Desk) -> None:
    car = desk.sheet(plate="闽E·A1B2C", narrative="Fire Alarm on the ROOF")
    assert found(desk, "闽e") == [car]
    assert found(desk, "a1b2c") == [car]
    assert found(desk, "roof") == [car]
    assert found(desk, "oo") == [car]
    assert found(desk, "Ａ１Ｂ２") == [car]


def test_what_is_changed_is_found_by_its_new_text_alone(desk: Desk) -> None:
    sheet: str = desk.do(open_sheet, id=desk.fresh(), fields={"address": "漳州路"})
    desk.do(change_sheet, sheet, {"address": "延安北路", "caller_number": "13800004321"})
    assert found(desk, "漳州路") == []
    assert found(desk, "zzl") == []
    assert found(desk, "yabl 4321") == [sheet]
    desk.do(complete_sheet, sheet, {**PLAIN, "narrative": "煤气泄漏"})
    assert found(desk, "泄漏") == [sheet]


def test_a_struck_sheet_loses_its_text_and_is_still_found_by_its_number(desk: Desk) -> None:
    sheet = desk.sheet(address="漳州路", caller_number="13800004321")
    desk.do(strike_sheet, sheet, "误登")
    for text in ("漳州路", "zzl", "13800004321", "4321"):
        assert found(desk, text) == [], text
    assert found(desk, desk.get(Incident, sheet).number) == [sheet]
    assert found(desk, states=("struck",)) == [sheet]


def test_states_choose_open_closed_merged_and_single_ones(desk: Desk) -> None:
    opened, closed, merged, taking = desk.sheet(), desk.sheet(), desk.sheet(), desk.fresh()
    desk.do(open_sheet, id=taking)
    desk.do(close, closed, "01")
    desk.do(merge, merged, opened)
    assert found(desk, states=("closed",)) == [closed]
    assert found(desk, states=("merged",)) == [merged]
    assert found(desk, states=("taken",)) == [opened]
    assert found(desk, states=("taken", "taking", "closed")) == [taking, closed, opened]
    desk.do(reopen, closed, "复查")
    assert found(desk, states=("closed",)) == []


def test_classes_divisions_and_days_narrow_the_search(desk: Desk) -> None:
    start = desk.now
    theft = desk.sheet(class_taken="100100", division="350602")
    desk.now += 30 * HOUR
    fraud = desk.sheet(class_taken="100600", division="350623104")
    assert found(desk, classes=("10",)) == [fraud, theft]
    assert found(desk, classes=("100600",)) == [fraud]
    assert found(desk, "胜利", classes=("100100", "20")) == [theft]
    assert found(desk, divisions=("350623",)) == [fraud]
    assert found(desk, divisions=("350602", "350623104")) == [fraud, theft]
    assert found(desk, since=start + HOUR) == [fraud]
    assert found(desk, "胜利", until=start + HOUR) == [theft]
    assert found(desk, since=start + HOUR, until=start + 2 * HOUR) == []


def test_sheets_of_one_second_all_have_a_place_and_pages_lose_none(desk: Desk) -> None:
    at = desk.now
    ids = [desk.fresh() for _ in range(150)]
    jobs = [desk.job(open_sheet, id=id, reported_at=at) for id in ids]
    for outcome in desk.db.write_all(jobs):
        assert not isinstance(outcome, Exception)
    desk.board = desk.db.board()
    other: str = desk.do(open_sheet, id=desk.fresh(), reported_at=at - 2000)
    assert sorted(found(desk)) == sorted([*ids, other])
    assert sorted(found(desk, since=at, until=at + 1)) == sorted(ids)
    assert found(desk, until=at) == [other]


def test_the_sheets_of_a_number_are_found_newest_first(desk: Desk) -> None:
    older, newer = desk.sheet(caller_number="110"), desk.sheet(caller_number="110")
    assert [card.id for card in desk.db.read(sheets_of_number, "110")] == [newer, older]


# Few characters, so that they meet often; signs of the index's own language and of SQL among them.
LETTERS = "漳州路长泰ab12 \"'*()-~#@_%\\:^{}\u3000Ａ𠮷\x00é"
TEXTS = st.text(LETTERS, max_size=12)
QUESTIONS = st.one_of(
    TEXTS,
    st.sampled_from(
        ["漳 OR 州", "NEAR(a b)", "a* b", '"', "pieces: a", "zz", "ct", "NOT a", "' OR 1=1 --"]
    ),
)
SHEETS = st.fixed_dictionaries(
    {
        "address": TEXTS,
        "narrative": TEXTS,
        "caller_name": TEXTS,
        "caller_number": st.one_of(TEXTS, st.from_regex(r"1[0-9]{3,10}", fullmatch=True)),
        "plate": TEXTS,
    }
)


@pytest.mark.timeout(300)
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60
)
@given(
    sheets=st.lists(SHEETS, min_size=1, max_size=4),
    questions=st.lists(QUESTIONS, min_size=1, max_size=6),
)
def test_the_index_finds_what_a_look_through_all_sheets_finds(
    desk: Desk, sheets: Sequence[dict[str, str]], questions: Sequence[str]
) -> None:
    # The store goes on from example to example: what they leave is searched too.
    for fields in sheets:
        desk.db.write(open_sheet, at=desk.now, by="P01", id=desk.fresh(), fields=fields)
    numbers = [fields["caller_number"] for fields in sheets]
    tails = [part for number in numbers for part in (number[-5:], number[:6])]
    for text in (*questions, *tails):
        assert sorted(found(desk, text, limit=50)) == sorted(desk.db.read(seen, text)), text
    desk.now += 1000


# The first text that is said loads the readings: that takes longer than an example may.
@settings(deadline=None)
@given(text=st.text(max_size=60))
def test_whatever_is_asked_is_asked_as_quoted_pieces_without_signs(text: str) -> None:
    said = expression(words_of(text))
    pieces = said.split('"')[1::2]
    assert all(piece.strip("~#^@").isalnum() for piece in pieces)
    between = "".join(said.split('"')[0::2])
    assert not between.replace("AND", "").replace("OR", "").strip(" ()")


# The first text that is said loads the readings: that takes longer than an example may.
@settings(deadline=None)
@given(text=st.text(LETTERS, max_size=20), data=st.data())
def test_every_part_of_a_text_is_among_its_pieces(text: str, data: st.DataObject) -> None:
    searched = Searched((text,), (text,), (text,))
    for word in words_of(text):
        start = data.draw(st.integers(0, len(word) - 1))
        part = word[start : data.draw(st.integers(start + 1, len(word)))]
        assert holds(searched, part)
        assert any(
            set(quoted) <= pieces_of(searched)
            for quoted in (way.split('"')[1::2] for way in ways(part))
        )


def ways(word: str) -> list[str]:
    """Return the ways in which the index is asked for a word."""
    return expression([word]).split(" OR ")


# The first text that is said loads the readings: that takes longer than an example may.
@settings(deadline=None)
@given(text=st.text(LETTERS, max_size=20), data=st.data())
def test_what_is_marked_in_a_text_is_what_was_searched_for(text: str, data: st.DataObject) -> None:
    for word in words_of(text):
        start = data.draw(st.integers(0, len(word) - 1))
        part = word[start : data.draw(st.integers(start + 1, len(word)))]
        places = places_of(text, [part], said=False)
        assert places
        assert all(part in plain(text[at:end]) for at, end in places)


def test_initials_are_marked_on_the_characters_they_stand_for() -> None:
    assert places_of("芗城区漳州路12号", ["zzl"], said=True) == [(3, 6)]
    assert places_of("芗城区漳州路12号", ["zzl"], said=False) == []
    assert places_of("闽Ｅ·A1", ["e"], said=True) == [(1, 2)]


@pytest.mark.parametrize(
    "spoil",
    [
        "INSERT INTO search_piece (rowid, pieces) SELECT rank + 1, '漳' FROM search_sheet",
        "INSERT INTO search_piece (search_piece) VALUES ('delete-all')",
        "DELETE FROM search_sheet",
        "UPDATE search_sheet SET rank = rank + 7",
        "UPDATE search_version SET version = '0'",
        "DROP TRIGGER search_change",
    ],
)
def test_an_index_that_does_not_fit_is_found_and_made_anew(tmp_path: Path, spoil: str) -> None:
    desk = Desk(tmp_path)
    sheet = desk.sheet(address="漳州路")
    with closing(sqlite3.connect(desk.path)) as connection:
        connection.execute(spoil)
        connection.commit()
    misfit = desk.db.read(verify).misfit
    assert misfit is not None
    assert misfit.code == INDEX_DIFFERS
    assert desk.db.index_anew() == 1
    assert found(desk, "zzl") == [sheet]
    desk.check()
    desk.close()


def test_a_store_of_another_program_version_gets_its_index_when_it_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk(tmp_path)
    sheet = desk.sheet(address="漳州路")
    desk.close()
    monkeypatch.setattr(indexing, "version", lambda: "another")
    desk = Desk(tmp_path)
    assert found(desk, "漳州") == [sheet]
    desk.check()
    desk.close()


def test_the_index_names_the_library_that_speaks() -> None:
    assert speaker().__version__ == LIBRARY
    assert initials("长泰厦门路1号𠮷") == "ctxml1h𠮷"


def test_every_state_belongs_to_one_group_in_sql_as_here(desk: Desk) -> None:
    for state in IncidentState:
        with closing(sqlite3.connect(":memory:")) as connection:
            query = f"SELECT {indexing.group_sql('r')} FROM (SELECT ? AS state) r"
            (group,) = connection.execute(query, (state.value,)).fetchone()
        assert group == indexing.group_of(state.value)


def test_a_plain_tool_reads_a_store_and_changes_sheets_only_without_the_triggers(
    tmp_path: Path,
) -> None:
    desk = Desk(tmp_path)
    sheet = desk.sheet(address="延安北路")
    desk.close()
    change = "UPDATE incident SET address = '胜利西路'"
    with closing(sqlite3.connect(desk.path)) as plain_tool:
        assert plain_tool.execute("SELECT address FROM incident").fetchall() == [("延安北路",)]
        with pytest.raises(sqlite3.OperationalError, match="search_pieces"):
            plain_tool.execute(change)
        for name in ("birth", "change", "end"):
            plain_tool.execute(f"DROP TRIGGER search_{name}")
        plain_tool.execute(change)
        plain_tool.commit()
    again = Desk(tmp_path)
    assert [card.id for card in again.db.read(search_sheets, Wanted("胜利")).cards] == [sheet]
    again.close()
