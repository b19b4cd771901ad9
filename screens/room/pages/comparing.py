"""All indicators: on one axis, and over the rounds."""

from textual.content import Content

from screens.plain import plain
from screens.room.layout import Block, Page, Sheet, one, shrinking, space
from screens.room.words import figure
from screens.widgets.overview_rows import (
    axis_line,
    columns_for,
    row_lines,
    together,
)
from screens.widgets.overview_rows import heading as heads
from sessionui.domain.room.scenes import Overview
from sessionui.locale import _


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
