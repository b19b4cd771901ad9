"""At 80×24, in Dutch, without colours, with ASCII alone: every place can still be used.

Everything is told by sign, weight or words, the keyboard's place shows, and no key is cut off.
"""

from collections.abc import Iterator

import pytest
from textual.containers import ScrollableContainer
from textual.widget import Widget
from textual.widgets import Input, TextArea

from screens.widgets.key_bar import KeyBar
from sessionui.app import SessionUI
from sessionui.locale import set_language
from sessionui.themes.filters import INK, PAPER
from sessionui.themes.terminal import Terminal
from tests.support.painting import Run, painted
from tests.support.places import WALKS, places, the_app

SHOWN_WHOLE = ".dialog-keys, .dialog-title, KeyBar, PromptBar, HeaderLine, StageStrip"


def coloured(run: Run) -> bool:
    colours = [colour for colour in (run.style.color, run.style.bgcolor) if colour is not None]
    return any(not colour.is_default and colour.name not in (INK, PAPER) for colour in colours)


def in_it(widget: Widget, runs: list[Run]) -> Iterator[Run]:
    """The runs that begin in a widget."""
    return (run for run in runs if widget.region.contains(run.column, run.row))


def focus_shows(app: SessionUI, runs: list[Run]) -> bool:
    """Whether the widget with the keyboard, if any, is told from the others without colour."""
    focused = app.screen.focused
    if focused is None or not focused.display or not focused.region.overlaps(app.screen.region):
        return True
    if isinstance(focused, Input | TextArea):
        return any(">" in run.text or run.style.reverse for run in in_it(focused, runs))
    if isinstance(focused, ScrollableContainer):
        return True  # a text to scroll in
    return any(run.style.reverse for run in in_it(focused, runs))


def wrong_in(app: SessionUI) -> Iterator[str]:
    runs = list(painted(app))
    yield from (f"not ASCII: {run.text}" for run in runs if not run.text.isascii())
    yield from (f"coloured: {run}" for run in runs if coloured(run))
    if not focus_shows(app, runs):
        yield f"the keyboard's place does not show: {app.screen.focused}"
    for widget in app.screen.query(SHOWN_WHOLE):
        if widget.display and widget.region:
            place = app.screen.find_widget(widget)
            if place.visible_region != place.region or not app.screen.region.contains_region(
                place.region
            ):
                yield f"cut off: {widget}"
    for bar in app.screen.query(KeyBar):
        if bar.shown.cell_length > bar.content_size.width + 1:
            yield f"keys cut off: {bar.shown.plain}"


@pytest.mark.parametrize("walk", WALKS)
async def test_every_place_can_be_used(walk: str) -> None:
    set_language("nl")
    app, sessions = the_app("nl")
    app.terminal = Terminal(charset="ascii", colourless=True)
    wrong = []
    async with app.run_test(size=(80, 24)) as pilot:
        async for place in places(pilot, sessions, walk):
            wrong += [f"{place}: {what}" for what in wrong_in(app)]
    assert not wrong, "\n".join(wrong)


async def test_plain_signs_are_a_key_away_and_remembered() -> None:
    app, _sessions = the_app()
    async with app.run_test(size=(80, 24)) as pilot:
        assert any("◆" in run.text for run in painted(app))
        await pilot.press("ctrl+b")
        await pilot.pause()
        assert all(run.text.isascii() for run in painted(app))
        assert "enter " in app.screen.query_one(KeyBar).shown.plain
        assert app.repository.setting("signs")
        await pilot.press("ctrl+b")
        await pilot.pause()
        assert any("◆" in run.text for run in painted(app))


async def test_ctrl_k_goes_through_three_themes_and_remembers() -> None:
    app, _sessions = the_app()
    seen = []
    async with app.run_test(size=(80, 24)) as pilot:
        for _turn in range(3):
            await pilot.press("ctrl+k")
            await pilot.pause()
            assert app.repository.setting("theme") == app.theme
            seen.append(app.theme)
    assert seen == ["sessionui-light", "sessionui-contrast", "sessionui-dark"]
    app.repository.set_setting("theme", "sessionui-contrast")
    assert SessionUI(app.repository).theme == "sessionui-contrast"
