"""The rules of a sheet, without a database: what it needs, what it keeps apart, what it refuses."""

from __future__ import annotations

from math import inf, nan
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import RuleError
from models.incident import EDITABLE, FLAG_FIELDS, TEXT_FIELDS, Incident, LinkType
from models.place import Place
from models.state import IncidentState
from models.text import LONG, SHORT, clean, clean_required
from tests.models.birth import NOON, a_job, a_line, a_sheet, an_order

PICKED = Place(117.65, 24.51, "picked", NOON)
CALLER = Place(117.60, 24.50, "cell", NOON, 500.0, "gcj02", 117.605, 24.497)


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ({}, "address,class_taken,level"),
        ({"address": "延安北路"}, "class_taken,level"),
        ({"place": PICKED, "level": 1}, "class_taken"),
        ({"caller_place": CALLER, "class_taken": "01", "level": 1}, "address"),
        ({"address": "延安北路", "class_taken": "01"}, "level"),
    ],
)
def test_completing_names_what_is_missing(fields: dict[str, Any], missing: str) -> None:
    sheet = a_sheet()
    sheet.edit(fields)
    with pytest.raises(RuleError) as refusal:
        sheet.complete(NOON)
    assert (refusal.value.code, refusal.value.params) == ("sheet.incomplete", {"missing": missing})
    assert (sheet.state, sheet.completed_at) == (IncidentState.TAKING, None)


def test_the_three_instants_are_kept_apart_to_the_millisecond() -> None:
    sheet = a_sheet(reported_at=NOON + 1, answered_at=NOON + 2)
    sheet.edit({"address": "延安北路", "class_taken": "01", "level": 3})
    sheet.complete(NOON + 3)
    assert (sheet.reported_at, sheet.answered_at, sheet.completed_at) == (
        NOON + 1,
        NOON + 2,
        NOON + 3,
    )


def test_no_later_step_touches_the_three_instants() -> None:
    sheet = a_sheet(reported_at=NOON + 1, answered_at=NOON + 2)
    sheet.edit({"address": "延安北路", "class_taken": "01", "level": 3})
    sheet.complete(NOON + 3)
    sheet.move(IncidentState.RETURNED)
    sheet.accept()
    sheet.close(NOON + 9, "01", "", [])
    sheet.reopen([])
    assert (sheet.reported_at, sheet.answered_at, sheet.completed_at) == (
        NOON + 1,
        NOON + 2,
        NOON + 3,
    )


def test_the_callers_place_and_the_picked_place_are_two_points() -> None:
    sheet = a_sheet()
    sheet.edit({"caller_place": CALLER})
    assert (sheet.caller_place, sheet.place) == (CALLER, None)
    sheet.edit({"place": PICKED})
    assert (sheet.caller_place, sheet.place) == (CALLER, PICKED)
    sheet.edit({"caller_place": None})
    assert (sheet.caller_place, sheet.place) == (None, PICKED)


def test_the_class_as_taken_stays_beside_the_one_fed_back() -> None:
    sheet = a_sheet(class_taken="010100")
    assert sheet.class_code == "010100"
    sheet.class_fed_back = "030200"
    assert (sheet.class_code, sheet.class_taken) == ("030200", "010100")


UNFIT: list[tuple[str, Any]] = [
    ("level", 0),
    ("level", 5),
    ("level", True),
    ("level", 1.0),
    ("level", "1"),
    ("suspects", -1),
    ("suspects", 10**20),
    ("suspects", True),
    ("suspects", 1.5),
    ("weapon", "no"),
    ("weapon", 1),
    ("weapon", None),
    ("address", None),
    ("address", 5),
    ("narrative", b"x"),
    ("tags", "x"),
    ("tags", [1]),
    ("tags", ("x",)),
    ("station_id", 7),
    ("place", (117.0, 24.0)),
    ("place", Place(nan, 24.0, "picked", NOON)),
    ("place", Place(117.0, nan, "picked", NOON)),
    ("place", Place(inf, 24.0, "picked", NOON)),
    ("place", Place(180.1, 24.0, "picked", NOON)),
    ("place", Place(117.0, -90.1, "picked", NOON)),
    ("place", Place("117", 24.0, "picked", NOON)),  # type: ignore[arg-type]
    ("place", Place(117.0, 24.0, "picked", NOON, nan)),
    ("caller_place", Place(117.0, 24.0, "cell", NOON, 5.0, "gcj02", inf, 24.0)),
]


@pytest.mark.parametrize(("field", "value"), UNFIT)
def test_editing_refuses_what_a_field_cannot_hold(field: str, value: Any) -> None:
    sheet = a_sheet()
    before = getattr(sheet, field)
    with pytest.raises(RuleError) as refusal:
        sheet.edit({field: value})
    assert (refusal.value.code, refusal.value.params) == ("field.bad", {"field": field})
    assert getattr(sheet, field) == before


@pytest.mark.parametrize(
    "field", ["number", "state", "id", "reported_at", "class_fed_back", "drill", "__class__", ""]
)
def test_editing_refuses_what_is_no_field_for_people(field: str) -> None:
    with pytest.raises(RuleError, match=r"field\.unknown"):
        a_sheet().edit({field: "x"})


@pytest.mark.parametrize("field", sorted(TEXT_FIELDS))
def test_a_text_is_bounded_and_a_text_that_fits_is_kept(field: str) -> None:
    limit = LONG if field in ("narrative", "supplement") else SHORT
    sheet = a_sheet()
    sheet.edit({field: "龙" * limit})
    assert getattr(sheet, field) == "龙" * limit
    with pytest.raises(RuleError) as refusal:
        sheet.edit({field: "龙" * (limit + 1)})
    assert refusal.value.code == "text.too_long"
    assert refusal.value.params == {"field": field, "limit": limit, "length": limit + 1}


def test_every_editable_field_is_a_field_of_the_sheet_and_can_be_emptied() -> None:
    sheet = a_sheet()
    for field in sorted(EDITABLE):
        empty: Any = "" if field in TEXT_FIELDS else False if field in FLAG_FIELDS else None
        sheet.edit({field: empty})
        assert getattr(sheet, field) == ([] if field == "tags" else empty)


def test_editing_tells_what_really_changed() -> None:
    sheet = a_sheet(address="旧址")
    assert sheet.edit({"address": " 旧址 ", "level": 2}) == {"level": (None, 2)}


@pytest.mark.parametrize(
    "state", [IncidentState.CLOSED, IncidentState.MERGED, IncidentState.STRUCK]
)
def test_a_sheet_that_is_over_is_not_edited(state: IncidentState) -> None:
    with pytest.raises(RuleError, match=r"sheet\.not_open"):
        a_sheet(state=state).edit({"address": "x"})


@given(st.text())
def test_cleaned_text_has_no_control_characters_and_is_clean_for_good(text: str) -> None:
    kept = clean("narrative", text, 10**6)
    assert clean("narrative", kept, 10**6) == kept
    assert not any(ord(sign) < 32 and sign not in "\n\t" for sign in kept)
    assert "\x7f" not in kept
    kept.encode("utf-8")


def test_control_characters_go_and_the_rest_stays_as_it_is() -> None:
    assert clean("x", " a\x00b\x1b[31m\r\n喀\u2028𪚥🚓\ud800 ") == "ab[31m\n喀\u2028𪚥🚓"
    with pytest.raises(RuleError, match=r"text\.empty"):
        clean_required("reason", " \x00\r ")


def test_striking_a_sheet_keeps_it_and_wants_a_reason() -> None:
    sheet = a_sheet(narrative="有人摔倒")
    with pytest.raises(RuleError, match=r"text\.empty"):
        sheet.strike(NOON, "\x00")
    assert (sheet.state, sheet.struck_at) == (IncidentState.TAKING, None)
    sheet.strike(NOON, "误操作")
    assert (sheet.state, sheet.struck_at, sheet.struck_reason) == (
        IncidentState.STRUCK,
        NOON,
        "误操作",
    )
    assert sheet.narrative == "有人摔倒"


def test_striking_a_line_keeps_its_text_and_what_the_program_wrote_is_never_struck() -> None:
    line = a_line(text="打错了")
    line.strike(NOON + 1, "P02")
    assert (line.text, line.struck_at, line.struck_by) == ("打错了", NOON + 1, "P02")
    with pytest.raises(RuleError, match=r"entry\.struck"):
        line.strike(NOON + 2, "P03")
    with pytest.raises(RuleError, match=r"entry\.recorded"):
        a_line(code="sheet.opened").strike(NOON, "P02")


def test_the_first_report_of_an_instant_counts_and_the_run_has_one_clock() -> None:
    job = a_job()
    job.sign(NOON + 1, " 林队 ")
    job.move(job.state.RETURN_ASKED, NOON + 2)
    job.move(job.state.SIGNED, NOON + 3)
    job.move(job.state.DEPARTED, NOON + 4)
    job.move(job.state.ARRIVED, NOON + 5)
    assert (job.signed_at, job.signer, job.out_since) == (NOON + 1, "林队", NOON + 4)
    assert a_job(out_since=NOON).out_since == NOON


def test_a_report_by_a_clock_put_back_an_hour_counts_and_stands_at_the_step_before_it() -> None:
    hour = 3_600_000
    job = a_job()
    job.sign(NOON + 5, "林队")
    job.move(job.state.DEPARTED, NOON - hour)
    job.move(job.state.ARRIVED, NOON + 9)
    job.move(job.state.FINISHED, NOON - hour + 60_000)
    assert (job.signed_at, job.departed_at, job.out_since) == (NOON + 5, NOON + 5, NOON + 5)
    assert (job.arrived_at, job.finished_at) == (NOON + 9, NOON + 9)


def test_leaving_a_job_wants_a_reason_and_a_refusal_changes_nothing() -> None:
    job = a_job()
    for text, code in (("", "text.empty"), ("x" * 201, "text.too_long")):
        with pytest.raises(RuleError) as refusal:
            job.end(job.state.CANCELLED, NOON, text)
        assert refusal.value.code == code
    with pytest.raises(RuleError, match=r"state\.illegal"):
        job.end(job.state.RETURNED, NOON, "换班")
    assert (job.state.value, job.reason, job.ended_at) == ("issued", "", None)
    order = an_order()
    with pytest.raises(RuleError, match=r"text\.empty"):
        order.feed_back(NOON, " ")
    assert (order.state.value, order.answer) == ("sent", "")


def test_a_sheet_hangs_on_one_open_main_sheet_only() -> None:
    sheet, main = a_sheet(), a_sheet(id="i2", number="2")
    refusals: list[tuple[Incident, str]] = [
        (sheet, "link.itself"),
        (a_sheet(id="i3", main_id="i2"), "link.not_main"),
        (a_sheet(id="i3", state=IncidentState.CLOSED), "sheet.not_open"),
    ]
    for target, code in refusals:
        with pytest.raises(RuleError) as refusal:
            sheet.link(target, LinkType.REPEAT)
        assert refusal.value.code == code
    sheet.link(main, LinkType.URGE)
    assert (sheet.main_id, sheet.link_type) == ("i2", "2")
    sheet.unlink()
    assert (sheet.main_id, sheet.link_type) == (None, "")
    with pytest.raises(RuleError, match=r"link\.none"):
        sheet.unlink()
    with pytest.raises(RuleError, match=r"link\.not_merged"):
        sheet.unmerge()


def test_tags_are_cleaned_once_each_and_limited() -> None:
    sheet = a_sheet()
    sheet.edit({"tags": [" 台风\x00 ", "", "夜间", "台风"]})
    assert sheet.tags == ["台风", "夜间"]
    for bad in (["一" * 41], [f"签{at}" for at in range(21)], "台风", [1]):
        with pytest.raises(RuleError):
            sheet.edit({"tags": bad})
    assert sheet.tags == ["台风", "夜间"]


def test_the_adjusted_station_stands_beside_the_first_one() -> None:
    sheet = a_sheet()
    sheet.edit({"station_id": "o1"})
    sheet.edit({"station_adjusted_id": "o2", "invalid": True})
    assert (sheet.station_id, sheet.station_adjusted_id, sheet.invalid) == ("o1", "o2", True)
