"""The party (当事人): a person who has to do with an incident."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Entity, refers
from models.errors import RuleError
from models.text import clean, clean_required

TEXTS = frozenset(
    "role name sex birth_date id_type id_number phone household_address present_address work occupation "
    "nationality ethnic_group lost_goods key_person_kind note".split()
)
FLAGS = frozenset({"key_person", "deputy", "committee_member"})


class Party(Entity):
    """One person at one incident, in one role (dictionary `party_role`)."""

    __tablename__ = "party"
    __table_args__ = (Index("ix_party_incident_id", "incident_id"),)

    incident_id: Mapped[str] = mapped_column(refers("incident"))
    role: Mapped[str]
    name: Mapped[str] = mapped_column(default="")
    sex: Mapped[str] = mapped_column(default="")
    birth_date: Mapped[str] = mapped_column(default="")
    id_type: Mapped[str] = mapped_column(default="")
    id_number: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    household_address: Mapped[str] = mapped_column(default="")
    present_address: Mapped[str] = mapped_column(default="")
    work: Mapped[str] = mapped_column(default="")
    occupation: Mapped[str] = mapped_column(default="")
    nationality: Mapped[str] = mapped_column(default="")
    ethnic_group: Mapped[str] = mapped_column(default="")
    lost_goods: Mapped[str] = mapped_column(default="")
    # A person whom the police keep in mind (重点人员), and in what regard (dictionary `key_person`).
    key_person: Mapped[bool] = mapped_column(default=False)
    key_person_kind: Mapped[str] = mapped_column(default="")
    # Of a people's congress (人大代表); of a consultative conference (政协委员).
    deputy: Mapped[bool] = mapped_column(default=False)
    committee_member: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str] = mapped_column(default="")
    struck_at: Mapped[int | None]

    def edit(self, fields: Mapping[str, Any]) -> bool:
        """Set fields after checking them, all or none; tell whether anything changed. RuleErrors as for a sheet."""
        kept = {name: checked(name, value) for name, value in fields.items()}
        changed = {name: value for name, value in kept.items() if getattr(self, name) != value}
        for name, value in changed.items():
            setattr(self, name, value)
        return bool(changed)


def checked(name: str, value: Any) -> Any:
    """Return a value fit for a field; RuleError `field.unknown`, `field.bad` or a text error otherwise."""
    if name not in TEXTS | FLAGS:
        raise RuleError("field.unknown", field=name)
    if name in FLAGS and isinstance(value, bool):
        return value
    if name in FLAGS or not isinstance(value, str):
        raise RuleError("field.bad", field=name)
    return clean_required(name, value) if name == "role" else clean(name, value)
