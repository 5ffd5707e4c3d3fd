"""Reads cards from the store: the whole board, or just what a command's changes affect."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from typing import Any, TypeVar, cast

from sqlalchemy import Select, bindparam, func, select
from sqlalchemy.orm import Session

from models.agency import Agency, AgencyContact, AgencyOrder
from models.alias import Alias
from models.assignment import Assignment
from models.base import entity_classes
from models.beat import Beat, BeatOutline
from models.board import (
    AgencyCard,
    AliasCard,
    AssignmentLine,
    BeatCard,
    Board,
    CallCard,
    Card,
    ChecklistCard,
    ContactLine,
    Delta,
    FormerCard,
    IncidentCard,
    Key,
    MarkingCard,
    OfficerCard,
    OrderLine,
    OrganisationCard,
    TermCard,
    UnitCard,
    WatchCard,
)
from models.call import Call
from models.checklist import Checklist, question_of
from models.incident import POINT, Incident
from models.journal import Change
from models.marking import Marking
from models.organisation import Organisation
from models.place import Place
from models.state import ACTIVE, OPEN_INCIDENT, CallState, IncidentState
from models.term import Term
from models.unit import Unit
from models.watch import Officer, Watch
from services.diverted import diversion_cards
from services.fraud.boarding import stop_cards, warning_cards
from services.journal.fold import complete

Q = TypeVar("Q", bound=Any)

LIVE_CALL = (CallState.RINGING, CallState.TALKING, CallState.ABANDONED)

# Which cards show a row: kind of card and the column that names it.
SHOWN_ON: dict[str, tuple[tuple[str, str], ...]] = {
    "incident": (("incident", "id"), ("incident", "main_id")),
    "assignment": (("incident", "incident_id"), ("unit", "unit_id")),
    "agency_order": (("incident", "incident_id"),),
    "unit": (("unit", "id"),),
    "call": (("call", "id"),),
    "agency": (("agency", "id"),),
    "agency_contact": (("agency", "agency_id"), ("organisation", "organisation_id")),
    "organisation": (("organisation", "id"),),
    "alias": (("alias", "id"),),
    "marking": (("marking", "id"),),
    "beat": (("beat", "id"),),
    "beat_outline": (("beat", "beat_id"),),
    "term": (("term", "id"),),
    "officer": (("officer", "id"),),
    "watch": (("watch", "id"),),
    "checklist": (("checklist", "id"),),
    "stop_order": (("stop", "id"),),
    "stop_payee": (("stop", "stop_order_id"),),
    "warning_order": (("warning", "id"),),
    "diversion": (("diversion", "id"),),
}
# Things that leave the board for good but are named by old sheets.
RETIRING: dict[str, Any] = {
    "unit": Unit,
    "agency": Agency,
    "organisation": Organisation,
    "beat": Beat,
}
FORMER_FIELDS = frozenset({"retired", "name", "name_en", "call_sign"})
# Rows that belong to a sheet's dossier (timeline, feedback, parties).
DOSSIER = ("incident", "assignment", "agency_order", "entry", "feedback", "party")


def affected(session: Session, changes: Iterable[Change]) -> tuple[set[Key], frozenset[str]]:
    """Return the keys of the cards that show the changed rows, and the sheets whose dossier changed."""
    keys: set[Key] = set()
    touched: set[str] = set()
    for entity, id, fields in changes:
        for kind, column in SHOWN_ON.get(entity, ()):
            target = id if column == "id" else value_of(session, entity, id, column, fields)
            if target:
                keys.add((kind, target))
        if entity in RETIRING and (fields is None or changes_service(entity, fields)):
            keys.add((FormerCard.kind, id))
        if entity in DOSSIER:
            owner = (
                id if entity == "incident" else value_of(session, entity, id, "incident_id", fields)
            )
            if owner:
                touched.add(owner)
    # Taking a sheet off its main one changes the main's card too; the old main is told by its entry.
    keys |= {("incident", id) for id in touched}
    return keys, frozenset(touched)


def changes_service(entity: str, fields: Any) -> bool:
    """Tell whether a change may retire a thing, bring it back or rename it; one born in service does none of these."""
    if complete(entity, fields):
        return bool(fields.get("retired"))
    return not FORMER_FIELDS.isdisjoint(fields)


def value_of(session: Session, entity: str, id: str, column: str, fields: Any) -> str | None:
    """Return a column of a changed row: from the change, else from the row."""
    if fields and column in fields:
        return fields[column]  # type: ignore[no-any-return]
    if fields and complete(entity, fields):
        # It was born in this change: what is not said is not set, and the row need not be asked.
        return None
    row = session.get(entity_classes()[entity], id)
    return getattr(row, column) if row is not None else None


def read_board(session: Session) -> Board:
    """Return the board: all open sheets, live calls, units, agencies, bodies, beats, aliases, markings, terms, officers,
    watches, checklists, stop orders, warnings, diversions and former names."""
    return Board.of_cards(
        (
            *incident_cards(session),
            *unit_cards(session),
            *call_cards(session),
            *agency_cards(session),
            *organisation_cards(session),
            *beat_cards(session),
            *alias_cards(session),
            *marking_cards(session),
            *term_cards(session),
            *officer_cards(session),
            *watch_cards(session),
            *checklist_cards(session),
            *stop_cards(session),
            *warning_cards(session),
            *diversion_cards(session),
            *former_cards(session),
        )
    )


def read_cards(session: Session, keys: Collection[Key], touched: frozenset[str]) -> Delta:
    """Return the cards of the keys as they are now; keys that are no longer on the board are dropped."""
    ids: dict[str, list[str]] = defaultdict(list)
    for kind, id in sorted(keys):
        ids[kind].append(id)
    cards: list[Card] = []
    for kind, some in ids.items():
        cards.extend(READERS[kind](session, some))
    there = {card.key for card in cards}
    drop = tuple(sorted(key for key in keys if key not in there))
    return Delta(put=tuple(cards), drop=drop, touched=touched)


def limited(query: Q, column: Any, ids: Collection[str] | None) -> Q:
    """Return the query for some ids, or for all."""
    if ids is None:
        return query
    return cast(Q, query.where(column.in_(ids)))


# The queries behind every command's delta are built once: building one takes longer than running it.


def narrowed(query: Q, column: Any, some: bool) -> Q:
    """Return the query for the ids it is given as `ids`, or for all."""
    return cast(Q, query.where(column.in_(bindparam("ids", expanding=True)))) if some else query


def given(ids: Collection[str] | None) -> dict[str, Any]:
    """Return the parameters of a narrowed query."""
    return {} if ids is None else {"ids": list(ids)}


@cache
def incident_query(some: bool, any_state: bool) -> Select[Any]:
    """Return the query of the sheets' rows."""
    table = Incident.__table__.c
    query = narrowed(select(*(table[name] for name in INCIDENT_COLUMNS)), table.id, some)
    return query if any_state else query.where(table.state.in_(OPEN_INCIDENT))


@cache
def merged_query(some: bool) -> Select[Any]:
    """Return the query of how many sheets are merged into each main sheet, of all into each open one."""
    table = Incident.__table__.c
    query = select(table.main_id, func.count()).where(table.state == IncidentState.MERGED)
    query = narrowed(query.group_by(table.main_id), table.main_id, some)
    return query if some else query.where(table.main_id.in_(open_sheets()))


@cache
def grouped_query(cls: Any, some: bool) -> Select[Any]:
    """Return the query of assignments or orders, in the order they were issued."""
    table = cls.__table__.c
    issued = table.issued_at if cls is Assignment else table.sent_at
    query = narrowed(select(*table).order_by(issued, table.id), table.incident_id, some)
    if some:
        return query
    return query.where(table.incident_id.in_(open_sheets()))


def open_sheets() -> Select[Any]:
    """Return the query of the open sheets' keys."""
    sheet = Incident.__table__.alias("open_sheet").c
    return select(sheet.id).where(sheet.state.in_(OPEN_INCIDENT))


@cache
def job_query(some: bool) -> Select[Any]:
    """Return the query of the assignments that units are on."""
    table = Assignment.__table__.c
    query = select(*table).where(table.state.in_(ACTIVE)).order_by(table.issued_at, table.id)
    query = narrowed(query, table.unit_id, some)
    # By way of the few units: most of the assignments are over.
    return query if some else query.where(table.unit_id.in_(select(Unit.__table__.c.id)))


@cache
def unit_query(some: bool) -> Select[Any]:
    """Return the query of the units' rows."""
    table = Unit.__table__.c
    return narrowed(select(*table).where(~table.retired), table.id, some)


@cache
def call_query(some: bool) -> Select[Any]:
    """Return the query of the calls that are not over."""
    table = Call.__table__.c
    columns = [*CALL_PLAIN, *(f"caller_{name}" for name in POINT)]
    query = select(*(table[name] for name in columns)).where(table.state.in_(LIVE_CALL))
    return narrowed(query, table.id, some)


def incident_cards(
    session: Session, ids: Collection[str] | None = None, *, any_state: bool = False
) -> Iterator[IncidentCard]:
    """Yield the cards of the open sheets, all or some; with `any_state` closed ones too."""
    query = incident_query(ids is not None, any_state)
    jobs = grouped(session, Assignment, assignment_line, ids)
    orders = grouped(session, AgencyOrder, order_line, ids)
    merged = merged_counts(session, ids)
    for row in session.execute(query, given(ids)):
        yield incident_card(
            row, jobs.get(row.id, ()), orders.get(row.id, ()), merged.get(row.id, 0)
        )


PLAIN = (
    "id number state channel level class_taken class_fed_back address division narrative "
    "caller_number contact_phone caller_name call_id taker reported_at answered_at "
    "completed_at main_id link_type fed_back secret drill reopened checklist_id alarm"
).split()
POINT_OF = {side: [f"{side}_{name}" for name in POINT] for side in ("picked", "caller")}
CALL_PLAIN = (
    "id channel state caller_number owner_name owner_address heard rang_at answered_at "
    "answered_by drill direction nuisance hung_up_at tries"
).split()
INCIDENT_COLUMNS = [
    *PLAIN,
    "station_id",
    "station_adjusted_id",
    "tags",
    "needs",
    *(f"caller_{name}" for name in POINT),
    *(f"picked_{name}" for name in POINT),
]


def incident_card(
    row: Any, jobs: tuple[AssignmentLine, ...], orders: tuple[OrderLine, ...], merged: int
) -> IncidentCard:
    """Return the card of one sheet's row."""
    values = row._mapping
    return IncidentCard(
        **{name: values[name] for name in PLAIN},
        station_id=row.station_adjusted_id or row.station_id,
        place=place_of(values, "picked"),
        caller_place=place_of(values, "caller"),
        tags=tuple(row.tags or ()),
        needs=tuple(row.needs or ()),
        merged=merged,
        assignments=jobs,
        orders=orders,
    )


def place_of(values: Any, prefix: str) -> Place | None:
    """Return the point in a row's columns, or None."""
    names = POINT_OF[prefix]
    if values[names[0]] is None:
        return None
    return Place(*[values[name] for name in names])


def merged_counts(session: Session, ids: Collection[str] | None) -> dict[str, int]:
    """Return how many sheets are merged into each main sheet."""
    rows = session.execute(merged_query(ids is not None), given(ids))
    return {main: count for main, count in rows if main is not None}


def grouped(
    session: Session, cls: Any, line: Any, incident_ids: Collection[str] | None
) -> dict[str, tuple[Any, ...]]:
    """Return the lines of assignments or orders by sheet, in the order they were issued."""
    result: dict[str, list[Any]] = defaultdict(list)
    query = grouped_query(cls, incident_ids is not None)
    for row in session.execute(query, given(incident_ids)):
        result[row.incident_id].append(line(row))
    return {id: tuple(lines) for id, lines in result.items()}


def assignment_line(row: Any) -> AssignmentLine:
    """Return the line of an assignment's row."""
    return AssignmentLine(*(getattr(row, name) for name in AssignmentLine.__dataclass_fields__))


def order_line(row: Any) -> OrderLine:
    """Return the line of an agency order's row."""
    return OrderLine(*(getattr(row, name) for name in OrderLine.__dataclass_fields__))


def unit_cards(session: Session, ids: Collection[str] | None = None) -> Iterator[UnitCard]:
    """Yield the cards of the units, all or some."""
    some = ids is not None
    rows = session.execute(job_query(some), given(ids))
    jobs = {row.unit_id: assignment_line(row) for row in rows}
    for row in session.execute(unit_query(some), given(ids)):
        yield UnitCard(
            id=row.id,
            call_sign=row.call_sign,
            unit_kind=row.kind,
            organisation_id=row.organisation_id,
            beat_id=row.beat_id,
            crew=row.crew,
            leader=row.leader,
            phone=row.phone,
            capabilities=tuple(row.capabilities or ()),
            duty=row.duty,
            duty_since=row.duty_since,
            drill=row.drill,
            job=jobs.get(row.id),
            checked_in_at=row.checked_in_at,
        )


def call_cards(session: Session, ids: Collection[str] | None = None) -> Iterator[CallCard]:
    """Yield the cards of the calls that are not over."""
    for row in session.execute(call_query(ids is not None), given(ids)):
        values = row._mapping
        yield CallCard(
            **{name: values[name] for name in CALL_PLAIN}, place=place_of(values, "caller")
        )


def agency_cards(session: Session, ids: Collection[str] | None = None) -> Iterator[AgencyCard]:
    """Yield the cards of the agencies in service, contacts in order of trying."""
    contacts = contact_lines(session, "agency_id", ids)
    agencies = limited(select(Agency).where(~Agency.retired), Agency.id, ids)
    for agency in session.scalars(agencies):
        yield AgencyCard(
            id=agency.id,
            code=agency.code,
            name=agency.name,
            name_en=agency.name_en,
            agency_kind=agency.kind,
            takes=tuple(agency.takes),
            note=agency.note,
            contacts=contacts.get(agency.id, ()),
            lon=agency.lon,
            lat=agency.lat,
            areas=tuple(agency.areas),
            valid_from=agency.valid_from,
            valid_to=agency.valid_to,
        )


def contact_lines(
    session: Session, owner: str, ids: Collection[str] | None
) -> dict[str, tuple[ContactLine, ...]]:
    """Return the contacts in use by the body that a column names, in order of trying."""
    lines: dict[str, list[ContactLine]] = defaultdict(list)
    table = AgencyContact.__table__.c
    names = tuple(ContactLine.__dataclass_fields__)
    # Rows, not objects: a directory may have many thousand.
    query = select(table[owner], *(table[name] for name in names))
    query = limited(query.where(~table.retired, table[owner].is_not(None)), table[owner], ids)
    for body_id, *values in session.execute(query.order_by(table.rank, table.begins_at, table.id)):
        lines[body_id].append(ContactLine(*values))
    return {body_id: tuple(some) for body_id, some in lines.items()}


def organisation_cards(
    session: Session, ids: Collection[str] | None = None
) -> Iterator[OrganisationCard]:
    """Yield the cards of the police bodies in service."""
    contacts = contact_lines(session, "organisation_id", ids)
    bodies = limited(select(Organisation).where(~Organisation.retired), Organisation.id, ids)
    for body in session.scalars(bodies):
        yield OrganisationCard(
            id=body.id,
            code=body.code,
            name=body.name,
            name_en=body.name_en,
            organisation_kind=body.kind,
            parent_id=body.parent_id,
            division=body.division,
            phone=body.phone,
            lon=body.lon,
            lat=body.lat,
            contacts=contacts.get(body.id, ()),
        )


def beat_cards(session: Session, ids: Collection[str] | None = None) -> Iterator[BeatCard]:
    """Yield the cards of the beats with their newest outline."""
    outlines = limited(select(BeatOutline), BeatOutline.beat_id, ids)
    newest = {row.beat_id: row for row in session.scalars(outlines.order_by(BeatOutline.version))}
    for beat in session.scalars(limited(select(Beat).where(~Beat.retired), Beat.id, ids)):
        outline = newest.get(beat.id)
        yield BeatCard(
            id=beat.id,
            code=beat.code,
            name=beat.name,
            organisation_id=beat.organisation_id,
            version=outline.version if outline else 0,
            ring=tuple((lon, lat) for lon, lat in outline.ring) if outline else (),
            officer=beat.officer,
            phone=beat.phone,
        )


def alias_cards(session: Session, ids: Collection[str] | None = None) -> Iterator[AliasCard]:
    """Yield the cards of the aliases in use."""
    for alias in session.scalars(limited(select(Alias).where(~Alias.retired), Alias.id, ids)):
        yield AliasCard(alias.id, alias.name, alias.stands_for, alias.within, alias.lon, alias.lat)


def marking_cards(session: Session, ids: Collection[str] | None = None) -> Iterator[MarkingCard]:
    """Yield the cards of what was drawn and not lifted, expired or not."""
    standing = select(Marking).where(Marking.lifted_at.is_(None))
    for row in session.scalars(limited(standing, Marking.id, ids)):
        yield MarkingCard(
            **{name: getattr(row, name) for name in MARKING_PLAIN},
            sort=row.kind,
            points=tuple((lon, lat) for lon, lat in row.points),
        )


MARKING_PLAIN = (
    "id form radius code note one_way begins_at ends_at incident_id drawn_at drawn_by"
).split()


def term_cards(session: Session, ids: Collection[str] | None = None) -> Iterator[TermCard]:
    """Yield the cards of the dictionary terms."""
    names = ["id", "dictionary", "code", "name", "name_en", "parent", "valid_from", "valid_to"]
    table = Term.__table__.c
    query = select(*(table[name] for name in names), table.extra)
    for row in session.execute(limited(query, table.id, ids)):
        values = row._mapping
        extra = tuple(sorted((key, str(value)) for key, value in (row.extra or {}).items()))
        yield TermCard(**{name: values[name] for name in names}, extra=extra)


def officer_cards(session: Session, ids: Collection[str] | None = None) -> Iterator[OfficerCard]:
    """Yield the cards of everybody who ever sat at a seat."""
    for officer in session.scalars(limited(select(Officer), Officer.id, ids)):
        yield OfficerCard(officer.id, officer.name)


def watch_cards(session: Session, ids: Collection[str] | None = None) -> Iterator[WatchCard]:
    """Yield the cards of the watches that go on."""
    names = [name for name in WatchCard.__dataclass_fields__ if name != "kind"]
    query = limited(select(Watch).where(Watch.ended_at.is_(None)), Watch.id, ids)
    for watch in session.scalars(query):
        yield WatchCard(*(getattr(watch, name) for name in names))


def checklist_cards(
    session: Session, ids: Collection[str] | None = None
) -> Iterator[ChecklistCard]:
    """Yield the cards of every version of the checklists: a sheet may have an old one."""
    names = "id code version name name_en author made_at retired".split()
    table = Checklist.__table__.c
    for row in session.execute(limited(select(*table), table.id, ids)):
        values = row._mapping
        yield ChecklistCard(
            **{name: values[name] for name in names},
            classes=tuple(row.classes or ()),
            words=tuple(row.words or ()),
            questions=tuple(question_of(question) for question in row.questions or ()),
        )


def former_cards(session: Session, ids: Collection[str] | None = None) -> Iterator[FormerCard]:
    """Yield the names of what is retired."""
    for cls in RETIRING.values():
        table = cls.__table__.c
        name, english = table.get("name", table.get("call_sign")), table.get("name_en")
        columns = [table.id, name] if english is None else [table.id, name, english]
        for row in session.execute(limited(select(*columns).where(table.retired), table.id, ids)):
            yield FormerCard(row[0], row[1], row[2] if english is not None else "")


READERS: dict[str, Any] = {
    "incident": incident_cards,
    "unit": unit_cards,
    "call": call_cards,
    "agency": agency_cards,
    "organisation": organisation_cards,
    "beat": beat_cards,
    "alias": alias_cards,
    "marking": marking_cards,
    "term": term_cards,
    "officer": officer_cards,
    "watch": watch_cards,
    "checklist": checklist_cards,
    "stop": stop_cards,
    "warning": warning_cards,
    "diversion": diversion_cards,
    "former": former_cards,
}
