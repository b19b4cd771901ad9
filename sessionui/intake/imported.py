"""What came out of a file: ballots to seal, or what is wrong with it."""

from dataclasses import dataclass, field

from sessionui.domain.intents.score import SealBallot
from sessionui.domain.sides import SIDES, SideKey
from sessionui.intake.problems import Problem
from sessionui.intake.taking import TakeInAnswers


@dataclass(frozen=True)
class Imported:
    """Either ``problems``, or ballots; never both, so that nothing half is taken in.

    ``ballots``: by name each with its rater; by side none has one, and ``answered`` holds the ids
    of the raters whom the file names. ``replaces``: names of people whose earlier answers would be
    replaced as a whole (by name only), in the order of the alphabet.
    """

    ballots: tuple[SealBallot, ...] = field(default=(), repr=False)
    answered: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def counts(self) -> dict[SideKey, int]:
        """How many raters of each side the file has answers of."""
        return {side: sum(b.side == side for b in self.ballots) for side in SIDES}

    @property
    def intent(self) -> TakeInAnswers:
        """The one intent that takes everything in. Raises ``ValueError`` with problems."""
        if self.problems:
            raise ValueError("a file with problems is not taken in")
        return TakeInAnswers(self.ballots, self.answered)
