"""Shortest times over the search graph: one tree toward a spot, or away from one, answers for every unit at once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from services.routing.roads import Roads, Spot, Spots

Floats = NDArray[np.floating]
Ints = NDArray[np.int32]
# An arc that starts or ends right at a junction would weigh nothing, which the search takes for no arc.
LEAST = 1e-6
# Steps are doubled this often before they are taken.
STRIDES = 4
# Graphs kept: with blue light and without, now and before the last closure.
KEPT = 4


@dataclass(frozen=True)
class Graph:
    """The search graph of roads with the times of one mood, by origin and by target; the last state is the spot asked for."""

    roads: Roads
    seconds: Floats

    @cached_property
    def states(self) -> int:
        """How many states there are, without the spot."""
        net = self.roads.network
        return int(max(net.tail.max(), net.head.max())) + 1 + len(net.split)

    @cached_property
    def fresh(self) -> Ints:
        """The state after driving an arc from anywhere within it, -1 where it may not be driven."""
        net = self.roads.network
        fresh = np.full(2 * len(net.tail), -1, np.int32)
        plain = net.origin < self.states - len(net.split)
        fresh[net.arc[plain]] = net.target[plain]
        return fresh

    @cached_property
    def weights(self) -> Floats:
        """Seconds of every move."""
        weights: Floats = np.maximum(self.seconds[self.roads.network.arc], LEAST)
        return weights

    @cached_property
    def starts(self) -> Ints:
        """Where the moves of each state begin."""
        return _starts(self.roads.network.origin, self.states)

    @cached_property
    def reverse(self) -> tuple[Ints, Ints, Floats]:
        """The moves by target: starts, origins, seconds."""
        net = self.roads.network
        order = np.argsort(net.target, kind="stable")
        return _starts(net.target, self.states), net.origin[order], self.weights[order]

    @cached_property
    def copies(self) -> tuple[Ints, Ints]:
        """The moves by arc: starts, moves."""
        arc = self.roads.network.arc
        return (
            _starts(arc, 2 * len(self.roads.network.tail)),
            np.argsort(arc, kind="stable").astype(np.int32),
        )

    def moves_of(self, arc: int) -> Ints:
        """Return the moves that drive an arc."""
        starts, moves = self.copies
        return moves[starts[arc] : starts[arc + 1]]

    def shares(self, spot: Spot) -> list[tuple[int, float, float]]:
        """Return the arcs through a spot with the seconds before it and after it."""
        metres = max(float(self.roads.network.metres[spot.edge]), LEAST)
        part = min(1.0, max(0.0, spot.along / metres))
        arcs = ((2 * spot.edge, part), (2 * spot.edge + 1, 1 - part))
        return [
            (arc, before * float(self.seconds[arc]), (1 - before) * float(self.seconds[arc]))
            for arc, before in arcs
            if np.isfinite(self.seconds[arc]) and self.fresh[arc] >= 0
        ]

    def toward(self, spot: Spot, limit: float = np.inf) -> Tree:
        """Return the shortest ways of every state to a spot, as far as `limit` seconds."""
        starts, origins, weights = self.reverse
        net = self.roads.network
        ends = [
            (int(net.origin[m]), before)
            for arc, before, _ in self.shares(spot)
            for m in self.moves_of(arc)
        ]
        return Tree(self, spot, *_grown(starts, origins, weights, ends, limit))

    def away(self, spot: Spot, limit: float = np.inf) -> Tree:
        """Return the shortest ways from a spot to every state, as far as `limit` seconds."""
        net = self.roads.network
        ends = [(int(self.fresh[arc]), after) for arc, _, after in self.shares(spot)]
        return Tree(self, spot, *_grown(self.starts, net.target, self.weights, ends, limit))


@dataclass(frozen=True, slots=True)
class Tree:
    """Seconds between the spot and every state, and the next state on the way (negative: none)."""

    graph: Graph
    spot: Spot
    seconds: Floats
    onward: Ints

    def first_arc(self, spot: Spot) -> tuple[int, float]:
        """Return by which arc one leaves a spot to reach the tree's, and the seconds; (-1, inf) where no way leads there.

        For a tree toward its spot. The arc is given as -2 where both lie on one edge and nothing is driven but the
        stretch between them.
        """
        best = (-1, float("inf"))
        for arc, _, after in self.graph.shares(spot):
            seconds = after + float(self.seconds[self.graph.fresh[arc]])
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
        metres, state = np.zeros(len(edge)), np.zeros(len(edge), np.int32)
        for arc, left in ((2 * edge, 1 - part), (2 * edge + 1, part)):
            after = graph.fresh[arc]
            may = (after >= 0) & np.isfinite(graph.seconds[arc])
            taken = left * np.where(may, graph.seconds[arc], 0) + self.seconds[after]
            better = may & (taken < seconds)
            seconds[better] = taken[better]
            metres[better] = (left * net.metres[edge])[better]
            state[better] = after[better]
        known = np.isfinite(seconds) & (spots.edge >= 0)
        metres[known] += self._metres(state[known])
        for place in np.flatnonzero(spots.edge == self.spot.edge).tolist():
            spot = spots.spot(place)
            if spot is not None and (direct := self.between(spot)) <= seconds[place]:
                seconds[place], metres[place] = direct, abs(spot.along - self.spot.along)
        seconds[spots.edge < 0] = np.inf
        return seconds, metres

    def _metres(self, states: Ints) -> Floats:
        """Return the metres from states to the spot: all go on together, sixteen moves at a time."""
        graph, net = self.graph, self.graph.roads.network
        taken = self.onward[net.origin] == net.target
        taken &= self.seconds[net.origin] >= self.seconds[net.target] + graph.weights * (1 - 1e-9)
        hop = np.zeros(graph.states + 1)
        hop[net.origin[taken]] = net.metres[net.arc[taken] >> 1]
        for arc, before, _ in graph.shares(self.spot):
            moves = graph.moves_of(arc)
            last = net.origin[moves]
            ends = last[
                (self.onward[last] == graph.states) & (self.seconds[last] >= before * (1 - 1e-9))
            ]
            part = self.spot.along if arc % 2 == 0 else net.metres[self.spot.edge] - self.spot.along
            hop[ends] = part
        onward = np.where(self.onward < 0, graph.states, self.onward)
        for _ in range(STRIDES):
            hop, onward = hop + hop[onward], onward[onward]
        metres, going = np.zeros(len(states)), np.arange(len(states))
        here = states.copy()
        while len(going):
            metres[going] += hop[here]
            here = onward[here]
            on = here != graph.states
            going, here = going[on], here[on]
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
        driven, state, spot_state = [arc], int(self.graph.fresh[arc]), self.graph.states
        while (following := int(self.onward[state])) != spot_state:
            driven.append(self._move(state, following))
            state = following
        driven.append(self._last(state))
        return driven

    def _move(self, state: int, following: int) -> int:
        """The quickest arc between two states."""
        graph, net = self.graph, self.graph.roads.network
        low, high = graph.starts[state], graph.starts[state + 1]
        moves = [m for m in range(low, high) if net.target[m] == following]
        return int(net.arc[min(moves, key=lambda m: graph.weights[m])])

    def _last(self, state: int) -> int:
        """The arc that reaches the spot from the state before it."""
        graph, net = self.graph, self.graph.roads.network
        leaving = set(net.arc[graph.starts[state] : graph.starts[state + 1]].tolist())
        shares = [(before, arc) for arc, before, _ in graph.shares(self.spot) if arc in leaving]
        return min(shares)[1]


@lru_cache(maxsize=KEPT)
def graph_of(roads: Roads, *, urgent: bool) -> Graph:
    """Return the search graph of roads, made once for each mood."""
    return Graph(roads, roads.urgent if urgent else roads.calm)


def _starts(sorted_by: Ints, size: int) -> Ints:
    counts = np.bincount(sorted_by, minlength=size)
    return np.concatenate(([0], np.cumsum(counts))).astype(np.int32)


def _grown(
    starts: Ints, indices: Ints, weights: Floats, ends: list[tuple[int, float]], limit: float
) -> tuple[Floats, Ints]:
    """Grow the tree from one more state, from which `ends` lead into the graph."""
    size = len(starts)
    graph = csr_matrix(
        (
            np.concatenate((weights, [max(seconds, LEAST) for _, seconds in ends])),
            np.concatenate((indices, np.array([state for state, _ in ends], np.int32))),
            np.concatenate((starts, np.array([starts[-1] + len(ends)], np.int32))),
        ),
        shape=(size, size),
    )
    found: tuple[Floats, Ints] = dijkstra(
        graph, directed=True, indices=size - 1, return_predecessors=True, limit=limit
    )
    return found
