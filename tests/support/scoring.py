"""A session whose scoring is open, and the keys and words to test it with."""

from sessionui.app import SessionUI
from sessionui.desk import SessionDesk
from sessionui.domain.intents.walk import GoToStage
from sessionui.domain.intents.welcome import SetRules
from sessionui.domain.scoring import Answer
from sessionui.domain.terms import Secrecy
from sessionui.domain.work import Work
from tests.support.room import a_session, doing, press, screen_text

__all__ = [
    "NARROW",
    "answer_of",
    "desk_of",
    "flat",
    "mark_of_rater",
    "press",
    "scoring",
    "work_of",
]

NARROW = (80, 24)


def scoring(
    work: Work | None = None,
    *,
    secrecy: Secrecy = "name",
    self_estimate: bool = False,
    half_marks: bool = False,
) -> Work:
    """A session in the score stage under those rules; nobody has answered."""
    rules = SetRules(secrecy, self_estimate=self_estimate, half_marks=half_marks)
    return doing(work or a_session(), rules, GoToStage("score"))


def desk_of(app: SessionUI) -> SessionDesk:
    """The desk of the session on the table."""
    assert app.desk is not None
    return app.desk


def work_of(app: SessionUI) -> Work:
    """What is on the table."""
    return desk_of(app).work


def flat(app: SessionUI) -> str:
    """The screen's text as one line, so that it does not matter where it was wrapped."""
    return " ".join(screen_text(app).split())


def answer_of(work: Work, rater: str, name: str, *, own: bool = False) -> Answer | None:
    """What somebody answered, by name, on the indicator with that name."""
    item = next(i for i in work.items if work.indicator_name(i.indicator_id) == name)
    ballot = work.urn.of_rater(rater)
    assert ballot is not None
    return ballot.answer(item.indicator_id, own=own)


def mark_of_rater(work: Work, rater: str, name: str, *, own: bool = False) -> float | None:
    """The mark in that answer."""
    answer = answer_of(work, rater, name, own=own)
    assert answer is not None
    return answer.mark
