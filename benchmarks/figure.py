"""A measured figure beside its goal, printed as a table or written as JSON."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Figure:
    """One row: `goal` in the unit of the value; `met` says whether the value is on its good side."""

    name: str
    value: float
    unit: str
    goal: float
    met: bool


def at_most(name: str, value: float, unit: str, goal: float) -> Figure:
    """Return a figure that is good when small."""
    return Figure(name, round(value, 3), unit, goal, value <= goal)


def at_least(name: str, value: float, unit: str, goal: float) -> Figure:
    """Return a figure that is good when large."""
    return Figure(name, round(value, 3), unit, goal, value >= goal)


def percentile(values: Iterable[float], share: float) -> float:
    """Return the value that a share (0 to 1) of the values does not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, round(share * len(ordered)) - 1))]


def machine() -> str:
    """Return one line about where this was measured."""
    return (
        f"{platform.system()} {platform.release()}, {platform.machine()}, "
        f"{os.cpu_count()} cores, Python {platform.python_version()}"
    )


def show(figures: Sequence[Figure]) -> None:
    """Print the figures as a table."""
    print(machine())
    width = max(len(figure.name) for figure in figures)
    for figure in figures:
        sign = "met" if figure.met else "NOT MET"
        print(
            f"{figure.name:<{width}}  {figure.value:>12,.3f} {figure.unit:<9} "
            f"goal {figure.goal:>9,g}  {sign}"
        )


def write(figures: Sequence[Figure], file: Path) -> None:
    """Write the figures as a JSON list."""
    file.parent.mkdir(parents=True, exist_ok=True)
    rows = [asdict(figure) for figure in figures]
    file.write_text(json.dumps(rows, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
