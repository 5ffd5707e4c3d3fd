"""What the page is told: cards and fixes as the plain values that the canvas draws, and nothing more of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypedDict

from models.board import BeatCard, Board, IncidentCard, TermCard, UnitCard
from models.fix import Fix
from models.place import Place
from models.state import AssignmentState, Duty, IncidentState
from services.region import Region

Group = Literal["free", "moving", "scene", "paused", "alarm"]

# The colour of every status; the letter that goes with it is a word (`ui/map/text.py`).
GROUPS: Mapping[str, Group] = {
    Duty.STANDBY: "free",
    Duty.PATROL: "free",
    Duty.RETURNING: "free",
    Duty.ESCORT: "moving",
    Duty.PAUSED: "paused",
    Duty.OFFLINE: "paused",
    Duty.EMERGENCY: "alarm",
    AssignmentState.ISSUED: "moving",
    AssignmentState.DELIVERED: "moving",
    AssignmentState.SIGNED: "moving",
    AssignmentState.DEPARTED: "moving",
    AssignmentState.RETURN_ASKED: "moving",
    AssignmentState.ARRIVED: "scene",
}
DICTIONARY = "incident_class"
POPULOUS = 50_000


class UnitMessage(TypedDict):
    """A unit without its position."""

    id: str
    sign: str
    body: str
    status: str
    group: Group
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


# unit id, instant (ms), lon, lat, heading (degrees), speed (m/s), accuracy (m)
FixMessage = tuple[str, int, float, float, float | None, float | None, float | None]


def unit_message(card: UnitCard) -> UnitMessage:
    """Return what the map shows of a unit; a status it does not know shows as paused."""
    return {
        "id": card.id,
        "sign": card.call_sign,
        "body": card.unit_kind,
        "status": card.status,
        "group": GROUPS.get(card.status, "paused"),
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


def fix_message(fix: Fix) -> FixMessage:
    """Return what the map shows of a fix; degrees are rounded to 0.1 m."""
    lon, lat = round(fix.lon, 6), round(fix.lat, 6)
    return (fix.unit_id, fix.at, lon, lat, fix.heading, fix.speed, fix.accuracy)


def class_names(board: Board, language: str) -> dict[str, str]:
    """Return the names of the incident classes by code in `zh` or `en`."""
    terms = (term for term in board.all(TermCard).values() if term.dictionary == DICTIONARY)
    return {term.code: _in(language, term.name, term.name_en) for term in terms}


def name_messages(region: Region, language: str) -> list[NameMessage]:
    """Return the names on the ground in `zh` or `en`, the more important first."""
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
