"""Contrast as WCAG 2.2 measures it, and quiet text that stays readable.

Source: WCAG 2.2, success criteria 1.4.3 (4.5:1) and 1.4.6 (7:1) and its definitions of relative
luminance and contrast ratio.
"""

from functools import lru_cache
from typing import Final

RGB = tuple[int, int, int]

QUIET: Final = 0.66
"""Part of its own colour that quiet (dim) text has; the rest is the ground under it."""
_STEPS: Final = tuple(part / 100 for part in range(66, 101, 2))


@lru_cache(4096)
def luminance(colour: RGB) -> float:
    """Relative luminance, 0 (black) to 1 (white)."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (channel / 255 for channel in colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: RGB, other: RGB) -> float:
    """Contrast of two colours, 1 (none) to 21 (black on white)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mixed(colour: RGB, ground: RGB, part: float) -> RGB:
    """``part`` of a colour over a ground."""
    red, green, blue = (
        round(under + (over - under) * part) for over, under in zip(colour, ground, strict=True)
    )
    return red, green, blue


def quieter(colour: RGB, ground: RGB, floor: float) -> RGB:
    """The colour nearer to its ground, as far as its contrast stays ``floor``."""
    tried = (mixed(colour, ground, part) for part in _STEPS)
    return next((found for found in tried if ratio(found, ground) >= floor), colour)
