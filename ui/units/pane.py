"""The units pane: every unit with what it does, and what can be done with it by menu, key and action."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.board import BeatCard, Board, Delta, IncidentCard, OrganisationCard, UnitCard
from models.state import AssignmentState, Duty
from models.text import SHORT
from services.fleet import check_in
from services.region import NamedPoint
from ui.desk import Desk
from ui.holding import hold_actions
from ui.ringer import Ringer
from ui.scope import keyed, shortcut
from ui.setting import STALE_SECONDS, Setting
from ui.table import CardTable
from ui.trade import hear, plain
from ui.units.checkin import CHECK_IN_MINUTES, OVERDUE_FIRST
from ui.units.empty import EmptyBoard
from ui.units.form import UnitForms
from ui.units.mover import Mover
from ui.units.obstacle import nobody
from ui.units.reading import Reading
from ui.units.sieve import UnitSieve
from ui.units.tally import UnitTally
from ui.units.view import UnitView
from ui.units.watch import CheckInWatch

UNITS_SEARCH = Setting("units/search", "", fixable=False)
TYPING_MS = 150


class UnitsPane(QWidget):
    """The table of units with its search box and its counts.

    A unit in need sounds an alarm until somebody selects it.

    Signals:
        send_asked(list[str]): a person wants to send these free units.
        called_up(): something was asked here by key; the pane wants to be seen.
    """

    send_asked = Signal(object)
    called_up = Signal()

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, points: Sequence[NamedPoint] = ()
    ) -> None:
        """`points` are the names that tell where a unit is."""
        super().__init__(parent)
        self._desk = desk
        self.watch = CheckInWatch(desk, self)
        self._reading = Reading(desk, self.watch, points)
        self.table: CardTable[UnitCard] = CardTable(
            self._reading.columns(), self._reading.key, desk.colour, self
        )
        self.view = UnitView(self.table, self._reading, self)
        self.box = QLineEdit(desk.settings.get(UNITS_SEARCH))
        self.box.setMaxLength(SHORT)
        self.counts = QLabel()
        self.hidden = QLabel()
        self.show_all = QPushButton()
        self.sieve = UnitSieve(desk, self)
        self.forms = UnitForms(desk, self)
        self.empty = EmptyBoard(desk, self)
        self.mover = Mover(desk, self.targets, self)
        self._wanted = plain(self.box.text())
        self._in_need: set[str] = set()
        self._tally = UnitTally()
        self.alarm = Ringer(desk.bell, desk.settings, self)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._arrange()
        self._connect()
        self._translate()

    def choose(self, ids: Sequence[str]) -> None:
        """Select these units, whatever the search hides."""
        if any(self.table.row_of(id) is None for id in ids):
            self.show_everything()
        self.view.choose_all(ids)

    def targets(self) -> list[UnitCard]:
        """Return the units that actions are about: those selected here, else the one selected elsewhere."""
        ids = self.view.selected_ids() or [self._desk.selection.unit_id]
        board = self._desk.store.board
        return [card for id in ids if (card := board.get(UnitCard, id)) is not None]

    def show_everything(self) -> None:
        """Hide no unit any more."""
        if not self.sieve.is_open:
            self.sieve.clear()
        self.box.clear()

    def check_in(self) -> None:
        """Note that the selected units have answered."""
        for card in self.targets():
            self._desk.store.do(check_in, card.id)

    def changeEvent(self, event: QEvent) -> None:
        """Translate the pane when the language changes."""
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def _arrange(self) -> None:
        self.box.setObjectName("search")
        self.box.setClearButtonEnabled(True)
        head = QHBoxLayout()
        head.setContentsMargins(6, 6, 6, 6)
        head.setSpacing(4)
        head.addWidget(self.box, 1)
        head.addWidget(self.sieve)
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 3, 8, 3)
        foot.setSpacing(10)
        foot.addWidget(self.counts)
        foot.addStretch(1)
        self.hidden.setProperty("role", "danger")
        foot.addWidget(self.hidden)
        foot.addWidget(self.show_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.empty, 1)
        column.addWidget(self.view, 1)
        column.addWidget(self.forms)
        column.addLayout(foot)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        desk = self._desk
        desk.store.loaded.connect(self._load)
        desk.store.changed.connect(self._apply)
        desk.clock.ticked.connect(self._tick)
        desk.settings.changed.connect(self._take_setting)
        desk.selection.unit_changed.connect(self.view.choose)
        desk.selection.unit_changed.connect(lambda _id: self.mover.enable())
        desk.selection.unit_changed.connect(lambda id: self.alarm.silence([id]))
        self.view.chosen.connect(desk.selection.choose_unit)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self.mover.enable())
        self.view.activated_card.connect(self._activate)
        self.view.key_struck.connect(self.mover.strike)
        self.view.heard.connect(self.check_in)
        self.view.menu_wanted.connect(self._show_menu)
        self.box.textEdited.connect(lambda _text: self._typing.start())
        self.box.textChanged.connect(lambda text: None if text else self._filter())
        self.box.returnPressed.connect(self._enter)
        self._typing.timeout.connect(self._filter)
        self.show_all.clicked.connect(self.show_everything)
        shortcut("units.clear", self, self.show_everything)
        self.sieve.changed.connect(self._filter)
        self.watch.changed.connect(self._take_watch)
        self.forms.opening.connect(self.view.hide)
        self.forms.opening.connect(self.empty.hide)
        self.forms.opened.connect(lambda _open: self._count())
        self.forms.unit.dismissed.connect(self.view.setFocus)
        one = self._one
        desk.actions.explain(
            {
                "unit.check_in": lambda: nobody(self.targets()),
                "unit.change": lambda: "" if one() else self.tr("请在警力表选中一支警力。"),
            }
        )
        hold_actions(desk.actions, desk.settings, {"unit.limits": CHECK_IN_MINUTES})
        desk.actions.on(
            {
                "unit.check_in": self.check_in,
                "unit.new": lambda: self._call(self.forms.add),
                "unit.change": lambda: self._call(lambda: self.forms.change(self.targets()[0])),
                "unit.limits": lambda: self._call(self.forms.ask_limits),
            }
        )

    def _translate(self) -> None:
        self.box.setPlaceholderText(self.tr("呼号、状态、单位、警区、警情，可用拼音首字母"))
        self.box.setAccessibleName(self.tr("查找警力"))
        self.view.setAccessibleName(self.tr("警力"))
        self.show_all.setText(self.tr("显示全部"))
        self._reading.forget()
        self.sieve.load(self._desk.store.board)
        self.table.retitle()
        self._count()

    def _load(self, board: Board) -> None:
        self._reading.now = self._desk.clock.now()
        self._in_need = set()
        self._tally.reset(board.all(UnitCard).values())
        self._reading.forget()
        self.sieve.load(board)
        self.watch.load(board, self._reading.now)
        self._call_for_help(list(board.all(UnitCard).values()))
        self._filter()
        # The first search by sound must not wait for a thousand names.
        self._desk.store.ask(hear, lambda _none: None, self._reading.names())

    def _apply(self, delta: Delta) -> None:
        units = delta.of(UnitCard)
        if units or delta.touches(UnitCard):
            self._in_need.difference_update(delta.dropped(UnitCard))
            self._tally.drop(delta.dropped(UnitCard))
            self._tally.put(units)
            self._reading.now = self._desk.clock.now()
            self.watch.apply(delta, self._reading.now)
            self._call_for_help(units)
            gone = [card.id for card in units if not self._passes(card)]
            self.table.update(
                [card for card in units if self._passes(card)],
                [*gone, *delta.dropped(UnitCard)],
            )
            self._mark_selected()
            self._count()
            self.mover.enable()
        if any(delta.touches(kind) for kind in (IncidentCard, BeatCard, OrganisationCard)):
            self.table.refresh(("job", "where", "organisation"))
        if delta.touches(OrganisationCard) or delta.touches(BeatCard):
            self._reading.forget()
            self.sieve.load(self._desk.store.board)

    def _tick(self, now: int) -> None:
        self._reading.now = now
        self.watch.tick(now)
        self.table.refresh(("since", "check", "where", "fix"))

    def _take_watch(self) -> None:
        """Somebody is late, or was heard: bring the late ones up and let them be heard."""
        self.table.sort_rows()
        self.table.refresh(("check",))
        self._sound()
        self._count()

    def _sound(self) -> None:
        late = dict.fromkeys(self.watch.climbed, "overdue")
        self.alarm.show({**late, **dict.fromkeys(self._in_need, "need")})

    def _one(self) -> UnitCard | None:
        cards = self.targets()
        return cards[0] if len(cards) == 1 else None

    def _call(self, ask: Callable[[], None]) -> None:
        self.called_up.emit()
        ask()

    def _take_setting(self, key: str) -> None:
        self.watch.take_setting(key)
        if key == OVERDUE_FIRST.key:
            self.table.sort_rows()
        if key == STALE_SECONDS.key:
            self._reading.take_settings()
            self.table.refresh(("fix",))

    def _filter(self) -> None:
        self._typing.stop()
        self._desk.settings.set(UNITS_SEARCH, self.box.text().strip())
        self._wanted = plain(self.box.text())
        units = self._desk.store.board.all(UnitCard).values()
        self.table.reset([card for card in units if self._passes(card)])
        self._mark_selected()
        self._count()

    def _passes(self, card: UnitCard) -> bool:
        return self.sieve.passes(card) and (
            not self._wanted or self._reading.finds(card, self._wanted)
        )

    def _mark_selected(self) -> None:
        selected = self._desk.selection.unit_id
        if self.table.row_of(selected) is not None and self.view.current_id() != selected:
            self.view.choose(selected, show=False)

    def _enter(self) -> None:
        self._filter()
        if not self.view.currentIndex().isValid() and (first := self.table.card(0)) is not None:
            self.view.choose(first.id)
        self.view.setFocus()

    def _activate(self, id: str) -> None:
        free = [card.id for card in self.targets() if card.is_free]
        card = self._desk.store.board.get(UnitCard, id)
        if free:
            self.send_asked.emit(free)
        elif card is not None and card.job is not None:
            self._desk.selection.choose_incident(card.job.incident_id)
        else:
            self._desk.say("info", lambda: self.tr("选中的警力现在都不能派警。"))

    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.mover.fill(menu)
        actions = self._desk.actions
        menu.addSeparator()
        menu.addActions([actions[name] for name in ("unit.check_in", "unit.change", "unit.new")])
        if (card := self._one()) is not None:
            retire = menu.addAction(self.tr("停用…"))
            retire.triggered.connect(lambda _on=False: self.forms.retire(card))
        menu.popup(at)

    def _say_need(self, call_sign: str) -> str:
        return self.tr("{unit} 紧急求助！").format(unit=call_sign)

    def _call_for_help(self, units: Sequence[UnitCard]) -> None:
        for card in units:
            if card.duty is not Duty.EMERGENCY:
                self._in_need.discard(card.id)
            elif card.id not in self._in_need:
                self._in_need.add(card.id)
                self._desk.say("danger", partial(self._say_need, card.call_sign))
                self._desk.bell.say(self._say_need(card.call_sign))
        self._sound()

    def _count(self) -> None:
        tally = self._tally
        asked = tally.of(AssignmentState.RETURN_ASKED)
        needed, late = len(self._in_need), len(self.watch.overdue)
        parts = [
            self.tr("▲ 紧急求助 {needed}").format(needed=needed) if needed else "",
            self.tr("▲ 签到逾期 {late}").format(late=late) if late else "",
            self.tr("申请退单 {asked}").format(asked=asked) if asked else "",
            self.tr("{all} 支").format(all=tally.all),
            self.tr("可派 {free}").format(free=tally.free),
            self.tr("在警 {busy}").format(busy=tally.busy),
            self.tr("离线 {offline}").format(offline=tally.of(Duty.OFFLINE)),
        ]
        self.counts.setText(" · ".join(filter(None, parts)))
        hidden = tally.all - self.table.rowCount()
        self.hidden.setText(self.tr("▲ 筛选隐藏 {hidden} 支").format(hidden=hidden))
        self.hidden.setVisible(hidden > 0)
        self.show_all.setVisible(hidden > 0)
        self.view.set_empty_text(
            keyed(self.tr("没有符合的警力。按 {clear} 显示全部。"), clear="units.clear")
        )
        self.empty.setVisible(not tally.all and not self.forms.is_open)
        # A form takes the room of the table: both together are too high for a small screen.
        self.view.setVisible(bool(tally.all) and not self.forms.is_open)
        self._place_keyboard()

    def _place_keyboard(self) -> None:
        """Let the keyboard go to what is shown: a table behind a form could not take it."""
        for panel in (self.forms.unit, self.forms.limits):
            if not panel.isHidden():
                self.setFocusProxy(next(iter(panel.form.fields.values())))
                return
        self.setFocusProxy(self.view)
