"""The history pane: any sheet of the store by number, phone, name, place or what was reported, as one types."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QVBoxLayout, QWidget

from models.board import Delta, IncidentCard
from models.text import SHORT
from services.gram import places_of, words_of
from ui.column import ColumnKeeper
from ui.desk import Desk
from ui.history.choice import ChoiceBar
from ui.history.column import columns
from ui.history.search import Search
from ui.mark import MarkDelegate
from ui.scope import is_key, keyed, shortcut
from ui.setting import HISTORY_COLUMNS
from ui.table import CardTable, CardView

TYPING_MS = 120
RENEW_MS = 1000
# So many rows before the end the next page is asked for.
AHEAD = 20
# Where a match is marked, and whether by its initials too.
MARKED = {"place": True, "caller": True, "narrative": False, "number": False}
MENU = ("sheet.reopen", "sheet.visit", "sheet.edit", "sheet.note", "sheet.link", "sheet.feed_back")


class HistoryPane(QWidget):
    """A search box over a table of sheets, newest report first.

    Signals:
        opened(str): a person wants to see this sheet whole.
    """

    opened = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        shown = columns(desk)
        self.table: CardTable[IncidentCard] = CardTable(shown, newest_first, desk.colour, self)
        self.view = CardView(self.table, shown, self)
        self.box = QLineEdit()
        self.box.setMaxLength(SHORT)
        self.choices = ChoiceBar(desk, self)
        self.counts = QLabel()
        self.search = Search(desk.store, self)
        self._typing = self._timer(TYPING_MS, self._start)
        self._renewing = self._timer(RENEW_MS, self._renew)
        self._stale: set[str] = set()
        self._asked = False
        self._opens = False
        self._words: tuple[str, ...] = ()
        names = [column.name for column in shown]
        self._mark(names)
        self._columns = ColumnKeeper(self.view, names, desk.settings, HISTORY_COLUMNS)
        self._arrange()
        self._connect()
        self._translate()

    def search_for(self, text: str) -> None:
        """Search for a text as if it were typed, and go to what is found."""
        self.box.setText(text)
        self._enter()

    def changeEvent(self, event: QEvent) -> None:
        """Translate the pane when the language changes."""
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Search for the first time when somebody looks, and catch up with what was missed."""
        super().showEvent(event)
        if not self._asked:
            self._start()
        elif self._stale:
            self._renew()

    def _timer(self, ms: int, ring: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(ms)
        timer.timeout.connect(ring)
        return timer

    def _arrange(self) -> None:
        self.box.setObjectName("search")
        self.box.setClearButtonEnabled(True)
        head = QHBoxLayout()
        head.setContentsMargins(6, 6, 6, 6)
        head.addWidget(self.box)
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 3, 8, 3)
        foot.addWidget(self.counts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.choices)
        column.addWidget(self.view, 1)
        column.addLayout(foot)
        self.setFocusProxy(self.box)

    def _connect(self) -> None:
        desk = self._desk
        desk.store.changed.connect(self._apply)
        desk.store.loaded.connect(lambda _board: self._start() if self._asked else None)
        desk.trade.changed.connect(self._take_names)
        self.choices.changed.connect(self._start)
        desk.selection.incident_changed.connect(self.view.choose)
        self.box.textEdited.connect(lambda _text: self._typing.start())
        self.box.textChanged.connect(lambda text: None if text else self._start())
        self.box.returnPressed.connect(self._enter)
        self.view.chosen.connect(desk.selection.choose_incident)
        self.view.activated_card.connect(self._open)
        self.view.menu_wanted.connect(self._show_menu)
        self.view.verticalScrollBar().valueChanged.connect(lambda _value: self._look_ahead())
        self.search.found.connect(self._show)
        self.search.more.connect(self._add)
        self.search.renewed.connect(self._take_renewed)
        shortcut("history.clear", self, self._clear)

    def _mark(self, names: Sequence[str]) -> None:
        for name, said in MARKED.items():

            def places(text: str, said: bool = said) -> list[tuple[int, int]]:
                return places_of(text, self._words, said=said) if self._words else []

            delegate = MarkDelegate(places, self._desk.colour, self.view)
            self.view.setItemDelegateForColumn(names.index(name), delegate)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the arrows go from the search box into the list; Enter before the answer opens what will be found."""
        if is_key(event, "history.enter") and self.box.hasFocus():
            self._go_down()
        elif is_key(event, "list.open") and self.view.hasFocus():
            self._opens = self.search.awaited
        else:
            super().keyPressEvent(event)

    def _translate(self) -> None:
        self.box.setPlaceholderText(
            self.tr("地点、姓名、报警内容，首字母（zzl），单号或电话末几位")
        )
        self.box.setAccessibleName(self.tr("查找警单"))
        self.view.setAccessibleName(self.tr("找到的警单"))
        self.table.retitle()
        self._count()

    def _start(self) -> None:
        self._typing.stop()
        self._asked = True
        text = self.box.text().strip()
        self._words = words_of(text)
        self.search.start(self.choices.choice.wanted(text, self._desk.clock.now()))
        self._count()

    def _enter(self) -> None:
        self._start()
        self.view.setFocus()

    def _open(self, id: str) -> None:
        # As long as the answer is under way the rows are those of an older question.
        if id and not self.search.awaited:
            self.opened.emit(id)

    def _go_down(self) -> None:
        self.view.setFocus()
        if not self.view.currentIndex().isValid() and (first := self.table.card(0)) is not None:
            self.view.choose(first.id)

    def _clear(self) -> None:
        # First the words, then the choices: each Escape gives back a little more.
        if self.box.text():
            self.box.clear()
        else:
            self.choices.open()
        self.box.setFocus()

    def _take_names(self) -> None:
        self.choices.offer()
        self.table.refresh()

    def _show(self, cards: Sequence[IncidentCard]) -> None:
        self.table.reset(cards)
        self.view.scrollToTop()
        selected = self.view.current_id() or self._desk.selection.incident_id
        if self.table.row_of(selected) is not None:
            self.view.choose(selected)
        elif self.view.hasFocus() and cards:
            self.view.choose(cards[0].id)
        self._count()
        opens, self._opens = self._opens, False
        if opens:
            self._open(self.view.current_id())

    def _add(self, cards: Sequence[IncidentCard]) -> None:
        self.table.update(cards, ())
        self._count()

    def _look_ahead(self) -> None:
        bar = self.view.verticalScrollBar()
        if bar.value() >= bar.maximum() - AHEAD * self.view.verticalHeader().defaultSectionSize():
            self.search.go_on()

    def _apply(self, delta: Delta) -> None:
        if self._asked and delta.touched:
            self._stale |= delta.touched
            if self.isVisible() and not self._renewing.isActive():
                self._renewing.start()

    def _renew(self) -> None:
        stale, self._stale = self._stale, set()
        if shown := [id for id in sorted(stale) if self.table.row_of(id) is not None]:
            self.search.renew(shown)
        if len(shown) < len(stale):
            self.search.again()

    def _take_renewed(self, cards: Sequence[IncidentCard]) -> None:
        self.table.update(cards, ())
        self._count()

    def _count(self) -> None:
        found, text = self.table.rowCount(), self.search.wanted.text
        if self.search.at_end or not self._asked:
            self.counts.setText(self.tr("{found} 张警单").format(found=found))
        else:
            pattern = self.tr("最新 {found} 张警单，向下滚动显示更早的")
            self.counts.setText(pattern.format(found=found))
        empty = keyed(
            self.tr("没有找到含“{text}”的警单。换一个词，或少写几个字；按 {clear} 放宽条件。"),
            clear="history.clear",
        )
        nothing = keyed(
            self.tr("没有符合这些条件的警单。按 {clear} 放宽条件。"), clear="history.clear"
        )
        if not self.search.at_end:
            empty = nothing = self.tr("正在查找…")
        self.view.set_empty_text(empty.format(text=text) if text else nothing)

    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self._desk.actions[name] for name in MENU])
        menu.popup(at)


def newest_first(card: IncidentCard) -> int:
    """Return the place in the table: the newest report first."""
    return -card.reported_at
