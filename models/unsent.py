"""What people have typed and not given yet: kept in the store beside the journal, so that a crash does not take it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


@dataclass(frozen=True, slots=True)
class Unsent:
    """Unsent values by field name: of which form (`kind`) about which thing (`subject`), last typed when and by whom."""

    kind: str
    subject: str
    at: int
    by: str
    values: Mapping[str, Any]


class UnsentRow(Base):
    """An unsent text on disk; it belongs to this desk alone and is no part of the journal."""

    __tablename__ = "unsent"

    kind: Mapped[str] = mapped_column(primary_key=True)
    subject: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[int]
    by: Mapped[str]
    fields: Mapped[dict[str, Any]] = mapped_column(JSON)
