"""A unit is sent while the caller still talks; the level is proposed by rule, with its reason, and never forced."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from models.board import CallCard, IncidentCard
from models.state import CallState, IncidentState
from services.dossier import read_dossier
from services.taking import answer, hang_up
from tests.ui.desk import call_job, make_desk, run, settle, sheet_jobs, unit_job, write_all
from tests.ui.keyboard import CTRL, K, Person
from ui.desk import Desk
from ui.dispatch import DispatchChooser
from ui.sheet import SheetPane


def on_the_line(
    qtbot: QtBot, folder: Path, said: list[tuple[str, str]] | None = None
) -> tuple[Desk, SheetPane, DispatchChooser, Person]:
    """Return a desk where somebody talks to a caller: the sheet i1 is in the form."""
    jobs = [unit_job("u1", "618"), call_job("c1", caller_number="13860001234", heard="有人打架")]
    desk = make_desk(qtbot, folder, said=said, fill=lambda store: write_all(store, jobs))
    run(qtbot, desk, answer, "c1", id="i1")
    pane = SheetPane(desk)
    person = Person(qtbot, desk, pane)
    chooser = DispatchChooser(desk, person.window)
    with qtbot.waitSignal(desk.store.loaded):
        desk.store.load()
    pane.open_sheet("i1")
    settle(qtbot, desk)
    return desk, pane, chooser, person


def fill(person: Person) -> None:
    """Type what a sheet needs."""
    person.say("延安北路")
    person.press(K.Key_Return)
    person.type("dj\r")
    person.press(K.Key_Return)


def state(desk: Desk) -> IncidentState:
    """Return how far the sheet has come."""
    card = desk.store.board.get(IncidentCard, "i1")
    assert card is not None
    return card.state


def test_f5_sends_a_unit_while_the_caller_stays_on_the_line(qtbot: QtBot, tmp_path: Path) -> None:
    desk, pane, chooser, person = on_the_line(qtbot, tmp_path)
    fill(person)
    person.say("两人持")
    person.press(K.Key_F5)
    settle(qtbot, desk)
    assert chooser.isVisible()
    assert desk.selection.incident_id == "i1"
    call = desk.store.board.get(CallCard, "c1")
    assert call is not None
    assert call.state is CallState.TALKING, "nobody is hung up on"
    assert state(desk) is IncidentState.TAKEN
    assert pane.incident_id == "i1", "the form goes on with it"
    chooser.reject()
    with qtbot.waitActive(person.window):
        person.window.activateWindow()
    pane.parts.form.main.focus("narrative")
    pane.parts.form.field("narrative").editor.moveCursor(  # type: ignore[attr-defined]
        pane.parts.form.field("narrative").editor.textCursor().MoveOperation.End  # type: ignore[attr-defined]
    )
    person.say("铁管互殴")
    qtbot.waitUntil(lambda: pane.parts.head.sign.text().startswith("✓ 已保存 "))
    settle(qtbot, desk)
    dossier = desk.store._database.read(read_dossier, "i1")
    assert dossier is not None
    assert dossier.card.narrative == "两人持铁管互殴"
    codes = [entry.code for entry in dossier.entries]
    assert "sheet.changed" not in codes, "what is typed while somebody talks is no list of changes"
    person.press(K.Key_Return, mod=CTRL)
    settle(qtbot, desk)
    assert desk.store.board.get(CallCard, "c1") is None, "completing it ends the call"
    assert pane.incident_id == ""


def test_f5_on_a_sheet_that_lacks_something_marks_it_and_sends_nobody(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk, pane, chooser, person = on_the_line(qtbot, tmp_path)
    person.say("延安北路")
    person.press(K.Key_F5)
    settle(qtbot, desk)
    assert not chooser.isVisible()
    assert state(desk) is IncidentState.TAKING
    assert pane.parts.form.classes.marked == "必填"
    assert pane.parts.form.classes.is_reached


def test_f5_from_the_queue_completes_the_sheet_in_the_form_first(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk, pane, chooser, person = on_the_line(qtbot, tmp_path)
    fill(person)
    desk.selection.choose_incident("i1")
    with qtbot.waitSignal(pane.called_up):
        desk.actions["dispatch.choose"].trigger()
    settle(qtbot, desk)
    assert chooser.isVisible()
    assert state(desk) is IncidentState.TAKEN


def test_a_sheet_somebody_else_is_taking_is_theirs_to_complete(
    qtbot: QtBot, tmp_path: Path
) -> None:
    said: list[tuple[str, str]] = []
    desk, _pane, chooser, _person = on_the_line(qtbot, tmp_path, said)
    (theirs,) = sheet_jobs("i9", taken=False)
    run(qtbot, desk, theirs.command, by="350002", **theirs.kwargs)
    desk.selection.choose_incident("i9")
    desk.actions["dispatch.choose"].trigger()
    settle(qtbot, desk)
    assert said[-1] == ("info", "这张警单还在接警中，由接警人完成后才能派警。")
    assert not chooser.isVisible()
    card = desk.store.board.get(IncidentCard, "i9")
    assert card is not None
    assert card.state is IncidentState.TAKING


def test_the_last_words_are_kept_when_the_caller_hangs_up(qtbot: QtBot, tmp_path: Path) -> None:
    desk, pane, chooser, person = on_the_line(qtbot, tmp_path)
    fill(person)
    person.press(K.Key_F5)
    settle(qtbot, desk)
    chooser.reject()
    pane.parts.form.main.focus("narrative")
    pane.parts.form.field("narrative").editor.insertPlainText("带刀")  # type: ignore[attr-defined]
    run(qtbot, desk, hang_up, "c1")
    settle(qtbot, desk)
    dossier = desk.store._database.read(read_dossier, "i1")
    assert dossier is not None
    assert dossier.card.narrative == "带刀"
    assert pane.parts.complete.text().startswith("保存修改")


def test_a_rule_proposes_the_level_with_its_reason_and_the_timeline_keeps_it(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk, pane, _chooser, person = on_the_line(qtbot, tmp_path)
    fill(person)
    level = pane.parts.form.level
    assert (level.value(), level.hinted) == (3, "建议 3 级：“治安·打架斗殴”的默认级别")
    person.say("有人躺着流血，很多人围观")
    assert level.value() == 3, "hurt is not dead, and onlookers are no crowd"
    person.say("，没有呼吸了")
    assert (level.value(), level.hinted) == (2, "建议 2 级：有人死亡（“没有呼吸”）")
    person.press(K.Key_Return, mod=CTRL)
    settle(qtbot, desk)
    dossier = desk.store._database.read(read_dossier, "i1")
    assert dossier is not None
    assert dossier.card.level == 2
    proposed = next(entry for entry in dossier.entries if entry.code == "level.proposed")
    assert proposed.params == {"rule": "death", "level": 2, "seen": "没有呼吸"}


def test_a_level_chosen_by_a_person_stands_against_the_rule_which_is_said_aloud(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk, pane, _chooser, person = on_the_line(qtbot, tmp_path)
    fill(person)
    level = pane.parts.form.level
    pane.parts.form.main.focus("level")
    person.press(K.Key_3, K.Key_Return)
    person.say("他拿刀，没人受伤")
    assert (level.value(), level.hinted) == (3, "▲ 建议 2 级：管制刀具或持刀（“拿刀”）")
    person.press(K.Key_A, mod=CTRL)
    person.say("误会")
    assert (level.value(), level.hinted) == (3, "")
    person.press(K.Key_Return, mod=CTRL)
    settle(qtbot, desk)
    dossier = desk.store._database.read(read_dossier, "i1")
    assert dossier is not None
    assert all(entry.code != "level.proposed" for entry in dossier.entries)


def test_what_the_channel_brought_is_judged_too_and_withdrawn_with_its_class(
    qtbot: QtBot, tmp_path: Path
) -> None:
    call = call_job("c1", caller_number="1", channel="0500", heard="我爸喝农药了快来")
    desk = make_desk(qtbot, tmp_path, fill=lambda store: write_all(store, [call]))
    run(qtbot, desk, answer, "c1", id="i1")
    pane = SheetPane(desk)
    Person(qtbot, desk, pane)
    with qtbot.waitSignal(desk.store.loaded):
        desk.store.load()
    settle(qtbot, desk)
    level = pane.parts.form.level
    assert (level.value(), level.hinted) == (2, "建议 2 级：自杀或轻生（“喝农药”）")
