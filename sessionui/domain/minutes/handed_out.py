"""What handing out minutes gives: the files that were written, and what is good to know of them."""

from dataclasses import dataclass

from sessionui.domain.wording import Sentence


@dataclass(frozen=True)
class HandedOut:
    """The paths written, in the order of the forms; ``notices`` say what a file lacks."""

    paths: tuple[str, ...]
    notices: tuple[Sentence, ...] = ()
