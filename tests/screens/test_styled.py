"""Styles are worked out once for each look of the program, and are right when a screen is shown."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode

from sessionui.app import SessionUI
from sessionui.themes import THEMES
from tests.support.memory import MemoryRepository
from tests.support.room import a_session, app_on, until

SIZES = [(80, 24), (120, 40), (200, 50)]
BREAKPOINTS = {80: "-narrow", 120: "-wide", 200: "-broad"}


@contextmanager
def styled() -> Iterator[list[int]]:
    """How many widgets were styled at a time."""
    counts: list[int] = []
    real = Stylesheet.update_nodes

    def counted(self: Stylesheet, nodes: Any, animate: bool = False) -> None:
        nodes = list(nodes)
        counts.append(len(nodes))
        real(self, nodes, animate=animate)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "update_nodes", counted)
        yield counts


def look_of(app: SessionUI) -> list[tuple[Any, ...]]:
    """What the style sheets say of every widget of the screen now."""
    return [_rules(node) for node in app.screen.walk_children(with_self=True)]


def _rules(node: DOMNode) -> tuple[Any, ...]:
    styles = node.styles
    return (node, styles.background, styles.color, styles.padding, styles.layout, styles.height)


async def walked(app: SessionUI, pilot: Any, key: str) -> None:
    before = app.screen
    await pilot.press(key)
    await until(pilot, lambda: app.screen is not before)
    await pilot.pause()


@pytest.mark.parametrize("size", SIZES)
async def test_a_stage_that_was_there_before_is_not_styled_again(size: tuple[int, int]) -> None:
    app = app_on(a_session(), MemoryRepository())
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: bool(app.stages))
        await pilot.pause()
        assert app.screen.has_class(BREAKPOINTS[size[0]])
        await walked(app, pilot, "f6")  # its style sheet is read now: what is kept has to see it
        await walked(app, pilot, "f5")
        with styled() as counts:
            await walked(app, pilot, "f6")
            await walked(app, pilot, "f5")
        everything = len(list(app.screen.walk_children(with_self=True)))
        assert max(counts, default=0) < everything / 2, (counts, everything)
        shown = look_of(app)
        app.screen.update_node_styles(animate=False)
        assert look_of(app) == shown, "styling all of it again changes nothing"


async def test_a_stage_out_of_sight_has_the_new_theme_when_it_comes_back() -> None:
    app = app_on(a_session(), MemoryRepository())
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: bool(app.stages))
        await pilot.pause()
        before = app.screen.styles.background
        await walked(app, pilot, "f6")
        app.theme = next(t.name for t in THEMES if t.dark != app.current_theme.dark)
        await pilot.pause()
        await walked(app, pilot, "f5")
        shown = look_of(app)
        assert app.screen.styles.background != before
        app.screen.update_node_styles(animate=False)
        assert look_of(app) == shown


async def test_another_width_counts_at_once_and_later() -> None:
    app = app_on(a_session(), MemoryRepository())
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: bool(app.stages))
        await walked(app, pilot, "f6")
        await pilot.resize_terminal(200, 50)
        await pilot.pause()
        assert app.screen.has_class("-broad")
        await walked(app, pilot, "f5")
        await pilot.pause()
        assert app.screen.has_class("-broad")
        assert not app.screen.has_class("-narrow")
        shown = look_of(app)
        app.screen.update_node_styles(animate=False)
        assert look_of(app) == shown
