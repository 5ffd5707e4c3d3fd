"""A sheet on paper says what the store says, on as many pages as it takes, and keeps what is secret."""

from __future__ import annotations

import re
import threading
from collections import Counter
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from main import main
from models.board import AgencyCard
from models.errors import TroubleError
from services.closing import feed_back
from services.database import Database, Job
from services.dispatching import arrive, assignments_of, depart, sign
from services.dossier import read_dossier
from services.linkage import send_order
from services.party import add_party
from services.timeline import strike_entry, write_note
from tests.ui.desk import (
    ACTOR,
    NOW,
    make_desk,
    order_job,
    settle,
    sheet_jobs,
    unit_job,
    write_all,
)
from ui.desk import Desk
from ui.language import TRANSLATIONS
from ui.legend import lowest_codes
from ui.print import Printing
from ui.print.context import Context
from ui.print.incident import incident_paper
from ui.print.paper import Fact, Facts, Paper, Table, texts
from ui.print.press import write_pdf
from ui.theme import RESOURCES, load_fonts

STROKES = "一丨丶丿乙亅二亠人儿入八"
MARKUP = "<b>粗</b> & <script>alert(1)</script> &lt; <img src='file:///etc/passwd'>"


def night(store: Database) -> None:
    """One sheet with all that a sheet can have, and a plain one that is secret."""
    write_all(
        store,
        [
            unit_job("u1", "618"),
            unit_job("u2", "621"),
            *sheet_jobs(
                "i1",
                at=NOW - 900_000,
                caller_number="13860001234",
                caller_name="林阿妹",
                class_taken="300100",
                narrative=f"两车相撞。{MARKUP}",
                weapon=True,
                drill=True,
            ),
            order_job("i1", "u1", "u2", at=NOW - 880_000),
            *sheet_jobs(
                "i2",
                at=NOW - 500_000,
                caller_number="13860005678",
                caller_name="陈守密",
                narrative="陈守密称有人跟踪，回电 13860005678",
                secret=True,
            ),
        ],
    )
    first = store.read(assignments_of, "i1")[0].id
    for command, ms in ((sign, 9_000), (depart, 20_000), (arrive, 95_000)):
        store.write(command, first, at=NOW - 880_000 + ms, by=ACTOR)
    note = store.write(write_note, "i1", "写错的一条", at=NOW - 700_000, by=ACTOR).result
    store.write(strike_entry, note, at=NOW - 690_000, by=ACTOR)
    crash = {"accident_form": "accident_form.02", "traffic_block": "traffic_block.03"}
    given = {"class_code": "300100", "result": "D40", "narrative": "伤者送医"}
    told = {"assignment_id": first, "particulars": crash, **given}
    person = {"id": "p1", "role": "30", "name": "王当事"}
    write_all(
        store,
        [
            Job(feed_back, ("i1",), NOW - 600_000, ACTOR, told),
            Job(add_party, ("i2",), NOW, ACTOR, person),
        ],
    )
    agency = store.read(first_agency)
    store.write(send_order, "i1", agency, "请派救护车", id="o1", at=NOW - 800_000, by=ACTOR)


def first_agency(session: object) -> str:
    """Return the key of an agency."""
    from_board = session.connection().exec_driver_sql("select id from agency order by code")  # type: ignore[attr-defined]
    return str(from_board.scalar())


def desk_at(qtbot: QtBot, folder: Path, said: list[tuple[str, str]] | None = None) -> Desk:
    """Return a desk over the night, with the shipped font."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    load_fonts(application)
    return make_desk(qtbot, folder, fill=night, said=said)


def paper_of(desk: Desk, id: str) -> Paper:
    """Return a sheet as it goes on paper."""
    dossier = desk.store._database.read(read_dossier, id)
    assert dossier is not None
    context = Context(desk.trade, desk.store.board, ACTOR, "S001", NOW)
    return incident_paper(dossier, context)


def squeezed(text: str) -> str:
    """Return a text without the blanks that the breaking of lines adds."""
    return re.sub(r"\s", "", text)


def pages_of(path: Path) -> list[str]:
    """Return the text of each page as a reader of PDF finds it."""
    return [squeezed(page.extract_text()) for page in PdfReader(path).pages]


def test_every_text_of_the_sheet_is_found_in_the_pdf(qtbot: QtBot, tmp_path: Path) -> None:
    desk = desk_at(qtbot, tmp_path)
    paper, file = paper_of(desk, "i1"), tmp_path / "sheet.pdf"
    assert write_pdf(paper, file) == len(PdfReader(file).pages)
    whole = "".join(pages_of(file))
    missing = [text for text in texts(paper) if squeezed(text) not in whole]
    assert missing == []
    assert len(texts(paper)) > 80
    for text in ("13860001234", "林阿妹", "机动车与非机动车", "618主处警", "请派救护车", "涉凶器"):
        assert text in whole
    assert squeezed(MARKUP) in whole, "what looks like markup is text"


def test_a_search_in_the_file_finds_every_character_of_our_forms_as_it_was_written(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk_at(qtbot, tmp_path)
    words = [*sorted((RESOURCES / "dictionary").glob("*.csv")), TRANSLATIONS / "desk_en.ts"]
    ours = set("".join(file.read_text(encoding="utf-8-sig") for file in words)) | set(STROKES)
    twins = {chr(code) for code in lowest_codes() if 0x4E00 <= code < 0xF900}
    shown = sorted(character for character in ours | twins if character > " ")
    assert len(twins) > 200, "the font draws these and their radicals with one glyph"
    assert {"人", "一", "口", "非", "页", "民"} <= ours & twins
    text, file = "".join(shown), tmp_path / "all.pdf"
    # In bold and plain; codes that follow each other are told as a span.
    paper = Paper(
        "", "", "", (Facts(STROKES, (Fact("", text, True), Fact("", text, True, True))),), ""
    )
    write_pdf(paper, file)
    read = Counter("".join(pages_of(file)))
    assert [character for character in shown if read[character] < 2] == []
    assert [
        character for character in read if character not in set(text) | set("第页，共0123456789")
    ] == []


def test_a_radical_that_somebody_wrote_does_not_hide_the_character(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk_at(qtbot, tmp_path)
    file = tmp_path / "both.pdf"
    write_pdf(Paper("", "", "", (Facts("", (Fact("⼈⼈⼈", "人\u00a0民"),)),), ""), file)
    assert "人民" in pages_of(file)[0]
    assert "⼈" not in pages_of(file)[0]


def test_the_font_is_in_the_file_and_every_page_tells_who_printed_it_when_and_which_it_is(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk = desk_at(qtbot, tmp_path)
    file = tmp_path / "sheet.pdf"
    write_pdf(paper_of(desk, "i1"), file)
    reader = PdfReader(file)
    fonts = [font for page in reader.pages for font in page["/Resources"]["/Font"].values()]  # type: ignore[index]
    for font in fonts:
        descriptor = font["/DescendantFonts"][0]["/FontDescriptor"]
        assert "NotoSansSC" in str(descriptor["/FontName"]).replace("-", "").replace(" ", "")
        assert "/FontFile2" in descriptor or "/FontFile3" in descriptor
    assert fonts
    for number, text in enumerate(pages_of(file), 1):
        assert f"打印人{ACTOR}·席位S001·2026-02-0210:40:00" in text
        assert f"第{number}页，共{len(reader.pages)}页" in text


def test_a_long_narrative_flows_over_pages_without_loss(qtbot: QtBot, tmp_path: Path) -> None:
    desk = desk_at(qtbot, tmp_path)
    told = ["".join(f"第{at:04d}句话说了什么。" for at in range(n, n + 300)) for n in (0, 300)]
    jobs = sheet_jobs("i9", narrative=told[0], supplement=told[1])
    write_all(desk.store._database, jobs)
    file, paper = tmp_path / "long.pdf", paper_of(desk, "i9")
    assert write_pdf(paper, file) > 1
    body = sewn(paper.code, pages_of(file))
    assert told[0] in body
    assert told[1] in body


def sewn(code: str, pages: list[str]) -> str:
    """Return the bodies of the pages as one text.

    Qt draws the line above a page once more and clips it away: nobody sees it, but it is in the file.
    """
    edges = re.compile(f"漳州110接警单{code}|打印人.*?第\\d+页，共\\d+页")
    whole = ""
    for body in (edges.sub("", page) for page in pages):
        again = max(n for n in range(len(body) + 1) if whole.endswith(body[:n]))
        whole += body[again:]
    return whole


def test_a_drill_says_so_across_the_page_and_nothing_else_does(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk = desk_at(qtbot, tmp_path)
    assert (paper_of(desk, "i1").across, paper_of(desk, "i2").across) == ("演练", "")
    for id, grey in (("i1", True), ("i2", False)):
        file = tmp_path / f"{id}.pdf"
        write_pdf(paper_of(desk, id), file)
        assert (shade_of_the_middle(file) > 1000) is grey


def shade_of_the_middle(file: Path) -> int:
    """Return how many points of the middle of page one have the grey of the words across."""
    document = QPdfDocument(None)  # type: ignore[call-overload]
    document.load(str(file))
    shown = document.render(0, QSize(595, 842)).convertToFormat(QImage.Format.Format_ARGB32)
    document.close()
    points = ((x, y) for x in range(150, 445) for y in range(200, 700))
    colours = (QColor.fromRgba(shown.pixel(x, y)) for x, y in points)
    return sum(10 < colour.alpha() < 40 and colour.lightness() < 40 for colour in colours)


def test_a_secret_sheet_says_what_happened_but_not_to_whom(qtbot: QtBot, tmp_path: Path) -> None:
    desk = desk_at(qtbot, tmp_path)
    file = tmp_path / "secret.pdf"
    write_pdf(paper_of(desk, "i2"), file)
    whole = "".join(pages_of(file))
    for text in ("陈守密", "13860005678", "王当事"):
        assert text not in whole
    assert "陈**称有人跟踪，回电138******78" in whole
    assert "王**" in whole
    assert "【保密】" in whole


def test_struck_lines_are_printed_struck(qtbot: QtBot, tmp_path: Path) -> None:
    desk = desk_at(qtbot, tmp_path)
    rows = [row for block in paper_of(desk, "i1").blocks for row in getattr(block, "rows", ())]
    assert [row.cells[1] for row in rows if row.struck] == ["写错的一条"]


def test_printing_runs_beside_the_window_and_says_where_the_file_is(
    qtbot: QtBot, tmp_path: Path
) -> None:
    said: list[tuple[str, str]] = []
    desk = desk_at(qtbot, tmp_path, said)
    window = QWidget()
    qtbot.addWidget(window)
    printing = Printing(desk, window, window)
    names: list[str] = []
    real = printing._lane._run

    def watched(works: object) -> object:
        names.append(threading.current_thread().name)
        return real(works)  # type: ignore[arg-type]

    printing._lane._run = watched  # type: ignore[assignment]
    file = tmp_path / "beside.pdf"
    with qtbot.waitSignal(printing.written) as told:
        printing.save_sheet("i1", file)
    assert told.args == [str(file), len(PdfReader(file).pages)]
    assert names == ["lane-print-0"]
    assert said == [("info", f"已存为 {file}，共 {told.args[1]} 页。")]
    printing.save_shift(tmp_path / "shift.pdf")
    qtbot.waitUntil(lambda: (tmp_path / "shift.pdf").exists())
    settle(qtbot, desk)
    text = "".join(pages_of(tmp_path / "shift.pdf"))
    assert "35060026020200100001" in text
    assert "（保密）" in text, "the place of a secret sheet is not told"
    printing.save_book(tmp_path / "book.pdf")
    qtbot.waitUntil(lambda: (tmp_path / "book.pdf").exists())
    settle(qtbot, desk)
    wall = "".join(pages_of(tmp_path / "book.pdf")).replace("\n", "")
    agencies = desk.store.board.all(AgencyCard).values()
    assert all(agency.name.replace(" ", "") in wall.replace(" ", "") for agency in agencies)
    assert "12345" in wall
    assert "＿＿＿＿" in wall, "what nobody knows is a blank to write in"
    printing.close()


def test_without_a_printer_the_key_asks_where_to_save_the_selected_sheet(
    qtbot: QtBot, tmp_path: Path
) -> None:
    if QPrinterInfo.availablePrinterNames():
        pytest.skip("this machine has a printer")
    said: list[tuple[str, str]] = []
    desk = desk_at(qtbot, tmp_path, said)
    window = QWidget()
    qtbot.addWidget(window)
    printing = Printing(desk, window, window)
    desk.actions["sheet.print"].trigger()
    assert said == [("info", "请先选中一张警单。")]
    desk.selection.choose_incident("i2")
    desk.actions["sheet.print"].trigger()
    settle(qtbot, desk)
    (dialog,) = window.findChildren(QFileDialog)
    assert said[1:] == [("info", "这台机器没有打印机，改存为 PDF。")]
    line = dialog.findChild(QLineEdit)
    assert line is not None
    assert line.text().startswith("漳州110-接警单-3506")
    line.setText(str(tmp_path / "chosen"))
    with qtbot.waitSignal(printing.written) as told:
        dialog.accept()
    printing.close()
    assert told.args == [str(tmp_path / "chosen.pdf"), 1]


def test_a_file_that_cannot_be_written_is_told_and_leaves_nothing_behind(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk = desk_at(qtbot, tmp_path)
    (tmp_path / "folder.pdf").mkdir()
    for file in (tmp_path / "none" / "sheet.pdf", tmp_path / "folder.pdf"):
        with pytest.raises(TroubleError, match=r"file\.unwritable"):
            write_pdf(paper_of(desk, "i2"), file)
    assert not list(tmp_path.rglob("*.part"))


def test_english_paper_has_as_many_heads_as_columns(qtbot: QtBot, tmp_path: Path) -> None:
    desk = desk_at(qtbot, tmp_path)
    desk.language.use("en")
    paper = paper_of(desk, "i1")
    for block in paper.blocks:
        if isinstance(block, Table):
            assert len(block.heads) == len(block.widths) == len(block.rows[0].cells)
            assert sum(block.widths) == 100
    assert paper.title == "Zhangzhou 110 incident sheet"


def test_the_command_line_prints_by_number_and_names_one_that_is_not_there(
    qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = desk_at(qtbot, tmp_path)
    number = paper_of(desk, "i1").code
    file, store = tmp_path / "command.pdf", str(tmp_path / "store.db")
    desk.store._database.close()
    assert main(["print", number, str(file), "--store", store]) == 0
    assert capsys.readouterr().out.startswith(f"已写入 {file}，共 ")
    assert "林阿妹" in "".join(pages_of(file))
    assert main(["print", "1", str(file), "--store", store]) == 4
    assert "没有编号为 1 的警单" in capsys.readouterr().err
