"""The entry (流水): one line of an incident's timeline, written once, struck but never changed.

Who did it is `actor`, where it was done is `seat`: one workstation is one terminal, and what a feed, an import or a
drill does is signed with its own name (`drill`, `import` …), so there is no column for the source. Nothing attaches
files to a line yet, so there is no column for them either: it comes with the command that writes it, as a list of
name, SHA-256 and size beside the files, which do not belong into the database.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Entity, refers
from models.errors import RuleError


class Entry(Entity):
    """What happened, as a code with parameters, or what somebody wrote, as text."""

    __tablename__ = "entry"
    __table_args__ = (Index("ix_entry_incident_id", "incident_id", "at"),)

    incident_id: Mapped[str] = mapped_column(refers("incident"))
    at: Mapped[int]
    code: Mapped[str]
    params: Mapped[dict[str, Any]] = mapped_column(default=dict)
    text: Mapped[str] = mapped_column(default="")
    actor: Mapped[str]
    seat: Mapped[str]
    struck_at: Mapped[int | None]
    struck_by: Mapped[str] = mapped_column(default="")

    def strike(self, at: int, by: str) -> None:
        """Strike a line somebody wrote; what the program recorded cannot be struck."""
        if self.code != "note":
            raise RuleError("entry.recorded")
        if self.struck_at is not None:
            raise RuleError("entry.struck")
        self.struck_at, self.struck_by = at, by
