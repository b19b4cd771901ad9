"""The parking lot over sessions, and ending a session before its end."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionui.domain.completeness import missing
from sessionui.domain.ending import left_over
from sessionui.domain.guidance.book import prompts
from sessionui.domain.guidance.situation import situation_of
from sessionui.domain.intents.agree import PutAction, PutDecision
from sessionui.domain.intents.ending import EndEarly
from sessionui.domain.intents.parking import SettleParked
from sessionui.domain.intents.reveal import NoteDiscussion, Reveal
from sessionui.domain.intents.score import LockRound
from sessionui.domain.intents.walk import GoToStage, ParkPoint, SkipStage, StartSession
from sessionui.domain.minutes.build import minutes_of
from sessionui.domain.parking import open_points
from sessionui.domain.undo import step_between, undo
from sessionui.domain.wording import Refused
from sessionui.domain.work import Work
from tests.domain.making import DAY, NOON, PEOPLE, do, named, work


def texts(of: Work) -> list[str]:
    return [p.parked.text for p in open_points(of)]


def later(*texts: str) -> Work:
    """A session; in the one before, these points were parked."""
    before = do(work(), *(ParkPoint(text, "trust") for text in texts)).session
    return replace(work(), past=(before.but(id="before", date=DAY - timedelta(days=90)),))


def test_a_point_becomes_an_action_or_a_decision_and_leaves_the_lot() -> None:
    of = do(work(), ParkPoint("the car park"), ParkPoint("the lift"))
    first, second = (p.parked.id for p in open_points(of))
    acted = do(of, SettleParked(first, PutAction("paint the lines", indicator_id="pace")))
    assert texts(acted) == ["the lift"]
    assert acted.partnership.actions[-1].text == "paint the lines"
    decided = do(acted, SettleParked(second, PutDecision("no lift")))
    assert texts(decided) == []
    assert decided.partnership.decisions[-1].text == "no lift"


def test_what_is_refused_leaves_the_point_parked() -> None:
    of = do(work(), ParkPoint("the car park"))
    (point,) = open_points(of)
    with pytest.raises(Refused):
        do(of, SettleParked(point.parked.id, PutAction(" ")))
    with pytest.raises(Refused):
        do(of, SettleParked("elsewhere"))


def test_points_of_earlier_sessions_wait_until_somebody_comes_back_to_them() -> None:
    of = do(later("old one", "old two"), ParkPoint("new one"))
    assert texts(of) == ["old one", "old two", "new one"]
    assert [p.parked_on for p in open_points(of)][2] is None
    rules = {p.rule for p in prompts(situation_of(of, "look_back", NOON))}
    assert "parked-before" in rules
    settled = do(of, SettleParked(open_points(of)[0].parked.id, PutAction("do it")))
    assert texts(settled) == ["old two", "new one"]
    assert settled.past == of.past
    back = undo(settled, step_between(of, settled))
    assert texts(back) == texts(of)
    assert back.partnership.actions == ()
    next_one = replace(work(), past=(*settled.past, settled.session.but(id="this")))
    assert texts(next_one) == ["old two", "new one"]


@given(st.lists(st.sampled_from(range(6)), max_size=8))
def test_every_point_is_waiting_or_settled_once(picks: list[int]) -> None:
    of = do(later("a", "b", "c"), ParkPoint("d"), ParkPoint("e"), ParkPoint("f"))
    everything = [p.parked.id for p in open_points(of)]
    gone = set()
    for pick in picks:
        parked_id = everything[pick]
        if parked_id in gone:
            with pytest.raises(Refused):
                do(of, SettleParked(parked_id))
            continue
        of = do(of, SettleParked(parked_id))
        gone.add(parked_id)
        assert [p.parked.id for p in open_points(of)] == [i for i in everything if i not in gone]


# --- ending early


def running() -> Work:
    """One of three indicators was discussed when the time was up."""
    return do(
        work(),
        StartSession(),
        GoToStage("score", finished=True),
        *(named(p.id, {"openness": 7, "trust": 7, "pace": 7}) for p in PEOPLE),
        LockRound(),
        GoToStage("reveal", finished=True),
        Reveal("trust"),
        NoteDiscussion("trust", said="much"),
    )


def test_what_is_left_over() -> None:
    left = left_over(running())
    assert left.stages == ("look_back", "actions")
    assert left.indicators == ("openness", "pace")
    assert left_over(do(running(), ParkPoint("later", "pace"))).indicators == ("openness",)
    assert left_over(do(work(), StartSession())).indicators == ()


def test_ending_early_skips_what_was_not_begun_and_loses_nothing() -> None:
    of = running()
    ended = do(of, EndEarly((ParkPoint("openness next time", "openness"),)))
    skipped = [s.key for s in ended.session.stages if s.skipped]
    assert skipped == ["look_back", "actions"]
    assert ended.session.discussions == of.session.discussions
    assert ended.urn == of.urn
    assert [s.spans for s in ended.session.stages] == [s.spans for s in of.session.stages]
    assert left_over(ended).indicators == ("pace",)
    back = undo(ended, step_between(of, ended))
    assert back.session.stages == of.session.stages
    assert back.session.parked == ()


def test_the_closing_is_there_to_end_in_and_what_has_not_begun_is_not_ended() -> None:
    of = do(running(), SkipStage("close"), EndEarly())
    close = of.session.stage_state("close")
    assert close is not None
    assert not close.skipped
    with pytest.raises(Refused):
        do(work(), EndEarly())


def test_what_was_parked_is_not_missing_and_the_minutes_say_that_it_ended_early() -> None:
    of = running()
    ended = do(of, EndEarly((ParkPoint("openness next time", "openness"),)))
    told = [s.values.get("indicator") for s in missing(ended) if "not discussed" in s.template]
    assert told == ["Pace"]
    assert minutes_of(ended, NOON).ended_early
    assert not minutes_of(of, NOON).ended_early
    # Who goes on after all, and gets to everything, did not end early.
    on = do(ended, *(SkipStage(s, skipped=False) for s in ("look_back", "actions")))
    assert minutes_of(on, NOON).ended_early
    assert not minutes_of(do(on, Reveal("openness"), Reveal("pace")), NOON).ended_early
