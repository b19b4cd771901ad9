"""``sessionui minutes``: every format and language, to a file or stdout, never over another."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from sessionui.commands.minutes import chosen, minutes_in
from sessionui.domain.intents.base import Context, carry_out
from sessionui.domain.intents.close import ConfirmMinutes, ReopenSession
from sessionui.domain.minutes.build import minutes_of
from sessionui.domain.minutes.document import MinutesDocument
from sessionui.minutes import render
from store.tinydb_repository import TinyDbRepository
from tests.cli.running import COMMAND, DUTCH, Run, environment, said_in_dutch

BEGINNINGS = {
    "pdf": b"%PDF-",
    "docx": b"PK",
    "html": b"<!",
    "md": b"# ",
    "xlsx": b"PK",
    "csv": b"PK",
    "ics": b"BEGIN:VCALENDAR",
    "json": b"{",
}


@pytest.mark.parametrize("form", BEGINNINGS)
def test_every_format_to_stdout(run: Run, file: Path, form: str) -> None:
    result = run("minutes", file, "--format", form, "--output", "-")
    assert (result.status, result.err) == (0, "")
    assert result.out.lower().startswith(BEGINNINGS[form].lower())


def test_bytes_reach_a_pipe_as_they_are(shell: Run, file: Path) -> None:
    result = shell("minutes", file, "--format", "docx", "--output", "-")
    assert (result.status, result.err) == (0, "")
    assert "word/document.xml" in ZipFile(BytesIO(result.out)).namelist()


def test_to_a_file_and_never_over_another(shell: Run, run: Run, file: Path, tmp_path: Path) -> None:
    arguments: list[str | Path] = ["minutes", file, "--format", "md", "--output", "minutes.md"]
    result = shell(*arguments)
    assert (result.status, result.text, result.err) == (0, "Written: minutes.md\n", "")
    output = tmp_path / "minutes.md"
    output.write_text("mine")
    result = run(*arguments)
    assert (result.status, result.out) == (1, b"")
    assert "minutes.md already exists" in result.err
    assert "--force" in result.err
    assert output.read_text() == "mine"
    assert run(*arguments, "--force").status == 0
    assert output.read_text().startswith("# ")


def test_the_data_file_is_never_the_output(run: Run, file: Path) -> None:
    before = file.read_bytes()
    result = run("minutes", file, "--format", "md", "--output", file, "--force")
    assert result.status == 1
    assert file.read_bytes() == before


@pytest.mark.parametrize("output", ["nowhere/minutes.md", "."])
def test_a_place_that_cannot_be_written(run: Run, file: Path, output: str) -> None:
    result = run("minutes", file, "--format", "md", "--output", output, "--force")
    assert (result.status, result.out) == (1, b"")
    assert result.err.count("\n") == 1


def test_the_latest_is_the_last_one_held(run: Run, file: Path) -> None:
    found = json.loads(run("sessions", file, "--json").out)["sessions"]
    expected = [s for s in found if s["state"] == "confirmed"][-1]
    for extra in ([], ["--session", "latest"], ["--session", expected["id"]]):
        result = run("minutes", file, *extra, "--format", "json", "--output", "-")
        document = json.loads(result.out)
        assert document["session_id"] == expected["id"]
        assert document["state"] == "confirmed"
        assert document["overall"]["mark"] == 7.2


def test_json_can_be_checked_by_other_programs(run: Run, file: Path) -> None:
    result = run("minutes", file, "--format", "json", "--output", "-")
    document = json.loads(result.out)
    assert (document["format"], document["version"]) == ("sessionui-minutes", 1)
    means = []
    for side in ("a", "b"):
        given = [[m["mark"] for m in i[side]["marks"]] for i in document["indicators"]]
        assert all(len(marks) == 4 for marks in given)
        means.append(sum(sum(marks) / 4 for marks in given) / 6)
    assert round(sum(means) / 2, 1) == document["overall"]["mark"] == 7.2
    assert MinutesDocument.model_validate_json(result.out).example


def test_the_confirmed_minutes_are_the_ones_that_were_kept(run: Run, file: Path) -> None:
    with TinyDbRepository.open(file) as repository:
        partnership = repository.partnerships()[0]
        first = repository.sessions(partnership.id)[1]
        kept = repository.minutes(first.id)
        # What changes later must not change them.
        repository.save_partnership(partnership.but(name_b="Renamed"))
    assert kept is not None
    arguments: list[str | Path] = [
        "minutes",
        file,
        "--session",
        first.id,
        "--format",
        "json",
        "--output",
        "-",
    ]
    document = MinutesDocument.model_validate_json(run(*arguments).out)
    assert document == kept
    assert document.name_b == "Helderwit"


def test_a_session_that_was_not_revealed_gives_a_draft_without_scores(run: Run, file: Path) -> None:
    with TinyDbRepository.open(file, read_only=True) as repository:
        ready = repository.sessions(repository.partnerships()[0].id)[5]
        urn = repository.work(ready.id).urn
    arguments: list[str | Path] = [
        "minutes",
        file,
        "--session",
        ready.id,
        "--format",
        "md",
        "--output",
        "-",
    ]
    result = run(*arguments)
    assert result.status == 0
    reasons = {a.reason for b in urn.ballots for a in b.answers if a.reason}
    assert len(reasons) > 15
    assert not [reason for reason in reasons if reason in result.text]
    assert "rankles" not in result.text


def test_the_language_is_that_of_the_interface(run: Run, file: Path, dutch: Path) -> None:
    heading = {
        lang: run("minutes", f, "--format", "md", "--output", "-").text.splitlines()[0]
        for lang, f in (("en", file), ("nl", dutch))
    }
    assert heading["en"] == "# Minutes: Quarterly review"
    assert heading["nl"].endswith(said_in_dutch("Quarterly review"))
    asked = run("minutes", file, "--format", "md", "--lang", "nl", "--output", "-")
    assert asked.text.splitlines()[0] == heading["nl"]
    with TinyDbRepository.open(file) as repository:
        repository.set_setting("language", "")
    system = run("minutes", file, "--format", "md", "--output", "-", lang=DUTCH)
    assert system.text.splitlines()[0] == heading["nl"]


@pytest.mark.parametrize("wanted", ["nothing", "", "../x"])
def test_an_unknown_session(run: Run, file: Path, wanted: str) -> None:
    result = run("minutes", file, "--session", wanted, "--format", "md", "--output", "x.md")
    assert (result.status, result.out) == (1, b"")
    assert f"There is no session {wanted} in this file" in result.err


def test_a_file_without_sessions(run: Run, tmp_path: Path) -> None:
    TinyDbRepository.open(tmp_path / "empty.json").close()
    result = run("minutes", "empty.json", "--format", "md", "--output", "-")
    assert (result.status, result.out) == (1, b"")
    assert "There is no session in this file yet." in result.err


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_word_file_is_not_poured_into_a_terminal(file: Path) -> None:
    main, terminal = os.openpty()
    try:
        done = subprocess.run(
            [*COMMAND, "minutes", str(file), "--format", "docx", "--output", "-"],
            stdout=terminal,
            stderr=subprocess.PIPE,
            env=environment(),
            check=False,
        )
    finally:
        os.close(terminal)
        os.close(main)
    assert done.returncode == 2
    assert b"docx can't be shown in a terminal." in done.stderr


def test_every_form_at_once_into_a_folder(run: Run, file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    done = run("minutes", file, "--format", "all", "--lang", "nl", "--output", folder)
    assert done.status == 0, done.err
    endings = sorted(path.name.partition(".")[2] for path in folder.iterdir())
    assert endings == ["csv.zip", "docx", "html", "ics", "json", "md", "pdf", "xlsx"]
    assert len(done.text.splitlines()) == 8
    again = run("minutes", file, "--format", "all", "--lang", "nl", "--output", folder)
    assert again.status == 1
    assert "already exists, so nothing was written" in again.err
    assert "--force" in again.err
    next(folder.glob("*.pdf")).unlink()
    assert run("minutes", file, "--format", "all", "--lang", "nl", "--output", folder).status == 1
    assert not list(folder.glob("*.pdf")), "all of them or none"
    forced = run("minutes", file, "--format", "all", "--lang", "nl", "--output", folder, "--force")
    assert forced.status == 0


def test_all_forms_do_not_fit_on_stdout(run: Run, file: Path) -> None:
    done = run("minutes", file, "--format", "all", "--output", "-")
    assert done.status == 2
    assert "--output is a folder" in done.err


def test_the_agreements_alone_as_one_sides_copy(run: Run, file: Path) -> None:
    done = run(
        "minutes", file, "--format", "md", "--lang", "en", "--scope", "agreements",
        "--copy-for", "supplier", "--output", "-",
    )  # fmt: skip
    assert done.status == 0
    assert "Copy for ●" in done.text
    assert "## Actions" in done.text
    assert "## Agenda" not in done.text


def test_a_house_style_with_mistakes_writes_nothing(run: Run, file: Path, tmp_path: Path) -> None:
    (tmp_path / "house.toml").write_text('nam = "x"\n[colours]\naccent = "red"\n')
    output = tmp_path / "minutes.pdf"
    done = run(
        "minutes", file, "--format", "pdf", "--house", tmp_path, "--output", output, "--lang", "en"
    )
    assert done.status == 1
    assert len(done.err.splitlines()) == 2
    assert "name may be meant" in done.err
    assert not output.exists()


@pytest.mark.parametrize(("option", "value"), [("--scope", "some"), ("--copy-for", "a")])
def test_choices_that_are_none_are_refused(run: Run, file: Path, option: str, value: str) -> None:
    done = run("minutes", file, "--format", "md", option, value, "--output", "-")
    assert done.status == 2


def test_an_earlier_version_can_be_written_again(run: Run, file: Path, tmp_path: Path) -> None:
    first = _amended(file)
    arguments: list[str | Path] = ["minutes", file, "--session", first.session_id]
    old = run(*arguments, "--edition", "1", "--format", "json", "--output", "-")
    assert json.loads(old.out) == json.loads(render(first, "json", "en"))
    assert json.loads(run(*arguments, "--format", "json", "--output", "-").out)["edition"] == 2
    run(*arguments, "--format", "all", "--output", tmp_path / "all", "--lang", "en")
    run(
        *arguments,
        "--format",
        "all",
        "--output",
        tmp_path / "all",
        "--lang",
        "en",
        "--edition",
        "1",
    )
    names = [path.name for path in (tmp_path / "all").iterdir()]
    assert len(names) == 16
    assert sum("_v2_" in name for name in names) == 8
    refused = run(*arguments, "--edition", "3", "--format", "md", "--output", "-")
    assert (refused.status, refused.out) == (1, b"")
    assert "no confirmed version 3" in refused.err
    for wanted in ("x", "", "9" * 5000):
        wrong = run(*arguments, "--edition", wanted, "--format", "md", "--output", "-")
        assert (wrong.status, wrong.out) == (2, b"")
        assert "--edition takes the number of a version" in wrong.err


def _amended(file: Path) -> MinutesDocument:
    """Open the last confirmed session again and confirm it; what was confirmed before."""
    with TinyDbRepository.open(file) as repository:
        session = chosen(repository, "latest")
        first = minutes_in(repository, session)
        work = before = repository.work(session.id)
        now = datetime(2027, 1, 5, 9, tzinfo=UTC)
        both = (ConfirmMinutes("a", "Anna"), ConfirmMinutes("b", "Bram"))
        for intent in (ReopenSession("A date was wrong."), *both):
            work = carry_out(intent, work, Context(now, now.date(), lambda: "new"))
        repository.save(before, work, minutes=minutes_of(work, now, earlier=[first]))
    return first
