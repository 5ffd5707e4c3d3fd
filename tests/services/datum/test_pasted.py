"""Pasted coordinates: every usual form is read, the datum only where it is known, nonsense is refused by a code."""

from __future__ import annotations

import socket
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import RuleError
from models.place import Datum
from services.datum import Pasted, read_pasted

CITY = (116.0, 22.8, 119.0, 25.9)
HALL = (117.6464, 24.5130)

DECIMAL = """
117.6464,24.5130
24.5130, 117.6464
２４．５１３０，１１７．６４６４
117.6464 24.5130
117.6464/24.5130
N24.5130 E117.6464
24.5130N, 117.6464E
117.6464°E 24.5130°N
经度：117.6464，纬度：24.5130
北纬24.5130度 东经117.6464度
lat: 24.5130, lng: 117.6464
latitude=24.5130 longitude=117.6464
有人落水 117.6464,24.5130 快来
"""
SIXTIETHS = """
24°30′36″N 117°39′0″E
24°30'36"N, 117°39'0"E
24º30’36”N 117º39’00”E
东经117°39′ 北纬24°30′36″
北纬24度30分36秒，东经117度39分
N24°30.6′ E117°39.0′
24:30:36N 117:39:00E
N24 30 36 E117 39 00
24 30.6 N 117 39.0 E
117.65E 24.51N
"""
LINKS = [
    (
        "https://uri.amap.com/marker?position=117.6464,24.5130&name=%E5%B8%82%E6%94%BF%E5%BA%9C",
        "gcj02",
    ),
    ("https://uri.amap.com/marker?position=117.6464,24.5130&coordinate=wgs84", "wgs84"),
    ("https://wb.amap.com/?p=B0FFG1,24.5130,117.6464,%E5%B8%82,%E8%83%9C", "gcj02"),
    ("https://www.amap.com/?q=24.5130,117.6464,x", "gcj02"),
    ("androidamap://viewMap?sourceApplication=x&lat=24.5130&lon=117.6464&dev=0", "gcj02"),
    ("http://api.map.baidu.com/marker?location=24.5130,117.6464&title=x", "bd09"),
    ("http://api.map.baidu.com/marker?location=24.5130,117.6464&coord_type=gcj02", "gcj02"),
    (
        "baidumap://map/direction?destination=latlng:24.5130,117.6464|name:x&coord_type=bd09ll",
        "bd09",
    ),
    ("https://apis.map.qq.com/uri/v1/marker?marker=coord:24.5130,117.6464;title:市政府", "gcj02"),
    (
        "qqmap://map/routeplan?type=drive&to=%E5%B8%82&tocoord=24.5130,117.6464&referer=x",
        "gcj02",
    ),
    ("https://map.qq.com/?type=marker&pointx=117.6464&pointy=24.5130", "gcj02"),
    ("https://www.google.com/maps?q=24.5130,117.6464", None),
    ("https://www.google.com/maps/place/x/@24.6,117.7,17z/data=!3d24.5130!4d117.6464", None),
    ("http://ditu.google.cn/maps?q=24.5130,117.6464", "gcj02"),
    ("https://maps.apple.com/?ll=24.5130,117.6464&q=x", None),
    ("https://www.openstreetmap.org/?mlat=24.5130&mlon=117.6464#map=17/24.6/117.7", "wgs84"),
    ("https://www.openstreetmap.org/#map=17/24.5130/117.6464", "wgs84"),
    ("openstreetmap.org/?mlat=24.5130&mlon=117.6464", "wgs84"),
    ("geo:24.5130,117.6464;u=35", "wgs84"),
    ("geo:24.5130,117.6464;crs=xian80", None),
    ("geo:0,0?q=24.5130,117.6464(市政府)", "wgs84"),
    ("https://track.example.net/at?latitude=24.5130&longitude=117.6464", None),
]
REFUSED = [
    ("胜利西路118号", "point.none"),
    ("", "point.none"),
    ("13900001234", "point.none"),
    ("3.50 12.80 元", "point.none"),
    ("延安北路 12 号 3 楼", "point.none"),
    ("2026-11-23 08:15:30", "point.none"),
    ("24°75′N 117°30′E", "point.none"),
    ("117.6464E 118.2000E", "point.none"),
    ("-24.5W 117.6N", "point.none"),
    ("https://example.net/news/24.5130", "point.none"),
    ("https://[broken", "point.none"),
    ("200.5555,100.5555", "point.off_earth"),
    ("N95.5 E117.6", "point.off_earth"),
    ("https://uri.amap.com/marker?position=117.6,124.5", "point.off_earth"),
    ("48.8566, 2.3522", "point.order"),
    ("117.6464,24.5130 或 117.7000,24.6000", "point.many"),
    ("我在这里 https://surl.amap.com/4Mabc", "point.short_link"),
    ("https://maps.app.goo.gl/abc", "point.short_link"),
    ("https://map.baidu.com/@13096988.88,2809000.22,19z", "point.projected"),
]


def lines(text: str) -> list[str]:
    """Return the lines that are not empty."""
    return [line for line in text.splitlines() if line]


@pytest.mark.parametrize("text", lines(DECIMAL))
def test_decimal_degrees_are_read_in_either_order(text: str) -> None:
    found = read_pasted(text, CITY)
    assert (found.lon, found.lat) == pytest.approx(HALL)
    assert found.datum is None


@pytest.mark.parametrize("text", lines(SIXTIETHS))
def test_degrees_minutes_and_seconds_are_read_in_chinese_and_western_signs(text: str) -> None:
    found = read_pasted(text, CITY)
    assert (found.lon, found.lat) == pytest.approx((117.65, 24.51))


@pytest.mark.parametrize(("text", "datum"), LINKS)
def test_a_link_gives_its_point_and_the_datum_of_its_service(text: str, datum: str | None) -> None:
    found = read_pasted(text, CITY)
    assert (found.lon, found.lat) == pytest.approx(HALL)
    assert found.datum == datum


@pytest.mark.parametrize(("text", "code"), REFUSED)
def test_what_is_no_point_is_refused_by_a_code(text: str, code: str) -> None:
    with pytest.raises(RuleError) as refusal:
        read_pasted(text, CITY)
    assert refusal.value.code == code


def test_where_china_shifts_its_maps_the_datum_of_a_foreign_service_is_asked() -> None:
    here = read_pasted("https://www.google.com/maps/@24.5,117.6,17z")
    there = read_pasted("https://www.google.com/maps/@48.85,2.35,17z")
    assert (here.datum, here.likely) == (None, Datum.GCJ02)
    assert there.datum is Datum.WGS84


@pytest.mark.parametrize(
    ("text", "datum"),
    [
        ("GPS坐标 117.6464,24.5130", "wgs84"),
        ("（高德）117.6464,24.5130", "gcj02"),
        ("百度地图 117.6464,24.5130", "bd09"),
        ("高德还是百度 117.6464,24.5130", None),
    ],
)
def test_a_text_that_names_its_datum_is_believed(text: str, datum: str | None) -> None:
    assert read_pasted(text, CITY).datum == datum


def test_what_stands_beside_a_point_is_its_label() -> None:
    said = "有人落水，坐标 117.6464,24.5130（北岸）"
    assert read_pasted(said, CITY).label == "有人落水 北岸"
    link = "市政府 https://www.openstreetmap.org/#map=17/24.5130/117.6464 快"
    assert read_pasted(link).label == "市政府 快"
    assert read_pasted("geo:24.5130,117.6464(市政府)", CITY).label == "市政府"


def test_two_orders_that_are_both_of_the_earth_are_told_by_the_city_first() -> None:
    heidelberg = (8.5, 49.3, 8.8, 49.5)
    assert read_pasted("49.4094, 8.6947", heidelberg) == Pasted(8.6947, 49.4094, None, "decimal")


def test_a_short_link_that_holds_its_point_is_read_without_a_network() -> None:
    found = read_pasted("https://osm.org/go/0EEQjE--")
    assert (found.lon, found.lat) == pytest.approx((0.055, 51.511), abs=0.001)


def test_no_link_is_ever_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_more: object) -> None:
        raise AssertionError("somebody asked the network")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    for text, _datum in LINKS:
        read_pasted(text, CITY)


@given(st.text(max_size=200))
def test_any_text_is_a_point_of_the_earth_or_a_refusal(text: str) -> None:
    found: Pasted | None = None
    # Whatever else it raises fails the test.
    with suppress(RuleError):
        found = read_pasted(text, CITY)
    assert found is None or (abs(found.lon) <= 180 and abs(found.lat) <= 90)


@given(st.floats(116.1, 118.9), st.floats(22.9, 25.8))
def test_a_point_written_out_is_the_point_read(lon: float, lat: float) -> None:
    found = read_pasted(f"{lat:.6f},{lon:.6f}", CITY)
    assert (found.lon, found.lat) == pytest.approx((lon, lat), abs=1e-6)
