"""Records in any order, in any chunks, as often as you like: who has the same records has the same rows."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.base import Entity
from models.beat import Beat, BeatOutline
from models.entry import Entry
from models.errors import TroubleError
from models.incident import Incident
from models.journal import JournalHeld, Record, SeatRow, canonical, record_hash
from models.organisation import Organisation
from models.party import Party
from models.unit import Unit
from services.dispatching import arrive, assign_units, sign
from services.fleet import draw_beat, set_duty
from services.linking import link, unlink
from services.taking import change_sheet
from services.timeline import write_note
from tests.models.birth import a_sheet
from tests.services.desk import Desk
from tests.services.journal.exchange import act, entity_rows, forged, known, take_in, tell
from tests.services.moves import NAMES

T = TypeVar("T")

RING = [[117.6, 24.5], [117.7, 24.5], [117.7, 24.6]]


def delete_row(session: Session, cls: type[object], id: str, *, at: int, by: str) -> None:
    """Delete one row: no command of the trade does, but the journal can tell it."""
    session.delete(session.get_one(cls, id))


def seats_at_work(
    folder: Path, data: st.DataObject, order: Random, count: int, steps: int
) -> list[Desk]:
    """Return desks that have worked for a while and told each other some of it."""

    def pick(some: Sequence[T]) -> T:
        return data.draw(st.sampled_from(some))

    desks = [Desk(folder, seat=f"S{n}", block=n) for n in range(1, count + 1)]
    for desk in desks:
        desk.now += data.draw(st.integers(-90_000, 90_000), label="its clock is off by")
    first = desks[0]
    first.agency()
    first.sheet()
    for sign_ in ("漳101", "漳102"):
        first.unit(sign_)
    for desk in desks[1:]:
        tell(desk, first.records())
    for _ in range(steps):
        desk = pick(desks)
        if pick(("work", "work", "work", "work", "talk")) == "work":
            act(desk, pick(NAMES), pick)
        else:
            other = pick(desks)
            news = [
                record for place, record in known(other).items() if record.seat != desk_seat(desk)
            ]
            tell(desk, some_of(news, order))
            desk.check()
    return desks


def desk_seat(desk: Desk) -> str:
    """Return the name of a desk's seat."""
    return desk.path.stem


def some_of(records: list[Record], random: Random) -> list[Record]:
    """Return some of the records in any order."""
    some = [record for record in records if random.random() < 0.6]
    random.shuffle(some)
    return some


def in_chunks(records: list[Record], random: Random) -> list[list[Record]]:
    """Return the records shuffled and cut into chunks, some of them twice."""
    mixed = [*records, *random.sample(records, min(5, len(records)))]
    random.shuffle(mixed)
    size = random.randint(1, len(mixed) or 1)
    return [mixed[start : start + size] for start in range(0, len(mixed), size)]


def check_convergence(data: st.DataObject, seats: int, steps: int) -> None:
    """Let seats work, then give everybody everything: all rows must be the same everywhere."""
    folder = Path(tempfile.mkdtemp(prefix="seats-"))
    order = Random(data.draw(st.integers(0, 1 << 32), label="order of the records"))
    desks = seats_at_work(folder, data, order, seats, steps)
    reader = Desk(folder, seat="S9", block=9)
    try:
        everything = {place: record for desk in desks for place, record in known(desk).items()}
        for desk in (*desks, reader):
            foreign = [r for r in everything.values() if r.seat != desk_seat(desk)]
            for chunk in in_chunks(foreign, order):
                tell(desk, chunk)
                if desk is reader:
                    desk.check()
            assert known(desk) == everything
            desk.check()
        rows = entity_rows(reader)
        for desk in desks:
            assert entity_rows(desk) == rows
            assert desk.board == reader.board
        numbers = [
            row[0] for row in reader.db.read(lambda s: s.execute(select(Incident.number)).all())
        ]
        assert len(set(numbers)) == len(numbers)
    finally:
        for desk in (*desks, reader):
            desk.close()
        shutil.rmtree(folder)


LOOSE = settings(
    deadline=None,
    suppress_health_check=list(HealthCheck),
    max_examples=4,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # shrinking takes longer than a test may
)


@LOOSE
@given(data=st.data(), seats=st.integers(2, 3))
def test_who_has_the_same_records_has_the_same_rows(data: st.DataObject, seats: int) -> None:
    check_convergence(data, seats, steps=12)


@pytest.mark.full
@pytest.mark.timeout(1200)
@settings(LOOSE, max_examples=120)
@given(data=st.data(), seats=st.integers(2, 4))
def test_who_has_the_same_records_has_the_same_rows_for_long(
    data: st.DataObject, seats: int
) -> None:
    check_convergence(data, seats, steps=50)


def pair(folder: Path) -> tuple[Desk, Desk]:
    """Return two desks."""
    return Desk(folder, seat="S1", block=1), Desk(folder, seat="S2", block=2)


def held(desk: Desk) -> set[tuple[str, str]]:
    """Return what waits."""
    return set(
        desk.db.read(
            lambda session: [
                (row.entity, row.entity_id) for row in session.scalars(select(JournalHeld))
            ]
        )
    )


def test_children_that_come_before_their_parents_wait_and_then_stand(tmp_path: Path) -> None:
    here, there = pair(tmp_path)
    sheet, unit = here.sheet(), here.unit()
    (job,) = here.send(sheet, unit)
    here.do(arrive, job)
    records = here.records()
    for record in reversed(records[1:]):
        tell(there, [record])
        there.check()
        assert there.get(Incident, sheet) is None
        assert ("entry", sheet) not in held(there)
    assert ("incident", sheet) in held(there)
    assert not there.board.cards.get("incident")
    tell(there, records[:1])
    assert not held(there)
    assert there.board == here.board
    there.check()
    here.close()
    there.close()


def test_an_optional_reference_stays_open_until_it_comes_and_is_then_filled(tmp_path: Path) -> None:
    here, there = pair(tmp_path)
    main, branch = here.sheet(), here.sheet()
    here.do(link, branch, main, "1")
    without = [r for r in here.records() if not any(id == main for _, id, _ in r.changes)]
    tell(there, without)
    assert there.get(Incident, branch).main_id is None
    assert ("incident", branch) in held(there)
    there.check()
    there.do(change_sheet, branch, {"address": "本地改过"})
    there.check()
    there.refuse("link.none", unlink, branch)
    tell(there, here.records())
    row = there.get(Incident, branch)
    assert (row.main_id, row.address) == (main, "本地改过")
    there.check()
    here.close()
    there.close()


def test_a_thing_born_here_that_others_wait_for_fills_what_was_open(tmp_path: Path) -> None:
    """Keys of shipped bodies and beats are the same at every seat: here it is born a second time."""
    here, there = pair(tmp_path)
    here.do(draw_beat, id="beat-1", code="B1", name="一警区", ring=RING)
    unit = here.unit(beat_id="beat-1")
    tell(there, here.records()[1:])
    assert there.board.all(next(type(card) for card in there.board.cards["unit"].values()))[unit]
    assert there.get(Unit, unit).beat_id is None
    there.check()
    there.do(draw_beat, id="beat-1", code="B1", name="一警区", ring=RING)
    assert there.get(Unit, unit).beat_id == "beat-1"
    assert not held(there)
    there.check()
    here.close()
    there.close()


def put(session: Session, *things: Entity, at: int, by: str) -> None:
    """Add things as they are."""
    session.add_all(things)


def test_a_part_that_waits_and_is_born_here_too_keeps_what_it_had(tmp_path: Path) -> None:
    here, there = pair(tmp_path)
    here.do(put, a_sheet(id="i1"))
    here.do(put, Party(id="p1", incident_id="i1", role="01", name="一", struck_at=5))
    tell(there, here.records()[1:])
    assert held(there) == {("party", "p1")}
    there.check()
    there.do(put, a_sheet(id="i1"), Party(id="p1", incident_id="i1", role="01", name="二"))
    row = there.get(Party, "p1")
    assert (row.name, row.struck_at) == ("二", 5)
    assert not held(there)
    there.check()
    for_there, for_here = here.records(), there.records()
    tell(there, for_there)
    tell(here, for_here)
    assert entity_rows(here) == entity_rows(there)
    for desk in (here, there):
        desk.check()
        desk.close()


def test_a_deletion_takes_along_what_cannot_stand_without_it(tmp_path: Path) -> None:
    here, there = pair(tmp_path)
    here.do(draw_beat, id="beat-1", code="B1", name="一", ring=RING)
    tell(there, here.records())
    unit = there.unit(beat_id="beat-1")
    here.do(delete_row, BeatOutline, "beat-1/1")
    here.do(delete_row, Beat, "beat-1")
    there.do(draw_beat, id="beat-1", code="B1", name="一", ring=RING)
    before_here, before_there = here.records(), there.records()
    tell(here, before_there)
    tell(there, before_here)
    assert entity_rows(here) == entity_rows(there)
    assert here.get(Unit, unit).beat_id is None
    assert here.get(Beat, "beat-1") is None
    here.check()
    there.check()
    here.close()
    there.close()


def test_a_thing_that_goes_and_comes_back_in_one_command_is_what_it_is_now(tmp_path: Path) -> None:
    def swap(session: Session, id: str, *, at: int, by: str) -> None:
        old = session.get_one(Organisation, id)
        session.delete(old)
        session.flush()
        session.add(Organisation(id=id, code="1", name="新", kind="station"))

    def switch(session: Session, id: str, *, at: int, by: str) -> None:
        session.delete(session.get_one(Organisation, id))
        session.add(Organisation(id=id, code="2", name="更新", kind="station"))

    desk = Desk(tmp_path)
    station = desk.station(lon=117.6, lat=24.5)
    for command in (swap, switch):
        desk.do(command, station)
        assert desk.get(Organisation, station).lon is None
        desk.check()
    desk.close()


def test_two_seats_that_change_one_sheet_keep_both_changes_and_the_later_of_one_field(
    tmp_path: Path,
) -> None:
    here, there = pair(tmp_path)
    sheet = here.sheet()
    tell(there, here.records())
    here.do(change_sheet, sheet, {"address": "甲", "narrative": "甲"})
    there.now = here.now + 5_000
    there.do(change_sheet, sheet, {"address": "乙", "suspects": 2})
    for_there, for_here = here.records(), there.records()
    tell(there, for_there)
    tell(here, for_here)
    for desk in (here, there):
        row = desk.get(Incident, sheet)
        assert (row.address, row.narrative, row.suspects) == ("乙", "甲", 2)
        desk.check()
        desk.close()


def test_what_is_done_after_hearing_of_something_wins_though_the_wall_clock_is_behind(
    tmp_path: Path,
) -> None:
    here, there = pair(tmp_path)
    sheet = here.sheet()
    here.now += 3_600_000
    here.do(change_sheet, sheet, {"address": "快钟"})
    tell(there, here.records())
    there.do(change_sheet, sheet, {"address": "慢钟后写"})
    tell(here, there.records())
    assert here.get(Incident, sheet).address == "慢钟后写"
    here.check()
    here.close()
    there.close()


def test_the_clock_of_a_seat_never_runs_backwards_when_the_wall_does(tmp_path: Path) -> None:
    walls = iter([5_000, 4_000, 4_000, 1, 9_000])
    desk = Desk(tmp_path, wall=lambda: next(walls))
    for n in range(5):
        desk.do(draw_beat, id=f"beat-{n}", code="B", name="x", ring=RING)
    stamps = [record.hlc for record in desk.records()]
    assert stamps == sorted(set(stamps))
    assert [record.seq for record in desk.records()] == [1, 2, 3, 4, 5]
    desk.close()


def test_merging_the_same_again_changes_nothing(tmp_path: Path) -> None:
    here, there = pair(tmp_path)
    sheet = here.sheet()
    here.do(write_note, sheet, "一")
    tell(there, [*here.records(), *here.records()])
    rows = there.rows()
    tell(there, here.records())
    tell(there, there.records())
    assert there.rows() == rows
    here.close()
    there.close()


def rehashed(record: Record) -> Record:
    """Return a record whose hash fits its content again."""
    text = canonical(record.changes)
    return replace(
        record,
        hash=record_hash(
            record.seat, record.seq, record.hlc, record.actor, record.command, text, record.prev
        ),
    )


BAD = {
    "a field edited": lambda r: forged(r, changes=(("call", "x", {"rang_at": 1}),)),
    "the actor edited": lambda r: forged(r, actor="P99"),
    "the stamp edited": lambda r: forged(r, hlc=r.hlc + 1),
    "the seat edited": lambda r: forged(r, seat="S7"),
    "the number edited": lambda r: forged(r, seq=r.seq + 1),
    "the link edited": lambda r: forged(r, prev="f" * 64),
    "another record at its place": lambda r: rehashed(forged(r, actor="P99")),
    "a record that does not follow": lambda r: rehashed(forged(r, seq=r.seq + 9, prev="e" * 64)),
    "no place": lambda r: rehashed(forged(r, seq=0)),
    "a first one that follows something": lambda r: rehashed(
        forged(r, seat="S8", seq=1, prev="e" * 64)
    ),
    "a stamp past all clocks": lambda r: rehashed(forged(r, seat="S8", seq=5, hlc=1 << 63)),
    "what is no number": lambda r: forged(r, changes=(("call", "x", {"rang_at": float("nan")}),)),
    "what nobody knows": lambda r: rehashed(
        forged(r, seat="S8", seq=5, changes=(("spell", "x", {"a": 1}),))
    ),
}


@pytest.mark.parametrize("how", sorted(BAD))
def test_a_bad_record_is_refused_with_all_that_came_with_it(tmp_path: Path, how: str) -> None:
    here, there = pair(tmp_path)
    sheet = here.sheet()
    here.do(write_note, sheet, "一")
    records = here.records()
    there.sheet()
    if how != "a record that does not follow":
        tell(there, records[:2])
        batch = [records[2], BAD[how](records[1])]
    else:
        # One that claims the place behind a known one.
        tell(there, records)
        last = records[-1]
        batch = [rehashed(forged(last, seq=last.seq + 1, prev="e" * 64))]
    before = there.rows()
    with pytest.raises(TroubleError) as trouble:
        tell(there, batch)
    assert trouble.value.code == "journal.bad_record"
    assert there.rows() == before
    there.check()
    here.close()
    there.close()


def test_two_records_that_claim_one_place_in_one_batch_are_refused(tmp_path: Path) -> None:
    here, there = pair(tmp_path)
    here.sheet()
    first = here.records()[0]
    with pytest.raises(TroubleError, match=r"journal\.bad_record"):
        tell(there, [first, rehashed(forged(first, actor="P99"))])
    assert not there.records()
    here.close()
    there.close()


def test_a_record_of_the_own_seat_that_the_store_lacks_is_refused(tmp_path: Path) -> None:
    """An older copy was put back: to take its own lost records for others' would break its chain."""
    here, there = pair(tmp_path)
    sheet = here.sheet()
    here.close()
    older = tmp_path / "older.db"
    shutil.copy(here.path, older)
    here = Desk(tmp_path, seat="S1", block=1)
    here.do(write_note, sheet, "后来的")
    tell(there, here.records())
    here.close()
    shutil.copy(older, here.path)
    here = Desk(tmp_path, seat="S1", block=1)
    with pytest.raises(TroubleError, match=r"journal\.own_seat"):
        tell(here, there.records())
    here.do(write_note, sheet, "还能写")
    here.check()
    here.close()
    there.close()


def test_sheet_numbers_of_two_blocks_never_clash_and_a_wider_block_is_refused(
    tmp_path: Path,
) -> None:
    here, there = pair(tmp_path)
    for desk in (here, there):
        desk.db.write(set_next, 99_998, at=0, by="test")
        for _ in range(4):
            desk.sheet()
    tell(there, here.records())
    count = there.db.read(lambda s: s.scalar(select(func.count(func.distinct(Incident.number)))))
    assert count == 8
    there.check()
    here.close()
    there.close()
    with pytest.raises(ValueError, match="1000"):
        Desk(tmp_path, seat="S3", block=1000)


def set_next(session: Session, serial: int, *, at: int, by: str) -> None:
    """Let the seat's sheets go on from a serial."""
    session.scalars(select(SeatRow).where(SeatRow.own)).one().next_number = serial


def test_a_unit_sent_by_two_seats_at_once_is_on_both_cards_until_people_settle_it(
    tmp_path: Path,
) -> None:
    here, there = pair(tmp_path)
    unit, sheet = here.unit(), here.sheet()
    tell(there, here.records())
    other = there.sheet()
    here.do(assign_units, sheet, [unit])
    (job,) = there.do(assign_units, other, [unit])
    for_there, for_here = here.records(), there.records()
    tell(there, for_there)
    tell(here, for_here)
    assert entity_rows(here) == entity_rows(there)
    assert here.board == there.board
    there.do(sign, job)
    there.refuse("unit.busy", assign_units, sheet, [unit])
    there.do(set_duty, unit, "patrol")
    here.close()
    there.close()


def test_a_relayed_record_is_as_good_as_one_from_its_own_seat(tmp_path: Path) -> None:
    here, there = pair(tmp_path)
    third = Desk(tmp_path, seat="S3", block=3)
    sheet = here.sheet()
    tell(there, here.records())
    there.do(write_note, sheet, "转")
    tell(third, there.records())
    assert entity_rows(third) == entity_rows(there)
    assert third.db.read(lambda s: s.scalar(select(func.count()).select_from(Entry))) == 3
    for desk in (here, there, third):
        desk.check()
        desk.close()


def test_a_merge_is_one_command_that_leaves_no_record_of_its_own(tmp_path: Path) -> None:
    here, there = pair(tmp_path)
    here.sheet()
    outcome = there.db.write(take_in, here.records(), at=there.now, by="sync")
    assert outcome.result is None
    assert known(there) == known(here)
    here.close()
    there.close()
