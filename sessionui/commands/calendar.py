"""``sessionui calendar``: the actions as they stand between two sessions, for calendars."""

from datetime import datetime
from pathlib import Path

from sessionui.commands.files import data_file, opened
from sessionui.commands.minutes import SIDE_NAMES, STDOUT
from sessionui.commands.parser import Options, Parser
from sessionui.commands.putting import put
from sessionui.commands.writing import data
from sessionui.domain.partnership import Partnership
from sessionui.domain.wording import N_, Refused
from sessionui.locale import LANGUAGES, _, as_language, system_language
from store.errors import NotFound
from store.repository import Repository


def arguments(parser: Parser) -> None:
    """See ``sessionui.commands``."""
    parser.explain(
        "sessionui calendar [FILE] [--partnership ID] [--lang nl|en]\n"
        "                   [--copy-for client|supplier] --output PATH [--force]",
        _("Write the actions as they stand now for calendars, with what was told in between."),
        _("Taken in again, it replaces the entries of last time."),
    )
    parser.word("file", "FILE", _("data file; by default the one in your data folder"))
    parser.option(
        "--partnership", metavar="ID", help_text=_("which one, where the file has several")
    )
    parser.option(
        "--lang", metavar="LANG", help_text=_("nl or en; by default as the file's interface")
    )
    parser.option("--copy-for", metavar="SIDE", help_text=_("client or supplier: its actions only"))
    parser.option("--output", metavar="PATH", help_text=_("where to write it; - is stdout"))
    parser.option("--force", help_text=_("overwrite an existing file"))


def run(options: Options) -> int:
    """Write the calendar file."""
    from sessionui.domain.minutes.between import standing_now
    from sessionui.minutes.calendar import as_calendar

    parser = Parser("calendar")
    parser.need(options, output="--output")
    parser.one_of(options.lang, LANGUAGES, "--lang")
    parser.one_of(options.copy_for, tuple(SIDE_NAMES), "--copy-for")
    path = data_file(options.file)
    if options.output != STDOUT and Path(options.output).resolve() == path.resolve():
        raise Refused(N_("The calendar can't replace the data file itself."))
    with opened(path, read_only=True) as repository:
        partnership = _chosen(repository, options.partnership)
        sessions = repository.sessions(partnership.id)
        setting = as_language(repository.setting("language"))
    lang = as_language(options.lang or "") or setting or system_language()
    document = standing_now(partnership, sessions, datetime.now().astimezone())
    content = as_calendar(document, lang, SIDE_NAMES.get(options.copy_for or ""))
    if options.output == STDOUT:
        data(content)
    else:
        put(Path(options.output), content, force=options.force)
    return 0


def _chosen(repository: Repository, wanted: str | None) -> Partnership:
    """The one with that id, or the only one there is. Raises ``Refused``."""
    if wanted is not None:
        try:
            return repository.partnership(wanted)
        except NotFound:
            raise Refused(
                N_("There is no partnership {id} here. List them: sessionui sessions --json"),
                id=wanted,
            ) from None
    found = repository.partnerships()
    if len(found) != 1:
        raise Refused(
            N_("{n} partnerships are here: name one with --partnership (see sessions --json)."),
            n=len(found),
        )
    return found[0]
