"""Who has scored, and the reveal: veiled, then open; both sides always in the same frame."""

from dataclasses import replace

from textual.content import Content

from screens.plain import joined, plain
from screens.room.layout import (
    EMPTY,
    Block,
    Lines,
    Page,
    Sheet,
    beside,
    one,
    shrinking,
    space,
)
from screens.room.pages.below import LOW, below
from screens.room.pages.reasons import reasons_block
from screens.room.words import (
    answered_text,
    bar,
    both_names,
    flat,
    heading,
    lettered,
    prose,
)
from screens.widgets.big import big, veil
from screens.widgets.halves import foot as lane_foot
from screens.widgets.marks import uncovered
from sessionui.domain.room.parts import Answered, Shown
from sessionui.domain.room.scenes import Reveal, Turnout
from sessionui.domain.sides import SIDES, SideKey, other
from sessionui.locale import _, fmt_mark
from sessionui.text import cell_width, shorten_middle


def turnout(scene: Turnout, sheet: Sheet) -> Page:
    """n of N of either side, large; never who."""
    column = (sheet.width - 2) // 2
    counts = {a.side: _count(a, column, sheet) for a in scene.sides}
    sizes = [beside(a, b, sheet.width) for a, b in zip(*counts.values(), strict=False)]
    bars = [bar(a.n, a.total, min(column - 4, 40), f"$side-{a.side}") for a in scene.sides]
    said = [plain(answered_text(a), "$text-muted") for a in scene.sides]
    head = _("Scoring is closed") if scene.locked else _("Everybody scores")
    return Page(
        (
            heading(head, sheet, weight=30),
            space(sheet.air + 1),
            names_beside(scene, sheet, 50),
            space(sheet.air),
            Block(tuple(sizes), 60),
            space(1),
            one(*beside(bars[:1], bars[1:], sheet.width), weight=80),
            one(*beside(said[:1], said[1:], sheet.width), weight=70),
            space(sheet.air + 1),
            one(*prose(_rules(scene), sheet.measure, 2, "$text-muted"), weight=40),
        ),
        "middle",
    )


def _count(answered: Answered, width: int, sheet: Sheet) -> list[Lines]:
    text = f"{answered.n}/{answered.total}"
    return lettered(text, width, sheet.letter_scale, f"$side-{answered.side}")


def _rules(scene: Turnout) -> str:
    if scene.secrecy == "name":
        return _("By name: each score is shown with its rater.")
    return _(
        "By side: scores are shown per side only, from {n} answers on, without a name."
    ).format(n=scene.threshold)


def names_beside(scene: Turnout | Reveal, sheet: Sheet, weight: int) -> Block:
    """Both names, each over its own half."""
    sizes = tuple(
        beside(left, right, sheet.width)
        for left, right in both_names(scene, sheet.width, sheet.letter_scale)
    )
    return Block(sizes, weight).sooner(28 + 12 * sheet.zoom)


# --- the reveal

_SHORTEST = 10
"""Cells that a name needs beside other words."""


def reveal(scene: Reveal, sheet: Sheet) -> Page:
    """One indicator: under the veil as large as can be, then with the picture below the marks."""
    if scene.shown and scene.shown.reasons is not None:
        return _with_reasons(scene, scene.shown, sheet)
    low = sheet.height < LOW
    close = low and scene.shown is not None
    meaning = prose(scene.meaning, sheet.measure, 1 if close else 2 if low else 4)
    heads = _heads(scene, sheet) if close else None
    return Page(
        (
            heading(scene.name, sheet, weight=38),
            shrinking(meaning, 62).sooner(42),
            space(sheet.air),
            names_beside(scene, sheet, 50),
            one(heads or _directions(scene, sheet), weight=90),
            space(1 if low else sheet.air),
            _figures(scene, sheet),
            *([] if heads else [one(_feet(scene, sheet), weight=85)]),
            *below(scene, sheet),
        ),
        close=close,
    )


def _heads(scene: Reveal, sheet: Sheet) -> Content | None:
    """In one line who is judged and by how many, where both sides' words fit in it."""
    if scene.shown is None:
        return None
    column = (sheet.width - 2) // 2
    words = []
    for side in SIDES:
        foot = lane_foot(scene.shown.picture.given(side), scene.shown.threshold, column)
        room = column - 4 - foot.cell_length - cell_width(_("about {side}").format(side=""))
        if room < _SHORTEST:
            return None
        name = shorten_middle(flat(scene.names[other(side)]), room)
        judged = plain("  " + _("about {side}").format(side=name), f"$side-{side}")
        words.append([joined(judged, "  ", foot)])
    return beside(words[0], words[1], sheet.width)[0]


def _directions(scene: Reveal, sheet: Sheet) -> Content:
    """Who is judged, under the name of who judges."""
    column = (sheet.width - 2) // 2
    words = []
    for side in SIDES:
        room = column - 2 - cell_width(_("about {side}").format(side=""))
        name = shorten_middle(flat(scene.names[other(side)]), room)
        words.append([plain("  " + _("about {side}").format(side=name), f"$side-{side}")])
    return beside(words[0], words[1], sheet.width)[0]


def _figures(scene: Reveal, sheet: Sheet) -> Block:
    """Both figures, or both veils, in one go."""
    column = (sheet.width - 2) // 2
    sizes = []
    for scale in range(sheet.scale + 1, 0, -1):
        halves = [_figure(scene, side, scale, column, sheet.grown) for side in SIDES]
        if all(line.cell_length <= column for half in halves for line in half):
            sizes.append(beside(halves[0], halves[1], sheet.width))
    keep = 1 if scene.shown and sheet.height >= LOW else 2  # the line is more than a larger mark
    return Block(tuple(sizes) or ((),), 60).sooner(34 + 12 * sheet.zoom, keep=keep)


def _figure(scene: Reveal, side: SideKey, scale: int, width: int, grown: float) -> Lines:
    lane = scene.shown.picture.given(side) if scene.shown else None
    style = f"$side-{side}"
    if lane is None:
        return _indented([Content.styled(line, f"{style} dim") for line in veil(scale)])
    if lane.mean is not None:
        rows = [row.center(16 * scale) for row in big(fmt_mark(lane.mean), scale)]
        return _indented([uncovered(row, style, scale, grown) for row in rows])
    lines = [EMPTY] * (3 * scale)
    words = _("hidden") if lane.hidden else _("no marks")
    lines[len(lines) // 2] = plain(words, "$text-muted").truncate(width)
    return _indented(lines)


def _indented(lines: Lines | list[Content]) -> Lines:
    return tuple(joined("  ", line) for line in lines)


def _feet(scene: Reveal, sheet: Sheet) -> Content:
    if scene.shown is None:
        words = [[plain("  " + answered_text(a), "$text-muted")] for a in scene.sides]
    else:
        shown, room = scene.shown, (sheet.width - 2) // 2 - 2
        feet = [lane_foot(shown.picture.given(s), shown.threshold, room) for s in SIDES]
        words = [[joined("  ", foot)] for foot in feet]
    return beside(words[0], words[1], sheet.width)[0]


def _with_reasons(scene: Reveal, shown: Shown, sheet: Sheet) -> Page:
    """The written reasons beside each other, the marks small above them."""
    small = replace(sheet, zoom=sheet.zoom - 1)
    return Page(
        (
            heading(scene.name, small, weight=20),
            space(1),
            names_beside(scene, small, 30),
            one(_directions(scene, sheet), weight=90),
            _figures(scene, replace(sheet, height=19)),
            space(1),
            reasons_block(shown, scene.read, sheet),
        ),
        close=sheet.height < LOW,
    )
