"""The board: frozen pictures of everything live, by key; a delta turns one board into the next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import ClassVar, TypeVar

from models.checklist import Question
from models.marking import MarkingForm, MarkingKind
from models.place import Place
from models.state import ACTIVE, READY, AssignmentState, CallState, Duty, IncidentState, OrderState

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Card:
    """A frozen picture of one thing as people see it."""

    kind: ClassVar[str] = ""
    id: str

    @property
    def key(self) -> Key:
        """The card's place on the board."""
        return (self.kind, self.id)


@dataclass(frozen=True, slots=True)
class AssignmentLine:
    """One unit on one incident, as both cards show it."""

    id: str
    incident_id: str
    unit_id: str
    role: str
    state: AssignmentState
    instruction: str
    issued_at: int
    delivered_at: int | None
    signed_at: int | None
    departed_at: int | None
    arrived_at: int | None
    finished_at: int | None
    ended_at: int | None
    out_since: int | None
    reason: str
    moved_from_id: str | None
    return_asked_at: int | None = None
    number: str = ""
    persons: int = 0
    vehicles: int = 0
    boats: int = 0
    auto: bool = False
    recording: str = ""
    close_note: str = ""
    reason_code: str = ""
    reminded_step: str = ""
    reminded: int = 0
    reminded_at: int | None = None
    reminder_state: str = ""

    @property
    def is_active(self) -> bool:
        """Whether the unit still owes something here."""
        return self.state in ACTIVE

    @property
    def since(self) -> int:
        """The instant of the newest step."""
        if self.state is AssignmentState.RETURN_ASKED and self.return_asked_at is not None:
            return self.return_asked_at
        steps = (
            self.ended_at,
            self.finished_at,
            self.arrived_at,
            self.departed_at,
            self.signed_at,
            self.delivered_at,
        )
        return next((step for step in steps if step is not None), self.issued_at)


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One agency's order for one incident."""

    id: str
    incident_id: str
    agency_id: str
    state: OrderState
    text: str
    sent_at: int
    signed_at: int | None
    arrived_at: int | None
    fed_back_at: int | None
    ended_at: int | None
    answer: str
    sign_by: int | None = None
    arrive_by: int | None = None
    feed_back_by: int | None = None
    delivered_at: int | None = None
    departed_at: int | None = None
    police_asked_at: int | None = None
    police_answered_at: int | None = None
    ring_since: int | None = None
    rung_at: int | None = None
    reminded_step: str = ""
    reminded: int = 0
    reminded_at: int | None = None
    unposted: bool = True
    photos: int = 0

    @property
    def wants_police(self) -> bool:
        """Whether the agency called for police and nobody has dealt with it."""
        return self.police_asked_at is not None and self.police_answered_at is None

    @property
    def wants_ring(self) -> bool:
        """Whether the agency is still to be told by telephone."""
        waits = self.state in (OrderState.SENT, OrderState.DELIVERED)
        return waits and self.ring_since is not None and self.rung_at is None


@dataclass(frozen=True, slots=True)
class IncidentCard(Card):
    """An open sheet with its assignments and orders."""

    kind: ClassVar[str] = "incident"
    number: str
    state: IncidentState
    channel: str
    level: int | None
    class_taken: str
    class_fed_back: str
    address: str
    place: Place | None
    caller_place: Place | None
    division: str
    station_id: str | None
    narrative: str
    caller_number: str
    contact_phone: str
    caller_name: str
    call_id: str | None
    taker: str
    reported_at: int
    answered_at: int
    completed_at: int | None
    main_id: str | None
    link_type: str
    fed_back: bool
    secret: bool
    drill: bool
    reopened: int
    tags: tuple[str, ...]
    merged: int
    assignments: tuple[AssignmentLine, ...] = ()
    orders: tuple[OrderLine, ...] = ()
    checklist_id: str | None = None
    needs: tuple[str, ...] = ()
    alarm: int = 0

    @property
    def class_code(self) -> str:
        """The class that counts: as fed back, else as taken."""
        return self.class_fed_back or self.class_taken

    @property
    def active(self) -> tuple[AssignmentLine, ...]:
        """The assignments whose unit still owes something."""
        return tuple(line for line in self.assignments if line.is_active)

    @property
    def arrived_at(self) -> int | None:
        """When the first unit arrived."""
        return min(
            (x.arrived_at for x in self.assignments if x.arrived_at is not None), default=None
        )

    @property
    def point(self) -> Place | None:
        """Where the map shows it: the picked place, else the caller's."""
        return self.place or self.caller_place


@dataclass(frozen=True, slots=True)
class UnitCard(Card):
    """A unit with the job it is on."""

    kind: ClassVar[str] = "unit"
    call_sign: str
    unit_kind: str
    organisation_id: str | None
    beat_id: str | None
    crew: int
    leader: str
    phone: str
    capabilities: tuple[str, ...]
    duty: Duty
    duty_since: int
    drill: bool
    job: AssignmentLine | None
    checked_in_at: int | None = None

    @property
    def status(self) -> str:
        """What the unit is doing: an emergency first, then its step at the job, then its duty."""
        if self.job is not None and self.duty is not Duty.EMERGENCY:
            return self.job.state.value
        return self.duty.value

    @property
    def status_since(self) -> int:
        """Since when it is doing that."""
        if self.job is not None and self.duty is not Duty.EMERGENCY:
            return self.job.since
        return self.duty_since

    @property
    def is_free(self) -> bool:
        """Whether it can be given a job now."""
        return self.job is None and self.duty in READY


@dataclass(frozen=True, slots=True)
class CallCard(Card):
    """A call that somebody has to take, is taking, or has to ring back."""

    kind: ClassVar[str] = "call"
    channel: str
    state: CallState
    caller_number: str
    owner_name: str
    owner_address: str
    place: Place | None
    heard: str
    rang_at: int
    answered_at: int | None
    answered_by: str
    drill: bool
    direction: str = "incoming"
    nuisance: bool = False
    hung_up_at: int | None = None
    tries: int = 0


@dataclass(frozen=True, slots=True)
class ContactLine:
    """One way to reach a body; with a span it is a line of the duty roster."""

    id: str
    rank: int
    name: str
    phone: str
    duty_from: str
    duty_to: str
    note: str
    begins_at: int | None = None
    ends_at: int | None = None


@dataclass(frozen=True, slots=True)
class AgencyCard(Card):
    """A linked agency with its contacts in order of trying."""

    kind: ClassVar[str] = "agency"
    code: str
    name: str
    name_en: str
    agency_kind: str
    takes: tuple[str, ...]
    note: str
    contacts: tuple[ContactLine, ...]
    lon: float | None = None
    lat: float | None = None
    areas: tuple[str, ...] = ()
    valid_from: str = ""
    valid_to: str = ""

    def holds_on(self, day: str) -> bool:
        """Tell whether the agency answers on an ISO day."""
        return self.valid_from <= day and (not self.valid_to or day < self.valid_to)


@dataclass(frozen=True, slots=True)
class AliasCard(Card):
    """What people call a place (WGS-84 degrees)."""

    kind: ClassVar[str] = "alias"
    name: str
    stands_for: str
    within: str
    lon: float
    lat: float


@dataclass(frozen=True, slots=True)
class OrganisationCard(Card):
    """A police body."""

    kind: ClassVar[str] = "organisation"
    code: str
    name: str
    name_en: str
    organisation_kind: str
    parent_id: str | None
    division: str
    phone: str
    lon: float | None
    lat: float | None
    contacts: tuple[ContactLine, ...] = ()


@dataclass(frozen=True, slots=True)
class BeatCard(Card):
    """A beat with the newest version of its ring ([lon, lat], WGS-84)."""

    kind: ClassVar[str] = "beat"
    code: str
    name: str
    organisation_id: str | None
    version: int
    ring: tuple[tuple[float, float], ...]
    officer: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class MarkingCard(Card):
    """What was drawn on the map and nobody has lifted; its points ([lon, lat], WGS-84), a circle's radius (m)."""

    kind: ClassVar[str] = "marking"
    sort: MarkingKind
    form: MarkingForm
    points: tuple[tuple[float, float], ...]
    radius: float | None
    code: str
    note: str
    one_way: bool
    begins_at: int
    ends_at: int | None
    incident_id: str | None
    drawn_at: int
    drawn_by: str


@dataclass(frozen=True, slots=True)
class TermCard(Card):
    """One code of one trade dictionary."""

    kind: ClassVar[str] = "term"
    dictionary: str
    code: str
    name: str
    name_en: str
    parent: str
    valid_from: str
    valid_to: str
    extra: tuple[tuple[str, str], ...]

    def holds_on(self, day: str) -> bool:
        """Tell whether the term is valid on an ISO day."""
        return self.valid_from <= day and (not self.valid_to or day < self.valid_to)


@dataclass(frozen=True, slots=True)
class OfficerCard(Card):
    """A person by officer number, which is the id."""

    kind: ClassVar[str] = "officer"
    name: str


@dataclass(frozen=True, slots=True)
class WatchCard(Card):
    """Who sits at a seat now."""

    kind: ClassVar[str] = "watch"
    seat: str
    officer_id: str
    seat_name: str
    site: str
    post: str
    began_at: int
    note: str
    noted_at: int | None

    @property
    def unread(self) -> str:
        """What the one before left and nobody has acknowledged, "" nothing."""
        return self.note if self.noted_at is None else ""


@dataclass(frozen=True, slots=True)
class ChecklistCard(Card):
    """One version of a checklist; the board has all of them, since open sheets keep old ones."""

    kind: ClassVar[str] = "checklist"
    code: str
    version: int
    name: str
    name_en: str
    classes: tuple[str, ...]
    words: tuple[str, ...]
    questions: tuple[Question, ...]
    author: str
    made_at: int
    retired: bool


@dataclass(frozen=True, slots=True)
class FormerCard(Card):
    """What a retired unit, agency, body or beat was called: sheets still name it."""

    kind: ClassVar[str] = "former"
    name: str
    name_en: str


CARD_TYPES: tuple[type[Card], ...] = (
    IncidentCard,
    UnitCard,
    CallCard,
    AgencyCard,
    OrganisationCard,
    BeatCard,
    AliasCard,
    MarkingCard,
    TermCard,
    OfficerCard,
    WatchCard,
    ChecklistCard,
    FormerCard,
)

C = TypeVar("C", bound=Card)


@dataclass(frozen=True, slots=True)
class Delta:
    """Cards to put, keys to drop; `touched` names sheets whose timeline or dossier changed, on the board or not."""

    put: tuple[Card, ...] = ()
    drop: tuple[Key, ...] = ()
    touched: frozenset[str] = frozenset()

    def of(self, kind: type[C]) -> tuple[C, ...]:
        """Return the cards of one kind to put."""
        return tuple(card for card in self.put if isinstance(card, kind))

    def dropped(self, kind: type[Card]) -> tuple[str, ...]:
        """Return the ids of one kind to drop."""
        return tuple(id for name, id in self.drop if name == kind.kind)

    def touches(self, kind: type[Card]) -> bool:
        """Tell whether any card of the kind changes."""
        return any(isinstance(card, kind) for card in self.put) or any(
            name == kind.kind for name, _ in self.drop
        )


@dataclass(frozen=True, slots=True)
class Board:
    """All cards by key; immutable. `apply` shares every kind that a delta does not touch."""

    cards: Mapping[str, Mapping[str, Card]] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def of_cards(cls, cards: Iterable[Card]) -> Board:
        """Return a board of the cards."""
        return cls().apply(Delta(put=tuple(cards)))

    def apply(self, delta: Delta) -> Board:
        """Return the board after the delta."""
        kinds = {kind for kind, _ in delta.drop} | {card.kind for card in delta.put}
        if not kinds:
            return self
        fresh = {kind: dict(self.cards.get(kind, {})) for kind in kinds}
        for kind, id in delta.drop:
            fresh[kind].pop(id, None)
        for card in delta.put:
            fresh[card.kind][card.id] = card
        merged = {**self.cards, **fresh}
        return Board(MappingProxyType({kind: cards for kind, cards in merged.items() if cards}))

    def all(self, kind: type[C]) -> Mapping[str, C]:
        """Return the cards of one kind by id."""
        return self.cards.get(kind.kind, {})  # type: ignore[return-value]

    def get(self, kind: type[C], id: str | None) -> C | None:
        """Return one card, or None where the board does not hold it."""
        return self.all(kind).get(id) if id else None
