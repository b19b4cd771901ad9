"""Rules on what changed since earlier rounds: only where the meaning stayed the same."""

from collections.abc import Iterator
from decimal import Decimal

from sessionui.domain.figures import WORTH_TALKING, Given
from sessionui.domain.guidance.rule import Found, Rule, found
from sessionui.domain.guidance.situation import Situation
from sessionui.domain.sides import SideKey, other
from sessionui.domain.wording import N_


def _change(s: Situation, side: SideKey, now: Given) -> tuple[Decimal, Decimal] | None:
    """A side's mean last time and now, where the meaning is the same."""
    was = s.before
    if was is None or s.figures is None or was.revision != s.figures.revision:
        return None
    mean = was.given(side).mean
    return (mean, now.mean) if mean is not None and now.mean is not None else None


def _drop(s: Situation) -> Iterator[Found]:
    for _figures, side, given in s.to_explain:
        change = _change(s, side, given)
        if change and change[0] - change[1] >= WORTH_TALKING:
            yield found(
                N_("{giver}, what happened since last time?"),
                N_("{receiver} dropped from {was} to {now} since last time."),
                giver=s.names[side],
                receiver=s.names[other(side)],
                was=change[0],
                now=change[1],
            )


def _rise(s: Situation) -> Iterator[Found]:
    for _figures, side, given in s.to_explain:
        change = _change(s, side, given)
        if change and change[1] - change[0] >= WORTH_TALKING:
            yield found(
                N_("{giver}, what made the difference? What to keep?"),
                N_("{receiver} rose from {was} to {now} since last time. One step is no trend."),
                giver=s.names[side],
                receiver=s.names[other(side)],
                was=change[0],
                now=change[1],
            )


def _gap_again(s: Situation) -> Iterator[Found]:
    figures, was = s.figures, s.before
    if figures is None or was is None or was.revision != figures.revision:
        return
    gap, then = figures.asymmetry, was.asymmetry
    if gap is None or then is None or min(abs(gap), abs(then)) < WORTH_TALKING:
        return
    last = next(r for r in reversed(s.earlier) if r.item(figures.indicator_id))
    if not _agreed_since(s, figures.indicator_id, last.session_id):
        yield found(
            N_("This gap is here again and nothing was agreed. What do we do now?"),
            N_("{now} apart now, {was} on {day}, and no action on {indicator} since."),
            now=abs(gap),
            was=abs(then),
            day=last.date,
            indicator=s.indicator,
        )


def _agreed_since(s: Situation, indicator_id: str, session_id: str) -> bool:
    """Whether an action serves the indicator that is open still, or was agreed since then."""
    return any(
        a.indicator_id == indicator_id
        and not a.withdrawn
        and (a.state == "open" or a.session_id in (session_id, s.session.id))
        for a in s.actions
    )


def _new_meaning(s: Situation) -> Iterator[Found]:
    was = s.before
    if s.figures and was and was.revision != s.figures.revision and not s.talk.both_spoke:
        yield found(
            N_("What do we see now that we did not look at before?"),
            N_("The meaning of {indicator} has changed, so its marks can't be compared."),
            indicator=s.indicator,
        )


DROP = Rule(
    "drop",
    ("reveal",),
    N_("A side got 1.0 or more less than last time, with the same meaning."),
    N_("Something happened; the one who gave the mark knows what."),
    N_("Method, honest figures"),
    _drop,
)
RISE = Rule(
    "rise",
    ("reveal",),
    N_("A side got 1.0 or more above last time, with the same meaning."),
    N_("What works is kept when it is named."),
    N_("Method, honest figures: two rounds make a slope, not a trend"),
    _rise,
)
GAP_AGAIN = Rule(
    "gap-again",
    ("reveal",),
    N_("The two marks lie 1.0 or more apart for the second round, and no action was agreed."),
    N_("A gap that is only noted teaches people that scoring changes nothing."),
    N_("Method, stage 2: forgotten agreements; SC21 Relationship Management Matrix"),
    _gap_again,
)
NEW_MEANING = Rule(
    "new-meaning",
    ("reveal",),
    N_("The meaning of the indicator changed since it was last scored."),
    N_("Marks on two meanings are marks on two things."),
    N_("Method, honest figures: the line breaks"),
    _new_meaning,
)
