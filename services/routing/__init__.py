"""Roads: built from an extract, searched for times and ways, closed where they are closed."""

from services.routing.arrival import Arrival, arrivals, straight
from services.routing.building import build_roads
from services.routing.closing import Passable
from services.routing.crossing import Moving, crossings
from services.routing.matching import Sight, Trail, matched
from services.routing.ring import rings
from services.routing.roads import Roads, Spot, load_roads
from services.routing.route import Route, find_route
from services.routing.traffic import Traffic, read_traffic, shipped_traffic

__all__ = [
    "Arrival",
    "Moving",
    "Passable",
    "Roads",
    "Route",
    "Sight",
    "Spot",
    "Traffic",
    "Trail",
    "arrivals",
    "build_roads",
    "crossings",
    "find_route",
    "load_roads",
    "matched",
    "read_traffic",
    "rings",
    "shipped_traffic",
    "straight",
]
