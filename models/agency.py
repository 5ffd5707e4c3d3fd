"""Linked agencies (联动单位) of the social 110: who they are, whom to ring and when, and what they are asked to do."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Entity, refers
from models.errors import RuleError
from models.state import OPEN_ORDER, ORDER_MOVES, OrderState, check_move
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
    OrderState.DELIVERED: "delivered_at",
    OrderState.SIGNED: "signed_at",
    OrderState.DEPARTED: "departed_at",
    OrderState.ARRIVED: "arrived_at",
    OrderState.FED_BACK: "fed_back_at",
    OrderState.RETURNED: "ended_at",
    OrderState.CANCELLED: "ended_at",
}


class AgencyOrder(Entity):
    """An order (联动指令) to one agency for one incident.

    `revision` counts what the agency would have to hear; `unposted` says that it has not been put out for it yet.
    """

    __tablename__ = "agency_order"
    __table_args__ = (
        Index("ix_agency_order_incident_id", "incident_id"),
        Index("ix_agency_order_unposted", "unposted"),
    )

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
    delivered_at: Mapped[int | None]
    signed_at: Mapped[int | None]
    signer: Mapped[str] = mapped_column(default="")
    departed_at: Mapped[int | None]
    arrived_at: Mapped[int | None]
    fed_back_at: Mapped[int | None]
    ended_at: Mapped[int | None]
    answer: Mapped[str] = mapped_column(default="")
    # So many pictures came with the answer.
    photos: Mapped[int] = mapped_column(default=0)
    # The agency's people want police beside them: since when, and when the desk dealt with it.
    police_asked_at: Mapped[int | None]
    police_answered_at: Mapped[int | None]
    # It cannot be reached by the exchange and is to be rung: since when, and when it was told.
    ring_since: Mapped[int | None]
    rung_at: Mapped[int | None]
    # The reminder of the step that is owed: which step, how often, when last.
    reminded_step: Mapped[str] = mapped_column(default="")
    reminded: Mapped[int] = mapped_column(default=0)
    reminded_at: Mapped[int | None]
    revision: Mapped[int] = mapped_column(default=1)
    unposted: Mapped[bool] = mapped_column(default=True)
    posted: Mapped[bool] = mapped_column(default=False)

    @property
    def latest_at(self) -> int:
        """When the newest step was taken."""
        known: list[int | None] = [getattr(self, name) for name in set(ORDER_INSTANTS.values())]
        return max([self.sent_at, *(at for at in known if at is not None)])

    def tell(self) -> None:
        """Note that there is something new to be put out for the agency; what never went out and is over stays here."""
        self.revision += 1
        self.unposted = self.posted or self.state in OPEN_ORDER

    def move(self, new: OrderState, at: int) -> None:
        """Change the state by the table and fix its instant; RuleError `state.illegal` otherwise."""
        check_move(ORDER_MOVES, self.state, new)
        self.state = new
        setattr(self, ORDER_INSTANTS[new], max(at, self.latest_at))
        if new is not OrderState.DELIVERED:
            self.reminded_step, self.reminded = "", 0
        self.tell()

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

    def call_police(self, at: int) -> None:
        """Note that the agency wants police beside it; RuleError `order.police_asked` while a former call waits."""
        if self.police_asked_at is not None and self.police_answered_at is None:
            raise RuleError("order.police_asked")
        self.police_asked_at, self.police_answered_at = at, None
        self.tell()

    def answer_police(self, at: int) -> None:
        """Note that the desk dealt with the agency's call for police; RuleError `order.police_none` where none waits."""
        if self.police_asked_at is None or self.police_answered_at is not None:
            raise RuleError("order.police_none")
        self.police_answered_at = max(at, self.police_asked_at)
        self.tell()

    def ring(self, at: int) -> bool:
        """Note that the agency is to be told by telephone; return whether that is new. RuleError `order.over`."""
        if self.state not in OPEN_ORDER:
            raise RuleError("order.over")
        if self.ring_since is not None:
            return False
        self.ring_since = at
        return True

    def rung(self, at: int) -> None:
        """Note that the agency was told by telephone; RuleError `order.ring_none` where nobody had to."""
        if self.ring_since is None or self.rung_at is not None:
            raise RuleError("order.ring_none")
        self.rung_at = max(at, self.ring_since)

    def remind(self, step: str, rank: int, at: int) -> bool:
        """Note the reminder of a step; return whether it is a new one."""
        if self.reminded_step == step and self.reminded >= rank:
            return False
        self.reminded_step, self.reminded, self.reminded_at = step, rank, at
        self.tell()
        return True


class Photo(Entity):
    """A picture that came with an agency's feedback; the bytes are kept once, by their SHA-256."""

    __tablename__ = "photo"
    __table_args__ = (Index("ix_photo_order_id", "order_id"),)

    order_id: Mapped[str] = mapped_column(refers("agency_order"))
    at: Mapped[int]
    media: Mapped[str]
    size: Mapped[int]
    sha256: Mapped[str]


class PhotoBytes(Base):
    """The bytes of a picture: no record of the journal, which travels between seats, has room for them."""

    __tablename__ = "photo_bytes"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    data: Mapped[bytes]


class TakenMessage(Entity):
    """A message of an agency that was taken, by its own key: read again it does nothing."""

    __tablename__ = "taken_message"

    agency_id: Mapped[str] = mapped_column(refers("agency"))
    order_id: Mapped[str] = mapped_column(refers("agency_order"))
    kind: Mapped[str]
    at: Mapped[int]
