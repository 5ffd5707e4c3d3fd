"""The typed part of a sheet: two forms over one draft; what comes from elsewhere never overwrites what is typed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from models.board import IncidentCard
from models.errors import CodedError
from models.identity import new_id
from models.incident import FLAG_FIELDS
from models.place import on_earth
from services.levelling import Hit
from services.naming import add_alias
from services.taking import Proposal
from ui.desk import Desk
from ui.field import Field, TextField
from ui.form import Form, concerned
from ui.picker import TermField
from ui.sheet.address import AddressField
from ui.sheet.advice import TEXTS, Advice, advise
from ui.sheet.draft import Draft
from ui.sheet.ground import Ground
from ui.sheet.level import LevelField
from ui.sheet.place import PlaceField
from ui.sheet.spec import MAIN, MORE
from ui.sheet.station import Station

# A level is proposed anew when one of these changes.
JUDGED = frozenset({"class_taken", *TEXTS})
BLANK: Mapping[str, Any] = {
    "place": None,
    "level": None,
    "suspects": None,
    "station_id": None,
    "station_adjusted_id": None,
    "tags": [],
    **dict.fromkeys(FLAG_FIELDS, False),
}


class SheetForm(QWidget):
    """The fields of the sheet that is bound.

    Signals:
        edited(str): something was typed into the draft, in the field of this name.
    """

    edited = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._draft: Draft | None = None
        self._advised: Advice | None = None
        self.heard = ""
        self._answered: tuple[Hit, ...] = ()
        self._overtaken: set[str] = set()
        self.main, self.more = Form(desk, MAIN, self), Form(desk, MORE, self)
        self.more_button = QPushButton()
        self.more_button.setCheckable(True)
        self.more_button.toggled.connect(self._unfold)
        self.more.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.main, self.more_button, self.more):
            column.addWidget(widget)
        for form in (self.main, self.more):
            form.edited.connect(self._edited)
            form.left.connect(self._left)
        self.main.finished.connect(self.more_button.setFocus)
        address = self.field("address")
        assert isinstance(address, AddressField)
        self._finder = address.finder
        address.placed.connect(self.place.take)
        self.ground = Ground(desk, address, self.place, self)
        self.station = Station(desk, self.place, self.field("station_id"), self)
        desk.actions["sheet.more"].triggered.connect(self._toggle_more)
        desk.actions.explain(
            {"sheet.callers_place": self.place.why_no_callers, "sheet.alias": self._why_no_alias}
        )
        desk.actions.on(
            {"sheet.callers_place": self.place.use_caller.click, "sheet.alias": self._keep_alias}
        )
        self._translate()

    @property
    def classes(self) -> TermField:
        """The field of the incident class."""
        field = self.field("class_taken")
        assert isinstance(field, TermField)
        return field

    @property
    def level(self) -> LevelField:
        """The field of the level."""
        field = self.field("level")
        assert isinstance(field, LevelField)
        return field

    @property
    def place(self) -> PlaceField:
        """The field of the picked place."""
        field = self.field("place")
        assert isinstance(field, PlaceField)
        return field

    def field(self, name: str) -> Field:
        """Return a field by its name."""
        return self.main.fields.get(name) or self.more.fields[name]

    def form_of(self, name: str) -> Form:
        """Return the form that a field stands in."""
        return self.main if name in self.main.fields else self.more

    def bind(self, draft: Draft, card: IncidentCard) -> None:
        """Show a sheet: what the store holds, over it what was typed and is not saved."""
        self._draft = draft
        self._overtaken.clear()
        self.main.rewind()
        for form in (self.main, self.more):
            form.clear_marks()
            for name, field in form.fields.items():
                field.show_value(BLANK.get(name, ""))
            form.show_values({**draft.kept, **draft.typed})
        self.level.start(self.level.value())
        self.show_callers(card)
        self.ground.look_again()
        self.station.begin()
        self.heard, self._answered = "", ()
        self._advised = None
        self._advise()

    def refresh(self, values: Mapping[str, Any]) -> None:
        """Take what the store holds now; the field being typed and unsaved fields stay as they are."""
        draft = self._draft
        if draft is None:
            return
        known = set(draft.kept)
        for name, value in draft.know(values).items():
            field = self.field(name)
            if name not in draft.typed and not field.is_reached:
                field.show_value(value)
            elif name in known and field.value() != value:
                self._overtaken.add(name)
                field.mark(self.tr("他处已改为“%1”").replace("%1", self._words(name, value)))
            elif name not in known and name not in draft.typed:
                field.show_value(value)
        self.ground.follow()
        self._advise()

    def show_callers(self, card: IncidentCard) -> None:
        """Show where the caller is; names are looked for around there, else around the point."""
        self.place.show_callers(card.caller_place)
        near: Any = card.caller_place or card.place
        self._finder.near = (near.lon, near.lat) if on_earth(near) else self._desk.names.centre

    def settle(self) -> bool:
        """Let every field make up its mind; False where one cannot."""
        return self.main.settle() and self.more.settle()

    def hear(self, text: str) -> None:
        """Take what the channel itself brought: it is judged with what is typed."""
        if text != self.heard:
            self.heard = text
            self._advise()

    def hear_answers(self, hits: tuple[Hit, ...]) -> None:
        """Take what the answers to the checklist say about the level, the gravest first."""
        if hits != self._answered:
            self._answered = hits
            self._advise()

    @property
    def proposal(self) -> Proposal | None:
        """What the level rules say now: rule, level, words ("" where an answer says it); None where none holds."""
        hit = self._advised.hit if self._advised is not None else None
        if hit is None:
            return None
        # The answer itself stands on the timeline, in no language of a screen.
        seen = "" if hit in self._answered else "、".join(hit.words)
        return hit.rule, hit.level, seen

    def refuse(self, error: CodedError) -> bool:
        """Show a refusal at its field; False where it concerns none."""
        self.main.clear_marks()
        self.more.clear_marks()
        if any(name in self.more.fields for name in concerned(error)):
            self.more_button.setChecked(True)
        return self.main.refuse(error) or self.more.refuse(error)

    def resume(self) -> None:
        """Bring the keyboard back to where it was."""
        self.main.resume()

    def changeEvent(self, event: QEvent) -> None:
        """Translate when the language changes."""
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
            self.ground.look_again()
            self._advised = None
            self._advise()
        super().changeEvent(event)

    def _unfold(self, on: bool) -> None:
        """Show the rest; whoever opened it by key goes on in it."""
        at_button = self.more_button.hasFocus()
        self.more.setVisible(on)
        if on and at_button:
            self.more.focus(next(iter(self.more.fields)))

    def _edited(self, name: str) -> None:
        if self._draft is None:
            return
        self._overtaken.discard(name)
        self._draft.type(name, self.field(name).value())
        if name in JUDGED:
            self._advise()
        self.edited.emit(name)

    def _left(self, name: str) -> None:
        """Show what the store holds where the person came by without typing."""
        draft = self._draft
        if draft is None or name not in self._overtaken or name in draft.typed:
            return
        self._overtaken.discard(name)
        self.field(name).mark("")
        self.field(name).show_value(draft.kept.get(name))

    def _advise(self) -> None:
        """Propose the level that the words and the class ask for, as long as they say anything new."""
        texts = [self.heard, *(str(self.field(name).value()) for name in TEXTS)]
        advice = advise(self._desk.trade, "\n".join(texts), self.classes.value(), self._answered)
        if advice == self._advised:
            return
        self._advised = advice
        if advice is None:
            self.level.withdraw()
        else:
            self.level.propose(advice.level, advice.reason(self._desk.trade))

    def _why_no_alias(self) -> str:
        if self._draft is not None and self.field("address").value() and self.place.value():
            return ""
        return self.tr("先填地址并选点，才能存为别名。")

    def _keep_alias(self) -> None:
        """Keep what stands in the address as what people call the point."""
        name = str(self.field("address").value())

        def done() -> str:
            return self.tr("已把“%1”存为别名。").replace("%1", name)

        self._desk.store.do(
            *(add_alias, name, self.place.value()),
            id=new_id(),
            then=lambda _id: self._desk.say("info", done),
        )

    def _toggle_more(self) -> None:
        if self._draft is None:
            return
        self.more_button.setChecked(not self.more_button.isChecked())
        if self.more_button.isChecked():
            self.more.focus(next(iter(self.more.fields)))
        else:
            self.main.resume()

    def _words(self, name: str, value: Any) -> str:
        if name == "class_taken":
            return self._desk.trade.class_name(str(value))
        if isinstance(value, list):
            return " ".join(value)
        text = "" if value is None else str(value)
        return f"{text[:40]}…" if isinstance(self.field(name), TextField) and text[40:] else text

    def _translate(self) -> None:
        self.more_button.setText(
            self.tr("更多（涉险标记、伤亡、车牌、证件、标签、管辖、来源编号）")
        )
