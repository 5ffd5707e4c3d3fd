"""Prompting (微预案): which checklist a sheet has, what was answered, and new versions of checklists."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.checklist import (
    ANSWERED,
    Checklist,
    Question,
    answers,
    asked_for,
    chosen,
    code_fit,
    current,
    kept,
    question_of,
)
from models.entry import Entry
from models.errors import RuleError
from models.incident import FLAG_FIELDS, LEVELS, Incident
from models.text import clean, clean_required
from services.context import fresh_id
from services.timeline import enter

# What a sheet says that may bring another checklist.
JUDGED = frozenset({"class_taken", "narrative", "supplement"})
MOST_QUESTIONS = 60
HEAD = "id code version made_at classes words retired".split()


@dataclass(frozen=True, slots=True)
class Outline:
    """What a checklist says, without its version: as a file or a form gives it."""

    code: str
    name: str
    name_en: str
    classes: tuple[str, ...]
    words: tuple[str, ...]
    questions: tuple[Question, ...]


def bind(session: Session, sheet: Incident, changed: Collection[str]) -> None:
    """Let a sheet have the checklist of what it says now; it keeps the version that it began with.

    Where only the words changed and something was answered the checklist stays: nobody is asked anew in the middle.
    """
    if JUDGED.isdisjoint(changed):
        return
    table = Checklist.__table__.c
    heads: Any = session.execute(select(*(table[name] for name in HEAD))).all()
    wanted = chosen(heads, sheet.class_taken, f"{sheet.narrative}\n{sheet.supplement}")
    if wanted is None or wanted.id == sheet.checklist_id:
        return
    own = next((one for one in heads if one.id == sheet.checklist_id), None)
    if own is not None and own.code == wanted.code:
        return
    if own is not None and "class_taken" not in changed and answers_of(session, sheet.id):
        return
    sheet.checklist_id = wanted.id


def answers_of(session: Session, incident_id: str) -> dict[str, str]:
    """Return the answers on a sheet by question."""
    lines = select(Entry).where(Entry.incident_id == incident_id, Entry.code == ANSWERED)
    return answers(session.scalars(lines.order_by(Entry.at, Entry.id)))


def answer_question(
    session: Session,
    incident_id: str,
    checklist_id: str,
    question: str,
    value: str,
    *,
    at: int,
    by: str,
) -> None:
    """Keep an answer on a sheet; "" takes one back. The newest counts, the timeline has all of them.

    The sheet has this checklist from now on, needs what the answers ask for, and gets the flag that the answer sets.
    RuleErrors: `sheet.not_open`, `question.unknown`, `field.bad`, those of texts.
    """
    sheet = session.get_one(Incident, incident_id)
    sheet.check_open()
    checklist = session.get_one(Checklist, checklist_id)
    asked = checklist.question(question)
    value = asked.checked(value)
    said = asked.choice(value)
    words = value if not asked.values else ""
    sheet.checklist_id = checklist.id
    enter(
        session,
        sheet.id,
        ANSWERED,
        at=at,
        by=by,
        text=words,
        checklist=checklist.code,
        version=checklist.version,
        question=asked.code,
        value="" if words else value,
        asked=asked.name,
        asked_en=asked.name_en or None,
        said=said.name if said else None,
        said_en=said.name_en if said else None,
    )
    session.flush()
    questions = [question_of(one) for one in checklist.questions]
    needs = list(asked_for(questions, answers_of(session, sheet.id)))
    if needs != sheet.needs:
        sheet.needs = needs
    if flag := asked.mark_of(value):
        for field in sheet.edit({flag: True}) if sheet.completed_at else ():
            enter(
                session, sheet.id, "sheet.changed", at=at, by=by, field=field, old=False, new=True
            )
        setattr(sheet, flag, True)


def save_checklist(
    session: Session, outline: Outline, *, at: int, by: str, id: str | None = None
) -> str:
    """Make a new version of a checklist, or the first of a new one; return its key, the present one's if nothing differs.

    RuleErrors: `question.none`, `question.many`, `question.double`, `field.bad`, those of texts.
    """
    said = checked(outline)
    present = newest(session, said["code"])
    if present is not None and not present.retired and same(present, said):
        return present.id
    version = 1 if present is None else present.version + 1
    made = Checklist(id=id or fresh_id(session), version=version, author=by, made_at=at, **said)
    session.add(made)
    return made.id


def retire_checklist(session: Session, code: str, *, at: int, by: str) -> None:
    """Take a checklist out of use: sheets keep it, new ones do not get it. RuleError `thing.retired`, `thing.unknown`."""
    present = newest(session, code)
    if present is None:
        raise RuleError("thing.unknown")
    if present.retired:
        raise RuleError("thing.retired", name=present.name)
    present.retired = True


def newest(session: Session, code: str) -> Checklist | None:
    """Return the newest version of a checklist, in use or not."""
    rows = session.scalars(select(Checklist).where(Checklist.code == code)).all()
    return max(rows, key=lambda row: (row.version, row.made_at, row.id), default=None)


def checklists(session: Session) -> Sequence[Checklist]:
    """Return the current version of every checklist in use, by code."""
    return list(current(session.scalars(select(Checklist))).values())


def checked(outline: Outline) -> dict[str, Any]:
    """Return the columns of an outline; RuleErrors as `save_checklist`."""
    if not outline.questions:
        raise RuleError("question.none")
    if len(outline.questions) > MOST_QUESTIONS:
        raise RuleError("question.many", most=MOST_QUESTIONS)
    codes = [question.code for question in outline.questions]
    if double := next((code for code in codes if codes.count(code) > 1), None):
        raise RuleError("question.double", question=double)
    return {
        "code": code_fit(clean_required("code", outline.code)),
        "name": clean_required("name", outline.name),
        "name_en": clean("name_en", outline.name_en),
        "classes": [clean("classes", code) for code in outline.classes],
        "words": [clean("words", word) for word in outline.words if word.strip()],
        "questions": [kept(checked_question(question)) for question in outline.questions],
    }


def checked_question(question: Question) -> Question:
    """Return a question that is fit to be kept; RuleErrors `field.bad`, those of texts."""
    code_fit(clean_required("code", question.code))
    clean_required("question", question.name)
    values = set(question.values)
    # Words have no answers to choose from, so that nothing can follow from one of them.
    for name, meant in consequences(question).items():
        if not set(meant) <= values:
            raise RuleError("field.bad", field=name)
    if not set((question.level or {}).values()) <= set(LEVELS):
        raise RuleError("field.bad", field="level")
    if not set((question.marks or {}).values()) <= FLAG_FIELDS:
        raise RuleError("field.bad", field="marks")
    if question.kind.value == "choice" and len(question.choices) < 2:
        raise RuleError("field.bad", field="choices")
    return question


def consequences(question: Question) -> dict[str, Mapping[str, Any]]:
    """Return what follows from which answers, by the name of the column."""
    return {
        "level": question.level or {},
        "needs": question.needs or {},
        "marks": question.marks or {},
    }


def same(present: Checklist, said: Mapping[str, Any]) -> bool:
    """Tell whether a version says the same already."""
    return all(getattr(present, name) == value for name, value in said.items())
