"""The part of the table of actions that belongs to one pane: keys that mean something only while the keyboard is there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.action import ACTIONS, ActionSpec
from ui.keyname import key_text
from ui.language import QT_TRANSLATE_NOOP, translate

SCOPES = {
    "": QT_TRANSLATE_NOOP("Scope", "任何地方"),
    "list": QT_TRANSLATE_NOOP("Scope", "各种列表"),
    "search": QT_TRANSLATE_NOOP("Scope", "列表上的查找框"),
    "queue": QT_TRANSLATE_NOOP("Scope", "警情队列"),
    "units": QT_TRANSLATE_NOOP("Scope", "警力表"),
    "chooser": QT_TRANSLATE_NOOP("Scope", "派警、改派窗口"),
    "map": QT_TRANSLATE_NOOP("Scope", "地图"),
    "markings": QT_TRANSLATE_NOOP("Scope", "封路与警戒区列表"),
    "aliases": QT_TRANSLATE_NOOP("Scope", "地点别名列表"),
    "warnings": QT_TRANSLATE_NOOP("Scope", "预警指令列表"),
    "overlays": QT_TRANSLATE_NOOP("Scope", "叠加图层列表"),
    "form": QT_TRANSLATE_NOOP("Scope", "表单各项"),
    "term": QT_TRANSLATE_NOOP("Scope", "列出条目的一项"),
    "level": QT_TRANSLATE_NOOP("Scope", "警情级别"),
    "panel": QT_TRANSLATE_NOOP("Scope", "小表单"),
    "sheet": QT_TRANSLATE_NOOP("Scope", "接警单"),
    "ask": QT_TRANSLATE_NOOP("Scope", "微预案"),
    "details": QT_TRANSLATE_NOOP("Scope", "警情详情"),
    "orders": QT_TRANSLATE_NOOP("Scope", "联动指令"),
    "agency": QT_TRANSLATE_NOOP("Scope", "联动单位窗口"),
    "stops": QT_TRANSLATE_NOOP("Scope", "止付单"),
    "directory": QT_TRANSLATE_NOOP("Scope", "通讯录"),
    "person": QT_TRANSLATE_NOOP("Scope", "值守登记"),
    "history": QT_TRANSLATE_NOOP("Scope", "查找警单"),
    "wall": QT_TRANSLATE_NOOP("Scope", "大屏"),
    "command": QT_TRANSLATE_NOOP("Scope", "命令行"),
    "help": QT_TRANSLATE_NOOP("Scope", "帮助窗口"),
}

KEYS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "list.walk",
        "",
        QT_TRANSLATE_NOOP("Action", "逐行移动"),
        "Up Down PgUp PgDown Ctrl+Home Ctrl+End",
        QT_TRANSLATE_NOOP("Action", "在列表中上下移动，到哪一行就选中哪一行"),
        "list",
    ),
    ActionSpec(
        "list.open",
        "",
        QT_TRANSLATE_NOOP("Action", "打开"),
        "Return Enter",
        QT_TRANSLATE_NOOP("Action", "打开当前行：警情看详情，空闲警力去派警，单位发联动指令"),
        "list",
    ),
    ActionSpec(
        "list.menu",
        "",
        QT_TRANSLATE_NOOP("Action", "快捷菜单"),
        "Menu Shift+F10",
        QT_TRANSLATE_NOOP("Action", "当前行能做的事"),
        "list",
    ),
    ActionSpec(
        "search.enter",
        "",
        QT_TRANSLATE_NOOP("Action", "进入列表"),
        "Return Enter",
        QT_TRANSLATE_NOOP("Action", "查找框中回车：转到找到的第一行"),
        "search",
    ),
    ActionSpec(
        "queue.clear",
        "",
        QT_TRANSLATE_NOOP("Action", "显示全部"),
        "Esc",
        QT_TRANSLATE_NOOP("Action", "清除筛选和查找，显示全部警情"),
        "queue",
    ),
    ActionSpec(
        "units.clear",
        "",
        QT_TRANSLATE_NOOP("Action", "显示全部"),
        "Esc",
        QT_TRANSLATE_NOOP("Action", "清除查找，显示全部警力"),
        "units",
    ),
    ActionSpec(
        "unit.delivered",
        "",
        QT_TRANSLATE_NOOP("Action", "指令送达"),
        "2",
        QT_TRANSLATE_NOOP("Action", "选中的警力：指令已送达"),
        "units",
    ),
    ActionSpec(
        "unit.signed",
        "",
        QT_TRANSLATE_NOOP("Action", "签收"),
        "3",
        QT_TRANSLATE_NOOP("Action", "选中的警力：签收；申请退单的，不同意退单"),
        "units",
    ),
    ActionSpec(
        "unit.departed",
        "",
        QT_TRANSLATE_NOOP("Action", "出警"),
        "4",
        QT_TRANSLATE_NOOP("Action", "选中的警力：出警"),
        "units",
    ),
    ActionSpec(
        "unit.arrived",
        "",
        QT_TRANSLATE_NOOP("Action", "到场"),
        "5",
        QT_TRANSLATE_NOOP("Action", "选中的警力：到场"),
        "units",
    ),
    ActionSpec(
        "unit.finished",
        "",
        QT_TRANSLATE_NOOP("Action", "处理完毕"),
        "6",
        QT_TRANSLATE_NOOP("Action", "选中的警力：处理完毕，返回途中"),
        "units",
    ),
    ActionSpec(
        "unit.return_asked",
        "",
        QT_TRANSLATE_NOOP("Action", "申请退单"),
        "?",
        QT_TRANSLATE_NOOP("Action", "选中的警力：申请退单，须说明原因"),
        "units",
    ),
    ActionSpec(
        "unit.returned",
        "",
        QT_TRANSLATE_NOOP("Action", "同意退单"),
        "7",
        QT_TRANSLATE_NOOP("Action", "选中的警力：同意退单"),
        "units",
    ),
    ActionSpec(
        "unit.cancelled",
        "",
        QT_TRANSLATE_NOOP("Action", "撤回"),
        "0",
        QT_TRANSLATE_NOOP("Action", "选中的警力：撤回派警，须说明原因"),
        "units",
    ),
    ActionSpec(
        "unit.standby",
        "",
        QT_TRANSLATE_NOOP("Action", "备勤"),
        "Z",
        QT_TRANSLATE_NOOP("Action", "选中的警力：备勤"),
        "units",
    ),
    ActionSpec(
        "unit.patrol",
        "",
        QT_TRANSLATE_NOOP("Action", "巡逻"),
        "X",
        QT_TRANSLATE_NOOP("Action", "选中的警力：巡逻"),
        "units",
    ),
    ActionSpec(
        "unit.returning",
        "",
        QT_TRANSLATE_NOOP("Action", "返回途中"),
        "F",
        QT_TRANSLATE_NOOP("Action", "选中的警力：返回途中"),
        "units",
    ),
    ActionSpec(
        "unit.escort",
        "",
        QT_TRANSLATE_NOOP("Action", "押解"),
        "Y",
        QT_TRANSLATE_NOOP("Action", "选中的警力：押解护送"),
        "units",
    ),
    ActionSpec(
        "unit.paused",
        "",
        QT_TRANSLATE_NOOP("Action", "暂离"),
        "T",
        QT_TRANSLATE_NOOP("Action", "选中的警力：暂离，不派警"),
        "units",
    ),
    ActionSpec(
        "unit.offline",
        "",
        QT_TRANSLATE_NOOP("Action", "离线"),
        "-",
        QT_TRANSLATE_NOOP("Action", "选中的警力：离线下班"),
        "units",
    ),
    ActionSpec(
        "unit.heard",
        "",
        QT_TRANSLATE_NOOP("Action", "签到"),
        "Q",
        QT_TRANSLATE_NOOP("Action", "选中的警力：已回答，平安；重新计时"),
        "units",
    ),
    ActionSpec(
        "unit.emergency",
        "",
        QT_TRANSLATE_NOOP("Action", "紧急求助"),
        "!",
        QT_TRANSLATE_NOOP("Action", "选中的警力：紧急求助，全台报警"),
        "units",
    ),
    ActionSpec(
        "chooser.walk",
        "",
        QT_TRANSLATE_NOOP("Action", "逐行移动"),
        "Up Down PgUp PgDown",
        QT_TRANSLATE_NOOP("Action", "查找框中也能上下移动"),
        "chooser",
    ),
    ActionSpec(
        "chooser.tick",
        "",
        QT_TRANSLATE_NOOP("Action", "勾选"),
        "Space",
        QT_TRANSLATE_NOOP("Action", "勾选或取消当前警力，可勾选多支"),
        "chooser",
    ),
    ActionSpec(
        "chooser.give",
        "",
        QT_TRANSLATE_NOOP("Action", "下达"),
        "Return Enter Ctrl+Return Ctrl+Enter",
        QT_TRANSLATE_NOOP("Action", "派出勾选的警力；没有勾选时派出当前一支"),
        "chooser",
    ),
    ActionSpec(
        "chooser.propose",
        "",
        QT_TRANSLATE_NOOP("Action", "按预案派出"),
        "Ctrl+F5",
        QT_TRANSLATE_NOOP("Action", "把建议的警力（标 ★ 的）一次全部派出"),
        "chooser",
    ),
    ActionSpec(
        "chooser.close",
        "",
        QT_TRANSLATE_NOOP("Action", "返回"),
        "Esc",
        QT_TRANSLATE_NOOP("Action", "不派警，关闭窗口"),
        "chooser",
    ),
    ActionSpec(
        "map.pan",
        "",
        QT_TRANSLATE_NOOP("Action", "移动地图"),
        "Up Down Left Right",
        QT_TRANSLATE_NOOP("Action", "移动地图；选点时把地点移到十字下"),
        "map",
    ),
    ActionSpec(
        "map.zoom",
        "",
        QT_TRANSLATE_NOOP("Action", "缩放地图"),
        "+ -",
        QT_TRANSLATE_NOOP("Action", "放大、缩小地图"),
        "map",
    ),
    ActionSpec(
        "map.take",
        "",
        QT_TRANSLATE_NOOP("Action", "取点"),
        "Return",
        QT_TRANSLATE_NOOP("Action", "选点时取十字下的地点"),
        "map",
    ),
    ActionSpec(
        "map.leave",
        "",
        QT_TRANSLATE_NOOP("Action", "放弃选点"),
        "Esc",
        QT_TRANSLATE_NOOP("Action", "放弃选点或框选"),
        "map",
    ),
    ActionSpec(
        "map.form",
        "",
        QT_TRANSLATE_NOOP("Action", "换形状"),
        "F",
        QT_TRANSLATE_NOOP("Action", "画封路或警戒区时，在线、面、圆之间换"),
        "map",
    ),
    ActionSpec(
        "map.undo",
        "",
        QT_TRANSLATE_NOOP("Action", "撤回一点"),
        "Backspace Del",
        QT_TRANSLATE_NOOP("Action", "测量或绘制时撤回最后一点"),
        "map",
    ),
    ActionSpec(
        "map.finish",
        "",
        QT_TRANSLATE_NOOP("Action", "画完"),
        "Space",
        QT_TRANSLATE_NOOP("Action", "画封路或警戒区时，画完并登记；双击也可"),
        "map",
    ),
    ActionSpec(
        "marking.show",
        "",
        QT_TRANSLATE_NOOP("Action", "在图上看"),
        "Return Enter",
        QT_TRANSLATE_NOOP("Action", "把地图转到当前的封路或警戒区"),
        "markings",
    ),
    ActionSpec(
        "marking.change",
        "",
        QT_TRANSLATE_NOOP("Action", "修改"),
        "E",
        QT_TRANSLATE_NOOP("Action", "修改当前的封路或警戒区：原因、时间、说明"),
        "markings",
    ),
    ActionSpec(
        "marking.lift",
        "",
        QT_TRANSLATE_NOOP("Action", "解除"),
        "Del",
        QT_TRANSLATE_NOOP("Action", "解除当前的封路或警戒区，须说明原因；记录保留"),
        "markings",
    ),
    ActionSpec(
        "warning.new",
        "",
        QT_TRANSLATE_NOOP("Action", "登记预警"),
        "N",
        QT_TRANSLATE_NOOP("Action", "登记一条口头或来文的预警；紧急的同时打开警单草稿"),
        "warnings",
    ),
    ActionSpec(
        "warning.take",
        "",
        QT_TRANSLATE_NOOP("Action", "签收预警"),
        "T",
        QT_TRANSLATE_NOOP("Action", "由本人去联系、劝阻当前预警的人"),
        "warnings",
    ),
    ActionSpec(
        "warning.end",
        "",
        QT_TRANSLATE_NOOP("Action", "预警结果"),
        "Return Enter",
        QT_TRANSLATE_NOOP("Action", "填写当前预警的劝阻情况并办结"),
        "warnings",
    ),
    ActionSpec(
        "warning.sheet",
        "",
        QT_TRANSLATE_NOOP("Action", "预警的警单"),
        "S",
        QT_TRANSLATE_NOOP("Action", "转到当前预警打开的警单"),
        "warnings",
    ),
    ActionSpec(
        "warning.cancel",
        "",
        QT_TRANSLATE_NOOP("Action", "撤销预警"),
        "Del",
        QT_TRANSLATE_NOOP("Action", "撤销当前预警，须说明原因"),
        "warnings",
    ),
    ActionSpec(
        "warning.import",
        "",
        QT_TRANSLATE_NOOP("Action", "导入预警"),
        "I",
        QT_TRANSLATE_NOOP("Action", "从 CSV 文件接收预警；有一行不合格则一条都不收"),
        "warnings",
    ),
    ActionSpec(
        "alias.show",
        "",
        QT_TRANSLATE_NOOP("Action", "在图上看"),
        "Return Enter",
        QT_TRANSLATE_NOOP("Action", "把地图转到当前别名的地点"),
        "aliases",
    ),
    ActionSpec(
        "alias.change",
        "",
        QT_TRANSLATE_NOOP("Action", "修改别名"),
        "E",
        QT_TRANSLATE_NOOP("Action", "修改当前别名和它指的地方"),
        "aliases",
    ),
    ActionSpec(
        "alias.retire",
        "",
        QT_TRANSLATE_NOOP("Action", "停用别名"),
        "Del",
        QT_TRANSLATE_NOOP("Action", "停用当前别名，记录保留"),
        "aliases",
    ),
    ActionSpec(
        "overlay.add",
        "",
        QT_TRANSLATE_NOOP("Action", "导入图层"),
        "Ins",
        QT_TRANSLATE_NOOP("Action", "选一个文件作为叠加图层"),
        "overlays",
    ),
    ActionSpec(
        "overlay.shown",
        "",
        QT_TRANSLATE_NOOP("Action", "显示或隐藏"),
        "Space",
        QT_TRANSLATE_NOOP("Action", "显示或隐藏当前图层；回车在图上看"),
        "overlays",
    ),
    ActionSpec(
        "overlay.look",
        "",
        QT_TRANSLATE_NOOP("Action", "换样式"),
        "C",
        QT_TRANSLATE_NOOP("Action", "换当前图层的颜色和线型"),
        "overlays",
    ),
    ActionSpec(
        "overlay.remove",
        "",
        QT_TRANSLATE_NOOP("Action", "移除图层"),
        "Del",
        QT_TRANSLATE_NOOP("Action", "移除当前图层；原文件不动"),
        "overlays",
    ),
    ActionSpec(
        "field.next",
        "",
        QT_TRANSLATE_NOOP("Action", "下一项"),
        "Return Enter",
        QT_TRANSLATE_NOOP("Action", "填好这一项，转到下一项"),
        "form",
    ),
    ActionSpec(
        "term.take",
        "",
        QT_TRANSLATE_NOOP("Action", "选用"),
        "Return Enter Tab Shift+Tab",
        QT_TRANSLATE_NOOP("Action", "选用列出的第一条或当前一条"),
        "term",
    ),
    ActionSpec(
        "term.previous",
        "",
        QT_TRANSLATE_NOOP("Action", "上一条"),
        "Up",
        QT_TRANSLATE_NOOP("Action", "在列出的条目中向上一条"),
        "term",
    ),
    ActionSpec(
        "term.next",
        "",
        QT_TRANSLATE_NOOP("Action", "下一条"),
        "Down",
        QT_TRANSLATE_NOOP("Action", "在列出的条目中向下一条；没有列出时列出全部"),
        "term",
    ),
    ActionSpec(
        "term.close",
        "",
        QT_TRANSLATE_NOOP("Action", "收起"),
        "Esc",
        QT_TRANSLATE_NOOP("Action", "收起列出的条目，恢复原来的内容"),
        "term",
    ),
    ActionSpec(
        "place.paste",
        "",
        QT_TRANSLATE_NOOP("Action", "粘贴坐标"),
        "Ctrl+V Shift+Ins",
        QT_TRANSLATE_NOOP("Action", "粘贴地址，或地图软件分享的坐标和链接"),
        "term",
    ),
    ActionSpec(
        "place.forget",
        "",
        QT_TRANSLATE_NOOP("Action", "停用别名"),
        "Shift+Del",
        QT_TRANSLATE_NOOP("Action", "停用列出的这个别名，以后不再列出"),
        "term",
    ),
    ActionSpec(
        "level.more",
        "",
        QT_TRANSLATE_NOOP("Action", "级别加重"),
        "Left Up",
        QT_TRANSLATE_NOOP("Action", "警情级别加重一级"),
        "level",
    ),
    ActionSpec(
        "level.less",
        "",
        QT_TRANSLATE_NOOP("Action", "级别减轻"),
        "Right Down",
        QT_TRANSLATE_NOOP("Action", "警情级别减轻一级"),
        "level",
    ),
    ActionSpec(
        "level.choose",
        "",
        QT_TRANSLATE_NOOP("Action", "级别"),
        "1 2 3 4",
        QT_TRANSLATE_NOOP("Action", "直接选定警情级别"),
        "level",
    ),
    ActionSpec(
        "panel.give",
        "",
        QT_TRANSLATE_NOOP("Action", "确定"),
        "Ctrl+Return Ctrl+Enter",
        QT_TRANSLATE_NOOP("Action", "提交小表单"),
        "panel",
    ),
    ActionSpec(
        "panel.close",
        "",
        QT_TRANSLATE_NOOP("Action", "取消"),
        "Esc",
        QT_TRANSLATE_NOOP("Action", "不提交，收起小表单"),
        "panel",
    ),
    ActionSpec(
        "sheet.next",
        "",
        QT_TRANSLATE_NOOP("Action", "下一张在填警单"),
        "Ctrl+PgDown",
        QT_TRANSLATE_NOOP("Action", "转到下一张正在填写的警单"),
        "sheet",
    ),
    ActionSpec(
        "sheet.previous",
        "",
        QT_TRANSLATE_NOOP("Action", "上一张在填警单"),
        "Ctrl+PgUp",
        QT_TRANSLATE_NOOP("Action", "转到上一张正在填写的警单"),
        "sheet",
    ),
    ActionSpec(
        "sheet.link_found",
        "",
        QT_TRANSLATE_NOOP("Action", "关联到列出的警单"),
        "Ctrl+L",
        QT_TRANSLATE_NOOP("Action", "同号一小时内的一张警单直接关联；其他的转到列表，选中后回车"),
        "sheet",
    ),
    ActionSpec(
        "related.leave",
        "",
        QT_TRANSLATE_NOOP("Action", "回到填写"),
        "Esc",
        QT_TRANSLATE_NOOP("Action", "不关联，从相关警单回到填写的一项"),
        "sheet",
    ),
    ActionSpec(
        "sheet.dispatch",
        "",
        QT_TRANSLATE_NOOP("Action", "填好即派警"),
        "F5",
        QT_TRANSLATE_NOOP("Action", "完成正在填写的警单并选择警力，通话不挂断"),
        "sheet",
    ),
    ActionSpec(
        "ask.choose",
        "",
        QT_TRANSLATE_NOOP("Action", "作答"),
        "1 2 3 4 5 6 7 8 9",
        QT_TRANSLATE_NOOP("Action", "按序号选定答案，并转到下一个必问事项"),
        "ask",
    ),
    ActionSpec(
        "ask.yes",
        "",
        QT_TRANSLATE_NOOP("Action", "是"),
        "Y",
        QT_TRANSLATE_NOOP("Action", "回答“是”或“已做”"),
        "ask",
    ),
    ActionSpec(
        "ask.no",
        "",
        QT_TRANSLATE_NOOP("Action", "否"),
        "N",
        QT_TRANSLATE_NOOP("Action", "回答“否”或“不需要”"),
        "ask",
    ),
    ActionSpec(
        "ask.write",
        "",
        QT_TRANSLATE_NOOP("Action", "写答案"),
        "Return Enter",
        QT_TRANSLATE_NOOP("Action", "要写文字的转到文字框，再按一次记下；其他的转到下一项"),
        "ask",
    ),
    ActionSpec(
        "ask.clear",
        "",
        QT_TRANSLATE_NOOP("Action", "撤回答案"),
        "Del Backspace",
        QT_TRANSLATE_NOOP("Action", "撤回当前一项的答案"),
        "ask",
    ),
    ActionSpec(
        "ask.earlier",
        "",
        QT_TRANSLATE_NOOP("Action", "上一步骤"),
        "Left",
        QT_TRANSLATE_NOOP("Action", "转到前一步骤的清单：接警、派警、到场、反馈"),
        "ask",
    ),
    ActionSpec(
        "ask.later",
        "",
        QT_TRANSLATE_NOOP("Action", "下一步骤"),
        "Right",
        QT_TRANSLATE_NOOP("Action", "转到后一步骤的清单：接警、派警、到场、反馈"),
        "ask",
    ),
    ActionSpec(
        "ask.leave",
        "",
        QT_TRANSLATE_NOOP("Action", "回到原处"),
        "Esc",
        QT_TRANSLATE_NOOP("Action", "回到填写的一项或警情详情"),
        "ask",
    ),
    ActionSpec(
        "note.write",
        "",
        QT_TRANSLATE_NOOP("Action", "记入流水"),
        "Return Enter",
        QT_TRANSLATE_NOOP("Action", "把写好的一条记入流水"),
        "details",
    ),
    ActionSpec(
        "entry.strike",
        "",
        QT_TRANSLATE_NOOP("Action", "划除流水"),
        "Del",
        QT_TRANSLATE_NOOP("Action", "划除选中的一条自己写的流水"),
        "details",
    ),
    ActionSpec(
        "party.strike",
        "",
        QT_TRANSLATE_NOOP("Action", "划除当事人"),
        "Del",
        QT_TRANSLATE_NOOP("Action", "划除选中的当事人"),
        "details",
    ),
    ActionSpec(
        "stop.submitted",
        "",
        QT_TRANSLATE_NOOP("Action", "提交止付"),
        "3",
        QT_TRANSLATE_NOOP("Action", "把止付单提交给反诈中心；缺的项会说出来"),
        "stops",
    ),
    ActionSpec(
        "stop.accepted",
        "",
        QT_TRANSLATE_NOOP("Action", "止付受理"),
        "4",
        QT_TRANSLATE_NOOP("Action", "反诈中心已受理止付单"),
        "stops",
    ),
    ActionSpec(
        "stop.stopped",
        "",
        QT_TRANSLATE_NOOP("Action", "止付结果"),
        "5",
        QT_TRANSLATE_NOOP("Action", "登记止付金额和结果；已止付的登记到期后的处理"),
        "stops",
    ),
    ActionSpec(
        "stop.withdrawn",
        "",
        QT_TRANSLATE_NOOP("Action", "撤销止付"),
        "9",
        QT_TRANSLATE_NOOP("Action", "撤销止付单，须说明原因"),
        "stops",
    ),
    ActionSpec(
        "order.signed",
        "",
        QT_TRANSLATE_NOOP("Action", "联动签收"),
        "3",
        QT_TRANSLATE_NOOP("Action", "联动单位已签收指令"),
        "orders",
    ),
    ActionSpec(
        "order.departed",
        "",
        QT_TRANSLATE_NOOP("Action", "联动出发"),
        "4",
        QT_TRANSLATE_NOOP("Action", "联动单位的人已出发"),
        "orders",
    ),
    ActionSpec(
        "order.police_answered",
        "",
        QT_TRANSLATE_NOOP("Action", "答复警力请求"),
        "8",
        QT_TRANSLATE_NOOP("Action", "记下怎样答复联动单位请求警力到场"),
        "orders",
    ),
    ActionSpec(
        "order.rung",
        "",
        QT_TRANSLATE_NOOP("Action", "已电话通知"),
        "9",
        QT_TRANSLATE_NOOP("Action", "终端无应答的联动单位已用电话通知，可写下对方的话"),
        "orders",
    ),
    ActionSpec(
        "agency.police",
        "",
        QT_TRANSLATE_NOOP("Action", "请求警力"),
        "8",
        QT_TRANSLATE_NOOP("Action", "联动单位请求警力到场，须说明情况"),
        "agency",
    ),
    ActionSpec(
        "agency.photo",
        "",
        QT_TRANSLATE_NOOP("Action", "附照片"),
        "Ctrl+O",
        QT_TRANSLATE_NOOP("Action", "给联动单位的反馈附照片，JPEG 或 PNG"),
        "agency",
    ),
    ActionSpec(
        "order.photo",
        "",
        QT_TRANSLATE_NOOP("Action", "看照片"),
        "P",
        QT_TRANSLATE_NOOP("Action", "看联动单位反馈所附的照片，再按一次看下一张"),
        "orders",
    ),
    ActionSpec(
        "order.arrived",
        "",
        QT_TRANSLATE_NOOP("Action", "联动到场"),
        "5",
        QT_TRANSLATE_NOOP("Action", "联动单位已到场"),
        "orders",
    ),
    ActionSpec(
        "order.fed_back",
        "",
        QT_TRANSLATE_NOOP("Action", "联动反馈"),
        "6",
        QT_TRANSLATE_NOOP("Action", "填写联动单位的反馈"),
        "orders",
    ),
    ActionSpec(
        "order.returned",
        "",
        QT_TRANSLATE_NOOP("Action", "联动退回"),
        "7",
        QT_TRANSLATE_NOOP("Action", "联动单位退回指令，须说明原因"),
        "orders",
    ),
    ActionSpec(
        "order.cancelled",
        "",
        QT_TRANSLATE_NOOP("Action", "联动撤回"),
        "0",
        QT_TRANSLATE_NOOP("Action", "撤回联动指令，须说明原因"),
        "orders",
    ),
    ActionSpec(
        "directory.walk",
        "",
        QT_TRANSLATE_NOOP("Action", "逐行移动"),
        "Up Down PgUp PgDown",
        QT_TRANSLATE_NOOP("Action", "查找框中也能上下移动"),
        "directory",
    ),
    ActionSpec(
        "directory.order",
        "",
        QT_TRANSLATE_NOOP("Action", "发联动指令"),
        "Return Enter",
        QT_TRANSLATE_NOOP("Action", "查找框中回车：向当前单位发联动指令"),
        "directory",
    ),
    ActionSpec(
        "directory.copy",
        "",
        QT_TRANSLATE_NOOP("Action", "复制号码"),
        "Ctrl+C",
        QT_TRANSLATE_NOOP("Action", "复制当前联系电话"),
        "directory",
    ),
    ActionSpec(
        "command.run",
        "",
        QT_TRANSLATE_NOOP("Action", "执行"),
        "Return Enter",
        QT_TRANSLATE_NOOP("Action", "执行写好的一条；有几种可能时先选一条"),
        "command",
    ),
    ActionSpec(
        "command.next",
        "",
        QT_TRANSLATE_NOOP("Action", "下一条"),
        "Down",
        QT_TRANSLATE_NOOP("Action", "在列出的可能中向下；没有时转到后一条用过的命令"),
        "command",
    ),
    ActionSpec(
        "command.previous",
        "",
        QT_TRANSLATE_NOOP("Action", "上一条"),
        "Up",
        QT_TRANSLATE_NOOP("Action", "在列出的可能中向上；没有时取前一条用过的命令"),
        "command",
    ),
    ActionSpec(
        "command.complete",
        "",
        QT_TRANSLATE_NOOP("Action", "补全"),
        "Tab",
        QT_TRANSLATE_NOOP("Action", "补全为当前一条"),
        "command",
    ),
    ActionSpec(
        "command.close",
        "",
        QT_TRANSLATE_NOOP("Action", "返回"),
        "Esc",
        QT_TRANSLATE_NOOP("Action", "收起命令行，写了一半的留着"),
        "command",
    ),
    ActionSpec(
        "help.next",
        "",
        QT_TRANSLATE_NOOP("Action", "下一处"),
        "Return Enter",
        QT_TRANSLATE_NOOP("Action", "查找框中回车：转到这一页的下一处"),
        "help",
    ),
    ActionSpec(
        "help.walk",
        "",
        QT_TRANSLATE_NOOP("Action", "逐页移动"),
        "Up Down",
        QT_TRANSLATE_NOOP("Action", "转到上一页、下一页"),
        "help",
    ),
    ActionSpec(
        "help.scroll",
        "",
        QT_TRANSLATE_NOOP("Action", "翻屏"),
        "PgUp PgDown",
        QT_TRANSLATE_NOOP("Action", "这一页向上、向下翻"),
        "help",
    ),
    ActionSpec(
        "help.close",
        "",
        QT_TRANSLATE_NOOP("Action", "返回"),
        "Esc",
        QT_TRANSLATE_NOOP("Action", "关闭帮助"),
        "help",
    ),
    ActionSpec(
        "person.sign_on",
        "",
        QT_TRANSLATE_NOOP("Action", "登记"),
        "Ctrl+Return Ctrl+Enter",
        QT_TRANSLATE_NOOP("Action", "登记在本席值守"),
        "person",
    ),
    ActionSpec(
        "person.pass_over",
        "",
        QT_TRANSLATE_NOOP("Action", "以后再说"),
        "Esc",
        QT_TRANSLATE_NOOP("Action", "不登记，先做别的"),
        "person",
    ),
    ActionSpec(
        "history.clear",
        "",
        QT_TRANSLATE_NOOP("Action", "清空查找"),
        "Esc",
        QT_TRANSLATE_NOOP("Action", "清空查找，列出最新的警单"),
        "history",
    ),
    ActionSpec(
        "history.enter",
        "",
        QT_TRANSLATE_NOOP("Action", "进入列表"),
        "Down PgDown",
        QT_TRANSLATE_NOOP("Action", "从查找框转到找到的警单"),
        "history",
    ),
    ActionSpec(
        "wall.close",
        "",
        QT_TRANSLATE_NOOP("Action", "返回"),
        "Esc",
        QT_TRANSLATE_NOOP("Action", "关闭大屏"),
        "wall",
    ),
)
TABLE: tuple[ActionSpec, ...] = (*ACTIONS, *KEYS)

PAD = Qt.KeyboardModifier.KeypadModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
# What the keys of one character also give on a Chinese keyboard.
SAME = {"！": "!", "？": "?", "–": "-", "_": "-"}


def keys_of(name: str) -> tuple[str, ...]:
    """Return the keys of an action of the table; KeyError where there is none of this name."""
    return BY_NAME[name].keys


def key_of(name: str) -> str:
    """Return the first key of an action."""
    return keys_of(name)[0]


def with_key(words: str, name: str) -> str:
    """Return the words of a button with the key that presses it."""
    return f"{words}  {key_text(key_of(name))}"


def keyed(words: str, **names: str) -> str:
    """Return words with the keys of actions in their places: `{give}` is the first key of the action `give` names."""
    for place, name in names.items():
        words = words.replace(f"{{{place}}}", key_text(key_of(name)))
    return words


def is_key(event: QKeyEvent, name: str) -> bool:
    """Tell whether a key event is one of the keys of an action."""
    if character(event) in CHARACTERS[name]:
        return True
    return combination(event) in COMBINATIONS[name]


def struck(event: QKeyEvent, *names: str) -> str:
    """Return which of these actions a key event asks for, "" none of them."""
    return next((name for name in names if is_key(event, name)), "")


def combination(event: QKeyEvent) -> str:
    """Return a key with what is held, in Qt's portable words; the number pad is no key of its own."""
    words = QKeySequence(event.keyCombination()).toString()
    return words.replace("Num+", "").replace("Backtab", "Tab")


def character(event: QKeyEvent) -> str:
    """Return the character of a key, capital, with Chinese punctuation as the key it stands on."""
    if event.modifiers() & ~(PAD | SHIFT):
        return ""
    text = event.text().upper()
    return SAME.get(text, text)


class Claim(QObject):
    """Takes the keys of one action while the keyboard is in a widget, before a key of the whole window gets them.

    Qt calls two shortcuts of one key ambiguous and runs neither; a claim is asked first.
    """

    def __init__(
        self, name: str, widget: QWidget, run: Callable[[], object], *, alone: bool
    ) -> None:
        super().__init__(widget)
        self._name, self._run = name, run
        self._alone = alone
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim the key when Qt asks whose it is, and run when it comes."""
        if not isinstance(event, QKeyEvent) or not is_key(event, self._name):
            return False
        if self._alone and not (isinstance(watched, QWidget) and watched.hasFocus()):
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() is QEvent.Type.KeyPress:
            self._run()
            return True
        return False


def shortcut(name: str, widget: QWidget, run: Callable[[], object], *, alone: bool = False) -> None:
    """Let the keys of an action run something while the keyboard is in a widget (or, `alone`, on it)."""
    Claim(name, widget, run, alone=alone)


def scope_title(scope: str) -> str:
    """Return where a key means this, in the language of the screen."""
    return translate("Scope", SCOPES[scope])


BY_NAME = {spec.name: spec for spec in TABLE}
CHARACTERS = {
    spec.name: frozenset(key for key in spec.keys if len(key) == 1 and spec.scope) for spec in TABLE
}
COMBINATIONS = {
    spec.name: frozenset(
        QKeySequence(key).toString() for key in spec.keys if len(key) > 1 or not spec.scope
    )
    for spec in TABLE
}
