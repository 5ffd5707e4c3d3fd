"""The incident sheet (接警单): what was reported, where, how grave, and how far it has come."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from enum import StrEnum
from typing import Any

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, composite, mapped_column

from models.base import Entity, refers
from models.errors import RuleError
from models.place import Place, on_earth
from models.state import ACTIVE as ACTIVE_ASSIGNMENT
from models.state import (
    INCIDENT_MOVES,
    OPEN_INCIDENT,
    PROGRESS,
    AssignmentState,
    IncidentState,
    check_is,
    check_move,
)
from models.text import LONG, clean, clean_required


class LinkType(StrEnum):
    """Why a sheet hangs on another (codes of DOMAIN §3.2 in the dictionary `link_type`)."""

    REPEAT = "1"
    URGE = "2"
    FEEDBACK = "3"
    NUISANCE = "4"


class VisitResult(StrEnum):
    """What the caller thought of it when the desk asked afterwards (回访)."""

    SATISFIED = "1"
    FAIRLY = "2"
    NOT = "3"


LEVELS = (1, 2, 3, 4)
# The longest tag, and the most of them on one sheet.
TAG, TAGS = 40, 20
LONG_FIELDS = frozenset({"narrative", "supplement"})
TEXT_FIELDS = LONG_FIELDS | frozenset(
    {
        "ministry_number",
        "channel",
        "taken_as",
        "call_kind",
        "owner_name",
        "owner_address",
        "caller_number",
        "caller_name",
        "caller_sex",
        "contact_phone",
        "id_type",
        "id_number",
        "caller_address",
        "address",
        "class_taken",
        "division",
        "feature_point",
        "dead_note",
        "injured_note",
        "trapped_note",
        "language",
        "plate",
        "plate_type",
        "source_id",
        "rescue_level",
    }
)
FLAG_FIELDS = frozenset({"weapon", "hazardous", "leak", "hazmat_vehicle", "secret", "invalid"})
OTHER_FIELDS = frozenset(
    {"level", "suspects", "caller_place", "place", "station_id", "station_adjusted_id", "tags"}
)
EDITABLE = TEXT_FIELDS | FLAG_FIELDS | OTHER_FIELDS


POINT = ("lon", "lat", "method", "at", "accuracy", "datum", "source_lon", "source_lat")


def place_columns(prefix: str) -> tuple[Any, ...]:
    """Return the columns of one optional Place."""
    return tuple(mapped_column(f"{prefix}_{name}", nullable=True) for name in POINT)


def place_values(prefix: str, place: Place | None) -> dict[str, Any]:
    """Return the columns of a Place with their values, none for no place."""
    return {f"{prefix}_{name}": getattr(place, name) for name in POINT} if place else {}


class Incident(Entity):
    """One sheet. 报警, 接警 and 接警完成 are three instants; the caller's place and the picked place are two points."""

    __tablename__ = "incident"
    __table_args__ = (
        # Not unique: two seats that were given one block must still be able to merge, and be told.
        Index("ix_incident_number", "number"),
        Index("ix_incident_state", "state"),
        Index("ix_incident_reported_at", "reported_at"),
        Index("ix_incident_caller_number", "caller_number", "reported_at"),
        # With the state: of a million sheets so many are merged that asking for those first takes long.
        Index("ix_incident_main_id", "main_id", "state"),
    )

    number: Mapped[str]
    ministry_number: Mapped[str] = mapped_column(default="")
    state: Mapped[IncidentState] = mapped_column(default=IncidentState.TAKING)
    channel: Mapped[str] = mapped_column(default="0101")
    # 接警类型 and 来话类型: codes of the dictionaries of these names, "" where nobody said.
    taken_as: Mapped[str] = mapped_column(default="")
    call_kind: Mapped[str] = mapped_column(default="")
    call_id: Mapped[str | None] = mapped_column(refers("call"))
    taker: Mapped[str]
    seat: Mapped[str]
    reported_at: Mapped[int]
    answered_at: Mapped[int]
    completed_at: Mapped[int | None]

    caller_number: Mapped[str] = mapped_column(default="")
    owner_name: Mapped[str] = mapped_column(default="")
    owner_address: Mapped[str] = mapped_column(default="")
    caller_name: Mapped[str] = mapped_column(default="")
    caller_sex: Mapped[str] = mapped_column(default="")
    contact_phone: Mapped[str] = mapped_column(default="")
    id_type: Mapped[str] = mapped_column(default="")
    id_number: Mapped[str] = mapped_column(default="")
    caller_address: Mapped[str] = mapped_column(default="")
    caller_place: Mapped[Place | None] = composite(*place_columns("caller"))

    address: Mapped[str] = mapped_column(default="")
    place: Mapped[Place | None] = composite(*place_columns("picked"))
    division: Mapped[str] = mapped_column(default="")
    station_id: Mapped[str | None] = mapped_column(refers("organisation"))
    station_adjusted_id: Mapped[str | None] = mapped_column(refers("organisation"))
    feature_point: Mapped[str] = mapped_column(default="")

    class_taken: Mapped[str] = mapped_column(default="")
    class_fed_back: Mapped[str] = mapped_column(default="")
    level: Mapped[int | None]
    rescue_level: Mapped[str] = mapped_column(default="")
    narrative: Mapped[str] = mapped_column(default="")
    supplement: Mapped[str] = mapped_column(default="")
    suspects: Mapped[int | None]
    weapon: Mapped[bool] = mapped_column(default=False)
    hazardous: Mapped[bool] = mapped_column(default=False)
    leak: Mapped[bool] = mapped_column(default=False)
    hazmat_vehicle: Mapped[bool] = mapped_column(default=False)
    trapped_note: Mapped[str] = mapped_column(default="")
    injured_note: Mapped[str] = mapped_column(default="")
    dead_note: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="")
    plate: Mapped[str] = mapped_column(default="")
    plate_type: Mapped[str] = mapped_column(default="")
    source_id: Mapped[str] = mapped_column(default="")
    tags: Mapped[list[str]] = mapped_column(default=list)
    # The version of the checklist that it began with, and the capabilities that the answers ask for.
    checklist_id: Mapped[str | None] = mapped_column(refers("checklist"))
    needs: Mapped[list[str]] = mapped_column(default=list)
    secret: Mapped[bool] = mapped_column(default=False)
    invalid: Mapped[bool] = mapped_column(default=False)
    drill: Mapped[bool] = mapped_column(default=False)
    # The highest alarm level of its response plan that was called, 0 none.
    alarm: Mapped[int] = mapped_column(default=0)

    main_id: Mapped[str | None] = mapped_column(refers("incident"))
    link_type: Mapped[str] = mapped_column(default="")
    state_before_merge: Mapped[str] = mapped_column(default="")
    # What it hung on then, and how: an unmerge brings that back, too.
    main_before_merge: Mapped[str | None] = mapped_column(refers("incident"))
    link_before_merge: Mapped[str] = mapped_column(default="")
    fed_back: Mapped[bool] = mapped_column(default=False)
    visited: Mapped[bool] = mapped_column(default=False)
    visit_result: Mapped[str] = mapped_column(default="")
    visit_note: Mapped[str] = mapped_column(default="")
    visited_at: Mapped[int | None]
    closed_at: Mapped[int | None]
    result: Mapped[str] = mapped_column(default="")
    closing_note: Mapped[str] = mapped_column(default="")
    reopened: Mapped[int] = mapped_column(default=0)
    struck_at: Mapped[int | None]
    struck_reason: Mapped[str] = mapped_column(default="")

    @property
    def class_code(self) -> str:
        """The class that counts: as fed back, else as taken."""
        return self.class_fed_back or self.class_taken

    @property
    def is_open(self) -> bool:
        """Whether people still have to do something about the sheet."""
        return self.state in OPEN_INCIDENT

    def move(self, new: IncidentState) -> None:
        """Change the state by the table; RuleError `state.illegal` otherwise."""
        check_move(INCIDENT_MOVES, self.state, new)
        self.state = new

    def check_open(self) -> None:
        """Raise RuleError `sheet.not_open` where nobody works on the sheet any more."""
        if not self.is_open:
            raise RuleError("sheet.not_open", number=self.number, state=self.state.value)

    def edit(self, fields: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
        """Set editable fields after checking them; return field → (old, new) of what really changed."""
        self.check_open()
        changed: dict[str, tuple[Any, Any]] = {}
        for field, given in fields.items():
            value = checked(field, given)
            old = getattr(self, field)
            if old != value:
                setattr(self, field, value)
                changed[field] = (old, value)
        return changed

    def missing(self) -> tuple[str, ...]:
        """Return what a plain sheet still needs before it can be completed."""
        needs = {
            "address": self.address or self.place,
            "class_taken": self.class_taken,
            "level": self.level,
        }
        return tuple(name for name, value in needs.items() if not value)

    def complete(self, at: int) -> None:
        """End taking (接警完成); RuleError `sheet.incomplete` names what is missing."""
        check_is(self.state, IncidentState.TAKING, IncidentState.TAKEN)
        if missing := self.missing():
            raise RuleError("sheet.incomplete", missing=",".join(missing))
        self.move(IncidentState.TAKEN)
        self.completed_at = at

    def check_takes_units(self) -> None:
        """Raise RuleError unless a unit or an agency may be sent to this sheet now."""
        if self.state not in PROGRESS:
            raise RuleError("sheet.not_dispatchable", number=self.number, state=self.state.value)

    def follow(self, progress: Collection[AssignmentState]) -> None:
        """Let the state follow the assignments, while it is one of the four that do."""
        if self.state not in PROGRESS:
            return
        active = ACTIVE_ASSIGNMENT.intersection(progress)
        if AssignmentState.ARRIVED in active or (active and AssignmentState.FINISHED in progress):
            # Who has arrived has arrived: another unit still on its way takes nothing back.
            new = IncidentState.ON_SCENE
        elif active:
            new = IncidentState.DISPATCHED
        elif AssignmentState.FINISHED in progress:
            new = IncidentState.HANDLED
        else:
            new = IncidentState.TAKEN
        if new is not self.state:
            self.move(new)

    def close(self, at: int, result: str, note: str, progress: Collection[AssignmentState]) -> None:
        """Close (处结); RuleError `sheet.units_active` while a unit is still on it."""
        if ACTIVE_ASSIGNMENT.intersection(progress):
            raise RuleError("sheet.units_active", number=self.number)
        result, note = clean_required("result", result), clean("closing_note", note, LONG)
        self.move(IncidentState.CLOSED)
        self.closed_at, self.result, self.closing_note = at, result, note

    def visit(self, at: int, result: str, note: str) -> None:
        """Record what the caller said afterwards (回访); RuleErrors `sheet.not_closed`, `text.empty`, `field.bad`.

        A second visit counts instead of the first; the timeline has both.
        """
        if self.state is not IncidentState.CLOSED:
            raise RuleError("sheet.not_closed", number=self.number, state=self.state.value)
        if clean_required("visit_result", result) not in set(VisitResult):
            raise RuleError("field.bad", field="visit_result")
        self.visit_note = clean("visit_note", note, LONG)
        self.visited, self.visited_at, self.visit_result = True, at, result

    def reopen(self, progress: Collection[AssignmentState]) -> None:
        """Take a closed sheet up again, back to what its assignments say."""
        finished = AssignmentState.FINISHED in progress
        new = IncidentState.HANDLED if finished else IncidentState.TAKEN
        check_is(self.state, IncidentState.CLOSED, new)
        self.move(new)
        self.closed_at = None
        self.reopened += 1

    def accept(self) -> None:
        """Take a returned sheet up again."""
        check_is(self.state, IncidentState.RETURNED, IncidentState.TAKEN)
        self.move(IncidentState.TAKEN)

    def check_main(self, main: Incident) -> None:
        """Raise RuleError unless `main` can be the main sheet of this one: open, another, itself no branch."""
        if main.id == self.id:
            raise RuleError("link.itself", number=self.number)
        if main.main_id is not None:
            raise RuleError("link.not_main", number=main.number)
        if not main.is_open:
            raise RuleError("sheet.not_open", number=main.number, state=main.state.value)

    def link(self, main: Incident, link_type: LinkType) -> None:
        """Hang this sheet on a main sheet without merging."""
        self.check_main(main)
        if self.state is IncidentState.MERGED:
            raise RuleError("link.merged", number=self.number)
        self.main_id, self.link_type = main.id, link_type.value

    def unlink(self) -> None:
        """Take this sheet off its main sheet."""
        if self.main_id is None or self.state is IncidentState.MERGED:
            raise RuleError("link.none", number=self.number)
        self.main_id, self.link_type = None, ""

    def merge_into(self, main: Incident, progress: Collection[AssignmentState]) -> None:
        """Let the main sheet carry on for this one; its units must have been moved or ended before."""
        self.check_main(main)
        if ACTIVE_ASSIGNMENT.intersection(progress):
            raise RuleError("sheet.units_active", number=self.number)
        before = self.state
        self.move(IncidentState.MERGED)
        self.state_before_merge = before.value
        self.main_before_merge, self.link_before_merge = self.main_id, self.link_type
        self.main_id, self.link_type = main.id, LinkType.REPEAT.value

    def unmerge(self, former: Incident | None = None) -> None:
        """Be as before the merge; `former` is the main sheet it was linked to then, where that can still be one."""
        if self.state is not IncidentState.MERGED:
            raise RuleError("link.not_merged", number=self.number)
        self.move(IncidentState(self.state_before_merge))
        linked = former is not None and former.main_id is None
        self.main_id = self.main_before_merge if linked else None
        self.link_type = self.link_before_merge if linked else ""
        self.state_before_merge, self.link_before_merge = "", ""
        self.main_before_merge = None

    def strike(self, at: int, reason: str) -> None:
        """Mark the sheet as made in error: it stays, struck, with its reason."""
        reason = clean_required("reason", reason)
        self.move(IncidentState.STRUCK)
        self.struck_at, self.struck_reason = at, reason


def checked(field: str, value: Any) -> Any:
    """Return a value fit for an editable field; RuleError `field.unknown`, `field.bad` or a text error otherwise."""
    if field not in EDITABLE:
        raise RuleError("field.unknown", field=field)
    if field in TEXT_FIELDS:
        if not isinstance(value, str):
            raise RuleError("field.bad", field=field)
        return clean(field, value, LONG) if field in LONG_FIELDS else clean(field, value)
    if field in FLAG_FIELDS:
        if not isinstance(value, bool):
            raise RuleError("field.bad", field=field)
        return value
    if value is None:
        return [] if field == "tags" else None
    if field == "tags":
        return checked_tags(value)
    if not FITS[field](value):
        raise RuleError("field.bad", field=field)
    return value


def checked_tags(tags: Any) -> list[str]:
    """Return tags cleaned, each once, none empty, in their order; RuleError `field.bad` where they are no texts."""
    if not isinstance(tags, list) or not all(isinstance(tag, str) for tag in tags):
        raise RuleError("field.bad", field="tags")
    cleaned = (clean("tags", tag, TAG) for tag in tags)
    kept = list(dict.fromkeys(tag for tag in cleaned if tag))
    if len(kept) > TAGS:
        raise RuleError("field.bad", field="tags")
    return kept


MANY = 99_999
FITS: Mapping[str, Callable[[Any], bool]] = {
    "level": lambda value: type(value) is int and value in LEVELS,
    "suspects": lambda value: type(value) is int and 0 <= value <= MANY,
    "caller_place": on_earth,
    "place": on_earth,
    "station_id": lambda value: isinstance(value, str),
    "station_adjusted_id": lambda value: isinstance(value, str),
}
