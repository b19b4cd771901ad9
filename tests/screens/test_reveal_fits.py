"""The reveal at 80 by 24: what has no room ends where it is cut, and says so."""

from datetime import UTC, date

from screens.stages.reveal_board import Board
from screens.widgets.clamped import Clamped
from sessionui.domain.intents.walk import StartSession
from sessionui.example import example
from sessionui.locale import set_language
from tests.support.memory import MemoryRepository
from tests.support.room import app_on, doing, screen_text
from tests.support.scoring import press

READY = 5
"""The session of the example that is scored and locked."""


async def test_what_is_worth_talking_about_ends_where_it_is_cut() -> None:
    set_language("nl")
    repository = MemoryRepository()
    made = example("nl", date(2026, 11, 30), zone=UTC)
    made.keep_in(repository)
    app = app_on(doing(made.works[READY], StartSession()), repository)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        cut = 0
        for keys in (("space",), ("f2",), ("f2", "1"), ("2",)):
            await press(pilot, *keys)
            await pilot.pause()
            talk = app.screen.query_one("#talk", Clamped)
            board = app.screen.query_one(Board).region
            assert talk.region.bottom <= board.bottom, (keys, screen_text(app))
            shown = " ".join(talk.render().plain.split())
            cut += shown.endswith("…")
            assert shown.endswith("…") or shown == " ".join(talk.content.plain.split()), keys
        assert cut, "else there was room for everything, and nothing was tested"
