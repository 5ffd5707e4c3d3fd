"""`report gaps` and `report regret`: what of the response plans the fleet cannot give, what choices of units cost."""

from __future__ import annotations

from argparse import Namespace
from typing import TextIO

from models.board import TermCard, UnitCard
from models.errors import TroubleError
from models.plan import PLAN, demand_text
from services.context import local_day
from services.database import Database, wall_ms
from services.hindsight import regrets
from services.planning import plans_of
from services.recommending.proposal import gaps
from ui.terminal.arguments import store_path
from ui.terminal.wording import Wording

HOUR = 3_600_000
DONE, GAPS = 0, 1


def opened(parsed: Namespace) -> Database:
    """Return the store that is there; TroubleError `store.missing`."""
    path = store_path(parsed)
    if not path.exists():
        raise TroubleError("store.missing", path=str(path))
    return Database(path)


def run_gaps(parsed: Namespace, say: Wording, out: TextIO) -> int:
    """Print what the plans of today want and the units on duty could not give; exit status 1 where there is any."""
    database = opened(parsed)
    try:
        board = database.board()
    finally:
        database.close()
    day = local_day(wall_ms())
    terms = board.all(TermCard).values()
    held = [term for term in terms if term.dictionary == PLAN and term.holds_on(day)]
    plans, unread = plans_of(sorted(held, key=lambda term: term.code))
    out.writelines(say("gaps.unread", plan=code) + "\n" for code in unread)
    found = gaps(plans, list(board.all(UnitCard).values()))
    for gap in found:
        name = gap.plan.name if say.language == "zh" else gap.plan.name_en
        plan, missing = f"{gap.plan.code} {name}", demand_text(gap.demand)
        out.write(say("gaps.row", plan=plan, tier=gap.tier, missing=missing) + "\n")
    out.write(say("gaps.total", plans=len(plans), gaps=len(found)) + "\n")
    return GAPS if found or unread else DONE


def run_regret(parsed: Namespace, say: Wording, out: TextIO) -> int:
    """Print what the first orders of the sheets closed in the last hours cost against the best known then."""
    database = opened(parsed)
    end = wall_ms() + 1
    try:
        found = database.read(regrets, start=end - round(parsed.hours * HOUR), end=end)
    finally:
        database.close()
    for one in found:
        took = "-" if one.took is None else f"{one.took:.0f}"
        words = {"number": one.number, "unit": one.unit, "best": one.best, "took": took}
        seconds = {"estimate": round(one.estimate), "best_estimate": round(one.best_estimate)}
        out.write(say("regret.row", **words, **seconds, seconds=round(one.seconds)) + "\n")
    mean = sum(one.seconds for one in found) / len(found) if found else 0.0
    late = sum(one.seconds > 0 for one in found)
    out.write(say("regret.total", sheets=len(found), late=late, mean=f"{mean:.0f}") + "\n")
    return DONE
