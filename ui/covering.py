"""The city's coverage in words and as what the map draws of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from services.recommending.rule import Rules
from ui.language import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:
    from services.recommending.coverage import Coverage

COVER = QT_TRANSLATE_NOOP("Coverage", "覆盖 {share}%")
HINT = QT_TRANSLATE_NOOP(
    "Coverage",
    "预期有空闲警力按时赶到的报警所占的比例：{shares}。直线×系数估算，空闲警力被占用的概率按 {busy}% 计。需求：{basis}。",
)
SHARE = QT_TRANSLATE_NOOP("Coverage", "{minutes} 分钟 {share}%")
BASES = {
    "history": QT_TRANSLATE_NOOP("Coverage", "本机历史警情 {count} 起"),
    "people": QT_TRANSLATE_NOOP("Coverage", "历史警情不足，按居民点和人口"),
    "even": QT_TRANSLATE_NOOP("Coverage", "历史警情不足，按面积平均"),
}
# Cells are drawn until this part of the demand is on the map; of the rest hardly a call comes.
DRAWN_SHARE = 0.95
MOST_DRAWN = 6_000
# Reached by so many units a cell is well off and not drawn.
ENOUGH = 2


class CoverageMessage(TypedDict):
    """Cells that few units reach: [column, row, units] one after the other; the grid's corner and steps in degrees."""

    west: float
    south: float
    wide: float
    high: float
    cells: list[int]


def cover_text(found: Coverage) -> str:
    """Return the one number of the city: the coverage within the standard shown."""
    return translate("Coverage", COVER).format(share=percent(found.shares[found.shown]))


def cover_hint(found: Coverage, rules: Rules) -> str:
    """Return what the number is and what it is made from."""
    shares = " · ".join(
        translate("Coverage", SHARE).format(minutes=minutes, share=percent(share))
        for minutes, share in sorted(found.shares.items())
    )
    surface = found.surface
    basis = translate("Coverage", BASES[surface.basis.value]).format(count=f"{surface.count:,}")
    return translate("Coverage", HINT).format(
        shares=shares, busy=f"{rules.coverage.busy * 100:g}", basis=basis
    )


def percent(share: float) -> str:
    """Return a share as a percentage with one decimal."""
    return f"{share * 100:.1f}"


def coverage_message(found: Coverage) -> CoverageMessage:
    """Return the cells that matter and that fewer than two units reach; for a lane."""
    # Numbers in arrays bring a library with them, which takes its time to load: not at the start of the window.
    import numpy as np  # noqa: PLC0415

    surface = found.surface
    weights, counts = surface.weights.ravel(), found.counts.ravel()
    order = np.argsort(-weights, kind="stable")
    drawn = int(np.searchsorted(np.cumsum(weights[order]), DRAWN_SHARE)) + 1
    few = order[: min(drawn, MOST_DRAWN)]
    few = np.sort(few[counts[few] < ENOUGH])
    row, column = np.divmod(few, surface.shape[1])
    cells = np.stack((column, row, counts[few]), axis=1).ravel()
    return {
        "west": surface.west,
        "south": surface.south,
        "wide": surface.wide,
        "high": surface.high,
        "cells": [int(value) for value in cells],
    }
