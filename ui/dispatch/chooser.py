"""The dispatch chooser: units for the selected incident, nearest free ones first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from models.advice import Advice
from models.board import Delta, IncidentCard, UnitCard
from models.errors import CodedError
from models.reason import NONE, OVERRIDE, Reason
from models.state import PROGRESS, IncidentState
from services.dispatching import assign_units, move_unit
from ui.advice import Advised
from ui.desk import Desk
from ui.dispatch.alarm import AlarmRaiser, offer_text
from ui.dispatch.choice import Choice, Group, choices, columns, fits, order, remark_text
from ui.dispatch.dialog import ListDialog
from ui.dispatch.estimate import method_text
from ui.dispatch.move import MoveChooser
from ui.dispatch.plans import PlanDialog
from ui.kept import KeptWords
from ui.reason import ReasonDialog
from ui.refusal import sentence
from ui.scope import keyed, with_key
from ui.table import CardTable, CardView
from ui.timer import single_shot
from ui.wording import state_name

SIZE = (1180, 640)
# How often (ms) whom to send is asked again while the dialog is open.
AGAIN_MS = 2_000


class DispatchChooser(ListDialog):
    """Sends one unit or several to an incident; a busy one is moved there, and its clock goes on."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._desk = desk
        self._incident_id = ""
        self._chosen: list[str] = []
        self._waiting = 0
        self._first = ""
        self._asked_at = 0
        self._searched = ""
        self._advised = False
        cells = columns(desk, self._chosen)
        self.table = CardTable(cells, order, desk.colour)
        super().__init__(CardView(self.table, cells, holds=True), parent)
        self.table.setParent(self)
        self._soon = single_shot(self, 0, self._ask)
        self._kept = KeptWords(
            desk, assign_units.__name__, self._name_words, self.words, self.again
        )
        self.mover = MoveChooser(desk, self if parent is None else parent)
        self.resize(*SIZE)
        desk.store.changed.connect(self._follow)
        desk.store.loaded.connect(self._refresh)
        desk.clock.ticked.connect(self._tick)
        desk.advice.answered.connect(self._take_advice)
        desk.roads.changed.connect(self._ask)
        self.view.selectionModel().currentRowChanged.connect(lambda *_rows: self._say_why())
        self.raiser = AlarmRaiser(desk, self)
        self.plans = PlanDialog(desk, self if parent is None else parent)
        desk.actions.on(
            {
                "dispatch.choose": lambda: self.choose(desk.selection.incident_id),
                "dispatch.move": lambda: self.mover.choose_for(desk.selection.unit_id),
            }
        )
        self.retranslate()

    def choose(self, incident_id: str, preselected_unit_ids: Sequence[str] = ()) -> None:
        """Open for an incident; the preselected units are ticked in their order, as far as they can go."""
        incident = self._desk.store.board.get(IncidentCard, incident_id)
        if incident is not None and incident.state is IncidentState.TAKING:
            # Its caller may still be on the line: whoever fills it completes it and asks again.
            self._desk.selection.completion_asked.emit(incident_id)
            return
        if incident is None or incident.state not in PROGRESS:
            self._desk.say("info", lambda: self._why_not(incident))
            return
        self._incident_id = incident_id
        self._waiting = 0
        self.ok.setEnabled(True)
        self._desk.advice.forget()
        found = choices(self._desk, incident)
        able = {choice.id for choice in found if choice.can_go}
        self._chosen[:] = [id for id in dict.fromkeys(preselected_unit_ids) if id in able]
        self.view.let_go()
        self.table.reset([])
        self._kept.open(incident_id)
        self.start()
        self._advised = False
        self.show_offer("")
        self._show_heading()
        self._show_found(found)
        # Names first: what is worked out beside would take its time from them.
        self._soon.start()

    def chosen(self) -> list[str]:
        """Return the units that Enter sends: the ticked ones in their order, else the current one."""
        current = self.view.current_id()
        return list(self._chosen) or ([current] if current else [])

    def give(self) -> None:
        """Send the units."""
        incident = self._incident()
        if incident is None or self._waiting:
            return
        known = {choice.id: choice for choice in choices(self._desk, incident)}
        wanted = [known[id] for id in self.chosen() if id in known]
        refused = next((choice for choice in wanted if not choice.can_go), None)
        if refused is not None:
            self.say_wrong(self._why_refused(refused))
        elif not wanted:
            self.say_wrong(self.tr("没有符合的警力。"))
        else:
            self.say_wrong("")
            self._weigh(incident.id, wanted)

    def key_propose(self) -> None:
        """Send everything that the plan proposes."""
        incident, advised = self._incident(), self._desk.advice.of(self._incident_id)
        if incident is None or advised is None or self._waiting:
            return
        proposal = advised.proposal
        if not proposal.unit_ids:
            self.say_wrong(self.tr("预案没有还要派的警力，或没有可派的。"))
            return
        self.say_wrong("")
        self._waiting, self._first = 1, proposal.unit_ids[0]
        self.ok.setEnabled(False)
        words = self.words.text().strip()
        self.raiser.send(incident.id, advised, words, then=self._done, failed=self._failed)

    def _weigh(self, incident_id: str, wanted: Sequence[Choice]) -> None:
        """Send at once what was proposed; who sends somebody else instead is asked why."""
        advised = self._desk.advice.of(incident_id)
        over = advised.overridden([choice.id for choice in wanted]) if advised else None
        left_out = self.table.row_of(over[1]) if over is not None else None
        passed = self.table.card(left_out) if left_out is not None else None
        if over is None or (passed is not None and not passed.can_go):
            self._send(incident_id, wanted)
            return
        units = self._desk.store.board.all(UnitCard)
        signs = [units[id].call_sign if id in units else "?" for id in over]
        question = self.tr("建议派 %2，改派 %1 的原因：")
        question = question.replace("%1", signs[0]).replace("%2", signs[1])
        dialog = ReasonDialog(self._desk, OVERRIDE, question, self, incident_id)
        dialog.given.connect(lambda reason: self._send(incident_id, wanted, over[1], reason))
        dialog.open()

    def key_space(self) -> None:
        """Tick or untick the current unit."""
        choice = self.table.card(self.view.currentIndex().row())
        if choice is None:
            return
        if choice.id in self._chosen:
            self._chosen.remove(choice.id)
        elif choice.can_go:
            self._chosen.append(choice.id)
        else:
            self.say_wrong(self._why_refused(choice))
            return
        self.say_wrong("")
        self.table.refresh(["mark"])
        self._name_ok()

    def filter_rows(self) -> None:
        """Show the units that the search finds; ticked ones always stay in sight."""
        incident = self._incident()
        if incident is not None:
            self._show_found(choices(self._desk, incident))

    def _show_found(self, found: list[Choice]) -> None:
        wanted = self.search.text()
        if wanted != self._searched:
            # Who types looks for something else than the rows that stand there.
            self._searched = wanted
            self.view.let_go()
        shown = found
        if wanted:
            shown = [it for it in found if it.id in self._chosen or fits(self._desk, it, wanted)]
        gone = {choice.id for choice in self.table.cards()} - {choice.id for choice in shown}
        self.table.update(shown, gone)
        self._choose_found(wanted)
        self._name_ok()

    def retranslate(self) -> None:
        """Write the words in the language of the screen."""
        super().retranslate()
        self.setWindowTitle(self.tr("派警"))
        self.search.setPlaceholderText(
            keyed(
                self.tr("呼号、巡区、带班、单位；{tick} 多选，{give} 下达"),
                tick="chooser.tick",
                give="chooser.give",
            )
        )
        self.words.setPlaceholderText(self.tr("派警指令（可不填）"))
        self.table.retitle()
        self._name_ok()
        self._show_heading()
        self._refresh()
        self._show_offer()
        self._say_why()

    def _choose_found(self, wanted: str) -> None:
        """After typing the best find is current, otherwise the row stays where it was."""
        rows = self.table.cards()
        hits = [row for row in rows if fits(self._desk, row, wanted)] if wanted else list(rows)
        current = self.view.current_id()
        if not hits or (current and any(row.id == current for row in hits)):
            return
        self.view.choose(hits[0].id)

    def _send(
        self,
        incident_id: str,
        wanted: Sequence[Choice],
        instead_of: str = "",
        reason: Reason = NONE,
    ) -> None:
        """Free units go with one order, all or none; each busy one is moved."""
        words = self.words.text().strip()
        ids = [choice.id for choice in wanted]
        advised = self._desk.advice.of(incident_id) or Advised()
        advice = advised.advices(ids, instead_of, reason)
        free = [choice.id for choice in wanted if choice.group is Group.FREE]
        commands: list[Callable[[], None]] = []
        for choice in wanted:
            if choice.group is Group.BUSY and choice.unit.job is not None:
                job = choice.unit.job.id
                given = advice[choice.id]
                commands.append(partial(self._move, job, incident_id, words, given))
            elif free:
                commands.append(partial(self._assign, incident_id, free, words, advice))
                free = []
        self._waiting = len(commands)
        self._first = wanted[0].id
        self.ok.setEnabled(False)
        for command in commands:
            command()

    def _assign(
        self, incident_id: str, unit_ids: list[str], words: str, advice: dict[str, Advice]
    ) -> None:
        self._desk.store.do(
            assign_units,
            incident_id,
            unit_ids,
            instruction=words,
            advice=advice,
            then=self._done,
            failed=self._failed,
        )

    def _move(self, job_id: str, incident_id: str, words: str, advice: Advice) -> None:
        self._desk.store.do(
            move_unit,
            job_id,
            incident_id,
            reason=words,
            advice=advice,
            then=self._done,
            failed=self._failed,
        )

    def _done(self, _result: Any) -> None:
        self._waiting -= 1
        if self._waiting == 0 and not self.wrong:
            self._kept.give(self._incident_id)
            # The next key is about the unit that was sent: sign, set out, arrive.
            self._desk.selection.choose_unit(self._first)
            self.accept()

    def _failed(self, error: CodedError) -> None:
        self._waiting = max(0, self._waiting - 1)
        self.ok.setEnabled(True)
        self.say_wrong(sentence(error))
        self._refresh()

    def _tick(self, now: int = 0) -> None:
        """Units have moved: ask again whom to send."""
        if now - self._asked_at >= AGAIN_MS:
            self._ask()
        self._refresh()

    def _follow(self, delta: Delta) -> None:
        """What a unit does, or what the incident is, changes whom to send."""
        if delta.touches(UnitCard) or delta.touches(IncidentCard):
            self._ask()
        self._refresh()

    def _ask(self) -> None:
        if self.isVisible() and self._incident() is not None:
            self._asked_at = self._desk.clock.now()
            self._desk.advice.ask(self._incident_id)

    def _take_advice(self, incident_id: str) -> None:
        """Show what is advised; the best becomes the current row once, while nobody has touched anything."""
        if not self.isVisible() or incident_id != self._incident_id:
            return
        untouched = not (self._advised or self.table.is_held or self._chosen or self.search.text())
        self._advised = True
        self._refresh()
        rows = self.table.cards()
        if untouched and rows and self.isVisible():
            self.view.choose(rows[0].id)
        self._show_offer()
        self._say_why()

    def _show_offer(self) -> None:
        advised = self._desk.advice.of(self._incident_id)
        text = offer_text(self._desk, advised.proposal) if advised is not None else ""
        self.show_offer(text)

    def _say_why(self) -> None:
        choice = self.table.card(self.view.currentIndex().row())
        minutes = self._desk.coverage.rules.coverage.shown
        known = choice is not None and choice.candidate is not None
        self.show_why(
            f"{choice.unit.call_sign}  {remark_text(choice, minutes)}" if choice and known else ""
        )

    def _refresh(self, _what: object = None) -> None:
        if not self.isVisible():
            return
        incident = self._incident()
        if incident is None or incident.state not in PROGRESS:
            self.reject()
            self._desk.say("info", lambda: self._why_not(incident))
            return
        found = choices(self._desk, incident)
        able = {choice.id for choice in found if choice.can_go}
        self._chosen[:] = [id for id in self._chosen if id in able]
        self._show_found(found)

    def _incident(self) -> IncidentCard | None:
        return self._desk.store.board.get(IncidentCard, self._incident_id)

    def _name_words(self, incident_id: str) -> str:
        incident = self._desk.store.board.get(IncidentCard, incident_id)
        number = incident.number if incident is not None else incident_id
        return self.tr("警单 %1 未下达的派警指令").replace("%1", number)

    def _why_refused(self, choice: Choice) -> str:
        words = self.tr("%1：%2").replace("%1", choice.unit.call_sign)
        return words.replace("%2", choice.reason)

    def _why_not(self, incident: IncidentCard | None) -> str:
        if incident is None:
            return self.tr("请先在队列中选中要派警的警情。")
        state = state_name(incident.state.value)
        return self.tr("这张警单现在是“%1”，不能派警。").replace("%1", state)

    def _show_heading(self) -> None:
        incident = self._incident()
        if incident is None:
            return
        what = self._desk.trade.class_name(incident.class_code)
        level = self.tr("%1 级").replace("%1", str(incident.level)) if incident.level else ""
        words = [incident.number, level, what, incident.address]
        method = method_text(self._desk)
        if incident.point is None:
            method = self.tr("警情没有坐标，无法估算，按呼号排列。")
        self.show_heading("  ".join(word for word in words if word), method)

    def _name_ok(self) -> None:
        count = len(self._chosen)
        words = self.tr("下达 %1 支").replace("%1", str(count)) if count > 1 else self.tr("下达")
        self.ok.setText(with_key(words, "chooser.give"))
