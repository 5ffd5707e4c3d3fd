"""Names in words: a name that was found, the datum it is asked in, what lies at a point, whose ground it is."""

from __future__ import annotations

from collections.abc import Iterable

from models.board import BeatCard, OrganisationCard
from models.place import Datum
from services.gazetteer import Hit, Kind
from services.gazetteer.ground import Around, Near
from services.gazetteer.jurisdiction import Jurisdiction, jurisdiction_at
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.location import distance_text
from ui.store import Store

KINDS = {
    Kind.DIVISION: QT_TRANSLATE_NOOP("Names", "区划"),
    Kind.TOWNSHIP: QT_TRANSLATE_NOOP("Names", "乡镇街道"),
    Kind.TOWN: QT_TRANSLATE_NOOP("Names", "城镇"),
    Kind.VILLAGE: QT_TRANSLATE_NOOP("Names", "村居"),
    Kind.STREET: QT_TRANSLATE_NOOP("Names", "道路"),
    Kind.CROSSING: QT_TRANSLATE_NOOP("Names", "路口"),
    Kind.POINT: QT_TRANSLATE_NOOP("Names", "地点"),
    Kind.HOUSE: QT_TRANSLATE_NOOP("Names", "门牌"),
    Kind.MILESTONE: QT_TRANSLATE_NOOP("Names", "里程桩"),
    Kind.ALIAS: QT_TRANSLATE_NOOP("Names", "别名"),
}
DATUMS = {
    Datum.WGS84: QT_TRANSLATE_NOOP("Names", "WGS-84（GPS、北斗、天地图）"),
    Datum.GCJ02: QT_TRANSLATE_NOOP("Names", "GCJ-02（高德、腾讯、微信）"),
    Datum.BD09: QT_TRANSLATE_NOOP("Names", "BD-09（百度）"),
}
UNKNOWN = QT_TRANSLATE_NOOP("Names", "坐标未知")
NEAR_CROSSING = QT_TRANSLATE_NOOP("Names", "近 {name} {metres}")
GROUND = QT_TRANSLATE_NOOP("Names", "辖区：{names}")
NO_GROUND = QT_TRANSLATE_NOOP("Names", "辖区未划定")
# Nearer than this (m) a street, a crossing or a place tells where a point is.
TOLD_M = 300.0


def hit_text(hit: Hit) -> str:
    """Return the line that offers a name: 新华西路 · 道路 · 320 米 · 芗城区."""
    name = f"{hit.name}（{hit.stands_for}）" if hit.stands_for else hit.name
    far = distance_text(hit.metres) if hit.metres is not None else ""
    if hit.lon is None:
        far = translate("Names", UNKNOWN)
    parts = (name, translate("Names", KINDS[hit.kind]), far, hit.within)
    return " · ".join(part for part in parts if part)


def datum_text(datum: Datum) -> str:
    """Return what a datum is called, and who gives points in it."""
    return translate("Names", DATUMS[datum])


def around_text(around: Around, language: str) -> str:
    """Return what lies at a point: 芗城区 · 新华西路 30 米 · 近 A路与B路交叉口 100 米."""
    divisions = [word(name, name_en, language) for _code, name, name_en in around.divisions[-2:]]
    parts = [" ".join(divisions)]
    for near in (around.street, around.point):
        if near is not None and near.metres <= TOLD_M:
            parts.append(f"{near_word(near, language)} {distance_text(near.metres)}")
    if around.crossing is not None and around.crossing.metres <= TOLD_M:
        near_by = translate("Names", NEAR_CROSSING)
        far = distance_text(around.crossing.metres)
        parts.append(near_by.format(name=near_word(around.crossing, language), metres=far))
    for near in (around.village, around.town):
        if near is not None:
            parts.append(f"{near_word(near, language)} {distance_text(near.metres)}")
    return " · ".join(part for part in parts if part)


def ground_text(store: Store, language: str, lon: float, lat: float) -> str:
    """Return whose ground a WGS-84 point is by the beats of the board: 辖区：二警区 · 芗城分局."""
    beats: Iterable[BeatCard] = store.board.all(BeatCard).values()
    bodies = store.board.all(OrganisationCard)
    found: Jurisdiction | None = jurisdiction_at(beats, bodies, lon, lat)
    if found is None:
        return translate("Names", NO_GROUND)
    names = [
        found.beat.name,
        *(word(body.name, body.name_en, language) for body in found.bodies[:2]),
    ]
    return translate("Names", GROUND).format(names=" · ".join(names))


def near_word(near: Near, language: str) -> str:
    """Return the name of what is near in a language."""
    return word(near.name, near.name_en, language)


def word(name: str, name_en: str, language: str) -> str:
    """Return a name in the language of the screen, where it has one in it."""
    return name_en if name_en and language == "en" else name
