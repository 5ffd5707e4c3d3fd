"""Response plans as the screen needs them: those of the dictionary on a day, and what they want in words."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from functools import cache

from models.board import IncidentCard
from models.errors import CodedError
from models.plan import ANY, PLAN, Demand, Occasion, Plan, plan_for, plan_of
from models.unit import UnitKind
from services.context import local_day
from services.dictionary.shipped import FOLDER
from services.dictionary.term import read_terms
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.moment import local
from ui.trade import Trade
from ui.wording import kind_name

log = logging.getLogger(__name__)
ANYBODY = QT_TRANSLATE_NOOP("Plan", "任意警力")
CREW = QT_TRANSLATE_NOOP("Plan", "{what}（≥{crew} 人）")
COUNT = QT_TRANSLATE_NOOP("Plan", "{what} ×{count}")
BETWEEN = QT_TRANSLATE_NOOP("Plan", "、")
KINDS = frozenset(kind.value for kind in UnitKind)


def plans_on(trade: Trade, day: str) -> tuple[list[Plan], list[str]]:
    """Return the plans that hold on a day and the codes of those that cannot be read; the shipped ones in a store without any."""
    plans, unread = [], []
    for term in trade.terms(PLAN, day):
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


def plan_at(trade: Trade, incident: IncidentCard, now: int) -> Plan | None:
    """Return the plan for an incident at an instant (ms)."""
    plans, _unread = plans_on(trade, local_day(now))
    moment, code = local(now), incident.class_code
    minute = moment.hour * 60 + moment.minute
    occasion = Occasion(code, trade.family(code), incident.level, incident.division, minute)
    return plan_for(plans, occasion)


def demands_text(some: Iterable[tuple[Demand, int]]) -> str:
    """Return what is wanted, and how many of each, in words."""
    return translate("Plan", BETWEEN).join(demand_text(one, count) for one, count in some)


def demand_text(one: Demand, count: int) -> str:
    """Return one demand in words: 船艇/水上（≥2 人） ×1."""
    what = "/".join(word_text(word) for word in one.wanted)
    if one.crew:
        what = translate("Plan", CREW).format(what=what, crew=one.crew)
    return translate("Plan", COUNT).format(what=what, count=count)


def word_text(word: str) -> str:
    """Return a kind of unit, a capability, or anybody, in words."""
    if word == ANY:
        return translate("Plan", ANYBODY)
    return kind_name(word) if word in KINDS else word
