"""The plain sentence of a candidate: why it stands where it stands, when it can be there, what it costs, what is wrong."""

from __future__ import annotations

from services.recommending.candidate import Arrival, Candidate, Ground, Lack, Shortfall
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.moment import span_of

FIRST = {
    Ground.ONLY: QT_TRANSLATE_NOOP("Advice", "唯一可派"),
    Ground.FIT: QT_TRANSLATE_NOOP("Advice", "符合预案要求"),
    Ground.PLACE: QT_TRANSLATE_NOOP("Advice", "位置已知"),
    Ground.FREE: QT_TRANSLATE_NOOP("Advice", "空闲"),
    Ground.SOONER: QT_TRANSLATE_NOOP("Advice", "最快，早 {span}"),
    Ground.BEAT: QT_TRANSLATE_NOOP("Advice", "时间相当，本警区"),
    Ground.AREA: QT_TRANSLATE_NOOP("Advice", "时间相当，本辖区"),
    Ground.WORK: QT_TRANSLATE_NOOP("Advice", "时间相当，少派 {count} 次"),
    Ground.REST: QT_TRANSLATE_NOOP("Advice", "时间相当，已休息"),
    Ground.SIGN: QT_TRANSLATE_NOOP("Advice", "条件相同，按呼号"),
}
AFTER = {
    Ground.ONLY: QT_TRANSLATE_NOOP("Advice", "唯一可派"),
    Ground.FIT: QT_TRANSLATE_NOOP("Advice", "不符合预案要求"),
    Ground.PLACE: QT_TRANSLATE_NOOP("Advice", "位置不明，排后"),
    Ground.FREE: QT_TRANSLATE_NOOP("Advice", "在警，排后"),
    Ground.SOONER: QT_TRANSLATE_NOOP("Advice", "比上一支晚 {span}"),
    Ground.BEAT: QT_TRANSLATE_NOOP("Advice", "时间相当，非本警区"),
    Ground.AREA: QT_TRANSLATE_NOOP("Advice", "时间相当，非本辖区"),
    Ground.WORK: QT_TRANSLATE_NOOP("Advice", "时间相当，多派 {count} 次"),
    Ground.REST: QT_TRANSLATE_NOOP("Advice", "时间相当，休息不足"),
    Ground.SIGN: QT_TRANSLATE_NOOP("Advice", "条件相同，按呼号"),
}
WRONG = {
    Lack.CAPABILITY: QT_TRANSLATE_NOOP("Advice", "没有预案要的能力"),
    Lack.CREW: QT_TRANSLATE_NOOP("Advice", "不足 {count} 人"),
    Lack.STALE: QT_TRANSLATE_NOOP("Advice", "位置是 {span} 前的"),
    Lack.PLACE: QT_TRANSLATE_NOOP("Advice", "位置不明"),
    Lack.CLEARING: QT_TRANSLATE_NOOP("Advice", "在处警，预计 {span} 后可用"),
    Lack.ENGAGED: QT_TRANSLATE_NOOP("Advice", "在赴另一警情，须改派"),
    Lack.TIRED: QT_TRANSLATE_NOOP("Advice", "刚处完警，近来第 {count} 次"),
}
THERE = QT_TRANSLATE_NOOP("Advice", "{span} 到（{low}–{high}）")
ABOUT = QT_TRANSLATE_NOOP("Advice", "估 {span} 到（{low}–{high}）")
COST = QT_TRANSLATE_NOOP("Advice", "{minutes} 分钟覆盖降 {points} 点")
BETWEEN = QT_TRANSLATE_NOOP("Advice", "；")


def sentence(candidate: Candidate, minutes: int) -> str:
    """Return everything that is to be said of a candidate; `minutes` is the standard of its coverage."""
    parts = [why_text(candidate), arrival_text(candidate.arrival), cost_text(candidate, minutes)]
    parts += [lack_text(one) for one in candidate.shortfalls]
    return translate("Advice", BETWEEN).join(part for part in parts if part)


def why_text(candidate: Candidate) -> str:
    """Return why it stands where it stands."""
    words = FIRST if candidate.rank == 1 else AFTER
    why = candidate.why
    return translate("Advice", words[why.ground]).format(
        span=span_text(why.number), count=round(why.number)
    )


def arrival_text(arrival: Arrival | None) -> str:
    """Return when it can be there, with the band, 估 where that is a straight line; "" where nobody knows."""
    if arrival is None:
        return ""
    return translate("Advice", ABOUT if arrival.estimated else THERE).format(
        span=span_text(arrival.seconds), low=span_text(arrival.low), high=span_text(arrival.high)
    )


def cost_text(candidate: Candidate, minutes: int) -> str:
    """Return by how many percentage points the city's coverage falls; "" where it does not, or is not known."""
    points = round((candidate.drop or 0.0) * 100, 1)
    if not points:
        return ""
    return translate("Advice", COST).format(minutes=minutes, points=f"{points:.1f}")


def lack_text(one: Shortfall) -> str:
    """Return one thing that is wrong."""
    return translate("Advice", WRONG[one.lack]).format(
        span=span_text(one.number), count=round(one.number)
    )


def span_text(seconds: float) -> str:
    """Return seconds as M:SS."""
    return span_of(round(seconds) * 1000)
