"""A form is a list of fields: labels, order, Enter to the next, and remarks at the field come from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from models.errors import CodedError
from services.context import local_day
from ui.desk import Desk
from ui.field import (
    ChoiceField,
    CountField,
    Field,
    FlagField,
    LineField,
    ReasonField,
    TagsField,
    TextField,
)
from ui.picker import BodyField, TermField
from ui.refusal import sentence
from ui.wording import field_name

LABEL_WIDTH = 76
LINE_HEIGHT = 31  # of an input by the style sheet: labels stand level with the first line


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field: its name, how it is made, and how it stands in the form.

    `beside`: in the row of the one before; `needed`: shown as such; `captioned`: has a label of the form;
    `passed`: Enter goes past it (it has a key of its own); `title`: another label than the field's name.
    """

    name: str
    make: Callable[[Desk], Field]
    beside: bool = False
    needed: bool = False
    captioned: bool = True
    passed: bool = False
    title: Callable[[], str] | None = None


def line(name: str, **more: Any) -> FieldSpec:
    """Return a field of one line."""
    return FieldSpec(name, lambda _desk: LineField(), **more)


def text(name: str, lines: int = 3, **more: Any) -> FieldSpec:
    """Return a field of several lines."""
    return FieldSpec(name, lambda _desk: TextField(lines=lines), **more)


def count(name: str, *, empty: int | None = None, **more: Any) -> FieldSpec:
    """Return a field for a whole number."""
    return FieldSpec(name, lambda _desk: CountField(empty=empty), **more)


def flag(name: str, **more: Any) -> FieldSpec:
    """Return a box to tick."""
    return FieldSpec(
        name, lambda _desk: FlagField(lambda: field_name(name)), captioned=False, **more
    )


def choice(name: str, choices: Callable[[], Sequence[tuple[str, str]]], **more: Any) -> FieldSpec:
    """Return a field of a few codes."""
    return FieldSpec(name, lambda _desk: ChoiceField(choices), **more)


def reason(name: str, dictionary: str, **more: Any) -> FieldSpec:
    """Return a field for a reason: a term of a dictionary, or words."""

    def make(desk: Desk) -> Field:
        return ReasonField(
            lambda: [
                (found.code, found.name)
                for found in desk.trade.codes(dictionary, local_day(desk.clock.now()))
            ]
        )

    return FieldSpec(name, make, **more)


def term(name: str, dictionary: str, **more: Any) -> FieldSpec:
    """Return a field that finds a term of a dictionary."""
    return FieldSpec(name, lambda desk: TermField(desk.trade, desk.clock, dictionary), **more)


def body(name: str, **more: Any) -> FieldSpec:
    """Return a field that finds a police body."""
    return FieldSpec(name, lambda desk: BodyField(desk.trade, desk.store), **more)


def tags(name: str, **more: Any) -> FieldSpec:
    """Return a field for a few short words."""
    return FieldSpec(name, lambda _desk: TagsField(), **more)


class Form(QWidget):
    """Rows of labelled fields.

    Signals:
        edited(str): a person changed the field of this name.
        left(str): the keyboard left the field of this name.
        finished(): Enter in the last field.
    """

    edited = Signal(str)
    left = Signal(str)
    finished = Signal()

    def __init__(
        self, desk: Desk, specs: Sequence[FieldSpec], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._specs = tuple(specs)
        self.fields: dict[str, Field] = {spec.name: spec.make(desk) for spec in specs}
        self._labels: dict[str, QLabel] = {}
        self._last = specs[0].name
        self._lay_out()
        for name, field in self.fields.items():
            field.edited.connect(lambda name=name: self._edited(name))
            field.entered.connect(lambda name=name: self.go_on(name))
            field.left.connect(lambda name=name: self.left.emit(name))
            field.reached.connect(lambda name=name: self._reached(name))
        self.retranslate()

    def value(self, name: str) -> Any:
        """Return the value of one field."""
        return self.fields[name].value()

    def values(self) -> dict[str, Any]:
        """Return the values of all fields by name."""
        return {name: field.value() for name, field in self.fields.items()}

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Show values in the fields of their names; others keep theirs."""
        for name, value in values.items():
            if name in self.fields:
                self.fields[name].show_value(value)

    def settle(self) -> bool:
        """Let every field make up its mind before the values are taken; the keyboard goes to one that cannot."""
        unsettled = [name for name, field in self.fields.items() if not field.settle()]
        if unsettled:
            self.focus(unsettled[0])
        return not unsettled

    def focus(self, name: str) -> None:
        """Bring the keyboard to a field."""
        self.fields[name].setFocus(Qt.FocusReason.OtherFocusReason)
        self._last = name

    def rewind(self) -> None:
        """Let the keyboard come to the first field next: another thing is being filled."""
        self._last = next(iter(self.fields))

    def resume(self) -> None:
        """Bring the keyboard back to where it was last."""
        self.focus(self._last)

    def mark(self, marks: Mapping[str, str]) -> None:
        """Say what is wrong at the fields; the keyboard goes to the first of them."""
        known = [name for name in self.fields if name in marks]
        for name in known:
            self.fields[name].mark(marks[name])
        if known:
            self.focus(known[0])

    def clear_marks(self) -> None:
        """Take all remarks away."""
        for field in self.fields.values():
            field.mark("")

    def refuse(self, error: CodedError) -> bool:
        """Show a refusal at the fields it concerns; False where it concerns none of them."""
        marks = {name: sentence(error) for name in concerned(error) if name in self.fields}
        if error.code == "sheet.incomplete":
            marks = {name: self.tr("必填") for name in marks}
        self.mark(marks)
        return bool(marks)

    def retranslate(self) -> None:
        """Write labels and fields in the language of the screen."""
        for spec in self._specs:
            name = spec.title() if spec.title else field_name(spec.name)
            self.fields[spec.name].name_it(name)
            self.fields[spec.name].retranslate()
            if (label := self._labels.get(spec.name)) is not None:
                label.setText(f"{name} *" if spec.needed else name)

    def changeEvent(self, event: QEvent) -> None:
        """Translate when the language changes."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def go_on(self, name: str) -> None:
        """Bring the keyboard to the field after this one that takes it, or tell that it was the last."""
        names = list(self.fields)
        passed = {spec.name for spec in self._specs if spec.passed}
        passed |= {
            name for name, field in self.fields.items() if not field.editor.isEnabledTo(self)
        }
        following = [each for each in names[names.index(name) + 1 :] if each not in passed]
        if following:
            self.focus(following[0])
        else:
            self.finished.emit()

    def _edited(self, name: str) -> None:
        self.fields[name].mark("")
        self.edited.emit(name)

    def _reached(self, name: str) -> None:
        self._last = name

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(5)
        grid.setColumnMinimumWidth(0, LABEL_WIDTH)
        grid.setColumnStretch(1, 1)
        box = QHBoxLayout()
        for spec in self._specs:
            field = self.fields[spec.name]
            label = self._label(spec) if spec.captioned else None
            if not spec.beside:
                row = grid.rowCount()
                box = QHBoxLayout()
                box.setSpacing(6)
                grid.addLayout(box, row, 1)
                if label is not None:
                    grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            elif label is not None:
                box.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
            box.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)

    def _label(self, spec: FieldSpec) -> QLabel:
        label = QLabel()
        label.setProperty("role", "muted")
        label.setBuddy(self.fields[spec.name].editor)
        label.setMinimumHeight(LINE_HEIGHT)
        self._labels[spec.name] = label
        return label


def concerned(error: CodedError) -> Iterable[str]:
    """Return the names of the fields that a refusal is about."""
    field = error.params.get("field")
    missing = error.params.get("missing")
    return [
        *([str(field)] if field else []),
        *(str(missing).split(",") if missing else []),
    ]
