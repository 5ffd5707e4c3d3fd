"""By when a linked body has to sign, to be there and to answer."""

from __future__ import annotations

from collections.abc import Mapping

from models.deadline import Due
from models.duty import minute_of_day
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.moment import full_time_of

STEPS = {
    "sign": QT_TRANSLATE_NOOP("Due", "{at} 前签收"),
    "arrive": QT_TRANSLATE_NOOP("Due", "{at} 前到场"),
    "feed_back": QT_TRANSLATE_NOOP("Due", "{at} 前反馈"),
}
LIMITS = QT_TRANSLATE_NOOP("Due", "时限 · {limits}")
BETWEEN = " · "
UNKNOWN = QT_TRANSLATE_NOOP(
    "Due", "⚠ {year} 年的节假日安排还没有导入，工作日只按周末推算。请导入 holiday 词典。"
)


def due_text(dues: Mapping[str, Due]) -> str:
    """Return the limits as one sentence, "" where there are none; with a warning where a calendar is not known.

    A limit that ends at midnight is that of the day before: 23:59.
    """
    if not dues:
        return ""
    parts = [
        translate("Due", STEPS[step]).replace("{at}", full_time_of(shown(due.at))[5:16])
        for step, due in dues.items()
    ]
    told = translate("Due", LIMITS).replace("{limits}", BETWEEN.join(parts))
    years = {due.unknown for due in dues.values() if due.unknown is not None}
    warnings = [translate("Due", UNKNOWN).replace("{year}", str(year)) for year in sorted(years)]
    return "\n".join([told, *warnings])


def shown(at: int) -> int:
    """Return an instant as people name it: midnight as the last minute of the day that it ends."""
    return at if minute_of_day(at) else at - 1
