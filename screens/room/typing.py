"""Whether the room sees an action while it is typed: off until the facilitator turns it on.

It is off again in the next stage, so that nobody has to remember it.
"""

from screens.desk import Desk

SHOWN = "wall/typing"
"""The draft that tells in which stage it was turned on."""


def typing_shown(desk: Desk) -> bool:
    """Whether the wall shows what is typed now."""
    return desk.draft(SHOWN) == desk.work.session.stage


def show_typing(desk: Desk, *, shown: bool) -> None:
    """Show it from now on, or no more."""
    desk.keep_draft(SHOWN, desk.work.session.stage if shown else None)


def hide_typing(desk: Desk) -> None:
    """Off again: another stage begins."""
    if desk.draft(SHOWN):
        desk.keep_draft(SHOWN, None)
