"""Answers typed in the paper grid give the minutes that sealed ones give, and those of a phone."""

import pytest
from textual.pilot import Pilot

from screens.stages.score_typing import typed_of
from sessionui.domain.intents.phones import GiveAnswers
from sessionui.domain.intents.reveal import Reveal
from sessionui.domain.intents.score import LockRound, SealBallot
from sessionui.domain.minutes.build import minutes_of
from sessionui.domain.scoring import Answer
from sessionui.domain.sides import SIDES
from sessionui.domain.terms import Secrecy
from sessionui.domain.work import Work
from sessionui.minutes import render
from tests.support.room import NOW, a_partnership, a_session, app_on, doing, typing
from tests.support.same_answers import facts
from tests.support.scoring import NARROW, press, scoring, work_of

MARKS = (7.5, None, 10.0, 1.0, 9.5, 4.0)
REASONS = {0: " calls us early", 2: "24"}


def given_by(work: Work, rater: int) -> tuple[Answer, ...]:
    """A form of which a slot is left open, with a reason about the other side and one's own."""
    slots = [(i.indicator_id, own) for own in (False, True) for i in work.items]
    return tuple(
        Answer(
            indicator_id=indicator_id,
            own=own,
            mark=MARKS[(n + rater) % len(MARKS)],
            reason=REASONS.get(n, ""),
        )
        for n, (indicator_id, own) in enumerate(slots)
        if (n + rater) % 3 != 2 or n in REASONS
    )


async def type_form(pilot: Pilot[int], work: Work, answers: tuple[Answer, ...]) -> None:
    given = {(a.indicator_id, a.own): a for a in answers}
    for slot in [(i.indicator_id, own) for own in (False, True) for i in work.items]:
        answer = given.get(slot)
        if answer is not None:
            keys = list(typed_of(answer.mark).replace("10", "0").replace(".", ","))
            await press(pilot, *("comma" if key == "," else key for key in keys))
        if answer is not None and answer.reason:
            await press(pilot, "tab", *typing(answer.reason), "enter")
        elif answer is None or answer.mark not in (None, 10.0, 7.5, 9.5):
            await press(pilot, "down")  # after these the cursor goes on by itself
    await press(pilot, "ctrl+s", *(["y"] if len(answers) < 4 else []))


def minutes(work: Work) -> object:
    after = doing(work, LockRound(), *(Reveal(i.indicator_id) for i in work.items))
    return facts(render(minutes_of(after, NOW), "json", "en"))


@pytest.mark.parametrize("secrecy", ["name", "side"])
async def test_the_grid_gives_the_same_minutes(secrecy: Secrecy) -> None:
    room = a_session(partnership=a_partnership(raters=1), indicators=("Proactivity", "Openness"))
    work = scoring(room, secrecy=secrecy, self_estimate=True, half_marks=True)
    app = app_on(work)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, "g")
        for side in SIDES:
            for n in range(len(work.raters(side))):
                await type_form(pilot, work, given_by(work, n))
            await press(pilot, "f4")
        typed = work_of(app)
    forms = [(s, given_by(work, n), p) for s in SIDES for n, p in enumerate(work.raters(s))]
    sealed = doing(work, *(SealBallot(s, a, rater_id=p) for s, a, p in forms))
    phones = doing(work, *(GiveAnswers(s, a, f"CODE{p}", p, finished=True) for s, a, p in forms))
    for words in ("calls us early", "'24'"):
        assert str(minutes(typed)).count(words) == (2 if secrecy == "name" else 0)
    assert {b.side: b.answers for b in typed.urn.ballots} == {
        b.side: b.answers for b in phones.urn.ballots
    }
    assert minutes(typed) == minutes(sealed) == minutes(phones)
