"""Opens the application on a file, again when another file takes its place, and closes both."""

from pathlib import Path

from screens.rescue import REOPEN
from sessionui.app import SessionUI
from sessionui.domain.wording import Sentence
from sessionui.locale import as_language, set_language, system_language
from store.places import warning_for
from store.tinydb_repository import TinyDbRepository


def run(path: Path, *, read_only: bool = False, lang: str | None = None) -> int:
    """Open the application on a file; return the exit status. Raises a ``StoreError``."""
    while (status := _run_once(path, read_only=read_only, lang=lang)) == REOPEN:
        pass
    return status


def _run_once(path: Path, *, read_only: bool, lang: str | None) -> int:
    repository = TinyDbRepository.open(path, read_only=read_only)
    app: SessionUI | None = None
    try:
        chosen = as_language(lang or repository.setting("language") or "")
        set_language(chosen or system_language())
        notices = (*repository.notices, *_of_the_place(repository))
        app = SessionUI(repository, notices=notices, file=repository.path, first_use=True)
        outcome = app.run()
        return REOPEN if outcome == REOPEN else app.return_code or 0
    finally:
        if app is not None and app.rehearsal is not None:
            app.rehearsal.end()
        repository.close()


def _of_the_place(repository: TinyDbRepository) -> tuple[Sentence, ...]:
    """A warning of a network drive or a cloud's folder, the first time only."""
    warning = warning_for(repository.path)
    if warning is None or repository.read_only:
        return ()
    place = str(warning.values.get("name", "network"))
    if repository.setting("warned-of") == place:
        return ()
    repository.set_setting("warned-of", place)
    return (warning,)
