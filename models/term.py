"""The term: one code of one trade dictionary, valid between two days."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Entity


class Term(Entity):
    """A code with its names; days are ISO dates, `valid_to` is the first day it no longer holds ("" = open)."""

    __tablename__ = "term"
    __table_args__ = (Index("ix_term_dictionary", "dictionary", "code"),)

    dictionary: Mapped[str]
    code: Mapped[str]
    name: Mapped[str]
    name_en: Mapped[str] = mapped_column(default="")
    parent: Mapped[str] = mapped_column(default="")
    valid_from: Mapped[str] = mapped_column(default="")
    valid_to: Mapped[str] = mapped_column(default="")
    extra: Mapped[dict[str, Any]] = mapped_column(default=dict)
