"""No word reaches the screen past the translation: Chinese stands in translate calls, and the source is Chinese."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parents[2]
UI = ROOT / "ui"
CHINESE = re.compile(r"[\u3400-\u9fff]")
WORD = re.compile(r"[A-Za-z]{3,}")
BLANKS = re.compile(r"\{\w*\}|%\d|Ctrl|Shift|Alt|Return|Enter|Esc|Del(ete)?|F\d+")
TRANSLATES = {"tr", "translate", "QT_TRANSLATE_NOOP"}
SHOWS = {
    *("setText", "setToolTip", "setStatusTip", "setPlaceholderText", "setWindowTitle", "setTitle"),
    *("addItem", "setAccessibleName", "setAccessibleDescription", "addMenu", "setEmptyText"),
}
# Where Chinese stands that is no text of the screen, and why.
ALLOWED = {
    "terminal": "the command line has its own table in both languages",
    "selftest": "reports in both languages at once, and samples that it types",
    "verb.py": "words that people type, in both languages",
    "setting.py": "a default that is matched with dictionary names",
    "payee.py:中国": "a prefix of names in the dictionary",
    "payee.py:银行": "a name in the dictionary without its prefix",
    "trade.py": "a prefix of names in the dictionary",
    "application.py": "said before there is a language, in both",
    "pane.py:中文": "a language is named in itself",
    "command.py:命令行": "who acted, as it is recorded",
}


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Yield the calls of a file with the name of what they call."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func
            yield getattr(called, "attr", getattr(called, "id", "")), node


def strings(node: ast.AST) -> Iterator[tuple[ast.Constant, str]]:
    """Yield the string literals within a node, with their texts."""
    for each in ast.walk(node):
        if isinstance(each, ast.Constant) and isinstance(each.value, str):
            yield each, each.value


def docstrings(tree: ast.AST) -> set[int]:
    """Return the ids of the literals that are documentation."""
    homes = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    firsts = [node.body[0] for node in ast.walk(tree) if isinstance(node, homes) and node.body]
    return {id(first.value) for first in firsts if isinstance(first, ast.Expr)}


def is_allowed(file: Path, text: str) -> bool:
    """Tell whether a literal stands where Chinese may."""
    parts = {*file.relative_to(UI).parts, f"{file.name}:{text}"}
    return bool(parts & set(ALLOWED))


@pytest.mark.parametrize("file", sorted(UI.rglob("*.py")), ids=lambda file: file.stem)
def test_chinese_stands_in_translate_calls_only(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    fine = docstrings(tree)
    for name, call in calls(tree):
        if name in TRANSLATES:
            fine |= {id(literal) for literal, _ in strings(call)}
    left = [
        (literal.lineno, text)
        for literal, text in strings(tree)
        if CHINESE.search(text) and id(literal) not in fine and not is_allowed(file, text)
    ]
    assert left == []


@pytest.mark.parametrize("file", sorted(UI.rglob("*.py")), ids=lambda file: file.stem)
def test_no_english_literal_is_shown(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    shown = [
        (argument.lineno, argument.value)
        for name, call in calls(tree)
        if name in SHOWS
        for argument in call.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
        if WORD.search(BLANKS.sub("", argument.value))
    ]
    assert shown == []


def test_every_source_text_is_chinese() -> None:
    tree = ElementTree.parse(ROOT / "resources" / "translations" / "desk_en.ts")
    sources = [message.findtext("source") or "" for message in tree.getroot().iter("message")]
    assert len(sources) > 500
    english = [
        text for text in sources if WORD.search(BLANKS.sub("", text)) and not CHINESE.search(text)
    ]
    assert english == []
