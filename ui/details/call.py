"""The calls about an incident as plain lines: when it rang, how long one waited and talked, who answered."""

from __future__ import annotations

from models.call import CallEnd, Direction
from services.dossier import CallLine
from ui.desk import Desk
from ui.details.head import joined
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.moment import day_time_of, span_of, time_of
from ui.wording import state_name

WAITED = QT_TRANSLATE_NOOP("CallLine", "等待 {span}")
TALKED = QT_TRANSLATE_NOOP("CallLine", "通话 {span}")
QUEUED = QT_TRANSLATE_NOOP("CallLine", "队列 {name}")
RANG_BACK = QT_TRANSLATE_NOOP("CallLine", "对方振铃 {time}")
BACK = QT_TRANSLATE_NOOP("CallLine", "回拨（呼出）")
OUTGOING = QT_TRANSLATE_NOOP("CallLine", "呼出")
CALLED_BACK = QT_TRANSLATE_NOOP("CallLine", "已回拨")
NUISANCE = QT_TRANSLATE_NOOP("CallLine", "⚠ 骚扰标记")
ENDS = {
    CallEnd.CALLER: QT_TRANSLATE_NOOP("CallLine", "对方挂机"),
    CallEnd.DESK: QT_TRANSLATE_NOOP("CallLine", "本席挂机"),
    CallEnd.LOST: QT_TRANSLATE_NOOP("CallLine", "掉线"),
}
RECORDING = QT_TRANSLATE_NOOP("CallLine", "录音 {name}")


def call_text(desk: Desk, call: CallLine) -> str:
    """Return one call: 02-02 10:38:15 13860001234 · 110电话 · 已结束 · 等待 0:05 · 通话 1:12 · S001."""
    return joined(
        (
            f"{day_time_of(call.rang_at)} {call.caller_number}".strip(),
            direction_text(call),
            desk.trade.name("channel", call.channel),
            said(QUEUED, name=call.queue),
            state_name(call.state.value),
            said(RANG_BACK, time=time_of(call.rang_back_at)),
            spanned(WAITED, call.waited) if call.direction is Direction.INCOMING else "",
            spanned(TALKED, call.talked),
            translate("CallLine", ENDS[call.hung_up_by]) if call.hung_up_by else "",
            translate("CallLine", CALLED_BACK) if call.called_back else "",
            translate("CallLine", NUISANCE) if call.nuisance else "",
            call.answered_by,
            said(RECORDING, name=call.recording),
        )
    )


def direction_text(call: CallLine) -> str:
    """Return that the desk dialled, and whether it rang somebody back; "" for what came in."""
    if call.direction is Direction.INCOMING:
        return ""
    return translate("CallLine", BACK if call.returns_id else OUTGOING)


def said(pattern: str, **words: str) -> str:
    """Return the pattern with its words, "" where there are none."""
    return translate("CallLine", pattern).format(**words) if all(words.values()) else ""


def spanned(pattern: str, span: int | None) -> str:
    """Return how long something took (ms), "" where it has not begun or not ended."""
    return "" if span is None else translate("CallLine", pattern).format(span=span_of(span))
