"""A reason that was chosen is recorded by its code, one that was written by its words; both may stand together."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from models.assignment import Assignment
from models.reason import CANCEL, Reason
from models.term import Term
from services.closing import return_sheet
from services.dispatching import ask_return, cancel, decide_return, move_unit
from services.dossier import read_dossier
from tests.services.desk import Desk

CHOSEN = Reason(code="20")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk with the shipped dictionaries."""
    return Desk(tmp_path, terms=True)


def told(desk: Desk, sheet: str) -> tuple[str, dict[str, object]]:
    """Return the newest line of a timeline: its code and what it says."""
    dossier = desk.db.read(read_dossier, sheet)
    assert dossier is not None
    params = dict(dossier.entries[-1].params)
    params.pop("order", None)
    return dossier.entries[-1].code, params


@pytest.mark.parametrize(
    ("given", "words", "code"),
    [
        ("与前单相同", "与前单相同", ""),
        (Reason("与前单相同"), "与前单相同", ""),
        (CHOSEN, "", "20"),
        (Reason(" 与前单相同 ", "20"), "与前单相同", "20"),
    ],
)
def test_the_record_has_the_code_of_what_was_chosen_and_the_words_that_were_written(
    desk: Desk, given: Reason | str, words: str, code: str
) -> None:
    sheet = desk.sheet()
    (job,) = desk.send(sheet, desk.unit())
    desk.do(cancel, job, given)
    kept = desk.get(Assignment, job)
    assert (kept.reason, kept.reason_code) == (words, code)
    params = {"reason": words, "reason_code": code}
    assert told(desk, sheet) == (
        "unit.cancelled",
        {"unit": "漳101", **{name: value for name, value in params.items() if value}},
    )


def test_no_name_of_a_chosen_reason_enters_the_record(desk: Desk) -> None:
    term = next(
        term
        for term in desk.db.read(lambda session: session.query(Term).all())
        if (term.dictionary, term.code) == (CANCEL, CHOSEN.code)
    )
    sheet = desk.sheet()
    (job,) = desk.send(sheet, desk.unit())
    desk.do(cancel, job, CHOSEN)
    record = json.dumps([str(change) for change in desk.records()[-1].changes], ensure_ascii=False)
    assert term.name not in record
    assert term.name_en not in record


def test_a_unit_asks_to_be_relieved_and_a_sheet_is_sent_back_for_a_chosen_reason(
    desk: Desk,
) -> None:
    sheet = desk.sheet()
    (job,) = desk.send(sheet, desk.unit())
    desk.do(ask_return, job, Reason(code="40"))
    assert desk.get(Assignment, job).reason_code == "40"
    assert told(desk, sheet)[1]["reason_code"] == "40"
    desk.do(decide_return, job, accept=True)
    other = desk.sheet()
    desk.do(return_sheet, other, Reason("在漳浦", "10"))
    assert told(desk, other) == ("sheet.returned", {"reason": "在漳浦", "reason_code": "10"})


def test_a_reason_has_to_be_said_and_a_code_has_to_be_one_of_its_dictionary(desk: Desk) -> None:
    sheet = desk.sheet()
    (job,) = desk.send(sheet, desk.unit())
    for nothing in ("", "  ", Reason(), Reason("\x00")):
        desk.refuse("text.empty", cancel, job, nothing)
    for unknown in (Reason(code="99"), Reason("词", "x"), Reason(code="2'0")):
        desk.refuse("field.bad", cancel, job, unknown)
    desk.refuse("text.too_long", ask_return, job, Reason("长" * 300, "10"))
    desk.refuse("field.bad", return_sheet, sheet, Reason(code="99"))
    assert desk.get(Assignment, job).is_active


def test_a_code_that_holds_no_more_is_refused_and_old_records_keep_it(desk: Desk) -> None:
    sheet = desk.sheet()
    first, second = desk.send(sheet, desk.unit("漳101"), desk.unit("漳102"))
    desk.do(cancel, first, CHOSEN)

    def retire(session, *, at: int, by: str) -> None:  # type: ignore[no-untyped-def]
        for term in session.query(Term).filter_by(dictionary=CANCEL, code=CHOSEN.code):
            term.valid_to = "2020-01-01"

    desk.do(retire)
    desk.refuse("field.bad", cancel, second, CHOSEN)
    assert desk.get(Assignment, first).reason_code == "20"


def test_a_move_leaves_no_code_of_an_earlier_wish_behind(desk: Desk) -> None:
    sheet, nearer = desk.sheet(), desk.sheet()
    (job,) = desk.send(sheet, desk.unit())
    desk.do(ask_return, job, Reason(code="40"))
    desk.do(decide_return, job, accept=False)
    desk.do(move_unit, job, nearer, reason="更近")
    kept = desk.get(Assignment, job)
    assert (kept.reason, kept.reason_code) == ("更近", "")
