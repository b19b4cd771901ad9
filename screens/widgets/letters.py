"""Names and headings in letters four rows high, made of quarter blocks, with their accents.

A pixel is half a cell wide and half a row high. *Bold* strokes are two pixels wide, as wide as
they are high; *slim* ones are one wide and take a sixth less room.
"""

import unicodedata
from functools import lru_cache
from typing import Final

from screens.widgets.letter_shapes import (
    ABOVE,
    BELOW,
    CAPITALS,
    HEIGHT,
    OTHER,
    SMALL,
    UNDER_ACCENTS,
)

ROWS: Final = HEIGHT // 2
_QUARTERS: Final = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
"""By the sum of 1 upper left, 2 upper right, 4 lower left, 8 lower right."""

Shape = tuple[str, ...]


def fitting_letters(text: str, width: int, scale: int = 1) -> tuple[str, ...] | None:
    """``text`` as rows of quarter blocks in at most ``width`` cells: bold, else slim.

    ``None`` when it doesn't fit, or has a sign without a shape. ``scale``: 2 makes everything
    twice as large, ``4 * scale`` rows in all.
    """
    for bold in (True, False):
        rows = letters(text, scale, bold=bold)
        if rows and len(rows[0]) <= width:
            return rows
    return None


@lru_cache(maxsize=256)
def letters(text: str, scale: int = 1, *, bold: bool = True) -> tuple[str, ...] | None:
    """``text`` as rows of quarter blocks, all equally wide; ``None`` without a shape for a sign."""
    shapes = [_shape(sign) for sign in _signs(text)]
    known = [_bold(shape) if bold else shape for shape in shapes if shape is not None]
    if not known or len(known) < len(shapes):
        return None
    rows = [" ".join(shape[n] for shape in known) for n in range(HEIGHT)]
    return _packed([row for row in (_wider(row, scale) for row in rows) for _n in range(scale)])


def _signs(text: str) -> list[str]:
    """The characters, each with the accents on it."""
    signs: list[str] = []
    for char in unicodedata.normalize("NFD", text):
        if unicodedata.combining(char) and signs:
            signs[-1] += char
        else:
            signs.append(char)
    return signs


def _shape(sign: str) -> Shape | None:
    base, accents = sign[0], sign[1:]
    above = next((a for a in accents if a in ABOVE), "")
    below = next((a for a in accents if a in BELOW), "")
    if len(accents) != len(above) + len(below):
        return None
    plain = {**CAPITALS, **SMALL, **OTHER}
    if above:
        base = "ı" if base == "i" else base
        drawn = UNDER_ACCENTS.get(base) or (SMALL.get(base) if base in "aceginorsuwyzı" else None)
    else:
        drawn = plain.get(base)
    return None if drawn is None else _accented(_filled(drawn), above, below)


def _filled(drawn: str) -> Shape:
    rows = drawn.split("|")
    width = max(map(len, rows))
    return tuple(row.ljust(width) for row in (*rows, *[""] * (HEIGHT - len(rows))))


def _accented(shape: Shape, above: str, below: str) -> Shape:
    rows = list(shape)
    if above:
        width = max(len(rows[0]), 3)
        rows = [row.center(width) for row in rows]
        rows[:2] = [_over(accent, width) for accent in ABOVE[above]]
    if below:
        rows[-1] = _over(BELOW[below], len(rows[-1]))
    return tuple(rows)


def _over(accent: str, width: int) -> str:
    """An accent in the middle of a letter ``width`` wide."""
    spare = len(accent) - width
    if spare > 0:
        return accent[spare // 2 : spare // 2 + width]
    return accent.center(width)


def _bold(shape: Shape) -> Shape:
    """Every stroke one pixel wider, to the right."""
    pairs = [zip(row + " ", " " + row, strict=True) for row in shape]
    return tuple("".join("#" if "#" in pair else " " for pair in row) for row in pairs)


def _wider(row: str, scale: int) -> str:
    return "".join(pixel * scale for pixel in row)


def _packed(rows: list[str]) -> tuple[str, ...]:
    """Pixels into cells, four each."""
    rows = [row + " " * (len(row) % 2) for row in rows]
    return tuple(
        "".join(
            _QUARTERS[
                sum(
                    bit
                    for bit, pixel in zip(
                        (1, 2, 4, 8), upper[n : n + 2] + lower[n : n + 2], strict=True
                    )
                    if pixel == "#"
                )
            ]
            for n in range(0, len(upper), 2)
        )
        for upper, lower in zip(rows[::2], rows[1::2], strict=True)
    )
