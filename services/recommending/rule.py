"""The figures that a recommendation reckons with, read from a file that a site may change."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from models.errors import TroubleError
from services.resource import RESOURCES

SHIPPED = RESOURCES / "rule" / "recommend.toml"


@dataclass(frozen=True, slots=True)
class CoverageRules:
    """Standards (minutes), the one shown, chance of a free unit to be busy, cell (m), days and sheets of history, people."""

    minutes: tuple[int, ...]
    shown: int
    busy: float
    cell_metres: float
    history_days: int
    least_sheets: int
    people: float


@dataclass(frozen=True, slots=True)
class Rules:
    """As the file explains them; times in seconds, `kmh` by unit kind, `scene_group` by group of classes."""

    road_band: float
    straight_band: float
    tie: float
    widen_most: float
    moving_speed: float
    ahead: float
    kmh: Mapping[str, float]
    scene: float
    scene_least_known: int
    overdue_share: float
    scene_group: Mapping[str, float]
    load_hours: float
    rest: float
    complaint_classes: frozenset[str]
    coverage: CoverageRules

    def scene_seconds(self, class_code: str, family: str, medians: Mapping[str, float]) -> float:
        """Return how long units stay on scene: by the history of the class, else by its group, else as usual."""
        known = medians.get(class_code)
        return known if known is not None else self.scene_group.get(family, self.scene)


@cache
def shipped_rules() -> Rules:
    """Return the rules that come with the program; read once."""
    return read_rules(SHIPPED)


def read_rules(file: Path) -> Rules:
    """Return the rules of a file; TroubleError `rules.unreadable` where it is not what it should be."""
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
        return _rules(data)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise TroubleError("rules.unreadable", path=str(file), detail=str(error)) from error


def _rules(data: Mapping[str, Any]) -> Rules:
    arrival, scene, load = data["arrival"], data["scene"], data["load"]
    return Rules(
        road_band=share(arrival["road_band"]),
        straight_band=share(arrival["straight_band"]),
        tie=positive(arrival["tie_seconds"]),
        widen_most=positive(arrival["widen_most_seconds"]),
        moving_speed=positive(arrival["moving_speed"]),
        ahead=float(arrival["ahead_seconds"]),
        kmh={str(kind): positive(speed) for kind, speed in arrival["kmh"].items()},
        scene=positive(scene["minutes"]) * 60,
        scene_least_known=int(scene["least_known"]),
        overdue_share=share(scene["overdue_share"]),
        scene_group={str(code): positive(it) * 60 for code, it in scene["group"].items()},
        load_hours=positive(load["hours"]),
        rest=float(load["rest_minutes"]) * 60,
        complaint_classes=frozenset(map(str, data["secrecy"]["complaint_classes"])),
        coverage=_coverage(data["coverage"]),
    )


def _coverage(part: Mapping[str, Any]) -> CoverageRules:
    minutes = tuple(sorted(int(positive(minute)) for minute in part["minutes"]))
    if part["shown_minutes"] not in minutes:
        raise ValueError("shown_minutes")
    return CoverageRules(
        minutes=minutes,
        shown=int(part["shown_minutes"]),
        busy=share(part["busy"]),
        cell_metres=positive(part["cell_metres"]),
        history_days=int(positive(part["history_days"])),
        least_sheets=int(part["least_sheets"]),
        people=float(part["people_of_a_place"]),
    )


def positive(value: Any) -> float:
    """Return a number above zero; ValueError."""
    if not float(value) > 0:
        raise ValueError(f"not above zero: {value}")
    return float(value)


def share(value: Any) -> float:
    """Return a share from 0 up to, not including, 1; ValueError."""
    if not 0 <= float(value) < 1:
        raise ValueError(f"not a share: {value}")
    return float(value)
