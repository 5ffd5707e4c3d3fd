"""The queue pane: every live incident in the order in which time runs out."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from models.board import Board, Delta, IncidentCard
from ui.column import ColumnKeeper
from ui.desk import Desk
from ui.keyname import key_text
from ui.queue.bar import FilterBar
from ui.queue.filter import Filter, Stage, keep_filter, kept_filter
from ui.queue.reading import Reading
from ui.queue.sieve import Sieve
from ui.queue.tally import Tally
from ui.queue.view import QueueView
from ui.scope import key_of, keyed, shortcut
from ui.setting import QUEUE_COLUMNS
from ui.table import CardTable

MENU = (
    "dispatch.choose",
    "order.send",
    "sheet.edit",
    "sheet.note",
    "sheet.feed_back",
    "sheet.link",
    "sheet.close",
)


class QueuePane(QWidget):
    """The incident table with its filter and its counts.

    Signals:
        opened(str): a person wants to see this incident whole.
    """

    opened = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._reading = Reading(desk)
        self._tally = Tally(self._reading.due)
        columns = self._reading.columns()
        self.table: CardTable[IncidentCard] = CardTable(columns, self._tally.key, desk.colour, self)
        self.view = QueueView(self.table, self._reading, self)
        self.bar = FilterBar(kept_filter(desk.settings), self)
        self.counts = QLabel()
        self.overdue = QLabel()
        self.hidden = QLabel()
        self.show_all = QPushButton()
        self.waiting = QPushButton()
        self._sieve = Sieve(self)
        self._missed: set[str] = set()
        self._late = 0
        self._columns = ColumnKeeper(
            self.view, [column.name for column in columns], desk.settings, QUEUE_COLUMNS
        )
        self.bar.offer(desk.trade, desk.clock.now())
        self._arrange()
        self._connect()
        self._translate()

    @property
    def is_searching(self) -> bool:
        """Whether a long search still goes on."""
        return self._sieve.is_busy

    def changeEvent(self, event: QEvent) -> None:
        """Translate the pane when the language changes."""
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def _arrange(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 3, 8, 3)
        foot.setSpacing(10)
        foot.addWidget(self.counts)
        foot.addWidget(self.overdue)
        foot.addStretch(1)
        self.overdue.setProperty("role", "danger")
        self.hidden.setProperty("role", "danger")
        self.waiting.setProperty("slim", True)
        self.waiting.hide()
        foot.addWidget(self.waiting)
        foot.addWidget(self.hidden)
        foot.addWidget(self.show_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.view, 1)
        column.addLayout(foot)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        desk = self._desk
        desk.store.loaded.connect(self._load)
        desk.store.changed.connect(self._apply)
        desk.clock.ticked.connect(self._tick)
        desk.trade.changed.connect(self._take_names)
        desk.selection.incident_changed.connect(self.view.choose)
        self.view.chosen.connect(desk.selection.choose_incident)
        self.view.activated_card.connect(self.opened)
        self.view.menu_wanted.connect(self._show_menu)
        self.bar.filtered.connect(self._filter)
        self.bar.entered.connect(self._enter)
        self.show_all.clicked.connect(self.bar.open)
        self.waiting.clicked.connect(self.view.let_go)
        self.table.waiting_changed.connect(self._show_waiting)
        self._sieve.sifted.connect(self._take_sifted)
        shortcut("queue.clear", self, self.bar.open)

    def _translate(self) -> None:
        self.show_all.setText(self.tr("显示全部"))
        self.bar.offer(self._desk.trade, self._desk.clock.now())
        self._show_waiting(self.table.waiting)
        self.view.setAccessibleName(self.tr("警情队列"))
        self.table.retitle()
        self._count()

    def _load(self, board: Board) -> None:
        self._reading.now = self._desk.clock.now()
        self._tally.reset(board.all(IncidentCard).values())
        self._sift()

    def _apply(self, delta: Delta) -> None:
        if not delta.touches(IncidentCard):
            return
        cards, gone = delta.of(IncidentCard), list(delta.dropped(IncidentCard))
        for card in cards:
            self._tally.put(card)
        for id in gone:
            self._tally.drop(id)
        if self._sieve.is_busy:
            self._missed.update(card.id for card in cards)
        passed = [card for card in cards if self._passes(card)]
        gone += [card.id for card in cards if not self._passes(card)]
        self.table.update(passed, gone)
        self._mark_selected()
        self._count()

    def _tick(self, now: int) -> None:
        self._reading.now = now
        self.table.refresh(("left",))
        if self.bar.chosen.overdue and self._tally.overdue(now) != self._late:
            # Time alone has brought somebody past the minute: no delta tells of that.
            new = [card for card in self._cards() if self.table.row_of(card.id) is None]
            self.table.update([card for card in new if self._passes(card)], ())
        self._count()

    def _take_names(self) -> None:
        self.bar.offer(self._desk.trade, self._desk.clock.now())
        self._reading.take_limits()
        # The dictionaries may come with a board that has not been shown here yet.
        self._tally.reset(self._cards())
        self._sift()
        self.table.refresh()

    def _cards(self) -> Collection[IncidentCard]:
        return self._desk.store.board.all(IncidentCard).values()

    def _show_waiting(self, count: int) -> None:
        self.waiting.setText(self.tr("{count} 项变动待显示").format(count=count))
        self.waiting.setToolTip(self.tr("指着队列时各行不动；点击立即显示，移开即自动显示"))
        self.waiting.setVisible(count > 0)

    def _filter(self, chosen: Filter) -> None:
        keep_filter(self._desk.settings, chosen)
        self._sift()

    def _sift(self) -> None:
        self._missed = set()
        self._sieve.stop()
        cards, chosen = self._desk.store.board.all(IncidentCard).values(), self.bar.chosen
        if chosen.text:
            self._sieve.start(cards, self._passes)
        elif chosen.is_open:
            self._show(cards)
        else:
            self._show([card for card in cards if self._passes(card)])

    def _take_sifted(self, ids: list[str]) -> None:
        board, missed = self._desk.store.board, self._missed
        found = [board.get(IncidentCard, id) for id in dict.fromkeys([*ids, *missed])]
        self._show(
            [card for card in found if card and (card.id not in missed or self._passes(card))]
        )

    def _show(self, cards: Iterable[IncidentCard]) -> None:
        self.table.reset(cards)
        self._mark_selected()
        self._count()

    def _passes(self, card: IncidentCard) -> bool:
        chosen = self.bar.chosen
        late = chosen.overdue and self._reading.is_late(card)
        if not chosen.admits(card, self._desk.store.actor, late):
            return False
        return not chosen.text or chosen.finds(self._reading.texts(card))

    def _mark_selected(self) -> None:
        selected = self._desk.selection.incident_id
        if self.table.row_of(selected) is not None and self.view.current_id() != selected:
            self.view.choose(selected, show=False)

    def _enter(self) -> None:
        if not self.view.currentIndex().isValid() and (first := self.table.card(0)) is not None:
            self.view.choose(first.id)
        self.view.setFocus()

    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self._desk.actions[name] for name in MENU])
        menu.popup(at)

    def _count(self) -> None:
        tally = self._tally
        overdue = tally.overdue(self._reading.now)
        self.counts.setText(
            self.tr("{all} 件 · 待派 {waiting}").format(
                all=tally.all, waiting=tally.of(Stage.WAITING)
            )
        )
        self.overdue.setText(self.tr("▲ 超时 {overdue}").format(overdue=overdue))
        self.overdue.setVisible(overdue > 0)
        self.bar.show_counts(tally)
        self._late = overdue
        hidden = tally.all - self.table.settled_count
        self.hidden.setText(self.tr("▲ 筛选隐藏 {hidden} 件").format(hidden=hidden))
        self.hidden.setVisible(hidden > 0)
        self.show_all.setVisible(hidden > 0)
        self.view.set_empty_text(self._empty_text(hidden))

    def _empty_text(self, hidden: int) -> str:
        if hidden:
            return keyed(self.tr("没有符合筛选的警情。按 {clear} 显示全部。"), clear="queue.clear")
        keys = {
            name: key_text(key_of(action))
            for name, action in (("answer", "call.answer"), ("new", "sheet.new"))
        }
        text = self.tr(
            "没有未处结的警情。\n有来电时按 {answer} 接听；不经来电的按 {new} 新建警单。"
        )
        return text.format(**keys)
