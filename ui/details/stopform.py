"""The stop form (止付单): what was pasted or said fills the fields; what a person wrote is never written over."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from PySide6.QtWidgets import QWidget

from models.board import IncidentCard
from models.fraudcard import StopCard
from services.context import local_day
from services.fraud import read_text
from ui.desk import Desk
from ui.details.payee import AmountField, PayeesField, bank_words
from ui.form import FieldSpec, line, term, text
from ui.instant import InstantField
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.moment import full_time_of
from ui.panel import Panel

TITLE = QT_TRANSLATE_NOOP("Stop", "止付单 · {at} 前提交")
PASTED = "pasted"
PAY_CHANNEL = QT_TRANSLATE_NOOP("Stop", "转账方式")
NOTE = QT_TRANSLATE_NOOP("Stop", "备注")
SPECS = (
    text(PASTED, lines=2),
    line("victim_name"),
    line("victim_phone", beside=True),
    line("victim_id_number"),
    line("payer_bank"),
    FieldSpec("amount_fen", lambda _desk: AmountField(), beside=True),
    line("payer_account"),
    FieldSpec("transferred_at", lambda desk: InstantField(desk.clock)),
    FieldSpec("payees", PayeesField),
)
# Nobody waits for these: they are folded away.
MORE = (
    term("channel", "pay_channel", title=lambda: translate("Stop", PAY_CHANNEL)),
    term("fraud_kind", "fraud_kind", beside=True),
    line("proof"),
    line("note", title=lambda: translate("Stop", NOTE)),
)
FIELDS = tuple(spec.name for spec in (*SPECS, *MORE) if spec.name not in (PASTED, "payees"))
NOTHING: tuple[object, ...] = ("", None, [])


class StopPanel(Panel):
    """Asks for everything that stops a payment."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._desk = desk
        self._submit_by = 0
        # What the program itself has put into a field: a person's words are another thing.
        self._guessed: dict[str, Any] = {}
        super().__init__(desk, self._say_title, SPECS, parent, more=MORE)
        self.form.edited.connect(lambda name: self._fill() if name == PASTED else None)

    def ask_new(self, card: IncidentCard, submit_by: int, again: dict[str, Any] | None) -> None:
        """Open for a sheet, filled from its narrative and its caller."""
        self._submit_by = submit_by
        guessed = self._read(card.narrative)
        guessed["victim_name"] = guessed["victim_name"] or card.caller_name
        guessed["victim_phone"] = (
            guessed["victim_phone"] or card.contact_phone or card.caller_number
        )
        self._guessed = guessed
        blank: dict[str, Any] = dict.fromkeys((PASTED, *FIELDS), "")
        blank |= {"transferred_at": None, "amount_fen": None}
        self.ask({**blank, **guessed}, again=again)

    def ask_change(self, card: StopCard, again: dict[str, Any] | None) -> None:
        """Open with what an order says."""
        self._submit_by, self._guessed = card.submit_by, {}
        values: dict[str, Any] = {name: getattr(card, name) for name in FIELDS}
        values["payees"] = [asdict(payee) for payee in card.payees]
        self.ask({PASTED: "", **values}, again=again)

    def _fill(self) -> None:
        """Put what the pasted text says into the fields that nobody has written into."""
        read = self._read(str(self.form.value(PASTED)))
        for name, value in read.items():
            here = self.form.value(name)
            if value not in NOTHING and (here in NOTHING or here == self._guessed.get(name)):
                self.form.show_values({name: value})
                self._guessed[name] = self.form.value(name)

    def _read(self, words: str) -> dict[str, Any]:
        now = self._desk.clock.now()
        names, leads = bank_words(self._desk.trade, local_day(now))
        read = read_text(words, now, names, leads)
        found = {
            name: getattr(read, name)
            for name in (
                *("victim_name", "victim_id_number", "victim_phone", "payer_account"),
                *("payer_bank", "amount_fen", "transferred_at"),
            )
        }
        return {**found, "payees": [asdict(payee) for payee in read.payees]}

    def _say_title(self) -> str:
        return translate("Stop", TITLE).replace("{at}", full_time_of(self._submit_by)[5:16])
