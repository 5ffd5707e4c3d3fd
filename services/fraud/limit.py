"""How long things may take when money is going away; settings in the dictionary `fraud_limit`, none an official rule."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.deadline import UNITS, Span, read_span
from models.errors import RuleError
from models.term import Term
from services.context import local_day

LIMIT = "fraud_limit"
DAY_MS = 24 * UNITS["h"]
# From the report to the sending; to the warning before that; from the stop to the end of the hold.
SUBMIT, WARN, HOLD = "submit", "warn", "hold"
USUAL = {SUBMIT: 30 * UNITS["m"], WARN: 25 * UNITS["m"], HOLD: 48 * UNITS["h"]}


def limit(session: Session, code: str, at: int) -> int:
    """Return a limit in ms as it stands at an instant; the usual one where the dictionary says none."""
    day = local_day(at)
    query = select(Term).where(Term.dictionary == LIMIT, Term.code == code)
    for term in session.scalars(query.order_by(Term.valid_from.desc())):
        text = str(term.extra.get("within", ""))
        if term.valid_from <= day and (not term.valid_to or day < term.valid_to):
            return limit_of(code, text)
    return USUAL[code]


def limit_of(code: str, text: str) -> int:
    """Return a limit in ms as its dictionary writes it; the usual one where that says nothing that can be read."""
    try:
        return span_ms(read_span(text))
    except RuleError:
        return USUAL[code]


def span_ms(span: Span) -> int:
    """Return a span in ms; money does not wait for working days: a day has 24 hours here."""
    return span.count * UNITS.get(span.unit, DAY_MS)
