"""The form of a feedback sheet: what each incident class asks for and which results go with what; all of it is terms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol

from models.errors import RuleError
from models.incident import checked_tags
from models.text import LONG, clean

FIELD, CHOICE, CLASS, RESULT = "feedback_field", "feedback_choice", "incident_class", "result"
DICTIONARIES = (FIELD, CHOICE, CLASS, RESULT)
GENERAL = "general"
MOST = 10**15  # a loss in fen may be large; more is a slip


class FieldKind(StrEnum):
    """What a field holds.

    Money is whole fen, a choice the code of a term, a time Unix ms, a point [lon, lat] (degrees, WGS-84).
    """

    TEXT = "text"
    LONG = "long"
    COUNT = "count"
    MONEY = "money"
    CHOICE = "choice"
    FLAG = "flag"
    TIME = "time"
    POINT = "point"
    TAGS = "tags"


class TermLike(Protocol):
    """What a term and its card have in common."""

    @property
    def dictionary(self) -> str: ...
    @property
    def code(self) -> str: ...
    @property
    def parent(self) -> str: ...
    @property
    def valid_from(self) -> str: ...
    @property
    def valid_to(self) -> str: ...
    @property
    def extra(self) -> Any: ...


@dataclass(frozen=True, slots=True)
class FormField:
    """One field: the forms that have it, those that need it, and the codes it may have if it is a choice."""

    code: str
    kind: FieldKind
    order: int
    forms: frozenset[str]
    needed_in: frozenset[str]
    choices: tuple[str, ...] = ()

    def checked(self, value: Any) -> Any:
        """Return a value fit for this field; RuleError `field.bad` or a text error otherwise."""
        if self.kind in (FieldKind.COUNT, FieldKind.MONEY):
            good = type(value) is int and 0 <= value <= MOST
        elif self.kind is FieldKind.FLAG:
            good = isinstance(value, bool)
        elif self.kind is FieldKind.CHOICE:
            good = value in self.choices
        elif self.kind is FieldKind.TIME:
            good = type(value) is int and value > 0
        elif self.kind is FieldKind.POINT:
            good = is_point(value)
        elif self.kind is FieldKind.TAGS:
            return checked_tags(value)
        else:
            good = isinstance(value, str)
        if not good:
            raise RuleError("field.bad", field=self.code)
        if self.kind is FieldKind.LONG:
            return clean(self.code, value, LONG)
        return clean(self.code, value) if self.kind is FieldKind.TEXT else value


def is_point(value: Any) -> bool:
    """Tell whether a value is [lon, lat] in degrees on the earth."""
    if not isinstance(value, list) or len(value) != 2:
        return False
    lon, lat = value
    plain = all(type(part) in (int, float) for part in value)
    return plain and abs(lon) <= 180 and abs(lat) <= 90


@dataclass(frozen=True, slots=True)
class ResultRule:
    """What goes with a result: fields it needs, fields it rules out, and whether the class's needs are waived."""

    needs: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    waives: bool = False


@dataclass(frozen=True, slots=True)
class FormBook:
    """Every form of a day; an empty book asks for nothing and refuses nothing."""

    fields: Mapping[str, FormField] = field(default_factory=dict)
    form_of: Mapping[str, str] = field(default_factory=dict)
    rules: Mapping[str, ResultRule] = field(default_factory=dict)

    def asked(self, class_code: str) -> tuple[FormField, ...]:
        """Return the fields of a class's own form, in order."""
        form = self.form_of.get(class_code)
        return self._in_order(one for one in self.fields.values() if form in one.forms)

    def general(self, class_code: str) -> tuple[FormField, ...]:
        """Return the fields of every feedback sheet that the class's own form has not, in order."""
        own = {one.code for one in self.asked(class_code)}
        return self._in_order(
            one for one in self.fields.values() if GENERAL in one.forms and one.code not in own
        )

    def needed(self, class_code: str, result: str = "") -> tuple[str, ...]:
        """Return the codes of what must be filled for a class with a result, in order."""
        rule = self.rules.get(result, ResultRule())
        form = self.form_of.get(class_code)
        own = () if rule.waives else [f.code for f in self.asked(class_code) if form in f.needed_in]
        return tuple(dict.fromkeys((*own, *rule.needs)))

    def check(self, class_code: str, result: str, given: Mapping[str, Any]) -> dict[str, Any]:
        """Return the particulars after checking them against class and result.

        `given` holds every filled field by code. RuleErrors: `feedback.not_asked`, `feedback.incomplete`,
        `feedback.needs`, `feedback.excludes`, `field.bad`.
        """
        if not self.fields:
            return dict(given)
        allowed = {one.code for one in (*self.asked(class_code), *self.general(class_code))}
        kept = {}
        for code, value in given.items():
            if code not in allowed:
                raise RuleError("feedback.not_asked", field=code, class_code=class_code)
            kept[code] = self.fields[code].checked(value)
        rule = self.rules.get(result, ResultRule())
        self._check_filled(class_code, result, kept, rule)
        for code in rule.excludes:
            if kept.get(code):
                raise RuleError("feedback.excludes", field=code, result=result)
        return kept

    def least(self, class_code: str, result: str) -> dict[str, Any]:
        """Return an answer to everything that must be filled: the first choice, one of a kind, a dash."""
        plain: Mapping[FieldKind, Any] = {
            FieldKind.COUNT: 1,
            FieldKind.MONEY: 100,
            FieldKind.FLAG: True,
            FieldKind.TIME: 1,
            FieldKind.POINT: [0.0, 0.0],
            FieldKind.TAGS: ["—"],
        }
        known = [self.fields[c] for c in self.needed(class_code, result) if c in self.fields]
        return {
            one.code: one.choices[0] if one.choices else plain.get(one.kind, "—") for one in known
        }

    def _check_filled(
        self, class_code: str, result: str, kept: Mapping[str, Any], rule: ResultRule
    ) -> None:
        empty = [code for code in rule.needs if not kept.get(code)]
        if empty:
            raise RuleError("feedback.needs", missing=",".join(empty), result=result)
        # Nought is an answer to "how many"; it is none to what a result is about.
        missing = [c for c in self.needed(class_code, result) if kept.get(c) in (None, "")]
        if missing:
            raise RuleError("feedback.incomplete", missing=",".join(missing), class_code=class_code)

    def _in_order(self, fields: Iterable[FormField]) -> tuple[FormField, ...]:
        return tuple(sorted(fields, key=lambda one: (one.order, one.code)))


def form_book(terms: Iterable[TermLike], day: str) -> FormBook:
    """Return the forms that hold on an ISO day."""
    by_name: dict[str, dict[str, TermLike]] = {name: {} for name in DICTIONARIES}
    for term in terms:
        if term.dictionary in by_name and holds_on(term, day):
            by_name[term.dictionary][term.code] = term
    classes = by_name[CLASS]
    forms = {code: own_form(term, classes) for code, term in classes.items()}
    return FormBook(
        fields={code: form_field(it, by_name[CHOICE]) for code, it in by_name[FIELD].items()},
        form_of={code: form for code, form in forms.items() if form},
        rules={code: result_rule(term) for code, term in by_name[RESULT].items()},
    )


def holds_on(term: TermLike, day: str) -> bool:
    """Tell whether a term is valid on an ISO day."""
    return term.valid_from <= day and (not term.valid_to or day < term.valid_to)


def own_form(term: TermLike, classes: Mapping[str, TermLike]) -> str:
    """Return the form of a class: its own, else that of its group, else none."""
    form = dict(term.extra).get("form", "")
    group = classes.get(term.parent)
    return form or (dict(group.extra).get("form", "") if group else "")


def form_field(term: TermLike, choices: Mapping[str, TermLike]) -> FormField:
    """Return the field of a term; a kind that nobody knows is a line of text."""
    extra = dict(term.extra)
    kind, order = extra.get("kind", ""), extra.get("order", "")
    return FormField(
        code=term.code,
        kind=FieldKind(kind) if kind in set(FieldKind) else FieldKind.TEXT,
        order=int(order) if order.isdigit() else 999,
        forms=frozenset(extra.get("forms", GENERAL).split()),
        needed_in=frozenset(extra.get("needed", "").split()),
        choices=tuple(sorted(it.code for it in choices.values() if it.parent == term.code)),
    )


def result_rule(term: TermLike) -> ResultRule:
    """Return what goes with a result."""
    extra = dict(term.extra)
    return ResultRule(
        tuple(extra.get("needs", "").split()),
        tuple(extra.get("excludes", "").split()),
        extra.get("waives", "") == "yes",
    )
