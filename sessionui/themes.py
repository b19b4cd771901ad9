"""Colours. The two sides keep theirs in every theme: blue and orange, told apart by all eyes.

The pair follows Okabe and Ito's palette for colour-blind readers; the signs ◆ and ● carry the
difference without colour.
"""

from textual.theme import Theme

DARK = Theme(
    name="sessionui-dark",
    primary="#7FB4D6",
    secondary="#9AA5B1",
    accent="#C9B458",
    warning="#E0AF68",
    error="#E57373",
    success="#7FBF7F",
    foreground="#E6E6E6",
    background="#15181C",
    surface="#1D2126",
    panel="#2A3038",
    dark=True,
    variables={
        "side-a": "#56B4E9",
        "side-b": "#E69F00",
        "footer-background": "#15181C",
        "footer-key-foreground": "#C9B458",
        "footer-description-foreground": "#A8B0B8",
        "block-cursor-background": "#2F3A46",
        "block-cursor-foreground": "#FFFFFF",
        "block-cursor-blurred-background": "#20262C",
        "block-cursor-blurred-foreground": "#E6E6E6",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-text-style": "none",
        "border": "#7FB4D6",
        "border-blurred": "#3A424C",
    },
)

LIGHT = Theme(
    name="sessionui-light",
    primary="#1F5F8B",
    secondary="#5B6670",
    accent="#7A5C00",
    warning="#9A5B00",
    error="#B3261E",
    success="#2E7D32",
    foreground="#1A1A1A",
    background="#FBFAF7",
    surface="#F1EFEA",
    panel="#DDD9D0",
    dark=False,
    variables={
        "side-a": "#0063A6",
        "side-b": "#A85F00",
        "footer-background": "#FBFAF7",
        "footer-key-foreground": "#7A5C00",
        "footer-description-foreground": "#4A4A4A",
        "block-cursor-background": "#D5E3EE",
        "block-cursor-foreground": "#000000",
        "block-cursor-blurred-background": "#E9E6DF",
        "block-cursor-blurred-foreground": "#1A1A1A",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-text-style": "none",
        "border": "#1F5F8B",
        "border-blurred": "#C9C4B8",
    },
)

THEMES = (DARK, LIGHT)
