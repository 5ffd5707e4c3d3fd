"""Takes a foreign call log into the store, some hundred calls a record."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.call import Call
from models.identity import uuid7
from models.incident import Incident, place_values
from models.state import CallState, IncidentState
from services.context import bear, next_number, own_seat
from services.database import Database
from services.intake.mapping import LogMapping
from services.intake.reading import Read, Refused, Reported, read_log
from services.taking import CITY

ROWS_A_RECORD = 200


class Mode(StrEnum):
    """What becomes of the calls: closed sheets with the log's times, or sheets that wait for units."""

    HISTORY = "history"
    OPEN = "open"


@dataclass(slots=True)
class Summary:
    """What an import did: rows read, taken in, known from before, refused."""

    read: int = 0
    taken: int = 0
    known: int = 0
    refused: int = 0


def key_of(row: Reported, what: str) -> str:
    """Return the key of a row's call or sheet: the same whenever the row is read again."""
    return uuid7(row.at, hashlib.sha256(f"{row.source_id}/{what}".encode()).digest())


def import_calls(
    session: Session,
    rows: Sequence[Reported],
    mapping: LogMapping,
    mode: Mode,
    *,
    at: int,
    by: str,
) -> int:
    """Keep the calls that the store does not have yet, each with its sheet; return how many those are."""
    keys = {key_of(row, "call"): row for row in rows}
    known = set(session.scalars(select(Call.id).where(Call.id.in_(keys))))
    fresh = [row for key, row in keys.items() if key not in known]
    bear(session, Call, (call_of(row, mapping) for row in fresh))
    bear(session, Incident, (sheet_of(session, row, mapping, Mode(mode), by) for row in fresh))
    return len(fresh)


def call_of(row: Reported, mapping: LogMapping) -> dict[str, Any]:
    """Return the columns of a row's call, over since it came."""
    return {
        "id": key_of(row, "call"),
        "channel": mapping.channel,
        "state": CallState.ENDED,
        "caller_number": row.number,
        "rang_at": row.at,
        "answered_at": row.at,
        "hung_up_at": row.at,
        "source_id": row.source_id,
        "drill": mapping.drill,
        **place_values("caller", row.place),
    }


def sheet_of(
    session: Session, row: Reported, mapping: LogMapping, mode: Mode, by: str
) -> dict[str, Any]:
    """Return the columns of a row's sheet, closed or waiting."""
    closed: dict[str, Any] = {"state": IncidentState.TAKEN}
    if mode is Mode.HISTORY:
        closed = {"state": IncidentState.CLOSED, "closed_at": row.at, "result": mapping.result}
    return {
        "id": key_of(row, "sheet"),
        "number": next_number(session, mapping.division or CITY, row.at),
        "channel": mapping.channel,
        "call_id": key_of(row, "call"),
        "taker": by,
        "seat": own_seat(session).seat,
        "reported_at": row.at,
        "answered_at": row.at,
        "completed_at": row.at,
        "caller_number": row.number,
        "contact_phone": row.number,
        "address": row.address,
        "division": mapping.division,
        "class_taken": row.class_code,
        "level": row.level,
        "narrative": row.narrative,
        "source_id": row.source_id,
        "drill": mapping.drill,
        **place_values("picked", row.place),
        **closed,
    }


def import_log(
    db: Database,
    path: Path,
    mapping: LogMapping,
    mode: Mode,
    *,
    at: int,
    by: str,
    refuse: Callable[[Refused], object] = lambda row: None,
    told: Callable[[float, int], object] = lambda part, rows: None,
) -> Summary:
    """Take a log in, chunk by chunk; whatever stops it leaves whole chunks only.

    `refuse` gets every refused row, `told` hears the part done and the rows read. Raises TroubleErrors of the file
    and the store.
    """
    summary = Summary()
    for chunk in chunks(read_log(path, mapping)):
        rows = []
        for read in chunk:
            summary.read += 1
            if isinstance(read.row, Refused):
                summary.refused += 1
                refuse(read.row)
            else:
                rows.append(read.row)
        if rows:
            fresh: int = db.write(import_calls, rows, mapping, mode, at=at, by=by).result
            summary.taken += fresh
            summary.known += len(rows) - fresh
        told(chunk[-1].part, summary.read)
    return summary


def chunks(reads: Iterable[Read]) -> Iterator[list[Read]]:
    """Yield what was read in pieces of one record each."""
    rest = iter(reads)
    while chunk := list(islice(rest, ROWS_A_RECORD)):
        yield chunk
