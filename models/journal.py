"""The journal: append-only, hash-chained records of every committed command, one chain a seat."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base

GENESIS = "0" * 64

# entity, id, field → value; None instead of the fields is a deletion
Change = tuple[str, str, Mapping[str, Any] | None]


@dataclass(frozen=True, slots=True)
class Record:
    """One committed command of one seat; `seq` counts from 1 without gaps, `hash` covers everything else."""

    seat: str
    seq: int
    hlc: int
    actor: str
    command: str
    changes: tuple[Change, ...]
    prev: str
    hash: str

    @property
    def order(self) -> tuple[int, str, int]:
        """Where the record stands among all seats' records."""
        return (self.hlc, self.seat, self.seq)


def canonical(value: object) -> str:
    """Return the one JSON text of a value: sorted keys, no blanks, characters as they are.

    ValueError for NaN and infinities: JSON has none, and SQLite would keep NULL instead.
    """
    return json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )


def record_hash(
    seat: str, seq: int, hlc: int, actor: str, command: str, changes: str, prev: str
) -> str:
    """Return the SHA-256 (hex) over the canonical form; `changes` is already canonical text."""
    text = canonical([seat, seq, hlc, actor, command, changes, prev])
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class JournalRow(Base):
    """A record on disk; triggers refuse any update or deletion."""

    __tablename__ = "journal"
    __table_args__ = (Index("ix_journal_hlc", "hlc", "seat", "seq"),)

    seat: Mapped[str] = mapped_column(primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    hlc: Mapped[int]
    actor: Mapped[str]
    command: Mapped[str]
    changes: Mapped[str] = mapped_column(Text)
    prev: Mapped[str]
    hash: Mapped[str]


class JournalTouch(Base):
    """Which records touch which entity: what a fold reads."""

    __tablename__ = "journal_touch"
    __table_args__ = ({"sqlite_with_rowid": False},)

    entity: Mapped[str] = mapped_column(primary_key=True)
    entity_id: Mapped[str] = mapped_column(primary_key=True)
    seat: Mapped[str] = mapped_column(primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)


class JournalHeld(Base):
    """An entity known to the journal that cannot be a row yet: a field or a thing it refers to has not come."""

    __tablename__ = "journal_held"

    entity: Mapped[str] = mapped_column(primary_key=True)
    entity_id: Mapped[str] = mapped_column(primary_key=True)


class SeatRow(Base):
    """The seat that owns this store, or a seat whose records were merged; holds the head of its chain."""

    __tablename__ = "seat"

    seat: Mapped[str] = mapped_column(primary_key=True)
    own: Mapped[bool] = mapped_column(default=False)
    block: Mapped[int] = mapped_column(default=0)
    seq: Mapped[int] = mapped_column(default=0)
    hlc: Mapped[int] = mapped_column(default=0)
    head: Mapped[str] = mapped_column(default=GENESIS)
    next_number: Mapped[int] = mapped_column(default=1)
