"""The sentences of the reveal: since when, what is worth talking about, who speaks, reasons."""

from textual.content import Content

from screens.plain import joined, plain
from screens.stages.score_typing import mark_text
from sessionui.domain.figures import Given, IndicatorFigures, Reason
from sessionui.domain.history import Line, Point, indicator_line
from sessionui.domain.sides import SIDES, SIGNS, SideKey, other
from sessionui.domain.speaking import first_last_time, first_speaker
from sessionui.domain.talk import talk_points
from sessionui.domain.work import Work
from sessionui.locale import _, fmt_date, fmt_mark, phrase
from sessionui.text import cell_width, shorten_middle

BREAK = "╎"
ROOMY = 20
"""Cells that a name may take where the line has room for another half sentence."""


def since(work: Work, indicator_id: str, *, short: bool) -> Content:
    """What each side gave in the last rounds, this one last; a changed meaning said in words."""
    lines = {side: indicator_line(work.rounds, indicator_id, side) for side in SIDES}
    rounds = 4 if short else 6
    points = lines["a"].points[-rounds:]
    if len(points) < 2:
        return plain(_("scored for the first time"), "dim")
    label = _("since {day}").format(day=fmt_date(points[0].date))
    parts: list[Content | str] = [plain(label, "$accent")]
    for side in SIDES:
        parts += ["  ", plain(f"{SIGNS[side]} ", f"$side-{side}"), _values(lines[side], rounds)]
    if broken := [p for p in points[1:] if p.break_before]:
        day = fmt_date(broken[-1].date)
        words = _("new meaning") if short else _("new meaning from {day}").format(day=day)
        parts += ["  ", plain(f"{BREAK} {words}", "dim")]
    return joined(*parts)


def _values(line: Line, rounds: int) -> Content:
    points = line.points[-rounds:]
    shown = [
        _value(point, last=point is points[-1], first=n == 0) for n, point in enumerate(points)
    ]
    return joined(*shown)


def _value(point: Point, *, last: bool, first: bool) -> Content:
    gap = "" if first else f" {BREAK} " if point.break_before else "  "
    return joined(plain(gap, "dim"), plain(fmt_mark(point.value), "bold" if last else ""))


def talk(work: Work, figures: IndicatorFigures, name_width: int, *, listed: int) -> Content:
    """What is worth talking about, the most telling first; a prompt, not a verdict.

    ``listed``: a line each, in so many cells. Else (0) a perception gap, which the axis tells as
    well, is left out beside other points.
    """
    names = {side: shorten_middle(work.names[side], name_width) for side in SIDES}
    found = talk_points(figures, names, work.earlier)
    points = [p for p in found if listed or p.code != "perception"] or found
    said = [phrase(p.sentence.template, p.sentence.values) for p in points]
    said += [
        _("{side}'s marks stay hidden: fewer than {n} answered").format(
            side=names[side], n=work.session.rules.threshold
        )
        for side in SIDES
        if figures.given(side).hidden
    ]
    said += [
        _("{side} gave no marks").format(side=names[side])
        for side in SIDES
        if figures.given(side).mean is None and not figures.given(side).hidden
    ]
    label = _("talk about") + "  "
    if not said:
        nothing = plain(_("nothing stands out: ask what goes well, and why"), "dim")
        return joined(plain(label, "$accent"), nothing)
    if not listed:
        return joined(plain(label, "$accent"), " · ".join(said))
    indent = cell_width(label)
    lines = [line for text in said for line in plain(text).wrap(max(listed - indent, 20))]
    return joined(plain(label, "$accent"), Content("\n" + " " * indent).join(lines))


def speaking(work: Work, indicator_id: str, name_width: int) -> Content:
    """Who speaks now, and that actions wait until both sides have spoken (method, stage 6)."""
    spoken = work.session.discussion(indicator_id).spoken
    if len(spoken) == len(SIDES):
        return plain(_("Both sides have spoken: a agrees an action, d a decision, p parks it."))
    first = other(spoken[0]) if spoken else first_speaker(work, indicator_id)
    last = None if spoken else first_last_time(work, indicator_id)
    if spoken:
        template = _("{second} has spoken, now {first}")
    elif last is None:
        template = _("{first} speaks first, then {second}")
    elif last == first:
        template = _("{first} speaks first, as last time")
    else:
        template = _("{first} speaks first; last time {second} did")
    sentence = _with_names(template, work, first, name_width)
    if last is not None and name_width < ROOMY:
        return sentence
    return joined(sentence, plain(f" · {_('actions once both have spoken')}", "dim"))


def _with_names(template: str, work: Work, first: SideKey, width: int) -> Content:
    """``template`` with both sides' names in their colours."""
    parts: list[Content] = []
    for piece in template.replace("}", "{").split("{"):
        side = {"first": first, "second": other(first)}.get(piece)
        if side is None:
            parts.append(plain(piece))
        else:
            name = shorten_middle(work.names[side], width)
            parts.append(plain(f"{SIGNS[side]} {name}", f"bold $side-{side}"))
    return joined(*parts)


def agreed(work: Work, indicator_id: str) -> Content:
    """What was agreed on this indicator so far, in one line; nothing when there is nothing."""
    parts = []
    mark = work.session.discussion(indicator_id).agreed_mark
    if mark is not None:
        parts.append(_("agreed mark {mark}").format(mark=mark_text(mark)))
    parts += [
        _("action {number}: {text}").format(number=a.number, text=shorten_middle(_flat(a.text), 40))
        for a in work.actions
        if a.indicator_id == indicator_id and work.of_this_session(a) and not a.withdrawn
    ]
    parts += [
        _("decision {number}: {text}").format(
            number=d.number, text=shorten_middle(_flat(d.text), 40)
        )
        for d in work.partnership.decisions
        if d.indicator_id == indicator_id and d.session_id == work.session.id and not d.withdrawn
    ]
    parts += [
        _("parked: {text}").format(text=shorten_middle(_flat(p.text), 40))
        for p in work.session.parked
        if p.indicator_id == indicator_id
    ]
    if not parts:
        return Content("")
    return joined(plain(_("agreed") + "  ", "$accent"), " · ".join(parts))


def _flat(text: str) -> str:
    return " ".join(text.split())


def reasons(work: Work, figures: IndicatorFigures, side: SideKey) -> Content:
    """The marks and reasons that ``side`` gave: by name in the order of the people, no ranking."""
    given = figures.given(side)
    own = figures.own(side)
    parts = [_reasons_of(work, given)]
    if own is not None and (own.reasons or own.dots):
        parts += [plain(_("About itself"), "bold"), _reasons_of(work, own)]
    return Content("\n\n").join(parts)


def _reasons_of(work: Work, given: Given) -> Content:
    if given.hidden:
        text = _("Hidden: fewer than {n} answered.").format(n=work.session.rules.threshold)
        return plain(text, "dim")
    if work.session.rules.secrecy == "name":
        entries = _by_name(work, given)
    else:
        entries = [joined(plain("– ", "dim"), reason.text) for reason in given.reasons]
    if not entries:
        return plain(_("No reasons were given."), "dim")
    return Content("\n").join(entries)


def _by_name(work: Work, given: Given) -> list[Content]:
    found: dict[str, Reason] = {r.rater_id: r for r in given.reasons if r.rater_id}
    marks = {d.rater_id: d for d in given.dots}
    entries = []
    for rater_id in _in_order(work, given.side, {*found, *(r for r in marks if r)}):
        dot, reason = marks.get(rater_id), found.get(rater_id)
        mark = mark_text(dot.mark) if dot else _("n/a")
        was = ""
        if dot and dot.corrected:
            original = _("n/a") if dot.original is None else mark_text(dot.original)
            was = f" {_('(was {mark})').format(mark=original)}"
        entries.append(
            joined(
                plain(f"{mark}{was}  ", f"bold $side-{given.side}"),
                plain(work.person_name(rater_id), "bold"),
                f"\n{reason.text}" if reason else "",
            )
        )
    return entries


def _in_order(work: Work, side: SideKey, ids: set[str]) -> list[str]:
    people = [p.id for p in work.partnership.people if p.side == side]
    return [p for p in people if p in ids]
