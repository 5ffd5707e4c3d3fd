"""The lists that there are: units, bodies, beats, agencies and contacts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.agency import Agency, AgencyContact, AgencyKind
from models.beat import Beat
from models.errors import RuleError
from models.organisation import Organisation, OrganisationKind
from models.term import Term
from models.unit import Unit, UnitKind
from services.dictionary.cell import (
    MOST_CREW,
    check_point,
    code,
    degrees,
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
    codes_in_service,
)
from services.dictionary.outline import outline_text, read_ring
from services.dictionary.sheet import Refusal

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
        ColumnSpec("note", words("note", LONG_NOTE)),
        ColumnSpec("lon", degrees, or_nothing, empty=None),
        ColumnSpec("lat", degrees, or_nothing, empty=None),
    ),
    references={"takes": Reference("takes", class_codes, "line.takes_unknown")},
    check=check_place,
)
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
    references={"agency": Reference("agency_id", codes_in_service(Agency), "line.agency_unknown")},
    check=check_hours,
)
# By the word of the command line; the order in which files that name each other are imported.
LISTINGS: Mapping[str, Listing] = {
    "organisations": ORGANISATIONS,
    "beats": BEATS,
    "units": UNITS,
    "agencies": AGENCIES,
    "contacts": CONTACTS,
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
