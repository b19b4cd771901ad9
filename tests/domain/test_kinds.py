"""Kinds of session are data: a kind that nobody wrote code for works from walk to minutes."""

from datetime import timedelta

import pytest

from sessionui.domain import kinds
from sessionui.domain.intents.agree import PutAction
from sessionui.domain.intents.close import ConfirmMinutes
from sessionui.domain.intents.reveal import Reveal
from sessionui.domain.intents.score import LockRound
from sessionui.domain.intents.walk import GoToStage, StartSession, stage_after
from sessionui.domain.kinds import KINDS, Kind, Stage, StageKey, kind_of
from sessionui.domain.minutes.build import minutes_of
from sessionui.domain.minutes.document import MinutesDocument
from tests.domain.making import Clock, do, named, work
from tests.domain.refusals import refusal


def stage(key: StageKey, minutes: int) -> Stage:
    return Stage(key, "A stage", minutes, "What did you see?", "Let them talk.")


@pytest.fixture
def programme(monkeypatch: pytest.MonkeyPatch) -> Kind:
    """A customer-focus programme: improvement points are defined first and scored at once."""
    kind = Kind(
        "programme",
        "Programme review",
        "Find what holds people back.",
        (stage("define", 20), stage("score", 5), stage("reveal", 40), stage("close", 7)),
    )
    monkeypatch.setitem(kinds.KINDS, kind.key, kind)
    return kind


def test_a_third_kind_works_from_walk_to_minutes(programme: Kind) -> None:
    clock = Clock()
    of = do(work(kind="programme", ids=("openness",)), StartSession(), clock=clock)
    assert of.session.kind_data == programme
    assert of.session.budget == timedelta(minutes=programme.minutes) == timedelta(minutes=72)
    seen = [of.session.stage]
    while (key := stage_after(of.session, 1)) is not None:
        of = do(of, GoToStage(key, finished=True), clock=clock)
        seen.append(of.session.stage)
    assert seen == ["define", "score", "reveal", "close"]
    assert refusal(of, GoToStage("look_back"))
    of = do(
        of,
        named("anna", {"openness": 7}),
        named("dirk", {"openness": 5}),
        LockRound(),
        Reveal("openness"),
        PutAction("open the door"),
        ConfirmMinutes("a", "Anna"),
        ConfirmMinutes("b", "Dirk"),
        clock=clock,
    )
    document = minutes_of(of, clock.now)
    assert document.kind == "programme"
    assert [a.stage for a in document.agenda] == seen
    assert document.overall.mark is not None
    assert [a.text for a in document.actions] == ["open the door"]
    assert not document.draft
    assert MinutesDocument.model_validate_json(document.model_dump_json()) == document


def test_a_kind_without_scoring_has_no_scores_to_miss(programme: Kind) -> None:
    document = minutes_of(work(kind="kickoff", ids=()), Clock().now)
    assert not document.scored
    assert not [m for m in document.missing if "scored" in m.template]


def test_the_kinds_of_the_method() -> None:
    # method, the cycle: three hours, two hours, two hours
    assert {k: kind.minutes for k, kind in KINDS.items()} == {
        "kickoff": 180,
        "quarterly": 120,
        "year": 120,
    }
    for kind in KINDS.values():
        keys = [s.key for s in kind.stages]
        assert len(set(keys)) == len(keys)
        assert (keys[0], keys[-1]) == ("welcome", "close")
        assert all(s.ask and s.watch for s in kind.stages)
    assert [s.key for s in KINDS["quarterly"].stages] == [
        "welcome",
        "look_back",
        "score",
        "reveal",
        "actions",
        "close",
    ]
    assert KINDS["kickoff"].stage("score") is None


def test_a_kind_that_this_version_does_not_know() -> None:
    with pytest.raises(KeyError):
        kind_of("surprise party")
