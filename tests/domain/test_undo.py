"""Undo takes back exactly what a change was, and never a ballot, a vote, a reveal or the clock."""

import pytest

from sessionui.domain.indicators import Meaning
from sessionui.domain.intents.agree import PutAction
from sessionui.domain.intents.base import Intent
from sessionui.domain.intents.close import ConfirmMinutes, ReopenSession
from sessionui.domain.intents.define import (
    AddCandidate,
    CastDots,
    ChooseCandidate,
    MergeCandidates,
    SetDotsEach,
)
from sessionui.domain.intents.meaning import ReviseMeaning
from sessionui.domain.intents.people import AddPerson
from sessionui.domain.intents.reveal import NoteDiscussion, Reveal, SetFirstSpeaker
from sessionui.domain.intents.score import LockRound, SealBallot
from sessionui.domain.intents.walk import GoToStage, MoveStage, ParkPoint, SetBudget, StartSession
from sessionui.domain.intents.welcome import SetPresence, SetRules
from sessionui.domain.undo import Step, redo, step_between, undo
from sessionui.domain.wording import Refused
from sessionui.domain.work import Work
from tests.domain.making import Clock, answers, ballot, do, named, work


def change(of: Work, intent: Intent, clock: Clock | None = None) -> tuple[Work, Step]:
    after = do(of, intent, clock=clock)
    return after, step_between(of, after)


def test_a_change_is_taken_back_and_made_again() -> None:
    before = work()
    after, step = change(before, ParkPoint("lifts"))
    assert not step.empty
    assert undo(after, step) == before
    assert redo(undo(after, step), step) == after


def test_what_came_after_elsewhere_stays() -> None:
    of, step = change(work(), NoteDiscussion("trust", said="hm"))
    of = do(of, NoteDiscussion("openness", said="ah"), ParkPoint("lifts"), PutAction("call"))
    of = undo(of, step)
    assert [d.indicator_id for d in of.session.discussions] == ["openness"]
    assert len(of.session.parked) == 1
    assert len(of.partnership.actions) == 1


def test_nothing_changed_is_no_step() -> None:
    of = work()
    assert step_between(of, do(of, MoveStage("welcome", -1))).empty


def test_the_clock_is_left_alone() -> None:
    clock = Clock()
    of, step = change(do(work(), StartSession(), clock=clock), SetBudget("welcome", 30), clock)
    of = do(of, GoToStage("score"), clock=clock)
    back = undo(of, step)
    assert back.session.stage == "score"
    assert back.session.used(clock.now) == of.session.used(clock.now)
    welcome = back.session.stage_state("welcome")
    assert welcome is not None
    assert (welcome.minutes, len(welcome.spans)) == (10, 1)


def test_the_order_of_stages_goes_back_with_their_time() -> None:
    clock = Clock()
    of, step = change(do(work(), StartSession(), clock=clock), MoveStage("score", -1), clock)
    of = do(of, GoToStage("reveal"), clock=clock)
    back = undo(of, step)
    assert [s.key for s in back.session.stages] == [s.key for s in work().session.stages]
    assert {s.key: s.spans for s in back.session.stages} == {
        s.key: s.spans for s in of.session.stages
    }


@pytest.mark.parametrize(
    "intent", [NoteDiscussion("trust", said="hm"), SetFirstSpeaker("trust", "a")]
)
def test_a_reveal_stays_though_the_note_before_it_goes(intent: Intent) -> None:
    start = do(work(), named("anna", {"trust": 7}), LockRound())
    of, step = change(start, intent)
    of = do(of, Reveal("trust"))
    back = undo(of, step)
    assert back.session.revealed("trust")
    assert back.revealed == of.revealed
    assert back.session.discussion("trust").said == ""
    assert redo(back, step) == of


def test_the_wording_that_was_scored_stays() -> None:
    sharper = ReviseMeaning("trust", "Trust", Meaning(text="sharper"), "too vague")
    of, step = change(work(), sharper)
    of = do(of, named("anna", {"trust": 7}))
    with pytest.raises(Refused):
        undo(of, step)
    # Likewise when the scored wording would come back in another form.
    of, step = change(work(), sharper)
    of = do(undo(of, step), named("anna", {"trust": 7}))
    again = redo(of, step)
    assert [r.number for r in again.partnership.indicators[1].revisions] == [1, 2]
    assert again.items == of.items


def test_an_indicator_that_was_scored_stays() -> None:
    start = do(work(ids=("openness",)), AddCandidate("a", "Candour"))
    of, step = change(start, ChooseCandidate(start.session.define.candidates[0].id))
    new = of.partnership.in_force[1].id
    of = do(of, named("anna", {new: 7}))
    with pytest.raises(Refused):
        undo(of, step)


def test_the_rules_under_which_somebody_scored_stay() -> None:
    of, step = change(work(), SetRules("side"))
    of = do(of, ballot("a", {"trust": 7}))
    with pytest.raises(Refused):
        undo(of, step)


def test_the_dots_with_which_somebody_voted_stay() -> None:
    start = do(work(kind="kickoff"), AddCandidate("a", "Candour"))
    of, step = change(start, SetDotsEach(5))
    of = do(of, CastDots((start.session.define.candidates[0].id,) * 5))
    with pytest.raises(Refused):
        undo(of, step)


def test_a_vote_stays_though_its_candidate_goes_and_comes_back() -> None:
    of, step = change(work(kind="kickoff"), AddCandidate("a", "Candour"))
    (candidate,) = of.session.define.candidates
    of = do(of, CastDots((candidate.id,)))
    back = undo(of, step)
    assert back.session.define.votes == of.session.define.votes
    assert redo(back, step).session.define.dots(candidate.id) == 1


def test_who_answered_stays_a_person_and_takes_part() -> None:
    of, joined = change(work(), AddPerson("a", "Gijs Mol"))
    gijs = of.partnership.people[-1].id
    of, present = change(of, SetPresence(gijs, "present"))
    of = do(of, SealBallot("a", answers({"trust": 7}), rater_id=gijs))
    back = undo(undo(of, present), joined)
    assert back.partnership.person(gijs) is not None
    assert gijs in back.session.participants
    assert back.urn == of.urn
    assert redo(redo(back, joined), present) == of


def test_merged_candidates_come_apart_as_they_were() -> None:
    start = do(
        work(kind="kickoff"), *(AddCandidate("a", t) for t in ("Candour", "Honesty", "Ease"))
    )
    one, two, three = (c.id for c in start.session.define.candidates)
    start = do(start, MergeCandidates(two, three))
    of, step = change(start, MergeCandidates(one, two))
    assert undo(of, step) == start


def test_a_step_from_before_the_minutes_were_confirmed_works_after_reopening() -> None:
    before = work()
    of, step = change(before, ParkPoint("lifts"))
    confirm = (ConfirmMinutes("a", "Anna"), ConfirmMinutes("b", "Dirk"))
    of = do(of, *confirm, ReopenSession("a slip"))
    assert undo(of, step).session.parked == ()
    assert undo(of, step).session.reopenings == of.session.reopenings
