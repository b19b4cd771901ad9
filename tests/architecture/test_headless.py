"""Commands that other programs call never load Textual, nor wait for what they don't need."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

# Runs the command line in a fresh interpreter; the last line on stderr says what was loaded.
SCRIPT = """
import json, sys
from sessionui.cli import main
try:
    status = main()
except SystemExit as stop:
    status = stop.code
print(json.dumps([status or 0, sorted(sys.modules)]), file=sys.stderr)
"""
INTERFACE = ("textual", "screens", "sessionui.app", "sessionui.themes")


def run(*arguments: str) -> tuple[int, list[str]]:
    """Run one command; return its exit status and the modules that it loaded."""
    command = [sys.executable, "-c", SCRIPT, *arguments]
    result = subprocess.run(command, capture_output=True, check=False, stdin=subprocess.DEVNULL)
    assert result.returncode == 0, result.stderr.decode()
    status, modules = json.loads(result.stderr.decode().splitlines()[-1])
    return int(status), modules


def loaded(modules: list[str], names: tuple[str, ...]) -> list[str]:
    return [m for m in modules for name in names if f"{m}.".startswith(f"{name}.")]


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("example") / "example.json"
    status, modules = run("demo", str(path), "--write-only")
    assert (status, loaded(modules, INTERFACE)) == (0, [])
    return path


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "FILE"],
        ["sessions", "FILE"],
        ["sessions", "FILE", "--json"],
        ["minutes", "FILE", "--format", "md", "--output", "-"],
        ["minutes", "FILE", "--format", "html", "--output", "-"],
        ["minutes", "FILE", "--format", "json", "--output", "-"],
        ["minutes", "FILE", "--format", "docx", "--lang", "nl", "--output", "OUT"],
    ],
    ids=" ".join,
)
def test_headless_commands_do_without_the_interface(
    arguments: list[str], example: Path, tmp_path: Path
) -> None:
    places = {"FILE": str(example), "OUT": str(tmp_path / "minutes.docx")}
    status, modules = run(*(places.get(word, word) for word in arguments))
    assert (status, loaded(modules, INTERFACE)) == (0, [])


@pytest.mark.parametrize("argument", ["--version", "--help"])
def test_saying_who_we_are_loads_next_to_nothing(argument: str) -> None:
    status, modules = run(argument)
    heavy = (*INTERFACE, "pydantic", "tinydb", "babel", "docx", "jinja2", "rich", "store")
    assert (status, loaded(modules, heavy)) == (0, [])
