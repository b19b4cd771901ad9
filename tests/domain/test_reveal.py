"""The reveal: both sides at once, then the conversation (method, stage 6)."""

import pytest

from sessionui.domain.intents.base import Intent
from sessionui.domain.intents.reveal import (
    AgreeMark,
    GoToIndicator,
    MoveInOrder,
    NoteDiscussion,
    Reveal,
    SetFirstSpeaker,
    ShowReasons,
    SideSpoke,
    may_agree,
)
from sessionui.domain.intents.score import LockRound
from sessionui.domain.speaking import first_speaker
from sessionui.domain.wording import Refused
from sessionui.domain.work import Work
from tests.domain.making import do, named, work


@pytest.fixture
def locked() -> Work:
    marks = {"openness": 7, "trust": 6, "pace": 5}
    return do(work(), named("anna", marks), named("dirk", marks), LockRound())


def test_only_what_was_revealed_is_there(locked: Work) -> None:
    of = do(locked, GoToIndicator("trust"))
    assert of.revealed.items == ()
    of = do(of, Reveal("trust"))
    assert [i.indicator_id for i in of.revealed.items] == ["trust"]
    assert of.revealed.item("openness") is None


def test_both_sides_show_at_once(locked: Work) -> None:
    (item,) = do(locked, Reveal("trust")).revealed.items
    assert item.a.mean is not None
    assert item.b.mean is not None


@pytest.mark.parametrize("secret", ["openness", "elsewhere"])
def test_nothing_is_revealed_while_people_can_still_score(secret: str) -> None:
    of = do(work(), named("anna", {"openness": 7}))
    with pytest.raises(Refused):
        do(of, Reveal(secret))


def test_only_indicators_of_this_round_are_revealed(locked: Work) -> None:
    with pytest.raises(Refused):
        do(locked, Reveal("elsewhere"))


def test_revealing_twice_keeps_the_first_moment(locked: Work) -> None:
    once = do(locked, Reveal("trust"))
    assert do(once, Reveal("trust")) == once


def test_the_side_that_speaks_first_alternates_and_can_be_set(locked: Work) -> None:
    assert [first_speaker(locked, i) for i in ("openness", "trust", "pace")] == ["a", "b", "a"]
    of = do(locked, SetFirstSpeaker("openness", "b"), Reveal("openness"))
    assert of.session.discussion("openness").first_speaker == "b"
    assert first_speaker(locked, "elsewhere") == "a"


def test_an_action_is_offered_after_both_have_spoken(locked: Work) -> None:
    of = do(locked, Reveal("trust"), SideSpoke("trust", "a"))
    assert not may_agree(of, "trust")
    assert not may_agree(do(of, SideSpoke("trust", "a")), "trust")
    of = do(of, SideSpoke("trust", "b"))
    assert may_agree(of, "trust")
    assert of.session.discussion("trust").spoken == ("a", "b")
    assert not may_agree(do(of, SideSpoke("trust", "a", spoke=False)), "trust")


@pytest.mark.parametrize(
    "intent", [SideSpoke("trust", "a"), ShowReasons("trust"), AgreeMark("trust", 7)]
)
def test_the_conversation_comes_after_the_reveal(locked: Work, intent: Intent) -> None:
    with pytest.raises(Refused):
        do(locked, intent)


def test_reasons_show_when_asked(locked: Work) -> None:
    of = do(locked, Reveal("trust"))
    assert not of.session.discussion("trust").reasons_shown
    of = do(of, ShowReasons("trust"))
    assert of.session.discussion("trust").reasons_shown
    assert not do(of, ShowReasons("trust", shown=False)).session.discussion("trust").reasons_shown


@pytest.mark.parametrize("mark", [0.5, 10.5, 7.25, -1])
def test_an_agreed_mark_goes_by_halves(locked: Work, mark: float) -> None:
    with pytest.raises(Refused):
        do(locked, Reveal("trust"), AgreeMark("trust", mark))


def test_an_agreed_mark_stands_beside_the_given_scores(locked: Work) -> None:
    before = do(locked, Reveal("trust"))
    of = do(before, AgreeMark("trust", 6.5))
    assert of.session.discussion("trust").agreed_mark == 6.5
    assert of.urn == before.urn
    assert of.revealed == before.revealed
    assert do(of, AgreeMark("trust", None)).session.discussion("trust").agreed_mark is None


def test_notes_are_kept_also_before_the_reveal(locked: Work) -> None:
    of = do(locked, NoteDiscussion("trust", said="hm", heard="ah", goes_well="calls"))
    of = do(of, Reveal("trust"))
    talk = of.session.discussion("trust")
    assert (talk.said, talk.heard, talk.goes_well) == ("hm", "ah", "calls")
    assert talk.revealed_at is not None


def test_a_note_that_was_wiped_out_leaves_nothing(locked: Work) -> None:
    of = do(locked, NoteDiscussion("trust", said="hm"), NoteDiscussion("trust"))
    assert of.session.discussions == ()


def test_the_order_can_be_changed(locked: Work) -> None:
    of = do(locked, MoveInOrder("pace", -1))
    assert [i.indicator_id for i in of.items] == ["openness", "pace", "trust"]
    assert do(of, MoveInOrder("openness", -1)) == of
    assert do(of, MoveInOrder("trust", 1)) == of
    assert do(of, MoveInOrder("elsewhere", 1)) == of
    of = do(of, Reveal("openness"), Reveal("pace"))
    assert [i.indicator_id for i in of.revealed.items] == ["openness", "pace"]
