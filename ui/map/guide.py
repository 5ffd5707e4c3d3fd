"""A way in words: what to do at each turn, in the language of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.language import QT_TRANSLATE_NOOP, translate
from ui.location import distance_text

if TYPE_CHECKING:
    from services.routing.guiding import Step

COMPASS = (
    QT_TRANSLATE_NOOP("Guide", "北"),
    QT_TRANSLATE_NOOP("Guide", "东北"),
    QT_TRANSLATE_NOOP("Guide", "东"),
    QT_TRANSLATE_NOOP("Guide", "东南"),
    QT_TRANSLATE_NOOP("Guide", "南"),
    QT_TRANSLATE_NOOP("Guide", "西南"),
    QT_TRANSLATE_NOOP("Guide", "西"),
    QT_TRANSLATE_NOOP("Guide", "西北"),
)
DONE = {
    "depart": QT_TRANSLATE_NOOP("Guide", "向{compass}出发，走{road}"),
    "straight": QT_TRANSLATE_NOOP("Guide", "直行，走{road}"),
    "slight_left": QT_TRANSLATE_NOOP("Guide", "稍向左，走{road}"),
    "slight_right": QT_TRANSLATE_NOOP("Guide", "稍向右，走{road}"),
    "left": QT_TRANSLATE_NOOP("Guide", "左转，走{road}"),
    "right": QT_TRANSLATE_NOOP("Guide", "右转，走{road}"),
    "sharp_left": QT_TRANSLATE_NOOP("Guide", "向左急转，走{road}"),
    "sharp_right": QT_TRANSLATE_NOOP("Guide", "向右急转，走{road}"),
    "u_turn": QT_TRANSLATE_NOOP("Guide", "掉头，走{road}"),
    "ramp_left": QT_TRANSLATE_NOOP("Guide", "靠左进匝道，走{road}"),
    "ramp_right": QT_TRANSLATE_NOOP("Guide", "靠右进匝道，走{road}"),
    "circle": QT_TRANSLATE_NOOP("Guide", "环岛第 {exit} 个出口，走{road}"),
    "ferry": QT_TRANSLATE_NOOP("Guide", "上渡轮：{road}"),
    "arrive": QT_TRANSLATE_NOOP("Guide", "到达"),
}
NAMELESS = QT_TRANSLATE_NOOP("Guide", "无名路")
LINE = QT_TRANSLATE_NOOP("Guide", "{number}. {done}（{distance}）")
LAST = QT_TRANSLATE_NOOP("Guide", "{number}. {done}")


def route_lines(steps: tuple[Step, ...], language: str) -> list[str]:
    """Return one line for each step of a way."""
    return [step_line(number, step, language) for number, step in enumerate(steps, 1)]


def step_line(number: int, step: Step, language: str) -> str:
    """Return what to do, on which road, and for how far."""
    done = translate("Guide", DONE[step.code]).format(
        compass=translate("Guide", COMPASS[round(step.bearing / 45) % 8]),
        road=road_name(step, language),
        exit=step.exit or 1,
    )
    pattern = LAST if step.code == "arrive" else LINE
    return translate("Guide", pattern).format(
        number=number, done=done, distance=distance_text(step.metres)
    )


def road_name(step: Step, language: str) -> str:
    """Return name and number of a road, in English where it has an English name."""
    name = (step.name_en if language == "en" else "") or step.name
    return " ".join(part for part in (name, step.ref) if part) or translate("Guide", NAMELESS)
