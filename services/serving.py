"""What linked bodies are held to (办理时限), read from the dictionaries `service_limit` and `holiday`: all of it is settings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.deadline import REST, STEPS, WORK, Allowance, Allowances, Calendar, Terms, read_span
from models.errors import RuleError
from models.term import Term
from services.context import local_day

LIMIT, HOLIDAY = "service_limit", "holiday"


class Held(Protocol):
    """A term, of the store or of the board."""

    @property
    def dictionary(self) -> str:
        """The dictionary it belongs to."""

    @property
    def code(self) -> str:
        """Its code."""

    @property
    def valid_from(self) -> str:
        """The first day it holds."""

    @property
    def valid_to(self) -> str:
        """The first day it no longer holds, "" open."""

    @property
    def extra(self) -> Any:
        """Its additional columns."""


def terms_of(held: Iterable[Held], day: str) -> Terms:
    """Return what holds on a day (ISO) of the two dictionaries' terms.

    A limit that cannot be read says nothing: it was refused where it came in, and a call must not fail for it.
    """
    rules: dict[str, Allowance] = {}
    days: dict[str, set[str]] = {REST: set(), WORK: set()}
    for term in held:
        extra = dict(term.extra)
        if term.dictionary == HOLIDAY and extra.get("day_kind") in days and not term.valid_to:
            days[extra["day_kind"]].add(term.code)
        elif term.dictionary == LIMIT and holds(term, day):
            rules[term.code] = allowance(extra)
    return Terms(Allowances(rules), Calendar(frozenset(days[REST]), frozenset(days[WORK])))


def holds(term: Held, day: str) -> bool:
    """Tell whether a term is valid on a day."""
    return term.valid_from <= day and (not term.valid_to or day < term.valid_to)


def allowance(extra: Mapping[str, Any]) -> Allowance:
    """Return the limits of a term's columns `sign_within`, `arrive_within`, `feed_back_within`."""
    spans = {}
    for step in STEPS:
        text = str(extra.get(f"{step}_within", ""))
        try:
            spans[step] = read_span(text) if text else None
        except RuleError:
            spans[step] = None
    return Allowance(**spans)


def terms_at(session: Session, at: int) -> Terms:
    """Return what linked bodies are held to at an instant (Unix ms)."""
    held = session.scalars(select(Term).where(Term.dictionary.in_((LIMIT, HOLIDAY)))).all()
    return terms_of(held, local_day(at))
