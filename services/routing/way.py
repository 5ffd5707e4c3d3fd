"""What the tags of one way mean for a police car: class, directions, limits, names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntFlag

from services.routing.traffic import FERRY, Traffic

MPH = 1.609344
MODES = ("motorcar", "motor_vehicle", "vehicle", "access")
ONEWAYS = ("oneway:motorcar", "oneway:motor_vehicle", "oneway:vehicle", "oneway")
CIRCLES = ("roundabout", "circular")
LIMIT = re.compile(r"^(\d+(?:\.\d+)?) ?(mph|km/h|kmh|kph)?$")
DURATION = re.compile(r"^(?:(\d+):)?(\d+):(\d\d)$|^(\d+)$")


class Mark(IntFlag):
    """What is kept of a stretch of road in one byte."""

    FORWARD = 1
    BACK = 2
    CIRCLE = 4
    FERRY = 8
    GUARDED = 16
    LINK = 32


@dataclass(frozen=True, slots=True)
class Road:
    """One way as a road: limits in km/h, 0 none signed; `seconds` of the whole ferry, 0 not given."""

    kind: str
    marks: int
    limit_forward: float
    limit_back: float
    seconds: float
    name: str
    name_en: str
    ref: str


def road_of(tags: Mapping[str, str], traffic: Traffic) -> Road | None:
    """Return the road that a way is, None where a car cannot use it."""
    kind = FERRY if tags.get("route") == FERRY else tags.get("highway", "")
    if kind not in traffic.kmh or tags.get("area") == "yes":
        return None
    answer = access(tags, traffic)
    if answer == "no" or (kind == FERRY and not takes_cars(tags)):
        return None
    marks = directions(tags, kind)
    if not marks:
        return None
    marks |= Mark.GUARDED if answer == "guarded" else 0
    marks |= Mark.FERRY if kind == FERRY else 0
    marks |= Mark.CIRCLE if tags.get("junction") in CIRCLES else 0
    marks |= Mark.LINK if kind.endswith("_link") else 0
    both = tags.get("maxspeed", "")
    return Road(
        kind,
        int(marks),
        limit(tags.get("maxspeed:forward", both), traffic),
        limit(tags.get("maxspeed:backward", both), traffic),
        duration(tags.get("duration", "")) if kind == FERRY else 0.0,
        tags.get("name", ""),
        tags.get("name:en", "") or tags.get("int_name", ""),
        tags.get("ref", ""),
    )


def access(tags: Mapping[str, str], traffic: Traffic) -> str:
    """Return yes, guarded or no: what the most special access tag says; emergency vehicles come first."""
    if tags.get("emergency") in ("yes", "designated"):
        return "yes"
    said = next((tags[mode] for mode in MODES if mode in tags), "yes")
    answers = {
        traffic.access.get(word.strip(), traffic.access["other"]) for word in said.split(";")
    }
    return next(answer for answer in ("yes", "guarded", "no") if answer in answers)


def takes_cars(tags: Mapping[str, str]) -> bool:
    """Tell whether a ferry is said to take cars; most that say nothing do not."""
    return any(
        tags.get(mode) in ("yes", "designated") for mode in ("motorcar", "motor_vehicle", "vehicle")
    )


def directions(tags: Mapping[str, str], kind: str) -> int:
    """Return the directions a car may drive: the two marks; a lane that changes its direction has none."""
    said = next((tags[name] for name in ONEWAYS if name in tags), "")
    if said in ("-1", "reverse"):
        return Mark.BACK
    if said == "reversible":
        return 0
    if said in ("yes", "true", "1"):
        return Mark.FORWARD
    implied = tags.get("junction") in CIRCLES or kind == "motorway"
    if implied and said not in ("no", "false", "0"):
        return Mark.FORWARD
    return Mark.FORWARD | Mark.BACK


def limit(said: str, traffic: Traffic) -> float:
    """Return a signed limit in km/h, 0 where none can be read."""
    if said == "walk":
        return traffic.walk_kmh
    found = LIMIT.match(said)
    if not found:
        return 0.0
    return float(found[1]) * (MPH if found[2] == "mph" else 1)


def duration(said: str) -> float:
    """Return seconds of `mm`, `hh:mm` or `hh:mm:ss`, 0 where it is something else."""
    found = DURATION.match(said)
    if not found:
        return 0.0
    if found[4]:
        return int(found[4]) * 60.0
    if found[1]:
        return int(found[1]) * 3600.0 + int(found[2]) * 60 + int(found[3])
    return int(found[2]) * 3600.0 + int(found[3]) * 60


def blocks(tags: Mapping[str, str], traffic: Traffic) -> bool:
    """Tell whether what stands on a node stops a car."""
    if traffic.barrier.get(tags.get("barrier", ""), "yes") != "no":
        return False
    opened = tags.get("emergency") in ("yes", "designated") or any(mode in tags for mode in MODES)
    return not opened or access(tags, traffic) == "no"
