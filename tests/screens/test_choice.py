"""A choice in a form is what is seen, however it was made and saved."""

import pytest

from tests.support.room import a_session, app_on, screen_text, until, work_of
from tests.support.scoring import press


@pytest.mark.parametrize(
    ("keys", "side"),
    [
        ((), "a"),
        (("down",), "b"),
        (("down", "up"), "a"),
        (("down", "down", "down"), "b"),
        (("enter", "down"), "b"),
        (("enter", "down", "enter"), "b"),
    ],
)
async def test_the_side_of_a_new_person(keys: tuple[str, ...], side: str) -> None:
    app = app_on(a_session())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await press(pilot, "a")
        await until(pilot, lambda: "Add" in screen_text(app))
        await press(pilot, *"Zoe", "tab", "tab", *keys, "ctrl+s")
        await until(pilot, lambda: any(p.name == "Zoe" for p in work_of(app).partnership.people))
        person = next(p for p in work_of(app).partnership.people if p.name == "Zoe")
        assert person.side == side
