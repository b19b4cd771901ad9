"""All indicators: on one axis, and over the rounds."""

from textual.content import Content

from screens.plain import joined, plain
from screens.room.layout import Block, Page, Sheet, one, padded, shrinking, space
from screens.room.pages.picture import heads, values
from screens.room.words import figure, heading, label, said_text
from screens.widgets.axis import dumbbell, fitting_step, scale, ticks
from sessionui.domain.room.parts import Compared, OverTime, Together
from sessionui.domain.room.scenes import Overview, Year
from sessionui.domain.sides import SIDES, SIGNS
from sessionui.locale import _, fmt_mark
from sessionui.text import one_line, shorten_middle

_FIGURES = 12


def overview(scene: Overview, sheet: Sheet) -> Page:
    """Every indicator as a dumbbell, what is worth talking about beside or under it."""
    name = 20 if sheet.width < 100 else 32
    step = fitting_step(sheet.width - (0 if sheet.width < 150 else 50), name + _FIGURES)
    rows: list[Content] = []
    for row in scene.rows:
        rows += _row(row, name, step, sheet)
    return Page(
        (
            heading(_("Overview"), sheet, weight=20),
            one(heads(scene.names, sheet.width), weight=60),
            space(1),
            one(joined(" " * (name + 1), scale(step).content()), weight=80),
            shrinking(rows, 70, least=1),
            space(sheet.air),
            *_overall(scene.together, sheet),
        )
    )


def _named(name: str, width: int, style: str = "") -> Content:
    return padded(plain(shorten_middle(one_line(name), width), style), width + 1)


def _row(row: Compared, name: int, step: int, sheet: Sheet) -> list[Content]:
    if not row.revealed:
        waiting = plain(f" {_('not revealed yet')}", "$text-muted")
        return [joined(_named(row.name, name, "$text-muted"), waiting)]
    figures = joined(
        plain(fmt_mark(row.mean_a).rjust(4), "bold $side-a"),
        plain(fmt_mark(row.mean_b).rjust(6), "bold $side-b"),
    )
    means = {"a": row.mean_a, "b": row.mean_b}
    line = joined(
        _named(row.name, name, "bold"),
        dumbbell({side: means[side] for side in SIDES}, ticks(step)).content(figures),
    )
    why = plain(said_text(row.talk), "$warning") if row.talk else None
    if why is None:
        return [line]
    if sheet.width >= 150:
        return [joined(line, "   ", why).truncate(sheet.width, ellipsis=True)]
    indent = " " * (name + 2)
    return [line, joined(indent, why).truncate(sheet.width, ellipsis=True)]


def _overall(together: Together, sheet: Sheet) -> list[Block]:
    if together.mark is None:
        return []
    words = _("Overall mark, over {n} of {total} indicators").format(
        n=together.counted, total=together.total
    )
    sizes = [figure(together.mark, size, "bold") for size in range(sheet.scale, 0, -1)]
    single = (plain(fmt_mark(together.mark), "bold"),)
    return [one(label(words), weight=60), Block((*sizes, single), 40)]


def year(scene: Year, sheet: Sheet) -> Page:
    """Every indicator over all rounds, the overall mark large."""
    name = 24 if sheet.width < 100 else 36
    rows = [_over_time(row, name, sheet.width) for row in scene.indicators]
    return Page(
        (
            heading(_("The year"), sheet, weight=20),
            one(heads(scene.names, sheet.width), weight=60),
            space(sheet.air),
            shrinking([line for row in rows for line in row], 70, least=1),
            space(sheet.air),
            *_overall(scene.together, sheet),
        )
    )


def _over_time(row: OverTime, name: int, width: int) -> list[Content]:
    lines = []
    for side, line in zip(SIDES, (row.line_a, row.line_b), strict=True):
        first = _named(row.name, name, "bold") if side == "a" else plain(" " * (name + 1))
        sign = plain(f"{SIGNS[side]} ", f"$side-{side}")
        lines.append(joined(first, sign, values(line[-8:])).truncate(width))
    return lines
