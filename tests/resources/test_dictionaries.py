"""The dictionaries can be imported as they are and say what the lists they come from say."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from models.agency import AgencyKind
from tests.resources.shipped import (
    DICTIONARY,
    TERM_COLUMNS,
    TERMS,
    Row,
    end,
    first_day,
    table,
    terms,
    valid,
)

TODAY = dt.date(2026, 11, 23)
CLOCK = re.compile(r"([01]\d|2[0-4]):[0-5]\d")


@pytest.mark.parametrize("path", sorted(DICTIONARY.glob("*.csv")), ids=lambda path: path.stem)
def test_every_table_is_utf_8_without_a_mark_and_every_row_fits_its_header(path: Path) -> None:
    content = path.read_bytes()
    assert not content.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in content
    assert table(path)


@pytest.mark.parametrize("kind", TERMS)
def test_every_term_has_a_code_two_names_and_days_in_order(kind: str) -> None:
    for row in terms(kind):
        assert list(row)[:6] == TERM_COLUMNS
        assert row["code"], row
        assert row["name"] == row["name"].strip() != ""
        assert re.fullmatch(r"[\x20-\x7e]+", row["name_en"]), row
        assert first_day(row) < end(row)


@pytest.mark.parametrize("kind", TERMS)
def test_a_code_means_one_thing_on_any_day(kind: str) -> None:
    by_code: dict[str, list[Row]] = defaultdict(list)
    for row in terms(kind):
        by_code[row["code"]].append(row)
    for rows in by_code.values():
        rows.sort(key=first_day)
        for before, after in itertools.pairwise(rows):
            assert end(before) <= first_day(after), (before, after)


@pytest.mark.parametrize("kind", TERMS)
def test_every_parent_exists_for_as_long_as_its_child(kind: str) -> None:
    rows = terms(kind)
    parents = terms("division") if kind == "zone" else rows
    for row in rows:
        if row["parent"]:
            assert any(
                parent["code"] == row["parent"]
                and first_day(parent) <= first_day(row)
                and end(row) <= end(parent)
                for parent in parents
            ), row


def test_the_incident_classes_are_twelve_groups_and_one_hundred_and_one_classes() -> None:
    rows = terms("incident_class")
    groups = {row["code"] for row in rows if not row["parent"]}
    classes = [row for row in rows if row["parent"]]
    assert len(groups) == 12
    assert len(classes) == 101
    assert all(re.fullmatch(r"\d{6}", row["code"]) for row in classes)
    assert all(row["code"].startswith(row["parent"]) for row in classes)
    assert {row["level"] for row in rows} == {"1", "2", "3", "4"}


def test_other_tip_offs_and_other_complaints_have_codes_of_their_own() -> None:
    names = {row["code"]: row["name"] for row in terms("incident_class")}
    assert names["909900"] == "其它举报"
    assert names["959900"] == "其它投诉"


def test_classes_of_the_white_list_start_at_level_two_or_higher() -> None:
    levels = {row["code"]: int(row["level"]) for row in terms("incident_class")}
    listed = "100400 100800 101200 101500 101600 202100 500100 500400 500700 500800 800200 800300"
    assert all(levels[code] <= 2 for code in listed.split())
    assert all(level <= 2 for code, level in levels.items() if code.startswith("70"))


def test_there_are_four_levels_and_four_ways_to_link_sheets() -> None:
    assert [row["name"] for row in terms("level")] == ["一级", "二级", "三级", "四级"]
    assert [row["code"] for row in terms("link_type")] == ["1", "2", "3", "4"]


def test_every_channel_stands_under_the_group_of_its_first_two_digits() -> None:
    for row in terms("channel"):
        assert row["parent"] in ("", f"{row['code'][:2]}00")


@pytest.mark.parametrize(
    "kind",
    [
        "call_kind",
        "cancel_reason",
        "id_type",
        "key_person",
        "party_role",
        "plate_type",
        "rescue_level",
        "result",
        "return_reason",
        "taken_as",
        "unit_duty",
    ],
)
def test_lists_of_our_own_making_say_that_they_are_settings(kind: str) -> None:
    assert {row["origin"] for row in terms(kind)} == {"setting"}


def test_the_city_has_eleven_divisions_and_one_hundred_and_twenty_three_townships() -> None:
    kinds = Counter(row["type"] for row in valid(terms("division"), TODAY))
    assert kinds["prefecture"] == 1
    assert kinds["district"] == 4
    assert kinds["county"] == 7
    assert (kinds["street"], kinds["town"], kinds["township"]) == (18, 82, 23)


def test_the_number_of_townships_of_each_division_is_that_of_the_list() -> None:
    now = [row for row in valid(terms("division"), TODAY) if len(row["code"]) == 9]
    assert all(row["code"].startswith(row["parent"]) for row in now)
    assert Counter(row["parent"][4:] for row in now) == {
        "02": 10, "03": 7, "04": 14, "05": 5, "22": 9, "23": 21,
        "24": 15, "26": 7, "27": 11, "28": 15, "29": 9,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("code", "day", "name"),
    [
        ("350681", "2020-05-01", "龙海市"),
        ("350681", "2021-02-02", "龙海市"),
        ("350604", "2021-02-03", "龙海区"),
        ("350625", "2020-05-01", "长泰县"),
        ("350605", "2026-11-23", "长泰区"),
        ("350603001", "2024-01-01", "步文街道"),
        ("350603001", "2026-11-23", "东岳街道"),
        ("350603002", "2026-11-23", "步文街道"),
        ("350681102", "2020-05-01", "角美镇"),
        ("350604101", "2022-01-01", "角美镇"),
        ("350604003", "2026-11-23", "角美街道"),
        ("350605001", "2026-11-23", "武安街道"),
        ("350602005", "2026-11-23", "南坑街道"),
        ("350627110", "2026-11-23", "南坑镇"),
    ],
)
def test_a_code_is_read_as_of_its_day(code: str, day: str, name: str) -> None:
    on_that_day = valid(terms("division"), dt.date.fromisoformat(day))
    assert [row["name"] for row in on_that_day if row["code"] == code] == [name]


@pytest.mark.parametrize(
    ("code", "day"),
    [("350681", "2021-02-03"), ("350604", "2021-02-02"), ("350604101", "2026-11-23")],
)
def test_a_code_means_nothing_outside_its_days(code: str, day: str) -> None:
    on_that_day = valid(terms("division"), dt.date.fromisoformat(day))
    assert code not in {row["code"] for row in on_that_day}


def test_every_day_of_a_division_tells_what_it_is_based_on() -> None:
    for row in terms("division"):
        assert row["from_basis"] in ("order", "year", "list")
        assert row["to_basis"] in (("order", "list") if row["valid_to"] else ("",))


def test_zones_are_no_divisions() -> None:
    divisions = {row["code"] for row in terms("division")}
    assert divisions.isdisjoint(row["code"] for row in terms("zone"))


def test_agencies_take_classes_that_exist_and_each_has_a_contact() -> None:
    agencies = table(DICTIONARY / "agency.csv")
    contacts = table(DICTIONARY / "agency_contact.csv")
    assert list(agencies[0]) == ["code", "name", "name_en", "kind", "takes", "areas"]
    codes = [row["code"] for row in agencies]
    classes = {row["code"] for row in terms("incident_class")}
    assert len(codes) == len(set(codes)) >= 64
    assert all(set(row["takes"].split()) <= classes for row in agencies)
    assert {row["agency"] for row in contacts} == set(codes)
    divisions = {row["code"] for row in terms("division")}
    assert all(set(row["areas"].split()) <= divisions for row in agencies)
    assert {row["kind"] for row in agencies} == set(AgencyKind)


def test_every_linked_service_class_is_taken_by_somebody() -> None:
    taken = {c for row in table(DICTIONARY / "agency.csv") for c in row["takes"].split()}
    linked = {row["code"] for row in terms("incident_class") if row["parent"] == "60"}
    assert linked - taken == {"606500"}, "assistance to outside bodies is for the police"


def test_telephones_are_short_national_numbers_or_left_empty() -> None:
    for row in table(DICTIONARY / "agency_contact.csv"):
        assert re.fullmatch(r"|\d{3}|\d{5}", row["phone"]), row
        hours = (row["duty_from"], row["duty_to"])
        assert hours == ("", "") or all(CLOCK.fullmatch(hour) for hour in hours), row


def test_contacts_of_an_agency_are_numbered_from_one() -> None:
    orders: dict[str, list[int]] = defaultdict(list)
    for row in table(DICTIONARY / "agency_contact.csv"):
        orders[row["agency"]].append(int(row["order"]))
    assert all(found == list(range(1, len(found) + 1)) for found in orders.values())
