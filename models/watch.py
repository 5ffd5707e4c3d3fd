"""The watch (值守): who sits at a seat, from when to when. Who somebody is, they say themselves (docs/adr/0022)."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Entity, refers


class Site(StrEnum):
    """Where a seat stands."""

    BUREAU = "bureau"
    SUB_BUREAU = "sub_bureau"
    STATION = "station"
    AGENCY = "agency"


class Post(StrEnum):
    """What a seat is for."""

    TAKING = "taking"
    COMMAND = "command"
    SECOND = "second"
    ROOM = "room"
    LINKED = "linked"


class Officer(Entity):
    """A person known by officer number (警号), which is the key: every seat means the same person by it."""

    __tablename__ = "officer"

    name: Mapped[str]


class Watch(Entity):
    """One person's time at one seat; open until the next one takes over or the person signs off.

    `handover` is what is left at its end; `note` is what the one before left, `noted_at` when that was read.
    """

    __tablename__ = "watch"
    __table_args__ = (Index("ix_watch_seat", "seat", "ended_at"),)

    seat: Mapped[str]
    officer_id: Mapped[str] = mapped_column(refers("officer"))
    seat_name: Mapped[str] = mapped_column(default="")
    site: Mapped[Site]
    post: Mapped[Post]
    began_at: Mapped[int]
    ended_at: Mapped[int | None]
    handover: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    noted_at: Mapped[int | None]

    @property
    def left(self) -> str:
        """What the next one at the seat has to know: what nobody has read yet, and what was left at the end."""
        unread = self.note if self.noted_at is None else ""
        return "\n".join(text for text in (unread, self.handover) if text)

    def end(self, at: int, handover: str) -> None:
        """End it, with what the next one should know; a clock set back ends it no earlier than it began."""
        self.ended_at, self.handover = max(at, self.began_at), handover
