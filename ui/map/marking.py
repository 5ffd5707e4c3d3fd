"""Drawing on the map: closures and cordons by mouse and key, named in a small form, listed, changed and lifted."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from models.board import MarkingCard
from models.marking import FORMS, MarkingKind
from ui.closure import is_closed
from ui.desk import Desk
from ui.map.marking_form import MarkingForms
from ui.map.marking_list import MarkingList
from ui.map.view import Lines, MapView


class Markings(QObject):
    """Wires pen, forms and list to the actions of the table; `forms` has its place above the map."""

    def __init__(self, desk: Desk, view: MapView, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._view = desk, view
        self._sort = MarkingKind.CLOSURE
        self._fresh = ""
        self.forms = MarkingForms(desk, parent)
        self.list = MarkingList(desk, parent)
        view.outlined.connect(self._name)
        view.undrawn.connect(lambda: view.show_draft())
        view.clicked.connect(self._choose)
        self.forms.ended.connect(self._end)
        self.forms.drawn.connect(self._drawn)
        self.list.show_asked.connect(self._show)
        self.list.change_asked.connect(lambda id: self._with(id, self.forms.change))
        self.list.lift_asked.connect(lambda id: self._with(id, self.forms.lift))
        desk.roads.closed.connect(self._take_closed)
        desk.actions.on(
            {
                "map.closure": lambda: self.draw(MarkingKind.CLOSURE),
                "map.cordon": lambda: self.draw(MarkingKind.CORDON),
                "map.markings": self.list.open_at,
            }
        )

    def draw(self, sort: MarkingKind) -> None:
        """Let the next clicks and keys on the map draw."""
        self._sort = sort
        measuring = self._desk.actions["map.measure"]
        if measuring.isChecked():
            measuring.trigger()
        self.forms.marking.done()
        self._view.stop_picking()
        self._view.start_drawing(sort.value, [form.value for form in FORMS[sort]])
        self._view.setFocus()

    def _name(self, form: str, points: list[list[float]], radius: float) -> None:
        self.forms.name(self._sort, form, points, radius)

    def _end(self) -> None:
        self._view.show_draft()
        self._view.setFocus()

    def _choose(self, kind: str, id: str) -> None:
        if kind == MarkingCard.kind:
            self.list.open_at(id)

    def _show(self, id: str) -> None:
        card = self._desk.store.board.get(MarkingCard, id)
        if card is not None:
            lon = sum(point[0] for point in card.points) / len(card.points)
            lat = sum(point[1] for point in card.points) / len(card.points)
            self._view.look_at(lon, lat)
            self._view.setFocus()

    def _with(self, id: str, ask: object) -> None:
        card = self._desk.store.board.get(MarkingCard, id)
        if card is not None and callable(ask):
            ask(card)

    # What a closure does to the roads is said, for a line may have missed them.

    def _drawn(self, id: str) -> None:
        card = self._desk.store.board.get(MarkingCard, id)
        if card is None or card.sort is not MarkingKind.CLOSURE:
            return
        if not self._desk.roads.has_roads:
            self._desk.say("info", self._say_no_roads)
        elif is_closed(card, self._desk.clock.now()):
            self._fresh = id

    def _take_closed(self, lines: dict[str, Lines]) -> None:
        self._view.show_closed(lines)
        fresh = self._fresh
        if fresh in lines:
            self._fresh = ""
            count = len(lines[fresh])
            self._desk.say("info" if count else "warning", lambda: self._say_closed(count))

    def _say_closed(self, count: int) -> str:
        if not count:
            return self.tr("所画之处没有道路，路线不受影响。请改画到路上。")
        return self.tr("已封闭 %1 段道路，路线和到达时间随即避开。").replace("%1", str(count))

    def _say_no_roads(self) -> str:
        return self.tr("已记下并显示。本地区没有道路数据，到达时间仍按直线估算。")
