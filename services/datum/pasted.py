"""Coordinates that somebody pasted, in any usual form, with whatever text around them; the datum only where it is known."""

from __future__ import annotations

import re
from dataclasses import dataclass

from models.errors import RuleError
from models.place import Datum
from services.datum.angle import Angle, angles_of, plain
from services.datum.link import read_link

Box = tuple[float, float, float, float]

LONGEST = 4000
# Chinese belongs to a link only as what a name of it is set to.
LINK = re.compile(
    r"(?:\b[a-z][a-z0-9+.-]*://|\bgeo:|\bwww\.)(?:[=:(][\u4e00-\u9fff（）]+|[^\s\u4e00-\u9fff，。；、）】》”])+",
    re.IGNORECASE,
)
BARE_HOST = re.compile(r"\b(?:[a-z0-9-]+\.)+(?:com|cn|org|hk)/[^\s\u4e00-\u9fff]*", re.IGNORECASE)
BETWEEN = re.compile(r"[\s,;/|]*(?:and|和)?[\s,;/|:=]*")
# Where order and datum are not said, so many decimals make two numbers a point: alone, and amid other text.
ALONE, AMID = 2, 3
CHINA: Box = (73.0, 3.0, 136.0, 54.0)
NAMED = {
    Datum.GCJ02: re.compile(r"gcj-?\s?02|火星坐标|国测局|高德|腾讯|微信"),
    Datum.BD09: re.compile(r"bd-?\s?09|百度"),
    Datum.WGS84: re.compile(r"wgs-?\s?84|cgcs\s?2000|国家2000|大地2000|gps|北斗"),
}
ABOUT = re.compile(
    "|".join(word.pattern for word in NAMED.values())
    + "|经纬度|坐标|[（(][)）]|\\b(?:location|position|coordinates?)\\b",
    re.IGNORECASE,
)
FRINGE = " \t\r\n,;:，。；：()（）[]【】"


@dataclass(frozen=True, slots=True)
class Pasted:
    """A point as it was written (degrees of `datum`); `datum` None: it must be asked, `likely` first.

    `form` says how it was written (`decimal`, `degrees`, or a service), `label` is the text beside it.
    """

    lon: float
    lat: float
    datum: Datum | None
    form: str
    label: str = ""
    likely: Datum | None = None


def read_pasted(text: str, near: Box | None = None) -> Pasted:
    """Return the point in a text; `near` (west, south, east, north) tells which of two orders is plausible.

    RuleErrors: `point.none` no coordinates in it, `point.off_earth`, `point.order` either order is plausible,
    `point.many` several points, `point.short_link` and `point.projected` a link that does not hold degrees.
    """
    text = text[:LONGEST].strip()
    link = LINK.search(text) or BARE_HOST.search(text)
    found = from_link(text, link) if link else from_text(text, near)
    if not (abs(found.lon) <= 180 and abs(found.lat) <= 90):
        raise RuleError("point.off_earth", lon=found.lon, lat=found.lat)
    return found


def from_link(text: str, link: re.Match[str]) -> Pasted:
    """Return the point of a link; the text around it is its label where the link names none."""
    written = link[0].rstrip(".,;!?)")
    bare = "://" not in written and not written.lower().startswith("geo:")
    point = read_link(f"https://{written}" if bare else written)
    around = f"{text[: link.start()]} {text[link.end() :]}"
    label = point.label or said_beside(around)
    return Pasted(point.lon, point.lat, point.datum, point.form, label, point.likely)


def from_text(text: str, near: Box | None) -> Pasted:
    """Return the point of two angles that stand beside each other."""
    said = plain(text)
    pairs = beside(angles_of(said), said)
    if not pairs:
        raise RuleError("point.none")
    if len({(one.degrees, other.degrees) for one, other in pairs}) > 1:
        raise RuleError("point.many")
    one, other = pairs[0]
    lon, lat = in_order(one, other, near)
    datum = datum_of(said)
    form = "degrees" if one.signed or other.signed else "decimal"
    # Lower case and narrow forms keep the length of all that is usual; where not, there is no label.
    whole = text if len(text) == len(said) else ""
    label = said_beside(f"{whole[: one.start]} {whole[other.end :]}")
    return Pasted(lon, lat, datum, form, label)


def said_beside(text: str) -> str:
    """Return what the text beside a point says, without the words that announce a point."""
    return " ".join(part for word in ABOUT.sub(" ", text).split() if (part := word.strip(FRINGE)))


def beside(angles: list[Angle], text: str) -> list[tuple[Angle, Angle]]:
    """Return the pairs of angles with nothing but a separator between them that may be a point."""
    found: list[tuple[Angle, Angle]] = []
    at = 0
    while at + 1 < len(angles):
        one, other = angles[at], angles[at + 1]
        if BETWEEN.fullmatch(text[one.end : other.start]) and is_point(one, other, text):
            found.append((one, other))
            at += 1
        at += 1
    return found


def is_point(one: Angle, other: Angle, text: str) -> bool:
    """Tell whether two angles are written like a point and not like any two numbers."""
    if one.axis and other.axis:
        return one.axis != other.axis
    if one.signed and other.signed:
        return True
    alone = not text[: one.start].strip() and not text[other.end :].strip()
    least = ALONE if alone else AMID
    return min(one.decimals, other.decimals) >= least or bool(one.axis or other.axis)


def in_order(one: Angle, other: Angle, near: Box | None) -> tuple[float, float]:
    """Return (lon, lat): as said, else the only order on the earth, else the only one in the city or the country."""
    if one.axis == "lon" or other.axis == "lat":
        return one.degrees, other.degrees
    if one.axis == "lat" or other.axis == "lon":
        return other.degrees, one.degrees
    ways = [(one.degrees, other.degrees), (other.degrees, one.degrees)]
    there = [way for way in ways if abs(way[0]) <= 180 and abs(way[1]) <= 90]
    for box in (near, CHINA):
        if len(there) > 1 and box is not None:
            likely = [way for way in there if within(way, box)]
            there = likely or there
    if not there:
        raise RuleError("point.off_earth", lon=one.degrees, lat=other.degrees)
    if len(there) > 1:
        raise RuleError("point.order")
    return there[0]


def within(point: tuple[float, float], box: Box) -> bool:
    """Tell whether a point lies in a box."""
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def datum_of(text: str) -> Datum | None:
    """Return the datum that a text names, None where it names none or several."""
    named = [datum for datum, word in NAMED.items() if word.search(text)]
    return named[0] if len(named) == 1 else None
