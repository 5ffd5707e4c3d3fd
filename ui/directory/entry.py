"""Agencies and police bodies as entries of one directory, and who of them can be reached now."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from models.board import AgencyCard, Card, ContactLine, IncidentCard, OrganisationCard
from models.state import PROGRESS
from ui.desk import Desk
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.moment import local
from ui.wording import kind_name

UNREGISTERED = QT_TRANSLATE_NOOP("Directory", "未登记")
ON_DUTY = QT_TRANSLATE_NOOP("Directory", "● 值班中")
OFF_DUTY = QT_TRANSLATE_NOOP("Directory", "○ 非值班时间")
HOURS_UNKNOWN = QT_TRANSLATE_NOOP("Directory", "值班时间未登记")
ALL_DAY = ("00:00", "24:00")
DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class DirectoryEntry(Card):
    """One body: an agency takes orders, a police body is rung up; `takes` the class of the selected incident.

    `above` is the body above a police body.
    """

    name: str
    body_kind: str
    contacts: tuple[ContactLine, ...]
    agency: AgencyCard | None
    body: OrganisationCard | None = None
    above: str = ""
    takes: bool = False


def agency_entry(card: AgencyCard, *, english: bool) -> DirectoryEntry:
    """Return the entry of an agency."""
    return DirectoryEntry(
        card.id, named(card, english=english), card.agency_kind, card.contacts, card
    )


def body_entry(
    card: OrganisationCard, bodies: Mapping[str, OrganisationCard], *, english: bool
) -> DirectoryEntry:
    """Return the entry of a police body: its one contact's duty hours are not registered."""
    contact = ContactLine(card.id, 1, "", card.phone, "", "", "")
    above = bodies.get(card.parent_id) if card.parent_id else None
    return DirectoryEntry(
        card.id,
        named(card, english=english),
        card.organisation_kind,
        (contact,),
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


def order(entry: DirectoryEntry) -> tuple[bool, str, str, str]:
    """Return the sort key: agencies, then police bodies; by kind and name."""
    return (entry.agency is None, entry.body_kind, entry.name, entry.id)


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


def minute_of(time: str) -> int:
    """Return the minute of the day of a time HH:MM."""
    hours, minutes = time.split(":")
    return int(hours) * 60 + int(minutes)


def on_duty(contact: ContactLine, now: int) -> bool | None:
    """Tell whether a contact is on duty at an instant (Unix ms); None where the hours are not registered.

    Hours that end before they begin go over midnight; those that end where they begin go round the clock.
    """
    if not contact.duty_from or not contact.duty_to:
        return None
    begin, end = minute_of(contact.duty_from), minute_of(contact.duty_to)
    at = local(now).hour * 60 + local(now).minute
    if begin < end:
        return begin <= at < end
    return begin == end or at >= begin or at < end


def next_change(entry: DirectoryEntry, now: int) -> tuple[str, ContactLine] | None:
    """Return when, within a day, somebody else is to be rung, as HH:MM, and who; None where nothing changes.

    Days are alike here: nothing is assumed of holidays.
    """
    today = best_contact(entry, now)
    at = local(now).hour * 60 + local(now).minute
    times = {
        minute_of(time) % DAY
        for contact in entry.contacts
        for time in (contact.duty_from, contact.duty_to)
        if time
    }
    for minute in sorted(times, key=lambda minute: (minute - at - 1) % DAY):
        then = now + ((minute - at - 1) % DAY + 1) * 60_000
        following = best_contact(entry, then)
        if following is not None and following is not today:
            return f"{minute // 60:02d}:{minute % 60:02d}", following
    return None


def best_contact(entry: DirectoryEntry, now: int) -> ContactLine | None:
    """Return whom to ring now: on duty before unknown hours before off duty, in order of trying."""
    ranks = {True: 0, None: 1, False: 2}
    reachable = [contact for contact in entry.contacts if contact.phone]
    return min(reachable, key=lambda each: (ranks[on_duty(each, now)], each.rank), default=None)


def phone_text(contact: ContactLine | None) -> str:
    """Return a telephone number; a missing one is said to be so, never made up."""
    return contact.phone if contact and contact.phone else translate("Directory", UNREGISTERED)


def duty_text(contact: ContactLine, now: int) -> str:
    """Return whether a contact is on duty now, and its hours."""
    state = on_duty(contact, now)
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
