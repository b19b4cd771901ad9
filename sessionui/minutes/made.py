"""What making a file gives: its bytes, and what the user should know of them."""

from dataclasses import dataclass
from typing import Final

from sessionui import __version__
from sessionui.domain.wording import Sentence

MAKER: Final = f"sessionui {__version__}"
"""What a page says wrote it: another version may write and draw otherwise."""


@dataclass(frozen=True)
class Made:
    """The bytes of a file. ``notices`` say what it lacks, such as signs that no font has."""

    data: bytes
    notices: tuple[Sentence, ...] = ()
