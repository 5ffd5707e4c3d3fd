"""Sums of money as people write and say them: 35000, 3.5万, 1亿2千万, 三万五千元, 3万5; in fen."""

from __future__ import annotations

import re
from decimal import Decimal

FEN = 100
DIGITS = {
    word: value
    for value, words in enumerate("零〇 一壹 二贰两 三叁 四肆 五伍 六陆 七柒 八捌 九玖".split())
    for word in words
}
SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
LARGE = {"万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000}
UNITS = SMALL | LARGE
CHINESE = "".join(DIGITS) + "".join(UNITS)
# Nobody moves more in one day than this: a longer number is no sum.
MOST = 10**12 * FEN
NUMBER = r"\d{1,3}(?:[,，]\d{3})+(?:\.\d{1,2})?|\d+(?:\.\d+)?"
PART = re.compile(rf"({NUMBER})|([{CHINESE}])")
LONGEST = 40


def read_amount(text: str) -> int | None:
    """Return a sum in fen, None where a text is none or is none that can be meant; `元`, `块`, `圆`, `¥` may stand beside it."""
    bare = text.translate(FULL).strip().strip("¥￥").removeprefix("人民币").strip()
    bare = re.sub(r"(元整|元钱|块钱|元|块|圆|整|rmb|RMB)\s*$", "", bare).strip()
    if len(bare) > LONGEST:
        return None
    parts = [found.group() for found in PART.finditer(bare)]
    # One pattern over a whole sum would try every way to part a long number.
    if not parts or "".join(parts) != bare:
        return None
    value = value_of(parts)
    if value is None:
        return None
    fen = value * FEN
    return int(fen) if fen == int(fen) and 0 < fen <= MOST else None


FULL = {ord("０") + digit: str(digit) for digit in range(10)} | {ord("．"): ".", ord("　"): " "}


def value_of(parts: list[str]) -> Decimal | None:
    """Return the value of numbers and units in turn, None where they make no number.

    What follows a unit without one of its own counts in tenths of it: 3万5 are 35000.
    """
    total = section = Decimal(0)
    number: Decimal | None = None
    last = 1
    for part in parts:
        if part in UNITS:
            unit = UNITS[part]
            if unit in LARGE.values():
                section += number or Decimal(0)
                if section == 0:
                    return None
                if unit > 10_000 and total:
                    total, section = (total + section) * unit, Decimal(0)
                else:
                    total, section = total + section * unit, Decimal(0)
            else:
                section += (Decimal(1) if number is None else number) * unit
            number, last = None, unit
        elif part in DIGITS:
            digit = Decimal(DIGITS[part])
            if digit == 0:
                last = 1
                continue
            number = digit if number is None else number * 10 + digit
        elif number is not None:
            return None
        else:
            number = Decimal(re.sub("[,，]", "", part))
    if number is not None:
        tenth = last > 1 and number < 10 and number == int(number)
        section += number * (last // 10) if tenth else number
    return total + section
