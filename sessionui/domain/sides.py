"""The two sides. Side ``a`` is the client, ``b`` the supplier, in every screen and export."""

from typing import Final, Literal

SideKey = Literal["a", "b"]

SIDES: Final[tuple[SideKey, SideKey]] = ("a", "b")
SIGNS: Final[dict[SideKey, str]] = {"a": "◆", "b": "●"}
OPEN_SIGNS: Final[dict[SideKey, str]] = {"a": "◇", "b": "○"}


def other(side: SideKey) -> SideKey:
    """The side that ``side`` scores."""
    return "b" if side == "a" else "a"
