"""Takes the pictures of the help from the real program, at a drill that plays by itself, in both languages.

packaging/help_pictures.py [FOLDER] [--shift SECONDS] [--scenes desk,chooser,…]

No display is needed. The pictures go to resources/help/pictures unless another folder is named.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QObject, QSettings, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from models.board import AgencyCard, IncidentCard, UnitCard
from models.identity import new_id
from models.state import PROGRESS, IncidentState
from services.linkage import send_order
from ui.application import PROGRAM, Options, Workstation
from ui.map.scheme import register_scheme
from ui.screen import prepare_graphics
from ui.setting import LANGUAGE, SOUND, THEME, Settings
from ui.theme import load_fonts

# The other script of this folder, which is no package.
pictures: Any = importlib.import_module("pictures")
ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "resources" / "help" / "pictures"
SIZE = (1680, 980)
WIDEST = 900
LANGUAGES = ("zh", "en")
ORDER = {"zh": "请派员到场协助处置。", "en": "Please send people to assist on scene."}
Scene = Callable[[], QWidget]


class Album(QObject):
    """Goes through the scenes in each language, one picture each."""

    def __init__(self, station: Workstation, options: argparse.Namespace) -> None:
        super().__init__(station)
        self._station, self._folder = station, options.folder
        wanted = options.scenes.split(",") if options.scenes else list(self._scenes())
        self._steps = iter([(language, name) for language in LANGUAGES for name in wanted])
        options.folder.mkdir(parents=True, exist_ok=True)
        QTimer.singleShot(options.shift * 1000, self, self._begin)

    def _begin(self) -> None:
        """Order an agency for the sheet of the pictures, once there is one with a unit, then start."""
        desk = self._station.desk
        if not self._fit():
            QTimer.singleShot(pictures.SETTLE_MS, self, self._begin)
            return
        agencies = desk.store.board.all(AgencyCard).values()
        first = min(agencies, key=lambda card: card.code)
        desk.store.do(send_order, self._best().id, first.id, ORDER["zh"], id=new_id())
        QTimer.singleShot(pictures.SETTLE_MS, self, self._next)

    def _scenes(self) -> dict[str, Scene]:
        window, actions = self._station.window, self._station.desk.actions

        def pane(name: str, widget: Callable[[], QWidget]) -> Scene:
            def show() -> QWidget:
                self._clear()
                window.arrangement.go(name)
                return widget()

            return show

        def deed(action: str, widget: Callable[[], QWidget]) -> Scene:
            def show() -> QWidget:
                self._clear()
                actions[action].trigger()
                return widget()

            return show

        def command() -> QWidget:
            self._clear()
            actions["command.open"].trigger()
            verb = "派" if self._station.desk.language.name == "zh" else "send"
            window.command.edit.setText(f"{verb} ")
            return window.command

        def wall() -> QWidget:
            self._clear()
            actions["view.wall"].trigger()
            assert window.wall is not None
            return window.wall

        def form() -> QWidget:
            self._clear()
            window.arrangement.go("directory")
            window.directory.forms.new_agency()
            return window.directory

        return {
            "desk": pane("details", lambda: window),
            "queue": pane("queue", lambda: window.queue),
            "sheet": deed("sheet.edit", lambda: window.sheet),
            "chooser": deed("dispatch.choose", lambda: window.chooser),
            "units": pane("units", lambda: window.units),
            "details": pane("details", lambda: window.details),
            "feedback": deed("sheet.feed_back", lambda: window.details),
            "link": deed("sheet.link", lambda: window.details),
            "directory": pane("directory", lambda: window.directory),
            "map": pane("map", lambda: window.map),
            "search": pane("history", lambda: window.history),
            "command": command,
            "forms": form,
            "wall": wall,
        }

    def _best(self) -> IncidentCard:
        on_scene = IncidentState.ON_SCENE
        return max(
            self._fit(), key=lambda card: (bool(card.orders), card.state is on_scene, card.number)
        )

    def _fit(self) -> list[IncidentCard]:
        sheets = self._station.desk.store.board.all(IncidentCard).values()
        return [card for card in sheets if card.state in PROGRESS and card.active]

    def _clear(self) -> None:
        desk, window = self._station.desk, self._station.window
        if window.wall is not None:
            window.wall.close()
        window.directory.forms.agency.dismiss()
        window.chooser.reject()
        window.command.edit.clear()
        window.command.leave()
        window.details.parts.panels.close_all()
        sheet = self._best()
        desk.selection.choose_incident(sheet.id)
        units = desk.store.board.all(UnitCard).values()
        busy = next((unit for unit in units if unit.job and unit.job.incident_id == sheet.id), None)
        desk.selection.choose_unit(busy.id if busy else "")

    def _next(self) -> None:
        step = next(self._steps, None)
        if step is None:
            self._station.window.close()
            return
        language, name = step
        self._station.desk.settings.set(LANGUAGE, language)
        shown = self._scenes()[name]()
        # The wall has a map of its own, which starts with it.
        wait = pictures.SETTLE_MS * (4 if name == "wall" else 1)
        QTimer.singleShot(wait, self, lambda: self._take(f"{name}-{language}", shown))

    def _take(self, name: str, shown: QWidget) -> None:
        image = shown.grab().toImage()
        if image.width() > WIDEST:
            image = image.scaledToWidth(WIDEST, Qt.TransformationMode.SmoothTransformation)
        file = self._folder / f"{name}.png"
        with_palette(image).save(str(file))
        print(file)
        self._next()


def with_palette(image: QImage) -> QImage:
    """Return a picture of the 256 commonest colours: enough for a screen, at a third of the size."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    counts = Counter(memoryview(plain.constBits()).cast("I").tolist())
    colours = [colour for colour, _ in counts.most_common(256)]
    flags = Qt.ImageConversionFlag.AvoidDither
    return plain.convertToFormat(QImage.Format.Format_Indexed8, colours, flags)


def main() -> int:
    """Run the drill and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?", default=PICTURES)
    parser.add_argument("--scenes", default="")
    parser.add_argument(
        "--shift", type=int, default=12, help="seconds of drill before the pictures"
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        screens = pictures.screen_file(folder, *SIZE)
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screens}"
        prepare_graphics()
        register_scheme()
        application = QApplication([PROGRAM])
        load_fonts(application)
        settings = Settings(QSettings(str(folder / "desk.ini"), QSettings.Format.IniFormat))
        settings.set(SOUND, False)
        settings.set(THEME, "light")
        drill = Options(
            store=folder / "drill.sqlite", drill=True, seed=3, speed=pictures.SPEED, automatic=True
        )
        station = Workstation(application, drill, settings)
        station.window.closed.connect(application.quit)
        station.start()
        album = Album(station, options)
        status = application.exec()
        del album
        station.close()
    return status


if __name__ == "__main__":
    sys.exit(main())
