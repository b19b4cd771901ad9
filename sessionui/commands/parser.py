"""Reading a command line with argparse, saying what is wrong in the user's language.

argparse's own messages exist in English only. So everything is optional to it, and what is
missing, unknown or not a choice is said here.
"""

import re
from argparse import Action, ArgumentError, ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Collection, Sequence
from textwrap import fill
from typing import NoReturn

from sessionui.commands.words import PLACES
from sessionui.commands.writing import PROGRAM
from sessionui.domain.wording import N_, Sentence, Value
from sessionui.locale import _

WIDTH = 78

_NAME = re.compile(r"\b[A-Z]{2,}\b")

Options = Namespace
"""What was given, by name; ``None`` (or ``False``) where nothing was."""


class WrongUsage(Exception):  # noqa: N818 - named by what happened
    """The command line makes no sense; ``see`` is the command that explains it."""

    def __init__(self, template: str, *, see: str = "", **values: Value) -> None:
        super().__init__(template)
        self.sentence = Sentence(template, values)
        self.see = see


class Parser(ArgumentParser):
    """The parser of one command; ``""`` is the program without a command."""

    def __init__(self, command: str) -> None:
        self.call = f"{PROGRAM} {command}".rstrip()
        super().__init__(
            prog=self.call,
            add_help=False,
            allow_abbrev=False,
            exit_on_error=False,
            formatter_class=RawDescriptionHelpFormatter,
        )
        self._words = self.add_argument_group(_("arguments"))
        self._choices = self.add_argument_group(_("options"))
        self._taken: dict[str, list[Action]] = {"words": [], "choices": []}
        self.option("-h", "--help", help_text=_("show this help"))

    def word(self, name: str, metavar: str, help_text: str) -> None:
        """Take a word by its place; all are optional to argparse."""
        word = self._words.add_argument(name, metavar=_named(metavar), nargs="?", help=help_text)
        self._taken["words"].append(word)

    def option(self, *flags: str, help_text: str, metavar: str = "") -> None:
        """Take an option, with a value where there is a ``metavar``."""
        option = (
            self._choices.add_argument(*flags, metavar=_named(metavar), help=help_text)
            if metavar
            else self._choices.add_argument(*flags, action="store_true", help=help_text)
        )
        self._taken["choices"].append(option)

    def explain(self, usage: str, *description: str, epilog: str = "") -> None:
        """Set the texts around the list of options; each of ``description`` begins a line."""
        self.usage = _named(usage).replace("\n", "\n" + " " * len(_("usage: ")))
        self.epilog = epilog
        self.description = "\n".join(fill(line, WIDTH) for line in description)

    def options(self, arguments: Sequence[str]) -> Options:
        """Read the command line. Raises ``WrongUsage``."""
        ended = list(arguments).index("--") if "--" in arguments else len(arguments)
        try:
            found, rest = self.parse_known_intermixed_args(arguments[:ended])
        except ArgumentError as error:
            self._explain_error(error)
        self._place(found, arguments[ended + 1 :], rest)
        return found

    def _place(self, found: Options, words: Sequence[str], rest: Sequence[str]) -> None:
        """Put words that came after ``--`` in their places. What has no place is wrong."""
        names = [action.dest for action in self._taken["words"]]
        free = [name for name in names if getattr(found, name) is None]
        for name, word in zip(free, words, strict=False):
            setattr(found, name, word)
        unknown = [*rest, *words[len(free) :]]
        if unknown and not found.help:
            self.wrong(N_("{word} is not understood here."), word=unknown[0])

    def _explain_error(self, error: ArgumentError) -> NoReturn:
        flag = error.argument_name or ""
        if "ignored explicit" in error.message:
            self.wrong(N_("{option} takes no value."), option=flag)
        self.wrong(N_("{option} needs a value."), option=flag)

    def error(self, message: str) -> NoReturn:
        """argparse's way to end the program; never with its own message."""
        self.wrong(N_("{word} is not understood here."), word=message)

    def wrong(self, template: str, **values: Value) -> NoReturn:
        """Raise ``WrongUsage`` with a sentence."""
        raise WrongUsage(template, see=f"{self.call} --help", **values)

    def need(self, options: Options, **names: str) -> None:
        """Refuse a command line without these; values are how each is written (``--output``)."""
        for name, written in names.items():
            if not getattr(options, name):
                self.wrong(N_("{option} is missing."), option=_named(written))

    def one_of(self, value: str | None, choices: Collection[str], written: str) -> None:
        """Refuse a value that is given and not among ``choices``."""
        if value is not None and value not in choices:
            self.wrong(
                N_("{option} can't be {value}: choose from {choices}."),
                value=value,
                option=written,
                choices=", ".join(choices),
            )

    def format_help(self) -> str:
        """The help of this command, its headings in the user's language."""
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, [], [], prefix=_("usage: "))
        formatter.add_text(self.description)
        for title, actions in zip(
            (_("arguments"), _("options")), self._taken.values(), strict=True
        ):
            formatter.start_section(title)
            formatter.add_arguments(actions)
            formatter.end_section()
        formatter.add_text(self.epilog)
        return formatter.format_help()


def _named(text: str) -> str:
    """A text with the names of what is to be filled in, in the language of the user."""
    return _NAME.sub(lambda found: _(PLACES.get(found[0], found[0])), text)
