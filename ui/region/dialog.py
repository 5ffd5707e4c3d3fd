"""The wizard that makes a region of a file: what it will take, how far it is, what went wrong."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from services.region.source import Estimate
from ui.field import remark
from ui.language import QT_TRANSLATE_NOOP, translate

WIDTH = 560
WHOLE = 1000
MEGABYTE = 1_000_000
PATTERNS = "*.osm.pbf *.pbf *.osm *.osm.bz2 *.region"
STEPS = {
    "extract": QT_TRANSLATE_NOOP("RegionDialog", "读取数据"),
    "boundaries": QT_TRANSLATE_NOOP("RegionDialog", "行政区划"),
    "tiles": QT_TRANSLATE_NOOP("RegionDialog", "底图"),
    "roads": QT_TRANSLATE_NOOP("RegionDialog", "道路"),
    "names": QT_TRANSLATE_NOOP("RegionDialog", "地名"),
    "manifest": QT_TRANSLATE_NOOP("RegionDialog", "收尾"),
    "install": QT_TRANSLATE_NOOP("RegionDialog", "检查并启用"),
}


class RegionDialog(QDialog):
    """Chooses a file and shows a build; the desk works on beside it.

    Signals:
        file_chosen(Path): a person chose this file.
        start_asked(Path, str, str): it is to be made a region: the file, its clip, its name ("" none).
        stop_asked(): the build is to be stopped.
    """

    file_chosen = Signal(object)
    start_asked = Signal(object, str, str)
    stop_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._running = False
        self._estimate: Estimate | None = None
        self._step = ""
        self.file, self.estimate, self.about = QLabel(), QLabel(), QLabel()
        for label in (self.file, self.estimate, self.about):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.name, self.clip = QLineEdit(), QLineEdit()
        self.progress = QProgressBar()
        self.progress.setRange(0, WHOLE)
        self.wrong, self.good = remark("danger"), remark("ok")
        self.choose, self.go, self.leave = (QPushButton() for _ in range(3))
        self.go.setProperty("primary", True)
        self._labels = {self.name: QLabel(), self.clip: QLabel()}
        self._arrange()
        self.choose.clicked.connect(self.choose_file)
        self.go.clicked.connect(self._go)
        self.leave.clicked.connect(self.reject)
        self._translate()
        self._show_state()
        self.setMinimumWidth(WIDTH)
        self.adjustSize()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language of the screen."""
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
            self._show_state()
        super().changeEvent(event)

    def choose_file(self) -> None:
        """Let a person choose a file."""
        kind = self.tr("地图数据")
        dialog = QFileDialog(self, self.tr("选择地图数据"), "", f"{kind} ({PATTERNS})")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda file: self.file_chosen.emit(Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def show_file(self, path: Path, estimate: Estimate | None) -> None:
        """Show a file that can be used, and what a build of it takes (None: it only has to be installed)."""
        self._path, self._estimate = path, estimate
        self.wrong.hide()
        self.good.hide()
        self.progress.reset()
        self._show_state()
        if estimate is not None and estimate.free < estimate.needed:
            self.refuse(self.tr("磁盘空间不足。请腾出空间。"))
            self._path = None
        self._show_state()
        self.go.setFocus()

    def show_progress(self, step: str, part: float) -> None:
        """Show how far the build is, 0 to 1."""
        self._step = step
        self.progress.setValue(round(part * WHOLE))
        self.progress.setFormat(f"{self._step_name()}  %p%")

    def begin(self) -> None:
        """The build runs."""
        self._running = True
        self.wrong.hide()
        self.good.hide()
        self.progress.setValue(0)
        self.progress.setFormat("")
        self._show_state()

    def end(self, said: str) -> None:
        """It has come to its end; say so."""
        self._running = False
        self.good.setText(f"✓ {said}")
        self.good.show()
        self.progress.setValue(WHOLE)
        self.progress.setFormat("%p%")
        self._path = None
        self._show_state()
        self.leave.setFocus()

    def refuse(self, why: str) -> None:
        """Say why it did not go; the person may try again, or choose another file."""
        self._running = False
        self.wrong.setText(f"⚠ {why}")
        self.wrong.show()
        self.good.hide()
        self._show_state()

    def _go(self) -> None:
        if self._running:
            self.stop_asked.emit()
        elif self._path is not None:
            self.start_asked.emit(self._path, self.clip.text().strip(), self.name.text().strip())

    def _show_state(self) -> None:
        has = self._path is not None
        self.file.setText(
            self._path.name if self._path else self.tr("还没有选择文件。也可以把文件拖到地图上。")
        )
        self.estimate.setText(self._estimate_words())
        for field, label in self._labels.items():
            field.setEnabled(not self._running and has and self._estimate is not None)
            label.setEnabled(field.isEnabled())
        self.choose.setEnabled(not self._running)
        self.go.setText(self.tr("停止") if self._running else self.tr("开始"))
        self.go.setEnabled(self._running or has)
        self.progress.setVisible(self._running or self.good.isVisibleTo(self))
        self.leave.setText(self.tr("在后台继续") if self._running else self.tr("关闭"))
        self.adjustSize()

    def _estimate_words(self) -> str:
        if self._path is None:
            return ""
        if self._estimate is None:
            return self.tr("这是制作好的地区，检查后即可启用。")
        words = self.tr("约需 %1 秒、%2 MB 磁盘（可用 %3 MB）。停止后可从中断处继续。")
        it = self._estimate
        for at, number in enumerate(
            (it.seconds, -(-it.needed // MEGABYTE), it.free // MEGABYTE), 1
        ):
            words = words.replace(f"%{at}", str(number))
        return words

    def _step_name(self) -> str:
        return translate("RegionDialog", STEPS[self._step]) if self._step in STEPS else ""

    def _translate(self) -> None:
        self.setWindowTitle(self.tr("离线地图：制作或启用地区"))
        self.about.setText(
            self.tr(
                "用一个 OpenStreetMap 数据文件（.osm.pbf、.osm、.osm.bz2）制作底图、道路和地名，完成后自动启用。"
            )
        )
        self._labels[self.name].setText(self.tr("名称"))
        self._labels[self.clip].setText(self.tr("只取"))
        self.name.setPlaceholderText(self.tr("留空则取数据中最大的城市"))
        self.clip.setPlaceholderText(self.tr("区划名称，或 西,南,东,北；留空则全部"))
        self.name.setAccessibleName(self.tr("名称"))
        self.clip.setAccessibleName(self.tr("只取"))
        self.choose.setText(self.tr("选择文件…"))

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.file, 1)
        head.addWidget(self.choose)
        form = QFormLayout()
        for field, label in self._labels.items():
            label.setBuddy(field)
            form.addRow(label, field)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.go)
        foot.addWidget(self.leave)
        column = QVBoxLayout(self)
        for part in (self.about, head, self.estimate, form, self.progress, self.wrong, self.good):
            if isinstance(part, QWidget):
                column.addWidget(part)
            else:
                column.addLayout(part)
        column.addStretch()
        column.addLayout(foot)
