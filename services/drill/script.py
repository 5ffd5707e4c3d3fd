"""The script of a drill: classes with their weights, sentences and durations, as `resources/drill/script.toml` has them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from random import Random
from typing import Any

from services.resource import RESOURCES

SCRIPT = RESOURCES / "drill" / "script.toml"
BY_DESK = ("advice", "nuisance", "silent")


@dataclass(frozen=True, slots=True)
class Scene:
    """One class in a drill: who answers for it (`unit`, `agency`, `desk`), minutes on scene, what is said and reported."""

    code: str
    kind: str
    by: str
    level: int
    weight: float
    minutes: tuple[float, float]
    result: tuple[str, ...]
    heard: tuple[str, ...]
    done: tuple[str, ...]
    water: bool


@dataclass(frozen=True, slots=True)
class Script:
    """Everything a drill says and how often."""

    scenes: tuple[Scene, ...]
    shares: dict[str, float]
    calls_a_day: float
    day: tuple[float, ...]
    divisions: dict[str, float]
    channels: dict[str, float]
    words: dict[str, tuple[str, ...]]
    repeats: dict[str, tuple[str, ...]]

    def of_class(self, code: str) -> Scene:
        """Return the scene of a class code, the nearest of its group, or the last incident of the list."""
        incidents = [scene for scene in self.scenes if scene.kind == "incident"]
        for length in (6, 4, 2):
            for scene in incidents:
                if code and scene.code[:length] == code[:length]:
                    return scene
        return incidents[-1]

    def of_kind(self, kind: str) -> tuple[Scene, ...]:
        """Return the scenes of a kind of call."""
        return tuple(scene for scene in self.scenes if scene.kind == kind)


@cache
def shipped() -> Script:
    """Read the shipped script."""
    raw = tomllib.loads(SCRIPT.read_text(encoding="utf-8"))
    load = raw["load"]
    return Script(
        scenes=tuple(scene_of(entry) for entry in raw["class"]),
        shares={kind: load[kind] for kind in ("repeat", *BY_DESK)},
        calls_a_day=load["calls_a_day"],
        day=tuple(load["day"]),
        divisions=raw["division"],
        channels=raw["channel"],
        words={name: tuple(some) for name, some in raw["words"].items()},
        repeats={name: tuple(some) for name, some in raw["repeat"].items()},
    )


def lean(script: Script, share: float = 1.0) -> Script:
    """Return a script with those calls alone that need units, as often as in the whole one, times a share.

    What the desk settles by itself or passes on to others keeps no crew busy.
    """
    matters = script.of_kind("incident")
    scenes = tuple(scene for scene in matters if scene.by == "unit")
    part = sum(it.weight for it in scenes) / sum(it.weight for it in matters)
    calls = script.calls_a_day * (1 - sum(script.shares.values())) * part * share
    return replace(script, scenes=scenes, shares={}, calls_a_day=calls)


def scene_of(entry: dict[str, Any]) -> Scene:
    """Return the scene of one entry of the file."""
    low, high = entry.get("minutes", (8, 16))
    return Scene(
        code=entry["code"],
        kind=entry.get("kind", "incident"),
        by=entry.get("by", "unit"),
        level=entry["level"],
        weight=entry.get("weight", 1.0),
        minutes=(low, high),
        result=tuple(entry.get("result", ("D10",))),
        heard=tuple(entry["heard"]),
        done=tuple(entry.get("done", ("已处理。",))),
        water=entry.get("water", False),
    )


def weighted(random: Random, weights: dict[str, float]) -> str:
    """Return one of the keys, by weight."""
    return random.choices(list(weights), list(weights.values()))[0]


def fillings(random: Random, words: dict[str, tuple[str, ...]]) -> dict[str, str]:
    """Return words for every blank but the address."""
    one = {name: random.choice(some) for name, some in words.items()}
    return {
        **one,
        "plate": f"闽E演{random.randrange(1000):03d}",
        "count": str(random.randint(3, 12)),
        "amount": str(random.choice((300, 800, 1500, 2600, 4800, 9800, 20000, 50000))),
        "minutes": str(random.choice((5, 10, 20, 30, 40))),
    }
