"""What the killed process of ``test_kill_steps`` does: dies by kill -9 at one step on the disk."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from store import disk
from store.documents import DocumentStore
from store.paths import Paths
from store.recovery import open_newest
from tests.store.support import ticking
from tests.store.test_migrations import INVENTED

STEPS = ("create", "write", "sync", "replace", "sync_folder", "link", "remove")


def arm(at: int) -> None:
    """Kill this process at the ``at``-th step; in a write when half of it is written."""
    calls = 0

    def dying(real: Callable[..., Any], step: str) -> Callable[..., Any]:
        def call(*arguments: Any) -> Any:
            nonlocal calls
            calls += 1
            if calls == at:
                if step == "write":
                    os.write(arguments[0], bytes(arguments[1])[: len(arguments[1]) // 2])
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*arguments)

        return call

    for step in STEPS:
        setattr(disk, step, dying(getattr(disk, step), step))


def main(what: str, file: str, at: int) -> None:
    if what == "migration":
        arm(at)
        open_newest(
            Paths.of(file),
            writable=True,
            create=True,
            now=ticking()(),
            steps=INVENTED,
            schema=3,
        )
        return
    store = DocumentStore.open(Path(file))
    store._keeper.stop()
    store._to_back_up = False
    if what == "sealing":
        arm(at)
        urn = {"id": "u", "ballots": ["one", "two"]}
        store.put({("urns", "u"): urn, ("turnout", "u"): {"id": "u", "n": 2}})
        return
    store.put({("sessions", "s1"): {"id": "s1", "n": 2}, ("cards", "c"): {"id": "c", "n": 2}})
    arm(at)
    if what == "fold":
        store.fold()
    else:
        store.backup("reveal")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
