"""The tour of a session's screen: a handful of cards that point at what is on it."""

from dataclasses import dataclass
from typing import Literal

from sessionui.domain.wording import N_

TOUR = "tour"
"""The setting that tells which card is up; without it the tour was never shown."""
DONE = "done"

Corner = Literal["top", "prompt", "foot"]


@dataclass(frozen=True)
class Card:
    """One card, its texts to be translated. ``at``: where it stands, pointing at what is there."""

    number: int
    title: str
    text: str
    at: Corner


CARDS = (
    Card(
        1,
        N_("Always the same frame"),
        N_(
            "The two lines above stay: who with whom and which session; then the stages and the "
            "clock. Only what is below them changes."
        ),
        "top",
    ),
    Card(
        2,
        N_("The stages"),
        N_(
            "✓ done, ▶ now, · to come. F6 goes on, F5 back, F4 to any stage; nothing that was "
            "written is lost by that. ctrl+s starts the clock."
        ),
        "top",
    ),
    Card(
        3,
        N_("What to ask"),
        N_(
            "A question for the room. F2 shows why it is asked, then the next one, then none. F9 "
            "parks a point, F3 keeps notes for you alone."
        ),
        "prompt",
    ),
    Card(
        4,
        N_("The keys of now"),
        N_(
            "Letters are keys until a field has the cursor; escape leaves it. F1 explains the "
            "screen and lists its keys, ctrl+p finds every command."
        ),
        "foot",
    ),
    Card(
        5,
        N_("Minutes, from the start"),
        N_(
            "F10 shows the minutes as they grow. F7 takes back a mistake. ctrl+r lets you walk a "
            "planned session with invented marks before the day."
        ),
        "foot",
    ),
)


def card_of(setting: str) -> Card | None:
    """The card that is up by the setting; ``None`` for none."""
    return next((card for card in CARDS if setting == str(card.number)), None)
