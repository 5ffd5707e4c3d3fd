"""The names of a region: searched as they are typed, and told of a point."""

from services.gazetteer.building import build_names, default_names, open_names
from services.gazetteer.entry import Answer, Hit, Kind
from services.gazetteer.finding import Gazetteer

__all__ = [
    "Answer",
    "Gazetteer",
    "Hit",
    "Kind",
    "build_names",
    "default_names",
    "open_names",
]
