"""``sessionui verify FILE MINUTES``: does a handed-out file belong to what was confirmed?"""

from pathlib import Path
from typing import TYPE_CHECKING

from sessionui.commands.check import said
from sessionui.commands.files import opened
from sessionui.commands.parser import Options, Parser
from sessionui.commands.writing import answer
from sessionui.domain.wording import N_, Refused
from sessionui.file_errors import unread
from sessionui.locale import _, language
from store.repository import Repository

if TYPE_CHECKING:
    from sessionui.minutes.verifying.judging import Known

LARGEST = 64 * 1024 * 1024


def arguments(parser: Parser) -> None:
    """See ``sessionui.commands``."""
    parser.explain(
        "sessionui verify FILE MINUTES [--house FOLDER]",
        _("Tell whether minutes that were handed out belong to what was confirmed in a data file."),
        epilog=_(
            "Exit status 0: they are the confirmed minutes in force, unaltered; 1: they are not, "
            "with what they are; 2: wrong usage."
        ),
    )
    parser.word("file", "FILE", _("data file"))
    parser.word("minutes", "MINUTES", _("JSON, HTML or PDF that was handed out"))
    parser.option(
        "--house", metavar="FOLDER", help_text=_("house style in which it was handed out")
    )


def run(options: Options) -> int:
    """Judge, and tell."""
    from sessionui.commands.house import house_in
    from sessionui.minutes.verifying.judging import judge

    Parser("verify").need(options, file="FILE", minutes="MINUTES")
    data = _bytes(Path(options.minutes))
    house = house_in(options.house)
    with opened(Path(options.file), read_only=True) as repository:
        verdict = judge(
            data,
            _known(repository),
            [p.id for p in repository.partnerships()],
            language(),
            house,
        )
    for sentence in verdict.sentences:
        answer(said(sentence))
    return 0 if verdict.belongs else 1


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise Refused(N_("{file} is too large for minutes."), file=str(path))
        return path.read_bytes()
    except (OSError, ValueError) as error:
        why = unread(path, error)
        raise Refused(why.template, **why.values) from error


def _known(repository: Repository) -> "list[Known]":
    """Every confirmed version in the file."""
    from sessionui.minutes.verifying.judging import Known

    found = []
    for partnership in repository.partnerships():
        for session in repository.sessions(partnership.id):
            found += [
                Known(document, document.confirmed_at == session.confirmed_at)
                for document in repository.minutes_versions(session.id)
            ]
    return found
