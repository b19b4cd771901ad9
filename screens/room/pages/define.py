"""Silent writing, the one list, the blind vote and its result, the meaning."""

from textual.content import Content

from screens.plain import joined, plain
from screens.room.layout import Block, Lines, Page, Sheet, beside, listed, one, shrinking, space
from screens.room.words import (
    bar,
    flat,
    heading,
    label,
    lettered,
    prose,
    side_name,
)
from screens.widgets.letters import fitting_letters
from sessionui.domain.room.parts import Clock, Word
from sessionui.domain.room.scenes import Candidates, MeaningOf, Votes, Voting, Writing
from sessionui.domain.sides import SIDES, SIGNS
from sessionui.locale import _, fmt_clock, ngettext
from sessionui.text import cell_width, shorten_middle


def writing(scene: Writing, sheet: Sheet) -> Page:
    """Whose turn it is, and the clock."""
    blocks = [heading(_("Silence, please"), sheet, weight=50), space(sheet.air)]
    if scene.turn:
        name = side_name(scene.turn, scene.names[scene.turn], sheet.width, sheet.letter_scale)
        blocks += [Block(tuple(name), 45), space(sheet.air)]
        blocks.append(one(plain(_("writes. The others don't look."))))
    else:
        blocks.append(one(plain(_("Everybody writes for themselves. Talking comes after."))))
    if scene.clock:
        blocks += [space(sheet.air + 1), *clock(scene.clock, sheet)]
    return Page(tuple(blocks), "middle")


def clock(found: Clock, sheet: Sheet) -> list[Block]:
    """The time that is left, large; over time it says by how much."""
    left = found.budget - found.used if found.budget else found.used
    over = bool(found.budget) and left < 0
    style = "$warning" if over else "$foreground"
    text = fmt_clock(abs(left))
    rows = [
        tuple(Content.styled(row, style) for row in found_rows)
        for size in range(sheet.scale if sheet.blocks else 0, 0, -1)
        if (found_rows := fitting_letters(text, sheet.width, size))
    ]
    words = _("over time") if over else _("left") if found.budget else _("so far")
    words = _("paused") if found.paused else words
    return [
        Block((*rows, (plain(text, f"bold {style}"),)), 60),
        one(plain(words, "$text-muted"), weight=30),
    ]


def candidates(scene: Candidates, sheet: Sheet) -> Page:
    """All words, in two or three columns when there are many."""
    if not scene.words:
        return Page((heading(_("Nothing proposed yet"), sheet),), "middle")
    rows = _in_columns([_word(word) for word in scene.words], sheet)
    return Page(
        (
            heading(_("What was proposed"), sheet),
            space(sheet.air),
            listed([[row] for row in rows], 70),
        )
    )


def _word(word: Word) -> tuple[Content, int]:
    sign = plain(f"{SIGNS[word.side]} ", f"$side-{word.side}") if word.side else plain("· ")
    more = f"  +{len(word.merged)}" if word.merged else ""
    text = joined(sign, plain(flat(word.text), "bold"), plain(more, "$text-muted"))
    return text, text.cell_length


def _in_columns(words: list[tuple[Content, int]], sheet: Sheet) -> list[Content]:
    """Words in as many columns as they need, read from top to bottom."""
    room = max(sheet.height - 6, 4)
    columns = min(max(-(-len(words) // room), 1), 3)
    width = (sheet.width - 3 * (columns - 1)) // columns
    per = -(-len(words) // columns)
    lines = []
    for n in range(per):
        cells = [words[n + per * c][0] for c in range(columns) if n + per * c < len(words)]
        line = [c.truncate(width, ellipsis=True) for c in cells]
        parts: list[Content | str] = []
        for cell in line[:-1]:
            parts += [cell, " " * (width - cell.cell_length + 3)]
        lines.append(joined(*parts, line[-1]))
    return lines


def voting(scene: Voting, sheet: Sheet) -> Page:
    """How many have voted; nothing of what."""
    dots = ngettext("Everybody places {n} dot", "Everybody places {n} dots", scene.dots_each)
    count = _("{n} of {total}").format(n=scene.n, total=scene.total)
    width = min(sheet.width, 60)
    return Page(
        (
            heading(dots.format(n=scene.dots_each), sheet, weight=45),
            space(sheet.air + 1),
            Block(tuple(lettered(count, sheet.width, sheet.letter_scale, "bold")), 60),
            space(1),
            one(bar(scene.n, scene.total, width, "$accent"), weight=70),
            one(plain(_("have voted. Nobody sees another's dots."), "$text-muted")),
        ),
        "middle",
    )


def votes(scene: Votes, sheet: Sheet) -> Page:
    """The candidates by their dots, and what is chosen."""
    if not scene.words:
        return _the_set(scene, sheet)
    most = max((word.dots or 0 for word in scene.words), default=0)
    lines = [_voted(word, most, sheet) for word in scene.words]
    head = _("Result of the vote") if most else _("What was proposed")
    return Page(
        (
            heading(head, sheet),
            space(sheet.air),
            listed([[line] for line in lines], 70),
            space(sheet.air),
            one(_chosen(len(scene.chosen)), weight=60),
        )
    )


def _chosen(n: int) -> Content:
    words = ngettext("✓ {n} chosen", "✓ {n} chosen", n).format(n=n)
    return plain(words if n else "", "$success")


def _voted(word: Word, most: int, sheet: Sheet) -> Content:
    shown = word.dots is not None
    room = min(most, max(sheet.width // 4, 6)) if most else 0
    dots = round((word.dots or 0) * room / most) if most else 0
    count = f"{word.dots:>3} " if shown else ""
    stars = plain("●" * dots, "$accent") if shown else Content("")
    sign = plain(f"{SIGNS[word.side]} ", f"$side-{word.side}") if word.side else plain("· ")
    left = sheet.width - room - len(count) - 8
    text = shorten_middle(flat(word.text), left)
    return joined(
        plain("✓ " if word.chosen else "  ", "$success"),
        plain(count, "bold"),
        stars,
        " " * (room - dots + 2),
        sign,
        plain(text, "bold" if word.chosen else ""),
    )


def _the_set(scene: Votes, sheet: Sheet) -> Page:
    """What is chosen, when nothing was voted on."""
    n = len(scene.chosen)
    count = ngettext("{n} indicator", "{n} indicators", n).format(n=n)
    width = sheet.width - 5
    rows = [
        joined(plain(f"{place:>3}  ", "$accent"), plain(shorten_middle(flat(name), width), "bold"))
        for place, name in enumerate(scene.chosen, start=1)
    ]
    return Page((heading(count, sheet), space(sheet.air), listed([[row] for row in rows], 70)))


def meaning(scene: MeaningOf, sheet: Sheet) -> Page:
    """The words of one indicator, what one sees, what marks look like, what each side expects."""
    found = scene.meaning
    gap = 4
    column = (sheet.width - gap) // 2
    text = prose(found.text, sheet.measure, 6 if sheet.height < 34 else 10, "bold")
    if not text:
        text = [plain(_("Its meaning is not written down yet."), "$text-muted")]
    seen = (
        beside(
            _part(_("You see"), found.seen, column),
            _part(_("You don't see"), found.not_seen, column),
            sheet.width,
            gap,
        )
        if found.seen.strip() or found.not_seen.strip()
        else ()
    )
    return Page(
        (
            heading(scene.name, sheet),
            space(1, 46),
            shrinking(text, 80, least=1),
            *_spaced(seen, sheet, 50),
            *_spaced(_marks(scene, sheet.width), sheet, 48),
            *_spaced(_wanted(scene, sheet, gap), sheet, 55),
        )
    )


def _spaced(lines: Lines, sheet: Sheet, weight: int) -> list[Block]:
    return [space(sheet.air, 44), shrinking(lines, weight)] if lines else []


def _part(name: str, text: str, width: int) -> list[Content]:
    return [label(name), *prose(text, width, 4)] if text.strip() else []


def _marks(scene: MeaningOf, width: int) -> Lines:
    found = scene.meaning
    lines: list[Content] = []
    for mark, text in ((4, found.at_4), (6, found.at_6), (8, found.at_8)):
        for n, line in enumerate(prose(text, width - 4, 2)):
            lines.append(joined(plain(f"{mark}   " if n == 0 else "    ", "bold $accent"), line))
    return tuple(lines)


def _wanted(scene: MeaningOf, sheet: Sheet, gap: int) -> Lines:
    """What each side expects and needs, on its own side of the page."""
    column = (sheet.width - gap) // 2
    columns: list[list[Content]] = []
    for side in SIDES:
        lines: list[Content] = []
        for name, text in (
            (_("expects"), scene.meaning.expects(side)),
            (_("needs"), scene.meaning.needs(side)),
        ):
            if text.strip():
                who = shorten_middle(flat(scene.names[side]), column - cell_width(name) - 3)
                lines.append(
                    joined(
                        plain(f"{SIGNS[side]} {who} ", f"bold $side-{side}"),
                        plain(name, "$text-muted"),
                    )
                )
                lines += prose(text, column, 3)
        columns.append(lines)
    return beside(columns[0], columns[1], sheet.width, gap) if any(columns) else ()
