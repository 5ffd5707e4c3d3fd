"""What a list says about an incident: its number as people say it, level, state, place and units."""

from __future__ import annotations

from models.assignment import Role
from models.board import AssignmentLine, Board, FormerCard, IncidentCard, UnitCard
from models.reason import CANCEL, RETURN, Reason
from models.state import AssignmentState, IncidentState
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.trade import Trade
from ui.wording import UNIT_LETTERS, state_name

# A sheet number is division(6) day(6) block(3) serial(5 or more).
BLOCK, SERIAL = slice(12, 15), slice(15, None)
WHOLE = 20

STATE_COLOURS = {
    IncidentState.TAKING: "accent",
    IncidentState.TAKEN: "warning",
    IncidentState.RETURNED: "alarm",
    IncidentState.DISPATCHED: "moving",
    IncidentState.ON_SCENE: "scene",
    IncidentState.HANDLED: "ok",
}
LEVEL = QT_TRANSLATE_NOOP("Incident", "{level}级")
NO_LEVEL = QT_TRANSLATE_NOOP("Incident", "未定")
NO_ADDRESS = QT_TRANSLATE_NOOP("Incident", "坐标 {lon}, {lat}")
NOWHERE = QT_TRANSLATE_NOOP("Incident", "地点不详")
DRILL = QT_TRANSLATE_NOOP("Incident", "演练")


def short_number(number: str) -> str:
    """Return what tells a sheet from all others at sight: block and serial; the end of a foreign number."""
    if len(number) < WHOLE or not number.isdigit():
        return number[-8:]
    return f"{number[BLOCK].lstrip('0') or '0'}-{number[SERIAL]}"


def number_text(card: IncidentCard) -> str:
    """Return the short number; a drill says so first."""
    short = short_number(card.number)
    return f"{translate('Incident', DRILL)} {short}" if card.drill else short


def level_text(card: IncidentCard) -> str:
    """Return the level."""
    if card.level is None:
        return translate("Incident", NO_LEVEL)
    return translate("Incident", LEVEL).format(level=card.level)


def level_colour(card: IncidentCard) -> str | None:
    """Return the colour meaning of the level."""
    return f"level{card.level}" if card.level else "muted"


def state_text(card: IncidentCard) -> str:
    """Return the name of the sheet's state."""
    return state_name(card.state.value)


def state_colour(card: IncidentCard) -> str:
    """Return the colour meaning of the sheet's state."""
    return STATE_COLOURS.get(card.state, "muted")


def place_text(card: IncidentCard) -> str:
    """Return where it is, in words as far as there are any."""
    if card.address:
        return card.address
    if (point := card.point) is not None:
        pattern = translate("Incident", NO_ADDRESS)
        return pattern.format(lon=f"{point.lon:.4f}", lat=f"{point.lat:.4f}")
    return translate("Incident", NOWHERE)


def crews(card: IncidentCard) -> list[AssignmentLine]:
    """Return the assignments under way, the main unit first."""
    return sorted(card.active, key=lambda line: line.role != Role.MAIN)


def crew_text(card: IncidentCard, board: Board) -> str:
    """Return the call signs of the units under way, each with the letter of its step."""
    return " ".join(
        f"[{UNIT_LETTERS[line.state.value]}]{call_sign(line.unit_id, board)}"
        for line in crews(card)
    )


def crew_hint(card: IncidentCard, board: Board) -> str:
    """Return a line for each unit under way: call sign and step in words."""
    return "\n".join(
        f"{call_sign(line.unit_id, board)}  {state_name(line.state.value)}" for line in crews(card)
    )


def call_sign(unit_id: str, board: Board) -> str:
    """Return a unit's call sign, also of one that is out of service; the key where the board knows neither."""
    unit = board.get(UnitCard, unit_id)
    former = board.get(FormerCard, unit_id)
    return unit.call_sign if unit else former.name if former else unit_id


def reason_text(trade: Trade, line: AssignmentLine) -> str:
    """Return why a unit left its job unfinished, asked to or was moved; "" where nobody said it."""
    dictionary = CANCEL if line.state is AssignmentState.CANCELLED else RETURN
    return trade.reason(dictionary, Reason(line.reason, line.reason_code))
