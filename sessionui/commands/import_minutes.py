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
from sessionui.minutes.altered import NOT_CONFIRMED
from store.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic import ValidationError

    from sessionui.domain.minutes.document import MinutesDocument
    from sessionui.domain.session import Session
    from store.tinydb_repository import TinyDbRepository

LARGEST: Final = 50_000_000
"""Bytes; the minutes of a whole year with twenty people are some hundred thousand."""


def arguments(parser: Parser) -> None:
    """See ``sessionui.commands``."""
    parser.explain(
        "sessionui import-minutes FILE MINUTES [--as-it-is]",
        _("Take in the minutes of a session held elsewhere, from JSON that was handed out."),
        _("The session can be read here, its actions go on, and its figures stand in every line."),
        _("A later version follows on the one that was taken in before; both can be read."),
    )
    parser.word("file", "FILE", _("data file; made where there is none"))
    parser.word("minutes", "MINUTES", _("file that sessionui minutes --format json wrote"))
    parser.option(
        "--as-it-is",
        help_text=_("take it in although its hash doesn't fit; every form of it says so"),
    )


def run(options: Options) -> int:
    """Take the minutes in, or tell why not."""
    from sessionui.domain.elsewhere.following import taken
    from sessionui.minutes.hygiene import cleaned

    Parser("import-minutes").need(options, file="FILE", minutes="MINUTES")
    # Cleaning is of no consequence to what we wrote; to what others did, the hash may be.
    document = cleaned(taken(_read(options.minutes), as_it_is=options.as_it_is))
    with opened(Path(options.file), read_only=False, create=True) as repository:
        new = _take_in(document, repository)
    said = _("Taken in: {a} × {b}, {day}.") if new else _("Already there: {a} × {b}, {day}.")
    answer(said.format(a=document.name_a, b=document.name_b, day=fmt_date(document.date)))
    _tell_version(document)
    return 0


def _tell_version(document: "MinutesDocument") -> None:
    """Which version it is, and what its hash is worth."""
    from sessionui.domain.minutes.content import printed

    if document.draft:
        return
    if document.altered:
        tell(_(NOT_CONFIRMED))
        return
    code = _("Version {n}. Content hash {hash}")
    answer(code.format(n=document.edition, hash=printed(document.content_hash)))
    answer(_("It fits its content. Compare it with the one on a copy that was handed out before."))


def _read(name: str) -> "MinutesDocument":
    """The document in a file. Raises ``Refused``; what stands in the file isn't repeated."""
    from pydantic import ValidationError

    from sessionui.domain.minutes.document import MinutesDocument

    try:
        with Path(name).open("rb") as file:
            data = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        why = unread(name, error)
        raise Refused(why.template, **why.values) from error
    if len(data) > LARGEST:
        raise Refused(N_("{file} is too large for minutes."), file=name)
    try:
        return MinutesDocument.model_validate_json(data.removeprefix(BOM_UTF8))
    except ValidationError as error:
        raise _not_minutes(name, error) from None


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

    Raises ``Refused`` when the file knows the session otherwise, and not as an earlier version of
    the same minutes. The document goes first: a session without it could not be read.
    """
    from sessionui.domain.elsewhere.following import must_follow
    from sessionui.domain.elsewhere.held import held_elsewhere

    versions = repository.minutes_versions(document.session_id)
    session = _session(repository, document.session_id)
    kept = versions[-1] if versions else None
    if session is not None:
        if document in versions and not _half_done(session, document, versions):
            return False
        _must_be_held_elsewhere(session)
        if kept is not None and document not in versions:
            must_follow(document, kept)
    before = next((v for v in reversed(versions) if v != document), None)
    known = next((p for p in repository.partnerships() if p.id == document.partnership_id), None)
    work = held_elsewhere(document, known, context(), before)
    if kept != document:
        repository.keep_minutes(document)
    repository.save(None, work)
    return True


def _must_be_held_elsewhere(session: "Session") -> None:
    """What was held here is more than minutes tell. Raises ``Refused``."""
    if not session.minutes_only:
        raise Refused(N_("This session is in the file already, and not as in these minutes."))


def _half_done(
    session: "Session", document: "MinutesDocument", versions: "Sequence[MinutesDocument]"
) -> bool:
    """Whether a later version was kept and its session wasn't: the program was stopped between."""
    newest = document == versions[-1]
    return session.minutes_only and newest and session.confirmed_at != document.confirmed_at


def _session(repository: "TinyDbRepository", session_id: str) -> "Session | None":
    try:
        return repository.session(session_id)
    except NotFound:
        return None
