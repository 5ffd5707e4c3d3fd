"""The directory (通讯录): linked agencies and their contacts entered, changed and retired; calls noted on sheets."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.agency import Agency, AgencyContact, AgencyKind, AgencyOrder
from models.errors import RuleError
from models.incident import Incident
from models.state import OPEN_ORDER
from models.term import Term
from models.text import clean, clean_required
from services.fleet import check_place, checked, degrees, kind_of, phone, set_all, word_list
from services.timeline import enter

TIME_OF_DAY = re.compile(r"([01]\d|2[0-3]):[0-5]\d|24:00")
LONG_NOTE = 1000
MOST_RANK = 999


def add_agency(
    session: Session, *, id: str, code: str, name: str, at: int, by: str, **fields: Any
) -> str:
    """Enter an agency; return its key. RuleErrors `agency.known`, `field.…`, `text.…`."""
    kept = checked({"code": code, "name": name, **fields}, AGENCY_CHECKS)
    check_place(kept.get("lon"), kept.get("lat"))
    check_agency_code(session, kept["code"])
    check_classes(session, kept)
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
    set_all(agency, kept)


def retire_agency(session: Session, agency_id: str, *, at: int, by: str) -> None:
    """Take an agency out of service; RuleError `agency.orders_open` while it owes an answer."""
    agency = in_service(session, Agency, agency_id)
    owed = select(AgencyOrder.id).where(
        AgencyOrder.agency_id == agency.id, AgencyOrder.state.in_(OPEN_ORDER)
    )
    if session.scalars(owed.limit(1)).first() is not None:
        raise RuleError("agency.orders_open", agency=agency.name)
    agency.retired = True


def add_contact(
    session: Session, agency_id: str, *, id: str, at: int, by: str, **fields: Any
) -> str:
    """Enter a contact of an agency, the last to be tried unless its rank is said; return its key."""
    agency = in_service(session, Agency, agency_id)
    kept = checked(fields, CONTACT_CHECKS)
    if "rank" not in kept:
        own = select(func.max(AgencyContact.rank)).where(
            AgencyContact.agency_id == agency.id, ~AgencyContact.retired
        )
        kept["rank"] = (session.scalar(own) or 0) + 1
    check_rank(session, agency.id, kept["rank"])
    check_hours(kept.get("duty_from", ""), kept.get("duty_to", ""))
    hours = {"duty_from": "", "duty_to": ""}
    session.add(AgencyContact(id=id, agency_id=agency.id, **{**hours, **kept}))
    return id


def change_contact(
    session: Session, contact_id: str, fields: Mapping[str, Any], *, at: int, by: str
) -> None:
    """Change what is known of a contact."""
    contact = in_service(session, AgencyContact, contact_id)
    kept = checked(fields, CONTACT_CHECKS)
    if kept.get("rank", contact.rank) != contact.rank:
        check_rank(session, contact.agency_id, kept["rank"])
    check_hours(kept.get("duty_from", contact.duty_from), kept.get("duty_to", contact.duty_to))
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


def check_rank(session: Session, agency_id: str, rank: int) -> None:
    """Raise RuleError `contact.known` where another contact has the place in the order of trying."""
    query = select(AgencyContact.name).where(
        AgencyContact.agency_id == agency_id, AgencyContact.rank == rank, ~AgencyContact.retired
    )
    if (name := session.scalars(query).first()) is not None:
        raise RuleError("contact.known", rank=rank, name=name, field="rank")


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
    "note": lambda name, value: clean(name, value, LONG_NOTE),
}
