"""Rules on time and on the stages around the reveal."""

from collections.abc import Iterator
from datetime import timedelta

from sessionui.domain.guidance.rule import Found, Rule, found
from sessionui.domain.guidance.situation import Situation
from sessionui.domain.indicators import Meaning
from sessionui.domain.kinds import STAGE_NAMES
from sessionui.domain.session import next_date
from sessionui.domain.sides import SIDES, other
from sessionui.domain.timing import left, pace
from sessionui.domain.wording import N_

_ENOUGH = timedelta(minutes=4)
_SET, _TRUST_APART = 8, 2


def _over(s: Situation) -> Iterator[Found]:
    if s.state is None or s.session.state == "confirmed" or pace(s.state, s.now) != "over":
        return
    minutes = int(-left(s.state, s.now).total_seconds()) // 60
    yield found(
        N_("What do we still need here, and what can be parked?"),
        N_("The planned {planned} min are over by {minutes}."),
        planned=s.state.minutes,
        minutes=minutes,
    )


def _short(s: Situation) -> Iterator[Found]:
    waiting = [i for i in s.wordings if not s.session.revealed(i)]
    if s.state is None or pace(s.state, s.now) == "free" or len(waiting) < 2:
        return
    rest = left(s.state, s.now)
    if timedelta() <= rest < _ENOUGH * len(waiting):
        yield found(
            N_("Which of these do we have to talk about today?"),
            N_("{count} indicators to go and {minutes} min left."),
            count=len(waiting),
            minutes=int(rest.total_seconds()) // 60,
        )


def _too_few_raters(s: Situation) -> Iterator[Found]:
    rules = s.session.rules
    if rules.secrecy != "side" or s.session.stage_state("score") is None or s.session.locked:
        return
    for side in SIDES:
        count = s.turnout[side].expected
        if count < rules.threshold:
            many = N_("{side} has {count} raters; below {least} its marks stay hidden.")
            one = N_("{side} has {count} rater; below {least} its marks stay hidden.")
            yield found(
                N_("Do we score by name, or does {side} bring one more rater?"),
                one if count == 1 else many,
                side=s.names[side],
                count=count,
                least=rules.threshold,
            )


def _not_scored(s: Situation) -> Iterator[Found]:
    if s.session.locked:
        return
    for side in SIDES:
        mine, theirs = s.turnout[side], s.turnout[other(side)]
        if mine.answered == 0 and mine.expected and theirs.answered:
            many = N_("Nobody of {side} has answered, {count} of {other} have.")
            one = N_("Nobody of {side} has answered, {count} of {other} has.")
            yield found(
                N_("{side}, what do you need to give your marks?"),
                one if theirs.answered == 1 else many,
                side=s.names[side],
                other=s.names[other(side)],
                count=theirs.answered,
            )


def _one_side_candidates(s: Situation) -> Iterator[Found]:
    define = s.session.define
    sides = {c.side for c in define.standing if c.side} if define.shown else set()
    if len(sides) == 1:
        only = sides.pop()
        yield found(
            N_("{silent}, what do you miss on this list?"),
            N_("Every candidate that was written comes from {wrote}."),
            silent=s.names[other(only)],
            wrote=s.names[only],
        )


def _large_set(s: Situation) -> Iterator[Found]:
    count = len(s.partnership.in_force)
    if count > _SET:
        yield found(
            N_("Which two say the same? Which one can wait a year?"),
            N_("The set has {count} indicators; about six can be talked through."),
            count=count,
        )


def _no_meaning(s: Situation) -> Iterator[Found]:
    for indicator in s.partnership.in_force:
        if indicator.meaning == Meaning():
            yield found(
                N_("What would we see on Monday morning if {indicator} were there?"),
                N_("{indicator} has no meaning yet."),
                indicator=indicator.name,
            )


def _one_way(s: Situation) -> Iterator[Found]:
    for indicator in s.partnership.in_force:
        said = [side for side in SIDES if indicator.meaning.expects(side).strip()]
        if len(said) == 1:
            yield found(
                N_("{silent}, what do you expect here of {said}?"),
                N_("Only what {said} expects is written down on {indicator}."),
                silent=s.names[other(said[0])],
                said=s.names[said[0]],
                indicator=indicator.name,
            )


def _surprised(s: Situation) -> Iterator[Found]:
    closing = s.session.closing
    if closing.surprise == "yes" and not closing.surprise_note.strip():
        yield found(
            N_("What surprised, and whom? How could it have been said sooner?"),
            N_("Somebody was surprised by a score, and it is not noted by what."),
        )


def _trust(s: Situation) -> Iterator[Found]:
    closing = s.session.closing
    if closing.trust_a is None or closing.trust_b is None:
        return
    if abs(closing.trust_a - closing.trust_b) >= _TRUST_APART:
        low = "a" if closing.trust_a < closing.trust_b else "b"
        yield found(
            N_("{low}, what has to come first, for more trust?"),
            N_("The trust pulse lies {size} apart."),
            low=s.partnership.name_a if low == "a" else s.partnership.name_b,
            high=s.partnership.name_b if low == "a" else s.partnership.name_a,
            size=abs(closing.trust_a - closing.trust_b),
        )


def _no_date(s: Situation) -> Iterator[Found]:
    day = next_date(s.session, s.partnership.next_session)
    if s.session.state == "running" and day is None:
        yield found(
            N_("When do we meet next? Diaries out, now."),
            N_("There is no date for the next session."),
        )


def _not_discussed(s: Situation) -> Iterator[Found]:
    waiting = [i for i in s.wordings if not s.session.revealed(i)]
    parked = {p.indicator_id for p in s.session.parked}
    waiting = [i for i in waiting if i not in parked]
    if s.session.locked and waiting:
        yield found(
            N_("When do we talk about what we did not get to?"),
            N_("{count} indicators were scored and not discussed."),
            count=len(waiting),
        )


OVER = Rule(
    "over-time",
    tuple(STAGE_NAMES),
    N_("A stage has taken more than its minutes."),
    N_("The last stages pay for the first ones, and they hold the agreements."),
    N_("Method, the stages: each has a time budget"),
    _over,
)
SHORT = Rule(
    "short-of-time",
    ("reveal",),
    N_("Fewer than four minutes are left for each indicator to go."),
    N_("Choosing with the room is better than a last one in a hurry."),
    N_("Our own"),
    _short,
)
TOO_FEW_RATERS = Rule(
    "few-raters",
    ("welcome", "score"),
    N_("By side, and a side has fewer raters than the threshold."),
    N_("Its marks would stay hidden, and the group can still choose otherwise."),
    N_("Method, names and secrecy"),
    _too_few_raters,
)
NOT_SCORED = Rule(
    "side-not-scored",
    ("score",),
    N_("Nobody of one side has answered, and people of the other have."),
    N_("Without one side there is nothing to hold against each other."),
    N_("Method, stage 5"),
    _not_scored,
)
ONE_SIDE_CANDIDATES = Rule(
    "one-side-candidates",
    ("define",),
    N_("All candidates on the list come from one side."),
    N_("The loudest must not choose the list."),
    N_("Method, stage 3: silent writing"),
    _one_side_candidates,
)
LARGE_SET = Rule(
    "large-set",
    ("define",),
    N_("More than eight indicators are chosen."),
    N_("A review of two hours has no room for more."),
    N_("Method, stage 3: six suggested, not enforced"),
    _large_set,
)
NO_MEANING = Rule(
    "no-meaning",
    ("meaning",),
    N_("An indicator in the set has no meaning yet."),
    N_("A catch-all word without a meaning is useless."),
    N_("Method, stage 4"),
    _no_meaning,
)
ONE_WAY = Rule(
    "one-way-expectation",
    ("meaning",),
    N_("Only one side has said what it expects on an indicator."),
    N_("Expectations go both ways."),
    N_("Method, stage 4"),
    _one_way,
)
SURPRISED = Rule(
    "surprised",
    ("close",),
    N_("A score surprised somebody, and it is not noted by what."),
    N_("The aim is that nobody hears it here for the first time."),
    N_("Method, stage 8: surprise check"),
    _surprised,
)
TRUST = Rule(
    "trust-apart",
    ("close",),
    N_("The trust pulse of the two sides lies two or more apart."),
    N_("The lower one knows what is missing."),
    N_("Method, stage 8: trust pulse"),
    _trust,
)
NO_NEXT = Rule(
    "no-next-date",
    ("close",),
    N_("There is no date for the next session."),
    N_("Apart, it takes weeks to find one."),
    N_("Method, stage 8: next date"),
    _no_date,
)
NOT_DISCUSSED = Rule(
    "not-discussed",
    ("actions", "close"),
    N_("Indicators were scored, and neither revealed nor parked."),
    N_("Who took the trouble to score wants to hear what becomes of it."),
    N_("Method, stage 8: completeness"),
    _not_discussed,
)
