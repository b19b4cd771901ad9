"""Minutes that were taken in as altered: the screens never call them confirmed."""

from sessionui.domain.elsewhere.held import held_elsewhere
from sessionui.domain.minutes.content import printed
from tests.minutes.room import confirmed
from tests.support.memory import MemoryRepository
from tests.support.room import CONTEXT, app_on, screen_text, until


async def test_the_closing_and_the_minutes_say_that_they_were_altered() -> None:
    document = confirmed().minutes().but(place="[/] elsewhere", altered=True)
    repository = MemoryRepository()
    repository.keep_minutes(document)
    app = app_on(held_elsewhere(document, None, CONTEXT), repository)
    said = "These minutes were altered: this is not what was confirmed."
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "ALTERED" in screen_text(app))
        assert said in screen_text(app)
        await pilot.press("escape")
        await until(pilot, lambda: "ALTERED" not in screen_text(app) and said in screen_text(app))
        assert "confirmed and final" not in screen_text(app)
        assert printed(document.content_hash) not in screen_text(app)
