"""Scoring by side at the laptop: no name stands with a form, and what is said is true of all."""

import re
from dataclasses import replace

from screens.stages.score_answers import form_with_code
from screens.stages.score_lock import lock_warnings
from sessionui.domain.intents.people import EditPerson
from sessionui.domain.intents.phones import GiveAnswers, WithdrawAnswers
from sessionui.domain.intents.score import LockRound, SealBallot
from sessionui.domain.intents.welcome import SetRules
from sessionui.domain.scoring import Answer
from sessionui.locale import set_language
from sessionui.phones.tokens import RECEIPT_LENGTH, normal
from tests.support.memory import MemoryRepository
from tests.support.room import (
    app_on,
    doing,
    screen_text,
    typing,
    until,
)
from tests.support.scoring import (
    NARROW,
    desk_of,
    flat,
    press,
    scoring,
    work_of,
)


async def test_by_side_no_name_stands_with_the_form_and_a_code_changes_it() -> None:
    app = app_on(scoring(secrecy="side"))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, "f1")  # loads the style of dialogs
        await press(pilot, "escape")
        await press(pilot, "enter")
        assert "For a rater of" in screen_text(app)
        assert "Anna" not in screen_text(app)
        await press(pilot, "enter", "7")
        assert "Anna" not in screen_text(app)
        (key,) = desk_of(app).drafts_under("ballot/")
        assert key.startswith("ballot/a/")
        assert not any(p.id in key for p in work_of(app).partnership.people)
        await press(pilot, "ctrl+s", "y")
        lines = screen_text(app).splitlines()
        code = next("".join(x) for x in map(str.split, lines) if x and set(map(len, x)) == {1})
        assert len(normal(code)) == RECEIPT_LENGTH  # a phone takes it too
        await press(pilot, "enter")
        assert "✓ Anna 0" in screen_text(app)
        assert code not in screen_text(app).replace(" ", "")
        await press(pilot, "c", *typing(code.lower()), "enter")
        assert "For a rater of" in screen_text(app)
        await press(pilot, "enter", "down", "5", "ctrl+s", "y", "enter")
        (ballot,) = work_of(app).urn.ballots
        assert [a.mark for a in ballot.answers] == [7, 5]
        assert ballot.rater_id is None
        assert form_with_code(work_of(app), code) is not None


async def test_by_side_who_answered_is_asked_for_the_code() -> None:
    work = scoring(secrecy="side")
    answer = Answer(indicator_id=work.items[0].indicator_id, mark=4)
    work = doing(work, SealBallot("a", (answer,), work.raters("a")[0], "ABCDEF"))
    app = app_on(work)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, "enter")
        assert "Receipt code" in screen_text(app)
        await press(pilot, *typing("wrong"), "enter")
        assert "No sealed answers have this code" in screen_text(app)
        await press(pilot, "escape")
        assert len(work_of(app).urn.ballots) == 1


async def test_by_side_who_began_on_a_card_gets_no_second_form() -> None:
    work = scoring(secrecy="side")
    anna, answer = work.raters("a")[0], Answer(indicator_id=work.items[0].indicator_id, mark=4)
    app = app_on(doing(work, GiveAnswers("a", (answer,), "CODEANNA", anna)))
    async with app.run_test(size=NARROW) as pilot:
        await until(pilot, lambda: "… Anna 0  begun" in screen_text(app))
        assert "Noorderhaven 0 of 3, 1 begun" in flat(app)
        await press(pilot, "enter")
        await until(pilot, lambda: "Anna 0 has answered or begun" in flat(app))
        assert "Begun on a phone? Go on there" in flat(app)
        await press(pilot, *typing("code anna"), "enter", "enter", "down", "5", "ctrl+s", "y")
        await press(pilot, "enter")
        await until(pilot, lambda: "✓ Anna 0  answered" in screen_text(app))
        (ballot,) = work_of(app).urn.ballots
        assert ([a.mark for a in ballot.answers], ballot.finished) == ([4, 5], True)
        refused = desk_of(app).do(
            GiveAnswers("a", (answer,), "CODEBRAM", work_of(app).raters("a")[1])
        )
        assert refused is None
        app.screen.show()  # type: ignore[attr-defined]
        await until(pilot, lambda: "… Anna 1  begun or done" in screen_text(app))
        assert "… Anna 0  begun or done" in screen_text(app)


async def test_by_side_more_forms_than_raters_are_told_before_the_lock() -> None:
    work = scoring(secrecy="side")
    answer = Answer(indicator_id=work.items[0].indicator_id, mark=4)
    app = app_on(doing(work, *(SealBallot("a", (answer,)) for _n in range(4))))
    said = "Noorderhaven: 4 forms came for 3 raters. Somebody answered twice"
    async with app.run_test(size=NARROW) as pilot:
        await until(pilot, lambda: said in flat(app))
        assert "◆ Noorderhaven 4 forms" in flat(app)
        assert "of 4 answered" not in flat(app)
        await press(pilot, "l")
        await until(pilot, lambda: "Lock the scoring?" in flat(app))
        assert said in flat(app)


async def test_by_side_answers_that_were_taken_back_are_not_counted_on() -> None:
    work = scoring(secrecy="side")
    anna, answer = work.raters("a")[0], Answer(indicator_id=work.items[0].indicator_id, mark=4)
    given = GiveAnswers("a", (answer,), "CODEANNA", anna, finished=True)
    back = WithdrawAnswers("a", "CODEANNA", by_receipt=True)
    app = app_on(doing(work, given, SealBallot("b", (answer,)), back))
    async with app.run_test(size=NARROW) as pilot:
        await until(pilot, lambda: "… Anna 0  taken back" in screen_text(app))
        assert "Noorderhaven 0 of 3 answered" in flat(app)
        assert "… 1 taken back" in screen_text(app)
        await press(pilot, "l")
        await until(pilot, lambda: "1 took the answers back" in flat(app))
        assert "Helderwit: 1 of 3 answered; 1 form came without a name." in flat(app)
        await press(pilot, "n", "enter", *typing("codeanna"), "enter", "enter", "6", "ctrl+s", "y")
        await press(pilot, "enter")
        await until(pilot, lambda: "✓ Anna 0  answered" in screen_text(app))


async def test_by_side_every_word_is_true_of_all_and_nothing_is_cut() -> None:
    work = scoring(secrecy="side")
    anna, bram, carl = work.raters("a")
    long = "Alexandrina van der Wateringen-Oldebroek"
    work = doing(work, EditPerson(bram, long))
    item = work.items[0].indicator_id
    given = GiveAnswers("a", (Answer(indicator_id=item, mark=4),), "CODEANNA", anna, finished=True)
    begun = replace(given, code="CODEBRAM", rater_id=bram, finished=False)
    back = WithdrawAnswers("a", "CODEANNA", by_receipt=True)
    work = doing(work, given, back, begun)
    done = doing(work, replace(given, code="CODECARL", rater_id=carl))
    nameless = [replace(begun, code=f"CODE{n}", rater_id=None) for n in range(2)]
    unnamed = "… 2 zonder naam, begonnen of klaar"
    states = (
        (work, 2, "begonnen of teruggenomen", "Noorderhaven 0 van 3, 1 begonnen ●"),
        (done, 3, "gaf antwoorden", "Noorderhaven 1 van 3, 1 begonnen ●"),
        (doing(done, LockRound()), 3, "klaar of teruggenomen", "Noorderhaven 2 van 3 beantwoord ●"),
        (doing(work, *nameless), 2, "begonnen of teruggenomen", unnamed),
    )
    set_language("nl")
    for state, n, word, said in states:
        app = app_on(state)
        async with app.run_test(size=NARROW) as pilot:
            await pilot.pause()
            text = screen_text(app)
            assert len(re.findall(rf"… \S.*?  {word}(?!\S)", text)) == n
            assert "… 1 teruggenomen" in text
            assert "Alex" in text
            assert said in flat(app)
    warned = lock_warnings(states[-1][0], 0)
    assert "Noorderhaven: 0 van 3 beantwoord; 2 formulieren kwamen zonder naam." in warned


async def test_by_side_only_answers_that_were_taken_back_offer_no_lock() -> None:
    work = scoring(secrecy="side")
    anna, item = work.raters("a")[0], work.items[0].indicator_id
    given = GiveAnswers("a", (Answer(indicator_id=item, mark=4),), "CODEANNA", anna, finished=True)
    app = app_on(doing(work, given, WithdrawAnswers("a", "CODEANNA", by_receipt=True)))
    async with app.run_test(size=NARROW) as pilot:
        await until(pilot, lambda: "… 1 taken back" in screen_text(app))
        assert app.screen.check_action("lock", ()) is None
        desk_of(app).do(SetRules("name"))
        assert work_of(app).session.rules.secrecy == "name"


async def test_by_side_a_form_that_was_left_can_be_gone_on_with() -> None:
    repository = MemoryRepository()
    app = app_on(scoring(secrecy="side"), repository)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, "enter", "enter", "7", "8", "escape", "enter")
        assert "1 form is begun and not sealed" in flat(app)
        await press(pilot, "down", "enter")
        assert "Go on with the one that has 1 of 3 filled in" in screen_text(app)
        await press(pilot, "enter", "enter")
        assert "0 of 3 filled in" in screen_text(app)
        await press(pilot, "escape", "enter", "enter", "down", "enter", "enter")
        assert "1 of 3 filled in" in screen_text(app)
    again = app_on(repository.work(work_of(app).session.id), repository)
    async with again.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert "Who goes on with it?" in screen_text(again)
        await press(pilot, "enter", "enter")
        assert "1 of 3 filled in" in screen_text(again)
