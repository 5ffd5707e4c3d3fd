"""What others report in a drill: linked agencies on their orders, main crews on what they did."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from models.board import IncidentCard, OrderLine, TermCard, UnitCard
from models.form import form_book
from models.state import AssignmentState, IncidentState, OrderState
from services.closing import feed_back
from services.context import local_day
from services.database import Job
from services.drill.chance import seconds
from services.drill.script import fillings
from services.drill.stage import Stage
from services.linkage import arrive_order, feed_back_order, sign_order

SIGN_S, ARRIVE_S, ANSWER_S = (20, 150), (480, 1_500), (600, 2_400)
FEEDBACK_S = (20, 420)
ANSWER = "演练：已派员到场处理完毕。"

Bounds = tuple[float, float]
Fields = dict[str, Any]


def follow_order(stage: Stage, sheet: IncidentCard, order: OrderLine) -> None:
    """Plan an agency's next step at its order."""
    key, dice = ("order", order.id), stage.dice(sheet, order.agency_id, order.state.value)
    steps: dict[
        OrderState, tuple[int | None, Bounds, Callable[..., Any], tuple[Any, ...], Fields]
    ] = {
        OrderState.SENT: (order.sent_at, SIGN_S, sign_order, (), {"signer": "演练联动值班"}),
        OrderState.SIGNED: (order.signed_at, ARRIVE_S, arrive_order, (), {}),
        OrderState.ARRIVED: (order.arrived_at, ANSWER_S, feed_back_order, (ANSWER,), {}),
    }
    if order.state not in steps:
        stage.agenda.drop(key)
        return
    since, bounds, command, args, fields = steps[order.state]

    def report(now: int) -> Iterator[Job]:
        seen = stage.board.get(IncidentCard, sheet.id)
        if seen is None or order not in seen.orders:
            stage.agenda.drop(key)
        else:
            yield Job(command, (order.id, *args), now, order.agency_id, dict(fields))

    at = (since or order.sent_at) + seconds(dice, *bounds)
    stage.agenda.plan(key, order.state, max(at, stage.now), report)


def follow_handled(stage: Stage, sheet: IncidentCard) -> None:
    """Let the crew that finished first feed back once all are done."""
    key = ("report", sheet.id)
    done = [line for line in sheet.assignments if line.state is AssignmentState.FINISHED]
    if sheet.state is not IncidentState.HANDLED or sheet.fed_back or not done:
        stage.agenda.drop(key)
        return
    line = min(done, key=lambda it: (it.finished_at or 0, it.unit_id))
    unit = stage.board.get(UnitCard, line.unit_id)
    scene, dice = stage.scene_of(sheet), stage.dice(sheet, "feedback")
    last = max(it.finished_at or 0 for it in done)
    at = last + seconds(dice, *FEEDBACK_S)
    text = dice.choice(scene.done).format(**fillings(dice, stage.script.words))
    class_code, result = sheet.class_code or scene.code, stage.result_of(sheet)
    fields = {
        "class_code": class_code,
        "result": result,
        "narrative": text,
        "assignment_id": line.id,
        "vehicles": len(done),
        "persons": 2 * len(done),
        "officer": f"演练{unit.call_sign}" if unit else "演练",
        "particulars": particulars(stage, class_code, result),
    }

    def report(now: int) -> Iterator[Job]:
        yield Job(feed_back, (sheet.id,), now, unit.call_sign if unit else "演练", fields)

    stage.agenda.plan(key, ("feedback", sheet.reopened), max(at, stage.now), report)


def particulars(stage: Stage, class_code: str, result: str) -> Fields:
    """Return the answers without which the feedback of a class with a result would be refused."""
    book = form_book(stage.board.all(TermCard).values(), local_day(stage.now))
    return book.least(class_code, result)
