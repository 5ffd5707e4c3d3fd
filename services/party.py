"""The people of an incident (当事人): entered, changed, struck; each change a line of the timeline."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from models.errors import RuleError
from models.incident import Incident
from models.party import Party
from services.timeline import enter


def add_party(
    session: Session, incident_id: str, *, id: str, role: str, at: int, by: str, **fields: Any
) -> str:
    """Enter a person of a sheet in a role (dictionary `party_role`); return the key."""
    sheet = session.get_one(Incident, incident_id)
    sheet.check_open()
    party = Party(id=id, incident_id=sheet.id, role="")
    party.edit({"role": role, **fields})
    session.add(party)
    enter(session, sheet.id, "party.added", at=at, by=by, party_role=party.role, name=party.name)
    return id


def change_party(session: Session, party_id: str, *, at: int, by: str, **fields: Any) -> None:
    """Change what is known of a person."""
    party = session.get_one(Party, party_id)
    session.get_one(Incident, party.incident_id).check_open()
    if party.edit(fields):
        enter(
            session,
            party.incident_id,
            "party.changed",
            at=at,
            by=by,
            party_role=party.role,
            name=party.name,
        )


def strike_party(session: Session, party_id: str, *, at: int, by: str) -> None:
    """Strike a person entered in error; the row stays."""
    party = session.get_one(Party, party_id)
    if party.struck_at is not None:
        raise RuleError("party.struck")
    party.struck_at = at
    enter(
        session,
        party.incident_id,
        "party.struck",
        at=at,
        by=by,
        party_role=party.role,
        name=party.name,
    )
