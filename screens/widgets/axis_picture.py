"""The picture of one indicator: the dumbbell on the axis, and each side's marks around it.

Above the axis what the client's side gave to the supplier, below it what the supplier's side gave
to the client; outside that what the receiver gave itself, and the distance between what it got
and that: its perception gap.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from textual.content import Content

from screens.plain import joined, plain
from screens.widgets.axis import Row, distance, dumbbell, fitting_step, lane_row, scale
from screens.widgets.drawn import Drawn
from sessionui.domain.figures import WORTH_TALKING
from sessionui.domain.pictures import IndicatorPicture, Lane
from sessionui.domain.sides import OPEN_SIGNS, SIGNS, SideKey, other
from sessionui.locale import _, fmt_mark
from sessionui.text import cell_width, shorten_middle

Perception = Literal["all", "worth", "none"]
"""Which perception gaps have a row of their own: all, those of 1.0 and more, or none."""


@dataclass(frozen=True)
class Strip:
    """What one side gave, or the distance ``gap`` between two marks; and the words beside it."""

    label: Content
    lane: Lane | None = None
    gap: tuple[Decimal, Decimal] | None = field(default=None, repr=False)
    style: str = ""

    def row(self, step: int, grown: float = 1) -> Row:
        """Its row over or under the axis."""
        if self.gap is not None:
            return distance(*self.gap, self.style, step, grown=grown)
        return lane_row(self.lane, step) if self.lane else Row(step)


@dataclass(frozen=True)
class Picture:
    """Everything on the axis of one indicator: ``above`` and ``below`` it, and the means."""

    above: tuple[Strip, ...] = ()
    below: tuple[Strip, ...] = ()
    means: tuple[tuple[SideKey, Decimal | None], ...] = field(default=(), repr=False)
    label: Content = field(default_factory=Content)

    @property
    def rows(self) -> int:
        """How many rows it takes."""
        return 1 + len(self.above) + len(self.below)

    def lines(self, step: int, grown: float = 1) -> list[Content]:
        """The picture, row by row. ``grown``: how much of each bar is drawn already."""
        return [
            *(strip.row(step, grown).content(strip.label) for strip in self.above),
            dumbbell(dict(self.means), scale(step), grown=grown).content(self.label),
            *(strip.row(step, grown).content(strip.label) for strip in self.below),
        ]


def label_width(width: int) -> int:
    """Cells for the words beside the axis in ``width`` cells."""
    return 18 if width < 100 else 36


def axis_picture(
    shown: IndicatorPicture, names: dict[SideKey, str], width: int, *, perception: Perception
) -> Picture:
    """The picture of a revealed indicator, its words in ``width`` cells."""
    return Picture(
        above=_strips(shown, names, "a", width, perception),
        below=tuple(reversed(_strips(shown, names, "b", width, perception))),
        means=tuple(shown.means.items()),
        label=_apart(shown.asymmetry),
    )


def _strips(
    shown: IndicatorPicture,
    names: dict[SideKey, str],
    giver: SideKey,
    width: int,
    perception: Perception,
) -> tuple[Strip, ...]:
    """From the outside in: what the receiver gave itself, the distance, what it got."""
    receiver = other(giver)
    name = names[receiver]
    label = _beside(plain(SIGNS[giver], f"$side-{giver}"), "", _("about {side}"), name, width)
    given = Strip(label, shown.given(giver))
    own = shown.own(receiver)
    if own is None:
        return (given,)
    mean = "" if own.mean is None else f"{fmt_mark(own.mean)} "
    sign = plain(OPEN_SIGNS[receiver], f"$side-{receiver}")
    label = _beside(sign, mean, _("{side} itself"), name, width)
    gap = _perception(shown, receiver, perception)
    return (Strip(label, own), *([gap] if gap else []), given)


def _perception(shown: IndicatorPicture, side: SideKey, which: Perception) -> Strip | None:
    """The distance between what ``side`` got and what it gave itself; none where both are one."""
    gap, own, got = shown.perception_gap(side), shown.own(side), shown.got(side)
    if not gap or own is None or own.mean is None or got is None or which == "none":
        return None
    if which == "worth" and abs(gap) < WORTH_TALKING:
        return None
    template = _("got {size} more") if gap > 0 else _("got {size} less")
    words = plain(template.format(size=fmt_mark(abs(gap))))
    return Strip(joined("  ", words), gap=(own.mean, got), style=f"$side-{side}")


def _beside(sign: Content, mean: str, template: str, name: str, width: int) -> Content:
    """The words beside a row, the name as long as fits in ``width`` cells together with them."""
    room = width - 2 - len(mean) - cell_width(template.format(side=""))
    text = template.format(side=shorten_middle(name, max(room, 3)))
    return joined(sign, " ", mean, plain(text, "dim"))


def _apart(asymmetry: Decimal | None) -> Content:
    if not asymmetry:
        return Content("")
    return plain(_("{size} apart").format(size=fmt_mark(abs(asymmetry))), "bold")


class Axis(Drawn):
    """Shows a ``Picture``; the length of the axis goes by the width of the window alone."""

    DEFAULT_CSS = "Axis { width: 100%; height: auto; }"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.picture = Picture()
        self.grown = 1.0

    def show(self, picture: Picture) -> None:
        """Show this picture."""
        layout = picture.rows != self.picture.rows
        self.picture = picture
        self.redraw(layout=layout)

    def unveil(self, grown: float) -> None:
        """Show that much of each bar, from its middle out."""
        if grown != self.grown:
            self.grown = grown
            self.redraw()

    def rows_for(self, width: int) -> int:
        """See ``Drawn``."""
        return self.picture.rows

    def draw(self, width: int) -> Sequence[Content]:
        """See ``Drawn``."""
        return self.picture.lines(fitting_step(width, label_width(width)), self.grown)
