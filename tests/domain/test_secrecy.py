"""By side: no mark leads to its author, and what is hidden stays hidden (method, secrecy)."""

import random
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sessionui.domain.completeness import missing
from sessionui.domain.history import indicator_line, overall_line
from sessionui.domain.intents.erase import ErasePerson
from sessionui.domain.intents.phones import GiveAnswers, WithdrawAnswers
from sessionui.domain.intents.reveal import Reveal
from sessionui.domain.intents.score import CorrectMark, LockRound, SealBallot, UnlockRound
from sessionui.domain.intents.welcome import SetParticipant, SetRules
from sessionui.domain.minutes.build import minutes_of
from sessionui.domain.scoring import Answer, Ballot, Turnout, Urn
from sessionui.domain.sides import SIDES, SideKey
from sessionui.domain.summary import card_of
from sessionui.domain.talk import talk_points
from sessionui.domain.undo import step_between, undo
from sessionui.domain.wording import Refused
from sessionui.domain.work import Work
from tests.domain.making import (
    NAMES,
    NOON,
    PEOPLE,
    Clock,
    Marks,
    answers,
    ballot,
    do,
    named,
    revealed,
    work,
)

IDS = ("openness", "trust", "pace")
MARKS = st.none() | st.integers(1, 10)


def three(side: SideKey, marks: Marks) -> list[SealBallot]:
    return [ballot(side, marks, reason=f"because {n}") for n in range(3)]


def test_below_the_threshold_everything_is_hidden() -> None:
    of = revealed(
        work("side", ids=("openness",)),
        *three("a", {"openness": 7}),
        ballot("b", {"openness": 3}, reason="secret"),
        ballot("b", {"openness": 4}, reason="secret"),
    )
    item = of.revealed.items[0]
    assert item.a.mean == Decimal("7.0")
    assert [r.text for r in item.a.reasons] == ["because 0", "because 1", "because 2"]
    b = item.b
    assert b.hidden
    assert (b.n, b.expected) == (2, 3)
    assert (b.exact, b.mean, b.low, b.middle, b.high, b.spread) == (None,) * 6
    assert (b.dots, b.reasons, b.passed) == ((), (), None)
    # What would give b's mean away by subtraction is hidden with it.
    assert (item.mean, item.asymmetry) == (None, None)
    assert of.revealed.overall.mark is None
    assert of.revealed.overall.mean_a is None


def test_a_hidden_indicator_is_left_out_of_the_total_on_both_sides() -> None:
    # Openness: a 8, b 6. Trust: a 4, b two marks of 10 and one n/a, so hidden.
    of = revealed(
        work("side", ids=("openness", "trust")),
        *three("a", {"openness": 8, "trust": 4}),
        ballot("b", {"openness": 6, "trust": 10}),
        ballot("b", {"openness": 6, "trust": 10}),
        ballot("b", {"openness": 6, "trust": None}),
    )
    overall = of.revealed.overall
    # openness only: (8 + 6) / 2
    assert (overall.mark, overall.mean_a, overall.mean_b) == (
        Decimal("7.0"),
        Decimal("8.0"),
        Decimal("6.0"),
    )
    assert (overall.counted, overall.total) == (1, 2)


def test_by_side_there_are_no_dots_and_no_raters() -> None:
    of = revealed(
        work("side", ids=("openness",)),
        *(ballot("a", {"openness": mark}, reason="why") for mark in (5, 6, 10)),
    )
    a = of.revealed.items[0].a
    assert a.dots == ()
    assert (a.low, a.high) == (5, 10)
    assert a.middle == 6
    assert {(r.rater_id, r.mark) for r in a.reasons} == {(None, None)}


@st.composite
def rounds(draw: st.DrawFn) -> tuple[list[SealBallot], list[SealBallot]]:
    """The same round twice: presence alike, marks and reasons below the threshold different."""
    marks = st.dictionaries(st.sampled_from(IDS), MARKS, min_size=1)
    drawn = [
        (side, draw(marks), draw(marks | st.just({})))
        for side in SIDES
        for _ in range(draw(st.integers(0, 5)))
    ]
    known = {
        (side, own, i): sum(
            s == side and (mine if own else theirs).get(i) is not None for s, theirs, mine in drawn
        )
        for side in SIDES
        for own in (False, True)
        for i in IDS
    }

    def sealed(change: bool) -> list[SealBallot]:
        made = []
        for number, (side, theirs, mine) in enumerate(drawn):
            answers = []
            for own, marks in ((False, theirs), (True, mine)):
                for i, mark in marks.items():
                    reason = f"reason {number} {i}"
                    if change and known[side, own, i] < 3:
                        mark = None if mark is None else draw(st.integers(1, 10))  # noqa: PLW2901
                        reason = draw(st.sampled_from(["", "another"]))
                    answers.append(Answer(indicator_id=i, own=own, mark=mark, reason=reason))
            made.append(SealBallot(side, tuple(answers)))
        return made

    return sealed(change=False), sealed(change=True)


def everything_shown(ballots: Sequence[SealBallot]) -> list[object]:
    """What the room, the minutes, the home screen and the next session may see of a round."""
    of = revealed(work("side", ids=IDS, self_estimate=True), *ballots)
    figures = of.revealed
    turnout = [of.side_turnout(side) for side in SIDES]
    later = replace(work("name", ids=IDS), earlier=(figures,))
    return [
        figures,
        figures.overall.mark,
        [i.mean for i in figures.items],
        [i.asymmetry for i in figures.items],
        [i.perception_gap(side) for i in figures.items for side in SIDES],
        [i.given(side).spread for i in figures.items for side in SIDES],
        [talk_points(i, {"a": NAMES["a"], "b": NAMES["b"]}) for i in figures.items],
        [indicator_line(of.rounds, i, side) for i in IDS for side in SIDES],
        overall_line(of.rounds),
        turnout,
        missing(of),
        minutes_of(of, NOON).model_dump_json(),
        minutes_of(later, NOON).model_dump_json(),
        card_of(of.partnership, [of.session], [figures]),
        repr(of),
    ]


@settings(max_examples=60)
@given(rounds())
def test_nothing_that_is_shown_depends_on_a_hidden_mark(
    pair: tuple[list[SealBallot], list[SealBallot]],
) -> None:
    one, two = pair
    if one:
        assert everything_shown(one) == everything_shown(two)


@settings(max_examples=60)
@given(rounds(), st.sampled_from(IDS), st.sampled_from(SIDES))
def test_hidden_means_that_no_figure_of_it_exists(
    pair: tuple[list[SealBallot], list[SealBallot]], indicator_id: str, side: SideKey
) -> None:
    ballots = pair[0]
    if not ballots:
        return
    item = revealed(work("side", ids=IDS), *_without_own(ballots)).revealed.item(indicator_id)
    if item is None:
        return
    n = sum(
        a.indicator_id == indicator_id and not a.own and a.mark is not None
        for b in ballots
        if b.side == side
        for a in b.answers
    )
    assert item.given(side).hidden == (n < 3)
    if n < 3:
        assert item.given(side).exact is None
        assert item.mean is None
        assert item.asymmetry is None


def _without_own(ballots: Sequence[SealBallot]) -> list[SealBallot]:
    kept = (replace(b, answers=tuple(a for a in b.answers if not a.own)) for b in ballots)
    return [b for b in kept if b.answers]


def test_a_ballot_has_no_place_for_an_author_an_order_or_a_time() -> None:
    """A new field must be weighed against secrecy before it goes in here."""
    # "finished" tells of one that is being filled in, as an open form does; locking takes it away.
    ballot = {"id", "side", "rater_id", "receipt", "finished", "answers"}
    assert set(Ballot.model_fields) == ballot
    assert set(Answer.model_fields) == {
        "indicator_id",
        "own",
        "mark",
        "reason",
        "original",
        "corrected",
    }
    assert set(Turnout.model_fields) == {"id", "answered"}
    # "saved" is kept by name only: see test_answer_files.
    assert set(Urn.model_fields) == {"id", "items", "ballots", "taken", "saved"}


def test_the_urn_looks_the_same_whoever_answered_and_in_whatever_order() -> None:
    """Ids belong to the ballots here, as random ids do; the rest must not tell them apart."""
    sealed = [("id-q", 5, "anna"), ("id-c", 7, "bram"), ("id-x", 9, "carla")]
    urns = set()
    for order in permutations(sealed):
        of = work("side", ids=("openness",))
        for ballot_id, mark, person in order:
            one = replace(ballot("a", {"openness": mark}), rater_id=person)
            of = one.apply(of, replace(Clock()(), new_id=partial(str, ballot_id)))
        urns.add(of.urn.model_dump_json())
        assert of.turnout.answered == ("anna", "bram", "carla")
    assert len(urns) == 1
    text = urns.pop()
    assert not [p.id for p in PEOPLE if p.id in text or p.name in text]


@given(st.lists(st.uuids().map(str), min_size=2, max_size=6, unique=True))
def test_ballots_lie_by_their_id(ids: list[str]) -> None:
    urn = Urn(id="u")
    for n, ballot_id in enumerate(ids):
        urn = urn.with_ballot(Ballot(id=ballot_id, side=SIDES[n % 2]))
    assert [b.id for b in urn.ballots] == sorted(ids)


def test_the_order_in_which_indicators_were_filled_in_is_not_kept() -> None:
    start = work("side")
    one = do(start, ballot("a", {"pace": 5, "openness": 6, "trust": 7}), clock=Clock(first=1))
    two = do(start, ballot("a", {"openness": 6, "trust": 7, "pace": 5}), clock=Clock(first=1))
    assert one.urn == two.urn


def test_session_and_turnout_hold_no_mark_and_no_ballot() -> None:
    of = do(work("side"), replace(ballot("a", {"openness": 7}, reason="zq"), rater_id="anna"))
    stored = of.session.model_dump_json() + of.turnout.model_dump_json()
    assert of.urn.ballots[0].id not in stored
    assert "zq" not in stored
    assert '"mark"' not in stored


def test_reasons_are_not_in_the_order_of_ballots() -> None:
    texts = ["delta", "alpha", "charlie", "bravo"]
    random.Random(7).shuffle(texts)
    of = revealed(
        work("side", ids=("openness",)), *(ballot("a", {"openness": 7}, reason=t) for t in texts)
    )
    assert [r.text for r in of.revealed.items[0].a.reasons] == sorted(texts)


def test_a_late_answer_cannot_be_read_off_by_the_difference() -> None:
    of = revealed(work("side"), *three("a", {"openness": 7}))
    with pytest.raises(Refused):
        do(of, UnlockRound())
    with pytest.raises(Refused):
        do(of, ballot("a", {"openness": 1}))


def test_by_side_nobody_can_say_which_mark_to_correct() -> None:
    of = revealed(work("side"), *three("a", {"openness": 7}))
    with pytest.raises(Refused):
        do(of, CorrectMark(of.urn.ballots[0].id, "openness", 10))


def test_a_receipt_replaces_its_own_ballot_without_a_name() -> None:
    start = work("side", ids=("openness",))
    first = replace(ballot("a", {"openness": 7}), rater_id="anna", receipt="KX7P")
    again = replace(ballot("a", {"openness": 9}), rater_id="anna", receipt=" kx7p ")
    of = do(start, first, again)
    assert len(of.urn.ballots) == 1
    assert of.urn.ballots[0].answers[0].mark == 9
    assert "KX7P" not in of.urn.model_dump_json()
    with pytest.raises(Refused):
        do(of, replace(ballot("a", {"openness": 1}), rater_id="anna", receipt="WRONG"))
    with pytest.raises(Refused):
        do(of, replace(ballot("a", {"openness": 1}), rater_id="anna"))


def test_an_answer_cannot_come_from_somebody_of_the_other_side() -> None:
    for stranger in ("dirk", "nobody"):
        with pytest.raises(Refused):
            do(work("side"), replace(ballot("a", {"openness": 7}), rater_id=stranger))


def test_unnamed_answers_count_and_name_nobody() -> None:
    of: Work = do(
        work("side"),
        ballot("a", {"openness": 7}),
        replace(ballot("a", {"openness": 8}), rater_id="bram"),
    )
    turnout = of.side_turnout("a")
    assert (turnout.answered, turnout.expected, turnout.unnamed) == (2, 3, 1)
    assert turnout.missing == ("anna", "carla")
    of = do(of, LockRound(), Reveal("openness"))
    assert of.revealed.items[0].a.hidden


def test_more_forms_than_raters_are_no_more_people() -> None:
    forms = [ballot("a", {"openness": n}, reason=f"{n}") for n in (4, 6, 8)]
    of = do(work("side", ids=("openness",)), SetParticipant("carla", takes_part=False), *forms)
    turnout = of.side_turnout("a")
    assert (turnout.answered, turnout.expected, turnout.excess) == (3, 2, 1)
    of = do(of, LockRound(), Reveal("openness"))
    given_by_a = of.revealed.items[0].a
    assert (given_by_a.n, given_by_a.expected) == (3, 2)
    assert given_by_a.hidden  # three forms of two people: one of them could be known by it
    of = do(of, SetParticipant("carla", takes_part=True))
    assert of.side_turnout("a").excess == 0
    assert not of.revealed.items[0].a.hidden


def test_by_side_nobody_leaves_the_list_on_whom_figures_rest() -> None:
    def off(person: str) -> SetParticipant:
        return SetParticipant(person, takes_part=False)

    marks = {"openness": 6}
    two = do(work("side", ids=("openness",)), *three("a", marks)[:2])
    with pytest.raises(Refused, match="more forms than raters"):
        do(two, off("anna"), off("bram"))
    shorter = do(two, off("anna"))
    assert shorter.raters("a") == ("bram", "carla")
    added = do(shorter, SetParticipant("anna", takes_part=True))
    step = step_between(shorter, added)
    assert undo(added, step) == shorter
    of = revealed(added, ballot("a", marks), *three("b", marks))
    assert of.revealed.overall.mark == Decimal("6.0")
    for person in ("anna", "dirk"):
        with pytest.raises(Refused, match="Scoring is locked"):
            do(of, off(person))
    with pytest.raises(Refused, match="more forms than raters"):
        undo(of, step)
    by_name = do(work(), named("anna", marks), LockRound(), off("bram"))
    assert by_name.raters("a") == ("anna", "carla")


def test_erasing_somebody_leaves_as_many_raters_as_forms() -> None:
    gone = ErasePerson("anna", alias="x1", label="a former member")
    of = do(work("side"), *three("a", {"openness": 6}), gone)
    assert set(of.raters("a")) == {"x1", "bram", "carla"}
    assert do(work("side"), gone).raters("a") == ("bram", "carla")


def test_an_emptied_form_is_no_answer_anywhere() -> None:
    given_once = GiveAnswers("a", answers({"openness": 7}), "CODEANNA", "anna", finished=True)
    back = WithdrawAnswers("a", "CODEANNA", by_receipt=True)
    nobody = [SetParticipant(p.id, takes_part=False) for p in PEOPLE if p.side == "a"]
    codes = [
        GiveAnswers("a", answers({"openness": 7}), f"CODE{n}", finished=True) for n in range(3)
    ]
    of = do(work("side"), *nobody, replace(given_once, rater_id=None), *codes, back)
    turnout = of.side_turnout("a")
    assert (turnout.answered, turnout.expected, turnout.taken_back) == (3, 3, 1)

    of = do(work("side"), given_once, back)
    assert not of.has_ballots
    assert "Nobody has scored." in [s.template for s in missing(of)]
    by_name = do(of, SetRules("name"))
    assert by_name.side_turnout("a").missing == ("anna", "bram", "carla")
    assert by_name.side_turnout("a").taken_back == 0
    undone = undo(of, step_between(work("name"), work("side")))
    assert (undone.session.rules.secrecy, undone.urn.ballots) == ("name", ())
    assert undone.turnout.answered == ()


def test_who_has_begun_is_noted_and_nothing_tells_which_form_is_whose() -> None:
    begun = GiveAnswers("a", answers({"openness": 7}), "CODEANNA", "anna")
    done = GiveAnswers("a", answers({"openness": 5}), "CODEBRAM", "bram", finished=True)
    of = do(work("side"), begun, done)
    assert of.turnout.answered == ("anna", "bram")
    assert "finished" not in of.turnout.model_dump_json()
    turnout = of.side_turnout("a")
    assert (turnout.answered, turnout.begun, turnout.missing) == (1, 1, ("carla",))
    assert (turnout.unnamed, turnout.beginners) == (0, ())
    for again in (
        replace(ballot("a", {"openness": 1}), rater_id="anna"),
        GiveAnswers("a", answers({"openness": 1}), "NEWCARD", "anna", finished=True),
    ):
        with pytest.raises(Refused, match="receipt code"):
            do(of, again)
    of = do(of, WithdrawAnswers("a", "CODEANNA", "anna"))
    of = do(of, replace(ballot("a", {"openness": 1}), rater_id="anna"))
    assert of.side_turnout("a").answered == 2


def test_what_was_taken_back_by_its_receipt_counts_for_nothing_and_can_come_anew() -> None:
    given_once = GiveAnswers("a", answers({"openness": 7}), "CODEANNA", "anna", finished=True)
    of = do(work("side"), given_once, WithdrawAnswers("a", "CODEANNA", by_receipt=True))
    with pytest.raises(Refused):
        do(of, LockRound())
    turnout = of.side_turnout("a")
    assert (turnout.answered, turnout.begun, turnout.taken_back) == (0, 0, 1)
    assert (turnout.unnamed, turnout.excess) == (0, 0)
    locked = do(of, ballot("b", {"openness": 7}), LockRound())
    assert locked.side_turnout("a").answered == 0
    again = do(locked, UnlockRound(), given_once)
    assert (again.side_turnout("a").answered, again.side_turnout("a").taken_back) == (1, 0)
    at_the_keyboard = SealBallot("a", answers({"openness": 3}), receipt="CODEANNA")
    (form,) = do(of, at_the_keyboard).urn.ballots
    assert (form.finished, form.answers[0].mark) == (True, 3)
