"""A drill in a region: calls come from its streets, cars drive along them, the same seed plays the same drill."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
import shapely

from models.fix import Fix
from services.database import Database
from services.dictionary import install_defaults
from services.drill import START_MS, Drill
from services.drill.ground import Ground
from services.drill.running import Run
from services.drill.town import town_ground
from services.region.streets import RegionStreets
from services.routing import Roads
from tests.services.routing.plan import SOUTH, STEP, WEST, town

BOX = (WEST - STEP, SOUTH - STEP, WEST + 15 * STEP, SOUTH + 15 * STEP)
MINUTES = 14


@pytest.fixture(scope="module")
def roads(tmp_path_factory: pytest.TempPathFactory) -> Roads:
    """Roads of a town."""
    return town(5).roads(tmp_path_factory.mktemp("roads"))


def ground_on(roads: Roads) -> Ground:
    """Return the ground of that town, made anew."""
    return town_ground({"0": "演练城"}, {"0": shapely.box(*BOX)}, RegionStreets(roads, BOX))


def played(path: Path, roads: Roads) -> tuple[list[tuple[object, ...]], list[Fix], set[str]]:
    """Play a drill; return its commands, the positions of its units, its cars."""
    drill = Drill(11, START_MS, automatic=True, ground=ground_on(roads))
    db = Database(path, clock=lambda: drill.now)
    db.write(install_defaults, at=START_MS, by="演练")
    run, fixes = Run(db, drill), list[Fix]()
    run.begin()
    commands: list[tuple[object, ...]] = []
    while (at := drill.next_at()) < START_MS + MINUTES * 60_000:
        step = drill.advance(at)
        fixes += step.fixes
        for job in step.jobs:
            commands.append((job.command.__name__, job.at, job.by))
            run.write(job)
    cars = {id for id, card in run.board.cards["unit"].items() if card.unit_kind == "car"}  # type: ignore[attr-defined]
    db.close()
    return commands, fixes, cars


def test_cars_drive_on_streets_and_the_same_seed_plays_the_same(
    roads: Roads, tmp_path: Path
) -> None:
    commands, fixes, cars = played(tmp_path / "one.sqlite", roads)
    assert {"ring_drill", "assign_units", "arrive", "finish"} <= {str(it[0]) for it in commands}
    driven = [fix for fix in fixes if fix.unit_id in cars and fix.speed and fix.speed > 6]
    assert len(driven) > 100
    off = [roads.snap((fix.lon, fix.lat)) for fix in driven]
    assert all(spot is not None and spot.off < 1 for spot in off)
    again, more, _ = played(tmp_path / "two.sqlite", roads)
    assert (again, more) == (commands, fixes)


def test_people_call_from_beside_the_streets_of_the_region(roads: Roads) -> None:
    streets, random = RegionStreets(roads, BOX), Random(3)
    for _ in range(50):
        point, _name = streets.address(random)
        spot = roads.snap(point)
        assert spot is not None
        assert spot.off < 13
    beats = [shapely.Polygon(patch.ring) for patch in ground_on(roads).patches]
    assert len(beats) > 5
    assert shapely.union_all(beats).area > 0.98 * shapely.box(*BOX).area
