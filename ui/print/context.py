"""What every print is told beside its subject: names, the board, who prints, where and when."""

from __future__ import annotations

from dataclasses import dataclass

from models.board import Board
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.moment import full_time_of
from ui.trade import Trade

SEXES = {"1": QT_TRANSLATE_NOOP("Paper", "男"), "2": QT_TRANSLATE_NOOP("Paper", "女")}


@dataclass(frozen=True, slots=True)
class Context:
    """What a print needs beside the sheet: names, the board of units and agencies, who prints, where and when."""

    trade: Trade
    board: Board
    by: str
    seat: str
    at: int


def say(text: str) -> str:
    """Return a source text in the language of the screen."""
    return translate("Paper", text)


def foot(context: Context) -> str:
    """Return who printed where and when."""
    pattern = say(QT_TRANSLATE_NOOP("Paper", "打印人 {by} · 席位 {seat} · {at}"))
    return pattern.format(by=context.by, seat=context.seat, at=full_time_of(context.at))


def joined(*parts: str) -> str:
    """Return the parts that are not empty, with dots between."""
    return " · ".join(part for part in parts if part)
