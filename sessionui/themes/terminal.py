"""What a terminal can show, as far as its surroundings tell."""

import codecs
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sessionui.themes.signs import ASCII

UTF_8: Final = "utf-8"
ASCII_ASKED: Final = "SESSIONUI_ASCII"
"""The environment variable that asks for plain signs (1), or for none (0)."""


@dataclass(frozen=True)
class Terminal:
    """``charset``: the characters it has; ``coding``: how it sends and takes them.

    ``colourless``: the user wants no colours (https://no-color.org).
    """

    charset: str = UTF_8
    coding: str = UTF_8
    colourless: bool = False


def terminal_of(
    surroundings: Mapping[str, str] | None = None, coding: str | None = None
) -> Terminal:
    """The terminal that this program runs in. ``coding``: what Python writes to it in."""
    found = os.environ if surroundings is None else surroundings
    written = _codec(coding or getattr(sys.__stderr__, "encoding", None) or UTF_8)
    return Terminal(_charset(found, written), written, bool(found.get("NO_COLOR")))


def _charset(surroundings: Mapping[str, str], written: str) -> str:
    asked = surroundings.get(ASCII_ASKED, "")
    if asked not in ("", "0"):
        return ASCII
    if written != UTF_8:
        return written
    if asked == "0":
        return UTF_8
    # Python writes UTF-8 in the C locale too; the terminal that was set to it may not read it.
    locale = surroundings.get("LC_ALL") or surroundings.get("LANG") or ""
    if locale in ("C", "POSIX"):
        return ASCII
    if surroundings.get("TERM") == "linux":  # the console: few signs, western letters
        return "iso8859-1"
    # What is written would be read as something else, but for ASCII.
    return UTF_8 if _codec(locale.partition("@")[0].partition(".")[2] or UTF_8) == UTF_8 else ASCII


def _codec(name: str) -> str:
    """The name that Python has for it; ASCII for what nobody knows."""
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ASCII
