"""Lays a paper out as a text document; everything goes in as plain text, never as markup."""

from __future__ import annotations

from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCell,
    QTextTableFormat,
)

from ui.print.paper import Block, Fact, Facts, Paper, Row, Table
from ui.theme import FONT_FAMILY

POINTS, SMALL = 9.0, 8.0
LABEL, VALUE = 13, 37
GROUND, LINES, INK = "#eef0f2", "#7a838c", "#000000"
# Qt keeps these for the ends of its own frames.
RESERVED = str.maketrans({0xFDD0: 0xFFFD, 0xFDD1: 0xFFFD})


def document_of(paper: Paper) -> QTextDocument:
    """Return the blocks of a paper as a document of the caller's thread, not yet broken into pages."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setDefaultFont(paper_font(POINTS))
    cursor = QTextCursor(document)
    for block in paper.blocks:
        add_block(cursor, block)
    if paper.signers:
        add_signers(cursor, paper.signers)
    return document


def add_block(cursor: QTextCursor, block: Block) -> None:
    """Write a titled block at the end of the document."""
    if block.title:
        add_line(cursor, block.title, bold=True)
    if isinstance(block, Facts):
        add_facts(cursor, block)
    else:
        add_table(cursor, block)
    cursor.movePosition(QTextCursor.MoveOperation.End)


def add_line(cursor: QTextCursor, text: str, *, bold: bool = False) -> None:
    """Write a line that stays with what follows it."""
    form = QTextBlockFormat()
    form.setTopMargin(4)
    form.setBottomMargin(1)
    form.setPageBreakPolicy(QTextFrameFormat.PageBreakFlag.PageBreak_Auto)
    cursor.setBlockFormat(form)
    cursor.insertText(plain(text), characters(POINTS, bold=bold))


def add_facts(cursor: QTextCursor, block: Facts) -> None:
    """Write facts, two in a row, wide ones alone."""
    rows = arranged(block.facts)
    table = cursor.insertTable(len(rows), 4, table_format((LABEL, VALUE, LABEL, VALUE)))
    for at, row in enumerate(rows):
        if len(row) == 1:
            table.mergeCells(at, 1, 1, 3)
        for place, fact in enumerate(row):
            fill(table.cellAt(at, place * 2), fact.name, shaded=True)
            fill(table.cellAt(at, place * 2 + 1), fact.value, bold=fact.strong)


def arranged(facts: tuple[Fact, ...]) -> list[list[Fact]]:
    """Return the facts in rows of two; a wide fact, or one without a neighbour, has a row of its own."""
    rows: list[list[Fact]] = []
    for fact in facts:
        if rows and not fact.wide and len(rows[-1]) == 1 and not rows[-1][0].wide:
            rows[-1].append(fact)
        else:
            rows.append([fact])
    return rows


def add_table(cursor: QTextCursor, block: Table) -> None:
    """Write a table whose heads stand again on every page."""
    form = table_format(block.widths)
    form.setHeaderRowCount(1)
    table = cursor.insertTable(len(block.rows) + 1, len(block.widths), form)
    for column, head in enumerate(block.heads):
        fill(table.cellAt(0, column), head, shaded=True, points=SMALL)
    for at, row in enumerate(block.rows, 1):
        fill_row(table, at, row)


def fill_row(table: QTextTable, at: int, row: Row) -> None:
    """Write one line of a table."""
    for column, text in enumerate(row.cells):
        fill(table.cellAt(at, column), text, points=SMALL, struck=row.struck)


def fill(
    cell: QTextTableCell,
    text: str,
    *,
    shaded: bool = False,
    bold: bool = False,
    struck: bool = False,
    points: float = POINTS,
) -> None:
    """Write one cell."""
    if shaded:
        form = cell.format()
        form.setBackground(QBrush(QColor(GROUND)))
        cell.setFormat(form)
    cell.firstCursorPosition().insertText(plain(text), characters(points, bold=bold, struck=struck))


def add_signers(cursor: QTextCursor, names: tuple[str, ...]) -> None:
    """Write where people sign."""
    form = QTextBlockFormat()
    form.setTopMargin(14)
    cursor.insertBlock(form)
    lines = "        ".join(f"{name}：________________" for name in names)
    cursor.insertText(lines, characters(POINTS))


def table_format(widths: tuple[int, ...]) -> QTextTableFormat:
    """Return thin lines all round and the widths, in parts of a hundred."""
    form = QTextTableFormat()
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    form.setColumnWidthConstraints(
        [QTextLength(QTextLength.Type.PercentageLength, width) for width in widths]
    )
    form.setBorder(1)
    form.setBorderBrush(QBrush(QColor(LINES)))
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBorderCollapse(True)
    form.setCellPadding(1.6)
    form.setCellSpacing(0)
    return form


def characters(points: float, *, bold: bool = False, struck: bool = False) -> QTextCharFormat:
    """Return black letters of the shipped font."""
    form = QTextCharFormat()
    form.setFontFamilies([FONT_FAMILY])
    form.setFontPointSize(points)
    form.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    form.setFontStrikeOut(struck)
    form.setForeground(QBrush(QColor(INK)))
    return form


def paper_font(points: float, *, bold: bool = False) -> QFont:
    """Return the shipped font without forms by script and without ligatures: a PDF could not say what they stand for."""
    found = QFont(FONT_FAMILY)
    found.setPointSizeF(points)
    found.setBold(bold)
    for form in ("locl", "liga"):
        found.setFeature(QFont.Tag(form), 0)
    return found


def plain(text: str) -> str:
    """Return a text without the two characters that Qt takes for frames of its own."""
    return text.translate(RESERVED)
