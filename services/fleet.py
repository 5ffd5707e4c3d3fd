"""The fleet (警力): units, their duty, the bodies and beats they belong to; what leaves service keeps its history."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import nan
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from models.agency import Agency, AgencyOrder
from models.base import Entity
from models.beat import Beat, BeatOutline
from models.errors import RuleError
from models.incident import Incident
from models.organisation import Organisation, OrganisationKind
from models.place import finite
from models.state import DUTY_MOVES, OPEN_ORDER, Duty, check_move
from models.text import clean, clean_required
from models.unit import Unit, UnitKind
from services.dispatching import job_of
from services.timeline import enter

MOST_CREW = 99

TEXTS = frozenset({"leader", "phone", "name_en", "division"})


def set_duty(session: Session, unit_id: str, duty: Duty, *, at: int, by: str) -> None:
    """Change what a unit does off the job; a unit in need (`EMERGENCY`) keeps its job."""
    session.get_one(Unit, unit_id).set_duty(Duty(duty), at)


def check_in(session: Session, unit_id: str, *, at: int, by: str) -> None:
    """Record that a unit answered (平安签到), in the timeline of its incident too; RuleError `unit.off_duty`."""
    unit = session.get_one(Unit, unit_id)
    unit.check_in(at)
    if (job := job_of(session, unit_id)) is not None:
        enter(session, job.incident_id, "unit.checked_in", at=at, by=by, unit=unit.call_sign)


def add_unit(session: Session, *, id: str, call_sign: str, at: int, by: str, **fields: Any) -> str:
    """Enter a unit; return its key. RuleError `unit.known` where one in service has the call sign."""
    call_sign = free_call_sign(session, call_sign)
    session.add(Unit(id=id, call_sign=call_sign, duty_since=at, **cleaned(fields)))
    return id


def change_unit(
    session: Session, unit_id: str, fields: Mapping[str, Any], *, at: int, by: str
) -> None:
    """Change what is known of a unit; RuleErrors `unit.known`, `field.unknown`, `field.bad`, `text.…`."""
    unit = session.get_one(Unit, unit_id)
    if unit.retired:
        raise RuleError("unit.retired", unit=unit.call_sign)
    kept = checked(fields, UNIT_CHECKS)
    if kept.get("call_sign", unit.call_sign) != unit.call_sign:
        free_call_sign(session, kept["call_sign"])
    check_in_service(session, kept)
    set_all(unit, kept)


def retire_unit(session: Session, unit_id: str, *, at: int, by: str) -> None:
    """Take a unit out of service; its history stays. RuleErrors `unit.busy`, `state.illegal` (in need)."""
    retire(session, session.get_one(Unit, unit_id), at)


def add_organisation(
    session: Session, *, id: str, code: str, name: str, at: int, by: str, **fields: Any
) -> str:
    """Enter a police body; return its key. RuleError `organisation.known` where one in service has the code."""
    code = free_code(session, code)
    name = clean_required("name", name)
    kept = cleaned(fields)
    kept |= {axis: degrees(axis, kept[axis]) for axis in MOST_DEGREES if axis in kept}
    check_place(kept.get("lon"), kept.get("lat"))
    session.add(Organisation(id=id, code=code, name=name, **kept))
    return id


def cleaned(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a unit or a body with their texts cleaned; RuleError `text.too_long`."""
    return {name: clean(name, value) if name in TEXTS else value for name, value in fields.items()}


def change_organisation(
    session: Session, organisation_id: str, fields: Mapping[str, Any], *, at: int, by: str
) -> None:
    """Change what is known of a police body; RuleErrors `organisation.loop`, `field.…`, `text.…`."""
    body = session.get_one(Organisation, organisation_id)
    kept = checked(fields, ORGANISATION_CHECKS)
    if kept.get("code", body.code) != body.code:
        free_code(session, kept["code"])
    above = kept.get("parent_id")
    while above is not None:
        if above == body.id:
            raise RuleError("organisation.loop", name=body.name, field="parent_id")
        above = session.get_one(Organisation, above).parent_id
    check_in_service(session, {"organisation_id": kept.get("parent_id")})
    check_place(kept.get("lon", body.lon), kept.get("lat", body.lat))
    set_all(body, kept)


def retire_organisation(session: Session, organisation_id: str, *, at: int, by: str) -> None:
    """Take a police body out of service; RuleError `organisation.in_use` while units, beats or bodies are under it."""
    retire(session, session.get_one(Organisation, organisation_id), at)
    check_none_is_missed(session)


def retire(session: Session, thing: Any, at: int) -> None:
    """Take anything out of service; a unit goes off duty with it. RuleErrors `unit.busy`, `agency.orders_open`."""
    if isinstance(thing, Agency):
        check_owes_nothing(session, thing)
    if isinstance(thing, Unit):
        if (job := job_of(session, thing.id)) is not None:
            number = session.get_one(Incident, job.incident_id).number
            raise RuleError("unit.busy", unit=thing.call_sign, number=number)
        if thing.duty is not Duty.OFFLINE:
            check_move(DUTY_MOVES, thing.duty, Duty.OFFLINE)
            thing.set_duty(Duty.OFFLINE, at)
    thing.retired = True


def check_owes_nothing(session: Session, agency: Agency) -> None:
    """Raise RuleError `agency.orders_open` while an agency owes an answer."""
    owed = select(AgencyOrder.id).where(
        AgencyOrder.agency_id == agency.id, AgencyOrder.state.in_(OPEN_ORDER)
    )
    if session.scalars(owed.limit(1)).first() is not None:
        raise RuleError("agency.orders_open", agency=agency.name)


def check_none_is_missed(session: Session) -> None:
    """Raise RuleError `organisation.in_use` or `beat.in_use` where something in service names what is not."""
    session.flush()
    above = aliased(Organisation)
    needs: tuple[tuple[Any, str, Any, Any], ...] = (
        (Organisation, "organisation.in_use", Unit, Unit.organisation_id),
        (Organisation, "organisation.in_use", Beat, Beat.organisation_id),
        (above, "organisation.in_use", Organisation, Organisation.parent_id),
        (Beat, "beat.in_use", Unit, Unit.beat_id),
    )
    for needed, code, user, column in needs:
        which = user.call_sign if user is Unit else user.name
        query = select(needed.name, which).join_from(user, needed, needed.id == column)
        found = session.execute(query.where(needed.retired, ~user.retired).limit(1)).first()
        if found is not None:
            raise RuleError(code, name=found[0], user=found[1])


def free_call_sign(session: Session, call_sign: str) -> str:
    """Return a call sign as it is kept; RuleError `unit.known` where a unit in service has it."""
    kept = clean_required("call_sign", call_sign, 20)
    query = select(Unit.id).where(Unit.call_sign == kept, ~Unit.retired)
    if session.scalars(query).first() is not None:
        raise RuleError("unit.known", unit=kept, field="call_sign")
    return kept


def free_code(session: Session, code: str) -> str:
    """Return a body's code as it is kept; RuleError `organisation.known` where one in service has it."""
    kept = clean_required("code", code)
    query = select(Organisation.id).where(Organisation.code == kept, ~Organisation.retired)
    if session.scalars(query).first() is not None:
        raise RuleError("organisation.known", organisation=kept, field="code")
    return kept


def check_in_service(session: Session, fields: Mapping[str, Any]) -> None:
    """Raise RuleError `field.bad` where a body or beat that is named is not there or not in service."""
    named: tuple[tuple[str, Any], ...] = (("organisation_id", Organisation), ("beat_id", Beat))
    for name, cls in named:
        id = fields.get(name)
        if id is not None:
            thing = session.get(cls, id)
            if thing is None or thing.retired:
                raise RuleError("field.bad", field=name)


def checked(
    fields: Mapping[str, Any], checks: Mapping[str, Callable[[str, Any], Any]]
) -> dict[str, Any]:
    """Return fields as they are kept; RuleError `field.unknown` for one that cannot be set, or what its check says."""
    unknown = next((name for name in fields if name not in checks), None)
    if unknown is not None:
        raise RuleError("field.unknown", field=unknown)
    return {name: checks[name](name, value) for name, value in fields.items()}


def set_all(thing: Entity, fields: Mapping[str, Any]) -> None:
    """Give a thing the fields that differ."""
    for name, value in fields.items():
        if getattr(thing, name) != value:
            setattr(thing, name, value)


def phone(name: str, value: Any) -> str:
    """Return a telephone number as it is kept; RuleError `field.bad` where it has no digit."""
    kept = clean(name, value, 60)
    if kept and not any(letter.isdigit() for letter in kept):
        raise RuleError("field.bad", field=name)
    return kept


def crew(name: str, value: Any) -> int:
    """Return how many a crew are; RuleError `field.bad`."""
    if not isinstance(value, int) or not 0 <= value <= MOST_CREW:
        raise RuleError("field.bad", field=name)
    return value


def reference(name: str, value: Any) -> str | None:
    """Return the key of a thing that is named, None where none is."""
    return value or None


def word_list(name: str, value: Any) -> list[str]:
    """Return words as they are kept."""
    return [clean_required(name, word) for word in value]


def kind_of(kinds: Any) -> Callable[[str, Any], Any]:
    """Return what checks a kind; RuleError `field.bad`."""

    def check(name: str, value: Any) -> Any:
        if value not in set(kinds):
            raise RuleError("field.bad", field=name)
        return kinds(value)

    return check


def degrees(name: str, value: Any) -> float | None:
    """Return a coordinate (WGS-84 degrees) from a number or its text, None for none; RuleError `field.bad`."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    try:
        found = float(value)
    except (TypeError, ValueError):
        found = nan
    if not abs(found) <= MOST_DEGREES[name]:
        raise RuleError("field.bad", field=name)
    return found


def check_place(lon: float | None, lat: float | None) -> None:
    """Raise RuleError `field.bad` where only one half of a place is known."""
    if (lon is None) != (lat is None):
        raise RuleError("field.bad", field="lon" if lon is None else "lat")


MOST_DEGREES = {"lon": 180.0, "lat": 90.0}
UNIT_CHECKS: Mapping[str, Callable[[str, Any], Any]] = {
    "call_sign": lambda name, value: clean_required(name, value, 20),
    "kind": kind_of(UnitKind),
    "organisation_id": reference,
    "beat_id": reference,
    "crew": crew,
    "leader": clean,
    "phone": phone,
    "capabilities": word_list,
}
ORGANISATION_CHECKS: Mapping[str, Callable[[str, Any], Any]] = {
    "code": clean_required,
    "name": clean_required,
    "name_en": clean,
    "kind": kind_of(OrganisationKind),
    "parent_id": reference,
    "division": clean,
    "phone": phone,
    "lon": degrees,
    "lat": degrees,
}
BEAT_CHECKS: Mapping[str, Callable[[str, Any], Any]] = {
    "code": clean_required,
    "name": clean_required,
    "organisation_id": reference,
    "officer": clean,
    "phone": phone,
}


def add_beat(
    session: Session, *, id: str, code: str, name: str, at: int, by: str, **fields: Any
) -> str:
    """Enter a beat that is not drawn yet; return its key. RuleErrors `beat.known`, `field.…`, `text.…`."""
    kept = checked({"code": code, "name": name, **fields}, BEAT_CHECKS)
    check_beat_code(session, kept["code"])
    check_in_service(session, kept)
    session.add(Beat(id=id, **kept))
    return id


def change_beat(
    session: Session, beat_id: str, fields: Mapping[str, Any], *, at: int, by: str
) -> None:
    """Change what is known of a beat; its outline stays. Errors as `add_beat`."""
    beat = session.get_one(Beat, beat_id)
    kept = checked(fields, BEAT_CHECKS)
    if kept.get("code", beat.code) != beat.code:
        check_beat_code(session, kept["code"])
    check_in_service(session, kept)
    set_all(beat, kept)


def retire_beat(session: Session, beat_id: str, *, at: int, by: str) -> None:
    """Take a beat out of service; RuleError `beat.in_use` while units patrol it."""
    retire(session, session.get_one(Beat, beat_id), at)
    check_none_is_missed(session)


def check_beat_code(session: Session, code: str) -> None:
    """Raise RuleError `beat.known` where a beat in service has the code."""
    query = select(Beat.name).where(Beat.code == code, ~Beat.retired)
    if (name := session.scalars(query).first()) is not None:
        raise RuleError("beat.known", beat=code, name=name, field="code")


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
