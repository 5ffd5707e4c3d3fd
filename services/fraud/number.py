"""Numbers of cards, accounts, persons and telephones: which is which, and whether its check digit fits."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

CARD = re.compile(r"\d{15,19}")
MOBILE = re.compile(r"1[3-9]\d{9}")
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECKS = "10X98765432"
# Numbers of banks' cards begin so: the rest are accounts, which have no check digit that everybody knows.
LEADS = ("62", "4", "5", "35", "37", "9")


def passes_luhn(number: str) -> bool:
    """Tell whether a number's last digit is its check digit by Luhn (ISO/IEC 7812-1)."""
    total = 0
    for place, digit in enumerate(reversed(number)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def luhn_digit(front: str) -> str:
    """Return the check digit that makes a number of a front."""
    return next(digit for digit in "0123456789" if passes_luhn(front + digit))


def is_card(number: str) -> bool:
    """Tell whether a number has the form of a bank card."""
    return CARD.fullmatch(number) is not None and number.startswith(LEADS)


def is_person(number: str) -> bool:
    """Tell whether a number is that of an identity card: its date and its check digit fit (GB 11643)."""
    if not re.fullmatch(r"\d{17}[\dXx]", number):
        return False
    try:
        born = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, WEIGHTS, strict=False))
    return born.year >= 1900 and CHECKS[total % 11] == number[-1].upper()


def person_digit(front: str) -> str:
    """Return the check digit of an identity number's first 17."""
    total = sum(int(digit) * weight for digit, weight in zip(front, WEIGHTS, strict=True))
    return CHECKS[total % 11]


def bank_of(number: str, banks: Mapping[str, str]) -> str:
    """Return the bank of a card by the longest beginning that a table (beginning → bank) has, "" where none fits."""
    fitting = [lead for lead in banks if number.startswith(lead)]
    return banks[max(fitting, key=len)] if fitting else ""
