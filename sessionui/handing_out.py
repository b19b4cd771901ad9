"""Handing out the minutes from the application: names, folder, and never over another file."""

from itertools import count
from pathlib import Path

from platformdirs import user_documents_path

from sessionui.domain.minutes.document import MinutesDocument
from sessionui.domain.wording import N_, Sentence
from sessionui.locale import as_language
from sessionui.locale.languages import Language
from sessionui.minutes import FORMATS, Format, file_name, render, write
from sessionui.minutes.files import NotWritten


def default_folder() -> str:
    """The user's documents, or the home folder where there are none."""
    documents = user_documents_path()
    return str(documents if documents.is_dir() else Path.home())


def minutes_text(document: MinutesDocument, lang: str) -> str:
    """The minutes as Markdown in a language."""
    return render(document, "md", _language(lang)).decode()


def export_minutes(
    document: MinutesDocument, formats: tuple[str, ...], lang: str, folder: str
) -> tuple[str, ...] | Sentence:
    """Write the minutes in every asked form; the paths written, or why it stopped."""
    place = Path(folder.strip().strip("'\"")).expanduser()
    if not folder.strip() or not place.is_dir():
        return Sentence(N_("There is no folder {folder}. Choose another one."), {"folder": folder})
    written = []
    for form in FORMATS:
        if form not in formats:
            continue
        try:
            written.append(str(_write_one(document, form, _language(lang), place)))
        except NotWritten as problem:
            return problem.sentence
    return tuple(written)


def _write_one(document: MinutesDocument, form: Format, lang: Language, place: Path) -> Path:
    """Write one form under its name, or under the first free "name (2)"."""
    name = Path(file_name(document, form, lang))
    data = render(document, form, lang)
    for n in count(1):
        path = place / (name.name if n == 1 else f"{name.stem} ({n}){name.suffix}")
        try:
            write(path, data)
        except NotWritten as problem:
            if problem.exists and n < 1000:
                continue
            raise
        return path
    raise AssertionError


def _language(lang: str) -> Language:
    return as_language(lang) or "en"
