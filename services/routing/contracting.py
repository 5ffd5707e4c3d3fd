"""Makes the search small: states are taken out of the graph one layer after the other, and links over them put in their place.

What is left, the core, is searched; what was taken out follows from it layer by layer, all states of a layer at once
(Geisberger et al., Contraction hierarchies, 2008; Dibbelt, Strasser, Wagner, Customizable contraction hierarchies, 2014).
Only which states are neighbours decides, never how long a road takes: times may change, and with them closures and hours,
while this stays as it was built.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]
Longs = NDArray[np.int64]
Flags = NDArray[np.bool_]

# A state with more neighbours than this stays in the core: links over it would outnumber what they replace.
NEIGHBOURS = 6
# A layer smaller than this share of what is left does not pay for itself.
LEAST_LAYER = 0.01


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Contraction:
    """Layers and links. A place is the number of a state in the order in which they were taken out, the core last.

    `place` (states); `layers` (layers + 1): places at which they begin, the last where the core begins. Links lead from
    `link_from` to `link_to` (places): first those up out of each place (`up` tells where they begin), then those down into
    each place (`down`), then those of the core by where they start (`core`). `over_in`, `over_out` and `over` (links): the
    third stands for the first two; `overs` (layers + 1): where those of a layer begin. `link` (moves): the link that a move
    is, -1 for one that leads back to where it starts.
    """

    place: Ints
    layers: Ints
    link_from: Ints
    link_to: Ints
    up: Ints
    down: Ints
    core: Ints
    over_in: Ints
    over_out: Ints
    over: Ints
    overs: Ints
    link: Ints


def contracted(states: int, origin: Ints, target: Ints) -> Contraction:
    """Return the layers of a graph given by its moves."""
    whole = origin.astype(np.int64) * states + target
    loops = origin == target
    keys = np.unique(whole[~loops])
    layer = np.full(states, -1, np.int64)
    taken, overs = list[Longs](), [np.zeros((3, 0), np.int64)]
    while (chosen := _layer(states, keys, layer)).any():
        layer[chosen] = len(taken)
        keys, gone, over = _taken_out(states, keys, chosen)
        taken.append(gone)
        overs.append(over)
    return _numbered(states, layer, np.concatenate((*taken, keys)), overs, whole, loops)


def _layer(states: int, keys: Longs, layer: NDArray[np.int64]) -> Flags:
    """Choose states no two of which are neighbours, those with fewest neighbours first."""
    origin, target = keys // states, keys % states
    both = np.unique(np.concatenate((keys, target * states + origin)))
    here, there = both // states, both % states
    count = np.bincount(here, minlength=states)
    # Among equals chance decides, the same at every build: side by side they would go in turn, a layer each.
    chance = np.arange(states) * 2_654_435_761 % 2**32
    turn = np.where((layer < 0) & (count <= NEIGHBOURS), count * 2.0**32 + chance, np.inf)
    least = np.full(states, np.inf)
    np.minimum.at(least, here, turn[there])
    chosen: Flags = turn < least
    enough = chosen.sum() >= max(1, LEAST_LAYER * (layer < 0).sum())
    return chosen if enough else np.zeros(states, np.bool_)


def _taken_out(states: int, keys: Longs, chosen: Flags) -> tuple[Longs, Longs, Longs]:
    """Return the links that are left, those that went, and (in, out, over) of every way through what was taken out."""
    origin, target = keys // states, keys % states
    into, out = np.flatnonzero(chosen[target]), np.flatnonzero(chosen[origin])
    into = into[np.argsort(target[into], kind="stable")]
    counts = np.bincount(origin[out], minlength=states)
    begin = np.cumsum(counts) - counts
    sizes = counts[target[into]]
    first = np.repeat(into, sizes)
    offset = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    second = out[np.repeat(begin[target[into]], sizes) + offset]
    on = origin[first] != target[second]
    first, second = first[on], second[on]
    over = origin[first] * states + target[second]
    went = chosen[origin] | chosen[target]
    left = np.unique(np.concatenate((keys[~went], over)))
    return left, keys[went], np.stack((keys[first], keys[second], over))


def _numbered(
    states: int, layer: Longs, keys: Longs, overs: list[Longs], whole: Longs, loops: Flags
) -> Contraction:
    """Number the states by layer and the links by where they begin."""
    count = len(overs) - 1
    layer = np.where(layer < 0, count, layer)
    order = np.argsort(layer, kind="stable")
    place = np.empty(states, np.int32)
    place[order] = np.arange(states, dtype=np.int32)
    layers = np.searchsorted(layer[order], np.arange(count + 1)).astype(np.int32)
    start, end, core = place[keys // states], place[keys % states], int(layers[-1])
    low = np.minimum(start, end)
    sort = np.where(low >= core, 2, np.where(start < end, 0, 1))
    low = np.where(sort == 2, start, low)
    links = np.lexsort((np.maximum(start, end), low, sort))
    keys, sort, low = keys[links], sort[links], low[links]
    by_key = np.argsort(keys)

    def number(wanted: Longs) -> Ints:
        return by_key[np.searchsorted(keys, wanted, sorter=by_key)].astype(np.int32)

    def begins(kind: int, first: int, last: int) -> Ints:
        behind = np.searchsorted(low[sort == kind], np.arange(first, last + 1))
        return (behind + np.count_nonzero(sort < kind)).astype(np.int32)

    over_in, over_out, over = number(np.concatenate(overs, axis=1))
    link = np.full(len(whole), -1, np.int32)
    link[~loops] = number(whole[~loops])
    return Contraction(
        place,
        layers,
        start[links],
        end[links],
        begins(0, 0, core),
        begins(1, 0, core),
        begins(2, core, states),
        over_in,
        over_out,
        over,
        np.cumsum([it.shape[1] for it in overs]).astype(np.int32),
        link,
    )
