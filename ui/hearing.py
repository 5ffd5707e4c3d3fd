"""The sign of the status line that says what can be heard: sounds in ten minutes, mute, off, or no loudspeaker at all."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget

from ui.desk import Desk
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.meter import Load
from ui.moment import span_of

LOADS = {
    Load.ACCEPTABLE: QT_TRANSLATE_NOOP("Hearing", "正常"),
    Load.MANAGEABLE: QT_TRANSLATE_NOOP("Hearing", "尚可应付"),
    Load.HIGH: QT_TRANSLATE_NOOP("Hearing", "偏多"),
    Load.FLOOD: QT_TRANSLATE_NOOP("Hearing", "泛滥"),
}
ROLES = {Load.HIGH: "danger", Load.FLOOD: "danger"}
COUNT = QT_TRANSLATE_NOOP("Hearing", "提示音 {count}/10 分钟 · {load}")
NO_DEVICE = QT_TRANSLATE_NOOP("Hearing", "■ 无声音：没有音频设备")
OFF = QT_TRANSLATE_NOOP("Hearing", "■ 声音已关")
MUTE = QT_TRANSLATE_NOOP("Hearing", "■ 静音，{left} 后恢复")
MEANING = QT_TRANSLATE_NOOP(
    "Hearing",
    "最近 10 分钟本席真正响过的提示（同一件反复响只算一次）。\n"
    "EEMUA 191 / ISA-18.2：每 10 分钟 1 次可以接受，2 次为能应付的上限，超过 10 次为泛滥。",
)


class HearingSign(QLabel):
    """Says what can be heard; colour never stands alone."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setTextFormat(Qt.TextFormat.PlainText)
        desk.bell.changed.connect(self.show_now)
        desk.clock.ticked.connect(self.show_now)
        self.show_now()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the language of the screen."""
        if event.type() is QEvent.Type.LanguageChange:
            self.show_now()
        super().changeEvent(event)

    def show_now(self) -> None:
        """Write what is true now."""
        role, text = self._state()
        self.setText(text)
        self.setToolTip(translate("Hearing", MEANING))
        if self.property("role") != role:
            self.setProperty("role", role)
            self.style().unpolish(self)
            self.style().polish(self)

    def _state(self) -> tuple[str, str]:
        bell = self._desk.bell
        if not bell.is_on:
            return "danger", translate("Hearing", OFF)
        if not bell.is_audible:
            return "danger", translate("Hearing", NO_DEVICE)
        if left := bell.muted_ms():
            return "danger", translate("Hearing", MUTE).format(left=span_of(left))
        now = self._desk.clock.now()
        load = bell.meter.load(now)
        words = translate("Hearing", COUNT).format(
            count=bell.meter.count(now), load=translate("Hearing", LOADS[load])
        )
        return ROLES.get(load, "muted"), words
