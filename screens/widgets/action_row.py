"""An action as one line of a list, and what that line has no room for."""

from datetime import date

from textual.content import Content

from screens.plain import joined, plain
from sessionui.domain.agreements import Action
from sessionui.domain.sides import SIGNS
from sessionui.domain.work import Work
from sessionui.locale import _, fmt_date, ngettext
from sessionui.text import cell_width, shorten_middle

LATE = "!"
"""Before the date of an action that is overdue."""


def padded(text: str, width: int) -> str:
    """``text`` shortened or filled up to exactly ``width`` cells."""
    short = shorten_middle(text, width)
    return short + " " * (width - cell_width(short))


def action_row(
    work: Work, action: Action, width: int, today: date, *, quiet: bool = False
) -> Content:
    """Number, what, owner with the sign of the side, due date; ``quiet`` for earlier ones."""
    owner = work.partnership.person(action.owner_id)
    owner_width = 20 if width < 100 else 28
    text_width = max(width - owner_width - 23, 16)
    style = "dim" if quiet else ""
    late = action.overdue(today)
    due = fmt_date(action.due_now, "medium") if action.due_now else _("no date")
    due_style = "$warning" if late or action.due_now is None else style
    return joined(
        plain(f"{action.number:>3} ", "$accent"),
        plain("★" if action.quick_win else " ", "$accent"),
        " ",
        plain(padded(" ".join(action.text.split()), text_width), style),
        " ",
        plain(f"{SIGNS[owner.side]} ", f"$side-{owner.side}") if owner else plain("  "),
        plain(
            padded(owner.name if owner else _("no owner"), owner_width - 3),
            style if owner else "$warning",
        ),
        plain(f" {LATE} " if late else "   ", due_style),
        plain(due, due_style),
    )


def action_detail(work: Work, action: Action) -> Content:
    """Done when, indicator, and how often it was postponed."""
    parts = []
    if action.done_when:
        parts.append(f"{_('done when')} {action.done_when}")
    if indicator := work.indicator_name(action.indicator_id):
        parts.append(indicator)
    if action.quick_win:
        parts.append(f"★ {_('quick win')}")
    if action.times_postponed:
        times = ngettext("postponed once", "postponed {n} times", action.times_postponed)
        parts.append(times.format(n=action.times_postponed))
    return plain(" · ".join(parts))
