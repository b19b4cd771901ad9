"""What every application of ours does with its looks: themes, few colours, none, plain signs."""

from collections.abc import Sequence
from functools import partial
from typing import Any, Final

from textual.app import App
from textual.binding import Binding
from textual.color import Color
from textual.driver import Driver
from textual.filter import ANSIToTruecolor, LineFilter

from sessionui.locale import N_, _
from sessionui.themes.contrast import RGB
from sessionui.themes.filters import Colourless, PlainSigns, Quiet, Roles, Sixteen
from sessionui.themes.keyboard import reading
from sessionui.themes.palettes import FLOORS, THEMES
from sessionui.themes.signs import ASCII
from sessionui.themes.terminal import UTF_8, Terminal, terminal_of

_NEARLY: int = 4
"""Added to the least contrast of quiet text, in hundredths, against rounding of colours."""
SPACE: Final = N_("space")
"""How the space bar is called, in the footer, in help and in the manual."""
_KEY_NAMES: Final = {"⏎": "enter", "⌫": "bksp"}


class Looks(App[int]):
    """An application in our themes, on whatever terminal it runs. ``terminal``: which one."""

    def __init__(self, *args: Any, terminal: Terminal | None = None, **kwargs: Any) -> None:
        self.terminal = terminal or terminal_of()
        self.plain_signs = False
        super().__init__(*args, **kwargs)
        for theme in THEMES:
            self.register_theme(theme)
        self._outgoing: dict[tuple[str, str], tuple[LineFilter, ...]] = {}

    def begin_in(self, theme: str, *, plain_signs: bool = False) -> None:
        """Begin in this theme, or the first. Before the style sheets are read: a change of theme
        would have them read again."""
        names = [theme.name for theme in THEMES]
        self.plain_signs = plain_signs
        self.set_reactive(App.theme, theme if theme in names else names[0])
        self.stylesheet.set_variables(self.get_css_variables())

    def next_theme(self) -> str:
        """Change to the next theme; its name."""
        names = [theme.name for theme in THEMES]
        place = names.index(self.theme) if self.theme in names else -1
        self.theme = names[(place + 1) % len(names)]
        return self.theme

    def use_plain_signs(self, *, plain: bool) -> None:
        """Draw in ASCII, or in the signs that the terminal has."""
        self.plain_signs = plain
        self.refresh_css(animate=False)
        self.screen.refresh_bindings()
        for screen in self.screen_stack:
            screen.refresh(layout=True)
            for widget in screen.walk_children():
                widget.refresh(layout=True)

    def get_key_display(self, binding: Binding) -> str:
        """See Textual. A key whose sign has no like in ASCII is called by its name.

        The others are called what stands on them; only on the space bar nothing does.
        """
        display = super().get_key_display(binding)
        if display == SPACE:
            return _(SPACE)
        return display if self._charset == UTF_8 else _KEY_NAMES.get(display, display)

    @property
    def draws_blocks(self) -> bool:
        """Whether half blocks reach the terminal as they are: QR codes can be small."""
        return self._charset == UTF_8

    @property
    def colours(self) -> int:
        """How many there are: 0, 16, or more."""
        if self.terminal.colourless or self.console.color_system is None:
            return 0
        return 16 if self.console.color_system in ("standard", "windows") else 256

    @property
    def _charset(self) -> str:
        return ASCII if self.plain_signs else self.terminal.charset

    def get_driver_class(self) -> type[Driver]:
        """See Textual. Keys come in the coding of the terminal."""
        return reading(super().get_driver_class(), self.terminal.coding)

    # --- on the way out

    def get_line_filters(self) -> Sequence[LineFilter]:
        """See Textual."""
        wanted = (self.theme, f"{self.colours} {self._charset}")
        if wanted not in self._outgoing:
            self._outgoing[wanted] = tuple(self._filters_now())
        return self._outgoing[wanted]

    def _filters_now(self) -> list[LineFilter]:
        found: list[LineFilter] = []
        colours = self.colours
        if colours:
            floor = FLOORS.get(self.theme, 4.5) + _NEARLY / 100
            found = [Quiet(floor), ANSIToTruecolor(self.ansi_theme)]
        if colours == 16:
            found.append(Sixteen(self.roles(), dark=self.current_theme.dark))
        elif not colours:
            found.append(Colourless(self.roles()))
        if self._charset != UTF_8:
            found.append(PlainSigns(self._charset))
        return found

    def roles(self) -> Roles:
        """What the colours of the theme mean."""
        variables = self.get_css_variables()
        colour = partial(_rgb, variables)
        texts = {
            "foreground": "foreground",
            "block-cursor-foreground": "foreground",
            "text-muted": "quiet",
            "panel": "rule",
            "primary": "foreground",
            **{name: name for name in ("accent", "warning", "error", "success")},
            **{name: name for name in ("side-a", "side-b")},
        }
        grounds = {
            "scrollbar": "bar",
            "scrollbar-hover": "bar",
            "scrollbar-active": "bar",
            "input-cursor-background": "cursor",
            "block-cursor-blurred-background": "resting",
            "block-cursor-background": "cursor",
        }
        return Roles(
            {colour(name): role for name, role in texts.items()},
            {colour(name): role for name, role in grounds.items()},
        )


def _rgb(variables: dict[str, str], name: str) -> RGB:
    return Color.parse(variables[name]).rgb
