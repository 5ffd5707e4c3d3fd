"""What cars may use and how fast they are: the settings that turn a map's roads into times."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from models.errors import TroubleError
from services.resource import RESOURCES

SHIPPED = RESOURCES / "road" / "traffic.toml"
FERRY = "ferry"
ANSWERS = ("yes", "guarded", "no")


@dataclass(frozen=True, slots=True)
class Traffic:
    """Speeds in km/h by highway class, shares and factors as the file explains them, answers to access tags."""

    kmh: Mapping[str, float]
    access: Mapping[str, str]
    barrier: Mapping[str, str]
    signed_share: float
    walk_kmh: float
    guarded_kmh: float
    blue_light: float
    ferry_wait_seconds: float
    straight_factor: float
    straight_kmh: float
    reach_metres: float


def read_traffic(file: Path) -> Traffic:
    """Read a settings file; TroubleError `roads.settings` names what is wrong with it."""
    try:
        read = tomllib.loads(file.read_text(encoding="utf-8"))
        speed, straight = read["speed"], read["straight"]
        kmh = {str(name): _positive(value) for name, value in read["kmh"].items()}
        return Traffic(
            kmh={**kmh, FERRY: kmh[FERRY]},
            access=_answers(read["access"]),
            barrier=_answers(read["barrier"]),
            signed_share=_positive(speed["signed_share"]),
            walk_kmh=_positive(speed["walk_kmh"]),
            guarded_kmh=_positive(speed["guarded_kmh"]),
            blue_light=_positive(speed["blue_light"]),
            ferry_wait_seconds=float(speed["ferry_wait_seconds"]),
            straight_factor=_positive(straight["factor"]),
            straight_kmh=_positive(straight["kmh"]),
            reach_metres=_positive(read["snap"]["reach_metres"]),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise TroubleError("roads.settings", file=file.name, why=str(error)) from error


@cache
def shipped_traffic() -> Traffic:
    """Return the settings that come with the program."""
    return read_traffic(SHIPPED)


def _positive(value: object) -> float:
    number = float(value) if isinstance(value, int | float) else 0.0
    if not 0 < number < 1000:
        raise ValueError(f"not a speed or share: {value}")
    return number


def _answers(table: Mapping[str, str]) -> dict[str, str]:
    wrong = [value for value in table.values() if value not in ANSWERS]
    if wrong:
        raise ValueError(f"neither yes, guarded nor no: {wrong[0]}")
    return dict(table)
