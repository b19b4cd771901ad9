"""A session in which nothing was said can go; one word in it, or about it elsewhere, keeps it."""

import pytest

from sessionui.domain.intents.agree import PutAction, PutDecision
from sessionui.domain.intents.base import Intent
from sessionui.domain.intents.people import SetNextSession
from sessionui.domain.intents.walk import (
    GoToStage,
    ParkPoint,
    PauseClock,
    StartSession,
    WritePrivateNotes,
)
from sessionui.domain.intents.welcome import SetPresence, SetWelcome
from sessionui.domain.unsaid import nothing_said
from tests.domain.making import DAY, do, named, work


def test_a_plan_and_its_clock_are_nothing_said() -> None:
    of = do(work(), StartSession(), GoToStage("score"), PauseClock(paused=True))
    assert of.session.state == "running"
    assert nothing_said(of)


@pytest.mark.parametrize(
    "intent",
    [
        PutAction("one"),
        PutDecision("monthly"),
        ParkPoint("later"),
        SetNextSession(DAY),
        SetPresence("anna", "present"),
        SetWelcome("talk", ""),
        WritePrivateNotes("welcome", "mine"),
        named("anna", {"openness": 7}),
    ],
)
def test_one_word_keeps_it(intent: Intent) -> None:
    assert not nothing_said(do(work(), StartSession(), intent))
