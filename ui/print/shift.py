"""The summary for the next shift (交接班) on paper: what is open, who is where, the counts of the last hours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from models.board import IncidentCard, UnitCard
from models.promise import Promise
from models.state import OPEN_ORDER
from services.reporting import Figures, Share
from ui.incident import call_sign, crew_hint, level_text, place_text
from ui.language import QT_TRANSLATE_NOOP
from ui.moment import full_time_of, span_of
from ui.print.context import Context, foot, say
from ui.print.happenings import table
from ui.print.paper import Block, Fact, Facts, Paper, Row, Table
from ui.wording import state_name

HOUR = 3_600_000
SHIFT_MS = 12 * HOUR
SECRET = QT_TRANSLATE_NOOP("Paper", "（保密）")
LATE = "⚠"


def shift_paper(
    found: Figures, context: Context, promised: Callable[[IncidentCard], Promise]
) -> Paper:
    """Return the summary of the shift that ends now; secret sheets do not say where."""
    units = context.board.all(UnitCard).values()
    drill = say(QT_TRANSLATE_NOOP("Paper", "演练")) if any(unit.drill for unit in units) else ""
    parts: list[Block | None] = [
        counts(found, context),
        open_sheets(context, promised),
        busy_units(context),
        duties(context),
    ]
    return Paper(
        title=say(QT_TRANSLATE_NOOP("Paper", "漳州110 交接班表")),
        code="",
        marks=drill,
        blocks=tuple(part for part in parts if part is not None),
        foot=foot(context),
        across=drill,
        signers=(
            say(QT_TRANSLATE_NOOP("Paper", "交班人")),
            say(QT_TRANSLATE_NOOP("Paper", "接班人")),
        ),
    )


def counts(found: Figures, context: Context) -> Facts:
    """Return the counts of the span."""
    since = full_time_of(context.at - SHIFT_MS)
    span = f"{since} – {full_time_of(context.at)}"
    numbers = (
        (QT_TRANSLATE_NOOP("Paper", "来电"), str(found.calls)),
        (QT_TRANSLATE_NOOP("Paper", "警单"), str(found.sheets)),
        (QT_TRANSLATE_NOOP("Paper", "派警的警单"), str(found.dispatched)),
        (QT_TRANSLATE_NOOP("Paper", "已处结"), str(found.closed)),
        (QT_TRANSLATE_NOOP("Paper", "五分钟内到场"), shared(found.arrived_within_5min)),
        (QT_TRANSLATE_NOOP("Paper", "十分钟内到场"), shared(found.arrived_within_10min)),
    )
    facts = [Fact(say(QT_TRANSLATE_NOOP("Paper", "时段")), span, wide=True)]
    facts += [Fact(say(name), value) for name, value in numbers]
    return Facts(say(QT_TRANSLATE_NOOP("Paper", "最近十二小时")), tuple(facts))


def shared(share: Share) -> str:
    """Return a count with its part in a hundred."""
    return str(share.count) if share.share is None else f"{share.count} ({share.share:.0%})"


def open_sheets(context: Context, promised: Callable[[IncidentCard], Promise]) -> Table | None:
    """Return the sheets that the next shift takes over, the one due first on top."""
    sheets = sorted(context.board.all(IncidentCard).values(), key=lambda card: promised(card).at)
    rows = []
    for card in sheets:
        left = promised(card).left(context.at)
        owing = sum(order.state in OPEN_ORDER for order in card.orders)
        waits = say(QT_TRANSLATE_NOOP("Paper", "待联动答复 {count}")).format(count=owing)
        state = state_name(card.state.value)
        rows.append(
            Row(
                (
                    card.number,
                    level_text(card),
                    context.trade.class_name(card.class_code),
                    say(SECRET) if card.secret else place_text(card),
                    f"{state} {waits}" if owing else state,
                    f"{LATE} {span_of(left)}" if left < 0 else span_of(left),
                    crew_hint(card, context.board),
                )
            )
        )
    title = QT_TRANSLATE_NOOP("Paper", "未处结警单")
    heads = QT_TRANSLATE_NOOP("Paper", "警单编号|级别|类别|地址|状态|余时|警力")
    return table(title, heads, (20, 7, 14, 25, 11, 9, 14), rows)


def busy_units(context: Context) -> Table | None:
    """Return the units that are on a job, with the sheet and since when."""
    rows = []
    for unit in sorted(context.board.all(UnitCard).values(), key=lambda it: it.call_sign):
        if unit.job is None:
            continue
        sheet = context.board.get(IncidentCard, unit.job.incident_id)
        number = sheet.number if sheet else ""
        since = full_time_of(unit.status_since)
        sign = call_sign(unit.id, context.board)
        rows.append(Row((sign, unit.leader, state_name(unit.status), since, number)))
    title = QT_TRANSLATE_NOOP("Paper", "在办警力")
    heads = QT_TRANSLATE_NOOP("Paper", "警力|带班|状态|自|警单编号")
    return table(title, heads, (16, 16, 18, 24, 26), rows)


def duties(context: Context) -> Table | None:
    """Return how many units are in which state."""
    found = Counter(unit.status for unit in context.board.all(UnitCard).values())
    rows = [Row((state_name(status), str(count))) for status, count in found.most_common()]
    title = QT_TRANSLATE_NOOP("Paper", "警力状态")
    return table(title, QT_TRANSLATE_NOOP("Paper", "状态|警力数"), (50, 50), rows)
