"""The forms of the directory: a police body, an agency, a contact; new, changed, or out of service."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QMessageBox, QWidget

from models.agency import AgencyKind
from models.board import AgencyCard, BeatCard, ContactLine, OrganisationCard
from models.identity import new_id
from models.organisation import OrganisationKind
from services.directory import (
    add_agency,
    add_contact,
    change_agency,
    change_contact,
    retire_agency,
    retire_contact,
)
from services.fleet import (
    add_beat,
    add_organisation,
    change_beat,
    change_organisation,
    retire_beat,
    retire_organisation,
)
from ui.desk import Desk
from ui.directory.entry import DirectoryEntry
from ui.form import FieldSpec, choice, count, line
from ui.instant import InstantField
from ui.panel import Panel
from ui.panel_stack import PanelStack
from ui.wording import kind_name

AGENCY_FIELDS = (
    *("code", "name", "name_en", "takes", "areas", "valid_from", "valid_to", "note", "lon", "lat"),
)
Give = Callable[[dict[str, Any]], None]


class DirectoryForms(PanelStack):
    """One form at a time, at the foot of the directory; menus say which."""

    def __init__(
        self,
        desk: Desk,
        current: Callable[[], tuple[DirectoryEntry | None, ContactLine | None]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._current = desk, current
        self._give: Give = lambda _values: None
        kinds = [it.value for it in OrganisationKind]
        families = [it.value for it in AgencyKind]
        self.body = self._panel(
            lambda: self.tr("机构"),
            line("code", needed=True),
            line("name", needed=True, beside=True),
            choice("kind", lambda: [(it, kind_name(it)) for it in kinds]),
            choice("parent_id", self._bodies, beside=True),
            line("phone"),
            line("division", beside=True),
            line("name_en"),
            line("lon"),
            line("lat", beside=True),
        )
        self.agency = self._panel(
            lambda: self.tr("联动单位"),
            line("code", needed=True),
            line("name", needed=True, beside=True),
            choice("kind", lambda: [(it, kind_name(it)) for it in families]),
            line("name_en", beside=True),
            line("takes"),
            line("areas"),
            line("valid_from"),
            line("valid_to", beside=True),
            line("note", title=lambda: self.tr("备注")),
            line("lon"),
            line("lat", beside=True),
        )
        self.beat = self._panel(
            lambda: self.tr("警区"),
            line("code", needed=True),
            line("name", needed=True, beside=True),
            choice("organisation_id", self._bodies),
            line("officer", title=lambda: self.tr("责任民警")),
            line("phone", beside=True),
        )
        self.contact = self._panel(
            lambda: self.tr("联系人"),
            line("name", title=lambda: self.tr("姓名")),
            line("phone", beside=True),
            line("duty_from"),
            line("duty_to", beside=True),
            count("rank"),
            line("note", title=lambda: self.tr("备注"), beside=True),
        )
        self.roster = self._panel(
            lambda: self.tr("值班"),
            FieldSpec("begins_at", lambda desk: InstantField(desk.clock, ahead=True), needed=True),
            FieldSpec("ends_at", lambda desk: InstantField(desk.clock, ahead=True), needed=True),
            line("name", title=lambda: self.tr("值班人"), needed=True),
            line("phone", beside=True),
            count("rank"),
            line("note", title=lambda: self.tr("备注"), beside=True),
        )
        self.hold(self.all())
        names = ("body", "agency", "contact", "roster", "beat")
        self.keep(desk, dict(zip(names, self.all(), strict=True)))
        for panel in self.all():
            panel.given.connect(lambda values: self._give(values))

    def all(self) -> tuple[Panel, ...]:
        """Return every form."""
        return (self.body, self.agency, self.contact, self.roster, self.beat)

    def show_new(self) -> None:
        """Offer what can be entered."""
        entry, _ = self._current()
        choices: list[tuple[str, Callable[[], None]]] = [
            (self.tr("新增机构"), self.new_body),
            (self.tr("新增联动单位"), self.new_agency),
            (self.tr("新增警区"), self.new_beat),
        ]
        body = (entry.agency or entry.body) if entry is not None else None
        if entry is not None and body is not None:
            words = self.tr("新增联系人：%1").replace("%1", entry.name)
            roster = self.tr("新增值班：%1").replace("%1", entry.name)
            choices[:0] = [
                (words, lambda: self.new_contact(body)),
                (roster, lambda: self.new_roster(body)),
            ]
        self._offer(choices)

    def show_change(self) -> None:
        """Offer what can be changed of the current body and contact; beats of no body stand with every police body."""
        entry, contact = self._current()
        choices: list[tuple[str, Callable[[], None]]] = []
        if entry is None:
            choices += self._beats_of(None)
            if choices:
                self._offer(choices)
            else:
                self._desk.say("info", lambda: self.tr("请先在通讯录中选中一个单位。"))
            return
        agency, body = entry.agency, entry.body
        # A police body's own telephone is no contact: it is changed with the body.
        if contact is not None and contact.id != entry.id:
            who = contact.name or contact.phone or str(contact.rank)
            words = self.tr("修改联系人：%1").replace("%1", who)
            choices.append((words, lambda: self.change_contact(contact)))
            words = self.tr("停用联系人：%1").replace("%1", who)
            choices.append((words, lambda: self.retire(retire_contact, contact.id, who)))
        if agency is not None:
            choices.append(self._about(entry, lambda: self.change_agency(agency)))
            choices.append(self._away(entry, retire_agency))
        elif body is not None:
            choices.append(self._about(entry, lambda: self.change_body(body)))
            choices.append(self._away(entry, retire_organisation))
            choices += [*self._beats_of(body.id), *self._beats_of(None)]
        self._offer(choices)

    def new_body(self) -> None:
        """Ask for a new police body."""
        names = ("code", "name", "parent_id", "phone", "division", "name_en", "lon", "lat")
        values = {**dict.fromkeys(names, ""), "kind": OrganisationKind.STATION.value}
        self._ask(self.body, values, partial(self._add, add_organisation, self.body))

    def change_body(self, card: OrganisationCard) -> None:
        """Ask what is to be changed of a police body."""
        names = ("code", "name", "phone", "division", "name_en")
        values: dict[str, Any] = {name: getattr(card, name) for name in names}
        values |= {"kind": str(card.organisation_kind), "parent_id": card.parent_id or ""}
        values |= place_of(card)
        change = partial(self._do, change_organisation, self.body, card.id)
        self._ask(self.body, values, change, card.id)

    def new_agency(self) -> None:
        """Ask for a new agency."""
        values = dict.fromkeys(AGENCY_FIELDS, "")
        values["kind"] = AgencyKind.GOVERNMENT.value
        self._ask(self.agency, values, partial(self._add, add_agency, self.agency))

    def change_agency(self, card: AgencyCard) -> None:
        """Ask what is to be changed of an agency."""
        values: dict[str, Any] = {
            name: getattr(card, name)
            for name in ("code", "name", "name_en", "note", "valid_from", "valid_to")
        }
        values |= {"kind": str(card.agency_kind), "takes": " ".join(card.takes), **place_of(card)}
        values["areas"] = " ".join(card.areas)
        change = partial(self._do, change_agency, self.agency, card.id)
        self._ask(self.agency, values, change, card.id)

    def new_beat(self) -> None:
        """Ask for a new beat; it is drawn by the import of a file."""
        entry, _ = self._current()
        body = entry.body if entry is not None else None
        values = dict.fromkeys(("code", "name", "officer", "phone"), "")
        values["organisation_id"] = body.id if body is not None else ""
        self._ask(self.beat, values, partial(self._add, add_beat, self.beat))

    def change_beat(self, card: BeatCard) -> None:
        """Ask what is to be changed of a beat."""
        values = {name: getattr(card, name) for name in ("code", "name", "officer", "phone")}
        values["organisation_id"] = card.organisation_id or ""
        self._ask(self.beat, values, partial(self._do, change_beat, self.beat, card.id), card.id)

    def _beats_of(self, body_id: str | None) -> list[tuple[str, Callable[[], None]]]:
        board = self._desk.store.board
        bodies = board.all(OrganisationCard)

        def owner(beat: BeatCard) -> str | None:
            return beat.organisation_id if beat.organisation_id in bodies else None

        beats = board.all(BeatCard).values()
        own = sorted((it for it in beats if owner(it) == body_id), key=lambda it: it.code)
        choices: list[tuple[str, Callable[[], None]]] = []
        for beat in own:
            words = self.tr("修改警区：%1").replace("%1", beat.name)
            choices.append((words, partial(self.change_beat, beat)))
            words = self.tr("停用警区：%1").replace("%1", beat.name)
            choices.append((words, partial(self.retire, retire_beat, beat.id, beat.name)))
        return choices

    def new_contact(self, body: AgencyCard | OrganisationCard) -> None:
        """Ask for a new contact of a body, the last to be tried."""
        values: dict[str, Any] = dict.fromkeys(
            ("name", "phone", "duty_from", "duty_to", "note"), ""
        )
        standing = [it.rank for it in body.contacts if it.begins_at is None]
        values["rank"] = max(standing, default=0) + 1
        self._ask(self.contact, values, partial(self._enter, self.contact, body.id), body.id)

    def new_roster(self, body: AgencyCard | OrganisationCard) -> None:
        """Ask who has the duty at a body, from when to when."""
        values: dict[str, Any] = dict.fromkeys(("name", "phone", "note"), "")
        values |= {"begins_at": None, "ends_at": None, "rank": 1}
        self._ask(self.roster, values, partial(self._enter, self.roster, body.id), body.id)

    def change_contact(self, contact: ContactLine) -> None:
        """Ask what is to be changed of a contact or of a line of a roster."""
        panel = self.contact if contact.begins_at is None else self.roster
        values = {name: getattr(contact, name) for name in panel.form.fields}
        self._ask(panel, values, partial(self._do, change_contact, panel, contact.id), contact.id)

    def _enter(self, panel: Panel, body_id: str, given: dict[str, Any]) -> None:
        self._do(add_contact, panel, body_id, id=new_id(), **given)

    def retire(self, command: Callable[..., Any], id: str, name: str) -> None:
        """Ask once more, then take something out of service."""
        words = self.tr("停用“%1”？它将离开通讯录，历史保留。").replace("%1", name)
        box = QMessageBox(QMessageBox.Icon.Question, self.tr("停用"), words, parent=self)
        yes = box.addButton(self.tr("停用"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("取消"), QMessageBox.ButtonRole.RejectRole)
        yes.clicked.connect(lambda: self._desk.store.do(command, id))
        box.finished.connect(box.deleteLater)
        box.open()

    def _about(
        self, entry: DirectoryEntry, ask: Callable[[], None]
    ) -> tuple[str, Callable[[], None]]:
        return self.tr("修改单位：%1").replace("%1", entry.name), ask

    def _away(
        self, entry: DirectoryEntry, command: Callable[..., Any]
    ) -> tuple[str, Callable[[], None]]:
        words = self.tr("停用单位：%1").replace("%1", entry.name)
        return words, lambda: self.retire(command, entry.id, entry.name)

    def _offer(self, choices: Sequence[tuple[str, Callable[[], None]]]) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for words, ask in choices:
            # What a body is called is data: an ampersand in it is no key.
            action = menu.addAction(words.replace("&", "&&"))
            action.triggered.connect(lambda _on=False, ask=ask: ask())
        menu.popup(QCursor.pos())
        menu.setActiveAction(menu.actions()[0])

    def _ask(self, panel: Panel, values: dict[str, Any], give: Give, about: str = "") -> None:
        self._give = give
        for name in ("parent_id", "organisation_id"):
            if name in panel.form.fields:
                panel.form.fields[name].retranslate()
        self.ask(panel, values, about)

    def _add(self, command: Callable[..., Any], panel: Panel, given: dict[str, Any]) -> None:
        self._do(command, panel, id=new_id(), **fields_of(given))

    def _do(self, command: Callable[..., Any], panel: Panel, *args: Any, **kwargs: Any) -> None:
        given = [fields_of(each) if isinstance(each, dict) else each for each in args]
        about = self.subject(panel)
        self._desk.store.do(
            command,
            *given,
            then=lambda _result: self._done(panel, about),
            failed=panel.refuse,
            **kwargs,
        )

    def _done(self, panel: Panel, about: str) -> None:
        self.give(panel, about)
        self._desk.say("info", lambda: self.tr("通讯录已保存。"))

    def _panel(self, title: Callable[[], str], *specs: Any) -> Panel:
        return Panel(self._desk, title, specs, self)

    def _bodies(self) -> Sequence[tuple[str, str]]:
        cards = self._desk.store.board.all(OrganisationCard).values()
        ordered = sorted(cards, key=lambda card: card.code)
        return [("", "—"), *((card.id, self._desk.trade.word(card)) for card in ordered)]


def fields_of(values: dict[str, Any]) -> dict[str, Any]:
    """Return a form's values as the commands take them."""
    fields = dict(values)
    for name in ("takes", "areas"):
        if name in fields:
            fields[name] = fields[name].split()
    for name in ("parent_id", "organisation_id"):
        if name in fields:
            fields[name] = fields[name] or None
    return fields


def place_of(card: AgencyCard | OrganisationCard) -> dict[str, str]:
    """Return where a body is as people write it, in degrees; "" where nobody knows."""
    points = {"lon": card.lon, "lat": card.lat}
    return {name: "" if point is None else f"{point:.6f}" for name, point in points.items()}
