"""Large figures from half blocks: square pixels, two to a cell, so any size looks the same."""

from typing import Final

_FONT: Final[dict[str, tuple[str, ...]]] = {
    "0": (".####.", "##..##", "##..##", "##..##", "##..##", ".####."),
    "1": ("..##..", ".###..", "..##..", "..##..", "..##..", "######"),
    "2": (".####.", "##..##", "...##.", "..##..", ".##...", "######"),
    "3": ("#####.", "....##", "..###.", "....##", "....##", "#####."),
    "4": ("...###", "..####", ".##.##", "######", "....##", "....##"),
    "5": ("######", "##....", "#####.", "....##", "....##", "#####."),
    "6": (".####.", "##....", "#####.", "##..##", "##..##", ".####."),
    "7": ("######", "....##", "...##.", "..##..", "..##..", "..##.."),
    "8": (".####.", "##..##", ".####.", "##..##", "##..##", ".####."),
    "9": (".####.", "##..##", "##..##", ".#####", "....##", ".####."),
    ".": ("..", "..", "..", "..", "##", "##"),
    ",": ("..", "..", "..", "..", "##", ".#"),
    "–": ("......", "......", "......", "######", "......", "......"),
}
_HALVES: Final[dict[tuple[bool, bool], str]] = {
    (False, False): " ",
    (True, False): "▀",
    (False, True): "▄",
    (True, True): "█",
}
VEIL: Final = "▒"
"""Stands for a figure that is not revealed yet."""


def rows_of(scale: int) -> int:
    """Rows of cells that a figure takes."""
    return 3 * scale


def big(text: str, scale: int = 1) -> list[str]:
    """``text`` (digits, a decimal sign, a dash) as rows of half blocks, ``3 * scale`` rows.

    Raises ``KeyError`` for any other character.
    """
    gap = "." * scale
    pixels = [
        gap.join(_stretched(_FONT[char][row // scale], scale) for char in text)
        for row in range(6 * scale)
    ]
    return [
        "".join(_HALVES[upper == "#", lower == "#"] for upper, lower in zip(one, two, strict=True))
        for one, two in zip(pixels[::2], pixels[1::2], strict=True)
    ]


def veil(scale: int = 1) -> list[str]:
    """A bar as large as any figure with one decimal; the same whatever lies under it."""
    return [VEIL * 16 * scale] * rows_of(scale)


def _stretched(row: str, scale: int) -> str:
    return "".join(pixel * scale for pixel in row)
