"""The window of a what-if: two choices, a progress bar, a small table, and a sentence that says what may be said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.board import IncidentCard, UnitCard
from models.state import PROGRESS
from services.drill.foresight import Fork, Future, fork
from services.recommending.standing import Standing
from ui.advice import Advised
from ui.desk import Desk
from ui.field import remark
from ui.foresight.comparison import LATE, Comparison, FigureRow, figure_text, value_text
from ui.foresight.process import Foresight
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.moment import span_of
from ui.setting import FORESIGHT_RUNS
from ui.table import CardTable, CardView, Column

SIZE = (860, 470)
TABLE_HEIGHT = 130
# So many of the best units may be chosen from.
OFFERED = 12
HEADS = (
    QT_TRANSLATE_NOOP("Foresight", "指标"),
    QT_TRANSLATE_NOOP("Foresight", "甲"),
    QT_TRANSLATE_NOOP("Foresight", "乙"),
    QT_TRANSLATE_NOOP("Foresight", "甲减乙"),
)
ONE = QT_TRANSLATE_NOOP("Foresight", "{sign}（估计 {span} 到）")
PLAN = QT_TRANSLATE_NOOP("Foresight", "★ 建议：{signs}")


@dataclass(frozen=True, slots=True)
class Offer:
    """One choice: the units that would go, and whether it is what is proposed."""

    unit_ids: tuple[str, ...]
    proposed: bool = False


class ForesightDialog(QDialog):
    """Compares two choices of units for the selected incident; the plays run in programs of their own."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._incident_id = ""
        self._offers: list[Offer] = []
        self._advised = Advised()
        self.comparison = Comparison()
        self.work = Foresight(self)
        self.first, self.second = QComboBox(), QComboBox()
        self._labels = (QLabel(), QLabel())
        self.bar = QProgressBar()
        self.cells = columns(self)
        self.table: CardTable[FigureRow] = CardTable(self.cells, lambda row: row.id, desk.colour)
        self.view = CardView(self.table, self.cells, self)
        self.table.setParent(self)
        self.heading, self.said, self.method = QLabel(), QLabel(), remark("muted")
        self.wrong = remark("danger")
        self.begin, self.cancel = QPushButton(), QPushButton()
        self._lay_out()
        self.begin.clicked.connect(self.start)
        self.cancel.clicked.connect(self._stop_or_go)
        self.work.played.connect(self._take)
        self.work.done.connect(self._show_state)
        self.work.failed.connect(self._tell_failed)
        desk.advice.answered.connect(self._take_advice)
        self.resize(*SIZE)
        self.retranslate()

    @property
    def minutes(self) -> int:
        """From when a sheet counts as late: the standard that coverage is shown for."""
        return self._desk.coverage.rules.coverage.shown

    def call_up(self) -> None:
        """Open for the selected incident, once it is known whom one could send."""
        incident = self._desk.incident()
        if incident is None or incident.state not in PROGRESS or incident.point is None:
            self._desk.say("info", lambda: self.tr("请先选中一条已定位、可派警的警情，再推演。"))
            return
        self._incident_id = incident.id
        self._offers = []
        self.comparison = Comparison()
        self.wrong.hide()
        self.open()
        self._fill()
        self._show_state()
        self._desk.advice.ask(incident.id)

    def start(self) -> None:
        """Play the two choices from how things are now."""
        chosen = self.choices()
        incident = self._desk.store.board.get(IncidentCard, self._incident_id)
        if len(chosen) < 2 or chosen[0] == chosen[1] or incident is None:
            self._say_wrong(self.tr("请选两种不同的派法。"))
            return
        self.wrong.hide()
        self.comparison = Comparison()
        runs = max(1, self._desk.settings.get(FORESIGHT_RUNS))
        folder = self._desk.roads.folder if self._desk.roads.has_roads else None
        self.work.start(self._fork(), chosen, range(runs), folder)
        self._show_state()
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def choices(self) -> list[tuple[str, ...]]:
        """Return the units of both choices."""
        places = (self.first.currentIndex(), self.second.currentIndex())
        return [self._offers[it].unit_ids for it in places if 0 <= it < len(self._offers)]

    def done(self, result: int) -> None:
        """Go, and end what is still being played."""
        self.work.stop()
        super().done(result)

    def changeEvent(self, event: QEvent) -> None:
        """Translate when the language changes."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Write the words in the language of the screen."""
        self.setWindowTitle(self.tr("推演"))
        for label, words in zip(self._labels, (self.tr("甲"), self.tr("乙")), strict=True):
            label.setText(words)
        self.begin.setText(self.tr("开始推演"))
        words = self.tr(
            "从现在的警情和警力出发，用演练的报警和处警各推演 %1 次、每次一小时；两种派法遇到同样的报警。"
            "首次派警之后一律派最近的空闲警力。± 是 95% 区间的一半。推演不改动任何警单。"
        )
        self.method.setText(words.replace("%1", str(self._desk.settings.get(FORESIGHT_RUNS))))
        self.method.show()
        self.table.retitle()
        self._name_offers()
        self._show_state()

    def _fork(self) -> Fork:
        desk = self._desk
        return fork(
            desk.store.board,
            desk.positions.latest.values(),
            self._incident_id,
            desk.clock.now(),
            late_minutes=self.minutes,
        )

    def _take_advice(self, incident_id: str) -> None:
        """Offer what is proposed, and the best units one by one; once, so that nothing changes under a hand."""
        found = self._desk.advice.of(incident_id)
        if not self.isVisible() or incident_id != self._incident_id or self._offers or not found:
            return
        self._advised = found
        self._offers = offers(found)
        self._fill()
        self._show_state()
        # Enter plays the two best; who wants others walks up to them.
        self.begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        for box in (self.first, self.second):
            box.clear()
            box.addItems([""] * len(self._offers))
        self._name_offers()
        self.first.setCurrentIndex(0 if self._offers else -1)
        self.second.setCurrentIndex(min(1, len(self._offers) - 1))

    def _name_offers(self) -> None:
        for box in (self.first, self.second):
            for place, offer in enumerate(self._offers):
                box.setItemText(place, self._name(offer))

    def _name(self, offer: Offer) -> str:
        if offer.proposed:
            return translate("Foresight", PLAN).format(signs=self._signs(offer))
        candidate = self._advised.by_unit.get(offer.unit_ids[0])
        arrival = candidate.arrival if candidate is not None else None
        span = span_of(round(arrival.seconds) * 1000) if arrival is not None else "?"
        return translate("Foresight", ONE).format(sign=self._signs(offer), span=span)

    def _signs(self, offer: Offer) -> str:
        units = self._desk.store.board.all(UnitCard)
        return " ".join(units[id].call_sign for id in offer.unit_ids if id in units)

    def _take(self, choice: int, number: int, future: object) -> None:
        assert isinstance(future, Future)
        self.comparison.add(choice, number, future)
        self._show_state()

    def _show_state(self) -> None:
        running = self.work.is_running
        runs = max(1, self._desk.settings.get(FORESIGHT_RUNS))
        self.bar.setMaximum(2 * runs)
        self.bar.setValue(self.comparison.played)
        self.bar.setVisible(running)
        self.begin.setEnabled(not running and len(self._offers) > 1)
        for box in (self.first, self.second):
            box.setEnabled(not running)
        self.cancel.setText(self.tr("停止") if running else self.tr("关闭"))
        self.table.update(self.comparison.rows(), set())
        self._show_heading()
        self._show_said(running)

    def _show_heading(self) -> None:
        incident = self._desk.store.board.get(IncidentCard, self._incident_id)
        if incident is not None:
            what = self._desk.trade.class_name(incident.class_code)
            self.heading.setText(f"{incident.number}  {what}  {incident.address}")
        if self.isVisible() and self._advised.incident_id == self._incident_id:
            lacking = len(self._offers) < 2
            if lacking:
                self._say_wrong(self.tr("可派的警力不足两支，没有可比的派法。"))

    def _show_said(self, running: bool) -> None:
        chosen = [self._offers[it] for it in self._places() if 0 <= it < len(self._offers)]
        names = [self._signs(offer) for offer in chosen]
        said: list[str] = []
        if len(names) == 2 and not running:
            said = self.comparison.sentences((names[0], names[1]), self.minutes)
        pairs = len(self.comparison.pairs)
        runs = max(1, self._desk.settings.get(FORESIGHT_RUNS))
        if said and pairs < runs:
            stopped = self.tr("推演中途停止：%1 次中的 %2 次。")
            said.insert(0, stopped.replace("%1", str(runs)).replace("%2", str(pairs)))
        self.said.setText("\n".join(said))

    def _places(self) -> tuple[int, int]:
        return self.first.currentIndex(), self.second.currentIndex()

    def _stop_or_go(self) -> None:
        if self.work.is_running:
            self.work.stop()
            self._show_state()
        else:
            self.reject()

    def _tell_failed(self, why: str) -> None:
        self._say_wrong(self.tr("推演没有做完：%1").replace("%1", why))
        self._show_state()

    def _say_wrong(self, text: str) -> None:
        self.wrong.setText(f"⚠ {text}")
        self.wrong.show()

    def _lay_out(self) -> None:
        for label in (self.heading, self.said):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        form = QFormLayout()
        for label, box in zip(self._labels, (self.first, self.second), strict=True):
            label.setBuddy(box)
            form.addRow(label, box)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addLayout(form)
        column.addWidget(self.bar)
        keeping = self.bar.sizePolicy()
        # The table stays where it is when the bar comes and goes.
        keeping.setRetainSizeWhenHidden(True)
        self.bar.setSizePolicy(keeping)
        self.view.setFixedHeight(TABLE_HEIGHT)
        column.addWidget(self.view)
        for label in (self.said, self.method, self.wrong):
            column.addWidget(label)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        self.begin.setProperty("primary", True)
        self.begin.setDefault(True)
        self.cancel.setAutoDefault(False)
        row.addWidget(self.begin)
        row.addWidget(self.cancel)
        column.addLayout(row)


def offers(advised: Advised) -> list[Offer]:
    """Return the proposal first, then the best free units whose place is known, one by one."""
    free = [
        it.unit_id
        for it in advised.ranking.candidates
        if it.standing is Standing.FREE and it.arrival is not None
    ]
    single = [Offer((id,)) for id in free[:OFFERED]]
    wanted = advised.proposal.unit_ids
    if not wanted:
        return single
    return [Offer(wanted, proposed=True), *(it for it in single if it.unit_ids != wanted)]


def columns(dialog: ForesightDialog) -> list[Column[FigureRow]]:
    """Return the columns of the table."""

    def head(place: int) -> Callable[[], str]:
        return lambda: translate("Foresight", HEADS[place])

    def figure(row: FigureRow) -> str:
        unit = " %" if row.id == LATE else ""
        return figure_text(row, dialog.minutes) + unit

    return [
        Column("figure", head(0), figure, width=280),
        Column("first", head(1), lambda row: value_text(row.id, row.first), width=170),
        Column("second", head(2), lambda row: value_text(row.id, row.second), width=170),
        Column(
            "apart",
            head(3),
            lambda row: value_text(row.id, row.apart, signed=True),
            apart_colour,
            width=170,
        ),
    ]


def apart_colour(row: FigureRow) -> str:
    """Return the colour of a difference: muted where it may be chance."""
    return "" if row.apart is not None and row.apart.is_apart_from_zero else "muted"
