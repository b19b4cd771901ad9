"""What a heading means, in Dutch and English."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from sessionui.domain.wording import N_
from sessionui.intake.names import Lookup, fold
from sessionui.intake.problems import Role

Kind = Literal["mark", "reason", "own"]

UNKNOWN = N_("This column is not known here.")
UNKNOWN_INDICATOR = N_("This column names no indicator of this round.")
NOBODY = N_("There is no column for the rater, nor for the side.")
TWICE = N_("There are two columns for the same.")
NO_MARKS = N_("One row a mark needs a column for indicator and for mark.")

# Folded: lower case, no accents, no punctuation. Words apart by commas are the same heading.
_HEADINGS: Final[dict[Role, str]] = {
    "rater": "rater, name, person, participant, who, beoordelaar, naam, persoon, deelnemer, wie",
    "side": "side, party, organisation, organization, company, kant, zijde, partij, organisatie, "
    "bedrijf",
    "indicator": "indicator, soft indicator, zachte indicator, sti",
    "mark": "mark, score, grade, cijfer, beoordeling",
    "reason": "reason, why, comment, explanation, example, onderbouwing, reden, waarom, "
    "toelichting, opmerking, uitleg, voorbeeld",
    "own": "own, self, self estimate, own side, zelf, eigen, zelfinschatting, eigen kant",
    "form": "form, number, nr, no, id, formulier, nummer, respondent",
    "ignored": "timestamp, time, date, role, function, email, e mail, tijdstempel, tijd, datum, "
    "rol, functie",
}

ROLES: Final[dict[str, Role]] = {
    word.strip(): role for role, words in _HEADINGS.items() for word in words.split(",")
}

_KINDS: Final[tuple[Kind, ...]] = ("mark", "reason", "own")


@dataclass(frozen=True)
class MarkColumn:
    """A column of the wide layout: marks, or reasons, on one indicator of the other or own side."""

    indicator_id: str
    own: bool = False
    reason: bool = False


def role_of(heading: str) -> Role | None:
    """What a column with this heading holds, or ``None``."""
    return ROLES.get(fold(heading))


def mark_column(heading: str, indicators: Lookup[str]) -> MarkColumn | None:
    """The column of the wide layout that the heading names, or ``None``.

    That is the name of an indicator, perhaps with "reason", "self" or the like before or after.
    """
    for text, kinds in ((heading, frozenset[Kind]()), *_readings(fold(heading), _KINDS)):
        indicator_id = indicators.one(text)
        if indicator_id is not None:
            return MarkColumn(indicator_id, own="own" in kinds, reason="reason" in kinds)
    return None


def _readings(text: str, left: tuple[Kind, ...]) -> Iterator[tuple[str, frozenset[Kind]]]:
    """The heading less one word for each of some kinds, and which kinds those were."""
    for kind in left:
        others = tuple(k for k in left if k != kind)
        for word in (w for w, role in ROLES.items() if role == kind):
            for rest in (text.removesuffix(f" {word}"), text.removeprefix(f"{word} ")):
                if rest != text:
                    yield rest, frozenset({kind})
                    for shorter, kinds in _readings(rest, others):
                        yield shorter, kinds | {kind}
