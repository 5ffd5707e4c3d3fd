"""What a line of the timeline says: one pattern a code, filled with names from the trade dictionaries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from models.checklist import ANSWERED
from models.marking import DICTIONARIES
from models.plan import demands
from models.reason import CANCEL, OVERRIDE, RETURN, Reason
from services.levelling import shipped_rules
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.moment import full_time_of
from ui.plan import demands_text
from ui.trade import Trade
from ui.wording import answer_name, awaited_name, diversion_name, field_name, kind_name, visit_name

LINES = {
    "note": QT_TRANSLATE_NOOP("Entry", "{text}"),
    "call.made": QT_TRANSLATE_NOOP("Entry", "拨打 {name} {phone}"),
    "call.returned": QT_TRANSLATE_NOOP("Entry", "回拨未接来电"),
    "call.verified": QT_TRANSLATE_NOOP(
        "Entry", "未接来电回拨 {count} 次无人接，派警到来电位置核查"
    ),
    "call.recorded": QT_TRANSLATE_NOOP("Entry", "录音编号 {recording}"),
    "call.rang_back": QT_TRANSLATE_NOOP("Entry", "回拨时对方电话 {rang_at} 振铃"),
    "call.marked": QT_TRANSLATE_NOOP("Entry", "把来电 {caller_number} 标为骚扰，不影响接听"),
    "call.unmarked": QT_TRANSLATE_NOOP("Entry", "取消来电 {caller_number} 的骚扰标记"),
    "sheet.opened": QT_TRANSLATE_NOOP("Entry", "建立警单 {number}"),
    "sheet.completed": QT_TRANSLATE_NOOP("Entry", "完成接警：{class_code}，{level} 级"),
    "level.proposed": QT_TRANSLATE_NOOP("Entry", "规则“{rule}”建议 {level} 级：{seen}"),
    ANSWERED: QT_TRANSLATE_NOOP("Entry", "微预案：{asked} —— {said}"),
    "sheet.changed": QT_TRANSLATE_NOOP("Entry", "修改{field}：“{old}” → “{new}”"),
    "sheet.struck": QT_TRANSLATE_NOOP("Entry", "作废：{reason}"),
    "sheet.closed": QT_TRANSLATE_NOOP("Entry", "处结：{result}。{text}"),
    "sheet.visited": QT_TRANSLATE_NOOP("Entry", "回访：{visit_result} {text}"),
    "sheet.reopened": QT_TRANSLATE_NOOP("Entry", "重开：{reason}"),
    "sheet.returned": QT_TRANSLATE_NOOP("Entry", "退单：{reason}"),
    "sheet.accepted": QT_TRANSLATE_NOOP("Entry", "重新受理"),
    "sheet.linked": QT_TRANSLATE_NOOP("Entry", "关联到主单 {number}（{link_type}）"),
    "sheet.link_came": QT_TRANSLATE_NOOP("Entry", "警单 {number} 关联到本单（{link_type}）"),
    "sheet.unlinked": QT_TRANSLATE_NOOP("Entry", "解除与主单 {number} 的关联"),
    "sheet.link_left": QT_TRANSLATE_NOOP("Entry", "警单 {number} 解除关联"),
    "sheet.merged": QT_TRANSLATE_NOOP("Entry", "并入主单 {number}"),
    "sheet.merge_came": QT_TRANSLATE_NOOP("Entry", "警单 {number} 并入本单"),
    "sheet.unmerged": QT_TRANSLATE_NOOP("Entry", "取消并入 {number}"),
    "sheet.merge_left": QT_TRANSLATE_NOOP("Entry", "警单 {number} 取消并单"),
    "unit.assigned": QT_TRANSLATE_NOOP("Entry", "派 {unit}（{role}）{instruction}"),
    "unit.attached": QT_TRANSLATE_NOOP("Entry", "{unit} 主动加入（{role}）"),
    "unit.overridden": QT_TRANSLATE_NOOP("Entry", "派 {unit} 而未派建议的 {best}：{reason}"),
    "alarm.raised": QT_TRANSLATE_NOOP("Entry", "{alarm} 级出动（{plan}）{missing}"),
    "sheet.regret": QT_TRANSLATE_NOOP(
        "Entry", "事后比较：{unit} 预计 {estimate} 秒到，当时最快的 {best} 预计 {best_estimate} 秒"
    ),
    "unit.delivered": QT_TRANSLATE_NOOP("Entry", "{unit} 指令送达"),
    "unit.signed": QT_TRANSLATE_NOOP("Entry", "{unit} 签收 {signer}"),
    "unit.departed": QT_TRANSLATE_NOOP("Entry", "{unit} 出警"),
    "unit.arrived": QT_TRANSLATE_NOOP("Entry", "{unit} 到场"),
    "unit.finished": QT_TRANSLATE_NOOP("Entry", "{unit} 处理完毕"),
    "unit.return_asked": QT_TRANSLATE_NOOP("Entry", "{unit} 申请退单：{reason}"),
    "unit.returned": QT_TRANSLATE_NOOP("Entry", "同意 {unit} 退单"),
    "unit.cancelled": QT_TRANSLATE_NOOP("Entry", "撤回 {unit}：{reason}"),
    "unit.moved": QT_TRANSLATE_NOOP("Entry", "{unit} 改派到 {number} {reason}"),
    "unit.checked_in": QT_TRANSLATE_NOOP("Entry", "{unit} 签到，平安"),
    "unit.main": QT_TRANSLATE_NOOP("Entry", "{unit} 为主处警力量"),
    "unit.main_passed": QT_TRANSLATE_NOOP("Entry", "{unit} 接替 {former} 为主处警力量"),
    "unit.amended": QT_TRANSLATE_NOOP(
        "Entry", "{unit} 派警单 {number}：{persons} 人 {vehicles} 车 {boats} 艇 {recording} {text}"
    ),
    "reminder.sent": QT_TRANSLATE_NOOP("Entry", "催办 {unit}：{awaited}，第 {count} 次"),
    "reminder.chief": QT_TRANSLATE_NOOP(
        "Entry", "催办 {unit}：{awaited}，第 {count} 次，已报指挥长"
    ),
    "reminder.answered": QT_TRANSLATE_NOOP("Entry", "{unit} 已答复催办（{awaited}）{text}"),
    "feedback.given": QT_TRANSLATE_NOOP("Entry", "反馈：{class_code}，{result}。{text}"),
    "feedback.struck": QT_TRANSLATE_NOOP("Entry", "划除反馈 {number}：{reason}"),
    "party.added": QT_TRANSLATE_NOOP("Entry", "登记{party_role} {name}"),
    "party.changed": QT_TRANSLATE_NOOP("Entry", "修改{party_role} {name} 的信息"),
    "party.struck": QT_TRANSLATE_NOOP("Entry", "划除{party_role} {name}"),
    "closure.drawn": QT_TRANSLATE_NOOP("Entry", "封路 {closure_reason} {until} {text}"),
    "closure.changed": QT_TRANSLATE_NOOP("Entry", "修改封路 {closure_reason} {until} {text}"),
    "closure.lifted": QT_TRANSLATE_NOOP("Entry", "解除封路 {closure_reason}：{reason}"),
    "cordon.drawn": QT_TRANSLATE_NOOP("Entry", "划定区域 {cordon_kind} {until} {text}"),
    "cordon.changed": QT_TRANSLATE_NOOP("Entry", "修改区域 {cordon_kind} {until} {text}"),
    "cordon.lifted": QT_TRANSLATE_NOOP("Entry", "解除区域 {cordon_kind}：{reason}"),
    "order.sent": QT_TRANSLATE_NOOP("Entry", "联动 {agency}：{text}"),
    "diversion.offered": QT_TRANSLATE_NOOP("Entry", "分流（{path}）{text}"),
    "diversion.accepted": QT_TRANSLATE_NOOP("Entry", "对方受理（{path}）"),
    "diversion.disputed": QT_TRANSLATE_NOOP("Entry", "对方认为不属其职责（{path}）：{text}"),
    "diversion.kept": QT_TRANSLATE_NOOP("Entry", "由110办理（{path}）{text}"),
    "diversion.returned": QT_TRANSLATE_NOOP("Entry", "对方受理后退回（{path}）：{text}"),
    "diversion.fed_back": QT_TRANSLATE_NOOP("Entry", "对方已办结（{path}）"),
    "diversion.three_way": QT_TRANSLATE_NOOP("Entry", "三方通话：报警人、110与对方（{path}）"),
    "diversion.agreed": QT_TRANSLATE_NOOP("Entry", "两台商定由{taker}办理（{path}）"),
    "diversion.forced": QT_TRANSLATE_NOOP("Entry", "未能商定，首接先行受理：{taker}（{path}）"),
    "diversion.visited": QT_TRANSLATE_NOOP("Entry", "分流回访（{path}）：{rating} {text}"),
    "order.delivered": QT_TRANSLATE_NOOP("Entry", "指令已送达 {agency}"),
    "order.departed": QT_TRANSLATE_NOOP("Entry", "{agency} 出发"),
    "order.police_asked": QT_TRANSLATE_NOOP("Entry", "{agency} 请求警力到场：{text}"),
    "order.police_answered": QT_TRANSLATE_NOOP("Entry", "答复 {agency} 的警力请求：{text}"),
    "order.ring": QT_TRANSLATE_NOOP("Entry", "{agency} 的终端无应答，须打电话通知"),
    "order.rung": QT_TRANSLATE_NOOP("Entry", "已电话通知 {agency} {text}"),
    "order.reminded": QT_TRANSLATE_NOOP("Entry", "催办 {agency}：{awaited}，第 {count} 次"),
    "order.reminded_chief": QT_TRANSLATE_NOOP(
        "Entry", "催办 {agency}：{awaited}，第 {count} 次，报指挥长"
    ),
    "order.signed": QT_TRANSLATE_NOOP("Entry", "{agency} 签收 {signer}"),
    "order.arrived": QT_TRANSLATE_NOOP("Entry", "{agency} 到场"),
    "order.fed_back": QT_TRANSLATE_NOOP("Entry", "{agency} 反馈：{text}"),
    "order.returned": QT_TRANSLATE_NOOP("Entry", "{agency} 退回：{text}"),
    "stop.written": QT_TRANSLATE_NOOP("Entry", "填写止付单，被骗 {amount} 元"),
    "stop.changed": QT_TRANSLATE_NOOP("Entry", "修改止付单"),
    "stop.submitted": QT_TRANSLATE_NOOP("Entry", "提交止付，被骗 {amount} 元"),
    "stop.accepted": QT_TRANSLATE_NOOP("Entry", "反诈中心受理止付，被骗 {amount} 元"),
    "stop.stopped": QT_TRANSLATE_NOOP("Entry", "止付 {stopped} 元（被骗 {amount} 元）{text}"),
    "stop.settled": QT_TRANSLATE_NOOP("Entry", "止付办结（被骗 {amount} 元）：{text}"),
    "stop.withdrawn": QT_TRANSLATE_NOOP("Entry", "撤销止付：{text}"),
    "order.cancelled": QT_TRANSLATE_NOOP("Entry", "撤回 {agency} 的指令：{text}"),
}


# The dictionaries that reasons are chosen from.
REASONS = {
    "unit.cancelled": CANCEL,
    "unit.return_asked": RETURN,
    "sheet.returned": RETURN,
    "unit.overridden": OVERRIDE,
}
# What a level is proposed by where no word of the sheet does.
ANSWERS = QT_TRANSLATE_NOOP("Entry", "微预案的回答")
MISSING = QT_TRANSLATE_NOOP("Entry", "，缺 {missing}")
YES, NO = QT_TRANSLATE_NOOP("Entry", "是"), QT_TRANSLATE_NOOP("Entry", "否")
UNTIL = QT_TRANSLATE_NOOP("Entry", "至 {time}")
# Dictionaries that say why or what for something was drawn on the map.
MARKED = frozenset(DICTIONARIES.values())
# Fields whose codes are in the dictionary of the same name.
CODED = frozenset({"call_kind", "channel", "id_type", "plate_type", "rescue_level", "taken_as"})


def line(code: str, params: Mapping[str, Any], text: str, trade: Trade) -> str:
    """Return the sentence of one timeline entry in the language of the screen."""
    pattern = LINES.get(code)
    if pattern is None:
        return " ".join(
            [code, *(f"{name}={value}" for name, value in params.items()), text]
        ).strip()
    words = {name: word(name, value, params, trade) for name, value in params.items()}
    if code in REASONS:
        given = Reason(str(params.get("reason", "")), str(params.get("reason_code", "")))
        words["reason"] = trade.reason(REASONS[code], given)
    if code == ANSWERED:
        words |= answer_words(params, text, trade)
    # A blank that no parameter fills is left out.
    filled = translate("Entry", pattern).format_map(defaultdict(str, words, text=text))
    return filled.strip()


def answer_words(params: Mapping[str, Any], text: str, trade: Trade) -> dict[str, str]:
    """Return a question of a checklist and what was answered, as they were then, in the language of the screen."""

    def named(name: str) -> str:
        return trade.word(Words(str(params.get(name, "")), str(params.get(f"{name}_en", ""))))

    usual = answer_name(str(params.get("value", "")))
    return {"asked": named("asked"), "said": text or named("said") or usual}


@dataclass(frozen=True, slots=True)
class Words:
    """A Chinese text and maybe an English one."""

    name: str
    name_en: str


def word(name: str, value: Any, params: Mapping[str, Any], trade: Trade) -> str:
    """Return a parameter as people read it."""
    text = str(value)
    if name in ("class_code", "old_class"):
        return trade.class_name(text)
    if name in ("old", "new"):
        return value_word(str(params.get("field")), value, trade)
    if name == "rule":
        return rule_name(text, trade)
    if name == "seen":
        return text or translate("Entry", ANSWERS)
    if name in ("path", "taker", "rating"):
        return diversion_name(text)
    if name == "awaited":
        return awaited_name(text)
    if name == "field":
        return field_name(text)
    if name == "rang_at":
        return full_time_of(value) if isinstance(value, int) else text
    if name in MARKED:
        return trade.name(name, text) if text else text
    if name == "until":
        return until_text(value)
    if name == "role":
        return kind_name(text)
    if name == "visit_result":
        return visit_name(text)
    if name == "party_role":
        return trade.name("party_role", text)
    if name == "result":
        return trade.name("result", text)
    if name == "plan":
        return trade.name("plan", text)
    if name == "missing":
        return missing_words(text)
    if name == "link_type":
        return trade.name("link_type", text)
    return text


def until_text(at: Any) -> str:
    """Return until when something drawn holds; a mistaken value as it is."""
    if not isinstance(at, int):
        return str(at)
    return translate("Entry", UNTIL).format(time=full_time_of(at)[5:16])


def missing_words(text: str) -> str:
    """Return what of a plan nobody answered; as it is written where it cannot be read."""
    try:
        words = demands_text((one, one.count) for one in demands(text))
    except ValueError:
        words = text
    return translate("Entry", MISSING).format(missing=words)


def rule_name(code: str, trade: Trade) -> str:
    """Return the name of a level rule, its code where neither the rules in use nor the shipped ones have it."""
    known = (*trade.rules.rules, *shipped_rules().rules)
    rule = next((rule for rule in known if rule.code == code), None)
    return trade.word(rule) if rule is not None else code


def value_word(field: str, value: Any, trade: Trade) -> str:
    """Return the old or the new value of a field as people read it."""
    if isinstance(value, bool):
        return translate("Entry", YES if value else NO)
    text = str(value)
    if field == "class_taken":
        return trade.class_name(text)
    if field in CODED:
        return trade.name(field, text) if text else text
    return text
