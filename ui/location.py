"""A point in words: coordinates, how it was found, how exact it is."""

from __future__ import annotations

from models.place import Place
from ui.language import QT_TRANSLATE_NOOP, translate

METHODS = {
    "picked": QT_TRANSLATE_NOOP("Location", "地图选点"),
    "carrier": QT_TRANSLATE_NOOP("Location", "运营商定位"),
    "cell": QT_TRANSLATE_NOOP("Location", "基站定位"),
    "app": QT_TRANSLATE_NOOP("Location", "小程序定位"),
    "gazetteer": QT_TRANSLATE_NOOP("Location", "地名库"),
    "imported": QT_TRANSLATE_NOOP("Location", "导入"),
    "gnss": QT_TRANSLATE_NOOP("Location", "卫星定位"),
    "pasted": QT_TRANSLATE_NOOP("Location", "粘贴坐标"),
    "drill": QT_TRANSLATE_NOOP("Location", "演练"),
}
ACCURACY = QT_TRANSLATE_NOOP("Location", "误差 {metres} 米")
METRES = QT_TRANSLATE_NOOP("Location", "{metres} 米")
KILOMETRES = QT_TRANSLATE_NOOP("Location", "{kilometres} 公里")


def place_text(place: Place) -> str:
    """Return degrees, method and accuracy: 117.64640, 24.51300 · 运营商定位 · 误差 50 米."""
    return f"{place.lon:.5f}, {place.lat:.5f} · {origin_text(place)}"


def origin_text(place: Place) -> str:
    """Return method and accuracy: 运营商定位 · 误差 50 米."""
    method = METHODS.get(place.method)
    parts = [translate("Location", method) if method else place.method]
    if place.accuracy is not None:
        parts.append(translate("Location", ACCURACY).format(metres=round(place.accuracy)))
    return " · ".join(parts)


def distance_text(metres: float) -> str:
    """Return 320 米 or 4.1 公里."""
    if metres < 1000:
        return translate("Location", METRES).format(metres=round(metres / 10) * 10)
    return translate("Location", KILOMETRES).format(kilometres=f"{metres / 1000:.1f}")
