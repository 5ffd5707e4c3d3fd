"""The pages of the manual: text of ours with blanks that the program fills, so that no key in it can be wrong."""

from __future__ import annotations

import platform
import re
from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QSysInfo, qVersion

from services.resource import RESOURCES
from ui.action import menu_title
from ui.keyname import key_text
from ui.language import QT_TRANSLATE_NOOP, language_name, translate
from ui.refusal import SENTENCES
from ui.scope import BY_NAME, TABLE, scope_title
from ui.verb import VERBS
from ui.version import VERSION

FOLDER = RESOURCES / "help"
PICTURES = FOLDER / "pictures"
# Where our licence and the others' notices lie, in a checkout and in the frozen program.
OWN = RESOURCES.parent
# In the order in which somebody new would read them.
PAGES = (
    *(
        "start",
        "checklist",
        "dispatch",
        "follow",
        "close",
        "duplicate",
        "agency",
        "fraud",
        "map",
        "units",
        "search",
    ),
    *(
        "forms",
        "print",
        "wall",
        "command",
        "keys",
        "signs",
        "drill",
        "import",
        "backup",
        "machine",
        "about",
    ),
)
BLANK = re.compile(r"\{(\w+)(?::([\w.]+))?\}")
HEADING = re.compile(r"^# (.+)$", re.MULTILINE)
SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")

KEY = QT_TRANSLATE_NOOP("Help", "按键")
ACTION = QT_TRANSLATE_NOOP("Help", "动作")
WHERE = QT_TRANSLATE_NOOP("Help", "何处")
WHAT = QT_TRANSLATE_NOOP("Help", "说明")
WORDS = QT_TRANSLATE_NOOP("Help", "短词")
VERSION_WORD = QT_TRANSLATE_NOOP("Help", "版本")
SYSTEM_WORD = QT_TRANSLATE_NOOP("Help", "系统")
EXAMPLE = QT_TRANSLATE_NOOP("Help", "例")


def page_text(name: str) -> str:
    """Return a page in the language of the screen, as Markdown with its blanks filled."""
    raw = (FOLDER / language_name() / f"{name}.md").read_text(encoding="utf-8")
    return BLANK.sub(lambda found: fill(found.group(1), found.group(2) or ""), raw)


def title_of(name: str) -> str:
    """Return a page's heading in the language of the screen."""
    found = HEADING.search(page_text(name))
    return found.group(1) if found else name


def fill(name: str, about: str) -> str:
    """Return what stands in a blank: `{key:sheet.new}`, or one of the tables."""
    if name == "key":
        return f"**{escaped(key_text(BY_NAME[about].key))}**"
    return TABLES[name]()


def key_rows() -> list[tuple[str, str, str, str]]:
    """Return every action of the table: key, name, where the key means it, what it does."""
    return [
        (
            key_text(spec.key),
            translate("Action", spec.text),
            scope_title(spec.scope) if spec.scope else menu_title(spec.menu),
            translate("Action", spec.what),
        )
        for spec in TABLE
    ]


def keys_table() -> str:
    """Return the list of all keys, one table for the whole window and one for each part of it."""
    parts: dict[str, list[tuple[str, str, str]]] = {}
    for key, name, where, what in key_rows():
        parts.setdefault(where, []).append((key, name, what))
    titles = [translate("Help", text) for text in (KEY, ACTION, WHAT)]
    return "\n\n".join(
        f"## {escaped(where)}\n\n{table(titles, rows)}" for where, rows in parts.items()
    )


def verbs_table() -> str:
    """Return the verbs of the command line."""
    titles = [translate("Help", text) for text in (WORDS, EXAMPLE, WHAT)]
    rows = [
        ("  ".join(verb.words), verb.example, translate("Command", verb.what)) for verb in VERBS
    ]
    return table(titles, rows)


def sentences_list() -> str:
    """Return everything that the program may refuse or miss, in the words that it uses."""
    said = sorted({translate("Error", text) for text in SENTENCES.values()})
    return "\n".join(f"* {escaped(BLANKED.sub('…', text))}" for text in said)


def table(titles: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a table in Markdown."""
    head = list(titles)
    lines = [head, ["---"] * len(head), *([escaped(cell) for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def escaped(text: str) -> str:
    """Return a text none of whose characters means anything in Markdown."""
    return SPECIAL.sub(r"\\\1", text)


def program_list() -> str:
    """Return which program this is and what it runs on: what somebody who asks for help is asked first."""
    facts = {
        translate("Help", VERSION_WORD): VERSION,
        "Python": platform.python_version(),
        "Qt": qVersion(),
        translate("Help", SYSTEM_WORD): QSysInfo.prettyProductName(),
    }
    return "\n".join(f"* {escaped(f'{name}  {fact}')}" for name, fact in facts.items())


def licence_text() -> str:
    """Return our own licence as it was given."""
    return escaped((OWN / "LICENSE").read_text(encoding="utf-8").strip())


def notices_text() -> str:
    """Return whose work is in the program; its headings go one level down, below the page's own."""
    whole = (OWN / "THIRD_PARTY_NOTICES.md").read_text(encoding="utf-8")
    _, _, body = whole.partition("\n")
    return re.sub(r"^#", "##", body.strip(), flags=re.MULTILINE)


BLANKED = re.compile(r"\{\w+\}")
TABLES: Mapping[str, Callable[[], str]] = {
    "keys": keys_table,
    "verbs": verbs_table,
    "sentences": sentences_list,
    "program": program_list,
    "licence": licence_text,
    "notices": notices_text,
}
