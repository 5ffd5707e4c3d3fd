"""What a line of the command line means: every way to read it, with what would happen in words. Nothing is guessed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, product
from typing import Any

from models.board import IncidentCard, UnitCard
from models.errors import RuleError
from models.state import ASSIGNMENT_MOVES, PROGRESS, AssignmentState, Duty, can_move
from services.closing import close, feed_back
from services.dispatching import assign_units, move_unit, set_main_unit
from services.timeline import write_note
from ui.command.grammar import HERE, Sentence, split
from ui.command.index import Index
from ui.command.name import Name, named
from ui.desk import Desk
from ui.incident import place_text
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.move import DUTIES, STEPS, Move, make_move, move_to, moves_of
from ui.refusal import sentence
from ui.scope import BY_NAME
from ui.trade import Found, plain
from ui.verb import VERBS, Shape, Verb

MOST = 8
# A line that names more units than this is a slip.
UNITS = 20

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


@dataclass(frozen=True, slots=True)
class Deed:
    """One command with its arguments."""

    command: Callable[..., Any]
    args: tuple[Any, ...]
    more: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Meaning:
    """One way to read a line.

    `line` says it so that it has no other reading; `words` says what would happen; `why_not` why it cannot. It does
    `deeds` one after the other, or asks the window for something (`go`: what, and about which); neither, and it is
    only a beginning that goes on.
    """

    line: str
    words: str
    deeds: tuple[Deed, ...] = ()
    go: tuple[str, str] = ("", "")
    why_not: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether nothing is missing."""
        return bool(self.deeds) or bool(self.go[0]) or bool(self.why_not)


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a line may mean; `sole` is set where it means one thing and all of it was typed."""

    meanings: tuple[Meaning, ...] = ()
    sole: Meaning | None = None
    problem: str = ""


class Reader:
    """Reads lines by what the board holds now."""

    def __init__(self, desk: Desk, index: Index) -> None:
        self._desk = desk
        self._index = index
        self._shapes: Mapping[Shape, Callable[[Verb, Sentence], Reading]] = {
            Shape.UNITS_SHEET: self._send,
            Shape.UNITS: self._step,
            Shape.UNIT_REASON: self._step_with_reason,
            Shape.UNIT_SHEET: self._move,
            Shape.UNIT: self._unit,
            Shape.SHEET: self._open,
            Shape.SHEET_RESULT: self._result,
            Shape.SHEET_WORDS: self._note,
            Shape.WORDS: self._find,
        }

    def read(self, line: str) -> Reading:
        """Return every reading of a line; any text has an answer."""
        told = split(line)
        if not told.said:
            return Reading()
        if told.verb is None:
            return self._name(told)
        read = self._shapes[told.verb.shape](told.verb, told)
        if told.words:
            return read
        # A verb alone may also be the beginning of another name.
        others = (called(name) for name in self._named(told) if name.action)
        meanings = (*read.meanings, *others)[:MOST]
        return replace(read, meanings=meanings, problem="" if meanings else read.problem)

    def _name(self, told: Sentence) -> Reading:
        found = self._named(told)
        if not found:
            words = translate("Command", NO_VERB)
            return Reading(problem=words.format(word=told.said, example=VERBS[0].example))
        exact = [name for name in found if name.exact] or found
        sole = called(exact[0]) if len(exact) == 1 and exact[0].action else None
        return Reading(tuple(called(name) for name in found), sole)

    def _named(self, told: Sentence) -> list[Name]:
        return named(self._desk.actions, " ".join((told.said, *told.words)), MOST)

    # Verbs about units.

    def _send(self, verb: Verb, told: Sentence) -> Reading:
        words = told.words
        if not words:
            sheet = self._desk.incident()
            offered = [self._sent(verb, (unit,), sheet) for unit in self._free(MOST)]
            return self._wanting(verb, WANTS_UNIT, offered)
        readings = [self._sendings(verb, words, (self._desk.incident(),), False)]
        if len(words) > 1:
            hits = self._index.sheets(words[-1])
            readings.append(self._sendings(verb, words[:-1], hits.cards, not hits.exact))
        best = min((loose for loose, found in readings if found), default=0)
        meanings = [each for loose, found in readings for each in found if loose == best]
        if meanings:
            return reading(meanings)
        return Reading(problem=self._no_unit(words[:1] if len(words) == 1 else words))

    def _sendings(
        self,
        verb: Verb,
        words: Sequence[str],
        sheets: Sequence[IncidentCard | None],
        loose_sheet: bool,
    ) -> tuple[int, list[Meaning]]:
        """Return how many words are no exact names, and the ways to send."""
        hits = [self._index.units(word) for word in words[:UNITS]]
        loose = sum(not hit.exact for hit in hits) + loose_sheet
        found = [
            self._sent(verb, units, sheet)
            for units in islice(product(*(hit.cards for hit in hits)), MOST)
            for sheet in sheets[:MOST]
        ]
        return loose, found[: MOST + 1]

    def _sent(self, verb: Verb, units: Sequence[UnitCard], sheet: IncidentCard | None) -> Meaning:
        units = tuple(dict.fromkeys(units))
        if sheet is None:
            line = self._line(verb, *(word(unit) for unit in units))
            return Meaning(line, wants(WANTS_SHEET, verb))
        said = translate("Command", SEND)
        deed = Deed(assign_units, (sheet.id, [unit.id for unit in units]))
        return Meaning(
            self._line(verb, *(word(unit) for unit in units), self._index.sheet_word(sheet)),
            said.format(units=signs(units), sheet=self.sheet_text(sheet)),
            (deed,),
            why_not=self._why_no_send(units, sheet),
        )

    def _why_no_send(self, units: Sequence[UnitCard], sheet: IncidentCard) -> str:
        if sheet.state not in PROGRESS:
            state = sheet.state.value
            return sentence(RuleError("sheet.not_dispatchable", number=sheet.number, state=state))
        for unit in units:
            if unit.job is not None:
                other = self._desk.store.board.get(IncidentCard, unit.job.incident_id)
                number = other.number if other else ""
                return sentence(RuleError("unit.busy", unit=unit.call_sign, number=number))
            if not unit.is_free:
                duty = unit.duty.value
                return sentence(RuleError("unit.not_ready", unit=unit.call_sign, duty=duty))
        return ""

    def _step(self, verb: Verb, told: Sentence) -> Reading:
        units, problem = self._several(verb, told.words)
        if problem:
            able = [unit for unit in self._units() if move_to(unit, move_of(verb).state)]
            offered = [self._stepped(verb, (unit,)) for unit in able[:MOST]]
            return self._wanting(verb, WANTS_UNIT, offered, "" if not told.words else problem)
        return reading([self._stepped(verb, each) for each in units])

    def _stepped(self, verb: Verb, units: Sequence[UnitCard], reason: str = "") -> Meaning:
        move = move_of(verb)
        step = translate("Action", BY_NAME[verb.name].text)
        pattern = translate("Command", STEP_WHY if reason else STEP)
        deeds: list[Deed] = []
        why = next((text for unit in units if (text := why_no_move(unit, move))), "")
        if not why:
            for unit in units:
                make_move(
                    lambda command, *args, **more: deeds.append(Deed(command, args, more)),
                    unit,
                    move,
                    reason,
                )
        return Meaning(
            self._line(verb, *(word(unit) for unit in units), reason),
            pattern.format(units=signs(units), step=step, words=reason),
            tuple(deeds),
            why_not=why,
        )

    def _step_with_reason(self, verb: Verb, told: Sentence) -> Reading:
        units, problem = self._several(verb, told.words[:1])
        if problem:
            return Reading(problem=problem)
        reasons = self._reasons(verb, told.rest(1))
        if told.rest(1):
            ways = product(units, reasons)
            return reading([self._stepped(verb, each, reason) for each, reason in ways])
        offered = [self._stepped(verb, each, reason) for each in units for reason in reasons]
        return self._wanting(verb, WANTS_REASON, offered)

    def _reasons(self, verb: Verb, said: str) -> list[str]:
        """Return the reasons that the words may mean; words that name none stand for themselves."""
        found = self._index.terms(move_of(verb).reasons, said)
        return [term.name for term in found[:MOST]] or [said]

    def _move(self, verb: Verb, told: Sentence) -> Reading:
        units, problem = self._several(verb, told.words[:1])
        if problem:
            return Reading(problem=problem)
        if len(told.words) < 2:
            here = {unit.job.incident_id for each in units for unit in each if unit.job}
            others = [sheet for sheet in self._live() if sheet.id not in here][:MOST]
            offered = [self._moved(verb, each[0], sheet) for each in units for sheet in others]
            return self._wanting(verb, WANTS_SHEET, offered)
        sheets, problem = self._one_sheet(verb, told, 1)
        if problem:
            return Reading(problem=problem)
        ways = product(units, sheets)
        return reading([self._moved(verb, each[0], sheet) for each, sheet in ways])

    def _moved(self, verb: Verb, unit: UnitCard, sheet: IncidentCard) -> Meaning:
        job, before, why = unit.job, "", ""
        if job is None:
            why = translate("Command", NO_JOB).format(unit=unit.call_sign)
        else:
            other = self._desk.store.board.get(IncidentCard, job.incident_id)
            before = other.number if other else ""
            moved = AssignmentState.MOVED
            if job.incident_id == sheet.id:
                why = sentence(RuleError("move.same"))
            elif not can_move(ASSIGNMENT_MOVES, job.state, moved):
                why = illegal(job.state.value, moved.value)
        said = translate("Command", MOVE)
        return Meaning(
            self._line(verb, word(unit), self._index.sheet_word(sheet)),
            said.format(unit=unit.call_sign, before=before, sheet=self.sheet_text(sheet)),
            () if job is None else (Deed(move_unit, (job.id, sheet.id)),),
            why_not=why,
        )

    def _unit(self, verb: Verb, told: Sentence) -> Reading:
        if len(told.words) > 1:
            return Reading(problem=wants(TOO_MUCH, verb, told.words[1]))
        units, problem = self._several(verb, told.words)
        if problem:
            return Reading(problem=problem)
        make = self._shown if verb.name == "show" else self._led
        return reading([make(verb, each[0]) for each in units])

    def _shown(self, verb: Verb, unit: UnitCard) -> Meaning:
        said = translate("Command", SHOW).format(unit=unit.call_sign)
        return Meaning(self._line(verb, word(unit)), said, go=("unit", unit.id))

    def _led(self, verb: Verb, unit: UnitCard) -> Meaning:
        job = unit.job
        if job is None:
            why = translate("Command", NO_JOB).format(unit=unit.call_sign)
            return Meaning(self._line(verb, word(unit)), why, why_not=why)
        sheet = self._desk.store.board.get(IncidentCard, job.incident_id)
        said = translate("Command", MAIN)
        where = self.sheet_text(sheet) if sheet else ""
        return Meaning(
            self._line(verb, word(unit)),
            said.format(unit=unit.call_sign, sheet=where),
            (Deed(set_main_unit, (job.id,)),),
        )

    # Verbs about sheets.

    def _open(self, verb: Verb, told: Sentence) -> Reading:
        if len(told.words) > 1:
            return Reading(problem=wants(TOO_MUCH, verb, told.words[1]))
        if not told.words:
            offered = [self._opened(verb, sheet) for sheet in self._live()[:MOST]]
            return self._wanting(verb, WANTS_SHEET, offered)
        sheets, problem = self._one_sheet(verb, told, 0)
        if problem:
            return Reading(problem=problem)
        return reading([self._opened(verb, sheet) for sheet in sheets])

    def _opened(self, verb: Verb, sheet: IncidentCard) -> Meaning:
        said = translate("Command", OPEN).format(sheet=self.sheet_text(sheet))
        line = self._line(verb, self._index.sheet_word(sheet))
        return Meaning(line, said, go=("sheet", sheet.id))

    def _result(self, verb: Verb, told: Sentence) -> Reading:
        sheets, problem = self._one_sheet(verb, told, 0)
        if problem:
            return Reading(problem=problem)
        said = told.words[1] if len(told.words) > 1 else ""
        results = self._index.terms("result", said)[:MOST]
        if not results:
            return Reading(problem=translate("Command", NO_RESULT).format(word=said))
        ways = [
            self._with_result(verb, sheet, result, told.rest(2))
            for sheet, result in product(sheets, results)
        ]
        return reading(ways) if said else self._wanting(verb, WANTS_RESULT, ways)

    def _with_result(self, verb: Verb, sheet: IncidentCard, result: Found, words: str) -> Meaning:
        if verb.name == "close":
            pattern, deed = CLOSE, Deed(close, (sheet.id, result.code, words))
        else:
            given = {"class_code": sheet.class_code, "result": result.code, "narrative": words}
            pattern, deed = FEED_BACK, Deed(feed_back, (sheet.id,), given)
        said = translate("Command", pattern)
        return Meaning(
            self._line(verb, self._index.sheet_word(sheet), result.code, words),
            said.format(sheet=self.sheet_text(sheet), result=result.name, words=words).strip(),
            (deed,),
        )

    def _note(self, verb: Verb, told: Sentence) -> Reading:
        at = 1
        if told.words and not (told.words[0] == HERE or told.words[0].isdigit()):
            # Words alone go to the sheet that is selected; figures first always name a sheet.
            at = 0
            sheets, problem = self._one_sheet(verb, told, len(told.words))
        else:
            sheets, problem = self._one_sheet(verb, told, 0)
        if problem:
            return Reading(problem=problem)
        text = told.rest(at)
        if not text:
            return Reading(problem=wants(WANTS_WORDS, verb))
        return reading([self._noted(verb, sheet, text) for sheet in sheets])

    def _noted(self, verb: Verb, sheet: IncidentCard, text: str) -> Meaning:
        said = translate("Command", NOTE).format(sheet=self.sheet_text(sheet), words=text)
        line = self._line(verb, self._index.sheet_word(sheet), text)
        return Meaning(line, said, (Deed(write_note, (sheet.id, text)),))

    def _find(self, verb: Verb, told: Sentence) -> Reading:
        text = told.rest(0)
        if not text:
            return Reading(problem=wants(WANTS_WORDS, verb))
        said = translate("Command", FIND).format(words=text)
        return reading([Meaning(self._line(verb, text), said, go=("find", text))])

    # What words name.

    def _several(self, verb: Verb, words: Sequence[str]) -> tuple[list[tuple[UnitCard, ...]], str]:
        """Return every group of units that the words may mean; without words the selected unit; else a problem."""
        if not words:
            unit = self._desk.unit()
            return ([(unit,)], "") if unit is not None else ([], wants(WANTS_UNIT, verb))
        hits = [self._index.units(each) for each in words[:UNITS]]
        groups = islice(product(*(hit.cards for hit in hits)), MOST + 1)
        found = [tuple(dict.fromkeys(each)) for each in groups]
        return found, "" if found else self._no_unit(words)

    def _no_unit(self, words: Sequence[str]) -> str:
        missing = next((each for each in words if not self._index.units(each).cards), words[-1])
        return translate("Command", NO_UNIT).format(word=missing)

    def _one_sheet(
        self, verb: Verb, told: Sentence, at: int
    ) -> tuple[tuple[IncidentCard, ...], str]:
        """Return the sheets that a word may mean; without a word the selected one; else a problem."""
        if at >= len(told.words):
            sheet = self._desk.incident()
            return ((sheet,), "") if sheet is not None else ((), wants(WANTS_SHEET, verb))
        said = told.words[at]
        found = self._index.sheets(said).cards
        if not found:
            return (), translate("Command", NO_SHEET).format(word=said)
        return found[: MOST + 1], ""

    def _wanting(
        self, verb: Verb, wanted: str, offered: Sequence[Meaning], problem: str = ""
    ) -> Reading:
        """Return what might follow; nothing of it was typed, so nothing of it is meant yet."""
        return Reading(tuple(offered[:MOST]), None, problem or wants(wanted, verb))

    def _units(self) -> list[UnitCard]:
        units = self._desk.store.board.all(UnitCard).values()
        return sorted(units, key=lambda unit: unit.call_sign)

    def _free(self, most: int) -> list[UnitCard]:
        return [unit for unit in self._units() if unit.is_free][:most]

    def _live(self) -> list[IncidentCard]:
        sheets = self._desk.store.board.all(IncidentCard).values()
        return sorted((sheet for sheet in sheets if sheet.state in PROGRESS), key=newest)

    def sheet_text(self, sheet: IncidentCard) -> str:
        """Return a sheet in one line: number, class, place."""
        what = self._desk.trade.class_name(sheet.class_code)
        return " ".join(part for part in (sheet.number, what, place_text(sheet)) if part)

    def _line(self, verb: Verb, *words: str) -> str:
        return " ".join(each for each in (verb.word, *words) if each)


def reading(meanings: Sequence[Meaning]) -> Reading:
    """Return what was typed whole: one meaning is meant, several are for the person to choose from."""
    sole = meanings[0] if len(meanings) == 1 and meanings[0].is_whole else None
    return Reading(tuple(meanings[:MOST]), sole, sole.why_not if sole is not None else "")


def called(name: Name) -> Meaning:
    """Return what a name means: an action is done, a verb goes on."""
    return Meaning(name.line, name.words, go=("action", name.action) if name.action else ("", ""))


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
