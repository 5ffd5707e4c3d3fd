"""`main.py overlay`: a layer comes and goes; a file that is none ends with a sentence and the status of trouble."""

from __future__ import annotations

from pathlib import Path

import pytest

from main import DONE, TROUBLE
from tests.services.overlay.test_overlay import BOMB, GPX
from tests.terminal.test_region import run


def test_a_layer_is_added_listed_and_removed(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "巡线.gpx").write_text(GPX, encoding="utf-8")
    store = ["--store", str(tmp_path / "data" / "desk.sqlite")]
    file = str(tmp_path / "巡线.gpx")
    status, said, _ = run(capsys, "overlay", "add", file, "--datum", "gcj02", *store)
    assert status == DONE
    assert "2" in said
    status, said, _ = run(capsys, "overlay", "list", *store)
    assert "巡线" in said
    assert "gcj02" in said
    assert run(capsys, "overlay", "remove", "巡线", *store)[0] == DONE
    assert run(capsys, "overlay", "list", *store)[1] == ""
    status, _, said = run(capsys, "overlay", "remove", "巡线", *store)
    assert status == TROUBLE


def test_a_trap_is_refused_with_a_sentence(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "a.kml").write_text(BOMB, encoding="utf-8")
    store = ["--store", str(tmp_path / "desk.sqlite")]
    status, _, said = run(capsys, "overlay", "add", str(tmp_path / "a.kml"), *store)
    assert status == TROUBLE
    assert "a.kml" in said
    assert "overlay." not in said
