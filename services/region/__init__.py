"""The region: one folder that holds a city."""

from services.region.region import Division, NamedPoint, Region

__all__ = ["Division", "NamedPoint", "Region"]
