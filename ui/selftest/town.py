"""A town of four streets for the self-test: becomes a region with map, roads and names, and somebody drives through it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from services.region.building import Order, build_region
from services.region.proving import prove_region
from services.routing import find_route, load_roads, rings
from ui.selftest.check import CheckError

WEST, SOUTH, STEP, SIDE = 117.650, 24.510, 0.004, 3
# One block east and one north, in metres; a street is not left at a corner that is not there.
LEAST_M, MOST_M = 800, 900


def town_built(_session: Any, folder: Path) -> str:
    """Build a region of the town, prove it, and find a way through it and what is reached in a minute."""
    extract, out = folder / "town.osm", folder / "town"
    extract.write_text(town(), encoding="utf-8")
    build_region(Order(extract, out, date="2026-01-01"), lambda _step, _part: None)
    roads = load_roads(prove_region(out).region.folder)
    corner, opposite = (WEST, SOUTH), (WEST + STEP, SOUTH + STEP)
    route = find_route(roads, corner, opposite)
    if route is None or not LEAST_M < route.metres < MOST_M:
        raise CheckError(f"the way is {route.metres if route else 'not there'}")
    (reached,) = rings(roads, corner, (1,))
    if reached.is_empty:
        raise CheckError("nothing is reached in a minute")
    return f"{route.metres:.0f} m, {route.seconds:.0f} s"


def town() -> str:
    """Return the town as OpenStreetMap XML: streets in a grid, each between corners."""
    corners = range(SIDE)
    nodes = "".join(
        f'<node id="{1 + x + y * SIDE}" lon="{WEST + x * STEP}" lat="{SOUTH + y * STEP}"/>'
        for y in corners
        for x in corners
    )
    ways = "".join(
        way(100 + 2 * n, [1 + x + n * SIDE for x in corners], f"横{n}路")
        + way(101 + 2 * n, [1 + n + y * SIDE for y in corners], f"竖{n}街")
        for n in corners
    )
    return f'<?xml version="1.0"?><osm version="0.6">{nodes}{ways}</osm>'


def way(id: int, nodes: list[int], name: str) -> str:
    """Return one street."""
    inside = "".join(f'<nd ref="{node}"/>' for node in nodes)
    tags = f'<tag k="highway" v="residential"/><tag k="name" v="{name}"/>'
    return f'<way id="{id}">{inside}{tags}</way>'
