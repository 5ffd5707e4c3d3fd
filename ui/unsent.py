"""Unsent texts: what was typed into a form and not given yet is kept at each pause, and offered again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from models.errors import CodedError
from models.unsent import Unsent
from services.keeping import drop_unsent, keep_unsent, unsent_texts
from ui.clock import DeskClock
from ui.store import Store
from ui.timer import Pause

# Ticks of the desk's clock (real half seconds, whatever the clock says) before a failed try is made again.
WAITS = (2, 4, 8, 16, 32, 60)

Key = tuple[str, str]


class Backoff:
    """Counts the ticks until something that failed is tried again: ever more, up to half a minute."""

    def __init__(self) -> None:
        self.failures = 0
        self._ticks_left = 0

    def fail(self) -> None:
        """Wait longer than the last time."""
        self._ticks_left = WAITS[min(self.failures, len(WAITS) - 1)]
        self.failures += 1

    def tick(self) -> bool:
        """Let a tick pass; tell whether it is time to try again."""
        self._ticks_left = max(0, self._ticks_left - 1)
        return self.failures > 0 and not self._ticks_left

    def rest(self) -> None:
        """Forget the failures: it went well."""
        self.failures = self._ticks_left = 0


class Keeper(Protocol):
    """Something that holds what people typed."""

    def keep(self) -> None:
        """Send to the store what is not there yet."""

    def unkept(self) -> list[str]:
        """Return what would be lost if the program ended now, as people call it."""


class UnsentTexts(QObject):
    """The unsent values by form and thing, in memory and, a pause later, in the store.

    Signals:
        failed(): something could not be kept; it is tried again by itself.
    """

    failed = Signal()

    def __init__(self, store: Store, clock: DeskClock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store, self._clock = store, clock
        self._texts: dict[Key, Unsent] = {}
        self._names: dict[str, Callable[[str], str]] = {}
        self._keepers: list[Keeper] = []
        # What the store does not hold as it is here, and what is on its way there.
        self._fresh: set[Key] = set()
        self._sent: set[Key] = set()
        self._backoff = Backoff()
        self._pause = Pause(self)
        self._pause.came.connect(self.keep)
        clock.ticked.connect(self._tick)
        store.eased.connect(self.keep)

    def load(self, then: Callable[[], None]) -> None:
        """Read what the store holds; `then` is called also where that fails."""

        def take(texts: list[Unsent]) -> None:
            self._texts = {(text.kind, text.subject): text for text in texts}
            then()

        self._store.ask(unsent_texts, take, failed=lambda _error: then())

    def name(self, kind: str, words: Callable[[str], str]) -> None:
        """Say how a form's texts are called: `words` turns its subject into what people read."""
        self._names[kind] = words

    def join(self, keeper: Keeper) -> None:
        """Let another holder of typed things be asked before the window goes."""
        self._keepers.append(keeper)

    def find(self, kind: str, subject: str) -> Unsent | None:
        """Return what was typed about a thing and never given."""
        return self._texts.get((kind, subject))

    def typed(self, kind: str, subject: str, values: Mapping[str, Any]) -> None:
        """Take what a form holds after a key; no values are nothing to keep."""
        if not values:
            self.drop(kind, subject)
            return
        key = (kind, subject)
        self._texts[key] = Unsent(kind, subject, self._clock.now(), self._store.actor, dict(values))
        self._fresh.add(key)
        self._pause.typed()

    def drop(self, kind: str, subject: str) -> None:
        """Forget what was given, or thrown away by a person."""
        if self._texts.pop((kind, subject), None) is not None:
            self._fresh.add((kind, subject))
            self.keep()

    def keep(self) -> None:
        """Send what is fresh to the store now."""
        self._pause.stop()
        for key in self._fresh - self._sent:
            self._send(key)

    def keep_all(self) -> None:
        """Let everybody who holds something send it now."""
        self.keep()
        for keeper in self._keepers:
            keeper.keep()

    def unkept(self) -> list[str]:
        """Return what would be lost if the program ended now, as people call it."""
        own = [
            self._names[kind](subject) if kind in self._names else kind
            for kind, subject in sorted(self._fresh)
            if (kind, subject) in self._texts
        ]
        return [*own, *(name for keeper in self._keepers for name in keeper.unkept())]

    def _send(self, key: Key) -> None:
        self._sent.add(key)
        text = self._texts.get(key)

        def kept(_none: None) -> None:
            self._sent.discard(key)
            self._backoff.rest()
            if self._texts.get(key) is text:
                self._fresh.discard(key)

        def failed(_error: CodedError) -> None:
            self._sent.discard(key)
            if not self._sent:
                self._backoff.fail()
            self.failed.emit()

        if text is None:
            self._store.do(drop_unsent, *key, then=kept, failed=failed, quiet=True)
        else:
            self._store.do(
                keep_unsent,
                *key,
                text.values,
                at=text.at,
                by=text.by,
                then=kept,
                failed=failed,
                quiet=True,
            )

    def _tick(self, _now: int) -> None:
        if self._backoff.tick() and not self._pause.waits:
            self.keep()
