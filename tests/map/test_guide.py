"""Directions are said in the language of the screen."""

from __future__ import annotations

from pathlib import Path

from services.routing import find_route
from tests.services.routing.plan import Plan
from ui.map.guide import route_lines


def test_a_way_is_said_turn_by_turn(tmp_path: Path) -> None:
    plan = Plan({"a": (0, 0), "b": (3, 0), "c": (6, 0), "d": (3, 3)})
    plan.street("abc", name="胜利路", name__en="Shengli Road")
    plan.street("bd", name="新华路", ref="X501")
    roads = plan.roads(tmp_path)
    route = find_route(roads, plan.point(1, 0), plan.point(3, 2))
    assert route is not None
    first, second, last = route_lines(route.steps, "zh")
    assert first.startswith("1. 向东出发，走胜利路（")
    assert second.startswith("2. 左转，走新华路 X501（")
    assert last == "3. 到达"
    assert "Shengli Road" in route_lines(route.steps, "en")[0]
