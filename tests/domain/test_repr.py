"""No mark or reason shows in a repr or an error: those end up in logs and tracebacks."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from pydantic import ValidationError

from sessionui.domain.figures import Dot, Given, Overall, Reason
from sessionui.domain.intents.score import CorrectMark, LockRound, SealBallot
from sessionui.domain.scoring import Answer, Ballot, Urn
from sessionui.domain.undo import step_between
from sessionui.domain.wording import Refused
from sessionui.domain.work import Work
from tests.domain.making import answers, do, named, revealed, work

MARK = 2.5
REASON = "zq-sentinel"


@pytest.fixture
def sealed() -> Work:
    start = work(half_marks=True, self_estimate=True)
    marks = {"openness": MARK, "trust": MARK, "pace": MARK}
    return do(start, named("anna", marks, own=marks, reason=REASON))


@pytest.mark.parametrize(
    "view",
    [
        lambda w: w,
        lambda w: w.session,
        lambda w: w.urn,
        lambda w: w.urn.ballots[0],
        lambda w: w.urn.ballots,
        lambda w: w.urn.ballots[0].answers[0],
        lambda w: w.turnout,
        lambda w: w.side_turnout("a"),
        lambda w: w.items,
        lambda w: step_between(work(), w),
    ],
)
def test_before_the_reveal_nothing_shows(sealed: Work, view: Callable[[Work], object]) -> None:
    locked = do(sealed, LockRound())
    for of in (sealed, locked):
        for text in (repr(view(of)), str(view(of)), f"{view(of)}"):
            assert str(MARK) not in text
            assert REASON not in text


def test_intents_hide_what_they_carry() -> None:
    given = answers({"openness": MARK}, reason=REASON)
    for thing in (
        SealBallot("a", given, rater_id="anna", receipt="RCPT-77"),
        CorrectMark("b1", "openness", MARK),
        given,
        [SealBallot("a", given)],
    ):
        assert str(MARK) not in repr(thing)
        assert REASON not in repr(thing)
        assert "RCPT-77" not in repr(thing)


def test_figures_hide_what_they_hold() -> None:
    """Also after the reveal: they may be in a traceback of the wall while the next is sealed."""
    start = work(half_marks=True, ids=("openness",))
    of = revealed(start, named("anna", {"openness": MARK}, reason=REASON))
    for thing in (of, of.revealed, of.revealed.items[0], of.revealed.items[0].a):
        assert str(MARK) not in repr(thing)
        assert REASON not in repr(thing)
    for small in (
        Dot(MARK),
        Reason(REASON, "anna", MARK),
        Overall(1, 1),
        Given("a", False, 1, 1, 0),
    ):
        assert str(MARK) not in repr(small)
        assert REASON not in repr(small)


@pytest.mark.parametrize(
    "make",
    [
        lambda: Answer.model_validate({"indicator_id": "openness", "mark": 97.25}),
        lambda: Answer.model_validate({"indicator_id": "openness", "mark": "97.25"}),
        lambda: Answer.model_validate({"indicator_id": "openness", "reason": [REASON, 97.25]}),
        lambda: Answer.model_validate({"indicator_id": "openness", "marks": 97.25}),
        lambda: Ballot.model_validate({"id": "b", "side": "a", "answers": [{"mark": 97.25}]}),
        lambda: Ballot.model_validate({"id": "b", "side": REASON}),
        lambda: Urn.model_validate({"id": "u", "ballots": [{"reason": REASON, "mark": 97.25}]}),
        lambda: Urn.model_validate_json('{"id": "u", "ballots": [{"mark": 97.25}]}'),
    ],
)
def test_validation_errors_name_the_field_and_not_its_content(make: Callable[[], object]) -> None:
    with pytest.raises(ValidationError) as caught:
        make()
    for text in (str(caught.value), repr(caught.value)):
        assert "97.25" not in text
        assert REASON not in text


@pytest.mark.parametrize("mark", [0, 11, 97.25, float("nan"), float("inf"), -4])
def test_a_refused_mark_is_not_repeated(mark: float) -> None:
    answer = Answer.model_construct(indicator_id="openness", mark=mark, reason=REASON, own=False)
    with pytest.raises(Refused) as caught:
        do(work(), SealBallot("a", (answer,), rater_id="anna"))
    sentence = caught.value.sentence
    assert sentence.values == {}
    assert "97" not in str(caught.value)
    assert REASON not in repr(caught.value)


def test_a_step_of_undo_shows_nothing_of_what_changed() -> None:
    before = work()
    after = before.but(session=before.session.but(private_notes={"score": REASON}))
    assert REASON not in repr(step_between(before, after))
    assert REASON not in repr(after)
    assert REASON not in repr(replace(after))
