"""How the table of units reads a card: by the desk's clock, positions and board; and the columns it shows."""

from __future__ import annotations

import re
from collections.abc import Callable

from models.board import BeatCard, IncidentCard, OrganisationCard, UnitCard
from models.state import AssignmentState, Duty
from ui.desk import Desk
from ui.incident import place_text, short_number
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.moment import day_time_of, span_of, time_of
from ui.setting import STALE_SECONDS
from ui.table import Column
from ui.wording import UNIT_COLOURS, UNIT_LETTERS, kind_name, state_name

TITLES = {
    "call_sign": QT_TRANSLATE_NOOP("UnitColumn", "呼号"),
    "state": QT_TRANSLATE_NOOP("UnitColumn", "状态"),
    "since": QT_TRANSLATE_NOOP("UnitColumn", "自"),
    "job": QT_TRANSLATE_NOOP("UnitColumn", "警情"),
    "beat": QT_TRANSLATE_NOOP("UnitColumn", "警区"),
    "fix": QT_TRANSLATE_NOOP("UnitColumn", "位置"),
    "organisation": QT_TRANSLATE_NOOP("UnitColumn", "单位"),
    "kind": QT_TRANSLATE_NOOP("UnitColumn", "车型"),
}
DRILL = QT_TRANSLATE_NOOP("UnitColumn", "演练 {call_sign}")
NO_FIX = QT_TRANSLATE_NOOP("UnitColumn", "无位置")
FIX = QT_TRANSLATE_NOOP("UnitColumn", "{span} 前")
STALE_FIX = QT_TRANSLATE_NOOP("UnitColumn", "▲{span} 前")
FIX_HINT = QT_TRANSLATE_NOOP("UnitColumn", "最后位置 {at}")
NO_FIX_HINT = QT_TRANSLATE_NOOP("UnitColumn", "本机没有收到过这支警力的位置")
KIND = QT_TRANSLATE_NOOP("UnitColumn", "{kind} {crew}人")
# Help first, then what waits for a decision, then who works, who is free, who is not there.
RANKS = {
    Duty.EMERGENCY.value: 0,
    AssignmentState.RETURN_ASKED.value: 1,
    Duty.PAUSED.value: 4,
    Duty.ESCORT.value: 4,
    Duty.OFFLINE.value: 5,
}
ON_JOB, FREE = 2, 3


class Reading:
    """Reads units at `now`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._stale_ms = desk.settings.get(STALE_SECONDS) * 1000
        self.now = desk.clock.now()

    def take_settings(self) -> None:
        """Read by the age of a stale position that the settings hold now."""
        self._stale_ms = self._desk.settings.get(STALE_SECONDS) * 1000

    def key(self, card: UnitCard) -> tuple[int, tuple[tuple[int, str], ...]]:
        """Return the place in the table: by what the unit does, then by call sign."""
        return (rank(card), natural(card.call_sign))

    def state_text(self, card: UnitCard) -> str:
        """Return the letter and the name of what the unit does."""
        return f"{UNIT_LETTERS[card.status]} {state_name(card.status)}"

    def since_text(self, card: UnitCard) -> str:
        """Return since when, and for how long."""
        since = card.status_since
        return f"{time_of(since)[:5]}  {span_of(max(0, self.now - since))}"

    def job(self, card: UnitCard) -> IncidentCard | None:
        """Return the incident the unit is on."""
        return self._desk.store.board.get(
            IncidentCard, card.job.incident_id if card.job is not None else None
        )

    def job_text(self, card: UnitCard) -> str:
        """Return the number and the place of the incident the unit is on."""
        job = self.job(card)
        return f"{short_number(job.number)} {place_text(job)}" if job else ""

    def beat_text(self, card: UnitCard) -> str:
        """Return the name of the unit's beat."""
        beat = self._desk.store.board.get(BeatCard, card.beat_id)
        return beat.name if beat else ""

    def organisation_text(self, card: UnitCard) -> str:
        """Return the name of the body the unit belongs to."""
        body = self._desk.store.board.get(OrganisationCard, card.organisation_id)
        return self._desk.trade.word(body) if body else ""

    def fix_age(self, card: UnitCard) -> int | None:
        """Return the age (ms) of the unit's last position, None where there is none."""
        fix = self._desk.positions.latest.get(card.id)
        return None if fix is None else max(0, self.now - fix.at)

    def fix_text(self, card: UnitCard) -> str:
        """Return the age of the last position; one past its time carries a sign."""
        age = self.fix_age(card)
        if age is None:
            return translate("UnitColumn", NO_FIX)
        pattern = STALE_FIX if age > self._stale_ms else FIX
        return translate("UnitColumn", pattern).format(span=span_of(age))

    def fix_colour(self, card: UnitCard) -> str | None:
        """Return warning where the position is past its time."""
        age = self.fix_age(card)
        if age is None:
            return "muted"
        return "warning" if age > self._stale_ms else None

    def fix_hint(self, card: UnitCard) -> str:
        """Return the instant of the last position."""
        fix = self._desk.positions.latest.get(card.id)
        if fix is None:
            return translate("UnitColumn", NO_FIX_HINT)
        return translate("UnitColumn", FIX_HINT).format(at=day_time_of(fix.at))

    def texts(self, card: UnitCard) -> tuple[str, ...]:
        """Return what a search looks through."""
        return (
            card.call_sign,
            self.state_text(card),
            self.job_text(card),
            self.beat_text(card),
            self.organisation_text(card),
            kind_text(card),
            card.leader,
            card.phone,
        )

    def columns(self) -> tuple[Column[UnitCard], ...]:
        """Return the columns of the table."""
        return (
            Column("call_sign", title("call_sign"), call_sign_text, width=92, strong=needs_help),
            Column(
                "state", title("state"), self.state_text, state_colour, None, 98, strong=needs_help
            ),
            Column(
                "since",
                title("since"),
                self.since_text,
                None,
                lambda card: day_time_of(card.status_since),
                width=108,
            ),
            Column("job", title("job"), self.job_text, width=170, stretch=True),
            Column("beat", title("beat"), self.beat_text, width=96),
            Column(
                "fix", title("fix"), self.fix_text, self.fix_colour, self.fix_hint, 84, right=True
            ),
            Column("organisation", title("organisation"), self.organisation_text, width=130),
            Column("kind", title("kind"), kind_text, width=92),
        )


def title(name: str) -> Callable[[], str]:
    """Return what gives a column's title in the language of the screen."""
    return lambda: translate("UnitColumn", TITLES[name])


def rank(card: UnitCard) -> int:
    """Return how far up a unit stands by what it does, 0 first."""
    return RANKS.get(card.status, FREE if card.job is None else ON_JOB)


def natural(text: str) -> tuple[tuple[int, str], ...]:
    """Return a sort key in which 9 comes before 10."""
    parts = re.findall(r"\d+|\D+", text)
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in parts)


def call_sign_text(card: UnitCard) -> str:
    """Return the call sign; a drill says so first."""
    if card.drill:
        return translate("UnitColumn", DRILL).format(call_sign=card.call_sign)
    return card.call_sign


def state_colour(card: UnitCard) -> str:
    """Return the colour meaning of what the unit does."""
    return UNIT_COLOURS[card.status]


def needs_help(card: UnitCard) -> bool:
    """Tell whether somebody has to look at the unit now."""
    return rank(card) <= RANKS[AssignmentState.RETURN_ASKED.value]


def kind_text(card: UnitCard) -> str:
    """Return what the unit moves with, and how many they are."""
    return translate("UnitColumn", KIND).format(kind=kind_name(card.unit_kind), crew=card.crew)
