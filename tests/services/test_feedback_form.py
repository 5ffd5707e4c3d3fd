"""A feedback sheet fits its class and its result, or is refused with what is wrong; the shipped tables say how."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models.errors import RuleError
from models.feedback import Feedback
from models.form import FormBook
from services.closing import COLUMNS, feed_back, form_book_of
from services.database import Database, Job
from services.taking import complete_sheet, open_sheet
from tests.resources.shipped import terms
from tests.store import furnished_store

NOON = 1_790_000_000_000
FIELDS = {"address": "胜利西路 118 号", "class_taken": "200100", "level": 3}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Database]:
    """Return a store with the shipped dictionaries and one sheet that may be reported on."""
    (tmp_path / "store.db").write_bytes(furnished_store(NOON))
    database = Database(tmp_path / "store.db", clock=lambda: NOON)
    database.write(open_sheet, at=NOON, by="350001", id="i1", fields=FIELDS)
    database.write(complete_sheet, "i1", at=NOON, by="350001")
    yield database
    database.close()


def told(store: Database, class_code: str, result: str, **particulars: Any) -> str:
    """Feed back; return how it was refused, "" where it was taken."""
    try:
        kwargs = {"class_code": class_code, "result": result, "particulars": particulars}
        (answer,) = store.write_all([Job(feed_back, ("i1",), NOON, "350001", kwargs)])
        if isinstance(answer, Exception):
            raise answer
    except RuleError as error:
        return str(error)
    return ""


CRASH = {"accident_form": "accident_form.01", "traffic_block": "traffic_block.02"}
WRONG: list[tuple[str, str, dict[str, Any], str]] = [
    ("300100", "D10", {}, "feedback.incomplete(missing='accident_form,traffic_block'"),
    ("300100", "D10", {**CRASH, "accident_form": "dispute_kind.01"}, "field.bad(field='accident_form'"),
    ("300100", "D10", {**CRASH, "burning": "burning.01"}, "feedback.not_asked(field='burning'"),
    ("300100", "D10", {**CRASH, "damaged_motor": -1}, "field.bad(field='damaged_motor'"),
    ("300100", "D10", {**CRASH, "hazmat": "yes"}, "field.bad(field='hazmat'"),
    ("200100", "D10", CRASH, "feedback.not_asked(field='accident_form'"),
    ("200100", "D22", {}, "feedback.needs(missing='caught'"),
    ("200100", "D22", {"caught": 0}, "feedback.needs(missing='caught'"),
    ("200100", "D32", {}, "feedback.needs(missing='handover'"),
    ("400100", "D51", {"dead": 1}, "feedback.excludes(field='dead'"),
    ("700100", "D13", {"crowd_state": "crowd_state.01"}, "feedback.incomplete(missing='crowd_count'"),
    ("100600", "D20", {}, "feedback.incomplete(missing='loss_fen'"),
    ("200100", "D10", {"made_up": 1}, "feedback.not_asked(field='made_up'"),
]  # fmt: skip


@pytest.mark.parametrize(("class_code", "result", "particulars", "refusal"), WRONG)
def test_what_does_not_fit_is_refused_and_leaves_no_trace(
    store: Database, class_code: str, result: str, particulars: dict[str, Any], refusal: str
) -> None:
    assert told(store, class_code, result, **particulars).startswith(refusal)
    assert store.read(lambda session: session.scalars(select(Feedback)).all()) == []


@pytest.mark.parametrize(
    ("class_code", "result", "particulars"),
    [
        ("300100", "D10", {**CRASH, "injured": 2, "road_surface": "road_surface.02"}),
        ("400100", "D51", {}),  # there was no fire: nothing that burned can be named
        ("700100", "D13", {"crowd_state": "crowd_state.01", "crowd_count": 0}),
        ("200100", "D22", {"caught": 1}),
        ("999900", "D90", {}),
        ("777777", "D90", {"persons": 2}),  # a class of a foreign dictionary
    ],
)
def test_what_fits_is_kept_counts_in_their_columns_and_the_rest_by_field(
    store: Database, class_code: str, result: str, particulars: dict[str, Any]
) -> None:
    assert told(store, class_code, result, **particulars) == ""

    def kept(session: Session) -> dict[str, Any]:
        (report,) = session.scalars(select(Feedback)).all()
        columns = {name: getattr(report, name) for name in particulars if name in COLUMNS}
        return {**columns, **report.particulars}

    assert store.read(kept) == particulars


def test_every_class_has_an_answer_that_every_result_takes(store: Database) -> None:
    book = store.read(form_book_of, NOON)
    results = [row["code"] for row in terms("result")]
    for row in terms("incident_class"):
        for result in results:
            least = book.least(row["code"], result)
            assert book.check(row["code"], result, least) == least


def test_the_form_of_a_group_holds_for_its_classes_unless_they_have_their_own(
    store: Database,
) -> None:
    book: FormBook = store.read(form_book_of, NOON)
    assert book.form_of["500100"] == "help"
    assert book.form_of["200100"] == "case"
    assert book.form_of["200200"] == "dispute"
    assert "300400" not in book.form_of


def test_the_shipped_tables_agree_with_each_other() -> None:
    fields = {row["code"]: row for row in terms("feedback_field")}
    choices = {row["parent"] for row in terms("feedback_choice") if row["parent"]}
    forms = {row["form"] for row in terms("incident_class")} - {""}
    named = {form for row in fields.values() for form in row["forms"].split()}
    assert named == forms | {"general"}
    assert choices == {code for code, row in fields.items() if row["kind"] == "choice"}
    for row in fields.values():
        assert set(row["needed"].split()) <= set(row["forms"].split())
        assert "general" not in row["needed"].split()
    for row in terms("result"):
        for code in (*row["needs"].split(), *row["excludes"].split()):
            assert "general" in fields[code]["forms"], "every class can answer what a result asks"
        assert row["waives"] in ("", "yes")


def test_a_store_without_forms_takes_what_it_is_given(tmp_path: Path) -> None:
    database = Database(tmp_path / "bare.db", clock=lambda: NOON)
    database.write(open_sheet, at=NOON, by="350001", id="i1", fields=FIELDS)
    database.write(complete_sheet, "i1", at=NOON, by="350001")
    assert told(database, "02", "01", weather="雨", lanes=2) == ""
    database.close()
