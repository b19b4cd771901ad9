"""Putting a point in the parking lot, from wherever one is."""

from typing import Any

from textual.screen import Screen

from screens.desk import Desk
from screens.dialogs.notes import NotesDialog
from sessionui.domain.intents.walk import ParkPoint
from sessionui.locale import _


async def park(screen: Screen[Any], desk: Desk, indicator_id: str | None = None) -> None:
    """Ask for the point; await it in a worker of ``screen``. What is typed is kept as a draft."""
    key = f"park-on/{indicator_id}" if indicator_id else "park"
    dialog = NotesDialog(
        desk, key, _("Park a point"), "", lambda text: ParkPoint(text, indicator_id)
    )
    await screen.app.push_screen_wait(dialog)
