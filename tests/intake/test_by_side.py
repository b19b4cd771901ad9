"""By side a file brings marks of sides; names in it count for the turnout and nothing else."""

from itertools import permutations

import pytest

from sessionui.domain.intents.reveal import Reveal
from sessionui.domain.intents.score import LockRound, UnlockRound
from sessionui.domain.scoring import SHEETS_GONE
from sessionui.domain.wording import Refused
from sessionui.domain.work import Work
from tests.domain.making import PEOPLE, Clock, ballot, do, work
from tests.intake.files import given, problems, read

LONG = "Kant;Indicator;Cijfer;Onderbouwing"


@pytest.fixture
def by_side() -> Work:
    return work("side")


def test_rows_need_the_side_only(by_side: Work) -> None:
    imported = read(
        LONG,
        "opdrachtgever;Openness;7;calls",
        "opdrachtgever;Trust;6;",
        "opdrachtgever;Openness;8;",
        "Helderwit;Trust;9;",
        of=by_side,
    )
    assert imported.counts == {"a": 2, "b": 1}
    assert {row[1] for row in given(imported)} == {None}
    assert imported.answered == ()
    after = do(by_side, imported.intent)
    turnout = after.side_turnout("a")
    assert (turnout.answered, turnout.unnamed, len(turnout.missing)) == (2, 2, 3)


def test_a_row_without_a_side(by_side: Work) -> None:
    assert problems(LONG, ";Openness;7;", of=by_side) == [
        "Row 2, Kant: Say of which side these answers are."
    ]


def test_the_side_may_stand_where_the_rater_does(by_side: Work) -> None:
    imported = read("Rater;Openness", "Noorderhaven;7", "supplier;8", "Anna Bos;6", of=by_side)
    assert imported.counts == {"a": 2, "b": 1}
    assert imported.answered == ("anna",)


def test_names_count_for_the_turnout_and_no_ballot_has_one(by_side: Work) -> None:
    imported = read("Rater;Openness", "Dirk Jansen;7", "Anna Bos;9", "Bram Vos;5", of=by_side)
    assert {b.rater_id for b in imported.ballots} == {None}
    assert imported.answered == ("anna", "bram", "dirk")
    assert imported.replaces == ()
    after = do(by_side, imported.intent)
    assert after.turnout.answered == ("anna", "bram", "dirk")
    assert after.side_turnout("a").unnamed == 0
    stored = after.urn.model_dump_json() + repr(imported) + repr(imported.intent)
    urn = after.urn.model_dump_json()
    assert not [p for p in PEOPLE if p.name in stored or p.id in urn]


def test_the_order_of_the_rows_is_gone() -> None:
    rows = ["Anna Bos;7;zq1", "Bram Vos;5;zq2", "Carla de Wit;9;zq3", "Dirk Jansen;6;zq4"]
    seen = set()
    for order in permutations(rows):
        of = work("side")
        imported = read("Rater;Openness;Openness reason", *order, of=of)
        after = do(of, imported.intent, clock=Clock(first=1))
        seen.add((imported.ballots, imported.answered, after.urn, after.session.participants))
    assert len(seen) == 1


def test_answers_by_side_are_not_replaced(by_side: Work) -> None:
    first = read("Rater;Openness", "Anna Bos;7", of=by_side)
    after = do(by_side, first.intent)
    assert problems("Rater;Openness", "Bram Vos;8", "Anna Bos;9", of=after) == [
        "Row 3: Anna Bos has already answered. Answers given by side can't be replaced."
    ]
    # Somebody answered between the dry run and the real one.
    with pytest.raises(Refused):
        do(after, first.intent)


def test_a_file_that_was_taken_in_before_does_not_count_twice(by_side: Work) -> None:
    rows = (LONG, *("client;Openness;7;" for _ in range(2)), "supplier;Openness;6;")
    after = do(by_side, read(*rows, of=by_side).intent)
    told = problems(*rows, of=after)
    assert told[0] == (
        "Noorderhaven would have 4 answers from 3 raters. Was this file taken in before?"
    )
    assert [text.split(" in this")[0] for text in told[1:]] == [
        "The answers of Noorderhaven",
        "The answers of Helderwit",
    ]


def test_a_nameless_sheet_counts_once_also_where_there_is_room_for_more(by_side: Work) -> None:
    rows = ("Side;Openness;Trust", "client;7;6", "supplier;8;5")
    first = read(*rows, of=by_side)
    after = do(by_side, first.intent)
    again = problems(rows[0], rows[2], "supplier;9;9", rows[1], of=after)
    assert len(again) == 1
    assert again[0].startswith("The answers of Noorderhaven in this file were taken in before")
    with pytest.raises(Refused, match="taken in before"):  # between the dry run and the real one
        do(after, first.intent)
    more = do(after, read(rows[0], "client;7;7", of=after).intent)
    assert more.side_turnout("a").answered == 2
    # Which ballots came together can't be found any more once the round is locked.
    locked = do(more, LockRound())
    assert locked.urn.taken == (SHEETS_GONE,)
    unlocked = do(locked, UnlockRound())
    late = read(rows[0], rows[2], of=unlocked)
    assert [note.template.split(".")[1] for note in late.notes] == [
        " Since then they are not recognised: if they are in this file too, they count twice"
    ]
    assert read("Rater;Openness;Trust", "Anna Bos;7;6", of=unlocked).notes == ()
    assert first.notes == read(rows[0], "client;2;2", of=more).notes == ()


def test_what_is_kept_of_a_sheet_has_no_name_and_no_order(by_side: Work) -> None:
    rows = ["Anna Bos;client;7", ";client;5", ";client;6"]
    kept = {
        read("Rater;Side;Openness", *order, of=by_side).intent.taken for order in permutations(rows)
    }
    without = read("Side;Openness", "client;6", "client;5", of=by_side).intent.taken
    assert kept == {without}
    assert len(without) == 1
    assert read("Rater;Openness", "Anna Bos;7", of=by_side).intent.taken == ()


def test_a_side_of_which_nobody_is_listed_may_have_any_number_of_answers(by_side: Work) -> None:
    of = by_side.but(session=by_side.session.but(participants=()))
    assert read(LONG, *("client;Openness;7;" for _ in range(9)), of=of).counts["a"] == 9


def test_forms_keep_the_answers_of_one_rater_together(by_side: Work) -> None:
    imported = read(
        "Formulier;Kant;Indicator;Cijfer",
        "1;a;Openness;7",
        "2;a;Trust;5",
        "1;a;Trust;8",
        "1;b;Trust;6",
        of=by_side,
    )
    found = [[(a.indicator_id, a.mark) for a in b.answers] for b in imported.ballots]
    assert found == [[("openness", 7), ("trust", 8)], [("trust", 5)], [("trust", 6)]]
    assert problems(
        "Form;Side;Indicator;Mark", "1;a;Trust;7", "2;a;Trust;6", "1;a;Trust;5", of=by_side
    ) == ["Row 4, Indicator: There is an answer on Trust by the same rater already: row 2."]


def test_without_forms_the_figures_are_the_same(by_side: Work) -> None:
    rows = ["a;Openness;7;", "a;Trust;5;", "a;Openness;8;", "a;Openness;9;", "a;Trust;6;"]
    seen = set()
    for order in permutations(rows):
        of = do(by_side, read(LONG, *order, of=by_side).intent, LockRound())
        of = do(of, Reveal("openness"), Reveal("trust"))
        assert len(of.urn.ballots) == 3
        seen.add(of.revealed)
    assert len(seen) == 1


def test_a_wide_row_without_a_name_is_a_ballot(by_side: Work) -> None:
    imported = read("Side;Openness;Trust", "a;7;5", "a;7;5", "b;;6", of=by_side)
    assert imported.counts == {"a": 2, "b": 1}


def test_unnamed_answers_of_the_room_and_of_a_file_together(by_side: Work) -> None:
    of = do(by_side, ballot("a", {"openness": 7}))
    after = do(of, read("Rater;Openness", "Anna Bos;7", of=of).intent)
    assert after.side_turnout("a").unnamed == 1


def test_with_problems_there_is_nothing_to_take_in(by_side: Work) -> None:
    imported = read(LONG, "a;Openness;0;", of=by_side)
    with pytest.raises(ValueError, match="problems"):
        _ = imported.intent
