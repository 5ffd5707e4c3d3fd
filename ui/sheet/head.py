"""The head of the sheet form: number, state of the draft, who calls and what was heard; nothing here is typed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from models.board import CallCard, IncidentCard
from models.state import IncidentState
from services.caller import CallerRecord
from ui.desk import Desk
from ui.moment import time_of
from ui.sheet.draft import Draft, Sign
from ui.wording import state_name

ROLES = {Sign.UNSAVED: "muted", Sign.SAVED: "ok", Sign.FAILED: "danger"}


class SheetHead(QWidget):
    """Number, sign of the draft, caller and words heard."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.number, self.sign, self.caller, self.heard = (plain() for _ in range(4))
        self.record = plain()
        self.record.hide()
        self.number.setProperty("role", "heading")
        self.caller.setWordWrap(True)
        self.caller.setProperty("role", "muted")
        self.heard.setWordWrap(True)
        self._quote = QFrame()
        self._quote.setProperty("banner", "info")
        quote = QVBoxLayout(self._quote)
        quote.setContentsMargins(8, 5, 8, 5)
        quote.addWidget(self.heard)
        self.heard.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout()
        row.addWidget(self.number, 1)
        row.addWidget(self.sign)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.caller)
        column.addWidget(self.record)
        column.addWidget(self._quote)

    def show_card(self, card: IncidentCard, off_card: Mapping[str, Any]) -> None:
        """Show whose sheet it is; `off_card` may hold what only the dossier knows."""
        state = "" if card.state is IncidentState.TAKING else f" · {state_name(card.state.value)}"
        drill = self.tr("演练 ") if card.drill else ""
        self.number.setText(f"{drill}{card.number}{state}")
        call = self._desk.store.board.get(CallCard, card.call_id)
        owner = str(off_card.get("owner_name") or (call.owner_name if call else ""))
        address = str(off_card.get("owner_address") or (call.owner_address if call else ""))
        self.caller.setText(" · ".join(self._caller_words(card, owner, address)))
        if call is not None or not card.call_id:
            self.show_heard(call.heard if call else "")

    def show_record(self, record: CallerRecord | None) -> None:
        """Show how often the number has called, and how much of it was marked invalid; it blocks nobody."""
        past = record is not None and (record.calls > 1 or record.sheets > 1)
        self.record.setVisible(past)
        if record is None or not past:
            return
        words = self.tr("此号来电 %1 次，警单 %2 张")
        parts = [words.replace("%1", str(record.calls)).replace("%2", str(record.sheets))]
        if record.invalid:
            parts.append(self.tr("▲ 其中无效 %1 张").replace("%1", str(record.invalid)))
        self.record.setText(" · ".join(parts))
        dress(self.record, "danger" if record.invalid else "muted")

    def show_heard(self, text: str) -> None:
        """Show what the caller said or wrote, as plain text."""
        self.heard.setText(text)
        self._quote.setVisible(bool(text))

    def show_draft(self, draft: Draft) -> None:
        """Say how safe the draft is."""
        self.sign.setText(self._sign_words(draft))
        dress(self.sign, ROLES[draft.sign])

    def _sign_words(self, draft: Draft) -> str:
        if draft.sign is Sign.UNSAVED:
            if draft.saves_itself:
                return self.tr("● 未保存")
            since = self.tr("● 未提交 %1 起")
            return since.replace("%1", time_of(draft.unsaved_since or self._desk.clock.now()))
        if draft.sign is Sign.FAILED:
            since = self.tr("■ 未保存 %1 起")
            return since.replace("%1", time_of(draft.unsaved_since or self._desk.clock.now()))
        if draft.saved_at is None:
            return self.tr("✓ 已保存")
        return self.tr("✓ 已保存 %1").replace("%1", time_of(draft.saved_at))

    def _caller_words(self, card: IncidentCard, owner: str, address: str) -> list[str]:
        channel = self._desk.trade.name("channel", card.channel)
        number = card.caller_number or self.tr("无来电号码")
        reported = self.tr("报警 %1").replace("%1", time_of(card.reported_at))
        named = self.tr("机主 %1").replace("%1", owner) if owner else ""
        return [word for word in (channel, number, named, address, reported) if word]


def dress(label: QLabel, role: str) -> None:
    """Give a label the colour of another role."""
    if label.property("role") != role:
        label.setProperty("role", role)
        label.style().unpolish(label)
        label.style().polish(label)


def plain() -> QLabel:
    """Return a label that never takes text for markup."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
