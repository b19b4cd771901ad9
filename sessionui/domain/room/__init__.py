"""What the room may see: scenes, and how one is made of the work on the table.

A ``Scene`` holds only what the wall may show, so whoever has one has no secret. A screen names a
``Topic``; ``scene_of`` makes the scene of it.
"""

from sessionui.domain.room.scene_of import scene_of
from sessionui.domain.room.scenes import Away, Scene, read_scene
from sessionui.domain.room.topic import Topic, TypedAction

__all__ = ["Away", "Scene", "Topic", "TypedAction", "read_scene", "scene_of"]
