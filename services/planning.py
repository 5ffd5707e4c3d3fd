"""Planning (预案): response plans as a store's dictionary has them, else those that ship."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from functools import cache

from models.board import TermCard
from models.errors import CodedError
from models.plan import PLAN, Plan, plan_of
from services.dictionary.shipped import FOLDER
from services.dictionary.term import read_terms

log = logging.getLogger(__name__)


def plans_of(terms: Iterable[TermCard]) -> tuple[list[Plan], list[str]]:
    """Return the plans of terms and the codes of those that cannot be read; the shipped ones where there are no terms."""
    plans, unread = [], []
    for term in terms:
        try:
            plans.append(plan_of(term.code, term.name, term.name_en, dict(term.extra)))
        except ValueError as error:
            log.warning("plan %s: %s", term.code, error)
            unread.append(term.code)
    return (plans, unread) if plans or unread else (list(shipped_plans()), [])


@cache
def shipped_plans() -> tuple[Plan, ...]:
    """Return the plans that come with the program; none where their file cannot be read."""
    try:
        rows, _refused = read_terms(FOLDER / f"{PLAN}.csv")
    except CodedError as error:
        log.warning("plans: %s", error)
        return ()
    return tuple(plan_of(row.code, row.name, row.name_en, row.extra) for row in rows)
