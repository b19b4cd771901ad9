"""What came out of a file: ballots to seal, or what is wrong with it."""

from dataclasses import dataclass, field, replace

from sessionui.domain.intents.score import SealBallot
from sessionui.domain.mapping import ColumnSight, Mapping
from sessionui.domain.scoring import Ballot, Saved
from sessionui.domain.sides import SIDES, SideKey
from sessionui.domain.wording import Sentence
from sessionui.domain.work import Work
from sessionui.intake.headings import NO_MARKS, NOBODY, TWICE, UNKNOWN, UNKNOWN_INDICATOR
from sessionui.intake.problems import Problem
from sessionui.intake.table import NO_HEADINGS
from sessionui.intake.taking import TakeInAnswers, replaced_by

UNCLEAR = (NO_HEADINGS, UNKNOWN, UNKNOWN_INDICATOR, NOBODY, TWICE, NO_MARKS)
"""What is wrong with headings rather than with answers."""


@dataclass(frozen=True)
class Imported:
    """Either ``problems``, or ballots; never both, so that nothing half is taken in.

    ``ballots``: by name each with its rater; by side none has one, and ``answered`` holds the ids
    of the raters whom the file names. ``replaces``: names of people whose earlier answers would be
    replaced as a whole (by name only), in the order of the alphabet. ``seen``: what would be
    replaced, as it was when this was read. ``notes``: what isn't wrong but good to know.
    ``mapping`` and ``sights``: of a sheet, what its columns are taken for (a proposal, where none
    was given) and what they look like. ``not_left_out``: why something that was to be left out
    isn't there to be left out, or ``None``. ``taken`` and ``saved``: see ``TakeInAnswers``.
    """

    ballots: tuple[SealBallot, ...] = field(default=(), repr=False)
    answered: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    seen: tuple[Ballot, ...] = field(default=(), repr=False)
    problems: tuple[Problem, ...] = ()
    notes: tuple[Sentence, ...] = ()
    mapping: Mapping | None = None
    sights: tuple[ColumnSight, ...] = ()
    not_left_out: Sentence | None = None
    taken: tuple[str, ...] = field(default=(), repr=False)
    saved: tuple[Saved, ...] = field(default=(), repr=False)

    @property
    def counts(self) -> dict[SideKey, int]:
        """How many raters of each side the file has answers of."""
        return {side: sum(b.side == side for b in self.ballots) for side in SIDES}

    @property
    def intent(self) -> TakeInAnswers:
        """The one intent that takes everything in. Raises ``ValueError`` with problems."""
        if self.problems:
            raise ValueError("a file with problems is not taken in")
        return TakeInAnswers(self.ballots, self.answered, self.taken, self.seen, self.saved)

    @property
    def unclear(self) -> bool:
        """Whether its columns can't be told by their headings alone."""
        return self.mapping is not None and any(
            problem.sentence.template in UNCLEAR for problem in self.problems
        )

    def refused(self, problems: tuple[Problem, ...]) -> "Imported":
        """The same with nothing to take in, because of these problems."""
        return Imported(
            problems=problems,
            notes=self.notes,
            mapping=self.mapping,
            sights=self.sights,
            not_left_out=self.not_left_out,
        )

    def seeing(self, work: Work) -> "Imported":
        """The same with what it would replace in ``work``."""
        return replace(self, seen=replaced_by(self.ballots, work))

    def noting(self, *notes: Sentence) -> "Imported":
        """The same with these notes besides."""
        return replace(self, notes=(*self.notes, *notes))
