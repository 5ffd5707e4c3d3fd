"""Shortest times over the search graph: one tree toward a spot, or away from one, answers for every unit at once.

The spot's own states are followed up into the core, the core is searched, and the layers below follow one by one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from heapq import heapify, heappop, heappush

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from services.routing.graph import LEAST, Graph, graph_of
from services.routing.roads import Spot, Spots

__all__ = ["Graph", "Tree", "away", "graph_of", "toward"]

Floats = NDArray[np.floating]
Ints = NDArray[np.int32]
# Steps in the core are doubled this often before they are taken.
STRIDES = 4


@dataclass(frozen=True, slots=True)
class Rise:
    """How a place goes on to the spot: seconds and metres left, the link taken, the next place; link -1: by that arc at once."""

    seconds: float
    metres: float
    link: int
    onward: int


def toward(graph: Graph, spot: Spot, limit: float = np.inf) -> Tree:
    """Return the shortest ways of every state to a spot; beyond `limit` seconds some are not found."""
    net, index = graph.roads.network, graph.index
    ends = dict[int, Rise]()
    for arc, before, _ in graph.shares(spot):
        metres = spot.along if arc % 2 == 0 else float(net.metres[arc >> 1]) - spot.along
        for move in graph.moves_of(arc):
            place = int(index.move_from[move])
            rise = Rise(max(before, LEAST), metres, -1, arc)
            if place not in ends or before < ends[place].seconds:
                ends[place] = rise
    return Tree(graph, spot, ends, limit, inward=True)


def away(graph: Graph, spot: Spot, limit: float = np.inf) -> Tree:
    """Return the shortest times from a spot to every state; beyond `limit` seconds some are not found."""
    ends = {
        int(graph.index.fresh[arc]): Rise(max(after, LEAST), 0, -1, arc)
        for arc, _, after in graph.shares(spot)
    }
    return Tree(graph, spot, ends, limit, inward=False)


@dataclass(frozen=True, eq=False)
class Tree:
    """Seconds between a spot and every state; `ends` are the places right beside the spot."""

    graph: Graph
    spot: Spot
    ends: dict[int, Rise]
    limit: float
    inward: bool

    @property
    def seconds(self) -> Floats:
        """Seconds of every state."""
        return self.places[self.graph.roads.network.small.place]

    @cached_property
    def places(self) -> Floats:
        """Seconds of every place, infinite where no way leads there."""
        small = self.graph.roads.network.small
        seconds = np.full(len(small.place), np.inf)
        for place, rise in self._rises.items():
            seconds[place] = rise.seconds
        seconds[small.layers[-1] :] = self._core[0]
        weights = self.graph.links[0]
        others = small.link_to if self.inward else small.link_from
        for rung in self.graph.rungs[0 if self.inward else 1]:
            if len(rung.places):
                over = weights[rung.links] + seconds[others[rung.links]]
                least = np.minimum.reduceat(over, rung.starts)
                seconds[rung.places] = np.minimum(seconds[rung.places], least)
        return seconds

    @cached_property
    def _rises(self) -> dict[int, Rise]:
        """The places that one comes by on the way up from the spot."""
        small, (seconds, metres, _, _) = self.graph.roads.network.small, self.graph.links
        begins, others = (small.down, small.link_from) if self.inward else (small.up, small.link_to)
        core, found = int(small.layers[-1]), dict(self.ends)
        waiting = list(found)
        heapify(waiting)
        # A lower place is never reached from a higher one here, so the lowest that waits is done.
        while waiting and (place := heappop(waiting)) < core:
            here = found[place]
            for link in range(begins[place], begins[place + 1]):
                there, spent = int(others[link]), float(seconds[link] + here.seconds)
                if there not in found:
                    heappush(waiting, there)
                elif spent >= found[there].seconds:
                    continue
                found[there] = Rise(spent, float(metres[link]) + here.metres, link, place)
        return found

    @cached_property
    def _core(self) -> tuple[Floats, Ints]:
        """Seconds of the places in the core, and the next one on the way (its size where the way leaves it)."""
        small = self.graph.roads.network.small
        core, size = int(small.layers[-1]), len(small.place) - int(small.layers[-1])
        starts, others, links = self.graph.into if self.inward else self.graph.out
        tops = [(place - core, it.seconds) for place, it in self._rises.items() if place >= core]
        matrix = csr_matrix(
            (
                np.concatenate((self.graph.links[0][links], [spent for _, spent in tops])),
                np.concatenate((others, np.array([place for place, _ in tops], np.int32))),
                np.concatenate((starts, np.array([starts[-1] + len(tops)], np.int32))),
            ),
            shape=(size + 1, size + 1),
        )
        seconds, onward = dijkstra(
            matrix, directed=True, indices=size, return_predecessors=True, limit=self.limit
        )
        return seconds[:-1], onward[:-1]

    def at(self, place: int) -> float:
        """Seconds of one place: the places above it and nothing else are looked at."""
        if "places" in vars(self):
            return float(self.places[place])
        if place not in self._looked:
            self._looked[place] = self._above(place)
        return self._looked[place]

    def _above(self, place: int) -> float:
        small = self.graph.roads.network.small
        core = int(small.layers[-1])
        if place >= core:
            return float(self._core[0][place - core])
        links = range(small.up[place], small.up[place + 1])
        weights, ends = self.graph.links[0], small.link_to
        over = [float(weights[link]) + self.at(int(ends[link])) for link in links]
        rise = self._rises.get(place)
        return min(over if rise is None else [*over, rise.seconds], default=float("inf"))

    @cached_property
    def _looked(self) -> dict[int, float]:
        """What was looked at so far."""
        return {}

    def first_arc(self, spot: Spot) -> tuple[int, float]:
        """Return by which arc one leaves a spot to reach the tree's, and the seconds; (-1, inf) where no way leads there.

        For a tree toward its spot. The arc is given as -2 where both lie on one edge and nothing is driven but the
        stretch between them.
        """
        best = (-1, float("inf"))
        for arc, _, after in self.graph.shares(spot):
            seconds = after + self.at(int(self.graph.index.fresh[arc]))
            if seconds < best[1]:
                best = (arc, seconds)
        straight = self.between(spot)
        return (-2, straight) if straight <= best[1] and np.isfinite(straight) else best

    def between(self, spot: Spot) -> float:
        """Return the seconds from a spot to the tree's own along one edge, infinite where that is not possible."""
        if spot.edge != self.spot.edge:
            return float("inf")
        here = {arc: before for arc, before, _ in self.graph.shares(spot)}
        there = {arc: before for arc, before, _ in self.graph.shares(self.spot)}
        spans = [there[arc] - here[arc] for arc in here if there[arc] >= here[arc]]
        return min(spans, default=float("inf"))

    def reach(self, spots: Spots) -> tuple[Floats, Floats]:
        """Return seconds and metres from many spots to the tree's own; infinite where no way leads there."""
        graph, net = self.graph, self.graph.roads.network
        edge = np.maximum(spots.edge, 0)
        part = np.clip(spots.along / np.maximum(net.metres[edge], LEAST), 0, 1)
        seconds = np.full(len(edge), np.inf)
        metres, place = np.zeros(len(edge)), np.zeros(len(edge), np.int32)
        for arc, left in ((2 * edge, 1 - part), (2 * edge + 1, part)):
            after = graph.index.fresh[arc]
            may = (after >= 0) & np.isfinite(graph.seconds[arc])
            taken = left * np.where(may, graph.seconds[arc], 0) + self.places[after]
            better = may & (taken < seconds)
            seconds[better] = taken[better]
            metres[better] = (left * net.metres[edge])[better]
            place[better] = after[better]
        known = np.isfinite(seconds) & (spots.edge >= 0)
        metres[known] += self._metres(place[known])
        for number in np.flatnonzero(spots.edge == self.spot.edge).tolist():
            spot = spots.spot(number)
            if spot is not None and (direct := self.between(spot)) <= seconds[number]:
                seconds[number], metres[number] = direct, abs(spot.along - self.spot.along)
        seconds[spots.edge < 0] = np.inf
        return seconds, metres

    def _metres(self, places: Ints) -> Floats:
        """Return the metres from places to the spot: all rise into the core together, then go on through it."""
        small, weights = self.graph.roads.network.small, self.graph.links[0]
        core = int(small.layers[-1])
        metres, here = np.zeros(len(places)), places.copy()
        going = self._settle(metres, here, np.arange(len(here)))
        while len(going := going[here[going] < core]):
            at = here[going]
            taken = np.full(len(at), -1, np.int32)
            link, last = small.up[at], small.up[at + 1]
            while (open_ := np.flatnonzero((link < last) & (taken < 0))).size:
                way = link[open_]
                fits = weights[way] + self.places[small.link_to[way]] == self.places[at[open_]]
                taken[open_[fits]] = way[fits]
                link[open_] += 1
            metres[going] += self.graph.links[1][taken]
            here[going] = small.link_to[taken]
            going = self._settle(metres, here, going)
        inner = np.flatnonzero(here >= core)
        metres[inner] += self._through(here[inner] - core)
        return metres

    def _settle(self, metres: Floats, here: Ints, going: NDArray[np.int64]) -> NDArray[np.int64]:
        """End the ways that do not rise any more, with what is left of them; return the others."""
        places, left = self._ramp
        if not len(places):
            return going
        number = np.minimum(np.searchsorted(places, here[going]), len(places) - 1)
        ended = places[number] == here[going]
        metres[going[ended]] += left[number[ended]]
        here[going[ended]] = -1
        left_over: NDArray[np.int64] = going[~ended]
        return left_over

    @cached_property
    def _ramp(self) -> tuple[Ints, Floats]:
        """Places below the core from which one does not rise any more, and the metres left from there."""
        core = int(self.graph.roads.network.small.layers[-1])
        ramp = [
            (place, rise.metres)
            for place, rise in sorted(self._rises.items())
            if place < core and self.places[place] == rise.seconds
        ]
        return (
            np.array([place for place, _ in ramp], np.int32),
            np.array([metres for _, metres in ramp], np.float64),
        )

    def _through(self, places: Ints) -> Floats:
        """Return the metres from places of the core to the spot, sixteen links at a time."""
        small = self.graph.roads.network.small
        core, size = int(small.layers[-1]), len(small.place) - int(small.layers[-1])
        onward = self._core[1]
        first, ends, links = self.graph.out
        starts = np.repeat(np.arange(size), np.diff(first))
        taken = onward[starts] == ends
        hop = np.zeros(size + 1)
        hop[starts[taken]] = self.graph.links[1][links[taken]]
        for place, rise in self._rises.items():
            if place >= core and onward[place - core] == size:
                hop[place - core] = rise.metres
        onward = np.append(np.where(onward < 0, size, onward), size)
        for _ in range(STRIDES):
            hop, onward = hop + hop[onward], onward[onward]
        metres, here, going = np.zeros(len(places)), places.copy(), np.arange(len(places))
        while len(going):
            metres[going] += hop[here[going]]
            here[going] = onward[here[going]]
            going = going[here[going] != size]
        return metres

    def arcs(self, spot: Spot) -> list[int]:
        """Return the arcs from a spot to the tree's own, the first and the last driven in part; [] where no way leads."""
        arc, seconds = self.first_arc(spot)
        if arc == -1 or not np.isfinite(seconds):
            return []
        if arc == -2:
            forward = spot.along <= self.spot.along
            both = [2 * spot.edge, 2 * spot.edge + 1]
            return [both[0] if forward and np.isfinite(self.graph.seconds[both[0]]) else both[1]]
        *links, last = self._links(int(self.graph.index.fresh[arc]))
        return [arc, *self.graph.arcs_of(links), -1 - last]

    def _links(self, place: int) -> Iterator[int]:
        """Yield the links from a place to the spot; the last is the arc into the spot, as -1 less it."""
        small = self.graph.roads.network.small
        core, size = int(small.layers[-1]), len(small.place) - int(small.layers[-1])
        while True:
            rise = self._rises.get(place)
            leaves = place < core or self._core[1][place - core] == size
            if rise is not None and leaves and rise.seconds == self.at(place):
                if rise.link < 0:
                    yield -1 - rise.onward
                    return
                link = rise.link
            elif place < core:
                link = self._up(place)
            else:
                link = self._within(place, core + int(self._core[1][place - core]))
            yield link
            place = int(small.link_to[link])

    def _up(self, place: int) -> int:
        """The link by which a place below the core goes on."""
        small, weights = self.graph.roads.network.small, self.graph.links[0]
        return next(
            link
            for link in range(small.up[place], small.up[place + 1])
            if weights[link] + self.at(int(small.link_to[link])) == self.at(place)
        )

    def _within(self, place: int, onward: int) -> int:
        """The link from a place of the core to another."""
        small = self.graph.roads.network.small
        first = int(small.layers[-1])
        begin, end = small.core[place - first], small.core[place - first + 1]
        return int(begin) + int(np.searchsorted(small.link_to[begin:end], onward))
