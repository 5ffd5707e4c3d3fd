"""Wording: every code that models and services can send to the screen has words there."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.agency import AgencyKind
from models.assignment import Role
from models.errors import RuleError
from models.incident import EDITABLE
from models.organisation import OrganisationKind
from models.state import AssignmentState, CallState, Duty, IncidentState, OrderState
from models.unit import UnitKind
from ui.happening import LINES
from ui.refusal import SENTENCES, sentence
from ui.terminal import wording as terminal
from ui.theme import TOKENS
from ui.wording import FIELDS, KINDS, STATES, UNIT_COLOURS, UNIT_LETTERS

ROOT = Path(__file__).resolve().parents[2]


def calls(*folders: str) -> Iterator[ast.Call]:
    """Yield every call in the program text of the folders."""
    for folder in folders:
        for file in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call):
                    yield node


def constants(node: ast.Call, place: int) -> Iterator[str]:
    """Yield the text constants of one argument of a call."""
    for part in ast.walk(node.args[place]) if len(node.args) > place else ():
        if (
            isinstance(part, ast.Constant)
            and isinstance(part.value, str)
            and part.value.strip(".").count(".")
        ):
            yield part.value


def test_every_error_code_has_a_sentence_on_the_screen_or_the_terminal() -> None:
    codes = {
        code
        for call in calls("models", "services")
        if isinstance(call.func, ast.Name) and call.func.id in ("RuleError", "TroubleError")
        for code in constants(call, 0)
    }
    assert len(codes) > 30
    assert codes - set(SENTENCES) - set(terminal.SENTENCES) == set()


def test_every_line_of_a_timeline_has_a_pattern() -> None:
    codes = {
        code
        for call in calls("services")
        if isinstance(call.func, ast.Name) and call.func.id == "enter"
        for code in constants(call, 2)
    }
    codes |= {f"unit.{state.value}" for state in AssignmentState if state.value != "issued"}
    codes |= {f"order.{state.value}" for state in OrderState}
    assert codes - set(LINES) == set()


@pytest.mark.parametrize("states", [IncidentState, AssignmentState, OrderState, CallState, Duty])
def test_every_state_has_a_name(states: type[IncidentState]) -> None:
    assert {state.value for state in states} <= set(STATES)


@pytest.mark.parametrize("kinds", [UnitKind, AgencyKind, OrganisationKind, Role])
def test_every_kind_has_a_name(kinds: type[UnitKind]) -> None:
    assert {kind.value for kind in kinds} <= set(KINDS)


def test_every_field_people_fill_has_a_name() -> None:
    assert set(FIELDS) >= EDITABLE


def test_every_status_of_a_unit_has_a_letter_and_a_colour() -> None:
    over = {AssignmentState.FINISHED, AssignmentState.RETURNED}
    over |= {AssignmentState.CANCELLED, AssignmentState.MOVED}
    shown = {state.value for state in AssignmentState if state not in over}
    shown |= {duty.value for duty in Duty}
    assert set(UNIT_LETTERS) == shown == set(UNIT_COLOURS)
    assert set(UNIT_COLOURS.values()) <= set(TOKENS)
    assert len(set(UNIT_LETTERS.values())) == len(UNIT_LETTERS)


def test_a_sentence_is_filled_with_names_not_codes(qapp: object) -> None:
    error = RuleError("sheet.incomplete", missing="address,class_taken")
    assert sentence(error) == "还缺：案发地址、警情类别。补齐后再完成接警。"


def test_a_code_nobody_knows_is_shown_as_it_is(qapp: object) -> None:
    assert sentence(RuleError("no.such", what="x")) == "no.such(what='x')"
