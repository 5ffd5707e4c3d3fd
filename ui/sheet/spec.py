"""The fields of the sheet form, in the order of a call; each name is a field of the sheet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from models.board import IncidentCard
from services.dossier import Dossier
from ui.form import FieldSpec, body, choice, count, flag, line, tags, term, text
from ui.sheet.address import AddressField
from ui.sheet.level import LevelField
from ui.sheet.place import PlaceField
from ui.wording import sexes

MAIN: tuple[FieldSpec, ...] = (
    FieldSpec("address", AddressField, needed=True),
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
    flag("invalid"),
    line("trapped_note"),
    line("injured_note"),
    line("dead_note"),
    term("rescue_level", "rescue_level"),
    line("plate"),
    count("suspects", beside=True),
    term("plate_type", "plate_type"),
    line("language"),
    term("id_type", "id_type"),
    line("id_number"),
    line("caller_address"),
    line("feature_point"),
    tags("tags"),
    body("station_id"),
    body("station_adjusted_id"),
    term("call_kind", "call_kind"),
    term("channel", "channel"),
    term("taken_as", "taken_as"),
    line("source_id"),
    line("ministry_number"),
)

ON_CARD = frozenset(
    "address place class_taken level narrative contact_phone caller_name secret channel tags".split()
)
NAMES = tuple(spec.name for spec in (*MAIN, *MORE))


def card_values(card: IncidentCard) -> dict[str, Any]:
    """Return what the board's card says of the form's fields."""
    values = {name: getattr(card, name) for name in NAMES if name in ON_CARD}
    return {**values, "tags": list(card.tags)}


def dossier_values(dossier: Dossier) -> Mapping[str, Any]:
    """Return what the dossier says of the form's fields."""
    rest = {name: dossier.fields[name] for name in NAMES if name not in ON_CARD}
    return {**card_values(dossier.card), **rest}
