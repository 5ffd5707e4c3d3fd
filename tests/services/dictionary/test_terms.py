"""Dictionaries come in whole or not at all, and know their days."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from models.board import AgencyCard, TermCard
from models.errors import RuleError, TroubleError
from models.journal import JournalRow
from models.term import Term
from services.database import Database
from services.dictionary import (
    Change,
    dictionary_table,
    import_terms,
    install_defaults,
    read_terms,
    successor_on,
    term_on,
    write_csv,
)
from tests.store import furnished_store

NOON = 1_767_585_600_000  # 2026-01-05 12:00 in China
HEADER = "code,name,name_en,parent,valid_from,valid_to\n"
A, B = "A,甲,,,2000-01-01,\n", "B,乙,,A,2000-01-01,\n"


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    database = Database(tmp_path / "desk.sqlite")
    yield database
    database.close()


@pytest.fixture
def shipped(tmp_path: Path) -> Iterator[Database]:
    (tmp_path / "shipped.sqlite").write_bytes(furnished_store(NOON))
    database = Database(tmp_path / "shipped.sqlite")
    yield database
    database.close()


def terms(db: Database) -> list[TermCard]:
    return list(db.board().all(TermCard).values())


def file(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "given.csv"
    path.write_bytes(text.encode(encoding))
    return path


def reasons(path: Path) -> list[tuple[int, str, str]]:
    _, refused = read_terms(path)
    return [(it.line, it.code, it.reason) for it in refused]


def imported(db: Database, folder: Path, text: str) -> Change:
    rows, refused = read_terms(file(folder, text))
    assert not refused
    change = db.write(import_terms, "letter", rows, at=NOON, by="值班员").result
    assert isinstance(change, Change)
    return change


def records(db: Database) -> int:
    return (
        db.read(lambda session: session.scalar(select(func.count()).select_from(JournalRow))) or 0
    )


def test_what_ships_is_loaded_in_one_record_and_only_once(db: Database) -> None:
    first = db.write(install_defaults, at=NOON, by="值班员")
    second = db.write(install_defaults, at=NOON, by="值班员")
    assert first.result > 400
    assert second.result == 0
    assert records(db) == 1
    assert db.board().all(AgencyCard)["agency:R01"].contacts


def test_keys_of_terms_and_agencies_are_the_same_on_every_seat(shipped: Database) -> None:
    ids = set(shipped.board().all(TermCard))
    assert "incident_class:100100:2000-01-01" in ids
    assert all(
        card.contacts[0].id == f"{id}:1" for id, card in shipped.board().all(AgencyCard).items()
    )


def test_an_old_division_is_found_by_its_day_and_leads_to_what_it_became(shipped: Database) -> None:
    cards = terms(shipped)
    old = term_on(cards, "division", "350681", "2020-05-01")
    today = successor_on(cards, "division", "350681", "2026-01-05")
    assert old is not None
    assert old.name == "龙海市"
    assert term_on(cards, "division", "350681", "2026-01-05") is None
    assert today is not None
    assert (today.code, today.name) == ("350604", "龙海区")


def test_a_code_given_to_another_street_later_does_not_mislead(shipped: Database) -> None:
    heir = successor_on(terms(shipped), "division", "350603100", "2026-06-01")
    assert heir is not None
    assert (heir.code, heir.name) == ("350603004", "蓝田街道")


def test_a_code_that_never_was_has_no_successor(shipped: Database) -> None:
    assert successor_on(terms(shipped), "division", "999999", "2026-01-05") is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
def test_a_spreadsheets_encodings_are_all_read(tmp_path: Path, encoding: str) -> None:
    rows, refused = read_terms(file(tmp_path, HEADER + A, encoding))
    assert [row.name for row in rows] == ["甲"]
    assert not refused


def test_a_file_in_another_encoding_is_a_trouble(tmp_path: Path) -> None:
    for encoding in ("utf-16-le", "utf-32"):
        with pytest.raises(TroubleError, match=r"file\.encoding"):
            read_terms(file(tmp_path, HEADER + A, encoding))


def test_a_missing_file_is_a_trouble(tmp_path: Path) -> None:
    with pytest.raises(TroubleError, match=r"file\.missing"):
        read_terms(tmp_path / "nowhere.csv")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("code;name\n1;2\n", [(1, "", "header.missing")]),
        ("", [(1, "", "header.missing")]),
        (HEADER.strip() + ",code\n", [(1, "", "header.doubled")]),
        (HEADER + "A,甲,,\n", [(2, "A", "line.columns")]),
        (HEADER + "A,,,,2000-01-01,\n", [(2, "A", "line.empty")]),
        (HEADER + "A,甲,,,,\n", [(2, "A", "line.empty")]),
        (HEADER + "A,甲,,,2000-13-01,\n", [(2, "A", "line.bad_day")]),
        (HEADER + "A,甲,,,20000101,\n", [(2, "A", "line.bad_day")]),
        (HEADER + "A,甲,,,2001-01-01,2000-01-01\n", [(2, "A", "line.no_day")]),
        (HEADER + A + A, [(3, "A", "line.duplicate")]),
        (HEADER + A + "A,丙,,,2010-01-01,\n", [(3, "A", "line.overlap")]),
        (HEADER + "B,乙,,Z,2000-01-01,\n", [(2, "B", "line.parent_unknown")]),
        (HEADER + "B,乙,,B,2000-01-01,\n", [(2, "B", "line.parent_unknown")]),
        (HEADER + "A,=1+1,,,2000-01-01,\n", [(2, "A", "line.formula")]),
        (HEADER + "A,甲,@SUM(A1),,2000-01-01,\n", [(2, "A", "line.formula")]),
        (HEADER + "A," + "长" * 201 + ",,,2000-01-01,\n", [(2, "A", "text.too_long")]),
        (HEADER + 'A,"甲,,,2000-01-01,\n', [(2, "", "line.unreadable")]),
        (
            HEADER + "A,,,,2000-01-01,\nB,乙,,,bad,\n" + "C,丙,,,2000-01-01,\n",
            [(2, "A", "line.empty"), (3, "B", "line.bad_day")],
        ),
    ],
)
def test_every_line_that_will_not_do_is_named(
    tmp_path: Path, text: str, wanted: list[tuple[int, str, str]]
) -> None:
    assert reasons(file(tmp_path, text)) == wanted


def test_spans_that_follow_each_other_are_no_overlap(tmp_path: Path) -> None:
    text = HEADER + "A,甲,,,2010-01-01,\nA,旧甲,,,2000-01-01,2010-01-01\n"
    assert reasons(file(tmp_path, text)) == []


def test_a_term_gone_from_a_new_file_ends_today_and_stays(db: Database, tmp_path: Path) -> None:
    assert imported(db, tmp_path, HEADER + A + B) == Change(added=2)
    assert imported(db, tmp_path, HEADER + A) == Change(ended=1, unchanged=1)
    cards = terms(db)
    assert term_on(cards, "letter", "B", "2026-01-04") is not None
    assert term_on(cards, "letter", "B", "2026-01-05") is None


def test_an_ended_term_that_comes_back_holds_again(db: Database, tmp_path: Path) -> None:
    imported(db, tmp_path, HEADER + A + B)
    imported(db, tmp_path, HEADER + A)
    assert imported(db, tmp_path, HEADER + A + B) == Change(changed=1, unchanged=1)
    assert term_on(terms(db), "letter", "B", "2026-01-05") is not None


def test_a_code_that_begins_anew_never_means_two_things_on_one_day(
    db: Database, tmp_path: Path
) -> None:
    imported(db, tmp_path, HEADER + A)
    imported(db, tmp_path, HEADER + "A,新甲,,,2010-01-01,\n")
    cards = terms(db)
    for day, name in (("2005-01-01", "甲"), ("2010-01-01", "新甲"), ("2026-02-01", "新甲")):
        assert [c.name for c in cards if c.valid_from <= day and (c.valid_to or "~") > day] == [
            name
        ]


def test_the_same_file_again_changes_nothing(db: Database, tmp_path: Path) -> None:
    imported(db, tmp_path, HEADER + A + B)
    before = records(db)
    assert imported(db, tmp_path, HEADER + A + B) == Change(unchanged=2)
    assert records(db) == before


def test_a_file_without_terms_does_not_end_everything(db: Database, tmp_path: Path) -> None:
    imported(db, tmp_path, HEADER + A)
    with pytest.raises(RuleError, match=r"dictionary\.empty"):
        db.write(import_terms, "letter", [], at=NOON, by="值班员")
    assert term_on(terms(db), "letter", "A", "2026-01-05") is not None


@pytest.mark.parametrize("name", ["division", "incident_class"])
def test_what_was_exported_comes_back_unchanged(
    shipped: Database, tmp_path: Path, name: str
) -> None:
    path = tmp_path / "out.csv"
    table = shipped.read(dictionary_table, name)
    write_csv(path, table)
    parsed, refused = read_terms(path)
    change = shipped.write(import_terms, name, parsed, at=NOON, by="值班员").result
    assert change == Change(unchanged=len(parsed))
    assert not refused


def test_cells_that_a_spreadsheet_would_run_are_made_inert(db: Database, tmp_path: Path) -> None:
    with_signs = Term(
        id="x", dictionary="d", code="A", name='=HYPERLINK("x")', valid_from="2000-01-01"
    )
    db.write(lambda session, *, at, by: session.add(with_signs), at=NOON, by="值班员")
    path = tmp_path / "out.csv"
    write_csv(path, db.read(dictionary_table, "d"))
    text = path.read_text(encoding="utf-8-sig")
    assert "'=HYPERLINK" in text
    rows, refused = read_terms(path)
    assert not refused
    assert rows[0].name == '=HYPERLINK("x")'


def test_an_unknown_dictionary_cannot_be_exported(db: Database) -> None:
    with pytest.raises(RuleError, match=r"dictionary\.unknown"):
        db.read(dictionary_table, "nothing")
