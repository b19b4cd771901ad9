"""The laptop and the wall claim nothing at the reveal that is not so, nor leave it half said."""

from collections.abc import Sequence

from screens.room.board import lines_of
from screens.stages.reveal_words import talk
from sessionui.domain.intents.people import AddPerson
from sessionui.domain.intents.reveal import Reveal, ShowReasons
from sessionui.domain.intents.score import LockRound, SealBallot
from sessionui.domain.intents.walk import GoToStage
from sessionui.domain.intents.welcome import SetRules
from sessionui.domain.room import Topic, scene_of
from sessionui.domain.scoring import Answer
from sessionui.domain.sides import SIDES
from sessionui.domain.terms import Secrecy
from sessionui.domain.work import Work
from tests.support.room import CONTEXT, NOW, a_partnership, a_session, doing

INDICATORS = ("Proactivity", "Openness", "Reachability")


def revealed(
    secrecy: Secrecy,
    raters: tuple[int, int],
    marks: tuple[int, int],
    *,
    own: int | None = None,
    names: Sequence[str] = ("Noorderhaven", "Helderwit"),
    count: int = len(INDICATORS),
) -> Work:
    """Everybody of a side gave that mark and a reason; ``count`` indicators are revealed."""
    partnership = a_partnership(raters=0, names=names)
    for side, n in zip(SIDES, raters, strict=True):
        for k in range(n):
            partnership = AddPerson(side, f"{side} {k}", "").change(partnership, CONTEXT)
    work = a_session(partnership=partnership, indicators=INDICATORS)
    work = doing(work, SetRules(secrecy, self_estimate=own is not None), GoToStage("score"))
    for side, mark in zip(SIDES, marks, strict=True):
        for rater in work.raters(side):
            answers = [
                Answer(indicator_id=i.indicator_id, own=about_itself, mark=given, reason="because")
                for i in work.items
                for about_itself, given in ((False, mark), (True, own))
                if given is not None
            ]
            work = doing(work, SealBallot(side, tuple(answers), rater))
    work = doing(work, LockRound(), GoToStage("reveal"))
    return doing(work, *(Reveal(i.indicator_id) for i in work.items[:count]))


def wall(work: Work, topic: Topic, width: int = 80, height: int = 24) -> str:
    """What the wall shows of it."""
    scene = scene_of(work, topic, NOW, language="en")
    return "\n".join(line.plain.rstrip() for line in lines_of(scene, width, height))


def test_reasons_below_the_threshold_are_hidden_not_absent() -> None:
    work = revealed("side", (10, 2), (6, 8))
    here = work.items[0].indicator_id
    shown = wall(doing(work, ShowReasons(here)), Topic(kind="reveal", indicator_id=here))
    assert "Hidden: fewer than 3 answered." in shown
    assert "No reasons were given." not in shown
    assert shown.count("because") >= 5


def test_where_only_perception_gaps_stand_out_they_are_told() -> None:
    work = revealed("name", (3, 3), (10, 10), own=1)
    figures = work.revealed.item(work.items[0].indicator_id)
    assert figures is not None
    for listed in (0, 60):
        said = talk(work, figures, 20, listed=listed).plain
        assert "nothing stands out" not in said
        assert "Noorderhaven gave itself 9.0 less than it got" in said
        assert "Helderwit gave itself 9.0 less than it got" in said
    work = revealed("name", (3, 3), (10, 8), own=1)
    figures = work.revealed.item(work.items[0].indicator_id)
    assert figures is not None
    said = talk(work, figures, 20, listed=0).plain
    assert "the two marks are 2.0 apart" in said
    assert "gave itself" not in said, "the axis tells it, and there is little room"
