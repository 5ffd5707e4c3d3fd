"""The program is killed in the middle of a shift; the next one finds everything, the map too."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from models.board import IncidentCard
from models.state import AssignmentState
from services.journal.verifying import verify
from tests.stories.shift import Shift

ROOT = Path(__file__).resolve().parents[2]


def test_after_a_kill_everything_is_there_and_the_map_too(
    start_shift: Callable[[], Shift], tmp_path: Path
) -> None:
    kill_in_the_middle(tmp_path)
    shift = start_shift()

    sent, typed = shift.sheets()
    assert sent.address == "胜利西路118号"
    assert [line.state for line in sent.active] == [AssignmentState.SIGNED]
    assert shift.unit("618").status == AssignmentState.SIGNED
    assert typed.address == "新华北路"
    shift.wait(lambda: shift.window.sheet.incident_id == typed.id)
    shift.desk.selection.choose_incident(sent.id)
    assert shift.window.details.parts.note.text() == "half a no"
    assert shift.map_point("unit", shift.unit("618").id)
    assert shift.map_point("incident", sent.id)
    assert shift.station.database.read(verify).misfit is None
    assert shift.board.get(IncidentCard, sent.id) == sent


def kill_in_the_middle(folder: Path) -> None:
    """Work a shift in another process up to a half-typed sheet, and kill it there."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.stories.killed", str(folder)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    with child.stdout as said:
        # Stops reading at the line, or at the end of a child that failed.
        ready = any(line.strip() == "ready" for line in said)
    child.kill()
    child.wait()
    assert ready
