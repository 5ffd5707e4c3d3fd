"""How the table of units reads a card: by the desk's clock, positions and board; and the columns it shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from models.board import BeatCard, IncidentCard, OrganisationCard, UnitCard
from models.fix import Fix
from models.place import distance
from models.state import AssignmentState, Duty
from services.pinyin import sounds
from services.region import NamedPoint
from ui.desk import Desk
from ui.incident import place_text, short_number
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.moment import day_time_of, span_of, time_of
from ui.setting import STALE_SECONDS
from ui.table import Column
from ui.trade import plain
from ui.units.checkin import OVERDUE_FIRST
from ui.units.watch import CheckInWatch
from ui.wording import UNIT_COLOURS, UNIT_LETTERS, kind_name, state_name

TITLES = {
    "call_sign": QT_TRANSLATE_NOOP("UnitColumn", "呼号"),
    "state": QT_TRANSLATE_NOOP("UnitColumn", "状态"),
    "since": QT_TRANSLATE_NOOP("UnitColumn", "自"),
    "job": QT_TRANSLATE_NOOP("UnitColumn", "警情"),
    "check": QT_TRANSLATE_NOOP("UnitColumn", "签到"),
    "where": QT_TRANSLATE_NOOP("UnitColumn", "所在"),
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
LATE = QT_TRANSLATE_NOOP("UnitColumn", "▲逾期 {span}")
CHECK_HINT = QT_TRANSLATE_NOOP("UnitColumn", "应在 {due} 前签到；上次签到 {last}")
NEVER = QT_TRANSLATE_NOOP("UnitColumn", "无")
NEAR = QT_TRANSLATE_NOOP("UnitColumn", "近{name}")
BEAT = QT_TRANSLATE_NOOP("UnitColumn", "警区 {beat}")
# Farther from every name than this a name says nothing.
NEAR_M = 15_000
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
LATE_RANK = 1


class Reading:
    """Reads units at `now`."""

    def __init__(self, desk: Desk, watch: CheckInWatch, points: Sequence[NamedPoint] = ()) -> None:
        self._desk, self._watch, self._points = desk, watch, points
        self._near: dict[str, tuple[Fix, NamedPoint | None]] = {}
        self._texts: dict[str, tuple[UnitCard, str]] = {}
        self._stale_ms = desk.settings.get(STALE_SECONDS) * 1000
        self.now = desk.clock.now()

    def take_settings(self) -> None:
        """Read by the age of a stale position that the settings hold now."""
        self._stale_ms = self._desk.settings.get(STALE_SECONDS) * 1000

    def key(self, card: UnitCard) -> tuple[int, tuple[tuple[int, str], ...]]:
        """Return the place in the table: by what the unit does, then by call sign."""
        first = rank(card)
        if card.id in self._watch.overdue and self._desk.settings.get(OVERDUE_FIRST):
            first = min(first, LATE_RANK)
        return (first, natural(card.call_sign))

    def check_text(self, card: UnitCard) -> str:
        """Return how long the unit may still be silent; one past its time says since when."""
        due = self._watch.due.get(card.id)
        if due is None:
            return ""
        if due > self.now:
            return span_of(due - self.now)
        return translate("UnitColumn", LATE).format(span=span_of(self.now - due))

    def check_colour(self, card: UnitCard) -> str | None:
        """Return danger where a check-in is missing."""
        return "danger" if card.id in self._watch.overdue else "muted"

    def check_hint(self, card: UnitCard) -> str:
        """Return when the unit has to be heard, and when it was heard last."""
        due = self._watch.due.get(card.id)
        if due is None:
            return ""
        last = day_time_of(card.checked_in_at) or translate("UnitColumn", NEVER)
        return translate("UnitColumn", CHECK_HINT).format(due=time_of(due), last=last)

    def where_text(self, card: UnitCard) -> str:
        """Return where the unit is: the place of its incident once it is there, a name near by, else its beat."""
        if card.status == AssignmentState.ARRIVED and (job := self.job(card)) is not None:
            return place_text(job)
        age = self.fix_age(card)
        if age is not None and age <= self._stale_ms and (near := self._near_by(card.id)):
            return translate("UnitColumn", NEAR).format(name=self._desk.trade.word(near))
        beat = self.beat_text(card)
        return translate("UnitColumn", BEAT).format(beat=beat) if beat else ""

    def _near_by(self, unit_id: str) -> NamedPoint | None:
        """Return the named point nearest to a unit's last position, None where none is near."""
        fix = self._desk.positions.latest[unit_id]
        known = self._near.get(unit_id)
        if known is not None and known[0] is fix:
            return known[1]
        points = enumerate(self._points)
        reach = ((distance(fix.lon, fix.lat, it.lon, it.lat), at) for at, it in points)
        metres, at = min(reach, default=(NEAR_M, -1))
        self._near[unit_id] = (fix, self._points[at] if metres < NEAR_M else None)
        return self._near[unit_id][1]

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

    def finds(self, card: UnitCard, wanted: str) -> bool:
        """Tell whether a search text, as `plain` gives it, finds a unit: particulars, state, incident; also by sound."""
        steady = self._steady(card)
        if wanted in steady:
            return True
        passing = self._passing(card)
        if wanted in passing:
            return True
        # Only letters can mean sounds, and sounds are dear: each text is heard once.
        if not (wanted.isascii() and any(letter.isalpha() for letter in wanted)):
            return False
        return any(wanted in sound for text in (steady, passing) for sound in sounds(text))

    def forget(self) -> None:
        """Read the particulars anew: names of bodies or the language have changed."""
        self._texts.clear()

    def names(self) -> list[str]:
        """Return the texts whose sound a search may want."""
        cards = self._desk.store.board.all(UnitCard).values()
        passing = {self._passing(card) for card in cards}
        return [*(self._steady(card) for card in cards), *passing]

    def _passing(self, card: UnitCard) -> str:
        return one_text(self.state_text(card), self.job_text(card))

    def _steady(self, card: UnitCard) -> str:
        known = self._texts.get(card.id)
        if known is None or known[0] is not card:
            texts = (
                card.call_sign,
                card.leader,
                self.organisation_text(card),
                self.beat_text(card),
                kind_text(card),
                card.phone,
                *card.capabilities,
            )
            known = self._texts[card.id] = (card, one_text(*texts))
        return known[1]

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
            Column(
                "check", title("check"), self.check_text, self.check_colour, self.check_hint, 96
            ),
            Column("job", title("job"), self.job_text, width=170, stretch=True),
            Column("where", title("where"), self.where_text, width=120),
            Column(
                "fix", title("fix"), self.fix_text, self.fix_colour, self.fix_hint, 84, right=True
            ),
            Column("organisation", title("organisation"), self.organisation_text, width=130),
            Column("kind", title("kind"), kind_text, width=92),
        )


def one_text(*texts: str) -> str:
    """Return texts as a search compares them, a line each, without empty ones."""
    return "\n".join(plain(text) for text in texts if text)


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
