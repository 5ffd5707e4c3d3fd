"""The dossier: everything the store holds about one sheet, open or closed, as frozen values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from models.board import IncidentCard
from models.call import Call, CallEnd, Direction
from models.entry import Entry
from models.errors import RuleError
from models.feedback import Feedback
from models.incident import Incident
from models.party import Party
from models.state import CallState, IncidentState
from services.boarding import incident_cards
from services.writing import Writing, first_writing, last_writing


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One line of the timeline."""

    id: str
    at: int
    code: str
    params: dict[str, Any]
    text: str
    actor: str
    seat: str
    struck_at: int | None
    struck_by: str


@dataclass(frozen=True, slots=True)
class FeedbackLine:
    """One feedback sheet; `particulars` is what only the form of its class has, by field."""

    id: str
    unit_id: str | None
    at: int
    officer: str
    class_code: str
    result: str
    narrative: str
    vehicles: int
    persons: int
    rescued: int
    injured: int
    dead: int
    caught: int
    involved: int
    escaped: int
    loss_fen: int
    weather: str
    evidence: bool
    handover: str
    case_number: str
    handover_contact: str
    handover_reply: str
    town: str
    village: str
    area: str
    place_part: str
    rescued_note: str
    injured_note: str
    dead_note: str
    recording: str
    departed_at: int | None
    arrived_at: int | None
    finished_at: int | None
    occurred_at: int | None
    scene_lon: float | None
    scene_lat: float | None
    tags: list[str]
    particulars: dict[str, Any]
    number: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True)
class CallLine:
    """One call: the sheet's own, or another of the same number about the same time."""

    id: str
    channel: str
    state: CallState
    caller_number: str
    rang_at: int
    answered_at: int | None
    answered_by: str
    hung_up_at: int | None
    recording: str
    queue: str = ""
    direction: Direction = Direction.INCOMING
    hung_up_by: CallEnd | None = None
    nuisance: bool = False
    called_back: bool = False
    dialled_at: int | None = None
    rang_back_at: int | None = None
    waited: int | None = None
    talked: int | None = None
    returns_id: str | None = None


@dataclass(frozen=True, slots=True)
class PartyLine:
    """One person of the sheet."""

    id: str
    role: str
    name: str
    sex: str
    birth_date: str
    id_type: str
    id_number: str
    phone: str
    household_address: str
    present_address: str
    work: str
    occupation: str
    nationality: str
    ethnic_group: str
    lost_goods: str
    key_person: bool
    key_person_kind: str
    deputy: bool
    committee_member: bool
    note: str


@dataclass(frozen=True, slots=True)
class BranchLine:
    """A sheet that hangs on this one, or its main sheet."""

    id: str
    number: str
    state: IncidentState
    link_type: str
    narrative: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """A sheet with its timeline (oldest first), feedback, parties, main sheet, branches and calls (oldest first).

    `fields` holds the columns of the sheet that are not on its card, by name; `created` and `changed` the
    journal's first and last record of it.
    """

    card: IncidentCard
    fields: dict[str, Any]
    entries: tuple[EntryLine, ...]
    feedbacks: tuple[FeedbackLine, ...]
    parties: tuple[PartyLine, ...]
    main: BranchLine | None
    branches: tuple[BranchLine, ...]
    created: Writing | None = None
    changed: Writing | None = None
    calls: tuple[CallLine, ...] = ()

    @property
    def is_nuisance(self) -> bool:
        """Whether the call that the sheet came by is marked as nuisance."""
        return any(call.nuisance for call in self.calls if call.id == self.card.call_id)


HOUR = 3_600_000
BEFORE, AFTER = HOUR, 24 * HOUR
OFF_CARD = (
    "owner_name owner_address caller_sex id_type id_number caller_address feature_point supplement "
    "suspects weapon hazardous leak hazmat_vehicle trapped_note injured_note dead_note language plate "
    "plate_type source_id invalid closed_at result closing_note struck_at struck_reason visited "
    "ministry_number rescue_level station_id station_adjusted_id visit_result visit_note visited_at "
    "taken_as call_kind"
).split()


def read_dossier(session: Session, incident_id: str) -> Dossier | None:
    """Return the dossier of a sheet, or None where the store does not know it."""
    sheet = session.get(Incident, incident_id)
    if sheet is None:
        return None
    (card,) = incident_cards(session, [incident_id], any_state=True)
    entries = select(Entry).where(Entry.incident_id == sheet.id).order_by(Entry.at, Entry.id)
    feedbacks = (
        select(Feedback)
        .where(Feedback.incident_id == sheet.id, Feedback.struck_at.is_(None))
        .order_by(Feedback.at, Feedback.id)
    )
    parties = (
        select(Party)
        .where(Party.incident_id == sheet.id, Party.struck_at.is_(None))
        .order_by(Party.id)
    )
    branches = select(Incident).where(Incident.main_id == sheet.id).order_by(Incident.number)
    main = session.get(Incident, sheet.main_id) if sheet.main_id else None
    return Dossier(
        card=card,
        fields={name: getattr(sheet, name) for name in OFF_CARD},
        entries=tuple(line_of(EntryLine, row) for row in session.scalars(entries)),
        feedbacks=tuple(line_of(FeedbackLine, row) for row in session.scalars(feedbacks)),
        parties=tuple(line_of(PartyLine, row) for row in session.scalars(parties)),
        main=line_of(BranchLine, main) if main else None,
        branches=tuple(line_of(BranchLine, row) for row in session.scalars(branches)),
        created=first_writing(session, "incident", sheet.id),
        changed=last_writing(session, "incident", sheet.id),
        calls=tuple(line_of(CallLine, row) for row in calls_of(session, sheet)),
    )


def calls_of(session: Session, sheet: Incident) -> Sequence[Call]:
    """Return the sheet's own call and those of its number from an hour before the report to a day after it."""
    near = (Call.rang_at >= sheet.reported_at - BEFORE) & (Call.rang_at < sheet.reported_at + AFTER)
    same = (Call.caller_number == sheet.caller_number) & (Call.drill == sheet.drill) & near
    about = or_(Call.id == sheet.call_id, same) if sheet.caller_number else Call.id == sheet.call_id
    return session.scalars(select(Call).where(about).order_by(Call.rang_at, Call.id)).all()


def sheet_of_number(session: Session, number: str) -> str:
    """Return the key of the sheet with a number; RuleError `sheet.unknown` where there is none."""
    id = session.scalar(select(Incident.id).where(Incident.number == number.strip()))
    if id is None:
        raise RuleError("sheet.unknown", number=number.strip())
    return id


def line_of(cls: Any, row: Any) -> Any:
    """Return a frozen line of a row: the fields have the names of the columns."""
    return cls(**{field.name: getattr(row, field.name) for field in fields(cls)})
