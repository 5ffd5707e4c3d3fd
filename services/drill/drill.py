"""The drill (演练): callers, crews and, if asked for, a desk, all played by a seed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from shapely import Polygon, prepare

from models.board import Board, CallCard, Card, Delta, IncidentCard, UnitCard
from models.fix import Fix
from services.database import Job
from services.drill.caller import Callers
from services.drill.choosing import Choose
from services.drill.crew import Crew
from services.drill.desk import Desk
from services.drill.ground import Ground, zhangzhou
from services.drill.motion import Point
from services.drill.partner import follow_handled, follow_order
from services.drill.roster import posts, setup_jobs
from services.drill.script import Script, shipped
from services.drill.stage import Stage
from services.drill.travel import Travel
from services.step import Step

NOWHERE: Mapping[str, Point] = MappingProxyType({})


class Drill:
    """A drill from an instant on; the same seed, start and answers give the same calls, movements and times.

    It never reads a clock and never writes: whoever runs it calls `advance`, runs the jobs, and shows it every
    delta with `observe`. It acts on what it observes, so whatever people do at the same time is taken into account.
    A job that is refused (somebody was faster) needs no attention: the drill looks again half a minute later.
    Only calls, sheets and units marked as drill are touched.
    """

    def __init__(
        self,
        seed: int,
        start_ms: int,
        *,
        automatic: bool = False,
        fixes: bool = True,
        ground: Ground | None = None,
        script: Script | None = None,
        homes: Mapping[str, Point] = NOWHERE,
        places: Mapping[str, Point] = NOWHERE,
        choose: Choose | None = None,
    ) -> None:
        """Prepare a drill; `automatic` adds a desk, without `fixes` no positions are reported; in Zhangzhou without `ground`.

        `script`: another one than the shipped; `homes`: where units that are none of the drill's own belong, by key; `places`:
        where units are at the start, as far as known; `choose`: who else than the nearest free is sent.
        """
        self.seed = seed
        self.start_ms = start_ms
        ground = ground or zhangzhou()
        travel = Travel(ground.streets)
        self._stage = Stage(seed, start_ms, script or shipped(), ground, fixes, travel)
        self._posts = {post.id: post for post in posts(self._stage.ground)}
        self._crews: dict[str, Crew] = {}
        self._callers = Callers(self._stage, start_ms)
        self._homes, self._places = homes, places
        self._desk = Desk(self._stage, self._crews, choose) if automatic else None

    @property
    def now(self) -> int:
        """The instant (ms) the drill has come to."""
        return self._stage.now

    def setup(self, board: Board) -> list[Job]:
        """Return the commands for what the board still lacks: bodies, beats, units, duty; none the second time."""
        return setup_jobs(board, self._stage.ground, self._stage.now)

    def observe(self, board: Board, delta: Delta | None) -> None:
        """Take notice of a board and what changed to get there; None looks at the whole board."""
        self._stage.board = board
        cards: Iterable[Card] = (
            delta.put
            if delta is not None
            else [card for some in board.cards.values() for card in some.values()]
        )
        for kind, id in delta.drop if delta is not None else ():
            self._forget(kind, id)
        sheets = [card for card in cards if isinstance(card, IncidentCard)]
        units = {card.id: card for card in cards if isinstance(card, UnitCard)}
        # A sheet may change under a crew that is on its way to it.
        for line in (line for sheet in sheets for line in sheet.active):
            unit = board.get(UnitCard, line.unit_id)
            if unit is not None:
                units[unit.id] = unit
        for _, unit in sorted(units.items()):
            self._follow_unit(unit)
        for sheet in sorted(sheets, key=lambda it: it.id):
            self._follow_sheet(sheet)
        for card in cards:
            if isinstance(card, CallCard) and card.drill:
                self._follow_call(card)

    def locate(self, fixes: Iterable[Fix]) -> None:
        """Put crews where they were last seen, after `observe(board, None)` in the middle of a drill."""
        for fix in fixes:
            if (crew := self._crews.get(fix.unit_id)) is not None:
                crew.locate((fix.lon, fix.lat))

    def next_at(self) -> int:
        """Return the instant (ms) of the next thing that happens."""
        return self._stage.agenda.next_at()

    def advance(self, until_ms: int) -> Step:
        """Let everything up to an instant (ms) happen; going back in time does nothing."""
        step = Step([], [])
        while (at := self._stage.agenda.next_at()) <= until_ms:
            self._stage.now = max(self._stage.now, at)
            for brought in self._stage.agenda.happen_next():
                if isinstance(brought, Fix):
                    step.fixes.append(brought)
                else:
                    step.jobs.append(brought)
        self._stage.now = max(self._stage.now, until_ms)
        return step

    def _follow_unit(self, card: UnitCard) -> None:
        if not card.drill:
            return
        if card.id not in self._crews:
            self._crews[card.id] = self._crew(card)
        self._crews[card.id].follow(card)
        if self._desk is not None:
            self._desk.follow_unit(card)

    def _crew(self, card: UnitCard) -> Crew:
        post, place = self._posts.get(card.id), self._places.get(card.id)
        if post is None:
            home = self._homes.get(card.id, self._stage.ground.centre)
            return Crew(self._stage, card, home, place=place)
        beat = Polygon(post.patch.ring)
        prepare(beat)
        return Crew(self._stage, card, post.home, beat, place)

    def _follow_sheet(self, sheet: IncidentCard) -> None:
        if not sheet.drill:
            return
        for order in sheet.orders:
            follow_order(self._stage, sheet, order)
        follow_handled(self._stage, sheet)
        if self._desk is not None:
            self._desk.follow_sheet(sheet)

    def _follow_call(self, card: CallCard) -> None:
        self._callers.follow(card)
        if self._desk is not None:
            self._desk.follow_call(card)

    def _forget(self, kind: str, id: str) -> None:
        if kind == CallCard.kind:
            self._callers.forget(id)
        if kind == IncidentCard.kind:
            self._stage.agenda.drop(("report", id))
        if self._desk is not None:
            self._desk.forget(id)
