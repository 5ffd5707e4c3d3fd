"""The pane of who sits here: never in the way of a call, keyboard only, and skipped with one key."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from models.errors import CodedError, RuleError
from models.identity import new_id
from models.watch import Post, Site
from services.watchkeeping import sign_off, sign_on
from ui.desk import Desk
from ui.form import FieldSpec, Form, choice, line, text
from ui.holding import hold_fields
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.moment import day_time_of
from ui.scope import is_key, keyed, struck, with_key
from ui.setting import FONT_PERCENT, LANGUAGE, POST, SEAT_NAME, SITE, STARTED, THEME, Setting
from ui.wording import post_name, site_name

THEMES = {
    "light": QT_TRANSLATE_NOOP("PersonPane", "浅色"),
    "dark": QT_TRANSLATE_NOOP("PersonPane", "深色"),
    "contrast": QT_TRANSLATE_NOOP("PersonPane", "高对比"),
}
LANGUAGES = (("zh", "中文"), ("en", "English"))
SIZES = ("100", "115", "130")
MARGIN = 12
KEEPS = {"seat_name": SEAT_NAME, "site": SITE, "post": POST}
SHOWS: dict[str, Setting[Any]] = {"screen_language": LANGUAGE, "theme": THEME, "font": FONT_PERCENT}


def fields() -> tuple[FieldSpec, ...]:
    """Return the fields of who sits here and how the screen looks."""
    return (
        line("officer_name", needed=True),
        line("officer_number", needed=True),
        line("seat_name"),
        choice("site", lambda: [(site.value, site_name(site.value)) for site in Site]),
        choice("post", lambda: [(post.value, post_name(post.value)) for post in Post]),
        choice("screen_language", lambda: LANGUAGES),
        choice(
            "theme",
            lambda: [(code, translate("PersonPane", name)) for code, name in THEMES.items()],
        ),
        choice("font", lambda: [(size, f"{size} %") for size in SIZES]),
        text("watch_note", lines=3),
    )


class PersonPane(QWidget):
    """Signs people on and off.

    Signals:
        done(): somebody signed on or off, or skipped it.
        drill_wanted(): a person wants a drill, beside this desk.
    """

    done = Signal()
    drill_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.form = Form(desk, fields(), self)
        self.title, self.who, self.note, self.trouble = (QLabel() for _ in range(4))
        self.left = QLabel()
        self.on, self.off, self.skip, self.drill = (QPushButton() for _ in range(4))
        self._arrange()
        self._connect()
        self._translate()

    def changeEvent(self, event: QEvent) -> None:
        """Translate when the language changes."""
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Claim the pane's keys before the window's shortcuts get them: two for one key, and neither would run."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and struck(event, "person.sign_on", "person.pass_over")
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Sign on, or go on without."""
        if is_key(event, "person.sign_on"):
            self.sign_on()
        elif is_key(event, "person.pass_over"):
            self.pass_over()
        else:
            super().keyPressEvent(event)

    def call_up(self) -> None:
        """Show what is known of who sits here and how the screen looks, ready for the next person."""
        settings = self._desk.settings
        self.form.clear_marks()
        self.form.show_values(
            {
                "officer_name": "",
                "officer_number": "",
                "seat_name": settings.get(SEAT_NAME),
                "site": settings.get(SITE),
                "post": settings.get(POST),
                "screen_language": settings.get(LANGUAGE),
                "theme": settings.get(THEME),
                "font": str(settings.get(FONT_PERCENT)),
                "watch_note": "",
            }
        )
        self.form.rewind()
        self._show()

    def sign_on(self) -> None:
        """Sign the person of the form on."""
        values = self.form.values()
        for name, setting in KEEPS.items():
            self._desk.settings.set(setting, values[name])
        number = values["officer_number"]
        self._desk.store.do(
            sign_on,
            number,
            values["officer_name"],
            id=new_id(),
            site=values["site"],
            post=values["post"],
            seat_name=values["seat_name"],
            handover=values["watch_note"],
            by=number or self._desk.store.actor,
            then=self._signed_on,
            failed=self._refused,
        )

    def sign_off(self) -> None:
        """Sign off who sits here."""
        handover = self.form.value("watch_note")
        self._desk.store.do(sign_off, handover=handover, then=self._end, failed=self._refused)

    def pass_over(self) -> None:
        """Go on without anybody's name: the seat's stands for it."""
        self._end(None)

    def _arrange(self) -> None:
        self.title.setProperty("role", "title")
        self.note.setProperty("role", "muted")
        self.on.setProperty("primary", True)
        for label in (self.title, self.who, self.left, self.note):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(8)
        for widget in (self.title, self.who, self.left, self.form):
            column.addWidget(widget)
        row = QHBoxLayout()
        for button in (self.on, self.off, self.skip):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.note)
        column.addWidget(self.drill, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self.setFocusProxy(self.form.fields["officer_name"])

    def _connect(self) -> None:
        self.form.finished.connect(self.sign_on)
        self.form.edited.connect(self._edited)
        self.on.clicked.connect(self.sign_on)
        self.off.clicked.connect(self.sign_off)
        self.skip.clicked.connect(self.pass_over)
        self.drill.clicked.connect(self.drill_wanted)
        self._desk.store.changed.connect(lambda _delta: self._show())

    def _edited(self, name: str) -> None:
        """What belongs to the screen is shown at once."""
        value = self.form.value(name)
        if name == "screen_language":
            self._desk.settings.set(LANGUAGE, value)
        elif name == "theme":
            self._desk.settings.set(THEME, value)
        elif name == "font":
            self._desk.settings.set(FONT_PERCENT, int(value))

    def _signed_on(self, number: str) -> None:
        self._desk.store.actor = number
        name = self._desk.person(number)
        self._desk.say(
            "info", lambda: self.tr("{name}（{number}）在本席值守").format(name=name, number=number)
        )
        self._end(None)

    def _refused(self, error: CodedError) -> None:
        if isinstance(error, RuleError) and not self.form.refuse(error):
            self._desk.store.refused.emit(error)

    def _end(self, _nothing: object) -> None:
        watch = self._desk.watch()
        self._desk.store.actor = watch.officer_id if watch else self._desk.seat
        self._desk.settings.set(STARTED, True)
        self._show()
        self.done.emit()

    def _translate(self) -> None:
        self.title.setText(self.tr("谁在本席值守？"))
        self.on.setText(with_key(self.tr("上岗"), "person.sign_on"))
        self.off.setText(self.tr("下岗"))
        self.skip.setText(with_key(self.tr("以后再说"), "person.pass_over"))
        self.drill.setText(self.tr("先做一次演练"))
        hold_fields(self.form, self._desk.settings, {**KEEPS, **SHOWS})
        self.note.setText(
            keyed(
                self.tr(
                    "姓名和警号写入每一条流水和记录。身份由本人申报，本程序没有口令；"
                    "不登记也能接警，记录中写席位名。来电随时可按 {answer} 接听。"
                ),
                answer="call.answer",
            )
        )
        self._show()

    def _show(self) -> None:
        watch = self._desk.watch()
        self.off.setVisible(watch is not None)
        unread = watch.unread if watch is not None else ""
        self.left.setText(self.tr("上一班交接（未阅）：{note}").format(note=unread))
        self.left.setVisible(bool(unread))
        if watch is None:
            self.who.setText(
                self.tr("本席 {seat} 还没有登记值守人员。").format(seat=self._desk.seat)
            )
            return
        self.who.setText(
            self.tr("现在：{name}（{number}），{since} 起。填写接班人，即完成交接。").format(
                name=self._desk.person(watch.officer_id),
                number=watch.officer_id,
                since=day_time_of(watch.began_at),
            )
        )
