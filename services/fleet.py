"""The fleet (警力): units, their duty, the bodies and beats they belong to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from models.beat import Beat, BeatOutline
from models.errors import RuleError
from models.organisation import Organisation
from models.place import finite
from models.state import Duty
from models.text import clean, clean_required
from models.unit import Unit

TEXTS = frozenset({"leader", "phone", "code", "name_en", "division"})


def set_duty(session: Session, unit_id: str, duty: Duty, *, at: int, by: str) -> None:
    """Change what a unit does off the job; a unit in need (`EMERGENCY`) keeps its job."""
    session.get_one(Unit, unit_id).set_duty(Duty(duty), at)


def add_unit(session: Session, *, id: str, call_sign: str, at: int, by: str, **fields: Any) -> str:
    """Enter a unit; return its key."""
    call_sign = clean_required("call_sign", call_sign, 20)
    session.add(Unit(id=id, call_sign=call_sign, duty_since=at, **cleaned(fields)))
    return id


def add_organisation(
    session: Session, *, id: str, name: str, at: int, by: str, **fields: Any
) -> str:
    """Enter a police body; return its key."""
    session.add(Organisation(id=id, name=clean_required("name", name), **cleaned(fields)))
    return id


def cleaned(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a unit or a body with their texts cleaned; RuleError `text.too_long`."""
    return {name: clean(name, value) if name in TEXTS else value for name, value in fields.items()}


def draw_beat(
    session: Session,
    *,
    id: str,
    code: str,
    name: str,
    ring: list[list[float]],
    at: int,
    by: str,
    organisation_id: str | None = None,
    drill: bool = False,
) -> str:
    """Enter a beat, or a new version of its outline where the beat is known; return its key."""
    if not is_ring(ring):
        raise RuleError("field.bad", field="ring")
    code, name = clean_required("code", code), clean_required("name", name)
    beat = session.get(Beat, id)
    if beat is None:
        beat = Beat(id=id, code=code, name=name, organisation_id=organisation_id, drill=drill)
        session.add(beat)
    version = 1
    while session.get(BeatOutline, f"{id}/{version}") is not None:
        version += 1
    session.add(
        BeatOutline(id=f"{id}/{version}", beat_id=id, version=version, valid_from=at, ring=ring)
    )
    return id


def is_ring(ring: object) -> bool:
    """Tell whether a value is a ring: at least three points [lon, lat] on the earth."""
    return (
        isinstance(ring, list)
        and len(ring) >= 3
        and all(
            len(point) == 2
            and all(map(finite, point))
            and abs(point[0]) <= 180
            and abs(point[1]) <= 90
            for point in ring
        )
    )
