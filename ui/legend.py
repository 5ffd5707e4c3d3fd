"""The legend of a PDF: which character each glyph stands for; Qt names the lowest one, we name the one that was written."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache

from PySide6.QtGui import QRawFont

from ui.theme import RESOURCES

# A stream of Qt's that says of a font's glyphs which characters they are: never compressed.
LEGEND = re.compile(
    rb"\n(\d+) 0 obj\s<< /Length \d+ >>\sstream\n(/CIDInit .*?)\nendstream", re.DOTALL
)
RANGE = re.compile(rb"<(\w{4})> <(\w{4})> (?:<(\w{4})>|\[([^\]]*)\])")
TRAILER = re.compile(rb"trailer\s<<(.*?)>>\sstartxref\s(\d+)\s+%%EOF\s*$", re.DOTALL)
# Half of a pair is no character; U+FDD0 and what follows are none either.
BASIC = (range(0xD800), range(0xE000, 0xFDD0), range(0xFDF0, 0xFFFE))
MOST = 100
FONT, POINTS = RESOURCES / "fonts" / "NotoSansSC-Regular.ttf", 12.0


def legible(pdf: bytes, text: str) -> bytes:
    """Return a PDF of Qt's in which a search finds `text`, what was painted: 人 as 人 and not as the radical U+2F08.

    The pages stay byte for byte as they are; the new legends are appended, as the format provides (ISO 32000-1, 7.5.6).
    """
    meant = written_codes(text)
    found = {int(part[1]): part[2] for part in LEGEND.finditer(pdf)}
    better = {number: rewritten(legend, meant) for number, legend in found.items()}
    return amended(pdf, {number: body for number, body in better.items() if body != found[number]})


def written_codes(text: str) -> dict[int, int]:
    """Return for each lowest code of a glyph of `text` the code that was written, where they differ.

    Where several were written for one glyph, a letter goes before its compatibility forms, then the commoner one.
    """
    lowest, counted = lowest_codes(), Counter(map(ord, text))
    choices: dict[int, list[int]] = {}
    for code in counted:
        choices.setdefault(lowest.get(code, code), []).append(code)

    def worth(code: int) -> tuple[bool, int]:
        return unicodedata.normalize("NFKC", chr(code)) == chr(code), counted[code]

    best = {low: max(codes, key=worth) for low, codes in choices.items()}
    return {low: code for low, code in best.items() if low != code}


@cache
def lowest_codes() -> Mapping[int, int]:
    """Return the codes whose glyph in the shipped font has a lower code too, with the lowest one."""
    # From the file: it is the same whatever fonts are known by now.
    font, first, found = QRawFont(str(FONT), POINTS), dict[int, int](), dict[int, int]()
    for span in BASIC:
        glyphs = font.glyphIndexesForString("".join(map(chr, span)))
        for code, glyph in zip(span, glyphs, strict=True):
            if glyph and first.setdefault(glyph, code) != code:
                found[code] = first[glyph]
    return found


def rewritten(legend: bytes, meant: Mapping[int, int]) -> bytes:
    """Return a legend that says what was meant, glyph by glyph."""
    before, start, rest = legend.partition(b"endcodespacerange\n")
    _, end, after = rest.rpartition(b"endbfrange\n")
    pairs = [(glyph, meant.get(code, code)) for glyph, code in glyph_codes(rest)]
    parts = []
    for at in range(0, len(pairs), MOST):
        some = pairs[at : at + MOST]
        lines = "".join(f"<{glyph:04X}> <{code:04X}>\n" for glyph, code in some)
        parts.append(f"{len(some)} beginbfchar\n{lines}endbfchar\n".encode("ascii"))
    return before + start + b"".join(parts) + after if end else legend


def glyph_codes(ranges: bytes) -> Iterator[tuple[int, int]]:
    """Give each glyph of a legend with its code; glyph 0 is none."""
    for first, last, code, codes in RANGE.findall(ranges):
        span = range(int(first, 16), int(last, 16) + 1)
        if codes:
            told = [int(each.strip(b"<>"), 16) for each in codes.split()]
        else:
            told = [int(code, 16) + at for at in range(len(span))]
        yield from ((glyph, each) for glyph, each in zip(span, told, strict=True) if glyph)


def amended(pdf: bytes, objects: Mapping[int, bytes]) -> bytes:
    """Return a PDF with streams put in the place of older ones of the same number."""
    end = TRAILER.search(pdf)
    if not objects or end is None:
        return pdf
    whole, table = bytearray(pdf), b"xref\n"
    for number, body in sorted(objects.items()):
        table += b"%d 1\n%010d 00000 n \n" % (number, len(whole))
        stream = b"%d 0 obj\n<< /Length %d >>\nstream\n%b\nendstream\nendobj\n"
        whole += stream % (number, len(body), body)
    facts = end[1].rstrip() + b"\n/Prev " + end[2]
    return bytes(whole) + b"%btrailer\n<<%b\n>>\nstartxref\n%d\n%%%%EOF\n" % (
        table,
        facts,
        len(whole),
    )
