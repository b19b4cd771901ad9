"""The axis and the line over the rounds, drawn of what a scene holds."""

from functools import lru_cache

from textual.content import Content

from screens.plain import joined, plain
from screens.room.layout import EMPTY, Block, Lines, Sheet
from screens.widgets.axis import fitting_step
from screens.widgets.axis_picture import axis_picture
from screens.widgets.history_line import History, filled
from sessionui.domain.room.parts import Shown
from sessionui.domain.room.scenes import Reveal
from sessionui.domain.sides import SIDES, SIGNS
from sessionui.domain.year import YearLine
from sessionui.locale import Language, _, fmt_date, fmt_mark, language
from sessionui.text import one_line

BREAK = "╎"


def label_width(width: int) -> int:
    """Cells for the words beside the axis."""
    return 20 if width < 100 else 32


def axis_lines(scene: Reveal, sheet: Sheet) -> list[Content]:
    """The axis with every mark, or the ends and the middle, and the bar between both means."""
    if scene.shown is None:
        return []
    beside = label_width(sheet.width)
    names = {side: one_line(scene.names[side]) for side in SIDES}
    perception = "worth" if sheet.height < 34 else "all"
    drawn = axis_picture(
        scene.shown.picture, names, beside, perception="all" if perception == "all" else "none"
    )
    step = fitting_step(sheet.width, beside)
    return [line.truncate(sheet.width) for line in drawn.lines(step, sheet.grown)]


def line_block(shown: Shown, sheet: Sheet, weight: int) -> Block:
    """The line over the rounds: a picture where there is room, else its figures in one line."""
    if len(shown.days) < 2:
        return Block(((),), weight)
    history = History(shown.days, (("a", shown.a), ("b", shown.b)), shown.deeds)
    sizes = [
        drawn_line(history, sheet.width, rows, language())
        for rows in (16, 12, 9)
        if sheet.height >= 34
    ]
    sizes = [size for n, size in enumerate(sizes) if n == 0 or len(size) < len(sizes[n - 1])]
    words = line_words(shown, sheet.width)
    return Block((*sizes, (words,), ()), weight, (30,) * len(sizes))


@lru_cache(16)
def drawn_line(history: History, width: int, rows: int, lang: Language) -> Lines:
    """The line as a picture. Kept, because it stays as it is while the veil is drawn away."""
    del lang  # the words in it are in that language
    return tuple(filled(history, width, rows))


def line_words(shown: Shown, width: int) -> Content:
    """What each side gave in the last rounds, broken where the meaning changed."""
    rounds = 4 if width < 100 else 6
    since = _("since {day}").format(day=fmt_date(shown.days[-rounds:][0]))
    parts: list[Content | str] = [plain(since, "$accent")]
    lines = {"a": shown.a.newest(rounds), "b": shown.b.newest(rounds)}
    for side in SIDES:
        parts += ["   ", plain(f"{SIGNS[side]} ", f"$side-{side}"), values(lines[side])]
    words = plain(f"   {BREAK} {_('new meaning')}" if lines["a"].breaks else "", "$text-muted")
    told = joined(*parts)
    return joined(told, words) if told.cell_length + words.cell_length <= width else told


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
