"""The search graph with the times of one mood: seconds and metres of every link, and what each link is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from services.routing.network import Network
from services.routing.roads import Roads, Spot

Floats = NDArray[np.floating]
Ints = NDArray[np.int32]
# An arc that starts or ends right at a junction would weigh nothing, which the search takes for no arc.
LEAST = 1e-6
# Graphs kept: with blue light and without, now and before the last closure.
KEPT = 8


@dataclass(frozen=True, slots=True)
class Index:
    """Places of states and what leads where, of one network, whatever the times are.

    `fresh` (arcs): the place after driving an arc from anywhere within it, -1 where it may not be driven. `arc_first` and
    `arc_moves`: the moves that drive each arc.
    `move_from` (moves): the place each starts at. `leaves`: where the moves of each state begin.
    `state`: the state of each place.
    """

    fresh: Ints
    arc_first: Ints
    arc_moves: Ints
    move_from: Ints
    leaves: Ints
    state: Ints


@dataclass(frozen=True, slots=True)
class Rung:
    """A layer as a search goes down it: places that some links lead out of, those links, where each place's begin."""

    places: Ints
    links: slice
    starts: Ints


@dataclass(frozen=True, eq=False)
class Graph:
    """Roads with the seconds of every arc."""

    roads: Roads
    seconds: Floats

    @cached_property
    def index(self) -> Index:
        """What leads where."""
        return index_of(self.roads.network)

    @cached_property
    def weights(self) -> Floats:
        """Seconds of every move."""
        weights: Floats = np.maximum(self.seconds[self.roads.network.arc], LEAST)
        return weights

    @cached_property
    def links(self) -> tuple[Floats, Floats, Ints, Ints]:
        """Seconds and metres of every link, and the two links that it stands for, or its arc and -1.

        Of what is equally quick the shortest is taken.
        """
        net, small = self.roads.network, self.roads.network.small
        size, known = len(small.link_from), np.flatnonzero(small.link >= 0)
        none, far = np.full(size, -1, np.int32), np.full(size, np.inf)
        best = _Cheapest(far, far.copy(), none, none.copy())
        arcs, metres = net.arc[known], net.metres.astype(np.float64)
        single = np.full(len(arcs), -1, np.int32)
        best.lower(small.link[known], self.weights[known], metres[arcs >> 1], arcs, single)
        for low, high in zip(small.overs[:-1].tolist(), small.overs[1:].tolist(), strict=True):
            first, second = small.over_in[low:high], small.over_out[low:high]
            spent = best.seconds[first] + best.seconds[second]
            driven = best.metres[first] + best.metres[second]
            best.lower(small.over[low:high], spent, driven, first, second)
        return best.seconds, best.metres, best.first, best.second

    @cached_property
    def out(self) -> tuple[Ints, Ints, Ints]:
        """The links of the core by where they start: starts, ends, links; counted from where the core begins."""
        small = self.roads.network.small
        core, first = int(small.layers[-1]), int(small.core[0])
        links = np.arange(first, len(small.link_to), dtype=np.int32)
        return small.core - first, small.link_to[first:] - core, links

    @cached_property
    def into(self) -> tuple[Ints, Ints, Ints]:
        """The links of the core by where they end: starts, beginnings, links."""
        small = self.roads.network.small
        core, first = int(small.layers[-1]), int(small.core[0])
        order = np.argsort(small.link_to[first:], kind="stable").astype(np.int32)
        starts = begins_of(small.link_to[first:] - core, len(small.place) - core)
        return starts, small.link_from[first:][order] - core, first + order

    @cached_property
    def rungs(self) -> tuple[list[Rung], list[Rung]]:
        """The layers from the core down, for searches toward a spot and for those away from one."""
        small = self.roads.network.small
        layers = list(zip(small.layers[:-1].tolist(), small.layers[1:].tolist(), strict=True))
        first, second = (
            [_rung(begins, low, high) for low, high in layers[::-1]]
            for begins in (small.up, small.down)
        )
        return first, second

    def moves_of(self, arc: int) -> Ints:
        """Return the moves that drive an arc."""
        return self.index.arc_moves[self.index.arc_first[arc] : self.index.arc_first[arc + 1]]

    def shares(self, spot: Spot) -> list[tuple[int, float, float]]:
        """Return the arcs through a spot with the seconds before it and after it."""
        metres = max(float(self.roads.network.metres[spot.edge]), LEAST)
        part = min(1.0, max(0.0, spot.along / metres))
        arcs = ((2 * spot.edge, part), (2 * spot.edge + 1, 1 - part))
        return [
            (arc, before * float(self.seconds[arc]), (1 - before) * float(self.seconds[arc]))
            for arc, before in arcs
            if np.isfinite(self.seconds[arc]) and self.index.fresh[arc] >= 0
        ]

    def arcs_of(self, links: Sequence[int]) -> list[int]:
        """Return the arcs that links stand for, in the order they are driven."""
        _, _, first, second = self.links
        driven = np.array(links, np.int32)
        while len(over := np.flatnonzero(second[driven] >= 0)):
            sizes = np.ones(len(driven), np.int64)
            sizes[over] = 2
            begin = np.cumsum(sizes)[over] - 2
            longer = np.repeat(driven, sizes)
            longer[begin], longer[begin + 1] = first[driven[over]], second[driven[over]]
            driven = longer
        arcs: list[int] = first[driven].tolist()
        return arcs


@dataclass(slots=True)
class _Cheapest:
    """The best known of every link: seconds, metres, and what it is made of."""

    seconds: Floats
    metres: Floats
    first: Ints
    second: Ints

    def lower(self, links: Ints, spent: Floats, driven: Floats, first: Ints, second: Ints) -> None:
        """Take what is quicker, and of what is equally quick what is shorter."""
        before = self.seconds[links]
        np.minimum.at(self.seconds, links, spent)
        self.metres[links[self.seconds[links] < before]] = np.inf
        best = np.flatnonzero(spent == self.seconds[links])
        shorter = driven[best] < self.metres[links[best]]
        np.minimum.at(self.metres, links[best], driven[best])
        best = best[shorter & (driven[best] == self.metres[links[best]])]
        self.first[links[best]], self.second[links[best]] = first[best], second[best]


def _rung(begins: Ints, low: int, high: int) -> Rung:
    starts = begins[low : high + 1]
    some = np.flatnonzero(np.diff(starts)).astype(np.int32)
    return Rung(low + some, slice(int(starts[0]), int(starts[-1])), starts[some] - starts[0])


@lru_cache(maxsize=KEPT)
def graph_of(roads: Roads, *, urgent: bool) -> Graph:
    """Return the search graph of roads, made once for each mood."""
    return Graph(roads, roads.urgent if urgent else roads.calm)


@lru_cache(maxsize=KEPT)
def index_of(net: Network) -> Index:
    """Return the index of a network, made once."""
    small, arcs = net.small, 2 * len(net.tail)
    plain = net.origin < len(small.place) - len(net.split)
    fresh = np.full(arcs, -1, np.int32)
    fresh[net.arc[plain]] = small.place[net.target[plain]]
    return Index(
        fresh,
        begins_of(net.arc, arcs),
        np.argsort(net.arc, kind="stable").astype(np.int32),
        small.place[net.origin],
        begins_of(net.origin, len(small.place)),
        np.argsort(small.place).astype(np.int32),
    )


def begins_of(numbers: Ints, size: int) -> Ints:
    """Return where the ones of each number begin when they are sorted, and where the last end."""
    return np.concatenate(([0], np.cumsum(np.bincount(numbers, minlength=size)))).astype(np.int32)
