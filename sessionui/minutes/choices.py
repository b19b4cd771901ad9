"""What is chosen before minutes are handed out: how much, whose copy, which house style."""

from dataclasses import dataclass, field
from typing import Final, Literal

from sessionui.domain.sides import SideKey

Scope = Literal["full", "agreements"]
Hue = Literal["accent", "side_a", "side_b"]
Part = Literal[
    "agenda",
    "looked_back",
    "candidates",
    "indicators",
    "decisions",
    "actions",
    "parked",
    "kpis",
    "issues",
    "overall",
    "closing",
    "next_session",
    "missing",
    "confirmation",
]


@dataclass(frozen=True)
class Logo:
    """A picture for the head of the first page; ``kind`` as in a MIME type (``image/png``)."""

    data: bytes = field(repr=False)
    kind: Literal["image/png", "image/jpeg", "image/svg+xml"]
    alt: str


@dataclass(frozen=True)
class Wording:
    """A firm's own words in one language; ``""`` and a missing heading keep ours.

    ``title`` may hold {kind}, {a}, {b} and {date}.
    """

    title: str = ""
    opening: str = ""
    ending: str = ""
    footer: str = ""
    headings: dict[Part, str] = field(default_factory=dict)


@dataclass(frozen=True)
class House:
    """The house style of the facilitator's firm: name, logo, colours as #rrggbb, wording."""

    name: str = ""
    logo: Logo | None = None
    colours: dict[Hue, str] = field(default_factory=dict)
    wording: dict[str, Wording] = field(default_factory=dict)


@dataclass(frozen=True)
class Choices:
    """``scope``: all, or the action and decision list alone. ``copy_for``: whose copy it is."""

    scope: Scope = "full"
    copy_for: SideKey | None = None
    house: House = field(default_factory=House)


USUAL: Final = Choices()
"""Everything, for both sides, in our own look."""
