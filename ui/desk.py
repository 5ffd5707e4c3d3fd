"""The desk: what every pane is given – store, clock, trade, positions, settings, actions, selection, bell, colours."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from models.board import IncidentCard, OfficerCard, UnitCard, WatchCard
from models.promise import Limits, Promise, promise
from services.context import local_day
from services.matching import Reach
from ui.action import Actions
from ui.advice import AdviceWork
from ui.banner import Words
from ui.bell import Bell
from ui.clock import DeskClock
from ui.coverage import CoverageWatch
from ui.language import Language
from ui.names import Names
from ui.position import Positions
from ui.road import RoadWork
from ui.setting import (
    ALIKE_METRES,
    ALIKE_MINUTES,
    DISPUTE_HOURS,
    LEAST_SCORE,
    NEAR_METRES,
    NUMBER_MINUTES,
    THEME,
    Settings,
)
from ui.store import Store
from ui.theme import palette_of
from ui.trade import Trade
from ui.unsent import UnsentTexts


class Selection(QObject):
    """What is selected, the same in every pane: one incident and one unit.

    Signals:
        incident_changed(str): the id of the incident selected now, "" none.
        unit_changed(str): the id of the unit selected now, "" none.
        completion_asked(str): units are wanted for a sheet that is still being taken; whoever fills it completes it.
    """

    incident_changed = Signal(str)
    unit_changed = Signal(str)
    completion_asked = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.incident_id = ""
        self.unit_id = ""

    def choose_incident(self, id: str) -> None:
        """Select an incident everywhere."""
        if id != self.incident_id:
            self.incident_id = id
            self.incident_changed.emit(id)

    def choose_unit(self, id: str) -> None:
        """Select a unit everywhere."""
        if id != self.unit_id:
            self.unit_id = id
            self.unit_changed.emit(id)


@dataclass(frozen=True, slots=True)
class Desk:
    """The collaborators of every pane.

    `say(kind, words)` shows a banner that does not block: kind is `info`, `warning` or `danger`; `words` says the message
    (`lambda: self.tr(…)`) and is asked again when the language of the screen changes.
    """

    store: Store
    clock: DeskClock
    trade: Trade
    positions: Positions
    settings: Settings
    actions: Actions
    selection: Selection
    language: Language
    unsent: UnsentTexts
    say: Callable[[str, Words], None]
    bell: Bell
    names: Names
    roads: RoadWork
    advice: AdviceWork
    coverage: CoverageWatch
    seat: str = ""

    def colour(self, meaning: str) -> str:
        """Return #rrggbb of a colour meaning in the theme of the screen."""
        return palette_of(self.settings.get(THEME))[meaning]

    def promise(self, card: IncidentCard) -> Promise:
        """Return what a sheet owes next, by the limits of its area and level."""
        return promise(card, self.limits())

    def limits(self) -> Limits:
        """Return the limits by area and level of the dictionary `promise` as it holds today."""
        return self.trade.limits(local_day(self.clock.now()))

    def reach(self) -> Reach:
        """Return how far likely duplicates and sheets near by are looked for, by the settings."""
        settings = self.settings
        return Reach(
            settings.get(NEAR_METRES),
            settings.get(ALIKE_METRES),
            settings.get(ALIKE_MINUTES),
            settings.get(NUMBER_MINUTES),
            settings.get(DISPUTE_HOURS),
            settings.get(LEAST_SCORE),
        )

    def incident(self) -> IncidentCard | None:
        """Return the selected incident while it is on the board."""
        return self.store.board.get(IncidentCard, self.selection.incident_id)

    def unit(self) -> UnitCard | None:
        """Return the selected unit."""
        return self.store.board.get(UnitCard, self.selection.unit_id)

    def watch(self) -> WatchCard | None:
        """Return who sits at this seat, None where nobody signed on."""
        watches = self.store.board.all(WatchCard).values()
        here = [watch for watch in watches if watch.seat == self.seat]
        return max(here, key=lambda watch: (watch.began_at, watch.id), default=None)

    def person(self, actor: str) -> str:
        """Return the name of who did something: a person's where the number is known, else what is recorded."""
        officer = self.store.board.get(OfficerCard, actor)
        return officer.name if officer is not None else actor
