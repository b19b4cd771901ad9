"""``sessionui import-minutes``: take a handed-out JSON into a data file, whole or not at all."""

from codecs import BOM_UTF8
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sessionui.commands.files import opened
from sessionui.commands.parser import Options, Parser
from sessionui.commands.taking import context
from sessionui.commands.writing import answer, tell
from sessionui.domain.wording import N_, Refused
from sessionui.file_errors import unread
from sessionui.locale import _, fmt_date
from store.errors import NotFound

if TYPE_CHECKING:
    from pydantic import ValidationError

    from sessionui.domain.minutes.document import MinutesDocument
    from store.tinydb_repository import TinyDbRepository

LARGEST: Final = 50_000_000
"""Bytes; the minutes of a whole year with twenty people are some hundred thousand."""


def arguments(parser: Parser) -> None:
    """See ``sessionui.commands``."""
    parser.explain(
        "sessionui import-minutes FILE MINUTES",
        _("Take in the minutes of a session held elsewhere, from JSON that was handed out."),
        _("The session can be read here, its actions go on, and its figures stand in every line."),
    )
    parser.word("file", "FILE", _("data file; made where there is none"))
    parser.word("minutes", "MINUTES", _("file that sessionui minutes --format json wrote"))


def run(options: Options) -> int:
    """Take the minutes in, or tell why not."""
    from sessionui.domain.minutes.content import hash_of

    Parser("import-minutes").need(options, file="FILE", minutes="MINUTES")
    document = _read(options.minutes)
    with opened(Path(options.file), read_only=False, create=True) as repository:
        new = _take_in(document, repository)
    said = _("Taken in: {a} × {b}, {day}.") if new else _("Already there: {a} × {b}, {day}.")
    answer(said.format(a=document.name_a, b=document.name_b, day=fmt_date(document.date)))
    if document.content_hash and document.content_hash != hash_of(document):
        tell(
            _(
                "These minutes no longer say what was confirmed: their hash doesn't fit. "
                "They were altered, or a name was erased. Who keeps the file they came from can "
                "use: {command}"
            ).format(command="sessionui verify")
        )
    return 0


def _read(name: str) -> "MinutesDocument":
    """The document in a file. Raises ``Refused``; what stands in the file isn't repeated."""
    from pydantic import ValidationError

    from sessionui.domain.minutes.document import MinutesDocument
    from sessionui.minutes.hygiene import cleaned

    try:
        with Path(name).open("rb") as file:
            data = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        why = unread(name, error)
        raise Refused(why.template, **why.values) from error
    if len(data) > LARGEST:
        raise Refused(N_("{file} is too large for minutes."), file=name)
    try:
        document = MinutesDocument.model_validate_json(data.removeprefix(BOM_UTF8))
    except ValidationError as error:
        raise _not_minutes(name, error) from None
    return cleaned(document)


def _not_minutes(name: str, error: "ValidationError") -> Refused:
    """What is wrong with the file: no JSON at all, that of something else, or one field of it."""
    first = error.errors(include_input=False, include_url=False, include_context=False)[0]
    if first["type"] == "json_invalid":
        return Refused(
            N_("{file} is not JSON. Give the file that {command} wrote."),
            file=name,
            command="sessionui minutes --format json",
        )
    if not first["loc"]:
        return Refused(
            N_("{file} is JSON, but not of minutes. Give the file that {command} wrote."),
            file=name,
            command="sessionui minutes --format json",
        )
    return Refused(
        N_("{file} is not the JSON of minutes, or of a later version (at {place})."),
        file=name,
        place=".".join(map(str, first["loc"])),
    )


def _take_in(document: "MinutesDocument", repository: "TinyDbRepository") -> bool:
    """Keep the document and its session; false when they are there already.

    Raises ``Refused`` when the file knows the session otherwise. The document goes first: a session
    without it could not be read.
    """
    from sessionui.domain.elsewhere.held import held_elsewhere

    kept = repository.minutes(document.session_id)
    if _knows(repository, document.session_id):
        if kept != document:
            raise Refused(N_("This session is in the file already, and not as in these minutes."))
        return False
    known = next((p for p in repository.partnerships() if p.id == document.partnership_id), None)
    work = held_elsewhere(document, known, context())
    if kept != document:
        repository.keep_minutes(document)
    repository.save(None, work)
    return True


def _knows(repository: "TinyDbRepository", session_id: str) -> bool:
    try:
        repository.session(session_id)
    except NotFound:
        return False
    return True
