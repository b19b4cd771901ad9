"""Before a reveal no prompt depends on any mark, and after it only on what was revealed."""

from datetime import timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from sessionui.domain.guidance.book import prompts
from sessionui.domain.guidance.rule import Prompt
from sessionui.domain.guidance.situation import situation_of
from sessionui.domain.intents.agree import PutAction
from sessionui.domain.intents.base import Intent
from sessionui.domain.intents.reveal import NoteDiscussion, Reveal
from sessionui.domain.intents.score import LockRound, SealBallot
from sessionui.domain.intents.walk import ParkPoint, StartSession
from sessionui.domain.kinds import STAGE_NAMES
from sessionui.domain.scoring import Answer
from sessionui.domain.terms import Secrecy
from sessionui.domain.work import Work
from tests.domain.making import NOON, PEOPLE, Clock, do, work

IDS = ("openness", "trust", "pace")
Sheet = dict[tuple[str, str, bool], tuple[float | None, str]]
"""Mark and reason by person, indicator, and whether it is about the own side."""


def _sheet(chance: Random) -> Sheet:
    return {
        (person.id, i, own): (
            chance.choice((None, *map(float, range(1, 11)))),
            chance.choice(("", "never", "because")),
        )
        for person in PEOPLE
        for i in IDS
        for own in (False, True)
    }


sheets = st.integers(0, 2**32).map(lambda seed: _sheet(Random(seed)))
"""Drawn as one number: drawing every mark apart takes most of the time."""

few = settings(max_examples=40)
rules = st.sampled_from(("name", "side"))
voters = st.sets(st.sampled_from([p.id for p in PEOPLE]), min_size=1)
around: st.SearchStrategy[list[Intent]] = st.lists(
    st.sampled_from(
        (
            StartSession(),
            ParkPoint("later", "trust"),
            PutAction("mop", indicator_id="trust"),
            NoteDiscussion("trust", said="it is always slow", heard="slow"),
        )
    ),
    max_size=3,
)


def sealed(
    secrecy: Secrecy, sheet: Sheet, who: set[str], more: list[Intent], *then: Intent
) -> Work:
    """A round in which these people gave what stands on the sheet."""
    of = work(secrecy, self_estimate=True)
    ballots = [
        SealBallot(
            person.side,
            tuple(
                Answer(
                    indicator_id=i,
                    own=own,
                    mark=sheet[person.id, i, own][0],
                    reason=sheet[person.id, i, own][1],
                )
                for i in IDS
                for own in (False, True)
            ),
            rater_id=person.id,
        )
        for person in PEOPLE
        if person.id in who
    ]
    return do(of, *ballots, *more, *then, clock=Clock(first=0))


def all_prompts(of: Work) -> list[tuple[Prompt, ...]]:
    """What is asked in every stage, on every indicator, at once and when time is over."""
    return [
        prompts(situation_of(of, stage, NOON + timedelta(minutes=minutes), indicator_id))
        for stage in STAGE_NAMES
        for indicator_id in (IDS if stage == "reveal" else (None,))
        for minutes in (5, 120)
    ]


@few
@given(rules, sheets, sheets, voters, around)
def test_before_the_reveal_prompts_are_the_same_whatever_the_marks(
    secrecy: Secrecy, one: Sheet, two: Sheet, who: set[str], more: list[Intent]
) -> None:
    for then in ((), (LockRound(),)):
        before = all_prompts(sealed(secrecy, one, who, more, *then))
        assert before == all_prompts(sealed(secrecy, two, who, more, *then))


@few
@given(rules, sheets, sheets, voters, around)
def test_after_one_reveal_the_marks_on_the_others_change_nothing(
    secrecy: Secrecy, one: Sheet, two: Sheet, who: set[str], more: list[Intent]
) -> None:
    mixed = {key: (one if key[1] == "trust" else two)[key] for key in one}
    then = (LockRound(), Reveal("trust"))
    assert all_prompts(sealed(secrecy, one, who, more, *then)) == all_prompts(
        sealed(secrecy, mixed, who, more, *then)
    )


@few
@given(sheets, sheets, st.sampled_from((("anna", "bram"), ("anna", "bram", "dirk"))))
def test_by_side_what_stays_hidden_changes_nothing_after_the_reveal(
    one: Sheet, two: Sheet, who: tuple[str, ...]
) -> None:
    then = (LockRound(), *(Reveal(i) for i in IDS))
    assert all_prompts(sealed("side", one, set(who), [], *then)) == all_prompts(
        sealed("side", two, set(who), [], *then)
    )


@few
@given(rules, sheets, voters, around)
def test_every_prompt_is_a_whole_sentence(
    secrecy: Secrecy, sheet: Sheet, who: set[str], more: list[Intent]
) -> None:
    of = sealed(secrecy, sheet, who, more, LockRound(), Reveal("trust"))
    for found in all_prompts(of):
        for prompt in found:
            for sentence in (prompt.ask, prompt.why):
                assert sentence.template.format(**sentence.values)
