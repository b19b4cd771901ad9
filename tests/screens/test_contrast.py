"""The contrast of what is painted, in every theme, and in the sixteen colours of any terminal.

Every day each place in one theme, the themes by turns; with ``EXHAUSTIVE=1`` each in all of them.
"""

from collections.abc import Iterator
from itertools import cycle, islice

import pytest
from rich.color import ColorSystem

from sessionui.app import SessionUI
from sessionui.themes import THEMES
from sessionui.themes.filters import Sixteen
from sessionui.themes.palettes import FLOORS
from tests.support.depth import EXHAUSTIVE
from tests.support.painting import Run, on_top
from tests.support.places import WALKS, places, settle, the_app

SIXTEEN = 4.5
"""The least contrast with sixteen colours, as far as a palette like xterm's goes."""


def too_faint(app: SessionUI) -> Iterator[str]:
    """What can't be read in the theme that is on, in all colours and in sixteen."""
    coarse = Sixteen(app.roles(), dark=app.current_theme.dark)
    floor = FLOORS[app.theme]
    for run in on_top(app):
        if run.words and run.contrast < floor:
            yield f"{run.contrast:.2f} {run.text.strip()!r} {run.style}"
        few = Run(run.row, run.column, run.text, coarse.restyled(run.style))
        if run.words and few.contrast < SIXTEEN:
            yield f"{few.contrast:.2f} {few.text.strip()!r} {few.style} (16)"


@pytest.mark.parametrize("walk", WALKS)
async def test_every_text_can_be_read_in_every_theme(walk: str) -> None:
    app, sessions = the_app()
    app.console._color_system = ColorSystem.TRUECOLOR
    wrong = []
    themes = cycle(THEMES)
    async with app.run_test(size=(80, 24)) as pilot:
        async for place in places(pilot, sessions, walk):
            for theme in THEMES if EXHAUSTIVE else islice(themes, 1):
                app.theme = theme.name
                await settle(pilot)
                wrong += [f"{place}, {theme.name}: {run}" for run in set(too_faint(app))]
    assert not wrong, "\n".join(wrong)
