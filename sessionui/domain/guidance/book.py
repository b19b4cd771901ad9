"""All rules, the most useful first, and the prompts that they give now."""

from collections.abc import Collection

from sessionui.domain.guidance import about_agreements as agreements
from sessionui.domain.guidance import about_change as change
from sessionui.domain.guidance import about_marks as marks
from sessionui.domain.guidance import about_stages as stages
from sessionui.domain.guidance import about_talk as talk
from sessionui.domain.guidance.rule import Prompt, Rule
from sessionui.domain.guidance.situation import Situation

RULES: tuple[Rule, ...] = (
    talk.SIDE_ABSENT,
    stages.TOO_FEW_RATERS,
    agreements.POSTPONED,
    agreements.OWNER_LEFT,
    agreements.LATE,
    agreements.ONE_SIDE_ISSUES,
    agreements.TOO_MANY,
    agreements.PARKED_BEFORE,
    stages.ONE_SIDE_CANDIDATES,
    stages.LARGE_SET,
    stages.NO_MEANING,
    stages.ONE_WAY,
    stages.NOT_SCORED,
    talk.NO_MEANING,
    talk.BLAME,
    talk.ONE_SIDE_SILENT,
    marks.FAIL,
    change.GAP_AGAIN,
    change.DROP,
    marks.SPREAD,
    marks.GAP,
    marks.PERCEPTION,
    marks.HIDDEN,
    marks.NOT_APPLICABLE,
    marks.ALL_EQUAL,
    marks.NO_REASONS,
    change.NEW_MEANING,
    change.RISE,
    marks.NOTHING_STANDS_OUT,
    talk.HEARD_BACK,
    talk.GOES_WELL,
    talk.NOTHING_AGREED,
    agreements.NO_OWNER,
    agreements.NO_DATE,
    agreements.GAP_WITHOUT_ACTION,
    agreements.ONE_SIDE_ACTS,
    agreements.NOT_SEEN,
    agreements.NOT_READ_BACK,
    stages.SURPRISED,
    stages.TRUST,
    stages.NOT_DISCUSSED,
    agreements.PARKED,
    stages.NO_NEXT,
    stages.SHORT,
    stages.OVER,
)


def rule_of(rule_id: str) -> Rule | None:
    """The rule with that id, or ``None``."""
    return next((rule for rule in RULES if rule.id == rule_id), None)


def prompts(situation: Situation, off: Collection[str] = ()) -> tuple[Prompt, ...]:
    """The prompts that fit now, the most useful first, at most one a rule.

    ``off``: ids of rules that the facilitator has turned off. Confirmed minutes need none.
    """
    if situation.session.state == "confirmed":
        return ()
    given = []
    for rule in RULES:
        if rule.id in off or situation.stage not in rule.stages:
            continue
        first = next(iter(rule.find(situation)), None)
        if first is not None:
            given.append(Prompt(rule.id, first.ask, first.why))
    return tuple(given)
