"""The lists that there are: units, bodies, beats, agencies, contacts and duty rosters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.agency import Agency, AgencyContact, AgencyKind, BodyKind
from models.beat import Beat
from models.errors import Param, RuleError
from models.organisation import Organisation, OrganisationKind
from models.term import Term
from models.unit import Unit, UnitKind
from services.dictionary.cell import (
    MOST_CREW,
    check_point,
    code,
    day,
    degrees,
    instant,
    instant_text,
    kind,
    list_of_words,
    phone,
    time_of_day,
    whole,
    words,
)
from services.dictionary.heading import columns_by_heading, folded
from services.dictionary.listing import (
    ABSENT,
    ColumnSpec,
    Listing,
    Reference,
    Row,
    Settle,
    codes_in_service,
)
from services.dictionary.outline import outline_text, read_ring
from services.dictionary.sheet import Refusal
from services.directory import AREA_DICTIONARIES

LONG_NOTE = 1000
ORGANISATION = Reference(
    "organisation_id", codes_in_service(Organisation), "line.organisation_unknown"
)


def joined(some: Iterable[str]) -> str:
    """Return words as one cell."""
    return " ".join(some)


def or_nothing(value: object) -> str:
    """Return a number as a cell, nothing where there is none."""
    return "" if value is None else repr(value)


def check_place(fields: Mapping[str, Any]) -> None:
    """Raise RuleError `line.half_place`, `line.swapped` or `line.far` unless a body's point can be meant."""
    lon, lat = fields.get("lon"), fields.get("lat")
    if (lon is None) != (lat is None):
        raise RuleError("line.half_place")
    if lon is not None and lat is not None:
        check_point(lon, lat)


def check_hours(fields: Mapping[str, Any]) -> None:
    """Raise RuleError `line.half_hours` where only the beginning or only the end of a duty is known."""
    if bool(fields.get("duty_from")) != bool(fields.get("duty_to")):
        raise RuleError("line.half_hours")


def check_span(fields: Mapping[str, Any]) -> None:
    """Raise RuleError `line.half_hours` or `line.no_span` unless a line of a roster ends after it begins."""
    check_hours(fields)
    if fields["ends_at"] <= fields["begins_at"]:
        raise RuleError("line.no_span", column="ends_at")


def check_agency(fields: Mapping[str, Any]) -> None:
    """Raise RuleError `line.no_day` where an agency ends before it begins, or what is wrong with its point."""
    check_place(fields)
    since, until = fields.get("valid_from") or "", fields.get("valid_to") or ""
    if until and until <= since:
        raise RuleError("line.no_day", since=since, until=until)


def area_codes(session: Session) -> dict[str, str]:
    """Return every area that a body can serve by its code: divisions and zones, of today and of former days."""
    query = select(Term.code).where(Term.dictionary.in_(AREA_DICTIONARIES))
    return {code: code for code in session.scalars(query)}


def body_codes(session: Session) -> dict[str, str]:
    """Return code → key of every body that has contacts; where both have a code, it means the agency."""
    return codes_in_service(Organisation)(session) | codes_in_service(Agency)(session)


def by_body(session: Session) -> Settle:
    """Return what puts the key of a contact's body into the column of its kind."""
    bodies = set(session.scalars(select(Organisation.id)))

    def settle(values: dict[str, Any]) -> dict[str, Any]:
        if values.get("agency_id") in bodies:
            own = {"organisation_id": values["agency_id"], "agency_id": None}
            return {**values, **own, "body_kind": BodyKind.ORGANISATION}
        return {**values, "body_kind": BodyKind.AGENCY}

    return settle


def overlaps(session: Session, rows: Sequence[Row]) -> list[Refusal]:
    """Return a refusal for every line of a roster in whose span somebody else has the same duty, in the file or in the store."""
    codes = {id: code for code, id in body_codes(session).items()}
    table = AgencyContact.__table__.c
    query = select(*table).where(~table.retired, table.begins_at.is_not(None))
    spans: dict[tuple[str, str], list[tuple[int, int, int]]] = defaultdict(list)
    own = {row.key for row in rows}
    for row in session.execute(query):
        body = codes.get(row.agency_id or row.organisation_id)
        key = (str(body), str(row.rank))
        if body is not None and (*key, str(row.begins_at)) not in own:
            spans[key].append((row.begins_at, row.ends_at, 0))
    for line in rows:
        span = (line.fields["begins_at"], line.fields["ends_at"], line.line)
        spans[line.key[0], line.key[1]].append(span)
    refused = []
    for (body, _rank), some in spans.items():
        for before, after in pairwise(sorted(some)):
            if after[0] < before[1]:
                line_number = max(before[2], after[2])
                other: dict[str, Param] = {"other": min(before[2], after[2])}
                reason = "line.roster_overlap" if other["other"] else "line.roster_taken"
                refused.append(Refusal(line_number, body, reason, other, "begins_at"))
    return refused


def class_codes(session: Session) -> dict[str, str]:
    """Return every incident class by its code."""
    codes = session.scalars(select(Term.code).where(Term.dictionary == "incident_class"))
    return {code: code for code in codes}


def loops(session: Session, rows: Sequence[Row]) -> list[Refusal]:
    """Return a refusal for every body that would be above itself."""
    table = Organisation.__table__.c
    query = select(table.code, table.parent_id).where(~table.retired)
    codes = {id: code for code, id in codes_in_service(Organisation)(session).items()}
    above = {code: codes.get(parent) for code, parent in session.execute(query)}
    above |= {row.key[0]: row.fields.get("parent") for row in rows if "parent" in row.fields}
    refused = []
    for row in rows:
        seen, at = {row.key[0]}, above.get(row.key[0])
        while at is not None and at not in seen:
            seen.add(at)
            at = above.get(at)
        if at == row.key[0]:
            refused.append(Refusal(row.line, at, "line.parent_loop", {"named": at}, "parent"))
    return refused


UNITS = Listing(
    name="unit",
    prefix="unit",
    entity=Unit,
    key=("call_sign",),
    columns=(
        ColumnSpec("call_sign", code("call_sign", 20), needed=True),
        ColumnSpec("kind", kind("unit", UnitKind), empty=ABSENT),
        ColumnSpec("organisation", code("organisation"), empty=None),
        ColumnSpec("beat", code("beat"), empty=None),
        ColumnSpec("crew", whole(0, MOST_CREW), empty=ABSENT),
        ColumnSpec("leader", words("leader")),
        ColumnSpec("phone", phone),
        ColumnSpec("capabilities", list_of_words("capabilities"), joined, empty=()),
    ),
    references={
        "organisation": ORGANISATION,
        "beat": Reference("beat_id", codes_in_service(Beat), "line.beat_unknown"),
    },
)
ORGANISATIONS = Listing(
    name="organisation",
    prefix="organisation",
    entity=Organisation,
    key=("code",),
    columns=(
        ColumnSpec("code", code("code"), needed=True),
        ColumnSpec("name", words("name"), needed=True),
        ColumnSpec("name_en", words("name_en")),
        ColumnSpec("kind", kind("organisation", OrganisationKind), needed=True),
        ColumnSpec("parent", code("parent"), empty=None),
        ColumnSpec("division", code("division")),
        ColumnSpec("phone", phone),
        ColumnSpec("lon", degrees, or_nothing, empty=None),
        ColumnSpec("lat", degrees, or_nothing, empty=None),
    ),
    references={
        "parent": Reference(
            "parent_id", codes_in_service(Organisation), "line.parent_unknown", own=True
        )
    },
    check=check_place,
    inspect=loops,
)
BEATS = Listing(
    name="beat",
    prefix="beat",
    entity=Beat,
    key=("code",),
    columns=(
        ColumnSpec("code", code("code"), needed=True),
        ColumnSpec("name", words("name"), needed=True),
        ColumnSpec("organisation", code("organisation"), empty=None),
        ColumnSpec("officer", words("officer")),
        ColumnSpec("phone", phone),
        ColumnSpec("polygon", read_ring, outline_text, needed=True),
    ),
    references={"organisation": ORGANISATION},
)
AGENCIES = Listing(
    name="agency",
    prefix="agency",
    entity=Agency,
    key=("code",),
    columns=(
        ColumnSpec("code", code("code"), needed=True),
        ColumnSpec("name", words("name"), needed=True),
        ColumnSpec("name_en", words("name_en")),
        ColumnSpec("kind", kind("agency", AgencyKind), needed=True),
        ColumnSpec("takes", list_of_words("takes"), joined, empty=()),
        ColumnSpec("areas", list_of_words("areas"), joined, empty=()),
        ColumnSpec("valid_from", day("valid_from")),
        ColumnSpec("valid_to", day("valid_to")),
        ColumnSpec("note", words("note", LONG_NOTE)),
        ColumnSpec("lon", degrees, or_nothing, empty=None),
        ColumnSpec("lat", degrees, or_nothing, empty=None),
    ),
    references={
        "takes": Reference("takes", class_codes, "line.takes_unknown"),
        "areas": Reference("areas", area_codes, "line.area_unknown"),
    },
    check=check_agency,
)
BODY = {"agency": Reference("agency_id", body_codes, "line.agency_unknown")}
CONTACTS = Listing(
    name="contact",
    prefix="agency",
    entity=AgencyContact,
    key=("agency", "order"),
    columns=(
        ColumnSpec("agency", code("agency"), needed=True),
        ColumnSpec("order", whole(1, 999), needed=True, into="rank"),
        ColumnSpec("name", words("name")),
        ColumnSpec("phone", phone),
        ColumnSpec("duty_from", time_of_day),
        ColumnSpec("duty_to", time_of_day),
        ColumnSpec("note", words("note", LONG_NOTE)),
    ),
    references=BODY,
    check=check_hours,
    settle=by_body,
)
# The same things as contacts, each for its span.
ROSTERS = Listing(
    name="roster",
    prefix="roster",
    entity=AgencyContact,
    key=("agency", "order", "begins_at"),
    columns=(
        ColumnSpec("agency", code("agency"), needed=True),
        ColumnSpec("order", whole(1, 999), needed=True, into="rank"),
        ColumnSpec("begins_at", instant, instant_text, needed=True),
        ColumnSpec("ends_at", instant, instant_text, needed=True),
        ColumnSpec("name", words("name"), needed=True),
        ColumnSpec("phone", phone),
        ColumnSpec("duty_from", time_of_day),
        ColumnSpec("duty_to", time_of_day),
        ColumnSpec("note", words("note", LONG_NOTE)),
    ),
    references=BODY,
    check=check_span,
    inspect=overlaps,
    settle=by_body,
)
# By the word of the command line; the order in which files that name each other are imported.
LISTINGS: Mapping[str, Listing] = {
    "organisations": ORGANISATIONS,
    "beats": BEATS,
    "units": UNITS,
    "agencies": AGENCIES,
    "contacts": CONTACTS,
    "rosters": ROSTERS,
}


def listings_for(header: Sequence[str]) -> list[str]:
    """Return the names of the lists that a file with these headings may be, the likeliest first."""
    likely = []
    for name, listing in LISTINGS.items():
        known = columns_by_heading(listing.name)
        found = {known[folded(heading)] for heading in header if folded(heading) in known}
        if set(listing.needed) <= found:
            likely.append((len(header) - len(found), -len(found), name))
    return [name for _, _, name in sorted(likely)]
