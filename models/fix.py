"""The fix: one reported position of one unit. Fixes are no commands and never touch the journal."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base
from models.place import Datum


@dataclass(frozen=True, slots=True)
class Fix:
    """Position in WGS-84 degrees at an instant (ms); heading in degrees from north, speed in m/s, accuracy in m."""

    unit_id: str
    at: int
    lon: float
    lat: float
    heading: float | None = None
    speed: float | None = None
    accuracy: float | None = None
    source: str = "gnss"
    datum: str = Datum.WGS84


class FixRow(Base):
    """A fix on disk, kept for the retention time."""

    __tablename__ = "fix"
    __table_args__ = (Index("ix_fix_at", "at"), {"sqlite_with_rowid": False})

    unit_id: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[int] = mapped_column(primary_key=True)
    lon: Mapped[float]
    lat: Mapped[float]
    heading: Mapped[float | None]
    speed: Mapped[float | None]
    accuracy: Mapped[float | None]
    source: Mapped[str]
    datum: Mapped[str]
