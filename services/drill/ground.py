"""The ground of a drill: divisions, towns and beats, drawn from the shipped outline of the region."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import cos, pi, sin, sqrt
from pathlib import Path
from random import Random

from shapely import MultiPoint, Point, Polygon, prepare, set_precision, voronoi_polygons
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from services.drill import motion
from services.drill.travel import Streets
from services.resource import RESOURCES

REGION = RESOURCES / "region" / "zhangzhou"
CORE = ("350602", "350603")
CORE_CENTRE: motion.Point = (117.660, 24.513)
CORE_RADIUS_M = 6_500
CORE_BEATS = 12
# The division whose first beat has a boat.
RIVER = "350604"
# How many beats the towns of a division share outside the city core.
OUTER_BEATS = {"350604": 4, "350623": 4, "350624": 3, "350602": 1, "350603": 1}
OUTER_DEFAULT = 2
SMOOTHING_ROUNDS = 8
GOLDEN = pi * (3 - sqrt(5))


@dataclass(frozen=True, slots=True)
class Town:
    """A named point of a division; `code` is its township's where the point has one."""

    name: str
    division: str
    code: str
    point: motion.Point
    population: int


@dataclass(frozen=True, slots=True)
class Patch:
    """A beat to be: its code and name, the division it lies in, its ring and the point its units return to."""

    code: str
    name: str
    division: str
    ring: tuple[motion.Point, ...]
    home: motion.Point

    @property
    def is_core(self) -> bool:
        """Whether the beat is one of the city core."""
        return "-" not in self.code


@dataclass(frozen=True)
class Ground:
    """The divisions by code with their names and land, their towns, the beats, the middle, streets where there are some.

    `official`: whether the divisions' codes are those of the state.
    """

    names: dict[str, str]
    land: dict[str, BaseGeometry]
    towns: dict[str, tuple[Town, ...]]
    patches: tuple[Patch, ...]
    centre: motion.Point
    streets: Streets | None = None
    official: bool = True

    @property
    def rivers(self) -> list[Patch]:
        """Return the beats that have a boat."""
        return [patch for patch in self.patches if patch.division == RIVER and not patch.is_core][
            :1
        ]

    def division_of(self, code: str) -> str:
        """Return the code of the state for a division, "" where the ground has only its own."""
        return code if self.official else ""

    @property
    def seats(self) -> dict[str, Town]:
        """Return the largest town of every division that has towns."""
        return {division: largest(some) for division, some in self.towns.items() if some}

    def division_at(self, point: motion.Point) -> str:
        """Return the division that a point lies in, else the nearest."""
        here = Point(point)
        return min(self.land, key=lambda code: (self.land[code].distance(here), code))

    def point_in(self, division: str, random: Random) -> motion.Point:
        """Return a point anywhere on the land of a division."""
        return point_within(self.land[division], random)

    def point_near(
        self, division: str, centre: motion.Point, spread_m: float, random: Random
    ) -> motion.Point:
        """Return a point around a centre (normal, standard deviation in m), on the division's land."""
        for _ in range(20):
            east, north = random.gauss(0, spread_m), random.gauss(0, spread_m)
            point = motion.shifted(centre, east, north)
            if self.land[division].contains(Point(point)):
                return point
        return centre


@cache
def zhangzhou() -> Ground:
    """Read the shipped region and draw the drill's beats on it."""
    names, land = read_land(REGION / "ground.geojson")
    towns = read_towns(REGION / "place.csv", land)
    core = core_of(land)
    patches = [*core_patches(core), *outer_patches(names, land, towns, core)]
    return Ground(names, land, towns, tuple(patches), CORE_CENTRE)


def read_land(path: Path) -> tuple[dict[str, str], dict[str, BaseGeometry]]:
    """Return name and dry land of every division by code."""
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    names = {it["properties"]["code"]: it["properties"]["name"] for it in features}
    land = {it["properties"]["code"]: shape(it["geometry"]) for it in features}
    for geometry in land.values():
        prepare(geometry)
    return dict(sorted(names.items())), dict(sorted(land.items()))


def read_towns(path: Path, land: dict[str, BaseGeometry]) -> dict[str, tuple[Town, ...]]:
    """Return the towns of every division, one a township, those that lie on its land."""
    towns: dict[str, list[Town]] = {division: [] for division in land}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            point = (float(row["lon"]), float(row["lat"]))
            if row["division"] in land and land[row["division"]].contains(Point(point)):
                town = Town(
                    row["name"],
                    row["division"],
                    row["township"],
                    point,
                    int(row["population"] or 0),
                )
                towns[row["division"]].append(town)
    return {division: tuple(some) for division, some in towns.items()}


def core_of(land: dict[str, BaseGeometry]) -> BaseGeometry:
    """Return the built-up middle of the city, as the drill takes it: a disc on two districts."""
    disc = Polygon(
        [
            motion.shifted(
                CORE_CENTRE,
                CORE_RADIUS_M * cos(2 * pi * step / 60),
                CORE_RADIUS_M * sin(2 * pi * step / 60),
            )
            for step in range(60)
        ]
    )
    return disc.intersection(land[CORE[0]].union(land[CORE[1]]))


def core_patches(core: BaseGeometry) -> list[Patch]:
    """Cut the core into beats of about the same size."""
    seeds = [
        motion.shifted(CORE_CENTRE, radius * cos(GOLDEN * step), radius * sin(GOLDEN * step))
        for step in range(40)
        if (radius := CORE_RADIUS_M * sqrt((step + 0.5) / 40)) > 0
    ]
    seeds = [seed for seed in seeds if core.contains(Point(seed))]
    stride = len(seeds) / CORE_BEATS
    seeds = [seeds[int(step * stride)] for step in range(CORE_BEATS)]
    for _ in range(SMOOTHING_ROUNDS):
        seeds = [middle(cell) for cell in cells(seeds, core)]
    return [
        patch(f"{number:02d}", f"演练{number}号警区", division_at(cell), cell)
        for number, cell in enumerate(cells(seeds, core), 1)
    ]


def division_at(cell: BaseGeometry) -> str:
    """Return which of the two core districts has the larger part of a cell."""
    _, land = read_land(REGION / "ground.geojson")
    return max(CORE, key=lambda code: cell.intersection(land[code]).area)


def outer_patches(
    names: dict[str, str],
    land: dict[str, BaseGeometry],
    towns: dict[str, tuple[Town, ...]],
    core: BaseGeometry,
) -> list[Patch]:
    """Cut what lies around the core into beats, each around a town."""
    result = []
    for division, name in names.items():
        rest = land[division].difference(core) if division in CORE else land[division]
        wanted = OUTER_BEATS.get(division, OUTER_DEFAULT)
        seats = seats_of(towns[division], wanted, rest)
        for number, (seat, cell) in enumerate(zip(seats, cells(seats, rest), strict=True), 1):
            title = f"演练{name.removesuffix('区').removesuffix('县')}{number}号警区"
            result.append(patch(f"{division[2:]}-{number}", title, division, cell, seat))
    return result


def seats_of(towns: tuple[Town, ...], wanted: int, rest: BaseGeometry) -> list[motion.Point]:
    """Return the points of the largest town and of those farthest from the ones chosen before."""
    left = [town for town in towns if rest.contains(Point(town.point))]
    if not left:
        return [middle(rest)]
    chosen = [largest(left).point]
    while len(chosen) < min(wanted, len(left)):
        chosen.append(
            max(
                (town.point for town in left),
                key=lambda point: min(motion.distance(point, other) for other in chosen),
            )
        )
    return chosen


def largest(towns: Sequence[Town]) -> Town:
    """Return the town with the most people; where no count is known, the seat: the one with the lowest code."""
    return min(towns, key=lambda town: (-town.population, town.code or "~", town.name))


def cells(seeds: list[motion.Point], area: BaseGeometry) -> list[BaseGeometry]:
    """Return for every seed the part of the area that lies nearest to it."""
    if len(seeds) == 1:
        return [area]
    raw = list(voronoi_polygons(MultiPoint(seeds), extend_to=area).geoms)
    own = [next(cell for cell in raw if cell.covers(Point(seed))) for seed in seeds]
    return [cell.intersection(area) for cell in own]


def middle(area: BaseGeometry) -> motion.Point:
    """Return the centroid, or a point inside where the centroid lies outside."""
    point = area.centroid if area.contains(area.centroid) else area.representative_point()
    return (round(point.x, 6), round(point.y, 6))


def patch(
    code: str, name: str, division: str, cell: BaseGeometry, home: motion.Point | None = None
) -> Patch:
    """Return a beat of a cell: the outer ring of its largest piece, to about a metre."""
    piece = biggest(set_precision(biggest(cell).simplify(0.0005), 1e-5))
    ring = tuple((round(lon, 5), round(lat, 5)) for lon, lat in piece.exterior.coords)
    return Patch(code, name, division, ring, home or middle(piece))


def biggest(area: BaseGeometry) -> Polygon:
    """Return the largest piece of an area."""
    pieces = [it for it in getattr(area, "geoms", [area]) if isinstance(it, Polygon)]
    return max(pieces, key=lambda it: it.area)


def point_within(area: BaseGeometry, random: Random) -> motion.Point:
    """Return a point anywhere within an area."""
    west, south, east, north = area.bounds
    for _ in range(200):
        point = (random.uniform(west, east), random.uniform(south, north))
        if area.contains(Point(point)):
            return (round(point[0], 6), round(point[1], 6))
    return middle(area)
