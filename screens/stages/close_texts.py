"""Sentences of the close: the overall mark and its line, the trust pulse."""

from textual.content import Content

from screens.plain import joined, plain
from sessionui.domain.history import Line, overall_line
from sessionui.domain.parking import open_points
from sessionui.domain.session import Closing
from sessionui.domain.sides import SIDES, SIGNS
from sessionui.domain.work import Work
from sessionui.locale import _, fmt_mark, fmt_signed, ngettext


def overall_text(work: Work) -> Content:
    """What each side gave, over how many indicators, and what came before."""
    overall = work.revealed.overall
    if overall.mark is None:
        if work.session.minutes_only:
            return plain(_("This session was held elsewhere: its minutes have the marks."), "dim")
        if work.session.stage_state("reveal") is None:
            return plain("")
        return plain(_("No overall mark: no indicator has been revealed on both sides."), "dim")
    parts: list[Content | str] = [plain(_("Overall mark"), "bold")]
    if overall.counted < overall.total:
        over = _("over {counted} of {total} indicators")
        text = over.format(counted=overall.counted, total=overall.total)
        parts.append(plain(f"  {text}", "$warning"))
    parts.append("\n")
    for side in SIDES:
        gave = _("gave {mark}").format(mark=fmt_mark(overall.mean_of(side)))
        parts.append(plain(f"{SIGNS[side]} {gave}  ", f"$side-{side}"))
    line = overall_line(work.rounds)
    if len(line.points) > 1:
        parts += ["\n", line_text(line)]
    return joined(*parts)


def line_text(line: Line) -> Content:
    """The marks of all rounds, with a stroke where they can't be compared, and the change."""
    marks: list[Content | str] = []
    for point in line.points:
        if point.break_before:
            marks.append(plain("| ", "$warning"))
        marks.append(f"{fmt_mark(point.value)}  ")
    words = {
        "none": "",
        "point": _("starts anew: other indicators count than last time"),
        "slope": _("{change} since last time"),
        "line": _("{change} since last time"),
    }
    note = words[line.shape].format(change=fmt_signed(line.change))
    return joined(*marks, plain(f" {note}", "dim"))


def trust_text(closing: Closing) -> str:
    """Both sides' trust pulse, or nothing."""
    if closing.trust_a is None and closing.trust_b is None:
        return ""
    given = {"a": closing.trust_a, "b": closing.trust_b}
    return " · ".join(f"{SIGNS[s]} {given[s] or '–'}" for s in SIDES)


def parked_text(work: Work) -> str:
    """How many points wait in the parking lot."""
    count = len(open_points(work))
    words = ngettext("{n} point to come back to", "{n} points to come back to", count)
    return words.format(n=count) if count else _("nothing parked")
