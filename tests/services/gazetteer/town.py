"""A small town written as OpenStreetMap: two streets that cross, a wide road, houses, a village, a kilometre post."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import quoteattr

LON, LAT = 117.65, 24.51


class Town:
    """Nodes and ways; degrees are given as metres east and north of the middle, roughly."""

    def __init__(self) -> None:
        self._things: list[str] = []
        self._number = 0
        self._nodes: list[str] = []

    def node(self, east: float, north: float, **tags: str) -> int:
        """Add a node and return its number."""
        self._number += 1
        lon, lat = LON + east / 101_000, LAT + north / 111_000
        text = f'<node id="{self._number}" lon="{lon:.7f}" lat="{lat:.7f}" version="1">'
        self._nodes.append(f"{text}{written(tags)}</node>")
        return self._number

    def way(self, *nodes: int, **tags: str) -> None:
        """Add a way."""
        self._number += 1
        refs = "".join(f'<nd ref="{node}"/>' for node in nodes)
        self._things.append(f'<way id="{self._number}" version="1">{refs}{written(tags)}</way>')

    def write(self, file: Path) -> Path:
        """Write the file and return it."""
        body = "\n".join([*self._nodes, *self._things])
        file.write_text(f"<osm version='0.6'>\n{body}\n</osm>\n", encoding="utf-8")
        return file


def written(tags: Mapping[str, str]) -> str:
    """Return tags as they stand in the file; `addr__street` is `addr:street`."""
    return "".join(
        f"<tag k={quoteattr(key.replace('__', ':'))} v={quoteattr(value)}/>"
        for key, value in tags.items()
    )


def small_town(file: Path) -> Path:
    """Write the town that the tests search."""
    town = Town()
    middle = town.node(0, 0)
    ends = [town.node(*at) for at in ((-500, 0), (500, 0), (0, -500), (0, 500))]
    town.way(ends[0], middle, ends[1], highway="primary", name="新华西路", name__en="Xinhua West")
    town.way(ends[2], middle, ends[3], highway="secondary", name="延安北路")
    # The other lane of the same wide road: one street, one crossing.
    twin = town.node(0, 20)
    town.way(town.node(-500, 20), twin, town.node(500, 20), highway="primary", name="新华西路")
    town.way(middle, twin, highway="secondary", name="延安北路")
    # The same name far away is another street.
    town.way(town.node(4000, 4000), town.node(4500, 4000), highway="residential", name="延安北路")
    post = town.node(-250, 300, highway="milestone", distance="234")
    town.way(
        town.node(-600, 300),
        post,
        town.node(600, 300),
        highway="trunk",
        name="漳州大道",
        ref="G324",
    )
    town.way(town.node(0, -900), town.node(300, -900), highway="tertiary", name="Main Street")
    town.way(town.node(150, -800), town.node(150, -1000), highway="tertiary", name="Römerstraße")
    corner = town.node(150, -900)
    town.way(town.node(0, -900), corner, highway="tertiary", name="Main Street")
    town.way(corner, town.node(150, -950), highway="tertiary", name="Römerstraße")
    town.node(40, 60, addr__street="延安北路", addr__housenumber="12")
    town.node(
        60, 90, amenity="hospital", name="市医院", name__en="City Hospital", alt_name="漳州市医院"
    )
    town.node(65, 92, highway="bus_stop", name="市医院")
    town.node(60, 93, highway="bus_stop", name="市医院")
    town.node(300, 300, place="village", name="南坑村")
    return town.write(file)
