"""Another incident for a unit that is on one: open ones, nearest first."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from models.board import Card, IncidentCard, UnitCard
from models.errors import CodedError
from models.state import ASSIGNMENT_MOVES, PROGRESS, AssignmentState, can_move
from services.dispatching import move_unit
from ui.desk import Desk
from ui.dispatch.dialog import ListDialog
from ui.dispatch.estimate import Way, method_text, way, way_text
from ui.incident import level_colour, level_text, number_text, state_colour, state_text
from ui.kept import KeptWords
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.moment import time_of
from ui.refusal import sentence
from ui.scope import keyed, with_key
from ui.table import CardTable, CardView, Column
from ui.trade import matches
from ui.wording import state_name

SIZE = (800, 460)

NUMBER = QT_TRANSLATE_NOOP("Move", "警单")
LEVEL = QT_TRANSLATE_NOOP("Move", "级")
STATE = QT_TRANSLATE_NOOP("Move", "状态")
WAY = QT_TRANSLATE_NOOP("Move", "估计到达")
REPORTED = QT_TRANSLATE_NOOP("Move", "报警")
WHAT = QT_TRANSLATE_NOOP("Move", "类别和地址")


@dataclass(frozen=True, slots=True)
class Target(Card):
    """An incident that a unit may be moved to, and how far it is."""

    sheet: IncidentCard
    way: Way | None


def targets(desk: Desk, unit: UnitCard) -> list[Target]:
    """Return the open incidents a unit could be moved to."""
    fix = desk.positions.latest.get(unit.id)
    here = unit.job.incident_id if unit.job else ""
    return [
        Target(sheet.id, sheet, way(desk, fix, sheet.point))
        for sheet in desk.store.board.all(IncidentCard).values()
        if sheet.state in PROGRESS and sheet.id != here
    ]


def order(target: Target) -> tuple[bool, float, int]:
    """Return the sort key: nearest first, unknown ways last, then the graver level."""
    known = target.way is not None
    return (not known, target.way.seconds if target.way else 0.0, target.sheet.level or 9)


class MoveChooser(ListDialog):
    """Moves a unit to another incident; its first job keeps its times, the run its clock."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._desk = desk
        self._unit_id = ""
        cells = self._columns()
        self.table = CardTable(cells, order, desk.colour)
        super().__init__(CardView(self.table, cells), parent)
        self.table.setParent(self)
        self._kept = KeptWords(desk, move_unit.__name__, self._name_words, self.words, self.again)
        self.resize(*SIZE)
        desk.store.changed.connect(self._refresh)
        desk.store.loaded.connect(self._refresh)
        self.retranslate()

    def choose_for(self, unit_id: str) -> None:
        """Open for a unit that is on a job."""
        unit = self._desk.store.board.get(UnitCard, unit_id)
        if unit is None or unit.job is None:
            self._desk.say("info", lambda: self.tr("请先选中一支正在处警的警力。"))
            return
        if not can_move(ASSIGNMENT_MOVES, unit.job.state, AssignmentState.MOVED):
            state = state_name(unit.job.state.value)
            self._desk.say(
                "info", lambda: self.tr("警力现在是“%1”，不能改派。").replace("%1", state)
            )
            return
        self._unit_id = unit_id
        self.ok.setEnabled(True)
        self.table.reset([])
        self._kept.open(unit.job.id)
        self.start()
        self._show_heading()
        self.filter_rows()

    def give(self) -> None:
        """Move the unit to the current incident."""
        unit, target = self._unit(), self.view.current_id()
        if unit is None or unit.job is None or not self.ok.isEnabled():
            return
        if not target:
            self.say_wrong(self.tr("没有可改派的警情。"))
            return
        self.ok.setEnabled(False)
        job = unit.job.id
        self._desk.store.do(
            move_unit,
            job,
            target,
            reason=self.words.text().strip(),
            then=lambda _id: self._moved(job),
            failed=self._failed,
        )

    def filter_rows(self) -> None:
        """Show the incidents that the search finds."""
        unit = self._unit()
        if unit is None:
            return
        wanted = self.search.text()
        shown = [target for target in targets(self._desk, unit) if self._fits(target, wanted)]
        gone = {row.id for row in self.table.cards()} - {target.id for target in shown}
        self.table.update(shown, gone)
        self.choose_first(list(self.table.cards()))

    def retranslate(self) -> None:
        """Write the words in the language of the screen."""
        super().retranslate()
        self.setWindowTitle(self.tr("改派"))
        self.search.setPlaceholderText(
            keyed(self.tr("警单号、地址、类别；{give} 改派"), give="chooser.give")
        )
        self.words.setPlaceholderText(self.tr("改派原因（可不填）"))
        self.ok.setText(with_key(self.tr("改派"), "chooser.give"))
        self.table.retitle()
        self._show_heading()

    def _moved(self, job_id: str) -> None:
        self._kept.give(job_id)
        self.accept()

    def _name_words(self, job_id: str) -> str:
        board = self._desk.store.board
        units = board.all(UnitCard).values()
        sign = next(
            (unit.call_sign for unit in units if unit.job and unit.job.id == job_id), job_id
        )
        return self.tr("%1 未下达的改派原因").replace("%1", sign)

    def _failed(self, error: CodedError) -> None:
        self.ok.setEnabled(True)
        self.say_wrong(sentence(error))

    def _refresh(self, _what: object = None) -> None:
        if not self.isVisible():
            return
        unit = self._unit()
        if unit is None or unit.job is None:
            self.reject()
        else:
            self.filter_rows()

    def _unit(self) -> UnitCard | None:
        return self._desk.store.board.get(UnitCard, self._unit_id)

    def _fits(self, target: Target, wanted: str) -> bool:
        sheet = target.sheet
        name = self._desk.trade.class_name(sheet.class_code)
        return matches(wanted, [sheet.number, sheet.address, name])

    def _show_heading(self) -> None:
        unit = self._unit()
        if unit is None or unit.job is None:
            return
        sheet = self._desk.store.board.get(IncidentCard, unit.job.incident_id)
        now = self.tr("%1 正在处理 %2，改派到：")
        number = f"{sheet.number} {sheet.address}" if sheet else ""
        heading = now.replace("%1", unit.call_sign).replace("%2", number)
        self.show_heading(heading, method_text(self._desk))

    def _columns(self) -> list[Column[Target]]:
        trade = self._desk.trade

        def title(text: str) -> str:
            return translate("Move", text)

        def what(target: Target) -> str:
            return f"{trade.class_name(target.sheet.class_code)} {target.sheet.address}"

        return [
            Column("number", lambda: title(NUMBER), lambda row: number_text(row.sheet), width=98),
            Column(
                "level",
                lambda: title(LEVEL),
                lambda row: level_text(row.sheet),
                lambda row: level_colour(row.sheet),
                width=44,
            ),
            Column(
                "state",
                lambda: title(STATE),
                lambda row: state_text(row.sheet),
                lambda row: state_colour(row.sheet),
                width=84,
            ),
            Column("way", lambda: title(WAY), lambda row: way_text(row.way), width=150),
            Column(
                "at", lambda: title(REPORTED), lambda row: time_of(row.sheet.reported_at), width=76
            ),
            Column("what", lambda: title(WHAT), what, width=200, stretch=True),
        ]
