"""Figures of roads: times from everywhere, units ranked, ways with steps, rings."""

from __future__ import annotations

import resource
from collections.abc import Callable
from pathlib import Path
from random import Random
from time import perf_counter

from benchmarks.figure import Figure, at_most, percentile
from services.routing import Roads, arrivals, build_roads, find_route, load_roads, rings
from services.routing.searching import graph_of, toward
from services.routing.stretch import UNIT

ROUNDS, UNITS, WAYS = 40, 1_000, 300
Point = tuple[float, float]


def measure_roads(extract: Path, eightfold: Path, folder: Path) -> list[Figure]:
    """Return the figures on an extract and on its eightfold copy."""
    figures = []
    for name, source in (("Heidelberg", extract), ("8-fold", eightfold)):
        place = folder / f"roads-{name}"
        place.mkdir()
        spent = timed(lambda source=source, place=place: build_roads(source, place, ignore))  # type: ignore[misc]
        figures.append(at_most(f"roads of {name}, built", spent / 1000, "s", 60))
        figures += asked(name, place)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return [*figures, at_most("memory at its most, roads", peak, "MiB", 1_536)]


def asked(name: str, folder: Path) -> list[Figure]:
    """Time what the desk asks of built roads."""
    loaded = [timed(lambda: load_roads(folder)) for _ in range(5)]
    roads, random = load_roads(folder), Random(1)
    places = on_roads(roads, random, 2 * WAYS)
    units, targets = on_roads(roads, random, UNITS), places[:ROUNDS]
    graph = graph_of(roads, urgent=True)
    find_route(roads, places[0], places[1])
    spots = [spot for spot in map(roads.snap, targets) if spot is not None]
    trees = [timed(lambda spot=spot: toward(graph, spot).places) for spot in spots]  # type: ignore[misc]
    ranked = [timed(lambda at=at: arrivals(roads, units, at, roads.traffic)) for at in targets]  # type: ignore[misc]
    pairs = zip(places[::2], places[1::2], strict=True)
    ways = [timed(lambda a=a, b=b: find_route(roads, a, b)) for a, b in pairs]  # type: ignore[misc]
    areas = [timed(lambda at=at: rings(roads, at, (5,))) for at in targets]  # type: ignore[misc]
    title = f"{name}, {roads.counts['junctions']:,} junctions"
    return [
        at_most(f"{title}: load, p50", percentile(loaded, 0.5), "ms", 100),
        at_most(f"{title}: all to one incident, p50", percentile(trees, 0.5), "ms", 20),
        at_most(f"{title}: {UNITS:,} units ranked, p50", percentile(ranked, 0.5), "ms", 30),
        at_most(f"{title}: ring of 5 minutes, p50", percentile(areas, 0.5), "ms", 50),
        at_most(f"{title}: one way with steps, p99", percentile(ways, 0.99), "ms", 20),
    ]


def on_roads(roads: Roads, random: Random, count: int) -> list[Point]:
    """Return places on roads that are in use, drawn by lot."""
    net = roads.network
    drawn = [random.choice(net.pieces) for _ in range(count)]
    return [(float(net.x[piece] * UNIT), float(net.y[piece] * UNIT)) for piece in drawn]


def timed(ask: Callable[[], object]) -> float:
    """Return the ms that a call takes."""
    began = perf_counter()
    ask()
    return (perf_counter() - began) * 1000


def ignore(_share: float) -> None:
    """Nobody looks at how far it is."""
