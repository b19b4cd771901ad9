"""The reveal in a small window with hostile text, and in a large one."""

import pytest

from screens.stages.reveal_board import Board
from screens.widgets.big import big
from sessionui.domain.indicators import Meaning
from sessionui.domain.intents.meaning import ReviseMeaning
from sessionui.domain.intents.score import LockRound, SealBallot
from sessionui.domain.intents.welcome import SetRules
from sessionui.domain.scoring import Answer
from sessionui.locale import set_language
from tests.support.revealing import revealing, stands
from tests.support.room import (
    HOSTILE,
    a_partnership,
    a_session,
    app_on,
    doing,
    screen_text,
)
from tests.support.scoring import NARROW, desk_of, press


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("secrecy", ["name", "side"])
async def test_everything_fits_on_a_small_screen(lang: str, secrecy: str) -> None:
    set_language(lang)  # type: ignore[arg-type]
    names = ("Ziekenhuis Noorderhaven " * 3, HOSTILE + "h" * 1000)
    work = a_session(
        partnership=a_partnership(raters=20, names=names),
        indicators=[f"Onderhoudswerkzaamhedenplanning {HOSTILE} {n}" for n in range(12)],
    )
    first = work.items[0].indicator_id
    work = doing(
        work,
        ReviseMeaning(first, HOSTILE, Meaning(text=f"{HOSTILE} lang " * 300)),
        SetRules(secrecy, self_estimate=True),  # type: ignore[arg-type]
    )
    for side in ("a", "b"):
        for n, rater in enumerate(work.raters(side)):
            answers = tuple(
                Answer(indicator_id=i.indicator_id, own=own, mark=3 + n % 8, reason=HOSTILE * 20)
                for i in work.items
                for own in (False, True)
            )
            work = doing(work, SealBallot(side, answers, rater))
    app = app_on(revealing(doing(work, LockRound())))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, "space")
        text = screen_text(app)
        board = app.screen.query_one(Board)
        assert stands("6,1" if lang == "nl" else "6.1", text)
        for part in ("#marks", "#axis", "#since", "#talk"):
            widget = board.query_one(part)
            assert widget.display, part
            assert widget.region.bottom <= board.region.bottom, part
        assert app.screen.query_one("#speaking").region.bottom <= 22
        assert "\x1b" not in text
        await press(pilot, "r", "n", "escape", "n", "m", "escape", "o")
        assert "\x1b" not in screen_text(app)
        assert desk_of(app).work.revealed.items


async def test_a_larger_window_has_larger_figures_and_the_notes_beside_them() -> None:
    app = app_on(revealing())
    async with app.run_test(size=(200, 50)) as pilot:
        await pilot.pause()
        await press(pilot, "space")
        text = screen_text(app)
        assert all(row.rstrip() in text for row in big("6.0", 3))
        assert "What was heard back" in text
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert stands("6.0", screen_text(app))
        assert "What was heard back" not in screen_text(app)
