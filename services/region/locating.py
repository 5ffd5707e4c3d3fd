"""Tells what a point lies in; apart from the region itself, because geometry takes its time to load."""

from __future__ import annotations

from shapely.geometry import shape
from shapely.prepared import prep

from models.errors import TroubleError
from services.region.region import Region


class Locator:
    """Finds the division of a point by the outlines of a region."""

    def __init__(self, region: Region) -> None:
        """Prepare the outlines; TroubleError `region.unreadable` where one of them is no polygon."""
        features = region.layers.get("boundary", {"features": []})["features"]
        try:
            # The geometry is kept beside the prepared one, which does not own it.
            outlines = [(str(f["properties"]["code"]), shape(f["geometry"])) for f in features]
        except (KeyError, IndexError, TypeError, ValueError, AttributeError) as error:
            raise TroubleError(
                "region.unreadable", file="boundary.geojson", why=str(error)
            ) from error
        self._outlines = [(code, outline, prep(outline)) for code, outline in outlines]

    def division_at(self, lon: float, lat: float) -> str | None:
        """Return the code of the division that a WGS-84 point lies in, None outside the city."""
        point = shape({"type": "Point", "coordinates": (lon, lat)})
        return next((code for code, _, ready in self._outlines if ready.intersects(point)), None)
