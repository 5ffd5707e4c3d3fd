"""A small town by the sea that was never built: streets in a grid, houses, a lake, a river, a railway, two districts."""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import quoteattr

WEST, SOUTH = 117.600, 24.500
STEP = 0.002
Places = tuple[tuple[float, float], ...]
SIDE = 9
LAKE = ((2.2, 2.2), (2.8, 2.2), (2.8, 2.8), (2.2, 2.8))
HOUSE = ((0.3, 0.3), (0.6, 0.3), (0.6, 0.5), (0.3, 0.5))


class Town:
    """Gathers nodes, ways and relations, and writes them as OpenStreetMap XML."""

    def __init__(self) -> None:
        self._nodes: list[str] = []
        self._ways: list[str] = []
        self._relations: list[str] = []
        self._known: dict[tuple[float, float], int] = {}
        self.last = 0

    def node(self, x: float, y: float, **tags: str) -> int:
        """Put a point at grid place (x, y) and return its id; the same place is the same point."""
        if (x, y) in self._known and not tags:
            return self._known[x, y]
        self.last += 1
        self._known[x, y] = self.last
        lon, lat = WEST + x * STEP, SOUTH + y * STEP
        self._nodes.append(
            f'<node id="{self.last}" lat="{lat:.7f}" lon="{lon:.7f}">{_tags(tags)}</node>'
        )
        return self.last

    def way(self, places: Places, **tags: str) -> int:
        """Put a line through grid places and return its id."""
        ids = [self.node(*place) for place in places]
        self.last += 1
        nodes = "".join(f'<nd ref="{id}"/>' for id in ids)
        self._ways.append(f'<way id="{self.last}">{nodes}{_tags(tags)}</way>')
        return self.last

    def ring(self, places: Places, **tags: str) -> int:
        """Put a line that ends where it begins."""
        return self.way((*places, places[0]), **tags)

    def relation(self, ways: list[int], **tags: str) -> int:
        """Put a relation of outer ways."""
        self.last += 1
        members = "".join(f'<member type="way" ref="{way}" role="outer"/>' for way in ways)
        self._relations.append(f'<relation id="{self.last}">{members}{_tags(tags)}</relation>')
        return self.last

    def write(self, file: Path) -> Path:
        """Write the town as XML."""
        parts = "\n".join((*self._nodes, *self._ways, *self._relations))
        file.write_text(f'<?xml version="1.0"?>\n<osm version="0.6">\n{parts}\n</osm>\n', "utf-8")
        return file


def small_town() -> Town:
    """Return the town with everything that a map shows."""
    town = Town()
    for n in range(SIDE):
        across = tuple((float(x), float(n)) for x in range(SIDE))
        along = tuple((float(n), float(y)) for y in range(SIDE))
        kind = "primary" if n == 4 else "residential"
        town.way(across, highway=kind, name=f"东西{n}路", **{"name:en": f"East Road {n}"})
        town.way(along, highway=kind, name=f"南北{n}街")
    for x, y in ((0, 0), (1, 0), (0, 1)):
        corners = tuple((x + dx, y + dy) for dx, dy in HOUSE)
        town.ring(corners, building="yes", **{"addr:housenumber": f"{x}{y}"})
    town.ring(LAKE, natural="water", name="镜湖")
    town.ring(
        ((5.2, 5.2), (6.8, 5.2), (6.8, 6.8), (5.2, 6.8)),
        leisure="park",
        name="中山公园",
    )
    town.way(((0.5, -0.5), (0.5, 8.5)), waterway="river", name="九龙江")
    town.way(((-0.5, 3.5), (8.5, 3.5)), railway="rail")
    # Land lies to the left of a coast: this one runs southwards, so the sea is to its west.
    town.way(((0.2, 9.5), (0.2, -1.5)), natural="coastline")
    for west, name in ((-0.5, "西区"), (4.0, "东区")):
        ring = ((west, -0.5), (west + 4.5, -0.5), (west + 4.5, 8.5), (west, 8.5))
        way = town.ring(ring, boundary="administrative", admin_level="6")
        town.relation([way], type="boundary", boundary="administrative", admin_level="6", name=name)
    town.node(
        4.01, 4.01, place="city", name="小城", population="120000", **{"name:en": "Small Town"}
    )
    town.node(3.3, 4.3, amenity="police", name="小城派出所")
    town.node(6.3, 2.3, amenity="school", name="第一小学")
    return town


def _tags(tags: dict[str, str]) -> str:
    return "".join(f"<tag k={quoteattr(key)} v={quoteattr(value)}/>" for key, value in tags.items())
