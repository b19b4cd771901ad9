"""Honest figures: means, distances and what is worth talking about (method, honest figures).

Means are exact fractions until they are shown; shown means one decimal, half up. Thresholds go by
what is shown. A distance between two means is the difference of the two *shown* means, so that
anybody in the room can check it from what stands on the wall.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from statistics import median as _median

from sessionui.domain.scoring import Ballot, Rules
from sessionui.domain.sides import SideKey, other

PASS_SHOWN = Decimal("5.5")
WORTH_TALKING = Decimal("1.0")


def mean(marks: Sequence[float]) -> Fraction | None:
    """The exact mean of marks 1 to 10, or ``None`` where there are none (nothing is imputed)."""
    return sum(map(Fraction, marks), Fraction()) / len(marks) if marks else None


def shown(value: Fraction | float | None) -> Decimal | None:
    """``value`` to one decimal, half up (7.25 is 7.3; −0.25 is −0.3, half away from zero).

    A float counts as the decimal number that it is written as: 6.35 is 6.4, though the float
    lies a hair below.
    """
    if value is None:
        return None
    exact = Fraction(str(value)) if isinstance(value, float) else value
    tenths = Decimal(exact.numerator * 10) / Decimal(exact.denominator)
    return tenths.quantize(Decimal(1), rounding=ROUND_HALF_UP).scaleb(-1)


@dataclass(frozen=True)
class Dot:
    """One mark on the axis; its rater only where the round is by name."""

    mark: float = field(repr=False)
    rater_id: str | None = None
    original: float | None = field(default=None, repr=False)
    corrected: bool = False


@dataclass(frozen=True)
class Reason:
    """Why a rater gave a mark. Without rater and mark in side secrecy."""

    text: str = field(repr=False)
    rater_id: str | None = None
    mark: float | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Given:
    """What one side gave on one indicator: about the other side, or about itself (``own``).

    ``n`` raters gave a mark, ``not_applicable`` said it does not apply, of ``expected`` raters; by
    side more forms than raters may have come (somebody answered twice), and ``n`` can be larger.
    Where ``hidden`` (side secrecy below the threshold) every figure and reason is ``None``/empty.
    ``dots`` are filled only where names allow; else there are ``low``, ``middle``, ``high``.
    """

    side: SideKey
    own: bool
    n: int
    expected: int
    not_applicable: int
    hidden: bool = False
    exact: Fraction | None = field(default=None, repr=False)
    mean: Decimal | None = field(default=None, repr=False)
    low: float | None = field(default=None, repr=False)
    middle: Fraction | None = field(default=None, repr=False)
    high: float | None = field(default=None, repr=False)
    dots: tuple[Dot, ...] = field(default=(), repr=False)
    reasons: tuple[Reason, ...] = field(default=(), repr=False)

    @property
    def spread(self) -> Decimal | None:
        """Highest minus lowest mark within the side."""
        if self.low is None or self.high is None or self.n < 2:
            return None
        return Decimal(str(self.high)) - Decimal(str(self.low))

    @property
    def passed(self) -> bool | None:
        """Whether the shown mean is a pass (5.5 or more)."""
        return None if self.mean is None else self.mean >= PASS_SHOWN


@dataclass(frozen=True)
class IndicatorFigures:
    """Both sides' scores on one indicator. ``a`` is what side a gave (A about B)."""

    indicator_id: str
    revision: int
    a: Given
    b: Given
    own_a: Given | None = None
    own_b: Given | None = None

    def given(self, side: SideKey) -> Given:
        """What ``side`` gave the other side."""
        return self.a if side == "a" else self.b

    def own(self, side: SideKey) -> Given | None:
        """What ``side`` gave itself, if that was asked."""
        return self.own_a if side == "a" else self.own_b

    @property
    def asymmetry(self) -> Decimal | None:
        """A about B minus B about A, of the shown means."""
        if self.a.mean is None or self.b.mean is None:
            return None
        return self.a.mean - self.b.mean

    def perception_gap(self, side: SideKey) -> Decimal | None:
        """What ``side`` got minus what it gave itself, of the shown means."""
        own, got = self.own(side), self.given(other(side)).mean
        if own is None or own.mean is None or got is None:
            return None
        return got - own.mean

    @property
    def mean(self) -> Decimal | None:
        """Mark of the indicator: mean of the two sides' means; ``None`` if one is hidden."""
        if self.a.exact is None or self.b.exact is None:
            return None
        return shown((self.a.exact + self.b.exact) / 2)


@dataclass(frozen=True)
class Overall:
    """The overall mark of a round, over the indicators that may be shown.

    A side's mean is the mean of its indicators' means; the overall mark is the mean of the two
    sides' means, so the larger group does not weigh more. ``counted``/``total`` say over how many
    indicators: one that is hidden or not revealed on either side is left out on both, so that no
    total gives it away by subtraction.
    """

    counted: int
    total: int
    exact_a: Fraction | None = field(default=None, repr=False)
    exact_b: Fraction | None = field(default=None, repr=False)

    @property
    def mean_a(self) -> Decimal | None:
        """What side a gave, over all counted indicators."""
        return shown(self.exact_a)

    @property
    def mean_b(self) -> Decimal | None:
        """What side b gave, over all counted indicators."""
        return shown(self.exact_b)

    def mean_of(self, side: SideKey) -> Decimal | None:
        """What ``side`` gave, over all counted indicators."""
        return self.mean_a if side == "a" else self.mean_b

    @property
    def mark(self) -> Decimal | None:
        """The overall mark, one decimal."""
        if self.exact_a is None or self.exact_b is None:
            return None
        return shown((self.exact_a + self.exact_b) / 2)


def given(
    ballots: Sequence[Ballot],
    indicator_id: str,
    side: SideKey,
    rules: Rules,
    *,
    expected: int,
    own: bool = False,
) -> Given:
    """The figures of what ``side`` gave on one indicator, hidden where secrecy asks for it."""
    pairs = [
        (ballot, answer)
        for ballot in ballots
        if ballot.side == side and (answer := ballot.answer(indicator_id, own=own)) is not None
    ]
    scored = [(b, a, a.mark) for b, a in pairs if a.mark is not None]
    n, not_applicable = len(scored), len(pairs) - len(scored)
    by_name = rules.secrecy == "name"
    # Forms are no people: however many came, no more people than these can be behind them.
    if not by_name and min(n, expected) < rules.threshold:
        return Given(side, own, n, expected, not_applicable, hidden=True)
    marks = sorted(mark for _, _, mark in scored)
    exact = mean(marks)
    dots = (
        tuple(
            Dot(mark, b.rater_id, a.original, a.corrected)
            for b, a, mark in sorted(scored, key=lambda s: (s[2], s[0].rater_id or ""))
        )
        if by_name
        else ()
    )
    reasons = sorted(
        (
            Reason(a.reason, b.rater_id if by_name else None, a.mark if by_name else None)
            for b, a in pairs
            if a.reason
        ),
        key=lambda r: (r.mark or 0, r.text),
    )
    return Given(
        side,
        own,
        n,
        expected,
        not_applicable,
        exact=exact,
        mean=shown(exact),
        low=marks[0] if marks else None,
        middle=Fraction(_median(map(Fraction, marks))) if marks else None,
        high=marks[-1] if marks else None,
        dots=dots,
        reasons=tuple(reasons),
    )


def counted(items: Sequence[IndicatorFigures]) -> frozenset[str]:
    """Ids of the indicators that the overall mark is made of: both sides' means may be shown."""
    return frozenset(
        i.indicator_id for i in items if i.a.exact is not None and i.b.exact is not None
    )


def overall(items: Sequence[IndicatorFigures], total: int) -> Overall:
    """The overall mark over those of ``items`` in which both sides' means may be shown."""
    pairs = [
        (i.a.exact, i.b.exact) for i in items if i.a.exact is not None and i.b.exact is not None
    ]
    if not pairs:
        return Overall(0, total)
    return Overall(
        len(pairs),
        total,
        exact_a=sum((a for a, _ in pairs), Fraction()) / len(pairs),
        exact_b=sum((b for _, b in pairs), Fraction()) / len(pairs),
    )
