"""Candidates in silence, merging, the blind vote, choosing the set (method, stage 3)."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionui.domain.intents.base import Intent
from sessionui.domain.intents.define import (
    AddCandidate,
    CastDots,
    ChooseCandidate,
    EditCandidate,
    EndIndicator,
    MergeCandidates,
    MoveIndicator,
    SetDotsEach,
    ShowCandidates,
    ShowVotes,
    SplitCandidate,
    WithdrawCandidate,
)
from sessionui.domain.session import Candidate
from sessionui.domain.similar import alikeness, near_duplicates
from sessionui.domain.wording import Refused
from sessionui.domain.work import Work
from tests.domain.making import do, work
from tests.domain.refusals import refusal


@pytest.fixture
def listed() -> Work:
    """Candidates Openness (a), Honesty (b), Openness (b) and Speed (library)."""
    return do(
        work(kind="kickoff", ids=()),
        AddCandidate("a", " Openness "),
        AddCandidate("b", "Honesty"),
        AddCandidate("b", "openness"),
        AddCandidate(None, "Speed"),
    )


def ids(of: Work) -> list[str]:
    return [c.id for c in of.session.define.candidates]


def standing(of: Work) -> list[str]:
    return [c.text for c in of.session.define.standing]


def test_two_sides_may_propose_the_same_but_one_not_twice(listed: Work) -> None:
    assert standing(listed) == ["Openness", "Honesty", "openness", "Speed"]
    assert refusal(listed, AddCandidate("a", "OPENNESS"))
    assert refusal(listed, AddCandidate("a", " "))


def test_rewording_and_withdrawing(listed: Work) -> None:
    first = ids(listed)[0]
    of = do(listed, EditCandidate(first, "Candour"), WithdrawCandidate(ids(listed)[3]))
    assert standing(of) == ["Candour", "Honesty", "openness"]
    assert len(of.session.define.candidates) == 4
    assert standing(do(of, WithdrawCandidate(ids(listed)[3], withdrawn=False)))[-1] == "Speed"


@pytest.mark.parametrize(
    "intent",
    [
        EditCandidate("gone", "x"),
        WithdrawCandidate("gone"),
        SplitCandidate("gone"),
        ChooseCandidate("gone"),
        CastDots(("gone",)),
    ],
)
def test_a_candidate_that_is_not_there(listed: Work, intent: Intent) -> None:
    assert "on the list" in refusal(listed, intent)


def test_merging_takes_what_was_merged_along_and_counts_its_dots(listed: Work) -> None:
    openness, honesty, again, speed = ids(listed)
    of = do(listed, CastDots((openness, again)), CastDots((honesty, honesty, speed)))
    of = do(of, MergeCandidates(openness, again), MergeCandidates(honesty, openness))
    define = of.session.define
    assert standing(of) == ["Honesty", "Speed"]
    assert {c.id for c in define.merged_under(honesty)} == {openness, again}
    assert (define.dots(honesty), define.dots(speed)) == (4, 1)
    of = do(of, SplitCandidate(openness))
    assert standing(of) == ["Openness", "Honesty", "Speed"]


def test_no_merge_loses_a_candidate_from_the_list(listed: Work) -> None:
    openness, honesty, _, speed = ids(listed)
    of = do(listed, MergeCandidates(openness, honesty))
    # The other way round both would lie under each other, and neither on the list.
    assert refusal(of, MergeCandidates(honesty, openness))
    assert refusal(of, MergeCandidates(openness, openness))
    assert refusal(of, MergeCandidates("gone", openness))
    assert refusal(do(of, WithdrawCandidate(speed)), MergeCandidates(speed, openness))


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.booleans()), max_size=12))
def test_every_candidate_stands_or_lies_under_one_that_is_there(
    steps: list[tuple[int, int, bool]],
) -> None:
    of = do(work(kind="kickoff"), *(AddCandidate("a", text) for text in "wxyz"))
    names = ids(of)
    for one, two, merge in steps:
        intent = MergeCandidates(names[one], names[two]) if merge else SplitCandidate(names[one])
        with suppress(Refused):
            of = do(of, intent)
    define = of.session.define
    up = {c.id for c in define.standing}
    assert up
    assert all(c.id in up or c.merged_into in up for c in define.candidates)


def test_the_vote_is_blind(listed: Work) -> None:
    openness, honesty, _, speed = ids(listed)
    of = do(
        listed,
        CastDots((speed, honesty), "dirk"),
        CastDots((openness, openness), "anna"),
        CastDots((), "bram"),
    )
    define = of.session.define
    assert define.voted == ("anna", "bram", "dirk")
    assert define.votes == tuple(sorted(define.votes))
    assert all(vote == tuple(sorted(vote)) for vote in define.votes)
    assert openness not in repr(define).split("voted=")[1]
    assert "already voted" in refusal(of, CastDots((speed,), "anna"))


def test_dots_are_as_many_as_were_given(listed: Work) -> None:
    openness = ids(listed)[0]
    assert refusal(listed, CastDots((openness,) * 4))
    of = do(listed, SetDotsEach(5), CastDots((openness,) * 5))
    assert of.session.define.dots(openness) == 5
    assert refusal(of, SetDotsEach(3))
    for wrong in (0, 11):
        assert refusal(listed, SetDotsEach(wrong))


def test_the_vote_closes_when_its_result_shows(listed: Work) -> None:
    of = do(listed, CastDots((ids(listed)[0],)), ShowVotes())
    assert refusal(of, CastDots((ids(listed)[0],)))


def test_candidates_are_hidden_from_the_other_side_until_shown(listed: Work) -> None:
    assert not listed.session.define.shown
    assert do(listed, ShowCandidates()).session.define.shown
    assert not do(listed, ShowCandidates(), ShowCandidates(shown=False)).session.define.shown


def test_choosing_makes_an_indicator_and_unchoosing_keeps_its_meaning(listed: Work) -> None:
    openness, _, again, _ = ids(listed)
    of = do(listed, ChooseCandidate(openness))
    (made,) = of.partnership.in_force
    assert (made.name, made.candidate_id, made.current.number) == ("Openness", openness, 1)
    assert made.current.session_id == of.session.id
    assert refusal(of, ChooseCandidate(again))
    out = do(of, ChooseCandidate(openness, chosen=False))
    assert out.partnership.in_force == ()
    assert do(out, ChooseCandidate(openness)).partnership == of.partnership
    assert do(listed, ChooseCandidate(openness, chosen=False)) == listed


def test_an_indicator_leaves_the_set_with_a_reason_and_comes_back() -> None:
    of = do(work(kind="year"), EndIndicator("trust", reason="done its work"))
    ended = of.partnership.indicator("trust")
    assert ended is not None
    assert (ended.in_force, ended.ended_reason) == (False, "done its work")
    assert len(of.partnership.indicators) == 3
    back = do(of, EndIndicator("trust", in_force=True)).partnership.indicator("trust")
    assert back is not None
    assert (back.in_force, back.ended_reason) == (True, "")
    assert refusal(of, EndIndicator("gone"))


def test_the_set_has_an_order_in_which_ended_ones_do_not_count() -> None:
    of = do(work(kind="year"), EndIndicator("trust"), MoveIndicator("pace", -1))
    assert [i.id for i in of.partnership.in_force] == ["pace", "openness"]
    assert do(of, MoveIndicator("pace", -1)) == of
    assert do(of, MoveIndicator("openness", 1)) == of
    assert do(of, MoveIndicator("trust", 1)) == of


@pytest.mark.parametrize(
    ("one", "two", "alike"),
    [
        ("Proactief", "proactiviteit", True),
        ("Bereikbaarheid", "Bereikbaar zijn", True),
        ("Openness", "openness!", True),
        ("Openness", "Trust", False),
        ("Éénduidigheid", "eenduidigheid", True),
    ],
)
def test_near_duplicates(one: str, two: str, alike: bool) -> None:
    pair = (Candidate(id="1", side="a", text=one), Candidate(id="2", side="b", text=two))
    assert bool(near_duplicates(pair)) is alike


@given(st.text(), st.text())
def test_alikeness_is_a_share(one: str, two: str) -> None:
    assert 0 <= alikeness(one, two) == alikeness(two, one) <= 1
    assert alikeness(one, one) == 1


def test_a_blank_form_is_no_vote() -> None:
    listed = do(work(kind="kickoff"), AddCandidate("a", "Pace"))
    assert "at least one dot" in refusal(listed, CastDots(()))
