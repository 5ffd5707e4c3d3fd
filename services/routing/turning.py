"""Turn rules as forbidden sequences of arcs, and the search graph that keeps them: junctions, split where a rule needs memory.

Arc `2e` goes along edge `e`, arc `2e + 1` against it. A state of the search is a junction, or a prefix of a forbidden
sequence: "has just come by these arcs". From a state one drives on by every arc that completes no forbidden sequence; the
next state is the longest end of what was driven that begins a forbidden sequence, else the plain junction. Only junctions
near a rule are split, so that the graph hardly grows, and rules with several ways between need nothing of their own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from services.routing.reading import Restriction

Arcs = tuple[int, ...]
# A way between two ways of a rule is followed over this many edges.
LONGEST = 12
# Nobody turns round within so many junctions behind a turn that a rule forbids, just to get past the rule.
NEAR = 4


@dataclass(frozen=True, slots=True)
class Streets:
    """The arcs that may be driven: where each starts and ends, those that leave each junction, edges of each way id."""

    start: Sequence[int]
    end: Sequence[int]
    leaving: Mapping[int, Sequence[int]]
    edges: Mapping[int, Sequence[int]]
    number: Mapping[int, int]

    def of_way(self, way: int) -> Iterator[int]:
        """Yield the arcs of a way that may be driven."""
        for edge in self.edges.get(way, ()):
            for arc in (2 * edge, 2 * edge + 1):
                if self.start[arc] >= 0:
                    yield arc

    def into(self, ways: Iterable[int], junction: int) -> list[int]:
        """Return the arcs of some ways that end at a junction."""
        return [arc for way in ways for arc in self.of_way(way) if self.end[arc] == junction]

    def out_of(self, junction: int, ways: Iterable[int]) -> list[int]:
        """Return the arcs of some ways that leave a junction."""
        wanted = {arc for way in ways for arc in self.of_way(way)}
        return [arc for arc in self.leaving.get(junction, ()) if arc in wanted]


def forbidden(rules: Iterable[Restriction], streets: Streets) -> set[Arcs]:
    """Return the sequences of arcs that the rules forbid; a rule that names what is not here forbids nothing."""
    found: set[Arcs] = set()
    for rule in rules:
        if rule.via_node is None:
            found.update(_over_ways(rule, streets))
        elif (junction := streets.number.get(rule.via_node)) is not None:
            before = [(arc,) for arc in streets.into(rule.sources, junction)]
            found.update(_at(rule, streets, before, junction))
    return found


def turning_round(sequences: Iterable[Arcs], streets: Streets) -> set[Arcs]:
    """Return the turns on the spot that would get round a rule: behind its junction, unless the street ends there."""
    ruled = {streets.end[sequence[-2]] for sequence in sequences}
    near = [arc for junction in sorted(ruled) for arc in streets.leaving.get(junction, ())]
    seen: set[int] = set()
    for _ in range(NEAR):
        near = _behind(near, seen, streets)
    return {
        (arc, arc ^ 1)
        for arc in seen
        if streets.start[arc ^ 1] >= 0
        and any(on != arc ^ 1 for on in streets.leaving.get(streets.end[arc], ()))
    }


def _behind(near: list[int], seen: set[int], streets: Streets) -> list[int]:
    """See some arcs, and those that they go on as; return the arcs behind the next junctions at which one can choose."""
    farther: list[int] = []
    while near:
        arc = near.pop()
        if arc not in seen:
            seen.add(arc)
            onward = [on for on in streets.leaving.get(streets.end[arc], ()) if on != arc ^ 1]
            (near if len(onward) == 1 else farther).extend(onward)
    return farther


def _over_ways(rule: Restriction, streets: Streets) -> Iterator[Arcs]:
    """Follow the ways between from every end of the ways that one comes by."""
    between = [arc for way in rule.via_ways for arc in streets.of_way(way)]
    heads = {streets.end[arc] for way in rule.sources for arc in streets.of_way(way)}
    for junction in heads & {streets.start[arc] for arc in between}:
        before = [(arc,) for arc in streets.into(rule.sources, junction)]
        for chain in _chains(junction, set(between), rule, streets):
            driven = [arcs + chain for arcs in before if arcs[-1] != chain[0] ^ 1]
            yield from _at(rule, streets, driven, streets.end[chain[-1]])


def _chains(
    junction: int, between: set[int], rule: Restriction, streets: Streets
) -> Iterator[Arcs]:
    """Yield the ways through `between` from a junction to where one of the ways that one goes to leaves."""
    waiting: list[Arcs] = [(arc,) for arc in streets.leaving.get(junction, ()) if arc in between]
    while waiting:
        chain = waiting.pop()
        here = streets.end[chain[-1]]
        if set(streets.out_of(here, rule.targets)) - {chain[-1] ^ 1}:
            yield chain
        elif len(chain) < LONGEST:
            visited = {streets.start[arc] for arc in chain}
            onward = [arc for arc in streets.leaving.get(here, ()) if arc in between]
            waiting += [(*chain, arc) for arc in onward if streets.end[arc] not in visited]


def _at(
    rule: Restriction, streets: Streets, before: Sequence[Arcs], junction: int
) -> Iterator[Arcs]:
    """Yield what is forbidden after having come to a junction by one of some sequences."""
    targets = streets.out_of(junction, rule.targets)
    if rule.kind.startswith("only_"):
        others = [arc for arc in streets.leaving.get(junction, ()) if arc not in targets]
        targets = others if targets else []
    for arcs in before:
        for arc in targets:
            same = rule.kind == "no_u_turn" and set(rule.sources) == set(rule.targets)
            if not same or len(arcs) > 1 or arc == arcs[-1] ^ 1:
                yield (*arcs, arc)


@dataclass(frozen=True, slots=True)
class Turns:
    """The search graph: from state `origin` by `arc` to state `target`; states past the junctions lie at `split`."""

    origin: NDArray[np.int32]
    target: NDArray[np.int32]
    arc: NDArray[np.int32]
    split: NDArray[np.int32]


def turns(sequences: set[Arcs], streets: Streets, junctions: int) -> Turns:
    """Return the search graph that keeps every forbidden sequence."""
    memory = _Memory(sequences, streets, junctions)
    start = np.asarray(streets.start, np.int32)
    arc = np.flatnonzero(start >= 0).astype(np.int32)
    target = np.asarray(streets.end, np.int32)[arc]
    first = np.array([prefix[0] for prefix in memory.states if len(prefix) == 1], np.int32)
    numbers = [memory.states[prefix] for prefix in memory.states if len(prefix) == 1]
    target[np.searchsorted(arc, first)] = numbers
    more = [
        (state, memory.after(prefix, on), on)
        for prefix, state in memory.states.items()
        for on in streets.leaving.get(streets.end[prefix[-1]], ())
    ]
    added = np.array([move for move in more if move[1] is not None], np.int32).reshape(-1, 3)
    return Turns(
        np.concatenate((start[arc], added[:, 0])),
        np.concatenate((target, added[:, 1])),
        np.concatenate((arc, added[:, 2])),
        np.array([streets.end[prefix[-1]] for prefix in memory.states], np.int32),
    )


class _Memory:
    """The states with a memory: every beginning of a forbidden sequence, numbered after the junctions."""

    def __init__(self, sequences: set[Arcs], streets: Streets, junctions: int) -> None:
        self._sequences = sequences
        self._streets = streets
        begun = {arcs[:size] for arcs in sequences for size in range(1, len(arcs))}
        self.states = {arcs: junctions + number for number, arcs in enumerate(sorted(begun))}

    def after(self, prefix: Arcs, arc: int) -> int | None:
        """Return the state after driving on by an arc, None where a rule forbids it."""
        driven = (*prefix, arc)
        ends = [driven[at:] for at in range(len(driven))]
        if any(end in self._sequences for end in ends):
            return None
        known = (self.states[end] for end in ends if end in self.states)
        return next(known, self._streets.end[arc])


def streets_of(
    tail: Sequence[int],
    head: Sequence[int],
    forward: Sequence[bool],
    back: Sequence[bool],
    ways: Sequence[int],
    ids: Sequence[int],
) -> Streets:
    """Return the arcs of edges: junctions at both ends, whether each direction may be driven, way ids, node ids."""
    start, end = [-1] * (2 * len(tail)), [-1] * (2 * len(tail))
    leaving: defaultdict[int, list[int]] = defaultdict(list)
    edges: defaultdict[int, list[int]] = defaultdict(list)
    for edge, (here, there, on, against) in enumerate(zip(tail, head, forward, back, strict=True)):
        for arc, origin, target, may in (
            (2 * edge, here, there, on),
            (2 * edge + 1, there, here, against),
        ):
            if may:
                start[arc], end[arc] = origin, target
                leaving[origin].append(arc)
        edges[ways[edge]].append(edge)
    return Streets(start, end, dict(leaving), dict(edges), {id: n for n, id in enumerate(ids)})
