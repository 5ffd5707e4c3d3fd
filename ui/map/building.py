"""What folium builds of a region: the page with its base layers, sealed against everything foreign."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import Any

import folium

from services.region import Region
from ui.map.scheme import SCHEME, TILES_URL

# Each builds on those before it.
SHEETS = (
    *("label", "draw", "fleet", "stamp", "crowd", "words"),
    *(
        "base",
        "measure",
        "pen",
        "drawing",
        "overlay",
        "ground",
        "panel",
        "picture",
        "input",
        "live",
    ),
)
# In this order: our script hooks into Leaflet before folium's own script makes the map.
SCRIPTS = [
    ("leaflet", "/leaflet/leaflet.js"),
    ("protomaps", "/protomaps/protomaps-leaflet.js"),
    ("channel", "/qwebchannel.js"),
    *((name, f"/live/{name}.js") for name in SHEETS),
]
STYLES = [("leaflet_css", "/leaflet/leaflet.css"), ("live_css", "/live/live.css")]
# From the ground up; each becomes a CSS class, so that a change of colours touches no geometry.
MOST = 14  # the last zoom that tiles are made for
LAYERS = ("land", "ground", "river", "border")


def page_html(region: Region) -> str:
    """Return folium's page of the region: base layers, limits, centre; without a foreign address in it."""
    south_west, north_east = _corners(region.bbox)
    west, south, east, north = _around(region.extent) if region.tiles else region.extent
    page = folium.Map(
        location=region.centre[::-1],
        tiles=None,
        zoom_start=13,
        min_zoom=8,
        max_zoom=18,
        max_bounds=True,
        attribution_control=False,
        box_zoom=False,
        zoom_animation=False,
        # Tiles are painted for whole zooms; between them they would blur.
        zoom_snap=1 if region.tiles else 0.5,
        fade_animation=False,
        min_lat=south,
        max_lat=north,
        min_lon=west,
        max_lon=east,
        city=[south_west, north_east],
    )
    # `min_zoom` and `max_zoom` of folium are for a tile layer, and there is none.
    page.options.update({"minZoom": 8, "maxZoom": 18, "maxBoundsViscosity": 1})
    page.default_js, page.default_css = SCRIPTS, STYLES
    if region.tiles:
        box = _corners(region.extent)
        page.options["tiles"] = {"url": TILES_URL, "most": MOST, "box": box}
        _layer("known", _rectangle(region.extent)).add_to(page)
    else:
        _layer("sea", _rectangle(region.extent)).add_to(page)
        for name in LAYERS:
            if name in region.layers:
                _layer(name, region.layers[name]).add_to(page)
    return _sealed(page.get_root().render())


def _corners(box: tuple[float, float, float, float]) -> tuple[list[float], list[float]]:
    west, south, east, north = box
    return [south, west], [north, east]


def _around(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """How far the map may be moved: half of what is known past its edges, so that these can be looked at."""
    west, south, east, north = box
    wide, high = (east - west) / 2, (north - south) / 2
    return west - wide, max(-85.0, south - high), east + wide, min(85.0, north + high)


def _layer(name: str, data: dict[str, Any]) -> folium.GeoJson:
    """A base layer; its looks are the style sheet's, by class: `zone zone-border kind-city`."""

    def style(feature: dict[str, Any]) -> dict[str, Any]:
        kind = str(feature["properties"].get("kind", name))
        return {"className": f"zone zone-{name} kind-{kind}", "interactive": False}

    return folium.GeoJson(
        _numbered(data), style_function=style, interactive=False, smooth_factor=1.0, name=name
    )


def _rectangle(box: tuple[float, float, float, float]) -> dict[str, Any]:
    """The box as GeoJSON: what is known; past it the page shows that nothing is."""
    west, south, east, north = box
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    shape = {"type": "Polygon", "coordinates": [ring]}
    return {
        "type": "FeatureCollection",
        "features": [{"type": "Feature", "properties": {}, "geometry": shape}],
    }


def _numbered(data: dict[str, Any]) -> dict[str, Any]:
    """Features with an id each: folium tells them apart by it."""
    features = [{**feature, "id": str(n)} for n, feature in enumerate(data["features"])]
    return {**data, "features": features}


def _sealed(html: str) -> str:
    """The page with a policy that lets our files and the very scripts that folium wrote run, and no other."""
    inline = re.findall(r"<script>(.*?)</script>", html, flags=re.DOTALL)
    hashes = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
        for text in inline
    )
    policy = (
        f"script-src {SCHEME}: {hashes}; object-src 'none'; base-uri 'none'; form-action 'none'"
    )
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return html.replace("<head>", f"<head>\n    {meta}", 1)
