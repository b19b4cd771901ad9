"""The axis and the line over the quarters, drawn of what a scene holds."""

from decimal import Decimal
from fractions import Fraction

from textual.content import Content

from screens.plain import joined, plain
from screens.widgets.axis import Picture, Strip, fitting_step
from screens.widgets.sides import about
from sessionui.domain.figures import Dot, Given
from sessionui.domain.room.parts import Moment, Row, Shown
from sessionui.domain.room.scenes import Reveal
from sessionui.domain.sides import OPEN_SIGNS, SIDES, SIGNS, SideKey, other
from sessionui.locale import _, fmt_date, fmt_mark
from sessionui.text import cell_width, one_line, shorten_middle

BREAK = "╎"


def given_of(row: Row) -> Given:
    """The figures of a row, for the widgets that draw them."""
    return Given(
        row.side,
        row.own,
        row.n,
        row.total,
        row.not_applicable,
        hidden=row.hidden,
        mean=row.mean,
        low=row.low,
        middle=None if row.middle is None else Fraction(str(row.middle)),
        high=row.high,
        dots=tuple(Dot(mark) for mark in row.marks),
    )


def label_width(width: int) -> int:
    """Cells for the words beside the axis."""
    return 20 if width < 100 else 32


def axis_lines(scene: Reveal, width: int) -> list[Content]:
    """The axis with every mark, or the ends and the middle, and the bar between both means."""
    if scene.shown is None:
        return []
    beside = label_width(width)
    picture = Picture(
        above=_strips(scene, scene.shown, "a", beside),
        below=tuple(reversed(_strips(scene, scene.shown, "b", beside))),
        means=tuple((side, _mean(scene.shown, side)) for side in SIDES),
        label=_apart(scene.shown.apart),
    )
    return [line.truncate(width) for line in picture.lines(fitting_step(width, beside))]


def _mean(shown: Shown, side: SideKey) -> Decimal | None:
    row = shown.row(side)
    return row.mean if row else None


def _strips(scene: Reveal, shown: Shown, giver: SideKey, width: int) -> tuple[Strip, ...]:
    """What ``giver`` gave, and outside it what the receiver gave itself."""
    receiver = other(giver)
    name = one_line(scene.names[receiver])
    row = shown.row(giver)
    if row is None:
        return ()
    sign = plain(SIGNS[giver], f"$side-{giver}")
    strips = [Strip(given_of(row), _beside(sign, "", _("about {side}"), name, width))]
    own = shown.row(receiver, own=True)
    if own is not None:
        mean = "" if own.mean is None else f"{fmt_mark(own.mean)} "
        sign = plain(OPEN_SIGNS[receiver], f"$side-{receiver}")
        strips.insert(0, Strip(given_of(own), _beside(sign, mean, _("{side} itself"), name, width)))
    return tuple(strips)


def _beside(sign: Content, mean: str, template: str, name: str, width: int) -> Content:
    room = width - 2 - len(mean) - cell_width(template.format(side=""))
    text = template.format(side=shorten_middle(name, max(room, 3)))
    return joined(sign, " ", mean, plain(text, "$text-muted"))


def _apart(apart: Decimal | None) -> Content:
    return plain(_("{size} apart").format(size=fmt_mark(apart)), "bold") if apart else Content("")


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
