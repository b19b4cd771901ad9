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
    if "\u2800" <= grapheme <= "\u28ff":  # Braille: points of a fine line
        return " .:#"[(ord(grapheme) - 0x2800).bit_count() // 3]
    plain = "".join(c for c in unicodedata.normalize("NFKD", grapheme) if ord(c) < 128)
    readable = plain.isprintable() and len(plain) == cells
    return plain if readable else "?" * cells


def _has(charset: str, text: str) -> bool:
    try:
        text.encode(charset)
    except UnicodeEncodeError:
        return False
    return True
