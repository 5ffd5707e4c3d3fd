"""How the parts of the details stand: the story scrolls where it must, the timeline, forms and the note line stay in sight."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from models.board import IncidentCard
from models.text import LONG
from services.dossier import Dossier
from ui.desk import Desk
from ui.details.asking import AskingPart
from ui.details.bar import Bar
from ui.details.branch import BranchList
from ui.details.call import call_text
from ui.details.diversion import DiversionPart
from ui.details.head import DetailsHead, words
from ui.details.job import JobList
from ui.details.order import OrderList
from ui.details.panels import Panels
from ui.details.party import PartyList
from ui.details.report import report_text
from ui.details.stop import StopList
from ui.details.timeline import Timeline
from ui.field import remark
from ui.fitting import FittingScroll
from ui.scope import keyed

# What is left of the story on a low screen, before the timeline gives way.
STORY_LEAST = 150
# What is left of a form there: it scrolls to the field that has the keyboard.
FORM_LEAST = 220


class DetailsLayout(QWidget):
    """The widgets of the details pane; the pane tells them what to show."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.head, self.bar = DetailsHead(desk, self), Bar(desk, self)
        self.jobs, self.orders = JobList(desk, self), OrderList(desk, self)
        self.asking = AskingPart(desk, self)
        self.stops = StopList(desk, self)
        self.diversion = DiversionPart(desk, self)
        self.reports_title, self.reports = QLabel(), words(wrap=True)
        self.calls_title, self.calls = QLabel(), words(wrap=True)
        for title in (self.reports_title, self.calls_title):
            title.setProperty("role", "heading")
        self.branches, self.timeline = BranchList(desk, self), Timeline(desk, self)
        self.parties, self.panels = PartyList(desk, self), Panels(desk, self)
        self.note, self.note_mark = QLineEdit(), remark("danger")
        self.note.setMaxLength(LONG)
        self.empty = QLabel()
        self.empty.setProperty("role", "muted")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._arrange(parent)
        self.setFocusProxy(self.timeline.view)
        self.show_empty(True)
        self.retranslate()

    def show_empty(self, empty: bool) -> None:
        """Show that nothing is selected, or the details."""
        self._stack.setCurrentIndex(0 if empty else 1)

    def show_dossier(self, dossier: Dossier, card: IncidentCard) -> None:
        """Show everything about a sheet; parts without content are away."""
        self.head.show_dossier(dossier, card)
        self.show_steps(card)
        self.stops.show_sheet(card.id)
        self.diversion.show_sheet(card.id)
        reports = [report_text(self._desk, report) for report in reversed(dossier.feedbacks)]
        show_lines(self.reports_title, self.reports, reports)
        calls = [call_text(self._desk, call) for call in dossier.calls]
        show_lines(self.calls_title, self.calls, calls)
        self.asking.show_dossier(dossier, card)
        self.parties.show_dossier(dossier)
        self.branches.show_dossier(dossier)
        self.timeline.show_entries(card.id, dossier.entries)
        self.show_empty(False)

    def show_steps(self, card: IncidentCard | None) -> None:
        """Show what may be done with a sheet, its units and its orders; None: it has left the board and is read now."""
        self.bar.show_card(card)
        if card is not None:
            self.jobs.show_card(card)
            self.orders.show_card(card)

    def retranslate(self) -> None:
        """Write the words in the language of the screen."""
        self.empty.setText(self.tr("在队列、地图或查找中选中一张警单"))
        self.reports_title.setText(self.tr("反馈"))
        self.calls_title.setText(self.tr("话务"))
        self.note.setPlaceholderText(
            keyed(self.tr("写流水（{note}），{write} 记入"), note="sheet.note", write="note.write")
        )
        for part in (
            *(self.bar, self.jobs, self.orders, self.asking, self.stops),
            *(self.parties, self.branches, self.timeline, self.diversion),
        ):
            part.retranslate()

    def _arrange(self, parent: QWidget) -> None:
        outer = QVBoxLayout(parent)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.empty)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(6)
        column.addWidget(FittingScroll(self._story(), STORY_LEAST))
        column.addWidget(self.timeline, 1)
        column.addWidget(FittingScroll(self.panels, FORM_LEAST))
        for widget in (self.note, self.note_mark):
            column.addWidget(widget)
        self._stack.addWidget(body)

    def _story(self) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(8)
        parts: tuple[QWidget, ...] = (
            self.head,
            self.bar,
            self.diversion,
            self.jobs,
            self.orders,
            self.asking,
            self.stops,
            self.head.times,
            self.reports_title,
            self.reports,
            self.parties,
            self.branches,
            self.calls_title,
            self.calls,
            self.head.written,
        )
        for part in parts:
            column.addWidget(part)
        return inner


def show_lines(title: QLabel, label: QLabel, lines: list[str]) -> None:
    """Show lines of text under their title; both are away where there are none."""
    label.setText("\n".join(lines))
    for widget in (title, label):
        widget.setVisible(bool(lines))
