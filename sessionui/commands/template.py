"""``sessionui template``: an empty sheet to fill in, for one session."""

from pathlib import Path

from sessionui.commands.files import opened, session_in
from sessionui.commands.parser import Options, Parser
from sessionui.commands.putting import put
from sessionui.commands.questionnaire import language_of
from sessionui.intake.template import template_of
from sessionui.locale import LANGUAGES, _


def arguments(parser: Parser) -> None:
    """See ``sessionui.commands``."""
    parser.explain(
        "sessionui template FILE --session ID --output SHEET [--lang nl|en] [--force]",
        _("Write an empty XLSX sheet to fill in; import-scores takes it back as it is."),
    )
    parser.word("file", "FILE", _("data file"))
    parser.option("--session", metavar="ID", help_text=_("the session it is for"))
    parser.option("--output", metavar="SHEET", help_text=_("where to write it"))
    parser.option(
        "--lang", metavar="LANG", help_text=_("nl or en; by default as the file's interface")
    )
    parser.option("--force", help_text=_("overwrite an existing file"))


def run(options: Options) -> int:
    """Write the sheet."""
    parser = Parser("template")
    parser.need(options, file="FILE", session="--session", output="--output")
    parser.one_of(options.lang, LANGUAGES, "--lang")
    with opened(Path(options.file), read_only=True) as repository:
        work = repository.work(session_in(repository, options.session).id)
        content = template_of(work, language_of(repository, options.lang))
    put(Path(options.output), content, force=options.force)
    return 0
