"""Sheets that may tell of the same matter, open ones close by, and what the number reported before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from models.board import Card, IncidentCard
from services.matching import SUSPECTS, Kinship, Match, certain, order
from ui.desk import Desk
from ui.incident import short_number
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.location import distance_text
from ui.moment import local, span_of
from ui.scope import is_key, keyed, with_key
from ui.table import CardTable, CardView, Column
from ui.wording import state_name

ROWS = 3
ROW_HEIGHT = 26
# A crowded square has more sheets near by than anybody reads.
NEAR_SHOWN = 8
HOUR_MS = 3_600_000
MATTERS = {
    Kinship.REPEAT: QT_TRANSLATE_NOOP("Related", "▲ 重复 同号 {span}"),
    Kinship.DISPUTE: QT_TRANSLATE_NOOP("Related", "▲ 重复 同号纠纷 {span}"),
    Kinship.ALIKE: QT_TRANSLATE_NOOP("Related", "▲ 疑似 {score} 分 {metres} {span}"),
    Kinship.NEAR: QT_TRANSLATE_NOOP("Related", "附近 {metres}"),
    Kinship.HISTORY: QT_TRANSLATE_NOOP("Related", "同号 {day}"),
}
MINUTES, HOURS = (
    QT_TRANSLATE_NOOP("Related", "{count} 分钟"),
    QT_TRANSLATE_NOOP("Related", "{count} 小时"),
)


@dataclass(frozen=True, slots=True)
class RelatedCard(Card):
    """One match as a row of the list."""

    match: Match


class RelatedList(QWidget):
    """A short list: one key links to what is sure, everything else is a person's choice.

    Signals:
        link_asked(str): hang the typed sheet on this one.
        unlink_asked(): take the typed sheet off its main one.
        left(): the keyboard wants to go back to the fields.
    """

    link_asked = Signal(str)
    unlink_asked = Signal()
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._sheet: IncidentCard | None = None
        self._matches: list[Match] = []
        columns = self._columns()
        self.table = CardTable(columns, lambda row: order(row.match), desk.colour, self)
        self.view = CardView(self.table, columns, self)
        self.view.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.view.horizontalHeader().hide()
        self.view.activated_card.connect(lambda _id: self.link_current())
        self.title, self._linked = QLabel(), QLabel()
        for label in (self.title, self._linked):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.title.setProperty("role", "muted")
        self.link, self.unlink = QPushButton(), QPushButton()
        self.link.clicked.connect(self.link_or_choose)
        self.unlink.clicked.connect(self.unlink_asked)
        self._lay_out()
        self.hide()

    def show_matches(self, sheet: IncidentCard, matches: Sequence[Match]) -> None:
        """Show what stands beside a sheet, the likeliest first."""
        self._sheet = sheet
        near = [match for match in matches if match.kinship is Kinship.NEAR]
        self._matches = [match for match in matches if match not in near[NEAR_SHOWN:]]
        before = self.view.current_id() if self.view.hasFocus() else ""
        self.table.reset([RelatedCard(match.sheet.id, match) for match in self._matches])
        if self._matches and not (before and self.view.choose(before)):
            self.view.choose(self.table.cards()[0].id)
        self.view.setFixedHeight(min(max(len(self._matches), 1), ROWS) * ROW_HEIGHT + 4)
        self.view.setVisible(bool(self._matches))
        self._show_link(sheet)
        self.setVisible(bool(self._matches) or sheet.main_id is not None)

    @property
    def is_offering(self) -> bool:
        """Whether there is an open sheet to link to."""
        return any(match.is_open for match in self._matches)

    def certain(self) -> str:
        """Return the main sheet that one key links to at once, "" none."""
        return certain(self._matches)

    def link_or_choose(self) -> None:
        """Link to what is sure; else bring the keyboard to the list, to choose."""
        if self._sheet is not None and self._sheet.main_id is not None:
            return
        if main := self.certain():
            self.link_asked.emit(main)
        elif self.is_offering:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def link_current(self) -> None:
        """Ask for the link to the current row, where it is open."""
        row = self.table.card(self.view.currentIndex().row())
        free = self._sheet is not None and self._sheet.main_id is None
        if row is not None and row.match.is_open and free:
            self.link_asked.emit(row.match.main_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the fields by Esc."""
        if is_key(event, "related.leave"):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Write the words in the language of the screen."""
        self.unlink.setText(with_key(self.tr("解除关联"), "sheet.unlink"))
        self.table.retitle()
        if self._sheet is not None:
            self._show_link(self._sheet)

    def _show_link(self, sheet: IncidentCard) -> None:
        linked = sheet.main_id is not None
        main = self._desk.store.board.get(IncidentCard, sheet.main_id)
        words = self.tr("✓ 已关联到主单 %1").replace(
            "%1", short_number(main.number) if main else ""
        )
        self._linked.setText(words)
        self.title.setText(self._title_words())
        sure, offering = bool(self.certain()), self.is_offering
        self.link.setText(
            with_key(self.tr("关联") if sure else self.tr("选择关联"), "sheet.link_found")
        )
        self.link.setToolTip(
            self.tr("同号一小时内的一张警单，直接关联")
            if sure
            else keyed(
                self.tr("上下移动选中，{open} 关联，{leave} 返回"),
                open="list.open",
                leave="related.leave",
            )
        )
        self._linked.setVisible(linked)
        self.unlink.setVisible(linked)
        self.title.setVisible(not linked)
        self.link.setVisible(not linked)
        self.link.setEnabled(offering)

    def _title_words(self) -> str:
        counts = Counter(match.kinship for match in self._matches)
        suspects = sum(counts[kinship] for kinship in SUSPECTS)
        near = counts[Kinship.NEAR]
        metres = distance_text(self._desk.reach().near_m)
        words = (
            self.tr("疑似重复 %1").replace("%1", str(suspects)) if suspects else "",
            self.tr("%1内在办 %2").replace("%1", metres).replace("%2", str(near)) if near else "",
            self.tr("同号历史 %1").replace("%1", str(counts[Kinship.HISTORY]))
            if counts[Kinship.HISTORY]
            else "",
        )
        return " · ".join(word for word in words if word)

    def _columns(self) -> list[Column[RelatedCard]]:
        trade = self._desk.trade
        return [
            Column(
                "why",
                lambda: "",
                lambda row: why(row.match),
                lambda row: "warning" if row.match.kinship in SUSPECTS else "accent",
                width=176,
            ),
            Column(
                "state",
                lambda: "",
                lambda row: state_name(row.match.sheet.state.value),
                state_colour,
                width=68,
            ),
            Column(
                "what",
                lambda: "",
                lambda row: " ".join(
                    word
                    for word in (
                        trade.name("incident_class", row.match.sheet.class_code),
                        row.match.sheet.address,
                    )
                    if word
                ),
                lambda row: None if row.match.is_open else "muted",
            ),
        ]

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.title, 1)
        row.addWidget(self._linked, 1)
        row.addWidget(self.link)
        row.addWidget(self.unlink)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(row)
        column.addWidget(self.view)


def why(match: Match) -> str:
    """Return why a row is here: ▲ 重复 同号 12 分钟; 附近 320 米."""
    words = translate("Related", MATTERS[match.kinship])
    return words.format(
        span=apart_text(match.apart_ms),
        metres=distance_text(match.metres) if match.metres is not None else "",
        score=match.score,
        day=f"{local(match.sheet.reported_at):%m-%d %H:%M}",
    )


def apart_text(ms: int) -> str:
    """Return how long apart two reports are, as people say it: in seconds, minutes, hours."""
    if ms < 60_000:
        return span_of(ms)
    if ms < HOUR_MS:
        return translate("Related", MINUTES).format(count=ms // 60_000)
    return translate("Related", HOURS).format(count=ms // HOUR_MS)


def state_colour(row: RelatedCard) -> str:
    """Return the colour meaning of a row's state."""
    return "moving" if row.match.is_open else "muted"
