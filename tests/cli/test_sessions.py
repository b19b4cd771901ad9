"""``sessionui sessions``: a table for people, JSON for programs."""

import json
import os
from pathlib import Path

import pytest

from store.tinydb_repository import TinyDbRepository
from tests.cli.running import DUTCH, Run, said_in_dutch


def test_table(run: Run, file: Path) -> None:
    result = run("sessions", file)
    assert (result.status, result.err) == (0, "")
    title, *lines = result.text.splitlines()
    assert title == "Noorderhaven × Helderwit (example)"
    assert len(lines) == 7
    assert "Kick-off workshop" in lines[0]
    assert lines[0].endswith("confirmed  Closing")
    assert lines[5].split()[-2:] == ["scored", "Reveal"]
    assert "Year review" in lines[6]


def test_table_in_dutch(run: Run, dutch: Path) -> None:
    result = run("sessions", dutch, lang=DUTCH)
    assert result.status == 0
    for message in ("Quarterly review", "planned", "Reveal", "example"):
        assert said_in_dutch(message) in result.text


def test_json(shell: Run, file: Path) -> None:
    result = shell("sessions", file, "--json", lang=DUTCH)
    assert (result.status, result.err) == (0, "")
    found = json.loads(result.out)
    assert (found["format"], found["version"]) == ("sessionui-sessions", 1)
    (partnership,) = found["partnerships"]
    assert set(partnership) == {
        "id",
        "name",
        "name_a",
        "name_b",
        "example",
        "archived",
        "next_session",
        "sessions",
    }
    assert partnership["example"] is True
    assert partnership["sessions"] == len(found["sessions"]) == 7
    for session in found["sessions"]:
        assert set(session) == {
            "id",
            "partnership",
            "partnership_id",
            "kind",
            "date",
            "state",
            "stage",
            "example",
        }
        assert session["partnership"] == "Noorderhaven × Helderwit"
        assert session["partnership_id"] == partnership["id"]
    first, last = found["sessions"][0], found["sessions"][-1]
    assert (first["kind"], first["state"], first["stage"]) == ("kickoff", "confirmed", "close")
    assert (last["kind"], last["state"], last["stage"]) == ("year", "planned", "score")
    assert first["date"] < partnership["next_session"] < last["date"]


def test_an_empty_file(run: Run, tmp_path: Path) -> None:
    TinyDbRepository.open(tmp_path / "empty.json").close()
    result = run("sessions", "empty.json")
    assert result.status == 0
    assert "no partnership" in result.text
    found = json.loads(run("sessions", "empty.json", "--json").out)
    assert (found["partnerships"], found["sessions"]) == ([], [])


def test_a_missing_file_is_not_made(run: Run, own_surroundings: Path) -> None:
    for arguments in (["sessions"], ["sessions", "nothing.json"]):
        result = run(*arguments)
        assert (result.status, result.out) == (1, b"")
        assert "There is no file" in result.err
        assert result.err.count("\n") == 1
    assert not list(own_surroundings.rglob("*.json*"))


def test_a_running_application_is_no_obstacle(run: Run, file: Path) -> None:
    with TinyDbRepository.open(file) as owner:
        owner.set_setting("theme", "dark")
        assert run("sessions", file).status == 0
        assert run("check", file).status == 0
        assert run("minutes", file, "--format", "md", "--output", "-").status == 0


def test_reading_leaves_the_folder_as_it_was(run: Run, file: Path, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir()), file.read_bytes()
    run("sessions", file)
    run("check", file)
    run("minutes", file, "--format", "json", "--output", "-")
    assert (sorted(tmp_path.iterdir()), file.read_bytes()) == before


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write")
def test_a_folder_that_can_only_be_read(run: Run, file: Path, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        assert run("sessions", file).status == 0
        result = run("demo", tmp_path / "new.json", "--write-only")
        assert result.status == 1
        assert result.err.count("\n") == 1
    finally:
        tmp_path.chmod(0o700)


def test_names_from_a_tampered_file_obey_no_terminal(run: Run, file: Path) -> None:
    with TinyDbRepository.open(file) as repository:
        partnership = repository.partnerships()[0]
        repository.save_partnership(partnership.but(name_a="Evil\x1b]0;x\x07\x1b[31mName"))
    result = run("sessions", file)
    assert result.status == 0
    assert b"\x1b" not in result.out
    assert "EvilName × Helderwit" in result.text
