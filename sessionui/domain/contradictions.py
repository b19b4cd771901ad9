"""Decisions that don't go with the action list, as far as that can be told by their words.

Looked for are: a decision that names an open action by its number and says that it ends, or one
that was ended and says that it goes on; a decision in nearly the words of an action that this
session dropped or took back; and one that says no, or not, in nearly the words of an open one. What
is meant the same in other words isn't found, and what is found may be meant well: it is told.
"""

import re
from typing import Final

from sessionui.domain.action_numbers import ended_in, going_on_in
from sessionui.domain.agreements import Action, Decision
from sessionui.domain.remark import Remark
from sessionui.domain.similar import alikeness
from sessionui.domain.wording import N_, Sentence
from sessionui.domain.work import Work

NEARLY: Final = 0.6
"""Dice's coefficient of letter triples from which on two texts are nearly the same."""

_NO = re.compile(
    r"\b(no|not|never|don't|won't|no longer|stop|niet|geen|nooit|niet meer|stoppen)\b",
    re.IGNORECASE,
)


def contradictions(work: Work) -> list[Remark]:
    """One remark for each pair of a decision of this session and an action."""
    mine = work.session.id
    decisions = [d for d in work.partnership.decisions if d.session_id == mine and not d.withdrawn]
    found = (
        _by_number(work, d, a) or _between(work, d, a) for d in decisions for a in work.actions
    )
    return [remark for remark in found if remark is not None]


def _by_number(work: Work, decision: Decision, action: Action) -> Remark | None:
    if action.state == "open" and action.number in ended_in(decision.text):
        template = N_(
            "Decision {decision} says that action {number} ends, but that is still on the list."
        )
    elif _ended_here(work, action) and action.number in going_on_in(decision.text):
        template = N_("Decision {decision} says that action {number} goes on, but that was ended.")
    else:
        return None
    return _remark(template, decision, action)


def _between(work: Work, decision: Decision, action: Action) -> Remark | None:
    denies = bool(_NO.search(decision.text)) != bool(_NO.search(action.text))
    ended = _ended_here(work, action)
    if not (ended or (denies and action.state == "open")):
        return None
    bare = (_NO.sub("", text) for text in (decision.text, action.text))
    if alikeness(*bare) < NEARLY:
        return None
    if ended and not denies:
        template = N_("Decision {decision} says nearly what action {number} said, which was ended.")
    elif not ended:
        template = N_("Decision {decision} says not to do what action {number} says.")
    else:
        return None
    return _remark(template, decision, action)


def _remark(template: str, decision: Decision, action: Action) -> Remark:
    values = {"decision": decision.number, "number": action.number}
    return Remark(f"decision/{decision.number}/{action.number}", Sentence(template, {**values}))


def _ended_here(work: Work, action: Action) -> bool:
    """Whether this session took it back or dropped it."""
    if action.withdrawn:
        return work.of_this_session(action)
    event = action.event_in(work.session.id)
    return action.state == "dropped" and event is not None
