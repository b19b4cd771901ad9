"""How large a picture of points is, read from its head before anybody unpacks it."""

import struct
from typing import Final

from sessionui.domain.wording import N_

LARGEST_PICTURE: Final = 25_000_000
"""Points of a picture, as many as a good camera makes."""

NO_PICTURE: Final = N_("{logo} is no PNG, JPEG or SVG.")
UNREADABLE: Final = N_("{logo} can't be read as a picture. Save it anew.")
TOO_LARGE: Final = N_("{logo} has more points than a logo needs. Save it smaller.")

PNG: Final = b"\x89PNG\r\n\x1a\n"
JPEG: Final = b"\xff\xd8\xff"
_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""The markers of a JPEG after which its size stands."""
_BARE: Final = frozenset({0x01, *range(0xD0, 0xD9)})
"""The markers of a JPEG after which no length stands."""


class LogoFault(Exception):  # noqa: N818 - named by what it is
    """A picture can't be a logo; ``template`` is a sentence about ``{logo}``."""

    def __init__(self, template: str) -> None:
        super().__init__(template)
        self.template = template


def points_of(content: bytes) -> int:
    """How many points a PNG or JPEG says that it has. Raises ``LogoFault``."""
    try:
        width, height = _jpeg_size(content) if content.startswith(JPEG) else _png_size(content)
    except (struct.error, IndexError):
        raise LogoFault(UNREADABLE) from None
    if width * height > LARGEST_PICTURE:
        raise LogoFault(TOO_LARGE)
    return width * height


def _png_size(content: bytes) -> tuple[int, int]:
    if not content.startswith(PNG):
        raise LogoFault(UNREADABLE)
    width, height = struct.unpack_from(">II", content, 16)
    return width, height


def _jpeg_size(content: bytes) -> tuple[int, int]:
    """From the first frame: its header stands after the tables and remarks (ITU T.81, B.2)."""
    at = 2
    while True:
        while content[at] == 0xFF:
            at += 1
        marker = content[at]
        at += 1
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", content, at + 3)
            return width, height
        if marker not in _BARE:
            at += max(struct.unpack_from(">H", content, at)[0], 2)
