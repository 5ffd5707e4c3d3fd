"""Writes vector tiles (Mapbox Vector Tile 2.1): the geometry of a whole tile at once, in NumPy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

EXTENT = 4096
POINT, LINE, POLYGON = 1, 2, 3
Ints = NDArray[np.int64]
About = tuple[tuple[str, str | int], ...]


@dataclass(frozen=True, slots=True)
class Shapes:
    """Parts (points, lines or rings) of one geometry type, sorted by feature.

    `coords` (n, 2) are whole tile units; `part` (n,) numbers the part of each, ascending; `feature` has one number a
    part, ascending: parts of the same number are one feature. A ring is not closed by a copy of its first point.
    """

    type: int
    coords: Ints
    part: Ints
    feature: Ints


def geometries(shapes: Shapes) -> tuple[Ints, list[bytes]]:
    """Return (feature numbers, their encoded geometry)."""
    counts = np.bincount(shapes.part)
    counts = counts[counts > 0]
    starts = np.concatenate(([0], np.cumsum(counts)[:-1]))
    is_ring = shapes.type == POLYGON
    head = 1 if shapes.type == POINT else 2
    sizes = 2 * counts + head + (1 if is_ring else 0)
    first_part = np.flatnonzero(np.diff(shapes.feature, prepend=-1))
    deltas = np.diff(shapes.coords, axis=0, prepend=np.zeros((1, 2), dtype=np.int64))
    first_point = starts[first_part]
    deltas[first_point] = shapes.coords[first_point]  # the pen starts anew with each feature
    at = np.concatenate(([0], np.cumsum(sizes)))
    words = np.zeros(at[-1], dtype=np.uint32)
    place = np.arange(len(shapes.coords)) - np.repeat(starts, counts)
    # A part is: move, dx, dy, line to (n - 1), dx, dy …, close.
    where = np.repeat(at[:-1], counts) + 1 + 2 * place + np.where(place > 0, head - 1, 0)
    zigzag = ((deltas << 1) ^ (deltas >> 63)).astype(np.uint32)
    words[where], words[where + 1] = zigzag[:, 0], zigzag[:, 1]
    words[at[:-1]] = 9
    if shapes.type != POINT:
        words[at[:-1] + 3] = ((counts - 1) << 3) | 2
    if is_ring:
        words[at[1:] - 1] = 15
    stream, ends = varints(words)
    cuts = np.concatenate(([0], ends))[np.concatenate((at[:-1][first_part], [at[-1]]))]
    text = stream.tobytes()
    pieces = [text[a:b] for a, b in zip(cuts[:-1].tolist(), cuts[1:].tolist(), strict=True)]
    return shapes.feature[first_part], pieces


def varints(words: NDArray[np.uint32]) -> tuple[NDArray[np.uint8], Ints]:
    """Return numbers as protocol-buffer varints, and where each of them ends."""
    sizes = np.ones(len(words), dtype=np.int64)
    for bits in (7, 14, 21, 28):
        sizes += words >= (1 << bits)
    ends = np.cumsum(sizes)
    stream = np.zeros(int(ends[-1]) if len(ends) else 0, dtype=np.uint8)
    begin = ends - sizes
    for byte in range(5):
        having = sizes > byte
        if not having.any():
            break
        more = np.where(sizes[having] > byte + 1, 0x80, 0)
        stream[begin[having] + byte] = ((words[having] >> (7 * byte)) & 0x7F) | more
    return stream, ends


def tile_bytes(layers: Mapping[str, Sequence[tuple[About, int, bytes]]]) -> bytes:
    """Return a tile; a feature is (attributes, geometry type, encoded geometry)."""
    return b"".join(_field(3, _layer(name, features)) for name, features in layers.items())


def _layer(name: str, features: Sequence[tuple[About, int, bytes]]) -> bytes:
    keys: dict[str, int] = {}
    values: dict[str | int, int] = {}
    parts = [_field(1, name.encode())]
    for about, type_, geometry in features:
        tags = b"".join(
            _varint(keys.setdefault(key, len(keys)))
            + _varint(values.setdefault(value, len(values)))
            for key, value in about
        )
        head = _field(2, tags) if tags else b""
        parts.append(_field(2, b"".join((head, b"\x18", bytes((type_,)), _field(4, geometry)))))
    parts += [_field(3, key.encode()) for key in keys]
    parts += [_field(4, _value(value)) for value in values]
    return b"".join((*parts, b"\x28", _varint(EXTENT), b"\x78\x02"))


def _value(value: str | int) -> bytes:
    return _field(1, value.encode()) if isinstance(value, str) else b"\x28" + _varint(value)


def _field(number: int, content: bytes) -> bytes:
    return bytes((number << 3 | 2,)) + _varint(len(content)) + content


def _varint(number: int) -> bytes:
    if number < 0x80:
        return bytes((number,))
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)
