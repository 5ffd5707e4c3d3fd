"""Fraud: what a caller's words say about money that went away, orders to stop it, and warnings before it goes."""

from services.fraud.amount import read_amount
from services.fraud.number import bank_of, is_card, passes_luhn
from services.fraud.reading import PayeeText, Reading, read_payees, read_text

__all__ = [
    "PayeeText",
    "Reading",
    "bank_of",
    "is_card",
    "passes_luhn",
    "read_amount",
    "read_payees",
    "read_text",
]
