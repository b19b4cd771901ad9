"""Something to look at before minutes are confirmed."""

from dataclasses import dataclass

from sessionui.domain.wording import Sentence


@dataclass(frozen=True)
class Remark:
    """``key`` says what it is about and stays the same while that does."""

    key: str
    sentence: Sentence


def about_action(number: int, what: str) -> str:
    """The key of a remark on an action, such as that it has no ``"owner"`` or ``"date"``."""
    return f"action/{number}/{what}"
