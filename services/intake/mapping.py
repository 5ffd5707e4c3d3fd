"""The mapping file: which column of a foreign call log is which field, and which titles are which class."""

from __future__ import annotations

import re
import tomllib
from codecs import lookup
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from typing import Any, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from models.errors import TroubleError
from models.incident import LEVELS
from models.place import Datum

T = TypeVar("T")
# What a time means that summer time left out: nothing, or the clock had not been put forward yet.
GAPS = {"refuse": False, "shift": True}
NAME = re.compile(r"[A-Za-z0-9_-]{1,40}")


@dataclass(frozen=True, slots=True)
class Rule:
    """A class and a level for the titles that `fits` accepts."""

    fits: Callable[[str], bool]
    code: str
    level: int


@dataclass(frozen=True, slots=True)
class LogMapping:
    """Everything a reader must know about a foreign log; names of columns are those of its header."""

    name: str
    drill: bool
    encoding: str
    integers: tuple[str, ...]
    time_column: str
    time_format: str
    zone: ZoneInfo
    shifts_gap: bool
    lon: str
    lat: str
    datum: str
    address: str
    narrative: str
    number: str
    channel: str
    result: str
    division: str
    class_column: str
    rules: tuple[Rule, ...]

    def columns(self) -> frozenset[str]:
        """Return every column that the mapping names."""
        templates = (self.address, self.narrative, self.number)
        blanks = {name for text in templates for name in blanks_of(text)}
        plain = {self.time_column, self.lon, self.lat, self.class_column, *self.integers}
        return frozenset((blanks | plain) - {""})


def read_mapping(path: Path) -> LogMapping:
    """Read a mapping file.

    Raises TroubleErrors: `file.missing`, `file.unreadable`, `mapping.bad`, `zone.unknown`.
    """
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise TroubleError("file.missing", path=str(path)) from error
    except OSError as error:
        raise TroubleError("file.unreadable", path=str(path), detail=error.strerror) from error
    except RecursionError as error:
        raise TroubleError("mapping.bad", path=str(path), detail="[[[[…") from error
    except ValueError as error:
        # Not only what is no TOML: also a number with more digits than anybody can read.
        raise TroubleError("mapping.bad", path=str(path), detail=str(error)) from error
    try:
        return mapping_of(raw)
    except (AttributeError, KeyError, TypeError, ValueError, re.error) as error:
        detail = f"{error.args[0]} ?" if isinstance(error, KeyError) else str(error)
        raise TroubleError("mapping.bad", path=str(path), detail=detail) from error


def mapping_of(raw: Mapping[str, Any]) -> LogMapping:
    """Return the mapping of a parsed file; KeyError, TypeError, ValueError or re.error where it will not do."""
    place, text, sheet = raw.get("place", {}), raw["text"], raw.get("sheet", {})
    if not NAME.fullmatch(need(raw, "name", str)):
        raise ValueError("name = letters, digits, - and _")
    for template in ("address", "narrative", "number"):
        blanks_of(text.get(template, ""))
    return LogMapping(
        name=raw["name"],
        drill=need(raw, "drill", bool, False),
        encoding=encoding_of(need(raw, "encoding", str, "utf-8-sig")),
        integers=tuple(raw.get("integers", ())),
        time_column=need(raw["time"], "column", str),
        time_format=need(raw["time"], "format", str),
        zone=zone_of(need(raw["time"], "zone", str)),
        shifts_gap=GAPS[need(raw["time"], "gap", str, "refuse")],
        lon=need(place, "lon", str, ""),
        lat=need(place, "lat", str, ""),
        datum=Datum(need(place, "datum", str, Datum.WGS84)),
        address=need(text, "address", str),
        narrative=need(text, "narrative", str),
        number=need(text, "number", str, ""),
        channel=need(sheet, "channel", str, "9900"),
        result=need(sheet, "result", str, "D90"),
        division=need(sheet, "division", str, ""),
        class_column=need(raw["class"], "column", str),
        rules=tuple(rule_of(rule) for rule in raw["class"]["rule"]),
    )


def need(table: Mapping[str, Any], name: str, kind: type[T], default: T | None = None) -> T:
    """Return a value of a kind; KeyError or TypeError where it is not there."""
    value = table[name] if default is None else table.get(name, default)
    if not isinstance(value, kind):
        raise TypeError(f"{name} = {value!r} ?")
    return value


def rule_of(raw: Mapping[str, Any]) -> Rule:
    """Return one class rule."""
    level = need(raw, "level", int)
    if level not in LEVELS:
        raise ValueError(f"level = {level} ?")
    if "starts" in raw:
        start = need(raw, "starts", str)
        return Rule(lambda title: title.startswith(start), need(raw, "code", str), level)
    found = re.compile(need(raw, "matches", str, "")).search
    return Rule(lambda title: found(title) is not None, need(raw, "code", str), level)


def encoding_of(name: str) -> str:
    """Return the name of an encoding; ValueError where there is none of that name."""
    try:
        return lookup(name).name
    except LookupError as error:
        raise ValueError(f"encoding = {name} ?") from error


def zone_of(name: str) -> ZoneInfo:
    """Return a time zone; TroubleError `zone.unknown` where this machine has no data for it."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise TroubleError("zone.unknown", zone=name) from error


def blanks_of(template: str) -> list[str]:
    """Return the columns a template names; ValueError for anything but plain `{column}`."""
    blanks = []
    for _, name, spec, conversion in Formatter().parse(template):
        if name is None:
            continue
        if not name or spec or conversion or not name.replace("_", "").isalnum():
            raise ValueError(f"{template!r} ?")
        blanks.append(name)
    return blanks
