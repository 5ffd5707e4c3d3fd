"""The beat (警区): the patch a unit patrols; its polygon has versions."""

from __future__ import annotations

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Entity, refers


class Beat(Entity):
    """One beat of one organisation, with the officer who answers for it."""

    __tablename__ = "beat"

    code: Mapped[str]
    name: Mapped[str]
    organisation_id: Mapped[str | None] = mapped_column(refers("organisation"))
    officer: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    drill: Mapped[bool] = mapped_column(default=False)
    retired: Mapped[bool] = mapped_column(default=False)


class BeatOutline(Entity):
    """One version of a beat's polygon: a ring of [lon, lat] in WGS-84, in force from an instant on."""

    __tablename__ = "beat_outline"
    __table_args__ = (UniqueConstraint("beat_id", "version"),)

    beat_id: Mapped[str] = mapped_column(refers("beat"))
    version: Mapped[int]
    valid_from: Mapped[int]
    ring: Mapped[list[list[float]]]
