"""A call that is asked by the checklist, with the keyboard alone: answers change the level, the next step has its own list."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from models.board import ChecklistCard, IncidentCard
from models.checklist import ANSWERED, Step, answers
from models.state import AssignmentState, IncidentState
from services.dossier import Dossier, read_dossier
from services.prompting import Outline, save_checklist
from tests.stories.shift import Shift

CONTROL = Qt.KeyboardModifier.ControlModifier


def dossier_of(shift: Shift, id: str) -> Dossier:
    dossier = shift.station.database.read(read_dossier, id)
    assert dossier is not None
    return dossier


def test_answers_by_digit_raise_the_level_at_once_and_stay_on_the_sheet(shift: Shift) -> None:
    window = shift.window
    shift.ring(heard="有人打架")
    id = shift.answer()
    shift.fill_sheet("胜利西路118号", "dj")
    form, asked = window.sheet.parts.form, window.sheet.parts.checklist
    shift.wait(lambda: asked.checklist is not None and asked.checklist.code == "fight")
    assert form.level.value() == 3
    below = asked.geometry()
    missing = [question.code for question in asked.missing()]
    assert missing == ["ongoing", "weapon", "people", "injured", "critical"]

    shift.key("j", CONTROL)
    assert asked.list.hasFocus()
    shift.key("y")
    shift.key("1")
    assert form.level.value() == 2
    assert "有人拿着刀" in form.level._hint.text()
    shift.key("3")
    shift.key("n")
    shift.key("2")
    assert asked.missing() == ()
    assert asked.geometry() == below
    shift.wait(
        lambda: (card := shift.board.get(IncidentCard, id)) and card.needs == ("armed", "reinforce")
    )
    # One answer was wrong: it is taken back, the level with it.
    asked.list.setCurrentRow(1)
    shift.key(Qt.Key.Key_Backspace)
    shift.wait(lambda: [question.code for question in asked.missing()] == ["weapon"])
    asked.list.setCurrentRow(2)
    shift.key("1")
    shift.wait(lambda: form.level.value() == 3)
    # Words: a digit begins them, Enter keeps them, Esc goes back to the form.
    texts = [question.code for question in asked._questions()]
    asked.list.setCurrentRow(texts.index("looks"))
    shift.key(Qt.Key.Key_Return)
    assert asked.line.hasFocus()
    shift.type("<b>2 men</b>")
    shift.key(Qt.Key.Key_Return)
    assert asked.list.hasFocus()
    shift.key(Qt.Key.Key_Escape)
    assert not asked.list.hasFocus()

    # What was not asked never stops the sheet.
    shift.key(Qt.Key.Key_Return, CONTROL)
    shift.wait(lambda: (card := shift.board.get(IncidentCard, id)) and card.completed_at)
    shift.settle()
    given = answers(dossier_of(shift, id).entries)
    assert given == {
        "ongoing": "yes",
        "people": "two",
        "injured": "no",
        "critical": "no",
        "looks": "<b>2 men</b>",
    }
    assert shift.board == shift.station.database.board()


def test_each_step_has_its_own_list_and_says_what_was_not_asked(shift: Shift) -> None:
    shift.ring()
    sheet = shift.take_sheet()
    shift.settle()
    part = shift.window.details.parts.asking
    shift.key("g", CONTROL)
    shift.wait(part.view.list.hasFocus)
    assert part._step.value == "dispatch"
    assert part.steps[Step.TAKING].text().endswith("5")
    shift.key("1")
    shift.key("y")
    shift.wait(lambda: part.steps[Step.DISPATCH].text().endswith("✓"))
    shift.key(Qt.Key.Key_Left)
    assert part._step.value == "taking"
    part.view.list.setCurrentRow(1)
    shift.key("y")
    shift.wait(part.level.isVisible)
    part.level.click()
    shift.wait(lambda: (card := shift.board.get(IncidentCard, sheet.id)) and card.level == 2)
    shift.send("618")
    for state in (AssignmentState.SIGNED, AssignmentState.DEPARTED, AssignmentState.ARRIVED):
        shift.key(Qt.Key.Key_F6)
        shift.wait(lambda state=state: shift.unit("618").status == state)  # type: ignore[misc]
    shift.wait(lambda: part._step.value == "scene")
    shift.settle()
    lines = [line for line in dossier_of(shift, sheet.id).entries if line.code == ANSWERED]
    assert [line.params["question"] for line in lines] == ["nearest", "told_units", "weapon"]
    card = shift.board.get(IncidentCard, sheet.id)
    assert card is not None
    assert card.state is IncidentState.ON_SCENE


def test_a_checklist_that_changes_in_the_middle_of_a_call_changes_the_next_one(
    shift: Shift,
) -> None:
    shift.ring("13900000001")
    first = shift.answer()
    shift.fill_sheet("胜利西路118号", "dj")
    asked = shift.window.sheet.parts.checklist
    shift.wait(lambda: (card := shift.board.get(IncidentCard, first)) and card.checklist_id)
    old = asked.checklist
    assert old is not None
    changed = Outline("fight", "打架新版", "Fight", old.classes, (), old.questions[:2])
    shift.desk.store.do(save_checklist, changed)
    shift.wait(lambda: any(one.version == 2 for one in shift.board.all(ChecklistCard).values()))
    assert asked.checklist == old
    shift.key(Qt.Key.Key_Return, CONTROL)
    shift.wait(lambda: (card := shift.board.get(IncidentCard, first)) and card.completed_at)
    shift.ring("13900000002")
    shift.answer()
    shift.fill_sheet("胜利西路119号", "dj")
    shift.wait(lambda: asked.checklist is not None and asked.checklist.version == 2)
    assert asked.checklist.name == "打架新版"


def test_a_checklist_is_changed_in_its_table_and_lines_that_will_not_do_are_named(
    shift: Shift, tmp_path: Path
) -> None:
    checklists = shift.window.checklists
    shift.key("q", CONTROL, Qt.KeyboardModifier.ShiftModifier)
    shift.wait(lambda: checklists.dialog is not None and checklists.dialog.table.rowCount())
    dialog = checklists.dialog
    dialog.which.setCurrentIndex(dialog.which.findData("fight"))
    dialog.which.activated.emit(dialog.which.currentIndex())
    rows = dialog.table.rowCount()
    dialog.table.setCurrentCell(0, 0)
    dialog.add_line()
    assert dialog.table.rowCount() == rows + 1
    dialog.keep()
    assert dialog.wrong.isVisible()
    for column, text in ((6, "pets"), (8, "yes_no"), (9, "有狗吗？")):
        dialog.table.item(1, column).setText(text)
    dialog.keep()
    shift.wait(lambda: any(one.version == 2 for one in shift.board.all(ChecklistCard).values()))
    newest = next(one for one in shift.board.all(ChecklistCard).values() if one.version == 2)
    assert [question.code for question in newest.questions[:2]] == ["ongoing", "pets"]
    shift.settle()
    out = tmp_path / "out.csv"
    dialog.write_file(out)
    shift.wait(out.exists)
    out.write_text(out.read_text("utf-8-sig").replace("yes_no", "maybe", 1), "utf-8")
    dialog.take_file(out)
    shift.wait(dialog.wrong.isVisible)
    assert "maybe" in dialog.wrong.text()
    dialog.reject()
    shift.wait(lambda: checklists.dialog is None)
