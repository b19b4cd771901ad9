"""What was agreed: decisions, actions, what the read-back brought, and what was parked."""

from sessionui.domain.minutes.document import ActionMinutes, MinutesDocument
from sessionui.minutes.outline.blocks import (
    Block,
    Bullets,
    Cell,
    Facts,
    Heading,
    Label,
    Line,
    Run,
    Table,
    cell,
    line,
)
from sessionui.minutes.words import Words


def agreements(document: MinutesDocument, words: Words) -> list[Block]:
    """Decisions, actions, read-back, parked points; each left out when there is nothing."""
    return [
        *_decisions(document, words),
        *_actions(document, words),
        *_parked(document, words),
    ]


def _decisions(document: MinutesDocument, words: Words) -> list[Block]:
    _ = words.gettext
    if not document.decisions:
        return []
    head = (_("No."), _("Decision"), _("Indicator"))
    rows = tuple((cell(str(d.number)), cell(d.text), cell(d.indicator)) for d in document.decisions)
    return [
        Heading(2, _("Decisions"), "decisions"),
        Table(head, rows, widths=(8, 67, 25), numeric=(0,)),
    ]


def _actions(document: MinutesDocument, words: Words) -> list[Block]:
    _ = words.gettext
    new = [a for a in document.actions if a.from_this_session]
    earlier = [a for a in document.actions if not a.from_this_session]
    found: list[Block] = []
    if mine := words.choices.copy_for:
        own = [a for a in document.actions if a.owner and a.owner.side == mine]
        new = [a for a in new if a not in own]
        earlier = [a for a in earlier if a not in own]
        if own:
            label = _("Owned by {side}").format(side=words.name(mine))
            found += [Label(line(label, mine)), _action_table(own, words)]
    if new:
        found += [Label(line(_("Agreed in this session"))), _action_table(new, words)]
    if earlier:
        found += [Label(line(_("Still open from earlier sessions")))]
        found += [_action_table(earlier, words)]
    found += _read_back(document, words)
    return [Heading(2, _("Actions"), "actions"), *found] if found else []


def _action_table(actions: list[ActionMinutes], words: Words) -> Table:
    _ = words.gettext
    head = (_("No."), _("Action"), _("Owner"), _("Due"), _("Indicator"))
    rows = tuple(
        (
            cell(str(action.number)),
            _what(action, words),
            _owner(action, words),
            cell(words.day(action.due, "medium") if action.due else _missing(_("no date"))),
            cell(action.indicator),
        )
        for action in actions
    )
    return Table(head, rows, widths=(6, 39, 22, 16, 17), numeric=(0,))


def _what(action: ActionMinutes, words: Words) -> Cell:
    _ = words.gettext
    marks = [_("quick win")] * action.quick_win
    if action.times_postponed:
        marks.append(_("postponed {n}×").format(n=action.times_postponed))
    if not action.from_this_session:
        marks.append(_("agreed {day}").format(day=words.day(action.agreed_on, "medium")))
    done_when: Line = ()
    if action.done_when:
        done_when = (Run(_("Done when:"), "soft"), Run(f" {action.done_when}"))
    return cell(action.text, done_when, line(" · ".join(marks), "soft"))


def _owner(action: ActionMinutes, words: Words) -> Cell:
    if action.owner is None:
        return cell(_missing(words.gettext("no owner")))
    return cell(action.owner.name, line(words.name(action.owner.side), action.owner.side))


def _missing(said: str) -> Line:
    return line(said, "strong")


def _read_back(document: MinutesDocument, words: Words) -> list[Block]:
    _ = words.gettext
    consent = ""
    if document.consent is not None:
        consent = (
            _("Yes: nobody has an overriding objection.")
            if document.consent
            else _("No: there is an overriding objection.")
        )
    rows = [(_("Consent"), cell(consent)), (_("Objections"), cell(document.objections))]
    written = tuple(row for row in rows if row[1])
    return [Facts(written)] if written else []


def _parked(document: MinutesDocument, words: Words) -> list[Block]:
    if not document.parked:
        return []
    items = tuple(
        (Run(point.text), Run(f" ({point.indicator})" if point.indicator else "", "soft"))
        for point in document.parked
    )
    return [Heading(2, words.gettext("Parked"), "parked"), Bullets(items)]
