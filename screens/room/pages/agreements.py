"""Looking back, actions, reading them back."""

from typing import Literal

from textual.content import Content

from screens.plain import joined, plain
from screens.room.layout import (
    EMPTY,
    Block,
    Page,
    Sheet,
    beside,
    listed,
    one,
    padded,
    shrinking,
    space,
)
from screens.room.words import heading, label, lettered, prose, side_line
from screens.widgets.action_row import LATE
from sessionui.domain.room.parts import Agreed, Figure, GoingOn, Numbered, Typing
from sessionui.domain.room.scenes import Actions, LookBack, ReadBack
from sessionui.domain.sides import SIDES, SideKey
from sessionui.domain.terms import Outcome
from sessionui.locale import N_, _, fmt_date
from sessionui.text import cell_width, one_line, shorten_middle

OUTCOMES: dict[Outcome, tuple[str, str]] = {
    "done": ("✓", N_("done")),
    "postponed": ("→", N_("postponed")),
    "dropped": ("✗", N_("dropped")),
    "reopened": ("…", N_("not yet")),
}


def look_back(scene: LookBack, sheet: Sheet) -> Page:
    """The part of the look-back that the room is on."""
    if scene.part == "figures":
        return _figures(scene.figures, sheet)
    if scene.part == "issues":
        return _going_on(scene, sheet)
    if not scene.actions:
        text = _("No open actions from last time")
        return Page((heading(text, sheet),), "middle")
    here = next((a for n, a in enumerate(scene.actions) if n == scene.at), None)
    lines = [[_looked(action, sheet, here=action is here)] for action in _around(scene, sheet)]
    blocks = [heading(_("What we agreed"), sheet, weight=20), space(sheet.air)]
    blocks.append(listed(lines, 40))
    if here:
        blocks += [space(sheet.air), *_in_full(here, sheet)]
    return Page(tuple(blocks))


def _around(scene: LookBack, sheet: Sheet) -> tuple[Agreed, ...]:
    """As many actions as there is room for, the one that is looked at among them."""
    room = max(sheet.height // 2 - 4, 3)
    start = min(max((scene.at or 0) - room // 2, 0), max(len(scene.actions) - room, 0))
    return scene.actions[start : start + room]


def _looked(action: Agreed, sheet: Sheet, *, here: bool) -> Content:
    sign, word = OUTCOMES[action.outcome] if action.outcome else ("·", "")
    end = _ended(action, _(word)) if word else _due(action)
    text = shorten_middle(one_line(action.text), sheet.width - len(end) - 10)
    style = "bold" if here else "$text-muted" if action.outcome else ""
    line = joined(
        plain("▸ " if here else "  ", "$accent"),
        plain(f"{sign} ", "$success" if action.outcome == "done" else ""),
        plain(f"{action.number:>3}  ", "$accent"),
        plain(text, style),
    )
    gap = max(sheet.width - line.cell_length - len(end), 1)
    return joined(line, " " * gap, plain(end, "$warning" if _late(action) else "$text-muted"))


def _ended(action: Agreed, word: str) -> str:
    """What became of it; with its day where that was told between two sessions.

    Of one that was postponed the new date counts.
    """
    if action.outcome == "postponed" and action.due:
        return _("postponed to {day}").format(day=fmt_date(action.due))
    return f"{word} · {fmt_date(action.told_on)}" if action.told_on else word


def _late(action: Agreed) -> bool:
    return action.overdue and action.outcome is None


def _due(action: Agreed, length: Literal["medium", "long"] = "medium") -> str:
    """The date; a sign, and not a colour alone, says that it is past."""
    due = fmt_date(action.due, length) if action.due else _("no date")
    return f"{LATE} {due}" if _late(action) else due


def _in_full(action: Agreed, sheet: Sheet) -> list[Block]:
    """One action in full: text, done when, owner and date, what it brought."""
    text = prose(action.text, sheet.measure - 5, 4 if sheet.height < 34 else 8, "bold")
    number = plain(f"{action.number:>3}  ", "bold $accent")
    lines = [joined(number if n == 0 else "     ", line) for n, line in enumerate(text)]
    facts: list[Content] = []
    if action.done_when.strip():
        done = prose(action.done_when, sheet.measure - 17, 2)
        facts += [
            joined(plain(f"     {_('done when')}  " if n == 0 else " " * 17, "$text-muted"), line)
            for n, line in enumerate(done)
        ]
    facts.append(joined("     ", who_and_when(action, sheet.width - 5)))
    if action.told_on:
        told = _("told since last time, {day}").format(day=fmt_date(action.told_on, "long"))
        facts.append(plain(f"     {told}", "$text-muted"))
    brought = [
        joined("     “" if n == 0 else "      ", line)
        for n, line in enumerate(prose(action.note, sheet.measure - 6, 3))
    ]
    return [
        shrinking(lines, 85, least=1),
        shrinking(facts, 75, least=1),
        shrinking(brought, 55),
    ]


def who_and_when(action: Agreed, width: int) -> Content:
    """Owner in the colour of the side, and the date."""
    due = _due(action, "long")
    if action.side and action.owner:
        owner = side_line(action.side, action.owner, max(width - len(due) - 3, 8))
    else:
        owner = plain(_("no owner"), "$warning")
    warned = _late(action) or action.due is None
    return joined(owner, " · ", plain(due, "$warning" if warned else ""))


def _figures(figures: tuple[Figure, ...], sheet: Sheet) -> Page:
    """The hard figures as a table of name, value and target."""
    if not figures:
        return Page((heading(_("No hard figures"), sheet),), "middle")
    heads = Figure(name=_("Figure"), value=_("Value"), target=_("Target"))
    rows = (heads, *figures)
    value = min(max(cell_width(one_line(f.value)) for f in rows), sheet.width // 4)
    target = min(max(cell_width(one_line(f.target)) for f in rows), sheet.width // 4)
    widths = min(sheet.width - value - target - 8, 60), value, target
    return Page(
        (
            heading(_("Hard figures"), sheet),
            space(sheet.air),
            one(_figure(heads, widths, "$text-muted", "$text-muted")),
            listed([[_figure(f, widths, "", "bold")] for f in figures], 70),
        )
    )


def _figure(figure: Figure, widths: tuple[int, int, int], name: str, value: str) -> Content:
    """A row of the table; ``name`` and ``value`` are styles."""
    texts = (figure.name, figure.value, figure.target)
    first, second, third = (
        shorten_middle(one_line(t), w) for t, w in zip(texts, widths, strict=True)
    )
    return joined(
        padded(plain(first, name), widths[0] + 4),
        " " * (widths[1] - cell_width(second)),
        plain(second, value),
        "    ",
        plain(third, "$text-muted"),
    )


def _going_on(scene: LookBack, sheet: Sheet) -> Page:
    """What each side is in the middle of, on its own side of the page."""
    gap = 4
    column = (sheet.width - gap) // 2
    halves = [_issues(scene, side, column) for side in SIDES]
    return Page(
        (
            heading(_("What is going on"), sheet, weight=20),
            space(sheet.air),
            shrinking(beside(halves[0], halves[1], sheet.width, gap), 70),
        )
    )


def _issues(scene: LookBack, side: SideKey, width: int) -> list[Content]:
    lines = [side_line(side, scene.names[side], width)]
    for issue in (i for i in scene.issues if i.side == side):
        lines += [EMPTY, *prose(issue.text, width, 4, "bold"), *_help(issue, width)]
    return lines


def _help(issue: GoingOn, width: int) -> list[Content]:
    lines: list[Content] = []
    for name, text in (
        (_("help wanted"), issue.help_wanted),
        (_("together"), issue.joint_action),
    ):
        if text.strip():
            lines += [plain(name, "$text-muted"), *prose(text, width, 3)]
    return lines


def actions(scene: Actions, sheet: Sheet) -> Page:
    """The list as it grows, the newest in full; what is being typed where that is shown."""
    if not scene.actions and not scene.decisions and not scene.typing:
        text = _("Who does what, and when?")
        return Page((heading(text, sheet),), "middle")
    head = _("Actions and decisions") if scene.decisions else _("Actions")
    blocks = [heading(head, sheet, weight=15), space(sheet.air)]
    room = max((sheet.height - 8) // 2, 2)
    rows = [action_lines(action, sheet) for action in scene.actions[-room:]]
    blocks.append(listed(rows, 60))
    if scene.decisions:
        decided = [[label(_("Decisions"))], *([decision_line(d, sheet)] for d in scene.decisions)]
        blocks += [space(sheet.air), listed(decided, 58)]
    if scene.typing:
        blocks += [space(sheet.air), *_typing(scene.typing, sheet)]
    return Page(tuple(blocks))


def action_lines(action: Agreed, sheet: Sheet) -> list[Content]:
    """Two lines an action: what, and who by when."""
    star = "★" if action.quick_win else " "
    width = sheet.width - 7
    text = prose(action.text, min(width, sheet.measure), 2, "bold")
    head = plain(f"{action.number:>3} {star} ", "$accent")
    lines = [joined(head if n == 0 else " " * 6, line) for n, line in enumerate(text)]
    return [*lines, joined(" " * 6, who_and_when(action, width))]


def decision_line(decision: Numbered, sheet: Sheet) -> Content:
    """Its number and its text."""
    return joined(
        plain(f"{decision.number:>3}  ", "$accent"),
        plain(shorten_middle(one_line(decision.text), sheet.width - 6)),
    )


def _typing(typing: Typing, sheet: Sheet) -> list[Block]:
    text = prose(typing.text or "…", sheet.measure - 6, 4, "italic")
    lines = [
        joined(plain(f"{typing.number:>3} ✎ " if n == 0 else " " * 6, "$accent"), line)
        for n, line in enumerate(text)
    ]
    facts = []
    if typing.done_when.strip():
        facts += prose(f"{_('done when')} {typing.done_when}", sheet.measure - 6, 2)
    who = [
        *([side_line(typing.side, typing.owner, 40)] if typing.side and typing.owner else []),
        *([plain(one_line(typing.due))] if typing.due.strip() else []),
    ]
    if who:
        facts.append(Content(" · ").join(who))
    return [
        shrinking(lines, 88, least=1),
        shrinking([joined(" " * 6, line) for line in facts], 80),
    ]


def read_back(scene: ReadBack, sheet: Sheet) -> Page:
    """One action large; after the last one the question."""
    if scene.at < len(scene.actions):
        action = scene.actions[scene.at]
        place = _("{n} of {total}").format(n=scene.at + 1, total=len(scene.actions))
        number = lettered(str(action.number), sheet.width, sheet.letter_scale, "$accent")
        return Page(
            (
                one(plain(place, "$text-muted"), weight=50),
                space(1),
                Block(tuple(number), 55),
                space(sheet.air),
                *_read(action, sheet),
            ),
            "middle",
        )
    words = {True: _("Consent"), False: _("No consent"), None: _("Does anybody object?")}
    blocks = [heading(words[scene.consent], sheet)]
    if scene.objections.strip():
        blocks += [
            space(sheet.air),
            one(label(_("Objections"))),
            shrinking(prose(scene.objections, sheet.measure, 8), 70, least=1),
        ]
    return Page(tuple(blocks), "middle")


def _read(action: Agreed, sheet: Sheet) -> list[Block]:
    blocks = [shrinking(prose(action.text, sheet.measure, 8, "bold"), 90, least=1)]
    if action.done_when.strip():
        text = f"{_('done when')} {action.done_when.strip()}"
        blocks += [space(1), shrinking(prose(text, sheet.measure, 4), 70)]
    return [*blocks, space(sheet.air), one(who_and_when(action, sheet.width), weight=95)]
