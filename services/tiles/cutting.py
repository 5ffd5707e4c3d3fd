"""Cuts features into tiles: from the coarsest zoom downwards, each tile from what its parent was cut to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from services.tiles.encoding import (
    EXTENT,
    LINE,
    POINT,
    POLYGON,
    About,
    Shapes,
    geometries,
    tile_bytes,
)
from services.tiles.kind import LEAST, MOST, Kind, nameless
from services.tiles.reading import Features, Floats, Geometries, simple_parts

MARGIN = 64 / EXTENT  # of a tile: lines go on past its edge, so that their ends do not show
CELLS = (
    4  # areas are kept together by so many cells a side: a page that shows a corner paints a corner
)
# Least area and simplification (tile units; the page shows a tile at 512 pixels, eight units a pixel).
LEAST_AREA, COARSE, FINE = 96.0, 5.0, 1.5
MERGED_FROM = 12
TYPES = {0: POINT, 1: LINE, 3: POLYGON}
Box = tuple[float, float, float, float]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Piece:
    """What lies in one tile: geometries and the numbers of their kinds."""

    geometry: Geometries
    kind: Ints


class Cutter:
    """Cuts the features of an extract into tiles within a box of the unit square."""

    def __init__(self, features: Features, box: Box) -> None:
        self._all, self._box = features, box
        kinds = features.kinds
        self._least = np.array([kind.least for kind in kinds], dtype=np.int64)
        self._layers = tuple(dict.fromkeys(kind.layer for kind in kinds))
        self._layer = np.array([self._layers.index(kind.layer) for kind in kinds], dtype=np.int64)
        self._merged = np.array([kind.layer in ("roads", "streams") for kind in kinds], dtype=bool)
        self._abouts: dict[int, tuple[list[tuple[str, About]], Ints]] = {}

    def tiles(self) -> Iterator[tuple[int, int, int, bytes]]:
        """Yield zoom, column, row and content of every tile that is not empty, a parent before its children."""
        # Nothing past the region's edge, where the map says that nothing is known.
        piece = self._within(Piece(self._all.geometry, self._all.kind), self._box, self._box)
        for column, row in _squares(self._box, LEAST):
            yield from self._below(self._cut(piece, LEAST, column, row), LEAST, column, row)

    def _below(
        self, piece: Piece, zoom: int, column: int, row: int
    ) -> Iterator[tuple[int, int, int, bytes]]:
        if not len(piece.kind):
            return
        content = self._tile(piece, zoom, column, row)
        if content:
            yield zoom, column, row, content
        if zoom == MOST:
            return
        boxes = shapely.bounds(piece.geometry)
        for at in ((0, 0), (1, 0), (0, 1), (1, 1)):
            child = 2 * column + at[0], 2 * row + at[1]
            if _meets(self._box, zoom + 1, *child):
                cut = self._cut(piece, zoom + 1, *child, boxes)
                yield from self._below(cut, zoom + 1, *child)

    def _cut(
        self, piece: Piece, zoom: int, column: int, row: int, boxes: Floats | None = None
    ) -> Piece:
        """What of a piece lies in a tile and its margin; points belong to one tile alone."""
        own, around = _square(zoom, column, row, 0.0), _square(zoom, column, row, MARGIN)
        return self._within(piece, own, around, boxes)

    def _within(self, piece: Piece, own: Box, around: Box, boxes: Floats | None = None) -> Piece:
        """Points of a piece in one box, all else of it in another around that."""
        x0, y0, x1, y1 = own
        west, north, east, south = around
        boxes = shapely.bounds(piece.geometry) if boxes is None else boxes
        near = (
            (boxes[:, 0] < east)
            & (boxes[:, 2] > west)
            & (boxes[:, 1] < south)
            & (boxes[:, 3] > north)
        )
        at = boxes[:, 0] == boxes[:, 2]
        at &= boxes[:, 1] == boxes[:, 3]
        inside = (boxes[:, 0] >= x0) & (boxes[:, 0] < x1) & (boxes[:, 1] >= y0) & (boxes[:, 1] < y1)
        near &= ~at | inside
        whole = near & (boxes[:, 0] >= west) & (boxes[:, 2] <= east)
        whole &= (boxes[:, 1] >= north) & (boxes[:, 3] <= south)
        parted = near & ~whole
        if not parted.any():
            return Piece(piece.geometry[whole], piece.kind[whole])
        cut, kind = simple_parts(
            shapely.clip_by_rect(piece.geometry[parted], west, north, east, south),
            piece.kind[parted],
        )
        # A clip may leave a line where an area only touches the edge.
        same = shapely.get_type_id(cut) == self._types()[kind]
        return Piece(
            np.concatenate((piece.geometry[whole], cut[same])),
            np.concatenate((piece.kind[whole], kind[same])),
        )

    def _types(self) -> Ints:
        """The type of geometry of each kind, as Shapely counts them."""
        cached = getattr(self, "_type_of", None)
        if cached is None:
            cached = np.zeros(len(self._all.kinds), dtype=np.int64)
            cached[self._all.kind] = shapely.get_type_id(self._all.geometry)
            self._type_of: Ints = cached
        return cached

    def _tile(self, piece: Piece, zoom: int, column: int, row: int) -> bytes:
        """The tile's content; kinds of the same layer and attributes become one feature."""
        shown = self._least[piece.kind] <= zoom
        geometry, kind = piece.geometry[shown], piece.kind[shown]
        if not len(kind):
            return b""
        abouts, about_of = self._about(zoom)
        x0, y0, x1, _ = _square(zoom, column, row, 0.0)
        scale = EXTENT / (x1 - x0)
        types = shapely.get_type_id(geometry)
        layers: dict[str, list[tuple[About, int, bytes]]] = {}
        for shapely_type, mvt in TYPES.items():
            of = types == shapely_type
            if not of.any():
                continue
            some, number = geometry[of], about_of[kind[of]]
            group = number.astype(np.int64) * (CELLS * CELLS)
            if mvt == POLYGON:
                middle = shapely.bounds(some)
                cell = (
                    ((middle[:, :2] + middle[:, 2:]) / 2 - (x0, y0)) * (CELLS / (x1 - x0))
                ).astype(np.int64)
                cell = np.clip(cell, 0, CELLS - 1)
                group += cell[:, 1] * CELLS + cell[:, 0]
            order = np.argsort(group, kind="stable")
            some, group = some[order], group[order]
            if mvt == POINT:
                group = np.arange(len(group))  # every point has a name of its own
            elif mvt == LINE and zoom >= MERGED_FROM:
                some, group = _joined(some, group)
            shapes = _shapes(mvt, some, group, (x0, y0), scale, zoom)
            if shapes is None:
                continue
            found, pieces = geometries(shapes)
            numbers = number[order][found] if mvt == POINT else found // (CELLS * CELLS)
            for number_, content in zip(numbers.tolist(), pieces, strict=True):
                layer, about = abouts[number_]
                layers.setdefault(layer, []).append((about, mvt, content))
        return tile_bytes(layers)

    def _about(self, zoom: int) -> tuple[list[tuple[str, About]], Ints]:
        """What is said of each kind at a zoom: (layers and attributes, their number by kind)."""
        known = self._abouts.get(zoom)
        if known is None:
            numbers: dict[tuple[str, About], int] = {}
            of = [
                numbers.setdefault((kind.layer, _said(kind, zoom)), len(numbers))
                for kind in self._all.kinds
            ]
            known = self._abouts[zoom] = (list(numbers), np.array(of, dtype=np.int64))
        return known


def _said(kind: Kind, zoom: int) -> About:
    return kind.about if zoom >= kind.named else nameless(kind.about)


def _joined(lines: Geometries, group: Ints) -> tuple[Geometries, Ints]:
    """Lines of a group joined end to end, so that a street's name finds room on the whole of it."""
    groups, first = np.unique(group, return_inverse=True)
    merged = shapely.line_merge(shapely.multilinestrings(lines, indices=first))
    parts, of = shapely.get_parts(merged, return_index=True)
    return parts, groups[of]


def _shapes(
    mvt: int,
    geometry: Geometries,
    group: Ints,
    corner: tuple[float, float],
    scale: float,
    zoom: int,
) -> Shapes | None:
    """Geometries in whole units of their tile; None where nothing is left of them."""
    if mvt != POINT:
        tolerance = (FINE if zoom == MOST else COARSE) / scale
        if mvt == POLYGON:
            large = shapely.area(geometry) * scale * scale >= (4.0 if zoom == MOST else LEAST_AREA)
            geometry, group = geometry[large], group[large]
        geometry = shapely.simplify(geometry, tolerance, preserve_topology=False)
        left = ~shapely.is_empty(geometry)
        geometry, group = simple_parts(geometry[left], group[left])
        left = shapely.get_type_id(geometry) == (3 if mvt == POLYGON else 1)
        geometry, group = geometry[left], group[left]
    if mvt == POLYGON and len(geometry):
        # Shells clockwise as they are seen: counter-clockwise by numbers, for y goes to the south.
        geometry = shapely.orient_polygons(geometry, exterior_cw=False)
        geometry, of = shapely.get_rings(geometry, return_index=True)
        group = group[of]
    coords, part = shapely.get_coordinates(geometry, return_index=True)
    if not len(coords):
        return None
    units = np.rint((coords - corner) * scale).astype(np.int64)
    keep = np.ones(len(units), dtype=bool)
    if mvt != POINT:
        keep[1:] = (units[1:] != units[:-1]).any(axis=1) | (part[1:] != part[:-1])
        if mvt == POLYGON:
            last = np.flatnonzero(np.diff(part, append=-1))
            keep[last] = False
        counts = np.bincount(part[keep], minlength=len(geometry))
        keep &= (counts >= (3 if mvt == POLYGON else 2))[part]
    if not keep.any():
        return None
    units, part = units[keep], part[keep]
    named, part = np.unique(part, return_inverse=True)
    return Shapes(mvt, units, part.astype(np.int64), group[named])


def _square(zoom: int, column: int, row: int, margin: float) -> Box:
    side = 1 / (1 << zoom)
    out = side * margin
    return column * side - out, row * side - out, (column + 1) * side + out, (row + 1) * side + out


def _meets(box: Box, zoom: int, column: int, row: int) -> bool:
    west, north, east, south = _square(zoom, column, row, 0.0)
    return box[0] < east and box[2] > west and box[1] < south and box[3] > north


def _squares(box: Box, zoom: int) -> Iterator[tuple[int, int]]:
    side = 1 << zoom
    for row in range(int(box[1] * side), int(box[3] * side) + 1):
        for column in range(int(box[0] * side), int(box[2] * side) + 1):
            yield column, row
