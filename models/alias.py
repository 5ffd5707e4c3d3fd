"""The alias: what people here call a place, though no map does."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from models.base import Entity


class Alias(Entity):
    """One name that people gave: what it stands for, where that is (WGS-84), the divisions it lies in."""

    __tablename__ = "alias"

    name: Mapped[str]
    stands_for: Mapped[str] = mapped_column(default="")
    within: Mapped[str] = mapped_column(default="")
    lon: Mapped[float]
    lat: Mapped[float]
    retired: Mapped[bool] = mapped_column(default=False)
