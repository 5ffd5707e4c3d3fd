"""The sentences of the command line, and why something named in it cannot be done."""

from __future__ import annotations

from collections.abc import Iterable

from models.board import IncidentCard, UnitCard
from models.errors import RuleError
from models.state import Duty
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.move import DUTIES, STEPS, Move, moves_of
from ui.refusal import sentence
from ui.trade import plain
from ui.verb import Verb

NO_UNIT = QT_TRANSLATE_NOOP("Command", "没有呼号含“{word}”的警力。")
NO_SHEET = QT_TRANSLATE_NOOP("Command", "没有单号以“{word}”结尾或地址含“{word}”的在办警情。")
NO_RESULT = QT_TRANSLATE_NOOP("Command", "没有叫“{word}”的处理结果。")
NO_VERB = QT_TRANSLATE_NOOP(
    "Command", "不认识“{word}”。输入动作的名称、拼音或首字母，如 {example}。"
)
WANTS_UNIT = QT_TRANSLATE_NOOP("Command", "还要写警力呼号，或先选中警力。例：{example}")
WANTS_SHEET = QT_TRANSLATE_NOOP("Command", "还要写警情的单号尾数，或先选中警情。例：{example}")
WANTS_WORDS = QT_TRANSLATE_NOOP("Command", "还要写内容。例：{example}")
WANTS_RESULT = QT_TRANSLATE_NOOP("Command", "还要写处理结果。例：{example}")
WANTS_REASON = QT_TRANSLATE_NOOP("Command", "还要写原因。例：{example}")
TOO_MUCH = QT_TRANSLATE_NOOP("Command", "“{word}”多余。例：{example}")
NO_JOB = QT_TRANSLATE_NOOP("Command", "{unit} 不在处警，先派警。")
COMMA = QT_TRANSLATE_NOOP("Command", "、")
SEND = QT_TRANSLATE_NOOP("Command", "派 {units} → {sheet}")
MOVE = QT_TRANSLATE_NOOP("Command", "{unit} 由 {before} 改派 → {sheet}")
STEP = QT_TRANSLATE_NOOP("Command", "{units} {step}")
STEP_WHY = QT_TRANSLATE_NOOP("Command", "{units} {step}：{words}")
MAIN = QT_TRANSLATE_NOOP("Command", "{unit} 设为主处警力量：{sheet}")
OPEN = QT_TRANSLATE_NOOP("Command", "打开 {sheet}")
SHOW = QT_TRANSLATE_NOOP("Command", "选中 {unit}")
NOTE = QT_TRANSLATE_NOOP("Command", "记入 {sheet}：{words}")
CLOSE = QT_TRANSLATE_NOOP("Command", "处结 {sheet}：{result} {words}")
FEED_BACK = QT_TRANSLATE_NOOP("Command", "反馈 {sheet}：{result} {words}")
FIND = QT_TRANSLATE_NOOP("Command", "查找“{words}”")


def wants(pattern: str, verb: Verb, word: str = "") -> str:
    """Return what a verb still wants, or has too much of, with an example."""
    return translate("Command", pattern).format(example=verb.example, word=word)


def move_of(verb: Verb) -> Move:
    """Return the move of a verb about a unit's state."""
    return next(move for move in (*STEPS, *DUTIES) if move.action == verb.name)


def why_no_move(unit: UnitCard, move: Move) -> str:
    """Return why a unit cannot make a move now, "" where it can."""
    if move in moves_of(unit):
        return ""
    if isinstance(move.state, Duty):
        return illegal(unit.status, move.state.value)
    if unit.job is None:
        return translate("Command", NO_JOB).format(unit=unit.call_sign)
    return illegal(unit.job.state.value, move.state.value)


def illegal(old: str, new: str) -> str:
    """Return that one state cannot follow another."""
    return sentence(RuleError("state.illegal", old=old, new=new))


def word(unit: UnitCard) -> str:
    """Return the word that means a unit."""
    return plain(unit.call_sign)


def signs(units: Iterable[UnitCard]) -> str:
    """Return call signs as one text."""
    return translate("Command", COMMA).join(unit.call_sign for unit in units)


def newest(sheet: IncidentCard) -> int:
    """Return the sort key of the newest report first."""
    return -sheet.reported_at
