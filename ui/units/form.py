"""The forms of the units board: a unit's particulars, and the limits of check-ins."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QMessageBox, QWidget

from models.board import BeatCard, UnitCard
from models.identity import new_id
from models.unit import UnitKind
from services.fleet import add_unit, change_unit, retire_unit
from ui.desk import Desk
from ui.form import FieldSpec, choice, count, line
from ui.panel import Panel
from ui.panel_stack import PanelStack
from ui.units.checkin import CHECK_IN_MINUTES, MINUTE_MS, STATES, limits_of, limits_text
from ui.units.sieve import in_tree
from ui.wording import kind_name, state_name

USUAL_CREW = 2


class UnitForms(PanelStack):
    """One form at a time, at the foot of the board."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._id = ""
        self.unit = Panel(desk, self._title, self._fields(), self)
        self.limits = Panel(
            desk,
            lambda: self.tr("签到时限（分钟，空为不要求）"),
            [
                count(
                    state, empty=0, beside=bool(at % 2), title=lambda state=state: state_name(state)
                )
                for at, state in enumerate(STATES)
            ],
            self,
        )
        self.hold((self.unit, self.limits))
        self.keep(desk, {"unit": self.unit})
        self.unit.given.connect(self._give_unit)
        self.limits.given.connect(self._give_limits)

    def add(self) -> None:
        """Ask for a new unit."""
        self._id = ""
        texts = dict.fromkeys(("call_sign", "leader", "phone", "capabilities"), "")
        links = {"organisation_id": "", "beat_id": ""}
        self._ask({**texts, **links, "kind": UnitKind.CAR.value, "crew": USUAL_CREW})

    def change(self, card: UnitCard) -> None:
        """Ask what is to be changed of a unit."""
        self._id = card.id
        self._ask(
            {
                "call_sign": card.call_sign,
                "kind": str(card.unit_kind),
                "organisation_id": card.organisation_id or "",
                "beat_id": card.beat_id or "",
                "crew": card.crew,
                "leader": card.leader,
                "phone": card.phone,
                "capabilities": " ".join(card.capabilities),
            }
        )

    def ask_limits(self) -> None:
        """Ask for the limits of check-ins."""
        known = limits_of(self._desk.settings.get(CHECK_IN_MINUTES))
        self.ask(self.limits, {state: known.get(state, 0) // MINUTE_MS for state in STATES})

    def retire(self, card: UnitCard) -> None:
        """Ask once more, then take a unit out of service."""
        words = self.tr("停用警力 %1？它将离开警力表，历史保留。").replace("%1", card.call_sign)
        box = QMessageBox(QMessageBox.Icon.Question, self.tr("停用"), words, parent=self)
        yes = box.addButton(self.tr("停用"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("取消"), QMessageBox.ButtonRole.RejectRole)
        yes.clicked.connect(lambda: self._desk.store.do(retire_unit, card.id))
        box.finished.connect(box.deleteLater)
        box.open()

    def _ask(self, values: dict[str, Any]) -> None:
        for name in ("organisation_id", "beat_id"):
            self.unit.form.fields[name].retranslate()
        self.ask(self.unit, values, self._id)

    def _give_unit(self, values: dict[str, Any]) -> None:
        fields = {**values, "capabilities": values["capabilities"].split()}
        for name in ("organisation_id", "beat_id"):
            fields[name] = fields[name] or None
        about = self._id
        more: dict[str, Any] = {"then": lambda _id: self._done(about), "failed": self.unit.refuse}
        if self._id:
            self._desk.store.do(change_unit, self._id, fields, **more)
        else:
            self._desk.store.do(add_unit, id=new_id(), **fields, **more)

    def _give_limits(self, values: dict[str, Any]) -> None:
        self._desk.settings.set(CHECK_IN_MINUTES, limits_text(values))
        self.limits.done()

    def _done(self, about: str) -> None:
        self.give(self.unit, about)
        self._desk.say("info", lambda: self.tr("警力资料已保存。"))

    def _title(self) -> str:
        return self.tr("修改警力资料") if self._id else self.tr("新增警力")

    def _fields(self) -> list[FieldSpec]:
        return [
            line("call_sign", needed=True),
            choice(
                "kind", lambda: [(it.value, kind_name(it.value)) for it in UnitKind], beside=True
            ),
            choice("organisation_id", self._bodies),
            choice("beat_id", self._beats, beside=True),
            line("leader"),
            count("crew", empty=0, beside=True),
            line("phone"),
            line("capabilities", beside=True),
        ]

    def _bodies(self) -> Sequence[tuple[str, str]]:
        tree = in_tree(self._desk.store.board)
        return [("", "—"), *((card.id, self._desk.trade.word(card)) for _, card in tree)]

    def _beats(self) -> Sequence[tuple[str, str]]:
        beats = sorted(self._desk.store.board.all(BeatCard).values(), key=lambda it: it.code)
        return [("", "—"), *((card.id, f"{card.code} {card.name}") for card in beats)]
