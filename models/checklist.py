"""The checklist (微预案): what to ask and to do at each step of a kind of incident, in versions that never change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, Protocol

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Entity
from models.errors import RuleError
from models.text import clean, clean_required

# The code of the timeline's line that keeps an answer.
ANSWERED = "checklist.answered"


class Step(StrEnum):
    """When a question is asked, in the order of the work."""

    TAKING = "taking"
    DISPATCH = "dispatch"
    SCENE = "scene"
    FEEDBACK = "feedback"


class QuestionKind(StrEnum):
    """What an answer may be: yes or no, one of a few, words, or done."""

    YES_NO = "yes_no"
    CHOICE = "choice"
    TEXT = "text"
    TICK = "tick"


UNKNOWN = "unknown"
# What may be answered where the question does not say it itself; nobody on the telephone knows everything.
USUAL: Mapping[QuestionKind, tuple[str, ...]] = {
    QuestionKind.YES_NO: ("yes", "no", UNKNOWN),
    QuestionKind.TICK: ("done", "not_needed"),
    QuestionKind.CHOICE: (),
    QuestionKind.TEXT: (),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to choose: its code and its two names."""

    code: str
    name: str
    name_en: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One question or thing to do; what an answer means: a level, what is needed on scene, a mark on the sheet."""

    code: str
    step: Step
    kind: QuestionKind
    name: str
    name_en: str = ""
    must: bool = False
    choices: tuple[Choice, ...] = ()
    level: Mapping[str, int] | None = None
    needs: Mapping[str, Sequence[str]] | None = None
    marks: Mapping[str, str] | None = None

    @property
    def values(self) -> tuple[str, ...]:
        """The answers to choose from, in the order of their digits; none where words are asked for."""
        own = tuple(choice.code for choice in self.choices)
        return (*own, UNKNOWN) if own else USUAL[self.kind]

    def checked(self, value: str) -> str:
        """Return an answer fit to be kept, "" takes one back; RuleError `field.bad` or one of a text otherwise."""
        if not isinstance(value, str):
            raise RuleError("field.bad", field="reply")
        if value == "":
            return value
        if self.kind is QuestionKind.TEXT:
            return clean_required("reply", value)
        if value not in self.values:
            raise RuleError("field.bad", field="reply")
        return value

    def choice(self, value: str) -> Choice | None:
        """Return the choice of a code, None where it is a usual one or words."""
        return next((choice for choice in self.choices if choice.code == value), None)

    def level_of(self, value: str) -> int | None:
        """Return the level that an answer asks for."""
        return (self.level or {}).get(value)

    def needs_of(self, value: str) -> tuple[str, ...]:
        """Return the capabilities that an answer asks for."""
        return tuple((self.needs or {}).get(value, ()))

    def mark_of(self, value: str) -> str:
        """Return the flag of the sheet that an answer sets, "" none."""
        return (self.marks or {}).get(value, "")


class Headed(Protocol):
    """What choosing a checklist needs to know of one."""

    @property
    def id(self) -> str: ...
    @property
    def code(self) -> str: ...
    @property
    def version(self) -> int: ...
    @property
    def made_at(self) -> int: ...
    @property
    def classes(self) -> Sequence[str]: ...
    @property
    def words(self) -> Sequence[str]: ...
    @property
    def retired(self) -> bool: ...


class Checklist(Entity):
    """One version of a checklist; a change makes a new version, so that a sheet keeps the one it began with."""

    __tablename__ = "checklist"
    __table_args__ = (Index("ix_checklist_code", "code", "version"),)

    code: Mapped[str]
    version: Mapped[int]
    name: Mapped[str]
    name_en: Mapped[str] = mapped_column(default="")
    # Codes of incident classes, or of their groups; words of the report that it needs besides, "" in none.
    classes: Mapped[list[str]] = mapped_column(default=list)
    words: Mapped[list[str]] = mapped_column(default=list)
    questions: Mapped[list[dict[str, Any]]] = mapped_column(default=list)
    author: Mapped[str] = mapped_column(default="")
    made_at: Mapped[int]
    retired: Mapped[bool] = mapped_column(default=False)

    def question(self, code: str) -> Question:
        """Return one of its questions; RuleError `question.unknown`."""
        found = next((one for one in self.questions if one["code"] == code), None)
        if found is None:
            raise RuleError("question.unknown", question=code)
        return question_of(found)


def question_of(kept: Mapping[str, Any]) -> Question:
    """Return the question that a row keeps."""
    values = {**kept, "step": Step(kept["step"]), "kind": QuestionKind(kept["kind"])}
    values["choices"] = tuple(Choice(**choice) for choice in kept.get("choices", ()))
    return Question(**values)


def kept(question: Question) -> dict[str, Any]:
    """Return a question as a row keeps it."""
    values = asdict(question)
    values["choices"] = list(values["choices"])
    values["needs"] = {said: list(of) for said, of in (question.needs or {}).items()}
    plain = {
        name: value for name, value in values.items() if value not in (None, "", [], {}, False)
    }
    return {**plain, "step": question.step.value, "kind": question.kind.value}


def current(some: Iterable[Headed]) -> dict[str, Any]:
    """Return the newest version of each checklist that is in use, by code."""
    newest: dict[str, Headed] = {}
    for one in some:
        known = newest.get(one.code)
        if known is None or order(known) < order(one):
            newest[one.code] = one
    return {code: one for code, one in sorted(newest.items()) if not one.retired}


def order(one: Headed) -> tuple[int, int, str]:
    """Return the sort key of versions: the same on every seat, also where two made one at a time."""
    return one.version, one.made_at, one.id


def chosen(some: Iterable[Headed], class_code: str, text: str) -> Any:
    """Return which of the current checklists belongs to a report, None where none does.

    The class decides, and among the checklists of one class the words of the report; before there is a class the
    words alone may.
    """
    best, most = None, (0, 0, 0)
    for one in current(some).values():
        hits = sum(word in text for word in one.words)
        near = max((len(code) for code in one.classes if class_code.startswith(code)), default=0)
        fits = bool(near) if class_code else hits > 0
        if not fits or (one.words and not hits):
            continue
        # A checklist that its words call for is nearer than one for the whole class.
        rank = (1 if hits else 0, near, hits)
        if rank > most:
            best, most = one, rank
    return best


class EntryLike(Protocol):
    """What reading answers needs to know of a line of the timeline."""

    @property
    def code(self) -> str: ...
    @property
    def params(self) -> Mapping[str, Any]: ...
    @property
    def text(self) -> str: ...


def answers(entries: Iterable[EntryLike]) -> dict[str, str]:
    """Return the newest answer to each question, of a timeline in its order; what was taken back is none."""
    found: dict[str, str] = {}
    for entry in entries:
        if entry.code == ANSWERED:
            question = str(entry.params.get("question", ""))
            value = entry.text or str(entry.params.get("value", ""))
            found.pop(question, None)
            if value:
                found[question] = value
    return found


def fitting(question: Question, given: Mapping[str, str]) -> str:
    """Return the answer to a question, "" none; one that another checklist took otherwise does not count."""
    value = given.get(question.code, "")
    if question.kind is QuestionKind.TEXT or value in question.values:
        return value
    return ""


def asked_for(questions: Iterable[Question], given: Mapping[str, str]) -> tuple[str, ...]:
    """Return the capabilities that answers ask for, each once, in order."""
    found = (need for one in questions for need in one.needs_of(fitting(one, given)))
    return tuple(dict.fromkeys(found))


def unasked(
    questions: Iterable[Question], given: Mapping[str, str], step: Step
) -> tuple[Question, ...]:
    """Return the questions of a step that must be asked and have no answer."""
    return tuple(
        one for one in questions if one.must and one.step is step and not fitting(one, given)
    )


def code_fit(code: str) -> str:
    """Return a code fit to be kept; RuleError `field.bad` where it is no plain word."""
    plain = clean("code", code)
    if not plain.isascii() or not plain.replace("_", "").isalnum():
        raise RuleError("field.bad", field="code")
    return plain
