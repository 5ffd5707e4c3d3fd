"""The response plans of today in a table, checked against the units on duty; in and out as a CSV file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from models.board import Card, UnitCard
from models.errors import CodedError, RuleError, TroubleError
from models.plan import PLAN, Plan, Tier, plan_of
from services.context import local_day
from services.dictionary import dictionary_table, import_terms, read_terms, write_csv
from services.dictionary.term import TermRow
from services.recommending.proposal import Gap, gaps
from ui.desk import Desk
from ui.field import remark
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.plan import demands_text, plans_on
from ui.refusal import sentence
from ui.table import CardTable, CardView, Column

SIZE = (1180, 560)
FILTER = "CSV (*.csv *.txt);;* (*)"
HEADS = {
    "code": (QT_TRANSLATE_NOOP("Plans", "编号"), 60),
    "name": (QT_TRANSLATE_NOOP("Plans", "预案"), 130),
    "gap": (QT_TRANSLATE_NOOP("Plans", "现有在岗警力缺"), 190),
    "class": (QT_TRANSLATE_NOOP("Plans", "类别"), 140),
    "level": (QT_TRANSLATE_NOOP("Plans", "级别"), 60),
    "area": (QT_TRANSLATE_NOOP("Plans", "地区"), 80),
    "hours": (QT_TRANSLATE_NOOP("Plans", "时段"), 100),
    "first": (QT_TRANSLATE_NOOP("Plans", "一级出动"), 220),
    "second": (QT_TRANSLATE_NOOP("Plans", "二级出动"), 170),
    "third": (QT_TRANSLATE_NOOP("Plans", "三级出动"), 170),
    "standby": (QT_TRANSLATE_NOOP("Plans", "备勤"), 100),
}
NO_GAP = QT_TRANSLATE_NOOP("Plans", "不缺")
AT_TIER = QT_TRANSLATE_NOOP("Plans", "{tier} 级：{missing}")


@dataclass(frozen=True, slots=True)
class PlanRow(Card):
    """A plan with what of it the units on duty cannot give."""

    plan: Plan
    gaps: tuple[Gap, ...]


class PlanDialog(QDialog):
    """Shows the plans; what is imported replaces them, terms that are gone end today."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        cells = columns(desk)
        self.table: CardTable[PlanRow] = CardTable(cells, lambda row: row.plan.code, desk.colour)
        self.view = CardView(self.table, cells, self)
        self.table.setParent(self)
        self.note, self.wrong = remark("muted"), remark("danger")
        self.importing, self.exporting, self.closing = QPushButton(), QPushButton(), QPushButton()
        self._lay_out()
        self.importing.clicked.connect(self._choose_file)
        self.exporting.clicked.connect(self._choose_place)
        self.closing.clicked.connect(self.reject)
        desk.store.changed.connect(lambda _delta: self._refresh())
        desk.trade.changed.connect(self._refresh)
        desk.actions.on({"data.plans": self.call_up})
        self.resize(*SIZE)
        self.retranslate()

    def call_up(self) -> None:
        """Open with the plans of today."""
        self._say_wrong("")
        self.table.reset([])
        self.open()
        self._refresh()
        self.view.setFocus()

    def read(self, path: Path) -> None:
        """Read a file, and take its plans where every line will do."""
        self._desk.store.ask(read_plans, self._take, path, failed=self._refuse)

    def write(self, path: Path) -> None:
        """Write the plans into a file."""
        told = partial(self._say_written, path)
        self._desk.store.ask(
            write_plans, lambda _count: self._desk.say("info", told), path, failed=self._refuse
        )

    def changeEvent(self, event: QEvent) -> None:
        """Translate when the language changes."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Write the words in the language of the screen."""
        self.setWindowTitle(self.tr("出动预案"))
        self.importing.setText(self.tr("导入…"))
        self.exporting.setText(self.tr("导出…"))
        self.closing.setText(self.tr("关闭"))
        self.table.retitle()
        self._refresh()

    def _refresh(self) -> None:
        if not self.isVisible():
            return
        desk = self._desk
        plans, unread = plans_on(desk.trade, local_day(desk.clock.now()))
        by_plan: dict[str, list[Gap]] = defaultdict(list)
        for gap in gaps(plans, list(desk.store.board.all(UnitCard).values())):
            by_plan[gap.plan.code].append(gap)
        rows = [PlanRow(plan.code, plan, tuple(by_plan[plan.code])) for plan in plans]
        gone = {row.id for row in self.table.cards()} - {row.id for row in rows}
        self.table.update(rows, gone)
        lacking = sum(bool(row.gaps) for row in rows)
        words = self.tr("预案 %1 个，其中 %2 个按现有在岗警力凑不齐。")
        self.note.setText(words.replace("%1", str(len(rows))).replace("%2", str(lacking)))
        self.note.show()
        if unread:
            words = self.tr("看不懂的预案：%1")
            self._say_wrong(words.replace("%1", " ".join(unread)))

    def _take(self, rows: list[TermRow]) -> None:
        def done(_change: object) -> None:
            self._say_wrong("")
            self._desk.say("info", lambda: self.tr("出动预案已导入。"))

        self._desk.store.do(import_terms, PLAN, rows, then=done, failed=self._refuse)

    def _refuse(self, error: CodedError) -> None:
        self._say_wrong(sentence(error))

    def _say_wrong(self, text: str) -> None:
        self.wrong.setText(f"⚠ {text}" if text else "")
        self.wrong.setVisible(bool(text))

    def _say_written(self, path: Path) -> str:
        return self.tr("出动预案已导出到 %1").replace("%1", str(path))

    def _choose_file(self) -> None:
        self._ask_path(QFileDialog.AcceptMode.AcceptOpen, self.read)

    def _choose_place(self) -> None:
        self._ask_path(QFileDialog.AcceptMode.AcceptSave, self.write)

    def _ask_path(self, mode: QFileDialog.AcceptMode, then: Callable[[Path], None]) -> None:
        dialog = QFileDialog(self, self.windowTitle(), "", FILTER)
        dialog.setAcceptMode(mode)
        opening = mode is QFileDialog.AcceptMode.AcceptOpen
        dialog.setFileMode(
            QFileDialog.FileMode.ExistingFile if opening else QFileDialog.FileMode.AnyFile
        )
        dialog.setDefaultSuffix("csv")
        dialog.fileSelected.connect(lambda file: then(Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.addWidget(self.view, 1)
        column.addWidget(self.note)
        column.addWidget(self.wrong)
        row = QHBoxLayout()
        for button in (self.importing, self.exporting):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        self.closing.setAutoDefault(False)
        row.addWidget(self.closing)
        column.addLayout(row)


def read_plans(_session: Any, path: Path) -> list[TermRow]:
    """Return the plans of a file; for the read lane. TroubleErrors `file.…`, RuleError `plan.bad` names the first bad line."""
    rows, refused = read_terms(path)
    if refused:
        first = refused[0]
        raise TroubleError("file.refused", path=str(path), line=first.line, reason=first.reason)
    for row in rows:
        try:
            plan_of_row(row)
        except ValueError as error:
            raise RuleError("plan.bad", line=row.line, word=str(error)) from error
    return rows


def plan_of_row(row: TermRow) -> Plan:
    """Return the plan of a line; ValueError names the word that is none."""
    return plan_of(row.code, row.name, row.name_en, row.extra)


def write_plans(session: Any, path: Path) -> int:
    """Write the plans into a file; return how many lines it has. For the read lane."""
    table = dictionary_table(session, PLAN)
    write_csv(path, table)
    return len(table) - 1


def columns(desk: Desk) -> list[Column[PlanRow]]:
    """Return the columns of the table."""

    def text(name: str) -> Callable[[PlanRow], str]:
        return lambda row: cell(desk, row, name)

    def column(name: str, width: int) -> Column[PlanRow]:
        colour = gap_colour if name == "gap" else None
        head = HEADS[name][0]
        return Column(name, lambda: translate("Plans", head), text(name), colour, width=width)

    return [column(name, width) for name, (_, width) in HEADS.items()]


def gap_colour(row: PlanRow) -> str:
    """Return the colour of what is missing."""
    return "warning" if row.gaps else "ok"


def cell(desk: Desk, row: PlanRow, name: str) -> str:
    """Return the text of a cell."""
    plan = row.plan
    tiers: dict[str, Tier] = dict(zip(("first", "second", "third"), plan.tiers, strict=True))
    tiers["standby"] = plan.standby
    if name in tiers:
        return demands_text((one, one.count) for one in tiers[name])
    if name == "gap":
        return gap_text(row.gaps)
    if name == "hours":
        return "–".join(f"{it // 60:02d}:{it % 60:02d}" for it in plan.hours or ())
    plain = {
        "code": plan.code,
        "name": desk.trade.word(plan),
        "class": desk.trade.class_name(plan.class_code) if plan.class_code else "",
        "level": " ".join(map(str, sorted(plan.levels))),
        "area": desk.trade.name("division", plan.area) if plan.area else "",
    }
    return plain[name]


def gap_text(found: tuple[Gap, ...]) -> str:
    """Return what the fleet cannot give, level by level."""
    if not found:
        return translate("Plans", NO_GAP)
    tiers: dict[int, list[Gap]] = defaultdict(list)
    for gap in found:
        tiers[gap.tier].append(gap)
    return "  ".join(
        translate("Plans", AT_TIER).format(
            tier=tier, missing=demands_text((gap.demand, gap.missing) for gap in some)
        )
        for tier, some in sorted(tiers.items())
    )
