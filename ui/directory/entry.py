"""Agencies and police bodies as entries of one directory, and who of them can be reached now."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from models.board import AgencyCard, Card, ContactLine, IncidentCard, OrganisationCard
from models.duty import best_contact, minute_of, minute_of_day, on_duty
from models.state import PROGRESS
from services.answering import Taker
from ui.desk import Desk
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.moment import full_time_of
from ui.wording import kind_name

UNREGISTERED = QT_TRANSLATE_NOOP("Directory", "未登记")
ON_DUTY = QT_TRANSLATE_NOOP("Directory", "● 值班中")
OFF_DUTY = QT_TRANSLATE_NOOP("Directory", "○ 非值班时间")
HOURS_UNKNOWN = QT_TRANSLATE_NOOP("Directory", "值班时间未登记")
ALL_DAY = ("00:00", "24:00")
DAY = 24 * 60
MINUTE = 60_000
# Where nothing else is known of a police body: its own telephone, after all contacts.
LAST_RANK = 1000
SWITCHBOARD = QT_TRANSLATE_NOOP("Directory", "总机")
UNTIL = QT_TRANSLATE_NOOP("Directory", "● 值到 {at}")
FROM = QT_TRANSLATE_NOOP("Directory", "○ 自 {at}")


@dataclass(frozen=True, slots=True)
class DirectoryEntry(Card):
    """One body: an agency takes orders, a police body is rung up; `why` it takes the selected incident, None where not.

    `above` is the body above a police body, `place` counts those that take the incident, the best 0.
    """

    name: str
    body_kind: str
    contacts: tuple[ContactLine, ...]
    agency: AgencyCard | None
    body: OrganisationCard | None = None
    above: str = ""
    why: Taker | None = None
    place: int = 0


def agency_entry(card: AgencyCard, *, english: bool) -> DirectoryEntry:
    """Return the entry of an agency."""
    return DirectoryEntry(
        card.id, named(card, english=english), card.agency_kind, card.contacts, card
    )


def body_entry(
    card: OrganisationCard, bodies: Mapping[str, OrganisationCard], *, english: bool
) -> DirectoryEntry:
    """Return the entry of a police body: its contacts, and its own telephone where none of them has that."""
    contacts = card.contacts
    if not contacts or (card.phone and card.phone not in {it.phone for it in contacts}):
        rank, name = (LAST_RANK, translate("Directory", SWITCHBOARD)) if contacts else (1, "")
        contacts = (*contacts, ContactLine(card.id, rank, name, card.phone, "", "", ""))
    above = bodies.get(card.parent_id) if card.parent_id else None
    return DirectoryEntry(
        card.id,
        named(card, english=english),
        card.organisation_kind,
        contacts,
        None,
        card,
        named(above, english=english) if above else "",
    )


def named(card: AgencyCard | OrganisationCard, *, english: bool) -> str:
    """Return a name in a language; the Chinese one where no other is known."""
    return card.name_en if english and card.name_en else card.name


def classes_of(desk: Desk, incident: IncidentCard | None) -> tuple[str, ...]:
    """Return the class of an incident and the group it belongs to: agencies answer for either."""
    if incident is None or not incident.class_code:
        return ()
    term = desk.trade.term("incident_class", incident.class_code)
    return (incident.class_code, term.parent if term is not None else "")


def order(entry: DirectoryEntry) -> tuple[bool, int, bool, str, str, str]:
    """Return the sort key: who takes the incident, best first; agencies, then police bodies; by kind and name."""
    first = (entry.why is None, entry.place)
    return (*first, entry.agency is None, entry.body_kind, entry.name, entry.id)


def words(entry: DirectoryEntry) -> list[str]:
    """Return what a search looks through: names, kind, code, contacts and telephones, without what parts a number."""
    card = entry.agency or entry.body
    own = (card.name, card.name_en, card.code) if card is not None else ()
    people = [word for contact in entry.contacts for word in (contact.name, digits(contact.phone))]
    texts = (entry.name, *own, entry.above, kind_name(entry.body_kind), *people)
    return list(dict.fromkeys(text for text in texts if text))


def digits(phone: str) -> str:
    """Return a telephone number as it is dialled."""
    return re.sub(r"[^0-9+*#]", "", phone)


def next_change(entry: DirectoryEntry, now: int) -> tuple[str, ContactLine] | None:
    """Return when, within a day, somebody else is to be rung, as HH:MM, and who; None where nothing changes.

    Days are alike here but for the roster: nothing is assumed of holidays.
    """
    today = best_of(entry, now)
    at = minute_of_day(now)
    times = {
        minute_of(time) % DAY
        for contact in entry.contacts
        for time in (contact.duty_from, contact.duty_to)
        if time
    }
    times |= {
        minute_of_day(edge)
        for contact in entry.contacts
        for edge in (contact.begins_at, contact.ends_at)
        if edge is not None and 0 < edge - now <= DAY * MINUTE
    }
    for minute in sorted(times, key=lambda minute: (minute - at - 1) % DAY):
        then = now + ((minute - at - 1) % DAY + 1) * 60_000
        following = best_of(entry, then)
        if following is not None and following is not today:
            return f"{minute // 60:02d}:{minute % 60:02d}", following
    return None


def best_of(entry: DirectoryEntry, now: int) -> ContactLine | None:
    """Return whom to ring now at a body."""
    return best_contact(entry.contacts, now)


def phone_text(contact: ContactLine | None) -> str:
    """Return a telephone number; a missing one is said to be so, never made up."""
    return contact.phone if contact and contact.phone else translate("Directory", UNREGISTERED)


def duty_text(contact: ContactLine, now: int) -> str:
    """Return whether a contact is on duty now, and its hours."""
    state = on_duty(contact, now)
    if contact.begins_at is not None and contact.ends_at is not None:
        edge = contact.ends_at if state else contact.begins_at
        return translate("Directory", UNTIL if state else FROM).replace(
            "{at}", full_time_of(edge)[5:16]
        )
    if state is None:
        return translate("Directory", HOURS_UNKNOWN)
    words = translate("Directory", ON_DUTY if state else OFF_DUTY)
    hours = (contact.duty_from, contact.duty_to)
    whole = hours == ALL_DAY or hours[0] == hours[1]
    return f"{words} 24h" if whole else f"{words} {hours[0]}–{hours[1]}"


def can_order(entry: DirectoryEntry | None, incident: IncidentCard | None) -> bool:
    """Tell whether an order can be sent: to an agency, for a sheet that takes forces."""
    return (
        entry is not None
        and entry.agency is not None
        and incident is not None
        and incident.state in PROGRESS
    )


def order_text(desk: Desk, incident: IncidentCard) -> str:
    """Return what an order says before anybody edits it: address, class, narrative."""
    parts = (incident.address, desk.trade.class_name(incident.class_code), incident.narrative)
    return "\n".join(part for part in parts if part)
