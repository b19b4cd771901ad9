"""The axis and the line over the quarters, drawn of what a scene holds."""

from textual.content import Content

from screens.plain import joined, plain
from screens.widgets.axis import fitting_step
from screens.widgets.axis_picture import axis_picture
from screens.widgets.sides import about
from sessionui.domain.pictures import IndicatorPicture, Lane
from sessionui.domain.room.parts import Moment, Row, Shown
from sessionui.domain.room.scenes import Reveal
from sessionui.domain.sides import SIDES, SIGNS, SideKey, other
from sessionui.locale import _, fmt_date, fmt_mark
from sessionui.text import one_line

BREAK = "╎"


def lane_of(row: Row) -> Lane:
    """What is drawn of a row."""
    return Lane(
        side=row.side,
        own=row.own,
        n=row.n,
        expected=row.total,
        not_applicable=row.not_applicable,
        hidden=row.hidden,
        mean=row.mean,
        low=row.low,
        middle=row.middle,
        high=row.high,
        dots=tuple(sorted(row.marks)),
    )


def pictured(shown: Shown) -> IndicatorPicture:
    """What is drawn of an indicator, and the distances that can be seen in it."""
    lanes = {(row.side, row.own): lane_of(row) for row in shown.rows}
    given = {side: lanes.get((side, False), Lane(side=side)) for side in SIDES}
    owns = {side: lanes.get((side, True)) for side in SIDES}
    gaps = {}
    for side in SIDES:
        got, own = given[other(side)].mean, owns[side]
        gaps[side] = got - own.mean if got is not None and own and own.mean is not None else None
    return IndicatorPicture(
        a=given["a"],
        b=given["b"],
        own_a=owns["a"],
        own_b=owns["b"],
        asymmetry=shown.apart,
        perception_a=gaps["a"],
        perception_b=gaps["b"],
    )


def label_width(width: int) -> int:
    """Cells for the words beside the axis."""
    return 20 if width < 100 else 32


def axis_lines(scene: Reveal, width: int) -> list[Content]:
    """The axis with every mark, or the ends and the middle, and the bar between both means."""
    if scene.shown is None:
        return []
    beside = label_width(width)
    names = {side: one_line(scene.names[side]) for side in SIDES}
    picture = axis_picture(pictured(scene.shown), names, beside, perception="worth")
    return [line.truncate(width) for line in picture.lines(fitting_step(width, beside))]


def line_words(scene: Reveal, width: int) -> Content:
    """What each side gave in the last rounds, broken where the meaning changed."""
    if scene.shown is None:
        return Content("")
    rounds = 4 if width < 100 else 6
    lines = {"a": scene.shown.line_a[-rounds:], "b": scene.shown.line_b[-rounds:]}
    if len(lines["a"]) < 2:
        return Content("")
    since = _("since {day}").format(day=fmt_date(lines["a"][0].date))
    parts: list[Content | str] = [plain(since, "$accent")]
    for side in SIDES:
        parts += ["   ", plain(f"{SIGNS[side]} ", f"$side-{side}"), values(lines[side])]
    if any(m.break_before for m in lines["a"][1:]):
        parts.append(plain(f"   {BREAK} {_('new meaning')}", "$text-muted"))
    return joined(*parts)


def values(line: tuple[Moment, ...]) -> Content:
    """The marks of a line, with a stroke where they can't be compared."""
    parts: list[Content | str] = []
    for n, moment in enumerate(line):
        if n:
            parts.append(plain(f" {BREAK} " if moment.break_before else "  ", "$text-muted"))
        parts.append(plain(fmt_mark(moment.value), "bold" if n == len(line) - 1 else ""))
    return joined(*parts)


def heads(scene_names: dict[SideKey, str], width: int) -> Content:
    """Who about whom, for both sides, in one line."""
    each = [about(s, scene_names, _("{giver} about {receiver}"), width // 2 - 2) for s in SIDES]
    return Content("   ").join(each)
