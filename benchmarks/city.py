"""Builds a store as years of work leave it: mostly closed sheets, their jobs and timelines, with a sound journal.

`python -m benchmarks.city FOLDER SHEETS [OPEN]` makes one, unless the folder has it for this very schema. Rows and records
go in by the hundred without the commands, which would take hours; `main.py verify` finds nothing wrong with them. The
search index is made as the program itself makes it when it opens a store that has none.
"""

from __future__ import annotations

import json
import os
import sqlite3
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing
from functools import cache
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any
from zlib import crc32

from benchmarks.phrase import Township, address, person, phone, report, townships
from models.assignment import Assignment, Role
from models.base import Entity, birth_values
from models.clock import tick
from models.entry import Entry
from models.identity import new_id, uuid7
from models.incident import Incident
from models.journal import canonical, record_hash
from models.state import AssignmentState, Duty, IncidentState
from services import indexing
from services.context import local_day
from services.database import Database, Job, wall_ms
from services.dictionary import install_defaults
from services.fleet import add_unit
from services.schema import MIGRATIONS

UNITS, DISPATCHED, OPEN = 300, 0.7, 200
VERSIONS = MIGRATIONS / "versions"
# 1,790 sheets a day: what Zhangzhou may have by the share of its people in Fujian.
BETWEEN_MS = 48_268
SHEETS_A_RECORD = 200
MINUTE = 60_000
SEAT, BY = "S001", "城市"
LAID = {Incident: "incident", Assignment: "assignment", Entry: "entry"}
Row = tuple[type[Entity], dict[str, Any]]


def kept_folder() -> Path:
    """Return where large stores are kept between measurements: BENCH_FOLDER, else with the temporary files."""
    return Path(os.environ.get("BENCH_FOLDER", tempfile.gettempdir())) / "zhangzhou-110-bench"


def city(folder: Path, sheets: int, opened: int) -> Path:
    """Return a store in a folder, built now unless it is there whole already; says how long it took."""
    schema = "".join(file.read_text(encoding="utf-8") for file in sorted(VERSIONS.glob("*.py")))
    shape = crc32(f"{schema}{indexing.version()}".encode())
    file = folder / f"city-{sheets}-{opened}-{shape:08x}.sqlite"
    if file.exists():
        return file
    file.parent.mkdir(parents=True, exist_ok=True)
    half = file.with_name(f"{file.name}.half")
    for left in half.parent.glob(f"{half.name}*"):
        left.unlink()
    began = time.perf_counter()
    units = found(half)
    lay(half, rows_of_city(sheets, opened, units))
    filled = time.perf_counter()
    Database(half).close()
    ended = time.perf_counter()
    for left in half.parent.glob(f"{half.name}.*"):
        left.unlink()
    half.rename(file)
    size = file.stat().st_size / 2**20
    sys.stderr.write(
        f"{file}: {sheets:,} sheets, {size:,.0f} MiB; rows and journal {filled - began:.0f} s, "
        f"search index {ended - filled:.0f} s\n"
    )
    return file


def found(file: Path) -> list[str]:
    """Make the store with its dictionaries and units; return the units' keys."""
    database = Database(file, seat=SEAT)
    database.write(install_defaults, at=wall_ms(), by=BY)
    units = [new_id() for _ in range(UNITS)]
    jobs = []
    for number, id in enumerate(units):
        duty = Duty.PATROL if number % 3 else Duty.STANDBY
        fields = {"id": id, "call_sign": str(601 + number), "duty": duty}
        jobs.append(Job(add_unit, (), wall_ms(), BY, fields))
    database.write_all(jobs)
    database.close()
    return units


def rows_of_city(sheets: int, opened: int, units: list[str]) -> Iterator[list[Row]]:
    """Yield each sheet with its job and timeline, the oldest first; the last `opened` are still open."""
    random = Random(110)
    places, phones = townships(random), list[str]()
    start = wall_ms() - sheets * BETWEEN_MS
    mains: list[str] = []
    for number in range(sheets):
        at = start + number * BETWEEN_MS + random.randrange(BETWEEN_MS)
        live = number >= sheets - opened
        sheet = sheet_of(random, random.choice(places), phone(random, phones), at, number)
        rows: list[Row] = [(Incident, sheet), (Entry, line(random, sheet, "sheet.opened", at))]
        if live:
            sheet |= {"state": IncidentState.TAKEN, "completed_at": at + MINUTE}
            # Nobody waits in a queue of a bygone day.
            sheet["reported_at"] = sheet["answered_at"] = at
        else:
            end(random, sheet, mains)
            rows.append((Entry, line(random, sheet, "sheet.closed", at + 40 * MINUTE)))
            if random.random() < DISPATCHED:
                rows.append((Assignment, job_of(random, sheet, random.choice(units), at)))
        mains = [*mains[-50:], sheet["id"]] if sheet["state"] is IncidentState.CLOSED else mains
        yield rows


def sheet_of(
    random: Random, township: Township, number: str, at: int, serial: int
) -> dict[str, Any]:
    """Return the columns of a sheet as it was taken."""
    code, level, said = report(random)
    day = local_day(at)[2:].replace("-", "")
    return {
        "id": uuid7(at, random.randbytes(10)),
        "number": f"{township.division}{day}001{serial + 1:05d}",
        "taker": BY,
        "seat": SEAT,
        "reported_at": at,
        "answered_at": at + 4000,
        "caller_number": number,
        "contact_phone": number,
        "caller_name": person(random),
        "address": address(random, township),
        "division": township.division,
        "class_taken": code,
        "level": level,
        "narrative": said,
        "picked_lon": 117.2 + random.random(),
        "picked_lat": 24.0 + random.random(),
        "picked_method": "picked",
        "picked_at": at,
        "picked_datum": "wgs84",
    }


def end(random: Random, sheet: dict[str, Any], mains: list[str]) -> None:
    """Let a sheet be over: nine of ten closed, some merged, few struck."""
    at, chance = sheet["reported_at"], random.random()
    sheet |= {"state": IncidentState.CLOSED, "completed_at": at + MINUTE}
    if mains and chance < 0.06:
        sheet |= {
            "state": IncidentState.MERGED,
            "main_id": random.choice(mains),
            "link_type": "1",
            "state_before_merge": "taken",
        }
    elif chance > 0.98:
        sheet |= {"state": IncidentState.STRUCK, "struck_at": at, "struck_reason": "误登"}
    else:
        sheet |= {"closed_at": at + 40 * MINUTE, "result": "01", "fed_back": True}


def job_of(random: Random, sheet: dict[str, Any], unit: str, at: int) -> dict[str, Any]:
    """Return the columns of a job that is over."""
    steps = ("issued", "delivered", "signed", "departed", "arrived", "finished")
    minutes = dict(zip(steps, (1, 1, 2, 2, random.randrange(4, 11), 35), strict=True))
    return {
        "id": uuid7(at, random.randbytes(10)),
        "incident_id": sheet["id"],
        "unit_id": unit,
        "role": Role.MAIN,
        "state": AssignmentState.FINISHED,
        "dispatcher": BY,
        "out_since": at + 2 * MINUTE,
        **{f"{step}_at": at + minute * MINUTE for step, minute in minutes.items()},
    }


def line(random: Random, sheet: dict[str, Any], code: str, at: int) -> dict[str, Any]:
    """Return the columns of a line of a timeline."""
    said = {"number": sheet["number"]}
    key = uuid7(at, random.randbytes(10))
    return {"id": key, "incident_id": sheet["id"], "at": at, "code": code, "params": said} | {
        "actor": BY,
        "seat": SEAT,
    }


def lay(file: Path, sheets: Iterable[list[Row]]) -> None:
    """Put rows and their records behind what the store has; the search index is given up for it."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        for trigger in ("search_birth", "search_change", "search_end"):
            connection.execute(f"DROP TRIGGER {trigger}")
        connection.execute("PRAGMA journal_mode=OFF")
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("PRAGMA cache_size=-400000")
        connection.execute("BEGIN")
        layer = Layer(connection)
        rest = iter(sheets)
        while some := list(islice(rest, SHEETS_A_RECORD)):
            layer.lay([row for rows in some for row in rows], len(some))
        layer.close()
        connection.execute("COMMIT")


class Layer:
    """Writes rows and records as the recorder does, many at a time; what a row does not say is as at birth."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        query = "SELECT seq, hlc, head, next_number FROM seat WHERE own"
        self._seq, self._hlc, self._head, self._next = connection.execute(query).fetchone()

    def lay(self, rows: list[Row], sheets: int) -> None:
        """Write one record and its rows."""
        changes = tuple(
            (LAID[cls], row["id"], {name: value for name, value in row.items() if name != "id"})
            for cls, row in rows
        )
        self._seq, self._next = self._seq + 1, self._next + sheets
        self._hlc = tick(self._hlc, wall_ms())
        text, prev, what = canonical(changes), self._head, "import_calls"
        self._head = record_hash(SEAT, self._seq, self._hlc, BY, what, text, prev)
        self._connection.execute(
            "INSERT INTO journal (seat, seq, hlc, actor, command, changes, prev, hash) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (SEAT, self._seq, self._hlc, BY, what, text, prev, self._head),
        )
        self._connection.executemany(
            "INSERT INTO journal_touch (entity, entity_id, seat, seq) VALUES (?, ?, ?, ?)",
            [(entity, id, SEAT, self._seq) for entity, id, _ in changes],
        )
        for cls in LAID:
            self._insert(cls, [row for other, row in rows if other is cls])

    def close(self) -> None:
        """Move the head of the chain."""
        self._connection.execute(
            "UPDATE seat SET seq = ?, hlc = ?, head = ?, next_number = ? WHERE own",
            (self._seq, self._hlc, self._head, self._next),
        )

    def _insert(self, cls: type[Entity], rows: list[dict[str, Any]]) -> None:
        alike: dict[tuple[str, ...], list[list[Any]]] = defaultdict(list)
        for row in rows:
            if "params" in row:
                row["params"] = json.dumps(row["params"])
            alike[tuple(row)].append(list(row.values()))
        for names, values in alike.items():
            self._connection.executemany(insertion(cls, names), values)


@cache
def insertion(cls: type[Entity], names: tuple[str, ...]) -> str:
    """Return the statement that enters rows with these columns; the others are as at birth."""
    born = {name: value for name, value in birth_values(cls).items() if name not in names}
    marks = ["?"] * len(names) + [literal(value) for value in born.values()]
    columns = ", ".join((*names, *born))
    return f"INSERT INTO {LAID[cls]} ({columns}) VALUES ({', '.join(marks)})"


def literal(value: Any) -> str:
    """Return a default as SQL."""
    if isinstance(value, list | dict):
        value = json.dumps(value)
    return f"'{value}'" if isinstance(value, str) else str(int(value))


if __name__ == "__main__":
    city(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else OPEN)
