"""Completes the sheet in the form, keeps the changes of one that was taken, and calls for units while somebody talks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from models.board import CallCard, IncidentCard
from models.errors import CodedError, RuleError
from models.state import CallState, IncidentState
from services.taking import change_sheet, complete_sheet
from ui.desk import Desk
from ui.sheet.draft import KIND, Draft
from ui.sheet.filling import Filling
from ui.sheet.layout import SheetLayout

Then = Callable[[Draft, Mapping[str, Any]], None]


class Sending(QObject):
    """What leaves the form as a whole.

    Signals:
        called_up(): something was asked of the form from elsewhere; it wants to be seen.
        completed(str): the form is done with this sheet.
        refused(RuleError): the rules would not take it.
    """

    called_up = Signal()
    completed = Signal(str)
    refused = Signal(object)

    def __init__(self, desk: Desk, parts: SheetLayout, filling: Filling, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._parts, self._filling = desk, parts, filling
        desk.actions.on({"sheet.complete": self.complete})
        desk.selection.completion_asked.connect(self._complete_for_units)

    def complete(self) -> None:
        """Complete the sheet being taken, or keep the changes of one that was taken; its call ends with it."""
        card = self._filling.card
        if card is not None:
            self._send(card, self._done, hang_up_call=True)

    def send_units(self) -> None:
        """Choose units for the sheet in the form; one still being taken is completed first, its caller stays."""
        card = self._filling.card
        if card is None:
            return
        if card.state is IncidentState.TAKING:
            self._send(card, partial(self._went_out, card), hang_up_call=False)
        else:
            self._filling.save()
            self._choose_units(card.id)

    def _send(self, card: IncidentCard, then: Then, *, hang_up_call: bool) -> None:
        """Complete a sheet, or keep its changes, with what is unsaved; `then` is told what was sent."""
        form, filling = self._parts.form, self._filling
        if filling.is_sending or not form.settle():
            return
        draft, taking = filling.draft, card.state is IncidentState.TAKING
        with_it: dict[str, Any] = {"proposal": form.proposal} if taking else {}
        sent = draft.hold()
        filling.is_sending = True
        self._desk.store.do(
            complete_sheet if taking else change_sheet,
            card.id,
            sent,
            hang_up_call=hang_up_call and filling.is_being_typed(card),
            then=lambda _none: then(draft, sent),
            failed=partial(self._not_taken, draft),
            **with_it,
        )

    def _done(self, draft: Draft, sent: Mapping[str, Any]) -> None:
        self._filling.is_sending = False
        incident_id = draft.incident_id
        self._desk.unsent.drop(KIND, incident_id)
        draft.forget(sent)
        self._filling.forget(incident_id)
        self._filling.show_next()
        self.completed.emit(incident_id)

    def _went_out(self, card: IncidentCard, draft: Draft, sent: Mapping[str, Any]) -> None:
        """The sheet was completed for dispatch; while its caller still talks it stays in the form."""
        call = self._desk.store.board.get(CallCard, card.call_id)
        if call is not None and call.state is CallState.TALKING:
            self._filling.is_sending = False
            draft.took(sent)
            self._filling.follow()
        else:
            self._done(draft, sent)
        self._choose_units(card.id)

    def _choose_units(self, incident_id: str) -> None:
        self._desk.selection.choose_incident(incident_id)
        self._desk.actions["dispatch.choose"].trigger()

    def _not_taken(self, draft: Draft, error: CodedError) -> None:
        self._filling.is_sending = False
        if isinstance(error, RuleError):
            draft.save()
            self.refused.emit(error)
        else:
            # The trouble itself is told by a banner; the form stays open with everything in it.
            draft.fail()

    def _complete_for_units(self, incident_id: str) -> None:
        """Units were asked for a sheet that is still being taken: complete it, if it is ours to complete."""
        card = self._desk.store.board.get(IncidentCard, incident_id)
        if card is None or card.taker != self._desk.store.actor:
            self._desk.say("info", lambda: self.tr("这张警单还在接警中，由接警人完成后才能派警。"))
            return
        if incident_id != self._filling.id:
            self._filling.show(card)
        self.called_up.emit()
        self.send_units()
