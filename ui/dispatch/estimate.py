"""How far a unit is: by road where roads are known, else straight line × factor ÷ speed, and it says which."""

from __future__ import annotations

from dataclasses import dataclass

from models.fix import Fix
from models.place import Place, distance
from ui.desk import Desk
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.location import distance_text
from ui.moment import span_of
from ui.setting import ROAD_FACTOR, SPEED_KMH, STALE_SECONDS

ABOUT = QT_TRANSLATE_NOOP("Estimate", "估 {minutes} 分 · {distance}")
BY_ROAD = QT_TRANSLATE_NOOP("Estimate", "{minutes} 分 · {distance}")
ROADS = QT_TRANSLATE_NOOP("Estimate", "按道路计算（警灯），未计路况；标“估”的：")
METHOD = QT_TRANSLATE_NOOP(
    "Estimate", "直线×{factor} 估算，时速 {speed} 公里；未计路况，以实际回报为准。"
)
AGO = QT_TRANSLATE_NOOP("Estimate", "{span} 前")
UNKNOWN = QT_TRANSLATE_NOOP("Estimate", "位置未知")
KMH = 3.6


@dataclass(frozen=True, slots=True)
class Way:
    """How far a unit is, age (ms) of the position it was reckoned from.

    `metres` are those of the road, of the straight line where the seconds are `estimated`.
    """

    metres: float
    seconds: float
    age: int
    estimated: bool = True


def way(desk: Desk, fix: Fix | None, place: Place | None) -> Way | None:
    """Return the way from a position to a place, or None where one of them is not known."""
    if fix is None or place is None:
        return None
    age = max(0, desk.clock.now() - fix.at)
    metres = distance(fix.lon, fix.lat, place.lon, place.lat)
    speed = max(desk.settings.get(SPEED_KMH), 1.0) / KMH
    seconds = metres * desk.settings.get(ROAD_FACTOR) / speed
    return Way(metres, seconds, age)


def way_text(known: Way | None) -> str:
    """Return 3 分 · 1.2 公里, with 估 before it where it is estimated, "–" where the way is not known."""
    if known is None:
        return "–"
    minutes = max(1, round(known.seconds / 60))
    return translate("Estimate", ABOUT if known.estimated else BY_ROAD).format(
        minutes=minutes, distance=distance_text(known.metres)
    )


def age_text(desk: Desk, age: int | None) -> str:
    """Return how old a position is; an old one carries a sign, a missing one says so."""
    if age is None:
        return translate("Estimate", UNKNOWN)
    words = translate("Estimate", AGO).format(span=span_of(age))
    return f"⚠ {words}" if is_stale(desk, age) else words


def is_stale(desk: Desk, age: int) -> bool:
    """Tell whether a position is too old to be relied on."""
    return age > desk.settings.get(STALE_SECONDS) * 1000


def method_text(desk: Desk) -> str:
    """Return how estimates are made."""
    plain = translate("Estimate", METHOD).format(
        factor=f"{desk.settings.get(ROAD_FACTOR):g}", speed=f"{desk.settings.get(SPEED_KMH):g}"
    )
    return translate("Estimate", ROADS) + plain if desk.roads.has_roads else plain
