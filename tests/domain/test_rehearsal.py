"""A rehearsal has invented marks, something to talk about, and nothing that anybody really gave."""

import json
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sessionui.domain.intents.base import carry_out
from sessionui.domain.intents.close import ConfirmMinutes
from sessionui.domain.intents.define import AddCandidate
from sessionui.domain.intents.phones import OpenToPhones
from sessionui.domain.intents.reveal import Reveal
from sessionui.domain.intents.score import LockRound, SealBallot, check_mark
from sessionui.domain.minutes.build import minutes_of
from sessionui.domain.partnership import Partnership, Person
from sessionui.domain.planning import work_on
from sessionui.domain.rehearsal import earlier_session, rehearsed, shown_urn
from sessionui.domain.rounds import revealed_round
from sessionui.domain.scoring import Answer, Rules
from sessionui.domain.sides import SIDES
from sessionui.domain.talk import talk_points
from sessionui.domain.terms import Secrecy
from sessionui.domain.wording import Refused
from sessionui.domain.work import Work
from sessionui.minutes import render
from tests.domain.making import DAY, NAMES, NOON, Clock, do, indicator, revealed, session_of

SENTINEL = "quokkareason"

rules_drawn = st.builds(
    Rules,
    secrecy=st.sampled_from(("name", "side")),
    threshold=st.integers(2, 4),
    self_estimate=st.booleans(),
    half_marks=st.booleans(),
)


def a_work(rules: Rules, raters: tuple[int, int] = (3, 3), indicators: int = 3) -> Work:
    people = tuple(
        Person(id=f"{side}{n}", name=f"Person {side} {n}", side=side)
        for side, count in zip(SIDES, raters, strict=True)
        for n in range(count)
    )
    pact = Partnership(
        id="p1",
        name_a=NAMES["a"],
        name_b=NAMES["b"],
        people=people,
        indicators=tuple(indicator(f"i{n}") for n in range(indicators)),
        created=NOON - timedelta(days=400),
    )
    return work_on(pact, session_of(pact, rules=rules))


def shown(work: Work) -> Work:
    """Locked, and everything revealed."""
    return revealed(work)


@settings(max_examples=120, deadline=None)
@given(
    rules=rules_drawn,
    raters=st.tuples(st.integers(2, 8), st.integers(2, 8)),
    indicators=st.integers(1, 8),
    seed=st.text(max_size=8),
)
def test_there_is_something_to_say_and_every_mark_keeps_the_rules(
    rules: Rules, raters: tuple[int, int], indicators: int, seed: str
) -> None:
    work = a_work(rules, raters, indicators)
    copy = rehearsed(work, seed)
    assert copy == rehearsed(work, seed)
    assert copy.session.rehearsal
    assert len(copy.turnout.answered) == len(copy.urn.ballots) >= sum(raters) - 1
    for ballot in copy.urn.ballots:
        assert (ballot.rater_id is None) == (rules.secrecy == "side")
        assert {a.own for a in ballot.answers} == {False, True} - ({True} - {rules.self_estimate})
        assert all(check_mark(a.mark, rules) == a.mark for a in ballot.answers)
        assert all(not a.reason or "nvented" in a.reason for a in ballot.answers)
    if rules.secrecy == "side" and min(raters) < rules.threshold:
        return  # then the sides see nothing of each other, in the rehearsal as in the room
    points = [p for item in shown(copy).revealed.items for p in talk_points(item, copy.names)]
    codes = {point.code for point in points}
    assert {"asymmetry", "spread", "fail"} <= codes
    assert ("perception" in codes) or not rules.self_estimate
    assert all(item.a.n and item.b.n for item in shown(copy).revealed.items)
    # Not one in whom everything is a drama: most marks are the usual ones.
    marks = [a.mark for b in copy.urn.ballots for a in b.answers if not a.own and a.mark]
    if indicators > 3:
        assert sum(5 <= mark <= 8.5 for mark in marks) > len(marks) * 0.7


def test_somebody_of_a_large_side_is_left_to_pass_the_keyboard_to() -> None:
    copy = rehearsed(a_work(Rules(), (5, 3)), "seed")
    assert [copy.side_turnout(side).missing for side in SIDES] == [("a4",), ()]
    answers = [b.answer(i.indicator_id) for b in copy.urn.ballots for i in copy.items]
    assert sum(a is not None and a.mark is None for a in answers) == 1


@pytest.mark.parametrize("secrecy", ["name", "side"])
def test_nothing_that_somebody_gave_goes_along(secrecy: Secrecy) -> None:
    clock = Clock()
    work = carry_out(OpenToPhones("ab" * 32), a_work(Rules(secrecy=secrecy)), clock())
    answers = [Answer(indicator_id=f"i{n}", mark=1, reason=SENTINEL) for n in range(3)]
    for rater in ("a0", "a1", "b0"):
        side = "a" if rater[0] == "a" else "b"
        work = carry_out(
            SealBallot("a" if side == "a" else "b", tuple(answers), rater_id=rater, receipt="CODE"),
            work,
            clock(),
        )
    copy = rehearsed(work, "seed")
    text = "".join(
        part.model_dump_json() for part in (copy.partnership, copy.session, copy.urn, copy.turnout)
    )
    assert SENTINEL not in text
    assert "ab" * 32 not in text
    assert not {b.id for b in work.urn.ballots} & {b.id for b in copy.urn.ballots}
    assert all(not ballot.receipt for ballot in copy.urn.ballots)
    assert not any(a.mark == 1 for b in copy.urn.ballots for a in b.answers)
    assert work.urn.ballots[0].answers[0].reason == SENTINEL


def test_dot_votes_that_were_not_shown_stay_behind() -> None:
    work = carry_out(AddCandidate("a", "Trust"), a_work(Rules()), Clock()())
    key = work.session.define.candidates[0].id
    voted = work.session.define.but(votes=((key,),), voted=("a0",))
    secret = work.but(session=work.session.but(define=voted))
    assert rehearsed(secret, "s").session.define.votes == ()
    assert rehearsed(secret, "s").session.define.voted == ()
    open_vote = secret.but(session=secret.session.but(define=voted.but(votes_shown=True)))
    assert rehearsed(open_vote, "s").session.define.votes == ((key,),)


@settings(max_examples=60, deadline=None)
@given(
    rules=rules_drawn, raters=st.tuples(st.integers(1, 4), st.integers(1, 4)), cut=st.integers(0, 3)
)
def test_of_an_earlier_round_just_the_figures_that_were_shown_go_along(
    rules: Rules, raters: tuple[int, int], cut: int
) -> None:
    work = a_work(rules, raters)
    for side, count in zip(SIDES, raters, strict=True):
        for n in range(count):
            answers = tuple(
                Answer(indicator_id=f"i{i}", mark=1 + (n + i) % 9, reason=SENTINEL)
                for i in range(3)
            )
            work = carry_out(SealBallot(side, answers, rater_id=f"{side}{n}"), work, Clock()())
    assert shown_urn(work).ballots == ()  # still open
    work = carry_out(LockRound(), work, Clock()())
    for item in work.items[:cut]:
        work = carry_out(Reveal(item.indicator_id), work, Clock()())
    urn = shown_urn(work)
    assert SENTINEL not in urn.model_dump_json()
    along = revealed_round(work.partnership, earlier_session(work.session), urn)
    for before, after in zip(work.revealed.items, along.items, strict=True):
        assert (before.a.mean, before.b.mean) == (after.a.mean, after.b.mean)
    assert along.overall.mark == work.revealed.overall.mark
    hidden = {
        (side, item.indicator_id)
        for side in SIDES
        for item in work.revealed.items
        if item.given(side).hidden
    }
    left = {(b.side, a.indicator_id) for b in urn.ballots for a in b.answers}
    assert not left & hidden
    assert {key for _side, key in left} <= {item.indicator_id for item in work.items[:cut]}


def test_it_is_marked_in_the_minutes_whatever_the_form() -> None:
    copy = shown(rehearsed(a_work(Rules()), "seed"))
    final = do(copy, ConfirmMinutes("a", "A"), ConfirmMinutes("b", "B"))
    document = minutes_of(final, NOON)
    assert not document.draft
    assert document.date == DAY
    for form in ("md", "html"):
        text = render(document, form, "en").decode()
        assert "Rehearsal, no minutes: Quarterly review" in text
        assert "REHEARSAL" in text
    assert json.loads(render(document, "json", "en"))["rehearsal"] is True


def test_what_has_been_revealed_or_confirmed_is_not_rehearsed() -> None:
    held = shown(rehearsed(a_work(Rules()), "seed"))
    real = held.but(session=held.session.but(rehearsal=False))
    with pytest.raises(Refused, match="revealed"):
        rehearsed(real, "seed")
    with pytest.raises(Refused, match="already"):
        rehearsed(held, "seed")


def test_without_indicators_or_people_there_is_nothing_to_invent() -> None:
    for work in (a_work(Rules(), (0, 0)), a_work(Rules(), indicators=0)):
        copy = rehearsed(work, "seed")
        assert copy.session.rehearsal
        assert (copy.urn.ballots, copy.turnout.answered) == ((), ())
