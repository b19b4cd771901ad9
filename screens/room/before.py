"""What is before the room now: the topmost screen that says something decides."""

from collections.abc import Sequence
from typing import Any

from textual.screen import Screen

from sessionui.domain.room import Topic


def before_the_room(screens: Sequence[Screen[Any]]) -> Topic | None:
    """The topic of the topmost screen that has one; a dialog has none, and changes nothing."""
    topics = (getattr(screen, "topic", None) for screen in reversed(screens))
    return next((topic for topic in topics if topic is not None), None)
