"""Overlays: what files hold is shown where it lies; what is foreign, broken, too large or a trap is refused by name."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import shapefile

from models.board import MarkingCard
from models.errors import TroubleError
from models.marking import MarkingForm, MarkingKind
from models.place import Datum, distance
from services.datum import from_wgs84
from services.overlay import add_layer, change_layer, listed_layers, remove_layer
from services.overlay.feature import MOST_POINTS
from services.overlay.reading import Overlay, read_overlay
from services.overlay.writing import write_shapes

LON, LAT = 117.6512345, 24.5123456
KML = f"""<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder>
<Placemark><name>水塔 &lt;b&gt;</name><description><![CDATA[<script>alert(1)</script>]]></description>
<ExtendedData><Data name="层数"><value>5</value></Data></ExtendedData>
<Point><coordinates> {LON},{LAT},12 </coordinates></Point></Placemark>
<Placemark><name>围合</name><MultiGeometry><Polygon><outerBoundaryIs><LinearRing><coordinates>
{LON},{LAT} {LON + 0.01},{LAT} {LON + 0.01},{LAT + 0.01} {LON},{LAT}</coordinates></LinearRing></outerBoundaryIs></Polygon>
<LineString><coordinates>{LON},{LAT} {LON + 0.02},{LAT}</coordinates></LineString></MultiGeometry></Placemark>
<Placemark><name>没有形状</name></Placemark></Folder></Document></kml>"""
GPX = f"""<gpx xmlns="http://www.topografix.com/GPX/1/1" version="1.1"><wpt lat="{LAT}" lon="{LON}"><name>点</name></wpt>
<trk><name>轨迹</name><trkseg><trkpt lat="{LAT}" lon="{LON}"/><trkpt lat="{LAT}" lon="{LON + 0.01}"/></trkseg></trk></gpx>"""
BOMB = '<!DOCTYPE kml [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><kml><Placemark><name>&b;</name></Placemark></kml>'
OUTSIDE = '<!DOCTYPE gpx [<!ENTITY x SYSTEM "file:///etc/passwd">]><gpx><wpt lat="1" lon="2"><name>&x;</name></wpt></gpx>'


def saved(folder: Path, name: str, content: str | bytes) -> Path:
    """Write a file and return it."""
    file = folder / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file


def geojson(*features: Any, **more: Any) -> str:
    """Return a collection."""
    return json.dumps({"type": "FeatureCollection", "features": features, **more})


def spot(lon: float = LON, lat: float = LAT, **facts: Any) -> dict[str, Any]:
    """Return a point."""
    shape = {"type": "Point", "coordinates": [lon, lat]}
    return {"type": "Feature", "properties": facts, "geometry": shape}


def shapes(folder: Path, encoding: str, *, cpg: bool = True) -> Path:
    """Write a shapefile of one line with a Chinese name."""
    writer: Any = shapefile.Writer(str(folder / "路段"), encoding=encoding)
    writer.field("NAME", "C", 40)
    writer.line([[[LON, LAT], [LON + 0.01, LAT]]])
    writer.record("延安北路")
    writer.close()
    beside = folder / "路段.cpg"
    if not cpg:
        beside.unlink(missing_ok=True)
    return folder / "路段.shp"


def kinds(overlay: Overlay) -> list[str]:
    """The geometries of an overlay."""
    return [feature["geometry"]["type"] for feature in overlay.features]


def test_a_kml_shows_its_placemarks_and_keeps_markup_as_text(tmp_path: Path) -> None:
    overlay = read_overlay(saved(tmp_path, "a.kml", KML))
    assert kinds(overlay) == ["Point", "Polygon", "LineString"]
    first = overlay.features[0]
    assert first["geometry"]["coordinates"] == [LON, LAT]
    assert first["properties"]["层数"] == "5"
    assert first["properties"]["name"] == "水塔 <b>"
    assert first["properties"]["description"] == "<script>alert(1)</script>"
    assert overlay.box == (LON, LAT, LON + 0.02, LAT + 0.01)


def test_a_kmz_a_gpx_and_a_geojson_are_told_apart_by_what_is_in_them(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("files/a.png", b"no picture")
        archive.writestr("doc.kml", KML)
    assert len(read_overlay(saved(tmp_path, "a.kmz", packed.getvalue())).features) == 3
    assert kinds(read_overlay(saved(tmp_path, "a.txt", GPX))) == ["Point", "MultiLineString"]
    line = {"type": "LineString", "coordinates": [[LON, LAT, 3], [LON, LAT + 0.1, 4]]}
    group = {"type": "GeometryCollection", "geometries": [line, spot()["geometry"]]}
    nothing = {"type": "Feature", "geometry": None, "properties": None}
    text = "\ufeff" + geojson(spot(n=1), {"type": "Feature", "geometry": group}, nothing)
    read = read_overlay(saved(tmp_path, "b.json", text))
    assert kinds(read) == ["Point", "LineString", "Point"]
    assert read.features[1]["geometry"]["coordinates"][0] == [LON, LAT]


@pytest.mark.parametrize(("encoding", "cpg"), [("utf-8", True), ("gb18030", False)])
def test_a_shapefile_is_read_in_its_own_encoding_beside_its_parts_and_from_a_zip(
    tmp_path: Path, encoding: str, cpg: bool
) -> None:
    file = shapes(tmp_path, encoding, cpg=cpg)
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        for part in tmp_path.glob("路段.*"):
            archive.write(part, f"in/{part.name}")
    for path in (file, tmp_path / "all.zip"):
        (feature,) = read_overlay(path).features
        assert feature["properties"] == {"NAME": "延安北路"}
        assert feature["geometry"]["coordinates"] == [[LON, LAT], [round(LON + 0.01, 7), LAT]]


def test_what_lies_in_another_datum_is_moved_to_where_it_is(tmp_path: Path) -> None:
    x, y = from_wgs84(LON, LAT, Datum.GCJ02)
    overlay = read_overlay(saved(tmp_path, "g.json", geojson(spot(x, y))), Datum.GCJ02)
    lon, lat = overlay.features[0]["geometry"]["coordinates"]
    assert distance(lon, lat, LON, LAT) < 0.1


Change = Callable[[bytes], bytes]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.kml", "<!DOCTYPE html><html><body>404</body></html>", "overlay.foreign"),
        ("a.gpx", b"\x89PNG\r\n\x1a\n", "overlay.foreign"),
        ("a.kml", "", "overlay.foreign"),
        ("a.kml", KML[: len(KML) // 2], "overlay.damaged"),
        ("bomb.kml", BOMB, "overlay.entities"),
        ("read.gpx", OUTSIDE, "overlay.entities"),
        ("deep.kml", "<kml>" + "<a>" * 9000, "overlay.damaged"),
        ("cut.geojson", geojson(spot())[:-5], "overlay.damaged"),
        ("deep.json", '{"type":' + "[" * 100_000, "overlay.damaged"),
        ("list.json", '{"type":"FeatureCollection","features":3}', "overlay.damaged"),
        ("nan.json", geojson(spot(float("nan"))), "overlay.projected"),
        ("metres.json", geojson(spot(13_096_000.0, 2_817_000.0)), "overlay.projected"),
        ("odd.json", geojson({"type": "Feature", "geometry": {"type": "Cube"}}), "overlay.damaged"),
        ("none.json", geojson(), "overlay.empty"),
        (
            "web.json",
            geojson(spot(), crs={"properties": {"name": "urn:ogc:def:crs:EPSG::3857"}}),
            "overlay.crs",
        ),
        ("cut.zip", b"PK\x03\x04 no zip", "overlay.damaged"),
        ("cut.shp", b"\x00\x00\x27\x0a" + b"\x00" * 40, "overlay.damaged"),
        (
            "many.json",
            geojson(
                {"type": "LineString", "coordinates": [[LON, LAT]] * (MOST_POINTS + 1)},
            ),
            "overlay.large",
        ),
    ],
)
def test_what_is_no_overlay_says_why(
    tmp_path: Path, name: str, content: str | bytes, code: str
) -> None:
    with pytest.raises(TroubleError) as caught:
        read_overlay(saved(tmp_path, name, content))
    assert caught.value.code == code
    assert caught.value.params["file"] == name


def test_a_layer_is_kept_changed_and_taken_away(tmp_path: Path) -> None:
    home = tmp_path / "overlay"
    overlay = read_overlay(saved(tmp_path, "水源.json", geojson(spot(n="<i>1</i>"))))
    layer = add_layer(home, overlay, id="k1", source="水源.json")
    assert listed_layers(home) == [layer]
    assert (layer.name, layer.shown, layer.count) == ("水源", True, 1)
    change_layer(home, "k1", shown=False, look=3)
    (changed,) = listed_layers(home)
    assert (changed.shown, changed.look) == (False, 3)
    saved(home, "k2.about.json", '{"id": "../k1"}')
    assert listed_layers(home) == [changed], "what is no layer is passed over"
    remove_layer(home, "k1")
    assert listed_layers(home) == []
    assert (tmp_path / "水源.json").is_file()
    with pytest.raises(TroubleError, match=r"overlay\.gone"):
        remove_layer(home, "k1")


def test_what_is_drawn_goes_out_and_comes_in_again(tmp_path: Path) -> None:
    line = ((LON, LAT), (LON + 0.01, LAT))
    common: dict[str, Any] = {"drawn_at": 0, "drawn_by": "x", "incident_id": None, "begins_at": 0}
    closure = MarkingCard(
        *("k", MarkingKind.CLOSURE, MarkingForm.LINE, line, None, "10", "<北侧>&"),
        **{"one_way": True, "ends_at": 60_000, **common},
    )
    cordon = MarkingCard(
        *("c", MarkingKind.CORDON, MarkingForm.CIRCLE, line[:1], 200.0, "30", ""),
        **{"one_way": False, "ends_at": None, **common},
    )
    names = {"k": "封路·事故", "c": "疏散区"}
    for ending in (".geojson", ".gpx"):
        file = tmp_path / f"out{ending}"
        assert write_shapes(file, [closure, cordon], names, line) == 3
        back = read_overlay(file)
        assert [one["properties"].get("name") for one in back.features][:2] == [
            "封路·事故",
            "疏散区",
        ]
        ring = back.features[1]["geometry"]["coordinates"][0]
        assert all(abs(distance(lon, lat, LON, LAT) - 200) < 1 for lon, lat in ring)
        assert "<北侧>&" in " ".join(back.features[0]["properties"].values())
