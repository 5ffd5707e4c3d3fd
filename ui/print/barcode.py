"""Code 128: a sheet's number as bars (ISO/IEC 15417), drawn by ourselves."""

from __future__ import annotations

# Widths of bar, gap, bar, gap, bar, gap of the values 0 to 105, and of the stop.
WIDTHS = (
    "212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 "
    "122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 "
    "322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 "
    "112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321 "
    "331121 312113 312311 332111 314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 "
    "112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212 "
    "124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 114311 411113 "
    "411311 113141 114131 311141 411131 211412 211214 211232"
).split()
STOP = "2331112"
START_B, START_C, MODULUS = 104, 105, 103
FIRST, LAST = " ", "~"


def bars(text: str) -> tuple[int, ...]:
    """Return the widths of bars and gaps in turn, in modules, a bar first; none for a text that cannot be coded."""
    codes = values(text)
    if not codes:
        return ()
    check = (codes[0] + sum(at * code for at, code in enumerate(codes[1:], 1))) % MODULUS
    pattern = "".join(WIDTHS[code] for code in (*codes, check)) + STOP
    return tuple(int(width) for width in pattern)


def values(text: str) -> list[int]:
    """Return the start and the values of a text: digits in pairs where they come out even, else character by character."""
    if text.isascii() and text.isdigit() and len(text) % 2 == 0:
        return [START_C, *(int(text[at : at + 2]) for at in range(0, len(text), 2))]
    if text and all(FIRST <= character <= LAST for character in text):
        return [START_B, *(ord(character) - ord(FIRST) for character in text)]
    return []
