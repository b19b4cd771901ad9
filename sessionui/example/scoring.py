"""Ballots of the example, read from its score sheets."""

from sessionui.domain.intents.score import SealBallot
from sessionui.domain.scoring import Answer
from sessionui.example.cast import Cast
from sessionui.example.plan import INDICATORS, PEOPLE, SessionPlan
from sessionui.example.scene import Scene
from sessionui.example.shape import PersonKey, SessionTexts


def seal_ballots(scene: Scene, cast: Cast, plan: SessionPlan, texts: SessionTexts) -> None:
    """Everybody on the plan's score sheet answers."""
    for person in plan.marks:
        ballot = SealBallot(
            PEOPLE[person][0], _answers(person, cast, plan, texts), cast.people[person]
        )
        scene.do(ballot)


def _answers(
    person: PersonKey, cast: Cast, plan: SessionPlan, texts: SessionTexts
) -> tuple[Answer, ...]:
    about, self_estimate = plan.marks[person]
    sheets = (
        (False, about, texts.reasons.get(person, {})),
        (True, self_estimate, texts.own_reasons.get(person, {})),
    )
    return tuple(
        Answer(
            indicator_id=cast.indicators[key],
            own=own,
            mark=None if mark == "-" else float(mark),
            reason=reasons.get(key, ""),
        )
        for own, sheet, reasons in sheets
        for key, mark in zip(INDICATORS, sheet.split(), strict=True)
    )
