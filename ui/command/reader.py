"""Reads a line by what the board holds now: every meaning it has, and nothing guessed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import islice, product

from models.board import IncidentCard, UnitCard
from models.errors import RuleError
from models.reason import NONE, Reason
from models.state import ASSIGNMENT_MOVES, PROGRESS, AssignmentState, can_move
from services.closing import close, feed_back
from services.dispatching import assign_units, move_unit, set_main_unit
from services.timeline import write_note
from ui.command.grammar import HERE, Sentence, split
from ui.command.index import Index
from ui.command.meaning import MOST, Deed, Meaning, Reading, called, reading
from ui.command.name import Name, named
from ui.command.saying import (
    CLOSE,
    FEED_BACK,
    FIND,
    MAIN,
    MOVE,
    NO_JOB,
    NO_RESULT,
    NO_SHEET,
    NO_UNIT,
    NO_VERB,
    NOTE,
    OPEN,
    SEND,
    SHOW,
    STEP,
    STEP_WHY,
    TOO_MUCH,
    WANTS_REASON,
    WANTS_RESULT,
    WANTS_SHEET,
    WANTS_UNIT,
    WANTS_WORDS,
    illegal,
    move_of,
    newest,
    signs,
    wants,
    why_no_move,
    word,
)
from ui.desk import Desk
from ui.incident import place_text
from ui.language import translate
from ui.move import make_move, move_to
from ui.refusal import sentence
from ui.scope import BY_NAME
from ui.trade import Found
from ui.verb import VERBS, Shape, Verb

# A line that names more units than this is a slip.
UNITS = 20


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
            for units in islice(product(*(hit.cards for hit in hits)), MOST + 1)
            for sheet in sheets[: MOST + 1]
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

    def _stepped(self, verb: Verb, units: Sequence[UnitCard], reason: Reason = NONE) -> Meaning:
        move = move_of(verb)
        words = self._desk.trade.reason(move.reasons, reason)
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
            self._line(verb, *(word(unit) for unit in units), words),
            pattern.format(units=signs(units), step=step, words=words),
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

    def _reasons(self, verb: Verb, said: str) -> list[Reason]:
        """Return the reasons that the words may mean; words that name none stand for themselves."""
        found = self._index.terms(move_of(verb).reasons, said)
        return [Reason(code=term.code) for term in found[:MOST]] or [Reason(said)]

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
