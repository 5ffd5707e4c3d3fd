"""The fields of the sheet form, in the order of a call; each name is a field of the sheet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from models.board import IncidentCard
from services.dossier import Dossier
from ui.form import FieldSpec, choice, count, flag, line, term, text
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.sheet.level import LevelField
from ui.sheet.place import PlaceField

# GB/T 2261.1.
SEXES = {
    "": QT_TRANSLATE_NOOP("Sheet", "未知"),
    "1": QT_TRANSLATE_NOOP("Sheet", "男"),
    "2": QT_TRANSLATE_NOOP("Sheet", "女"),
}


def sexes() -> list[tuple[str, str]]:
    """Return the choices of a person's sex."""
    return [(code, translate("Sheet", name)) for code, name in SEXES.items()]


MAIN: tuple[FieldSpec, ...] = (
    line("address", needed=True),
    FieldSpec("place", PlaceField, passed=True),
    term("class_taken", "incident_class", needed=True),
    FieldSpec("level", LevelField, needed=True),
    text("narrative", lines=4),
    line("contact_phone"),
    line("caller_name"),
    choice("caller_sex", sexes, beside=True),
    text("supplement", lines=2),
)

MORE: tuple[FieldSpec, ...] = (
    flag("weapon"),
    flag("hazardous", beside=True),
    flag("leak", beside=True),
    flag("hazmat_vehicle"),
    flag("secret", beside=True),
    flag("invalid", beside=True),
    line("trapped_note"),
    line("injured_note"),
    line("dead_note"),
    line("plate"),
    count("suspects", beside=True),
    line("language"),
    line("id_number"),
    line("caller_address"),
    line("feature_point"),
    term("channel", "channel"),
)

ON_CARD = frozenset(
    "address place class_taken level narrative contact_phone caller_name secret channel".split()
)
NAMES = tuple(spec.name for spec in (*MAIN, *MORE))


def card_values(card: IncidentCard) -> dict[str, Any]:
    """Return what the board's card says of the form's fields."""
    return {name: getattr(card, name) for name in NAMES if name in ON_CARD}


def dossier_values(dossier: Dossier) -> Mapping[str, Any]:
    """Return what the dossier says of the form's fields."""
    rest = {name: dossier.fields[name] for name in NAMES if name not in ON_CARD}
    return {**card_values(dossier.card), **rest}
