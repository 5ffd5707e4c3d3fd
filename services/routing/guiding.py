"""What a driver is told on a way: codes with names, lengths and directions; the words are made where people read them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import atan2, cos, degrees, hypot, radians

from services.routing.graph import Graph
from services.routing.roads import Point
from services.routing.way import Mark

# Bearings are taken over this many metres of road, so that a kink at the junction does not count.
LOOK_M = 25.0
CIRCLE, FERRY, LINK = int(Mark.CIRCLE), int(Mark.FERRY), int(Mark.LINK)
METRES_A_DEGREE = 111_195.0
# Degrees off the straight line from which a turn is slight, plain, sharp and one right round.
SLIGHT, PLAIN, SHARP, ROUND = 25, 50, 120, 165


@dataclass(frozen=True, slots=True)
class Driven:
    """An arc as far as it is driven: its marks, points (lon, lat), metres, seconds."""

    arc: int
    marks: int
    points: list[Point]
    metres: float
    seconds: float


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do, then how far to go on.

    `code`: depart, straight, slight_left, left, sharp_left (and right), u_turn, circle, ferry, ramp_left, ramp_right or
    arrive. `name`, `name_en`, `ref` are those of the road that follows, "" unknown. `bearing`: degrees from north in which
    it sets out; `exit`: which way out of a circle, 0 elsewhere; `at`: where it is done.
    """

    code: str
    metres: float
    seconds: float
    name: str
    name_en: str
    ref: str
    bearing: float
    exit: int
    at: Point


def steps_of(graph: Graph, driven: Sequence[Driven]) -> tuple[Step, ...]:
    """Return the steps of a way."""
    steps = [_begun(graph, "depart", driven[0])]
    leaving = _Circle()
    for before, part in pairwise(driven):
        here = bool(part.marks & CIRCLE)
        if bool(before.marks & CIRCLE) or here:
            _go_round(graph, steps, leaving, before, part)
        elif (code := _told(graph, before, part)) is not None:
            steps.append(_begun(graph, code, part))
        else:
            steps[-1].go_on(graph, part)
    last = driven[-1]
    arrived = Step("arrive", 0, 0, "", "", "", _bearing(last.points[::-1]), 0, last.points[-1])
    return (*(begun.step() for begun in steps), arrived)


@dataclass(slots=True)
class _Begun:
    """A step while its road goes on."""

    code: str
    metres: float
    seconds: float
    label: tuple[str, str, str]
    bearing: float
    at: Point
    exit: int = 0

    def go_on(self, graph: Graph, part: Driven) -> None:
        """Go on by one more arc; a road that had no name takes the one it gets."""
        self.metres += part.metres
        self.seconds += part.seconds
        name, _, ref = self.label
        if not (name or ref or self.code == "circle"):
            self.label = _label(graph, part.arc)

    def step(self) -> Step:
        """Return the step as it is told."""
        return Step(
            self.code, self.metres, self.seconds, *self.label, self.bearing, self.exit, self.at
        )


@dataclass(slots=True)
class _Circle:
    """Ways out passed in a circle so far."""

    passed: int = 0


def _go_round(
    graph: Graph, steps: list[_Begun], circle: _Circle, before: Driven, part: Driven
) -> None:
    """Count the ways out of a circle; what follows it is one step with the way in."""
    inside, stays = bool(before.marks & CIRCLE), bool(part.marks & CIRCLE)
    if not inside:
        circle.passed = 0
        steps.append(_begun(graph, "circle", part))
        return
    circle.passed += any(
        not graph.roads.network.marks[arc >> 1] & CIRCLE for arc in _ways_on(graph, before.arc)
    )
    if not stays:
        steps[-1].code = "circle" if steps[-1].code == "circle" else "straight"
        steps[-1].label, steps[-1].exit = _label(graph, part.arc), circle.passed
    steps[-1].go_on(graph, part)


def _told(graph: Graph, before: Driven, part: Driven) -> str | None:
    """Return what a driver is told between two arcs, None where the road simply goes on."""
    ferry = bool(part.marks & FERRY)
    if ferry != bool(before.marks & FERRY):
        return "ferry" if ferry else "straight"
    if ferry:
        return None
    if part.arc == before.arc ^ 1:
        return "u_turn"
    if len(_ways_on(graph, before.arc)) < 2:
        return None
    angle = _turn(before.points, part.points)
    same = _label(graph, before.arc) == _label(graph, part.arc)
    link, linked = (bool(it.marks & LINK) for it in (part, before))
    if link and not linked and abs(angle) < PLAIN:
        return "ramp_left" if angle < 0 else "ramp_right"
    if abs(angle) < SLIGHT or (same and abs(angle) < PLAIN):
        named = any(_label(graph, part.arc))
        return "straight" if named and not same and not linked else None
    return _direction(angle)


def _direction(angle: float) -> str:
    side, size = ("left" if angle < 0 else "right"), abs(angle)
    if size >= ROUND:
        return "u_turn"
    if size >= SHARP:
        return f"sharp_{side}"
    return side if size >= PLAIN else f"slight_{side}"


def _begun(graph: Graph, code: str, part: Driven) -> _Begun:
    label, bearing = _label(graph, part.arc), _bearing(part.points)
    return _Begun(code, part.metres, part.seconds, label, bearing, part.points[0])


def _ways_on(graph: Graph, arc: int) -> list[int]:
    """Return the arcs that may follow an arc, without turning round."""
    net = graph.roads.network
    junction = int(net.tail[arc >> 1] if arc % 2 else net.head[arc >> 1])
    leaves = graph.index.leaves
    leaving = net.arc[leaves[junction] : leaves[junction + 1]]
    return [int(on) for on in leaving if on != arc ^ 1]


def _label(graph: Graph, arc: int) -> tuple[str, str, str]:
    return graph.roads.names[int(graph.roads.network.label[arc >> 1])]


def _turn(before: Sequence[Point], after: Sequence[Point]) -> float:
    """Return how far the way turns, in degrees from -180 to 180; left is negative."""
    out = (_bearing(before[::-1]) + 180) % 360
    return (_bearing(after) - out + 180) % 360 - 180


def _bearing(points: Sequence[Point]) -> float:
    """Return the direction in degrees from north in which a line sets out."""
    lon, lat = points[0]
    scale = cos(radians(lat))
    east = north = 0.0
    for x, y in points[1:]:
        east, north = (x - lon) * scale, y - lat
        if hypot(east, north) * METRES_A_DEGREE >= LOOK_M:
            break
    return round(degrees(atan2(east, north)) % 360, 1)
