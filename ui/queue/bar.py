"""The bar above the queue: stage, level, area, class, mine, overdue and a search text, by mouse and key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.text import SHORT
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.option import OptionBox, class_groups, counties
from ui.queue.filter import LEVELS, Filter, Stage
from ui.queue.tally import Tally
from ui.trade import Trade

TYPING_MS = 150
STAGES = {
    Stage.ALL: QT_TRANSLATE_NOOP("FilterBar", "全部"),
    Stage.WAITING: QT_TRANSLATE_NOOP("FilterBar", "待派"),
    Stage.WORKING: QT_TRANSLATE_NOOP("FilterBar", "处置中"),
    Stage.HANDLED: QT_TRANSLATE_NOOP("FilterBar", "待处结"),
}


class FilterBar(QWidget):
    """Buttons for stages, levels, mine and overdue, boxes for area and class, and one for the search text.

    Signals:
        filtered(Filter): a person chose another filter.
        entered(): Enter in the search box.
    """

    filtered = Signal(object)
    entered = Signal()

    def __init__(self, chosen: Filter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen = chosen
        self._counts: dict[Stage, str] = {}
        self.stages = {stage: self._button(stage.value) for stage in STAGES}
        self.levels = {level: self._button(f"level{level}") for level in LEVELS}
        self.search = QLineEdit(chosen.text)
        self.search.setMaxLength(SHORT)
        self.search.setObjectName("search")
        self.search.setClearButtonEnabled(True)
        self.area, self.group = OptionBox(chosen.area), OptionBox(chosen.group)
        self.mine, self.late = self._button("mine"), self._button("overdue")
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self._take)
        self._group = QButtonGroup(self)
        self._arrange()
        self._show(chosen)
        self._translate()
        self._group.buttonClicked.connect(lambda _button: self._take())
        for button in self.levels.values():
            button.clicked.connect(lambda _on: self._take())
        for button in (self.mine, self.late):
            button.clicked.connect(lambda _on: self._take())
        for box in (self.area, self.group):
            box.chosen.connect(lambda _code: self._take())
        self.search.textEdited.connect(lambda _text: self._typing.start())
        self.search.textChanged.connect(self._take_cleared)
        self.search.returnPressed.connect(self._enter)

    @property
    def chosen(self) -> Filter:
        """The filter chosen now."""
        return self._chosen

    def open(self) -> None:
        """Let everything pass."""
        self._show(Filter())
        self._take()

    def offer(self, trade: Trade, now: int) -> None:
        """Offer the areas and the groups of classes that there are."""
        self.area.offer([("", self.tr("全市")), *counties(trade, now)])
        self.group.offer([("", self.tr("全部类别")), *class_groups(trade, now)])

    def show_counts(self, tally: Tally) -> None:
        """Write on each stage how many incidents are at it."""
        self._counts = {stage: f" {tally.of(stage)}" for stage in STAGES}
        self._name_stages()

    def changeEvent(self, event: QEvent) -> None:
        """Translate the bar when the language changes."""
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.setCheckable(True)
        return button

    def _arrange(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(6, 4, 6, 4)
        rows.setSpacing(3)
        row, second = QHBoxLayout(), QHBoxLayout()
        for line in (row, second):
            line.setSpacing(4)
            rows.addLayout(line)
        for stage in self.stages.values():
            self._group.addButton(stage)
            row.addWidget(stage)
        row.addSpacing(8)
        for level in self.levels.values():
            level.setProperty("slim", True)
            row.addWidget(level)
        row.addStretch(1)
        for widget in (self.area, self.group, self.mine, self.late):
            second.addWidget(widget)
        for button in (self.mine, self.late):
            button.setProperty("slim", True)
        second.addWidget(self.search, 1)

    def _name_stages(self) -> None:
        for stage, button in self.stages.items():
            text = translate("FilterBar", STAGES[stage]) + self._counts.get(stage, "")
            if button.text() != text:
                button.setText(text)

    def _translate(self) -> None:
        self._name_stages()
        for level, button in self.levels.items():
            button.setText(level)
            button.setToolTip(self.tr("显示%1级警情").replace("%1", level))
            button.setAccessibleName(button.toolTip())
        self.mine.setText(self.tr("我的"))
        self.mine.setToolTip(self.tr("只显示我接的警情"))
        self.late.setText(self.tr("超时"))
        self.late.setToolTip(self.tr("只显示已超时的警情"))
        self.area.setAccessibleName(self.tr("区县"))
        self.group.setAccessibleName(self.tr("类别"))
        for box in (self.area, self.group):
            box.setToolTip(box.accessibleName())
        self.search.setPlaceholderText(self.tr("单号、地点、类别、电话，可用拼音首字母"))
        self.search.setAccessibleName(self.tr("在队列中查找"))

    def _show(self, chosen: Filter) -> None:
        self.stages[chosen.stage].setChecked(True)
        for level, button in self.levels.items():
            button.setChecked(level in chosen.levels)
        self.search.setText(chosen.text)
        self.area.choose(chosen.area)
        self.group.choose(chosen.group)
        self.mine.setChecked(chosen.mine)
        self.late.setChecked(chosen.overdue)

    def _take_cleared(self, text: str) -> None:
        if not text:
            self._take()

    def _enter(self) -> None:
        self._take()
        self.entered.emit()

    def _take(self) -> None:
        self._typing.stop()
        stage = next(stage for stage, button in self.stages.items() if button.isChecked())
        levels = "".join(level for level, button in self.levels.items() if button.isChecked())
        chosen = Filter(
            stage,
            levels,
            self.search.text().strip(),
            self.area.code,
            self.group.code,
            self.mine.isChecked(),
            self.late.isChecked(),
        )
        if chosen != self._chosen:
            self._chosen = chosen
            self.filtered.emit(chosen)
