"""Lines of the command line: any text has an answer, what is offered says itself without a second reading, nothing is guessed."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from models.board import IncidentCard, UnitCard
from models.reason import Reason
from models.state import Duty
from services.closing import close, feed_back
from services.database import Database
from services.dispatching import (
    arrive,
    ask_return,
    assign_units,
    cancel,
    decide_return,
    depart,
    finish,
    move_unit,
    set_main_unit,
    sign,
)
from services.fleet import set_duty
from services.timeline import write_note
from tests.ui.desk import make_desk, order_job, run, settle, sheet_jobs, unit_job, write_all
from ui.command.grammar import split
from ui.command.index import Index
from ui.command.meaning import Reading
from ui.command.reader import Reader
from ui.desk import Desk
from ui.move import DUTIES, STEPS
from ui.scope import BY_NAME
from ui.verb import BY_WORD, VERBS

SIGNS = ("618", "621", "625", "巷口01", "61", "12")
WORDS = sorted(BY_WORD)
THINGS = (
    *SIGNS,
    *"1 2 3 12 03 999 . D11 xctj 现场 胜利 shengli xk jt 接听 误派 / ! ？ ６１８".split(),
)


def world(store: Database) -> None:
    """Six units and three sheets; 618 is on the first sheet, 巷口01 too."""
    jobs = [unit_job(f"u{sign}", sign) for sign in SIGNS]
    jobs += sheet_jobs("i1", address="胜利西路118号")
    jobs += sheet_jobs("i2", address="新华北路2号", class_taken="300100")
    jobs += sheet_jobs("i3", address="胜利东路3号")
    write_all(store, [*jobs, order_job("i1", "u618", "u巷口01")])


class At:
    """A reader at a desk, and what it says."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.root = QObject()
        self.reader = Reader(desk, Index(desk, self.root))

    def read(self, line: str) -> Reading:
        """Return the reading of a line."""
        return self.reader.read(line)

    def done(self, line: str) -> list[tuple[object, tuple[object, ...]]]:
        """Return the commands of a line that has one meaning which can be done."""
        sole = self.read(line).sole
        assert sole is not None, self.read(line)
        assert not sole.why_not, sole.why_not
        return [(deed.command, deed.args) for deed in sole.deeds]

    def job(self, sign: str) -> str:
        """Return the key of the assignment a unit is on."""
        card = self.desk.store.board.get(UnitCard, f"u{sign}")
        assert card is not None
        assert card.job is not None
        return card.job.id


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path) -> At:
    """A reader over the small world, its sounds read out."""
    desk = make_desk(qtbot, tmp_path, fill=world)
    reader = At(desk)
    with qtbot.waitSignal(desk.store.loaded):
        desk.store.load()
    settle(qtbot, desk)
    return reader


def test_no_short_word_stands_for_two_verbs() -> None:
    counts = Counter(word for verb in VERBS for word in verb.words)
    assert [word for word, count in counts.items() if count > 1] == []
    assert all(word == word.lower() for word in BY_WORD)
    steps = {move.action for move in (*STEPS, *DUTIES)}
    assert steps == {verb.name for verb in VERBS if verb.name.startswith("unit.")}


def test_every_step_answers_to_its_key_on_the_units_board() -> None:
    for verb in VERBS:
        if verb.name.startswith("unit."):
            assert BY_NAME[verb.name].key.lower() in verb.words


@given(st.text(max_size=60))
def test_any_text_can_be_split(line: str) -> None:
    told = split(line)
    assert len(told.words) == len(told.rests)
    assert all(rest.startswith(word) for word, rest in zip(told.words, told.rests, strict=True))
    assert (told.verb is None) == (told.said not in BY_WORD)


def test_any_line_is_read_and_what_is_offered_has_one_meaning(at: At) -> None:
    lines = st.one_of(
        st.text(max_size=40),
        st.lists(st.sampled_from((*WORDS, *THINGS)), max_size=5).map(" ".join),
        st.tuples(
            st.sampled_from(WORDS), st.lists(st.sampled_from(THINGS), min_size=1, max_size=4)
        ).map(lambda pair: " ".join((pair[0], *pair[1]))),
    )

    @settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
    @given(
        line=lines,
        chosen=st.sampled_from(["", "i1", "i2", "gone"]),
        unit=st.sampled_from(["", "u618", "u621", "gone"]),
    )
    def check(line: str, chosen: str, unit: str) -> None:
        at.desk.selection.choose_incident(chosen)
        at.desk.selection.choose_unit(unit)
        read = at.read(line)
        assert len(read.meanings) <= 9
        assert read.sole is None or read.sole.is_whole
        if line.strip() and not read.meanings and split(line).said:
            assert read.problem
        for meaning in read.meanings:
            assert meaning.words
            if meaning.deeds:
                again = at.read(meaning.line)
                assert again.sole is not None, meaning.line
                assert again.sole.deeds == meaning.deeds

    check()


@pytest.mark.parametrize(
    ("line", "command", "args"),
    [
        ("派 621 2", assign_units, ("i2", ["u621"])),
        ("派621 2", assign_units, ("i2", ["u621"])),
        ("p 621 2", assign_units, ("i2", ["u621"])),
        ("d 621 625 新华", assign_units, ("i2", ["u621", "u625"])),
        ("send ６２１ ２", assign_units, ("i2", ["u621"])),
        ("派 62 625 2", assign_units, ("i2", ["u621", "u625"])),
        ("结 2 D11", close, ("i2", "D11", "")),
        ("结 2 xctj 已劝解 双方 满意", close, ("i2", "D11", "已劝解 双方 满意")),
        ("反 2 现场调解", feed_back, ("i2",)),
        ("记 2 已通知 家属", write_note, ("i2", "已通知 家属")),
    ],
)
def test_a_line_means_one_command(
    at: At, line: str, command: object, args: tuple[object, ...]
) -> None:
    if line == "派 62 625 2":
        # A part of a call sign that two units share is two readings, and neither is taken.
        read = at.read(line)
        assert read.sole is None
        assert [meaning.deeds[0].args[1] for meaning in read.meanings] == [
            ["u621", "u625"],
            ["u625"],
        ]
        return
    assert at.done(line) == [(command, args)]


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("到 618", arrive),
        ("5 618", arrive),
        ("出 618", depart),
        ("签 618", sign),
        ("a 618", arrive),
    ],
)
def test_a_step_is_told_by_word_or_code(at: At, line: str, command: object) -> None:
    assert at.done(line) == [(command, (at.job("618"),))]


def test_the_rest_of_the_verbs_mean_what_the_table_says(at: At, qtbot: QtBot) -> None:
    job = at.job("618")
    assert at.done("撤 618 误派") == [(cancel, (job, Reason("误派")))]
    assert at.done("退 618 车胎爆了") == [(ask_return, (job, Reason("车胎爆了")))]
    assert at.done("改 618 2") == [(move_unit, (job, "i2"))]
    assert at.done("主 xk01") == [(set_main_unit, (at.job("巷口01"),))]
    assert at.done("备 621") == [(set_duty, ("u621", Duty.STANDBY))]
    run(qtbot, at.desk, arrive, job)
    assert at.done("6 618") == [(finish, (job,))]
    run(qtbot, at.desk, ask_return, at.job("巷口01"), "换班")
    assert at.done("准 巷口") == [(decide_return, (at.job("巷口01"),))]


def test_what_would_happen_is_said_before(at: At) -> None:
    sole = at.read("派 621 2").sole
    sheet = at.desk.store.board.get(IncidentCard, "i2")
    assert sole is not None
    assert sheet is not None
    assert sole.words.startswith(f"派 621 → {sheet.number} ")
    assert "新华北路2号" in sole.words


def test_an_ambiguous_line_is_a_list_and_no_deed(at: At) -> None:
    at.desk.selection.choose_incident("i1")
    streets = at.read("派 621 胜利")
    assert streets.sole is None
    assert {meaning.deeds[0].args[0] for meaning in streets.meanings} == {"i1", "i3"}
    units = at.read("派 6")
    assert units.sole is None
    assert len(units.meanings) > 1
    nothing_typed = at.read("派")
    assert nothing_typed.sole is None, "who is not named is not sent"
    assert nothing_typed.meanings


def test_a_word_that_is_a_call_sign_and_a_sheet_is_both(at: At, qtbot: QtBot) -> None:
    for number in range(4, 13):
        for job in sheet_jobs(f"i{number}"):
            run(qtbot, at.desk, job.command, *job.args, **job.kwargs)
    at.desk.selection.choose_incident("i2")
    read = at.read("派 621 12")
    assert read.sole is None
    assert [meaning.deeds[0].args for meaning in read.meanings] == [
        ("i2", ["u621", "u12"]),
        ("i12", ["u621"]),
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("派 999", "999"),
        ("派 621 999", "999"),
        ("开 999", "999"),
        ("结 2 没有这种", "没有这种"),
        ("记 2", "内容"),
        ("撤 618", "原因"),
        ("结 2", "处理结果"),
        ("qqqq", "qqqq"),
        ("看 621 625", "625"),
    ],
)
def test_what_is_wrong_or_missing_is_said_in_words(at: At, line: str, said: str) -> None:
    read = at.read(line)
    assert read.sole is None
    assert said in read.problem


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("派 618 2", "618"),
        ("完 618", "处理完毕"),
        ("到 621", "621"),
        ("改 618 1", "已经在这起警情"),
        ("急 618", ""),
    ],
)
def test_what_the_rules_refuse_is_said_before(at: At, line: str, said: str) -> None:
    sole = at.read(line).sole
    assert sole is not None
    assert said in sole.why_not
    assert bool(sole.why_not) == bool(said)


@pytest.mark.parametrize("line", ["接听", "jt", "jieting", "F4"])
def test_an_action_is_found_by_name_pinyin_initials_and_key(at: At, line: str) -> None:
    sole = at.read(line).sole
    assert sole is not None
    assert sole.go == ("action", "call.answer")


def test_the_sounds_follow_the_board(at: At, qtbot: QtBot) -> None:
    assert at.read("开 xhbl").sole is not None
    (job, *_) = sheet_jobs("i9", address="漳华路9号")
    run(qtbot, at.desk, job.command, *job.args, **job.kwargs)
    sole = at.read("开 zhanghua").sole
    assert sole is not None
    assert sole.go == ("sheet", "i9")
