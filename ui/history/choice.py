"""The choices beside the search box: when it was reported, state, class and area; kept for the next start."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from PySide6.QtCore import QDate, QEvent, Signal
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QVBoxLayout, QWidget

from models.state import OPEN_INCIDENT, IncidentState
from services.context import LOCAL
from services.searching import Wanted
from ui.desk import Desk
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.option import OptionBox, class_groups, counties
from ui.setting import Setting, Settings
from ui.wording import state_name

PERIOD = Setting("history/period", "", fixable=False)
STATE = Setting("history/state", "", fixable=False)
CLASS = Setting("history/class", "", fixable=False)
AREA = Setting("history/area", "", fixable=False)
SINCE = Setting("history/since", "", fixable=False)
UNTIL = Setting("history/until", "", fixable=False)
OPEN = "open"
DAY = timedelta(days=1)


class Period(StrEnum):
    """The spans of days that people ask for."""

    ALL = ""
    TODAY = "today"
    WEEK = "7"
    MONTH = "30"
    YEAR = "365"
    OWN = "own"


PERIODS = {
    Period.ALL: QT_TRANSLATE_NOOP("HistoryChoice", "全部日期"),
    Period.TODAY: QT_TRANSLATE_NOOP("HistoryChoice", "今天"),
    Period.WEEK: QT_TRANSLATE_NOOP("HistoryChoice", "近7天"),
    Period.MONTH: QT_TRANSLATE_NOOP("HistoryChoice", "近30天"),
    Period.YEAR: QT_TRANSLATE_NOOP("HistoryChoice", "近一年"),
    Period.OWN: QT_TRANSLATE_NOOP("HistoryChoice", "自选日期"),
}
ALL_STATES = QT_TRANSLATE_NOOP("HistoryChoice", "全部状态")
ALL_OPEN = QT_TRANSLATE_NOOP("HistoryChoice", "未处结")
ALL_CLASSES = QT_TRANSLATE_NOOP("HistoryChoice", "全部类别")
ALL_AREAS = QT_TRANSLATE_NOOP("HistoryChoice", "全市")


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen, as codes; `since` and `until` are ISO days, the last one included."""

    period: str = ""
    state: str = ""
    group: str = ""
    area: str = ""
    since: str = ""
    until: str = ""

    def wanted(self, text: str, now: int) -> Wanted:
        """Return what is searched for at an instant (ms)."""
        since, until = self.span(now)
        states = tuple(sorted(OPEN_INCIDENT)) if self.state == OPEN else (self.state,)
        return Wanted(
            text,
            since,
            until,
            states if self.state else (),
            (self.group,) if self.group else (),
            (self.area,) if self.area else (),
        )

    def span(self, now: int) -> tuple[int | None, int | None]:
        """Return the first instant, and the first one after (ms), of the days chosen; None where it is open."""
        if self.period == Period.ALL:
            return None, None
        if self.period == Period.OWN:
            return start_of(self.since), start_of(self.until, DAY)
        back = 0 if self.period == Period.TODAY else int(self.period) - 1
        return start_of(day_of(now), -back * DAY), None


def day_of(at: int) -> str:
    """Return the ISO day of an instant (ms) in China."""
    return f"{datetime.fromtimestamp(at / 1000, UTC) + LOCAL:%Y-%m-%d}"


def start_of(day: str, later: timedelta = timedelta()) -> int | None:
    """Return the first instant (ms) of an ISO day in China, or of one that many days later; None for no day."""
    try:
        start = datetime.fromisoformat(day).replace(tzinfo=UTC) - LOCAL + later
    except ValueError:
        return None
    return round(start.timestamp() * 1000)


def kept_choice(settings: Settings) -> Choice:
    """Return the choice of the last start."""
    kept = [settings.get(setting) for setting in (PERIOD, STATE, CLASS, AREA, SINCE, UNTIL)]
    return Choice(kept[0] if kept[0] in set(Period) else "", *kept[1:])


class ChoiceBar(QWidget):
    """Four boxes, and two days where somebody wants days of their own.

    Signals:
        changed(): another choice.
    """

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        kept = kept_choice(desk.settings)
        self.period, self.state = OptionBox(kept.period), OptionBox(kept.state)
        self.group, self.area = OptionBox(kept.group), OptionBox(kept.area)
        self.since, self.until = self._day(kept.since), self._day(kept.until)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(6, 0, 6, 6)
        rows.setSpacing(4)
        # Days of one's own have a row of theirs: six boxes in one would all be cut off on a small screen.
        for boxes in ((self.period, self.state, self.group, self.area), (self.since, self.until)):
            row = QHBoxLayout()
            for box in boxes:
                row.addWidget(box, 1)
            rows.addLayout(row)
        self.offer()
        self._show_days()
        for box in (self.period, self.state, self.group, self.area):
            box.chosen.connect(lambda _code: self._take())
        for day in (self.since, self.until):
            day.dateChanged.connect(lambda _date: self._take())

    @property
    def choice(self) -> Choice:
        """What is chosen now."""
        days = (day.date().toString("yyyy-MM-dd") for day in (self.since, self.until))
        return Choice(self.period.code, self.state.code, self.group.code, self.area.code, *days)

    def changeEvent(self, event: QEvent) -> None:
        """Translate the boxes when the language changes."""
        if event.type() is QEvent.Type.LanguageChange:
            self.offer()
        super().changeEvent(event)

    def open(self) -> None:
        """Choose everything."""
        for box in (self.period, self.state, self.group, self.area):
            box.choose("")
        self._take()

    def offer(self) -> None:
        """Offer what there is, in the language of the screen."""
        trade, now = self._desk.trade, self._desk.clock.now()

        def said(text: str) -> str:
            return translate("HistoryChoice", text)

        self.period.offer([(code.value, said(text)) for code, text in PERIODS.items()])
        states = [(state.value, state_name(state.value)) for state in IncidentState]
        self.state.offer([("", said(ALL_STATES)), (OPEN, said(ALL_OPEN)), *states])
        self.group.offer([("", said(ALL_CLASSES)), *class_groups(trade, now)])
        self.area.offer([("", said(ALL_AREAS)), *counties(trade, now)])
        names = (self.tr("报警日期"), self.tr("状态"), self.tr("类别"), self.tr("区县"))
        boxes = (self.period, self.state, self.group, self.area)
        for box, name in zip(boxes, names, strict=True):
            box.setAccessibleName(name)
            box.setToolTip(name)
        self.since.setAccessibleName(self.tr("从这一天起"))
        self.until.setAccessibleName(self.tr("到这一天止"))

    def _day(self, kept: str) -> QDateEdit:
        today = QDate.fromString(day_of(self._desk.clock.now()), "yyyy-MM-dd")
        date = QDate.fromString(kept, "yyyy-MM-dd")
        day = QDateEdit(date if date.isValid() else today)
        day.setDisplayFormat("yyyy-MM-dd")
        day.setCalendarPopup(True)
        return day

    def _show_days(self) -> None:
        own = self.period.code == Period.OWN
        self.since.setVisible(own)
        self.until.setVisible(own)

    def _take(self) -> None:
        self._show_days()
        choice, settings = self.choice, self._desk.settings
        settings.set(PERIOD, choice.period)
        settings.set(STATE, choice.state)
        settings.set(CLASS, choice.group)
        settings.set(AREA, choice.area)
        settings.set(SINCE, choice.since)
        settings.set(UNTIL, choice.until)
        self.changed.emit()
