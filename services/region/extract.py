"""Makes the extract that all parts of a region are read from: one `.osm.pbf`, cut to the outline that was wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import osmium
import shapely
from numpy.typing import NDArray

from services.region.clip import Clip
from services.region.opening import opened, read_through, truncated
from services.region.source import Source

FILE = "extract.osm.pbf"
CHUNK = 200_000
Tell = Callable[[float], None]


def make_extract(source: Source, clip: Clip | None, folder: Path, tell: Tell) -> Path:
    """Return the extract as `.osm.pbf`: the source itself where nothing is to be done, else a new file in the folder.

    TroubleError `region.truncated` where the source is not whole.
    """
    if clip is None and source.format == "pbf":
        read_through(source)
        return source.path
    made = folder / FILE
    part = folder / f"part-{FILE}"
    try:
        keep = None if clip is None else _wanted(source, clip, tell)
        _copy(source, keep, clip, part, tell)
    except RuntimeError as error:
        raise truncated(source, error) from error
    part.replace(made)
    return made


def _copy(
    source: Source, keep: osmium.IdTracker | None, clip: Clip | None, made: Path, tell: Tell
) -> None:
    reading = osmium.FileProcessor(opened(source))
    header = osmium.io.Header()
    header.set("generator", "zhangzhou-110")
    box = reading.header.box() if clip is None else None
    if clip is not None:
        west, south, east, north = clip.box
        box = osmium.osm.Box(west, south, east, north)
    if box is not None and box.valid():
        header.add_box(box)
    if keep is not None:
        reading = reading.with_filter(keep.id_filter())
    with osmium.SimpleWriter(str(made), header=header, overwrite=True) as writer:
        for count, thing in enumerate(reading):
            if count % CHUNK == 0:
                tell(0.5)
            writer.add(thing)


def _wanted(source: Source, clip: Clip, tell: Tell) -> osmium.IdTracker:
    """Everything with a point inside, whole: ways with all their points, areas with all their ways."""
    tracker = osmium.IdTracker()
    for ids, places in _nodes(source):
        tell(0.1)
        inside = shapely.contains_xy(clip.outline, places[:, 0], places[:, 1])
        for id in ids[inside].tolist():
            tracker.add_node(id)
    tracker.complete_forward_references(opened(source), relation_depth=0)
    tell(0.3)
    relations = tracker.relation_ids()
    for relation in osmium.FileProcessor(opened(source), osmium.osm.RELATION):
        # A route or a country may be as long as it likes; a lake is wanted whole.
        if not isinstance(relation, osmium.osm.Relation) or not relations.get(relation.id):
            continue
        if relation.tags.get("type") == "multipolygon":
            for member in relation.members:
                if member.type == "w":
                    tracker.add_way(member.ref)
    tracker.complete_backward_references(opened(source), relation_depth=0)
    return tracker


def _nodes(source: Source) -> Iterator[tuple[NDArray[np.int64], NDArray[np.float64]]]:
    """Ids and places (longitude, latitude) of the points, some at a time."""
    ids: list[int] = []
    places: list[tuple[float, float]] = []
    for node in osmium.FileProcessor(opened(source), osmium.osm.NODE):
        if not isinstance(node, osmium.osm.Node) or not node.location.valid():
            continue
        location = node.location
        ids.append(node.id)
        places.append((location.lon, location.lat))
        if len(ids) == CHUNK:
            yield np.array(ids), np.array(places)
            ids, places = [], []
    if ids:
        yield np.array(ids), np.array(places)
