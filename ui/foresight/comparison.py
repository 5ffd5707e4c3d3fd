"""Two choices side by side: means with 95 % intervals, and what may be said of the difference."""

from __future__ import annotations

from dataclasses import dataclass, field

from models.board import Card
from services.drill.foresight import Future
from services.drill.interval import Interval, interval
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.moment import span_of

ARRIVAL, LATE, RESPONSE = "arrival", "late", "response"
FIGURES = {
    ARRIVAL: QT_TRANSLATE_NOOP("Foresight", "本警情首支到场"),
    LATE: QT_TRANSLATE_NOOP("Foresight", "其余警情迟到（超过 {minutes} 分钟）"),
    RESPONSE: QT_TRANSLATE_NOOP("Foresight", "其余警情平均等候"),
}
ALIKE = QT_TRANSLATE_NOOP("Foresight", "{figure}：两种派法的差别在偶然波动之内，分不出高下。")
BETTER = QT_TRANSLATE_NOOP("Foresight", "{figure}：{choice} 较好，差 {apart}。")
FEW = QT_TRANSLATE_NOOP("Foresight", "推演次数太少，还不能下结论。")
NOBODY = QT_TRANSLATE_NOOP("Foresight", "{choice}：{count} 次推演中一小时内无人到场，按一小时计。")
POINTS = QT_TRANSLATE_NOOP("Foresight", "{points} 个百分点")
# Fewer pairs than this say nothing.
LEAST = 10
HOUR_S = 3600.0


@dataclass(frozen=True, slots=True)
class FigureRow(Card):
    """One figure of both choices and of their difference (first less second), None where nothing is known yet."""

    first: Interval | None
    second: Interval | None
    apart: Interval | None


@dataclass
class Comparison:
    """The futures of two choices by number; only numbers that both were played with count."""

    futures: tuple[dict[int, Future], dict[int, Future]] = field(default_factory=lambda: ({}, {}))

    def add(self, choice: int, number: int, future: Future) -> None:
        """Take one future."""
        self.futures[choice][number] = future

    @property
    def played(self) -> int:
        """How many futures there are, of both choices."""
        return len(self.futures[0]) + len(self.futures[1])

    @property
    def pairs(self) -> list[tuple[Future, Future]]:
        """The futures of both choices that have the same callers."""
        first, second = self.futures
        return [(first[it], second[it]) for it in sorted(first.keys() & second.keys())]

    def rows(self) -> list[FigureRow]:
        """Return the figures of what was played so far."""
        return [self._row(name) for name in FIGURES]

    def _row(self, name: str) -> FigureRow:
        pairs = [(value_of(one, name), value_of(two, name)) for one, two in self.pairs]
        if not pairs:
            return FigureRow(name, None, None, None)
        first, second = ([pair[side] for pair in pairs] for side in (0, 1))
        apart = [one - two for one, two in pairs]
        return FigureRow(name, interval(first), interval(second), interval(apart))

    def sentences(self, names: tuple[str, str], minutes: int) -> list[str]:
        """Return what may be said: which choice is better in what, or that it cannot be told."""
        pairs = self.pairs
        if len(pairs) < LEAST:
            return [translate("Foresight", FEW)] if pairs else []
        said = [verdict(row, names, minutes) for row in self.rows()]
        for side, name in enumerate(names):
            missed = sum(pair[side].arrival is None for pair in pairs)
            if missed:
                words = translate("Foresight", NOBODY)
                said.append(words.format(choice=name, count=missed))
        return said


def value_of(future: Future, name: str) -> float:
    """Return a figure of a future; where nobody came within the hour, the hour."""
    if name == ARRIVAL:
        return HOUR_S if future.arrival is None else future.arrival
    return future.late if name == LATE else future.response


def verdict(row: FigureRow, names: tuple[str, str], minutes: int) -> str:
    """Return the sentence of one figure; a difference counts only where its interval leaves zero out."""
    figure = figure_text(row, minutes)
    if row.apart is None or not row.apart.is_apart_from_zero:
        return translate("Foresight", ALIKE).format(figure=figure)
    better = names[0] if row.apart.mean < 0 else names[1]
    return translate("Foresight", BETTER).format(
        figure=figure, choice=better, apart=apart_text(row)
    )


def figure_text(row: FigureRow, minutes: int) -> str:
    """Return what a figure is called."""
    return translate("Foresight", FIGURES[row.id]).format(minutes=minutes)


def apart_text(row: FigureRow) -> str:
    """Return the size of a difference with its interval, without its sign."""
    if row.apart is None:
        return ""
    size = Interval(abs(row.apart.mean), 0.0, 0.0)
    half = row.apart.high - row.apart.mean
    text = value_text(row.id, Interval(size.mean, size.mean - half, size.mean + half))
    return translate("Foresight", POINTS).format(points=text) if row.id == LATE else text


def value_text(name: str, one: Interval | None, *, signed: bool = False) -> str:
    """Return a mean and half the width of its interval: minutes and seconds, or per cent."""
    if one is None:
        return ""
    half = one.high - one.mean
    sign = ("-" if one.mean < 0 else "+") if signed else ""
    known = half != float("inf")
    if name == LATE:
        mean = f"{sign}{abs(one.mean) * 100:.1f}"
        return f"{mean} ± {half * 100:.1f}" if known else mean
    mean = sign + span_of(round(abs(one.mean)) * 1000)
    return f"{mean} ± {span_of(round(half) * 1000)}" if known else mean
