"""Callers of a drill: when the next call comes, from where, about what."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random

from models.place import Method, Place
from services.drill.chance import key_at, stream
from services.drill.ground import Ground
from services.drill.motion import Point, shifted
from services.drill.script import Scene, Script, fillings, weighted

HOUR_MS = 3_600_000
DAY_HOURS = 24
CHINA_MS = 8 * HOUR_MS
# A repeat tells of one of the last matters, no older than this.
REPEAT_MS = 30 * 60_000
REPEATABLE = 40
SAME_CALLER = 0.6
TOWN_SPREAD_M = 1_300
CORE_SPREAD_M = 1_200
IN_TOWN = 0.94
# Of those in a town of the counties: how many are in the county's seat.
IN_SEAT = 0.6


@dataclass(frozen=True, slots=True)
class Caller:
    """One call of the script: `place` is where the matter is, `first` the key of the call it repeats."""

    id: str
    at: int
    kind: str
    scene: Scene
    channel: str
    number: str
    name: str
    address: str
    division: str
    place: Point
    located: Place
    heard: str
    first: str | None = None


class Telephone:
    """The stream of calls: a Poisson process along the curve of the day; call n is the same for the same seed."""

    def __init__(self, seed: int, start_ms: int, script: Script, ground: Ground) -> None:
        self._seed, self._start = seed, start_ms
        self._script, self._ground = script, ground
        self._recent: deque[Caller] = deque(maxlen=REPEATABLE)

    def calls(self) -> Iterator[Caller]:
        """Yield the calls in order, for ever."""
        arrivals = stream(self._seed, "arrivals")
        at, number = float(self._start), 0
        while True:
            at = self._later(at, arrivals.expovariate(1.0))
            yield self._call(number, round(at))
            number += 1

    def _later(self, at: float, work: float) -> float:
        """Return the instant at which the expected count of calls has grown by `work`."""
        mean = sum(self._script.day) / DAY_HOURS
        while True:
            hour = int((at + CHINA_MS) // HOUR_MS)
            calls_an_hour = (
                self._script.calls_a_day / DAY_HOURS * self._script.day[hour % 24] / mean
            )
            end = (hour + 1) * HOUR_MS - CHINA_MS
            there = (end - at) / HOUR_MS * calls_an_hour
            if work <= there:
                return at + work / calls_an_hour * HOUR_MS
            at, work = float(end), work - there

    def _call(self, number: int, at: int) -> Caller:
        random = stream(self._seed, "call", number)
        id = key_at(at, self._seed, self._start, "call", number)
        shares = self._script.shares
        kind = weighted(random, {"incident": 1 - sum(shares.values()), **shares})
        fresh = [call for call in self._recent if at - call.at <= REPEAT_MS]
        if kind == "repeat" and fresh:
            return self._repeat(random, id, at, random.choice(fresh))
        kind = "incident" if kind == "repeat" else kind
        scenes = self._script.of_kind(kind)
        scene = random.choices(scenes, [scene.weight for scene in scenes])[0]
        call = self._matter(random, id, at, scene)
        if kind == "incident":
            self._recent.append(call)
        return call

    def _matter(self, random: Random, id: str, at: int, scene: Scene) -> Caller:
        division, place, town, road = self._scene(random)
        words = fillings(random, self._script.words)
        words |= {"road": road} if road else {}
        address = f"{self._ground.names[division]}{town}{words['road']}{random.randint(1, 288)}号"
        channel = "0101" if scene.by == "desk" else weighted(random, self._script.channels)
        return Caller(
            id=id,
            at=at,
            kind=scene.kind,
            scene=scene,
            channel=channel,
            number=f"1390000{random.randrange(10_000):04d}",
            name=f"{words['surname']}某",
            address=address,
            division=division,
            place=place,
            located=located(random, place, channel, at),
            heard=random.choice(scene.heard).format(address=address, place=town, **words),
        )

    def _repeat(self, random: Random, id: str, at: int, first: Caller) -> Caller:
        same = random.random() < SAME_CALLER
        words = fillings(random, self._script.words)
        sentence = random.choice(self._script.repeats["same" if same else "other"])
        return replace(
            first,
            id=id,
            at=at,
            kind="repeat",
            channel="0101",
            number=first.number if same else f"1390000{random.randrange(10_000):04d}",
            name=first.name if same else f"{words['surname']}某",
            located=located(random, first.place, "0101", at),
            heard=sentence.format(address=first.address, place="", **words),
            first=first.first or first.id,
        )

    def _scene(self, random: Random) -> tuple[str, Point, str, str]:
        """Return division, point, town and street of a matter; streets say where people live, else the script does."""
        if self._ground.streets is not None:
            point, road = self._ground.streets.address(random)
            return self._ground.division_at(point), point, "", road
        if not self._ground.official:
            division = random.choice(sorted(self._ground.land))
            return division, self._ground.point_in(division, random), "", ""
        division = weighted(random, self._script.divisions)
        return division, *self._where(division, random), ""

    def _where(self, division: str, random: Random) -> tuple[Point, str]:
        """Return a point and the town it is said to belong to ("" where it has none)."""
        towns = self._ground.towns[division]
        core = [it.home for it in self._ground.patches if it.is_core and it.division == division]
        if random.random() > IN_TOWN or not (core or towns):
            return self._ground.point_in(division, random), ""
        if core:
            centre = random.choice(core)
            return self._ground.point_near(division, centre, CORE_SPREAD_M, random), ""
        seat = random.random() < IN_SEAT
        town = self._ground.seats[division] if seat else random.choice(towns)
        name = town.name if town.name.endswith(("村", "镇", "乡")) else f"{town.name}镇区"
        return self._ground.point_near(division, town.point, TOWN_SPREAD_M, random), name


def located(random: Random, place: Point, channel: str, at: int) -> Place:
    """Return where the network says the caller is: off by its accuracy."""
    carried = channel in ("0101", "0102", "0500")
    accuracy = random.choice((50, 100, 200, 500)) if carried else random.choice((8, 15, 30))
    spread = accuracy / 2
    lon, lat = shifted(place, random.gauss(0, spread), random.gauss(0, spread))
    method = Method.CARRIER if carried else Method.APP
    return Place(lon, lat, method, at, accuracy=float(accuracy))
