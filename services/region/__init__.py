"""The region: one folder that holds a city.

Reading one is all here. Building, proving and installing it (`services.region.building`, `.proving`, `.installing`)
load much geometry, which a window that only shows one does without.
"""

from services.region.home import home_of, installed_region, listed_regions
from services.region.region import Division, NamedPoint, Region

__all__ = ["Division", "NamedPoint", "Region", "home_of", "installed_region", "listed_regions"]
