"""The band tables (签收、出警、到场、反馈) of units and bodies, live while they are open, out as CSV by one key."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTabBar,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from models.board import Delta, IncidentCard, UnitCard
from models.errors import TroubleError
from services.banding import BANDS, BandRow, By, band_table
from services.dictionary import write_csv
from ui.desk import Desk
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.refusal import sentence

HOUR = 3_600_000
SPANS = (1, 8, 12, 24, 168)
SIZE = (860, 560)
STEPS = {
    "sign": QT_TRANSLATE_NOOP("Bands", "签收"),
    "depart": QT_TRANSLATE_NOOP("Bands", "出警"),
    "arrive": QT_TRANSLATE_NOOP("Bands", "到场"),
    "feedback": QT_TRANSLATE_NOOP("Bands", "反馈"),
}
UNITS = {
    "s": QT_TRANSLATE_NOOP("Bands", "秒"),
    "min": QT_TRANSLATE_NOOP("Bands", "分"),
    "h": QT_TRANSLATE_NOOP("Bands", "小时"),
}
WHOLE = QT_TRANSLATE_NOOP("Bands", "合计")
NOBODY = QT_TRANSLATE_NOOP("Bands", "无所属")
ORDERS = QT_TRANSLATE_NOOP("Bands", "派警")
OPEN = QT_TRANSLATE_NOOP("Bands", "未完成")
FIRST = QT_TRANSLATE_NOOP("Bands", "首档占比")
NAME = QT_TRANSLATE_NOOP("Bands", "单位")


class BandDialog(QDialog):
    """Shows one step at a time; Left and Right change it, the boxes choose whose and how long back."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: list[BandRow] = []
        self._reading = False
        self._stale = False
        self.steps = QTabBar()
        self.by, self.span = QComboBox(), QComboBox()
        for by in By:
            self.by.addItem("", by.value)
        for hours in SPANS:
            self.span.addItem("", hours)
        self.span.setCurrentIndex(SPANS.index(24))
        for _ in STEPS:
            self.steps.addTab("")
        self.table = QTableWidget()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().hide()
        self.wrong = QLabel()
        self.wrong.setProperty("role", "danger")
        self.wrong.setTextFormat(Qt.TextFormat.PlainText)
        self.save, self.leave = QPushButton(), QPushButton()
        self._arrange()
        self.steps.currentChanged.connect(lambda _at: self._show())
        for box in (self.by, self.span):
            box.activated.connect(lambda _at: self._ask())
        self.save.clicked.connect(self._choose_file)
        self.leave.clicked.connect(self.reject)
        desk.store.changed.connect(self._follow)
        self._translate()
        self.resize(*SIZE)
        self.steps.setFocus()
        self._ask()

    def write(self, path: Path) -> None:
        """Write all four tables as one CSV file."""
        titles = [translate("Bands", text) for text in (NAME, ORDERS)]
        for step, bands in BANDS.items():
            word = translate("Bands", STEPS[step])
            titles += [f"{word} {band_name(name)}" for name in bands]
            titles.append(f"{word} {translate('Bands', OPEN)}")
        lines = [[self._name(row), str(row.orders), *cells(row)] for row in self._rows]
        try:
            write_csv(path, [titles, *lines])
        except TroubleError as error:
            self.wrong.setText(f"⚠ {sentence(error)}")

    def changeEvent(self, event: QEvent) -> None:
        """Translate when the language changes."""
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def _follow(self, delta: Delta) -> None:
        if self.isVisible() and delta.touches(IncidentCard):
            self._ask()

    def _ask(self) -> None:
        """Read anew; what changed while a reading is under way is read once more after it."""
        if self._reading:
            self._stale = True
            return
        self._reading, self._stale = True, False
        now, units = self._desk.clock.now(), self._desk.store.board.all(UnitCard).values()
        self._desk.store.ask(
            band_table,
            self._take,
            start=now - int(self.span.currentData()) * HOUR,
            end=now + 1,
            by=By(self.by.currentData()),
            drill=any(unit.drill for unit in units),
            failed=lambda _error: self._take(self._rows),
        )

    def _take(self, rows: list[BandRow]) -> None:
        self._reading, self._rows = False, rows
        self._show()
        if self._stale:
            self._ask()

    def _show(self) -> None:
        step = list(STEPS)[self.steps.currentIndex()]
        titles = [translate("Bands", NAME), translate("Bands", ORDERS)]
        titles += [band_name(name) for name in BANDS[step]]
        titles += [translate("Bands", FIRST), translate("Bands", OPEN)]
        self.table.setColumnCount(len(titles))
        self.table.setHorizontalHeaderLabels(titles)
        self.table.setRowCount(len(self._rows))
        for at, row in enumerate(self._rows):
            share = row.share(step)
            words = [self._name(row), str(row.orders)]
            words += [str(count or "") for count in row.counts[step].values()]
            words += ["" if share is None else f"{share:.1%}", str(row.open[step] or "")]
            for column, word in enumerate(words):
                item = QTableWidgetItem(word)
                if column:
                    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                    item.setTextAlignment(right)
                self.table.setItem(at, column, item)
        self.table.resizeColumnsToContents()

    def _name(self, row: BandRow) -> str:
        last = bool(self._rows) and row is self._rows[-1]
        return translate("Bands", WHOLE) if last else row.name or translate("Bands", NOBODY)

    def _choose_file(self) -> None:
        title = self.tr("导出时段表")
        dialog = QFileDialog(self, title, "", "CSV (*.csv)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(f"{title}.csv")
        dialog.fileSelected.connect(lambda file: self.write(Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _translate(self) -> None:
        self.setWindowTitle(self.tr("签收、出警、到场、反馈时段表"))
        for at, text in enumerate(STEPS.values()):
            self.steps.setTabText(at, translate("Bands", text))
        for at, text in enumerate((self.tr("按警力"), self.tr("按单位"))):
            self.by.setItemText(at, text)
        for at, hours in enumerate(SPANS):
            self.span.setItemText(at, self.tr("最近 %1 小时").replace("%1", str(hours)))
        self.save.setText(self.tr("导出 CSV…"))
        self.leave.setText(self.tr("关闭"))
        self._show()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.steps, 1)
        head.addWidget(self.by)
        head.addWidget(self.span)
        foot = QHBoxLayout()
        foot.addWidget(self.wrong, 1)
        foot.addWidget(self.save)
        foot.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addLayout(foot)


class Bands:
    """Opens the band tables by their action; one dialog at a time."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        self._desk, self._window = desk, window
        self.dialog: BandDialog | None = None
        desk.actions.on({"data.bands": self.open})

    def open(self) -> None:
        """Show the tables."""
        if self.dialog is None:
            self.dialog = BandDialog(self._desk, self._window)
            self.dialog.finished.connect(self._forget)
        self.dialog.open()

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None


def band_name(name: str) -> str:
    """Return a band as people read it: 0-30 秒, >4 小时."""
    ending = next(unit for unit in ("min", "s", "h") if name.endswith(unit))
    return f"{name.removesuffix(ending)} {translate('Bands', UNITS[ending])}"


def cells(row: BandRow) -> Sequence[str]:
    """Return the counts of every step, what is open after each."""
    found: list[str] = []
    for step, counts in row.counts.items():
        found += [str(count) for count in counts.values()]
        found.append(str(row.open[step]))
    return found
