"""Checklists in files (微预案): a line a question, the head of its checklist on each; read, checked, imported, written.

Columns: `checklist` (code), `name`, `name_en`, `classes` (codes of classes or groups), `words` (one of them must be in the
report; empty: none needed), `step` (taking, dispatch, scene, feedback), `code` (of the question: the same code in another
checklist is the same question), `must` (yes or empty), `kind` (yes_no, choice, text, tick), `question`, `question_en`,
`choices` (code=name/English name; …), `level`, `needs`, `marks` (answer=value …; several needs of one answer with a +).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from models.checklist import Choice, Question, QuestionKind, Step, question_of
from models.errors import RuleError
from models.text import clean_required
from services.dictionary.sheet import Line, Refusal, check_filled, read_lines
from services.dictionary.sheet import cells_of as cells_by_column
from services.dictionary.term import Change
from services.prompting import Outline, checked, checklists, newest, retire_checklist, same
from services.prompting import save_checklist as save

NAME = "checklist"
COLUMNS = (
    "checklist name name_en classes words step code must kind question question_en "
    "choices level needs marks"
).split()
MUST = {"yes": True, "": False}


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of a file with the line it stands on and the head of its checklist."""

    line: int
    head: Outline
    question: Question


def read_checklists(path: Path) -> tuple[list[Outline], list[Refusal]]:
    """Return the checklists of a file and every line refused; such a file must not be imported. TroubleErrors `file.…`."""
    lines, refused = read_lines(path, COLUMNS)
    return outlines_of(lines, refused)


def read_table(rows: Sequence[Sequence[str]]) -> tuple[list[Outline], list[Refusal]]:
    """Return the checklists of lines without a header, as a form has them, and what is refused; the first line is 1."""
    refused: list[Refusal] = []
    lines = []
    for number, row in enumerate(rows, 1):
        try:
            lines.append(Line(number, cells_by_column(COLUMNS, row)))
        except RuleError as error:
            refused.append(Refusal(number, " ".join(row[:1]), error.code, error.params))
    return outlines_of(lines, refused)


def outlines_of(
    lines: Sequence[Line], refused: list[Refusal]
) -> tuple[list[Outline], list[Refusal]]:
    """Return the checklists of lines and every line refused, those refused before included."""
    asked: list[Asked] = []
    for line in lines:
        try:
            asked.append(asked_of(line))
        except RuleError as error:
            code = f"{line.cells[NAME]} {line.cells['code']}".strip()
            refused.append(Refusal(line.number, code, error.code, error.params))
    outlines: list[Outline] = []
    by_code: dict[str, list[Asked]] = {}
    for one in asked:
        by_code.setdefault(one.head.code, []).append(one)
    for code, some in by_code.items():
        outline, wrong = outline_of(code, some)
        outlines.append(outline)
        refused += wrong
    return outlines, sorted(refused, key=lambda it: (it.line, it.reason))


def outline_of(code: str, some: Sequence[Asked]) -> tuple[Outline, list[Refusal]]:
    """Return a checklist of its lines and what is wrong with them together: a head of another kind, a question twice."""
    head = some[0].head
    seen: dict[str, int] = {}
    wrong = []
    for one in some:
        named = f"{code} {one.question.code}"
        if one.head != head:
            wrong.append(Refusal(one.line, named, "line.other_head", {"other": some[0].line}))
        if (other := seen.setdefault(one.question.code, one.line)) != one.line:
            wrong.append(Refusal(one.line, named, "line.duplicate", {"other": other}))
    questions = tuple(one.question for one in some)
    outline = Outline(code, head.name, head.name_en, head.classes, head.words, questions)
    if not wrong:
        try:
            checked(outline)
        except RuleError as error:
            wrong.append(Refusal(some[0].line, code, error.code, error.params))
    return outline, wrong


def asked_of(line: Line) -> Asked:
    """Return the question of a line; RuleErrors `line.…`, `field.bad` and those of texts."""
    check_filled(line, NAME, "name", "step", "code", "kind", "question")
    cells = line.cells
    if cells["must"] not in MUST:
        raise RuleError("line.kind_unknown", kind=cells["must"], known="yes")
    head = Outline(
        code=cells[NAME],
        name=cells["name"],
        name_en=cells["name_en"],
        classes=tuple(cells["classes"].split()),
        words=tuple(cells["words"].split()),
        questions=(),
    )
    question = Question(
        code=cells["code"],
        step=Step(known(cells["step"], [*Step])),
        kind=QuestionKind(known(cells["kind"], [*QuestionKind])),
        name=cells["question"],
        name_en=cells["question_en"],
        must=MUST[cells["must"]],
        choices=choices_of(cells["choices"]),
        level=levels_of(pairs("level", cells["level"])),
        needs={said: tuple(of.split("+")) for said, of in pairs("needs", cells["needs"]).items()},
        marks=pairs("marks", cells["marks"]),
    )
    # By itself first: a line that will not do is named, not only its checklist.
    checked(Outline(head.code, head.name, head.name_en, head.classes, head.words, (question,)))
    return Asked(line.number, head, question)


def known(word: str, words: Sequence[str]) -> str:
    """Return a word that must be one of these; RuleError `line.kind_unknown` names them."""
    if word not in words:
        raise RuleError("line.kind_unknown", kind=word, known=" ".join(words))
    return word


def choices_of(cell: str) -> tuple[Choice, ...]:
    """Return the choices of a cell: knife=刀/Knife; gun=枪/Gun. RuleError `line.bad_pair`."""
    found = []
    for part in filter(None, (part.strip() for part in cell.split(";"))):
        code, equals, names = part.partition("=")
        name, _, english = names.partition("/")
        if not equals or not code.strip():
            raise RuleError("line.bad_pair", column="choices", text=part[:40])
        found.append(Choice(code.strip(), clean_required("choices", name.strip()), english.strip()))
    return tuple(found)


def pairs(column: str, cell: str) -> dict[str, str]:
    """Return what follows from which answer: yes=2 no=4. RuleError `line.bad_pair`."""
    found = {}
    for part in cell.split():
        said, equals, meant = part.partition("=")
        if not (said and equals and meant):
            raise RuleError("line.bad_pair", column=column, text=part[:40])
        found[said] = meant
    return found


def levels_of(found: Mapping[str, str]) -> dict[str, int]:
    """Return the levels of answers; RuleError `line.bad_number`."""
    for level in found.values():
        if level not in ("1", "2", "3", "4"):
            raise RuleError("line.bad_number", text=level[:40], least=1, most=4)
    return {said: int(level) for said, level in found.items()}


def import_checklists(
    session: Session, outlines: Sequence[Outline], *, at: int, by: str, replace: bool = False
) -> Change:
    """Let checklists say what a file says: what differs gets a new version; others stay, or go out of use (`replace`).

    RuleErrors: `dictionary.empty`, those of `save_checklist`.
    """
    if not outlines:
        raise RuleError("dictionary.empty", dictionary=NAME)
    counts = {"added": 0, "changed": 0, "unchanged": 0}
    for outline in outlines:
        before = newest(session, outline.code)
        if before is None:
            counts["added"] += 1
        elif before.retired or not same(before, checked(outline)):
            counts["changed"] += 1
        else:
            counts["unchanged"] += 1
        save(session, outline, at=at, by=by)
        session.flush()
    named = {outline.code for outline in outlines}
    gone = [one.code for one in checklists(session) if one.code not in named] if replace else []
    for code in gone:
        retire_checklist(session, code, at=at, by=by)
    return Change(ended=len(gone), **counts)


def checklist_table(session: Session) -> list[list[str]]:
    """Return the checklists in use as header and lines, in the order they are asked."""
    lines = []
    for one in checklists(session):
        head = [one.code, one.name, one.name_en, " ".join(one.classes), " ".join(one.words)]
        lines += [[*head, *cells_of(question_of(kept))] for kept in one.questions]
    return [COLUMNS, *lines]


def cells_of(question: Question) -> list[str]:
    """Return the cells of a question, as `asked_of` reads them."""
    choices = "; ".join(f"{one.code}={one.name}/{one.name_en}" for one in question.choices)
    return [
        question.step.value,
        question.code,
        "yes" if question.must else "",
        question.kind.value,
        question.name,
        question.name_en,
        choices,
        joined(question.level),
        joined({said: "+".join(of) for said, of in (question.needs or {}).items()}),
        joined(question.marks),
    ]


def joined(meant: Mapping[str, Any] | None) -> str:
    """Return what follows from which answer as a cell."""
    return " ".join(f"{said}={value}" for said, value in (meant or {}).items())
