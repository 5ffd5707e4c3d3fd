"""Names of states, kinds and fields on the screen; the codes are the models'."""

from __future__ import annotations

from ui.language import QT_TRANSLATE_NOOP, translate

ANSWERS = {
    "yes": QT_TRANSLATE_NOOP("Answer", "是"),
    "no": QT_TRANSLATE_NOOP("Answer", "否"),
    "unknown": QT_TRANSLATE_NOOP("Answer", "不清楚"),
    "done": QT_TRANSLATE_NOOP("Answer", "已做"),
    "not_needed": QT_TRANSLATE_NOOP("Answer", "不需要"),
}
AWAITED = {
    "sign": QT_TRANSLATE_NOOP("Awaited", "未签收"),
    "depart": QT_TRANSLATE_NOOP("Awaited", "未出警"),
    "arrive": QT_TRANSLATE_NOOP("Awaited", "未到场"),
    "feed_back": QT_TRANSLATE_NOOP("Awaited", "未反馈"),
    "decide": QT_TRANSLATE_NOOP("Awaited", "退单待决定"),
}
# Words of a diversion: ways, sides, what callers say.
DIVERSIONS = {
    "hotline": QT_TRANSLATE_NOOP("Diversion", "12345热线"),
    "car_move": QT_TRANSLATE_NOOP("Diversion", "移车"),
    "police": QT_TRANSLATE_NOOP("Diversion", "110"),
    "other": QT_TRANSLATE_NOOP("Diversion", "对方"),
    "1": QT_TRANSLATE_NOOP("Diversion", "满意"),
    "2": QT_TRANSLATE_NOOP("Diversion", "基本满意"),
    "3": QT_TRANSLATE_NOOP("Diversion", "不满意"),
    "offered": QT_TRANSLATE_NOOP("Diversion", "待对方受理"),
    "disputed": QT_TRANSLATE_NOOP("Diversion", "职责有争议"),
    "accepted": QT_TRANSLATE_NOOP("Diversion", "对方已受理"),
}
# What a linked body owes, and how an order to one stands where that is not said as of a unit.
OWED = {
    "sign": QT_TRANSLATE_NOOP("Owed", "签收"),
    "arrive": QT_TRANSLATE_NOOP("Owed", "到场"),
    "feed_back": QT_TRANSLATE_NOOP("Owed", "反馈"),
}
ORDER_STATES = {"departed": QT_TRANSLATE_NOOP("OrderState", "已出发")}
REMINDERS = {
    "running": QT_TRANSLATE_NOOP("Reminder", "催办中"),
    "answered": QT_TRANSLATE_NOOP("Reminder", "已答复"),
    "done": QT_TRANSLATE_NOOP("Reminder", "已完成"),
    "stopped": QT_TRANSLATE_NOOP("Reminder", "已停止"),
}
STEPS = {
    "taking": QT_TRANSLATE_NOOP("Step", "接警"),
    "dispatch": QT_TRANSLATE_NOOP("Step", "派警"),
    "scene": QT_TRANSLATE_NOOP("Step", "到场"),
    "feedback": QT_TRANSLATE_NOOP("Step", "反馈"),
}
STATES = {
    "taking": QT_TRANSLATE_NOOP("State", "接警中"),
    "taken": QT_TRANSLATE_NOOP("State", "待派警"),
    "dispatched": QT_TRANSLATE_NOOP("State", "已派警"),
    "on_scene": QT_TRANSLATE_NOOP("State", "已到场"),
    "handled": QT_TRANSLATE_NOOP("State", "待处结"),
    "closed": QT_TRANSLATE_NOOP("State", "已处结"),
    "returned": QT_TRANSLATE_NOOP("State", "已退单"),
    "merged": QT_TRANSLATE_NOOP("State", "已并单"),
    "struck": QT_TRANSLATE_NOOP("State", "已作废"),
    "issued": QT_TRANSLATE_NOOP("State", "已下达"),
    "delivered": QT_TRANSLATE_NOOP("State", "已送达"),
    "signed": QT_TRANSLATE_NOOP("State", "已签收"),
    "departed": QT_TRANSLATE_NOOP("State", "出警途中"),
    "arrived": QT_TRANSLATE_NOOP("State", "在现场"),
    "finished": QT_TRANSLATE_NOOP("State", "处理完毕"),
    "return_asked": QT_TRANSLATE_NOOP("State", "申请退单"),
    "cancelled": QT_TRANSLATE_NOOP("State", "已撤回"),
    "moved": QT_TRANSLATE_NOOP("State", "已改派"),
    "sent": QT_TRANSLATE_NOOP("State", "已发送"),
    "fed_back": QT_TRANSLATE_NOOP("State", "已反馈"),
    "ringing": QT_TRANSLATE_NOOP("State", "振铃"),
    "talking": QT_TRANSLATE_NOOP("State", "通话中"),
    "ended": QT_TRANSLATE_NOOP("State", "已结束"),
    "abandoned": QT_TRANSLATE_NOOP("State", "未接挂断"),
    "offline": QT_TRANSLATE_NOOP("State", "离线"),
    "standby": QT_TRANSLATE_NOOP("State", "驻点待命"),
    "patrol": QT_TRANSLATE_NOOP("State", "巡逻待命"),
    "paused": QT_TRANSLATE_NOOP("State", "暂停"),
    "escort": QT_TRANSLATE_NOOP("State", "押解送医"),
    "returning": QT_TRANSLATE_NOOP("State", "返巡"),
    "emergency": QT_TRANSLATE_NOOP("State", "紧急求助"),
    "written": QT_TRANSLATE_NOOP("State", "待提交"),
    "submitted": QT_TRANSLATE_NOOP("State", "已提交"),
    "accepted": QT_TRANSLATE_NOOP("State", "已受理"),
    "stopped": QT_TRANSLATE_NOOP("State", "已止付"),
    "settled": QT_TRANSLATE_NOOP("State", "已办结"),
    "withdrawn": QT_TRANSLATE_NOOP("State", "已撤销"),
}

KINDS = {
    "car": QT_TRANSLATE_NOOP("Kind", "汽车"),
    "motorcycle": QT_TRANSLATE_NOOP("Kind", "摩托车"),
    "foot": QT_TRANSLATE_NOOP("Kind", "步巡"),
    "boat": QT_TRANSLATE_NOOP("Kind", "船艇"),
    "drone": QT_TRANSLATE_NOOP("Kind", "无人机"),
    "main": QT_TRANSLATE_NOOP("Kind", "主处警"),
    "reinforcing": QT_TRANSLATE_NOOP("Kind", "增援"),
    "government": QT_TRANSLATE_NOOP("Kind", "政府部门"),
    "police": QT_TRANSLATE_NOOP("Kind", "公安"),
    "utility": QT_TRANSLATE_NOOP("Kind", "公用事业"),
    "rescue": QT_TRANSLATE_NOOP("Kind", "应急救援"),
    "welfare": QT_TRANSLATE_NOOP("Kind", "社会救助"),
    "transport": QT_TRANSLATE_NOOP("Kind", "交通运输"),
    "telecom": QT_TRANSLATE_NOOP("Kind", "通信"),
    "bank": QT_TRANSLATE_NOOP("Kind", "银行"),
    "volunteer": QT_TRANSLATE_NOOP("Kind", "志愿队伍"),
    "bureau": QT_TRANSLATE_NOOP("Kind", "市局"),
    "sub_bureau": QT_TRANSLATE_NOOP("Kind", "分局"),
    "station": QT_TRANSLATE_NOOP("Kind", "派出所"),
    "squad": QT_TRANSLATE_NOOP("Kind", "中队"),
}

LISTS = {
    "organisations": QT_TRANSLATE_NOOP("List", "机构"),
    "beats": QT_TRANSLATE_NOOP("List", "警区"),
    "units": QT_TRANSLATE_NOOP("List", "警力"),
    "agencies": QT_TRANSLATE_NOOP("List", "联动单位"),
    "contacts": QT_TRANSLATE_NOOP("List", "联系人"),
    "rosters": QT_TRANSLATE_NOOP("List", "值班表"),
    "warnings": QT_TRANSLATE_NOOP("List", "预警"),
}

FIELDS = {
    "reply": QT_TRANSLATE_NOOP("Field", "回答"),
    "needs": QT_TRANSLATE_NOOP("Field", "所需能力"),
    "officer_name": QT_TRANSLATE_NOOP("Field", "姓名"),
    "officer_number": QT_TRANSLATE_NOOP("Field", "警号"),
    "seat_name": QT_TRANSLATE_NOOP("Field", "席位名"),
    "site": QT_TRANSLATE_NOOP("Field", "所在单位"),
    "post": QT_TRANSLATE_NOOP("Field", "岗位"),
    "watch_note": QT_TRANSLATE_NOOP("Field", "交接事项"),
    "screen_language": QT_TRANSLATE_NOOP("Field", "语言"),
    "theme": QT_TRANSLATE_NOOP("Field", "配色"),
    "font": QT_TRANSLATE_NOOP("Field", "字号"),
    "ministry_number": QT_TRANSLATE_NOOP("Field", "部编号"),
    "channel": QT_TRANSLATE_NOOP("Field", "来源"),
    "owner_name": QT_TRANSLATE_NOOP("Field", "机主"),
    "owner_address": QT_TRANSLATE_NOOP("Field", "机主地址"),
    "caller_number": QT_TRANSLATE_NOOP("Field", "报警电话"),
    "caller_name": QT_TRANSLATE_NOOP("Field", "报警人"),
    "caller_sex": QT_TRANSLATE_NOOP("Field", "性别"),
    "contact_phone": QT_TRANSLATE_NOOP("Field", "联系电话"),
    "id_type": QT_TRANSLATE_NOOP("Field", "证件类型"),
    "id_number": QT_TRANSLATE_NOOP("Field", "证件号码"),
    "caller_address": QT_TRANSLATE_NOOP("Field", "报警人地址"),
    "address": QT_TRANSLATE_NOOP("Field", "案发地址"),
    "class_taken": QT_TRANSLATE_NOOP("Field", "警情类别"),
    "class_code": QT_TRANSLATE_NOOP("Field", "警情类别"),
    "division": QT_TRANSLATE_NOOP("Field", "行政区划"),
    "feature_point": QT_TRANSLATE_NOOP("Field", "特征点"),
    "dead_note": QT_TRANSLATE_NOOP("Field", "死亡情况"),
    "injured_note": QT_TRANSLATE_NOOP("Field", "受伤情况"),
    "trapped_note": QT_TRANSLATE_NOOP("Field", "被困情况"),
    "language": QT_TRANSLATE_NOOP("Field", "语种"),
    "taken_as": QT_TRANSLATE_NOOP("Field", "接警类型"),
    "call_kind": QT_TRANSLATE_NOOP("Field", "来话类型"),
    "rang_back_at": QT_TRANSLATE_NOOP("Field", "对方振铃时间"),
    "plate": QT_TRANSLATE_NOOP("Field", "车牌"),
    "taker": QT_TRANSLATE_NOOP("Field", "由谁办理"),
    "rating": QT_TRANSLATE_NOOP("Field", "满意程度"),
    "path": QT_TRANSLATE_NOOP("Field", "分流去向"),
    "plate_type": QT_TRANSLATE_NOOP("Field", "号牌种类"),
    "source_id": QT_TRANSLATE_NOOP("Field", "来源编号"),
    "rescue_level": QT_TRANSLATE_NOOP("Field", "救援等级"),
    "narrative": QT_TRANSLATE_NOOP("Field", "报警内容"),
    "supplement": QT_TRANSLATE_NOOP("Field", "补充内容"),
    "weapon": QT_TRANSLATE_NOOP("Field", "涉凶器"),
    "hazardous": QT_TRANSLATE_NOOP("Field", "涉危险品"),
    "leak": QT_TRANSLATE_NOOP("Field", "爆炸或泄漏"),
    "hazmat_vehicle": QT_TRANSLATE_NOOP("Field", "危化品车辆"),
    "secret": QT_TRANSLATE_NOOP("Field", "保密"),
    "invalid": QT_TRANSLATE_NOOP("Field", "无效警情"),
    "level": QT_TRANSLATE_NOOP("Field", "级别"),
    "suspects": QT_TRANSLATE_NOOP("Field", "嫌疑人数"),
    "caller_place": QT_TRANSLATE_NOOP("Field", "报警人位置"),
    "place": QT_TRANSLATE_NOOP("Field", "选定位置"),
    "station_id": QT_TRANSLATE_NOOP("Field", "管辖单位"),
    "station_adjusted_id": QT_TRANSLATE_NOOP("Field", "调整管辖"),
    "tags": QT_TRANSLATE_NOOP("Field", "标签"),
    "visited": QT_TRANSLATE_NOOP("Field", "已回访"),
    "visit_result": QT_TRANSLATE_NOOP("Field", "回访结果"),
    "visit_note": QT_TRANSLATE_NOOP("Field", "回访内容"),
    "boats": QT_TRANSLATE_NOOP("Field", "出动船艇"),
    "close_note": QT_TRANSLATE_NOOP("Field", "办结说明"),
    "hung_up_by": QT_TRANSLATE_NOOP("Field", "挂机方"),
    "occurred_at": QT_TRANSLATE_NOOP("Field", "发生时间"),
    "scene": QT_TRANSLATE_NOOP("Field", "现场坐标"),
    "queue": QT_TRANSLATE_NOOP("Field", "话务队列"),
    "called_number": QT_TRANSLATE_NOOP("Field", "被叫号码"),
    "result": QT_TRANSLATE_NOOP("Field", "处理结果"),
    "reason": QT_TRANSLATE_NOOP("Field", "原因"),
    "note": QT_TRANSLATE_NOOP("Field", "流水内容"),
    "text": QT_TRANSLATE_NOOP("Field", "指令内容"),
    "answer": QT_TRANSLATE_NOOP("Field", "反馈内容"),
    "signer": QT_TRANSLATE_NOOP("Field", "签收人"),
    "instruction": QT_TRANSLATE_NOOP("Field", "派警指令"),
    "call_sign": QT_TRANSLATE_NOOP("Field", "呼号"),
    "leader": QT_TRANSLATE_NOOP("Field", "带班"),
    "kind": QT_TRANSLATE_NOOP("Field", "类型"),
    "organisation_id": QT_TRANSLATE_NOOP("Field", "所属单位"),
    "beat_id": QT_TRANSLATE_NOOP("Field", "警区"),
    "crew": QT_TRANSLATE_NOOP("Field", "人数"),
    "capabilities": QT_TRANSLATE_NOOP("Field", "能力"),
    "name_en": QT_TRANSLATE_NOOP("Field", "英文名称"),
    "parent_id": QT_TRANSLATE_NOOP("Field", "上级单位"),
    "agency_id": QT_TRANSLATE_NOOP("Field", "联动单位"),
    "takes": QT_TRANSLATE_NOOP("Field", "承办类别"),
    "areas": QT_TRANSLATE_NOOP("Field", "服务区域"),
    "valid_from": QT_TRANSLATE_NOOP("Field", "启用日期"),
    "valid_to": QT_TRANSLATE_NOOP("Field", "停用日期"),
    "pasted": QT_TRANSLATE_NOOP("Field", "粘贴通话文字"),
    "victim_name": QT_TRANSLATE_NOOP("Field", "被骗人"),
    "victim_id_number": QT_TRANSLATE_NOOP("Field", "证件号码"),
    "victim_phone": QT_TRANSLATE_NOOP("Field", "被骗人电话"),
    "payer_account": QT_TRANSLATE_NOOP("Field", "付款账号"),
    "payer_bank": QT_TRANSLATE_NOOP("Field", "付款银行"),
    "amount_fen": QT_TRANSLATE_NOOP("Field", "被骗金额"),
    "transferred_at": QT_TRANSLATE_NOOP("Field", "转账时间"),
    "payees": QT_TRANSLATE_NOOP("Field", "收款账号"),
    "fraud_kind": QT_TRANSLATE_NOOP("Field", "诈骗手法"),
    "pay_channel": QT_TRANSLATE_NOOP("Field", "转账方式"),
    "proof": QT_TRANSLATE_NOOP("Field", "凭证"),
    "stopped_fen": QT_TRANSLATE_NOOP("Field", "止付金额"),
    "warning_level": QT_TRANSLATE_NOOP("Field", "预警等级"),
    "begins_at": QT_TRANSLATE_NOOP("Field", "开始时间"),
    "ends_at": QT_TRANSLATE_NOOP("Field", "结束时间"),
    "rank": QT_TRANSLATE_NOOP("Field", "次序"),
    "duty_from": QT_TRANSLATE_NOOP("Field", "值班起"),
    "duty_to": QT_TRANSLATE_NOOP("Field", "值班止"),
    "code": QT_TRANSLATE_NOOP("Field", "编码"),
    "by": QT_TRANSLATE_NOOP("Field", "操作人"),
    "name": QT_TRANSLATE_NOOP("Field", "名称"),
    "role": QT_TRANSLATE_NOOP("Field", "身份"),
    "sex": QT_TRANSLATE_NOOP("Field", "性别"),
    "phone": QT_TRANSLATE_NOOP("Field", "电话"),
    "birth_date": QT_TRANSLATE_NOOP("Field", "出生日期"),
    "household_address": QT_TRANSLATE_NOOP("Field", "户籍地址"),
    "present_address": QT_TRANSLATE_NOOP("Field", "现住址"),
    "work": QT_TRANSLATE_NOOP("Field", "工作单位"),
    "occupation": QT_TRANSLATE_NOOP("Field", "职业"),
    "nationality": QT_TRANSLATE_NOOP("Field", "国籍"),
    "ethnic_group": QT_TRANSLATE_NOOP("Field", "民族"),
    "lost_goods": QT_TRANSLATE_NOOP("Field", "损失物品"),
    "key_person": QT_TRANSLATE_NOOP("Field", "重点人员"),
    "key_person_kind": QT_TRANSLATE_NOOP("Field", "重点类别"),
    "deputy": QT_TRANSLATE_NOOP("Field", "人大代表"),
    "committee_member": QT_TRANSLATE_NOOP("Field", "政协委员"),
    "heard": QT_TRANSLATE_NOOP("Field", "来话内容"),
    "closing_note": QT_TRANSLATE_NOOP("Field", "处结说明"),
    "officer": QT_TRANSLATE_NOOP("Field", "民警"),
    "lon": QT_TRANSLATE_NOOP("Field", "经度"),
    "lat": QT_TRANSLATE_NOOP("Field", "纬度"),
    "weather": QT_TRANSLATE_NOOP("Field", "天气"),
    "handover": QT_TRANSLATE_NOOP("Field", "移交单位"),
    "handover_contact": QT_TRANSLATE_NOOP("Field", "移交联系人"),
    "handover_reply": QT_TRANSLATE_NOOP("Field", "移交答复"),
    "recording": QT_TRANSLATE_NOOP("Field", "录音编号"),
    "town": QT_TRANSLATE_NOOP("Field", "乡镇街道"),
    "village": QT_TRANSLATE_NOOP("Field", "村居"),
    "area": QT_TRANSLATE_NOOP("Field", "辖区"),
    "place_part": QT_TRANSLATE_NOOP("Field", "部位"),
    "rescued_note": QT_TRANSLATE_NOOP("Field", "救助说明"),
    "case_number": QT_TRANSLATE_NOOP("Field", "案件编号"),
    "vehicles": QT_TRANSLATE_NOOP("Field", "出动车辆"),
    "persons": QT_TRANSLATE_NOOP("Field", "出动人员"),
    "rescued": QT_TRANSLATE_NOOP("Field", "救助人数"),
    "injured": QT_TRANSLATE_NOOP("Field", "受伤人数"),
    "dead": QT_TRANSLATE_NOOP("Field", "死亡人数"),
    "caught": QT_TRANSLATE_NOOP("Field", "抓获人数"),
    "involved": QT_TRANSLATE_NOOP("Field", "涉案人数"),
    "escaped": QT_TRANSLATE_NOOP("Field", "在逃人数"),
    "loss_fen": QT_TRANSLATE_NOOP("Field", "损失金额"),
}

WITH_WORDS = QT_TRANSLATE_NOOP("Reason", "{reason}：{words}")

# What callers answer when they are asked afterwards (`VisitResult`).
VISITS = {
    "1": QT_TRANSLATE_NOOP("Visit", "满意"),
    "2": QT_TRANSLATE_NOOP("Visit", "基本满意"),
    "3": QT_TRANSLATE_NOOP("Visit", "不满意"),
}

# GB/T 2261.1.
SEXES = {
    "": QT_TRANSLATE_NOOP("Sheet", "未知"),
    "1": QT_TRANSLATE_NOOP("Sheet", "男"),
    "2": QT_TRANSLATE_NOOP("Sheet", "女"),
}

# A letter for each thing a unit can be doing: colour never stands alone.
UNIT_LETTERS = {
    "offline": "–",
    "standby": "Z",
    "patrol": "X",
    "paused": "T",
    "escort": "Y",
    "returning": "F",
    "emergency": "!",
    "issued": "1",
    "delivered": "2",
    "signed": "3",
    "departed": "4",
    "arrived": "5",
    "return_asked": "?",
}
# Status of a unit → colour meaning (ui/theme.py).
UNIT_COLOURS = {
    "offline": "paused",
    "standby": "free",
    "patrol": "free",
    "returning": "free",
    "paused": "paused",
    "escort": "paused",
    "emergency": "alarm",
    "issued": "moving",
    "delivered": "moving",
    "signed": "moving",
    "departed": "moving",
    "arrived": "scene",
    "return_asked": "alarm",
}


SITES = {
    "bureau": QT_TRANSLATE_NOOP("Watch", "市局"),
    "sub_bureau": QT_TRANSLATE_NOOP("Watch", "分局、县局"),
    "station": QT_TRANSLATE_NOOP("Watch", "派出所、中队"),
    "agency": QT_TRANSLATE_NOOP("Watch", "联动单位"),
}
POSTS = {
    "taking": QT_TRANSLATE_NOOP("Watch", "接警席"),
    "command": QT_TRANSLATE_NOOP("Watch", "指挥长席"),
    "second": QT_TRANSLATE_NOOP("Watch", "二级指挥席"),
    "room": QT_TRANSLATE_NOOP("Watch", "接处警席（所队）"),
    "linked": QT_TRANSLATE_NOOP("Watch", "联动单位席"),
}


def site_name(code: str) -> str:
    """Return the name of where a seat stands."""
    return translate("Watch", SITES.get(code, code))


def post_name(code: str) -> str:
    """Return the name of what a seat is for."""
    return translate("Watch", POSTS.get(code, code))


def state_name(code: str) -> str:
    """Return the name of a state of an incident, assignment, order, call or duty."""
    return translate("State", STATES.get(code, code))


def order_state_name(code: str) -> str:
    """Return the name of a state of an order to a linked body."""
    return translate("OrderState", ORDER_STATES[code]) if code in ORDER_STATES else state_name(code)


def diversion_name(code: str) -> str:
    """Return a word of a diversion: its way, a side, a rating, a state; an unknown code as it is."""
    return translate("Diversion", DIVERSIONS[code]) if code in DIVERSIONS else code


def owed_name(code: str) -> str:
    """Return the name of a step that a linked body owes."""
    return translate("Owed", OWED[code])


def kind_name(code: str) -> str:
    """Return the name of a kind of unit, agency, organisation or role."""
    return translate("Kind", KINDS.get(code, code))


def sexes() -> list[tuple[str, str]]:
    """Return the choices of a person's sex, by code."""
    return [(code, translate("Sheet", name)) for code, name in SEXES.items()]


def list_name(code: str) -> str:
    """Return the name of a list that files hold."""
    return translate("List", LISTS[code])


def field_name(code: str) -> str:
    """Return the name of a field of a sheet."""
    return translate("Field", FIELDS.get(code, code))


def answer_name(code: str) -> str:
    """Return a usual answer to a question of a checklist; words as they are."""
    return translate("Answer", ANSWERS[code]) if code in ANSWERS else code


def awaited_name(code: str) -> str:
    """Return what a reminder is about, by the code of an `Awaited`; an unknown code as it is."""
    return translate("Awaited", AWAITED[code]) if code in AWAITED else code


def reminder_name(code: str) -> str:
    """Return what became of a reminder."""
    return translate("Reminder", REMINDERS[code]) if code in REMINDERS else code


def step_name(code: str) -> str:
    """Return the name of a step of a checklist."""
    return translate("Step", STEPS[code])


def visit_name(code: str) -> str:
    """Return what a caller thought of it, by the code of a `VisitResult`; an unknown code as it is."""
    return translate("Visit", VISITS[code]) if code in VISITS else code


def reason_words(name: str, words: str) -> str:
    """Return the name of a reason that was chosen, with words of one's own; either may be missing."""
    if not name or not words:
        return name or words
    return translate("Reason", WITH_WORDS).format(reason=name, words=words)
