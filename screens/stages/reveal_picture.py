"""From revealed figures to the two large marks and the picture on the axis."""

from decimal import Decimal

from textual.content import Content
from textual.geometry import Size

from screens.plain import joined, plain
from screens.widgets.axis import Picture, Strip
from screens.widgets.marks import VEILED, SideMark
from screens.widgets.sides import about
from sessionui.domain.figures import Given, IndicatorFigures
from sessionui.domain.rounds import RoundFigures, SideTurnout
from sessionui.domain.sides import OPEN_SIGNS, SIDES, SIGNS, SideKey, other
from sessionui.domain.work import Work
from sessionui.locale import _, fmt_mark
from sessionui.text import cell_width, shorten_middle


def scale_for(size: Size) -> int:
    """How large the figures are drawn in a window of ``size`` cells."""
    if size.height < 34 or size.width < 100:
        return 1
    return 2 if size.height < 46 or size.width < 160 else 3


def side_marks(work: Work, indicator_id: str, width: int) -> tuple[SideMark, SideMark]:
    """Both halves for ``width`` cells: under the veil until the indicator is revealed."""
    figures = work.revealed.item(indicator_id)
    left, right = (
        _open_half(work, figures.given(side), width // 2)
        if figures
        else _veiled_half(work, side, width // 2)
        for side in SIDES
    )
    return left, right


def _heading(work: Work, side: SideKey, width: int) -> Content:
    return about(side, work.names, _("{giver} about {receiver}"), width - 2)


def _veiled_half(work: Work, side: SideKey, width: int) -> SideMark:
    foot = plain(answered_text(work.side_turnout(side)), "dim")
    return SideMark(_heading(work, side, width), VEILED, f"$side-{side}", foot)


def answered_text(turnout: SideTurnout) -> str:
    """n of N, which says nothing of any score."""
    return _("{n} of {total} answered").format(n=turnout.answered, total=turnout.expected)


def _open_half(work: Work, given: Given, width: int) -> SideMark:
    figure = "" if given.mean is None else fmt_mark(given.mean)
    words = _("hidden") if given.hidden else _("no marks") if given.mean is None else ""
    heading = _heading(work, given.side, width)
    return SideMark(heading, figure, f"$side-{given.side}", _foot(work, given), plain(words, "dim"))


def _foot(work: Work, given: Given) -> Content:
    parts = [_("{n} of {total} scored").format(n=given.n, total=given.expected)]
    if given.not_applicable:
        parts.append(_("{n} not applicable").format(n=given.not_applicable))
    if given.hidden:
        parts.append(_("shown from {n} on").format(n=work.session.rules.threshold))
    text = plain(" · ".join(parts), "dim")
    return joined(text, plain(f" · {_('fail')}", "$error")) if given.passed is False else text


def picture(work: Work, figures: IndicatorFigures, width: int) -> Picture:
    """Marks given to side b above the axis, marks given to side a below it."""
    return Picture(
        above=_strips(work, figures, "a", width),
        below=tuple(reversed(_strips(work, figures, "b", width))),
        means=tuple((side, figures.given(side).mean) for side in SIDES),
        label=_apart(figures.asymmetry),
    )


def _strips(work: Work, figures: IndicatorFigures, giver: SideKey, width: int) -> tuple[Strip, ...]:
    """What ``giver`` gave, and outside it what the receiver gave itself."""
    receiver = other(giver)
    name = work.names[receiver]
    label = _beside(plain(SIGNS[giver], f"$side-{giver}"), "", _("about {side}"), name, width)
    given = Strip(figures.given(giver), label)
    own = figures.own(receiver)
    if own is None:
        return (given,)
    mean = "" if own.mean is None else f"{fmt_mark(own.mean)} "
    sign = plain(OPEN_SIGNS[receiver], f"$side-{receiver}")
    label = _beside(sign, mean, _("{side} itself"), name, width)
    return (Strip(own, label), given)


def _beside(sign: Content, mean: str, template: str, name: str, width: int) -> Content:
    """The words beside a row, the name as long as fits in ``width`` cells together with them."""
    room = width - 2 - len(mean) - cell_width(template.format(side=""))
    text = template.format(side=shorten_middle(name, max(room, 3)))
    return joined(sign, " ", mean, plain(text, "dim"))


def _apart(asymmetry: Decimal | None) -> Content:
    if not asymmetry:
        return Content("")
    return plain(_("{size} apart").format(size=fmt_mark(abs(asymmetry))), "bold")


def overall_means(figures: RoundFigures) -> tuple[tuple[SideKey, Decimal | None], ...]:
    """What each side gave over all indicators that count."""
    return tuple((side, figures.overall.mean_of(side)) for side in SIDES)
