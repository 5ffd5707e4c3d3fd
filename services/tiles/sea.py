"""Makes the sea of the coast: OpenStreetMap draws the line alone, land to its left and water to its right."""

from __future__ import annotations

import numpy as np
import shapely

from services.tiles.reading import Floats, Geometries

Box = tuple[float, float, float, float]
SURE = 3  # times as much of its coast must say sea: a coast that is not whole leaves faces that are both
BESIDE = 2e-8  # of the world's width: under a metre, to ask on which side of the coast a face lies


def sea_of(coasts: Geometries, box: Box) -> Geometries:
    """Return the polygons of the sea within a box (unit square, y to the south); none where there is no coast."""
    if not len(coasts):
        return np.empty(0, dtype=object)
    within = shapely.clip_by_rect(coasts, *box)
    edge = shapely.box(*box).exterior
    lines = shapely.union_all([*within, *_ends_to(edge, within), edge])
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(lines)))
    middles, normals = _sides(within)
    if not len(middles) or not len(faces):
        return np.empty(0, dtype=object)
    sea, land = (_votes(faces, middles + side * normals * BESIDE) for side in (1, -1))
    return faces[sea > SURE * land]


def _ends_to(edge: shapely.LinearRing, coasts: Geometries) -> Geometries:
    """Straight lines to the box from where a coast ends inside it: an extract is often cut along a border."""
    whole = shapely.get_parts(shapely.line_merge(shapely.union_all(coasts)))
    open_ = whole[~shapely.is_closed(whole)]
    ends = np.concatenate((shapely.get_point(open_, 0), shapely.get_point(open_, -1)))
    loose = ends[shapely.distance(ends, edge) > BESIDE]
    return np.asarray(shapely.shortest_line(loose, edge), dtype=object)


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
