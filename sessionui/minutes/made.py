"""What making a file gives: its bytes, and what the user should know of them."""

from dataclasses import dataclass

from sessionui.domain.wording import Sentence


@dataclass(frozen=True)
class Made:
    """The bytes of a file. ``notices`` say what it lacks, such as signs that no font has."""

    data: bytes
    notices: tuple[Sentence, ...] = ()
