"""The region in the window: made of a file, put in its place, and noticed when another program does so."""

from ui.region.work import RegionWork, region_to_show

__all__ = ["RegionWork", "region_to_show"]
