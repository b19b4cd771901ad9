"""Rules on revealed marks: they speak until both sides have spoken on the indicator."""

from collections.abc import Iterator
from decimal import Decimal

from sessionui.domain.figures import WORTH_TALKING, Given
from sessionui.domain.guidance.rule import Found, Rule, found
from sessionui.domain.guidance.situation import Situation
from sessionui.domain.sides import SIDES, other
from sessionui.domain.talk import talk_points
from sessionui.domain.wording import N_, Value


def _fail(s: Situation) -> Iterator[Found]:
    for _figures, side, given in s.to_explain:
        if given.passed is False and given.mean is not None:
            yield found(
                N_("{giver}, one example? No solution yet."),
                N_("{receiver} got a fail: {mark}."),
                giver=s.names[side],
                receiver=s.names[other(side)],
                mark=given.mean,
            )


def _spread(s: Situation) -> Iterator[Found]:
    for _figures, side, given in s.to_explain:
        if given.spread is None or given.spread < WORTH_TALKING:
            continue
        values: dict[str, Value] = {
            "side": s.names[side],
            "size": given.spread,
            "low": Decimal(str(given.low)),
            "high": Decimal(str(given.high)),
        }
        why = N_("Within {side} the marks lie {size} apart, from {low} to {high}.")
        ends = _ends(s, given)
        if ends:
            ask = N_("{highest}, what did you see? And {lowest}?")
            yield found(ask, why, highest=ends[1], lowest=ends[0], **values)
        else:
            ask = N_("Who of {side} explains the highest mark? And the lowest?")
            yield found(ask, why, **values)


def _ends(s: Situation, given: Given) -> tuple[str, str] | None:
    """Who gave the lowest and the highest mark, where names allow and one person did each."""
    lowest = [d.rater_id for d in given.dots if d.mark == given.low]
    highest = [d.rater_id for d in given.dots if d.mark == given.high]
    if len(lowest) != 1 or len(highest) != 1:
        return None
    people = s.partnership.person(lowest[0]), s.partnership.person(highest[0])
    return (people[0].name, people[1].name) if people[0] and people[1] else None


def _gap(s: Situation) -> Iterator[Found]:
    gap = s.figures.asymmetry if s.figures and not s.talk.both_spoke else None
    if gap is not None and abs(gap) >= WORTH_TALKING:
        yield found(
            N_("What does each side see that the other does not?"),
            N_("The two marks are {size} apart."),
            size=abs(gap),
        )


def _perception(s: Situation) -> Iterator[Found]:
    for figures, side, _given in s.to_explain:
        gap = figures.perception_gap(side)
        if gap is None or abs(gap) < WORTH_TALKING:
            continue
        values: dict[str, Value] = {
            "side": s.names[side],
            "other": s.names[other(side)],
            "size": abs(gap),
        }
        if gap < 0:
            ask = N_("{side}, what do you do that the other does not see?")
            yield found(ask, N_("{side} gave itself {size} more than it got."), **values)
        else:
            ask = N_("{other}, what do you value that {side} finds normal?")
            yield found(ask, N_("{side} gave itself {size} less than it got."), **values)


def _all_equal(s: Situation) -> Iterator[Found]:
    sides = [given for _figures, _side, given in s.to_explain]
    marks = {mark for given in sides for mark in (given.low, given.high)}
    mark = next(iter(marks)) if len(marks) == 1 else None
    if mark is not None and all(given.n > 1 for given in sides):
        yield found(
            N_("Do we all see the same, or is another mark hard to give here?"),
            N_("Every mark is a {mark}."),
            mark=Decimal(str(mark)),
        )


def _not_applicable(s: Situation) -> Iterator[Found]:
    for _figures, side, given in s.to_explain:
        if not given.hidden and given.not_applicable > 0 and given.n == 0:
            yield found(
                N_("{side}, when would this apply? Does it belong in our set?"),
                N_("Everybody of {side} who answered said not applicable."),
                side=s.names[side],
                indicator=s.indicator,
            )


def _no_reasons(s: Situation) -> Iterator[Found]:
    if s.figures is None or any(s.figures.given(side).hidden for side in SIDES):
        return
    for figures, side, given in s.to_explain:
        theirs = figures.given(other(side))
        if given.n and not given.reasons and theirs.reasons and side not in s.talk.spoken:
            yield found(
                N_("{side}, what did you see when you gave your mark?"),
                N_("{side} wrote no reasons, {other} did."),
                side=s.names[side],
                other=s.names[other(side)],
            )


def _hidden(s: Situation) -> Iterator[Found]:
    for _figures, side, given in s.to_explain:
        if given.hidden:
            yield found(
                N_("{side}, what do you want to say? Nobody has to tell a mark."),
                N_("The marks of {side} stay hidden: fewer than {least} answered."),
                side=s.names[side],
                indicator=s.indicator,
                least=s.session.rules.threshold,
            )


def _nothing_stands_out(s: Situation) -> Iterator[Found]:
    if s.figures is None or s.talk.both_spoke or any(s.figures.given(x).hidden for x in SIDES):
        return
    if not talk_points(s.figures, s.names, s.earlier) and s.figures.mean is not None:
        yield found(
            N_("What do we do here that works, and how do we keep it?"),
            N_("Nothing stands out on {indicator}."),
            indicator=s.indicator,
        )


FAIL = Rule(
    "fail",
    ("reveal",),
    N_("A side got less than 5.5."),
    N_("An example makes a low mark something to understand; a solution now ends the talk."),
    N_("Method, what goes wrong in rooms: rushing to solutions"),
    _fail,
)
SPREAD = Rule(
    "spread",
    ("reveal",),
    N_("Within a side the marks lie 1.0 or more apart."),
    N_("A mean hides that people of one side see different things; the ends know most."),
    N_("Method, stage 6; Burke & Dunlap 2002 on agreement in small groups"),
    _spread,
)
GAP = Rule(
    "gap",
    ("reveal",),
    N_("The two marks lie 1.0 or more apart."),
    N_("Two sides see different parts of the same work."),
    N_("Method, honest figures: asymmetry"),
    _gap,
)
PERCEPTION = Rule(
    "perception-gap",
    ("reveal",),
    N_("A side gave itself 1.0 or more above or below what it got."),
    N_("What one does and what the other sees of it are two things."),
    N_("Method, honest figures: perception gap; SC21 Relationship Management Matrix"),
    _perception,
)
ALL_EQUAL = Rule(
    "all-equal",
    ("reveal",),
    N_("Every mark of both sides is the same."),
    N_("Full agreement is rare; it can also mean that another mark did not feel safe."),
    N_("Janis 1972 on groupthink; Edmondson 1999 on psychological safety"),
    _all_equal,
)
NOT_APPLICABLE = Rule(
    "not-applicable",
    ("reveal",),
    N_("Everybody of a side said not applicable."),
    N_("Not applicable is not zero; perhaps the indicator has done its work."),
    N_("Method, stage 5"),
    _not_applicable,
)
NO_REASONS = Rule(
    "no-reasons",
    ("reveal",),
    N_("One side wrote reasons with its marks, the other none."),
    N_("Who wrote nothing down is easily passed over."),
    N_("Method, stage 6; Stasser & Titus 1985 on what groups leave unsaid"),
    _no_reasons,
)
HIDDEN = Rule(
    "hidden-side",
    ("reveal",),
    N_("By side: the marks of a side stay hidden, because too few answered."),
    N_("Their experience counts all the same, and nobody has to give a mark away."),
    N_("Method, names and secrecy"),
    _hidden,
)
NOTHING_STANDS_OUT = Rule(
    "nothing-stands-out",
    ("reveal",),
    N_("No gap, spread, fail or drop is worth talking about."),
    N_("What goes well is talked about least, and lost first."),
    N_("Method, stage 6; Cooperrider & Srivastva 1987, appreciative inquiry"),
    _nothing_stands_out,
)
