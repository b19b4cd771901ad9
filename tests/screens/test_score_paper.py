"""Answers from paper in the grid, and from a CSV file."""

from pathlib import Path

from textual.widgets import Input

from screens.stages.score_answers import Answers, Filled, form_of_person
from screens.widgets.fields import RecordInput
from screens.widgets.mark_grid import MASK
from sessionui.domain.intents.phones import GiveAnswers
from sessionui.domain.intents.score import SealBallot
from sessionui.domain.scoring import Answer
from tests.support.room import (
    app_on,
    desk_of,
    doing,
    screen_text,
    typing,
    until,
)
from tests.support.scoring import NARROW, answer_of, flat, mark_of_rater, press, scoring, work_of


async def test_paper_is_typed_down_the_columns() -> None:
    app = app_on(scoring())
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, "g", "7", "1", "0", "n")
        text = screen_text(app)
        assert "complete, not sealed" in text
        assert "10" not in text
        await press(pilot, "enter")
        await press(pilot, "1", "9", "2", "enter")
        work = work_of(app)
        one, two, _three = work.raters("a")
        names = ("Proactivity", "Openness", "Reachability")
        assert [mark_of_rater(work, one, n) for n in names] == [7, 10, None]
        assert [mark_of_rater(work, two, n) for n in names] == [1, 9, 2]
        await press(pilot, "8", "up", "tab", *typing("on paper"))
        assert "on paper" not in screen_text(app)
        await press(pilot, "f2")
        assert "on paper" in screen_text(app)
        assert "take the projector off" in screen_text(app)
        await press(pilot, "escape", "escape")
        assert "2 of 3 answered" in screen_text(app)
        assert "1 form is begun" in flat(app)
        await press(pilot, "g", "right", "right")
        assert "take the projector off" not in screen_text(app)
        assert "not complete" in screen_text(app)


async def test_what_a_phone_saved_while_the_paper_was_typed_is_sealed_too() -> None:
    app = app_on(scoring())
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        one = work_of(app).raters("a")[0]
        ids = [i.indicator_id for i in work_of(app).items]
        await press(pilot, "g", "7")
        given = tuple(Answer(indicator_id=i, mark=4, reason="by phone") for i in ids)
        assert desk_of(app).do(GiveAnswers("a", given, "CODE", one)) is None
        await press(pilot, "8", "f2")
        assert "by phone" not in screen_text(app)
        await press(pilot, "escape")
        assert "1 complete form is not sealed" in screen_text(app)
        await press(pilot, "y")
        names = ("Proactivity", "Openness", "Reachability")
        assert [mark_of_rater(work_of(app), one, n) for n in names] == [7, 8, 4]


async def test_the_reason_belongs_to_the_cell_it_was_typed_in() -> None:
    app = app_on(scoring())
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, "g", "7", "tab", *typing("first"), "enter", "tab")
        await press(pilot, *typing("second"), "enter")
        reason = app.screen.query_one(RecordInput)
        assert reason.value == ""
        await press(pilot, "up")
        assert reason.value == "second"
        await press(pilot, "up")
        assert reason.value == "first"
        await press(pilot, "end", "enter")
        assert "A reason without a mark is not sealed: Openness" in flat(app)


async def test_paper_by_side_has_no_names() -> None:
    app = app_on(scoring(secrecy="side"))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, "g", "6", "7", "8", "enter", "5", "5", "escape")
        text = screen_text(app)
        assert "1 of 3 answered" in text
        assert "1 form came without a name" in text
        (ballot,) = work_of(app).urn.ballots
        assert (ballot.rater_id, ballot.receipt) == (None, "")
        await press(pilot, "g")
        assert "Anna" not in screen_text(app)
        await press(pilot, "down", "down", "5", "escape")
        assert "1 complete form is not sealed" in screen_text(app)
        await press(pilot, "y")
        assert len(work_of(app).urn.ballots) == 2


async def test_by_side_the_grid_says_what_it_sealed_and_goes_on_with_the_next_form() -> None:
    app = app_on(scoring(secrecy="side"))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, "g")
        assert "form 1, without a name · empty" in flat(app)
        assert "sealed" not in flat(app)
        await press(pilot, "6", "7", "8", "ctrl+s")
        await until(pilot, lambda: "form 2, without a name · empty ✓ 1 form sealed" in flat(app))
        await press(pilot, "5", "4", "3", "enter")
        await until(pilot, lambda: "form 3, without a name · empty ✓ 2 forms sealed" in flat(app))
        await press(pilot, "f4")
        assert "form 1, without a name · empty" in flat(app)
        assert "form sealed" not in flat(app)
        assert len(work_of(app).urn.ballots) == 2


async def test_the_grid_goes_to_the_other_side() -> None:
    app = app_on(scoring())
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, "g", "f4", "3", "4", "5", "enter", "escape")
        assert work_of(app).urn.of_rater(work_of(app).raters("b")[0]) is not None


async def test_a_file_is_tried_first_and_then_taken_in(tmp_path: Path) -> None:
    file = tmp_path / "with space.csv"
    file.write_text("rater;indicator;mark;reason\nAnna 0;Openness;7;said so\n")
    app = app_on(scoring())
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, "i")
        app.screen.query_one(Input).value = f"'{file}'"
        await press(pilot, "enter")
        text = screen_text(app)
        assert "Noorderhaven: 1 rater" in text
        assert "said so" not in text
        assert not work_of(app).has_ballots
        await press(pilot, "enter")
        assert "✓ Anna 0" in screen_text(app)
        await press(pilot, "i")
        app.screen.query_one(Input).value = str(file).replace(" ", "\\ ")
        await press(pilot, "enter")
        assert "Replaces the answers of Anna 0" in screen_text(app)


async def test_a_wrong_file_is_told_by_row_and_column(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("rater;indicator;mark\nAnna 0;Openness;11\nNobody;Openness;7\n")
    app = app_on(scoring())
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, "i", "enter")
        assert "Type the path" in screen_text(app)
        app.screen.query_one(Input).value = str(tmp_path / "none.csv")
        await press(pilot, "enter")
        await until(pilot, lambda: "There is no file or folder" in flat(app))
        app.screen.query_one(Input).value = str(file)
        await press(pilot, "enter")
        await until(pilot, lambda: "Row 2, mark:" in flat(app))
        text = flat(app)
        assert "Row 2, mark:" in text
        assert "Row 3, rater:" in text
        assert not work_of(app).has_ballots
        await press(pilot, "escape")
        assert "Enter on a name" in screen_text(app)


async def test_what_is_sealed_can_be_replaced_and_not_read() -> None:
    work = scoring()
    answer = Answer(indicator_id=work.items[0].indicator_id, mark=4, reason="first thought")
    first = work.raters("a")[0]
    app = app_on(doing(work, SealBallot("a", (answer,), first)))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, "g", "f2")
        assert "4" not in screen_text(app).splitlines()[5]
        assert "first thought" not in screen_text(app)
        await press(pilot, "6", "tab")
        assert "first thought" not in screen_text(app)
        assert "6" in screen_text(app).splitlines()[5]
        await press(pilot, *typing("second"), "enter", "ctrl+s", "y")
        changed = answer_of(work_of(app), first, "Proactivity")
        assert changed is not None
        assert (changed.mark, changed.reason) == (6, "second")


async def test_a_form_that_a_rater_began_alone_is_not_read_in_the_grid() -> None:
    work = scoring()
    app = app_on(work)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        form = form_of_person(work, work.raters("a")[0])
        assert form is not None
        place = (work.items[0].indicator_id, False)
        form.keep(desk_of(app), Answers().put(place, Filled("3", "what nobody may read")))
        await press(pilot, "g", "f2")
        row = screen_text(app).splitlines()[5]
        assert MASK in row
        assert "3" not in row
        assert "what nobody may read" not in screen_text(app)
        await press(pilot, "5")
        assert "5" in screen_text(app).splitlines()[5], "what is typed here can be read back"
