"""The police's own tree (机构): bureau, sub-bureau, station, squad. It is not the administrative division."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy.orm import Mapped, mapped_column

from models.base import Entity, refers


class OrganisationKind(StrEnum):
    """Rungs of the tree."""

    BUREAU = "bureau"
    SUB_BUREAU = "sub_bureau"
    STATION = "station"
    SQUAD = "squad"


class Organisation(Entity):
    """One police body; `division` says where it sits, not what it polices."""

    __tablename__ = "organisation"

    code: Mapped[str]
    name: Mapped[str]
    name_en: Mapped[str] = mapped_column(default="")
    kind: Mapped[OrganisationKind]
    parent_id: Mapped[str | None] = mapped_column(refers("organisation"))
    division: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    lon: Mapped[float | None]
    lat: Mapped[float | None]
    drill: Mapped[bool] = mapped_column(default=False)
    retired: Mapped[bool] = mapped_column(default=False)
