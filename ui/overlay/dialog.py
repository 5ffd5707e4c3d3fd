"""The list of overlays: shown and hidden, dressed otherwise, looked at and taken away by key; and the form of a new one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.place import Datum
from services.overlay import Layer
from services.overlay.home import LOOKS
from ui.desk import Desk
from ui.field import remark
from ui.form import choice, line
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.naming import datum_text
from ui.panel import Panel
from ui.scope import shortcut, with_key

ADD, SHOW, LOOK, REMOVE = "overlay.add", "overlay.shown", "overlay.look", "overlay.remove"
SIZE = (620, 420)
LOOK_NAMES = (
    QT_TRANSLATE_NOOP("Overlay", "蓝 实线"),
    QT_TRANSLATE_NOOP("Overlay", "绿 虚线"),
    QT_TRANSLATE_NOOP("Overlay", "橙 点线"),
    QT_TRANSLATE_NOOP("Overlay", "紫红 点划线"),
    QT_TRANSLATE_NOOP("Overlay", "黄 短划线"),
    QT_TRANSLATE_NOOP("Overlay", "灰 密点线"),
)


class OverlayDialog(QDialog):
    """Signals:
    add_asked(): a file is to be chosen.
    given(dict): name and datum of the file that was read.
    shown_asked(str): a layer is to be shown, or hidden.
    look_asked(str): a layer is to be dressed otherwise.
    remove_asked(str): a layer is to be taken away.
    view_asked(str): a layer is wanted in view.
    """

    add_asked = Signal()
    given = Signal(object)
    shown_asked = Signal(str)
    look_asked = Signal(str)
    remove_asked = Signal(str)
    view_asked = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget()
        self.empty = remark("muted")
        self.wrong = remark("danger")
        self._file = ""
        datums = [(datum.value, datum) for datum in Datum]
        self.form = Panel(
            desk,
            lambda: self.tr("导入图层：%1").replace("%1", self._file),
            [
                line("name", needed=True),
                choice(
                    "datum",
                    lambda: [(code, datum_text(datum)) for code, datum in datums],
                    title=lambda: self.tr("坐标系"),
                ),
            ],
            self,
        )
        self.form.given.connect(self.given)
        self.buttons = {name: QPushButton() for name in (ADD, SHOW, LOOK, REMOVE)}
        asked = {SHOW: self.shown_asked, LOOK: self.look_asked, REMOVE: self.remove_asked}
        self._wire(ADD, self.add_asked.emit)
        for name, signal in asked.items():
            self._wire(name, partial(self._with_current, signal.emit))
        self.list.itemActivated.connect(lambda _item: self._with_current(self.view_asked.emit))
        self._lay_out()
        self._translate()

    def show_layers(self, layers: list[Layer]) -> None:
        """Show what is kept; the same row stays the current one."""
        row = self.list.currentRow()
        self.list.clear()
        for layer in layers:
            item = QListWidgetItem(self._words(layer))
            item.setData(Qt.ItemDataRole.UserRole, layer.id)
            self.list.addItem(item)
        self.list.setCurrentRow(min(max(row, 0), len(layers) - 1))
        self.empty.setVisible(not layers)

    def ask(self, file: str, name: str, note: Callable[[], str]) -> None:
        """Ask for name and datum of a file."""
        self._file = file
        self.say_wrong("")
        self.form.ask({"name": name, "datum": Datum.WGS84.value}, note=note)

    def say_wrong(self, text: str) -> None:
        """Say what is wrong, "" nothing."""
        self.wrong.setText(f"⚠ {text}" if text else "")
        self.wrong.setVisible(bool(text))

    def changeEvent(self, event: QEvent) -> None:
        """Translate when the language changes."""
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def _wire(self, name: str, run: Callable[[], object]) -> None:
        self.buttons[name].setAutoDefault(False)
        self.buttons[name].clicked.connect(lambda _on=False: run())
        shortcut(name, self.list, run)

    def _with_current(self, tell: Callable[[str], object]) -> None:
        item = self.list.currentItem()
        if item is not None:
            tell(str(item.data(Qt.ItemDataRole.UserRole)))

    def _words(self, layer: Layer) -> str:
        look = translate("Overlay", LOOK_NAMES[layer.look % LOOKS])
        words = self.tr("%1 个 · %2 · %3").replace("%1", str(layer.count)).replace("%2", look)
        state = self.tr("显示") if layer.shown else self.tr("隐藏")
        return f"{'✓' if layer.shown else '　'} {layer.name}   {words.replace('%3', state)}"

    def _translate(self) -> None:
        self.setWindowTitle(self.tr("叠加图层"))
        self.empty.setText(
            self.tr(
                "没有叠加图层。可导入 GeoJSON、KML、KMZ、GPX 和 Shapefile，也可以把文件拖到地图上。"
            )
        )
        words = {
            ADD: self.tr("导入…"),
            SHOW: self.tr("显示或隐藏"),
            LOOK: self.tr("换样式"),
            REMOVE: self.tr("移除"),
        }
        for name, button in self.buttons.items():
            button.setText(with_key(words[name], name))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        for button in self.buttons.values():
            row.addWidget(button)
        column = QVBoxLayout(self)
        for widget in (self.form, self.empty, self.list, self.wrong):
            column.addWidget(widget, int(widget is self.list))
        column.addLayout(row)
        self.resize(*SIZE)
