"""What the page is told, without a page."""

from __future__ import annotations

import json
import math
from array import array
from typing import Any

import pytest

from models.board import AgencyCard, BeatCard, Board, Delta, OrganisationCard
from models.state import AssignmentState, Duty, IncidentState
from services.region import Region
from tests.map.sample import CORE, NOW, TERMS, fix, incident, line, place, term, unit
from ui.map.message import (
    CLASSES,
    fixes_bytes,
    incident_message,
    name_messages,
    term_names,
    unit_message,
)
from ui.map.pending import Pending
from ui.map.text import marks
from ui.wording import UNIT_COLOURS


def test_every_status_has_a_colour_and_a_letter_of_its_own() -> None:
    statuses = {*Duty, *AssignmentState} - {
        AssignmentState.FINISHED,
        AssignmentState.RETURNED,
        AssignmentState.CANCELLED,
        AssignmentState.MOVED,
    }
    assert set(UNIT_COLOURS) == statuses == set(marks())
    assert len(set(marks().values())) == len(statuses)
    assert all(len(letter) == 1 for letter in marks().values())


@pytest.mark.parametrize(
    ("duty", "step", "group"),
    [
        (Duty.PATROL, None, "free"),
        (Duty.OFFLINE, None, "paused"),
        (Duty.PATROL, AssignmentState.SIGNED, "moving"),
        (Duty.PATROL, AssignmentState.ARRIVED, "scene"),
        (Duty.EMERGENCY, AssignmentState.ARRIVED, "alarm"),
    ],
)
def test_a_unit_has_the_colour_of_what_it_does(
    duty: Duty, step: AssignmentState | None, group: str
) -> None:
    card = unit("u1", duty=duty, job=line("i1", "u1", step) if step else None)
    message = unit_message(card, 7)
    assert message["group"] == group
    assert message["job"] == ("i1" if step else None)


def test_an_incident_stands_at_its_picked_place_else_at_the_callers() -> None:
    message = incident_message(incident("i1", None, caller=place(*CORE, accuracy=500.0)), {})
    assert message is not None
    assert message["place"] is None
    assert message["caller"] == {"lon": CORE[0], "lat": CORE[1], "accuracy": 500.0}
    assert incident_message(incident("i1", None), {}) is None


@pytest.mark.parametrize(
    ("state", "units", "look"),
    [
        (IncidentState.TAKEN, (), "waiting"),
        (IncidentState.DISPATCHED, (line("i1", "u1"),), "served"),
        (IncidentState.HANDLED, (), "handled"),
    ],
)
def test_an_incident_looks_as_far_as_it_is_served(
    state: IncidentState, units: tuple[object, ...], look: str
) -> None:
    card = incident("i1", place(*CORE), state=state, assignments=units)  # type: ignore[arg-type]
    message = incident_message(card, {})
    assert message is not None
    assert message["look"] == look


def test_classes_and_places_are_named_in_the_language_of_the_desk(region: Region) -> None:
    board = Board.of_cards(TERMS)
    assert term_names(board, "zh")[CLASSES]["100100"] == "盗窃"
    assert term_names(board, "en")[CLASSES]["100100"] == "Theft"
    assert "芗城区" in [name["text"] for name in name_messages(region, "zh")]
    assert "Xiangcheng District" in [name["text"] for name in name_messages(region, "en")]


def test_a_page_that_starts_is_told_everything_once() -> None:
    pending = Pending("zh")
    pending.show(Board.of_cards([*TERMS, unit("u1"), incident("i1", place(*CORE))]), "zh")
    pending.set(now=NOW)
    pending.move([fix("u1", *CORE)])
    fixes, first = pending.take_fixes(), pending.take()
    assert first is not None
    assert first["anew"]
    assert [message["id"] for message in first["units"]] == ["u1"]
    assert first["incidents"][0]["title"] == "盗窃"
    assert not pending.waits
    assert pending.take() is None
    pending.restart()
    assert (pending.take_fixes(), pending.take()) == (fixes, first)


def test_what_changes_often_is_told_once_with_its_newest_value() -> None:
    pending = Pending("zh")
    pending.take()
    board = Board()
    for n in range(50):
        delta = Delta(put=(unit("u1", sign=str(n)),))
        board = board.apply(delta)
        pending.change(delta, board)
        pending.move([fix("u1", CORE[0] + n / 1000, CORE[1], age_s=50 - n)])
    fixes, frame = pending.take_fixes(), pending.take()
    assert frame is not None
    assert [message["sign"] for message in frame["units"]] == ["49"]
    assert columns(fixes)["lon"] == pytest.approx([CORE[0] + 0.049])
    assert "anew" not in frame


def test_a_thing_put_and_dropped_within_a_frame_is_dropped() -> None:
    pending = Pending("zh")
    pending.take()
    put = Delta(put=(incident("i1", place(*CORE)),))
    pending.change(put, Board().apply(put))
    pending.change(Delta(drop=(("incident", "i1"),)), Board())
    assert pending.take() == {"drop": [("incident", "i1")]}


def test_kinds_that_the_map_does_not_draw_say_nothing() -> None:
    pending = Pending("zh")
    pending.take()
    pending.change(Delta(drop=(("call", "c1"),)), Board())
    assert not pending.waits


def test_a_new_name_of_a_class_reaches_the_incidents_that_have_it() -> None:
    pending = Pending("zh")
    pending.show(Board.of_cards([*TERMS, incident("i1", place(*CORE))]), "zh")
    pending.take()
    delta = Delta(put=(term("100100", "入室盗窃", "Burglary"),))
    pending.change(delta, Board.of_cards([*TERMS, incident("i1", place(*CORE))]).apply(delta))
    frame = pending.take()
    assert frame is not None
    assert frame["incidents"][0]["title"] == "入室盗窃"


def test_a_scene_that_stays_as_it_is_waits_for_nothing() -> None:
    pending = Pending("zh")
    pending.set(now=1, selected=None)
    pending.take()
    pending.set(now=1, selected=None)
    assert not pending.waits
    pending.keep(look=[24.5, 117.6, 12])
    assert not pending.waits
    pending.restart()
    assert (pending.take() or {})["look"] == [24.5, 117.6, 12]


def test_wishes_are_told_once_and_survive_a_start() -> None:
    pending = Pending("zh")
    pending.wish(ask=[[1, "unit", "u1"]])
    pending.wish(ask=[[2, "unit", "u2"]])
    pending.restart()
    frame = pending.take()
    assert frame is not None
    assert frame["ask"] == [[1, "unit", "u1"], [2, "unit", "u2"]]
    assert pending.take() is None


def columns(raw: bytes) -> dict[str, list[float]]:
    """The columns of a batch of positions, as the page reads them."""
    count, at = len(raw) // 40, 0
    read: dict[str, list[float]] = {}
    for name, kind in FIX_COLUMNS.items():
        size = 8 if kind == "d" else 4
        read[name] = [*array(kind, raw[at : at + size * count])]
        at += size * count
    return read


FIX_COLUMNS = {
    "at": "d",
    "lon": "d",
    "lat": "d",
    "slot": "I",
    "heading": "f",
    "speed": "f",
    "accuracy": "f",
}


def test_positions_go_as_columns_of_numbers() -> None:
    fixes = [
        fix("u1", *CORE, age_s=5),
        fix("u2", CORE[0] - 0.9, CORE[1] + 0.7, age_s=86_400, heading=None),
    ]
    read = columns(fixes_bytes(fixes, [3, 8]))
    assert read["slot"] == [3, 8]
    assert read["at"] == [NOW - 5000, NOW - 86_400_000]
    assert read["lon"] == pytest.approx([CORE[0], CORE[0] - 0.9])
    assert read["lat"] == pytest.approx([CORE[1], CORE[1] + 0.7])
    assert read["heading"][0] == 45
    assert math.isnan(read["heading"][1])
    assert read["speed"] == [8, 8]


def test_a_unit_keeps_its_number_whatever_comes_and_goes() -> None:
    pending = Pending("zh")
    pending.show(Board.of_cards([unit("u1"), unit("u2")]), "zh")
    pending.move([fix("u3", *CORE), fix("u2", *CORE)])
    first_fixes, first = pending.take_fixes(), pending.take() or {}
    slots = {message["id"]: message["slot"] for message in first["units"]}
    pending.restart()
    again_fixes, again = pending.take_fixes(), pending.take() or {}
    assert {message["id"]: message["slot"] for message in again["units"]} == slots
    assert sorted(columns(again_fixes)["slot"]) == sorted(columns(first_fixes)["slot"])
    assert slots["u2"] in columns(first_fixes)["slot"]


def test_a_police_body_is_shown_where_its_place_is_known() -> None:
    def body(id: str, lon: float | None) -> OrganisationCard:
        return OrganisationCard(
            id,
            code=id,
            name="东铺头派出所",
            name_en="Dongputou Station",
            organisation_kind="station",
            parent_id=None,
            division="350602",
            phone="",
            lon=lon,
            lat=24.5,
        )

    pending = Pending("en")
    pending.show(Board.of_cards([body("o1", 117.6), body("o2", None)]), "en")
    frame = pending.take() or {}
    assert frame["bodies"] == [{"id": "o1", "name": "Dongputou Station", "lon": 117.6, "lat": 24.5}]


def test_an_agency_is_shown_where_its_place_is_known() -> None:
    def agency(id: str, lon: float | None) -> AgencyCard:
        lat = None if lon is None else 24.5
        names: dict[str, Any] = {"code": id, "name": "芗城供电", "name_en": "Xiangcheng Power"}
        rest: dict[str, Any] = {"agency_kind": "utility", "takes": (), "note": "", "contacts": ()}
        return AgencyCard(id, **names, **rest, lon=lon, lat=lat)

    pending = Pending("en")
    pending.show(Board.of_cards([agency("a1", 117.6), agency("a2", None)]), "en")
    frame = pending.take() or {}
    assert frame["agencies"] == [
        {"id": "a1", "name": "Xiangcheng Power", "lon": 117.6, "lat": 24.5}
    ]
    board = Board.of_cards([agency("a1", None)])
    pending.change(Delta(put=tuple(board.all(AgencyCard).values())), board)
    assert (pending.take() or {})["drop"] == [("agency", "a1")]


def test_every_message_is_json_without_numbers_that_json_lacks() -> None:
    beat = BeatCard(
        "b1", code="1", name="一", organisation_id=None, version=1, ring=((117.0, 24.0),)
    )
    pending = Pending("zh")
    pending.show(Board.of_cards([unit("u1"), incident("i1", place(*CORE)), beat]), "zh")
    text = json.dumps(pending.take(), allow_nan=False)
    assert json.loads(text)["units"][0]["id"] == "u1"
