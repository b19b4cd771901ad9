"""What becomes of colours and signs on their way out, line by line; no widget knows of it."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from sessionui.themes.contrast import RGB, quieter
from sessionui.themes.signs import in_charset

INK: Final = "#010101"
PAPER: Final = "#fefefe"
"""Of pictures that a camera reads, one step off black and white, so that nothing else is theirs.
They keep their colours whatever the terminal."""
_PICTURE: Final = frozenset({(1, 1, 1), (254, 254, 254)})
_NO_DIM: Final = Style(dim=False)
_DEFAULT: Final = Style.from_color(RichColor.default(), RichColor.default())

_ON_DARK: Final = {
    "foreground": 15,
    "quiet": 7,
    "side-a": 14,
    "side-b": 11,
    "accent": 13,
    "warning": 9,
    "error": 9,
    "success": 10,
    "background": 0,
    "rule": 7,
}
_ON_LIGHT: Final = {
    "foreground": 0,
    "quiet": 0,
    "side-a": 4,
    "side-b": 1,
    "accent": 5,
    "warning": 1,
    "error": 1,
    "success": 0,
    "background": 15,
    "rule": 0,
}


def rgb(colour: RichColor | None) -> RGB | None:
    """Red, green and blue; ``None`` for a colour of the terminal."""
    if colour is None or colour.triplet is None:
        return None
    red, green, blue = colour.triplet
    return red, green, blue


class Quiet(LineFilter):
    """Makes text that is dim quieter, and never fainter than ``floor``: its least contrast."""

    def __init__(self, floor: float) -> None:
        super().__init__()
        self.floor = floor

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """See Textual."""
        ground = background.rgb
        return [
            Segment(text, _quiet(style, ground, self.floor), control)
            if style is not None and style.dim
            else Segment(text, style, control)
            for text, style, control in segments
        ]


@lru_cache(2048)
def _quiet(style: Style, ground: RGB, floor: float) -> Style:
    colour = rgb(style.color)
    if colour is None:
        return style
    dimmed = quieter(colour, rgb(style.bgcolor) or ground, floor)
    return style + Style.from_color(RichColor.from_rgb(*dimmed)) + _NO_DIM


class Roles:
    """What a colour means in a theme: ``texts`` and ``grounds`` by their colour."""

    def __init__(self, texts: Mapping[RGB, str], grounds: Mapping[RGB, str]) -> None:
        self.texts, self.grounds = dict(texts), dict(grounds)

    def text(self, colour: RGB) -> str:
        """The role whose colour is nearest."""
        return min(self.texts.items(), key=lambda item: _distance(item[0], colour))[1]

    def ground(self, colour: RGB | None) -> str:
        """ "cursor", "resting", "bar", or "" for any other."""
        return self.grounds.get(colour, "") if colour else ""


def _distance(one: RGB, other: RGB) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))


class _ByRole(LineFilter):
    """Restyles by what the colours mean."""

    def __init__(self, roles: Roles) -> None:
        super().__init__()
        self.roles = roles
        self._styles: dict[Style, Style] = {}

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """See Textual."""
        return [
            Segment(text, None if style is None else self._kept(style), control)
            for text, style, control in segments
        ]

    def _kept(self, style: Style) -> Style:
        found = self._styles.get(style)
        if found is None:
            found = style if rgb(style.bgcolor) in _PICTURE else self.restyled(style)
            self._styles[style] = found
        return found

    def restyled(self, style: Style) -> Style:
        """The style for this terminal."""
        raise NotImplementedError


class Colourless(_ByRole):
    """No colours: the chosen row is reversed, underlined while the keyboard is elsewhere."""

    def restyled(self, style: Style) -> Style:
        """See above."""
        ground = self.roles.ground(rgb(style.bgcolor))
        more = {"cursor": Style(reverse=True), "bar": Style(reverse=True)}
        return style + _DEFAULT + more.get(ground, Style(underline=ground == "resting" or None))


class Sixteen(_ByRole):
    """The sixteen colours that every terminal has, so that text stays readable in most palettes.

    Rows are chosen by turning the ground round: what was on dark is on light.
    """

    def __init__(self, roles: Roles, *, dark: bool) -> None:
        super().__init__(roles)
        self.dark = dark

    def restyled(self, style: Style) -> Style:
        """See above."""
        ground = self.roles.ground(rgb(style.bgcolor))
        dark = self.dark != (ground in ("cursor", "bar"))
        colour = rgb(style.color)
        role = "foreground" if colour is None else self.roles.text(colour)
        numbers = _ON_DARK if dark else _ON_LIGHT
        colours = Style.from_color(_ansi(numbers[role]), _ansi(numbers["background"]))
        return style + colours + Style(underline=ground == "resting" or None)


def _ansi(number: int) -> RichColor:
    return RichColor.parse(f"color({number})")


class PlainSigns(LineFilter):
    """Nothing but the characters of ``charset``."""

    def __init__(self, charset: str) -> None:
        super().__init__()
        self.charset = charset

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """See Textual."""
        charset = self.charset
        return [
            Segment(text if text.isascii() else in_charset(text, charset), style, control)
            for text, style, control in segments
        ]
