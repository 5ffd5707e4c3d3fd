"""Sheets hang on a main sheet, are merged into it, and come back whole: their state, and what they hung on before."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.feedback import Feedback
from models.incident import Incident
from models.state import IncidentState
from services.closing import close, feed_back, strike_feedback
from services.dossier import read_dossier
from services.linking import link, merge, unlink, unmerge
from tests.services.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk with an empty store."""
    desk = Desk(tmp_path)
    yield desk
    desk.close()


def hangs(desk: Desk, sheet: str) -> tuple[str | None, str, IncidentState]:
    """Return what a sheet hangs on, how, and its state."""
    found = desk.get(Incident, sheet)
    return found.main_id, found.link_type, found.state


def codes(desk: Desk, sheet: str) -> list[str]:
    """Return what the timeline of a sheet tells of its links."""
    dossier = desk.db.read(read_dossier, sheet)
    assert dossier is not None
    told = ("sheet.link", "sheet.unlink", "sheet.merge", "sheet.unmerge")
    return [entry.code for entry in dossier.entries if entry.code.startswith(told)]


def test_an_unmerge_brings_the_state_and_the_link_before_back(desk: Desk) -> None:
    sheet, urged, main = desk.sheet(), desk.sheet(), desk.sheet()
    desk.do(link, sheet, urged, "2")
    desk.do(merge, sheet, main)
    assert hangs(desk, sheet) == (main, "1", IncidentState.MERGED)
    desk.do(unmerge, sheet)
    assert hangs(desk, sheet) == (urged, "2", IncidentState.TAKEN)
    kept = desk.get(Incident, sheet)
    assert (kept.main_before_merge, kept.link_before_merge) == (None, "")
    desk.check()


def test_a_link_is_not_brought_back_to_a_sheet_that_hangs_on_another_by_now(desk: Desk) -> None:
    sheet, urged, main = desk.sheet(), desk.sheet(), desk.sheet()
    desk.do(link, sheet, urged, "2")
    desk.do(merge, sheet, main)
    desk.do(link, urged, main, "1")
    desk.do(unmerge, sheet)
    assert hangs(desk, sheet) == (None, "", IncidentState.TAKEN), "one level only"


def test_a_sheet_linked_anew_leaves_its_former_main_sheet_and_says_so_there(desk: Desk) -> None:
    sheet, first, second = desk.sheet(), desk.sheet(), desk.sheet()
    desk.do(link, sheet, first, "1")
    desk.do(link, sheet, second, "2")
    assert hangs(desk, sheet) == (second, "2", IncidentState.TAKEN)
    assert codes(desk, first) == ["sheet.link_came", "sheet.link_left"]
    assert codes(desk, second) == ["sheet.link_came"]
    assert codes(desk, sheet) == ["sheet.linked", "sheet.unlinked", "sheet.linked"]
    desk.do(link, sheet, second, "3")
    assert codes(desk, second) == ["sheet.link_came", "sheet.link_came"], "it has not left"
    desk.do(unlink, sheet)
    assert codes(desk, second)[-1] == "sheet.link_left"


def test_every_feedback_has_a_number_of_its_own_which_the_timeline_names(desk: Desk) -> None:
    sheet = desk.sheet()
    for _ in range(2):
        desk.do(feed_back, sheet, class_code="010100", result="01")
    number = desk.get(Incident, sheet).number
    dossier = desk.db.read(read_dossier, sheet)
    assert dossier is not None
    assert [report.number for report in dossier.feedbacks] == [f"{number}-F1", f"{number}-F2"]
    assert dossier.entries[-1].params["number"] == f"{number}-F2"


def test_what_a_unit_does_names_its_order_in_the_timeline(desk: Desk) -> None:
    sheet = desk.sheet()
    desk.send(sheet, desk.unit("漳101"), desk.unit("漳102"))
    dossier = desk.db.read(read_dossier, sheet)
    assert dossier is not None
    number = desk.get(Incident, sheet).number
    sent = {entry.params["unit"]: entry.params["order"] for entry in dossier.entries[-2:]}
    assert sent == {"漳101": f"{number}-1", "漳102": f"{number}-2"}


def test_a_feedback_given_in_error_is_struck_and_the_one_before_counts_again(desk: Desk) -> None:
    sheet = desk.sheet()
    first = desk.do(feed_back, sheet, class_code="010100", result="01")
    second = desk.do(feed_back, sheet, class_code="020100", result="01")
    assert desk.get(Incident, sheet).class_fed_back == "020100"
    desk.refuse("text.empty", strike_feedback, second, " ")
    desk.do(strike_feedback, second, "误填")
    found = desk.get(Incident, sheet)
    assert (found.class_fed_back, found.fed_back) == ("010100", True)
    desk.refuse("feedback.struck", strike_feedback, second, "误填")
    desk.do(strike_feedback, first, "误填")
    found = desk.get(Incident, sheet)
    assert (found.class_fed_back, found.fed_back) == ("", False)
    assert desk.get(Feedback, first).struck_at is not None, "the row stays"
    third = desk.do(feed_back, sheet, class_code="010100", result="01")
    assert desk.get(Feedback, third).number.endswith("-F3"), "no number comes twice"
    desk.do(close, sheet, "01")
    desk.refuse("sheet.not_open", strike_feedback, third, "误填")
    desk.check()
