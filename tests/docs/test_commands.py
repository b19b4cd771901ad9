"""What the README says of the command line is what the command line says of itself."""

import re
from importlib import import_module

import pytest

from sessionui.commands.parser import Parser
from sessionui.commands.words import COMMANDS
from sessionui.locale import set_language
from tests.docs.pages import PAGES, README, ROOT, text_of

OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")
CALL = re.compile(r"^\s*sessionui(?: .*)?$", re.MULTILINE)


@pytest.fixture(autouse=True)
def english() -> None:
    set_language("en")


def parser_of(command: str) -> Parser:
    parser = Parser(command)
    module = import_module(f"sessionui.commands.{command.replace('-', '_') or 'start'}")
    module.arguments(parser)
    return parser


def usages_of(command: str) -> list[str]:
    """The ways to call it, each on one line."""
    usage = re.sub(r"\n +(?=[\[-])", " ", parser_of(command).usage or "")
    return [" ".join(line.split()) for line in usage.splitlines()]


def options_of(command: str) -> set[str]:
    return set(OPTION.findall(parser_of(command).format_help()))


def documented() -> str:
    """The block that lists the commands, each on one line."""
    block = re.search(r"```text\n(sessionui .*?)```", text_of(README), re.DOTALL)
    assert block
    return re.sub(r"\n +", " ", block[1])


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented_as_its_help_says(command: str) -> None:
    assert set(usages_of(command)) <= {" ".join(d.split()) for d in documented().splitlines()}


def test_nothing_else_is_documented() -> None:
    calls = {usage for command in ["", *COMMANDS] for usage in usages_of(command)}
    calls |= {"sessionui --version", "sessionui --help"}
    assert set(documented().splitlines()) == calls - {"sessionui COMMAND --help"}


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_the_help_names_every_option_of_the_usage(command: str) -> None:
    assert set(OPTION.findall(" ".join(usages_of(command)))) <= options_of(command)


def test_calls_in_the_manual_use_commands_and_options_that_exist() -> None:
    wrong = []
    for page in PAGES:
        for block in re.findall(r"```(?:sh|text)?\n(.*?)```", text_of(page), re.DOTALL):
            for call in CALL.findall(re.sub(r"\n {2,}", " ", block)):
                words = call.split()[1:]
                command = words[0] if words and words[0] in COMMANDS else ""
                if not set(OPTION.findall(call)) <= options_of(command):
                    wrong.append(f"{page.relative_to(ROOT)}: {call}")
    assert wrong == []


def test_options_in_the_prose_exist() -> None:
    known = set().union(*map(options_of, ["", *COMMANDS]))
    named = {option for page in PAGES for option in re.findall(r"`[^`\n]*`", text_of(page))}
    asked = {o for text in named if "sessionui" in text for o in OPTION.findall(text)}
    assert asked - known == set()


def test_dependencies_and_the_table_of_licences_agree() -> None:
    project = text_of(ROOT / "pyproject.toml")
    block = re.search(r"^dependencies = \[(.*?)^\]", project, re.MULTILINE | re.DOTALL)
    assert block
    needed = set(re.findall(r'"([a-z-]+)[><=]', block[1]))
    listed = set(
        re.findall(r"^\| ([a-z-]+) \| (?:MIT|BSD|Apache-2|SIL OFL)", text_of(README), re.MULTILINE)
    )
    assert listed == needed
