"""Units, bodies, beats, agencies and contacts come in from files whole or not at all, and go out as they came."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from models.agency import Agency
from models.beat import BeatOutline
from models.board import (
    AgencyCard,
    BeatCard,
    FormerCard,
    OrganisationCard,
    UnitCard,
)
from models.errors import RuleError, TroubleError
from models.state import Duty
from models.unit import Unit
from services.dictionary import (
    LISTINGS,
    Change,
    check_listing,
    header_of,
    import_listing,
    install_defaults,
    listing_table,
    listings_for,
    read_listing,
    write_csv,
)
from services.fleet import set_duty
from tests.services.desk import Desk

ORGANISATIONS = (
    "代码,名称,英文名称,类型,上级代码,行政区划,电话,经度,纬度\n"
    "350602001,巷口派出所,,派出所,350602,350602,+86 596 2031188,117.65,24.5123456789\n"
    "350602,芗城分局,Xiangcheng,分局,,350602,,,\n"
)
BEATS = (
    "code,name,organisation,polygon\n"
    'B1,一区,350602001,"POLYGON ((117.6 24.5, 117.7 24.5, 117.7 24.6, 117.6 24.5))"\n'
    'B2,二区,,"{""type"":""Feature"",""geometry"":{""type"":""Polygon"",""coordinates"":'
    '[[[117.6,24.5],[117.7,24.5],[117.71,24.6],[117.6,24.5]]]}}"\n'
)
UNITS = (
    "呼号,类型,单位代码,警区代码,人数,带班,电话,能力\n"
    "芗101,汽车,350602001,B1,3,陈志强,13850000001,急救 破门\n"
    "芗102,铁骑,350602,,,'=SUM(A1),,\n"
)
ROSTERS = (
    "单位代码,次序,值班开始,值班结束,值班人,电话,备注\n"
    "350602001,1,2026-11-24 08:00,2026-11-25 08:00,老陈,13800000001,\n"
    "350602001,1,2026/11/25 8:00,2026-11-26 08:00,老林,13800000002,\n"
    "R01,1,2026-11-24 08:00,2026-11-25 08:00,指导员,,带班\n"
)
SQUARE = "117.6 24.5, 117.7 24.5, 117.7 24.6, 117.6 24.6, 117.6 24.5"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path, terms=True)
    yield made
    made.check()
    made.close()


def file(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "given.csv"
    path.write_bytes(text.encode(encoding))
    return path


def problems(desk: Desk, folder: Path, name: str, text: str) -> list[tuple[int, str, str]]:
    """Return line, column and reason of everything refused."""
    reading = read_listing(file(folder, text), LISTINGS[name])
    found = desk.db.read(check_listing, reading)
    return [(it.line, it.column, it.reason) for it in found]


def put(desk: Desk, folder: Path, name: str, text: str, **how: Any) -> Change:
    """Import a text; it must be without a fault."""
    assert problems(desk, folder, name, text) == []
    rows = read_listing(folder / "given.csv", LISTINGS[name]).rows
    change = desk.do(import_listing, name, rows, **how)
    assert isinstance(change, Change)
    return change


@pytest.fixture
def town(desk: Desk, tmp_path: Path) -> Desk:
    """A desk with two bodies, two beats, two units, and a roster of a station and of an agency from files."""
    put(desk, tmp_path, "organisations", ORGANISATIONS)
    put(desk, tmp_path, "beats", BEATS)
    put(desk, tmp_path, "units", UNITS)
    put(desk, tmp_path, "rosters", ROSTERS)
    return desk


def unit(desk: Desk, call_sign: str) -> UnitCard:
    cards = desk.board.all(UnitCard).values()
    return next(card for card in cards if card.call_sign == call_sign)


def test_files_that_name_each_other_make_a_whole_town(town: Desk) -> None:
    card = unit(town, "芗101")
    body = town.board.get(OrganisationCard, card.organisation_id)
    beat = town.board.get(BeatCard, card.beat_id)
    assert body is not None
    assert beat is not None
    assert (body.name, body.phone, body.lat) == ("巷口派出所", "+86 596 2031188", 24.5123456789)
    above = town.board.get(OrganisationCard, body.parent_id)
    assert above is not None
    assert above.name == "芗城分局"
    assert beat.ring == ((117.6, 24.5), (117.7, 24.5), (117.7, 24.6))
    assert (card.crew, card.leader, card.capabilities) == (3, "陈志强", ("急救", "破门"))
    assert (card.duty, card.unit_kind) == (Duty.OFFLINE, "car")
    other = unit(town, "芗102")
    assert (other.unit_kind, other.crew, other.leader) == ("motorcycle", 2, "=SUM(A1)")


@pytest.mark.parametrize("chinese", [True, False])
def test_what_goes_out_comes_back_exactly(town: Desk, tmp_path: Path, chinese: bool) -> None:
    for name, listing in LISTINGS.items():
        path, again = tmp_path / f"{name}.csv", tmp_path / f"{name}-again.csv"
        write_csv(path, town.db.read(listing_table, name, chinese=chinese))
        reading = read_listing(path, listing)
        assert town.db.read(check_listing, reading) == []
        before = len(town.records())
        change = town.do(import_listing, name, reading.rows, replace=True)
        assert change == Change(unchanged=len(reading.rows))
        assert len(town.records()) == before
        write_csv(again, town.db.read(listing_table, name, chinese=chinese))
        assert path.read_bytes() == again.read_bytes()


def test_another_store_takes_the_whole_export(town: Desk, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = Desk(tmp_path / "other", seat="S002", block=2)
    other.do(install_defaults)
    for name, listing in LISTINGS.items():
        path = tmp_path / f"{name}.csv"
        write_csv(path, town.db.read(listing_table, name, chinese=True))
        other.do(import_listing, name, read_listing(path, listing).rows)
        assert other.db.read(listing_table, name) == town.db.read(listing_table, name)
    # Two seats that import the same file make the same things, not twins.
    assert set(other.board.all(UnitCard)) == set(town.board.all(UnitCard))
    other.check()
    other.close()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_every_usual_encoding_is_read(town: Desk, tmp_path: Path, encoding: str) -> None:
    path = file(tmp_path, UNITS, encoding)
    rows = read_listing(path, LISTINGS["units"]).rows
    assert town.do(import_listing, "units", rows) == Change(unchanged=2)


def test_a_spreadsheets_unicode_text_has_tabs(town: Desk, tmp_path: Path) -> None:
    path = file(tmp_path, UNITS.replace(",", "\t"), "utf-16")
    rows = read_listing(path, LISTINGS["units"]).rows
    assert town.do(import_listing, "units", rows) == Change(unchanged=2)


@pytest.mark.parametrize("raw", [b"\x89PNG\r\n\x1a\n\x00\x00", "呼号".encode("utf-16-be"), b"\xff"])
def test_what_is_no_text_is_refused_with_a_reason(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "given.csv"
    path.write_bytes(raw)
    with pytest.raises(TroubleError, match=r"file\.encoding"):
        read_listing(path, LISTINGS["units"])


@pytest.mark.parametrize(
    ("name", "text", "wanted"),
    [
        ("units", "呼号,颜色\nA,红\n", [(1, "", "header.unknown")]),
        ("units", "类型\n汽车\n", [(1, "", "header.missing")]),
        ("units", "呼号,call_sign\nA,B\n", [(1, "call_sign", "header.doubled")]),
        ("units", "", [(1, "", "header.missing")]),
        ("units", "呼号,类型\nA\n", [(2, "", "line.columns")]),
        ("units", '呼号\n"A\n', [(2, "", "line.unreadable")]),
        ("units", "呼号,类型\n,汽车\n", [(2, "call_sign", "line.empty")]),
        ("units", "呼号\nA\nB\nA\n", [(4, "call_sign", "line.duplicate")]),
        ("units", "呼号\n=A1\n", [(2, "call_sign", "line.formula")]),
        ("units", f"呼号\n{'长' * 21}\n", [(2, "call_sign", "text.too_long")]),
        ("units", "呼号\n3.506E+11\n", [(2, "call_sign", "line.scientific")]),
        (
            "units",
            "呼号,类型,人数,电话,单位代码,警区代码\nA,飞船,-1,无,9,9\nB,,100,12345,9,9\nC,,,,9,9\n",
            [
                (2, "kind", "line.kind_unknown"),
                (2, "crew", "line.bad_number"),
                (2, "phone", "line.bad_phone"),
                (3, "crew", "line.bad_number"),
                (4, "organisation", "line.organisation_unknown"),
                (4, "beat", "line.beat_unknown"),
            ],
        ),
        (
            "organisations",
            "code,name,kind,parent\nA,甲,station,B\nB,乙,station,A\nC,丙,station,C\nD,丁,squad,E\n",
            [
                (2, "parent", "line.parent_loop"),
                (3, "parent", "line.parent_loop"),
                (4, "parent", "line.parent_loop"),
                (5, "parent", "line.parent_unknown"),
            ],
        ),
        (
            "organisations",
            "code,name,kind,lon,lat\nA,甲,station,117,\nB,乙,station,24.5,117.6\n"
            "C,丙,station,0,0\nD,丁,station,东经117,24\nE,戊,station,nan,24\n",
            [
                (2, "", "line.half_place"),
                (3, "", "line.swapped"),
                (4, "", "line.far"),
                (5, "lon", "line.bad_degrees"),
                (6, "lon", "line.bad_degrees"),
            ],
        ),
        ("agencies", "code,name,kind,takes\nX,甲,马戏团,\n", [(2, "kind", "line.kind_unknown")]),
        (
            "agencies",
            "code,name,kind,takes\nX,甲,救援,1 9\n",
            [(2, "takes", "line.takes_unknown")] * 2,
        ),
        (
            "contacts",
            "agency,order,name,duty_from,duty_to\nR01,0,甲,,\nR01,1,乙,8点,24:00\n"
            "R01,2,丙,08:00,\nX9,1,丁,,\nR01,03,戊,8:00,18：00\nR01,3,己,,\n",
            [
                (2, "order", "line.bad_number"),
                (3, "duty_from", "line.bad_time"),
                (4, "", "line.half_hours"),
                (5, "agency", "line.agency_unknown"),
                (7, "agency", "line.duplicate"),
            ],
        ),
        (
            "rosters",
            "agency,order,begins_at,ends_at,name\nR01,1,2026-11-24 08:00,2026-11-24 08:00,甲\n"
            "R01,1,2026-11-24 08:00,2026-11-25 08:00,乙\nR01,1,2026-11-25 07:59,2026-11-26 08:00,丙\n"
            "R01,2,2026-11-25 07:59,2026-11-26 08:00,丁\nR01,1,明天,2026-11-27 08:00,戊\n",
            [
                (2, "ends_at", "line.no_span"),
                (4, "begins_at", "line.roster_overlap"),
                (6, "begins_at", "line.bad_instant"),
            ],
        ),
        (
            "agencies",
            "code,name,kind,areas,valid_from,valid_to\nX,甲,救援,350623 999999,,\n"
            "Y,乙,救援,,2026-02-30,\nZ,丙,救援,,2026-02-01,2026-02-01\n",
            [
                (2, "areas", "line.area_unknown"),
                (3, "valid_from", "line.bad_day"),
                (4, "", "line.no_day"),
            ],
        ),
    ],
)
def test_every_line_that_will_not_do_is_named_with_column_and_reason(
    desk: Desk, tmp_path: Path, name: str, text: str, wanted: list[tuple[int, str, str]]
) -> None:
    assert problems(desk, tmp_path, name, text) == wanted


@pytest.mark.parametrize(
    ("outline", "reason"),
    [
        ("圆", "line.bad_outline"),
        ("{", "line.bad_outline"),
        ('{"type": "Point", "coordinates": [1, 2]}', "line.bad_outline"),
        ('{"type": "Polygon", "coordinates": [["ab"]]}', "line.bad_outline"),
        ("[" * 5000, "line.bad_outline"),
        ('{"a":' * 5000, "line.bad_outline"),
        ("POLYGON ((117 x, 118 24))", "line.bad_outline"),
        ("POLYGON EMPTY", "line.bad_outline"),
        ("POLYGON ((nan 24, 117 24, 117 25))", "line.bad_outline"),
        ("POLYGON ((117.6 24.5, 117.7 24.5, 117.6 24.5))", "line.few_corners"),
        (f"POLYGON (({SQUARE}), (117.61 24.51, 117.62 24.51, 117.62 24.52))", "line.holes"),
        (f"MULTIPOLYGON ((({SQUARE})), ((118 24, 118.1 24, 118.1 24.1)))", "line.many_parts"),
        ("POLYGON ((24.5 117.6, 24.5 117.7, 24.6 117.7))", "line.swapped"),
        ("POLYGON ((117.6 24.5, 117.7 24.5, 17.7 24.6))", "line.far"),
        ("POLYGON ((117.6 24.5, 117.7 24.6, 117.7 24.5, 117.6 24.6))", "line.crossing"),
        ("POLYGON ((117.6 24.5, 117.7 24.5, 117.8 24.5))", "line.crossing"),
        ("POLYGON ((" + "117.6 24.5, " * 5002 + "117 24))", "line.many_corners"),
    ],
)
def test_an_outline_that_cannot_be_a_beat_is_refused_in_words(
    desk: Desk, tmp_path: Path, outline: str, reason: str
) -> None:
    quoted = outline.replace('"', '""')
    text = f'code,name,polygon\nB1,一区,"{quoted}"\n'
    assert problems(desk, tmp_path, "beats", text) == [(2, "polygon", reason)]


@pytest.mark.parametrize(
    "outline",
    [
        f"polygon(({SQUARE}))",
        f"SRID=4326;POLYGON (({SQUARE}))",
        f"MULTIPOLYGON ((({SQUARE})))",
        "POLYGON Z ((117.6 24.5 3, 117.7 24.5 3, 117.7 24.6 3, 117.6 24.6 3, 117.6 24.5 3))",
        '{"type":"MultiPolygon","coordinates":[[[[117.6,24.5],[117.7,24.5],[117.7,24.6],[117.6,24.6]]]]}',
    ],
)
def test_an_outline_may_be_written_in_several_ways(
    desk: Desk, tmp_path: Path, outline: str
) -> None:
    quoted = outline.replace('"', '""')
    put(desk, tmp_path, "beats", f'code,name,polygon\nB1,一区,"{quoted}"\n')
    (card,) = desk.board.all(BeatCard).values()
    assert card.ring == ((117.6, 24.5), (117.7, 24.5), (117.7, 24.6), (117.6, 24.6))


def test_a_changed_outline_is_a_new_version_and_the_old_one_stays(
    town: Desk, tmp_path: Path
) -> None:
    text = BEATS.replace("117.7 24.6", "117.8 24.6")
    assert put(town, tmp_path, "beats", text) == Change(changed=1, unchanged=1)
    card = next(card for card in town.board.all(BeatCard).values() if card.code == "B1")
    assert card.version == 2
    count = town.db.read(lambda s: s.scalar(select(func.count()).select_from(BeatOutline)))
    assert count == 3


def test_known_rows_are_changed_and_those_not_in_the_file_stay(town: Desk, tmp_path: Path) -> None:
    id = unit(town, "芗101").id
    assert put(town, tmp_path, "units", "呼号,带班\n芗101,林建国\n") == Change(changed=1)
    card = unit(town, "芗101")
    assert (card.id, card.leader, card.crew) == (id, "林建国", 3)
    assert unit(town, "芗102")


def test_replace_retires_what_is_not_in_the_file_and_it_comes_back_with_its_key(
    town: Desk, tmp_path: Path
) -> None:
    id = unit(town, "芗102").id
    assert put(town, tmp_path, "units", "呼号\n芗101\n", replace=True) == Change(
        ended=1, unchanged=1
    )
    assert [card.call_sign for card in town.board.all(UnitCard).values()] == ["芗101"]
    former = town.board.get(FormerCard, id)
    assert former is not None
    assert former.name == "芗102"
    assert town.get(Unit, id).retired
    assert put(town, tmp_path, "units", "呼号\n芗102\n") == Change(changed=1)
    assert unit(town, "芗102").id == id
    assert town.board.get(FormerCard, id) is None


def test_replace_retires_no_unit_that_is_at_work_and_then_changes_nothing(
    town: Desk, tmp_path: Path
) -> None:
    id = unit(town, "芗102").id
    town.do(set_duty, id, Duty.PATROL)
    town.send(town.sheet(), id)
    rows = read_listing(file(tmp_path, "呼号\n芗101\n芗103\n"), LISTINGS["units"]).rows
    town.refuse("unit.busy", import_listing, "units", rows, replace=True)


def test_replace_retires_no_body_that_is_still_named(town: Desk, tmp_path: Path) -> None:
    text = "code,name,kind\n350602,芗城分局,sub_bureau\n"
    rows = read_listing(file(tmp_path, text), LISTINGS["organisations"]).rows
    error = town.refuse("organisation.in_use", import_listing, "organisations", rows, replace=True)
    assert error.params["name"] == "巷口派出所"


def test_an_agency_gone_from_a_file_that_replaces_is_retired(desk: Desk, tmp_path: Path) -> None:
    text = "code,name,name_en,kind,takes\nR01,消防救援,Fire and rescue,rescue,400100\n"
    put(desk, tmp_path, "agencies", text, replace=True)
    assert set(desk.board.all(AgencyCard)) == {"agency:R01"}
    count = desk.db.read(lambda s: s.scalar(select(func.count()).select_from(Agency))) or 0
    assert count > 30


def test_an_empty_file_changes_nothing(town: Desk) -> None:
    town.refuse("dictionary.empty", import_listing, "units", [], replace=True)


def test_rows_are_checked_again_when_they_are_written(town: Desk, tmp_path: Path) -> None:
    rows = read_listing(file(tmp_path, "呼号,单位代码\nA,nowhere\n"), LISTINGS["units"]).rows
    error = town.refuse("line.organisation_unknown", import_listing, "units", rows)
    assert isinstance(error, RuleError)


@pytest.mark.parametrize(
    "cell", ["=1+1", "+x", "-x", "@x", "'=x", "''-x", "＝x", "'plain", "+86 1"]
)
def test_a_cell_that_looks_like_a_formula_is_safe_outside_and_comes_back(
    town: Desk, tmp_path: Path, cell: str
) -> None:
    # As people would type it in a form: the store keeps it as it is.
    town.do(lambda s, *, at, by: setattr(s.get_one(Unit, unit(town, "芗101").id), "leader", cell))
    path = tmp_path / "out.csv"
    table = town.db.read(listing_table, "units")
    write_csv(path, table)
    written = path.read_text(encoding="utf-8-sig")
    assert not any(
        part.startswith(("=", "+", "-", "@", "＝"))
        for part in written.replace("\n", ",").split(",")
    )
    rows = read_listing(path, LISTINGS["units"]).rows
    assert town.do(import_listing, "units", rows) == Change(unchanged=2)
    assert unit(town, "芗101").leader == cell


def test_the_headings_say_which_list_a_file_is(town: Desk, tmp_path: Path) -> None:
    for name in LISTINGS:
        for chinese in (True, False):
            path = tmp_path / "some.csv"
            write_csv(path, town.db.read(listing_table, name, chinese=chinese))
            assert listings_for(header_of(path))[0] == name
    assert listings_for(["何物"]) == []


def test_five_thousand_units_come_in_within_seconds_and_tell_how_far_they_are(
    town: Desk, tmp_path: Path
) -> None:
    lines = "".join(
        f"巡{number:05d},car,350602001,B1,2,张三,138{number:08d},\n" for number in range(5000)
    )
    path = file(tmp_path, UNITS.splitlines()[0] + "\n" + lines)
    parts: list[float] = []
    began = time.perf_counter()
    reading = read_listing(path, LISTINGS["units"])
    assert town.db.read(check_listing, reading) == []
    change = town.do(import_listing, "units", reading.rows, told=parts.append)
    assert time.perf_counter() - began < 10
    assert change == Change(added=5000)
    assert parts == sorted(parts)
    assert len(parts) > 10
