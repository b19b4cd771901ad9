"""Marks in letters three rows high, to be read from the back of the room."""

ROWS = 3

# Five half rows a sign, drawn from the second on, so that signs stand on the bottom of the row.
_SIGNS = {
    "0": ("###", "# #", "# #", "# #", "###"),
    "1": (" # ", "## ", " # ", " # ", "###"),
    "2": ("###", "  #", "###", "#  ", "###"),
    "3": ("###", "  #", "###", "  #", "###"),
    "4": ("# #", "# #", "###", "  #", "  #"),
    "5": ("###", "#  ", "###", "  #", "###"),
    "6": ("###", "#  ", "###", "# #", "###"),
    "7": ("###", "  #", "  #", "  #", "  #"),
    "8": ("###", "# #", "###", "# #", "###"),
    "9": ("###", "# #", "###", "  #", "###"),
    ".": (" ", " ", " ", " ", "#"),
    ",": ("  ", "  ", "  ", " #", "# "),
    "–": ("   ", "   ", "###", "   ", "   "),
}
_HALVES = {"  ": " ", "# ": "▀", " #": "▄", "##": "█"}


def large(text: str) -> tuple[str, ...]:
    """``text`` (digits, decimal sign, dash) as three rows of half blocks, all equally wide."""
    signs = [_rows(_SIGNS[sign]) for sign in text if sign in _SIGNS]
    return tuple(" ".join(sign[row] for sign in signs) for row in range(ROWS))


def _rows(sign: tuple[str, ...]) -> tuple[str, ...]:
    half = (" " * len(sign[0]), *sign)
    return tuple(
        "".join(_HALVES[up + down] for up, down in zip(half[n], half[n + 1], strict=True))
        for n in range(0, 2 * ROWS, 2)
    )
