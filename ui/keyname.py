"""The names of keys in the language of the screen; every text that names a key takes it from here."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

from ui.language import QT_TRANSLATE_NOOP, translate

NAMES = {
    "Return": QT_TRANSLATE_NOOP("Key", "回车"),
    "Enter": QT_TRANSLATE_NOOP("Key", "回车"),
    "Space": QT_TRANSLATE_NOOP("Key", "空格"),
    "Menu": QT_TRANSLATE_NOOP("Key", "菜单键"),
}
ARROWS = {"Up": "↑", "Down": "↓", "Left": "←", "Right": "→"}


def key_text(key: str | QKeySequence) -> str:
    """Return a key as people read it: `Ctrl+Return` is Ctrl+回车 or Ctrl+Enter; several keys stand side by side."""
    if isinstance(key, QKeySequence):
        key = key.toString()
    return " ".join(dict.fromkeys(one(each) for each in key.split()))


def one(key: str) -> str:
    """Return one key with what is held."""
    if len(key) == 1:
        return key
    held, plus, last = key.rpartition("+")
    if last in ARROWS:
        return f"{held}{plus}{ARROWS[last]}"
    return f"{held}{plus}{translate('Key', NAMES[last])}" if last in NAMES else key
