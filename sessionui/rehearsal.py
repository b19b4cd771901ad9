"""A rehearsal's file: a throw-away copy in a folder of its own, opened as any data file.

The folder is the user's alone (0700), its files too (0600). It goes when the rehearsal ends; what a
killed program left behind goes when the next one starts.
"""

import os
import shutil
import stat
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from time import time

from sessionui.domain.rehearsal import earlier_session, rehearsed, shown_urn, why_not
from sessionui.domain.scoring import Turnout
from sessionui.domain.wording import Refused, Sentence
from sessionui.domain.work import Work
from store.errors import StoreError
from store.lock import Lock
from store.paths import Paths
from store.repository import Repository
from store.tinydb_repository import TinyDbRepository

PREFIX = "sessionui-rehearsal-"
NAME = "rehearsal.json"
SETTINGS = ("language", "theme", "signs", "motion", "guidance-off", "tour")
"""Settings that go along, and that count afterwards if they were changed on the way."""
FRESH = 60
"""Seconds in which a folder may be without a lock because it is only being made."""


class Rehearsal:
    """A session opened as a rehearsal. ``repository``: the copy; ``session_id``: as in the file."""

    from_stage = False
    """Whether it was begun in the session itself, so that leaving it leads back there."""

    def __init__(self, repository: TinyDbRepository, session_id: str, folder: Path) -> None:
        self.repository, self.session_id, self._folder = repository, session_id, folder
        self._began: dict[str, str] = {}

    def take_settings(self, repository: Repository) -> None:
        """Language, looks and which prompts are off are those of the file."""
        self._began = {name: repository.setting(name) for name in SETTINGS}
        for name, value in self._began.items():
            self.repository.set_setting(name, value)

    def chosen(self) -> dict[str, str]:
        """The settings that were given another value during the rehearsal."""
        now = {name: self.repository.setting(name) for name in self._began}
        return {name: value for name, value in now.items() if value != self._began[name]}

    def end(self) -> None:
        """Close the copy and delete it; harmless when done already."""
        self.repository.close()
        shutil.rmtree(self._folder, ignore_errors=True)


def begin(
    repository: Repository,
    session_id: str,
    *,
    seed: str,
    say: Callable[[str], str] = str,
    folder: Path | None = None,
) -> Rehearsal:
    """Open a copy of one session and what came before it. ``repository`` is only read.

    ``say`` translates the invented reasons; ``folder``: where temporary folders are made. Raises
    ``Refused``, a ``StoreError`` or an ``OSError``; then nothing is left behind.
    """
    work = repository.work(session_id)
    invented = rehearsed(work, seed, say)
    place = Path(tempfile.mkdtemp(prefix=PREFIX, dir=folder))
    try:
        copy = TinyDbRepository.open(place / NAME)
    except BaseException:
        shutil.rmtree(place, ignore_errors=True)
        raise
    rehearsal = Rehearsal(copy, session_id, place)
    try:
        for earlier in _before(repository, work):
            copy.save(None, earlier)
        copy.save(None, invented)
        rehearsal.take_settings(repository)
    except BaseException:
        rehearsal.end()
        raise
    return rehearsal


def refusal(repository: Repository, session_id: str) -> Sentence | None:
    """Why that session can't be rehearsed, or ``None``."""
    try:
        template = why_not(repository.session(session_id))
    except (Refused, StoreError) as error:
        return error.sentence
    return Sentence(template) if template else None


def _before(repository: Repository, work: Work) -> list[Work]:
    """The earlier sessions as they go along, oldest first."""
    until = (work.session.date, work.session.created)
    found = []
    for session in repository.sessions(work.partnership.id):
        if session.id == work.session.id or (session.date, session.created) >= until:
            continue
        earlier = repository.work(session.id)
        found.append(
            replace(
                earlier,
                session=earlier_session(session),
                urn=shown_urn(earlier),
                turnout=Turnout(id=session.id),
            )
        )
    return found


def sweep(folder: Path | None = None) -> int:
    """Delete what killed rehearsals of this user left behind; how many there were.

    A folder whose file is open in a running program is left alone, and so is one that is new, or
    that isn't ours.
    """
    where = folder or Path(tempfile.gettempdir())
    swept = 0
    with suppress(OSError):
        for place in where.glob(f"{PREFIX}*"):
            if _ours(place) and _abandoned(place):
                shutil.rmtree(place, ignore_errors=True)
                swept += 1
    return swept


def _ours(place: Path) -> bool:
    try:
        found = place.lstat()
    except OSError:
        return False
    mine = not hasattr(os, "getuid") or found.st_uid == os.getuid()
    return stat.S_ISDIR(found.st_mode) and mine


def _abandoned(place: Path) -> bool:
    """Whether no program holds the file in it."""
    paths = Paths.of(place / NAME)
    if not paths.lock.exists():
        with suppress(OSError):
            return time() - place.stat().st_mtime > FRESH
        return False
    try:
        Lock(paths.main, paths.lock).release()
    except StoreError:
        return False
    return True
