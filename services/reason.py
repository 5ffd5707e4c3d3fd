"""Reasons as they are given to commands: a code has to be one of its dictionary."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.errors import RuleError
from models.form import holds_on
from models.reason import Reason, cleaned
from models.term import Term
from services.context import local_day


def checked_reason(session: Session, dictionary: str, reason: Reason | str, *, at: int) -> Reason:
    """Return a reason fit to be kept; words alone may come as they are.

    RuleErrors: `text.empty` where nothing was said, `field.bad` where the dictionary has no such code on that day,
    those of texts.
    """
    given = cleaned(reason)
    if given.code:
        known = select(Term).where(Term.dictionary == dictionary, Term.code == given.code)
        if not any(holds_on(term, local_day(at)) for term in session.scalars(known)):
            raise RuleError("field.bad", field="reason")
    return given


def reason_told(reason: Reason) -> dict[str, Any]:
    """Return a reason as a line of the timeline keeps it."""
    return {"reason": reason.words or None, "reason_code": reason.code or None}
