"""A feed and followers in one process, and a wait for what they bring about."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Self

from sessionui.wall.follow import Follower


def until(holds: Callable[[], bool], seconds: float = 30) -> None:
    """Wait until ``holds()``; else fail."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.002)


class Seen(list[str | None]):
    """What a follower of ``file`` was told, in order; to use in a ``with``."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.follower = Follower(file, self.append)

    def __enter__(self) -> Self:
        self.follower.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.follower.close()

    def until(self, state: str | None) -> None:
        """Wait until the last one is ``state``."""
        until(lambda: self[-1:] == [state])
