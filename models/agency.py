"""Linked agencies (联动单位) of the social 110: who they are, whom to ring and when."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Entity, refers
from models.state import ORDER_MOVES, OrderState, check_move
from models.text import LONG, clean, clean_required


class AgencyKind(StrEnum):
    """Families of agencies."""

    GOVERNMENT = "government"
    POLICE = "police"
    UTILITY = "utility"
    RESCUE = "rescue"
    WELFARE = "welfare"
    TRANSPORT = "transport"
    TELECOM = "telecom"
    BANK = "bank"
    VOLUNTEER = "volunteer"


class Agency(Entity):
    """One linked body: its duties are the classes it `takes` in the `areas` it serves, none said: everywhere.

    Areas are beginnings of division codes. Days are ISO dates, `valid_to` the first day it no longer answers.
    `lon` and `lat` (WGS-84) say where it is.
    """

    __tablename__ = "agency"

    code: Mapped[str]
    name: Mapped[str]
    name_en: Mapped[str] = mapped_column(default="")
    kind: Mapped[AgencyKind]
    takes: Mapped[list[str]] = mapped_column(default=list)
    areas: Mapped[list[str]] = mapped_column(default=list)
    valid_from: Mapped[str] = mapped_column(default="")
    valid_to: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    lon: Mapped[float | None]
    lat: Mapped[float | None]
    retired: Mapped[bool] = mapped_column(default=False)


class BodyKind(StrEnum):
    """Whose contact somebody is."""

    AGENCY = "agency"
    ORGANISATION = "organisation"


class AgencyContact(Entity):
    """One way to reach a body, an agency or one of the police: tried in order of rank, within its duty hours (HH:MM, local).

    With a span (`begins_at`, `ends_at`) it is a line of the duty roster: inside it goes before what holds always.
    """

    __tablename__ = "agency_contact"
    __table_args__ = (
        Index("ix_agency_contact_agency_id", "agency_id"),
        Index("ix_agency_contact_organisation_id", "organisation_id"),
    )

    # Which of the two keys says it: a column that is there from birth and never changes.
    body_kind: Mapped[BodyKind]
    agency_id: Mapped[str | None] = mapped_column(refers("agency"))
    organisation_id: Mapped[str | None] = mapped_column(refers("organisation"))
    rank: Mapped[int] = mapped_column(default=1)
    name: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    duty_from: Mapped[str] = mapped_column(default="00:00")
    duty_to: Mapped[str] = mapped_column(default="24:00")
    begins_at: Mapped[int | None]
    ends_at: Mapped[int | None]
    note: Mapped[str] = mapped_column(default="")
    retired: Mapped[bool] = mapped_column(default=False)


ORDER_INSTANTS = {
    OrderState.SIGNED: "signed_at",
    OrderState.ARRIVED: "arrived_at",
    OrderState.FED_BACK: "fed_back_at",
    OrderState.RETURNED: "ended_at",
    OrderState.CANCELLED: "ended_at",
}


class AgencyOrder(Entity):
    """An order (联动指令) to one agency for one incident."""

    __tablename__ = "agency_order"
    __table_args__ = (Index("ix_agency_order_incident_id", "incident_id"),)

    incident_id: Mapped[str] = mapped_column(refers("incident"))
    agency_id: Mapped[str] = mapped_column(refers("agency"))
    state: Mapped[OrderState] = mapped_column(default=OrderState.SENT)
    text: Mapped[str]
    sender: Mapped[str]
    sent_at: Mapped[int]
    # By when each step is due, as the limits stood when it was sent: later limits leave it alone.
    sign_by: Mapped[int | None]
    arrive_by: Mapped[int | None]
    feed_back_by: Mapped[int | None]
    signed_at: Mapped[int | None]
    signer: Mapped[str] = mapped_column(default="")
    arrived_at: Mapped[int | None]
    fed_back_at: Mapped[int | None]
    ended_at: Mapped[int | None]
    answer: Mapped[str] = mapped_column(default="")

    def move(self, new: OrderState, at: int) -> None:
        """Change the state by the table and fix its instant; RuleError `state.illegal` otherwise."""
        check_move(ORDER_MOVES, self.state, new)
        self.state = new
        setattr(self, ORDER_INSTANTS[new], at)

    def sign(self, at: int, signer: str) -> None:
        """Record who took the order at the agency."""
        signer = clean("signer", signer)
        self.move(OrderState.SIGNED, at)
        self.signer = signer

    def feed_back(self, at: int, answer: str) -> None:
        """Record what the agency did."""
        answer = clean_required("answer", answer, LONG)
        self.move(OrderState.FED_BACK, at)
        self.answer = answer

    def end(self, new: OrderState, at: int, reason: str) -> None:
        """Return or cancel the order, with a reason."""
        reason = clean_required("reason", reason, LONG)
        self.move(new, at)
        self.answer = reason
