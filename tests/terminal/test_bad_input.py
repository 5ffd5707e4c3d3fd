"""Bad files and arguments on the command line: each gets one clear sentence, and the store loses nothing."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

import main
from models.board import TermCard
from services.database import Database
from services.drill import START_MS
from services.resource import RESOURCES
from services.searching import Wanted, search_sheets
from tests.store import furnished_store

MAPPING = (RESOURCES / "mapping" / "montgomery.toml").read_text(encoding="utf-8")
HEADER = "lat,lng,zip,title,time_stamp,twp\n"
GOOD = "40.29,-75.58,19525.0,EMS: FALL VICTIM,2015-12-10 22:40:00,NEW HANOVER\n"
TERMS = "code,name,name_en,parent,valid_from,valid_to\n"


def log(*rows: str) -> bytes:
    """Return a log whose first row is good."""
    return (HEADER + GOOD + "".join(f"{row}\n" for row in rows)).encode()


def at(
    lat: str = "40.2",
    lon: str = "-75.5",
    time: str = "2015-12-10 22:41:00",
    title: str = "EMS: FALL VICTIM",
) -> str:
    """Return a row with one thing wrong."""
    return f"{lat},{lon},19525.0,{title},{time},HERE"


def mapped(old: str, new: str) -> str:
    """Return the shipped mapping with one thing changed."""
    assert old in MAPPING
    return MAPPING.replace(old, new)


@dataclass(frozen=True)
class Case:
    """A log and its mapping: the status, a word of the sentence, and how many sheets are in the store afterwards."""

    log: bytes
    status: int
    says: str
    taken: int
    mapping: str = MAPPING


CALLS: dict[str, Case] = {
    "good": Case(log(), 0, "1", 1),
    "empty": Case(b"", 3, "缺少映射所用的列", 0),
    "header alone": Case(HEADER.encode(), 0, "0", 0),
    "no csv at all": Case(bytes(range(256)) * 50, 3, "编码", 0),
    "a picture": Case(b"\x89PNG\r\n\x1a\n" + b"\x00\xff" * 500, 3, "编码", 0),
    "nothing but nul": Case(b"\x00" * 5000, 3, "列", 0),
    "byte order mark": Case(b"\xef\xbb\xbf" + log(), 0, "1", 1),
    "utf-16": Case(log().decode().encode("utf-16"), 3, "编码", 0),
    "gb18030 read as utf-8": Case(
        log(at(title="EMS: 跌倒")).decode().encode("gb18030"), 3, "编码", 0
    ),
    "gb18030 named in the mapping": Case(
        (HEADER + GOOD.replace("NEW HANOVER", "漳州芗城")).encode("gb18030"),
        0,
        "1",
        1,
        mapped('name = "montgomery"', 'name = "montgomery"\nencoding = "gb18030"'),
    ),
    "windows lines": Case(log().replace(b"\n", b"\r\n"), 0, "1", 1),
    "a quote that never ends": Case(log('"' + at()), 0, "读不出来", 1),
    "a quote that never ends in the header": Case(b'"' + log(), 3, "表头", 0),
    "a cell of two million": Case(log(at(title="x" * 2_100_000)), 0, "2000000", 1),
    "too few cells": Case(log("40.2,-75.5"), 0, "应有 6 格", 1),
    "too many cells": Case(log(at() + ",more"), 0, "应有 6 格", 1),
    "no number": Case(log(at(lat="north")), 0, "north", 1),
    "not a number": Case(log(at(lat="NaN")), 0, "NaN", 1),
    "infinite": Case(log(at(lon="-inf")), 0, "inf", 1),
    "out of range": Case(log(at(lat="91")), 0, "91", 1),
    "swapped": Case(log(at(lat="-117.6", lon="24.5")), 0, "117.6", 1),
    "huge": Case(log(at(lon="1e400")), 0, "1e400", 1),
    "half a place": Case(log(at(lon="")), 0, "坐标", 1),
    "thirtieth of February": Case(log(at(time="2026-02-30 10:00:00")), 0, "2026-02-30", 1),
    "thirteenth month": Case(log(at(time="2026-13-01 10:00:00")), 0, "2026-13-01", 1),
    "no time": Case(log(at(time="")), 0, "时间", 1),
    "before time began": Case(log(at(time="0001-01-01 00:00:00")), 0, "0001-01-01", 1),
    "the year thirty thousand": Case(log(at(time="30000-01-01 00:00:00")), 0, "30000", 1),
    "no class": Case(log(at(title="<script>alert(1)</script>")), 0, "<script>", 1),
    "markup in a text": Case(log(at().replace("HERE", "<b>HERE</b>")), 0, "2", 2),
    "sql in a text": Case(log(at().replace("HERE", "'); DROP TABLE call; --")), 0, "2", 2),
    "a formula in a text": Case(log(at().replace("HERE", "=cmd|' /C calc'!A0")), 0, "2", 2),
    "control and bidi in a text": Case(log(at().replace("HERE", "a\x07\u202eb\x1b[2J")), 0, "2", 2),
    "a text without end": Case(log(at().replace("HERE", "字" * 5000)), 0, "5", 1),
    "nested beyond measure": Case(log(), 3, "映射文件", 0, "a = " + "[" * 100_000),
    "a number beyond measure": Case(log(), 3, "映射文件", 0, "a = 1" + "0" * 5000),
    "no toml": Case(log(), 3, "映射文件", 0, "= = ="),
    "a table that is a number": Case(
        log(), 3, "映射文件", 0, "place = 5\n" + MAPPING.split("[place]")[0]
    ),
    "a template that looks inside": Case(
        log(), 3, "映射文件", 0, mapped('narrative = "', 'narrative = "{title.__class__}')
    ),
    "an encoding nobody knows": Case(
        log(),
        3,
        "映射文件",
        0,
        mapped('name = "montgomery"', 'name = "montgomery"\nencoding = "utf-99"'),
    ),
    "a pattern that is none": Case(
        log(),
        3,
        "映射文件",
        0,
        MAPPING + '\n[[class.rule]]\nmatches = "("\ncode = "200100"\nlevel = 3\n',
    ),
}

DICTIONARIES: dict[str, tuple[bytes, int, str]] = {
    "utf-8": ((TERMS + "x1,测试,,,2026-01-01,\n").encode(), 0, "1"),
    "gb18030": ((TERMS + "x1,测试,,,2026-01-01,\n").encode("gb18030"), 0, "1"),
    "byte order mark": ((TERMS + "x1,测试,,,2026-01-01,\n").encode("utf-8-sig"), 0, "1"),
    "utf-16 with its mark": ((TERMS + "x1,测试,,,2026-01-01,\n").encode("utf-16"), 0, "1"),
    "utf-16 without": ((TERMS + "x1,测试,,,2026-01-01,\n").encode("utf-16-le"), 3, "编码"),
    "empty": (b"", 4, "缺少列"),
    "no header": (b"x1,\xe6\xb5\x8b,,,2026-01-01,\n", 4, "缺少列"),
    "a doubled column": (b"code,name,code,valid_from\n1,2,3,4\n", 4, "表头"),
    "a formula": ((TERMS + "x1,=cmd|' /C calc'!A0,,,2026-01-01,\n").encode(), 4, "公式"),
    "thirtieth of February": ((TERMS + "x1,测试,,,2026-02-30,\n").encode(), 4, "2026-02-30"),
    "markup": ((TERMS + "x1,<script>alert(1)</script>,,,2026-01-01,\n").encode(), 0, "1"),
    "a name without end": ((TERMS + f"x1,{'字' * 5000},,,2026-01-01,\n").encode(), 4, "200"),
    "no code": ((TERMS + ",测试,,,2026-01-01,\n").encode(), 4, "code"),
    "a quote that never ends": ((TERMS + 'x1,"测试,,,2026-01-01,\n').encode(), 4, "引号"),
    "a cell of two million": (
        (TERMS + f"x1,{'x' * 2_100_000},,,2026-01-01,\n").encode(),
        4,
        "2000000",
    ),
    "binary": (bytes(range(256)) * 20, 3, "编码"),
}


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store with the shipped dictionaries; the command line speaks Chinese."""
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    # What is refused is written where the command runs.
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "desk.sqlite"
    path.write_bytes(furnished_store(START_MS))
    return path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """Runs the command line; returns its status and everything it said."""

    def call(*arguments: object) -> tuple[int, str]:
        status = main.main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return status, said.out + said.err

    return call


@pytest.mark.parametrize("name", CALLS)
def test_a_log_goes_in_or_is_refused_by_name(
    store: Path, tmp_path: Path, run: Callable[..., tuple[int, str]], name: str
) -> None:
    case = CALLS[name]
    (tmp_path / "log.csv").write_bytes(case.log)
    (tmp_path / "map.toml").write_text(case.mapping, encoding="utf-8")
    status, said = run(
        "import",
        "calls",
        tmp_path / "log.csv",
        "--mapping",
        tmp_path / "map.toml",
        "--store",
        store,
    )
    refused = tmp_path / "log.csv.refused.csv"
    said += refused.read_text(encoding="utf-8-sig") if refused.exists() else ""
    assert (status, case.says in said) == (case.status, True), said
    assert "Traceback" not in said
    with closing(Database(store)) as database:
        assert len(database.read(search_sheets, Wanted()).cards) == case.taken
        assert len(database.board().all(TermCard)) > 100
    status, said = run("verify", "--store", store)
    assert status == 0, said


@pytest.mark.parametrize("name", DICTIONARIES)
def test_a_dictionary_goes_in_or_every_bad_line_is_named(
    store: Path, tmp_path: Path, run: Callable[..., tuple[int, str]], name: str
) -> None:
    raw, wanted, says = DICTIONARIES[name]
    (tmp_path / "terms.csv").write_bytes(raw)
    with closing(Database(store)) as database:
        before = database.board()
    status, said = run(
        "import", "dictionary", "equipment_state", tmp_path / "terms.csv", "--store", store
    )
    assert (status, says in said) == (wanted, True), said
    with closing(Database(store)) as database:
        terms = database.board().all(TermCard)
    added = len(terms) - len(before.all(TermCard))
    assert added == (1 if wanted == 0 else 0)


@pytest.mark.parametrize(
    "arguments",
    [
        ("import", "dictionary", "../../etc/passwd", "x.csv"),
        ("import", "dictionary", "equipment_state", "../../../nowhere.csv"),
        ("import", "dictionary", "equipment_state", "."),
        ("import", "calls", ".", "--mapping", "x.toml"),
        ("import", "calls", "x.csv", "--mapping", "."),
        ("import", "calls", "nul\x00byte.csv", "--mapping", "x.toml"),
        ("export", "dictionary", "'; DROP TABLE term; --", "x.csv"),
        ("verify", "--store", "."),
        ("verify", "--store", "nowhere.sqlite"),
        ("--speed", "nan"),
        ("--speed", "0"),
        ("--seed", "1e9"),
        ("--lang", "xx"),
        ("--theme", "pink"),
        ("--nonsense",),
        ("",),
    ],
)
def test_a_bad_argument_is_named(
    store: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    run: Callable[..., tuple[int, str]],
    arguments: tuple[str, ...],
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    more = () if "--store" in arguments else ("--store", store)
    status, said = run(*arguments, *more)
    assert status in (2, 3, 4), said
    assert said.strip()
    assert "Traceback" not in said


def test_a_log_in_broken_gzip_is_refused(
    store: Path, tmp_path: Path, run: Callable[..., tuple[int, str]]
) -> None:
    (tmp_path / "map.toml").write_text(MAPPING, encoding="utf-8")
    for name, raw in (("cut.gz", gzip.compress(log())[:-12]), ("no.gz", log())):
        (tmp_path / name).write_bytes(raw)
        status, said = run(
            "import", "calls", tmp_path / name, "--mapping", tmp_path / "map.toml", "--store", store
        )
        assert (status, "不完整" in said) == (3, True), said
