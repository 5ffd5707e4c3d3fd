"""The words of the map page; the page itself knows none."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from models.state import AssignmentState, Duty


def words() -> dict[str, Any]:
    """Return every word of the page in the language in use; `%1` is where a number goes."""
    translate = QCoreApplication.translate
    return {
        "map": translate("MapView", "地图"),
        "zoom_in": translate("MapView", "放大"),
        "zoom_out": translate("MapView", "缩小"),
        "minutes": translate("MapView", "%1分", "age of a position, as short as can be"),
        "hours": translate("MapView", "%1时", "age of a position, as short as can be"),
        "days": translate("MapView", "%1天", "age of a position, as short as can be"),
        "drill": translate("MapView", "演", "drill, before a name, one letter"),
        "marks": marks(),
    }


def marks() -> dict[str, str]:
    """Return the one letter that stands on a unit for its status, so that colour never stands alone."""
    translate = QCoreApplication.translate
    return {
        Duty.STANDBY: translate("MapView", "待", "unit standing by, one letter"),
        Duty.PATROL: translate("MapView", "巡", "unit on patrol, one letter"),
        Duty.RETURNING: translate("MapView", "返", "unit returning to patrol, one letter"),
        Duty.ESCORT: translate("MapView", "押", "unit escorting, one letter"),
        Duty.PAUSED: translate("MapView", "停", "unit paused, one letter"),
        Duty.OFFLINE: translate("MapView", "离", "unit offline, one letter"),
        Duty.EMERGENCY: translate("MapView", "急", "officer needs help, one letter"),
        AssignmentState.ISSUED: translate("MapView", "派", "order given to unit, one letter"),
        AssignmentState.DELIVERED: translate("MapView", "达", "order has reached unit, one letter"),
        AssignmentState.SIGNED: translate("MapView", "签", "unit has signed the order, one letter"),
        AssignmentState.DEPARTED: translate("MapView", "途", "unit on the way, one letter"),
        AssignmentState.ARRIVED: translate("MapView", "到", "unit on scene, one letter"),
        AssignmentState.RETURN_ASKED: translate("MapView", "退", "unit asks to return, one letter"),
    }
