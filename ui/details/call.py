"""The calls about an incident as plain lines: when it rang, how long one waited and talked, who answered."""

from __future__ import annotations

from services.dossier import CallLine
from ui.desk import Desk
from ui.details.head import joined
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.moment import day_time_of, span_of
from ui.wording import state_name

WAITED = QT_TRANSLATE_NOOP("CallLine", "等待 {span}")
TALKED = QT_TRANSLATE_NOOP("CallLine", "通话 {span}")
RECORDING = QT_TRANSLATE_NOOP("CallLine", "录音 {name}")


def call_text(desk: Desk, call: CallLine) -> str:
    """Return one call: 02-02 10:38:15 13860001234 · 110电话 · 已结束 · 等待 0:05 · 通话 1:12 · S001."""
    return joined(
        (
            f"{day_time_of(call.rang_at)} {call.caller_number}".strip(),
            desk.trade.name("channel", call.channel),
            state_name(call.state.value),
            spanned(WAITED, call.rang_at, call.answered_at),
            spanned(TALKED, call.answered_at, call.hung_up_at),
            call.answered_by,
            translate("CallLine", RECORDING).format(name=call.recording) if call.recording else "",
        )
    )


def spanned(pattern: str, start: int | None, end: int | None) -> str:
    """Return how long something took, "" where it has not begun or not ended."""
    if start is None or end is None:
        return ""
    return translate("CallLine", pattern).format(span=span_of(end - start))
