"""Keeps the form in step with the store: the sheet in it, its draft, what only the dossier knows, the number's history."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from models.board import CallCard, IncidentCard
from models.checklist import answers
from models.state import INCIDENT_MOVES, CallState, IncidentState, can_move
from services.caller import CallerRecord, read_caller
from services.dossier import Dossier, read_dossier
from services.matching import Classes, matches_of
from ui.desk import Desk
from ui.setting import DISPUTE_WORDS
from ui.sheet.draft import Draft
from ui.sheet.layout import SheetLayout
from ui.sheet.spec import card_values, dossier_values
from ui.wording import field_name

# What is typed here may bring other sheets to mind.
MATCHED = frozenset({"place", "class_taken", "contact_phone"})


class Filling(QObject):
    """The sheet being filled, or none; drafts of the others wait until one comes back to them.

    Signals:
        refused(RuleError): the rules would not keep a field of the draft.
        shown(): everything around the fields was written again.
        answers_read(str, dict): what a sheet's checklist was answered, by question, as the store has it.
    """

    refused = Signal(object)
    shown = Signal()
    answers_read = Signal(str, object)

    def __init__(self, desk: Desk, parts: SheetLayout, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._parts = desk, parts
        self._drafts: dict[str, Draft] = {}
        self._caller: CallerRecord | None = None
        self._asked_number = ""
        self._off_card: Mapping[str, Any] = {}
        self._serial = 0
        self.id = ""
        # What is unsaved is on its way with the sheet's completion.
        self.is_sending = False
        desk.unsent.join(self)
        desk.unsent.name("sheet", self._name_change)

    @property
    def card(self) -> IncidentCard | None:
        """The card of the sheet in the form."""
        return self._desk.store.board.get(IncidentCard, self.id)

    @property
    def draft(self) -> Draft:
        """The draft of the sheet in the form."""
        return self._drafts[self.id]

    def keep(self) -> None:
        """Save every draft now."""
        for draft in self._drafts.values():
            draft.save()

    def unkept(self) -> list[str]:
        """Return what was typed into sheets being taken and is not in the store."""
        words = self.tr("警单 %1：%2")
        return [
            words.replace("%1", self._number(draft.incident_id)).replace("%2", names(draft))
            for draft in self._drafts.values()
            if draft.saves_itself and draft.typed
        ]

    def save(self) -> None:
        """Save what was typed without waiting for a pause."""
        if self.id:
            self.draft.save()

    def show(self, card: IncidentCard) -> None:
        """Put a sheet into the form; the one before is saved first."""
        self.save()
        self.id, self._caller, self._asked_number, self._off_card = card.id, None, "", {}
        known = self._drafts.get(card.id)
        draft = known or self._new_draft(card)
        draft.know(card_values(card))
        if known is None:
            draft.restore()
        self._parts.discard.done()
        self._parts.head.show_heard("")
        self._parts.form.bind(draft, card)
        self._parts.show_empty(False)
        self.show_card()
        self._ask()

    def clear(self) -> None:
        """Show that there is no sheet to fill."""
        self.id = ""
        self._serial += 1
        self._parts.discard.done()
        self._parts.show_empty(True)
        self._parts.switcher.show_sheets(self.mine(), "")

    def forget(self, incident_id: str) -> Draft | None:
        """Drop the draft of a sheet that is done with and return it."""
        draft = self._drafts.pop(incident_id, None)
        if draft is not None:
            draft.stop()
            # An answer to its last save may still be on the way: it lives as long as that.
            draft.setParent(None)
        if incident_id == self.id:
            self.id = ""
        return draft

    def follow(self) -> None:
        """Take over what has changed in the store, except what is being typed."""
        card = self.card
        if card is None:
            return
        self._parts.form.refresh(card_values(card))
        self.show_card()
        self._ask_dossier()
        self._ask_caller(card)

    def show_card(self) -> None:
        """Write everything around the fields again."""
        card = self.card
        if card is None:
            return
        saves_itself = self.is_being_typed(card)
        if self.draft.saves_itself and not saves_itself and not self.is_sending:
            # The last words before the caller hung up are not to wait for anybody.
            self.draft.save()
        self.draft.saves_itself = saves_itself
        parts = self._parts
        parts.head.show_card(card, self._off_card)
        parts.head.show_draft(self.draft)
        parts.form.show_callers(card)
        parts.form.hear(parts.head.heard.text())
        parts.head.show_record(self._caller)
        parts.name_complete(self.is_being_typed(card))
        parts.revert.setVisible(can_revert(card, self.draft))
        parts.strike.setEnabled(can_move(INCIDENT_MOVES, card.state, IncidentState.STRUCK))
        parts.switcher.show_sheets(self.mine(), self.id)
        self.show_related()
        self.shown.emit()

    def show_related(self) -> None:
        """Show the sheets that may tell of the same matter, by what is typed now."""
        card = self.card
        if card is None:
            return
        typed = {name: value for name, value in self.draft.typed.items() if name in MATCHED}
        board, desk = self._desk.store.board, self._desk
        history = self._caller.last if self._caller is not None else ()
        classes = Classes(desk.trade.family, self._is_dispute)
        seen = replace(card, **typed)
        others = board.all(IncidentCard).values()
        matches = matches_of(seen, others, history, classes, desk.reach())
        self._parts.related.show_matches(card, matches)

    def show_next(self) -> None:
        """Show the next sheet being taken, or none."""
        mine = self.mine()
        if mine:
            self.show(mine[0])
        else:
            self.clear()

    def is_being_typed(self, card: IncidentCard) -> bool:
        """Tell whether a sheet saves itself: it is being taken, or its caller is still on the line here."""
        call = self._desk.store.board.get(CallCard, card.call_id)
        return card.state is IncidentState.TAKING or (
            call is not None
            and call.state is CallState.TALKING
            and call.answered_by == self._desk.store.actor
        )

    def mine(self) -> list[IncidentCard]:
        """Return the sheets that the person here is taking, oldest first."""
        mine = [
            card
            for card in self._desk.store.board.all(IncidentCard).values()
            if card.state is IncidentState.TAKING and card.taker == self._desk.store.actor
        ]
        return sorted(mine, key=lambda card: (card.answered_at, card.id))

    def _new_draft(self, card: IncidentCard) -> Draft:
        saves_itself = self.is_being_typed(card)
        draft = Draft(self._desk, card.id, saves_itself=saves_itself, parent=self)
        draft.signed.connect(partial(self._show_sign, draft))
        draft.refused.connect(self.refused)
        self._drafts[card.id] = draft
        return draft

    def _show_sign(self, draft: Draft) -> None:
        card = self.card
        if draft.incident_id == self.id and card is not None:
            self._parts.head.show_draft(draft)
            self._parts.revert.setVisible(can_revert(card, draft))

    def revert(self) -> None:
        """Throw away the changes of the sheet in the form that were not given."""
        card = self.card
        if card is not None:
            self.draft.revert()
            self._parts.form.bind(self.draft, card)

    def _number(self, incident_id: str) -> str:
        card = self._desk.store.board.get(IncidentCard, incident_id)
        return card.number if card else incident_id

    def _name_change(self, incident_id: str) -> str:
        return self.tr("警单 %1 未提交的修改").replace("%1", self._number(incident_id))

    def _ask(self) -> None:
        self._ask_dossier()
        if (card := self.card) is not None:
            self._ask_caller(card)

    def _ask_caller(self, card: IncidentCard) -> None:
        # Without a call the number to ring back is the only one there is.
        number = card.caller_number or card.contact_phone
        if number and number != self._asked_number:
            self._asked_number = number
            take = partial(self._take_caller, card.id)
            self._desk.store.ask(read_caller, take, number)

    def _ask_dossier(self) -> None:
        self._serial += 1
        take = partial(self._take_dossier, self._serial)
        self._desk.store.ask(read_dossier, take, self.id)

    def _take_dossier(self, serial: int, dossier: Dossier | None) -> None:
        # Only the newest answer counts: an older one may have been read before the last change.
        if serial != self._serial or dossier is None or self.card is None:
            return
        self._off_card = dossier.fields
        self._parts.form.refresh(dossier_values(dossier))
        self._parts.head.show_card(self.card, self._off_card)
        self.answers_read.emit(self.id, answers(dossier.entries))

    def _take_caller(self, incident_id: str, record: CallerRecord) -> None:
        if incident_id == self.id and record.number == self._asked_number:
            self._caller = record
            self._parts.head.show_record(record)
            self.show_related()

    def _is_dispute(self, code: str) -> bool:
        name = self._desk.trade.class_source(code)
        return any(word in name for word in self._desk.settings.get(DISPUTE_WORDS).split())


def can_revert(card: IncidentCard, draft: Draft) -> bool:
    """Tell whether there are changes of a taken sheet to throw away."""
    return card.state is not IncidentState.TAKING and bool(draft.typed)


def names(draft: Draft) -> str:
    """Return the fields of a draft that are not saved, as people call them."""
    return " ".join(field_name(name) for name in draft.typed)
