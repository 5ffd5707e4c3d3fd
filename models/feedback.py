"""The feedback sheet (反馈单): what the unit found and did; its class wins over the one taken."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Entity, refers


class Feedback(Entity):
    """One report from the scene; several may follow each other, the newest final one counts."""

    __tablename__ = "feedback"
    __table_args__ = (Index("ix_feedback_incident_id", "incident_id"),)

    # The sheet's number and which of its reports this is: 35060026112300100008-F2.
    number: Mapped[str] = mapped_column(default="")
    # Which report of this unit (or of the desk) on the sheet it is, struck ones counted: 1, 2 …
    version: Mapped[int] = mapped_column(default=1)
    incident_id: Mapped[str] = mapped_column(refers("incident"))
    assignment_id: Mapped[str | None] = mapped_column(refers("assignment"))
    unit_id: Mapped[str | None] = mapped_column(refers("unit"))
    officer: Mapped[str] = mapped_column(default="")
    at: Mapped[int]
    departed_at: Mapped[int | None]
    arrived_at: Mapped[int | None]
    finished_at: Mapped[int | None]
    occurred_at: Mapped[int | None]
    class_code: Mapped[str]
    result: Mapped[str]
    narrative: Mapped[str] = mapped_column(default="")
    scene_lon: Mapped[float | None]
    scene_lat: Mapped[float | None]
    town: Mapped[str] = mapped_column(default="")
    village: Mapped[str] = mapped_column(default="")
    # The police area (辖区) that it is reported for, as the unit names it.
    area: Mapped[str] = mapped_column(default="")
    place_part: Mapped[str] = mapped_column(default="")
    vehicles: Mapped[int] = mapped_column(default=0)
    persons: Mapped[int] = mapped_column(default=0)
    rescued: Mapped[int] = mapped_column(default=0)
    injured: Mapped[int] = mapped_column(default=0)
    dead: Mapped[int] = mapped_column(default=0)
    rescued_note: Mapped[str] = mapped_column(default="")
    injured_note: Mapped[str] = mapped_column(default="")
    dead_note: Mapped[str] = mapped_column(default="")
    caught: Mapped[int] = mapped_column(default=0)
    involved: Mapped[int] = mapped_column(default=0)
    escaped: Mapped[int] = mapped_column(default=0)
    loss_fen: Mapped[int] = mapped_column(default=0)
    weather: Mapped[str] = mapped_column(default="")
    evidence: Mapped[bool] = mapped_column(default=False)
    handover: Mapped[str] = mapped_column(default="")
    handover_contact: Mapped[str] = mapped_column(default="")
    handover_reply: Mapped[str] = mapped_column(default="")
    case_number: Mapped[str] = mapped_column(default="")
    recording: Mapped[str] = mapped_column(default="")
    tags: Mapped[list[str]] = mapped_column(default=list)
    # What only one class asks for (traffic block, road, vehicles …), by field name.
    particulars: Mapped[dict[str, Any]] = mapped_column(default=dict)
    final: Mapped[bool] = mapped_column(default=True)
    struck_at: Mapped[int | None]
