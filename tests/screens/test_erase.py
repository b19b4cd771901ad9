"""Erasing a person from the people page: the name is typed first, what is left is told."""

import pytest
from textual.widgets import Input

from screens.dialogs.erase import ErasedDialog, EraseDialog
from screens.messages import OpenPartnership
from screens.partnership.screen import PartnershipScreen
from sessionui.app import SessionUI
from sessionui.domain.erasing import Erased
from sessionui.locale import set_language
from tests.support.memory import MemoryRepository
from tests.support.room import a_partnership

HOSTILE = "An [/] [@click=app.quit]x[/] de Wit"


@pytest.fixture(autouse=True)
def english() -> None:
    set_language("en")


def a_repository() -> tuple[MemoryRepository, str]:
    repository = MemoryRepository()
    pact = a_partnership()
    first, *rest = pact.people
    repository.save_partnership(pact.but(people=(first.but(name=HOSTILE, side="a"), *rest)))
    return repository, pact.id


@pytest.mark.parametrize("typed", ["somebody else", HOSTILE])
async def test_the_name_has_to_be_typed(typed: str) -> None:
    repository, name = a_repository()
    app = SessionUI(repository)
    async with app.run_test(size=(80, 24)) as pilot:
        app.post_message(OpenPartnership(name))
        await pilot.pause()
        await pilot.pause()
        assert isinstance(app.screen, PartnershipScreen)
        await pilot.press("5", "x")
        await pilot.pause()
        assert isinstance(app.screen, EraseDialog)
        app.screen.query_one("#typed", Input).value = typed
        await pilot.press("enter")
        for _ in range(50):
            await pilot.pause(0.02)
            if isinstance(app.screen, ErasedDialog):
                break
        names = [p.name for p in repository.partnership(name).people]
        assert (HOSTILE in names) == (typed != HOSTILE)
        assert isinstance(app.screen, ErasedDialog) == (typed == HOSTILE)
        await pilot.press("escape")
        await pilot.pause()
        if typed == HOSTILE:
            assert names[0].startswith("a former member of ")
            assert isinstance(app.screen, PartnershipScreen)


async def test_what_is_left_is_told_as_text() -> None:
    app = SessionUI(MemoryRepository())
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(ErasedDialog(Erased(("/x/[b].broken-1",), ("A [/] × B",))))
        await pilot.pause()
        shown = "\n".join(str(line.text) for line in app.screen._compositor.render_strips())
        assert "[b].broken-1" in shown
        assert "A [/] × B" in shown
