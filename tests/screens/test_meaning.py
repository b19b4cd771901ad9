"""Give meaning by keyboard: wording, drafts, dated revisions with their reason, old wordings."""

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from screens.dialogs.meaning_card import MeaningCard
from screens.dialogs.sharpen import SharpenDialog
from screens.messages import OpenSession
from screens.widgets.fields import RecordArea, RecordInput
from sessionui.app import SessionUI
from sessionui.domain.indicators import Indicator, Meaning
from sessionui.domain.intents.meaning import ReviseMeaning
from sessionui.domain.intents.walk import GoToStage
from sessionui.domain.work import Work
from sessionui.locale import Language, set_language
from tests.support.memory import MemoryRepository
from tests.support.room import (
    HOSTILE,
    NOW,
    TODAY,
    a_partnership,
    a_session,
    doing,
    fresh_id,
    screen_text,
    until,
)
from tests.support.year import Years, a_year


def wording(repository: MemoryRepository) -> str:
    """A kick-off at its meanings, nothing worded yet; the id of the session."""
    work = doing(a_session("kickoff"), GoToStage("meaning"))
    repository.save(None, work)
    return work.session.id


def after_a_year(repository: MemoryRepository, kind: str = "year", stage: str = "meaning") -> str:
    """A session in which every meaning was scored before; its id."""
    years = Years.__new__(Years)
    years.repository, years.partnership_id = repository, a_year(repository)
    session = years.session(kind, TODAY)
    years.do(session, GoToStage("meaning" if stage == "meaning" else "welcome"))
    return session.id


def app_with(repository: MemoryRepository, session_id: str) -> SessionUI:
    app = SessionUI(repository, clock=lambda: NOW, new_id=fresh_id)
    app.call_later(lambda: app.post_message(OpenSession(session_id)))
    return app


def work_of(app: SessionUI) -> Work:
    assert app.desk is not None
    return app.desk.work


def indicator(app: SessionUI, place: int = 0) -> Indicator:
    return work_of(app).partnership.in_force[place]


def area(app: SessionUI, name: str) -> RecordArea:
    return app.screen.query_one(f"#part-{name}", RecordArea)


async def settle(pilot: Pilot[int]) -> None:
    for _ in range(2):
        await pilot.pause()


async def test_every_part_is_worded_by_tab_and_recorded_on_leaving() -> None:
    repository = MemoryRepository()
    app = app_with(repository, wording(repository))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "0 of 3 have a meaning" in screen_text(app)
        await pilot.press("enter")
        for word in "abcdefghij":
            await pilot.press(word, "tab")
        await settle(pilot)
        meaning = indicator(app).meaning
        assert meaning == Meaning(
            text="a",
            seen="b",
            not_seen="c",
            at_4="d",
            at_6="e",
            at_8="f",
            expects_a="g",
            needs_a="h",
            expects_b="i",
            needs_b="j",
        )
        assert indicator(app).current.number == 1
        assert "1 of 3 has a meaning" in screen_text(app)
        assert not [key for key in repository.drafts() if "/meaning/" in key and "place" not in key]
        await pilot.press("f7")
        await settle(pilot)
        assert indicator(app).meaning.needs_b == ""
        assert area(app, "needs_b").text == ""


async def test_the_next_indicator_in_the_same_field_while_typing() -> None:
    repository = MemoryRepository()
    app = app_with(repository, wording(repository))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("enter", *"one", "ctrl+down")
        await settle(pilot)
        assert "2/3" in screen_text(app)
        assert area(app, "text").text == ""
        await pilot.press(*"two", "ctrl+down", *"six", "ctrl+up")
        await settle(pilot)
        assert area(app, "text").text == "two"
        await pilot.press("escape")
        await settle(pilot)
        assert [indicator(app, n).meaning.text for n in range(3)] == ["one", "two", "six"]


async def test_a_name_may_not_be_empty() -> None:
    repository = MemoryRepository()
    app = app_with(repository, wording(repository))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        name = app.screen.query_one("#part-name", RecordInput)
        name.focus()
        name.value = ""
        await pilot.press("tab")
        await until(pilot, lambda: "Give the indicator a name." in screen_text(app))
        assert indicator(app).name == "Proactivity"


async def test_half_a_sentence_and_the_indicator_survive() -> None:
    repository = MemoryRepository()
    session_id = wording(repository)
    app = app_with(repository, session_id)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("down", "enter", *"half")
        await settle(pilot)
        kept = dict(repository.drafts())
    repository._drafts = kept
    again = app_with(repository, session_id)
    async with again.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "2/3" in screen_text(again)
        assert area(again, "text").text == "half"


async def test_walking_on_records_the_field() -> None:
    repository = MemoryRepository()
    app = app_with(repository, wording(repository))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("enter", *"so", "f6")
        await settle(pilot)
        assert work_of(app).session.stage == "actions"
        assert indicator(app).meaning.text == "so"


async def test_a_scored_wording_changes_with_a_reason_only() -> None:
    repository = MemoryRepository()
    app = app_with(repository, after_a_year(repository))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        before = indicator(app)
        assert "a change needs a reason" in screen_text(app)
        await pilot.press("enter", "!", "tab", "?")
        await settle(pilot)
        # From field to field nobody is asked; the words wait.
        assert indicator(app) == before
        await pilot.press("escape")
        await settle(pilot)
        await settle(pilot)
        assert "Why does the meaning of Proactivity change?" in screen_text(app)
        await pilot.press("escape")
        await settle(pilot)
        assert indicator(app) == before
        assert "New words wait for their reason" in screen_text(app)
        assert area(app, "text").text == before.meaning.text + "!"
        await pilot.press("down", "up")
        await settle(pilot)
        assert area(app, "seen").text == before.meaning.seen + "?"
        await pilot.press("r", *"new", "enter")
        await settle(pilot)
        after = indicator(app)
        assert after.revisions[:-1] == before.revisions
        assert after.current.number == before.current.number + 1
        assert after.current.reason == "new"
        assert after.meaning.text == before.meaning.text + "!"
        assert after.meaning.seen == before.meaning.seen + "?"
        assert "New words wait" not in screen_text(app)


async def test_words_that_wait_survive_walking_on_and_a_crash() -> None:
    repository = MemoryRepository()
    session_id = after_a_year(repository)
    app = app_with(repository, session_id)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        before = indicator(app)
        await pilot.press("enter", "!", "f6")
        await until(pilot, lambda: "wait for their reason" in screen_text(app))
        assert work_of(app).session.stage == "actions"
        await pilot.press("f5")
        await settle(pilot)
        kept = dict(repository.drafts())
    repository._drafts = kept
    again = app_with(repository, session_id)
    async with again.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert indicator(again) == before
        assert area(again, "text").text == before.meaning.text + "!"
        assert "New words wait" in screen_text(again)


async def test_words_put_back_as_they_were_wait_for_nothing() -> None:
    repository = MemoryRepository()
    app = app_with(repository, after_a_year(repository))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("enter", "!", "backspace", "escape")
        await settle(pilot)
        await settle(pilot)
        assert len(app.screen_stack) == 2
        assert "New words wait" not in screen_text(app)


async def test_earlier_wordings_can_be_read() -> None:
    repository = MemoryRepository()
    app = app_with(repository, after_a_year(repository))
    async with app.run_test(size=(200, 50)) as pilot:
        await settle(pilot)
        await pilot.press("o")
        await settle(pilot)
        assert isinstance(app.screen, MeaningCard)
        text = screen_text(app)
        assert "We say it before it hurts" in text
        assert "Changed because: Everybody read it differently" in text
        assert "Earlier wording, of" in text
        assert "We say what we see coming" in text
        await pilot.press("escape")
        await settle(pilot)
        assert not isinstance(app.screen, MeaningCard)


async def test_sharpening_in_a_review_asks_the_reason_and_keeps_the_rest() -> None:
    repository = MemoryRepository()
    app = app_with(repository, after_a_year(repository, "quarterly", "welcome"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert app.desk is not None
        before = indicator(app)
        app.push_screen(SharpenDialog(app.desk, before.id))
        await settle(pilot)
        app.screen.query_one("#field-text", RecordArea).text = "Before it hurts."
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "Say why the meaning" in screen_text(app)
        assert indicator(app) == before
        app.screen.query_one("#field-reason", Input).value = "vague"
        await pilot.press("ctrl+s")
        await settle(pilot)
        after = indicator(app)
        assert after.meaning == before.meaning.but(text="Before it hurts.")
        assert after.current.reason == "vague"
        assert len(after.revisions) == len(before.revisions) + 1


async def test_sharpening_a_draft_asks_no_reason() -> None:
    repository = MemoryRepository()
    app = app_with(repository, wording(repository))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert app.desk is not None
        app.push_screen(SharpenDialog(app.desk, indicator(app).id))
        await settle(pilot)
        assert not app.screen.query("#field-reason")
        app.screen.query_one("#field-seen", RecordArea).text = "x"
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert indicator(app).meaning.seen == "x"


async def test_without_indicators_it_says_what_to_do() -> None:
    repository = MemoryRepository()
    work = doing(a_session("kickoff", indicators=()), GoToStage("meaning"))
    repository.save(None, work)
    app = app_with(repository, work.session.id)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "No indicators yet" in screen_text(app)
        await pilot.press("e", "r", "o", "ctrl+down", "enter")
        await settle(pilot)
        assert app.is_running


@pytest.mark.parametrize(("lang", "size"), [("nl", (80, 24)), ("en", (80, 24))])
async def test_twelve_hostile_indicators_stay_text(lang: Language, size: tuple[int, int]) -> None:
    set_language(lang)
    names = ("[/]" * 20, "Helderwit Schoonmaak- en Bedrijfsdienstverlening Nederland BV")
    hostile = HOSTILE + "y" * 1000
    many = [f"{n}{hostile}" for n in range(11)]
    long = "Samenwerkingstevredenheidsindicatorverantwoordelijkheid"
    work = a_session("kickoff", partnership=a_partnership(names=names), indicators=[long, *many])
    words = Meaning(**dict.fromkeys(Meaning.model_fields, hostile))
    second = work.partnership.in_force[1]
    work = doing(work, GoToStage("meaning"), ReviseMeaning(second.id, second.name, words))
    repository = MemoryRepository()
    repository.save(None, work)
    app = app_with(repository, work.session.id)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert "Samenwer" in screen_text(app)
        await pilot.press("down")
        await settle(pilot)
        assert "[/]" in screen_text(app)
        await pilot.press("o")
        await settle(pilot)
        text = screen_text(app)
        assert "\x1b" not in text
        assert "[@click=app.quit]" in text
        await pilot.press("escape")
        assert app.is_running


async def test_confirmed_words_are_only_read() -> None:
    repository = MemoryRepository()
    session_id = wording(repository)
    years = Years.__new__(Years)
    years.repository = repository
    years.partnership_id = repository.session(session_id).partnership_id
    years.confirm(repository.session(session_id))
    app = app_with(repository, session_id)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("enter", *"no", "escape")
        await settle(pilot)
        assert indicator(app).meaning.text == ""
        assert area(app, "text").text == ""
