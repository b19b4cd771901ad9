"""Every change after the first wording is a dated revision; the old text stays (stage 4)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionui.domain.indicators import Indicator, Meaning
from sessionui.domain.intents.base import carry_out
from sessionui.domain.intents.close import ConfirmMinutes, ReopenSession
from sessionui.domain.intents.define import AddCandidate, ChooseCandidate
from sessionui.domain.intents.meaning import ReviseMeaning, is_draft
from sessionui.domain.wording import Refused
from sessionui.domain.work import Work
from tests.domain.making import Clock, do, named, work
from tests.domain.refusals import refusal

SHARPER = Meaning(text="calls before the other asks", seen="a call", at_6="most weeks")


def word(meaning: Meaning, reason: str = "", name: str = "Openness") -> ReviseMeaning:
    return ReviseMeaning("openness", name, meaning, reason)


def openness(of: Work) -> Indicator:
    found = of.partnership.indicator("openness")
    assert found is not None
    return found


def test_a_wording_of_an_earlier_session_is_revised_with_a_reason() -> None:
    clock = Clock()
    of = work()
    assert "why" in refusal(of, word(SHARPER))
    assert "why" in refusal(of, word(SHARPER, "  "))
    of = do(of, word(SHARPER, " too vague ", "Candour"), clock=clock)
    first, second = openness(of).revisions
    assert (first.number, first.name, first.meaning.text) == (1, "Openness", "as agreed")
    assert (second.number, second.name, second.meaning) == (2, "Candour", SHARPER)
    assert (second.reason, second.at, second.session_id) == ("too vague", clock.now, of.session.id)
    assert openness(of).current == second


def test_what_was_made_in_this_session_is_just_improved_until_it_is_scored() -> None:
    of = do(work(), word(SHARPER, "too vague"), word(Meaning(text="sharper still")))
    assert [r.number for r in openness(of).revisions] == [1, 2]
    assert openness(of).meaning.text == "sharper still"
    assert openness(of).current.reason == "too vague"
    of = do(of, named("anna", {"openness": 7}))
    assert not is_draft(of, openness(of))
    assert refusal(of, word(Meaning(text="changed my mind")))
    of = do(of, word(Meaning(text="changed my mind"), "learned from the talk"))
    assert [r.number for r in openness(of).revisions] == [1, 2, 3]
    assert openness(of).revision(2).meaning.text == "sharper still"


def test_the_round_keeps_the_wording_that_was_scored() -> None:
    of = do(work(), named("anna", {"openness": 7}), word(SHARPER, "after the talk", "Candour"))
    assert of.items[0].revision == 1
    assert of.indicator_name("openness") == "Openness"
    later = of.but(session=of.session.but(id="next"), urn=of.urn.but(items=(), ballots=()))
    assert later.items[0].revision == 2


def test_the_same_words_are_no_revision() -> None:
    of = work()
    assert do(of, word(Meaning(text="as agreed"))) == of


def test_a_new_indicator_is_worded_without_a_reason() -> None:
    of = do(work(kind="kickoff", ids=()), AddCandidate("a", "Openness"))
    of = do(of, ChooseCandidate(of.session.define.candidates[0].id))
    made = of.partnership.in_force[0]
    for text in ("a first try", "better"):
        of = do(of, ReviseMeaning(made.id, "Openness", Meaning(text=text)))
    (only,) = of.partnership.in_force[0].revisions
    assert (only.number, only.meaning.text) == (1, "better")


def test_an_empty_first_wording_is_a_draft_wherever_it_was_made() -> None:
    of = do(work(kind="kickoff", ids=()), AddCandidate("a", "Openness"))
    of = do(of, ChooseCandidate(of.session.define.candidates[0].id))
    later = of.but(session=of.session.but(id="next"))
    made = later.partnership.in_force[0]
    later = do(later, ReviseMeaning(made.id, "Openness", SHARPER))
    assert len(later.partnership.in_force[0].revisions) == 1


def test_what_stood_in_confirmed_minutes_is_revised_when_they_are_opened_again() -> None:
    clock = Clock()
    of = do(work(), word(SHARPER, "too vague"), clock=clock)
    confirm = (ConfirmMinutes("a", "Anna"), ConfirmMinutes("b", "Dirk"))
    of = do(of, *confirm, ReopenSession("a slip"), clock=clock)
    assert refusal(of, word(Meaning(text="other")), clock=clock)
    of = do(of, word(Meaning(text="other"), "a slip"), clock=clock)
    assert [r.number for r in openness(of).revisions] == [1, 2, 3]
    # What is made after the reopening is a draft again.
    of = do(of, word(Meaning(text="other again")), clock=clock)
    assert [r.number for r in openness(of).revisions] == [1, 2, 3]


def test_a_name_and_an_indicator_are_needed() -> None:
    assert refusal(work(), word(SHARPER, "why", " "))
    assert refusal(work(), ReviseMeaning("gone", "x", SHARPER, "why"))


def test_expectations_and_needs_go_both_ways() -> None:
    meaning = Meaning(expects_a="calls", expects_b="clarity", needs_a="time", needs_b="access")
    assert [meaning.expects(s) for s in ("a", "b")] == ["calls", "clarity"]
    assert [meaning.needs(s) for s in ("a", "b")] == ["time", "access"]


changes = st.tuples(st.sampled_from("uvwx"), st.booleans(), st.booleans(), st.booleans())


@pytest.mark.parametrize("start", [0, 1])
@given(steps=st.lists(changes, max_size=8))
def test_whatever_happens_old_wordings_stay(
    start: int, steps: list[tuple[str, bool, bool, bool]]
) -> None:
    clock = Clock()
    of = work() if start else do(work(), named("anna", {"openness": 7}))
    session = 0
    for text, reason, score, walk_on in steps:
        before = openness(of).revisions
        scored = {i.revision for i in of.urn.items if i.indicator_id == "openness"}
        try:
            of = carry_out(word(Meaning(text=text), "because" if reason else ""), of, clock())
        except Refused:
            assert not reason
        after = openness(of).revisions
        # Only the last may differ, only a draft may be improved, and numbers run on.
        assert after[: len(before) - 1] == before[:-1]
        if after[len(before) - 1] != before[-1]:
            assert before[-1].number not in scored
            assert before[-1].session_id == of.session.id
        assert [r.number for r in after] == list(range(1, len(after) + 1))
        if score:
            of = do(of, named("bram", {"openness": 6}), clock=clock)
        if walk_on:
            session += 1
            of = of.but(
                session=of.session.but(id=f"s{session}"),
                urn=of.urn.but(items=(), ballots=()),
                turnout=of.turnout.but(answered=()),
            )
