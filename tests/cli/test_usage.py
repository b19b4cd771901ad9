"""Help, version, and what a wrong command line gets: one sentence and status 2."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from sessionui import __version__
from sessionui.cli import main
from sessionui.commands.words import COMMANDS
from tests.cli.running import COMMAND, DUTCH, ROOT, Run, environment, said_in_dutch


def test_version(shell: Run) -> None:
    result = shell("--version")
    assert (result.status, result.text, result.err) == (0, f"sessionui {__version__}\n", "")


def test_help_names_every_command_and_status(run: Run) -> None:
    result = run("--help")
    assert result.status == 0
    for command in COMMANDS:
        assert f"  {command} " in result.text
    assert "--read-only" in result.text
    assert "0 done, 1 the data says no, 2 wrong usage" in result.text


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "--help"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith(f"usage: sessionui {command}")
    assert "--help" in shown


def test_help_speaks_dutch_where_the_system_does(run: Run) -> None:
    result = run("minutes", "--help", lang=DUTCH)
    for message in ("usage: ", "options", "overwrite an existing file"):
        assert said_in_dutch(message) in result.text


def test_what_is_to_be_filled_in_has_a_dutch_name_there(run: Run) -> None:
    shown = run("verify", "--help", lang=DUTCH).text
    assert "sessionui verify BESTAND VERSLAG [--house MAP]" in shown
    assert "  VERSLAG " in shown
    assert "--house MAP" in shown
    assert run("verify", "x", lang=DUTCH).err.startswith("sessionui: VERSLAG ontbreekt.")


WRONG = [
    (["minutes", "x.json"], "--format is missing."),
    (["minutes", "x.json", "--format", "md"], "--output is missing."),
    (["minutes", "--format", "odt", "--output", "x"], "--format can't be odt"),
    (["minutes", "--format", "md", "--output", "x", "--lang", "fr"], "--lang can't be fr"),
    (["minutes", "--format", "md", "--output"], "--output needs a value."),
    (["minutes", "--form", "md"], "--form is not understood here."),
    (["sessions", "--json=1"], "--json takes no value."),
    (["sessions", "a", "b"], "b is not understood here."),
    (["check", "--fix"], "--fix is not understood here."),
    (["import-scores"], "FILE is missing."),
    (["import-scores", "a", "b"], "--session is missing."),
    (["import-scores", "a", "--session", "x"], "ANSWERS is missing."),
    (["demo", "--write-only", "--lang", "de"], "--lang can't be de"),
    (["--nonsense"], "--nonsense is not understood here."),
    (["minute"], "There is no file minute. Did you mean the command minutes?"),
    (["--ascii", "demo"], "The command demo comes before the options: sessionui demo"),
    (["import_scores"], "Did you mean the command import-scores?"),
    (["data.json"], "The application needs a terminal window."),
    (["demo"], "The application needs a terminal window."),
]


@pytest.mark.parametrize(("arguments", "sentence"), WRONG, ids=" ".join)
def test_wrong_usage_gets_one_sentence(
    arguments: list[str],
    sentence: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 2
    caught = capsys.readouterr()
    assert caught.out == ""
    assert caught.err.count("\n") == 1
    assert sentence in caught.err
    assert "--help)" in caught.err
    assert list(tmp_path.iterdir()) == []


def test_wrong_usage_from_outside(shell: Run) -> None:
    result = shell("minutes", "x.json")
    assert (result.status, result.out) == (2, b"")
    assert result.err == "sessionui: --format is missing. (sessionui minutes --help)\n"


def test_a_file_called_like_a_command(run: Run, file: Path) -> None:
    named = file.rename(file.with_name("demo"))
    assert run("sessions", "demo").status == 0
    assert run("check", "--", "demo").status == 0
    before = named.read_bytes()
    # As the first word it is the command; with its folder it is the file.
    for words in (["./demo"], ["--", "demo"]):
        result = run(*words)
        assert "needs a terminal window" in result.err
    assert named.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes of this kind")
def test_a_reader_that_leaves_is_no_error(file: Path, tmp_path: Path) -> None:
    command = [*COMMAND, "minutes", str(file), "--format", "html", "--output", "-"]
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as nobody:
        done = subprocess.run(
            command, stdout=nobody, stderr=subprocess.PIPE, env=environment(), check=False
        )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_an_answer_that_cannot_be_written_is_told(file: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, "sessions", str(file)],
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment(),
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.decode().startswith("sessionui: The answer could not be written (ENOSPC).")
    assert done.stderr.count(b"\n") == 1


CRASH = """
import sys
from sessionui.commands import sessions

def crash(options):
    mark, reason = 7, "secret reason"
    raise ValueError(f"mark {mark}: {reason}")

sessions.run = crash
from sessionui.cli import main
sys.exit(main(["sessions"]))
"""


def test_the_unforeseen_is_one_sentence_and_a_log_without_data(
    own_surroundings: Path, tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CRASH], capture_output=True, env=environment(), check=False
    )
    assert done.returncode == 1
    said = done.stderr.decode()
    assert said.count("\n") == 1
    assert said.startswith("sessionui: Something unforeseen went wrong.")
    log = Path(said.split(": ", 2)[2].strip())
    assert log.is_relative_to(own_surroundings)
    text = log.read_text()
    assert "ValueError" in text
    assert "secret" not in text
    assert "mark 7" not in text
    if sys.platform != "win32":
        assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert str(ROOT / "nowhere") not in text
