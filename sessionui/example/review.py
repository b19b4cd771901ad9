"""A review of the example: look back, reveal, agree."""

from datetime import timedelta

from sessionui.domain.intents.agree import PutAction, PutDecision
from sessionui.domain.intents.look_back import AdoptPrevious, PutIssue, PutKpi, RecordOutcome
from sessionui.domain.intents.meaning import ReviseMeaning
from sessionui.domain.intents.reveal import (
    AgreeMark,
    GoToIndicator,
    NoteDiscussion,
    Reveal,
    ShowReasons,
    SideSpoke,
)
from sessionui.domain.intents.walk import ParkPoint
from sessionui.domain.sides import other
from sessionui.domain.speaking import first_speaker
from sessionui.example.cast import Cast
from sessionui.example.plan import (
    INDICATORS,
    SHARPENED,
    SHARPENED_IN,
    Promise,
    Result,
    SessionPlan,
)
from sessionui.example.scene import Scene
from sessionui.example.shape import IndicatorKey, SessionTexts, Texts


def hand_in(scene: Scene, texts: SessionTexts) -> None:
    """Hard figures, and what is going on at each side."""
    for figure in texts.kpis:
        scene.do(PutKpi(figure.name, figure.value, figure.target, figure.comment))
    for going in texts.issues:
        scene.do(PutIssue(going.side, going.text, going.help_wanted, going.joint_action))


def look_back(scene: Scene, cast: Cast, plan: SessionPlan, texts: SessionTexts) -> None:
    """The minutes of last time are adopted; each open action gets its outcome."""
    scene.do(AdoptPrevious(adopted=True))
    for result in plan.results:
        due = (
            scene.work.session.date + timedelta(weeks=result.weeks)
            if result.outcome == "postponed"
            else None
        )
        note = texts.outcomes[result.number]
        scene.do(RecordOutcome(result.number, result.outcome, note, due))
        _hand_over(scene, cast, result)


def _hand_over(scene: Scene, cast: Cast, result: Result) -> None:
    action = scene.work.partnership.action(result.number)
    if action is None or result.new_owner is None:
        return
    scene.do(
        PutAction(
            action.text,
            action.done_when,
            cast.people[result.new_owner],
            action.due_now,
            action.indicator_id,
            action.quick_win,
            action.number,
        )
    )


def reveal(scene: Scene, cast: Cast, plan: SessionPlan, texts: Texts) -> None:
    """Indicator by indicator: both sides' scores, what was said, what was agreed."""
    session = texts.sessions[plan.key]
    for key in INDICATORS:
        indicator_id = cast.indicators[key]
        talk = session.talks[key]
        scene.do(GoToIndicator(indicator_id), Reveal(indicator_id))
        first = first_speaker(scene.work, indicator_id)
        scene.do(
            SideSpoke(indicator_id, first),
            SideSpoke(indicator_id, other(first)),
            ShowReasons(indicator_id),
            NoteDiscussion(indicator_id, talk.said, talk.heard, talk.goes_well),
        )
        if key in plan.agreed_marks:
            scene.do(AgreeMark(indicator_id, plan.agreed_marks[key]))
        if plan.key == SHARPENED_IN and key == SHARPENED:
            name = scene.work.indicator_name(indicator_id)
            scene.do(ReviseMeaning(indicator_id, name, texts.sharpened, texts.sharpened_reason))
        agree(scene, cast, plan, session, key)


def agree(
    scene: Scene, cast: Cast, plan: SessionPlan, texts: SessionTexts, about: IndicatorKey | None
) -> None:
    """Actions, decisions and parked points about one indicator, or about none."""
    for promise in plan.promises:
        if promise.indicator == about:
            promised(scene, cast, promise, texts)
    for key, text in zip(plan.decisions, texts.decisions, strict=True):
        if key == about:
            scene.do(PutDecision(text, cast.indicator(key)))
    for key, text in zip(plan.parked, texts.parked, strict=True):
        if key == about:
            scene.do(ParkPoint(text, cast.indicator(key)))


def promised(scene: Scene, cast: Cast, promise: Promise, texts: SessionTexts) -> None:
    """Agree one action under the next number."""
    text = texts.actions[scene.work.partnership.next_action_number]
    scene.do(
        PutAction(
            text.text,
            text.done_when,
            cast.people[promise.owner],
            scene.work.session.date + timedelta(weeks=promise.weeks),
            cast.indicators[promise.indicator],
            promise.quick_win,
        )
    )
