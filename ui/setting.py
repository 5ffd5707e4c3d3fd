"""Settings of the desk, each declared once with its type and default; panes declare their own beside what they do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar, cast

from PySide6.QtCore import QObject, QSettings, Signal

from models.place import Datum
from models.watch import Post, Site
from ui.policy import Policy

T = TypeVar("T")
SWITCH = {"true": True, "1": True, "on": True, "false": False, "0": False, "off": False}


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """One setting: its key on disk and its default, whose type it has.

    `among`: the values it may have, empty where any of its type will do. `fixable`: whether an administrator may
    fix it; what people change as they work (filters, columns, the places of panes) can only be preset.
    """

    # Every setting by its key, wherever it is declared: what an administrator writes is compared with these.
    declared: ClassVar[dict[str, Setting[Any]]] = {}

    key: str
    default: T
    among: tuple[T, ...] = ()
    fixable: bool = True

    def __post_init__(self) -> None:
        self.declared[self.key] = self

    def read(self, value: Any) -> T | None:
        """Return a value from outside as this setting has it, None where it cannot be one of its values."""
        found = typed(value, self.default)
        return None if self.among and found not in self.among else found


LANGUAGE = Setting("language", "zh", ("zh", "en"))
THEME = Setting("theme", "dark", ("light", "dark", "contrast"))
FONT_PERCENT = Setting("font/percent", 100, (100, 115, 130))
# The seat as people call it, where it stands, what it is for; and whether the first start was gone through.
SEAT_NAME = Setting("seat/name", "")
SITE = Setting("seat/site", "bureau", tuple(str(site) for site in Site))
POST = Setting("seat/post", "taking", tuple(str(post) for post in Post))
STARTED = Setting("started", False, fixable=False)
SOUND = Setting("sound", True)
# Per cent; after so many seconds unanswered as loud as can be; minutes until a mute desk sounds again.
VOLUME = Setting("sound/volume", 60)
LOUDER_SECONDS = Setting("sound/louder_seconds", 10)
MUTE_MINUTES = Setting("sound/mute_minutes", 5)
# A voice in a room of many desks disturbs the others: who wants it turns it on.
SPEAK = Setting("sound/speak", False)
# A call that rang off is to be rung back within so many minutes; no official figure is known.
CALL_BACK_MINUTES = Setting("call/back_minutes", 3)
QUEUE_FILTER = Setting("queue/filter", "all", fixable=False)
# Columns in the order shown, `name:width`.
QUEUE_COLUMNS = Setting("queue/columns", "", fixable=False)
HISTORY_COLUMNS = Setting("history/columns", "", fixable=False)
SIGN_SECONDS = Setting("promise/sign_seconds", 30)
# When units are reminded (催办): seconds, minutes, per cent of the promised arrival, minutes; none is an official figure.
REMIND = Setting("remind/on", True)
REMIND_SIGN = Setting("remind/sign_seconds", "30 60 120 180")
REMIND_DEPART = Setting("remind/depart_minutes", "5 10 15 30")
REMIND_ARRIVE = Setting("remind/arrive_percent", "100 150 200 300")
REMIND_FEEDBACK = Setting("remind/feedback_minutes", "30 60 120 240")
# Where bodies' messages lie ("": beside the store); a body that shows no sign of life for so long is rung, and so is one
# that has had an order so long without confirming it. When bodies are reminded, per cent of the time allowed. None is official.
EXCHANGE_FOLDER = Setting("exchange/folder", "")
EXCHANGE_SILENT_SECONDS = Setting("exchange/silent_seconds", 60)
EXCHANGE_RING_SECONDS = Setting("exchange/ring_seconds", 120)
REMIND_AGENCY = Setting("remind/agency_percent", "100 150 200 300")
# How far likely duplicates and sheets near by are looked for: metres, minutes, hours; none is an official figure.
NEAR_METRES = Setting("related/near_metres", 500.0)
ALIKE_METRES = Setting("related/alike_metres", 300.0)
ALIKE_MINUTES = Setting("related/alike_minutes", 30)
NUMBER_MINUTES = Setting("related/number_minutes", 60)
DISPUTE_HOURS = Setting("related/dispute_hours", 72)
# From this score (0 to 100) on a sheet is shown as a likely duplicate; `./bench duplicates` says how often that errs.
LEAST_SCORE = Setting("related/least_score", 62)
# What the name of a class that is a dispute has in it, whatever its code.
DISPUTE_WORDS = Setting("related/dispute_words", "纠纷 家庭暴力")
# A point so far (m) from what its address names is warned of.
APART_METRES = Setting("place/apart_metres", 400.0)
STALE_SECONDS = Setting("map/stale_seconds", 60)
MAP_LAYERS = Setting(
    "map/layers",
    "units incidents counts trail markings beats bodies agencies buildings points names",
)
# In which datum the place under the pointer is written; all that is kept is WGS-84.
MAP_DATUM = Setting("map/datum", "wgs84", tuple(str(datum) for datum in Datum))
TRAIL_MINUTES = Setting("map/trail_minutes", 30)
# Rings of time are drawn for so many minutes each.
RING_MINUTES = Setting("map/ring_minutes", "1 3 5")
# Of each unit one position is kept on disk every so many seconds, and one whenever it has moved so far.
FIX_SECONDS = Setting("track/seconds", 30)
FIX_METRES = Setting("track/metres", 50)
FIX_DAYS = Setting("track/days", 7)
# Signs of a desk that is not well: little room left beside the store, a clock that was set.
LEAST_FREE_MB = Setting("store/least_free_mb", 500)
CLOCK_STEP_SECONDS = Setting("clock/step_seconds", 2)
# How many hours a what-if plays for each choice.
FORESIGHT_RUNS = Setting("foresight/runs", 100)
ROAD_FACTOR = Setting("estimate/road_factor", 1.4)
SPEED_KMH = Setting("estimate/speed_kmh", 40.0)


class Settings(QObject):
    """Typed access to QSettings, under what the administrator of the machine has preset or fixed.

    Signals:
        changed(str): the key of a setting that got a new value.
        held(str): the key of a setting that somebody wanted to change and may not: the administrator fixed it.
    """

    changed = Signal(str)
    held = Signal(str)

    def __init__(
        self,
        store: QSettings | None = None,
        parent: QObject | None = None,
        *,
        policy: Policy | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store if store is not None else QSettings()
        self._policy = policy or Policy()
        self._over: dict[str, object] = {}
        # Asked for every cell that is painted.
        self._known: dict[str, object] = {}

    def get(self, setting: Setting[T]) -> T:
        """Return the value: fixed, laid over, kept or preset, else the default; one of the wrong type is passed by."""
        if setting.key not in self._known:
            self._known[setting.key] = self._look_up(setting)
        return cast(T, self._known[setting.key])

    def set(self, setting: Setting[T], value: T) -> None:
        """Keep a value; one that the administrator fixed stays as it is."""
        if self.get(setting) == value:
            return
        if self.is_fixed(setting):
            self.held.emit(setting.key)
            return
        self._over.pop(setting.key, None)
        self._known[setting.key] = value
        self._store.setValue(setting.key, value)
        self.changed.emit(setting.key)

    def lay_over(self, setting: Setting[T], value: T) -> None:
        """Let a value hold until it is set or the program ends; what is kept stays as it is."""
        self._over[setting.key] = value
        self._known.pop(setting.key, None)

    def is_fixed(self, setting: Setting[T]) -> bool:
        """Tell whether the administrator has fixed a setting, with a value that can be read."""
        value = self._policy.fixed(setting.key)
        return setting.fixable and value is not None and setting.read(value) is not None

    def passed_by(self) -> list[str]:
        """Return the keys in the administrator's file that do nothing: no settings, not to be fixed, values that cannot be."""
        return sorted(key for key in self._policy.named() if not self._is_heeded(key))

    def _look_up(self, setting: Setting[T]) -> T:
        key = setting.key
        found = (
            self._policy.fixed(key) if setting.fixable else None,
            self._over.get(key),
            self._store.value(key),
            self._policy.preset(key),
        )
        read = (setting.read(value) for value in found if value is not None)
        return next((value for value in read if value is not None), setting.default)

    def _is_heeded(self, key: str) -> bool:
        setting = Setting.declared.get(key)
        if setting is None:
            return False
        preset, fixed = self._policy.preset(key), self._policy.fixed(key)
        readable = all(
            setting.read(value) is not None for value in (preset, fixed) if value is not None
        )
        return readable and (fixed is None or setting.fixable)


def typed(value: Any, like: T) -> T | None:
    """Return a kept value in the type of a default, None where it cannot be read so."""
    kind = type(like)
    if isinstance(value, list):
        # What is written with commas and without quotes comes in pieces.
        value = ",".join(map(str, value))
    try:
        if kind is bool:
            return cast(T | None, SWITCH.get(str(value).strip().lower()))
        if kind is bytes:
            return cast(T, bytes(value))
        return kind(value)  # type: ignore[call-arg]
    except (TypeError, ValueError):
        return None
