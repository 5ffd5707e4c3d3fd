"""Starts the body's window; called by `main.py` once the arguments are read."""

from __future__ import annotations

import signal
import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from services.exchange import Body, open_box
from services.resource import RESOURCES
from ui.agency.window import AgencyWindow
from ui.fault import Faults
from ui.language import Language
from ui.override import guard_overrides
from ui.screen import VirtualScreen, has_screen, prepare_graphics
from ui.setting import FONT_PERCENT, LANGUAGE, THEME, Settings
from ui.theme import apply_theme, load_fonts

ORGANISATION, PROGRAM = "zhangzhou-110", "agency"


@dataclass(frozen=True, slots=True)
class AgencyOptions:
    """Whose window it is, where its messages lie, and how it looks."""

    code: str
    folder: Path
    language: str = ""
    theme: str = ""
    person: str = ""


def start_agency(options: AgencyOptions) -> int:
    """Run the window until it is closed; return the exit status.

    RuleError `exchange.body`, TroubleErrors of the folder.
    """
    box = open_box(options.folder, options.code)
    screen = None if has_screen() else VirtualScreen()
    guard_overrides()
    prepare_graphics(gpu=False)
    application = QApplication([PROGRAM])
    application.setOrganizationName(ORGANISATION)
    application.setApplicationName(PROGRAM)
    load_fonts(application)
    application.setWindowIcon(QIcon(str(RESOURCES / "icon" / "desk.png")))
    settings = Settings()
    language = dress(application, settings, options)
    faults = Faults()
    faults.install()
    window = AgencyWindow(Body(box, options.code), options.code, settings)
    window.who.setText(options.person)
    faults.found.connect(lambda line, _report: window.told.setText(line))
    settings.changed.connect(lambda key: follow(application, settings, language, key))
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: QTimer.singleShot(0, window.close))
    window.closed.connect(application.quit)
    window.looked.connect(tell_ready(window))
    window.show()
    status = application.exec()
    faults.uninstall()
    if screen is not None:
        screen.close()
    return status


def tell_ready(window: AgencyWindow) -> object:
    """Return what says on the terminal, once, that the folder was read."""

    def tell() -> None:
        window.looked.disconnect(tell)
        if sys.stdout is not None:
            sys.stdout.write("ready\n")
            sys.stdout.flush()

    return tell


def dress(application: QApplication, settings: Settings, options: AgencyOptions) -> Language:
    """Give the application its language and colours."""
    for setting, given in ((LANGUAGE, options.language), (THEME, options.theme)):
        if given:
            settings.lay_over(setting, given)
    language = Language(application)
    for key in (LANGUAGE.key, THEME.key):
        follow(application, settings, language, key)
    return language


def follow(application: QApplication, settings: Settings, language: Language, key: str) -> None:
    """Let a setting that was changed show."""
    if key == LANGUAGE.key:
        language.use(settings.get(LANGUAGE))
    elif key in (THEME.key, FONT_PERCENT.key):
        apply_theme(application, settings.get(THEME), settings.get(FONT_PERCENT))
