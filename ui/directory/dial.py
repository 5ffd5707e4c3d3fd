"""Ringing somebody up: the number goes to the clipboard and to whatever telephone the settings name."""

from __future__ import annotations

import shlex

from PySide6.QtCore import QObject, QProcess
from PySide6.QtGui import QGuiApplication

from models.board import ContactLine
from models.state import OPEN_INCIDENT
from services.directory import log_call
from ui.desk import Desk
from ui.directory.entry import DirectoryEntry, digits
from ui.setting import Setting

# What rings a number up on this machine, such as `linphonec -s sip:{number}`; run without a shell, "" none.
DIAL_COMMAND = Setting("directory/dial_command", "")
NUMBER = "{number}"


def dial_line(template: str, phone: str) -> list[str]:
    """Return program and arguments that ring a number up; empty where the template or the number is no good."""
    number = digits(phone)
    try:
        parts = shlex.split(template)
    except ValueError:
        return []
    # The number is digits and signs of the dial alone: it can become no option and no other command.
    good = bool(parts) and any(NUMBER in part for part in parts[1:]) and bool(number)
    return [part.replace(NUMBER, number) for part in parts] if good else []


class Dialler(QObject):
    """Rings up, and notes it on the selected sheet."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def ring(self, entry: DirectoryEntry, contact: ContactLine) -> None:
        """Hand a number to the telephone."""
        QGuiApplication.clipboard().setText(contact.phone)
        template = self._desk.settings.get(DIAL_COMMAND)
        line = dial_line(template, contact.phone)
        started = bool(line) and QProcess.startDetached(line[0], line[1:])[0]
        who = " ".join(part for part in (entry.name, contact.name) if part)

        def words() -> str:
            if started:
                pattern = self.tr("正在拨打 %1 %2，号码已复制。")
            elif template:
                pattern = self.tr("拨号程序没有启动，请检查设置。%1 %2 的号码已复制。")
            else:
                pattern = self.tr("%1 %2 的号码已复制，请用话机拨打。")
            return pattern.replace("%1", who).replace("%2", contact.phone)

        self._desk.say("warning" if template and not started else "info", words)
        incident = self._desk.incident()
        if incident is not None and incident.state in OPEN_INCIDENT:
            self._desk.store.do(log_call, incident.id, who, contact.phone)
