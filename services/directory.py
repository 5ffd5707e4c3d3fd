"""The directory (通讯录): linked agencies entered, changed and retired, contacts and duty rosters of every body; calls noted."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.agency import Agency, AgencyContact, AgencyKind, BodyKind
from models.errors import RuleError
from models.incident import Incident
from models.organisation import Organisation
from models.term import Term
from models.text import clean, clean_required
from services.fleet import (
    check_place,
    checked,
    degrees,
    kind_of,
    phone,
    retire,
    set_all,
    word_list,
)
from services.timeline import enter

TIME_OF_DAY = re.compile(r"([01]\d|2[0-3]):[0-5]\d|24:00")
LONG_NOTE = 1000
MOST_RANK = 999
# The end of the year 9999.
LAST_INSTANT = 253_402_300_799_999
AREA_DICTIONARIES = ("division", "zone")


def add_agency(
    session: Session, *, id: str, code: str, name: str, at: int, by: str, **fields: Any
) -> str:
    """Enter an agency; return its key. RuleErrors `agency.known`, `field.…`, `text.…`."""
    kept = checked({"code": code, "name": name, **fields}, AGENCY_CHECKS)
    check_place(kept.get("lon"), kept.get("lat"))
    check_agency_code(session, kept["code"])
    check_classes(session, kept)
    check_areas(session, kept)
    check_days(kept.get("valid_from", ""), kept.get("valid_to", ""))
    session.add(Agency(id=id, **kept))
    return id


def change_agency(
    session: Session, agency_id: str, fields: Mapping[str, Any], *, at: int, by: str
) -> None:
    """Change what is known of an agency in service."""
    agency = in_service(session, Agency, agency_id)
    kept = checked(fields, AGENCY_CHECKS)
    check_place(kept.get("lon", agency.lon), kept.get("lat", agency.lat))
    if kept.get("code", agency.code) != agency.code:
        check_agency_code(session, kept["code"])
    check_classes(session, kept)
    check_areas(session, kept)
    check_days(kept.get("valid_from", agency.valid_from), kept.get("valid_to", agency.valid_to))
    set_all(agency, kept)


def retire_agency(session: Session, agency_id: str, *, at: int, by: str) -> None:
    """Take an agency out of service; RuleError `agency.orders_open` while it owes an answer."""
    agency = in_service(session, Agency, agency_id)
    retire(session, agency, at)


def add_contact(session: Session, body_id: str, *, id: str, at: int, by: str, **fields: Any) -> str:
    """Enter a contact of an agency or a police body, or a line of its duty roster (`begins_at`, `ends_at`); return its key.

    It is the last to be tried unless its rank is said. RuleErrors `contact.known`, `roster.overlap`, `field.…`.
    """
    owner = owner_of(session, body_id)
    kept = checked(fields, CONTACT_CHECKS)
    if "rank" not in kept:
        kept["rank"] = 1 if kept.get("begins_at") is not None else last_rank(session, owner) + 1
    kind = BodyKind.AGENCY if "agency_id" in owner else BodyKind.ORGANISATION
    blank = {"duty_from": "", "duty_to": "", "body_kind": kind}
    contact = AgencyContact(id=id, **{**blank, **owner, **kept})
    check_contact(session, contact, owner)
    session.add(contact)
    return id


def change_contact(
    session: Session, contact_id: str, fields: Mapping[str, Any], *, at: int, by: str
) -> None:
    """Change what is known of a contact."""
    contact = in_service(session, AgencyContact, contact_id)
    kept = checked(fields, CONTACT_CHECKS)
    wanted = AgencyContact(
        id=contact.id, **{name: getattr(contact, name) for name in CONTACT_CHECKS}
    )
    set_all(wanted, kept)
    column = f"{contact.body_kind}_id"
    owner = {column: getattr(contact, column)}
    check_contact(session, wanted, owner)
    set_all(contact, kept)


def retire_contact(session: Session, contact_id: str, *, at: int, by: str) -> None:
    """Take a contact out of use."""
    in_service(session, AgencyContact, contact_id).retired = True


def log_call(
    session: Session, incident_id: str, name: str, number: str, *, at: int, by: str
) -> None:
    """Note on a sheet whom somebody rang up for it, by the desk's own telephone."""
    sheet = session.get_one(Incident, incident_id)
    name, number = clean_required("name", name), clean_required("phone", number, 60)
    enter(session, sheet.id, "call.made", at=at, by=by, name=name, phone=number)


def in_service(session: Session, cls: Any, id: str) -> Any:
    """Return a thing; RuleError `thing.retired` where it is out of service."""
    thing = session.get_one(cls, id)
    if thing.retired:
        raise RuleError("thing.retired", name=thing.name)
    return thing


def check_agency_code(session: Session, code: str) -> None:
    """Raise RuleError `agency.known` where an agency in service has the code."""
    query = select(Agency.name).where(Agency.code == code, ~Agency.retired)
    if (name := session.scalars(query).first()) is not None:
        raise RuleError("agency.known", agency=code, name=name, field="code")


def check_classes(session: Session, fields: Mapping[str, Any]) -> None:
    """Raise RuleError `field.bad` where an agency would take a class that no dictionary knows."""
    query = select(Term.code).where(Term.dictionary == "incident_class")
    if fields.get("takes") and not set(fields["takes"]) <= set(session.scalars(query)):
        raise RuleError("field.bad", field="takes")


def check_areas(session: Session, fields: Mapping[str, Any]) -> None:
    """Raise RuleError `area.unknown` where an agency would serve an area that no dictionary knows."""
    if not fields.get("areas"):
        return
    known = set(session.scalars(select(Term.code).where(Term.dictionary.in_(AREA_DICTIONARIES))))
    for area in fields["areas"]:
        if area not in known:
            raise RuleError("area.unknown", area=area, field="areas")


def check_days(begin: str, end: str) -> None:
    """Raise RuleError `field.bad` where a body would cease before it begins."""
    if end and end <= begin:
        raise RuleError("field.bad", field="valid_to")


def owner_of(session: Session, body_id: str) -> dict[str, str]:
    """Return the column that names the body of a contact, an agency or a police body in service."""
    if session.get(Organisation, body_id) is not None:
        body = in_service(session, Organisation, body_id)
        return {"organisation_id": body.id}
    return {"agency_id": in_service(session, Agency, body_id).id}


def last_rank(session: Session, owner: Mapping[str, str]) -> int:
    """Return the last place in the order of trying that a body's standing contacts have."""
    query = select(func.max(AgencyContact.rank)).where(*own_contacts(owner, rostered=False))
    return session.scalar(query) or 0


def own_contacts(owner: Mapping[str, str], *, rostered: bool) -> list[Any]:
    """Return what a contact of the same body fulfils: of its roster, or of those that hold always."""
    own = [getattr(AgencyContact, name) == id for name, id in owner.items()]
    span = AgencyContact.begins_at
    return [*own, ~AgencyContact.retired, span.is_not(None) if rostered else span.is_(None)]


def check_contact(session: Session, contact: AgencyContact, owner: Mapping[str, str]) -> None:
    """Raise a RuleError unless a contact fits with the others of its body.

    `field.bad`: half a span or half of the duty hours, or a span that ends before it begins; `contact.known`: another
    one has the place in the order of trying; `roster.overlap`: somebody else has the duty then.
    """
    check_hours(contact.duty_from, contact.duty_to)
    begin, end = contact.begins_at, contact.ends_at
    if (begin is None) != (end is None):
        raise RuleError("field.bad", field="begins_at" if begin is None else "ends_at")
    same = [
        *own_contacts(owner, rostered=begin is not None),
        AgencyContact.rank == contact.rank,
        AgencyContact.id != contact.id,
    ]
    if begin is None or end is None:
        name = session.scalars(select(AgencyContact.name).where(*same)).first()
        if name is not None:
            raise RuleError("contact.known", rank=contact.rank, name=name, field="rank")
        return
    if end <= begin:
        raise RuleError("field.bad", field="ends_at")
    query = select(AgencyContact).where(
        *same, AgencyContact.begins_at < end, AgencyContact.ends_at > begin
    )
    if (other := session.scalars(query).first()) is not None:
        params = {"name": other.name, "begins_at": other.begins_at, "ends_at": other.ends_at}
        raise RuleError("roster.overlap", **params, rank=contact.rank, field="begins_at")


def check_hours(begin: str, end: str) -> None:
    """Raise RuleError `field.bad` where only one end of the duty hours is known."""
    if bool(begin) != bool(end):
        raise RuleError("field.bad", field="duty_to" if begin else "duty_from")


def time_of_day(name: str, value: Any) -> str:
    """Return a time HH:MM, "" none; RuleError `field.bad`."""
    kept = clean(name, value).replace("：", ":")
    kept = f"0{kept}" if re.fullmatch(r"\d:\d\d", kept) else kept
    if kept and not TIME_OF_DAY.fullmatch(kept):
        raise RuleError("field.bad", field=name)
    return kept


def day_of(name: str, value: Any) -> str:
    """Return an ISO day, "" none; RuleError `field.bad`."""
    kept = clean(name, value)
    try:
        if kept and date.fromisoformat(kept).isoformat() != kept:
            raise ValueError(kept)
    except ValueError as error:
        raise RuleError("field.bad", field=name) from error
    return kept


def instant(name: str, value: Any) -> int | None:
    """Return an instant (Unix ms), None for none; RuleError `field.bad`."""
    if value is None or (isinstance(value, int) and 0 <= value <= LAST_INSTANT):
        return value
    raise RuleError("field.bad", field=name)


def rank_of(name: str, value: Any) -> int:
    """Return a place in the order of trying; RuleError `field.bad`."""
    if not isinstance(value, int) or not 1 <= value <= MOST_RANK:
        raise RuleError("field.bad", field=name)
    return value


Checks = Mapping[str, Callable[[str, Any], Any]]
AGENCY_CHECKS: Checks = {
    "code": clean_required,
    "name": clean_required,
    "name_en": clean,
    "kind": kind_of(AgencyKind),
    "takes": word_list,
    "areas": word_list,
    "valid_from": day_of,
    "valid_to": day_of,
    "note": lambda name, value: clean(name, value, LONG_NOTE),
    "lon": degrees,
    "lat": degrees,
}
CONTACT_CHECKS: Checks = {
    "rank": rank_of,
    "name": clean,
    "phone": phone,
    "duty_from": time_of_day,
    "duty_to": time_of_day,
    "begins_at": instant,
    "ends_at": instant,
    "note": lambda name, value: clean(name, value, LONG_NOTE),
}
