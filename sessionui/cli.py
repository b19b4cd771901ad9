"""The command line: which command is meant, and one exit status for whatever comes of it.

0 done, 1 the data says no, 2 wrong usage; then one clear sentence is on stderr, never a traceback.
Other programs call these commands, so names, options and statuses stay as they are.
"""

import gc
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import Final, Protocol, cast

from sessionui.commands.parser import Options, Parser, WrongUsage
from sessionui.commands.words import COMMANDS
from sessionui.commands.writing import answer, finish, prepare, stop_answering, tell
from sessionui.locale import _, phrase, set_language, system_language

STAYING: Final = ("", "demo", "audience")
"""The commands that go on until the user ends them."""


class Command(Protocol):
    """A module of ``sessionui.commands``."""

    def arguments(self, parser: Parser) -> None:
        """Say what the command takes."""

    def run(self, options: Options) -> int:
        """Carry it out; return the exit status. Raises errors that carry a ``sentence``."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command line; return its exit status."""
    set_language(system_language())
    prepare()
    try:
        status = _run(list(sys.argv[1:] if arguments is None else arguments))
        finish()
    except BrokenPipeError:
        # Whoever read our answer has read enough; nothing is wrong.
        return 0
    except KeyboardInterrupt:
        stop_answering()
        return 130
    except Exception as error:  # noqa: BLE001 - no traceback reaches the user
        return _failed(error)
    return status


def _run(arguments: list[str]) -> int:
    """The first word decides; a file that is called like a command is written ``./demo``."""
    name = arguments[0] if arguments and arguments[0] in COMMANDS else ""
    # One command is loaded, and with it only what that command needs. Pydantic would look through
    # everything that is installed for plugins of its own, at every start; we use none.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    with _nothing_goes():
        return _carry_out(name, arguments[1:] if name else arguments)


@contextmanager
def _nothing_goes() -> Iterator[None]:
    """Look for no garbage in cycles: what is loaded stays, and most commands are done at once.

    Nor in the end: the interpreter would go through everything again before it lets go of it.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _carry_out(name: str, arguments: list[str]) -> int:
    command = cast(
        "Command", import_module(f"sessionui.commands.{name.replace('-', '_') or 'start'}")
    )
    if name in STAYING:
        gc.freeze()
        gc.enable()
    parser = Parser(name)
    command.arguments(parser)
    options = parser.options(arguments)
    if options.help:
        answer(parser.format_help().rstrip())
        return 0
    return command.run(options)


def _failed(error: Exception) -> int:
    """Say in one sentence what went wrong; what nobody foresaw goes to the log, without data."""
    if isinstance(error, WrongUsage):
        tell(f"{phrase(error.sentence.template, error.sentence.values)} ({error.see})")
        return 2
    sentence = getattr(error, "sentence", None)
    if sentence is not None:
        tell(phrase(sentence.template, sentence.values))
        return 1
    from sessionui.crash import record_crash  # of no use as long as all goes well

    log = record_crash(error)
    if log:
        sentence = _("Something unforeseen went wrong. Where, without any of your data: {log}")
        tell(sentence.format(log=log))
    else:
        tell(_("Something unforeseen went wrong, and no log of it could be written."))
    return 1
