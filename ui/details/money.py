"""A line for a sum of money: people write yuan, the store keeps whole fen."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QWidget

from ui.field import LineField
from ui.report import FEN, yuan_text

YUAN = QRegularExpression(r"\d{0,12}(\.\d{0,2})?")


class MoneyField(LineField):
    """Yuan with at most two decimals, or nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line.setValidator(QRegularExpressionValidator(YUAN, self.line))
        self.line.setMaximumWidth(120)

    def value(self) -> Any:
        """Return the sum in fen, None where nothing was written."""
        text = self.line.text().strip()
        if not any(letter.isdigit() for letter in text):
            return None
        yuan, _, rest = text.partition(".")
        return int(yuan or "0") * FEN + int(f"{rest:0<2}")

    def show_value(self, value: Any) -> None:
        """Show a sum given in fen."""
        super().show_value("" if value is None else yuan_text(value))
