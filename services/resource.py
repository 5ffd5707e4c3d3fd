"""Where the shipped data lies: beside the packages in a checkout, inside the folder of an installed program."""

from __future__ import annotations

from pathlib import Path

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
