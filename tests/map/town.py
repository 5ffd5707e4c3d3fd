"""The tests' town as a region, for the real page."""

from __future__ import annotations

from pathlib import Path

from services.region import Region
from services.region.building import Order, build_region
from tests.services.region.town import SOUTH, STEP, WEST, small_town

LAKE = (WEST + 2.5 * STEP, SOUTH + 2.5 * STEP)
SEA = (WEST - 0.3 * STEP, SOUTH + 4.3 * STEP)
FIELD = (WEST + 7.5 * STEP, SOUTH + 7.5 * STEP)


def town_region(folder: Path) -> Region:
    """Build the town in a folder and read it."""
    extract = small_town().write(folder / "town.osm")
    build_region(Order(extract, folder / "region", date="2026-01-02"), lambda step, part: None)
    return Region.load(folder / "region")
