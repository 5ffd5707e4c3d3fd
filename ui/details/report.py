"""The feedback sheets of an incident, newest first, as plain lines."""

from __future__ import annotations

from services.dossier import FeedbackLine
from ui.desk import Desk
from ui.details.head import joined
from ui.incident import call_sign
from ui.moment import time_of
from ui.report import facts, mark


def report_text(desk: Desk, report: FeedbackLine) -> str:
    """Return one feedback: F1 14:20:11 618 · 治安·治安纠纷 · 现场调解 · 双方和解 · 纠纷类型 邻里 · 受伤人数 1."""
    unit = call_sign(report.unit_id, desk.store.board) if report.unit_id else ""
    told = [f"{name} {value}" for name, value in facts(desk.trade, report)]
    # The sheet's number stands above: the report's own part is enough.
    who = f"{mark(report)} {time_of(report.at)} {unit or report.officer}".strip()
    result = desk.trade.name("result", report.result)
    return joined((who, desk.trade.class_name(report.class_code), result, report.narrative, *told))
