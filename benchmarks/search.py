"""Figures of a store with a million sheets: finding any of them, writing beside them, starting on them.

Method: `benchmarks.city` builds the store once (its time is printed) and it is kept for the next time: a million sheets
as three years of a city's work leave them, 200 of them open. A search is `Database.read(search_sheets, …)` as the read
lane runs it, until the cards of the first page are there; each kind asks 300 questions taken from sheets drawn at
random, one in ten of them changed so that nothing is found. Commands are timed as in `benchmarks.desk`; what they write
is closed again. The start is a process of its own until the map page has drawn the board.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from time import perf_counter

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from benchmarks.city import OPEN, city, kept_folder
from benchmarks.desk import FIELDS, STARTS, start, timed
from benchmarks.figure import Figure, at_most, percentile
from models.identity import new_id
from models.incident import Incident
from services.closing import close
from services.database import Database
from services.gram import runs
from services.pinyin import initials
from services.searching import Wanted, search_sheets
from services.taking import change_sheet, complete_sheet, open_sheet

SHEETS, QUESTIONS, WRITTEN = 1_000_000, 300, 300
DRAWN = 400
DAY = 86_400_000
Ask = Callable[[Random, Incident], Wanted]


def measure() -> list[Figure]:
    """Return the figures of a large store."""
    store = city(kept_folder(), SHEETS, OPEN)
    database = Database(store)
    try:
        found = [*search_figures(database), *write_figures(database), size_figure(database)]
    finally:
        database.close()
    name = f"start on {SHEETS:,} sheets, {OPEN} open, median of {STARTS}"
    return [*found, at_most(name, percentile([start(store) for _ in range(STARTS)], 0.5), "s", 3)]


def search_figures(database: Database) -> list[Figure]:
    """Time each kind of question."""
    random = Random(3)
    sheets = database.read(drawn, random)
    figures = []
    for name, ask in KINDS.items():
        times = [once(database, wanted) for wanted in questions(random, sheets, ask)]
        for share in (0.5, 0.99):
            title = f"find by {name} in {SHEETS:,}, p{share * 100:.0f}"
            figures.append(at_most(title, percentile(times, share), "ms", 50))
    return figures


def drawn(session: Session, random: Random) -> list[Incident]:
    """Return sheets drawn at random."""
    ranks = session.execute(text("SELECT min(rank), max(rank) FROM search_sheet")).one()
    near = text("SELECT incident_id FROM search_sheet WHERE rank >= :rank ORDER BY rank LIMIT 1")
    places = [random.randint(*ranks) for _ in range(DRAWN)]
    ids = [session.execute(near, {"rank": rank}).scalar_one() for rank in places]
    sheets = list(session.scalars(select(Incident).where(Incident.id.in_(ids))))
    session.expunge_all()
    return sheets


def questions(random: Random, sheets: list[Incident], ask: Ask) -> Iterator[Wanted]:
    """Yield what is asked; every tenth finds nothing."""
    for number in range(QUESTIONS):
        wanted = ask(random, random.choice(sheets))
        yield Wanted(f"{wanted.text} 龘") if number % 10 == 0 else wanted


def once(database: Database, wanted: Wanted) -> float:
    """Return the ms until the first page is there."""
    began = perf_counter()
    database.read(search_sheets, wanted)
    return (perf_counter() - began) * 1000


def two_characters(random: Random, sheet: Incident) -> Wanted:
    """Ask for two neighbouring characters of the address or the narrative."""
    run = max(runs(random.choice((sheet.address, sheet.narrative))), key=len)
    at = random.randrange(max(1, len(run) - 1))
    return Wanted(run[at : at + 2])


def phone_end(random: Random, sheet: Incident) -> Wanted:
    """Ask for the last four to eleven digits of the caller's number."""
    return Wanted(sheet.caller_number[-random.randrange(4, 12) :])


def letters(random: Random, sheet: Incident) -> Wanted:
    """Ask for two to four initials in a row of the address."""
    said = "".join(letter for letter in initials(sheet.address) if letter.isalpha())
    size = random.randrange(2, 5)
    at = random.randrange(max(1, len(said) - size))
    return Wanted(said[at : at + size])


def person(_random: Random, sheet: Incident) -> Wanted:
    """Ask for the caller's name."""
    return Wanted(sheet.caller_name)


def two_words(random: Random, sheet: Incident) -> Wanted:
    """Ask for two characters of the sheet and two others."""
    return Wanted(" ".join(two_characters(random, sheet).text for _ in range(2)))


def narrowed(random: Random, sheet: Incident) -> Wanted:
    """Ask for two characters among the closed sheets of a class, an area and a year around."""
    year = (sheet.reported_at - 180 * DAY, sheet.reported_at + 180 * DAY)
    choices = (("closed",), (sheet.class_taken[:2],), (sheet.division,))
    return Wanted(two_characters(random, sheet).text, *year, *choices)


KINDS: dict[str, Ask] = {
    "two characters": two_characters,
    "phone tail": phone_end,
    "initials": letters,
    "name": person,
    "two words": two_words,
    "two characters, class, area, year": narrowed,
}


def write_figures(database: Database) -> list[Figure]:
    """Time the writing of a sheet that the index takes in too."""
    created, changed = [], []
    for number in range(WRITTEN):
        spent, sheet = timed(database, open_sheet, id=new_id(), fields=FIELDS)
        created.append(spent)
        more = {"narrative": f"{FIELDS['narrative']}第{number}次补充"}
        changed.append(timed(database, change_sheet, sheet, more)[0])
        timed(database, complete_sheet, sheet)
        timed(database, close, sheet, "01")
    return [
        at_most(f"create a sheet beside {SHEETS:,}, p50", percentile(created, 0.5), "ms", 10),
        at_most(f"create a sheet beside {SHEETS:,}, p99", percentile(created, 0.99), "ms", 30),
        at_most(f"change its text beside {SHEETS:,}, p99", percentile(changed, 0.99), "ms", 30),
    ]


def size_figure(database: Database) -> Figure:
    """Return the size of the index."""
    path: Path = database.path
    query = text("SELECT sum(pgsize) FROM dbstat WHERE name LIKE '%search%' AND aggregate = 1")
    size = database.read(lambda session: session.execute(query).scalar_one()) / 2**20
    whole = path.stat().st_size / 2**20
    return at_most(f"search index of {whole:,.0f} MiB", size, "MiB", 500)
