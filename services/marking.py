"""Markings (标绘): closures and cordons that people draw on the map, change, and lift; lifting strikes, nothing is deleted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from models.errors import RuleError
from models.incident import Incident
from models.marking import DICTIONARIES, Marking, MarkingForm, MarkingKind, checked_shape
from models.place import finite
from models.text import LONG, clean
from services.timeline import enter

# What of a marking may be changed: its shape is drawn anew as another one.
CHANGEABLE = ("code", "note", "one_way", "begins_at", "ends_at")


def draw_marking(
    session: Session,
    kind: MarkingKind,
    form: MarkingForm,
    points: Sequence[Sequence[float]],
    *,
    id: str,
    at: int,
    by: str,
    radius: float | None = None,
    incident_id: str | None = None,
    **fields: Any,
) -> str:
    """Enter what was drawn (WGS-84 degrees; radius in metres); return its key.

    `begins_at` is the instant of the command where it is not given. RuleErrors `marking.…`, `field.…`, `text.…`.
    """
    kind, form = MarkingKind(kind), MarkingForm(form)
    kept = {"begins_at": at, **checked(fields)}
    check_time(kept["begins_at"], kept.get("ends_at"))
    check_way(form, kept.get("one_way", False))
    shape = checked_shape(kind, form, points, radius)
    if incident_id is not None:
        session.get_one(Incident, incident_id)
    marking = Marking(
        **{"id": id, "kind": kind, "form": form, "points": shape, "radius": radius},
        **{"incident_id": incident_id, "drawn_at": at, "drawn_by": by, "ends_at": None, **kept},
    )
    session.add(marking)
    tell(session, marking, "drawn", at, by)
    return id


def change_marking(
    session: Session, marking_id: str, fields: Mapping[str, Any], *, at: int, by: str
) -> None:
    """Change why, until when or the note; RuleErrors `marking.lifted`, `marking.time`, `field.…`, `text.…`."""
    marking = session.get_one(Marking, marking_id)
    marking.check_stands()
    kept = checked(fields)
    news = {name: value for name, value in kept.items() if getattr(marking, name) != value}
    check_time(kept.get("begins_at", marking.begins_at), kept.get("ends_at", marking.ends_at))
    check_way(marking.form, kept.get("one_way", marking.one_way))
    for name, value in news.items():
        setattr(marking, name, value)
    if news:
        tell(session, marking, "changed", at, by)


def lift_marking(session: Session, marking_id: str, reason: str, *, at: int, by: str) -> None:
    """Strike a marking: from now on it closes nothing and is not shown; RuleErrors `marking.lifted`, `text.empty`."""
    marking = session.get_one(Marking, marking_id)
    marking.lift(reason, at, by)
    tell(session, marking, "lifted", at, by, reason=marking.lift_reason)


def tell(session: Session, marking: Marking, what: str, at: int, by: str, **params: str) -> None:
    """Write what became of a marking into the timeline of the sheet it belongs to."""
    if marking.incident_id is not None:
        enter(
            session,
            marking.incident_id,
            f"{marking.kind.value}.{what}",
            at=at,
            by=by,
            text=marking.note,
            **{DICTIONARIES[marking.kind]: marking.code, "until": marking.ends_at, **params},
        )


def checked(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields as they are kept; RuleErrors `field.unknown`, `field.bad`, `text.too_long`."""
    unknown = next((name for name in fields if name not in CHANGEABLE), None)
    if unknown is not None:
        raise RuleError("field.unknown", field=unknown)
    kept = dict(fields)
    for name, limit in (("code", 20), ("note", LONG)):
        if name in kept:
            kept[name] = clean(name, kept[name], limit)
    for name in ("begins_at", "ends_at"):
        value = kept.get(name, 0)
        if not (isinstance(value, int) or (name == "ends_at" and value is None)) or (
            value is not None and not finite(value)
        ):
            raise RuleError("field.bad", field=name)
    if not isinstance(kept.get("one_way", False), bool):
        raise RuleError("field.bad", field="one_way")
    return kept


def check_time(begins_at: int, ends_at: int | None) -> None:
    """Raise RuleError `marking.time` where it would end before it begins."""
    if ends_at is not None and ends_at <= begins_at:
        raise RuleError("marking.time", field="ends_at")


def check_way(form: MarkingForm, one_way: bool) -> None:
    """Raise RuleError `marking.one_way` where a shape has no direction."""
    if one_way and form is not MarkingForm.LINE:
        raise RuleError("marking.one_way", field="one_way")
