"""Reads vector tiles back, written against the specification and not against our encoder."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

Ring = list[tuple[int, int]]
Feature = tuple[dict[str, Any], int, list[Ring]]
Layers = dict[str, list[Feature]]


def read_tile(tile: bytes) -> Layers:
    """Return by layer: (attributes, geometry type, parts) of every feature."""
    layers = {}
    for number, _, content in fields(tile):
        assert number == 3
        name, features, keys, values, extent = "", [], [], [], 0
        for part, _, body in fields(content):
            if part == 1:
                name = body.decode()
            elif part == 2:
                features.append(body)
            elif part == 3:
                keys.append(body.decode())
            elif part == 4:
                ((kind, _, value),) = fields(body)
                values.append(value.decode() if kind == 1 else value)
            elif part == 5:
                extent = body
            elif part == 15:
                assert body == 2
        assert extent == 4096
        layers[name] = [feature(body, keys, values) for body in features]
    return layers


def feature(
    body: bytes, keys: list[str], values: list[Any]
) -> tuple[dict[str, Any], int, list[Ring]]:
    """Return one feature."""
    tags: list[int] = []
    kind, words = 0, []
    for number, _, content in fields(body):
        if number == 2:
            tags = list(varints(content))
        elif number == 3:
            kind = content
        elif number == 4:
            words = list(varints(content))
    about = {keys[k]: values[v] for k, v in zip(tags[::2], tags[1::2], strict=True)}
    return about, kind, parts(words)


def parts(words: list[int]) -> list[Ring]:
    """Return the parts that the pen draws; every ring must be closed by its command."""
    found: list[Ring] = []
    x = y = at = 0
    while at < len(words):
        command, count = words[at] & 7, words[at] >> 3
        at += 1
        if command == 7:
            found[-1].append(found[-1][0])
            continue
        for _ in range(count):
            x += (words[at] >> 1) ^ -(words[at] & 1)
            y += (words[at + 1] >> 1) ^ -(words[at + 1] & 1)
            at += 2
            if command == 1:
                found.append([])
            found[-1].append((x, y))
    return found


def fields(content: bytes) -> Iterator[tuple[int, int, Any]]:
    """Yield (field number, wire type, value)."""
    at = 0
    while at < len(content):
        key, at = varint(content, at)
        if key & 7 == 0:
            value, at = varint(content, at)
            yield key >> 3, 0, value
        else:
            assert key & 7 == 2
            size, at = varint(content, at)
            yield key >> 3, 2, content[at : at + size]
            at += size


def varints(content: bytes) -> Iterator[int]:
    """Yield packed numbers."""
    at = 0
    while at < len(content):
        value, at = varint(content, at)
        yield value


def varint(content: bytes, at: int) -> tuple[int, int]:
    """Return a number and where it ends."""
    value = shift = 0
    while True:
        byte = content[at]
        value |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if byte < 0x80:
            return value, at


def area(ring: Ring) -> float:
    """Return the signed area of a closed ring as the specification counts it: a shell's is above zero."""
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in itertools.pairwise(ring)) / 2
