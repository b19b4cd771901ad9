"""The veil: it goes within a moment, shows nothing else, and no key waits for it."""

import pytest

from screens.stages.reveal_board import Board
from screens.widgets import unveiling
from screens.widgets.marks import Marks
from tests.support.revealing import revealing, stands
from tests.support.room import (
    app_on,
    screen_text,
    until,
)
from tests.support.scoring import NARROW, flat, press


def moves(board: Board) -> bool:
    return board.unveiling.going_on


async def test_the_veil_goes_and_leaves_what_would_have_been_there_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    still = app_on(revealing())
    async with still.run_test(size=NARROW) as pilot:
        still.animation_level = "none"
        await pilot.pause()
        await press(pilot, "space")
        at_once = screen_text(still)
    monkeypatch.setattr(unveiling, "LASTS", 0.5)
    moving = app_on(revealing())
    async with moving.run_test(size=NARROW) as pilot:
        moving.animation_level = "full"
        await pilot.pause()
        board = moving.screen.query_one(Board)
        frames: list[str] = []
        drawn = board.unveiling._draw

        def watched(grown: float) -> None:
            drawn(grown)
            frames.append("\n".join(line.plain for line in board.query_one(Marks).draw(78)))

        monkeypatch.setattr(board.unveiling, "_draw", watched)
        await press(pilot, "space")
        await until(pilot, lambda: not moves(board))
        assert len(frames) > 2
        for text in frames:
            whole = text.replace("▒", " ")
            assert stands("6.0", whole)
            assert stands("8.0", whole)
        assert frames[0].count("▒") > 20
        assert "▒" not in frames[-1]
        assert screen_text(moving) == at_once
        # Back to it: it was revealed before, so nothing moves.
        await press(pilot, "right_square_bracket", "left_square_bracket")
        assert not moves(board)


async def test_keys_do_not_wait_for_the_veil(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unveiling, "LASTS", 60)
    app = app_on(revealing())
    async with app.run_test(size=NARROW) as pilot:
        app.animation_level = "full"
        await pilot.pause()
        await press(pilot, "space")
        board = app.screen.query_one(Board)
        assert moves(board)
        assert stands("6.0", screen_text(app).replace("▒", " "))
        await press(pilot, "1")
        assert "Noorderhaven has spoken" in flat(app)
        assert moves(board)
        await press(pilot, "right_square_bracket")
        assert not moves(board)
        assert "OPENNESS" in screen_text(app)
        assert not stands("6.0", screen_text(app))
