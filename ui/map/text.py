"""The words of the map page; the page itself knows none."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from models.state import AssignmentState, Duty
from ui.scope import keyed
from ui.wording import UNIT_COLOURS, kind_name, state_name


def words() -> dict[str, Any]:
    """Return every word of the page in the language in use; `%1` is where a number or a name goes."""
    translate = QCoreApplication.translate
    return {
        "map": translate("MapView", "地图"),
        "zoom_in": translate("MapView", "放大"),
        "zoom_out": translate("MapView", "缩小"),
        "seconds": translate("MapView", "%1秒"),
        "minutes": translate("MapView", "%1分", "age of a position, as short as can be"),
        "hours": translate("MapView", "%1时", "age of a position, as short as can be"),
        "days": translate("MapView", "%1天", "age of a position, as short as can be"),
        "ago": translate("MapView", "位置 %1前"),
        "speed": translate("MapView", "%1 公里/时"),
        "drill": translate("MapView", "演", "drill, before a name, one letter"),
        "following": translate("MapView", "正在跟随 %1，拖动地图停止"),
        "measure": keyed(
            translate("MapView", "点击地图加点；{undo} 撤回，{leave} 结束"),
            undo="map.undo",
            leave="map.leave",
        ),
        "measured": translate("MapView", "长 %1"),
        "measured_area": translate("MapView", "长 %1 · 面积 %2"),
        "drawing": {
            "closure": translate("MapView", "封路（%1）"),
            "cordon": translate("MapView", "警戒区（%1）"),
            "keys": keyed(
                translate(
                    "MapView",
                    "点击或 {take} 加点，{form} 换形状，{undo} 撤回，双击或 {finish} 完成，{leave} 放弃",
                ),
                take="map.take",
                form="map.form",
                undo="map.undo",
                finish="map.finish",
                leave="map.leave",
            ),
        },
        "forms": {
            "line": translate("MapView", "线"),
            "area": translate("MapView", "面"),
            "circle": translate("MapView", "圆"),
        },
        "radius": translate("MapView", "半径 %1"),
        "expired": translate("MapView", "已到期"),
        "metres": translate("MapView", "%1 米"),
        "kilometres": translate("MapView", "%1 公里"),
        "square_metres": translate("MapView", "%1 平方米"),
        "square_kilometres": translate("MapView", "%1 平方公里"),
        "crowd": translate("MapView", "此处警力 %1"),
        "route": translate("MapView", "直线×%1 估算 %2 公里"),
        "ring": translate("MapView", "%1 分钟内"),
        "level": translate("MapView", "%1级"),
        "no_level": translate("MapView", "未定级"),
        "marks": marks(),
        "states": {status: state_name(status) for status in marks()},
        "group_of": {status: UNIT_COLOURS[status] for status in marks()},
        "groups": groups(),
        "looks": looks(),
        "legend": legend(),
    }


def groups() -> dict[str, str]:
    """Return what each colour of a unit means."""
    translate = QCoreApplication.translate
    return {
        "free": translate("MapView", "空闲"),
        "moving": translate("MapView", "受令、途中"),
        "scene": translate("MapView", "在现场"),
        "paused": translate("MapView", "暂停、离线、押解"),
        "alarm": translate("MapView", "求助、申请退单"),
    }


def looks() -> dict[str, str]:
    """Return how far an incident is served."""
    translate = QCoreApplication.translate
    return {
        "waiting": translate("MapView", "尚无警力"),
        "served": translate("MapView", "已派警力"),
        "handled": translate("MapView", "待处结"),
    }


def legend() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the legend: titles, each with rows of a sign's name (`resources/map/panel.js`) and its word."""
    translate = QCoreApplication.translate
    bodies = ("car", "motorcycle", "foot", "boat", "drone")
    levels = [
        (f"level {n}", translate("MapView", "%1级").replace("%1", str(n))) for n in range(1, 5)
    ]
    return [
        (translate("MapView", "警力：颜色与形状"), list(groups().items())),
        (
            translate("MapView", "警力：字"),
            [(f"mark {status}", state_name(status)) for status in marks()],
        ),
        (translate("MapView", "警力：外形"), [(body, kind_name(body)) for body in bodies]),
        (
            translate("MapView", "警情"),
            [*levels, ("level none", translate("MapView", "未定级")), *looks().items()],
        ),
        (
            translate("MapView", "其他"),
            [
                ("old", translate("MapView", "位置已旧：圈内可能所在")),
                ("crowd", translate("MapView", "此处警力数，外环为状态占比")),
                ("chosen", translate("MapView", "选中")),
                ("trail", translate("MapView", "选中警力的轨迹，有道路数据时归到路上")),
                ("way", translate("MapView", "沿道路的路线")),
                ("reach", translate("MapView", "几分钟内可达的范围（警灯）")),
                ("route", translate("MapView", "直线距离，非道路")),
                ("closure", translate("MapView", "封闭的道路")),
                ("cordon", translate("MapView", "警戒区")),
                ("expired", translate("MapView", "封闭已到期")),
                ("body", translate("MapView", "公安机构")),
                ("agency", translate("MapView", "联动单位")),
                ("beat", translate("MapView", "警格")),
                ("bare", translate("MapView", "标准时间内无空闲警力可到")),
                ("thin", translate("MapView", "标准时间内只有一支可到")),
            ],
        ),
    ]


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
