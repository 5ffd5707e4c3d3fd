"""Small street plans drawn by hand, and a town of many streets: OpenStreetMap XML that is built as any extract is."""

from __future__ import annotations

from pathlib import Path
from random import Random
from xml.sax.saxutils import quoteattr

from services.routing import Roads, build_roads, load_roads

WEST, SOUTH = 117.60, 24.50
STEP = 0.002
Place = tuple[float, float]


class Plan:
    """Streets between named places; a place is a letter at a point of the grid, 200 m a step or so."""

    def __init__(self, places: dict[str, Place]) -> None:
        self._ids = {name: number for number, name in enumerate(places, 1)}
        self._places = places
        self._barriers: dict[str, str] = {}
        self._ways: list[str] = []
        self._relations: list[str] = []

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return longitude and latitude of a point of the grid."""
        return WEST + x * STEP, SOUTH + y * STEP

    def bar(self, place: str, barrier: str) -> None:
        """Put a barrier on a place."""
        self._barriers[place] = barrier

    def street(self, places: str | list[str], **tags: str) -> int:
        """Draw a street through places and return its id."""
        tags = {
            "highway": "residential",
            **{key.replace("__", ":"): value for key, value in tags.items()},
        }
        if "route" in tags:
            del tags["highway"]
        nodes = "".join(f'<nd ref="{self._ids[place]}"/>' for place in places)
        id = 1000 + len(self._ways)
        self._ways.append(f'<way id="{id}">{nodes}{tagged(tags)}</way>')
        return id

    def rule(self, kind: str, source: int, via: str | int, target: int) -> None:
        """Put up a sign: from a street over a place, or over a street, to another."""
        between = ("node", self._ids[via]) if isinstance(via, str) else ("way", via)
        members = (("way", source, "from"), (*between, "via"), ("way", target, "to"))
        said = "".join(
            f'<member type="{t}" ref="{ref}" role="{role}"/>' for t, ref, role in members
        )
        tags = tagged({"type": "restriction", "restriction": kind})
        self._relations.append(
            f'<relation id="{5000 + len(self._relations)}">{said}{tags}</relation>'
        )

    def write(self, file: Path) -> Path:
        """Write the plan."""
        nodes = []
        for name, place in self._places.items():
            lon, lat = self.point(*place)
            barrier = {"barrier": self._barriers[name]} if name in self._barriers else {}
            nodes.append(
                f'<node id="{self._ids[name]}" lat="{lat:.7f}" lon="{lon:.7f}">{tagged(barrier)}</node>'
            )
        body = "\n".join((*nodes, *self._ways, *self._relations))
        file.write_text(f'<?xml version="1.0"?>\n<osm version="0.6">\n{body}\n</osm>\n', "utf-8")
        return file

    def roads(self, folder: Path) -> Roads:
        """Build the plan and load it."""
        build_roads(self.write(folder / "plan.osm"), folder, lambda _share: None)
        return load_roads(folder)


def tagged(tags: dict[str, str]) -> str:
    """Return tags as XML."""
    return "".join(f"<tag k={quoteattr(k)} v={quoteattr(v)}/>" for k, v in tags.items())


def town(seed: int, side: int = 14) -> Plan:
    """Return a town drawn by lot: a bent grid with one-way streets, limits, gates, a circle's worth of turn rules."""
    random = Random(seed)
    places = {
        f"{x},{y}": (x + random.uniform(-0.3, 0.3), y + random.uniform(-0.3, 0.3))
        for x in range(side)
        for y in range(side)
    }
    plan = Plan(places)
    streets: dict[tuple[str, str], int] = {}
    for x in range(side):
        for y in range(side):
            for dx, dy in ((1, 0), (0, 1)):
                here, there = f"{x},{y}", f"{x + dx},{y + dy}"
                if there in places and random.random() < 0.93:
                    tags = {
                        "highway": random.choice(["residential", "tertiary", "primary", "service"])
                    }
                    tags |= random.choice([{}, {}, {}, {"oneway": "yes"}, {"oneway": "-1"}])
                    tags |= random.choice([{}, {"maxspeed": "30"}, {"access": "private"}])
                    streets[here, there] = streets[there, here] = plan.street([here, there], **tags)
    for (here, there), street in sorted(streets.items()):
        on = [
            (away, other) for (at, away), other in streets.items() if at == there and away != here
        ]
        if on and random.random() < 0.12:
            kind = random.choice(["no_left_turn", "no_right_turn", "only_straight_on"])
            plan.rule(kind, street, there, random.choice(on)[1])
    return plan
