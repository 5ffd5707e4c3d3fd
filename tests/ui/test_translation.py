"""Languages: Chinese is the source, English is whole."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]


def translation() -> ModuleType:
    """Return the script that keeps the translation; `packaging/` is no package."""
    spec = importlib.util.spec_from_file_location(
        "translation", ROOT / "packaging" / "translation.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_text_of_the_screen_is_translated_and_compiled() -> None:
    assert translation().check() == []
