"""Which incidents the queue shows: by stage, level, area, class, by whom, by time left, by a text; kept between starts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from models.board import IncidentCard
from models.state import IncidentState
from services.taking import CITY
from ui.setting import QUEUE_FILTER, Setting, Settings
from ui.trade import matches

QUEUE_LEVELS = Setting("queue/levels", "1234", fixable=False)
QUEUE_SEARCH = Setting("queue/search", "", fixable=False)
QUEUE_AREA = Setting("queue/area", "", fixable=False)
QUEUE_CLASS = Setting("queue/class", "", fixable=False)
QUEUE_MINE = Setting("queue/mine", False, fixable=False)
QUEUE_OVERDUE = Setting("queue/overdue", False, fixable=False)
LEVELS = "1234"


class Stage(StrEnum):
    """What has to be done about an incident."""

    ALL = "all"
    WAITING = "waiting"
    WORKING = "working"
    HANDLED = "handled"


STAGE_OF: Mapping[IncidentState, Stage] = {
    IncidentState.TAKING: Stage.WAITING,
    IncidentState.TAKEN: Stage.WAITING,
    IncidentState.RETURNED: Stage.WAITING,
    IncidentState.DISPATCHED: Stage.WORKING,
    IncidentState.ON_SCENE: Stage.WORKING,
    IncidentState.HANDLED: Stage.HANDLED,
}


@dataclass(frozen=True, slots=True)
class Filter:
    """A choice of incidents; a sheet that has no level yet passes whatever levels are chosen, and one without a class
    or an area whatever is chosen of those: nobody has looked at it yet.

    `area` is the beginning of a division's code, `group` the two digits of a group of classes; `mine` are the sheets
    that the person here has taken, `overdue` those past their promised minute.
    """

    stage: Stage = Stage.ALL
    levels: str = LEVELS
    text: str = ""
    area: str = ""
    group: str = ""
    mine: bool = False
    overdue: bool = False

    @property
    def is_open(self) -> bool:
        """Whether every incident passes."""
        return self == Filter()

    def admits(self, card: IncidentCard, actor: str, is_late: bool) -> bool:
        """Tell whether everything but the text passes, for who sits here."""
        return (
            self.stage in (Stage.ALL, STAGE_OF[card.state])
            and (card.level is None or str(card.level) in self.levels)
            and fits(card.division if card.division != CITY else "", self.area)
            and fits(card.class_code, self.group)
            and (not self.mine or card.taker == actor)
            and (not self.overdue or is_late)
        )

    def finds(self, texts: Iterable[str]) -> bool:
        """Tell whether the search text is in one of the texts."""
        return not self.text or matches(self.text, texts)


def fits(code: str, wanted: str) -> bool:
    """Tell whether a code begins as wanted, or says nothing yet."""
    return not wanted or not code or code.startswith(wanted)


def kept_filter(settings: Settings) -> Filter:
    """Return the filter of the last start."""
    stage, levels = settings.get(QUEUE_FILTER), settings.get(QUEUE_LEVELS)
    return Filter(
        Stage(stage) if stage in set(Stage) else Stage.ALL,
        "".join(level for level in LEVELS if level in levels),
        settings.get(QUEUE_SEARCH),
        settings.get(QUEUE_AREA),
        settings.get(QUEUE_CLASS),
        settings.get(QUEUE_MINE),
        settings.get(QUEUE_OVERDUE),
    )


def keep_filter(settings: Settings, chosen: Filter) -> None:
    """Keep the filter for the next start."""
    settings.set(QUEUE_FILTER, chosen.stage.value)
    settings.set(QUEUE_LEVELS, chosen.levels)
    settings.set(QUEUE_SEARCH, chosen.text)
    settings.set(QUEUE_AREA, chosen.area)
    settings.set(QUEUE_CLASS, chosen.group)
    settings.set(QUEUE_MINE, chosen.mine)
    settings.set(QUEUE_OVERDUE, chosen.overdue)
