"""The names of a region: searched as they are typed, and told of a point.

Building their index (`services.gazetteer.building`) loads much geometry, which a window that only asks does without.
"""

from services.gazetteer.entry import FILE, Answer, Hit, Kind
from services.gazetteer.finding import Gazetteer
from services.gazetteer.opening import default_names, open_names

__all__ = ["FILE", "Answer", "Gazetteer", "Hit", "Kind", "default_names", "open_names"]
