"""Builds the index of names of a region from an extract."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from math import floor
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from services.gazetteer.entry import FILE, Entry, Kind
from services.gazetteer.extract import Area, read_areas, read_names
from services.gazetteer.listed import box, listed_areas, listed_entries, with_points
from services.gazetteer.street import crossings_of, posts_of, streets_of
from services.gazetteer.table import open_new, write_index

# Shares of the time: divisions, reading, streets; the rest is writing.
AREAS, READ, MADE = 0.1, 0.5, 0.6
# Points of one name this near to each other (degrees, about 200 m) are one: two sides of a bus stop.
ONE_POINT = 0.002
# So far (degrees, about 5 km) the nearest place tells where something is.
NEAREST = 0.05
SEATS = (Kind.TOWN, Kind.VILLAGE)

Tell = Callable[[float], None]


def build_names(extract: Path, folder: Path, tell: Tell) -> Mapping[str, int]:
    """Write `folder/names.sqlite` from an extract; return how many names of each kind it has, and `areas`.

    `tell` gets the share that is done and may raise to stop. What is there already is replaced when the new one is whole.
    TroubleError `region.unreadable`.
    """
    areas = read_areas(extract)
    tell(AREAS)
    found = read_names(extract, lambda share: tell(AREAS + share * (READ - AREAS)))
    entries = [
        *single(found.entries),
        *streets_of(found.streets),
        *crossings_of(found.streets),
        *posts_of(found),
    ]
    tell(READ)
    entries, areas = with_list(entries, areas)
    say_within(entries, areas)
    tell(MADE)
    new = folder / f"{FILE}.new"
    new.unlink(missing_ok=True)
    connection = open_new(new)
    try:
        write_index(connection, entries, areas, lambda share: tell(MADE + share * (1 - MADE)))
    finally:
        connection.close()
    new.replace(folder / FILE)
    return {**Counter(entry.kind.value for entry in entries), "areas": len(areas)}


def single(entries: Sequence[Entry]) -> list[Entry]:
    """Return entries without those that say the same of the same place."""
    found: dict[tuple[object, ...], Entry] = {}
    for entry in entries:
        assert entry.lon is not None
        assert entry.lat is not None
        x, y = floor(entry.lon / ONE_POINT), floor(entry.lat / ONE_POINT)
        known = found.setdefault((entry.kind, entry.name, x, y), entry)
        known.weight = max(known.weight, entry.weight)
    return list(found.values())


def with_list(entries: list[Entry], areas: list[Area]) -> tuple[list[Entry], list[Area]]:
    """Return entries and areas of an extract, with the list of the city where the extract has any of it."""
    city, here = shapely.box(*box()), extent(entries)
    if here is None or not city.intersects(here):
        return entries, areas
    outlines = listed_areas()
    listed = listed_entries()
    with_points(listed, entries, codes_of(entries, outlines))
    taken = {(entry.lon, entry.lat) for entry in listed if entry.lon is not None}
    rest = [
        entry
        for entry in entries
        if entry.kind not in (Kind.VILLAGE, Kind.TOWN) or (entry.lon, entry.lat) not in taken
    ]
    return [*listed, *rest], [*(area for area in areas if area[3] != 6), *outlines]


def extent(entries: Sequence[Entry]) -> shapely.Geometry | None:
    """Return the box of the entries, None of none."""
    xs = [entry.lon for entry in entries if entry.lon is not None]
    ys = [entry.lat for entry in entries if entry.lat is not None]
    return shapely.box(min(xs), min(ys), max(xs), max(ys)) if xs else None


def codes_of(entries: Sequence[Entry], areas: Sequence[Area]) -> list[str]:
    """Return the code of the area that each entry lies in, "" none."""
    codes = [""] * len(entries)
    for at, number in pairs_within(entries, areas):
        codes[at] = areas[number][2]
    return codes


def say_within(entries: Sequence[Entry], areas: Sequence[Area]) -> None:
    """Say of each entry which divisions it lies in, the largest first; the outermost say nothing in one city."""
    levels = sorted({area[3] for area in areas})
    told = [area for area in areas if area[3] >= 5] or [a for a in areas if a[3] == levels[-1]]
    told.sort(key=lambda area: area[3])
    names: dict[int, list[str]] = {}
    for at, number in sorted(pairs_within(entries, told)):
        if told[number][0] != entries[at].name:
            names.setdefault(at, []).append(told[number][0])
    for at, some in names.items():
        if not entries[at].within:
            entries[at].within = " ".join(dict.fromkeys(some[-2:]))
    say_nearest(entries)


def say_nearest(entries: Sequence[Entry]) -> None:
    """Say of what lies in no known division which place is nearest, where one is near enough."""
    seats = [entry for entry in entries if entry.kind in SEATS and entry.lon is not None]
    lost = [entry for entry in entries if entry.lon is not None and not entry.within]
    if not seats or not lost:
        return
    tree = shapely.STRtree(list(spots_of(seats)))
    found = tree.query_nearest(spots_of(lost), max_distance=NEAREST, all_matches=False)
    for at, number in zip(*found.tolist(), strict=True):
        if seats[number] is not lost[at]:
            lost[at].within = seats[number].name


def spots_of(entries: Sequence[Entry]) -> Any:
    """Return the points of entries that have one."""
    where = np.array([(entry.lon, entry.lat) for entry in entries], dtype=np.float64)
    return shapely.points(where)


def pairs_within(entries: Sequence[Entry], areas: Sequence[Area]) -> list[tuple[int, int]]:
    """Return (number of the entry, number of the area) wherever an entry lies in an area."""
    where = [
        (at, entry.lon, entry.lat)
        for at, entry in enumerate(entries)
        if entry.lon is not None and entry.lat is not None
    ]
    if not where or not areas:
        return []
    tree = shapely.STRtree([shapely.from_wkb(area[4]) for area in areas])
    spots = shapely.points([x for _, x, _ in where], [y for _, _, y in where])
    inside, numbers = tree.query(spots, predicate="intersects")
    return [
        (where[at][0], number) for at, number in zip(inside.tolist(), numbers.tolist(), strict=True)
    ]
