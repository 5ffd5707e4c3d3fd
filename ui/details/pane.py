"""The details pane: the selected incident, open or closed, and what is done with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from models.board import Delta, IncidentCard
from models.errors import CodedError, RuleError
from models.stop import StopState
from models.text import LONG
from services.closing import accept_returned
from services.dossier import Dossier, read_dossier
from services.taking import mark_nuisance
from services.timeline import write_note
from ui.desk import Desk
from ui.details.bar import always
from ui.details.layout import DetailsLayout
from ui.details.reader import Reader, unread
from ui.details.step import can_close, can_edit, can_feed_back, can_link, can_reopen
from ui.details.stop import stops_of
from ui.keyname import key_text
from ui.refusal import sentence
from ui.scope import key_of
from ui.setting import THEME
from ui.wording import state_name

NOTE = "note"


class DetailsPane(QWidget):
    """Everything about the selected incident.

    Signals:
        called_up(): something was asked here by key; the pane wants to be seen.
    """

    called_up = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._dossier: Dossier | None = None
        self._reader = Reader(desk, self)
        self.parts = DetailsLayout(desk, self)
        self.setFocusProxy(self.parts)
        self._connect()

    @property
    def card(self) -> IncidentCard | None:
        """The selected sheet: the board's card while it is open, else what the dossier read."""
        if self._dossier is None:
            return None
        card = self._desk.store.board.get(IncidentCard, self._dossier.card.id)
        return card or self._dossier.card

    def changeEvent(self, event: QEvent) -> None:
        """Translate when the language changes."""
        if event.type() is QEvent.Type.LanguageChange:
            self.parts.retranslate()
            self._show()
        super().changeEvent(event)

    def _connect(self) -> None:
        desk, parts = self._desk, self.parts
        self._reader.read.connect(self._take)
        self._reader.lost.connect(self._lose)
        desk.selection.incident_changed.connect(self._select)
        desk.store.changed.connect(self._follow)
        desk.clock.ticked.connect(parts.head.tick)
        desk.trade.changed.connect(self._show)
        desk.settings.changed.connect(lambda key: self._show() if key == THEME.key else None)
        parts.bar.pressed.connect(self._press)
        parts.jobs.cancel_asked.connect(parts.panels.cancel)
        parts.jobs.amend_asked.connect(self._amend)
        parts.orders.words_asked.connect(parts.panels.end_order)
        parts.stops.words_asked.connect(parts.panels.end_stop)
        parts.stops.change_asked.connect(parts.panels.change_stop)
        parts.panels.stop_written.connect(self._focus_stops)
        parts.parties.change_asked.connect(parts.panels.change_party)
        parts.asking.view.left.connect(lambda: parts.setFocus(Qt.FocusReason.OtherFocusReason))
        parts.note.returnPressed.connect(self._write_note)
        parts.note.textEdited.connect(self._note_typed)
        parts.note.inputRejected.connect(self._note_cut)
        desk.unsent.name(NOTE, self._name_note)
        parts.diversion.called_up.connect(self.called_up)
        for panel in (*parts.panels.all(), *parts.diversion.panels):
            panel.dismissed.connect(lambda: parts.setFocus(Qt.FocusReason.OtherFocusReason))
        desk.actions.on(
            {
                "sheet.feed_back": self._feed_back,
                "feedback.strike": self._strike_feedback,
                "details.ask": self._ask,
                "sheet.close": self._close,
                "sheet.reopen": self._reopen,
                "sheet.visit": self._visit,
                "call.nuisance": self._mark_nuisance,
                "call.supplement": self._supplement,
                "sheet.link": self._link,
                "sheet.note": self._focus_note,
                "go.orders": self._focus_orders,
                "sheet.party": self._party,
                "stop.write": self._stop,
            }
        )

    def _select(self, incident_id: str) -> None:
        self.parts.panels.close_all()
        kept = self._desk.unsent.find(NOTE, incident_id)
        self.parts.note.setText(str(kept.values["text"]) if kept else "")
        self.parts.note_mark.hide()
        card = self._desk.store.board.get(IncidentCard, incident_id)
        if card is None:
            self._lose()
        else:
            self._take(unread(card))
        self._reader.follow(incident_id)

    def _take(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._show()

    def _follow(self, delta: Delta) -> None:
        """Let the buttons tell of the board in the turn in which it changes; the rest is read later."""
        if self._dossier is not None and self._dossier.card.id in delta.touched:
            card = self._desk.store.board.get(IncidentCard, self._dossier.card.id)
            self.parts.show_steps(card)

    def _lose(self) -> None:
        self._dossier = None
        self.parts.show_empty(True)

    def _show(self) -> None:
        card = self.card
        if self._dossier is not None and card is not None:
            self.parts.show_dossier(self._dossier, card)

    def _press(self, name: str) -> None:
        card = self.card
        if card is None:
            return
        if name == "return":
            self.parts.panels.return_sheet(card)
        else:
            self._desk.store.do(accept_returned, card.id)

    def _may(self, rule: Callable[[IncidentCard], bool]) -> IncidentCard | None:
        """Return the sheet shown where the rule allows the deed; say why not otherwise."""
        card = self.card
        selected = self._desk.selection.incident_id
        # A sheet that has just left the board is not what was last read of it.
        stale = self._reader.reading and self._desk.incident() is None
        if card is None or card.id != selected or stale:
            reading = self._reader.reading
            self._desk.say("info", lambda: self._why_none(reading=reading))
            return None
        if rule(card):
            self.called_up.emit()
            return card
        if rule is can_close and card.active:
            self._desk.say(
                "info", lambda: sentence(RuleError("sheet.units_active", number=card.number))
            )
        else:
            self._desk.say("info", lambda: self._say_cannot(card))
        return None

    def _why_none(self, *, reading: bool) -> str:
        if reading:
            return self.tr("警单正在读取，请再按一次。")
        return self.tr("请先选中一张警单。")

    def _say_cannot(self, card: IncidentCard) -> str:
        words = self.tr("警单 %1 现在是“%2”，不能这样做。").replace("%1", card.number)
        return words.replace("%2", state_name(card.state.value))

    def _feed_back(self) -> None:
        if (card := self._may(can_feed_back)) is not None:
            line = self.parts.jobs.current()
            job = line.id if line is not None and line.incident_id == card.id else None
            self.parts.panels.feed_back(card, job)

    def _strike_feedback(self) -> None:
        card = self._may(can_edit)
        if card is None or self._dossier is None:
            return
        if self._dossier.feedbacks:
            self.parts.panels.strike_feedback(self._dossier.feedbacks[-1])
        else:
            number = card.number
            self._desk.say(
                "info", lambda: self.tr("警单 %1 没有可以划除的反馈。").replace("%1", number)
            )

    def _close(self) -> None:
        if (card := self._may(can_close)) is not None:
            self.parts.panels.close_sheet(card)

    def _reopen(self) -> None:
        if (card := self._may(can_reopen)) is not None:
            self.parts.panels.reopen(card)

    def _visit(self) -> None:
        if (card := self._may(can_reopen)) is not None:
            self.parts.panels.visit(card)

    def _amend(self, assignment_id: str) -> None:
        card = self._may(can_edit)
        line = (
            next((it for it in card.assignments if it.id == assignment_id), None) if card else None
        )
        if line is not None:
            self.parts.panels.amend(line)

    def _mark_nuisance(self) -> None:
        # What is shown may not be read yet: whether the call is marked is asked anew.
        if (card := self._may(always)) is not None:
            self._desk.store.ask(read_dossier, self._turn_nuisance, card.id)

    def _turn_nuisance(self, dossier: Dossier | None) -> None:
        if dossier is None:
            return
        on, number = not dossier.is_nuisance, dossier.card.caller_number

        def said() -> str:
            marked = self.tr("来电 %1 已标为骚扰；以后照样能打进来，会带着标记。")
            return (marked if on else self.tr("已取消来电 %1 的骚扰标记。")).replace("%1", number)

        self._desk.store.do(
            mark_nuisance,
            dossier.card.id,
            on=on,
            then=lambda _none: self._desk.say("info", said),
        )

    def _supplement(self) -> None:
        # A call's recording may have come just now from another seat: what is known is asked anew.
        if (card := self._may(always)) is not None:
            self._desk.store.ask(read_dossier, self._open_call, card.id)

    def _open_call(self, dossier: Dossier | None) -> None:
        if dossier is None or dossier.card.id != self._desk.selection.incident_id:
            return
        own = [call for call in dossier.calls if call.id == dossier.card.call_id]
        if own and own[0].hung_up_at is not None:
            self.parts.panels.supplement(own[0])
            return
        code = "call.not_over" if own else "call.none_here"
        error = RuleError(code, number=dossier.card.number)
        self._desk.say("info", lambda: sentence(error))

    def _link(self) -> None:
        if (card := self._may(can_link)) is not None:
            self.parts.panels.link(card)

    def _party(self) -> None:
        if (card := self._may(can_edit)) is not None:
            self.parts.panels.add_party(card)

    def _stop(self) -> None:
        """Write a stop order, or change the one that waits to be sent."""
        if (card := self._may(can_edit)) is None:
            return
        waiting = [it for it in stops_of(self._desk, card.id) if it.state is StopState.WRITTEN]
        if waiting:
            self.parts.panels.change_stop(waiting[0])
        else:
            self.parts.panels.write_stop(card)

    def _focus_stops(self) -> None:
        self.parts.stops.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _focus_note(self) -> None:
        if self._may(always) is not None:
            self.parts.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _ask(self) -> None:
        card = self._may(always)
        if card is not None and not self.parts.asking.begin():
            number = card.number
            self._desk.say("info", lambda: self.tr("警单 %1 没有微预案。").replace("%1", number))

    def _focus_orders(self) -> None:
        card = self._may(always)
        if card is None:
            return
        if card.orders:
            self.parts.orders.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._desk.say("info", lambda: self._say_no_orders(card))

    def _say_no_orders(self, card: IncidentCard) -> str:
        words = self.tr("警单 {number} 还没有联动指令。按 {key} 发送。")
        return words.format(number=card.number, key=key_text(key_of("order.send")))

    def _write_note(self) -> None:
        card = self.card
        if card is not None:
            text = self.parts.note.text()
            self._desk.store.do(
                write_note,
                card.id,
                text,
                then=lambda _id: self._note_written(card.id, text),
                failed=self._note_refused,
            )

    def _note_typed(self, text: str) -> None:
        self.parts.note_mark.hide()
        if (card := self.card) is not None:
            self._desk.unsent.typed(NOTE, card.id, {"text": text} if text.strip() else {})

    def _note_cut(self) -> None:
        words = self.tr("流水最多 %1 字，多出的没有填入。").replace("%1", str(LONG))
        # What the line took of it is told next and would take the remark away.
        QTimer.singleShot(0, self, lambda: self._mark_note(words))

    def _mark_note(self, words: str) -> None:
        self.parts.note_mark.setText(f"⚠ {words}")
        self.parts.note_mark.show()

    def _name_note(self, incident_id: str) -> str:
        card = self._desk.store.board.get(IncidentCard, incident_id)
        return self.tr("警单 %1 未记入的流水").replace("%1", card.number if card else incident_id)

    def _note_written(self, incident_id: str, text: str) -> None:
        kept = self._desk.unsent.find(NOTE, incident_id)
        if kept is None or kept.values["text"] == text:
            self._desk.unsent.drop(NOTE, incident_id)
            if self._desk.selection.incident_id == incident_id:
                self.parts.note.clear()

    def _note_refused(self, error: CodedError) -> None:
        self._mark_note(sentence(error))
