"""What is before the room now: the topmost screen that says something decides."""

from collections.abc import Sequence
from typing import Any

from textual.screen import Screen

from sessionui.domain.room import Scene, Topic


def before_the_room(screens: Sequence[Screen[Any]]) -> Topic | None:
    """The topic of the topmost screen that has one; a dialog has none, and changes nothing."""
    topics = (getattr(screen, "topic", None) for screen in reversed(screens))
    return next((topic for topic in topics if topic is not None), None)


def scene_of_a_screen(screens: Sequence[Screen[Any]], language: str, theme: str) -> Scene | None:
    """Without a session: the scene that the topmost screen makes which can make one."""
    makers = (getattr(screen, "scene", None) for screen in reversed(screens))
    scenes = (make(language, theme) for make in makers if make is not None)
    return next((scene for scene in scenes if scene is not None), None)
