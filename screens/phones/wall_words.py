"""What stands beside the codes on the wall: address and code in large letters, who is done."""

from textual.content import Content

from screens.phone_host import PhoneHost
from screens.plain import joined, plain
from screens.too_many import too_many
from screens.widgets.halves import answered_words
from screens.widgets.letters import fitting_letters
from screens.widgets.sides import side_name
from sessionui.domain.rounds import SideTurnout
from sessionui.domain.sides import SIDES, SideKey
from sessionui.domain.work import Work
from sessionui.locale import _, fmt_list, ngettext
from sessionui.text import cell_width, shorten_middle


def large_text(text: str, width: int) -> Content:
    """``text`` in letters four rows high, or bold in one row where these don't fit."""
    rows = fitting_letters(text, width)
    if rows is None:
        return plain(text, "bold")
    # Hard spaces: others are taken off the ends of lines that stand in the middle.
    return Content("\n").join([Content.styled(row.replace(" ", "\u00a0"), "bold") for row in rows])


def to_type(label: str, text: str, width: int) -> Content:
    """What to type in large letters, below what it is."""
    return joined(plain(label, "dim"), "\n", large_text(text, width))


def code_beside(text: str, width: int) -> Content:
    """The code with what it is before it, in four rows; the code alone where only that fits."""
    label = f"{_('and the code')} "
    rows = fitting_letters(text, width - cell_width(label))
    if rows is None:
        return large_text(text, width)
    before = [label, *[" " * cell_width(label)] * (len(rows) - 1)]
    return Content("\n").join(
        joined(plain(one, "dim"), plain(row, "bold")) for one, row in zip(before, rows, strict=True)
    )


def turnout_lines(work: Work, width: int, *, names: bool) -> Content:
    """A line a side: how many have finished and begun; by name, with ``names``, who has."""
    lines = []
    for side in SIDES:
        lines.append(_turnout(work, work.side_turnout(side), width))
        done = _finished(work, side) if names else ""
        if done:
            lines.append(plain("  " + shorten_middle(done, max(width - 2, 10)), "dim"))
    return Content("\n").join(lines)


def _turnout(work: Work, turnout: SideTurnout, width: int) -> Content:
    count = _("{n} of {total} finished").format(n=turnout.answered, total=turnout.expected)
    if turnout.answered > turnout.expected:
        count = answered_words(turnout.answered, turnout.expected)
    if turnout.begun:
        begun = ngettext("{n} begun", "{n} begun", turnout.begun).format(n=turnout.begun)
        both = f"{count}, {begun}"
        count = both if cell_width(both) + 8 <= width else count
    name = side_name(turnout.side, work.names[turnout.side], max(width - len(count) - 5, 4))
    return joined(name, f"  {count}")


def _finished(work: Work, side: SideKey) -> str:
    if work.session.rules.secrecy != "name":
        return ""
    missing = work.side_turnout(side).missing
    done = [work.person_name(p) for p in work.raters(side) if p not in missing]
    return fmt_list(done) if done else ""


def state_text(work: Work, host: PhoneHost) -> Content:
    """What phones show now, in a sentence."""
    session = work.session
    if not host.running:
        return plain(_("The server for phones is off."), "$warning")
    if session.state == "confirmed":
        return plain(_("The minutes are confirmed: phones can take them home."), "$success")
    if session.locked:
        results = _("What is revealed shows there too.") if session.phones.show_revealed else ""
        text = _("Scoring is locked: phones show that it is closed.")
        return plain(f"{text} {results}".strip(), "$warning")
    joined_in = ngettext("{n} phone is in", "{n} phones are in", host.joined)
    text = joined_in.format(n=host.joined) if host.joined else _("no phone is in yet")
    if session.phones.show_revealed:
        text = f"{text} · {_('results show on phones after the reveal')}"
    more = "".join(f"{sentence}\n" for sentence in too_many(work))
    return joined(plain(more, "$warning"), plain(text, "dim"))


def tight_notes(work: Work, host: PhoneHost, width: int) -> list[Content]:
    """Who is done and what phones show, the one that matters most now first."""
    turnout = turnout_lines(work, width, names=False).split("\n")
    state = list(state_text(work, host).wrap(width))
    return [*state, *turnout] if work.session.locked or too_many(work) else [*turnout, *state]
