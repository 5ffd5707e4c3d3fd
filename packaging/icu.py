"""Makes the data of Qt's ICU small: 31 MB for every language and encoding of the world, of which a desk reads two.

Qt asks ICU for the order of words, for upper and lower case and for old encodings; dates and numbers are Qt's own, and the
map's engine brings its own data. A language that is not there is taken as the root of all: nothing fails.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path, PurePosixPath

SYMBOL_AT = 0x1000  # where the data of Qt's build begins, after the library's tables
PAGE = 0x1000
LOAD, DYNAMIC, RELRO = 1, 2, 0x6474E552
LANGUAGES = ("root", "en", "en_US", "zh", "zh_Hans", "zh_Hans_CN", "zh_CN", "pool", "res_index")
# Folders of words and rules by language; what lies at the top by language goes by the same names.
BY_LANGUAGE = ("brkitr", "coll", "curr", "lang", "rbnf", "region", "unit", "zone")
ENCODINGS = ("gb18030", "ibm-1386_P100-2001", "windows-936-2000", "ibm-5348_P100-1997")
# At the top these are no languages.
COMMON = (
    "currencyNumericCodes dayPeriods genderList grammaticalFeatures icustd icuver keyTypeData langInfo likelySubtags"
    " metadata metaZones numberingSystems plurals pluralRanges supplementalData timezoneTypes tzdbNames units"
    " windowsZones zoneinfo64"
).split()


def wanted(name: str) -> bool:
    """Tell whether a piece of ICU's data is kept, by its name without the package's."""
    path = PurePosixPath(name)
    folder, stem = path.parent.as_posix(), path.stem
    if path.suffix == ".cnv":
        return stem in ENCODINGS
    if (
        folder == "translit"
        or path.suffix in (".dict", ".spp")
        or stem in ("unames", "confusables")
    ):
        return False
    if path.suffix != ".res":
        return True
    return stem in LANGUAGES or (folder == "." and stem in COMMON)


def make_small(library: Path) -> None:
    """Write a library of ICU's data again with the wanted pieces alone; another shape than Qt's build is left as it is."""
    whole = library.read_bytes()
    loads = [head for head in headers(whole) if head[0] == LOAD]
    data = whole[SYMBOL_AT:]
    if whole[:5] != b"\x7fELF\x02" or len(loads) != 2 or data[2:4] != b"\xda\x27":
        return
    small = package(data, wanted)
    library.write_bytes(with_data(whole, small))


def package(data: bytes, kept: Callable[[str], bool]) -> bytes:
    """Return a package of ICU's data (`.dat`) with the pieces that are kept, in their order."""
    head = struct.unpack_from("<H", data)[0]
    (count,) = struct.unpack_from("<I", data, head)
    table = [struct.unpack_from("<II", data, head + 4 + 8 * n) for n in range(count)]
    # What follows the last piece goes with it and does no harm.
    ends = [*(at for _, at in table[1:]), len(data) - head]
    pieces = []
    for (name_at, at), end in zip(table, ends, strict=True):
        name = data[head + name_at : data.index(b"\0", head + name_at)]
        if kept(name.decode("ascii").partition("/")[2]):
            pieces.append((name, data[head + at : head + end]))
    names = b"".join(name + b"\0" for name, _ in pieces)
    begin = aligned(4 + 8 * len(pieces) + len(names), 16)
    body, rows, name_at = b"", b"", 4 + 8 * len(pieces)
    for name, piece in pieces:
        rows += struct.pack("<II", name_at, begin + len(body))
        name_at += len(name) + 1
        body += piece.ljust(aligned(len(piece), 16), b"\0")
    contents = struct.pack("<I", len(pieces)) + rows + names
    return data[:head] + contents.ljust(begin, b"\0") + body


def with_data(whole: bytes, data: bytes) -> bytes:
    """Return the library with other data: the tables before it stay, what comes after moves up in the file, not in memory."""
    first, second = (head for head in headers(whole) if head[0] == LOAD)
    end = SYMBOL_AT + len(data)
    moved = aligned(end, PAGE) + second[2] % PAGE
    out = bytearray(whole[:SYMBOL_AT] + data)
    out = out.ljust(moved, b"\0") + whole[second[2] : second[2] + second[5]]
    at, size, count = places(whole)
    for n in range(count):
        kind, flags, offset, *rest = struct.unpack_from("<IIQQQQQQ", whole, at + n * size)
        if offset >= second[2]:
            offset += moved - second[2]
        elif (kind, offset) == (LOAD, first[2]):
            rest[2] = rest[3] = end - first[2]
        struct.pack_into("<IIQQQQQQ", out, at + n * size, kind, flags, offset, *rest)
    # The table of sections is for linkers; it would point past the end.
    struct.pack_into("<Q", out, 0x28, 0)
    struct.pack_into("<HHH", out, 0x3A, 0, 0, 0)
    return bytes(out)


def headers(whole: bytes) -> list[tuple[int, ...]]:
    """Return the program headers: kind, flags, offset, address, address, bytes in the file, in memory, alignment."""
    at, size, count = places(whole)
    return [struct.unpack_from("<IIQQQQQQ", whole, at + n * size) for n in range(count)]


def places(whole: bytes) -> tuple[int, int, int]:
    """Return where the program headers are, how long each is and how many there are."""
    return struct.unpack_from("<Q", whole, 0x20)[0], *struct.unpack_from("<HH", whole, 0x36)


def aligned(size: int, to: int) -> int:
    """Return the next multiple."""
    return -(-size // to) * to
