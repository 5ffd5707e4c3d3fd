"""Search as you type over the names of a region, by characters, pinyin, initials, aliases, nearness and weight."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from models.board import AliasCard
from models.place import distance
from services.gazetteer.asking import expression, splits
from services.gazetteer.entry import Answer, Hit, Kind
from services.gazetteer.form import key, letters_of, pinyin_of, words_of
from services.gazetteer.ground import names_near

SHOWN = 20
# So many are compared, the weightiest, and beside them what is near by.
COMPARED = 80
# Where a street is named in letters, so many are tried for the house number behind them.
STREETS = 3
LETTERS_NUMBER = re.compile(r"([a-z]{2,})(\d+)")
LONGEST = 80
# Points for how a name fits, and for how near it is: at no distance, at a kilometre half of that.
EXACT, HEAD, AS_SAID, NEARNESS = 60, 25, -5, 45
HALF_M = 1000.0
# So many of one name are shown to be told apart.
TWINS = 8
COLUMNS = "id, kind, name, name_en, code, within, lon, lat, weight, stem, forms, said"


class Gazetteer:
    """The names of a region, read from an index. Used by one thread at a time."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        connection.row_factory = sqlite3.Row
        self._place: tuple[float, float] | None = None
        self._nearby: list[sqlite3.Row] = []

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()

    def count(self) -> int:
        """Return how many names there are."""
        return int(self.connection.execute("SELECT count(*) FROM name").fetchone()[0])

    def search(
        self,
        text: str,
        near: tuple[float, float] | None = None,
        aliases: Iterable[AliasCard] = (),
        limit: int = SHOWN,
    ) -> Answer:
        """Return what a text finds, best first; `near` (lon, lat, WGS-84) is where the caller is, or who looks.

        Every word must be found. Names by aliases that people gave come first.
        """
        words = words_of(text[:LONGEST])
        if not words:
            return Answer(())
        rows = self._numbered(words, near) or self._rows(words, near)
        if not rows and len(words) == 1 and len(words[0]) >= 4:
            rows = self._crossings(words[0], near)
        whole = key("".join(words))
        ranked = sorted(
            ((points(row, whole, near), row) for row in rows),
            key=lambda pair: (-pair[0], pair[1]["id"]),
        )
        named = [alias_hit(alias, near) for alias in aliases if means(alias, words)]
        first = ranked[0][1] if ranked and not named and is_just(ranked[0][1], whole) else None
        twins = self._twins(first) if first is not None else []
        twins.sort(key=lambda row: metres_to(row["lon"], row["lat"], near) or 0.0)
        same = {row["id"] for row in twins}
        order = [row for _points, row in ranked if row["id"] not in same]
        # Who is easily mistaken for the first stands right behind it, found or not.
        rows = [*order[:1], *twins, *order[1:]] if first is not None else order
        hits = [*named, *(hit_of(row, near) for row in rows[:limit])]
        return Answer(tuple(hits[:limit]), apart=bool(twins))

    def exact(self, text: str, near: tuple[float, float] | None = None) -> list[Hit]:
        """Return the names that are just this text, the nearest first."""
        words = words_of(text[:LONGEST])
        whole = key("".join(words))
        if len(whole) < 2:
            return []
        same = [row for row in self._rows(words, near) if whole in row["forms"].split()]
        hits = [hit_of(row, near) for row in same]
        return sorted(hits, key=lambda hit: hit.metres if hit.metres is not None else 0.0)

    def _rows(self, words: Sequence[str], near: tuple[float, float] | None) -> list[sqlite3.Row]:
        """Return rows that may be meant: the weightiest, and the weightiest near by."""
        ids = self._ids(expression(words), COMPARED)
        if near is not None and len(ids) == COMPARED:
            # Only where there are more: of the rest those near by, which are few enough to be read.
            known = set(ids)
            beside = [row for row in self._around(near) if row["id"] not in known]
        else:
            beside = []
        found = [*self._read(ids), *beside]
        return [row for row in found if all(holds(row, word) for word in words)]

    def _read(self, ids: Iterable[int]) -> list[sqlite3.Row]:
        query = f"SELECT {COLUMNS} FROM name WHERE id IN ({', '.join(map(str, ids))})"
        return self.connection.execute(query).fetchall()

    def _around(self, near: tuple[float, float]) -> list[sqlite3.Row]:
        """Return what is near by; kept, because a person types several letters about one place."""
        if self._place != near:
            self._place, self._nearby = near, self._read(names_near(self.connection, *near))
        return self._nearby

    def _ids(self, match: str, limit: int) -> list[int]:
        query = "SELECT rowid FROM piece WHERE piece MATCH ? ORDER BY rowid LIMIT ?"
        return [row[0] for row in self.connection.execute(query, (match, limit))]

    def _crossings(self, word: str, near: tuple[float, float] | None) -> list[sqlite3.Row]:
        """Return the crossings of two streets that are named in one breath, their endings left out."""
        for parts in splits(word):
            rows = [row for row in self._rows(parts, near) if row["kind"] == Kind.CROSSING]
            if rows:
                return rows
        return []

    def _numbered(
        self, words: Sequence[str], near: tuple[float, float] | None
    ) -> list[sqlite3.Row]:
        """Return the houses of a street that is named in letters: yabl12."""
        said = LETTERS_NUMBER.fullmatch(words[0]) if len(words) == 1 else None
        if said is None:
            return []
        streets = [row for row in self._rows([said[1]], near) if row["kind"] == Kind.STREET]
        best = sorted(streets, key=lambda row: (-points(row, said[1], near), row["id"]))[:STREETS]
        wholes = [f'"{key(street["name"])}{said[2]}"' for street in best]
        return self._read(self._ids(f"h : ({' OR '.join(wholes)})", COMPARED)) if wholes else []

    def _twins(self, row: Any) -> list[Any]:
        """Return others that bear a name, or nearly so; a village within the town of its name is none of them."""
        if row["stem"] is not None:
            query = f"SELECT {COLUMNS} FROM name WHERE stem = ? AND id <> ? ORDER BY id LIMIT ?"
            found = self.connection.execute(query, (row["stem"], row["id"], TWINS)).fetchall()
        else:
            query = f"SELECT {COLUMNS} FROM name WHERE id IN ({{}}) AND kind = ? AND id <> ? ORDER BY id LIMIT ?"
            ids = ", ".join(map(str, self._ids(expression(words_of(row["name"])), COMPARED)))
            values = (row["kind"], row["id"], COMPARED)
            rows = self.connection.execute(query.format(ids), values).fetchall()
            found = [other for other in rows if key(other["name"]) == key(row["name"])][:TWINS]
        return [other for other in found if not is_nested(row, other)]


def holds(row: Any, word: str) -> bool:
    """Tell whether a row has a word: written, or but for houses as pinyin or initials."""
    return word in row["forms"] or (word.isascii() and word in row["said"])


def points(row: Any, whole: str, near: tuple[float, float] | None) -> float:
    """Return how good a row is: what it is, how it fits, how near it is."""
    said = whole.isascii() and whole not in row["forms"]
    forms: list[str] = row["said" if said else "forms"].split()
    fits = EXACT if whole in forms else HEAD if any(f.startswith(whole) for f in forms) else 0
    if not fits and row["stem"] == whole:
        fits = EXACT
    metres = metres_to(row["lon"], row["lat"], near)
    nearness = 0.0 if metres is None else NEARNESS / (1 + metres / HALF_M)
    return float(row["weight"] + fits + nearness + (AS_SAID if said else 0))


def is_just(row: Any, whole: str) -> bool:
    """Tell whether a text is the whole name of a row, or all of it but what it is; written, or in letters."""
    names = [*row["forms"].split(), *filter(None, [row["stem"]])]
    if whole in names:
        return True
    return whole.isascii() and any(
        whole in (pinyin_of(name), letters_of(name)) for name in names if not name.isascii()
    )


def is_nested(row: Any, other: Any) -> bool:
    """Tell whether one of two lies within the other by their codes: no person mistakes these."""
    one, two = outer(row["code"]), outer(other["code"])
    return bool(one and two) and (one.startswith(two) or two.startswith(one))


def outer(code: str) -> str:
    """Return what the codes of all that lies within begin with: of a city four digits."""
    return code[:4] if len(code) == 6 and code.endswith("00") else code


def hit_of(row: Any, near: tuple[float, float] | None) -> Hit:
    """Return a row as it is shown."""
    return Hit(
        id=str(row["id"]),
        kind=Kind(row["kind"]),
        name=row["name"],
        name_en=row["name_en"],
        lon=row["lon"],
        lat=row["lat"],
        within=row["within"],
        code=row["code"],
        metres=metres_to(row["lon"], row["lat"], near),
    )


def means(alias: AliasCard, words: Sequence[str]) -> bool:
    """Tell whether an alias has all the words."""
    form = key(alias.name)
    ways = (form, letters_of(form), pinyin_of(form))
    return all(any(word in way for way in ways if way) for word in words)


def alias_hit(alias: AliasCard, near: tuple[float, float] | None) -> Hit:
    """Return an alias as it is shown: its name, what it stands for, where that is."""
    return Hit(
        id=alias.id,
        kind=Kind.ALIAS,
        name=alias.name,
        name_en="",
        lon=alias.lon,
        lat=alias.lat,
        within=alias.within,
        code="",
        metres=metres_to(alias.lon, alias.lat, near),
        stands_for=alias.stands_for,
    )


def metres_to(
    lon: float | None, lat: float | None, near: tuple[float, float] | None
) -> float | None:
    """Return the metres between two points, None where either is not known."""
    if near is None or lon is None or lat is None:
        return None
    return distance(near[0], near[1], lon, lat)
