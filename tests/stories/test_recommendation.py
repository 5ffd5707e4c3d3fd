"""A drowning at the real window: proposed with reasons, sent by one key, raised by one key, another chosen with a reason."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from models.board import IncidentCard, UnitCard
from models.fix import Fix
from models.identity import new_id
from models.state import Duty
from models.unit import UnitKind
from services.dossier import read_dossier
from services.fleet import add_unit
from services.taking import change_sheet
from tests.stories.shift import Shift
from ui.dispatch.plans import HEADS
from ui.dispatch.sentence import sentence

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_a_proposal_goes_by_one_key_the_next_tier_by_one_more_and_an_override_says_why(
    shift: Shift, tmp_path: Path
) -> None:
    boat = new_id()
    shift.desk.store.do(add_unit, id=boat, call_sign="水1", kind=UnitKind.BOAT, duty=Duty.PATROL)
    shift.desk.positions.report([Fix(boat, shift.desk.clock.now(), 117.66, 24.52)])
    shift.wait(lambda: shift.board.get(UnitCard, boat))
    shift.wait(lambda: shift.desk.coverage.newest)
    assert "%" in shift.window.status.cover.text()
    shift.ring()
    sheet = shift.take_sheet()
    shift.desk.store.do(change_sheet, sheet.id, {"class_taken": "500400"})
    shift.wait(lambda: card(shift, sheet.id).class_taken == "500400")

    chooser = shift.window.chooser
    shift.key(Qt.Key.Key_F5)
    shift.wait(chooser.search.hasFocus)
    shift.wait(lambda: shift.desk.advice.of(sheet.id))
    found = shift.desk.advice.of(sheet.id)
    assert found is not None
    first = chooser.table.cards()[0]
    assert first.candidate == found.ranking.candidates[0]
    assert sentence(first.candidate, 5) in chooser.why.text()
    assert first.candidate.drop is not None, "what it costs the city's coverage"
    assert "水1" in chooser.offer.text()
    shift.key(Qt.Key.Key_F5, CONTROL)
    shift.wait(lambda: not chooser.isVisible())
    shift.come_back()
    sent = {line.unit_id for line in card(shift, sheet.id).active}
    assert (card(shift, sheet.id).alarm, len(sent)) == (1, 2)
    assert boat in sent

    shift.key(Qt.Key.Key_F5, CONTROL)
    shift.wait(lambda: card(shift, sheet.id).alarm == 2)
    assert len(card(shift, sheet.id).active) == 4
    shift.settle()

    dossier = shift.station.database.read(read_dossier, sheet.id)
    assert dossier is not None
    raised = [entry.params for entry in dossier.entries if entry.code == "alarm.raised"]
    assert [params["alarm"] for params in raised] == [1, 2]

    plans = chooser.plans
    shift.desk.actions["data.plans"].trigger()
    shift.wait(lambda: plans.table.rowCount() > 20)
    copy = tmp_path / "plan.csv"
    plans.write(copy)
    shift.wait(copy.exists)
    text = copy.read_text(encoding="utf-8-sig")
    copy.write_text(text.replace("boat|水上*1 any*1", "boat|水上*9 any*1"), encoding="utf-8")
    plans.read(copy)
    gap = list(HEADS).index("gap")
    at = plans.table.row_of("52")
    assert at is not None
    shift.wait(lambda: "×8" in str(plans.table.index(at, gap).data()))
    copy.write_text(text.replace("boat|水上*1 any*1", "boat*x"), encoding="utf-8")
    plans.read(copy)
    shift.wait(lambda: "boat*x" in plans.wrong.text())
    plans.reject()


def card(shift: Shift, id: str) -> IncidentCard:
    """Return a sheet's card."""
    found = shift.board.get(IncidentCard, id)
    assert found is not None
    return found
