"""The two sides can be told apart by all eyes, in every theme, on phones and in exports."""

import re
from pathlib import Path

import pytest
from textual.color import Color

from sessionui.themes import THEMES
from sessionui.themes.contrast import RGB, ratio
from tests.support.sight import SIGHTS, apart

HERE = Path(__file__).parents[2] / "sessionui"
STYLES = [*HERE.glob("**/*.css"), HERE / "phones/sheet/cards.html.j2"]
FAR = 40
"""Far apart: many times what is just noticeable (2.3)."""


def rgb(colour: str) -> RGB:
    return Color.parse(colour).rgb


def pair(theme: int) -> tuple[RGB, RGB]:
    variables = THEMES[theme].variables
    return rgb(variables["side-a"]), rgb(variables["side-b"])


def exported(path: Path) -> list[tuple[str, str]]:
    """Every pair of colours of the two sides in a style sheet, as text has them."""
    text = path.read_text(encoding="utf-8")
    found: list[tuple[str, str]] = []
    for a, b in ((r"--a-text: (#\w+)", r"--b-text: (#\w+)"), (r"--a: (#\w+)", r"--b: (#\w+)")):
        found += zip(re.findall(a, text), re.findall(b, text), strict=True)
    return found + re.findall(r"\.a \{ color: (#\w+); \} \.b \{ color: (#\w+); \}", text)


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("theme", range(len(THEMES)))
def test_the_sides_look_different_to_all_eyes(theme: int, sight: str) -> None:
    assert apart(*pair(theme), sight) > FAR


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_so_they_do_in_exports_and_on_phones(path: Path, sight: str) -> None:
    pairs = exported(path)
    assert pairs
    for a, b in pairs:
        assert apart(rgb(a), rgb(b), sight) > FAR


@pytest.mark.parametrize("theme", range(len(THEMES)))
def test_neither_side_has_the_colour_of_anything_else(theme: int) -> None:
    palette = THEMES[theme]
    for side in pair(theme):
        for other in (palette.accent, palette.warning, palette.error, palette.success):
            assert apart(side, rgb(other or ""), "full") > 25


def test_the_simulation_tells_what_is_known() -> None:
    """Red and green of one lightness are close for a deuteranope, blue and yellow are not."""
    red, green = (200, 80, 80), (110, 125, 40)
    assert apart(red, green, "full") > 2 * apart(red, green, "deuteranopia")
    assert apart((0, 0, 200), (200, 200, 0), "deuteranopia") > 100
    assert apart((0, 120, 120), (0, 110, 160), "full") > apart(
        (0, 120, 120), (0, 110, 160), "tritanopia"
    )


def test_contrast_is_that_of_the_standard() -> None:
    assert ratio((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert ratio((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)
