"""Whose ground a point is: the beat drawn around it and the police bodies above; not the administrative division."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from models.board import BeatCard, OrganisationCard

Ring = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """The beat that a point lies in, and the bodies it belongs to, the nearest first."""

    beat: BeatCard
    bodies: tuple[OrganisationCard, ...]


def jurisdiction_at(
    beats: Iterable[BeatCard], bodies: Mapping[str, OrganisationCard], lon: float, lat: float
) -> Jurisdiction | None:
    """Return whose ground a WGS-84 point is, of several beats the smallest; None where no beat is drawn around it."""
    there = [beat for beat in beats if holds(beat.ring, lon, lat)]
    if not there:
        return None
    beat = min(there, key=lambda beat: (size(beat.ring), beat.code))
    return Jurisdiction(beat, tuple(above(bodies, beat.organisation_id)))


def above(bodies: Mapping[str, OrganisationCard], id: str | None) -> list[OrganisationCard]:
    """Return a body and those above it; a loop of bodies ends where it closes."""
    found: list[OrganisationCard] = []
    while id is not None and id in bodies and bodies[id] not in found:
        found.append(bodies[id])
        id = bodies[id].parent_id
    return found


def holds(ring: Ring, lon: float, lat: float) -> bool:
    """Tell whether a point lies in a ring: a line from it eastwards crosses an odd number of edges."""
    inside = False
    for at, (x1, y1) in enumerate(ring):
        x2, y2 = ring[at - 1]
        if (y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def size(ring: Ring) -> float:
    """Return the area of a ring in square degrees: good enough to compare neighbours."""
    return abs(sum(ring[at - 1][0] * y - x * ring[at - 1][1] for at, (x, y) in enumerate(ring))) / 2
