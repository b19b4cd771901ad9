"""``sessionui [FILE] [--read-only] [--ascii]``: open the application."""

import os
import sys
from difflib import get_close_matches
from pathlib import Path

from sessionui import __version__
from sessionui.commands.parser import Options, Parser, WrongUsage
from sessionui.commands.words import COMMANDS
from sessionui.commands.writing import answer, tell
from sessionui.domain.wording import N_
from sessionui.locale import _, phrase

HELP = "sessionui --help"

ASCII_ASKED = "SESSIONUI_ASCII"
"""The variable that asks for plain signs, see ``sessionui.themes.terminal``."""


def arguments(parser: Parser) -> None:
    """See ``sessionui.commands``."""
    width = max(map(len, COMMANDS)) + 2
    parser.explain(
        "sessionui [FILE] [--read-only] [--ascii]\nsessionui COMMAND --help",
        _("Facilitate a live session between two contract partners."),
        epilog="\n".join(
            [
                _("commands:"),
                *(f"  {name:<{width}}{_(does)}" for name, does in COMMANDS.items()),
                "",
                _("A file that is called like a command is written with its folder: ./demo"),
                _("Exit status: 0 done, 1 the data says no, 2 wrong usage."),
            ]
        ),
    )
    parser.word("file", "FILE", _("data file; by default one in your data folder"))
    parser.option("--read-only", help_text=_("look at the file without changing anything"))
    offer_ascii(parser)
    parser.option("--version", help_text=_("show the version"))


def run(options: Options) -> int:
    """Open the application on the file."""
    if options.version:
        answer(f"sessionui {__version__}")
        return 0
    if options.file:
        _refuse_misspelt_command(options.file)
    need_terminal()
    heed_ascii(options)
    from sessionui.commands.files import data_file  # not needed for the version

    return open_app(data_file(options.file), read_only=options.read_only)


def offer_ascii(parser: Parser) -> None:
    """The option of every command that opens a screen."""
    parser.option("--ascii", help_text=_("draw in plain ASCII, for terminals without other signs"))


def heed_ascii(options: Options) -> None:
    """Draw as it was asked."""
    if options.ascii:
        os.environ[ASCII_ASKED] = "1"


def _refuse_misspelt_command(word: str) -> None:
    """A slip of the pen must not make a new file. Raises ``WrongUsage``."""
    path = Path(word)
    meant = get_close_matches(word, COMMANDS, n=1, cutoff=0.75)
    if word in COMMANDS and not path.exists():
        raise WrongUsage(
            N_("The command {command} comes before the options: sessionui {command} …"),
            see=HELP,
            command=word,
        )
    if meant and not path.exists() and path.name == word and not path.suffix:
        raise WrongUsage(
            N_("There is no file {file}. Did you mean the command {command}?"),
            see=HELP,
            file=word,
            command=meant[0],
        )


def need_terminal() -> None:
    """Refuse to draw screens into a pipe. Raises ``WrongUsage``."""
    # Textual reads keys from the one and writes to the other.
    if not all(stream and stream.isatty() for stream in (sys.__stdin__, sys.__stderr__)):
        raise WrongUsage(N_("The application needs a terminal window."), see=HELP)


def open_app(path: Path, *, read_only: bool = False, lang: str | None = None) -> int:
    """Open the application; return its exit status. Raises a ``StoreError`` with a sentence."""
    # Only here, so that the other commands never load Textual.
    from sessionui.opening import run as run_app
    from store.errors import Locked

    try:
        return run_app(path, read_only=read_only, lang=lang)
    except Locked as locked:
        tell(phrase(locked.sentence.template, locked.sentence.values))
        tell(_("To look at it meanwhile: sessionui {file} --read-only").format(file=path))
        return 1
