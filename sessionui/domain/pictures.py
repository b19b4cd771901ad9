"""What may be drawn of one revealed indicator: plain values, without people, ids or reasons.

Whoever holds these can draw the reveal and knows nothing else, so they may go to the wall, into
a file, or to another process as JSON. Where a side is hidden there is no figure in here.
"""

from collections.abc import Iterable
from decimal import Decimal

from pydantic import Field

from sessionui.domain.figures import PASS_SHOWN, Given, IndicatorFigures
from sessionui.domain.record import Record
from sessionui.domain.sides import SIDES, SideKey, other
from sessionui.domain.wording import Sentence


class Lane(Record):
    """What one side gave on one indicator; ``own``: to itself.

    ``n`` raters gave a mark of ``expected``. ``dots`` are all marks, lowest first, where names
    allow; else there are ``low``, ``middle`` (the median) and ``high``. Where it is ``hidden``
    there is nothing but the numbers of raters.
    """

    side: SideKey
    own: bool = False
    n: int = 0
    expected: int = 0
    not_applicable: int = 0
    hidden: bool = False
    mean: Decimal | None = Field(default=None, repr=False)
    dots: tuple[float, ...] = Field(default=(), repr=False)
    low: float | None = Field(default=None, repr=False)
    middle: float | None = Field(default=None, repr=False)
    high: float | None = Field(default=None, repr=False)

    @property
    def spread(self) -> Decimal | None:
        """Highest minus lowest mark within the side; ``None`` for fewer than two marks."""
        if self.low is None or self.high is None or self.n < 2:
            return None
        return Decimal(str(self.high)) - Decimal(str(self.low))

    @property
    def passed(self) -> bool | None:
        """Whether the shown mean is a pass."""
        return None if self.mean is None else self.mean >= PASS_SHOWN


class IndicatorPicture(Record):
    """Both sides' marks on one indicator, and the three distances, which are never mixed up.

    ``asymmetry`` is A about B minus B about A, ``perception_a`` what side a got minus what it gave
    itself; a spread is a lane's own. All of shown means.
    """

    a: Lane
    b: Lane
    own_a: Lane | None = None
    own_b: Lane | None = None
    asymmetry: Decimal | None = Field(default=None, repr=False)
    perception_a: Decimal | None = Field(default=None, repr=False)
    perception_b: Decimal | None = Field(default=None, repr=False)

    def given(self, side: SideKey) -> Lane:
        """What ``side`` gave the other side."""
        return self.a if side == "a" else self.b

    def own(self, side: SideKey) -> Lane | None:
        """What ``side`` gave itself, if that was asked."""
        return self.own_a if side == "a" else self.own_b

    def perception_gap(self, side: SideKey) -> Decimal | None:
        """What ``side`` got minus what it gave itself."""
        return self.perception_a if side == "a" else self.perception_b

    def got(self, side: SideKey) -> Decimal | None:
        """The mean that ``side`` got from the other side."""
        return self.given(other(side)).mean

    @property
    def means(self) -> dict[SideKey, Decimal | None]:
        """What each side gave, as shown."""
        return {side: self.given(side).mean for side in SIDES}


class Remark(Record):
    """A sentence of the domain that survives being written down: names and figures apart.

    ``code``: which rule it comes of (see ``talk``).
    """

    template: str
    code: str = ""
    texts: dict[str, str] = Field(default_factory=dict)
    figures: dict[str, Decimal] = Field(default_factory=dict, repr=False)

    @property
    def sentence(self) -> Sentence:
        """The sentence to translate."""
        return Sentence(self.template, {**self.texts, **self.figures})


def remark_of(sentence: Sentence, code: str = "") -> Remark:
    """The remark that says ``sentence``; whole numbers become figures with a decimal."""
    figures = {k: Decimal(v) for k, v in sentence.values.items() if isinstance(v, int | Decimal)}
    texts = {k: str(v) for k, v in sentence.values.items() if k not in figures}
    return Remark(template=sentence.template, code=code, texts=texts, figures=figures)


def lane_of(given: Given) -> Lane:
    """What may be drawn of ``given``."""
    return Lane(
        side=given.side,
        own=given.own,
        n=given.n,
        expected=given.expected,
        not_applicable=given.not_applicable,
        hidden=given.hidden,
        mean=given.mean,
        dots=tuple(_ascending(dot.mark for dot in given.dots)),
        low=given.low,
        middle=None if given.middle is None else float(given.middle),
        high=given.high,
    )


def _ascending(marks: Iterable[float]) -> list[float]:
    """Sorted, so that no order of people or of answering is left in them."""
    return sorted(marks)


def picture_of(figures: IndicatorFigures) -> IndicatorPicture:
    """What may be drawn of one revealed indicator."""
    own_a, own_b = figures.own_a, figures.own_b
    return IndicatorPicture(
        a=lane_of(figures.a),
        b=lane_of(figures.b),
        own_a=lane_of(own_a) if own_a else None,
        own_b=lane_of(own_b) if own_b else None,
        asymmetry=figures.asymmetry,
        perception_a=figures.perception_gap("a"),
        perception_b=figures.perception_gap("b"),
    )
