"""Aliases: names that people give to places, entered, changed and taken out of use."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.alias import Alias
from models.errors import RuleError
from models.place import Place, on_earth
from models.text import clean, clean_required

TEXTS = ("name", "stands_for", "within")


def add_alias(
    session: Session,
    name: str,
    place: Place,
    *,
    id: str,
    at: int,
    by: str,
    stands_for: str = "",
    within: str = "",
) -> str:
    """Enter what people call a place; return its key. RuleErrors `alias.known`, `field.bad`, `text.…`."""
    kept = clean_required("name", name)
    if not on_earth(place):
        raise RuleError("field.bad", field="place")
    same = select(Alias.id).where(Alias.name == kept, ~Alias.retired)
    same = same.where(Alias.lon == place.lon, Alias.lat == place.lat)
    if session.scalars(same).first() is not None:
        raise RuleError("alias.known", name=kept)
    session.add(
        Alias(
            id=id,
            name=kept,
            stands_for=clean("stands_for", stands_for),
            within=clean("within", within),
            lon=place.lon,
            lat=place.lat,
        )
    )
    return id


def change_alias(
    session: Session, alias_id: str, fields: Mapping[str, str], *, at: int, by: str
) -> None:
    """Rename an alias, or say otherwise what it stands for. RuleErrors `alias.known`, `thing.retired`, `field.unknown`."""
    alias = session.get_one(Alias, alias_id)
    if alias.retired:
        raise RuleError("thing.retired", name=alias.name)
    unknown = next((name for name in fields if name not in TEXTS), None)
    if unknown is not None:
        raise RuleError("field.unknown", field=unknown)
    for name, text in fields.items():
        kept = clean_required(name, text) if name == "name" else clean(name, text)
        if name == "name" and kept != alias.name:
            same = select(Alias.id).where(Alias.name == kept, ~Alias.retired)
            same = same.where(Alias.lon == alias.lon, Alias.lat == alias.lat)
            if session.scalars(same).first() is not None:
                raise RuleError("alias.known", name=kept, field="name")
        if getattr(alias, name) != kept:
            setattr(alias, name, kept)


def retire_alias(session: Session, alias_id: str, *, at: int, by: str) -> None:
    """Take an alias out of use; RuleError `thing.retired` where it is already."""
    alias = session.get_one(Alias, alias_id)
    if alias.retired:
        raise RuleError("thing.retired", name=alias.name)
    alias.retired = True
