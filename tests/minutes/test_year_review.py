"""A year review: scores, and what became of the set; reopening; very long histories."""

from datetime import date, timedelta

import pytest

from sessionui.domain.intents.close import ConfirmMinutes, ReopenSession
from sessionui.domain.intents.define import AddCandidate, ChooseCandidate, EndIndicator
from sessionui.domain.intents.meaning import ReviseMeaning
from sessionui.domain.minutes.document import LineOf, MinutesDocument
from sessionui.domain.scoring import Rules
from sessionui.minutes.preview import preview
from tests.minutes.room import (
    FIRST,
    MEANINGS,
    OPENNESS,
    PROACTIVITY,
    REACHABILITY,
    Room,
    confirmed,
    year,
)


@pytest.fixture(scope="module")
def room() -> Room:
    room = year().hold("year", date(2026, 12, 3), Rules())
    room.score(FIRST).reveal(PROACTIVITY, OPENNESS, REACHABILITY)
    sharper = MEANINGS[PROACTIVITY].but(at_8="Told early, with two proposals.")
    room.do(
        ReviseMeaning(room.indicator(PROACTIVITY), PROACTIVITY, sharper, "One was too easy."),
        EndIndicator(room.indicator(REACHABILITY), reason="It is no worry any more."),
        AddCandidate("a", "Learning"),
    )
    room.do(ChooseCandidate(room.candidate("Learning")))
    learning = MEANINGS[OPENNESS].but(text="We don't make the same mistake twice.")
    return room.do(ReviseMeaning(room.indicator("Learning"), "Learning", learning))


def part(text: str, name: str) -> str:
    return text.partition(f"### {name}\n")[2].partition("\n### ")[0].partition("\n## ")[0]


def test_a_reworded_indicator_shows_both_wordings_and_why(room: Room) -> None:
    said = part(preview(room.minutes(), "en"), PROACTIVITY)
    before, _, after = said.partition("**Reworded in this session; counts from the next round on**")
    assert "- **An 8 looks like:** Told early, with a proposal and what it costs." in before
    assert "Reason: One was too easy." in after
    assert "- **An 8 looks like:** Told early, with two proposals." in after


def test_an_indicator_that_left_the_set_says_why(room: Room) -> None:
    said = part(preview(room.minutes(), "en"), REACHABILITY)
    assert "**Leaves the set.** It is no worry any more." in said


def test_a_new_indicator_comes_with_its_meaning_and_without_scores(room: Room) -> None:
    said = part(preview(room.minutes(), "en"), "Learning")
    assert "> We don't make the same mistake twice." in said
    assert "New in the set: scored from the next round on." in said
    assert "Not discussed" not in said


def test_a_drop_is_worth_talking_about(room: Room) -> None:
    said = part(preview(room.minutes(), "en"), OPENNESS)
    assert "* Helderwit dropped 1.0 since last time, from 6.8 to 5.8" in said


def test_reopened_minutes_are_a_draft_again_and_say_why() -> None:
    room = confirmed().do(ReopenSession("A date was wrong."), minutes=60)
    text = preview(room.minutes(), "en")
    assert text.startswith("# Draft minutes")
    assert "A date was wrong." in text.partition("## Opened again")[2]
    again = room.do(ConfirmMinutes("a", "Anna de Vries"), ConfirmMinutes("b", "Eva Smit"))
    text = preview(again.minutes(), "en")
    assert text.startswith("# Minutes")
    assert "## Opened again" in text


def test_the_last_twelve_rounds_are_shown(by_name: MinutesDocument) -> None:
    line = by_name.overall.line
    points = tuple(
        line.points[0].but(session_id=f"s{n}", date=date(2010, 1, 1) + timedelta(days=90 * n))
        for n in range(40)
    )
    long = by_name.overall.but(line=LineOf(shape="line", points=points))
    text = preview(by_name.but(overall=long), "en").partition("## Overall mark")[2]
    assert "The last 12 of 40 rounds are shown." in text
    rows = [row for row in text.partition("## Closing")[0].splitlines() if row.endswith(" 5.6 |")]
    assert len(rows) == 12
