"""The three themes, and the pair of colours of the two sides.

Blue and orange, as in Okabe and Ito's palette for colour-blind readers, in every theme, on phones
and in exports; the signs ◆ and ● carry the difference without colour. Nothing else on a screen is
blue or orange: accents are violet, warnings rose.
"""

from typing import Final

from textual.theme import Theme

FLOORS: Final = {"sessionui-dark": 4.5, "sessionui-light": 4.5, "sessionui-contrast": 7.0}
"""The least contrast of text by theme, see ``sessionui.themes.contrast``."""


def _theme(name: str, *, dark: bool, **colours: str) -> Theme:
    """A theme from its colours by role.

    ``quiet`` is lesser text; ``cursor`` and ``resting`` the ground of the chosen row of a list
    with the keyboard and without it; ``rule`` lines and scroll bars.
    """
    return Theme(
        name=name,
        dark=dark,
        primary=colours["primary"],
        secondary=colours["quiet"],
        accent=colours["accent"],
        warning=colours["warning"],
        error=colours["error"],
        success=colours["success"],
        foreground=colours["foreground"],
        background=colours["background"],
        surface=colours["surface"],
        panel=colours["rule"],
        variables=_variables(colours, "#FFFFFF" if dark else "#000000"),
    )


_SAME: Final = {
    "side-a": "side_a",
    "side-b": "side_b",
    "text": "foreground",
    "text-muted": "quiet",
    "text-disabled": "quiet",
    "foreground-muted": "quiet",
    "foreground-disabled": "quiet",
    "text-warning": "warning",
    "text-error": "error",
    "text-success": "success",
    "text-accent": "accent",
    "text-primary": "primary",
    "footer-background": "background",
    "footer-foreground": "foreground",
    "footer-key-foreground": "accent",
    "footer-description-foreground": "quiet",
    "input-cursor-background": "foreground",
    "input-cursor-foreground": "background",
    "input-selection-background": "cursor",
    "screen-selection-background": "cursor",
    "block-cursor-background": "cursor",
    "block-cursor-blurred-background": "resting",
    "block-cursor-blurred-foreground": "foreground",
    "border": "accent",
    "border-blurred": "rule",
    "scrollbar": "rule",
    "scrollbar-hover": "quiet",
    "scrollbar-active": "accent",
    "scrollbar-background": "background",
    "scrollbar-background-hover": "background",
    "scrollbar-background-active": "background",
    "scrollbar-corner-color": "background",
}
"""Textual's variables that have a colour of ours."""


def _variables(colours: dict[str, str], strong: str) -> dict[str, str]:
    return {
        **{name: colours[role] for name, role in _SAME.items()},
        "screen-selection-foreground": strong,
        "block-cursor-foreground": strong,
        "input-cursor-text-style": "none",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-text-style": "none",
    }


DARK = _theme(
    "sessionui-dark",
    dark=True,
    primary="#8AB4D8",
    accent="#BBA7F5",
    warning="#F793AD",
    error="#FF8080",
    success="#86CF8B",
    foreground="#E8E8E8",
    background="#15181C",
    surface="#1D2126",
    quiet="#A6AEB7",
    cursor="#33404E",
    resting="#252B32",
    rule="#3A424C",
    side_a="#6CC0F5",
    side_b="#FFA05C",
)

LIGHT = _theme(
    "sessionui-light",
    dark=False,
    primary="#1F5F8B",
    accent="#5B35A8",
    warning="#A8134A",
    error="#AE0F3C",
    success="#1E6B2C",
    foreground="#1A1A1A",
    background="#FBFAF7",
    surface="#F1EFEA",
    quiet="#565656",
    cursor="#D8E2EC",
    resting="#E8E5DE",
    rule="#C9C4B8",
    side_a="#005F94",
    side_b="#A84600",
)

HIGH_CONTRAST = _theme(
    "sessionui-contrast",
    dark=True,
    primary="#A9D4FF",
    accent="#D9C8FF",
    warning="#FFB8C8",
    error="#FFADAD",
    success="#9CF29C",
    foreground="#FFFFFF",
    background="#000000",
    surface="#000000",
    quiet="#D6D6D6",
    cursor="#303030",
    resting="#1F1F1F",
    rule="#8C8C8C",
    side_a="#86CFFF",
    side_b="#FFB066",
)

THEMES: Final = (DARK, LIGHT, HIGH_CONTRAST)
"""In the order in which ctrl+k goes through them."""
