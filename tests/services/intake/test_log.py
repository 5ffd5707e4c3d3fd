"""Foreign call logs go in whole, once, with what will not do named."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select

from models.board import CallCard, IncidentCard
from models.call import Call
from models.errors import TroubleError
from models.incident import Incident
from models.journal import JournalRow
from models.state import CallState, IncidentState
from services.database import Database
from services.intake import (
    LogMapping,
    Mode,
    Refused,
    Replay,
    Reported,
    Summary,
    import_log,
    importing,
    read_log,
    read_mapping,
)
from services.journal.verifying import verify
from services.reporting import figures
from services.resource import RESOURCES
from tests.services.desk import NOON, empty_store

SHIPPED = RESOURCES / "mapping" / "montgomery.toml"
REAL = Path(__file__).resolve().parents[4] / "shared" / "data" / "montgomery_911_calls.csv.gz"
HEADER = "lat,lng,zip,title,time_stamp,twp\n"
GOOD = "40.29,-75.58,19525.0,EMS: FALL VICTIM,2015-12-10 22:40:00,NEW HANOVER\n"
FIRE = "40.12,-75.35,19401.0,Fire: BUILDING FIRE,2015-12-10 22:50:00,NORRISTOWN\n"


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    shutil.copy(empty_store(), tmp_path / "desk.sqlite")
    database = Database(tmp_path / "desk.sqlite")
    yield database
    database.close()


@pytest.fixture
def mapping() -> LogMapping:
    return read_mapping(SHIPPED)


def file(folder: Path, rows: str, name: str = "log.csv") -> Path:
    path = folder / name
    raw = (HEADER + rows).encode()
    path.write_bytes(gzip.compress(raw) if name.endswith(".gz") else raw)
    return path


def taken(
    db: Database, path: Path, mapping: LogMapping, mode: Mode = Mode.HISTORY
) -> tuple[Summary, list[Refused]]:
    refused: list[Refused] = []
    summary = import_log(db, path, mapping, mode, at=NOON, by="导入", refuse=refused.append)
    return summary, refused


def sheets(db: Database) -> list[Incident]:
    return db.read(
        lambda session: list(session.scalars(select(Incident).order_by(Incident.reported_at)))
    )


@pytest.mark.parametrize("name", ["log.csv", "log.csv.gz"])
def test_history_comes_closed_with_the_times_of_its_source(
    db: Database, tmp_path: Path, mapping: LogMapping, name: str
) -> None:
    summary, refused = taken(db, file(tmp_path, GOOD + FIRE, name), mapping)
    assert summary == Summary(read=2, taken=2)
    assert not refused
    first, second = sheets(db)
    at = round(datetime(2015, 12, 11, 3, 40, tzinfo=UTC).timestamp() * 1000)
    assert {first.reported_at, first.answered_at, first.completed_at, first.closed_at} == {at}
    assert first.state is IncidentState.CLOSED
    assert (first.result, first.class_taken, first.level) == ("D90", "500600", 3)
    assert (second.class_taken, second.level) == ("400100", 2)
    assert first.address == "NEW HANOVER 19525"
    assert first.place is not None
    assert (first.place.lon, first.place.lat, first.place.method) == (-75.58, 40.29, "imported")
    assert db.board().all(IncidentCard) == {}
    assert db.board().all(CallCard) == {}


def test_foreign_calls_for_trials_count_in_no_real_figure(
    db: Database, tmp_path: Path, mapping: LogMapping
) -> None:
    taken(db, file(tmp_path, GOOD), mapping)
    end = 4_000_000_000_000
    assert db.read(figures, start=0, end=end).sheets == 0
    assert db.read(figures, start=0, end=end, drill=True).sheets == 1


def test_open_sheets_wait_for_units(db: Database, tmp_path: Path, mapping: LogMapping) -> None:
    taken(db, file(tmp_path, GOOD + FIRE), mapping, Mode.OPEN)
    cards = db.board().all(IncidentCard).values()
    assert [card.state for card in cards] == [IncidentState.TAKEN] * 2
    assert db.board().all(CallCard) == {}


def test_the_same_file_twice_doubles_nothing(
    db: Database, tmp_path: Path, mapping: LogMapping
) -> None:
    path = file(tmp_path, GOOD + FIRE)
    taken(db, path, mapping)
    summary, _ = taken(db, path, mapping)
    assert summary == Summary(read=2, known=2)
    assert len(sheets(db)) == 2


def test_a_longer_file_brings_only_what_is_new(
    db: Database, tmp_path: Path, mapping: LogMapping
) -> None:
    taken(db, file(tmp_path, GOOD), mapping)
    summary, _ = taken(db, file(tmp_path, FIRE + GOOD), mapping)
    assert summary == Summary(read=2, taken=1, known=1)


def test_two_rows_that_are_alike_are_two_calls(
    db: Database, tmp_path: Path, mapping: LogMapping
) -> None:
    summary, _ = taken(db, file(tmp_path, GOOD + GOOD), mapping)
    assert summary.taken == 2
    assert len({sheet.source_id for sheet in sheets(db)}) == 2


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("40.2,-75.5,1,EMS: X,2015-12-10,T\n", "row.time"),
        ("40.2,-75.5,1,EMS: X,2015-02-30 10:00:00,T\n", "row.time"),
        ("91,-75.5,1,EMS: X,2015-12-10 10:00:00,T\n", "row.place"),
        ("north,-75.5,1,EMS: X,2015-12-10 10:00:00,T\n", "row.place"),
        ("nan,-75.5,1,EMS: X,2015-12-10 10:00:00,T\n", "row.place"),
        ("inf,-75.5,1,EMS: X,2015-12-10 10:00:00,T\n", "row.place"),
        (",-75.5,1,EMS: X,2015-12-10 10:00:00,T\n", "row.half_place"),
        ("40.2,-75.5,1,SOMETHING ELSE,2015-12-10 10:00:00,T\n", "row.class"),
        ("40.2,-75.5,1,EMS: X,2015-12-10 10:00:00\n", "row.columns"),
        (f"40.2,-75.5,1,EMS: X,2015-12-10 10:00:00,{'T' * 201}\n", "text.too_long"),
        ('40.2,-75.5,1,"EMS: X,2015-12-10 10:00:00,T\n', "row.unreadable"),
    ],
)
def test_a_row_that_will_not_do_is_named_by_its_line_and_the_rest_goes_in(
    db: Database, tmp_path: Path, mapping: LogMapping, row: str, reason: str
) -> None:
    summary, refused = taken(db, file(tmp_path, GOOD + row), mapping)
    assert [(it.line, it.reason) for it in refused] == [(3, reason)]
    assert summary == Summary(read=2, taken=1, refused=1)


def test_a_row_without_a_place_goes_in_without_one(
    db: Database, tmp_path: Path, mapping: LogMapping
) -> None:
    taken(db, file(tmp_path, ",,1,EMS: X,2015-12-10 10:00:00,T\n"), mapping)
    assert sheets(db)[0].place is None


def test_summer_time_is_the_zones_own(tmp_path: Path, mapping: LogMapping) -> None:
    rows = "".join(
        f"40.2,-75.5,1,EMS: X,{time},T\n"
        for time in ("2016-03-13 01:30:00", "2016-03-13 03:30:00", "2016-11-06 01:30:00")
    )
    read = [it.row for it in read_log(file(tmp_path, rows), mapping)]
    hours = [
        datetime.fromtimestamp(row.at / 1000, UTC).hour for row in read if isinstance(row, Reported)
    ]
    assert hours == [6, 7, 5]


def test_an_hour_that_summer_time_left_out_is_refused_unless_the_clock_was_late(
    tmp_path: Path, mapping: LogMapping
) -> None:
    log = file(tmp_path, "40.2,-75.5,1,EMS: X,2016-03-13 02:30:00,T\n")
    (late,) = read_log(log, mapping)
    assert isinstance(late.row, Reported)
    strict = tmp_path / "strict.toml"
    strict.write_text(
        SHIPPED.read_text(encoding="utf-8").replace('gap = "shift"', 'gap = "refuse"'),
        encoding="utf-8",
    )
    (refused,) = read_log(log, read_mapping(strict))
    assert isinstance(refused.row, Refused)
    assert refused.row.reason == "row.no_such_time"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('name = "montgomery"', "", "mapping.bad"),
        ('name = "montgomery"', 'name = "a b"', "mapping.bad"),
        ("drill = true", 'drill = "yes"', "mapping.bad"),
        ("level = 3", "level = 7", "mapping.bad"),
        ('address = "{twp} {zip}"', 'address = "{twp.__class__}"', "mapping.bad"),
        ('matches = "^Fire: RESCUE"', 'matches = "("', "mapping.bad"),
        ('datum = "wgs84"', 'datum = "mars"', "mapping.bad"),
        ("drill = true", 'encoding = "morse"', "mapping.bad"),
        ("[time]", "[time", "mapping.bad"),
        ("America/New_York", "America/Nowhere", "zone.unknown"),
    ],
)
def test_a_mapping_that_will_not_do_says_so(tmp_path: Path, old: str, new: str, code: str) -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "mapping.toml"
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(TroubleError) as caught:
        read_mapping(path)
    assert caught.value.code == code


def test_a_log_in_gbk_is_read_where_the_mapping_says_so(tmp_path: Path) -> None:
    path = tmp_path / "mapping.toml"
    path.write_text(
        'encoding = "gb18030"\n' + SHIPPED.read_text(encoding="utf-8"), encoding="utf-8"
    )
    log = tmp_path / "log.csv"
    log.write_bytes((HEADER + GOOD.replace("NEW HANOVER", "漳州市芗城区")).encode("gb18030"))
    (read,) = read_log(log, read_mapping(path))
    assert isinstance(read.row, Reported)
    assert read.row.address.startswith("漳州市芗城区")


def test_a_log_without_the_columns_of_the_mapping_is_a_trouble(
    tmp_path: Path, mapping: LogMapping
) -> None:
    path = tmp_path / "log.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(TroubleError, match=r"mapping\.columns"):
        list(read_log(path, mapping))


@pytest.mark.parametrize(
    ("raw", "name", "code"),
    [
        (None, "log.csv", "file.missing"),
        (b"not gzip", "log.csv.gz", "file.damaged"),
        (gzip.compress((HEADER + GOOD * 500).encode())[:200], "log.csv.gz", "file.damaged"),
        ("lat,lng\n漳州市芗城区".encode("gb18030"), "log.csv", "file.encoding"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_trouble(
    tmp_path: Path, mapping: LogMapping, raw: bytes | None, name: str, code: str
) -> None:
    path = tmp_path / name
    if raw is not None:
        path.write_bytes(raw)
    with pytest.raises(TroubleError) as caught:
        list(read_log(path, mapping))
    assert caught.value.code == code


def test_what_is_interrupted_leaves_whole_chunks_only(
    db: Database, tmp_path: Path, mapping: LogMapping, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "ROWS_A_RECORD", 10)
    rows = "".join(f"40.2,-75.5,{n},EMS: X,2015-12-10 10:{n:02d}:00,T\n" for n in range(35))
    told: list[int] = []

    def interrupt(part: float, read: int) -> None:
        told.append(read)
        if read == 20:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_log(db, file(tmp_path, rows), mapping, Mode.HISTORY, at=NOON, by="x", told=interrupt)
    assert told == [10, 20]
    assert len(sheets(db)) == 20
    assert db.read(verify).misfit is None
    summary, _ = taken(db, file(tmp_path, rows), mapping)
    assert summary == Summary(read=35, taken=15, known=20)


def test_a_replay_rings_with_the_gaps_of_the_log_and_rings_each_call_once(
    db: Database, tmp_path: Path, mapping: LogMapping
) -> None:
    rows = [
        it.row
        for it in read_log(file(tmp_path, FIRE + GOOD), mapping)
        if isinstance(it.row, Reported)
    ]
    for _ in range(2):
        replay = Replay(rows, mapping, NOON, speed=60, by="重放")
        assert replay.next_at() == NOON
        assert replay.setup(db.board()) == []
        first = replay.advance(NOON)
        assert replay.next_at() == NOON + 10_000
        rest = replay.advance(NOON + 20_000)
        assert replay.is_over
        for job in (*first.jobs, *rest.jobs):
            db.write(job.command, *job.args, at=job.at, by=job.by, **job.kwargs)
    cards = sorted(db.board().all(CallCard).values(), key=lambda card: card.rang_at)
    assert [card.rang_at for card in cards] == [NOON, NOON + 10_000]
    assert [card.heard for card in cards] == ["EMS: FALL VICTIM", "Fire: BUILDING FIRE"]
    assert all(card.state is CallState.RINGING and card.drill for card in cards)


@pytest.mark.full
@pytest.mark.skipif(not REAL.exists(), reason=f"{REAL.name} is not here")
@pytest.mark.timeout(300)
def test_sixty_thousand_real_calls_go_in(db: Database, mapping: LogMapping) -> None:
    summary, refused = taken(db, REAL, mapping)
    assert summary == Summary(read=60_000, taken=60_000)
    assert not refused
    count = db.read(
        lambda session: (
            session.scalar(select(func.count()).select_from(Call)),
            session.scalar(select(func.count()).select_from(JournalRow)),
        )
    )
    assert count == (60_000, 300)
