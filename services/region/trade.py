"""What a region carries of the trade: beats, the bodies they belong to, and the dictionaries; of the store, else as shipped.

Nothing of a person goes along: a region is handed from hand to hand.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from models.errors import TroubleError
from services.dictionary import dictionary_names, dictionary_table, listing_table, write_csv
from services.dictionary.shipped import AGENCY, CONTACT, FOLDER
from services.engine import read_engine

LISTS = ("organisations", "beats")
DICTIONARIES = "dictionaries.zip"
# Columns that tell of people.
PERSONAL = frozenset({"officer", "phone"})
# The same content makes the same file, whenever it is written.
LONG_AGO = (1980, 1, 1, 0, 0, 0)


def write_trade(folder: Path, store: Path | None) -> Mapping[str, int]:
    """Write lists and dictionaries into a region's folder; return how many lines each has.

    A store that is not there, or cannot be read, leaves what ships.
    """
    counts: dict[str, int] = {}
    texts = dict(shipped())
    if store is not None and store.is_file():
        engine = read_engine(store, lambda: None)
        try:
            with Session(engine) as session:
                for name in LISTS:
                    table = impersonal(listing_table(session, name))
                    if len(table) > 1:
                        write_csv(folder / f"{name}.csv", table)
                        counts[name] = len(table) - 1
                own = {
                    name: text_of(folder, dictionary_table(session, name))
                    for name in dictionary_names(session)
                }
                texts = own or texts
        except (SQLAlchemyError, TroubleError, OSError):
            counts = {}
        finally:
            engine.dispose()
    counts["dictionaries"] = len(texts)
    pack(folder / DICTIONARIES, texts)
    return counts


def shipped() -> Iterator[tuple[str, bytes]]:
    """Yield name and text of the dictionaries that come with the program."""
    for file in sorted(FOLDER.glob("*.csv")):
        if file.stem not in (AGENCY, CONTACT):
            yield file.stem, file.read_bytes()


def impersonal(table: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return a list without the columns that tell of people."""
    kept = [at for at, name in enumerate(table[0]) if name not in PERSONAL]
    return [[line[at] for at in kept] for line in table]


def text_of(folder: Path, table: Sequence[Sequence[str]]) -> bytes:
    """Return a table as the text of its file."""
    part = folder / "dictionary.part"
    write_csv(part, table)
    text = part.read_bytes()
    part.unlink()
    return text


def pack(file: Path, texts: Mapping[str, bytes]) -> None:
    """Write the dictionaries as one file."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in sorted(texts.items()):
            archive.writestr(zipfile.ZipInfo(f"{name}.csv", LONG_AGO), text)
    file.write_bytes(made.getvalue())
