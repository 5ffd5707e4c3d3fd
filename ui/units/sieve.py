"""Which units the board shows: by body, kind and what they do; kept between starts."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from models.board import Board, OrganisationCard, UnitCard
from models.state import Duty
from models.unit import UnitKind
from ui.desk import Desk
from ui.setting import Setting
from ui.wording import kind_name

UNITS_BODY = Setting("units/body", "", fixable=False)
UNITS_KIND = Setting("units/kind", "", fixable=False)
UNITS_STATE = Setting("units/state", "", fixable=False)
WIDTH = 122
STATES: dict[str, Callable[[UnitCard], bool]] = {
    "free": lambda card: card.is_free,
    "busy": lambda card: card.job is not None,
    "duty": lambda card: card.duty is not Duty.OFFLINE,
    "off": lambda card: card.duty is Duty.OFFLINE and card.job is None,
}


class UnitSieve(QWidget):
    """Three choices in a row.

    Signals:
        changed(): another choice was made.
    """

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._under: frozenset[str] = frozenset()
        self._chosen = ("", "", "")
        self.body, self.kind, self.state = QComboBox(), QComboBox(), QComboBox()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for box, setting in self._boxes():
            box.setFixedWidth(WIDTH)
            row.addWidget(box)
            box.activated.connect(
                lambda _row, box=box, setting=setting: self._choose(setting, box.currentData())
            )

    @property
    def is_open(self) -> bool:
        """Whether nothing is hidden by a choice."""
        return not any(self._desk.settings.get(setting) for _, setting in self._boxes())

    def clear(self) -> None:
        """Show all units again."""
        for box, setting in self._boxes():
            self._desk.settings.set(setting, "")
            box.setCurrentIndex(0)
        self._take()
        self.changed.emit()

    def load(self, board: Board) -> None:
        """Offer the bodies of a board, each below the one above it."""
        self._take()
        names = {"": self.tr("全部单位")} | {
            card.id: f"{'　' * depth}{self._desk.trade.word(card)}"
            for depth, card in in_tree(board)
        }
        kinds = {"": self.tr("全部类型")} | {kind.value: kind_name(kind.value) for kind in UnitKind}
        states = {
            "": self.tr("全部状态"),
            "free": self.tr("可派"),
            "busy": self.tr("在警"),
            "duty": self.tr("在岗"),
            "off": self.tr("离线"),
        }
        for (box, setting), choices in zip(self._boxes(), (names, kinds, states), strict=True):
            box.clear()
            for code, name in choices.items():
                box.addItem(name, code)
            box.setCurrentIndex(max(0, box.findData(self._desk.settings.get(setting))))
        self.body.setAccessibleName(self.tr("按单位筛选"))
        self.kind.setAccessibleName(self.tr("按类型筛选"))
        self.state.setAccessibleName(self.tr("按状态筛选"))

    def passes(self, card: UnitCard) -> bool:
        """Tell whether the choices show a unit."""
        body, kind, state = self._chosen
        return (
            (not body or card.organisation_id in self._under)
            and (not kind or card.unit_kind == kind)
            and (state not in STATES or STATES[state](card))
        )

    def _boxes(self) -> tuple[tuple[QComboBox, Setting[str]], ...]:
        return ((self.body, UNITS_BODY), (self.kind, UNITS_KIND), (self.state, UNITS_STATE))

    def _choose(self, setting: Setting[str], value: str) -> None:
        self._desk.settings.set(setting, value)
        self._take()
        self.changed.emit()

    def _take(self) -> None:
        body = self._desk.settings.get(UNITS_BODY)
        bodies = self._desk.store.board.all(OrganisationCard)
        if body and body not in bodies:
            # A body that is gone hides nobody.
            self._desk.settings.set(UNITS_BODY, "")
            body = ""
        self._chosen = (
            body,
            self._desk.settings.get(UNITS_KIND),
            self._desk.settings.get(UNITS_STATE),
        )
        self._under = frozenset(id for id in bodies if body in line_above(bodies, id))


def line_above(bodies: Mapping[str, OrganisationCard], id: str) -> list[str]:
    """Return a body and those above it, nearest first."""
    line: list[str] = []
    at: str | None = id
    while at is not None and at not in line:
        line.append(at)
        card = bodies.get(at)
        at = card.parent_id if card is not None else None
    return line


def in_tree(board: Board) -> list[tuple[int, OrganisationCard]]:
    """Return the bodies with their depth, each after the one above it, by code."""
    bodies = board.all(OrganisationCard)
    paths = {
        id: [
            bodies[each].code if each in bodies else "" for each in reversed(line_above(bodies, id))
        ]
        for id in bodies
    }
    return [
        (len(paths[id]) - 1, bodies[id]) for id in sorted(bodies, key=lambda it: (paths[it], it))
    ]
