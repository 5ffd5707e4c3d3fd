"""Response plans as the screen needs them: those of the dictionary on a day, and what they want in words."""

from __future__ import annotations

from collections.abc import Iterable

from models.board import IncidentCard
from models.plan import ANY, PLAN, Demand, Occasion, Plan, plan_for
from models.unit import UnitKind
from services.context import local_day
from services.planning import plans_of
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.moment import local
from ui.trade import Trade
from ui.wording import kind_name

ANYBODY = QT_TRANSLATE_NOOP("Plan", "任意警力")
CREW = QT_TRANSLATE_NOOP("Plan", "{what}（≥{crew} 人）")
COUNT = QT_TRANSLATE_NOOP("Plan", "{what} ×{count}")
BETWEEN = QT_TRANSLATE_NOOP("Plan", "、")
KINDS = frozenset(kind.value for kind in UnitKind)


def plans_on(trade: Trade, day: str) -> tuple[list[Plan], list[str]]:
    """Return the plans that hold on a day and the codes of those that cannot be read."""
    return plans_of(trade.terms(PLAN, day))


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
