"""How the program looks: colours, and what becomes of them on terminals that can do less."""

from sessionui.themes.looks import Looks
from sessionui.themes.palettes import DARK, HIGH_CONTRAST, LIGHT, THEMES

__all__ = ["DARK", "HIGH_CONTRAST", "LIGHT", "THEMES", "Looks"]
