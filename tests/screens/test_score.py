"""The score stage: pass the keyboard, paper grid, import, lock; never anything of a score."""

import pytest
from textual import events

from sessionui.domain.intents.phones import GiveAnswers, WithdrawAnswers
from sessionui.domain.intents.score import LockRound, SealBallot
from sessionui.domain.intents.walk import GoToStage
from sessionui.domain.scoring import Answer
from sessionui.locale import set_language
from tests.support.memory import MemoryRepository
from tests.support.room import (
    HOSTILE,
    a_partnership,
    a_session,
    app_on,
    doing,
    scored,
    screen_text,
    typing,
    until,
)
from tests.support.scoring import (
    NARROW,
    answer_of,
    desk_of,
    flat,
    mark_of_rater,
    press,
    scoring,
    work_of,
)


async def test_somebody_scores_by_keyboard_and_nothing_is_seen() -> None:
    app = app_on(scoring())
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        first = work_of(app).raters("a")[0]
        await press(pilot, "enter")
        assert "For Anna 0" in screen_text(app)
        assert "Nobody else looks" in screen_text(app)
        await press(pilot, "enter")
        assert "0 of 3 filled in" in screen_text(app)
        await press(pilot, "7", "tab", *typing("because"), "enter", "1", "0", "down", "n")
        text = screen_text(app)
        assert "because" not in text
        assert "3 of 3 filled in" in text
        assert not any(digits in text for digits in ("7 ]", "10 ]"))
        await press(pilot, "f2")
        assert "because" in screen_text(app)
        await press(pilot, "ctrl+s")
        assert "Everything is filled in" in screen_text(app)
        await press(pilot, "y")
        assert "Your answers are sealed" in screen_text(app)
        await press(pilot, "enter")
        work = work_of(app)
        assert answer_of(work, first, "Proactivity") == Answer(
            indicator_id=work.items[0].indicator_id, mark=7, reason="because"
        )
        assert mark_of_rater(work, first, "Openness") == 10
        assert mark_of_rater(work, first, "Reachability") is None
        assert "✓ Anna 0" in screen_text(app)
        assert "1 of 3 answered" in screen_text(app)
        assert not desk_of(app).drafts_under("ballot/")


async def test_what_is_left_open_is_said_and_not_imputed() -> None:
    app = app_on(scoring(self_estimate=True))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        first = work_of(app).raters("a")[0]
        await press(pilot, "enter", "enter", "8", "right", "6", "ctrl+s")
        text = screen_text(app)
        assert "Left open: Openness and Reachability" in text
        assert "your own side" in text
        await press(pilot, "y", "enter")
        work = work_of(app)
        assert mark_of_rater(work, first, "Proactivity") == 8
        assert mark_of_rater(work, first, "Proactivity", own=True) == 6
        assert answer_of(work, first, "Openness") is None


async def test_words_typed_on_a_mark_are_the_reason() -> None:
    app = app_on(scoring(self_estimate=True))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        first = work_of(app).raters("a")[0]
        await press(pilot, "enter", "enter", "8", *typing("Never late"), "enter", "n")
        await press(pilot, "down", *typing("not yet"), "escape", "4", "ctrl+s", "y", "enter")
        work = work_of(app)
        given = [answer_of(work, first, n) for n in ("Proactivity", "Openness", "Reachability")]
        assert [(a.mark, a.reason) for a in given if a] == [
            (8, "Never late"),
            (None, ""),
            (4, "not yet"),
        ]


async def test_words_typed_on_the_mark_of_the_own_side_are_about_the_own_side() -> None:
    app = app_on(scoring(self_estimate=True))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        first = work_of(app).raters("a")[0]
        await press(pilot, "enter", "enter", "8", *typing("Them"), "up", "down", "escape")
        await press(pilot, "up", "right", "6", *typing("Us"))
        assert "reason for the own mark" in flat(app)
        await press(pilot, "escape", "left")
        assert "reason for the own mark" not in flat(app)
        await press(pilot, *typing("selves"), "ctrl+s", "y", "enter")
        work = work_of(app)
        theirs, ours = (answer_of(work, first, n) for n in ("Proactivity", "Openness"))
        own = answer_of(work, first, "Proactivity", own=True)
        assert theirs
        assert own
        assert ours is None
        assert ((theirs.mark, theirs.reason), (own.mark, own.reason)) == (
            (8, "Themselves"),
            (6, "Us"),
        )


async def test_words_typed_ahead_of_a_slow_machine_stay_together() -> None:
    app = app_on(scoring())
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, "enter", "enter", "8")
        for char in "In 10 days, not 1":
            app.post_message(events.Key("space" if char == " " else char, char))
        await press(pilot, "ctrl+s", "y", "enter")
        work = work_of(app)
        answer = answer_of(work, work.raters("a")[0], "Proactivity")
        assert answer is not None
        assert (answer.mark, answer.reason) == (8, "In 10 days, not 1")


async def test_half_marks_only_where_they_are_allowed() -> None:
    app = app_on(scoring(half_marks=True))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        first = work_of(app).raters("a")[0]
        await press(pilot, "enter", "enter", "7", "comma", "5", "down", "6", "full_stop")
        await press(pilot, "ctrl+s", "y")
        assert mark_of_rater(work_of(app), first, "Proactivity") == 7.5
        assert mark_of_rater(work_of(app), first, "Openness") == 6.5


async def test_a_form_survives_a_crash_and_begins_with_the_hand_over() -> None:
    repository = MemoryRepository()
    app = app_on(scoring(), repository)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, "enter", "enter", "7", "tab", *typing("half a rea"))
    again = app_on(repository.work(work_of(app).session.id), repository)
    async with again.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert "For Anna 0" in screen_text(again)
        assert "half a rea" not in screen_text(again)
        await press(pilot, "enter")
        assert "1 of 3 filled in" in screen_text(again)
        await press(pilot, "f2")
        assert "half a rea" in screen_text(again)


async def test_whoever_answered_can_change_it_until_the_lock() -> None:
    work = scoring()
    first = work.raters("a")[0]
    item = work.items[0].indicator_id
    answer = Answer(indicator_id=item, mark=4, reason="first thought")
    app = app_on(doing(work, SealBallot("a", (answer,), first)))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, "enter", "enter")
        assert "1 of 3 filled in" in screen_text(app)
        assert "first thought" not in screen_text(app)
        await press(pilot, "6", "f2")
        assert "first thought" not in screen_text(app)
        assert "sealed; typing replaces it" in screen_text(app)
        await press(pilot, "ctrl+s", "y", "enter")
        changed = answer_of(work_of(app), first, "Proactivity")
        assert changed is not None
        assert (changed.mark, changed.reason) == (6, "first thought")
        assert len(work_of(app).urn.ballots) == 1


async def test_what_the_raters_phone_saved_meanwhile_is_sealed_too() -> None:
    app = app_on(scoring())
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        first = work_of(app).raters("a")[0]
        first_item, second, third = (i.indicator_id for i in work_of(app).items)

        def by_phone(mark: float, *items: str) -> None:
            given = tuple(Answer(indicator_id=i, mark=mark, reason="by phone") for i in items)
            assert desk_of(app).do(GiveAnswers("a", given, "CODE", first)) is None

        by_phone(3, third)
        await press(pilot, "enter", "enter", "7")
        by_phone(4, first_item, second)
        await press(pilot, "down", "down", "backspace")
        assert "by phone" not in flat(app)
        await press(pilot, "escape", "enter")
        by_phone(6, second)
        await press(pilot, "enter", "enter", "ctrl+s")
        assert "Left open: Reachability." in flat(app)
        by_phone(8, second)
        await press(pilot, "y", "enter")
        assert mark_of_rater(work_of(app), first, "Proactivity") == 7
        assert mark_of_rater(work_of(app), first, "Openness") == 8
        assert answer_of(work_of(app), first, "Reachability") is None


@pytest.mark.parametrize("by_receipt", [True, False])
@pytest.mark.parametrize("late", [True, False])
async def test_what_a_phone_took_back_is_not_sealed_again_from_an_open_form(
    by_receipt: bool, late: bool
) -> None:
    work = scoring(secrecy="side")
    anna = work.raters("a")[0]
    given = tuple(Answer(indicator_id=i.indicator_id, mark=7, reason="why") for i in work.items)
    back = WithdrawAnswers("a", "CODEANNA", None if by_receipt else anna, by_receipt=by_receipt)
    app = app_on(doing(work, GiveAnswers("a", given, "CODEANNA", anna, finished=True)))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, "c", *typing("codeanna"), "enter", "enter", "5", "down", "tab")
        await press(pilot, *typing("new"), *(("ctrl+s",) if late else ()))
        assert desk_of(app).do(back) is None
        await press(pilot, "y" if late else "ctrl+s")
        await until(pilot, lambda: "1 of 3 filled in" in flat(app))
        assert any("taken back on a phone" in n.message for n in app._notifications)
        assert not any(ballot.answers for ballot in work_of(app).urn.ballots)
        await press(pilot, "escape", "escape", "enter")
        assert len(desk_of(app).drafts_under("ballot/")) == 1
        if not by_receipt:  # what was typed is found again as a form that was begun
            await press(pilot, "enter", "down", "enter", "enter")
            assert "1 of 3 filled in" in flat(app)
            await press(pilot, "ctrl+s", "y")
            (ballot,) = work_of(app).urn.ballots
            assert [a.mark for a in ballot.answers] == [5]
            assert ballot.answers[0].reason == ""


async def test_locking_says_who_is_missing_and_can_be_opened_again() -> None:
    work = scoring()
    answer = Answer(indicator_id=work.items[0].indicator_id, mark=4)
    app = app_on(doing(work, SealBallot("a", (answer,), work.raters("a")[0])))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, "l")
        text = flat(app)
        assert "Noorderhaven: 1 of 3 answered. Missing: Anna 1 and Anna 2." in text
        assert "Helderwit: 0 of 3 answered" in text
        await press(pilot, "n")
        assert not work_of(app).session.locked
        await press(pilot, "l", "y")
        assert "Locked at" in screen_text(app)
        await press(pilot, "enter")
        assert [n.message[:17] for n in app._notifications] == ["Scoring is locked"]
        await press(pilot, "u")
        assert not work_of(app).session.locked


async def test_below_the_threshold_is_said_before_locking() -> None:
    work = scoring(secrecy="side")
    answer = Answer(indicator_id=work.items[0].indicator_id, mark=4)
    app = app_on(doing(work, SealBallot("a", (answer,))))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, "l")
        assert "with fewer than 3 answers" in flat(app)


async def test_nothing_is_scored_without_indicators_or_answers() -> None:
    app = app_on(scoring(a_session(indicators=())))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        # A quarterly review has no stage to define any: it says where they come from.
        assert work_of(app).session.stage_state("define") is None
        assert "There are no indicators yet" in screen_text(app)
        assert "plan a kick-off workshop with n" in flat(app)
        await press(pilot, "l", "enter")
        assert not work_of(app).session.locked


async def test_a_guest_comes_late() -> None:
    app = app_on(scoring())
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, "a", *typing("Late"), "ctrl+s")
        assert "· Late" in screen_text(app)
        assert "0 of 4 answered" in screen_text(app)


async def test_enter_on_the_last_row_seals_and_a_click_passes_the_keyboard() -> None:
    app = app_on(scoring())
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await pilot.click("#raters-b", offset=(5, 1))
        await pilot.pause()
        assert "For Bram 1" in screen_text(app)
        await press(pilot, "enter", "5", "enter", "5", "enter", "5", "enter")
        assert "Seal your answers?" in screen_text(app)
        await press(pilot, "y", "enter")
        assert work_of(app).urn.of_rater(work_of(app).raters("b")[1]) is not None


@pytest.mark.parametrize("lang", ["nl", "en"])
async def test_everything_fits_on_a_small_screen(lang: str) -> None:
    set_language(lang)  # type: ignore[arg-type]
    long = "Onderhoudswerkzaamhedenplanningsoverleg en dienstverlening {}"
    names = ("N" * 60, HOSTILE + "h" * 1000)
    work = a_session(
        partnership=a_partnership(raters=20, names=names),
        indicators=[long.format(n) for n in range(12)],
    )
    app = app_on(scoring(work, self_estimate=True))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        assert "0/20" in screen_text(app) or "20" in screen_text(app)
        await press(pilot, "enter", "enter")
        text = screen_text(app)
        assert "24" in text
        assert text.count("[   ]") == 24
        await press(pilot, "escape", "enter", "g", *["right"] * 19, "7")
        assert "Anna 19" in screen_text(app)
        assert "●" in screen_text(app).splitlines()[5]
        await press(pilot, *["down"] * 23)
        assert "\x1b" not in screen_text(app)


async def test_confirmed_and_locked_rounds_take_nothing_more() -> None:
    app = app_on(doing(scored(a_session()), GoToStage("score")))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, "g", "i", "enter")
        assert "Locked at" in screen_text(app)
        assert work_of(app).session.locked
        assert desk_of(app).do(LockRound()) is None
