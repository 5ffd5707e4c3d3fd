"""The manual: the same pages in both languages, every picture there, every key of the table in the list of keys."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desk import make_desk
from ui.help import Help
from ui.help.browser import HelpBrowser
from ui.help.page import FOLDER, PAGES, PICTURES, escaped, key_rows, page_text, title_of
from ui.help.paper import paper_of, write_paper
from ui.keyname import key_text
from ui.language import LANGUAGES, Language
from ui.refusal import SENTENCES
from ui.scope import TABLE
from ui.verb import VERBS
from ui.version import VERSION

PICTURE = re.compile(r"!\[([^\]]+)\]\((\w+)\.png\)")
HEADING = re.compile(r"^(#+) \S", re.MULTILINE)
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)]+)\)")
KEY_SAID = re.compile(r"(?:Ctrl|Alt|Shift)\+\w|\bF\d+\b")


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """Each language of the screen, with its translators."""
    languages = Language(qapp)
    languages.use(request.param)
    yield request.param
    languages.use("zh")


def raw(language: str, name: str) -> str:
    """Return a page as it lies on the disk."""
    return (FOLDER / language / f"{name}.md").read_text(encoding="utf-8")


def test_both_languages_have_the_same_pages_and_headings() -> None:
    for language in LANGUAGES:
        assert {file.stem for file in (FOLDER / language).glob("*.md")} == set(PAGES)
    for name in PAGES:
        shapes = [
            [len(marks) for marks in HEADING.findall(raw(language, name))] for language in LANGUAGES
        ]
        assert shapes[0] == shapes[1], name
        assert shapes[0][0] == 1, name
        pictures = [
            [picture for _, picture in PICTURE.findall(raw(each, name))] for each in LANGUAGES
        ]
        assert pictures[0] == pictures[1], name
        blanks = [sorted(re.findall(r"\{[\w:.]+\}", raw(each, name))) for each in LANGUAGES]
        assert blanks[0] == blanks[1], name


def test_the_page_about_the_program_names_version_and_every_part(language: str) -> None:
    text = page_text("about")
    assert VERSION in text
    assert "Permission is hereby granted" in text
    for part in ("PySide6", "SQLAlchemy", "SciPy", "LGPL-3.0-only"):
        assert part in text
    assert "# Third-party notices" not in text, "the page has one heading of its own"


def test_every_picture_is_there_in_each_language_and_none_too_many() -> None:
    used = {picture for name in PAGES for _, picture in PICTURE.findall(raw("zh", name))}
    there = {file.stem for file in PICTURES.glob("*.png")}
    assert there == {f"{picture}-{language}" for picture in used for language in LANGUAGES}
    for file in PICTURES.glob("*.png"):
        image = QImage(str(file))
        assert not image.isNull(), file
        assert 300 <= image.width() <= 1000, file
        assert file.stat().st_size < 200_000, file


def test_no_key_is_written_by_hand() -> None:
    """A key in a text would stay when the key changes; blanks are filled from the table."""
    found = [
        (language, name, said)
        for language in LANGUAGES
        for name in PAGES
        for said in KEY_SAID.findall(raw(language, name))
    ]
    assert found == []


def test_every_blank_of_every_page_is_filled(language: str) -> None:
    for name in PAGES:
        assert "{" not in page_text(name), name
        assert title_of(name) != name


def test_links_lead_to_pages(language: str) -> None:
    for name in PAGES:
        for target in LINK.findall(raw(language, name)):
            assert target.removesuffix(".md") in PAGES


def test_every_action_is_in_the_list_of_keys(language: str) -> None:
    rows = key_rows()
    assert [row[0] for row in rows] == [key_text(spec.key) for spec in TABLE]
    text = page_text("keys")
    for key, name, where, what in rows:
        assert f"| {escaped(key)} | {escaped(name)} | {escaped(what)} |" in text
        assert f"## {escaped(where)}" in text


def test_every_verb_and_every_refusal_is_in_the_manual(language: str) -> None:
    document = QTextDocument()
    document.setMarkdown(page_text("command"))
    shown = document.toPlainText()
    assert [verb.example for verb in VERBS if verb.example not in shown] == []
    assert page_text("signs").count("\n* ") >= len(set(SENTENCES.values()))


def test_the_pages_are_in_the_language_of_the_screen(language: str) -> None:
    chinese = re.compile(r"[\u3400-\u9fff]")
    for name in PAGES:
        text = page_text(name)
        words = [word for verb in VERBS for word in verb.words if not word.isascii()]
        for word in sorted(words, key=len, reverse=True) if language == "en" else ():
            text = text.replace(word, "")
        assert bool(chinese.search(text.replace("中文", ""))) == (language == "zh"), name


def test_the_list_of_keys_goes_to_paper(tmp_path: Path, language: str) -> None:
    file = tmp_path / "keys.pdf"
    write_paper("keys", file)
    paper = file.read_bytes()
    assert paper.startswith(b"%PDF-")
    assert len(paper) > 20_000
    assert paper_of("start").startswith(b"%PDF-")


def test_the_browser_reads_nothing_but_its_pictures(qtbot: QtBot, tmp_path: Path) -> None:
    browser = HelpBrowser()
    qtbot.addWidget(browser)
    image = QTextDocument.ResourceType.ImageResource.value
    assert browser.loadResource(image, QUrl("desk.png")) is not None
    for bad in ("https://example.org/desk2.png", "file:///etc/passwd", "../../x.png", "a-b.png"):
        assert browser.loadResource(image, QUrl(bad)) is None
    assert browser.loadResource(QTextDocument.ResourceType.HtmlResource.value, QUrl("x")) is None


class Room:
    """A window with two panes and the help."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.desk = make_desk(qtbot, folder)
        self.desk.language.use("zh")
        self.window = QWidget()
        self.window.addActions([self.desk.actions["help.open"], self.desk.actions["help.keys"]])
        self.here, self.there = QLineEdit(), QLineEdit()
        column = QVBoxLayout(self.window)
        for pane in (self.here, self.there):
            column.addWidget(pane)
        self.help = Help(self.desk, self.window, {self.here: "units", self.window: "start"})
        qtbot.addWidget(self.window)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Room:
    """A window with two panes and the help."""
    return Room(qtbot, tmp_path)


def test_the_help_opens_at_the_page_of_the_pane(qtbot: QtBot, room: Room) -> None:
    room.here.setFocus()
    QTest.keyClick(room.here, Qt.Key.Key_F1)
    shown = room.help.shown
    assert shown is not None
    assert shown.browser.page == "units"
    assert "警力" in shown.browser.toPlainText()
    room.help.open_page("keys")
    assert room.help.shown is shown, "one window of help"
    assert shown.browser.page == "keys"
    with qtbot.waitSignal(shown.finished):
        QTest.keyClick(shown.search, Qt.Key.Key_Escape)
    assert room.help.shown is None


def test_a_search_leaves_the_pages_that_have_the_text_and_marks_it(
    qtbot: QtBot, room: Room
) -> None:
    room.help.open_page("start")
    shown = room.help.shown
    assert shown is not None
    QTest.keyClicks(shown.search, "-wal")
    assert shown.browser.page == "backup"
    assert shown.pages.count() == 1
    assert shown.browser.extraSelections()
    shown.search.setText("主警力")
    before = shown.browser.textCursor().position()
    QTest.keyClick(shown.search, Qt.Key.Key_Return)
    QTest.keyClick(shown.search, Qt.Key.Key_Return)
    assert shown.browser.textCursor().position() != before
    first = shown.browser.page
    QTest.keyClick(shown.search, Qt.Key.Key_Down)
    assert shown.browser.page != first
    shown.search.setText("这个词哪里也没有")
    assert shown.pages.count() == 0
    assert "这个词哪里也没有" in shown.found.text()
    shown.open_page("map")
    assert shown.browser.page == "map"


def test_the_help_follows_the_language(qtbot: QtBot, room: Room) -> None:
    room.help.open_page("map")
    shown = room.help.shown
    assert shown is not None
    room.desk.language.use("en")
    qtbot.waitUntil(lambda: "The map" in shown.browser.toPlainText())
    assert shown.pages.item(0).text() == "The first sheet"


def test_a_page_is_saved_from_the_window_and_a_refusal_is_told(
    qtbot: QtBot, room: Room, tmp_path: Path
) -> None:
    room.help.open_page("keys")
    shown = room.help.shown
    assert shown is not None
    shown.write(tmp_path / "keys.pdf")
    assert (tmp_path / "keys.pdf").read_bytes().startswith(b"%PDF-")
    assert "keys.pdf" in shown.found.text()
    shown.write(tmp_path / "nowhere" / "keys.pdf")
    assert "写不进去" in shown.found.text()
