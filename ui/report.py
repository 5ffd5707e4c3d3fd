"""What a feedback sheet says, fact by fact, with the names of the dictionaries."""

from __future__ import annotations

from typing import Any

from models.form import CHOICE, FIELD, FieldKind
from services.dossier import FeedbackLine
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.moment import full_time_of
from ui.trade import Trade

FEN = 100
# Columns of every feedback sheet; what else it holds belongs to its class.
COMMON = tuple(
    "vehicles persons rescued rescued_note injured injured_note dead dead_note caught involved escaped "
    "loss_fen handover handover_contact handover_reply case_number evidence town village area place_part "
    "weather recording occurred_at tags".split()
)
YES = QT_TRANSLATE_NOOP("Report", "是")


def facts(trade: Trade, report: FeedbackLine) -> list[tuple[str, str]]:
    """Return (name, value) of everything filled, what the class asks for first."""
    own = sorted(report.particulars.items(), key=lambda item: order_of(trade, item[0]))
    common = [(name, getattr(report, name)) for name in COMMON]
    if report.scene_lon is not None and report.scene_lat is not None:
        common.append(("scene", [report.scene_lon, report.scene_lat]))
    return [
        (trade.name(FIELD, name), value_text(trade, name, value))
        for name, value in (*own, *common)
        if value
    ]


def mark(report: FeedbackLine) -> str:
    """Return which report of its sheet it is, with its version where its unit had reported before: F3 v2."""
    which = report.number.rpartition("-")[2]
    return f"{which} v{report.version}" if report.version > 1 else which


def value_text(trade: Trade, name: str, value: Any) -> str:
    """Return one value as people read it."""
    if value is True:
        return translate("Report", YES)
    if name == "loss_fen":
        return yuan_text(int(value))
    kind = trade.extra(FIELD, name, "kind")
    if kind == FieldKind.TIME or name == "occurred_at":
        return full_time_of(value)
    if kind == FieldKind.POINT or name == "scene":
        return f"{value[0]:.5f}, {value[1]:.5f}"
    if isinstance(value, list):
        return " ".join(value)
    if kind == FieldKind.CHOICE:
        return trade.name(CHOICE, str(value))
    return str(value)


def order_of(trade: Trade, name: str) -> tuple[int, str]:
    """Return where a field stands in its form."""
    order = trade.extra(FIELD, name, "order")
    return (int(order) if order.isdigit() else 999, name)


def yuan_text(fen: int) -> str:
    """Return a sum of fen as yuan: 1234.50, without decimals where they are nought."""
    yuan, rest = divmod(fen, FEN)
    return f"{yuan}.{rest:02d}" if rest else str(yuan)
