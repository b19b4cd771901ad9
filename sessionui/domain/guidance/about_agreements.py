"""Rules on actions and what came of them: at the look-back, while agreeing, and when leaving."""

from collections.abc import Iterator

from sessionui.domain.figures import WORTH_TALKING
from sessionui.domain.guidance.rule import Found, Rule, found
from sessionui.domain.guidance.situation import Situation
from sessionui.domain.sides import SIDES, other
from sessionui.domain.wording import N_

_OFTEN, _MANY, _SOME = 2, 8, 3


def _postponed(s: Situation) -> Iterator[Found]:
    often = [a for a in s.actions_before if a.times_postponed >= _OFTEN]
    for action in sorted(often, key=lambda a: (-a.times_postponed, a.number)):
        yield found(
            N_("What stands in the way of action {number}? Whose help does it need?"),
            N_("Action {number} was postponed {times} times: {text}"),
            number=action.number,
            times=action.times_postponed,
            text=action.text,
        )


def _owner_left(s: Situation) -> Iterator[Found]:
    for action in s.actions_before:
        owner = s.partnership.person(action.owner_id)
        if owner is not None and not owner.here:
            yield found(
                N_("Who takes over action {number}?"),
                N_("{owner}, who had action {number}, has left."),
                number=action.number,
                owner=owner.name,
            )


def _late(s: Situation) -> Iterator[Found]:
    for action in s.actions_before:
        if action.overdue(s.session.date) and not action.event_in(s.session.id):
            yield found(
                N_("What did action {number} bring so far, and what does it still need?"),
                N_("Action {number} was due on {day} and was not looked back on yet."),
                number=action.number,
                day=action.due_now or s.session.date,
            )


def _too_many(s: Situation) -> Iterator[Found]:
    count = len(s.actions_before)
    if count >= _MANY:
        yield found(
            N_("Which of these still matter? Which may we drop?"),
            N_("{count} actions are still open."),
            count=count,
        )


def _one_side_issues(s: Situation) -> Iterator[Found]:
    sides = {issue.side for issue in s.session.issues}
    if len(sides) == 1:
        told = sides.pop()
        yield found(
            N_("{silent}, what goes on at your side?"),
            N_("Only {told} has told what goes on."),
            silent=s.names[other(told)],
            told=s.names[told],
        )


def _no_owner(s: Situation) -> Iterator[Found]:
    for action in s.actions:
        if action.state != "open" or s.waved(action, "owner"):
            continue
        if action.owner_id is None:
            yield found(
                N_("Who takes action {number}? One person, before we stand up."),
                N_("Action {number} has no owner: {text}"),
                number=action.number,
                text=action.text,
            )


def _no_date(s: Situation) -> Iterator[Found]:
    for action in s.actions:
        if action.state != "open" or s.waved(action, "date"):
            continue
        if action.due_now is None:
            yield found(
                N_("When do we look whether action {number} is done?"),
                N_("Action {number} has no date: {text}"),
                number=action.number,
                text=action.text,
            )


def _not_seen(s: Situation) -> Iterator[Found]:
    for action in s.actions_here:
        if not action.done_when.strip():
            yield found(
                N_("How do we see that action {number} is done?"),
                N_("Action {number} does not say when it is done: {text}"),
                number=action.number,
                text=action.text,
            )


def _one_side_acts(s: Situation) -> Iterator[Found]:
    owners = [s.partnership.person(a.owner_id) for a in s.actions_here]
    sides = {owner.side for owner in owners if owner}
    if len(sides) == 1 and sum(owner is not None for owner in owners) >= _SOME:
        side = sides.pop()
        yield found(
            N_("{idle}, what will you do to make this work?"),
            N_("All {count} actions with an owner lie with {busy}."),
            idle=s.names[other(side)],
            busy=s.names[side],
            count=sum(owner is not None for owner in owners),
        )


def _gap_without_action(s: Situation) -> Iterator[Found]:
    served = {a.indicator_id for a in s.actions if a.state == "open"}
    for item in s.revealed.items:
        if item.indicator_id in served or s.settled(item.indicator_id):
            continue
        failed = any(item.given(side).passed is False for side in SIDES)
        wide = item.asymmetry is not None and abs(item.asymmetry) >= WORTH_TALKING
        if failed or wide:
            yield found(
                N_("What do we agree on {indicator}, if only a first step?"),
                N_("A fail or a wide gap on {indicator}, and no open action serves it.")
                if failed
                else N_("The marks on {indicator} lie apart, and no open action serves it."),
                indicator=s.name_of(item.indicator_id),
            )


def _not_read_back(s: Situation) -> Iterator[Found]:
    if s.actions_here and not s.session.read_back.read:
        yield found(
            N_("Shall I read back what we agreed? Who can't live with it, says so."),
            N_("The actions of today were not read back yet."),
        )


def _parked(s: Situation) -> Iterator[Found]:
    count = len(s.parked)
    if count:
        yield found(
            N_("Which parked point has to become an action or a decision today?"),
            N_("Points in the parking lot: {count}."),
            count=count,
        )


def _parked_before(s: Situation) -> Iterator[Found]:
    count = sum(point.parked_on is not None for point in s.parked)
    if count:
        yield found(
            N_("Which of the points that were parked before do we take up today?"),
            N_("Points that were parked in earlier sessions and wait: {count}."),
            count=count,
        )


POSTPONED = Rule(
    "postponed-again",
    ("look_back",),
    N_("An action was postponed twice or more."),
    N_("Once more a date changes nothing; something stands in the way."),
    N_("Method, stage 2: postponed is counted; second case: blockers in the organisation"),
    _postponed,
)
OWNER_LEFT = Rule(
    "owner-left",
    ("look_back", "actions", "close"),
    N_("The owner of an open action does not belong to the partnership any more."),
    N_("An action of somebody who left is nobody's."),
    N_("Method, stage 7: one owner"),
    _owner_left,
)
LATE = Rule(
    "late-action",
    ("look_back",),
    N_("An action is past its date, and nothing was said of it yet."),
    N_("What is looked back on gets done; ask why, not who."),
    N_("Method, stage 2: forgotten agreements"),
    _late,
)
TOO_MANY = Rule(
    "many-actions",
    ("look_back",),
    N_("Eight or more actions are open from before."),
    N_("A long list is read, not done."),
    N_("Our own"),
    _too_many,
)
ONE_SIDE_ISSUES = Rule(
    "one-side-issues",
    ("look_back",),
    N_("Only one side has told what goes on at its side."),
    N_("Things go on at both sides, and marks are read differently with it."),
    N_("Method, stage 2: what each side brings"),
    _one_side_issues,
)
NO_OWNER = Rule(
    "no-owner",
    ("actions", "close"),
    N_("An open action has no owner."),
    N_("What all will do, nobody does."),
    N_("Method, stage 7; Latané & Darley 1970 on divided responsibility"),
    _no_owner,
)
NO_DATE = Rule(
    "no-date",
    ("actions", "close"),
    N_("An open action has no date."),
    N_("Saying when makes doing it likelier."),
    N_("Method, stage 7; Gollwitzer 1999 on implementation intentions"),
    _no_date,
)
NOT_SEEN = Rule(
    "done-when",
    ("actions",),
    N_("An action of today does not say how one sees that it is done."),
    N_("Without it the next look-back is about words."),
    N_("Method, stage 7: done when"),
    _not_seen,
)
ONE_SIDE_ACTS = Rule(
    "one-side-acts",
    ("actions",),
    N_("Three or more actions were agreed today, all with owners of one side."),
    N_("It is about working together; a list for one side is an order."),
    N_("Method, stage 4: what each expects of and needs from the other"),
    _one_side_acts,
)
GAP_WITHOUT_ACTION = Rule(
    "gap-without-action",
    ("actions", "close"),
    N_("A fail or a gap of 1.0 or more was revealed, and no open action serves it."),
    N_("It comes back next quarter otherwise."),
    N_("Method, stage 8: completeness"),
    _gap_without_action,
)
NOT_READ_BACK = Rule(
    "not-read-back",
    ("actions", "close"),
    N_("Actions were agreed today and not read back."),
    N_("Consent is only given to what was heard."),
    N_("Method, stage 7: read back, objections, consent"),
    _not_read_back,
)
PARKED = Rule(
    "parked-points",
    ("actions", "close"),
    N_("There are points in the parking lot."),
    N_("Who parks a point expects that it is fetched."),
    N_("Method, stage 6"),
    _parked,
)
PARKED_BEFORE = Rule(
    "parked-before",
    ("look_back",),
    N_("Points from earlier sessions are still in the parking lot."),
    N_("Who parks a point expects that it is fetched."),
    N_("Method, stage 2: forgotten agreements"),
    _parked_before,
)
