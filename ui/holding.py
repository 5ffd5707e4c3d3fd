"""What the administrator has fixed looks fixed: grey, and it says why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtGui import QAction

from ui.action import Actions
from ui.form import Form
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.setting import FONT_PERCENT, LANGUAGE, THEME, Setting, Settings

WORDS = QT_TRANSLATE_NOOP("Holding", "此项由本机管理员固定，不能更改。")
# Actions that change how the screen looks.
SCREEN: dict[str, Setting[Any]] = {
    "view.language": LANGUAGE,
    "view.theme": THEME,
    "view.font": FONT_PERCENT,
}


def fixed_words() -> str:
    """Return why a setting cannot be changed, in the language of the screen."""
    return translate("Holding", WORDS)


def hold_actions(actions: Actions, settings: Settings, held: Mapping[str, Setting[Any]]) -> None:
    """Let each action that changes a fixed setting be grey and say why."""
    fixed = [name for name, setting in held.items() if settings.is_fixed(setting)]
    actions.explain(dict.fromkeys(fixed, fixed_words))
    actions.refresh(*fixed)


def hold_fields(form: Form, settings: Settings, held: Mapping[str, Setting[Any]]) -> None:
    """Let each field of a fixed setting be grey and say why below it; call again when the language changes."""
    for name, setting in held.items():
        if settings.is_fixed(setting):
            form.fields[name].editor.setEnabled(False)
            form.fields[name].hint(fixed_words())


def hold_choices(choices: list[QAction], settings: Settings, setting: Setting[Any]) -> None:
    """Let the choices of a menu be grey where their setting is fixed."""
    if settings.is_fixed(setting):
        for choice in choices:
            choice.setEnabled(False)
            choice.setToolTip(fixed_words())
