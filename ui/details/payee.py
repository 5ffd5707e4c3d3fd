"""Fields of the stop form: a sum as people say it, and the accounts that money went to, one a line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from services.context import local_day
from services.fraud import PayeeText, is_card, passes_luhn, read_amount, read_payees
from ui.desk import Desk
from ui.field import LineField, TextField
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.moment import full_time_of
from ui.report import yuan_text
from ui.trade import Trade

BANK, BIN = "bank", "bank_bin"
YUAN = QT_TRANSLATE_NOOP("Stop", "{yuan} 元")
NO_ACCOUNT = QT_TRANSLATE_NOOP("Stop", "没有账号")
WRONG_DIGIT = QT_TRANSLATE_NOOP("Stop", "卡号校验位不符，请再核对")
COUNTED = QT_TRANSLATE_NOOP("Stop", "✓ {count} 个账号")
NO_BANK = QT_TRANSLATE_NOOP("Stop", "银行未知")
FIELDS = ("account", "holder", "bank", "amount_fen", "transferred_at")


def bank_words(trade: Trade, day: str) -> tuple[dict[str, str], dict[str, str]]:
    """Return word → bank and beginning of a card's number → bank, as the dictionaries say on a day."""
    words: dict[str, str] = {}
    names: dict[str, str] = {}
    for found in trade.codes(BANK, day):
        term = trade.term(BANK, found.code)
        name = term.name if term is not None else found.name
        names[found.code] = name
        extra = trade.extra(BANK, found.code, "words").split()
        words |= dict.fromkeys((name, name.removeprefix("中国"), *extra), name)
    leads = {
        found.code: names[bank]
        for found in trade.codes(BIN, day)
        if (bank := trade.extra(BIN, found.code, "bank")) in names
    }
    # 中国银行 without its first word would be any bank.
    words.pop("银行", None)
    return words, leads


class AmountField(LineField):
    """A sum as people say it (35000, 3.5万, 三万五); its value is in fen, None where nothing was written that is one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line.textChanged.connect(lambda _text: self._tell())

    def value(self) -> Any:
        """Return the sum in fen."""
        return read_amount(self.line.text())

    def show_value(self, value: Any) -> None:
        """Show a sum given in fen."""
        super().show_value("" if value is None else yuan_text(value))

    def settle(self) -> bool:
        """Say where what was written is no sum."""
        good = not self.line.text().strip() or self.value() is not None
        self.mark("" if good else self.tr("请写数字，如 35000、3.5万、三万五。"))
        return good

    def _tell(self) -> None:
        fen = self.value()
        plain = fen is None or self.line.text().strip() == yuan_text(fen)
        self.hint("" if plain else translate("Stop", YUAN).replace("{yuan}", yuan_text(fen)))


class PayeesField(TextField):
    """One account a line, with holder, bank, sum and time in any order; below stands what is doubtful in it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent, lines=2)
        self._desk = desk
        self.box.textChanged.connect(self._tell)
        self.retranslate()

    def value(self) -> Any:
        """Return the accounts, as `write_stop` takes them."""
        return [
            {name: getattr(payee, name) for name in FIELDS}
            for payee in self._read(self.box.toPlainText())
        ]

    def show_value(self, value: Any) -> None:
        """Show accounts."""
        super().show_value("\n".join(payee_line(each) for each in value or ()))
        self._tell()

    def retranslate(self) -> None:
        """Write the help in the language of the screen."""
        self.box.setPlaceholderText(self.tr("每行一个：账号 户名 银行 金额 时间"))

    def _read(self, text: str) -> list[PayeeText]:
        now = self._desk.clock.now()
        words, leads = bank_words(self._desk.trade, local_day(now))
        return read_payees(text, now, words, leads)

    def _tell(self) -> None:
        payees = self._read(self.box.toPlainText())
        lines = [words for payee in payees if (words := doubts(payee))]
        counted = translate("Stop", COUNTED).replace("{count}", str(len(payees)))
        self.hint("\n".join(lines) or (counted if payees else ""))


def payee_line(payee: Mapping[str, Any]) -> str:
    """Return an account as a line that reads back as it was."""
    amount, at = payee.get("amount_fen"), payee.get("transferred_at")
    parts = (
        payee.get("account") or "",
        payee.get("holder") or "",
        payee.get("bank") or "",
        f"¥{yuan_text(amount)}" if amount is not None else "",
        full_time_of(at),
    )
    return " ".join(part for part in parts if part)


def doubts(payee: PayeeText) -> str:
    """Return what is doubtful in a line, "" nothing."""
    account = payee.account
    parts = [
        "" if account else translate("Stop", NO_ACCOUNT),
        "" if payee.bank else translate("Stop", NO_BANK),
        translate("Stop", WRONG_DIGIT) if is_card(account) and not passes_luhn(account) else "",
    ]
    found = [part for part in parts if part]
    return " · ".join([f"⚠ …{account[-4:]}", *found]) if found else ""
