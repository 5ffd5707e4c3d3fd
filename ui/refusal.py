"""What a refusal or a trouble says to people: one sentence a code, with what to do."""

from __future__ import annotations

from models.errors import CodedError
from ui.language import QT_TRANSLATE_NOOP, language_name, translate
from ui.moment import full_time_of
from ui.terminal import wording as terminal
from ui.wording import field_name, state_name

SENTENCES = {
    "alias.known": QT_TRANSLATE_NOOP("Error", "这个地点已有别名“{name}”。"),
    "assignment.other_sheet": QT_TRANSLATE_NOOP("Error", "这支警力不在这张警单上。"),
    "alarm.lower": QT_TRANSLATE_NOOP("Error", "这起警情已经是 {alarm} 级出动。"),
    "plan.bad": QT_TRANSLATE_NOOP("Error", "文件第 {line} 行的预案看不懂：“{word}”。没有导入。"),
    "assignment.over": QT_TRANSLATE_NOOP("Error", "这支警力已离开这起警情。"),
    "call.no_place": QT_TRANSLATE_NOOP("Error", "这个来电没有位置，不能派警核查。请继续回拨。"),
    "call.none": QT_TRANSLATE_NOOP("Error", "警单 {number} 不是来电报的，没有可以标记的来电。"),
    "call.none_here": QT_TRANSLATE_NOOP(
        "Error", "警单 {number} 不是来电报的，没有可以补录的通话。"
    ),
    "call.not_over": QT_TRANSLATE_NOOP("Error", "通话还没有结束，录音编号挂断后才有。"),
    "call.not_outgoing": QT_TRANSLATE_NOOP("Error", "这是打进来的电话；对方振铃时间只用于回拨。"),
    "call.not_abandoned": QT_TRANSLATE_NOOP("Error", "这个来电不是未接来电。"),
    "command.fault": QT_TRANSLATE_NOOP(
        "Error", "程序内部出错，刚才的操作没有保存。可以再试一次；详情已写入日志。"
    ),
    "entry.recorded": QT_TRANSLATE_NOOP("Error", "系统记录的流水不能划除，只能划除人工书写的。"),
    "entry.struck": QT_TRANSLATE_NOOP("Error", "这条流水已经划除。"),
    "entry.unknown": QT_TRANSLATE_NOOP("Error", "找不到这条流水。"),
    "feedback.excludes": QT_TRANSLATE_NOOP(
        "Error", "处理结果“{result}”与“{field}”矛盾。请改处理结果，或清空这一项。"
    ),
    "feedback.incomplete": QT_TRANSLATE_NOOP("Error", "这类警情的反馈还缺：{missing}。"),
    "feedback.needs": QT_TRANSLATE_NOOP("Error", "处理结果“{result}”还要填：{missing}。"),
    "feedback.not_asked": QT_TRANSLATE_NOOP(
        "Error", "“{field}”不属于“{class_code}”的反馈单。请清空，或改类别。"
    ),
    "field.bad": QT_TRANSLATE_NOOP("Error", "“{field}”的内容不符合要求，请改正。"),
    "field.unknown": QT_TRANSLATE_NOOP("Error", "没有“{field}”这一项。"),
    "link.has_branches": QT_TRANSLATE_NOOP("Error", "警单 {number} 下还挂着 {branch}，请先解除。"),
    "link.itself": QT_TRANSLATE_NOOP("Error", "警单不能关联到自己。"),
    "link.merged": QT_TRANSLATE_NOOP("Error", "警单 {number} 已并单，请先取消并单。"),
    "link.none": QT_TRANSLATE_NOOP("Error", "这张警单没有关联主单。"),
    "link.not_main": QT_TRANSLATE_NOOP("Error", "警单 {number} 本身挂在别的主单下，请选它的主单。"),
    "link.not_merged": QT_TRANSLATE_NOOP("Error", "这张警单没有并单。"),
    "marking.form": QT_TRANSLATE_NOOP("Error", "封路画线或面，警戒区画面或圆。请换一种形状再画。"),
    "marking.lifted": QT_TRANSLATE_NOOP("Error", "这一处已经解除，不能再改。需要时请重新画。"),
    "marking.one_way": QT_TRANSLATE_NOOP(
        "Error", "只有画成线的封路才有方向。请取消“只封画线方向”。"
    ),
    "marking.points": QT_TRANSLATE_NOOP(
        "Error", "点数不对：至少 {least} 个，最多 {most} 个。请重新画。"
    ),
    "marking.shape": QT_TRANSLATE_NOOP(
        "Error", "画的形状不成立（太大、没有面积或不在地球上）。请重新画。"
    ),
    "marking.time": QT_TRANSLATE_NOOP("Error", "“何时止”必须晚于“何时起”。"),
    "marking.when": QT_TRANSLATE_NOOP(
        "Error", "看不懂时间“{text}”。可填 14:30、90（分钟）或 11-24 02:00；空着为至解除。"
    ),
    "move.same": QT_TRANSLATE_NOOP("Error", "这支警力已经在这起警情上。"),
    "feedback.struck": QT_TRANSLATE_NOOP("Error", "反馈 {number} 已经划除。"),
    "diversion.early": QT_TRANSLATE_NOOP("Error", "两台还在商定时限内。"),
    "diversion.none": QT_TRANSLATE_NOOP("Error", "警单 {number} 没有进行中的分流。"),
    "diversion.not_fed_back": QT_TRANSLATE_NOOP("Error", "对方还没有反馈，不能回访。"),
    "diversion.open": QT_TRANSLATE_NOOP("Error", "警单 {number} 已经分流，尚未了结。"),
    "diversion.over": QT_TRANSLATE_NOOP("Error", "这次分流已经了结。"),
    "diversion.urgent": QT_TRANSLATE_NOOP(
        "Error", "警单 {number} 是 {level} 级，有人身或财产危险，不能分流。请派警，另发联动指令。"
    ),
    "diversion.visited": QT_TRANSLATE_NOOP("Error", "这次分流已经回访过。"),
    "diversion.where": QT_TRANSLATE_NOOP(
        "Error", "通讯录里没有代码为“{body}”的单位，或已停用。请在字典“分流去向”或通讯录中改正。"
    ),
    "exchange.body": QT_TRANSLATE_NOOP("Error", "“{body}”不是单位代码。代码只含字母、数字和 - _。"),
    "message.field": QT_TRANSLATE_NOOP("Error", "消息里的“{field}”不符合约定。"),
    "message.not_file": QT_TRANSLATE_NOOP("Error", "消息不是普通文件。"),
    "message.not_json": QT_TRANSLATE_NOOP("Error", "文件不是约定格式的消息。"),
    "message.order": QT_TRANSLATE_NOOP("Error", "消息说的指令不存在，或不是发给这个单位的。"),
    "message.too_long": QT_TRANSLATE_NOOP("Error", "消息太长：{size} 字节。"),
    "message.version": QT_TRANSLATE_NOOP("Error", "消息的版本是 {version}，本程序不认识。"),
    "order.over": QT_TRANSLATE_NOOP("Error", "这条联动指令已经结束。"),
    "order.police_asked": QT_TRANSLATE_NOOP("Error", "这个单位已请求警力，尚待答复。"),
    "order.police_none": QT_TRANSLATE_NOOP("Error", "这个单位没有待答复的警力请求。"),
    "order.ring_none": QT_TRANSLATE_NOOP("Error", "这条指令没有待办的电话通知。"),
    "photo.differs": QT_TRANSLATE_NOOP("Error", "照片与消息所说的不是同一张，可能在途中损坏。"),
    "photo.kind": QT_TRANSLATE_NOOP("Error", "照片只收 JPEG 和 PNG。"),
    "photo.missing": QT_TRANSLATE_NOOP("Error", "消息所附的照片 {file} 没有送到。"),
    "photo.too_large": QT_TRANSLATE_NOOP("Error", "照片太大：{size} 字节，最多 {limit} 字节。"),
    "party.struck": QT_TRANSLATE_NOOP("Error", "这位当事人已经划除。"),
    "point.many": QT_TRANSLATE_NOOP("Error", "文字里有几个不同的坐标，请只留一个。"),
    "point.none": QT_TRANSLATE_NOOP("Error", "文字里没有认得出的坐标。"),
    "point.off_earth": QT_TRANSLATE_NOOP("Error", "坐标超出范围：经度 {lon}，纬度 {lat}。请核对。"),
    "point.order": QT_TRANSLATE_NOOP(
        "Error", "分不清哪个是经度、哪个是纬度，请写明（如 东经117.65 北纬24.51）。"
    ),
    "point.projected": QT_TRANSLATE_NOOP(
        "Error", "这个百度地图链接里是平面坐标，读不出经纬度。请用“分享位置”或坐标拾取。"
    ),
    "point.short_link": QT_TRANSLATE_NOOP(
        "Error", "{host} 的短链接里没有坐标，本机不会打开链接。请对方直接发送坐标或地址。"
    ),
    "question.double": QT_TRANSLATE_NOOP("Error", "问题代码“{question}”用了两次，请改一个。"),
    "question.many": QT_TRANSLATE_NOOP("Error", "一份微预案最多 {most} 项，请删减。"),
    "question.none": QT_TRANSLATE_NOOP("Error", "微预案还没有问题。请至少加一项。"),
    "question.unknown": QT_TRANSLATE_NOOP("Error", "微预案里没有“{question}”这一项。"),
    "reminder.none": QT_TRANSLATE_NOOP("Error", "现在没有对这支警力催办。"),
    "reminder.not_owed": QT_TRANSLATE_NOOP("Error", "这支警力已经不欠这一步，不用再催。"),
    "return.not_asked": QT_TRANSLATE_NOOP("Error", "这支警力没有申请退单。"),
    "sheet.incomplete": QT_TRANSLATE_NOOP("Error", "还缺：{missing}。补齐后再完成接警。"),
    "sheet.not_closed": QT_TRANSLATE_NOOP(
        "Error", "警单 {number} 现在是“{state}”，处结后才能回访。"
    ),
    "sheet.not_dispatchable": QT_TRANSLATE_NOOP(
        "Error", "警单 {number} 现在是“{state}”，不能派警。请先完成接警或重开。"
    ),
    "sheet.not_open": QT_TRANSLATE_NOOP(
        "Error", "警单 {number} 现在是“{state}”，不能修改。如需继续请重开。"
    ),
    "sheet.orders_open": QT_TRANSLATE_NOOP(
        "Error", "警单 {number} 还有联动指令未答复，请先反馈、退回或撤回。"
    ),
    "sheet.units_active": QT_TRANSLATE_NOOP(
        "Error", "警单 {number} 还有警力未完毕，请先完毕、撤回或改派。"
    ),
    "state.illegal": QT_TRANSLATE_NOOP("Error", "现在是“{old}”，不能改为“{new}”。"),
    "text.empty": QT_TRANSLATE_NOOP("Error", "“{field}”不能为空。"),
    "text.too_long": QT_TRANSLATE_NOOP("Error", "“{field}”最多 {limit} 字，现有 {length} 字。"),
    "thing.unknown": QT_TRANSLATE_NOOP("Error", "这一项已不在本机数据中，请重新选择。"),
    "beat.known": QT_TRANSLATE_NOOP("Error", "代码 {beat} 已由警区“{name}”使用。"),
    "agency.known": QT_TRANSLATE_NOOP("Error", "代码 {agency} 已由“{name}”使用。"),
    "agency.orders_open": QT_TRANSLATE_NOOP(
        "Error", "“{agency}”还有联动指令未答复，不能停用。请先反馈、退回或撤回。"
    ),
    "area.unknown": QT_TRANSLATE_NOOP("Error", "没有区划或辖区 {area}。请写区划代码，如 350623。"),
    "roster.overlap": QT_TRANSLATE_NOOP(
        "Error", "与“{name}”的值班（{begins_at} 至 {ends_at}）重叠。请改时间，或换一个次序。"
    ),
    "limit.bad": QT_TRANSLATE_NOOP(
        "Error", "时限“{text}”无法使用。请写 15m、2h 或 7d（分钟、小时、工作日），不能为 0。"
    ),
    "stop.incomplete": QT_TRANSLATE_NOOP("Error", "止付单还缺：{missing}。补齐后才能提交。"),
    "stop.too_much": QT_TRANSLATE_NOOP("Error", "止付金额不能大于被骗金额。"),
    "stop.over": QT_TRANSLATE_NOOP("Error", "这张止付单已经办结或撤销，不能修改。"),
    "stop.future": QT_TRANSLATE_NOOP("Error", "转账时间晚于本机现在的时间，请核对时间或本机时钟。"),
    "stop.bad_account": QT_TRANSLATE_NOOP(
        "Error", "收款账号“{account}”不成账号。每行一个，先写账号。"
    ),
    "stop.account_twice": QT_TRANSLATE_NOOP("Error", "收款账号 {account} 写了两次，请合并成一行。"),
    "stop.too_many": QT_TRANSLATE_NOOP("Error", "一张止付单最多 {limit} 个收款账号，请另开一张。"),
    "sheet.stops_open": QT_TRANSLATE_NOOP(
        "Error", "警单 {number} 还有止付单没有结果，请先登记结果或撤销。"
    ),
    "warning.level": QT_TRANSLATE_NOOP("Error", "没有预警等级“{level}”。"),
    "warning.nobody": QT_TRANSLATE_NOOP("Error", "请至少写上姓名、电话或地址。"),
    "warning.taken": QT_TRANSLATE_NOOP("Error", "{name} 已经签收这条预警。"),
    "warning.over": QT_TRANSLATE_NOOP("Error", "这条预警已经办结或撤销。"),
    "contact.known": QT_TRANSLATE_NOOP("Error", "次序 {rank} 已由“{name}”使用。"),
    "thing.retired": QT_TRANSLATE_NOOP("Error", "“{name}”已停用。"),
    "beat.in_use": QT_TRANSLATE_NOOP(
        "Error", "警区“{name}”不能停用：警力 {user} 还属于它。请先改正警力。"
    ),
    "organisation.in_use": QT_TRANSLATE_NOOP(
        "Error", "机构“{name}”不能停用：{user} 还属于它。请先改正或停用 {user}。"
    ),
    "organisation.known": QT_TRANSLATE_NOOP("Error", "代码 {organisation} 已有机构使用。"),
    "organisation.loop": QT_TRANSLATE_NOOP("Error", "“{name}”不能成为自己的上级。"),
    "unit.known": QT_TRANSLATE_NOOP("Error", "呼号 {unit} 已有警力使用。"),
    "unit.off_duty": QT_TRANSLATE_NOOP("Error", "警力 {unit} 不在岗，不能签到。"),
    "unit.retired": QT_TRANSLATE_NOOP("Error", "警力 {unit} 已停用。"),
    "unit.busy": QT_TRANSLATE_NOOP("Error", "警力 {unit} 正在处理 {number}。可用改派。"),
    "unit.not_ready": QT_TRANSLATE_NOOP("Error", "警力 {unit} 现在是“{duty}”，不能派警。"),
    "watch.nothing_left": QT_TRANSLATE_NOOP("Error", "没有未读的交接事项。"),
    "watch.none": QT_TRANSLATE_NOOP("Error", "本席没有登记值守人员。"),
    "units.none": QT_TRANSLATE_NOOP("Error", "请先选择至少一支警力。"),
    "journal.bad_record": QT_TRANSLATE_NOOP(
        "Error", "收到的记录 {seat}/{seq} 校验不符，整批未收。请让对方重新发送。"
    ),
    "store.cannot_open": QT_TRANSLATE_NOOP(
        "Error", "打不开数据文件 {path}。请检查文件夹是否存在、有无权限。"
    ),
    "store.damaged": QT_TRANSLATE_NOOP(
        "Error", "数据文件 {path} 已损坏。请用备份恢复，原文件不要删除。"
    ),
    "store.foreign": QT_TRANSLATE_NOOP("Error", "{path} 不是本系统的数据文件。请另选文件。"),
    "store.full": QT_TRANSLATE_NOOP(
        "Error", "磁盘已满，刚才的操作没有保存。请腾出空间后重做；其余数据完好。"
    ),
    "rules.unreadable": QT_TRANSLATE_NOOP(
        "Error",
        "定级规则文件 {path} 读不懂（{detail}），未采用，现用程序自带的规则。请改正文件后重新启动。",
    ),
    "store.gone": QT_TRANSLATE_NOOP(
        "Error",
        "数据文件 {path} 被移走、删除或换成了别的文件，此刻不能保存。请把原文件放回原处，或点“另存并继续”。"
        "刚才的操作没有保存，输入的内容还在屏幕上。",
    ),
    "store.in_use": QT_TRANSLATE_NOOP(
        "Error", "数据文件 {path} 正被另一个程序使用。请切换到已打开的窗口，或先关闭它。"
    ),
    "store.io": QT_TRANSLATE_NOOP(
        "Error", "磁盘读写出错，刚才的操作没有保存。请检查磁盘，并尽快备份。"
    ),
    "store.locked": QT_TRANSLATE_NOOP("Error", "数据文件正忙，刚才的操作没有保存。请重试。"),
    "store.newer": QT_TRANSLATE_NOOP(
        "Error", "数据文件 {path} 由更新的版本（{revision}）建立，本程序未作任何改动。请升级程序。"
    ),
    "store.read_only": QT_TRANSLATE_NOOP(
        "Error", "数据文件 {path} 只读，不能保存。请检查文件和文件夹的写权限。"
    ),
    "journal.own_seat": QT_TRANSLATE_NOOP(
        "Error", "收到的记录自称来自本席位 {seat}，整批未收。请核对两台机器的席位号。"
    ),
    "region.unreadable": QT_TRANSLATE_NOOP(
        "Error", "地区数据 {file} 读不出来。请重新安装程序或地区数据。"
    ),
    "map.gone": QT_TRANSLATE_NOOP("Error", "地图进程中断，正在恢复。其余功能不受影响。"),
}

LIST_COMMA = QT_TRANSLATE_NOOP("Error", "、")
# Parameters that are codes themselves.
INSTANT_PARAMS = frozenset({"begins_at", "ends_at"})
STATE_PARAMS = frozenset({"state", "old", "new", "duty"})


def sentence(error: CodedError) -> str:
    """Return the sentence of an error in the language of the screen; an unknown code shows as it is."""
    pattern = SENTENCES.get(error.code)
    if pattern is None:
        # Files and imports speak with the words of the command line.
        known = error.code in terminal.SENTENCES
        return terminal.Wording(language_name()).of(error) if known else str(error)
    words = {name: word(name, value) for name, value in error.params.items()}
    return translate("Error", pattern).format_map(Blanks(words))


def word(name: str, value: object) -> str:
    """Return a parameter as people read it."""
    text = "" if value is None else str(value)
    if name in STATE_PARAMS:
        return state_name(text)
    if name == "field":
        return field_name(text)
    if name in INSTANT_PARAMS and isinstance(value, int):
        return full_time_of(value)[:16]
    if name == "missing":
        return translate("Error", LIST_COMMA).join(field_name(part) for part in text.split(","))
    return text


class Blanks(dict[str, str]):
    """Leaves a blank visible that no parameter fills."""

    def __missing__(self, key: str) -> str:
        return f"{{{key}}}"
