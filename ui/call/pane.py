"""The call pane: a slim strip with what rings, who is on the line here, and whom to ring back."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from models.board import Board, CallCard, Delta, IncidentCard
from models.errors import CodedError, RuleError
from models.identity import new_id
from models.state import CallState
from services.taking import answer, dismiss_call, hang_up, note_try, verify_call
from ui.call.row import CallRow, is_overdue, tone_of
from ui.desk import Desk
from ui.keyname import key_text
from ui.ringer import Ringer
from ui.scope import key_of
from ui.setting import CALL_BACK_MINUTES

# How many rows of each kind the strip has room for; the others are counted.
ROOM = {CallState.RINGING: 3, CallState.TALKING: 2, CallState.ABANDONED: 2}
# The same on a screen lower than this (px): the queue below needs its rows.
LOW, TIGHT = 900, {CallState.RINGING: 2, CallState.TALKING: 1, CallState.ABANDONED: 1}
# A second press within this time is taken for the same one.
TWICE_MS = 800
MINUTE_MS = 60_000


class CallPane(QWidget):
    """The strip of calls.

    Signals:
        answered(str): the sheet that was opened for a call answered here.
    """

    answered = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._calls: dict[str, CallCard] = {}
        self._answering: set[str] = set()
        self._answered_at: int | None = None
        self._overdue: set[str] = set()
        self.rows: dict[str, CallRow] = {}
        self.quiet = QLabel()
        self.more = QLabel()
        self.ringer = Ringer(desk.bell, desk.settings, self)
        self._arrange()
        self._connect()
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Translate the strip when the language changes."""
        if event.type() is QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def ringing(self) -> list[CallCard]:
        """Return what rings, the longest waiting first."""
        return self._of(CallState.RINGING)

    def _arrange(self) -> None:
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        foot = QHBoxLayout()
        foot.setContentsMargins(10, 0, 8, 0)
        self.quiet.setProperty("role", "muted")
        self.more.setProperty("role", "danger")
        for widget in (self.quiet, self.more):
            foot.addWidget(widget)
        foot.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._column)
        whole.addLayout(foot)

    def _connect(self) -> None:
        desk = self._desk
        desk.store.loaded.connect(self._load)
        desk.store.changed.connect(self._apply)
        desk.clock.ticked.connect(self._tick)
        desk.trade.changed.connect(self._show)
        desk.selection.incident_changed.connect(lambda _id: self._enable())
        desk.bell.silenced.connect(self._show)
        desk.actions["call.answer"].setAutoRepeat(False)
        desk.actions.explain(
            {"call.answer": self._why_no_answer, "call.hang_up": self._why_no_hang_up}
        )
        desk.actions.on({"call.answer": self._answer_longest, "call.hang_up": self._hang_up})

    def _load(self, board: Board) -> None:
        self._calls = dict(board.all(CallCard))
        self._show()

    def _apply(self, delta: Delta) -> None:
        if not delta.touches(CallCard):
            return
        for id in delta.dropped(CallCard):
            self._calls.pop(id, None)
        self._calls |= {card.id: card for card in delta.of(CallCard)}
        self._show()

    def _of(self, state: CallState) -> list[CallCard]:
        found = [card for card in self._calls.values() if card.state is state]
        if state is CallState.TALKING:
            found = [card for card in found if card.answered_by == self._desk.store.actor]
        return sorted(found, key=lambda card: (card.rang_at, card.id))

    def _show(self) -> None:
        rooms = self._rooms()
        calls = {state: self._of(state) for state in rooms}
        shown = [card for state, room in rooms.items() for card in calls[state][:room]]
        self._keep_rows(card.id for card in shown)
        self.ringer.show({card.id: tone_of(card) for card in calls[CallState.RINGING]})
        for at, card in enumerate(shown):
            row = self.rows.get(card.id) or self._add_row(card)
            if self._column.indexOf(row) != at:
                self._column.insertWidget(at, row)
            first = at == 0 and card.state is CallState.RINGING
            row.show_card(
                card,
                self._desk.clock.now(),
                self._key() if first else "",
                loud=first and self.ringer.is_ringing,
                back_ms=self._desk.settings.get(CALL_BACK_MINUTES) * MINUTE_MS,
            )
        self._show_foot(calls, shown)
        self._enable()

    def _rooms(self) -> dict[CallState, int]:
        return TIGHT if self.screen().availableGeometry().height() < LOW else ROOM

    def _keep_rows(self, ids: Iterable[str]) -> None:
        for id in self.rows.keys() - set(ids):
            row = self.rows.pop(id)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()

    def _add_row(self, card: CallCard) -> CallRow:
        row = CallRow(card, self._desk.trade, self)
        row.asked.connect(self._do)
        self.rows[card.id] = row
        return row

    def _show_foot(self, calls: dict[CallState, list[CallCard]], shown: list[CallCard]) -> None:
        rooms = self._rooms()
        ringing = len(calls[CallState.RINGING]) - rooms[CallState.RINGING]
        abandoned = len(calls[CallState.ABANDONED]) - rooms[CallState.ABANDONED]
        parts = []
        if ringing > 0:
            parts.append(self.tr("▲ 另有 {count} 个来电等待").format(count=ringing))
        if abandoned > 0:
            parts.append(self.tr("另有 {count} 个未接来电").format(count=abandoned))
        self.more.setText("  ".join(parts))
        self.more.setVisible(bool(parts))
        self.quiet.setText(self.tr("无来电"))
        self.quiet.setVisible(not shown)

    def _tick(self, now: int) -> None:
        self._remind(now)
        for row in self.rows.values():
            row.tick(now)

    def _remind(self, now: int) -> None:
        """Sound once for each call that rang off and was not rung back in time."""
        back = self._desk.settings.get(CALL_BACK_MINUTES) * MINUTE_MS
        waiting = self._of(CallState.ABANDONED)
        late = {card.id for card in waiting if is_overdue(card, now, back)}
        if fresh := late - self._overdue:
            self._desk.bell.strike("overdue", list(fresh))
        self._overdue = late

    def _key(self) -> str:
        return key_text(key_of("call.answer"))

    def _enable(self) -> None:
        self._desk.actions.refresh("call.answer", "call.hang_up")

    def _why_no_answer(self) -> str:
        if self.ringing():
            return ""
        return self.tr("现在没有等待接听的来电。不经来电的按 {key} 新建警单。").format(
            key=key_text(key_of("sheet.new"))
        )

    def _why_no_hang_up(self) -> str:
        if self._on_the_line() is not None:
            return ""
        if len(self._of(CallState.TALKING)) > 1:
            return self.tr("有几个通话，请先选中要挂断的那一张警单。")
        return self.tr("现在没有通话。")

    def _silence(self) -> None:
        self.ringer.silence()
        self._show()

    def _do(self, name: str, call_id: str) -> None:
        if name == "silence":
            self._silence()
        elif name in ("answer", "call_back"):
            self._answer(call_id)
        elif name == "hang_up":
            self._desk.store.do(hang_up, call_id)
        elif name == "tried":
            self._desk.store.do(note_try, call_id)
        elif name == "verify":
            self._desk.store.do(verify_call, call_id, id=new_id(), then=self.answered.emit)
        else:
            self._desk.store.do(dismiss_call, call_id)

    def _answer_longest(self) -> None:
        now = self._desk.clock.now()
        if self._answering or (
            self._answered_at is not None and 0 <= now - self._answered_at < TWICE_MS
        ):
            return
        if waiting := self.ringing():
            self._answer(waiting[0].id)

    def _answer(self, call_id: str) -> None:
        if call_id in self._answering:
            return
        self._answering.add(call_id)
        self._answered_at = self._desk.clock.now()

        def opened(incident_id: str) -> None:
            self._answering.discard(call_id)
            self.answered.emit(incident_id)

        def failed(error: CodedError) -> None:
            self._answering.discard(call_id)
            self._answered_at = None
            if isinstance(error, RuleError):
                self._desk.store.refused.emit(error)

        self._desk.store.do(answer, call_id, id=new_id(), then=opened, failed=failed)

    def _hang_up(self) -> None:
        if (call := self._on_the_line()) is not None:
            self._desk.store.do(hang_up, call.id)

    def _on_the_line(self) -> CallCard | None:
        """Return the call of the selected sheet, else the one call this seat is on."""
        sheet: IncidentCard | None = self._desk.incident()
        call = self._calls.get(sheet.call_id or "") if sheet is not None else None
        if call is not None and call.state is CallState.TALKING:
            return call
        mine = self._of(CallState.TALKING)
        return mine[0] if len(mine) == 1 else None
