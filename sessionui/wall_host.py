"""What goes to the wall: the scene of what is before the room, whenever it changes.

Nothing is worked out while no window follows.
"""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sessionui.crash import record_crash
from sessionui.domain.room import Away, Scene, Topic, scene_of
from sessionui.domain.work import Work
from sessionui.wall.feed import WallFeed

PATIENCE = 20
"""Looks in a row, some two seconds, in which a screen may not be able to tell what is on it."""


@dataclass(frozen=True)
class Before:
    """What is before the room: a topic of the work on the table; without any a scene or nothing."""

    topic: Topic | None
    work: Work | None
    language: str
    theme: str
    scene: Scene | None = None

    def same_as(self, other: "Before | None") -> bool:
        """Whether both make the same scene, apart from its clock. Works change by replacement."""
        return (
            other is not None
            and self.work is other.work
            and (self.topic, self.language, self.theme, self.scene)
            == (other.topic, other.language, other.theme, other.scene)
        )


class WallHost:
    """See ``screens.wall_host.Wall``.

    ``before``: asks what is before the room now. ``came``: called in another thread when a window
    begins to follow; ``look`` is due then.
    """

    def __init__(
        self,
        file: Path,
        before: Callable[[], Before],
        clock: Callable[[], datetime],
        came: Callable[[], object],
    ) -> None:
        self._file, self._before, self._clock = file, before, clock
        self._feed = WallFeed(file, came)
        self._shown: Before | None = None
        self._second: int | None = None
        self._untold = 0

    @property
    def watching(self) -> int:
        """How many windows follow now."""
        return self._feed.watching

    @property
    def failed(self) -> bool:
        """Whether no window can find this application."""
        return self._feed.failed

    @property
    def command(self) -> str:
        """What to type in another terminal window."""
        return command_for(self._file)

    def start(self) -> None:
        """Let windows follow from now on; returns at once."""
        self._feed.start()

    def close(self) -> None:
        """Let every window go."""
        self._feed.close()

    def look(self) -> None:
        """Show what is before the room now, if it is not what is shown already."""
        if not self._feed.watching:
            if self._shown is not None:
                # Whoever comes next shall not see for a moment what was before the room then.
                self._shown = None
                self._feed.show(None)
            return
        before, now = self._asked(), self._clock()
        if before is None:
            return
        second = int(now.timestamp())
        if before.same_as(self._shown) and self._second in (None, second):
            return
        scene = scene_of_what_is(before, now)
        self._shown = before
        self._second = None if scene.clock is None else second
        self._send(scene)

    def _asked(self) -> Before | None:
        """What is before the room; ``None`` where a screen can't tell and the wall stays as it is.

        A screen that is just being composed anew, in another language say, can tell a moment later.
        """
        try:
            before = self._before()
        except Exception as error:  # noqa: BLE001 - the session goes on all the same
            self._untold += 1
            if self._untold != PATIENCE:
                return None
            record_crash(error)
            return Before(None, None, *self._looks())
        self._untold = 0
        return before

    def _looks(self) -> tuple[str, str]:
        return ("", "") if self._shown is None else (self._shown.language, self._shown.theme)

    def _send(self, scene: Scene) -> None:
        try:
            self._feed.show(scene.model_dump_json())
        except ValueError:  # too large, or not to be written: the wall is empty rather than old
            self._feed.show(Away(language=scene.language, theme=scene.theme).model_dump_json())


def scene_of_what_is(before: Before, now: datetime) -> Scene:
    """The scene of what is before the room at ``now``; nothing rather than an error."""
    nothing = Away(language=before.language, theme=before.theme)
    if before.work is None or before.topic is None:
        return before.scene or nothing
    try:
        return scene_of(
            before.work, before.topic, now, language=before.language, theme=before.theme
        )
    except Exception as error:  # noqa: BLE001 - the session goes on, whatever the wall can't show
        record_crash(error)
        return nothing


def command_for(file: Path) -> str:
    """The command that follows ``file``, as it can be typed in any folder of this computer."""
    from store.paths import default_file  # platformdirs is loaded by then

    words = [*_program(), "audience"]
    if os.path.realpath(file) != os.path.realpath(default_file()):
        words.append(str(file.absolute()))
    return subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)


def _program() -> list[str]:
    """How this program is called: by its name where a terminal finds it."""
    called = Path(sys.argv[0] or "sessionui").absolute()
    found = shutil.which("sessionui")
    if found is not None and Path(found).resolve() == called.resolve():
        return ["sessionui"]
    if called.stem == "sessionui" and called.exists():
        return [str(called)]
    return [sys.executable, "-m", "sessionui"]
