"""The list of all keys, made from the table of actions."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.action import menu_title
from ui.keyname import key_text
from ui.language import translate
from ui.scope import TABLE, scope_title

SIZE = (720, 820)


class KeyList(QDialog):
    """Every action with its key, menu and what it does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("按键表"))
        self.resize(*SIZE)
        table = self._table = QTableWidget(len(TABLE), 4, self)
        table.setHorizontalHeaderLabels(
            [self.tr("按键"), self.tr("动作"), self.tr("何处"), self.tr("说明")]
        )
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.verticalHeader().hide()
        for row, spec in enumerate(TABLE):
            texts = (
                key_text(spec.key),
                translate("Action", spec.text),
                scope_title(spec.scope) if spec.scope else menu_title(spec.menu),
                translate("Action", spec.what),
            )
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                table.setItem(row, column, item)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        column_layout = QVBoxLayout(self)
        column_layout.addWidget(table)

    def texts(self) -> list[list[str]]:
        """Return the rows as they are shown."""
        model = self._table.model()
        rows, columns = range(model.rowCount()), range(model.columnCount())
        return [[str(model.index(row, column).data()) for column in columns] for row in rows]
