"""Help: the method's background of every stage, and all keys on a page that need not scroll."""

from collections.abc import Iterator
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.containers import VerticalScroll
from textual.pilot import Pilot

from screens.dialogs.help import HelpDialog
from screens.dialogs.help_keys import HelpKey, keys_text
from screens.frame import Frame
from screens.messages import ShowStage
from sessionui.app import SessionUI
from sessionui.commands.key_tables import key_name
from sessionui.domain.background import background_of
from sessionui.domain.intents.reveal import GoToIndicator, Reveal
from sessionui.domain.intents.walk import GoToStage, StartSession
from sessionui.domain.kinds import KINDS
from sessionui.locale import Language, set_language, translator
from tests.support.room import (
    HOSTILE,
    a_partnership,
    a_session,
    app_on,
    doing,
    scored,
    screen_text,
    until,
)


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    set_language("en")


@pytest.mark.parametrize("kind", KINDS)
def test_every_stage_of_every_kind_has_its_background_in_both_languages(kind: str) -> None:
    dutch = translator("nl").gettext
    for stage in KINDS[kind].stages:
        background = background_of(kind, stage.key)
        texts = [background.purpose, background.why]
        texts += [text for t in background.rooms for text in (t.wrong, t.answer)]
        assert len(background.rooms) >= 2
        for text in texts:
            assert len(text) > 10
            assert text[-1] in ".?!"
            assert dutch(text) != text
            assert dutch(text)[-1] in ".?!"


async def page(pilot: Pilot[int], app: SessionUI, key: str) -> VerticalScroll:
    """Turn to the page with that digit."""
    await pilot.press(key)
    await pilot.pause()
    assert isinstance(app.screen, HelpDialog)
    return app.screen.query_one(f"#help-page-{int(key) - 1}", VerticalScroll)


def shown(app: SessionUI, stage: str) -> bool:
    return app.screen is app.stages[stage]


@pytest.mark.parametrize(("kind", "lang"), [("kickoff", "nl"), ("quarterly", "en"), ("year", "nl")])
async def test_all_keys_of_a_stage_are_read_without_scrolling(kind: str, lang: Language) -> None:
    set_language(lang)
    pact = a_partnership(names=(HOSTILE, "Helderwit"))
    app = app_on(doing(a_session(kind, partnership=pact), StartSession()))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: bool(app.stages))
        for stage in KINDS[kind].stages:
            app.post_message(ShowStage(stage.key))
            await until(pilot, partial(shown, app, stage.key))
            await pilot.pause()
            screen = app.screen
            assert isinstance(screen, Frame)
            keys = [(name, a.binding.description) for name, a in screen.commands()]
            await pilot.press("f1")
            await until(pilot, lambda: isinstance(app.screen, HelpDialog))
            await pilot.pause()
            purpose = background_of(kind, stage.key).purpose
            purpose = translator(lang).gettext(purpose)
            assert purpose.split()[:3] == screen_text(app).splitlines()[2].split()[:3]
            assert (await page(pilot, app, "2")).display
            keys_page = await page(pilot, app, "3")
            assert keys_page.max_scroll_y == 0
            lines = screen_text(app)
            assert len(keys) > 15
            assert [pair for pair in keys if pair[0] not in lines or pair[1] not in lines] == []
            await pilot.press("escape")
            await until(pilot, lambda: app.screen in app.stages.values())


async def test_more_keys_than_one_page_holds_come_on_two_and_later_ones_are_told() -> None:
    of = doing(scored(a_session()), StartSession(), GoToStage("reveal"))
    here = of.items[0].indicator_id
    app = app_on(doing(of, GoToIndicator(here), Reveal(here)))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: bool(app.stages) and app.screen is app.stages["reveal"])
        await pilot.press("f1")
        await until(pilot, lambda: isinstance(app.screen, HelpDialog))
        await pilot.pause()
        text = ""
        for number in ("3", "4"):
            keys_page = await page(pilot, app, number)
            assert (keys_page.display, keys_page.max_scroll_y) == (True, 0)
            text += screen_text(app)
        # An action waits until both sides have spoken.
        for words in ("Action", "Decision", "Line over the rounds", "Animation on or off"):
            assert words in text
        await pilot.resize_terminal(100, 40)
        await pilot.pause()
        assert isinstance(app.screen, HelpDialog)
        assert app.screen.titles[-1] == "Keys"
        assert (await page(pilot, app, "3")).display


async def test_pages_turn_and_letters_do_nothing_behind_them() -> None:
    app = app_on(a_session())
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: bool(app.stages))
        await pilot.press("f1")
        await until(pilot, lambda: isinstance(app.screen, HelpDialog))
        dialog = app.screen
        assert isinstance(dialog, HelpDialog)
        places = []
        for key in ("tab", "right", "tab", "shift+tab", "left", "1", "9", "f6"):
            await pilot.press(key)
            places.append(dialog.place)
        assert places == [1, 2, 0, 2, 1, 0, 0, 0]
        await pilot.press("f1")
        await until(pilot, lambda: app.screen is app.stages["welcome"])


@pytest.mark.parametrize(("lang", "bar"), [("en", "space"), ("nl", "spatie")])
async def test_the_space_bar_is_called_the_same_in_footer_help_and_manual(
    lang: Language, bar: str
) -> None:
    set_language(lang)
    assert key_name("space", lang) == bar
    app = app_on(a_session())
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: bool(app.stages))
        await until(pilot, lambda: f" {bar} " in screen_text(app).rstrip().split("\n")[-1])
        await pilot.press("f1", "shift+tab")
        await until(pilot, lambda: isinstance(app.screen, HelpDialog))
        await until(pilot, lambda: "^z" in screen_text(app))
        shown = screen_text(app).split()
        assert bar in shown
        assert lang == "en" or "space" not in shown


keys_drawn = st.lists(
    st.builds(
        HelpKey,
        st.sampled_from(["a", "esc", "f1", "f10", "^z", "space"]),
        st.text("abcxyz é", min_size=1, max_size=60),
        st.booleans(),
    ),
    max_size=45,
)


@given(keys=keys_drawn, width=st.integers(30, 120), rows=st.integers(1, 40))
def test_columns_keep_to_their_width(keys: list[HelpKey], width: int, rows: int) -> None:
    lines = keys_text(keys, width, rows).split("\n", allow_blank=True)
    assert all(line.cell_length <= width for line in lines)
