"""Handing out minutes and forms from the application: names, folder, never over another file."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final, Literal

from platformdirs import user_documents_path

from sessionui.crash import record_crash
from sessionui.domain.minutes.document import ChangeNote, MinutesDocument
from sessionui.domain.minutes.handed_out import (
    EVERYTHING,
    NOTHING_OF_A_REHEARSAL,
    Extent,
    HandedOut,
)
from sessionui.domain.sides import SideKey
from sessionui.domain.wording import N_, Refused, Sentence
from sessionui.domain.work import Work
from sessionui.locale import as_language
from sessionui.locale.languages import Language
from sessionui.minutes import FORMATS, file_name, make, render, write
from sessionui.minutes.choices import Choices, House
from sessionui.minutes.files import NotWritten

if TYPE_CHECKING:
    from sessionui.phones.qr import Matrix


_WRITING: Final = Lock()
"""Held while minutes are written, by whichever dialog asked for it."""


def default_folder() -> str:
    """The user's documents, or the home folder where there are none."""
    documents = user_documents_path()
    return str(documents if documents.is_dir() else Path.home())


def minutes_text(document: MinutesDocument, lang: str) -> str:
    """The minutes as Markdown in a language."""
    return render(document, "md", _language(lang)).decode()


def changes_said(
    document: MinutesDocument, changes: Sequence[ChangeNote], lang: str
) -> tuple[str, ...]:
    """Differences between two versions as sentences in a language."""
    from sessionui.minutes.outline.change_words import said_of
    from sessionui.minutes.words import Words

    words = Words(document, _language(lang))
    return tuple(said_of(change, words) for change in changes)


PocketKind = Literal["text", "calendar"]
PocketSize = Literal["large", "small"]


@dataclass(frozen=True)
class PocketCode:
    """See ``screens.desk.PocketCode``."""

    matrices: "tuple[Matrix, ...]"
    whole: bool
    about: str


def pocket_codes(
    document: MinutesDocument, lang: str, kind: PocketKind, size: PocketSize
) -> tuple[PocketCode, ...]:
    """The action list as QR codes, a piece each."""
    from sessionui.minutes.pocket import calendar_pieces, text_pieces
    from sessionui.phones.qr import matrices  # only few sessions need it

    pieces = calendar_pieces if kind == "calendar" else text_pieces
    return tuple(
        PocketCode(matrices(piece.text), piece.whole, piece.about)
        for piece in pieces(document, _language(lang), size)
    )


def one_at_a_time(write: Callable[[], HandedOut | Sentence]) -> HandedOut | Sentence:
    """Write, unless that goes on already; what nobody foresaw is told too, and logged."""
    if not _WRITING.acquire(blocking=False):
        return Sentence(N_("The files of before are still being written. Try again in a moment."))
    try:
        return write()
    except Exception as error:  # noqa: BLE001 - the session goes on; the dialog tells it
        return _unforeseen(error)
    finally:
        _WRITING.release()


def _unforeseen(error: Exception) -> Sentence:
    log = record_crash(error)
    if log is None:
        return Sentence(N_("Something unforeseen went wrong, and no log of it could be written."))
    template = N_("Something unforeseen went wrong. Where, without any of your data: {log}")
    return Sentence(template, {"log": str(log)})


def export_minutes(
    document: MinutesDocument,
    formats: tuple[str, ...],
    lang: str,
    folder: str,
    extent: Extent = EVERYTHING,
) -> HandedOut | Sentence:
    """Write the minutes in every asked form, all or none; what was written, or why not."""
    if document.rehearsal:
        return Sentence(NOTHING_OF_A_REHEARSAL)
    place = _folder(folder)
    if isinstance(place, Sentence):
        return place
    choices = _choices(extent)
    if isinstance(choices, Sentence):
        return choices
    files: list[tuple[Path, bytes]] = []
    notices: list[Sentence] = []
    for form in FORMATS:
        if form not in formats:
            continue
        made = make(document, form, _language(lang), choices)
        files.append((place / file_name(document, form, _language(lang), choices), made.data))
        notices.extend(made.notices)
    written = _write_all(files)
    return written if isinstance(written, Sentence) else HandedOut(written, tuple(notices))


def _choices(extent: Extent) -> Choices | Sentence:
    """What was chosen, the house style read; or the first thing that is wrong with it."""
    house = House()
    if extent.house.strip():
        from sessionui.minutes.house import HouseProblems, read_house  # only few have one

        try:
            house = read_house(Path(extent.house.strip().strip("'\"")).expanduser())
        except HouseProblems as problems:
            return problems.sentences[0]
    return Choices(extent.scope, extent.copy_for, house)


def write_forms(
    work: Work, lang: str, folder: str, *, numbered: bool
) -> tuple[str, ...] | Sentence:
    """Write the forms by mail of a session; the paths written, or why it stopped."""
    from sessionui.forms.handing_out import forms_of  # only few sessions need it

    if work.session.rehearsal:
        return Sentence(NOTHING_OF_A_REHEARSAL)
    place = _folder(folder, make=True)
    if isinstance(place, Sentence):
        return place
    try:
        forms = forms_of(work, _language(lang), numbered=numbered)
    except Refused as problem:
        return problem.sentence
    return _write_all([(place / form.name, form.content) for form in forms], private=True)


def write_calendar(
    document: MinutesDocument, lang: str, folder: str, copy_for: SideKey | None
) -> str | Sentence:
    """Write how the actions stand between two sessions as a calendar; its path, or why not."""
    from sessionui.minutes.calendar import as_calendar
    from sessionui.minutes.names import calendar_name

    language = _language(lang)
    name = calendar_name(document, language, copy_for)
    data = as_calendar(document, language, copy_for)
    return write_under_free_name(folder, name, data, private=False)


def write_under_free_name(
    folder: str, name: str, data: bytes, *, private: bool = True
) -> str | Sentence:
    """Write a file into a folder, under the first free "name (2)"; its path, or why not.

    Only its owner may read a private one: it holds codes of people.
    """
    place = _folder(folder)
    if isinstance(place, Sentence):
        return place
    try:
        return str(_write_free(place / name, data, private=private))
    except NotWritten as problem:
        return problem.sentence


def _folder(folder: str, *, make: bool = False) -> Path | Sentence:
    """The folder as typed, made when asked for and its parent is there; or why not."""
    typed = folder.strip().strip("'\"")
    if not typed:
        return Sentence(N_("Name a folder to write to."))
    try:
        place = Path(typed).expanduser()
        if make and place.parent.is_dir():
            with suppress(OSError):
                place.mkdir(exist_ok=True)
        if place.is_dir():
            return place
        is_file = place.exists()
    except (OSError, RuntimeError, ValueError):  # too long, or the home folder of nobody
        is_file = False
    if is_file:
        return Sentence(N_("{file} is a file, not a folder. Choose another one."), {"file": typed})
    return Sentence(N_("There is no folder {folder}. Choose another one."), {"folder": folder})


def _write_all(
    files: Sequence[tuple[Path, bytes]], *, private: bool = False
) -> tuple[str, ...] | Sentence:
    """Write every file; their paths. When one can't be written none stays, and that one is told."""
    written: list[Path] = []
    try:
        for name, data in files:
            written += [_write_free(name, data, private=private)]
    except NotWritten as problem:
        left = [path.name for path in written if not _taken_back(path)]
        if not left:
            return problem.sentence
        template = N_("Not everything could be written. Only this is there: {files}.")
        return Sentence(template, {"files": ", ".join(left)})
    return tuple(str(path) for path in written)


def _taken_back(path: Path) -> bool:
    """Take away a file that was just made; whether that could be done."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _write_free(name: Path, data: bytes, *, private: bool = False) -> Path:
    """Write under that name, or under the first free "name (2)"."""
    ending = "".join(name.suffixes)
    bare = name.name.removesuffix(ending)
    for n in count(1):
        path = name if n == 1 else name.with_name(f"{bare} ({n}){ending}")
        try:
            write(path, data, private=private)
        except NotWritten as problem:
            if problem.exists and n < 1000:
                continue
            raise
        return path
    raise AssertionError


def _language(lang: str) -> Language:
    return as_language(lang) or "en"
