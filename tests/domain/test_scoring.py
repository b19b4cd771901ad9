"""Sealing, locking, unlocking and correcting (method, stage 5 and secrecy)."""

from dataclasses import replace

import pytest

from sessionui.domain.indicators import Meaning
from sessionui.domain.intents.base import Intent
from sessionui.domain.intents.define import EndIndicator
from sessionui.domain.intents.meaning import ReviseMeaning
from sessionui.domain.intents.phones import GiveAnswers, WithdrawAnswers
from sessionui.domain.intents.reveal import Reveal
from sessionui.domain.intents.score import (
    CorrectMark,
    LockRound,
    SealBallot,
    UnlockRound,
    check_mark,
)
from sessionui.domain.intents.welcome import SetParticipant, SetRules
from sessionui.domain.scoring import Answer, Rules
from sessionui.domain.wording import Refused
from sessionui.domain.work import Work
from tests.domain.making import answers, ballot, do, named, revealed, work

WHOLE, HALVES = Rules(), Rules(half_marks=True)


def refused(of: Work, *intents: Intent) -> str:
    with pytest.raises(Refused) as caught:
        do(of, *intents)
    return caught.value.sentence.template


@pytest.mark.parametrize("mark", [1, 5, 10, 7.0])
def test_whole_marks(mark: float) -> None:
    assert check_mark(mark, WHOLE) == mark


@pytest.mark.parametrize("mark", [0, 0.5, 11, 10.5, -1, 7.25, 7.5, float("nan"), float("inf")])
def test_no_whole_mark(mark: float) -> None:
    with pytest.raises(Refused):
        check_mark(mark, WHOLE)


@pytest.mark.parametrize("mark", [1, 7.5, 9.5, None])
def test_half_marks_where_the_session_allows_them(mark: float | None) -> None:
    assert check_mark(mark, HALVES) == mark


@pytest.mark.parametrize("mark", [0.5, 7.25, 10.5])
def test_no_half_mark(mark: float) -> None:
    with pytest.raises(Refused):
        check_mark(mark, HALVES)


def test_by_name_a_ballot_has_its_rater_and_counts_in_the_turnout() -> None:
    of = do(work(), named("anna", {"openness": 7}))
    assert of.urn.ballots[0].rater_id == "anna"
    assert of.turnout.answered == ("anna",)
    turnout = of.side_turnout("a")
    assert (turnout.answered, turnout.expected, turnout.missing) == (1, 3, ("bram", "carla"))
    assert of.side_turnout("b").missing == ("dirk", "els", "finn")


def test_by_name_a_second_ballot_replaces_the_first_until_the_round_is_locked() -> None:
    of = do(work(), named("anna", {"openness": 7, "trust": 6}), named("anna", {"openness": 8}))
    (only,) = of.urn.ballots
    assert [(a.indicator_id, a.mark) for a in only.answers] == [("openness", 8)]
    of = do(of, LockRound())
    assert "locked" in refused(of, named("anna", {"openness": 1}))


@pytest.mark.parametrize("late", [GiveAnswers, WithdrawAnswers])
def test_by_name_a_picked_name_gives_no_right_to_what_was_given_in_another_way(
    late: type[GiveAnswers | WithdrawAnswers],
) -> None:
    """Also when it is sealed between the tap and its being carried out."""
    mine = GiveAnswers("a", answers({"openness": 3}), "CODE", "anna", picked=True)
    of = do(work(), mine, mine)
    theirs = do(of, named("anna", {"openness": 7}))
    tap = mine if late is GiveAnswers else WithdrawAnswers("a", "CODE", "anna", picked=True)
    assert refused(theirs, tap)
    card = replace(tap, picked=False)
    assert do(theirs, card).urn != theirs.urn
    assert do(of, WithdrawAnswers("a", "CODE", "anna", picked=True)).urn.ballots == ()


@pytest.mark.parametrize(
    "intent",
    [
        SealBallot("a", answers({"openness": 7})),
        SealBallot("a", answers({"openness": 7}), rater_id="nobody"),
        SealBallot("a", answers({"openness": 7}), rater_id="dirk"),
    ],
)
def test_by_name_a_ballot_says_whose_it_is(intent: SealBallot) -> None:
    assert "by name" in refused(work(), intent)


def test_an_empty_ballot_is_not_sealed_but_not_applicable_is_an_answer() -> None:
    assert refused(work(), named("anna", {}))
    of = do(work(), named("anna", {"openness": None}))
    assert of.urn.ballots[0].answers[0].mark is None


def test_answers_are_about_this_round_and_stripped() -> None:
    assert refused(work(), named("anna", {"elsewhere": 7}))
    of = do(work(), named("anna", {"openness": 7}, reason="  because \n"))
    assert of.urn.ballots[0].answers[0].reason == "because"


@pytest.mark.parametrize("longest", ["x" * 4000, "👩" * 2000, " " + "é" * 4000 + "\n"])
def test_a_reason_has_one_end_whichever_way_it_comes(longest: str) -> None:
    for of in (work(), work("side")):
        for reason, fits in ((longest, True), (longest.strip() + "y", False), ("24", True)):
            given = (Answer(indicator_id="openness", mark=7, reason=reason),)
            ways = (SealBallot("a", given, "anna"), GiveAnswers("a", given, "CODE", "anna"))
            for way in ways:
                if not fits:
                    assert "is longer than {limit} characters" in refused(of, way)
                    continue
                (ballot_,) = do(of, way).urn.ballots
                assert ballot_.answers[0].reason == reason.strip()


def test_a_reason_that_was_stored_longer_keeps_nobody_from_another_answer() -> None:
    of = do(work(), GiveAnswers("a", answers({"openness": 7}), "CODE", "anna"))
    (stored,) = of.urn.ballots
    long = tuple(a.but(reason="x" * 9000) for a in stored.answers)
    of = of.but(urn=of.urn.with_ballot(stored.but(answers=long)))
    after = do(of, GiveAnswers("a", (Answer(indicator_id="pace", mark=3),), "CODE", "anna"))
    assert after.urn.ballots[0].answer("pace") == Answer(indicator_id="pace", mark=3)


def test_self_estimates_only_where_they_are_asked() -> None:
    both = named("anna", {"openness": 7}, own={"openness": 8})
    assert refused(work(), both)
    of = do(work(self_estimate=True), both)
    (only,) = of.urn.ballots
    theirs, mine = only.answer("openness"), only.answer("openness", own=True)
    assert theirs is not None
    assert mine is not None
    assert (theirs.mark, mine.mark) == (7, 8)


def test_nobody_can_smuggle_in_a_correction() -> None:
    answer = Answer(indicator_id="openness", mark=7, original=3, corrected=True)
    of = do(work(), SealBallot("a", (answer,), rater_id="anna"))
    assert of.urn.ballots[0].answers == (Answer(indicator_id="openness", mark=7),)


def test_without_indicators_there_is_nothing_to_score() -> None:
    assert "Define" in refused(work(ids=()), named("anna", {"openness": 7}))


def test_the_first_ballot_fixes_set_and_wording() -> None:
    of = do(work(), named("anna", {"openness": 7}))
    sharper = ReviseMeaning("openness", "Candour", Meaning(text="sharper"), reason="too vague")
    of = do(of, sharper, EndIndicator("trust"), named("bram", {"openness": 6, "trust": 5}))
    assert [(i.indicator_id, i.revision) for i in of.items] == [
        ("openness", 1),
        ("trust", 1),
        ("pace", 1),
    ]
    assert of.indicator_name("openness") == "Openness"
    assert of.partnership.indicators[0].name == "Candour"


def test_before_the_first_ballot_the_set_follows_the_partnership() -> None:
    of = do(work(), EndIndicator("trust"))
    assert [i.indicator_id for i in of.items] == ["openness", "pace"]


def test_who_answers_without_being_listed_takes_part() -> None:
    of = do(work(), SetParticipant("anna", takes_part=False))
    assert of.raters("a") == ("bram", "carla")
    of = do(of, named("anna", {"openness": 7}))
    assert of.raters("a") == ("bram", "carla", "anna")
    assert "stays on the list" in refused(of, SetParticipant("anna", takes_part=False))


def test_rules_stay_once_somebody_has_scored() -> None:
    of = do(work(), SetRules("side", threshold=4))
    assert (of.session.rules.secrecy, of.session.rules.threshold) == ("side", 4)
    of = do(of, ballot("a", {"openness": 7}))
    assert refused(of, SetRules("name", threshold=4))
    assert refused(of, SetRules("side", threshold=2))
    assert do(of, SetRules("side", threshold=4)) == of


@pytest.mark.parametrize("threshold", [1, 9])
def test_the_threshold_is_two_to_eight(threshold: int) -> None:
    assert refused(work(), SetRules("side", threshold=threshold))


def test_lock_and_unlock() -> None:
    assert refused(work(), LockRound())
    of = do(work(), named("anna", {"openness": 7}), LockRound())
    assert of.session.locked
    assert do(of, LockRound()) == of
    of = do(of, UnlockRound(), named("dirk", {"openness": 6}), LockRound(), Reveal("openness"))
    assert len(of.urn.ballots) == 2
    assert "revealed" in refused(of, UnlockRound())


def test_a_mark_is_corrected_after_its_reveal_only() -> None:
    of = do(work(), named("anna", {"openness": 7, "trust": 6}), LockRound(), Reveal("openness"))
    ballot_id = of.urn.ballots[0].id
    assert refused(of, CorrectMark(ballot_id, "trust", 8))
    assert refused(of, CorrectMark(ballot_id, "openness", 11))
    corrected = do(of, CorrectMark(ballot_id, "openness", 8))
    answer = corrected.urn.ballots[0].answer("openness")
    assert answer is not None
    assert (answer.mark, answer.original, answer.corrected) == (8, 7, True)
    assert corrected.urn.ballots[0].answer("trust") == of.urn.ballots[0].answer("trust")


def test_a_correction_of_a_self_estimate_leaves_the_score_of_the_other() -> None:
    start = work(self_estimate=True, ids=("openness",))
    of = revealed(start, named("anna", {"openness": 7}, own={"openness": 7}))
    of = do(of, CorrectMark(of.urn.ballots[0].id, "openness", 9, own=True))
    (figures,) = of.revealed.items
    assert figures.own_a is not None
    assert (str(figures.a.mean), str(figures.own_a.mean)) == ("7.0", "9.0")


def test_what_comes_from_a_file_is_checked_like_what_is_typed() -> None:
    wrong = replace(named("anna", {"openness": 7}), answers=answers({"openness": 7.5}))
    assert "whole" in refused(work(), wrong)
    assert do(work(half_marks=True), wrong).has_ballots
