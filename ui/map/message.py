"""What the page is told: cards and fixes as the plain values that the canvas draws, and nothing more of them."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from math import nan
from operator import attrgetter
from typing import Literal, TypedDict

from models.board import (
    AgencyCard,
    BeatCard,
    Board,
    IncidentCard,
    MarkingCard,
    OrganisationCard,
    TermCard,
    UnitCard,
)
from models.fix import Fix
from models.marking import DICTIONARIES as MARKING_DICTIONARIES
from models.place import Place
from models.state import IncidentState
from services.region import Region
from ui.map.marking_text import begin_text, marking_title, until_text
from ui.wording import UNIT_COLOURS

Names = Mapping[str, Mapping[str, str]]
FIX_FIELDS = attrgetter("at", "lon", "lat", "heading", "speed", "accuracy")
# Dictionaries that name what the map shows.
CLASSES = "incident_class"
DICTIONARIES = (CLASSES, *MARKING_DICTIONARIES.values())
POPULOUS = 50_000


class UnitMessage(TypedDict):
    """A unit without its position; `slot` is its number among the columns of positions."""

    id: str
    slot: int
    sign: str
    body: str
    status: str
    group: str
    job: str | None
    drill: bool


class PointMessage(TypedDict):
    """A point, WGS-84 degrees, accuracy in metres."""

    lon: float
    lat: float
    accuracy: float | None


class IncidentMessage(TypedDict):
    """An incident that has a point; `look` is waiting, served or handled."""

    id: str
    level: int | None
    look: Literal["waiting", "served", "handled"]
    title: str
    detail: str
    place: PointMessage | None
    caller: PointMessage | None
    units: list[str]
    drill: bool


class BeatMessage(TypedDict):
    """A beat's outline, [lon, lat] in WGS-84 degrees."""

    id: str
    name: str
    ring: list[tuple[float, float]]


class NameMessage(TypedDict):
    """A name on the ground; rank 0 a neighbour, 1 a division, 2 a big town, 3 any other point."""

    text: str
    lon: float
    lat: float
    rank: int


class MarkingMessage(TypedDict):
    """What was drawn: points [lon, lat] in WGS-84 degrees, radius in metres, instants in Unix ms; the rest is words.

    `begin` and `until` are for what is still to come and for what is in force.
    """

    id: str
    sort: str
    form: str
    points: list[tuple[float, float]]
    radius: float | None
    one_way: bool
    begins: int
    ends: int | None
    title: str
    begin: str
    until: str
    lines: list[str]


class BodyMessage(TypedDict):
    """A police body or an agency whose place is known."""

    id: str
    name: str
    lon: float
    lat: float


def unit_message(card: UnitCard, slot: int) -> UnitMessage:
    """Return what the map shows of a unit; a status it does not know shows as paused."""
    return {
        "id": card.id,
        "slot": slot,
        "sign": card.call_sign,
        "body": card.unit_kind,
        "status": card.status,
        "group": UNIT_COLOURS.get(card.status, "paused"),
        "job": card.job.incident_id if card.job is not None and card.job.is_active else None,
        "drill": card.drill,
    }


def incident_message(card: IncidentCard, classes: Mapping[str, str]) -> IncidentMessage | None:
    """Return what the map shows of an incident, None where it has no point; `classes` names codes."""
    if card.point is None:
        return None
    handled = card.state in (IncidentState.HANDLED, IncidentState.CLOSED)
    return {
        "id": card.id,
        "level": card.level,
        "look": "handled" if handled else "served" if card.active else "waiting",
        "title": classes.get(card.class_code, card.class_code),
        "detail": card.address,
        "place": _point(card.place),
        "caller": _point(card.caller_place),
        "units": [line.unit_id for line in card.active],
        "drill": card.drill,
    }


def beat_message(card: BeatCard) -> BeatMessage:
    """Return what the map shows of a beat."""
    return {"id": card.id, "name": card.name, "ring": list(card.ring)}


def marking_message(card: MarkingCard, names: Names) -> MarkingMessage:
    """Return what the map shows of something drawn."""
    title = marking_title(card, names)
    until = until_text(card.begins_at, card.ends_at)
    return {
        "id": card.id,
        "sort": card.sort.value,
        "form": card.form.value,
        "points": list(card.points),
        "radius": card.radius,
        "one_way": card.one_way,
        "begins": card.begins_at,
        "ends": card.ends_at,
        "title": title,
        "begin": begin_text(card.begins_at),
        "until": until,
        "lines": [line for line in (title, until, card.note) if line],
    }


def body_message(card: OrganisationCard | AgencyCard, language: str) -> BodyMessage | None:
    """Return what the map shows of a police body or an agency, None where its place is not known."""
    if card.lon is None or card.lat is None:
        return None
    name = _in(language, card.name, card.name_en)
    return {"id": card.id, "name": name, "lon": card.lon, "lat": card.lat}


def fixes_bytes(fixes: Iterable[Fix], slots: Iterable[int]) -> bytes:
    """Return positions as columns of numbers, one column after the other, little-endian.

    Columns: instant (Unix ms), longitude, latitude (degrees) of eight bytes each; slot (unsigned), heading (degrees),
    speed (m/s), accuracy (m) of four; NaN where one is not known. Column by column and without a loop of our own:
    ten thousand must be ready within a few milliseconds.
    """
    at, lon, lat, heading, speed, accuracy = zip(*map(FIX_FIELDS, fixes), strict=True)
    columns = [array("d", at), array("d", lon), array("d", lat), array("I", slots)]
    return b"".join([*columns, *map(floats, (heading, speed, accuracy))])


def floats(values: tuple[float | None, ...]) -> array[float]:
    """Return numbers of four bytes; NaN for None."""
    try:
        return array("f", values)  # type: ignore[arg-type]
    except TypeError:
        return array("f", [nan if value is None else value for value in values])


def term_names(board: Board, language: str) -> Names:
    """Return the names of what the map shows, by dictionary and code, in `zh` or `en`."""
    names: dict[str, dict[str, str]] = {dictionary: {} for dictionary in DICTIONARIES}
    for term in board.all(TermCard).values():
        if term.dictionary in names:
            names[term.dictionary][term.code] = _in(language, term.name, term.name_en)
    return names


def name_messages(region: Region, language: str) -> list[NameMessage]:
    """Return the names on the ground in `zh` or `en`, the more important first; none where the tiles have them."""
    if region.tiles is not None:
        return []
    divisions: list[NameMessage] = [
        {
            "text": _in(language, division.name, division.name_en),
            "lon": division.lon,
            "lat": division.lat,
            "rank": 1 if division.inside else 0,
        }
        for division in region.divisions
    ]
    points: list[NameMessage] = [
        {
            "text": _in(language, point.name, point.name_en),
            "lon": point.lon,
            "lat": point.lat,
            "rank": 2 if (point.population or 0) >= POPULOUS else 3,
        }
        for point in sorted(region.points, key=lambda point: -(point.population or 0))
    ]
    return sorted(divisions, key=lambda name: -name["rank"]) + points


def _in(language: str, name: str, name_en: str) -> str:
    return name_en if language == "en" and name_en else name


def _point(place: Place | None) -> PointMessage | None:
    if place is None:
        return None
    return {"lon": place.lon, "lat": place.lat, "accuracy": place.accuracy}
