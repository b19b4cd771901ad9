"""Who speaks first: in turn within a session, and the other way round than last time."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sessionui.domain.intents.reveal import Reveal, SetFirstSpeaker, SideSpoke
from sessionui.domain.intents.score import LockRound
from sessionui.domain.session import Discussion, Session
from sessionui.domain.sides import SIDES, SideKey, other
from sessionui.domain.speaking import first_last_time, first_speaker
from sessionui.domain.work import Work
from tests.domain.making import DAY, NOON, do, named, work

IDS = ("openness", "trust", "pace", "care", "humour", "candour")


def talked(first: dict[str, SideKey], *, weeks: int = 13) -> Session:
    """A session so long ago in which these sides spoke first."""
    before = work(ids=IDS).session
    talks = tuple(
        Discussion(indicator_id=i, revealed_at=NOON, first_speaker=side)
        for i, side in first.items()
    )
    return before.but(id=f"before-{weeks}", date=DAY - timedelta(weeks=weeks), discussions=talks)


def after(*past: Session, ids: tuple[str, ...] = IDS) -> Work:
    return replace(work(ids=ids), past=past)


def firsts(of: Work) -> list[SideKey]:
    return [first_speaker(of, i.indicator_id) for i in of.items]


def test_the_next_time_everybody_begins_where_the_other_did() -> None:
    assert firsts(after()) == ["a", "b", "a", "b", "a", "b"]
    once = dict(zip(IDS, firsts(after()), strict=True))
    assert firsts(after(talked(once))) == ["b", "a", "b", "a", "b", "a"]
    twice = dict(zip(IDS, firsts(after(talked(once))), strict=True))
    assert firsts(after(talked(once, weeks=26), talked(twice))) == firsts(after())


def test_the_last_discussion_of_an_indicator_counts_however_long_ago() -> None:
    of = after(talked({"openness": "a", "trust": "b"}, weeks=26), talked({"openness": "b"}))
    assert first_last_time(of, "openness") == "b"
    assert first_last_time(of, "trust") == "b"
    assert first_last_time(of, "pace") is None


def test_who_really_spoke_first_counts_more_than_whose_turn_it_was() -> None:
    said = do(
        work(),
        named("anna", {"trust": 6}),
        LockRound(),
        Reveal("trust"),
        SetFirstSpeaker("trust", "a"),
        SideSpoke("trust", "b"),
        SideSpoke("trust", "a"),
    )
    assert first_last_time(replace(work(), past=(said.session,)), "trust") == "b"


@given(
    st.dictionaries(st.sampled_from(IDS), st.sampled_from(SIDES)),
    st.permutations(IDS),
)
def test_turns_alternate_and_as_many_as_possible_go_the_other_way_round(
    last: dict[str, SideKey], order: list[str]
) -> None:
    of = after(talked(last))
    of = of.but(session=of.session.but(order=tuple(order)))
    turns = dict(zip((i.indicator_id for i in of.items), firsts(of), strict=True))
    assert list(turns) == order
    sides = list(turns.values())
    assert all(one == other(two) for one, two in pairwise(sides))
    turned = sum(turns[i] != side for i, side in last.items())
    assert turned >= len(last) - turned
