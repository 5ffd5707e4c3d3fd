"""The marking (标绘): what a person drew on the map – a road that is closed, ground that is kept clear – and until when."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise

from sqlalchemy.orm import Mapped, mapped_column

from models.base import Entity, refers
from models.errors import RuleError
from models.place import distance, finite
from models.text import clean_required

MOST_POINTS = 500
# Metres: less is a slip of the hand, more is no cordon.
LEAST_RADIUS, MOST_RADIUS = 5.0, 50_000.0
# Metres from one corner of a shape to the next, in sum: more is no shape of a city.
MOST_LENGTH = 500_000.0


class MarkingKind(StrEnum):
    """What a marking does: a closure takes roads out of every way, a cordon is there to be seen."""

    CLOSURE = "closure"
    CORDON = "cordon"


class MarkingForm(StrEnum):
    """How a marking lies on the ground."""

    LINE = "line"
    AREA = "area"
    CIRCLE = "circle"


class Phase(StrEnum):
    """Where a marking stands in its time."""

    COMING = "coming"
    IN_FORCE = "in_force"
    EXPIRED = "expired"


# Which forms a kind may have, and the least points of a form.
FORMS: dict[MarkingKind, tuple[MarkingForm, ...]] = {
    MarkingKind.CLOSURE: (MarkingForm.LINE, MarkingForm.AREA),
    MarkingKind.CORDON: (MarkingForm.AREA, MarkingForm.CIRCLE),
}
LEAST_POINTS = {MarkingForm.LINE: 2, MarkingForm.AREA: 3, MarkingForm.CIRCLE: 1}
# The dictionary that says why, or what for.
DICTIONARIES = {MarkingKind.CLOSURE: "closure_reason", MarkingKind.CORDON: "cordon_kind"}


class Marking(Entity):
    """One drawing: points are [lon, lat] in WGS-84; a circle has its middle and a radius (m).

    `code` is a term of the dictionary of its kind. `one_way`: only whoever drives as the line was drawn is stopped.
    `ends_at` None: until somebody lifts it. What is lifted is struck: it stays, with who, when and why.
    """

    __tablename__ = "marking"

    kind: Mapped[MarkingKind]
    form: Mapped[MarkingForm]
    points: Mapped[list[list[float]]]
    radius: Mapped[float | None]
    code: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    one_way: Mapped[bool] = mapped_column(default=False)
    begins_at: Mapped[int]
    ends_at: Mapped[int | None]
    incident_id: Mapped[str | None] = mapped_column(refers("incident"))
    drawn_at: Mapped[int]
    drawn_by: Mapped[str]
    lifted_at: Mapped[int | None]
    lifted_by: Mapped[str] = mapped_column(default="")
    lift_reason: Mapped[str] = mapped_column(default="")

    def lift(self, reason: str, at: int, by: str) -> None:
        """Strike it; RuleErrors `marking.lifted`, `text.empty`."""
        self.check_stands()
        self.lift_reason = clean_required("reason", reason)
        self.lifted_at, self.lifted_by = at, by

    def check_stands(self) -> None:
        """Raise RuleError `marking.lifted` where somebody has lifted it."""
        if self.lifted_at is not None:
            raise RuleError("marking.lifted")


def phase(begins_at: int, ends_at: int | None, now: int) -> Phase:
    """Return where a time from-until (Unix ms) stands at an instant; its end is no part of it."""
    if now < begins_at:
        return Phase.COMING
    return Phase.IN_FORCE if ends_at is None or now < ends_at else Phase.EXPIRED


def checked_shape(
    kind: MarkingKind, form: MarkingForm, points: Sequence[Sequence[float]], radius: float | None
) -> list[list[float]]:
    """Return the points as they are kept, seven decimals; RuleErrors `marking.form`, `marking.points`, `marking.shape`."""
    if form not in FORMS[kind]:
        raise RuleError("marking.form")
    kept = [[round(float(lon), 7), round(float(lat), 7)] for lon, lat in map(pair, points)]
    kept = [point for at, point in enumerate(kept) if at == 0 or point != kept[at - 1]]
    if form is MarkingForm.AREA and len(kept) > 1 and kept[0] == kept[-1]:
        kept.pop()
    if not LEAST_POINTS[form] <= len(kept) <= MOST_POINTS or (
        form is MarkingForm.CIRCLE and len(kept) > 1
    ):
        raise RuleError("marking.points", least=LEAST_POINTS[form], most=MOST_POINTS)
    long = sum(distance(*here, *there) for here, there in pairwise(kept))
    flat = form is MarkingForm.AREA and is_flat(kept)
    if long > MOST_LENGTH or flat or not fits(form, radius):
        raise RuleError("marking.shape")
    return kept


def pair(point: Sequence[float]) -> tuple[float, float]:
    """Return a point of the earth; RuleError `marking.shape` where it is none."""
    if len(point) != 2 or not all(finite(value) for value in point):
        raise RuleError("marking.shape")
    lon, lat = point
    if abs(lon) > 180 or abs(lat) > 85:
        raise RuleError("marking.shape")
    return lon, lat


def fits(form: MarkingForm, radius: float | None) -> bool:
    """Tell whether a radius (m) belongs to a form."""
    if form is not MarkingForm.CIRCLE:
        return radius is None
    return finite(radius) and radius is not None and LEAST_RADIUS <= radius <= MOST_RADIUS


def is_flat(ring: Sequence[Sequence[float]]) -> bool:
    """Tell whether a ring encloses nothing."""
    twice = sum(ring[at - 1][0] * y - x * ring[at - 1][1] for at, (x, y) in enumerate(ring))
    return abs(twice) < 1e-12
