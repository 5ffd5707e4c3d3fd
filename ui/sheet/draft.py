"""A draft: what was typed into one sheet and is not in it yet; kept at every pause in typing."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QObject, Signal

from models.errors import CodedError, RuleError
from services.taking import save_draft
from ui.desk import Desk
from ui.timer import Pause
from ui.unsent import Backoff

KIND = "sheet"


class Sign(StrEnum):
    """What the form says about its draft."""

    UNSAVED = "unsaved"
    SAVED = "saved"
    FAILED = "failed"


class Draft(QObject):
    """One sheet's unsaved fields; `saves_itself` while the sheet is being taken.

    What does not go into the sheet by itself – a change of one that was taken, a value that the rules refuse – is
    kept beside it.

    Signals:
        signed(): the sign or the time of the last save changed.
        refused(RuleError): the rules would not keep a field.
    """

    signed = Signal()
    refused = Signal(object)

    def __init__(
        self, desk: Desk, incident_id: str, *, saves_itself: bool, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.incident_id = incident_id
        self.saves_itself = saves_itself
        self.kept: dict[str, Any] = {}
        self.typed: dict[str, Any] = {}
        self.saved_at: int | None = None
        self.unsaved_since: int | None = None
        self.sign = Sign.SAVED
        self._desk = desk
        # What the rules would not keep: it must not hold up the rest.
        self._unfit: dict[str, Any] = {}
        self._sending = 0
        self._backoff = Backoff()
        self._pause = Pause(self)
        self._pause.came.connect(self.save)
        desk.clock.ticked.connect(self._tick)
        desk.store.changed.connect(self._try_again)

    def know(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        """Take what the store holds; return the fields that differ from what was known."""
        fresh = {
            name: value
            for name, value in fields.items()
            if name not in self.kept or self.kept[name] != value
        }
        self.kept.update(fields)
        return fresh

    def type(self, name: str, value: Any) -> None:
        """Take what a person typed; it is kept after the next pause."""
        if self.kept.get(name) == value:
            self.typed.pop(name, None)
        else:
            self.typed[name] = value
        if self.typed:
            if self.unsaved_since is None:
                self.unsaved_since = self._desk.clock.now()
            self._set_sign(Sign.FAILED if self._backoff.failures else Sign.UNSAVED)
            if self.saves_itself:
                self._pause.typed()
            else:
                self.put_by()
        elif not self._sending:
            self._rest()

    def restore(self) -> None:
        """Take up again what was typed in an earlier run and never saved."""
        kept = self._desk.unsent.find(KIND, self.incident_id)
        if kept is None:
            return
        self.typed = {
            name: value for name, value in kept.values.items() if self.kept.get(name) != value
        }
        if self.typed:
            self.unsaved_since = kept.at
            self._set_sign(Sign.UNSAVED)
        else:
            self._rest()

    def revert(self) -> None:
        """Throw away what was typed."""
        self._pause.stop()
        self.typed.clear()
        self._rest()

    def save(self) -> None:
        """Send what is unsaved to the store now."""
        self._pause.stop()
        sent = {
            name: value for name, value in self.typed.items() if not self._is_unfit(name, value)
        }
        if not sent or not self.saves_itself:
            return
        self._sending += 1
        self._desk.store.do(
            save_draft,
            self.incident_id,
            sent,
            then=lambda _none: self.took(sent),
            failed=self._refuse,
            quiet=self._backoff.failures > 0,
        )

    def took(self, sent: Mapping[str, Any]) -> None:
        """Note that the store has these fields."""
        self._sending = max(0, self._sending - 1)
        for name, value in sent.items():
            if name in self.typed and self.typed[name] == value:
                del self.typed[name]
            self.kept[name] = value
        self.saved_at = self._desk.clock.now()
        self.unsaved_since = self.saved_at if self.typed else None
        self._backoff.rest()
        if not self.typed:
            self._rest()
        elif all(self._is_unfit(name, value) for name, value in self.typed.items()):
            self.put_by()
            self._set_sign(Sign.FAILED)

    def forget(self, sent: Mapping[str, Any]) -> None:
        """Note that the sheet took these fields and is done with; what was typed meanwhile is put by."""
        self.typed = {
            name: value
            for name, value in self.typed.items()
            if name not in sent or sent[name] != value
        }
        self.put_by()

    def stop(self) -> None:
        """Save nothing more by itself."""
        self._pause.stop()
        self.saves_itself = False

    def hold(self) -> dict[str, Any]:
        """Stop the pause and return what is unsaved, to be sent with the sheet's completion."""
        self._pause.stop()
        return dict(self.typed)

    def fail(self) -> None:
        """Note that the store could not take what was sent; it is tried again by itself, ever more rarely."""
        self._backoff.fail()
        self._set_sign(Sign.FAILED)

    def _refuse(self, error: CodedError) -> None:
        self._sending = max(0, self._sending - 1)
        if not isinstance(error, RuleError):
            self.fail()
            return
        self._set_sign(Sign.FAILED)
        self.refused.emit(error)
        name = str(error.params.get("field", ""))
        if name in self.typed:
            self._unfit[name] = self.typed[name]
            self.put_by()
            self.save()

    def _is_unfit(self, name: str, value: Any) -> bool:
        return name in self._unfit and self._unfit[name] == value

    def _tick(self, _now: int) -> None:
        if self._backoff.tick():
            self._try_again()

    def _try_again(self, _delta: object = None) -> None:
        # Also when another command got through: the disk is well again.
        if self._backoff.failures and not self._sending:
            self.save()

    def put_by(self) -> None:
        """Keep what was typed outside the sheet, for as long as the sheet does not take it."""
        if self.typed:
            self._desk.unsent.typed(KIND, self.incident_id, self.typed)

    def _rest(self) -> None:
        self.unsaved_since = None
        self._desk.unsent.drop(KIND, self.incident_id)
        self._set_sign(Sign.SAVED)

    def _set_sign(self, sign: Sign) -> None:
        self.sign = sign
        self.signed.emit()
