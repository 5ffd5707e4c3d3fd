"""What is in a file before it is imported: which list, how many rows, and a report of everything refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.board import Card
from models.errors import TroubleError
from services.dictionary import LISTINGS, Reading, Refusal, write_csv
from ui.desk import Desk
from ui.field import FlagField, remark
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.refusal import sentence
from ui.table import CardTable, CardView, Column
from ui.terminal.refusing import refusal_words
from ui.terminal.wording import Wording
from ui.wording import list_name

SIZE = (820, 520)
LINE = QT_TRANSLATE_NOOP("Import", "行")
THING = QT_TRANSLATE_NOOP("Import", "内容")
COLUMN = QT_TRANSLATE_NOOP("Import", "列")
REASON = QT_TRANSLATE_NOOP("Import", "原因")


@dataclass(frozen=True, slots=True)
class RefusalCard(Card):
    """One thing refused, in words."""

    line: int
    thing: str
    column: str
    reason: str


class ImportDialog(QDialog):
    """Shows a file that was read; a person imports it, or sees all that is to be mended.

    Signals:
        other_list(Path, str): the file is to be read as another list.
        accepted_rows(str, tuple, bool): these rows of this list are to be imported, and whether others are retired.
    """

    other_list = Signal(object, str)
    accepted_rows = Signal(str, object, bool)

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        names: Sequence[str] = tuple(LISTINGS),
        *,
        retires: bool = True,
    ) -> None:
        """Offer these lists; `retires` tells whether what a file does not have may be retired."""
        super().__init__(parent)
        self._desk = desk
        self._names, self._retires = tuple(names), retires
        self._path, self._reading = Path(), Reading(next(iter(LISTINGS.values())), (), ())
        columns = self._columns()
        self.file, self.summary = QLabel(), QLabel()
        for label in (self.file, self.summary):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.file.setProperty("role", "heading")
        self.wrong = remark("danger")
        self.lists = QComboBox()
        self.table = CardTable(columns, lambda row: row.line, desk.colour, self)
        self.view = CardView(self.table, columns, self)
        self.replace = FlagField(lambda: self.tr("停用文件中没有的（历史保留）"))
        self.copy, self.save, self.go, self.leave = (QPushButton() for _ in range(4))
        self.go.setProperty("primary", True)
        self._arrange()
        self.lists.activated.connect(
            lambda _row: self.other_list.emit(self._path, self.lists.currentData())
        )
        self.copy.clicked.connect(self.copy_report)
        self.save.clicked.connect(self._choose_report)
        self.go.clicked.connect(self._give)
        self.leave.clicked.connect(self.reject)
        self._translate()
        self.resize(*SIZE)

    def show_file(
        self, path: Path, name: str, reading: Reading, refused: Sequence[Refusal]
    ) -> None:
        """Show a file that was read as a list."""
        self._path, self._reading = path, reading
        self.file.setText(path.name)
        self.lists.setCurrentIndex(self.lists.findData(name))
        say = Wording(self._desk.language.name)
        rows = []
        for at, refusal in enumerate(refused):
            column, reason = refusal_words(refusal, say, reading.listing.name)
            rows.append(RefusalCard(f"{at:06d}", refusal.line, refusal.code, column, reason))
        self.table.reset(rows)
        good = not rows and bool(reading.rows)
        self.summary.setText(self._summary(refused))
        self.summary.setProperty("role", "" if good else "danger")
        self.summary.style().polish(self.summary)
        self.wrong.hide()
        for widget in (self.view, self.copy, self.save):
            widget.setVisible(bool(rows))
        self.replace.setVisible(good and self._retires)
        self.replace.show_value(False)
        self.go.setVisible(good)
        self.go.setEnabled(good)
        (self.go if good else self.leave).setFocus()

    def refuse(self, text: str) -> None:
        """Say why nothing was imported; the person may try again."""
        self.wrong.setText(f"⚠ {text}")
        self.wrong.show()
        self.go.setText(self.tr("导入"))
        self.go.setEnabled(True)

    def report(self) -> list[list[str]]:
        """Return the report as a table with its titles."""
        titles = [column.title() for column in self._columns()]
        cards = self.table.cards()
        return [titles, *([str(it.line), it.thing, it.column, it.reason] for it in cards)]

    def copy_report(self) -> None:
        """Put the report on the clipboard, a line each, tabs between cells."""
        text = "\n".join("\t".join(row) for row in self.report())
        QGuiApplication.clipboard().setText(text)

    def save_report(self, path: Path) -> None:
        """Write the report as a CSV file."""
        try:
            write_csv(path, self.report())
        except TroubleError as error:
            self.wrong.setText(f"⚠ {sentence(error)}")
            self.wrong.show()

    def _choose_report(self) -> None:
        name = f"{self._path.stem}-report.csv"
        dialog = QFileDialog(self, self.tr("保存报告"), str(self._path.parent), "CSV (*.csv)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda file: self.save_report(Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _give(self) -> None:
        self.go.setEnabled(False)
        self.go.setText(self.tr("正在导入…"))
        name = str(self.lists.currentData())
        self.accepted_rows.emit(name, self._reading.rows, self.replace.value())

    def _summary(self, refused: Sequence[Refusal]) -> str:
        if refused:
            words = self.tr("有 %1 处不合格，整个文件都不会导入。请改正后再导入。")
            return words.replace("%1", str(len(refused)))
        if not self._reading.rows:
            return self.tr("文件里没有内容。")
        if not self._retires:
            words = self.tr("共 %1 行，全部合格。编号已有的不重复接收。")
            return words.replace("%1", str(len(self._reading.rows)))
        words = self.tr("共 %1 行，全部合格。已有的按%2对应修改，其余新增。")
        heads = {"call_sign": self.tr("呼号"), "code": self.tr("代码")}
        key = heads.get(self._reading.listing.key[0], self.tr("单位代码和次序"))
        return words.replace("%1", str(len(self._reading.rows))).replace("%2", key)

    def _translate(self) -> None:
        self.setWindowTitle(self.tr("导入资料"))
        self.lists.clear()
        for name in self._names:
            self.lists.addItem(list_name(name), name)
        self.replace.retranslate()
        self.copy.setText(self.tr("复制报告"))
        self.save.setText(self.tr("保存报告…"))
        self.go.setText(self.tr("导入"))
        self.leave.setText(self.tr("关闭"))

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.file, 1)
        head.addWidget(self.lists)
        foot = QHBoxLayout()
        for widget in (self.copy, self.save):
            foot.addWidget(widget)
        foot.addStretch(1)
        for widget in (self.go, self.leave):
            foot.addWidget(widget)
        column = QVBoxLayout(self)
        column.addLayout(head)
        column.addWidget(self.summary)
        column.addWidget(self.view, 1)
        column.addWidget(self.replace)
        column.addWidget(self.wrong)
        column.addStretch()
        column.addLayout(foot)

    def _columns(self) -> list[Column[RefusalCard]]:
        def title(text: str) -> str:
            return translate("Import", text)

        return [
            Column("line", lambda: title(LINE), lambda row: str(row.line), width=56, right=True),
            Column("thing", lambda: title(THING), lambda row: row.thing, width=130),
            Column("column", lambda: title(COLUMN), lambda row: row.column, width=100),
            Column(
                "reason", lambda: title(REASON), lambda row: row.reason, width=300, stretch=True
            ),
        ]
