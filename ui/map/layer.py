"""What the map shows, layer by layer; the choice is kept between starts."""

from __future__ import annotations

from ui.language import QT_TRANSLATE_NOOP, translate
from ui.setting import MAP_LAYERS, Settings

LAYERS = {
    "units": QT_TRANSLATE_NOOP("MapLayer", "警力"),
    "incidents": QT_TRANSLATE_NOOP("MapLayer", "警情"),
    "counts": QT_TRANSLATE_NOOP("MapLayer", "密集时显示数量"),
    "trail": QT_TRANSLATE_NOOP("MapLayer", "选中警力的轨迹"),
    "markings": QT_TRANSLATE_NOOP("MapLayer", "封路与警戒区"),
    "coverage": QT_TRANSLATE_NOOP("MapLayer", "警力覆盖薄弱处"),
    "beats": QT_TRANSLATE_NOOP("MapLayer", "警格"),
    "bodies": QT_TRANSLATE_NOOP("MapLayer", "公安机构"),
    "agencies": QT_TRANSLATE_NOOP("MapLayer", "联动单位"),
    "buildings": QT_TRANSLATE_NOOP("MapLayer", "建筑"),
    "points": QT_TRANSLATE_NOOP("MapLayer", "学校、医院等场所"),
    "names": QT_TRANSLATE_NOOP("MapLayer", "地名"),
}


def layer_name(layer: str) -> str:
    """Return the name of a layer in the language of the screen."""
    return translate("MapLayer", LAYERS[layer])


def shown_layers(settings: Settings) -> dict[str, bool]:
    """Return which layers are shown."""
    kept = settings.get(MAP_LAYERS).split()
    return {layer: layer in kept for layer in LAYERS}


def keep_layer(settings: Settings, layer: str, *, shown: bool) -> None:
    """Keep a layer shown or hidden."""
    layers = shown_layers(settings) | {layer: shown}
    settings.set(MAP_LAYERS, " ".join(name for name, on in layers.items() if on))
