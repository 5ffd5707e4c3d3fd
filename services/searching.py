"""Searches over the whole store: sheets open and closed, the history of a number, the newest instant."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.board import IncidentCard
from models.entry import Entry
from models.incident import Incident
from models.text import without_control
from services.boarding import incident_cards
from services.gram import end_of, expression, holds, words_of
from services.indexing import COLUMNS, LOWER, group_of, searched_of

PAGE = 100
# So many sheets are compared for one page; who wants to go on asks for the next.
COMPARED = 2000


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is searched for: words, the instants between which it was reported (ms, the second not included), states,
    classes (a code, or the two digits of a group) and divisions (a code, or the six digits of a county)."""

    text: str = ""
    since: int | None = None
    until: int | None = None
    states: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    divisions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """Sheets found, the newest report first, and where the next page begins (None: there is none)."""

    cards: tuple[IncidentCard, ...]
    before: int | None


def search_sheets(
    session: Session, wanted: Wanted, *, before: int | None = None, limit: int = PAGE
) -> Page:
    """Return the next page of the sheets wanted, open and closed, to the second the newest report first.

    Every word must be found (`services.gram.holds`): one Chinese character is enough. Without any, all are found.
    """
    words = words_of(without_control(wanted.text))
    rows = session.connection().exec_driver_sql(*statement(wanted, words, before))
    ids: list[str] = []
    for compared, row in enumerate(rows, start=1):
        if fits(row, wanted, words):
            ids.append(row.id)
        if len(ids) == limit or compared == COMPARED:
            rows.close()
            return Page(tuple(in_order(session, ids)), row.rank)
    return Page(tuple(in_order(session, ids)), None)


def statement(
    wanted: Wanted, words: Sequence[str], before: int | None
) -> tuple[str, tuple[Any, ...]]:
    """Return the question to the index with its parameters: sheets that may fit, the newest first."""
    columns = ", ".join(f"incident.{name}" for name in ("id", "reported_at", *COLUMNS))
    query = expression(words, choices_of(wanted))
    source, rank = "search_sheet", "search_sheet.rank"
    tests: list[str] = []
    values: list[str | int] = []
    if query:
        source, rank = "search_piece CROSS JOIN search_sheet", "search_piece.rowid"
        tests += ["search_piece MATCH ?", "search_sheet.rank = search_piece.rowid"]
        values.append(query)
    for test, bound in (
        (f"{rank} < ?", before),
        (f"{rank} >= ?", first_rank(wanted.since)),
        (f"{rank} < ?", None if wanted.until is None else first_rank(wanted.until + SPREAD)),
    ):
        if bound is not None:
            tests.append(test)
            values.append(bound)
    tests.append("incident.id = search_sheet.incident_id")
    return (
        f"SELECT {rank} AS rank, {columns} FROM {source} CROSS JOIN incident "
        f"WHERE {' AND '.join(tests)} ORDER BY {rank} DESC",
        tuple(values),
    )


# Where many sheets share a second, ranks run ahead of it: how far is looked (ms); instants are compared after.
SPREAD = 3_600_000 * 5


def first_rank(at: int | None) -> int | None:
    """Return the first rank of the second of an instant (ms)."""
    return None if at is None else max(0, at // 1000) << LOWER


def choices_of(wanted: Wanted) -> list[list[str]]:
    """Return the groups of choices of which a sheet must have one each."""
    groups = (
        [f"s{group}" for group in dict.fromkeys(group_of(state) for state in wanted.states)],
        [f"c{end_of(code)}" for code in wanted.classes],
        [f"d{end_of(code)}" for code in wanted.divisions],
    )
    return [group for group in groups if group]


def fits(row: Any, wanted: Wanted, words: Sequence[str]) -> bool:
    """Tell whether a sheet's row is one of those wanted."""
    code = row.class_fed_back or row.class_taken
    if wanted.since is not None and row.reported_at < wanted.since:
        return False
    if wanted.until is not None and row.reported_at >= wanted.until:
        return False
    if not chosen(row.state, "", wanted.states) or not chosen(code, code[:2], wanted.classes):
        return False
    if not chosen(row.division, row.division[:6], wanted.divisions):
        return False
    searched = searched_of(row)
    return all(holds(searched, word) for word in words)


def chosen(code: str, group: str, choice: Collection[str]) -> bool:
    """Tell whether a code or its group is among the chosen, or nothing was chosen."""
    return not choice or code in choice or group in choice


def sheets_of_number(session: Session, number: str, limit: int = 5) -> list[IncidentCard]:
    """Return the newest sheets of a caller's number, newest first."""
    if not number:
        return []
    ids = session.scalars(
        select(Incident.id)
        .where(Incident.caller_number == number)
        .order_by(Incident.reported_at.desc())
        .limit(limit)
    ).all()
    return in_order(session, ids)


def in_order(session: Session, ids: Sequence[str]) -> list[IncidentCard]:
    """Return the cards of the ids in their order."""
    cards = {card.id: card for card in incident_cards(session, ids, any_state=True)}
    return [cards[id] for id in ids]


def latest_instant(session: Session) -> int:
    """Return the newest instant any sheet or line of a timeline knows, 0 in an empty store."""
    newest = session.scalar(select(func.max(Entry.at)))
    return newest or 0
