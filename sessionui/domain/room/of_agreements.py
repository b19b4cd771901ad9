"""Actions, decisions and look-back as the wall shows them."""

from datetime import date

from sessionui.domain.agreements import Action
from sessionui.domain.looking_back import last_word, to_look_back_on
from sessionui.domain.room.parts import Agreed, Figure, GoingOn, Numbered, Typing
from sessionui.domain.room.topic import TypedAction
from sessionui.domain.work import Work


def agreed(work: Work, action: Action, day: date) -> Agreed:
    """One action, with what this session said of it, or what was told of it since last time."""
    owner = work.partnership.person(action.owner_id)
    event = last_word(work, action)
    return Agreed(
        number=action.number,
        text=action.text,
        done_when=action.done_when,
        owner=owner.name if owner else "",
        side=owner.side if owner else None,
        due=action.due_now,
        indicator=work.indicator_name(action.indicator_id),
        quick_win=action.quick_win,
        today=work.of_this_session(action),
        overdue=action.overdue(day),
        outcome=event.outcome if event else None,
        note=event.note if event else "",
        told_on=event.at.date() if event and event.session_id is None else None,
    )


def of_today(work: Work, day: date) -> tuple[Agreed, ...]:
    """What was agreed in this session, in the order of the numbers."""
    return tuple(
        agreed(work, a, day)
        for a in work.actions
        if a.state != "withdrawn" and work.of_this_session(a)
    )


def to_read_back(work: Work, day: date) -> tuple[Agreed, ...]:
    """Every open action, those of today first."""
    actions = work.open_actions
    today = [a for a in actions if work.of_this_session(a)]
    return tuple(
        agreed(work, a, day) for a in (*today, *(a for a in actions if not work.of_this_session(a)))
    )


def earlier(work: Work, day: date) -> tuple[Agreed, ...]:
    """What this session looks back on."""
    return tuple(agreed(work, a, day) for a in to_look_back_on(work))


def decisions(work: Work) -> tuple[Numbered, ...]:
    """What was decided in this session."""
    return tuple(
        Numbered(number=d.number, text=d.text)
        for d in work.partnership.decisions
        if d.session_id == work.session.id and not d.withdrawn
    )


def figures(work: Work) -> tuple[Figure, ...]:
    """The hard figures."""
    return tuple(Figure(name=k.name, value=k.value, target=k.target) for k in work.session.kpis)


def going_on(work: Work) -> tuple[GoingOn, ...]:
    """What is going on at either side."""
    return tuple(
        GoingOn(side=i.side, text=i.text, help_wanted=i.help_wanted, joint_action=i.joint_action)
        for i in work.session.issues
    )


def typing_of(work: Work, typed: TypedAction | None) -> Typing | None:
    """What is being typed, where the facilitator shows it."""
    if typed is None:
        return None
    owner = work.partnership.person(typed.owner_id)
    return Typing(
        number=typed.number,
        text=typed.text,
        done_when=typed.done_when,
        owner=owner.name if owner else "",
        side=owner.side if owner else None,
        due=typed.due,
    )
