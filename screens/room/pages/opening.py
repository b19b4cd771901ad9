"""Away, blank, welcome."""

from textual.content import Content

from screens.plain import joined, plain
from screens.room.layout import (
    Block,
    Page,
    Sheet,
    beside,
    centred,
    one,
    padded,
    shrinking,
    space,
)
from screens.room.words import both_names, label, lettered, prose
from sessionui.domain.kinds import KINDS, STAGE_NAMES
from sessionui.domain.room.parts import Item
from sessionui.domain.room.scenes import Away, Blank, Common, Welcome
from sessionui.locale import _, fmt_date


def away(scene: Away, sheet: Sheet) -> Page:
    """Nothing to follow: said calmly."""
    del scene
    big = [
        tuple(centred(line, sheet.width) for line in size)
        for size in lettered("sessionui", sheet.width, sheet.letter_scale, "$text-muted")
    ]
    text = plain(_("The session is away. It comes back here by itself."), "$text-muted")
    return Page(
        (Block(tuple(big), 20), space(sheet.air * 2), one(centred(text, sheet.width))),
        "middle",
        head=False,
    )


def blank(scene: Blank, sheet: Sheet) -> Page:
    """The names alone."""
    return Page((names_block(scene, sheet),), "middle", head=False)


def names_block(scene: Common, sheet: Sheet, weight: int = 60) -> Block:
    """Both names in the middle, below each other or in one line."""
    sizes = []
    for left, right in both_names(scene, 2 * sheet.width, sheet.letter_scale + sheet.blocks):
        between = plain("×", "$text-muted")
        lines = (
            (*left, plain(""), between, plain(""), *right) if len(left) > 1 else (left[0], right[0])
        )
        sizes.append(tuple(centred(line, sheet.width) for line in lines))
    return Block(tuple(sizes), weight)


def kind_and_day(scene: Common) -> str:
    """Which session this is."""
    kind = KINDS.get(scene.session_kind)
    parts = [_("EXAMPLE")] if scene.example else []
    parts += [_(kind.name)] if kind else []
    parts += [fmt_date(scene.day, "long")] if scene.day else []
    return " · ".join(parts)


def welcome(scene: Welcome, sheet: Sheet) -> Page:
    """Who, when, what for, and the agenda."""
    when = " · ".join(part for part in (kind_and_day(scene), scene.place.strip()) if part)
    gap = 4
    column = (sheet.width - gap) // 2
    words = _words(scene, column)
    agenda = _agenda(scene.agenda, min(column, 44))
    return Page(
        (
            _names_beside(scene, sheet),
            space(sheet.air),
            one(*prose(when, sheet.width, 2, "bold"), weight=80),
            space(sheet.air + 1),
            _columns(words, agenda, sheet, gap),
        ),
        head=False,
    )


def _names_beside(scene: Common, sheet: Sheet) -> Block:
    sizes = tuple(
        beside(left, right, sheet.width)
        for left, right in both_names(scene, sheet.width, sheet.letter_scale)
    )
    return Block(sizes, 60)


def _words(scene: Welcome, width: int) -> list[Content]:
    kind = KINDS.get(scene.session_kind)
    purpose = scene.purpose.strip() or (_(kind.purpose) if kind else "")
    lines = [label(_("Purpose")), *prose(purpose, width, 8)] if purpose else []
    if scene.ground_rules.strip():
        lines += [*([Content("")] if lines else []), label(_("Ground rules"))]
        lines += prose(scene.ground_rules, width, 12)
    return lines


def _agenda(items: tuple[Item, ...], width: int) -> list[Content]:
    if not items:
        return []
    lines = [label(_("Agenda"))]
    for item in items:
        name = _(STAGE_NAMES[item.key])  # type: ignore[index]
        sign = "▶" if item.here else "✓" if item.done else "·"
        style = "bold" if item.here else "$text-muted" if item.done else ""
        minutes = _("{n} min").format(n=item.minutes)
        line = padded(plain(f"{sign} {name}", style), width - len(minutes))
        lines.append(joined(line, plain(minutes, "$text-muted")))
    return lines


def _columns(left: list[Content], right: list[Content], sheet: Sheet, gap: int) -> Block:
    if not left:
        return shrinking(right, 70)
    return shrinking(beside(left, right, sheet.width, gap), 70)
