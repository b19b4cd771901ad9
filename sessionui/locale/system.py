"""The language that the operating system speaks to this user."""

import os
import sys
from collections.abc import Mapping

from sessionui.locale.languages import Language, as_language

_WINDOWS_DUTCH = 0x13
_WINDOWS_PRIMARY_LANGUAGE = 0x3FF


def system_language(environ: Mapping[str, str] | None = None) -> Language:
    """Return the user's language if it is one of ours, else English.

    The first of LC_ALL, LC_MESSAGES and LANG that is set decides. Without any, macOS and Windows
    are asked for the language of their own interface.
    """
    environ = os.environ if environ is None else environ
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environ.get(name):
            return as_language(value) or "en"
    if sys.platform == "darwin":
        return _macos_language()
    if sys.platform == "win32":
        return _windows_language()
    return "en"


def _macos_language() -> Language:
    """Read the first preferred language; a terminal started by the Finder may have no LANG."""
    import subprocess  # loaded on macOS alone

    try:
        answer = subprocess.run(
            ["/usr/bin/defaults", "read", "-g", "AppleLanguages"],
            capture_output=True,
            text=True,
            timeout=1,
            check=True,
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return "en"
    tags = [line.strip(' ",') for line in answer.splitlines() if line.strip() not in ("(", ")")]
    return (as_language(tags[0]) if tags else None) or "en"


def _windows_language() -> Language:
    import ctypes  # loaded on Windows alone

    windll = getattr(ctypes, "windll", None)
    if windll is None:
        return "en"
    identifier = int(windll.kernel32.GetUserDefaultUILanguage())
    return "nl" if identifier & _WINDOWS_PRIMARY_LANGUAGE == _WINDOWS_DUTCH else "en"
