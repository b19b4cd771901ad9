"""``sessionui questionnaire``: forms to mail, one a rater or one a side."""

from pathlib import Path

from sessionui.commands.files import opened, session_in
from sessionui.commands.parser import Options, Parser
from sessionui.commands.putting import all_free, put
from sessionui.commands.taking import context
from sessionui.domain.asking import check_asking
from sessionui.domain.intents.base import carry_out
from sessionui.domain.intents.phones import OpenToPhones
from sessionui.domain.wording import N_, Refused
from sessionui.domain.work import Work
from sessionui.forms.handing_out import forms_of, new_secret
from sessionui.locale import LANGUAGES, Language, _, as_language, system_language
from store.repository import Repository


def arguments(parser: Parser) -> None:
    """See ``sessionui.commands``."""
    parser.explain(
        "sessionui questionnaire FILE --session ID --output FOLDER [--lang nl|en]\n"
        "                        [--numbered] [--force]",
        _("Write the questionnaire as forms to mail: web pages that open without a network."),
        _("By name one form a rater; by side one a side, or as many numbered ones as raters."),
    )
    parser.word("file", "FILE", _("data file"))
    parser.option("--session", metavar="ID", help_text=_("the session they are for"))
    parser.option(
        "--output", metavar="FOLDER", help_text=_("folder for the forms; made if it isn't there")
    )
    parser.option(
        "--lang", metavar="LANG", help_text=_("nl or en; by default as the file's interface")
    )
    parser.option("--numbered", help_text=_("by side: numbered forms that count once each"))
    parser.option("--force", help_text=_("overwrite existing files"))


def run(options: Options) -> int:
    """Write the forms."""
    parser = Parser("questionnaire")
    parser.need(options, file="FILE", session="--session", output="--output")
    parser.one_of(options.lang, LANGUAGES, "--lang")
    folder = Path(options.output)
    work, lang = _prepared(Path(options.file), options)
    forms = tuple(forms_of(work, lang, numbered=options.numbered))
    try:
        folder.mkdir(exist_ok=True)
    except OSError:
        refusal = N_("There is no folder {folder}. Choose another one.")
        raise Refused(refusal, folder=options.output) from None
    all_free((folder / form.name for form in forms), force=options.force)
    for form in forms:
        put(folder / form.name, form.content, force=options.force, private=True)
    return 0


def _prepared(path: Path, options: Options) -> tuple[Work, Language]:
    """The session with a secret to make forms with; only the first time it has to be saved."""
    with opened(path, read_only=True) as repository:
        work = repository.work(session_in(repository, options.session).id)
        lang = language_of(repository, options.lang)
    check_asking(work)
    if not work.session.phones.secret:
        with opened(path, read_only=False) as owned:
            before = owned.work(work.session.id)
            work = carry_out(OpenToPhones(new_secret()), before, context())
            owned.save(before, work)
    return work, lang


def language_of(repository: Repository, given: str | None) -> Language:
    """The language that was asked for, else that of the file, else that of the system."""
    return (
        as_language(given or "") or as_language(repository.setting("language")) or system_language()
    )
