"""Feeds: one asyncio loop in one thread, from which calls and positions come to the main thread."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from models.fix import Fix
from services.database import Job


class Feed(QObject):
    """Runs one coroutine on its own loop.

    Signals:
        jobs_came(list[Job]): commands to run, in order.
        fixes_came(list[Fix]): positions.
        failed(Exception): the feed ended by itself; the screen must say that it is lost.
    """

    jobs_came = Signal(object)
    fixes_came = Signal(object)
    failed = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._loop = asyncio.new_event_loop()
        self._loop.set_exception_handler(self._missed)
        self._task: asyncio.Task[None] | None = None
        self._thread = threading.Thread(target=self._run, name=f"feed-{name}", daemon=True)
        self._broken: Exception | None = None
        self._work: Callable[[], Coroutine[Any, Any, None]] | None = None

    def start(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Start the coroutine that `work` makes."""
        self._work = work
        self._thread.start()

    def tell(self, call: Callable[..., object], *args: object) -> None:
        """Call something on the feed's thread, between two steps of its coroutine."""
        # A loop that has just ended by itself takes nothing more, and that is all right.
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(call, *args)

    def connect_to(
        self, take_jobs: Callable[[list[Job]], object], take_fixes: Callable[[list[Fix]], object]
    ) -> None:
        """Deliver what comes on the main thread."""
        queued = Qt.ConnectionType.QueuedConnection
        self.jobs_came.connect(take_jobs, queued)
        self.fixes_came.connect(take_fixes, queued)

    def close(self) -> None:
        """Stop the coroutine and end the thread."""
        if self._thread.is_alive():
            self.tell(self._cancel)
            self._thread.join()

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _missed(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        # What was called between two steps failed: without it the feed would only seem to go on.
        error = context.get("exception")
        self._broken = error if isinstance(error, Exception) else RuntimeError(context["message"])
        self._cancel()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        assert self._work is not None
        self._task = self._loop.create_task(self._work())
        try:
            self._loop.run_until_complete(self._task)
        except asyncio.CancelledError:
            if self._broken is not None:
                self.failed.emit(self._broken)
        except Exception as error:
            self.failed.emit(error)
        finally:
            self._loop.close()
