"""The roads of the region shown: loaded and searched in lane `work`, so that nobody waits for a way."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from models.board import MarkingCard
from ui.lane import Lane, call_each

if TYPE_CHECKING:
    from models.fix import Fix
    from services.routing import Passable, Roads, Route
    from services.routing.closing import Lines

log = logging.getLogger(__name__)

Point = tuple[float, float]
Then = Callable[["Route | None"], None]
# An area is a list of outlines, holes among them; each with the minutes in which it is reached.
Areas = list[tuple[float, list[list[Point]]]]
FILE = "roads.npz"


class RoadWork(QObject):
    """Answers what only roads can tell; without roads it knows nothing, and the desk shows its estimate.

    Signals:
        changed(): other roads are in use, or none; or other stretches of them are closed.
        closed(dict[str, Lines]): the stretches (lon, lat) that closures close, by their keys.
    """

    changed = Signal()
    closed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._base: Roads | None = None
        self._roads: Passable | None = None
        self._closures: tuple[MarkingCard, ...] = ()
        self._folder: Path | None = None
        self._lane: Lane[Callable[[], object]] | None = None

    @property
    def has_roads(self) -> bool:
        """Whether ways can be asked for."""
        return self._roads is not None

    @property
    def roads(self) -> Passable | None:
        """The roads in use, for lanes that search them themselves."""
        return self._roads

    @property
    def folder(self) -> Path | None:
        """The folder of the region whose roads are in use."""
        return self._folder

    def use(self, folder: Path) -> None:
        """Take the roads of a region's folder, none where it has none."""
        self._folder = folder
        self._forget()
        if (folder / FILE).is_file():
            self._work(partial(_load, folder), partial(self._take, folder))

    def block(self, closures: Iterable[MarkingCard]) -> None:
        """Take what is closed now; every question from here on is answered without those roads."""
        news = tuple(sorted(closures, key=lambda card: card.id))
        if news != self._closures:
            self._closures = news
            self._open()

    def route(self, origin: Point, target: Point, then: Then) -> None:
        """Ask for the way between two places; `then` gets None where no road leads there, or none is known."""
        if self._roads is None:
            then(None)
            return
        self._work(partial(_route, self._roads, origin, target), then)

    def lay(self, fixes: Sequence[Fix], then: Callable[[list[Point] | None], None]) -> None:
        """Ask for the way on roads of positions, oldest first; `then` gets None where no roads are known."""
        if self._base is None:
            then(None)
            return
        # What is closed now may have been open when it was driven.
        self._work(partial(_lay, self._base, tuple(fixes)), then)

    def rings(
        self,
        centre: Point,
        minutes: Sequence[float],
        then: Callable[[Areas | None], None],
        *,
        inward: bool,
    ) -> None:
        """Ask from where one can be at a place within some minutes, or how far one gets from it; None without roads."""
        if self._roads is None:
            then(None)
            return
        self._work(partial(_rings, self._roads, centre, tuple(minutes), inward), then)

    def close(self) -> None:
        """End the lane; what it runs leaves nothing half done."""
        if self._lane is not None:
            self._lane.abandon()

    def _take(self, folder: Path, roads: Roads | None) -> None:
        if folder == self._folder:
            self._base = roads
            self._open()

    def _open(self) -> None:
        """Begin anew with the roads that there are and what is closed of them."""
        if self._base is not None:
            roads = self._roads = _passable(self._base, self._closures)
            self._work(roads.closed, partial(self._tell_closed, roads))
        self.changed.emit()

    def _tell_closed(self, roads: Passable, lines: dict[str, Lines] | None) -> None:
        if roads is self._roads and lines is not None:
            self.closed.emit(lines)

    def _forget(self) -> None:
        self._base, self._roads = None, None
        self.closed.emit({})
        self.changed.emit()

    def _work(self, work: Callable[[], object], then: Callable[..., None]) -> None:
        if self._lane is None:
            self._lane = Lane("work", call_each, threads=2, parent=self)
        self._lane.submit(work, then, partial(self._fail, then))

    def _fail(self, then: Callable[..., None], error: Exception) -> None:
        """The desk goes on with its estimate; what is wrong with the roads stands in the log."""
        log.warning("roads: %s", error)
        then(None)


def _load(folder: Path) -> Roads:
    # Searching brings geometry with it, which takes its time to load; only a region with roads needs it.
    from services.routing import load_roads  # noqa: PLC0415

    return load_roads(folder)


def _passable(base: Roads, closures: tuple[MarkingCard, ...]) -> Passable:
    from services.routing import Passable  # noqa: PLC0415

    return Passable(base, closures)


def _route(roads: Passable, origin: Point, target: Point) -> Route | None:
    from services.routing import find_route  # noqa: PLC0415

    return find_route(roads.roads(), origin, target)


def _lay(roads: Roads, fixes: tuple[Fix, ...]) -> list[Point]:
    from services.routing import Sight, matched  # noqa: PLC0415

    return list(matched(roads, [Sight(fix.lon, fix.lat, fix.accuracy) for fix in fixes]).line)


def _rings(roads: Passable, centre: Point, minutes: tuple[float, ...], inward: bool) -> Areas:
    from services.routing import rings  # noqa: PLC0415

    areas = rings(roads.roads(), centre, minutes, inward=inward)
    return [
        (
            many,
            [
                [(lon, lat) for lon, lat in outline.coords]
                for part in area.geoms
                for outline in (part.exterior, *part.interiors)
            ],
        )
        for many, area in zip(minutes, areas, strict=True)
    ]
