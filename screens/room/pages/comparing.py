"""All indicators: on one axis, and over the rounds."""

from textual.content import Content

from screens.plain import joined, plain
from screens.room.layout import Block, Page, Sheet, listed, one, padded, shrinking, space
from screens.room.pages.picture import overall_words, values
from screens.room.words import figure, label
from screens.widgets.overview_rows import (
    axis_line,
    columns_for,
    row_lines,
    together,
)
from screens.widgets.overview_rows import heading as heads
from screens.widgets.year_picture import year_lines
from sessionui.domain.room.scenes import Overview
from sessionui.domain.room.scenes import Year as YearScene
from sessionui.domain.sides import SIDES, SIGNS
from sessionui.domain.year import Year, YearIndicator
from sessionui.locale import _
from sessionui.text import one_line, shorten_middle


def overview(scene: Overview, sheet: Sheet) -> Page:
    """Every indicator as a dumbbell, and why which is worth talking about; the overall mark."""
    columns = columns_for(sheet.width)
    drawn = [row_lines(r, scene.names, columns) for r in scene.overview.sorted(scene.by)]
    roomy = sum(map(len, drawn)) + len(drawn) + 12 <= sheet.height
    rows = [line for lines in drawn for line in (*lines, *([Content("")] if roomy else []))]
    return Page(
        (
            one(heads(scene.names, sheet.width), weight=60),
            space(sheet.air, 50),
            one(axis_line(columns), weight=80),
            shrinking(rows, 70, least=1),
            space(1, 50),
            one(*together(scene.overview, columns)[:1], weight=75),
            space(sheet.air, 50),
            *_overall(scene, sheet),
        )
    )


def _overall(scene: Overview, sheet: Sheet) -> list[Block]:
    found = scene.overview
    if found.mark is None:
        return []
    words = _("Overall mark, over {n} of {total} indicators").format(
        n=found.counted, total=found.total
    )
    said = plain(words, "$text-muted")
    sizes = [(said, *figure(found.mark, size, "bold")) for size in range(sheet.scale, 0, -1)]
    short = plain(together(found, columns_for(sheet.width))[-1].plain, "bold")
    return [Block((*sizes, (short,)), 40)]


def year(scene: YearScene, sheet: Sheet) -> Page:
    """Every indicator over all rounds, the overall mark large."""
    drawn = year_lines(scene.year, scene.names, sheet.width, sheet.height)
    done = sum(len(indicator.deeds) for indicator in scene.year.indicators)
    if len(drawn) <= sheet.height + done or not scene.year.days:
        return Page((shrinking(drawn, 90),))
    return Page(
        (
            one(heads(scene.names, sheet.width), weight=60),
            space(1),
            listed([_in_figures(each, sheet.width) for each in scene.year.indicators], 70),
            space(1, 71),
            _overall_line(scene.year, sheet),
        )
    )


def _overall_line(year: Year, sheet: Sheet) -> Block:
    """The overall marks of the rounds, the newest one large where there is room."""
    head = joined(label(_("Overall mark")), "  ")
    lines = overall_words(year.overall, sheet.width, head)
    mark = year.newest.value if year.newest else None
    if mark is None:
        return one(*lines)
    counted = _("over {n} of {total} indicators").format(n=year.counted, total=year.total)
    over = plain(counted, "$text-muted")
    sizes = [(*lines, *figure(mark, size, "bold"), over) for size in range(sheet.scale, 0, -1)]
    return Block((*sizes, (*lines, over)), 40)


def _in_figures(indicator: YearIndicator, width: int) -> list[Content]:
    """An indicator without its picture: what each side gave, round by round."""
    name = width // 3
    text = shorten_middle(one_line(indicator.name), name - 2)
    lines = []
    for side in SIDES:
        first = padded(plain(text if side == "a" else "", "bold"), name)
        sign = plain(f"{SIGNS[side]} ", f"$side-{side}")
        lines.append(joined(first, sign, values(indicator.line(side).newest(8))))
    return lines
