"""The party (当事人): a person who has to do with an incident."""

from __future__ import annotations

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Entity, refers


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
    note: Mapped[str] = mapped_column(default="")
    struck_at: Mapped[int | None]
