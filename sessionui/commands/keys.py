"""``sessionui keys``: all keys in one table, to read or to print."""

from pathlib import Path
from typing import Literal

from sessionui.commands.parser import Options, Parser
from sessionui.commands.putting import put
from sessionui.commands.writing import data
from sessionui.locale import LANGUAGES, Language, _, as_language, language

FORMATS = ("md", "html")
STDOUT = "-"


def arguments(parser: Parser) -> None:
    """See ``sessionui.commands``."""
    parser.explain(
        "sessionui keys [--format md|html] [--lang nl|en] [--output PATH] [--force]",
        _("Write a table of all keys; as HTML it prints on one sheet of A4."),
    )
    parser.option("--format", metavar="FORMAT", help_text=_("md or html; by default md"))
    parser.option(
        "--lang", metavar="LANG", help_text=_("nl or en; by default the language of your system")
    )
    parser.option(
        "--output", metavar="PATH", help_text=_("where to write it; by default stdout, as is -")
    )
    parser.option("--force", help_text=_("overwrite an existing file"))


def run(options: Options) -> int:
    """Write the table."""
    parser = Parser("keys")
    parser.one_of(options.format, FORMATS, "--format")
    parser.one_of(options.lang, LANGUAGES, "--lang")
    lang = as_language(options.lang or "") or language()
    content = table_of("html" if options.format == "html" else "md", lang).encode()
    if options.output in (None, STDOUT):
        data(content)
        return 0
    put(Path(options.output), content, force=options.force)
    return 0


def table_of(form: Literal["md", "html"], lang: Language) -> str:
    """All keys in a form and language. Loads every screen."""
    if form == "html":
        from sessionui.commands.key_page import as_html

        return as_html(lang)
    from sessionui.commands.key_tables import TABLES, text_of
    from sessionui.locale import translator

    return f"# {translator(lang).gettext('Keys')}\n{text_of(TABLES, lang)}"
