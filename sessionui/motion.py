"""Whether whoever sits at this machine asked for less motion.

The environment says it (``NO_MOTION`` or ``REDUCE_MOTION``; Textual's own ``TEXTUAL_ANIMATIONS``
it reads itself), or the settings of the desktop: GNOME, macOS and Windows have a switch for it.
"""

import os
import subprocess
import sys
from collections.abc import Mapping
from typing import Final

VARIABLES: Final = ("NO_MOTION", "REDUCE_MOTION")
_NO: Final = ("", "0", "false", "no")
_WAITS: Final = 1.0
"""Seconds in which a desktop has to answer."""

_ASKED: Final[dict[str, tuple[tuple[str, ...], str]]] = {
    "linux": (("gsettings", "get", "org.gnome.desktop.interface", "enable-animations"), "false"),
    "darwin": (("defaults", "read", "com.apple.universalaccess", "reduceMotion"), "1"),
}
"""By platform: what to ask, and the answer that means less motion."""

_SPI_GETCLIENTAREAANIMATION: Final = 0x1042


def asked_for_less(environment: Mapping[str, str]) -> bool:
    """Whether the environment asks for less motion."""
    return any(environment.get(name, "").strip().lower() not in _NO for name in VARIABLES)


def desktop_wants_less() -> bool:
    """Whether the desktop is set to less motion. May take a moment: ask it in a thread."""
    if os.name == "nt":
        return _windows_wants_less()
    command, less = _ASKED.get(sys.platform, ((), ""))
    if not command:
        return False
    try:
        told = subprocess.run(
            command, capture_output=True, text=True, timeout=_WAITS, check=False, encoding="utf-8"
        )
    except (OSError, subprocess.SubprocessError, UnicodeError):
        return False
    return told.stdout.strip() == less


def _windows_wants_less() -> bool:
    import ctypes

    animated = ctypes.c_int(1)
    user32 = getattr(ctypes, "windll").user32  # noqa: B009 - there on Windows only
    user32.SystemParametersInfoW(_SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(animated), 0)
    return not animated.value
