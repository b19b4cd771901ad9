"""``sessionui minutes``: the minutes of one session as a file."""

import re
import sys
from datetime import datetime
from pathlib import Path

from sessionui.commands.files import data_file, opened, session_in
from sessionui.commands.house import house_in
from sessionui.commands.parser import Options, Parser, WrongUsage
from sessionui.commands.putting import all_free, put
from sessionui.commands.writing import data, tell
from sessionui.domain.minutes.document import MinutesDocument
from sessionui.domain.minutes.handed_out import NOTHING_OF_A_REHEARSAL
from sessionui.domain.session import Session
from sessionui.domain.sides import SideKey
from sessionui.domain.wording import N_, Refused
from sessionui.kept_minutes import earlier_versions, kept_minutes, version_of
from sessionui.locale import LANGUAGES, _, as_language, phrase, system_language
from sessionui.minutes import FORMATS, Format, file_name, make
from sessionui.minutes.choices import Choices
from store.repository import Repository

LATEST = "latest"
STDOUT = "-"
BINARY = ("pdf", "docx", "xlsx", "csv")
ALL = "all"
_NUMBER = re.compile("[0-9]{1,9}")
SIDE_NAMES: dict[str, SideKey] = {"client": "a", "supplier": "b"}


def arguments(parser: Parser) -> None:
    """See ``sessionui.commands``."""
    parser.explain(
        "sessionui minutes [FILE] [--session ID|latest] --format FORMAT|all\n"
        "                  [--lang nl|en] [--scope full|agreements]\n"
        "                  [--copy-for client|supplier] [--house FOLDER] [--edition N]\n"
        "                  --output PATH [--force]",
        _("Write the minutes of a session: as confirmed, or else a draft as of now."),
    )
    parser.word("file", "FILE", _("data file; by default the one in your data folder"))
    parser.option(
        "--session",
        metavar="ID",
        help_text=_("which session; by default the latest that was held"),
    )
    parser.option(
        "--format",
        metavar="FORMAT",
        help_text=_("pdf, docx, html, md, xlsx, csv (a ZIP), ics or json; all writes every one"),
    )
    parser.option(
        "--lang", metavar="LANG", help_text=_("nl or en; by default as the file's interface")
    )
    parser.option(
        "--scope", metavar="SCOPE", help_text=_("full, or agreements: actions and decisions alone")
    )
    parser.option(
        "--copy-for",
        metavar="SIDE",
        help_text=_("client or supplier: with its actions first"),
    )
    parser.option(
        "--house", metavar="FOLDER", help_text=_("folder with house.toml: logo, colours, wording")
    )
    parser.option(
        "--edition",
        metavar="N",
        help_text=_("an earlier confirmed version by its number; by default the last"),
    )
    parser.option(
        "--output", metavar="PATH", help_text=_("where to write it; - is stdout; with all a folder")
    )
    parser.option("--force", help_text=_("overwrite an existing file"))


def run(options: Options) -> int:
    """Write the minutes."""
    forms, given_lang = _formats(options), as_language(options.lang or "")
    choices = _choices(options)
    path = data_file(options.file)
    if options.output != STDOUT and Path(options.output).resolve() == path.resolve():
        raise Refused(N_("The minutes can't replace the data file itself."))
    with opened(path, read_only=True) as repository:
        session = chosen(repository, LATEST if options.session is None else options.session)
        document = (
            minutes_in(repository, session)
            if options.edition is None
            else _edition(repository, session, options.edition)
        )
        lang = given_lang or as_language(repository.setting("language")) or system_language()
    if document.rehearsal:
        raise Refused(NOTHING_OF_A_REHEARSAL)
    output = Path(options.output)
    places = dict.fromkeys(forms, output)
    if options.format == ALL:
        _make_folder(output)
        places = {form: output / file_name(document, form, lang, choices) for form in forms}
        all_free(places.values(), force=options.force)
    for form, place in places.items():
        made = make(document, form, lang, choices)
        if options.output == STDOUT:
            data(made.data)
        else:
            put(place, made.data, force=options.force)
        for notice in made.notices:
            tell(phrase(notice.template, notice.values))
    return 0


def _edition(repository: Repository, session: Session, wanted: str) -> MinutesDocument:
    """A confirmed version. Raises ``Refused`` when there is none of that number."""
    found = version_of(repository, session, int(wanted))
    if found is None:
        raise Refused(N_("There is no confirmed version {n} of this session."), n=wanted)
    return found


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError:
        refusal = N_("There is no folder {folder}. Choose another one.")
        raise Refused(refusal, folder=str(folder)) from None


def _choices(options: Options) -> Choices:
    """How much, whose copy and which house style. Raises ``Refused`` for a style with mistakes."""
    house = house_in(options.house)
    return Choices(options.scope or "full", SIDE_NAMES.get(options.copy_for or ""), house)


def _formats(options: Options) -> tuple[Format, ...]:
    """The formats, when all that was given makes sense. Raises ``WrongUsage``."""
    parser = Parser("minutes")
    parser.need(options, format="--format", output="--output")
    parser.one_of(options.format, (*FORMATS, ALL), "--format")
    parser.one_of(options.lang, LANGUAGES, "--lang")
    parser.one_of(options.scope, ("full", "agreements"), "--scope")
    parser.one_of(options.copy_for, tuple(SIDE_NAMES), "--copy-for")
    if options.edition is not None and not _NUMBER.fullmatch(options.edition):
        raise WrongUsage(
            N_("--edition takes the number of a version."), see="sessionui minutes --help"
        )
    if options.format == ALL:
        if options.output == STDOUT:
            parser.wrong(N_("With --format all, --output is a folder."))
        return FORMATS
    form: Format = options.format
    if options.output == STDOUT and form in BINARY and sys.stdout.isatty():
        raise WrongUsage(
            N_("{format} can't be shown in a terminal. Write it to a file or into a pipe."),
            see="sessionui minutes --help",
            format=form,
        )
    return (form,)


def chosen(repository: Repository, wanted: str) -> Session:
    """The session with that id, or the latest one that was held, else the newest planned.

    Raises ``Refused`` when there is none.
    """
    if wanted != LATEST:
        return session_in(repository, wanted)
    # A card knows the last session of its partnership by the same rule, without loading any.
    cards = [card for card in repository.cards() if card.session_id]
    if not cards:
        raise Refused(N_("There is no session in this file yet."))
    last = max(cards, key=lambda card: (card.session_state != "planned", card.session_date))
    return repository.session(last.session_id)


def minutes_in(repository: Repository, session: Session) -> MinutesDocument:
    """The minutes as both sides confirmed them; a draft as of now while they haven't."""
    kept = kept_minutes(repository, session)
    if kept is not None:
        return kept
    # Only a draft needs the rest of the file, and what makes minutes of it.
    from sessionui.domain.minutes.build import minutes_of
    from sessionui.holidays import COUNTRY, holiday_in

    work = repository.work(session.id)
    country = repository.setting(COUNTRY)
    return minutes_of(
        work,
        datetime.now().astimezone(),
        earlier=earlier_versions(repository, session),
        holiday=lambda day: holiday_in(country, day),
    )
