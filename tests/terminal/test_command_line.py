"""The command line says one clear sentence, in either language, and ends with the right status."""

from __future__ import annotations

import ast
import gzip
import io
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

import main
from models.errors import RuleError
from services.database import Database
from services.dictionary import LISTINGS, heading
from services.dictionary.listing import Listing
from services.drill import START_MS, Drill
from services.resource import RESOURCES
from tests.store import furnished_store
from ui.terminal import calling
from ui.terminal.arguments import ArgumentsError, parse, store_path, window
from ui.terminal.command import COMMANDS
from ui.terminal.progress import Progress
from ui.terminal.wording import LANGUAGES, SENTENCES, Wording, language_of

ROOT = Path(__file__).resolve().parents[2]
MAPPING = RESOURCES / "mapping" / "montgomery.toml"
LOG = (
    "lat,lng,zip,title,time_stamp,twp\n"
    "40.29,-75.58,19525.0,EMS: FALL VICTIM,2015-12-10 22:40:00,NEW HANOVER\n"
    "99,-75.58,19525.0,EMS: FALL VICTIM,2015-12-10 22:41:00,NEW HANOVER\n"
)
# Where codes are raised that a command can meet.
SOURCES = [
    "models/text.py",
    "services/database.py",
    "services/schema.py",
    "services/trouble.py",
    *(str(path.relative_to(ROOT)) for path in (ROOT / "services/dictionary").glob("*.py")),
    *(str(path.relative_to(ROOT)) for path in (ROOT / "services/intake").glob("*.py")),
    *(str(path.relative_to(ROOT)) for path in (ROOT / "ui/terminal").glob("*.py")),
]
FAMILIES = ("store", "file", "line", "header", "row", "mapping", "zone", "dictionary", "text")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "desk.sqlite"
    path.write_bytes(furnished_store(START_MS))
    return path


@pytest.fixture(autouse=True)
def chinese(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Run in an empty folder, in Chinese, whatever this machine speaks."""
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    """Run the command line; return its status and what it printed."""
    status = main.main([str(argument) for argument in arguments])
    said = capsys.readouterr()
    return status, said.out, said.err


def strings_in(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def test_every_code_that_a_command_can_meet_has_a_sentence() -> None:
    met = {
        text
        for source in SOURCES
        for text in strings_in(ROOT / source)
        if text.split(".")[0] in FAMILIES and text.replace(".", "").replace("_", "").isalpha()
        if text.count(".") == 1 and not text.endswith(".py")
    }
    assert "store.in_use" in met
    assert "line.overlap" in met
    assert met <= SENTENCES.keys()


def test_every_misfit_has_a_sentence() -> None:
    source = ROOT / "services" / "journal" / "verifying.py"
    met = {
        text
        for text in strings_in(source)
        if text.split(".")[0] in ("record", "head", "seat", "row", "touch") and text.count(".") == 1
        if text.replace(".", "").replace("_", "").isalpha()
    }
    assert {f"misfit.{code}" for code in met} <= SENTENCES.keys()


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_both_languages_say_the_same_blanks(code: str) -> None:
    blanks = [
        sorted({name for _, name, _, _ in Formatter().parse(text) if name})
        for text in SENTENCES[code]
    ]
    assert blanks[0] == blanks[1]
    assert all(SENTENCES[code])


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {}, "zh"),
        ([], {"LANG": "C.UTF-8"}, "zh"),
        ([], {"LANG": "en_GB.UTF-8"}, "en"),
        ([], {"LANG": "en_US", "LC_ALL": "zh_CN"}, "zh"),
        (["verify", "--lang", "en"], {}, "en"),
        (["--lang=zh"], {"LANG": "en_US"}, "zh"),
        (["--lang"], {}, "zh"),
    ],
)
def test_the_language_is_the_one_asked_for_or_the_machines(
    arguments: list[str], environment: dict[str, str], language: str
) -> None:
    assert language_of(arguments, environment) == language


@pytest.mark.parametrize(
    "line", ["--store {} verify", "verify --store {}", "verify --head abc --store {}"]
)
def test_the_store_stands_anywhere_on_the_line(line: str) -> None:
    parsed = parse(line.format("x.sqlite").split(), Wording("zh"))
    assert store_path(parsed) == Path("x.sqlite")


def test_a_drill_has_a_store_of_its_own_beside_the_other() -> None:
    parsed = parse(["--drill", "--seed", "7"], Wording("zh"))
    assert window(parsed, "seed", 1) == 7
    assert store_path(parsed).name == "desk.sqlite"
    assert store_path(parsed, drill=True).name == "drill.sqlite"
    assert store_path(parsed).parent == store_path(parsed, drill=True).parent


@pytest.mark.parametrize(
    "line",
    [
        "nonsense",
        "drill --minutes 5",
        "drill --minutes 0 --report x",
        "drill --minutes many --report x",
        "--speed 0",
        "--speed nan",
        "--auto verify",
        "import",
        "import calls x.csv",
        "import calls x.csv --mapping m --as open --live 3",
        "import dictionary division",
        "verify --lang fr",
        "--seed x",
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_bad_arguments_end_in_one_line(
    capsys: pytest.CaptureFixture[str], line: str, language: str
) -> None:
    given = [*line.split(), *([] if "--lang" in line else ["--lang", language])]
    status, out, err = run(capsys, *given)
    assert status == 2
    assert out == ""
    assert err.count("\n") == 1


def test_every_command_of_the_grammar_has_a_function() -> None:
    say = Wording("zh")
    for line in (
        "verify",
        "drill --report x",
        "import calls f --mapping m",
        "import dictionary n f",
        "export dictionary n f",
    ):
        parsed = parse(line.split(), say)
        assert (parsed.command, getattr(parsed, "what", "")) in COMMANDS


def test_help_is_there_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    for language, word in (("zh", "退出码"), ("en", "Exit status")):
        with pytest.raises(SystemExit) as caught:
            run(capsys, "--lang", language, "--help")
        assert caught.value.code == 0
        assert word in capsys.readouterr().out


def test_a_sound_store_verifies_and_shows_its_heads(
    capsys: pytest.CaptureFixture[str], store: Path
) -> None:
    status, out, _ = run(capsys, "verify", "--store", store)
    assert status == 0
    assert "席位 S001" in out
    kept = next(word for word in out.split() if len(word) == 64)
    assert run(capsys, "verify", "--store", store, "--head", kept)[0] == 0
    assert run(capsys, "verify", "--store", store, "--head", "0" * 64)[0] == 1


def test_a_changed_record_is_named(capsys: pytest.CaptureFixture[str], store: Path) -> None:
    with closing(sqlite3.connect(store)) as connection, connection:
        for (trigger,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            connection.execute(f'DROP TRIGGER "{trigger}"')
        connection.execute("UPDATE journal SET actor = 'somebody else' WHERE seq = 1")
    status, out, _ = run(capsys, "verify", "--store", store, "--lang", "en")
    assert status == 1
    assert "Record 1 of seat S001 was changed." in out


def test_a_changed_row_is_named(capsys: pytest.CaptureFixture[str], store: Path) -> None:
    with closing(sqlite3.connect(store)) as connection, connection:
        connection.execute("UPDATE term SET name = '?' WHERE id = 'level:1:2000-01-01'")
    status, out, _ = run(capsys, "verify", "--store", store)
    assert status == 1
    assert "term level:1:2000-01-01" in out


def newer(path: Path) -> None:
    with closing(Database(path)):
        pass
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE something (id)")


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (newer, "made by a newer version"),
        (foreign, "not a store of this program"),
        (lambda path: path.write_bytes(b"no database at all" * 100), "damaged"),
        (lambda path: None, "There is no store"),
        (lambda path: path.mkdir(), ""),
    ],
)
def test_a_store_that_cannot_be_opened_ends_in_one_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, make: Any, words: str
) -> None:
    path = tmp_path / "given.sqlite"
    make(path)
    status, _, err = run(capsys, "verify", "--store", path, "--lang", "en")
    assert status == 3
    assert words in err
    assert err.count("\n") == 1


def test_a_store_in_use_ends_in_one_line(capsys: pytest.CaptureFixture[str], store: Path) -> None:
    with closing(Database(store)):
        status, _, err = run(capsys, "verify", "--store", store)
    assert status == 3
    assert "正被另一个程序使用" in err
    assert err.count("\n") == 1


def test_a_drill_without_a_window_prints_its_table_and_writes_its_report(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    target = tmp_path / "deep" / "report"
    command = ("drill", "--seed", 3, "--minutes", 4, "--headless", "--report", target)
    status, out, err = run(capsys, *command)
    report = json.loads((target / "report.json").read_text(encoding="utf-8"))
    assert status == 0
    assert err == ""
    assert report["seed"] == 3
    assert report["calls"] > 0
    assert "来电" in out
    run(capsys, *command)
    again = json.loads((target / "report.json").read_text(encoding="utf-8"))
    assert {**again, "commit_ms": 0} == {**report, "commit_ms": 0}
    assert list(target.iterdir()) == [target / "report.json"]


def test_a_drill_on_a_store_of_its_own_keeps_it_and_goes_on_in_it(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "kept.sqlite"
    for _ in range(2):
        status, *_ = run(
            capsys, "drill", "--minutes", 3, "--headless", "--report", tmp_path, "--store", path
        )
        assert status == 0
    assert run(capsys, "verify", "--store", path)[0] == 0


def test_a_report_that_cannot_be_written_ends_in_one_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    status, _, err = run(
        capsys, "drill", "--minutes", 1, "--headless", "--report", tmp_path / "file"
    )
    assert status == 3
    assert err.count("\n") == 1


def test_a_dictionary_goes_out_and_comes_back(
    capsys: pytest.CaptureFixture[str], store: Path, tmp_path: Path
) -> None:
    for name in ("division", "zone", "agency", "agency_contact"):
        path = tmp_path / f"{name}.csv"
        assert run(capsys, "export", "dictionary", name, path, "--store", store)[0] == 0
        status, out, _ = run(capsys, "--store", store, "import", "dictionary", name, path)
        assert status == 0
        assert "新增 0，修改 0，停用 0" in out


def test_a_dictionary_with_bad_lines_names_them_all_and_changes_nothing(
    capsys: pytest.CaptureFixture[str], store: Path, tmp_path: Path
) -> None:
    path = tmp_path / "given.csv"
    path.write_text(
        "code,name,name_en,parent,valid_from,valid_to\nA,甲,,,2000-13-01,\nB,,,,2000-01-01,\n",
        encoding="gb18030",
    )
    status, out, _ = run(capsys, "import", "dictionary", "level", path, "--store", store)
    assert status == 4
    assert "第 2 行 A" in out
    assert "第 3 行 B" in out
    assert "新增" not in out
    exported = tmp_path / "level.csv"
    run(capsys, "export", "dictionary", "level", exported, "--store", store)
    assert "一级" in exported.read_text(encoding="utf-8-sig")


def test_names_of_dictionaries_are_checked(
    capsys: pytest.CaptureFixture[str], store: Path, tmp_path: Path
) -> None:
    path = tmp_path / "x.csv"
    assert run(capsys, "import", "dictionary", "../x", path, "--store", store)[0] == 4
    status, _, err = run(capsys, "export", "dictionary", "nothing", path, "--store", store)
    assert status == 4
    assert "incident_class" in err
    assert not path.exists()


@pytest.mark.parametrize(
    "line", ["import dictionary level nowhere.csv", "import calls nowhere.csv --mapping {mapping}"]
)
def test_a_missing_file_ends_in_one_line(
    capsys: pytest.CaptureFixture[str], store: Path, line: str
) -> None:
    given = [part.format(mapping=MAPPING) for part in line.split()]
    status, _, err = run(capsys, *given, "--store", store)
    assert status == 3
    assert "nowhere.csv" in err
    assert err.count("\n") == 1


def test_calls_come_in_and_what_is_refused_is_in_a_file(
    capsys: pytest.CaptureFixture[str], store: Path, tmp_path: Path
) -> None:
    log = tmp_path / "log.csv.gz"
    log.write_bytes(gzip.compress(LOG.encode()))
    command = ("import", "calls", log, "--mapping", MAPPING, "--store", store)
    status, out, _ = run(capsys, *command)
    assert status == 0
    assert "读到 2 行：导入 1，已有 0，不合格 1。" in out
    report = Path("log.csv.gz.refused.csv").read_text(encoding="utf-8-sig").splitlines()
    assert report[1].startswith("3,row.place,")
    _, out, _ = run(capsys, *command, "--refused", tmp_path / "other.csv")
    assert "导入 0，已有 1，不合格 1。" in out
    assert (tmp_path / "other.csv").exists()


def test_calls_ring_again_as_fast_as_asked(
    capsys: pytest.CaptureFixture[str], store: Path, tmp_path: Path
) -> None:
    log = tmp_path / "log.csv"
    log.write_text(LOG.replace("99,", "40,"), encoding="utf-8")
    status, out, _ = run(
        capsys, "import", "calls", log, "--mapping", MAPPING, "--live", 1000, "--store", store
    )
    assert status == 0
    assert "导入 2，已有 0，不合格 0。" in out


def test_an_interrupted_command_ends_in_one_line(
    capsys: pytest.CaptureFixture[str],
    store: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(calling, "import_log", interrupt)
    log = tmp_path / "log.csv"
    log.write_text(LOG, encoding="utf-8")
    status, _, err = run(capsys, "import", "calls", log, "--mapping", MAPPING, "--store", store)
    assert status == 130
    assert err.count("\n") == 1
    with closing(Database(store)):
        pass


def test_progress_is_drawn_for_people_alone() -> None:
    class Console(io.StringIO):
        def isatty(self) -> bool:
            return True

    silent, shown = io.StringIO(), Console()
    for out in (silent, shown):
        progress = Progress("导入", out)
        for step in range(1_000):
            progress(step / 1_000, str(step))
        progress.end()
    assert silent.getvalue() == ""
    assert "导入" in shown.getvalue()
    assert shown.getvalue().count("\r") < 20


@pytest.mark.parametrize(
    "line", ["verify --store {store}", "--help", "drill --minutes 1 --headless --report {folder}"]
)
def test_no_command_loads_qt(store: Path, tmp_path: Path, line: str) -> None:
    given = line.format(store=store, folder=tmp_path / "report").split()
    code = (
        "import sys, main\n"
        f"try: main.main({given!r})\n"
        "except SystemExit: pass\n"
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr


def test_a_program_without_a_console_still_does_its_work(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert main.main(["verify", "--store", str(store)]) == 0
    assert main.main(["nonsense"]) == 2


def test_the_block_of_a_seat_is_its_digits() -> None:
    assert [main.block_of(seat) for seat in ("S001", "S042", "desk", "A7B9")] == [1, 42, 1, 7]


def test_a_sentence_for_an_unknown_code_still_says_the_code() -> None:
    assert "some.code" in Wording("en").of(RuleError("some.code", what=1))


def test_arguments_errors_are_words(tmp_path: Path) -> None:
    with pytest.raises(ArgumentsError, match="--speed"):
        parse(["--speed", "-1"], Wording("en"))


def test_the_drills_clock_makes_the_journal_repeatable(tmp_path: Path) -> None:
    drill = Drill(1, START_MS)
    assert drill.now == START_MS
    drill.advance(START_MS + 5)
    assert drill.now == START_MS + 5


LISTS_OF_A_TOWN = {
    "organisations": "代码,名称,类型\nX1,巷口派出所,派出所\n",
    "beats": 'code,name,organisation,polygon\nB1,一区,X1,"POLYGON ((117.6 24.5, 117.7 24.5, 117.7 24.6))"\n',
    "units": "呼号,单位代码,警区代码,电话\n芗101,X1,B1,+86 596 110\n",
    "agencies": "code,name,kind\nW1,供水公司,公用事业\n",
    "contacts": "单位代码,次序,联系人,电话,值班起,值班止\nW1,1,老陈,13800000000,8:00,18:00\n",
    "rosters": "单位代码,次序,值班开始,值班结束,值班人\nX1,1,2026-11-24 08:00,2026-11-25 08:00,老林\n",
}


def test_the_lists_of_a_town_come_in_and_go_out_and_the_store_verifies(
    capsys: pytest.CaptureFixture[str], store: Path, tmp_path: Path
) -> None:
    for name, text in LISTS_OF_A_TOWN.items():
        given, path = tmp_path / f"{name}.csv", tmp_path / f"{name}-out.csv"
        given.write_text(text, encoding="gb18030")
        status, out, _ = run(capsys, "import", name, given, "--store", store)
        assert (status, "新增 1" in out) == (0, True)
        assert run(capsys, "export", name, path, "--store", store)[0] == 0
        status, out, _ = run(capsys, "import", name, path, "--replace", "--store", store)
        assert status == 0
        assert "新增 0，修改 0，停用 0" in out
    assert run(capsys, "verify", "--store", store)[0] == 0


def test_a_list_with_bad_lines_names_line_column_and_reason_and_changes_nothing(
    capsys: pytest.CaptureFixture[str], store: Path, tmp_path: Path
) -> None:
    path, exported = tmp_path / "units.csv", tmp_path / "out.csv"
    path.write_text("呼号,人数,单位代码\n芗1,几个,\n芗2,2,X9\n芗3,2,\n", encoding="utf-8")
    status, out, _ = run(capsys, "import", "units", path, "--store", store)
    assert status == 4
    assert "第 2 行 芗1“人数”：“几个”应为 0 至 99 的整数。" in out
    assert "第 3 行 芗2“单位代码”：没有机构 X9。" in out
    assert "有 2 行不合格，整个文件都没有导入。" in out
    status, out, _ = run(capsys, "import", "units", path, "--store", store, "--lang", "en")
    assert "line 2 芗1 “crew”: “几个” should be a whole number from 0 to 99." in out
    run(capsys, "export", "units", exported, "--store", store)
    assert exported.read_text(encoding="utf-8-sig").count("\n") == 1


def test_strange_columns_are_named_beside_those_there_are(
    capsys: pytest.CaptureFixture[str], store: Path, tmp_path: Path
) -> None:
    path = tmp_path / "units.csv"
    path.write_text("呼号,颜色\n芗1,红\n", encoding="utf-8")
    status, out, _ = run(capsys, "import", "units", path, "--store", store)
    assert status == 4
    assert "颜色" in out
    assert "警区代码" in out


def test_a_dictionary_that_is_not_there_is_not_made_by_a_slip(
    capsys: pytest.CaptureFixture[str], store: Path, tmp_path: Path
) -> None:
    path = tmp_path / "given.csv"
    path.write_text(
        "code,name,name_en,parent,valid_from,valid_to\nA,甲,,,2000-01-01,\n", encoding="utf-8"
    )
    status, _, err = run(capsys, "import", "dictionary", "incidentclass", path, "--store", store)
    assert status == 4
    assert "incident_class" in err
    status, _, err = run(capsys, "export", "dictionary", "incidentclass", path, "--store", store)
    assert status == 4


@pytest.mark.parametrize("listing", LISTINGS.values())
def test_every_column_of_a_list_has_a_heading_and_its_references_a_sentence(
    listing: Listing,
) -> None:
    for column in listing.columns:
        assert heading(listing.name, column.name, chinese=True) != column.name
    assert {reference.unknown for reference in listing.references.values()} <= SENTENCES.keys()


def test_the_window_loads_nothing_that_only_drills_roads_and_sounds_need() -> None:
    code = (
        "import sys, main\n"
        "from ui import application\n"
        "later = ('numpy', 'scipy', 'osmium', 'shapely', 'pypinyin', 'folium')\n"
        "print(*(name for name in later if name in sys.modules))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == ""
