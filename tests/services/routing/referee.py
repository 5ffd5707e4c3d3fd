"""A second opinion: reads an extract in another way, puts every piece between two nodes into networkx, keeps the rules itself."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Any

import networkx
import osmium

from services.routing.traffic import SHIPPED

Piece = tuple[int, int]


class Referee(osmium.SimpleHandler):
    """Times between the middles of pieces: (node, node) in the direction driven; nobody turns round but in a dead end."""

    def __init__(self, extract: Path) -> None:
        super().__init__()
        self._settings = tomllib.loads(SHIPPED.read_text(encoding="utf-8"))
        self.places: dict[int, tuple[float, float]] = {}
        self.seconds: dict[Piece, float] = {}
        self.pieces_of: defaultdict[int, set[Piece]] = defaultdict(set)
        self.ways_of: defaultdict[Piece, set[int]] = defaultdict(set)
        self.barred: set[int] = set()
        self.rules: list[tuple[str, int, int, int]] = []
        self.over_ways = 0
        self.apply_file(str(extract), locations=True)
        self.graph = self._turned()

    def node(self, node: Any) -> None:
        """Note what stands on a node."""
        if self._settings["barrier"].get(node.tags.get("barrier", "")) == "no":
            said = [
                node.tags[k]
                for k in ("motorcar", "motor_vehicle", "vehicle", "access")
                if k in node.tags
            ]
            open_to = said and self._settings["access"].get(said[0], "guarded") != "no"
            if not open_to and node.tags.get("emergency") not in ("yes", "designated"):
                self.barred.add(node.id)

    def way(self, way: Any) -> None:
        """Note the pieces of a street; ferries are left out."""
        tags = dict(way.tags)
        kmh = self._settings["kmh"].get(tags.get("highway", ""))
        if kmh is None or tags.get("area") == "yes" or tags.get("route") == "ferry":
            return
        said = [tags[k] for k in ("motorcar", "motor_vehicle", "vehicle", "access") if k in tags]
        words = said[0].split(";") if said else ["yes"]
        answers = [self._settings["access"].get(word.strip(), "guarded") for word in words]
        if tags.get("emergency") in ("yes", "designated"):
            answers = ["yes"]
        if answers.count("no") == len(answers):
            return
        on, back = (
            self._kmh(tags.get(f"maxspeed:{way}") or tags.get("maxspeed", ""), kmh, answers)
            for way in ("forward", "backward")
        )
        oneway = tags.get("oneway", "")
        circle = tags.get("junction") in ("roundabout", "circular") or tags["highway"] == "motorway"
        for here, there in pairwise([node for node in way.nodes if node.location.valid()]):
            self.places[here.ref] = (here.lon, here.lat)
            self.places[there.ref] = (there.lon, there.lat)
            if here.ref == there.ref:
                continue
            long = metres(self.places[here.ref], self.places[there.ref]) * 3.6
            if oneway != "-1":
                self._add((here.ref, there.ref), way.id, long / on)
            if oneway == "-1" or (oneway != "yes" and not (circle and oneway != "no")):
                self._add((there.ref, here.ref), way.id, long / back)

    def relation(self, relation: Any) -> None:
        """Note a turn rule over a node."""
        tags, members = relation.tags, list(relation.members)
        said = tags.get("restriction:motorcar", tags.get("restriction", ""))
        if tags.get("type") != "restriction" or not said.startswith(("no_", "only_")):
            return
        if {"motorcar", "emergency"} & set(tags.get("except", "").split(";")):
            return
        via = [m for m in members if m.role == "via"]
        if not via or via[0].type != "n":
            self.over_ways += bool(via)
            return
        for source in (m.ref for m in members if m.role == "from"):
            for target in (m.ref for m in members if m.role == "to"):
                self.rules.append((said, source, via[0].ref, target))

    def _kmh(self, signed: str, usual: float, answers: list[str]) -> float:
        speed = self._settings["speed"]
        if signed.isdigit() and int(signed) > 0:
            usual = int(signed) * speed["signed_share"]
        elif signed == "walk":
            usual = speed["walk_kmh"] * speed["signed_share"]
        return usual if "yes" in answers else min(usual, speed["guarded_kmh"])

    def _add(self, piece: Piece, way: int, spent: float) -> None:
        self.seconds[piece] = min(spent, self.seconds.get(piece, spent))
        self.pieces_of[piece[0]].add(piece)
        self.ways_of[piece].add(way)

    def _forbidden(self) -> set[tuple[Piece, Piece]]:
        into: defaultdict[int, set[Piece]] = defaultdict(set)
        for piece in self.seconds:
            into[piece[1]].add(piece)
        found: set[tuple[Piece, Piece]] = set()
        only: defaultdict[tuple[int, int], set[int]] = defaultdict(set)
        for said, source, via, target in self.rules:
            before = [p for p in into[via] if source in self.ways_of[p]]
            after = [p for p in self.pieces_of[via] if target in self.ways_of[p]]
            if said.startswith("only_"):
                after = [p for p in self.pieces_of[via] if p not in after] if after else []
                only[source, via].add(target)
            elif said == "no_u_turn" and source == target:
                found.update((p, (p[1], p[0])) for p in before)
                continue
            found.update((p, q) for p in before for q in after)
        return found

    def _turned(self) -> networkx.DiGraph[Piece]:
        """Pieces as nodes, turns as arcs; the weight is the time of the piece turned into."""
        graph: networkx.DiGraph[Piece] = networkx.DiGraph()
        forbidden = self._forbidden()
        for piece in self.seconds:
            graph.add_node(piece)
            if piece[1] in self.barred:
                back = (piece[1], piece[0])
                if back in self.seconds:
                    graph.add_edge(piece, back, weight=self.seconds[back])
                continue
            onward = [on for on in self.pieces_of[piece[1]] if on[1] != piece[0]]
            if not onward:
                onward = [on for on in self.pieces_of[piece[1]] if on[1] == piece[0]]
            for on in onward:
                if (piece, on) not in forbidden:
                    graph.add_edge(piece, on, weight=self.seconds[on])
        return graph

    def middle(self, piece: Piece) -> tuple[float, float]:
        """Return the middle of a piece."""
        (x, y), (x2, y2) = self.places[piece[0]], self.places[piece[1]]
        return (x + x2) / 2, (y + y2) / 2

    def times_from(self, piece: Piece) -> dict[Piece, float]:
        """Return the seconds from the middle of a piece to the middles of all others, by the direction of arrival."""
        both = [it for it in (piece, (piece[1], piece[0])) if it in self.seconds]
        found: dict[Piece, float] = {}
        for start in both:
            times = networkx.single_source_dijkstra_path_length(self.graph, start)
            for there, spent in times.items():
                if there not in both:
                    whole = self.seconds[start] / 2 + spent - self.seconds[there] / 2
                    found[there] = min(whole, found.get(there, whole))
        return found


def metres(here: tuple[float, float], there: tuple[float, float]) -> float:
    """Return the great-circle distance."""
    lon, lat, lon2, lat2 = map(radians, (*here, *there))
    half = sin((lat2 - lat) / 2) ** 2 + cos(lat) * cos(lat2) * sin((lon2 - lon) / 2) ** 2
    return 2 * 6_371_008.8 * asin(sqrt(half))
