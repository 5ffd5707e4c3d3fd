"""The directory pane: find a body while typing, ring it or send it an order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from models.board import AgencyCard, Board, Delta, IncidentCard, OrganisationCard
from models.errors import CodedError
from models.identity import new_id
from models.state import OPEN_ORDER
from models.text import SHORT
from services.context import local_day
from services.linkage import send_order
from ui.desk import Desk
from ui.directory.book import Book
from ui.directory.card import BodyCard, CopyView
from ui.directory.dial import Dialler
from ui.directory.due import due_text
from ui.directory.entry import (
    DirectoryEntry,
    best_of,
    can_order,
    classes_of,
    order,
    order_text,
    phone_text,
)
from ui.directory.form import DirectoryForms
from ui.directory.why import why_text
from ui.field import remark
from ui.form import text
from ui.keyname import key_text
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.moment import day_time_of
from ui.panel import Panel
from ui.scope import is_key, key_of, keyed
from ui.table import CardTable, Column
from ui.wording import kind_name, state_name

MINUTE_MS = 60_000
ORDER = send_order.__name__
TAKES = QT_TRANSLATE_NOOP("Directory", "承办")
BODY = QT_TRANSLATE_NOOP("Directory", "单位")
KIND = QT_TRANSLATE_NOOP("Directory", "类型")
NOW = QT_TRANSLATE_NOOP("Directory", "现可拨打")


class DirectoryPane(QWidget):
    """Agencies and police bodies.

    Signals:
        called_up(): something was asked here by key; the pane wants to be seen.
    """

    called_up = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._agency: AgencyCard | None = None
        # Whether a person chose the current body for the sheet selected now.
        self._picked = False
        self._incident_id = ""
        # Under which name the text of the order is kept while it is written: the sheet's key and the agency's.
        self._about = ""
        self._minute = 0
        columns = self._columns()
        self.search = QLineEdit(self)
        self.search.setMaxLength(SHORT)
        self.table = CardTable(columns, order, desk.colour, self)
        self.view = CopyView(self.table, columns, self)
        self.card = BodyCard(desk, self)
        self.book = Book(desk, self)
        self.dialler = Dialler(desk, self)
        self.forms = DirectoryForms(desk, lambda: (self.current(), self.card.contact()), self)
        self.empty, self.more = remark("muted"), remark("muted")
        self.order = Panel(desk, self._order_title, [text("text", lines=3)], self)
        self.setFocusProxy(self.search)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(6)
        column.addWidget(self.search)
        column.addWidget(self.empty)
        column.addWidget(self.view, 1)
        column.addWidget(self.more)
        column.addWidget(self.card)
        column.addWidget(self.order)
        column.addWidget(self.forms)
        self._connect()
        self._translate()
        self._show_current()

    def current(self) -> DirectoryEntry | None:
        """Return the entry that is current."""
        return self.table.card(self.view.currentIndex().row())

    def ask_order(self) -> None:
        """Open the form of an order to the agency chosen, else the first that takes the class.

        Nobody is ever written to by default: without either the keyboard goes to the search line.
        """
        picked = self._picked or bool(self.search.text())
        if not picked:
            self._choose_first()
        entry, incident = self.current(), self._desk.incident()
        if not can_order(entry, incident):
            self._desk.say("info", lambda: self._why_not(entry, incident))
            return
        assert entry is not None
        agency = entry.agency
        assert agency is not None
        assert incident is not None
        if not picked and entry.why is None:
            self.called_up.emit()
            self.search.setFocus()
            self._desk.say(
                "info", lambda: self.tr("没有登记承办此类警情的单位，请查找并选定联动单位。")
            )
            return
        self._agency, self._incident_id = agency, incident.id
        self.called_up.emit()
        self._about = f"{incident.id}/{agency.id}"
        kept = self._desk.unsent.find(ORDER, self._about)
        now = self._desk.clock.now()

        def note() -> str:
            words = self.tr("已恢复 %1 未发送的指令，请核对后发送。")
            again = words.replace("%1", day_time_of(kept.at)) if kept else ""
            due = self._due(agency, incident, now)
            told = (why_text(self._desk, entry), due, self._running(incident), again)
            return "\n".join(filter(None, told))

        blank = {"text": order_text(self._desk, incident)}
        self.order.ask(blank, note=note, again=kept.values if kept else None)
        self._make_room(form_open=True)

    def show_takers(self) -> None:
        """List who takes the selected sheet, the best first; the keyboard goes there, Enter opens the order."""
        incident = self._desk.incident()
        self.search.clear()
        self._fill()
        self._choose_first()
        entry = self.current()
        self.called_up.emit()
        if incident is None:
            self._desk.say("info", lambda: self.tr("请先选中一张在办的警单。"))
        elif entry is None or entry.why is None:
            self.search.setFocus()
            self._desk.say("info", lambda: self._nobody(incident))
        else:
            self._picked = True
            self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _nobody(self, incident: IncidentCard) -> str:
        words = self.tr("没有登记承办“%1”的单位。请查找并选定，或在通讯录中补登承办类别。")
        return words.replace("%1", self._desk.trade.class_name(incident.class_code))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk and choose in the table while the keyboard is in the search line."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if is_key(event, "directory.walk"):
                self._picked = True
                self.view.keyPressEvent(event)
                return True
            if is_key(event, "directory.order"):
                self.ask_order()
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Translate when the language changes."""
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
            self.book.load(self._desk.store.board)
        super().changeEvent(event)

    def _connect(self) -> None:
        desk = self._desk
        desk.store.loaded.connect(self._load)
        desk.store.changed.connect(self._follow)
        desk.trade.changed.connect(self._fill)
        self.book.changed.connect(self._fill)
        # A form takes the room of table and card: all together are too high for a small screen.
        self.forms.opening.connect(self.view.hide)
        self.forms.opening.connect(self.card.hide)
        self.forms.opened.connect(self._make_room)
        self.card.dial_asked.connect(self._dial)
        self.card.menu_asked.connect(self.forms.show_change)
        for panel in self.forms.all():
            panel.dismissed.connect(self.search.setFocus)
        desk.selection.incident_changed.connect(self._select)
        desk.clock.ticked.connect(self._tick)
        self.search.textChanged.connect(self._search)
        self.search.installEventFilter(self)
        self.view.chosen.connect(lambda _id: self._show_current())
        self.view.clicked.connect(lambda _index: self._pick())
        self.view.activated_card.connect(lambda _id: self._pick(order=True))
        self.view.copy_asked.connect(self.card.copy_number)
        self.card.copied.connect(self._copy)
        self.card.order_asked.connect(lambda: self._pick(order=True))
        self.order.given.connect(self._send)
        self.order.edited.connect(self._typed)
        self.order.cleared.connect(self._typed)
        desk.unsent.name(ORDER, self._name_order)
        self.order.dismissed.connect(self._end_order)
        self.order.dismissed.connect(self.search.setFocus)
        desk.actions.on(
            {
                "order.send": self.ask_order,
                "directory.dial": self._dial,
                "directory.who": self.show_takers,
                "directory.new": lambda: self._call(self.forms.show_new),
                "directory.change": lambda: self._call(self.forms.show_change),
            }
        )

    def _load(self, board: Board) -> None:
        self.book.load(board)
        self._fill()
        self._choose_first()

    def _follow(self, delta: Delta) -> None:
        if any(delta.touches(kind) for kind in (AgencyCard, OrganisationCard)):
            self.book.apply(delta)
        if self._desk.selection.incident_id in delta.touched:
            self._fill()

    def _end_order(self) -> None:
        self.order.done()
        self._make_room(form_open=False)

    def _make_room(self, form_open: bool) -> None:
        free = not self.forms.is_open and self.order.isHidden()
        self.view.setVisible(free and not form_open)
        self._show_current()

    def _call(self, ask: Callable[[], None]) -> None:
        self.called_up.emit()
        ask()

    def _dial(self) -> None:
        """Ring up the current contact, else the one to be rung now."""
        entry = self.current()
        contact = self.card.contact(reachable=True) if entry is not None else None
        if entry is None or contact is None:
            self.called_up.emit()
            self._desk.say("info", lambda: self.tr("请在通讯录中选中一个有电话的单位。"))
        else:
            self.dialler.ring(entry, contact)

    def _select(self, _incident_id: str) -> None:
        self._end_order()
        self._about = ""
        self._picked = False
        self._fill()
        self._choose_first()

    def _pick(self, *, order: bool = False) -> None:
        """A person means the current body."""
        self._picked = True
        if order:
            self.ask_order()

    def _search(self, _text: str) -> None:
        self._fill()
        self._choose_first()

    def _fill(self) -> None:
        incident = self._desk.incident()
        division = incident.division if incident is not None else ""
        takers = self.book.takers(classes_of(self._desk, incident), division)
        rows, found = self.book.search(self.search.text(), takers)
        gone = {row.id for row in self.table.cards()} - {row.id for row in rows}
        known = {row.id: row for row in self.table.cards()}
        self.table.update([row for row in rows if known.get(row.id) != row], gone)
        words = self.tr("找到 %1 个，只列出前 %2 个，请再输入几个字。").replace("%1", str(found))
        self.more.setText(words.replace("%2", str(len(rows))))
        self.more.setVisible(found > len(rows))
        self.empty.setVisible(len(self.book) == 0)
        if not self.view.current_id():
            self._choose_first()
        self._show_current()

    def _choose_first(self) -> None:
        if self.table.rowCount():
            self.view.choose(self.table.cards()[0].id)

    def _show_current(self) -> None:
        entry = self.current()
        self.card.show_entry(entry, may_order=can_order(entry, self._desk.incident()))
        if self.forms.is_open or not self.order.isHidden():
            self.card.hide()

    def _tick(self, now: int) -> None:
        if self.isVisible() and now // MINUTE_MS != self._minute:
            self._minute = now // MINUTE_MS
            self.table.refresh(["now"])
            self._show_current()

    def _send(self, values: dict[str, Any]) -> None:
        assert self._agency is not None
        about, agency = self._about, self._agency
        self._desk.store.do(
            send_order,
            self._incident_id,
            agency.id,
            values["text"],
            id=new_id(),
            then=lambda _id: self._sent(about, agency),
            failed=lambda error: self._not_sent(about, error),
        )

    def _typed(self) -> None:
        if self._about:
            self._desk.unsent.typed(ORDER, self._about, self.order.changed_values())

    def _name_order(self, about: str) -> str:
        sheet, _, agency = about.partition("/")
        board = self._desk.store.board
        incident, body = board.get(IncidentCard, sheet), board.get(AgencyCard, agency)
        words = self.tr("警单 %1 未发送给 %2 的联动指令")
        words = words.replace("%1", incident.number if incident else sheet)
        return words.replace("%2", self._desk.trade.word(body) if body else agency)

    def _sent(self, about: str, agency: AgencyCard) -> None:
        self._desk.unsent.drop(ORDER, about)
        if about == self._about:
            self._end_order()
            self._picked = False
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        word = self._desk.trade.word
        self._desk.say(
            "info",
            lambda: self.tr("已向 %1 发出联动指令，请电话确认签收。").replace("%1", word(agency)),
        )

    def _not_sent(self, about: str, error: CodedError) -> None:
        if about == self._about and not self.order.isHidden():
            self.order.refuse(error)
        else:
            self._desk.store.tell(error)

    def _copy(self, phone: str) -> None:
        QGuiApplication.clipboard().setText(phone)
        self._desk.say("info", lambda: self.tr("已复制 %1").replace("%1", phone))

    def _due(self, agency: AgencyCard, incident: IncidentCard, now: int) -> str:
        """Say by when the body has to answer an order given now, and where the holidays of a year are not known."""
        terms = self._desk.trade.serving(local_day(now))
        dues = terms.dues(agency.code, classes_of(self._desk, incident), now)
        return due_text(dues)

    def _running(self, incident: IncidentCard) -> str:
        """Say whether the agency has an order for this sheet already."""
        assert self._agency is not None
        for line in incident.orders:
            if line.agency_id == self._agency.id and line.state in OPEN_ORDER:
                words = self.tr("该单位已有一条指令，现在是“%1”。")
                return words.replace("%1", state_name(line.state.value))
        return ""

    def _why_not(self, entry: DirectoryEntry | None, incident: IncidentCard | None) -> str:
        if incident is None:
            return self.tr("请先选中一张在办的警单，再发联动指令。")
        if entry is None:
            return self.tr("请先在通讯录中选中一个联动单位。")
        if entry.agency is None:
            return self.tr("“%1”不是联动单位，请电话联系。").replace("%1", entry.name)
        state = state_name(incident.state.value)
        return self.tr("警单现在是“%1”，不能发联动指令。").replace("%1", state)

    def _order_title(self) -> str:
        incident = self._desk.store.board.get(IncidentCard, self._incident_id)
        name = self._desk.trade.word(self._agency) if self._agency else ""
        words = self.tr("联动指令 → %1（警单 %2）").replace("%1", name)
        return words.replace("%2", incident.number if incident else "")

    def _translate(self) -> None:
        self.search.setPlaceholderText(
            keyed(self.tr("单位、拼音、首字母、电话；{order} 发联动指令"), order="directory.order")
        )
        self.view.set_empty_text(self.tr("没有符合的单位"))
        words = self.tr(
            "通讯录还是空的。请用“导入资料”（%1）从 CSV 文件导入，或用“新增单位”（%2）逐个登记。"
        )
        words = words.replace("%1", key_text(key_of("data.import")))
        self.empty.setText(words.replace("%2", key_text(key_of("directory.new"))))
        self.card.retranslate()
        self.table.retitle()

    def _columns(self) -> list[Column[DirectoryEntry]]:
        def title(text: str) -> str:
            return translate("Directory", text)

        def mark(row: DirectoryEntry) -> str:
            return f"★ {title(TAKES)} {row.place + 1}" if row.why is not None else ""

        def phone(row: DirectoryEntry) -> str:
            return phone_text(best_of(row, self._desk.clock.now()))

        def phone_colour(row: DirectoryEntry) -> str | None:
            return None if any(contact.phone for contact in row.contacts) else "warning"

        return [
            Column(
                "takes",
                lambda: title(TAKES),
                mark,
                lambda _row: "accent",
                hint=lambda row: why_text(self._desk, row),
                width=74,
            ),
            Column("name", lambda: title(BODY), lambda row: row.name, width=150, stretch=True),
            Column(
                "kind",
                lambda: title(KIND),
                lambda row: " · ".join(filter(None, (kind_name(row.body_kind), row.above))),
                lambda _row: "muted",
                width=96,
            ),
            Column("now", lambda: title(NOW), phone, phone_colour, width=110),
        ]
