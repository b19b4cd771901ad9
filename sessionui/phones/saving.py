"""Handing an answer to the application, and waiting until it is on the disk."""

import asyncio

from sessionui.domain.intents.base import Intent
from sessionui.domain.wording import Sentence
from sessionui.phones.room import NotSavedError, Room

SECONDS = 15
"""How long a phone waits for the disk before it is told that it isn't certain."""


LOOK_SECONDS = 2
"""How long a page waits to find out whether that has changed."""


async def on_disk(room: Room) -> bool:
    """Whether all that was carried out so far is on the disk; false where that can't be told."""
    try:
        return await asyncio.wait_for(asyncio.to_thread(room.settled), LOOK_SECONDS)
    except TimeoutError:
        return False


async def give(room: Room, intent: Intent) -> Sentence | None:
    """Carry ``intent`` out; ``None`` when it is on the disk, or the sentence that refuses it.

    Raises ``NotSavedError`` when it isn't on the disk, or not known to be in time.
    """
    # Shielded: giving up waiting must not call back what the application is doing.
    waiting = asyncio.shield(asyncio.wrap_future(room.take(intent)))
    try:
        return await asyncio.wait_for(waiting, SECONDS)
    except TimeoutError:
        raise NotSavedError from None
