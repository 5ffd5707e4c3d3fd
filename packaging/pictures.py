"""Takes pictures of every main screen, in themes and languages, from a drill that plays by itself.

packaging/pictures.py [FOLDER] [--size 1366x768] [--themes light,dark,contrast] [--languages zh,en]
                      [--scenes queue,sheet,…] [--shift SECONDS] [--font PERCENT]

No display is needed. Every theme and language is reached by switching the running window, as a person does.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QObject, QSettings, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from models.board import IncidentCard
from models.state import IncidentState
from ui.application import PROGRAM, Options, Workstation
from ui.map.scheme import register_scheme
from ui.screen import prepare_graphics
from ui.setting import FONT_PERCENT, LANGUAGE, SOUND, STARTED, THEME, Settings
from ui.theme import load_fonts

SETTLE_MS = 1500
SPEED = 20.0
Scene = Callable[[], QWidget]


def screen_file(folder: Path, width: int, height: int) -> Path:
    """Write what Qt's offscreen painting reads about its screen, and return the file."""
    dots = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    screen = {"name": "one", "x": 0, "y": 0, "width": width, "height": height, **dots}
    whole = {
        "synchronousWindowSystemEvents": True,
        "windowFrameMargins": False,
        "screens": [screen],
    }
    file = folder / "screens.json"
    file.write_text(json.dumps(whole), encoding="utf-8")
    return file


class Album(QObject):
    """Goes through the scenes, one picture each."""

    def __init__(self, station: Workstation, options: argparse.Namespace) -> None:
        super().__init__(station)
        self._station, self._options = station, options
        self._steps = self._plan()
        options.folder.mkdir(parents=True, exist_ok=True)
        QTimer.singleShot(options.shift * 1000, self, self._next)

    def _plan(self) -> Iterator[tuple[str, Scene]]:
        settings = self._station.desk.settings
        for theme in self._options.themes.split(","):
            for language in self._options.languages.split(","):
                settings.set(THEME, theme)
                settings.set(LANGUAGE, language)
                for name, scene in self._scenes().items():
                    if not self._options.scenes or name in self._options.scenes.split(","):
                        yield f"{name}-{theme}-{language}-{self._options.size}", scene

    def _scenes(self) -> dict[str, Scene]:
        window, actions = self._station.window, self._station.desk.actions

        def pane(name: str) -> Scene:
            def show() -> QWidget:
                self._choose()
                window.arrangement.go(name)
                return window

            return show

        def dialog(action: str) -> Scene:
            def show() -> QWidget:
                self._choose()
                actions[action].trigger()
                open_now = QApplication.topLevelWidgets()
                return next(it for it in open_now if isinstance(it, QDialog) and it.isVisible())

            return show

        def stop() -> QWidget:
            self._choose()
            actions["stop.write"].trigger()
            return window

        def wall() -> QWidget:
            actions["view.wall"].trigger()
            assert window.wall is not None
            return window.wall

        def person() -> QWidget:
            window.ask_who()
            return window

        def said() -> QWidget:
            window.chooser.reject()
            self._station.desk.say("danger", window.say_nothing_chosen)
            self._station.desk.say("warning", window.say_nothing_chosen)
            return window

        return {
            "queue": pane("queue"),
            "units": pane("units"),
            "details": pane("details"),
            "sheet": pane("sheet"),
            "person": person,
            "history": pane("history"),
            "directory": pane("directory"),
            "chooser": dialog("dispatch.choose"),
            "plans": dialog("data.plans"),
            "bands": dialog("data.bands"),
            "checklists": dialog("data.checklists"),
            "aliases": dialog("map.aliases"),
            "overlays": dialog("map.overlays"),
            "keys": dialog("help.keys"),
            "stop": stop,
            "banner": said,
            "wall": wall,
        }

    def _choose(self) -> None:
        self._station.window.chooser.reject()
        sheets = self._station.desk.store.board.all(IncidentCard).values()
        busy = [card for card in sheets if card.assignments] or list(sheets)
        best = max(busy, key=lambda card: (card.state is IncidentState.ON_SCENE, card.number))
        self._station.desk.selection.choose_incident(best.id)

    def _next(self) -> None:
        if not self._station.desk.store.board.all(IncidentCard):
            QTimer.singleShot(SETTLE_MS, self, self._next)
            return
        step = next(self._steps, None)
        if step is None:
            self._station.window.close()
            return
        name, scene = step
        shown = scene()
        QTimer.singleShot(SETTLE_MS, self, lambda: self._take(name, shown))

    def _take(self, name: str, shown: QWidget) -> None:
        file = self._options.folder / f"{name}.png"
        shown.grab().save(str(file))
        print(file)
        if isinstance(shown, QDialog):
            shown.close()
        if self._station.window.wall is not None:
            self._station.window.wall.close()
        self._next()


def main() -> int:
    """Run the drill and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?", default=Path("out"))
    for name, usual in (("size", "1680x980"), ("themes", "light,dark"), ("languages", "zh,en")):
        parser.add_argument(f"--{name}", default=usual)
    parser.add_argument("--scenes", default="")
    parser.add_argument(
        "--shift", type=int, default=12, help="seconds of drill before the pictures"
    )
    parser.add_argument("--font", type=int, default=100, help="per cent of the usual size")
    options = parser.parse_args()
    width, height = (int(part) for part in options.size.split("x"))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        screens = screen_file(folder, width, height)
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screens}"
        prepare_graphics()
        register_scheme()
        application = QApplication([PROGRAM])
        load_fonts(application)
        settings = Settings(QSettings(str(folder / "desk.ini"), QSettings.Format.IniFormat))
        settings.set(SOUND, False)
        settings.set(STARTED, True)
        settings.set(FONT_PERCENT, options.font)
        drill = Options(
            store=folder / "drill.sqlite", drill=True, seed=3, speed=SPEED, automatic=True
        )
        station = Workstation(application, drill, settings)
        station.window.closed.connect(application.quit)
        station.start()
        Album(station, options)
        status = application.exec()
        station.close()
    return status


if __name__ == "__main__":
    sys.exit(main())
