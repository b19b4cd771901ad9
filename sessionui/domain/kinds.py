"""Session kinds as data: which stages, how long, what to ask and what to watch for.

A further kind is one more ``Kind`` in ``KINDS``; the stages that it shares need no new screen.
Prompts come from the method (what goes wrong in rooms, and what answers it).
"""

from dataclasses import dataclass
from typing import Literal

from sessionui.domain.wording import N_

StageKey = Literal[
    "welcome", "look_back", "define", "meaning", "score", "reveal", "actions", "close"
]


@dataclass(frozen=True)
class Stage:
    """One step of a session: its name, budget in minutes, and the facilitator's prompt."""

    key: StageKey
    name: str
    minutes: int
    ask: str
    watch: str


@dataclass(frozen=True)
class Kind:
    """A kind of session: an ordered list of stages."""

    key: str
    name: str
    purpose: str
    stages: tuple[Stage, ...]

    @property
    def minutes(self) -> int:
        """The length of the whole session in minutes."""
        return sum(stage.minutes for stage in self.stages)

    def stage(self, key: str) -> Stage | None:
        """The stage with that key, or ``None`` if this kind has no such stage."""
        return next((stage for stage in self.stages if stage.key == key), None)


STAGE_NAMES: dict[StageKey, str] = {
    "welcome": N_("Welcome"),
    "look_back": N_("Look back"),
    "define": N_("Define"),
    "meaning": N_("Give meaning"),
    "score": N_("Score"),
    "reveal": N_("Reveal"),
    "actions": N_("Actions"),
    "close": N_("Closing"),
}

_ASK: dict[StageKey, str] = {
    "welcome": N_("What should be different between us when we leave this room?"),
    "look_back": N_("What did we promise each other, and what did it bring?"),
    "define": N_("When did working together go well, and when did it hurt? Name the behaviour."),
    "meaning": N_("What would we see on Monday morning if this were really so?"),
    "score": N_("Score what you saw since last time, and give an example with it."),
    "reveal": N_("Who gave the highest mark? What did you see? And who the lowest?"),
    "actions": N_("Who does what, and how do we see that it is done?"),
    "close": N_("Did any score surprise you? What do you take with you?"),
}

_WATCH: dict[StageKey, str] = {
    "welcome": N_("Agree how scores will be shown before anybody scores. Note who is absent."),
    "look_back": N_(
        "First the actions, then the figures. No blame for what was not done: ask why."
    ),
    "define": N_("Silence while writing. The loudest voice must not choose the list."),
    "meaning": N_(
        "A catch-all word without a meaning is useless. Ask for behaviour and an example."
    ),
    "score": N_("Nobody reads a score aloud. Sealed marks keep people from following each other."),
    "reveal": N_(
        "Reasons before solutions. Let the receivers say back what they heard, then the action."
    ),
    "actions": N_("One owner an action, a person in this room or one who is asked today."),
    "close": N_("Both sides confirm the minutes before anybody stands up."),
}


def _stage(key: StageKey, minutes: int, *, ask: str = "", watch: str = "") -> Stage:
    return Stage(key, STAGE_NAMES[key], minutes, ask or _ASK[key], watch or _WATCH[key])


KICK_OFF = Kind(
    "kickoff",
    N_("Kick-off workshop"),
    N_("Find about six indicators of how we work together, and give each a shared meaning."),
    (
        _stage("welcome", 20),
        _stage("define", 70),
        _stage(
            "meaning",
            60,
            watch=N_(
                "Expectations go both ways: what each side expects, and what it needs for it."
            ),
        ),
        _stage("actions", 15),
        _stage("close", 15),
    ),
)

QUARTERLY_REVIEW = Kind(
    "quarterly",
    N_("Quarterly review"),
    N_("Score each other, explain the scores to each other, and agree what to do."),
    (
        _stage("welcome", 10),
        _stage("look_back", 20),
        _stage("score", 10),
        _stage("reveal", 50),
        _stage("actions", 20),
        _stage("close", 10),
    ),
)

YEAR_REVIEW = Kind(
    "year",
    N_("Year review"),
    N_("See what changed in a year; keep, reword, replace or add indicators."),
    (
        _stage("welcome", 10),
        _stage("look_back", 25),
        _stage("score", 10),
        _stage("reveal", 30),
        _stage(
            "define",
            15,
            ask=N_("Which indicator has done its work? Which one do we miss?"),
        ),
        _stage("meaning", 10),
        _stage("actions", 10),
        _stage("close", 10),
    ),
)

KINDS: dict[str, Kind] = {kind.key: kind for kind in (KICK_OFF, QUARTERLY_REVIEW, YEAR_REVIEW)}


def kind_of(key: str) -> Kind:
    """The kind with that key. Raises ``KeyError`` for a kind that this version does not know."""
    return KINDS[key]
