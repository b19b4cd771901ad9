"""What comes from under the veil below the marks: the axis, what to talk about, the line."""

from collections.abc import Iterable, Sequence

from textual.content import Content

from screens.plain import joined, plain
from screens.room.layout import EMPTY, Block, Lines, Sheet, beside, one, shrinking, space
from screens.room.pages.picture import axis_lines, drawn_lines, line_words
from screens.room.words import given_mark
from screens.widgets.clamped import clamped
from screens.widgets.overview_rows import TALK, reason
from sessionui.domain.pictures import Remark
from sessionui.domain.room.parts import Shown
from sessionui.domain.room.scenes import Reveal
from sessionui.domain.sides import SIDES, SideKey
from sessionui.locale import _
from sessionui.text import ELLIPSIS, shorten_middle

LOW = 34
"""Rows of a page from which there is room for the drawn line beside the rest."""

_SHORT = (60, 40, 30, 22, 16, 12)
"""Cells for a side's name in a remark of a low window, the longest that fits."""

_SIDE_BY_SIDE = 100
_EXPLAINED = 9
"""Rows from which on a drawn line says what a break and a tick in it are."""
_LINE = (30, 36, 47)
"""How long the line stays in each of its heights; after that there are its figures alone."""
_FIGURES, _TALK = 45, 64
_BETWEEN = " · "


def below(scene: Reveal, sheet: Sheet) -> list[Block]:
    """The axis, what is worth talking about and the line; or, asked for, the line alone."""
    shown = scene.shown
    if shown is None:
        return []
    agreed = _agreed(shown)
    if scene.line and shown.days:
        return [space(sheet.air, 35), *agreed, _line_alone(shown, sheet)]
    picture = shrinking(axis_lines(scene, sheet), 65)
    talk = _low_talk(scene, shown, sheet) if sheet.height < LOW else _talk(scene, shown, sheet)
    return [space(sheet.air, 35), picture, space(sheet.air, 35), *agreed, *talk]


def _agreed(shown: Shown) -> list[Block]:
    if shown.agreed_mark is None:
        return []
    words = _("agreed mark {mark}").format(mark=given_mark(shown.agreed_mark))
    return [one(plain(words, "bold"), weight=75)]


def _line_alone(shown: Shown, sheet: Sheet) -> Block:
    """As high as there is room; rather no meaning above it than one too low to be explained."""
    drawn = drawn_lines(shown, sheet.width, range(18, 5, -1))
    high = sum(len(lines) > _EXPLAINED for lines in drawn)
    steps = (33,) * high
    return Block((*drawn, (line_words(shown, sheet.width),)), 63, steps)


def _low_talk(scene: Reveal, shown: Shown, sheet: Sheet) -> list[Block]:
    """In a low window: everything in one text, the gap first, then the figures."""
    # Each perception gap is on the axis as well.
    remarks = sorted(shown.remarks, key=lambda r: (r.code == "perception", r.code != "asymmetry"))
    sizes = [_run_on(remarks, scene.names, sheet.width, lines) for lines in (3, 2, 1) if remarks]
    if not remarks and (nothing := _nothing(shown)):
        sizes = [(nothing,)]
    blocks = [Block(_smaller(sizes), _TALK, (_FIGURES - 1,) * 2)] if sizes else []
    if len(shown.days) > 1:
        blocks.append(one(line_words(shown, sheet.width), weight=_FIGURES))
    return blocks


def _run_on(remarks: Sequence[Remark], names: dict[SideKey, str], width: int, lines: int) -> Lines:
    """Remarks behind each other in so many lines: with names as short as that takes, or fewer.

    A remark is whole, or left out for ``…``.
    """
    for room in _SHORT:
        said = [_shortened(remark, names, room, lines * (width - 2)) for remark in remarks]
        if _fits(said, width, lines):
            break
    while len(said) > 1 and not _fits(said, width, lines):
        said = [*said[: -2 if said[-1] == ELLIPSIS else -1], ELLIPSIS]
    return _hanging(plain(_BETWEEN.join(said)), width, lines)


def _fits(said: Sequence[str], width: int, lines: int) -> bool:
    return len(plain(_BETWEEN.join(said)).wrap(width - 2)) <= lines


def _shortened(remark: Remark, names: dict[SideKey, str], room: int, width: int) -> str:
    texts = {
        key: shorten_middle(text, room) if text in names.values() else text
        for key, text in remark.texts.items()
    }
    return reason(remark.but(texts=texts), names, width).plain


def _talk(scene: Reveal, shown: Shown, sheet: Sheet) -> list[Block]:
    """What to talk about, with the line over the rounds beside it, or below it where narrow."""
    wide = sheet.width >= _SIDE_BY_SIDE
    if len(shown.days) < 2:
        return [shrinking(_told(scene.names, shown, sheet.width), _TALK, least=1)]
    if wide:
        half = sheet.width // 2 - 2
        left = _told(scene.names, shown, half)
        drawn = [
            beside(left, right, sheet.width, 4) for right in drawn_lines(shown, half, (16, 12, 9))
        ]
    else:
        left = _told(scene.names, shown, sheet.width)
        drawn = [(*left, EMPTY, *line) for line in drawn_lines(shown, sheet.width, (16, 12, 9))]
    told = _told(scene.names, shown, sheet.width)
    words = line_words(shown, sheet.width)
    sizes = [
        *zip(drawn, _LINE, strict=False),
        ((*told, EMPTY, words), 8),
        ((*told, words), _FIGURES),
        *((tuple(told[:n]), _TALK) for n in range(len(told), 0, -1)),
    ]
    return [_stepped(sizes)]


def _stepped(sizes: Iterable[tuple[Lines, int]]) -> Block:
    """A block of sizes with the weight of each; one that is no smaller than the last is no size."""
    kept: list[tuple[Lines, int]] = []
    for lines, weight in sizes:
        if not kept or len(lines) < len(kept[-1][0]):
            kept.append((lines, weight))
    return Block(tuple(lines for lines, _w in kept), _TALK, tuple(weight for _l, weight in kept))


def _smaller(sizes: Iterable[Lines]) -> tuple[Lines, ...]:
    return _stepped((size, 0) for size in sizes).sizes


def _told(names: dict[SideKey, str], shown: Shown, width: int) -> list[Content]:
    """Each remark with its sign, in as many lines as it takes."""
    said = [line for remark in shown.remarks for line in _remark(remark, names, width)]
    nothing = _nothing(shown)
    return said or ([nothing] if nothing else [])


def _remark(remark: Remark, names: dict[SideKey, str], width: int) -> Lines:
    return _hanging(reason(remark, names, 2 * (width - 6)), width, 3)


def _hanging(text: Content, width: int, lines: int) -> Lines:
    """Text behind the sign of what is worth talking about."""
    sign = plain(f"{TALK} ", "$accent")
    rows = clamped(text, width - 2, lines)
    return tuple(joined(sign if n == 0 else "  ", row) for n, row in enumerate(rows))


def _nothing(shown: Shown) -> Content | None:
    if shown.remarks or any(shown.picture.given(side).mean is None for side in SIDES):
        return None
    return plain(_("nothing stands out: ask what goes well, and why"), "$text-muted")
