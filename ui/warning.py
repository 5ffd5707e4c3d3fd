"""The list of warnings of fraud (预警指令): by level with their clocks, taken in hand, answered and called off by keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from models.board import Delta, IncidentCard
from models.errors import CodedError
from models.fraudcard import WarningCard
from models.identity import new_id
from models.state import IncidentState
from services.dictionary import Change, Reading, Refusal
from services.forewarning import check_warnings, import_warnings, read_warnings
from services.fraud.warning import (
    LEVEL,
    accept_warning,
    cancel_warning,
    end_warning,
    take_warning,
)
from ui.card_table import CardTable, Column
from ui.desk import Desk
from ui.form import line, term, text
from ui.importing import ImportDialog
from ui.incident import short_number
from ui.moment import day_time_of, span_of
from ui.panel import Panel
from ui.refusal import sentence
from ui.scope import shortcut, with_key
from ui.table import CardView

SIZE = (980, 460)
FILES = "CSV (*.csv *.txt);;* (*)"
NEW, TAKE, END, CANCEL = "warning.new", "warning.take", "warning.end", "warning.cancel"
SHEET, IMPORT = "warning.sheet", "warning.import"
LIST = "warnings"
# What is left of a clock when it turns red.
SOON_MS = 3_600_000
LAST = 99
ASKED = ("level", "name", "phone", "address", "text", "source")


class WarningList(QDialog):
    """Every warning that nobody has ended; it stays open beside the work and follows the board.

    Signals:
        draft_asked(str): the sheet that a warning has opened is to be completed.
        sheet_asked(str): the sheet of a warning, completed already, is wanted.
    """

    draft_asked = Signal(str)
    sheet_asked = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._about = ""
        self.importing: ImportDialog | None = None
        columns = self._columns()
        self.table: CardTable[WarningCard] = CardTable(columns, self._order, desk.colour, self)
        self.view = CardView(self.table, columns, self)
        self.writing, self.ending, self.cancelling = self._panels()
        self.buttons = {name: QPushButton() for name in (NEW, TAKE, END, SHEET, CANCEL, IMPORT)}
        self._lay_out()
        self._connect()
        self._translate()

    def begin(self) -> None:
        """Open with every warning, the gravest first."""
        self._fill()
        first = self.table.card(0)
        if first is not None and not self.view.current_id():
            self.view.choose(first.id)
        self.show()
        self.raise_()
        self.activateWindow()
        self.view.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Translate when the language changes."""
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def read(self, path: Path) -> None:
        """Read a file of warnings and show what is in it before anything is taken."""
        self._desk.store.ask(read_file, self._show_file, path, at=self._desk.clock.now())

    def _panels(self) -> tuple[Panel, Panel, Panel]:
        titles = {
            "name": lambda: self.tr("姓名"),
            "phone": lambda: self.tr("电话"),
            "address": lambda: self.tr("住址"),
            "source": lambda: self.tr("来源"),
        }
        writing = Panel(
            self._desk,
            lambda: self.tr("登记预警"),
            [
                term("level", LEVEL, needed=True, title=lambda: self.tr("等级")),
                *(line(name, title=titles[name]) for name in ("name", "phone", "address")),
                text("text", lines=2, title=lambda: self.tr("内容")),
                line("source", title=titles["source"]),
            ],
            self,
        )
        said = text("result", lines=2, needed=True, title=lambda: self.tr("劝阻情况"))
        ending = Panel(self._desk, lambda: self.tr("预警处置结果"), [said], self)
        why = line("reason", needed=True)
        return writing, ending, Panel(self._desk, lambda: self.tr("撤销预警"), [why], self)

    def _connect(self) -> None:
        asked = {
            TAKE: self._take,
            END: self._end,
            CANCEL: self._cancel,
            SHEET: self._open_sheet,
        }
        runs: dict[str, Callable[[], None]] = {
            name: partial(self._with_current, run) for name, run in asked.items()
        }
        runs |= {NEW: self._write, IMPORT: self._choose_file}
        for name, button in self.buttons.items():
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on=False, name=name: runs[name]())
            # The table itself answers to Enter.
            if name != END:
                shortcut(name, self.view, runs[name])
        self.view.activated_card.connect(lambda _id: runs[END]())
        self.view.chosen.connect(lambda _id: self._enable())
        self.writing.given.connect(self._written)
        self.ending.given.connect(
            lambda given: self._give(self.ending, end_warning, "result", given)
        )
        self.cancelling.given.connect(
            lambda given: self._give(self.cancelling, cancel_warning, "reason", given)
        )
        for panel in (self.writing, self.ending, self.cancelling):
            panel.dismissed.connect(self.view.setFocus)
        desk = self._desk
        desk.store.changed.connect(self._follow)
        desk.store.loaded.connect(lambda _board: self._fill())
        desk.clock.ticked.connect(self._tick)
        desk.actions.on({"warning.list": self.begin})

    def _fill(self) -> None:
        self.table.reset(self._desk.store.board.all(WarningCard).values())
        self._enable()

    def _follow(self, delta: Delta) -> None:
        if self.isVisible() and delta.touches(WarningCard):
            self.table.update(delta.of(WarningCard), delta.dropped(WarningCard))
            self._enable()

    def _tick(self, _now: int) -> None:
        if self.isVisible():
            self.table.refresh(["clock"])

    def _current(self) -> WarningCard | None:
        return self._desk.store.board.get(WarningCard, self.view.current_id())

    def _with_current(self, run: Any) -> None:
        if (card := self._current()) is not None:
            run(card)

    def _enable(self) -> None:
        card = self._current()
        for name in (TAKE, END, CANCEL):
            self.buttons[name].setEnabled(card is not None)
        if card is not None and card.taken_at is not None:
            self.buttons[TAKE].setEnabled(False)
        self.buttons[SHEET].setEnabled(card is not None and card.incident_id is not None)

    def _write(self) -> None:
        self._ask(self.writing, "", dict.fromkeys(ASKED, ""))

    def _end(self, card: WarningCard) -> None:
        self._ask(self.ending, card.id, {"result": ""})

    def _cancel(self, card: WarningCard) -> None:
        self._ask(self.cancelling, card.id, {"reason": ""})

    def _take(self, card: WarningCard) -> None:
        self._desk.store.do(accept_warning, card.id)

    def _open_sheet(self, card: WarningCard) -> None:
        if card.incident_id is None:
            return
        sheet = self._desk.store.board.get(IncidentCard, card.incident_id)
        draft = sheet is not None and sheet.state is IncidentState.TAKING
        (self.draft_asked if draft else self.sheet_asked).emit(card.incident_id)
        self.close()

    def _ask(self, panel: Panel, about: str, values: dict[str, Any]) -> None:
        for other in (self.writing, self.ending, self.cancelling):
            other.done()
        self._about = about
        panel.ask(values)

    def _written(self, given: dict[str, Any]) -> None:
        level = given.pop("level")

        def done(id: str) -> None:
            self.writing.done()
            self.view.choose(id)
            self.view.setFocus()

        self._desk.store.do(
            *(take_warning, level), id=new_id(), then=done, failed=self.writing.refuse, **given
        )

    def _give(self, panel: Panel, command: Any, name: str, given: dict[str, Any]) -> None:
        def done(_none: None) -> None:
            panel.done()
            self.view.setFocus()

        self._desk.store.do(command, self._about, given[name], then=done, failed=panel.refuse)

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("导入预警"), "", FILES)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda file: self.read(Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show_file(self, seen: tuple[Path, Reading, list[Refusal]]) -> None:
        dialog = self.importing = ImportDialog(self._desk, self, (LIST,), retires=False)
        dialog.accepted_rows.connect(self._import)
        dialog.finished.connect(dialog.deleteLater)
        path, reading, refused = seen
        dialog.show_file(path, LIST, reading, refused)
        dialog.open()

    def _import(self, _name: str, rows: object, _replace: bool) -> None:
        dialog = self.importing

        def done(change: Change) -> None:
            if dialog is not None:
                dialog.accept()
            self._desk.say("info", lambda: self._words(change))

        def failed(error: CodedError) -> None:
            if dialog is not None:
                dialog.refuse(sentence(error))

        self._desk.store.do(import_warnings, rows, then=done, failed=failed)

    def _words(self, change: Change) -> str:
        words = self.tr("已接收预警 %1 条；%2 条编号已有，没有重复接收。")
        return words.replace("%1", str(change.added)).replace("%2", str(change.unchanged))

    def _order(self, card: WarningCard) -> tuple[int, int, int, str]:
        order = self._desk.trade.extra(LEVEL, card.level, "order")
        due = card.received_at if card.due_at is None else card.due_at
        return int(order) if order.isdigit() else LAST, due, card.received_at, card.id

    def _clock(self, card: WarningCard) -> str:
        now = self._desk.clock.now()
        if card.due_at is not None:
            left = card.due_at - now
            words = self.tr("剩 %1") if left >= 0 else self.tr("⚠ 超时 %1")
            return words.replace("%1", span_of(left))
        if card.incident_id is not None:
            sheet = self._desk.store.board.get(IncidentCard, card.incident_id)
            if sheet is None:
                return self.tr("警单已办结")
            return self.tr("▲ 警单 %1").replace("%1", short_number(sheet.number))
        return self.tr("已等 %1").replace("%1", span_of(now - card.received_at))

    def _clock_colour(self, card: WarningCard) -> str | None:
        if card.due_at is not None:
            return "danger" if card.due_at - self._desk.clock.now() < SOON_MS else "warning"
        return "danger" if card.incident_id is not None else None

    def _columns(self) -> list[Column[WarningCard]]:
        def level(card: WarningCard) -> str:
            return self._desk.trade.name(LEVEL, card.level)

        def taken(card: WarningCard) -> str:
            return self._desk.person(card.taken_by) if card.taken_by else ""

        def came(card: WarningCard) -> str:
            parts = (card.number, card.source, day_time_of(card.received_at))
            return " · ".join(part for part in parts if part)

        return [
            Column("level", lambda: self.tr("等级"), level, self._clock_colour, width=64),
            Column("clock", lambda: self.tr("时限"), self._clock, self._clock_colour, width=120),
            Column("name", lambda: self.tr("姓名"), lambda card: card.name, width=80),
            Column("phone", lambda: self.tr("电话"), lambda card: card.phone, width=110),
            Column("address", lambda: self.tr("住址"), lambda card: card.address, width=150),
            Column("taken", lambda: self.tr("签收人"), taken, width=90),
            Column(
                "text",
                lambda: self.tr("内容"),
                lambda card: " ".join(card.text.split()),
                hint=came,
                width=160,
                stretch=True,
            ),
        ]

    def _translate(self) -> None:
        self.setWindowTitle(self.tr("预警指令"))
        self.view.set_empty_text(self.tr("没有待办的预警。"))
        words = {
            NEW: self.tr("登记"),
            TAKE: self.tr("签收"),
            END: self.tr("处置结果"),
            SHEET: self.tr("转到警单"),
            CANCEL: self.tr("撤销"),
            IMPORT: self.tr("导入…"),
        }
        for name, button in self.buttons.items():
            button.setText(with_key(words[name], name))
        self.table.retitle()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        for button in self.buttons.values():
            row.addWidget(button)
        row.insertStretch(5, 1)
        column = QVBoxLayout(self)
        for panel in (self.writing, self.ending, self.cancelling):
            column.addWidget(panel)
        column.addWidget(self.view, 1)
        column.addLayout(row)
        self.resize(*SIZE)


def read_file(session: Any, path: Path, *, at: int) -> tuple[Path, Reading, list[Refusal]]:
    """Read a file of warnings with everything refused; for the read lane. Raises TroubleErrors `file.…`."""
    reading = read_warnings(path)
    return path, reading, check_warnings(session, reading, at=at)
