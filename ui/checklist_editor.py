"""Checklists (微预案) as a table to be changed, read from a file and written to one; what is saved is a new version."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from models.errors import CodedError
from services.dictionary import (
    Change,
    Refusal,
    checklist_table,
    import_checklists,
    read_checklists,
    read_table,
    write_csv,
)
from services.prompting import Outline
from ui.desk import Desk
from ui.field import remark
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.refusal import sentence
from ui.terminal.refusing import refusal_words
from ui.terminal.wording import Wording

SIZE = (1180, 600)
SHOWN_WRONG = 6
HEADS = (
    QT_TRANSLATE_NOOP("ChecklistTable", "预案代码"),
    QT_TRANSLATE_NOOP("ChecklistTable", "名称"),
    QT_TRANSLATE_NOOP("ChecklistTable", "英文名称"),
    QT_TRANSLATE_NOOP("ChecklistTable", "警情类别"),
    QT_TRANSLATE_NOOP("ChecklistTable", "报警用词"),
    QT_TRANSLATE_NOOP("ChecklistTable", "步骤"),
    QT_TRANSLATE_NOOP("ChecklistTable", "问题代码"),
    QT_TRANSLATE_NOOP("ChecklistTable", "必问"),
    QT_TRANSLATE_NOOP("ChecklistTable", "种类"),
    QT_TRANSLATE_NOOP("ChecklistTable", "问题"),
    QT_TRANSLATE_NOOP("ChecklistTable", "英文问题"),
    QT_TRANSLATE_NOOP("ChecklistTable", "选项"),
    QT_TRANSLATE_NOOP("ChecklistTable", "级别"),
    QT_TRANSLATE_NOOP("ChecklistTable", "所需能力"),
    QT_TRANSLATE_NOOP("ChecklistTable", "标记"),
)
CODE, NAME, QUESTION = 0, 1, 9
WIDE = 280


def read_file(_session: Any, path: Path) -> tuple[list[Outline], list[Refusal]]:
    """Read a file of checklists; for the read lane. TroubleErrors `file.…`."""
    return read_checklists(path)


class ChecklistDialog(QDialog):
    """One checklist's lines at a time; all is checked before anything is kept."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: list[list[str]] = []
        self.which = QComboBox()
        self.table = QTableWidget()
        self.table.setColumnCount(len(HEADS))
        self.wrong, self.said = remark("danger"), QLabel()
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.add, self.drop, self.save, self.read, self.write, self.leave = (
            QPushButton() for _ in range(6)
        )
        self.save.setProperty("primary", True)
        for button in (self.add, self.drop, self.read, self.write, self.leave):
            button.setAutoDefault(False)
        self._arrange()
        self.which.activated.connect(lambda _at: self._show())
        self.add.clicked.connect(self.add_line)
        self.drop.clicked.connect(self._drop_line)
        self.save.clicked.connect(self.keep)
        self.read.clicked.connect(lambda: self._choose(opening=True))
        self.write.clicked.connect(lambda: self._choose(opening=False))
        self.leave.clicked.connect(self.reject)
        self._translate()
        self.resize(*SIZE)
        self._ask()

    def lines(self) -> list[list[str]]:
        """Return what the table says now, a line a row."""
        columns = range(self.table.columnCount())
        return [
            [(self.table.item(at, to) or QTableWidgetItem()).text().strip() for to in columns]
            for at in range(self.table.rowCount())
        ]

    def add_line(self) -> None:
        """Add a line below the current one, with the head of its checklist."""
        at = self.table.currentRow() + 1 or self.table.rowCount()
        before = self.lines()[at - 1] if at else [""] * len(HEADS)
        self.table.insertRow(at)
        for column, text in enumerate([*before[: CODE + 6], *[""] * (len(HEADS) - 6)]):
            self.table.setItem(at, column, QTableWidgetItem(text))
        self.table.setCurrentCell(at, CODE + 6)

    def keep(self) -> None:
        """Check the lines shown and make a new version of what differs."""
        outlines, refused = read_table(self.lines())
        self._give(outlines, refused)

    def take_file(self, path: Path) -> None:
        """Read a file and import it, or say everything that will not do."""
        self._desk.store.ask(read_file, lambda found: self._give(*found), path, failed=self._fail)

    def write_file(self, path: Path) -> None:
        """Write all checklists in use."""

        def done(table: list[list[str]]) -> None:
            try:
                write_csv(path, table)
            except CodedError as error:
                self._fail(error)
            else:
                self.said.setText(self.tr("已写入 %1").replace("%1", str(path)))

        self._desk.store.ask(checklist_table, done, failed=self._fail)

    def changeEvent(self, event: QEvent) -> None:
        """Translate when the language changes."""
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def _ask(self) -> None:
        self._desk.store.ask(checklist_table, self._take, failed=self._fail)

    def _take(self, table: list[list[str]]) -> None:
        self._rows = table[1:]
        chosen = self.which.currentData()
        names = {row[CODE]: row[NAME] for row in self._rows}
        self.which.clear()
        for code, name in names.items():
            self.which.addItem(f"{name}  {code}", code)
        self.which.setCurrentIndex(max(0, self.which.findData(chosen)))
        self._show()

    def _show(self) -> None:
        some = [row for row in self._rows if row[CODE] == self.which.currentData()]
        self.table.setRowCount(len(some))
        for at, row in enumerate(some):
            for column, text in enumerate(row):
                self.table.setItem(at, column, QTableWidgetItem(text))
        self.table.resizeColumnsToContents()
        for column in range(QUESTION, QUESTION + 3):
            self.table.setColumnWidth(column, min(WIDE, self.table.columnWidth(column)))
        self.wrong.hide()

    def _give(self, outlines: Sequence[Outline], refused: Sequence[Refusal]) -> None:
        if refused or not outlines:
            self._say_refused(refused)
            return
        self._desk.store.do(import_checklists, list(outlines), then=self._kept, failed=self._fail)

    def _kept(self, change: Change) -> None:
        words = self.tr("新增 %1，新版本 %2，未变 %3。在办的警单仍用原来的版本。")
        for at, count in enumerate((change.added, change.changed, change.unchanged), 1):
            words = words.replace(f"%{at}", str(count))
        self.said.setText(words)
        self._ask()

    def _say_refused(self, refused: Sequence[Refusal]) -> None:
        say = Wording(self._desk.language.name)
        lines = [
            self.tr("第 %1 行：%2")
            .replace("%1", str(one.line))
            .replace("%2", refusal_words(one, say)[1])
            for one in refused[:SHOWN_WRONG]
        ]
        if len(refused) > SHOWN_WRONG:
            lines.append(self.tr("共 %1 处").replace("%1", str(len(refused))))
        self.wrong.setText("\n".join(lines) or self.tr("没有可保存的内容。"))
        self.wrong.show()

    def _fail(self, error: CodedError) -> None:
        self.wrong.setText(f"⚠ {sentence(error)}")
        self.wrong.show()

    def _drop_line(self) -> None:
        if self.table.currentRow() >= 0:
            self.table.removeRow(self.table.currentRow())

    def _choose(self, *, opening: bool) -> None:
        title = self.tr("导入微预案") if opening else self.tr("导出微预案")
        dialog = QFileDialog(self, title, "", "CSV (*.csv)")
        dialog.setDefaultSuffix("csv")
        if opening:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        else:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.selectFile("checklist.csv")
        take = self.take_file if opening else self.write_file
        dialog.fileSelected.connect(lambda file: take(Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _translate(self) -> None:
        self.setWindowTitle(self.tr("微预案"))
        self.table.setHorizontalHeaderLabels([translate("ChecklistTable", text) for text in HEADS])
        self.add.setText(self.tr("加一行"))
        self.drop.setText(self.tr("删去此行"))
        self.save.setText(self.tr("保存为新版本"))
        self.read.setText(self.tr("导入…"))
        self.write.setText(self.tr("导出…"))
        self.leave.setText(self.tr("关闭"))

    def _arrange(self) -> None:
        foot = QHBoxLayout()
        for widget in (self.add, self.drop, self.read, self.write):
            foot.addWidget(widget)
        foot.addStretch(1)
        for widget in (self.save, self.leave):
            foot.addWidget(widget)
        column = QVBoxLayout(self)
        column.addWidget(self.which)
        column.addWidget(self.table, 1)
        column.addWidget(self.wrong)
        column.addWidget(self.said)
        column.addLayout(foot)


class Checklists:
    """Opens the table of checklists by its action; one dialog at a time."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        self._desk, self._window = desk, window
        self.dialog: ChecklistDialog | None = None
        desk.actions.on({"data.checklists": self.open})

    def open(self) -> None:
        """Show the table."""
        if self.dialog is None:
            self.dialog = ChecklistDialog(self._desk, self._window)
            self.dialog.finished.connect(self._forget)
        self.dialog.open()

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
