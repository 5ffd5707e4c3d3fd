"""The one table of actions: menu, tool bar and printed key list come from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.keyname import key_text
from ui.language import QT_TRANSLATE_NOOP, translate


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One thing people can do: name, menu, text, key, and what it does in one sentence (Chinese source texts).

    `key` holds several keys with blanks between them where each does the same; `scope` is "" where the key
    means this everywhere in the window, else the part of it that must have the keyboard (`ui/scope.py`).
    """

    name: str
    menu: str
    text: str
    key: str
    what: str
    scope: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys, in Qt's portable words."""
        return tuple(self.key.split())


MENUS = {
    "call": QT_TRANSLATE_NOOP("Action", "接警"),
    "dispatch": QT_TRANSLATE_NOOP("Action", "派警"),
    "sheet": QT_TRANSLATE_NOOP("Action", "警单"),
    "data": QT_TRANSLATE_NOOP("Action", "资料"),
    "view": QT_TRANSLATE_NOOP("Action", "视图"),
    "help": QT_TRANSLATE_NOOP("Action", "帮助"),
}

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "call.answer",
        "call",
        QT_TRANSLATE_NOOP("Action", "接听"),
        "F4",
        QT_TRANSLATE_NOOP("Action", "接听等待最久的来电并打开警单"),
    ),
    ActionSpec(
        "sound.silence",
        "call",
        QT_TRANSLATE_NOOP("Action", "静音本次"),
        "F12",
        QT_TRANSLATE_NOOP("Action", "现有来电和告警不再响；新来的仍会响"),
    ),
    ActionSpec(
        "sound.mute",
        "call",
        QT_TRANSLATE_NOOP("Action", "静音几分钟"),
        "Shift+F12",
        QT_TRANSLATE_NOOP("Action", "全部静音，到时自动恢复；民警紧急求助仍会响"),
    ),
    ActionSpec(
        "call.hang_up",
        "call",
        QT_TRANSLATE_NOOP("Action", "挂断"),
        "Shift+F4",
        QT_TRANSLATE_NOOP("Action", "结束当前警单的通话"),
    ),
    ActionSpec(
        "call.supplement",
        "call",
        QT_TRANSLATE_NOOP("Action", "补录话务"),
        "Ctrl+F4",
        QT_TRANSLATE_NOOP("Action", "通话结束后补上录音编号；回拨的还可补上对方何时振铃"),
    ),
    ActionSpec(
        "call.nuisance",
        "call",
        QT_TRANSLATE_NOOP("Action", "骚扰标记"),
        "Ctrl+Shift+N",
        QT_TRANSLATE_NOOP("Action", "把选中警单的来电标为骚扰或取消；该号码以后照样能打进来"),
    ),
    ActionSpec(
        "sheet.new",
        "call",
        QT_TRANSLATE_NOOP("Action", "新建警单"),
        "F2",
        QT_TRANSLATE_NOOP("Action", "不经来电新建警单（走访、电台、自接警）"),
    ),
    ActionSpec(
        "sheet.complete",
        "call",
        QT_TRANSLATE_NOOP("Action", "完成接警"),
        "Ctrl+Return",
        QT_TRANSLATE_NOOP("Action", "保存并完成正在填写的警单"),
    ),
    ActionSpec(
        "sheet.ask",
        "call",
        QT_TRANSLATE_NOOP("Action", "微预案提问"),
        "Ctrl+J",
        QT_TRANSLATE_NOOP("Action", "转到正在填写的警单下一个必问事项；按数字或 Y、N 作答"),
    ),
    ActionSpec(
        "sheet.pick",
        "call",
        QT_TRANSLATE_NOOP("Action", "地图选点"),
        "F3",
        QT_TRANSLATE_NOOP("Action", "在地图上为警单选取位置"),
    ),
    ActionSpec(
        "sheet.callers_place",
        "call",
        QT_TRANSLATE_NOOP("Action", "采用报警人位置"),
        "Shift+F3",
        QT_TRANSLATE_NOOP("Action", "把报警人位置作为案发位置"),
    ),
    ActionSpec(
        "sheet.alias",
        "call",
        QT_TRANSLATE_NOOP("Action", "存为别名"),
        "Ctrl+Shift+A",
        QT_TRANSLATE_NOOP("Action", "把地址栏的文字存为所选位置的别名，以后可以直接查到"),
    ),
    ActionSpec(
        "sheet.more",
        "call",
        QT_TRANSLATE_NOOP("Action", "更多字段"),
        "Ctrl+Shift+E",
        QT_TRANSLATE_NOOP("Action", "展开或收起警单表的其余字段"),
    ),
    ActionSpec(
        "sheet.discard",
        "call",
        QT_TRANSLATE_NOOP("Action", "作废警单"),
        "Ctrl+Shift+Del",
        QT_TRANSLATE_NOOP("Action", "作废误建的警单并说明原因"),
    ),
    ActionSpec(
        "dispatch.choose",
        "dispatch",
        QT_TRANSLATE_NOOP("Action", "派警"),
        "F5",
        QT_TRANSLATE_NOOP("Action", "为选中的警情选择警力并下达"),
    ),
    ActionSpec(
        "dispatch.raise",
        "dispatch",
        QT_TRANSLATE_NOOP("Action", "升级出动"),
        "Ctrl+F5",
        QT_TRANSLATE_NOOP("Action", "把选中警情按预案升到下一出动级别，并派出那一级的警力"),
    ),
    ActionSpec(
        "dispatch.foresee",
        "dispatch",
        QT_TRANSLATE_NOOP("Action", "推演"),
        "Ctrl+Shift+F5",
        QT_TRANSLATE_NOOP("Action", "为选中警情比较两种派法：把接下来一小时各推演一百次"),
    ),
    ActionSpec(
        "dispatch.next",
        "dispatch",
        QT_TRANSLATE_NOOP("Action", "下一状态"),
        "F6",
        QT_TRANSLATE_NOOP("Action", "把选中警力推进到下一步：签收、出警、到场、完毕"),
    ),
    ActionSpec(
        "dispatch.cancel",
        "dispatch",
        QT_TRANSLATE_NOOP("Action", "撤回警力"),
        "Shift+F6",
        QT_TRANSLATE_NOOP("Action", "撤回选中警力的派警并说明原因"),
    ),
    ActionSpec(
        "dispatch.move",
        "dispatch",
        QT_TRANSLATE_NOOP("Action", "改派"),
        "Ctrl+F6",
        QT_TRANSLATE_NOOP("Action", "把选中警力改派到另一警情，时钟保留"),
    ),
    ActionSpec(
        "dispatch.main",
        "dispatch",
        QT_TRANSLATE_NOOP("Action", "设为主警力"),
        "Ctrl+M",
        QT_TRANSLATE_NOOP("Action", "把选中警力设为主处警力量"),
    ),
    ActionSpec(
        "reminder.answered",
        "dispatch",
        QT_TRANSLATE_NOOP("Action", "已答复催办"),
        "Ctrl+R",
        QT_TRANSLATE_NOOP("Action", "选中的警力或警情已用电台、电话答复，这一步不再催办"),
    ),
    ActionSpec(
        "unit.check_in",
        "dispatch",
        QT_TRANSLATE_NOOP("Action", "签到"),
        "Ctrl+I",
        QT_TRANSLATE_NOOP("Action", "记下选中的警力已回答、平安；在警时写入流水"),
    ),
    ActionSpec(
        "directory.who",
        "dispatch",
        QT_TRANSLATE_NOOP("Action", "谁来承办"),
        "Shift+F7",
        QT_TRANSLATE_NOOP("Action", "按选中警单的类别和地点列出承办单位，最合适的在前，并说明理由"),
    ),
    ActionSpec(
        "directory.dial",
        "dispatch",
        QT_TRANSLATE_NOOP("Action", "拨打"),
        "Ctrl+D",
        QT_TRANSLATE_NOOP("Action", "拨打通讯录中当前单位现在该找的人，并记入选中警单的流水"),
    ),
    ActionSpec(
        "order.send",
        "dispatch",
        QT_TRANSLATE_NOOP("Action", "联动指令"),
        "F7",
        QT_TRANSLATE_NOOP("Action", "向联动单位发送指令"),
    ),
    ActionSpec(
        "divert.hotline",
        "dispatch",
        QT_TRANSLATE_NOOP("Action", "转12345"),
        "Ctrl+H",
        QT_TRANSLATE_NOOP("Action", "把选中警单一键转给12345热线，内容取自警单；1、2级不能转"),
    ),
    ActionSpec(
        "divert.car",
        "dispatch",
        QT_TRANSLATE_NOOP("Action", "移车"),
        "Ctrl+Alt+H",
        QT_TRANSLATE_NOOP("Action", "填车牌，把选中警单发给移车服务；移不成的照常派警"),
    ),
    ActionSpec(
        "divert.three_way",
        "dispatch",
        QT_TRANSLATE_NOOP("Action", "三方通话"),
        "Ctrl+Y",
        QT_TRANSLATE_NOOP("Action", "记下报警人、110与12345正在三方通话"),
    ),
    ActionSpec(
        "divert.agree",
        "dispatch",
        QT_TRANSLATE_NOOP("Action", "商定由谁办理"),
        "Ctrl+U",
        QT_TRANSLATE_NOOP("Action", "记下两台商定由110还是对方办理"),
    ),
    ActionSpec(
        "divert.visit",
        "dispatch",
        QT_TRANSLATE_NOOP("Action", "分流回访"),
        "Ctrl+Shift+U",
        QT_TRANSLATE_NOOP("Action", "对方反馈后回访报警人：满意、基本满意、不满意"),
    ),
    ActionSpec(
        "stop.write",
        "dispatch",
        QT_TRANSLATE_NOOP("Action", "止付"),
        "Ctrl+T",
        QT_TRANSLATE_NOOP("Action", "为选中警单填写或修改止付单；填全后确定即提交，并转到止付单"),
    ),
    ActionSpec(
        "warning.list",
        "dispatch",
        QT_TRANSLATE_NOOP("Action", "预警指令"),
        "Ctrl+Alt+V",
        QT_TRANSLATE_NOOP("Action", "列出待办的反诈预警和时限：登记、签收、填写结果、导入"),
    ),
    ActionSpec(
        "sheet.feed_back",
        "sheet",
        QT_TRANSLATE_NOOP("Action", "反馈"),
        "F8",
        QT_TRANSLATE_NOOP("Action", "填写反馈单"),
    ),
    ActionSpec(
        "feedback.strike",
        "sheet",
        QT_TRANSLATE_NOOP("Action", "划除反馈"),
        "Shift+F8",
        QT_TRANSLATE_NOOP("Action", "划除当前警单最新的一份误填反馈，须说明原因；记录保留"),
    ),
    ActionSpec(
        "details.ask",
        "sheet",
        QT_TRANSLATE_NOOP("Action", "微预案清单"),
        "Ctrl+G",
        QT_TRANSLATE_NOOP("Action", "转到选中警情这一步的微预案清单：派警、到场、反馈"),
    ),
    ActionSpec(
        "sheet.close",
        "sheet",
        QT_TRANSLATE_NOOP("Action", "处结"),
        "F9",
        QT_TRANSLATE_NOOP("Action", "处结选中的警情"),
    ),
    ActionSpec(
        "sheet.reopen",
        "sheet",
        QT_TRANSLATE_NOOP("Action", "重开"),
        "Shift+F9",
        QT_TRANSLATE_NOOP("Action", "重新打开已处结的警情"),
    ),
    ActionSpec(
        "sheet.visit",
        "sheet",
        QT_TRANSLATE_NOOP("Action", "回访"),
        "Ctrl+F9",
        QT_TRANSLATE_NOOP("Action", "记下已处结警情的报警人是否满意"),
    ),
    ActionSpec(
        "sheet.link",
        "sheet",
        QT_TRANSLATE_NOOP("Action", "关联或合并"),
        "Ctrl+L",
        QT_TRANSLATE_NOOP(
            "Action", "把警单关联或合并到主单；填写时同号一小时内的直接关联，其他的先选"
        ),
    ),
    ActionSpec(
        "sheet.unlink",
        "sheet",
        QT_TRANSLATE_NOOP("Action", "解除关联"),
        "Ctrl+Shift+J",
        QT_TRANSLATE_NOOP("Action", "把警单从主单解除，刚关联错的也可撤销"),
    ),
    ActionSpec(
        "sheet.party",
        "sheet",
        QT_TRANSLATE_NOOP("Action", "登记当事人"),
        "Ctrl+P",
        QT_TRANSLATE_NOOP("Action", "为选中的警单登记一位当事人"),
    ),
    ActionSpec(
        "sheet.note",
        "sheet",
        QT_TRANSLATE_NOOP("Action", "写流水"),
        "Ctrl+N",
        QT_TRANSLATE_NOOP("Action", "在流水中记一条"),
    ),
    ActionSpec(
        "sheet.edit",
        "sheet",
        QT_TRANSLATE_NOOP("Action", "修改警单"),
        "Ctrl+E",
        QT_TRANSLATE_NOOP("Action", "打开警单表修改内容"),
    ),
    ActionSpec(
        "command.open",
        "view",
        QT_TRANSLATE_NOOP("Action", "命令行"),
        "Ctrl+K",
        QT_TRANSLATE_NOOP("Action", "按名称、拼音或短词做任何事：派 618 12、到 618、结 12"),
    ),
    ActionSpec(
        "sheet.print",
        "sheet",
        QT_TRANSLATE_NOOP("Action", "打印警单"),
        "Ctrl+Shift+P",
        QT_TRANSLATE_NOOP("Action", "打印选中的警单；没有打印机时存为 PDF"),
    ),
    ActionSpec(
        "sheet.pdf",
        "sheet",
        QT_TRANSLATE_NOOP("Action", "警单存为 PDF"),
        "Ctrl+Alt+P",
        QT_TRANSLATE_NOOP("Action", "把选中的警单存为 PDF 文件"),
    ),
    ActionSpec(
        "shift.print",
        "sheet",
        QT_TRANSLATE_NOOP("Action", "打印交接班表"),
        "Ctrl+Alt+J",
        QT_TRANSLATE_NOOP("Action", "打印未处结警单、警力和最近十二小时的数字"),
    ),
    ActionSpec(
        "data.bands",
        "data",
        QT_TRANSLATE_NOOP("Action", "时段表"),
        "Ctrl+B",
        QT_TRANSLATE_NOOP("Action", "签收、出警、到场、反馈的时段表，按警力或单位，可导出"),
    ),
    ActionSpec(
        "data.plans",
        "data",
        QT_TRANSLATE_NOOP("Action", "出动预案…"),
        "Ctrl+Alt+F5",
        QT_TRANSLATE_NOOP("Action", "查看出动预案和现有警力的缺口，导入或导出"),
    ),
    ActionSpec(
        "data.checklists",
        "data",
        QT_TRANSLATE_NOOP("Action", "微预案编辑"),
        "Ctrl+Shift+Q",
        QT_TRANSLATE_NOOP("Action", "查看、修改、导入、导出微预案；保存即成新版本，在办的警单不变"),
    ),
    ActionSpec(
        "data.import",
        "data",
        QT_TRANSLATE_NOOP("Action", "导入资料…"),
        "Ctrl+Alt+I",
        QT_TRANSLATE_NOOP("Action", "从 CSV 文件导入警力、机构、警区、联动单位或联系人"),
    ),
    ActionSpec(
        "data.export",
        "data",
        QT_TRANSLATE_NOOP("Action", "导出资料…"),
        "Ctrl+Alt+E",
        QT_TRANSLATE_NOOP("Action", "把警力、机构、警区、联动单位或联系人写成 CSV 文件"),
    ),
    ActionSpec(
        "unit.new",
        "data",
        QT_TRANSLATE_NOOP("Action", "新增警力"),
        "Ctrl+Alt+N",
        QT_TRANSLATE_NOOP("Action", "登记一支新警力"),
    ),
    ActionSpec(
        "unit.change",
        "data",
        QT_TRANSLATE_NOOP("Action", "修改警力资料"),
        "Ctrl+Alt+M",
        QT_TRANSLATE_NOOP("Action", "修改或停用选中的警力"),
    ),
    ActionSpec(
        "unit.limits",
        "data",
        QT_TRANSLATE_NOOP("Action", "签到时限…"),
        "Ctrl+Alt+T",
        QT_TRANSLATE_NOOP("Action", "各种状态下警力多久没有消息要签到"),
    ),
    ActionSpec(
        "directory.new",
        "data",
        QT_TRANSLATE_NOOP("Action", "新增单位或联系人"),
        "Ctrl+Alt+B",
        QT_TRANSLATE_NOOP("Action", "登记新的机构、联动单位，或当前单位的联系人"),
    ),
    ActionSpec(
        "directory.print",
        "data",
        QT_TRANSLATE_NOOP("Action", "打印通讯录墙表"),
        "Ctrl+Alt+W",
        QT_TRANSLATE_NOOP("Action", "把全部单位的联系电话、次序和值班打印成墙表，或存为 PDF"),
    ),
    ActionSpec(
        "directory.change",
        "data",
        QT_TRANSLATE_NOOP("Action", "修改单位或联系人"),
        "Ctrl+Alt+U",
        QT_TRANSLATE_NOOP("Action", "修改或停用通讯录中当前的单位或联系人"),
    ),
    ActionSpec(
        "go.queue",
        "view",
        QT_TRANSLATE_NOOP("Action", "警情队列"),
        "Alt+1",
        QT_TRANSLATE_NOOP("Action", "转到警情队列"),
    ),
    ActionSpec(
        "go.units",
        "view",
        QT_TRANSLATE_NOOP("Action", "警力"),
        "Alt+2",
        QT_TRANSLATE_NOOP("Action", "转到警力表"),
    ),
    ActionSpec(
        "go.map",
        "view",
        QT_TRANSLATE_NOOP("Action", "地图"),
        "Alt+3",
        QT_TRANSLATE_NOOP("Action", "转到地图"),
    ),
    ActionSpec(
        "go.sheet",
        "view",
        QT_TRANSLATE_NOOP("Action", "接警单"),
        "Alt+4",
        QT_TRANSLATE_NOOP("Action", "转到接警单"),
    ),
    ActionSpec(
        "go.details",
        "view",
        QT_TRANSLATE_NOOP("Action", "详情"),
        "Alt+5",
        QT_TRANSLATE_NOOP("Action", "转到警情详情"),
    ),
    ActionSpec(
        "go.directory",
        "view",
        QT_TRANSLATE_NOOP("Action", "通讯录"),
        "Alt+6",
        QT_TRANSLATE_NOOP("Action", "转到联动单位通讯录"),
    ),
    ActionSpec(
        "go.orders",
        "view",
        QT_TRANSLATE_NOOP("Action", "联动指令"),
        "Alt+7",
        QT_TRANSLATE_NOOP("Action", "转到选中警单的联动指令：签收、到场、反馈、退回"),
    ),
    ActionSpec(
        "go.search",
        "view",
        QT_TRANSLATE_NOOP("Action", "查找"),
        "Ctrl+F",
        QT_TRANSLATE_NOOP("Action", "查找警单，含已处结的"),
    ),
    ActionSpec(
        "view.fit",
        "view",
        QT_TRANSLATE_NOOP("Action", "全市"),
        "Ctrl+0",
        QT_TRANSLATE_NOOP("Action", "地图回到全市"),
    ),
    ActionSpec(
        "map.layers",
        "view",
        QT_TRANSLATE_NOOP("Action", "图层"),
        "Ctrl+Shift+Y",
        QT_TRANSLATE_NOOP("Action", "选择地图显示哪些图层"),
    ),
    ActionSpec(
        "map.measure",
        "view",
        QT_TRANSLATE_NOOP("Action", "测距"),
        "Ctrl+Alt+D",
        QT_TRANSLATE_NOOP("Action", "在地图上量长度和面积：点击或回车加点，退格撤回，Esc 结束"),
    ),
    ActionSpec(
        "map.closure",
        "view",
        QT_TRANSLATE_NOOP("Action", "画封路"),
        "Ctrl+Alt+F",
        QT_TRANSLATE_NOOP("Action", "在地图上画一条封闭的道路或一片封闭的地方；路线随即避开"),
    ),
    ActionSpec(
        "map.cordon",
        "view",
        QT_TRANSLATE_NOOP("Action", "画警戒区"),
        "Ctrl+Alt+Q",
        QT_TRANSLATE_NOOP("Action", "在地图上画警戒、疏散、搜索等区域：多边形或圆"),
    ),
    ActionSpec(
        "map.markings",
        "view",
        QT_TRANSLATE_NOOP("Action", "封路与警戒区"),
        "Ctrl+Alt+L",
        QT_TRANSLATE_NOOP("Action", "列出封路和警戒区：在图上看、修改、解除"),
    ),
    ActionSpec(
        "map.overlays",
        "view",
        QT_TRANSLATE_NOOP("Action", "叠加图层"),
        "Ctrl+Alt+Y",
        QT_TRANSLATE_NOOP(
            "Action", "导入 GeoJSON、KML、GPX、Shapefile 叠在地图上；显示、隐藏、移除"
        ),
    ),
    ActionSpec(
        "map.export",
        "view",
        QT_TRANSLATE_NOOP("Action", "导出所画图形"),
        "Ctrl+Alt+X",
        QT_TRANSLATE_NOOP("Action", "把封路、警戒区和正在量的线写成 GeoJSON 或 GPX"),
    ),
    ActionSpec(
        "map.route",
        "view",
        QT_TRANSLATE_NOOP("Action", "路线说明"),
        "Ctrl+Alt+K",
        QT_TRANSLATE_NOOP("Action", "说出选中警力到警情怎么走：每个路口、路名和距离"),
    ),
    ActionSpec(
        "map.rings",
        "view",
        QT_TRANSLATE_NOOP("Action", "可达圈"),
        "Ctrl+Alt+R",
        QT_TRANSLATE_NOOP(
            "Action", "画出选中警力几分钟能开到哪里，或几分钟能开到选中警情的地方；再按一次收起"
        ),
    ),
    ActionSpec(
        "map.pdf",
        "view",
        QT_TRANSLATE_NOOP("Action", "地图存为 PDF"),
        "Ctrl+Alt+G",
        QT_TRANSLATE_NOOP("Action", "把地图此刻的样子写成一页 PDF，带来源和时刻"),
    ),
    ActionSpec(
        "map.region",
        "view",
        QT_TRANSLATE_NOOP("Action", "离线地图"),
        "Ctrl+Alt+O",
        QT_TRANSLATE_NOOP("Action", "用 OpenStreetMap 文件制作地区，或启用制作好的地区"),
    ),
    ActionSpec(
        "map.find",
        "view",
        QT_TRANSLATE_NOOP("Action", "查找地名"),
        "Ctrl+Shift+K",
        QT_TRANSLATE_NOOP("Action", "在地图上查找地名、路口、里程桩，或粘贴的坐标"),
    ),
    ActionSpec(
        "map.aliases",
        "data",
        QT_TRANSLATE_NOOP("Action", "地点别名"),
        "Ctrl+Alt+A",
        QT_TRANSLATE_NOOP("Action", "列出地点别名：在图上看、改名、停用"),
    ),
    ActionSpec(
        "map.follow",
        "view",
        QT_TRANSLATE_NOOP("Action", "跟随"),
        "Ctrl+Shift+G",
        QT_TRANSLATE_NOOP("Action", "地图跟随选中的警力或警情，拖动地图即停止"),
    ),
    ActionSpec(
        "map.coverage",
        "view",
        QT_TRANSLATE_NOOP("Action", "覆盖薄弱处"),
        "Ctrl+Alt+C",
        QT_TRANSLATE_NOOP("Action", "在地图上显示或隐藏几分钟内没有空闲警力能到的地方"),
    ),
    ActionSpec(
        "map.legend",
        "view",
        QT_TRANSLATE_NOOP("Action", "图例"),
        "Ctrl+Shift+I",
        QT_TRANSLATE_NOOP("Action", "显示或隐藏地图图例"),
    ),
    ActionSpec(
        "view.map_reload",
        "view",
        QT_TRANSLATE_NOOP("Action", "重新载入地图"),
        "Ctrl+Shift+M",
        QT_TRANSLATE_NOOP("Action", "地图停住时重新载入，其余不受影响"),
    ),
    ActionSpec(
        "view.wall",
        "view",
        QT_TRANSLATE_NOOP("Action", "大屏态势"),
        "F11",
        QT_TRANSLATE_NOOP("Action", "全屏显示队列、地图和主要数字，不含个人信息；Esc 退出"),
    ),
    ActionSpec(
        "view.wall_beside",
        "view",
        QT_TRANSLATE_NOOP("Action", "另一屏大屏态势"),
        "Shift+F11",
        QT_TRANSLATE_NOOP("Action", "在另一屏幕上显示大屏态势，本屏照常工作"),
    ),
    ActionSpec(
        "view.carry",
        "view",
        QT_TRANSLATE_NOOP("Action", "窗格移到另一屏"),
        "Ctrl+Shift+O",
        QT_TRANSLATE_NOOP("Action", "把当前窗格移到另一屏幕并铺满；再按一次收回"),
    ),
    ActionSpec(
        "view.layout",
        "view",
        QT_TRANSLATE_NOOP("Action", "恢复默认布局"),
        "Ctrl+Shift+R",
        QT_TRANSLATE_NOOP("Action", "按屏幕大小恢复各窗格的默认位置"),
    ),
    ActionSpec(
        "banner.close",
        "view",
        QT_TRANSLATE_NOOP("Action", "关闭提示"),
        "Ctrl+Shift+X",
        QT_TRANSLATE_NOOP("Action", "关闭最新的一条提示"),
    ),
    ActionSpec(
        "view.language",
        "view",
        QT_TRANSLATE_NOOP("Action", "中文 / English"),
        "Ctrl+Shift+L",
        QT_TRANSLATE_NOOP("Action", "切换界面语言"),
    ),
    ActionSpec(
        "view.theme",
        "view",
        QT_TRANSLATE_NOOP("Action", "切换配色"),
        "Ctrl+Shift+T",
        QT_TRANSLATE_NOOP("Action", "浅色、深色、高对比依次切换"),
    ),
    ActionSpec(
        "help.open",
        "help",
        QT_TRANSLATE_NOOP("Action", "帮助"),
        "F1",
        QT_TRANSLATE_NOOP("Action", "打开键盘所在之处的帮助"),
    ),
    ActionSpec(
        "help.keys",
        "help",
        QT_TRANSLATE_NOOP("Action", "按键表"),
        "Shift+F1",
        QT_TRANSLATE_NOOP("Action", "列出全部按键，可存为 PDF 打印"),
    ),
    ActionSpec(
        "help.about",
        "help",
        QT_TRANSLATE_NOOP("Action", "关于本程序"),
        "Ctrl+Shift+F1",
        QT_TRANSLATE_NOOP("Action", "版本、运行环境和所用各部分的许可"),
    ),
    ActionSpec(
        "desk.hand_over",
        "view",
        QT_TRANSLATE_NOOP("Action", "交接班、换人"),
        "Ctrl+Shift+H",
        QT_TRANSLATE_NOOP("Action", "登记谁在本席值守，交接或下岗"),
    ),
    ActionSpec(
        "desk.note_read",
        "view",
        QT_TRANSLATE_NOOP("Action", "交接事项已阅"),
        "Ctrl+Shift+W",
        QT_TRANSLATE_NOOP("Action", "确认已看过上一班留下的交接事项，提示随之收起"),
    ),
    ActionSpec(
        "view.font",
        "view",
        QT_TRANSLATE_NOOP("Action", "切换字号"),
        "Ctrl+Shift+F",
        QT_TRANSLATE_NOOP("Action", "字号 100 %、115 %、130 % 依次切换"),
    ),
    ActionSpec(
        "app.quit",
        "help",
        QT_TRANSLATE_NOOP("Action", "退出"),
        "Ctrl+Q",
        QT_TRANSLATE_NOOP("Action", "退出程序，未完成的内容已保存"),
    ),
)


WhyNot = Callable[[], str]


class Actions(QObject):
    """The QActions of the table, by name; features put their handlers on them.

    An action that can do nothing now says why and what to do: `explain` names the reason, which is asked
    for when somebody wants the action; `refresh` asks for it before, and makes the action grey.

    Signals:
        refused(Callable[[], str]): an action was asked for that can do nothing now; says the reason in one sentence.
    """

    refused = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._actions: dict[str, QAction] = {}
        self._reasons: dict[str, WhyNot] = {}
        for spec in ACTIONS:
            action = QAction(parent)
            action.setObjectName(spec.name)
            action.setShortcut(QKeySequence(spec.key))
            self._actions[spec.name] = action
        self.translate()

    def __getitem__(self, name: str) -> QAction:
        """Return an action by its name."""
        return self._actions[name]

    def on(self, handlers: Mapping[str, Callable[[], object]]) -> None:
        """Connect handlers by action name."""
        for name, handler in handlers.items():
            self._actions[name].triggered.connect(
                lambda _checked=False, name=name, run=handler: self._run(name, run)
            )

    def explain(self, reasons: Mapping[str, WhyNot]) -> None:
        """Take by action name what returns why it can do nothing now, "" where it can."""
        self._reasons.update(reasons)

    def why_not(self, name: str) -> str:
        """Return why an action can do nothing now, "" where it can."""
        reason = self._reasons.get(name)
        return reason() if reason is not None else ""

    def refresh(self, *names: str) -> None:
        """Ask again whether actions can do something; grey ones say why where menus tell what they do."""
        for name in names:
            why = self.why_not(name)
            action = self._actions[name]
            action.setEnabled(not why)
            action.setStatusTip(why or translate("Action", SPECS[name].what))

    def answer_keys(self, window: QWidget) -> None:
        """Let the keys of grey actions say why; Qt itself would swallow them."""
        for spec in ACTIONS:
            action = self._actions[spec.name]
            echo = QShortcut(action.shortcut(), window)
            echo.setAutoRepeat(False)
            echo.setEnabled(not action.isEnabled())
            echo.activated.connect(partial(self._tell, spec.name))
            action.enabledChanged.connect(lambda on, echo=echo: echo.setEnabled(not on))

    def _run(self, name: str, run: Callable[[], object]) -> None:
        if self.why_not(name):
            self._tell(name)
        else:
            run()

    def _tell(self, name: str) -> None:
        why = self.why_not(name)
        # Said again later it may be another reason, or none any more.
        self.refused.emit(lambda: self.why_not(name) or why)

    def of_menu(self, menu: str) -> list[QAction]:
        """Return a menu's actions in the table's order."""
        return [self._actions[spec.name] for spec in ACTIONS if spec.menu == menu]

    def translate(self) -> None:
        """Set the texts in the language of the screen."""
        for spec in ACTIONS:
            action = self._actions[spec.name]
            what = translate("Action", spec.what)
            action.setText(translate("Action", spec.text))
            action.setToolTip(f"{what} ({key_text(spec.key)})")
            action.setStatusTip(self.why_not(spec.name) or what)


SPECS = {spec.name: spec for spec in ACTIONS}


def menu_title(menu: str) -> str:
    """Return a menu's title in the language of the screen."""
    return translate("Action", MENUS[menu])
