"""What a print reads from the store: its subject, and the seat that prints."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.journal import SeatRow
from services.dossier import Dossier, read_dossier, sheet_of_number
from services.reporting import Figures, figures


def sheet_to_print(session: Session, incident_id: str) -> tuple[Dossier | None, str]:
    """Return the dossier of a sheet, None where the store does not know it, and the own seat."""
    return read_dossier(session, incident_id), own_seat_name(session)


def numbered_sheet(session: Session, number: str) -> tuple[Dossier | None, str]:
    """Return the same by the sheet's number; RuleError `sheet.unknown`."""
    return sheet_to_print(session, sheet_of_number(session, number))


def shift_to_print(session: Session, *, start: int, end: int, drill: bool) -> tuple[Figures, str]:
    """Return the figures of a span and the own seat."""
    return figures(session, start=start, end=end, drill=drill), own_seat_name(session)


def own_seat_name(session: Session) -> str:
    """Return the name of the seat that owns the store."""
    return session.scalars(select(SeatRow.seat).where(SeatRow.own)).one()
