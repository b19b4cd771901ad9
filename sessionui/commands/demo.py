"""``sessionui demo``: write the worked example, and open it.

Never over anything that somebody made: a file with other data, or an example that was worked in,
is left as it is unless ``--force`` is given; and then the store keeps a backup of it.
"""

from datetime import date, datetime
from pathlib import Path

from sessionui.commands.files import example_file, opened
from sessionui.commands.parser import Options, Parser
from sessionui.commands.start import heed_ascii, need_terminal, offer_ascii, open_app
from sessionui.commands.writing import answer
from sessionui.domain.wording import N_, Refused
from sessionui.example import example
from sessionui.locale import LANGUAGES, Language, _, as_language, language
from store.repository import Repository


def arguments(parser: Parser) -> None:
    """See ``sessionui.commands``."""
    parser.explain(
        "sessionui demo [FILE] [--write-only] [--lang nl|en] [--force] [--ascii]",
        _(
            "Write the worked example, a hospital and its cleaning company over more than a year, "
            "and open it."
        ),
        _("Its dates are counted from today."),
    )
    parser.word("file", "FILE", _("file for it; by default one of its own in your data folder"))
    parser.option("--write-only", help_text=_("write it and don't open it"))
    parser.option(
        "--lang", metavar="LANG", help_text=_("nl or en; by default the language of your system")
    )
    parser.option("--force", help_text=_("replace what is in the file; a backup of it is kept"))
    offer_ascii(parser)


def run(options: Options) -> int:
    """Write the example and open it."""
    Parser("demo").one_of(options.lang, LANGUAGES, "--lang")
    if not options.write_only:
        need_terminal()
    path = example_file(options.file)
    lang = as_language(options.lang or "") or language()
    write_example(path, lang, datetime.now().astimezone().date(), force=options.force)
    if options.write_only:
        answer(_("The worked example is in {file}").format(file=path))
        return 0
    heed_ascii(options)
    return open_app(path, lang=lang)


def write_example(path: Path, lang: Language, today: date, *, force: bool = False) -> None:
    """Write the example into the file. Raises ``Refused`` or a ``StoreError``.

    Replaced without ``force``: nothing, and an example in which nothing was changed.
    """
    told = example(lang, today)
    with opened(path, read_only=False, create=True) as repository:
        partnerships = repository.partnerships()
        if not force:
            refuse_to_lose(path, repository)
        for partnership in partnerships:
            repository.delete_partnership(partnership.id)
        told.keep_in(repository)
        repository.set_setting("language", lang)


def refuse_to_lose(path: Path, repository: Repository) -> None:
    """Raise ``Refused`` if somebody would miss what is in the file."""
    partnerships = repository.partnerships()
    if not all(p.example for p in partnerships):
        raise Refused(
            N_(
                "{file} holds more than the worked example. Name another file, "
                "or replace what is in it with --force."
            ),
            file=str(path),
        )
    if partnerships and not untouched(repository):
        raise Refused(
            N_(
                "Somebody has worked in the example {file}. Open it with sessionui {file}, "
                "or start afresh with --force."
            ),
            file=str(path),
        )


def untouched(repository: Repository) -> bool:
    """Whether the file holds one worked example exactly as it was written."""
    partnership, *more = repository.partnerships()
    written = partnership.next_session
    if more or written is None or repository.drafts():
        return False
    works = tuple(repository.work(s.id) for s in repository.sessions(partnership.id))
    likely_first = sorted(LANGUAGES, key=lambda lang: lang != repository.setting("language"))
    return any(
        told.partnership == partnership and told.works == works
        for told in (example(lang, written) for lang in likely_first)
    )
