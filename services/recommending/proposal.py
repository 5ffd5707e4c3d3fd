"""The proposal: who answers what a response plan wants, of those who may be offered, and what nobody answers."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from models.board import Board, IncidentCard, UnitCard
from models.plan import Demand, Filled, Plan, Tier, filled, highest, up_to
from models.state import Duty
from services.recommending.candidate import Ranking
from services.recommending.standing import Standing


@dataclass(frozen=True, slots=True)
class Proposal:
    """What to send next by a plan: the alarm level it brings about, what is still wanted and by whom it is answered.

    `tier` is 0 where the plan wants nothing more. `unit_ids` are the units to send in the order of the ranking: the first
    leads. `standby` says who would stand by; nobody is sent for that.
    """

    plan: Plan | None
    tier: int
    filled: tuple[Filled, ...] = ()
    standby: tuple[Filled, ...] = ()
    unit_ids: tuple[str, ...] = ()

    @property
    def missing(self) -> tuple[tuple[Demand, int], ...]:
        """What nobody answers, and how many of it."""
        return tuple((one.demand, one.missing) for one in self.filled if one.missing)


def wanted_now(plan: Plan | None, incident: IncidentCard, board: Board) -> tuple[int, Tier]:
    """Return the alarm level that holds (the first where none was called) and what is still wanted for it; (0, ()) nothing."""
    tier = max(incident.alarm, 1)
    wanted = still_wanted(up_to(plan, tier), under_way(incident, board)) if plan is not None else ()
    return (tier, wanted) if wanted else (0, ())


def wanted_next(plan: Plan | None, incident: IncidentCard, board: Board) -> tuple[int, Tier]:
    """Return the next alarm level at which more is wanted than is under way, and what; (0, ()) where there is none."""
    there = under_way(incident, board)
    for tier in range(incident.alarm + 1, highest(plan) + 1 if plan is not None else 0):
        wanted = still_wanted(up_to(plan, tier), there) if plan is not None else ()
        if wanted:
            return tier, wanted
    return 0, ()


def under_way(incident: IncidentCard, board: Board) -> list[UnitCard]:
    """Return the units that are sent to an incident, in the order they were."""
    units = (board.get(UnitCard, line.unit_id) for line in incident.active)
    return [unit for unit in units if unit is not None]


def still_wanted(wanted: Tier, there: Sequence[UnitCard]) -> Tier:
    """Return what the units under way leave open."""
    return tuple(
        Demand(one.demand.wanted, one.demand.crew, one.missing)
        for one in filled(wanted, there)
        if one.missing
    )


def propose(
    plan: Plan | None, wanted: tuple[int, Tier], board: Board, ranking: Ranking
) -> Proposal:
    """Return whom to send for what is wanted at an alarm level: free units in the order of the ranking.

    Nobody is proposed of whom it is not known when they can be there.
    """
    tier, open_demands = wanted
    free = [it for it in ranking.candidates if it.standing is Standing.FREE]
    units = cards(board, [it.unit_id for it in free if it.arrival is not None])
    found = filled(open_demands, units)
    sent = {id for one in found for id in one.unit_ids}
    rest = [unit for unit in units if unit.id not in sent]
    standby = filled(plan.standby, rest) if plan is not None and tier else ()
    order = tuple(unit.id for unit in units if unit.id in sent)
    return Proposal(plan, tier, found, standby, order)


def cards(board: Board, ids: Sequence[str]) -> list[UnitCard]:
    """Return the units of keys that are on the board."""
    return [unit for id in ids if (unit := board.get(UnitCard, id)) is not None]


def proposed_ids(proposal: Proposal, ranking: Ranking, many: int) -> list[str]:
    """Return the units proposed: by the plan, or where it wants nothing more so many of the best."""
    known = [it.unit_id for it in ranking.candidates if it.arrival is not None]
    return list(proposal.unit_ids) or known[:many]


def overridden(
    proposal: Proposal, ranking: Ranking, chosen: Collection[str]
) -> tuple[str, str] | None:
    """Return the unit that was chosen and the one proposed that was left out for it, None where nothing was overridden.

    More than the proposal, or less, is nobody's override; nor is anything while nobody is known to be nearer than others.
    """
    proposed = proposed_ids(proposal, ranking, len(chosen))
    others = [id for id in chosen if id not in proposed]
    left_out = [id for id in proposed if id not in chosen]
    return (others[0], left_out[0]) if others and left_out else None


@dataclass(frozen=True, slots=True)
class Gap:
    """What of a plan's alarm level the fleet cannot answer: 0 is the standby."""

    plan: Plan
    tier: int
    demand: Demand
    missing: int


def gaps(plans: Sequence[Plan], units: Sequence[UnitCard]) -> list[Gap]:
    """Return what the plans want and the units on duty could not give, even if none of them were busy."""
    fleet = sorted((unit for unit in units if unit.duty is not Duty.OFFLINE), key=lambda it: it.id)
    found: list[Gap] = []
    for plan in plans:
        for tier in range(1, highest(plan) + 1):
            missing = still_wanted(up_to(plan, tier), fleet)
            before = {gap.demand.wanted for gap in found if gap.plan is plan}
            found += [
                Gap(plan, tier, one, one.count) for one in missing if one.wanted not in before
            ]
    return found
