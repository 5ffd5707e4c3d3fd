"""Makes the sea of the coast: OpenStreetMap draws the line alone, land to its left and water to its right."""

from __future__ import annotations

import numpy as np
import shapely

from services.tiles.reading import Floats, Geometries

Box = tuple[float, float, float, float]
BESIDE = 2e-8  # of the world's width: under a metre, to ask on which side of the coast a face lies


def sea_of(coasts: Geometries, box: Box) -> Geometries:
    """Return the polygons of the sea within a box (unit square, y to the south); none where there is no coast."""
    if not len(coasts):
        return np.empty(0, dtype=object)
    within = shapely.clip_by_rect(coasts, *box)
    lines = shapely.union_all([*within, shapely.box(*box).exterior])
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(lines)))
    middles, normals = _sides(within)
    if not len(middles) or not len(faces):
        return np.empty(0, dtype=object)
    votes = _votes(faces, middles + normals * BESIDE) - _votes(faces, middles - normals * BESIDE)
    return faces[votes > 0]


def _sides(lines: Geometries) -> tuple[Floats, Floats]:
    """The middle of every segment, and the unit vector to its right."""
    parts = shapely.get_parts(lines)
    coords, of = shapely.get_coordinates(parts, return_index=True)
    step = np.diff(coords, axis=0)
    length = np.hypot(step[:, 0], step[:, 1])
    one = (np.diff(of) == 0) & (length > 0)
    # With y to the south the right of (dx, dy) is (-dy, dx).
    right = np.column_stack((-step[:, 1], step[:, 0]))[one] / length[one, None]
    return ((coords[:-1] + coords[1:]) / 2)[one], right


def _votes(faces: Geometries, points: Floats) -> Floats:
    """How many of the points lie in each face."""
    found = shapely.STRtree(faces).query(shapely.points(points), predicate="within")[1]
    return np.bincount(found, minlength=len(faces)).astype(np.float64)
