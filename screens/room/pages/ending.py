"""The minutes, and the closing."""

from textual.content import Content

from screens.plain import joined, plain
from screens.room.layout import Block, Page, Sheet, listed, one, space
from screens.room.pages.agreements import action_lines, decision_line
from screens.room.pages.opening import names_block
from screens.room.pages.picture import overall_words
from screens.room.words import figure, heading, label
from screens.version_words import replaced_text, version_text
from screens.widgets.history_line import History, filled
from sessionui.domain.room.parts import Together
from sessionui.domain.room.scenes import Closing, Minutes
from sessionui.domain.sides import SIDES, SIGNS, SideKey
from sessionui.locale import _, fmt_date, fmt_mark, ngettext
from sessionui.text import cell_width, one_line, shorten_middle

LEAST_NAME = 10
"""Cells below which both sides' names stand under each other."""


def minutes(scene: Minutes, sheet: Sheet) -> Page:
    """What the minutes say in short, who confirmed, and which version they are."""
    if scene.old:
        return _old(scene, sheet)
    blocks = [heading(_("Minutes"), sheet, weight=20), space(sheet.air)]
    if scene.together.mark is not None:
        blocks.append(one(_overall_mark(scene.together), weight=90))
        blocks.append(space(1))
    if agreed := _from_where_it_is_read(_agreed(scene, sheet), scene.read, sheet.height - 9):
        blocks += [listed(agreed, 60), space(1, 62)]
    if scene.parked:
        n = len(scene.parked)
        text = ngettext("{n} point parked", "{n} points parked", n).format(n=n)
        blocks += [one(plain(text, "$text-muted"), weight=50), space(1)]
    blocks.append(one(*_confirmed(scene.confirmed, scene.names, sheet), weight=85))
    blocks += _version(scene.edition, scene.code)
    return Page(tuple(blocks))


def _overall_mark(found: Together) -> Content:
    """The overall mark, and over how many indicators."""
    mark = _("Overall mark {mark}").format(mark=fmt_mark(found.mark))
    over = _("over {n} of {total} indicators").format(n=found.counted, total=found.total)
    return joined(plain(mark, "bold"), plain(f"  {over}", "$text-muted"))


def _old(scene: Minutes, sheet: Sheet) -> Page:
    """An earlier version: which one, and that it counts no longer; nothing that it says."""
    said = plain(replaced_text(scene.edition, scene.replaced_by), "$warning")
    blocks = [heading(_("Minutes"), sheet), space(sheet.air), one(said, weight=90)]
    return Page((*blocks, space(1), one(_code(scene.edition, scene.code), weight=60)), "middle")


def _version(edition: int, code: str) -> list[Block]:
    """Which version was confirmed, so that the room can compare what it is handed."""
    return [space(1), one(_code(edition, code), weight=75)] if edition else []


def _code(edition: int, code: str) -> Content:
    return plain(version_text(edition, code), "$text-muted")


def _agreed(scene: Minutes, sheet: Sheet) -> list[list[Content]]:
    """Decisions and actions, each with its lines; the first of a kind has its name above it."""
    made = [[decision_line(decision, sheet)] for decision in scene.decisions]
    agreed = [action_lines(action, sheet) for action in scene.actions]
    for name, entries in ((_("Decisions"), made), (_("Actions"), agreed)):
        if entries:
            entries[0].insert(0, label(name))
    return [*made, *agreed]


def _from_where_it_is_read(
    entries: list[list[Content]], read: int, room: int
) -> list[list[Content]]:
    """As many entries as fit in ``room`` rows: from the first at 0 percent to the last at 100."""
    last = len(entries)
    used = 0
    while last and used + len(entries[last - 1]) <= room:
        last -= 1
        used += len(entries[last])
    return entries[round(min(last, len(entries) - 1) * read / 100) :] if entries else []


_APART = "     "
"""Between both sides in one line."""


def _confirmed(
    done: tuple[SideKey, ...], names: dict[SideKey, str], sheet: Sheet
) -> tuple[Content, ...]:
    """Who confirmed: in one line, or under each other where the names would get too short."""
    words = {
        side: f"✓ {_('confirmed')}" if side in done else _("not confirmed yet") for side in SIDES
    }
    signed = [cell_width(f"{SIGNS[side]}   {words[side]}") for side in SIDES]
    half = (sheet.width - len(_APART) - sum(signed)) // 2
    beside_each_other = half >= LEAST_NAME
    parts = []
    for side, taken in zip(SIDES, signed, strict=True):
        room = half if beside_each_other else max(sheet.width - taken, LEAST_NAME)
        name = shorten_middle(one_line(names[side]), room)
        style = "$success" if side in done else "$text-muted"
        parts.append(
            joined(
                plain(f"{SIGNS[side]} {name}  ", f"bold $side-{side}"), plain(words[side], style)
            )
        )
    return (Content(_APART).join(parts),) if beside_each_other else tuple(parts)


def closing(scene: Closing, sheet: Sheet) -> Page:
    """The overall mark, what came of today, and the next time."""
    blocks: list[Block] = []
    if scene.together.mark is None:
        blocks.append(names_block(scene, sheet, 40))
    else:
        words = _("Overall mark, over {n} of {total} indicators").format(
            n=scene.together.counted, total=scene.together.total
        )
        sizes = [figure(scene.together.mark, n, "bold") for n in range(sheet.scale + 1, 0, -1)]
        blocks += [one(label(words), weight=70), space(1), Block(tuple(sizes), 60)]
        blocks += [space(1), one(_sides(scene), weight=65)]
        if len(scene.line.points) > 1:
            blocks += [space(1), _overall_line(scene, sheet)]
    counts = " · ".join(
        (
            ngettext("{n} action", "{n} actions", scene.actions).format(n=scene.actions),
            ngettext("{n} decision", "{n} decisions", scene.decisions).format(n=scene.decisions),
        )
    )
    blocks += [space(sheet.air + 1), one(plain(counts), weight=60)]
    if scene.next_session:
        day = fmt_date(scene.next_session, "full")
        blocks += [space(1), one(joined(label(_("Next session")), "  ", plain(day, "bold")))]
    blocks += [space(1), one(*_confirmed(scene.confirmed, scene.names, sheet), weight=80)]
    blocks += _version(scene.edition, scene.code)
    return Page(tuple(blocks), "middle")


def _overall_line(scene: Closing, sheet: Sheet) -> Block:
    """The overall mark over the rounds: a picture where there is room, else its figures."""
    history = History(scene.days, (("overall", scene.line),))
    width = min(sheet.width, 100)
    drawn = [tuple(filled(history, width, rows)) for rows in (12, 9) if sheet.height >= 34]
    words = overall_words(scene.line, sheet.width)
    return Block((*drawn, words, ()), 50)


def _sides(scene: Closing) -> Content:
    means = {"a": scene.together.mean_a, "b": scene.together.mean_b}
    parts = [
        plain(
            f"{SIGNS[side]} " + _("gave {mark}").format(mark=fmt_mark(means[side])),
            f"bold $side-{side}",
        )
        for side in SIDES
    ]
    return Content("    ").join(parts)
