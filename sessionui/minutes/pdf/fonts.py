"""The fonts that a PDF is set in, as files in a folder, because the typesetter reads folders only.

FiraGO (SIL Open Font License) has Latin, Greek, Cyrillic, Arabic, Hebrew, Thai, Georgian and
Devanagari. It comes as a Python package, so it is there without a network and without the system.
Unpacking it takes a second, so it is done once for all sessions, into the user's cache.
"""

import json
import secrets
import tempfile
from contextlib import suppress
from functools import cache
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

from platformdirs import user_cache_path

PACKAGE = "pymupdf-fonts"
FACES = ("Regular", "Italic", "Bold", "BoldItalic")
SIZES = "sizes.json"
"""Written last: how many bytes each file has, so that one that was cut off is noticed."""


@cache
def font_folder() -> Path:
    """A folder with the four faces of FiraGO; only in the cache if that can be written."""
    folder = user_cache_path("sessionui", appauthor=False) / f"fonts-{version(PACKAGE)}"
    with suppress(OSError):
        if not _whole(folder):
            folder.mkdir(parents=True, exist_ok=True)
            _unpack(folder)
        return folder
    once = Path(tempfile.mkdtemp(prefix="sessionui-fonts-"))
    _unpack(once)
    return once


def _whole(folder: Path) -> bool:
    try:
        sizes = json.loads((folder / SIZES).read_text(encoding="ascii"))
        return all((folder / name).stat().st_size == size for name, size in sizes.items())
    except (OSError, ValueError, AttributeError):
        return False


def _unpack(folder: Path) -> None:
    sizes = {}
    for face in FACES:
        font: bytes = import_module(f"pymupdf_fonts.FiraGO_{face}").fontbuffer
        _write(folder / f"FiraGO-{face}.ttf", font)
        sizes[f"FiraGO-{face}.ttf"] = len(font)
    _write(folder / SIZES, json.dumps(sizes).encode("ascii"))


def _write(path: Path, data: bytes) -> None:
    """Write beside, then put in place: another process may unpack at the same moment."""
    beside = path.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
