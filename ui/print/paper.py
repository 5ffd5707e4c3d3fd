"""What goes on paper, as plain frozen text: it may go to another thread, and nothing in it is markup."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Fact:
    """A name and its value; `wide` takes a row of its own, `strong` is in bold."""

    name: str
    value: str
    wide: bool = False
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """A grid of facts, two in a row."""

    title: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one line of a table; a struck line is struck through."""

    cells: tuple[str, ...]
    struck: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A titled table; `widths` are parts of a hundred, one a column."""

    title: str
    heads: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[Row, ...]


Block = Facts | Table


@dataclass(frozen=True, slots=True)
class Paper:
    """One print: title, the code that a scanner reads ("" none), the blocks, the foot, the words across every page."""

    title: str
    code: str
    marks: str
    blocks: tuple[Block, ...]
    foot: str
    across: str = ""
    signers: tuple[str, ...] = ()


def rewritten(paper: Paper, write: Callable[[str], str]) -> Paper:
    """Return the paper with every text of its blocks rewritten; titles and heads stay."""
    return replace(paper, blocks=tuple(rewritten_block(block, write) for block in paper.blocks))


def rewritten_block(block: Block, write: Callable[[str], str]) -> Block:
    """Return a block with every value rewritten."""
    if isinstance(block, Facts):
        facts = tuple(replace(fact, value=write(fact.value)) for fact in block.facts)
        return replace(block, facts=facts)
    rows = tuple(replace(row, cells=tuple(map(write, row.cells))) for row in block.rows)
    return replace(block, rows=rows)


def texts(paper: Paper) -> list[str]:
    """Return every text of the blocks in the order of reading."""
    found = []
    for block in paper.blocks:
        found.append(block.title)
        if isinstance(block, Facts):
            found += [text for fact in block.facts for text in (fact.name, fact.value)]
        else:
            found += [*block.heads, *(cell for row in block.rows for cell in row.cells)]
    return [text for text in found if text]
