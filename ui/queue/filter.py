"""Which incidents the queue shows: by stage, by level, by a search text; kept between starts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from models.board import IncidentCard
from models.state import IncidentState
from ui.setting import QUEUE_FILTER, Setting, Settings
from ui.trade import matches

QUEUE_LEVELS = Setting("queue/levels", "1234")
QUEUE_SEARCH = Setting("queue/search", "")
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
    """A choice of incidents; a sheet that has no level yet passes whatever levels are chosen."""

    stage: Stage = Stage.ALL
    levels: str = LEVELS
    text: str = ""

    @property
    def is_open(self) -> bool:
        """Whether every incident passes."""
        return self == Filter()

    def admits(self, card: IncidentCard) -> bool:
        """Tell whether stage and level pass."""
        return self.stage in (Stage.ALL, STAGE_OF[card.state]) and (
            card.level is None or str(card.level) in self.levels
        )

    def finds(self, texts: Iterable[str]) -> bool:
        """Tell whether the search text is in one of the texts."""
        return not self.text or matches(self.text, texts)


def kept_filter(settings: Settings) -> Filter:
    """Return the filter of the last start."""
    stage, levels = settings.get(QUEUE_FILTER), settings.get(QUEUE_LEVELS)
    return Filter(
        Stage(stage) if stage in set(Stage) else Stage.ALL,
        "".join(level for level in LEVELS if level in levels),
        settings.get(QUEUE_SEARCH),
    )


def keep_filter(settings: Settings, chosen: Filter) -> None:
    """Keep the filter for the next start."""
    settings.set(QUEUE_FILTER, chosen.stage.value)
    settings.set(QUEUE_LEVELS, chosen.levels)
    settings.set(QUEUE_SEARCH, chosen.text)
