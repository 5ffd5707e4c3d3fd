"""The wall: the whole situation for a room, large, without anybody's personal data, on a screen of its own or this one."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from models.board import Board, CallCard, Delta, IncidentCard, UnitCard
from models.errors import TroubleError
from models.state import CallState, IncidentState
from services.region import Region
from ui.desk import Desk
from ui.incident import level_colour, level_text, state_colour, state_text
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.map.view import MapView
from ui.mask import masked, masked_board, masked_delta
from ui.moment import local
from ui.queue.reading import Reading
from ui.scope import shortcut
from ui.setting import LANGUAGE, STALE_SECONDS, THEME
from ui.theme import palette_of

TILES = {
    "ringing": QT_TRANSLATE_NOOP("Wall", "来电等待"),
    "waiting": QT_TRANSLATE_NOOP("Wall", "待派警"),
    "late": QT_TRANSLATE_NOOP("Wall", "超时"),
    "open": QT_TRANSLATE_NOOP("Wall", "在办警情"),
    "free": QT_TRANSLATE_NOOP("Wall", "可派警力"),
    "busy": QT_TRANSLATE_NOOP("Wall", "在警警力"),
}
SECRET = QT_TRANSLATE_NOOP("Wall", "涉密警情")
NOTHING = QT_TRANSLATE_NOOP("Wall", "没有在办警情")
MORE = QT_TRANSLATE_NOOP("Wall", "另有 {count} 件")
TITLE = QT_TRANSLATE_NOOP("Wall", "漳州110 · 态势")
# The height of the screen over the height of a figure, of a row's text.
FIGURE, ROW = 13, 38
ROWS = 14
COLUMNS = ("level", "left", "state", "class", "where", "crew")
LATE = ("late", "ringing")
WAITING = (IncidentState.TAKEN, IncidentState.RETURNED)


class WallView(QWidget):
    """Figures, the sheets whose time runs out first, and the map; follows the board by itself. Esc leaves.

    Signals:
        left(): a person closed it.
    """

    left = Signal()

    def __init__(self, desk: Desk, region: Region, parent: QWidget) -> None:
        # A tool window of the main one: the keys of the desk work here too.
        super().__init__(parent, Qt.WindowType.Tool)
        self._desk = desk
        self._reading = Reading(desk)
        self.figures = {name: QLabel() for name in TILES}
        self._captions = {name: QLabel() for name in TILES}
        self.rows = [{name: QLabel() for name in COLUMNS} for _ in range(ROWS)]
        self.title, self.clock, self.more = QLabel(), QLabel(), QLabel()
        self.map = MapView(region, self._palette(), desk.language.name, self)
        self._arrange()
        self._connect()
        self.map.set_stale_after(desk.settings.get(STALE_SECONDS) * 1000)
        self.map.show_board(masked_board(desk.store.board))
        self.map.put_fixes(list(desk.positions.latest.values()))
        self.map.fit()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._translate()

    def use_region(self, region: Region) -> None:
        """Show another region; one that cannot be read leaves the one before, and the main window says why."""
        with suppress(TroubleError):
            self.map.use_region(region)

    def show_on(self, screen: QScreen) -> None:
        """Fill a screen."""
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.activateWindow()
        self.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language of the screen."""
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Write as large as the screen allows."""
        super().resizeEvent(event)
        self._size()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell who opened it."""
        super().closeEvent(event)
        self.left.emit()

    def texts(self) -> list[list[str]]:
        """Return the rows shown, as they are read."""
        return [[row[name].text() for name in COLUMNS] for row in self.rows if row["level"].text()]

    def _arrange(self) -> None:
        self.setAutoFillBackground(True)
        top = QHBoxLayout()
        top.addWidget(self.title)
        top.addStretch(1)
        top.addWidget(self.clock)
        tiles = QHBoxLayout()
        tiles.setSpacing(12)
        for name in TILES:
            tiles.addWidget(self._tile(name), 1)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(18)
        self._grid.setColumnStretch(COLUMNS.index("class"), 1)
        for at, row in enumerate(self.rows):
            # A long name of a class must not push the map away.
            row["class"].setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            for column, name in enumerate(COLUMNS):
                self._grid.addWidget(row[name], at, column)
        side = QVBoxLayout()
        side.addLayout(self._grid)
        side.addWidget(self.more)
        side.addStretch(1)
        below = QHBoxLayout()
        below.addLayout(side, 11)
        below.addWidget(self.map, 9)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 12, 20, 16)
        whole.setSpacing(14)
        whole.addLayout(top)
        whole.addLayout(tiles)
        whole.addLayout(below, 1)
        for label in self.findChildren(QLabel):
            label.setTextFormat(Qt.TextFormat.PlainText)

    def _tile(self, name: str) -> QWidget:
        tile = QFrame()
        tile.setProperty("tile", True)
        column = QVBoxLayout(tile)
        column.setContentsMargins(14, 6, 14, 8)
        column.setSpacing(0)
        for label in (self._captions[name], self.figures[name]):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        self._captions[name].setProperty("role", "muted")
        return tile

    def _connect(self) -> None:
        desk = self._desk
        desk.store.loaded.connect(self._load)
        desk.store.changed.connect(self._apply)
        desk.positions.moved.connect(self.map.put_fixes)
        desk.clock.ticked.connect(self._tick)
        desk.settings.changed.connect(self._take_setting)
        shortcut("wall.close", self, self.close)

    def _load(self, board: Board) -> None:
        self.map.show_board(masked_board(board))
        self._show()

    def _apply(self, delta: Delta) -> None:
        self.map.apply(masked_delta(delta), masked_board(self._desk.store.board))
        self._show()

    def _tick(self, now: int) -> None:
        self.map.set_now(now)
        self._show()

    def _take_setting(self, key: str) -> None:
        if key == THEME.key:
            self.map.set_palette(self._palette())
            self._show()
        elif key == LANGUAGE.key:
            self.map.set_language(self._desk.settings.get(LANGUAGE))
        self._reading.take_limits()

    def _palette(self) -> Mapping[str, str]:
        return palette_of(self._desk.settings.get(THEME))

    def _translate(self) -> None:
        self.setWindowTitle(translate("Wall", TITLE))
        self.title.setText(translate("Wall", TITLE))
        for name, caption in self._captions.items():
            caption.setText(translate("Wall", TILES[name]))
        self._show()

    def _size(self) -> None:
        """Write every label in its share of the height."""
        high = self.height()
        for label in self.findChildren(QLabel):
            share = FIGURE if label in self.figures.values() else ROW
            pixels = max(12, high // share)
            if label.property("pixels") != pixels:
                label.setProperty("pixels", pixels)
                dress(label)

    def _show(self) -> None:
        now = self._reading.now = self._desk.clock.now()
        self.clock.setText(f"{local(now):%Y-%m-%d %H:%M:%S}")
        sheets = sorted(
            self._desk.store.board.all(IncidentCard).values(),
            key=lambda card: (self._reading.due(card), card.level or 5),
        )
        self._show_figures(sheets)
        for at, row in enumerate(self.rows):
            self._show_row(row, sheets[at] if at < len(sheets) else None)
        hidden = len(sheets) - ROWS
        self.more.setText(
            translate("Wall", NOTHING)
            if not sheets
            else translate("Wall", MORE).format(count=hidden)
            if hidden > 0
            else ""
        )

    def _show_figures(self, sheets: list[IncidentCard]) -> None:
        board = self._desk.store.board
        units = board.all(UnitCard).values()
        ringing = [c for c in board.all(CallCard).values() if c.state is CallState.RINGING]
        counts = {
            "ringing": len(ringing),
            "waiting": sum(card.state in WAITING for card in sheets),
            "late": sum(self._reading.is_late(card) for card in sheets),
            "open": len(sheets),
            "free": sum(card.is_free for card in units),
            "busy": sum(card.job is not None for card in units),
        }
        for name, count in counts.items():
            bad = name in LATE and count
            self.figures[name].setText(f"▲{count}" if bad else str(count))
            paint(self.figures[name], self._desk.colour("danger" if bad else "text"))

    def _show_row(self, row: Mapping[str, QLabel], card: IncidentCard | None) -> None:
        if card is None:
            for label in row.values():
                label.clear()
            return
        desk, shown = self._desk, masked(card)
        kind = desk.trade.class_name(shown.class_code)
        texts = {
            "level": (level_text(shown), level_colour(shown)),
            "left": (self._reading.left_text(shown), self._reading.left_colour(shown)),
            "state": (state_text(shown), state_colour(shown)),
            "class": (translate("Wall", SECRET) if card.secret else kind, None),
            "where": (
                "" if card.secret else desk.trade.name("division", shown.division[:6]),
                "muted",
            ),
            "crew": (str(len(shown.active) or ""), "moving"),
        }
        for name, (text, colour) in texts.items():
            row[name].setText(text)
            paint(row[name], desk.colour(colour or "text"))


def paint(label: QLabel, colour: str) -> None:
    """Write a label in a colour."""
    if label.property("colour") != colour:
        label.setProperty("colour", colour)
        dress(label)


def dress(label: QLabel) -> None:
    """Give a label its size and colour; a style sheet of its own would forget a font set beside it."""
    pixels, colour = label.property("pixels"), label.property("colour")
    parts = [f"font-size: {pixels}px;" if pixels else "", f"color: {colour};" if colour else ""]
    label.setStyleSheet("".join(parts))
