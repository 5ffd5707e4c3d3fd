"""The names of the region in use: asked on a lane of their own, the newest question of each asker alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from models.board import AliasCard
from services.gazetteer import FILE, Answer, Gazetteer, default_names, open_names
from services.gazetteer.address import Apart, address_apart
from services.gazetteer.ground import Around, around
from services.region import Region
from ui.lane import Lane, call_each
from ui.store import Store

Box = tuple[float, float, float, float]
CENTRE: tuple[float, float] = (117.6464, 24.5130)
EXTENT: Box = (116.0, 22.8, 119.0, 25.9)
Near = tuple[float, float] | None


class Names(QObject):
    """Searches names, and tells what lies at a point. The index is opened by the first question, or by `warm`.

    Signals:
        changed(): the names of another region are asked from now on.
    """

    changed = Signal()

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._lane: Lane[Callable[[], object]] = Lane("names", call_each, parent=self)
        self._file: Path | None = None
        # Where names are looked for while nobody says where; which of two orders of degrees is plausible.
        self.centre: tuple[float, float] = CENTRE
        self.extent: Box = EXTENT
        self._newest: dict[str, int] = {}
        # Only the lane's own thread touches it.
        self._open: Gazetteer | None = None

    @property
    def waiting(self) -> int:
        """How many questions have no answer yet."""
        return self._lane.waiting

    def show(self, region: Region) -> None:
        """Ask the names of a region from now on: its index, or where it has none the names that ship."""
        self.centre, self.extent = region.centre, region.extent
        file = region.folder / FILE
        self.use(file if file.is_file() else None)

    def use(self, file: Path | None) -> None:
        """Ask another region's index from now on, None the names that ship."""
        self._file = file
        self._lane.submit(self._let_go, lambda _none: self.changed.emit(), self._store.tell)

    def warm(self) -> None:
        """Open the index before the first question."""
        self._lane.submit(self._names, lambda _names: None, self._store.tell)

    def search(self, asker: str, text: str, near: Near, then: Callable[[Answer], None]) -> None:
        """Look for a text; an older question of the same asker that waits is dropped."""
        aliases = tuple(self._store.board.all(AliasCard).values())
        self._ask(asker, partial(self._search, text, near, aliases), then)

    def look(self, asker: str, lon: float, lat: float, then: Callable[[Around], None]) -> None:
        """Find out what lies at a WGS-84 point."""
        self._ask(asker, lambda: around(self._names().connection, lon, lat), then)

    def compare(
        self, asker: str, address: str, lon: float, lat: float, then: Callable[[Apart | None], None]
    ) -> None:
        """Find out how far a WGS-84 point is from its address."""
        self._ask(asker, lambda: address_apart(self._names(), address, lon, lat), then)

    def forget(self, asker: str) -> None:
        """Let the answers that an asker still waits for come to nothing."""
        self._newest[asker] = self._newest.get(asker, 0) + 1

    def close(self) -> None:
        """End the lane."""
        self._lane.submit(self._let_go, lambda _none: None, self._store.tell)
        self._lane.close()

    def _ask(self, asker: str, work: Callable[[], object], then: Callable[..., None]) -> None:
        self.forget(asker)
        number = self._newest[asker]

        def newest() -> bool:
            return self._newest[asker] == number

        self._lane.submit(
            lambda: work() if newest() else None,
            lambda answer: then(answer) if newest() else None,
            self._store.tell,
        )

    def _search(self, text: str, near: Near, aliases: Sequence[AliasCard]) -> Answer:
        return self._names().search(text, near, aliases)

    def _names(self) -> Gazetteer:
        if self._open is None:
            self._open = open_names(self._file) if self._file is not None else default_names()
        return self._open

    def _let_go(self) -> None:
        if self._open is not None:
            self._open.close()
            self._open = None
