"""What the store tells: time on scene, work of units, where calls came from, regret of what was closed."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.advice import Advice
from models.errors import RuleError
from models.reason import Reason
from services.alarming import raise_alarm
from services.closing import close, feed_back
from services.database import Database
from services.dispatching import arrive, assign_units, finish
from services.fleet import add_unit
from services.hindsight import regrets
from services.recommending.history import places_of_sheets, read_past
from services.recommending.rule import shipped_rules
from services.taking import complete_sheet, open_sheet
from tests.services.desk import HERE

NOW, MINUTE = 1_770_000_000_000, 60_000
BY = "350001"


def run(store: Database, command, *args, at: int = NOW, **kwargs):  # type: ignore[no-untyped-def]
    """Run a command and return its result."""
    return store.write(command, *args, at=at, by=BY, **kwargs).result


@pytest.fixture
def store(tmp_path: Path):  # type: ignore[no-untyped-def]
    """Return a store with two units."""
    database = Database(tmp_path / "store.db", clock=lambda: NOW)
    for id in ("near", "far"):
        run(database, add_unit, id=id, call_sign=id.upper(), duty="patrol", kind="car")
    yield database
    database.close()


def handled(store: Database, id: str, minutes: int, unit: str = "near", **advice: Advice) -> None:
    """Open a sheet, send a unit, and close the sheet after so many minutes on scene."""
    fields = {"address": "胜利路", "class_taken": "200100", "level": 3, "place": HERE}
    run(store, open_sheet, id=id, fields=fields)
    run(store, complete_sheet, id)
    (job,) = run(store, assign_units, id, [unit], advice=advice)
    run(store, arrive, job, at=NOW + 4 * MINUTE)
    run(store, finish, job, at=NOW + (4 + minutes) * MINUTE)
    run(store, feed_back, id, class_code="200100", result="01", narrative="已处置")
    run(store, close, id, "01", at=NOW + 60 * MINUTE)


def test_history_gives_median_time_on_scene_work_and_places(store: Database) -> None:
    for number, minutes in enumerate((10, 20, 30, 40, 90)):
        handled(store, f"s{number}", minutes)
    at = NOW + 100 * MINUTE
    past = store.read(read_past, shipped_rules(), at=at)
    assert past.scene_seconds == {"200100": 30 * 60}
    assert past.loads["near"].jobs == 5
    assert past.loads["near"].over_at == NOW + 94 * MINUTE
    assert "far" not in past.loads
    ((lon, lat, count),) = store.read(places_of_sheets, since=NOW - 1)
    assert lon == pytest.approx(HERE.lon, abs=0.001)
    assert lat == pytest.approx(HERE.lat, abs=0.001)
    assert count == 5
    assert store.read(places_of_sheets, since=NOW + 1) == []
    late = store.read(read_past, shipped_rules(), at=at + 24 * 60 * MINUTE)
    assert late.loads == {}


def test_a_closed_sheet_keeps_what_its_choice_cost(store: Database) -> None:
    chosen = Advice(300.0, "near", 120.0, "near", Reason("道路不通"))
    handled(store, "a", 10, "far", far=chosen)
    handled(store, "b", 10, "near", near=Advice(120.0, "near", 120.0))
    handled(store, "c", 10)
    found = store.read(regrets, start=NOW, end=NOW + 1000 * MINUTE)
    assert [(it.unit, it.best, it.seconds, it.took) for it in found] == [
        ("FAR", "NEAR", 180.0, 240.0),
        ("NEAR", "NEAR", 0.0, 240.0),
    ]
    assert store.read(regrets, start=NOW, end=NOW + MINUTE) == []


def test_an_alarm_rises_and_never_falls(store: Database) -> None:
    fields = {"address": "胜利路", "class_taken": "500400", "level": 2, "place": HERE}
    run(store, open_sheet, id="s", fields=fields)
    run(store, complete_sheet, "s")
    assert len(run(store, raise_alarm, "s", 1, ["near"], plan="溺水", missing="水上 1")) == 1
    assert len(run(store, raise_alarm, "s", 2, ["far"])) == 1
    with pytest.raises(RuleError, match=r"alarm\.lower"):
        run(store, raise_alarm, "s", 1, [])
