"""The axis and the line over the rounds, drawn of what a scene holds."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache

from textual.content import Content

from screens.plain import joined, plain
from screens.room.layout import EMPTY, Lines, Sheet
from screens.widgets.axis import fitting_step
from screens.widgets.axis_picture import Perception, axis_picture
from screens.widgets.history_line import History, filled
from sessionui.domain.room.parts import Shown
from sessionui.domain.room.scenes import Reveal
from sessionui.domain.sides import SIDES, SIGNS
from sessionui.domain.year import YearLine
from sessionui.locale import Language, _, fmt_date, fmt_mark, fmt_month, language
from sessionui.text import one_line

BREAK = "╎"
ROOMY = 44
"""Rows of a page from which on a perception gap has a row of its own however small it is."""


def label_width(width: int) -> int:
    """Cells for the words beside the axis."""
    return 20 if width < 100 else 32


def axis_lines(scene: Reveal, sheet: Sheet) -> list[Content]:
    """The axis with every mark, or the ends and the middle, and the bar between both means."""
    if scene.shown is None:
        return []
    beside = label_width(sheet.width)
    names = {side: one_line(scene.names[side]) for side in SIDES}
    perception: Perception = "all" if sheet.height >= ROOMY else "worth"
    drawn = axis_picture(scene.shown.picture, names, beside, perception=perception)
    step = fitting_step(sheet.width, beside)
    return [line.truncate(sheet.width) for line in drawn.lines(step, sheet.grown)]


def drawn_lines(shown: Shown, width: int, heights: Iterable[int]) -> list[Lines]:
    """The line over the rounds in those heights, the largest first; no two of the same height."""
    history = History(shown.days, (("a", shown.a), ("b", shown.b)), shown.deeds)
    sizes: list[Lines] = []
    for rows in heights:
        size = drawn_line(history, width, rows, language())
        if not sizes or len(size) < len(sizes[-1]):
            sizes.append(size)
    return sizes


@lru_cache(16)
def drawn_line(history: History, width: int, rows: int, lang: Language) -> Lines:
    """The line as a picture. Kept, because it stays as it is while the veil is drawn away."""
    del lang  # the words in it are in that language
    return tuple(filled(history, width, rows))


def line_words(shown: Shown, width: int) -> Content:
    """What each side gave in the last rounds, broken where the meaning changed, and said so.

    In a narrow window the day becomes a month, and then the oldest rounds are left out.
    """
    most = 4 if width < 100 else 6
    for rounds in range(min(most, len(shown.days)), 1, -1):
        for write in (fmt_date, fmt_month):
            told = _told(shown, rounds, write)
            if told.cell_length <= width:
                return told
    return _told(shown, 2, fmt_month)


def _told(shown: Shown, rounds: int, write: Callable[[date], str]) -> Content:
    since = _("since {day}").format(day=write(shown.days[-rounds:][0]))
    parts: list[Content | str] = [plain(since, "$accent")]
    lines = {"a": shown.a.newest(rounds), "b": shown.b.newest(rounds)}
    for side in SIDES:
        parts += ["  ", plain(f"{SIGNS[side]} ", f"$side-{side}"), values(lines[side])]
    if lines["a"].breaks:
        parts.append(plain(f"  {BREAK} {_('new meaning')}", "$text-muted"))
    return joined(*parts)


def values(line: YearLine) -> Content:
    """The marks of a line, with a stroke where they can't be compared."""
    parts: list[Content | str] = []
    for n, point in enumerate(line.points):
        if n:
            parts.append(plain(f" {BREAK} " if point.break_before else "  ", "$text-muted"))
        parts.append(plain(fmt_mark(point.value), "bold" if n == len(line.points) - 1 else ""))
    return joined(*parts)


def overall_words(line: YearLine, width: int, head: Content = EMPTY) -> Lines:
    """The overall mark over the rounds in figures, and where these don't compare that they don't.

    In one line where it fits in ``width`` cells, else in two.
    """
    told = line.newest(8)
    marks = joined(head, values(told))
    if not told.breaks:
        return (marks,)
    why = plain(f"{BREAK} " + _("other indicators: doesn't compare"), "$text-muted")
    one_line_long = joined(marks, "   ", why)
    return (one_line_long,) if one_line_long.cell_length <= width else (marks, why)
