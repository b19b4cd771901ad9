"""How an action of an earlier session reads at the look-back: as a line, and in full."""

from datetime import date

from textual.content import Content

from screens.plain import joined, plain
from screens.widgets.action_row import action_row, padded
from sessionui.domain.agreements import Action, ActionEvent
from sessionui.domain.looking_back import last_word, told_since
from sessionui.domain.minutes.content import printed
from sessionui.domain.session import MinutesRef
from sessionui.domain.sides import SIDES, SIGNS
from sessionui.domain.since import since_agreed
from sessionui.domain.terms import Outcome
from sessionui.domain.work import Work
from sessionui.locale import N_, _, fmt_date, fmt_mark, ngettext

SIGN: dict[Outcome, str] = {"done": "✓", "postponed": "→", "dropped": "✗", "reopened": "…"}
WORD: dict[Outcome, str] = {
    "done": N_("done"),
    "postponed": N_("postponed"),
    "dropped": N_("dropped"),
    "reopened": N_("not yet"),
}
ASKED: dict[Outcome, str] = {
    "done": N_("what did it bring?"),
    "postponed": N_("why, and what is needed?"),
    "dropped": N_("why?"),
    "reopened": N_("what is in the way?"),
}


def has_past(work: Work) -> bool:
    """Whether anything was agreed before this session."""
    mine = work.session.id
    return (
        bool(work.earlier)
        or any(a.session_id != mine for a in work.partnership.actions)
        or any(d.session_id != mine for d in work.partnership.decisions)
        or any(i.revisions[0].session_id != mine for i in work.partnership.indicators)
    )


def adoption_text(work: Work, on_record: MinutesRef | None) -> Content:
    """Whether the minutes of last time were adopted, which version, and remarks on them.

    ``on_record``: the version in force; a later one than was adopted is told.
    """
    said = {
        True: _("Minutes of last time: adopted."),
        False: _("Minutes of last time: not adopted."),
        None: _("Minutes of last time: not decided yet (m)."),
    }[work.session.adopted_previous]
    adoption = work.session.adoption
    if adoption.of is not None:
        version = _("version {n}").format(n=adoption.of.edition)
        said = f"{said} {version} {printed(adoption.of.content_hash)}"
    said = f"{said} {' '.join(adoption.remarks.split())}".rstrip()
    later = later_text(adoption.of, on_record)
    return joined(plain(said, "dim"), plain(f" {later}" if later else "", "$warning"))


def later_text(adopted: MinutesRef | None, on_record: MinutesRef | None) -> str:
    """That the minutes which were adopted have a later version since; ``""`` if they haven't."""
    if adopted is None or on_record is None or adopted.session_id != on_record.session_id:
        return ""
    if on_record.edition <= adopted.edition:
        return ""
    text = _("Since then version {n} was confirmed (m adopts that one).")
    return text.format(n=on_record.edition)


def action_line(work: Work, action: Action, width: int, day: date) -> Content:
    """One line of ``width`` cells; what became of the action stands where its date stood."""
    event = last_word(work, action)
    if event is None:
        return joined("  ", action_row(work, action, width - 2, day))
    owner = work.partnership.person(action.owner_id)
    name = 20 if width < 100 else 28
    text = padded(" ".join(action.text.split()), max(width - 23 - name, 16))
    return joined(
        plain(f"{SIGN[event.outcome]} ", "$success" if event.outcome == "done" else ""),
        plain(f"{action.number:>3} {'★' if action.quick_win else ' '} ", "$accent"),
        plain(f"{text} ", "dim"),
        plain(f"{SIGNS[owner.side]} ", f"$side-{owner.side}") if owner else "  ",
        plain(f"{padded(owner.name if owner else _('no owner'), name - 3)} ", "dim"),
        _short(event),
    )


def _short(event: ActionEvent) -> str:
    if event.due:
        return f"{SIGN['postponed']} {fmt_date(event.due, 'medium')}"
    return _(WORD[event.outcome])


def outcome_text(work: Work, action: Action) -> Content:
    """What was told of it since last time, what this session says of it, and what to ask next."""
    event = action.event_in(work.session.id)
    lines = [_told(told) for told in told_since(work, action)]
    if event is not None:
        asked = plain(f" · {_(ASKED[event.outcome])}", "dim")
        lines.append(joined(_became(event), asked))
    elif last_word(work, action) is None:
        lines.append(plain(_("Not looked at yet."), "dim"))
    return Content("\n").join(lines)


def _told(told: ActionEvent) -> Content:
    """One word that was told between the sessions, with its day and note."""
    day = fmt_date(told.at.date(), "medium")
    said = plain(f" · {_('told since last time, {day}').format(day=day)}", "dim")
    return joined(_became(told), said, plain(f"\n  {told.note}" if told.note else ""))


def _became(event: ActionEvent) -> Content:
    word = _(WORD[event.outcome])
    if event.outcome == "postponed" and event.due:
        word = _("postponed to {day}").format(day=fmt_date(event.due, "long"))
    return plain(f"{SIGN[event.outcome]} {word}", "bold")


def action_facts(work: Work, action: Action, day: date) -> Content:
    """Done when, owner and date, indicator, where it comes from, what was said of it before."""
    lines = [_who_and_when(work, action, day), plain(" · ".join(_origin(work, action)), "dim")]
    if action.done_when:
        lines.insert(0, joined(plain(f"{_('done when')} ", "dim"), action.done_when))
    if since := since_text(work, action):
        lines.append(plain(since))
    if action.times_postponed > 1:
        again = _("Put off {n} times already: what is in the way?").format(n=action.times_postponed)
        lines.append(plain(again, "$warning"))
    told = told_since(work, action)
    earlier = [
        e for e in action.events if e.session_id != work.session.id and e.note and e not in told
    ]
    if earlier:
        said = f"{fmt_date(earlier[-1].at.date(), 'medium')}: {earlier[-1].note}"
        lines.append(plain(said, "dim"))
    return Content("\n").join(lines)


def since_text(work: Work, action: Action) -> str:
    """The marks on its indicator when it was agreed and since, beside each other; or ``""``."""
    since = since_agreed(work, action)
    if since is None:
        return ""
    said = []
    for side in SIDES:
        then, now = since.then[side], since.now.get(side)
        if then is None:
            continue
        mark = f"{SIGNS[side]} {fmt_mark(then)}"
        said.append(mark if now is None or since.broken else f"{mark} → {fmt_mark(now)}")
    if not said:
        return ""
    if since.broken:
        text = _("marks when agreed: {marks}; the meaning changed since")
    elif since.now_on is None:
        text = _("marks when agreed: {marks}")
    else:
        text = _("marks when agreed and since: {marks}")
    return text.format(marks=", ".join(said))


def _who_and_when(work: Work, action: Action, day: date) -> Content:
    owner = work.partnership.person(action.owner_id)
    return joined(
        plain(f"{SIGNS[owner.side]} ", f"$side-{owner.side}") if owner else "",
        owner.name if owner else plain(_("no owner"), "$warning"),
        " · ",
        _due(action, day),
    )


def _due(action: Action, day: date) -> Content:
    if action.due_now is None:
        return plain(_("no date"), "$warning")
    due = _("due {day}").format(day=fmt_date(action.due_now, "long"))
    if not action.overdue(day):
        return plain(due)
    late = (day - action.due_now).days
    since = ngettext("{n} day ago", "{n} days ago", late).format(n=late)
    return joined(due, plain(f", {since}", "$warning"))


def _origin(work: Work, action: Action) -> list[str]:
    found = []
    if indicator := work.indicator_name(action.indicator_id):
        found.append(_("for {indicator}").format(indicator=indicator))
    found.append(_("agreed {day}").format(day=fmt_date(action.at.date(), "medium")))
    if action.times_postponed:
        times = ngettext("postponed once", "postponed {n} times", action.times_postponed)
        found.append(times.format(n=action.times_postponed))
    return found
