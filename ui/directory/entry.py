"""Agencies and police bodies as entries of one directory, and who of them can be reached now."""

from __future__ import annotations

from dataclasses import dataclass

from models.board import AgencyCard, Board, Card, ContactLine, IncidentCard, OrganisationCard
from models.state import PROGRESS
from ui.desk import Desk
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.moment import local
from ui.trade import matches
from ui.wording import kind_name

UNREGISTERED = QT_TRANSLATE_NOOP("Directory", "未登记")
ON_DUTY = QT_TRANSLATE_NOOP("Directory", "● 值班中")
OFF_DUTY = QT_TRANSLATE_NOOP("Directory", "○ 非值班时间")
HOURS_UNKNOWN = QT_TRANSLATE_NOOP("Directory", "值班时间未登记")
ALL_DAY = ("00:00", "24:00")


@dataclass(frozen=True, slots=True)
class DirectoryEntry(Card):
    """One body: an agency takes orders, a police body is rung up; `takes` the class of the selected incident."""

    name: str
    body_kind: str
    contacts: tuple[ContactLine, ...]
    agency: AgencyCard | None
    takes: bool


def entries(desk: Desk, board: Board) -> list[DirectoryEntry]:
    """Return every body of the board; those that take the selected incident's class are marked."""
    incident = desk.incident()
    wanted = incident.class_code if incident else ""
    agencies = [
        DirectoryEntry(
            card.id,
            desk.trade.word(card),
            card.agency_kind,
            card.contacts,
            card,
            bool(wanted) and takes_class(desk, card, wanted),
        )
        for card in board.all(AgencyCard).values()
    ]
    bodies = [
        DirectoryEntry(
            card.id, desk.trade.word(card), card.organisation_kind, phone_of(card), None, False
        )
        for card in board.all(OrganisationCard).values()
    ]
    return [*agencies, *bodies]


def takes_class(desk: Desk, agency: AgencyCard, code: str) -> bool:
    """Tell whether an agency answers for a class, or for the group that the class belongs to."""
    term = desk.trade.term("incident_class", code)
    return code in agency.takes or (term is not None and term.parent in agency.takes)


def phone_of(body: OrganisationCard) -> tuple[ContactLine, ...]:
    """Return a police body's one contact; its duty hours are not registered."""
    return (ContactLine(body.id, 1, "", body.phone, "", "", ""),)


def order(entry: DirectoryEntry) -> tuple[bool, bool, str, str]:
    """Return the sort key: those that take the class, then agencies, then police bodies."""
    return (not entry.takes, entry.agency is None, entry.body_kind, entry.name)


def fits(entry: DirectoryEntry, wanted: str) -> bool:
    """Tell whether a search text finds a body: name, kind, code, contact or telephone."""
    code = entry.agency.code if entry.agency else ""
    names = (entry.agency.name, entry.agency.name_en) if entry.agency else ()
    people = [word for contact in entry.contacts for word in (contact.name, contact.phone)]
    texts = (entry.name, *names, code, kind_name(entry.body_kind), *people)
    return matches(wanted, [text for text in texts if text])


def on_duty(contact: ContactLine, now: int) -> bool | None:
    """Tell whether a contact is on duty at an instant (Unix ms); None where the hours are not registered."""
    if not contact.duty_from or not contact.duty_to:
        return None
    clock = f"{local(now):%H:%M}"
    if contact.duty_from <= contact.duty_to:
        return contact.duty_from <= clock < contact.duty_to
    return clock >= contact.duty_from or clock < contact.duty_to


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
    return f"{words} 24h" if hours == ALL_DAY else f"{words} {hours[0]}–{hours[1]}"


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
