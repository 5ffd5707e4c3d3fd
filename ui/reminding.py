"""Reminds of what units owe on their orders (催办): once a second over what is out, by the intervals of the settings."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QObject

from models.board import AssignmentLine, Board, Delta, IncidentCard
from models.errors import RuleError
from models.reminder import CHIEF, Awaited, Intervals, ReminderState, rank_due
from services.reminding import answer_reminder, remind
from ui.desk import Desk
from ui.incident import call_sign
from ui.refusal import sentence
from ui.setting import REMIND, REMIND_ARRIVE, REMIND_DEPART, REMIND_FEEDBACK, REMIND_SIGN
from ui.wording import awaited_name

SECOND, MINUTE = 1000, 60_000
Due = tuple[IncidentCard, AssignmentLine, Awaited, int]


class ReminderWatch(QObject):
    """Writes each reminder onto its sheet, sounds, and tells the one who commands the desk in the end."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._out: dict[str, IncidentCard] = {}
        # What was handed in and may not be on the board yet.
        self._asked: set[tuple[str, str, int]] = set()
        desk.store.loaded.connect(self._load)
        desk.store.changed.connect(self._apply)
        desk.clock.ticked.connect(self._tick)
        desk.actions.on({"reminder.answered": self._answer})
        desk.actions.explain({"reminder.answered": self._why_none})

    def _load(self, board: Board) -> None:
        self._out, self._asked = {}, set()
        self._take(board.all(IncidentCard).values())

    def _apply(self, delta: Delta) -> None:
        for id in delta.dropped(IncidentCard):
            self._out.pop(id, None)
        self._take(delta.of(IncidentCard))

    def _take(self, cards: Collection[IncidentCard]) -> None:
        for card in cards:
            if card.active:
                self._out[card.id] = card
            else:
                self._out.pop(card.id, None)

    def _tick(self, now: int) -> None:
        if not self._desk.settings.get(REMIND):
            return
        intervals, limits = self._intervals(), self._desk.limits()
        due: list[Due] = []
        for card in self._out.values():
            for line in card.active:
                found = rank_due(card, line, intervals, limits, now)
                if found is not None and (line.id, *found) not in self._asked:
                    due.append((card, line, *found))
        for _, line, step, rank in due:
            self._asked.add((line.id, step, rank))
            # Somebody may have taken the step, or another seat reminded, in this very moment: then there is nothing to say.
            self._desk.store.do(remind, line.id, step.value, rank, failed=lambda _error: None)
        if due:
            self._tell(due)

    def _tell(self, due: list[Due]) -> None:
        high = [it for it in due if it[3] >= CHIEF or it[2] is Awaited.DECIDE]
        self._desk.bell.strike("overdue", [it[1].id for it in due])
        kind = "danger" if high else "warning"
        self._desk.say(kind, lambda: self._words(high or due, chief=bool(high)))

    def _words(self, due: list[Due], *, chief: bool) -> str:
        board = self._desk.store.board
        some = [
            f"{call_sign(line.unit_id, board)} {awaited_name(step)} ×{rank}"
            for _, line, step, rank in due[:4]
        ]
        more = self.tr("等 %1 支").replace("%1", str(len(due))) if due[4:] else ""
        words = self.tr("催办，报指挥长：%1") if chief else self.tr("催办：%1")
        return words.replace("%1", " · ".join([*some, *([more] if more else [])]))

    def _running(self) -> list[AssignmentLine]:
        """Return what is being reminded of: of the selected unit, else of the selected incident."""
        unit, card = self._desk.unit(), self._desk.incident()
        lines = [unit.job] if unit is not None and unit.job is not None else []
        lines += card.active if card is not None else ()
        running = [line for line in lines if line.reminder_state == ReminderState.RUNNING]
        return running[:1]

    def _why_none(self) -> str:
        return "" if self._running() else sentence(RuleError("reminder.none"))

    def _answer(self) -> None:
        for line in self._running():
            self._desk.store.do(answer_reminder, line.id)

    def _intervals(self) -> Intervals:
        settings, usual = self._desk.settings, Intervals()
        return Intervals(
            sign=numbers(settings.get(REMIND_SIGN), SECOND) or usual.sign,
            depart=numbers(settings.get(REMIND_DEPART), MINUTE) or usual.depart,
            arrive=numbers(settings.get(REMIND_ARRIVE), 1) or usual.arrive,
            feed_back=numbers(settings.get(REMIND_FEEDBACK), MINUTE) or usual.feed_back,
        )


def numbers(text: str, unit: int) -> tuple[int, ...]:
    """Return the positive numbers of a setting in a unit, growing; what is none is left out."""
    found = {
        int(word) for word in text.split() if word.isascii() and word.isdigit() and len(word) < 7
    }
    return tuple(number * unit for number in sorted(found) if number)
