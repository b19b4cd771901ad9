"""The figures of a round, worked out from the raw marks with plain fractions.

Nothing of the product is used here: this is what somebody with pencil and paper would do, after
the method's rules for honest figures.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

NOT_APPLICABLE = "n"
Said = str | None
"""What somebody filled in: "7", "7.5", "n" for not applicable, ``None`` for nothing."""


def half_up(value: Fraction) -> Decimal:
    """To one decimal, halves away from zero: 6.25 is 6.3."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)


@dataclass(frozen=True)
class Sum:
    """What one side said on one indicator."""

    marks: tuple[Fraction, ...]
    not_applicable: int
    expected: int

    @property
    def exact(self) -> Fraction:
        return sum(self.marks, Fraction(0)) / len(self.marks)

    @property
    def shown(self) -> Decimal:
        return half_up(self.exact)

    @property
    def median(self) -> Fraction:
        ordered, half = sorted(self.marks), len(self.marks) // 2
        if len(ordered) % 2:
            return ordered[half]
        return (ordered[half - 1] + ordered[half]) / 2

    @property
    def spread(self) -> Fraction | None:
        return max(self.marks) - min(self.marks) if len(self.marks) > 1 else None


def sum_of(said: Sequence[Said], expected: int) -> Sum:
    """The marks that were given among ``said``; nobody's silence is filled in."""
    marks = tuple(Fraction(text) for text in said if text not in (None, NOT_APPLICABLE))
    return Sum(marks, sum(text == NOT_APPLICABLE for text in said), expected)
