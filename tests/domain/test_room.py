"""Scenes hold only what the room may see, whatever lies under them."""

import re
from datetime import timedelta
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sessionui.domain.intents import agree, define, reveal, score, walk, welcome
from sessionui.domain.room import Away, Topic, TypedAction, read_scene, scene_of
from sessionui.domain.room.parts import Clock
from sessionui.domain.room.scenes import Reveal, Scene
from sessionui.domain.room.topic import Part, TopicKind
from sessionui.domain.scoring import Answer
from sessionui.domain.terms import Secrecy
from sessionui.domain.work import Work
from tests.domain import making
from tests.domain.making import NOON, ballot, do

KINDS: tuple[TopicKind, ...] = get_args(TopicKind)
PARTS: tuple[Part, ...] = get_args(Part)
IDS = ("openness", "trust", "pace")
RATERS = {"a": ("anna", "bram", "carla"), "b": ("dirk", "els", "finn")}

marks = st.integers(1, 10).map(float)
words = st.text("abcdefgh", min_size=3, max_size=9).map(lambda w: f"zebra{w}")


def topics(work: Work) -> list[Topic]:
    """Everything that a screen could put before the room."""
    ids = [i.indicator_id for i in work.items]
    return [
        *(Topic(kind=kind, place=0) for kind in KINDS),
        *(Topic(kind="meaning", indicator_id=i) for i in ids),
        *(Topic(kind="reveal", indicator_id=i) for i in ids),
        *(Topic(kind="look_back", part=part) for part in PARTS),
        Topic(kind="read_back", place=99),
    ]


def scenes(work: Work) -> list[Scene]:
    return [scene_of(work, topic, NOON, language="nl", theme="x") for topic in topics(work)]


def jsons(work: Work) -> list[str]:
    return [scene.model_dump_json() for scene in scenes(work)]


@st.composite
def sealed(draw: st.DrawFn) -> tuple[Work, Work, list[str]]:
    """Two works that differ in what was given only; and the words that nobody may see yet."""
    secrecy: Secrecy = draw(st.sampled_from(("name", "side")))
    base = making.work(secrecy, self_estimate=draw(st.booleans()), threshold=2)
    base = do(base, walk.StartSession(), walk.WritePrivateNotes("score", "zebranote"))
    given_by = [
        (side, rater)
        for side in ("a", "b")
        for rater in draw(st.lists(st.sampled_from(RATERS[side]), min_size=1, unique=True))
    ]
    secret: list[str] = ["zebranote"]
    works = []
    for _n in range(2):
        work = base
        for side, rater in given_by:
            reason = draw(words)
            secret.append(reason)
            answers = tuple(
                Answer(indicator_id=i, own=own, mark=draw(marks), reason=reason)
                for i in IDS
                for own in ((False, True) if base.session.rules.self_estimate else (False,))
            )
            work = do(work, score.SealBallot("a" if side == "a" else "b", answers, rater))
        works.append(work)
    return works[0], works[1], secret


@settings(max_examples=40)
@given(sealed())
def test_before_the_reveal_no_scene_depends_on_a_mark_or_a_reason(
    made: tuple[Work, Work, list[str]],
) -> None:
    one, two, secret = made
    for lock in (False, True):
        if lock:
            one, two = do(one, score.LockRound()), do(two, score.LockRound())
        assert jsons(one) == jsons(two)
        text = "".join(jsons(one))
        assert not [word for word in secret if word in text]
        assert "Carla de Wit" not in text, "who is missing is told by nobody's name"


@settings(max_examples=40)
@given(sealed(), st.sampled_from(IDS))
def test_what_is_not_revealed_yet_stays_sealed_beside_what_is(
    made: tuple[Work, Work, list[str]], shown: str
) -> None:
    """Nor does the revealed one tell a reason before the room asks for the reasons."""
    one, two, secret = made
    one, two = (do(work, score.LockRound(), reveal.Reveal(shown)) for work in (one, two))
    for hidden in IDS:
        if hidden == shown:
            continue
        veiled = [
            scene_of(work, Topic(kind="reveal", indicator_id=hidden), NOON) for work in (one, two)
        ]
        assert veiled[0] == veiled[1]
        assert isinstance(veiled[0], Reveal)
        assert veiled[0].shown is None
    text = "".join(jsons(one))
    assert not [word for word in secret if word in text]


def revealed(secrecy: Secrecy = "name", threshold: int = 3) -> Work:
    work = making.work(secrecy, threshold=threshold)
    for side, given_marks in (("a", (5.0, 7.0, 9.0)), ("b", (8.0, 8.0))):
        for rater, mark in zip(RATERS[side], given_marks, strict=False):
            answers = dict.fromkeys(IDS, mark)
            sealed_one = ballot("a" if side == "a" else "b", answers, reason=f"zebra{rater}")
            work = do(work, score.SealBallot(sealed_one.side, sealed_one.answers, rater))
    return do(work, score.LockRound(), reveal.Reveal("trust"))


def test_after_the_reveal_the_marks_are_there_and_the_reasons_when_asked() -> None:
    work = revealed()
    scene = scene_of(work, Topic(kind="reveal", indicator_id="trust"), NOON)
    assert isinstance(scene, Reveal)
    assert scene.shown is not None
    lane = scene.shown.picture.a
    assert (str(lane.mean), lane.dots) == ("7.0", (5.0, 7.0, 9.0))
    assert scene.shown.reasons is None
    work = do(work, reveal.ShowReasons("trust"))
    scene = scene_of(work, Topic(kind="reveal", indicator_id="trust"), NOON)
    assert isinstance(scene, Reveal)
    assert scene.shown is not None
    assert {r.text for r in scene.shown.reasons or ()} == {f"zebra{r}" for r in RATERS["a"]} | {
        "zebradirk",
        "zebraels",
    }


def test_by_side_nothing_of_a_side_below_the_threshold_and_never_a_rater() -> None:
    work = do(revealed("side"), reveal.ShowReasons("trust"))
    scene = scene_of(work, Topic(kind="reveal", indicator_id="trust"), NOON)
    assert isinstance(scene, Reveal)
    assert scene.shown is not None
    hidden, seen = scene.shown.picture.b, scene.shown.picture.a
    assert (hidden.hidden, hidden.mean, hidden.low, hidden.dots) == (True, None, None, ())
    assert (seen.dots, seen.low, seen.high) == ((), 5.0, 9.0)
    text = scene.model_dump_json()
    assert not re.search("zebra(dirk|els)", text)
    assert not [p.name for p in making.PEOPLE if p.name in text]


def test_words_stay_hidden_until_both_lists_are_shown_and_dots_until_the_result() -> None:
    work = do(
        making.work(kind="kickoff", ids=()),
        define.AddCandidate("a", "zebraone"),
        define.AddCandidate("b", "zebratwo"),
    )
    assert "zebra" not in "".join(jsons(work))
    work = do(work, define.ShowCandidates())
    assert "zebraone" in "".join(jsons(work))
    first, second = (c.id for c in work.session.define.candidates)
    votes = [(first, first, first), (second, second, second)]
    voted = [do(work, define.CastDots(dots, "anna")) for dots in votes]
    assert jsons(voted[0]) == jsons(voted[1])
    shown = [do(each, define.ShowVotes()) for each in voted]
    assert jsons(shown[0]) != jsons(shown[1])


def test_an_action_shows_once_recorded_or_while_typed_where_the_facilitator_says_so() -> None:
    work = do(making.work(), agree.PutAction("A shared board", owner_id="anna"))
    text = scene_of(work, Topic(kind="actions"), NOON).model_dump_json()
    assert "A shared board" in text
    assert "Anna Bos" in text
    typed = TypedAction(number=2, text="half a sen")
    assert (
        "half a sen" in scene_of(work, Topic(kind="actions", typed=typed), NOON).model_dump_json()
    )


def test_the_clock_of_silent_writing_runs_and_waits() -> None:
    work = do(making.work(kind="kickoff", ids=()), walk.StartSession(), walk.GoToStage("define"))
    at = work.stage.spans[-1].start
    later = at + timedelta(minutes=3, seconds=7)
    assert scene_of(work, Topic(kind="writing"), later).clock == Clock(used=187, budget=70 * 60)


def test_every_scene_comes_back_from_its_json() -> None:
    for scene in scenes(do(revealed(), welcome.SetWelcome("zebra [/]", "ground rules"))):
        assert read_scene(scene.model_dump_json()) == scene


def test_nothing_else_is_a_scene() -> None:
    for text in ("", "{}", '{"kind":"boom"}', '{"kind":"blank","note":"x"}', "[]"):
        with pytest.raises(ValueError, match="validation error"):
            read_scene(text)
    assert read_scene(Away().model_dump_json()) == Away()


def test_no_scene_shows_a_mark_in_its_repr() -> None:
    work = revealed()
    for scene in scenes(work):
        assert not re.search(r"[ =(]\d+\.\d", repr(scene)), scene
