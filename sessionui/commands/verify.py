"""``sessionui verify FILE MINUTES``: does a handed-out file belong to what was confirmed?"""

from pathlib import Path
from stat import S_ISDIR, S_ISREG
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
    from sessionui.domain.session import Session
    from sessionui.minutes.verifying.on_paper import Styles
    from sessionui.minutes.verifying.verdict import Known

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
        "--house",
        metavar="FOLDER",
        help_text=_("house style in which it was handed out; by default the one used last"),
    )


def run(options: Options) -> int:
    """Judge, and tell."""
    from sessionui.minutes.verifying.judging import judge

    Parser("verify").need(options, file="FILE", minutes="MINUTES")
    data = _bytes(Path(options.minutes))
    with opened(Path(options.file), read_only=True) as repository:
        verdict = judge(
            data,
            _known(repository),
            [p.id for p in repository.partnerships()],
            language(),
            _styles(options.house, repository),
        )
    for sentence in verdict.sentences:
        # A line a sentence: what stands in a file must not pass for a line of ours.
        answer(" ".join(said(sentence).split()))
    return 0 if verdict.belongs else 1


def _styles(named: str | None, repository: Repository) -> "Styles":
    """The style that was named, or the one that minutes were exported in last."""
    from sessionui.commands.house import house_in
    from sessionui.minutes.verifying.on_paper import Styles

    if named:
        return Styles((house_in(named),), named=True)
    from sessionui.minutes.house import HouseProblems, read_house

    folder = repository.setting("export-house").strip().strip("'\"")
    if not folder:
        return Styles()
    try:
        return Styles((read_house(Path(folder).expanduser()),))
    except HouseProblems:
        return Styles()  # the folder was moved: the verdict says how to name one


def _bytes(path: Path) -> bytes:
    """What stands in a file. Raises ``Refused``, at once for what may never end."""
    try:
        found = path.stat()
        if not S_ISREG(found.st_mode) and not S_ISDIR(found.st_mode):
            raise Refused(N_("{file} is no ordinary file, so it isn't read."), file=str(path))
        if found.st_size > LARGEST:
            raise Refused(N_("{file} is too large for minutes."), file=str(path))
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        why = unread(path, error)
        raise Refused(why.template, **why.values) from error
    if not data:
        raise Refused(N_("{file}: it is empty."), file=str(path))
    return data


def _known(repository: Repository) -> "list[Known]":
    """Every confirmed version in the file."""
    return [
        known
        for partnership in repository.partnerships()
        for session in repository.sessions(partnership.id)
        for known in _versions(repository, session)
    ]


def _versions(repository: Repository, session: "Session") -> "list[Known]":
    """The confirmed versions of a session; the last one is in force unless it was opened again."""
    from sessionui.minutes.verifying.verdict import Known

    found = [d for d in repository.minutes_versions(session.id) if not d.draft]
    return [
        Known(
            document,
            later=0 if document is found[-1] else found[-1].edition,
            opened=document is found[-1] and document.confirmed_at != session.confirmed_at,
        )
        for document in found
    ]
