"""Our signs in plain ASCII, each as wide as it was, for terminals that can't draw them.

The one place that knows: widgets draw as ever, and what they drew is replaced on its way out.
Text from people stays readable: what the terminal's character set has stays, else a letter
without its accent, else a question mark.
"""

import unicodedata
from functools import lru_cache
from typing import Final

from rich.cells import cell_len, split_graphemes

ASCII: Final = "ascii"


def _pairs(text: str) -> dict[str, str]:
    """A table from words of two characters: a sign, and what stands for it."""
    return {pair[0]: pair[1] for pair in text.split()}


_LINES: Final = {
    **dict.fromkeys("─╌┄┈╴╶▔", "-"),
    **dict.fromkeys("━═╍╸╺", "="),
    **dict.fromkeys("│┃║╵╷╹╻▏▎▍▐▕▊▉▋", "|"),
    **dict.fromkeys("┆┊╎╏", ":"),
    **dict.fromkeys("┌┐└┘╭╮╰╯┏┓┗┛╔╗╚╝┬┴┼╋╬┳┻╪╫", "+"),
    **dict.fromkeys("├┣╟╠", "["),
    **dict.fromkeys("┤┫╢╣", "]"),
    "▌": ">",
}
_BLOCKS: Final = {
    # Heights of a small line of marks, lowest first; halves of large figures are among them.
    **dict(zip("▁▂▃▄▅▆▇█", "_.-o+*H#", strict=True)),
    **_pairs('▀" ░: ▒: ▓% ■# □o ▪*'),
    **_pairs("▘' ▝' ▖. ▗. ▚\\ ▞/ ▙# ▛# ▜# ▟#"),
}
_SIGNS: Final = _pairs(
    "◆# ◇% ●@ ○o ◈& ✓+ ✔+ ✗x ✘x ✎/ ★* ☆* •* ❚| ⏸| ▶> ▸> ►> ◀< ◂< ▲^ ▴^ ▼v ▾v ←< →> ↑^ ↓v ↵< ⏎< "
    "·. …~ ≈~ ×x −- –- —- ‑- ≤< ≥> ≠! ±+ °o €E £L §S ‘' ’' ‚' ‛' ´' “\" ”\" „\" «\" »\" ¿? ¡! "
    "ßs æa œo øo đd ðd þt łl ıi ÆA ŒO ØO ĐD ÐD ÞT ŁL"
)
TABLE: Final = {**_LINES, **_BLOCKS, **_SIGNS}
"""What stands for a sign, one character for one cell."""


_LEFT: Final = (0x01, 0x02, 0x04, 0x40)
_RIGHT: Final = (0x08, 0x10, 0x20, 0x80)
"""The bits of a braille cell, column by column, from the top down."""


def stroke(bits: int) -> str:
    """What stands for a cell of a fine line, two dots across and four down.

    A line goes through both columns: ``"`` above, ``~`` in the middle, ``_`` below, or steep.
    Dots alone are of a dotted line: ``'`` or ``.``; two lines in one cell are ``=``.
    """
    left, right = ([n for n, bit in enumerate(side) if bits & bit] for side in (_LEFT, _RIGHT))
    dots = left + right
    middle = sum(dots) / len(dots) if dots else 0
    if not left or not right:
        return " " if not dots else "|" if len(dots) > 2 else "'" if middle < 1.5 else "."
    if len(dots) == 2:
        if abs(left[0] - right[0]) > 1:
            return "." if middle >= 1.5 else "'"
        return '"' if middle <= 0.5 else "_" if middle >= 2.5 else "~"
    if min(left) > max(right):
        return "/"
    return "\\" if max(left) < min(right) else "="


@lru_cache(4096)
def in_charset(text: str, charset: str = ASCII) -> str:
    """``text`` in the characters of ``charset`` alone, as many cells wide as it was."""
    if text.isascii():
        return text
    spans, _width = split_graphemes(text)
    return "".join(_replaced(text[start:end], cells, charset) for start, end, cells in spans)


def _replaced(grapheme: str, cells: int, charset: str) -> str:
    if _has(charset, grapheme) and cell_len(grapheme) == cells:
        return grapheme
    if grapheme in TABLE:
        return TABLE[grapheme]
    if "\u2800" <= grapheme <= "\u28ff":
        return stroke(ord(grapheme) - 0x2800)
    plain = "".join(c for c in unicodedata.normalize("NFKD", grapheme) if ord(c) < 128)
    readable = plain.isprintable() and len(plain) == cells
    return plain if readable else "?" * cells


def _has(charset: str, text: str) -> bool:
    try:
        text.encode(charset)
    except UnicodeEncodeError:
        return False
    return True
