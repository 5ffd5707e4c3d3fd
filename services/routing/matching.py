"""Puts a trail of positions on the roads it was driven on.

A hidden Markov model after P. Newson and J. Krumm, Hidden Markov Map Matching Through Noise and Sparseness (2009): a position
speaks for the roads near it, the less the farther they lie; from one position to the next a way on roads speaks for itself,
the less the more it differs from the straight line. The likeliest roads as a whole are found by Viterbi's algorithm.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from math import inf

import numpy as np

from models.place import distance
from services.routing.graph import Graph, graph_of
from services.routing.roads import Point, Roads, Spot
from services.routing.route import driven_on

# By state: the state before and the arc between, -1 where one came from the spot.
Came = dict[int, tuple[int, int]]

# Metres: how far positions are off as a rule, the least and the most that a reported accuracy is taken for.
USUAL_M, LEAST_M, MOST_M = 8.0, 5.0, 40.0
# How many times that far off a road is still looked at, and of how many edges the nearest.
REACH, CHOICE = 4.0, 6
# Metres by which a way on roads differs from the straight line, as a rule.
DETOUR_M = 20.0
# A way to the next position is looked for as far as this many straight lines and metres.
TIMES, MORE_M = 2.0, 250.0
# Positions nearer to the last one taken than this many times how far they are off say nothing new.
APART = 2.0


@dataclass(frozen=True, slots=True)
class Sight:
    """A position as it was measured: WGS-84 degrees, metres it may be off, None unknown."""

    lon: float
    lat: float
    accuracy: float | None = None

    @property
    def off(self) -> float:
        """Metres it is taken to be off."""
        return min(MOST_M, max(LEAST_M, self.accuracy or USUAL_M))


@dataclass(frozen=True, slots=True)
class Trail:
    """A trail on roads: its line (lon, lat), and for each position where it was on a road, None where that is not known."""

    line: tuple[Point, ...]
    spots: tuple[Spot | None, ...]


@dataclass(slots=True)
class _Layer:
    """The roads that a position may be on: likelihoods, from which of the layer before, and the arcs driven since."""

    number: int
    spots: list[Spot]
    score: list[float]
    came: list[int]
    arcs: list[list[int]]


def matched(roads: Roads, sights: Sequence[Sight]) -> Trail:
    """Return the likeliest way on roads of positions, oldest first; where no way fits, the straight line."""
    graph = graph_of(roads, urgent=False)
    spots: list[Spot | None] = [None] * len(sights)
    line: list[Point] = []
    chain: list[_Layer] = []
    for number in _telling(sights):
        layer = _layer(roads, sights, number)
        if layer is None or not (chain and _follow(graph, sights, chain[-1], layer)):
            line += _line(graph, chain, spots)
            chain = []
        if layer is None:
            line.append((sights[number].lon, sights[number].lat))
        else:
            chain.append(layer)
    return Trail((*line, *_line(graph, chain, spots)), tuple(spots))


def _telling(sights: Sequence[Sight]) -> list[int]:
    """Return the positions that are far enough from the one taken before."""
    taken: list[int] = []
    for number, sight in enumerate(sights):
        last = sights[taken[-1]] if taken else None
        if last is None or _metres(last, sight) >= APART * sight.off:
            taken.append(number)
    return taken


def _metres(here: Sight, there: Sight) -> float:
    return distance(here.lon, here.lat, there.lon, there.lat)


def _layer(roads: Roads, sights: Sequence[Sight], number: int) -> _Layer | None:
    """Return the roads near a position, None where there is none."""
    sight = sights[number]
    feet = roads.feet(np.array([sight.lon]), np.array([sight.lat]), 2)
    order = np.argsort(feet.off, kind="stable")
    spots = roads.spots(feet, order[feet.off[order] <= REACH * sight.off])
    _, first = np.unique(spots.edge, return_index=True)
    chosen = [spots.spot(int(place)) for place in np.sort(first)[:CHOICE]]
    found = [spot for spot in chosen if spot is not None]
    score = [-0.5 * (spot.off / sight.off) ** 2 for spot in found]
    none = [-1] * len(found)
    return _Layer(number, found, score, none, [[] for _ in found]) if found else None


def _follow(graph: Graph, sights: Sequence[Sight], before: _Layer, layer: _Layer) -> bool:
    """Put a layer behind another; False where no way leads from one to the other."""
    straight = _metres(sights[before.number], sights[layer.number])
    still = APART * sights[layer.number].off
    best, came = [-inf] * len(layer.spots), [-1] * len(layer.spots)
    for origin, spot in enumerate(before.spots):
        if before.score[origin] == -inf:
            continue
        ways = _ways(graph, spot, layer.spots, TIMES * straight + MORE_M, still)
        for place, (metres, arcs) in ways.items():
            score = before.score[origin] - abs(metres - straight) / DETOUR_M
            if score > best[place]:
                best[place], came[place], layer.arcs[place] = score, origin, arcs
    if max(best) == -inf:
        return False
    layer.came = came
    layer.score = [own + way for own, way in zip(layer.score, best, strict=True)]
    return True


def _ways(
    graph: Graph, spot: Spot, targets: Sequence[Spot], limit: float, still: float
) -> Mapping[int, tuple[float, list[int]]]:
    """Return the shortest ways from a spot to others that are no longer than a limit: metres and arcs."""
    net = graph.roads.network
    found: dict[int, tuple[float, list[int]]] = {}
    wanted: dict[int, list[tuple[int, float]]] = {}
    for place, target in enumerate(targets):
        long = float(net.metres[target.edge])
        for arc, _, _ in graph.shares(target):
            until = long - target.along if arc % 2 else target.along
            wanted.setdefault(arc, []).append((place, until))
            if target.edge == spot.edge:
                here = long - spot.along if arc % 2 else spot.along
                # What stands still seems to go back a little.
                if until >= here - still:
                    metres = max(0.0, until - here)
                    if place not in found or metres < found[place][0]:
                        found[place] = (metres, [arc])
    for arc, metres, came, state in _spread(graph, spot, limit):
        for place, until in wanted.get(arc, ()):
            if place not in found or metres + until < found[place][0]:
                found[place] = (metres + until, [*_back(came, state), arc])
    return found


def _spread(graph: Graph, spot: Spot, limit: float) -> Iterator[tuple[int, float, Came, int]]:
    """Yield arcs that are reached from a spot within a limit, the metres to where they start, and how one came to that state."""
    net, index = graph.roads.network, graph.index
    waiting: list[tuple[float, int, int, int]] = []
    came: Came = {}
    for arc, _, _ in graph.shares(spot):
        left = spot.along if arc % 2 else float(net.metres[spot.edge]) - spot.along
        heappush(waiting, (left, int(index.state[index.fresh[arc]]), -1, arc))
    while waiting and waiting[0][0] <= limit:
        metres, state, before, by = heappop(waiting)
        if state in came:
            continue
        came[state] = (before, by)
        for move in range(index.leaves[state], index.leaves[state + 1]):
            arc = int(net.arc[move])
            if graph.seconds[arc] < inf:
                yield arc, metres, came, state
                onward = (metres + float(net.metres[arc >> 1]), int(net.target[move]), state, arc)
                heappush(waiting, onward)


def _back(came: Came, state: int) -> list[int]:
    """Return the arcs by which a state was reached."""
    arcs: list[int] = []
    while state != -1:
        state, arc = came[state]
        arcs.append(arc)
    return arcs[::-1]


def _line(graph: Graph, chain: list[_Layer], spots: list[Spot | None]) -> list[Point]:
    """Return the points of the likeliest way through a chain of layers, and note its spots."""
    if not chain:
        return []
    place = int(np.argmax(chain[-1].score))
    places = [place]
    for layer in chain[:0:-1]:
        place = layer.came[place]
        places.append(place)
    places.reverse()
    taken = [layer.spots[place] for layer, place in zip(chain, places, strict=True)]
    line: list[Point] = [(taken[0].lon, taken[0].lat)]
    for number, (layer, place) in enumerate(zip(chain, places, strict=True)):
        spots[layer.number] = taken[number]
        if number:
            parts = driven_on(graph, layer.arcs[place], taken[number - 1], taken[number])
            line += [point for part in parts for point in part.points[1:]]
    return line
