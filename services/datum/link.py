"""Links of map services: the point that is written in them, with the datum of the service. No link is ever followed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from models.errors import RuleError
from models.place import Datum
from services.datum.formula import inside

PAIR = re.compile(r"^\s*(-?\d{1,3}(?:\.\d+)?)\s*[,，]\s*(-?\d{1,3}(?:\.\d+)?)(?:\s*,(.*))?$")
# Links that name a point by a key that only the service can look up.
SHORT = frozenset(
    "surl.amap.com j.map.baidu.com maps.app.goo.gl goo.gl url.cn w.url.cn maps.apple maps.apple.com/p".split()
)
CODE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_~"


@dataclass(frozen=True, slots=True)
class Linked:
    """A point (degrees) as a link has it; `datum` None where the service does not tell, `likely` is then the best guess."""

    lon: float
    lat: float
    datum: Datum | None
    form: str
    label: str = ""
    likely: Datum | None = None


Query = Mapping[str, str]


def read_link(link: str) -> Linked:
    """Return the point in a link; RuleErrors `point.short_link`, `point.projected`, `point.none`."""
    try:
        parts = urlsplit(link)
    except ValueError as error:
        raise RuleError("point.none") from error
    query = {name.lower(): value for name, value in parse_qsl(parts.query)}
    if parts.scheme.lower() == "geo":
        return read_geo(parts, query)
    host = (parts.hostname or "").lower().removeprefix("www.")
    if host in SHORT or f"{host}{parts.path[:2]}" in SHORT:
        raise RuleError("point.short_link", host=host)
    found = reader_of(host, parts.scheme.lower())(parts, query)
    if found is None:
        raise RuleError("point.none")
    return found


def reader_of(host: str, scheme: str) -> Reader:
    """Return what reads the links of a host, or of an application that is opened by a scheme of its own."""
    for ending, read in SERVICES.items():
        if host == ending or host.endswith(f".{ending}"):
            return read
    return SCHEMES.get(scheme, read_other)


def pair(text: str | None) -> tuple[float, float, str] | None:
    """Return two numbers and what stands behind them, None where the text is something else."""
    match = PAIR.match(text or "")
    return (float(match[1]), float(match[2]), match[3] or "") if match else None


def read_geo(parts: SplitResult, query: Query) -> Linked:
    """Read `geo:lat,lon` (WGS-84 by its standard), also `geo:0,0?q=lat,lon(name)`."""
    path = parts.path.split(";")[0]
    said, _, label = query.get("q", path).partition("(")
    found = pair(said) or pair(path)
    if found is None:
        raise RuleError("point.none")
    crs = re.search(r"crs=([^;]+)", parts.path.lower())
    datum = Datum.WGS84 if crs is None or crs[1] == "wgs84" else None
    return Linked(found[1], found[0], datum, "geo", label.rstrip(")"))


def read_amap(parts: SplitResult, query: Query) -> Linked | None:
    """Read a link of Amap (高德): GCJ-02 unless it says `coordinate=wgs84` or `dev=1`."""
    plain = query.get("coordinate") == "wgs84" or query.get("dev") == "1"
    datum = Datum.WGS84 if plain else Datum.GCJ02
    label = query.get("name", query.get("poiname", ""))
    for name in ("position", "to", "lnglat", "center"):
        if found := pair(query.get(name)):
            rest = found[2].split(",")[0]
            return Linked(found[0], found[1], datum, "amap", label or rest)
    if found := pair(query.get("q")):
        return Linked(found[1], found[0], datum, "amap", found[2].split(",")[0])
    key, _, rest = query.get("p", "").partition(",")
    if key and (found := pair(rest)):
        return Linked(found[1], found[0], datum, "amap", found[2].split(",")[0])
    return by_names(query, datum, "amap", label)


def read_baidu(parts: SplitResult, query: Query) -> Linked | None:
    """Read a link of Baidu: BD-09 unless it names another type; metres of its own plane are refused."""
    named = {"gcj02": Datum.GCJ02, "wgs84": Datum.WGS84}
    datum = named.get(query.get("coord_type", "").removesuffix("ll"), Datum.BD09)
    label = query.get("title", query.get("name", ""))
    for name in ("location", "latlng", "center", "destination"):
        said = re.sub(r"^.*latlng:|\|.*$", "", query.get(name, ""))
        if found := pair(said):
            return Linked(found[1], found[0], datum, "baidu", label)
    if re.search(r"@\d{6,}", parts.path) or "c" in query:
        raise RuleError("point.projected")
    return by_names(query, datum, "baidu", label)


def read_tencent(parts: SplitResult, query: Query) -> Linked | None:
    """Read a link of Tencent (腾讯, WeChat): GCJ-02."""
    marker = query.get("marker", "")
    title = re.search(r"title:([^;]*)", marker)
    label = title[1] if title else query.get("name", query.get("to", ""))
    coord = re.search(r"coord:([-\d.]+,[-\d.]+)", marker)
    for said in (coord[1] if coord else "", *map(query.get, ("coord", "tocoord", "center"))):
        if found := pair(said):
            return Linked(found[1], found[0], Datum.GCJ02, "tencent", label)
    if {"pointx", "pointy"} <= set(query):
        query = {"lon": query["pointx"], "lat": query["pointy"]}
    return by_names(query, Datum.GCJ02, "tencent", label)


def read_google(parts: SplitResult, query: Query) -> Linked | None:
    """Read a link of Google Maps: in China its street map is shifted and its pictures are not, so the datum is asked."""
    where = unquote(parts.path)
    pin = re.search(r"!3d(-?\d+\.\d+)!4d(-?\d+\.\d+)", where)
    name = re.search(r"/place/([^/@]+)", where)
    label = name[1].replace("+", " ") if name and pair(name[1]) is None else ""
    eye = re.search(r"@(-?\d+\.\d+),(-?\d+\.\d+)", where)
    seen = pin or eye
    said = f"{seen[1]},{seen[2]}" if seen else ""
    for text in (said, *map(query.get, ("q", "query", "ll", "destination", "daddr", "center"))):
        if found := pair(re.sub(r"^loc:", "", text or "")):
            chinese = (parts.hostname or "").endswith(".cn")
            return abroad_or_asked(found[1], found[0], "google", label, shifted=chinese)
    return None


def read_apple(parts: SplitResult, query: Query) -> Linked | None:
    """Read a link of Apple Maps: in China its datum is asked."""
    label = query.get("name", query.get("q", ""))
    for name in ("coordinate", "ll", "daddr", "q", "sll", "center"):
        if found := pair(query.get(name)):
            label = "" if pair(label) else label
            return abroad_or_asked(found[1], found[0], "apple", label, shifted=False)
    return None


def read_osm(parts: SplitResult, query: Query) -> Linked | None:
    """Read a link of OpenStreetMap: WGS-84; its short links hold the point themselves."""
    if code := re.match(r"/go/([\w~@-]+)", parts.path):
        lon, lat = point_of_code(code[1].replace("@", "~").rstrip("-"))
        return Linked(lon, lat, Datum.WGS84, "osm")
    if {"mlat", "mlon"} <= set(query):
        return by_names({"lat": query["mlat"], "lon": query["mlon"]}, Datum.WGS84, "osm", "")
    if eye := re.search(r"map=[\d.]+/(-?[\d.]+)/(-?[\d.]+)", parts.fragment):
        return by_names({"lat": eye[1], "lon": eye[2]}, Datum.WGS84, "osm", "")
    return by_names(query, Datum.WGS84, "osm", "")


def read_other(parts: SplitResult, query: Query) -> Linked | None:
    """Read a link of anybody else that names latitude and longitude; its datum is not known."""
    return by_names(query, None, "link", query.get("name", query.get("title", "")))


def by_names(query: Query, datum: Datum | None, form: str, label: str) -> Linked | None:
    """Return the point whose latitude and longitude have names of their own."""
    lats = ("lat", "latitude", "dlat", "y")
    lons = ("lon", "lng", "longitude", "dlon", "x")
    lat = next((query[name] for name in lats if name in query), "")
    lon = next((query[name] for name in lons if name in query), "")
    found = pair(f"{lon},{lat}")
    return Linked(found[0], found[1], datum, form, label) if found else None


def abroad_or_asked(lon: float, lat: float, form: str, label: str, *, shifted: bool) -> Linked:
    """Return a point that is WGS-84 where no shift applies, of a datum that is asked (or known as shifted) in China."""
    if not inside(lon, lat):
        return Linked(lon, lat, Datum.WGS84, form, label)
    datum = Datum.GCJ02 if shifted else None
    return Linked(lon, lat, datum, form, label, likely=Datum.GCJ02)


def point_of_code(code: str) -> tuple[float, float]:
    """Return (lon, lat) of OpenStreetMap's short code: six bits a letter, those of both axes in turn."""
    x = y = 0
    for letter in code[:10]:
        if letter not in CODE:
            raise RuleError("point.none")
        bits = CODE.index(letter)
        for at in (5, 3, 1):
            x, y = (x << 1) | (bits >> at & 1), (y << 1) | (bits >> (at - 1) & 1)
    size = 1 << (3 * len(code[:10]))
    return x * 360 / size - 180, y * 180 / size - 90


Reader = Callable[[SplitResult, Query], Linked | None]
SERVICES: dict[str, Reader] = {
    "amap.com": read_amap,
    "gaode.com": read_amap,
    "baidu.com": read_baidu,
    "qq.com": read_tencent,
    "google.com": read_google,
    "google.cn": read_google,
    "google.com.hk": read_google,
    "apple.com": read_apple,
    "openstreetmap.org": read_osm,
    "osm.org": read_osm,
}
# Links that open an application instead of a page.
SCHEMES: dict[str, Reader] = {
    "amapuri": read_amap,
    "androidamap": read_amap,
    "iosamap": read_amap,
    "baidumap": read_baidu,
    "bdapp": read_baidu,
    "qqmap": read_tencent,
    "comgooglemaps": read_google,
}
