"""Keys typed ahead open one dialog, not a pile of them."""

from textual.screen import ModalScreen

from tests.support.room import a_session, app_on, until


async def test_keys_in_a_row_open_one_dialog_only() -> None:
    app = app_on(a_session())
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: bool(app.stages))
        await pilot.pause()
        stage = app.stages["welcome"]
        for ask in (stage.action_park, stage.action_notes, stage.action_stages):
            ask()
        await pilot.pause()
        await pilot.pause()
        assert sum(isinstance(screen, ModalScreen) for screen in app.screen_stack) == 1
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is stage
