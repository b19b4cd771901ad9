"""What handing out minutes gives: the files that were written, and what is good to know of them."""

from dataclasses import dataclass
from typing import Final, Literal

from sessionui.domain.sides import SideKey
from sessionui.domain.wording import N_, Sentence

NOTHING_OF_A_REHEARSAL: Final = N_("This is a rehearsal: nothing of it is handed out.")


@dataclass(frozen=True)
class Extent:
    """How much is handed out, and to whom; ``house``: the folder of a house style, or ``""``."""

    scope: Literal["full", "agreements"] = "full"
    copy_for: SideKey | None = None
    house: str = ""


EVERYTHING: Final = Extent()


@dataclass(frozen=True)
class HandedOut:
    """The paths written, in the order of the forms; ``notices`` say what a file lacks."""

    paths: tuple[str, ...]
    notices: tuple[Sentence, ...] = ()
