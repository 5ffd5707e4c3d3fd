"""The feedback form: its fields follow the class chosen, as the dictionaries say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from models.board import IncidentCard, TermCard
from models.errors import CodedError
from models.form import CHOICE, FIELD, FieldKind, FormBook, FormField, form_book
from services.context import local_day
from ui.desk import Desk
from ui.details.money import MoneyField
from ui.details.scene import Point, PointField
from ui.field import ChoiceField, CountField, Field, FlagField, LineField, TagsField, TextField
from ui.form import FieldSpec, Form, term, text
from ui.instant import InstantField
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.panel import Panel
from ui.refusal import sentence

TITLE = QT_TRANSLATE_NOOP("Feedback", "反馈")
NARRATIVE = QT_TRANSLATE_NOOP("Feedback", "处置情况")
NOT_CHOSEN = QT_TRANSLATE_NOOP("Feedback", "未选")
Makers = Mapping[FieldKind, Callable[[Desk], Field]]
HEAD = ("class_code", "result", "narrative")
# Numbers are short enough to share a row.
IN_A_ROW = {FieldKind.COUNT: 2, FieldKind.FLAG: 2}
LEAST_HEIGHT = 110


class Room(QScrollArea):
    """Shows the fields of the class whole where there is room for them, else scrolls."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.inner = QWidget()
        self.column = QVBoxLayout(self.inner)
        self.column.setContentsMargins(0, 0, 4, 0)
        self.column.setSpacing(6)
        self.setWidget(self.inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        # The panel's own ground shows through.
        for part in (self, self.viewport(), self.inner):
            part.setAutoFillBackground(False)
            part.setObjectName("room")
        self.setStyleSheet("#room { background: transparent; }")

    def sizeHint(self) -> QSize:
        """Ask for the height of all fields."""
        return self.inner.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Do with less."""
        whole = self.inner.minimumSizeHint()
        return QSize(whole.width(), min(whole.height(), LEAST_HEIGHT))


class FeedbackPanel(Panel):
    """Class, result and narrative; below them what the class asks for; behind “more” what every sheet may say."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        head = [
            term("class_code", "incident_class", needed=True),
            term("result", "result", needed=True),
            text("narrative", lines=3, title=lambda: translate("Feedback", NARRATIVE)),
        ]
        self._desk = desk
        self._class_code = ""
        self._about: IncidentCard | None = None
        self._unit_id = ""
        self.asked: Form | None = None
        super().__init__(desk, lambda: translate("Feedback", TITLE), head, parent)
        self._room = Room(self)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(column.count() - 2, self._room)
        self.form.edited.connect(self._edited)
        self.more_button.toggled.connect(self._show_more)
        self.more_button.show()

    def tell_about(self, card: IncidentCard, assignment_id: str | None) -> None:
        """Tell which sheet the feedback is on and which unit gives it, for the points that the form offers."""
        self._about = card
        jobs = {line.id: line.unit_id for line in card.assignments}
        self._unit_id = jobs.get(assignment_id or "", "")

    def ask(
        self,
        values: Mapping[str, Any] | None = None,
        *,
        note: Callable[[], str] = str,
        again: Mapping[str, Any] | None = None,
    ) -> None:
        """Open with these values; the fields are those of the class among them."""
        self._build(str((values or {}).get("class_code", "")))
        super().ask(values, note=note, again=again)

    def take_again(self, values: Mapping[str, Any]) -> None:
        """Show what was typed here before; the fields are those of the class chosen then."""
        self._build(str(values.get("class_code", "")))
        super().take_again(values)

    def refuse(self, error: CodedError) -> None:
        """Show a refusal at its field, wherever that stands; names stand for codes."""
        self.ok.setEnabled(True)
        said = named(self._desk, error)
        fields = str(error.params.get("field") or error.params.get("missing") or "").split(",")
        for form in reversed(self._forms()):
            marks = {code: sentence(said) for code in fields if code in form.fields}
            if marks:
                if form is self.more:
                    self.more_button.setChecked(True)
                form.mark(marks)
                return
        self.say_wrong(sentence(said))

    def _forms(self) -> tuple[Form, ...]:
        return tuple(form for form in (self.form, self.asked, self.more) if form is not None)

    def _edited(self, name: str) -> None:
        if name == "class_code":
            kept = self.values()
            self._build(str(kept["class_code"]))
            for form in self._forms()[1:]:
                form.show_values(kept)

    def _build(self, class_code: str) -> None:
        """Put the fields of a class into the panel."""
        if class_code == self._class_code and self.more is not None:
            return
        self._class_code = class_code
        for old in self._forms()[1:]:
            old.hide()
            old.deleteLater()
        book = self._book()
        needed = book.needed(class_code)
        self.asked = self._add(self._specs(book.asked(class_code), needed))
        self.more = self._add(self._specs(book.general(class_code), needed))
        self._show_more(self.more_button.isChecked())
        self._chain()

    def _book(self) -> FormBook:
        terms = self._desk.store.board.all(TermCard).values()
        return form_book(terms, local_day(self._desk.clock.now()))

    def _specs(self, fields: tuple[FormField, ...], needed: tuple[str, ...]) -> list[FieldSpec]:
        return specs(self._desk, fields, needed, self._incident_point, self._unit_point)

    def _incident_point(self) -> list[float] | None:
        place = self._about.place if self._about is not None else None
        return [place.lon, place.lat] if place is not None else None

    def _unit_point(self) -> list[float] | None:
        fix = self._desk.positions.latest.get(self._unit_id)
        return [fix.lon, fix.lat] if fix is not None else None

    def _add(self, fields: list[FieldSpec]) -> Form | None:
        if not fields:
            return None
        form = Form(self._desk, fields, self._room.inner)
        form.finished.connect(self._give)
        form.edited.connect(lambda _name: self.edited.emit())
        for field in form.fields.values():
            field.reached.connect(lambda field=field: self._room.ensureWidgetVisible(field))
        self._room.column.addWidget(form)
        return form

    def _chain(self) -> None:
        """Let Tab go through the fields as they stand: those made later would come last."""
        editors = [field.editor for form in self._forms() for field in form.fields.values()]
        for one, following in pairwise([*editors, self.more_button, self.ok, self.cancel]):
            QWidget.setTabOrder(one, following)

    def _show_more(self, on: bool) -> None:
        if self.more is not None:
            self.more.setVisible(on)
        self._room.setVisible(self.asked is not None or on)
        self._room.updateGeometry()


def specs(
    desk: Desk,
    fields: tuple[FormField, ...],
    needed: tuple[str, ...],
    incident: Point,
    unit: Point,
) -> list[FieldSpec]:
    """Return how the fields stand in a form: numbers, choices and boxes to tick share rows with their like.

    `incident` and `unit` give the points that a field for a point offers.
    """
    points = {FieldKind.POINT: lambda _desk: PointField(incident, unit)}
    found: list[FieldSpec] = []
    kind, place = None, 0
    for field in fields:
        place = place + 1 if field.kind is kind else 0
        kind = field.kind
        beside = bool(place % IN_A_ROW.get(kind, 1))
        found.append(spec(desk, field, points, beside=beside, needed=field.code in needed))
    return found


def spec(desk: Desk, field: FormField, points: Makers, *, beside: bool, needed: bool) -> FieldSpec:
    """Return one field of a form, named by its term."""

    def name() -> str:
        return desk.trade.name(FIELD, field.code)

    def choices() -> list[tuple[str, str]]:
        named_choices = [(code, desk.trade.name(CHOICE, code)) for code in field.choices]
        return [("", translate("Feedback", NOT_CHOSEN)), *named_choices]

    makers: Makers = {
        **points,
        FieldKind.TIME: lambda desk: InstantField(desk.clock),
        FieldKind.TAGS: lambda _desk: TagsField(),
        FieldKind.COUNT: lambda _desk: CountField(),
        FieldKind.MONEY: lambda _desk: MoneyField(),
        FieldKind.CHOICE: lambda _desk: ChoiceField(choices),
        FieldKind.FLAG: lambda _desk: FlagField(name),
        FieldKind.LONG: lambda _desk: TextField(lines=2),
        FieldKind.TEXT: lambda _desk: LineField(),
    }
    return FieldSpec(
        field.code,
        makers[field.kind],
        beside=beside,
        needed=needed,
        captioned=field.kind is not FieldKind.FLAG,
        title=name,
    )


def particulars(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return what was filled beside class, result and narrative."""
    return {
        name: value
        for name, value in values.items()
        # Nought is an answer; nothing, no words and a box not ticked are none.
        if name not in HEAD and value is not False and value not in (None, "", [])
    }


def named(desk: Desk, error: CodedError) -> CodedError:
    """Return a refusal whose codes of fields, class and result are names."""
    words = dict(error.params)
    for name in ("field", "missing"):
        if words.get(name):
            codes = str(words[name]).split(",")
            known = [desk.trade.name(FIELD, code) for code in codes]
            words[name] = ",".join(known)
    if "class_code" in words:
        words["class_code"] = desk.trade.class_name(str(words["class_code"]))
    if "result" in words:
        words["result"] = desk.trade.name("result", str(words["result"]))
    return type(error)(error.code, **words)
