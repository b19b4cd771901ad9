"""``sessionui import-scores``: all of a file or nothing, and a dry run that changes nothing."""

import json
from pathlib import Path

import pytest

from store.tinydb_repository import TinyDbRepository
from tests.cli.running import DUTCH, Run, said_in_dutch

ANSWERS = """\
Name,Openness,Openness reason,Proactivity,Reachability self
Marijke de Wit,3,SENTINEL-REASON,9,8
Murat Yıldız,8,,n/a,7
"""


@pytest.fixture
def prepared(file: Path) -> str:
    """The id of the session whose scoring is open."""
    with TinyDbRepository.open(file, read_only=True) as repository:
        return repository.sessions(repository.partnerships()[0].id)[-1].id


def answered(file: Path, session: str) -> int:
    with TinyDbRepository.open(file, read_only=True) as repository:
        return len(repository.work(session).urn.ballots)


def test_dry_run_then_for_real(
    shell: Run, run: Run, file: Path, prepared: str, tmp_path: Path
) -> None:
    (tmp_path / "answers.csv").write_text(ANSWERS, encoding="utf-8")
    before = file.read_bytes()
    arguments: list[str | Path] = ["import-scores", file, "--session", prepared, "answers.csv"]
    dry = shell(*arguments, "--dry-run")
    assert (dry.status, dry.err) == (0, "")
    assert dry.text.splitlines() == [
        "Noorderhaven: 1 rater",
        "Helderwit: 1 rater",
        "Dry run: nothing was taken in.",
    ]
    assert file.read_bytes() == before
    assert answered(file, prepared) == 3
    real = run(*arguments)
    assert (real.status, real.err) == (0, "")
    assert real.text.endswith("Taken in.\n")
    assert answered(file, prepared) == 5
    again = run(*arguments)
    assert again.status == 0
    assert "Earlier answers that were replaced: Marijke de Wit and Murat Yıldız" in again.text
    assert answered(file, prepared) == 5
    with TinyDbRepository.open(file, read_only=True) as repository:
        work = repository.work(prepared)
    assert [len(work.side_turnout(side).missing) for side in ("a", "b")] == [1, 2]
    assert run("check", file).status == 0


NOT_THERE = {
    "2;3": "“2;3” can't be left out",
    "row 3": "“row 3” can't be left out",
    "three": "“three” can't be left out",
    "3.0": "“3.0” can't be left out",
    "٣": "“٣” can't be left out",
    "9" * 5000: "can't be left out",
    "2,x": "“x” can't be left out",
    "2,99": "Row 99 can't be left out",
    "1": "Row 1 can't be left out",
}


@pytest.mark.parametrize("skip", NOT_THERE)
def test_what_can_not_be_left_out_is_wrong_usage(
    run: Run, file: Path, prepared: str, tmp_path: Path, skip: str
) -> None:
    (tmp_path / "answers.csv").write_text(ANSWERS, encoding="utf-8")
    for extra in ([], ["--dry-run"], ["--write-mapping", "mapping.json"]):
        arguments = ["--session", prepared, "answers.csv", "--skip", skip, *extra]
        result = run("import-scores", file, *arguments)
        assert (result.status, result.text) == (2, "")
        assert NOT_THERE[skip] in result.err
        assert len(result.err.splitlines()) == 1
    assert answered(file, prepared) == 3
    assert not (tmp_path / "mapping.json").exists()


def test_rows_are_left_out_by_their_numbers(
    run: Run, file: Path, prepared: str, tmp_path: Path
) -> None:
    (tmp_path / "answers.csv").write_text(ANSWERS + "Nobody Known,4,,5,6\nShort,1\n", "utf-8")
    arguments = ["--session", prepared, "answers.csv", "--skip", " 3, 5,4,"]
    result = run("import-scores", file, *arguments)
    assert (result.status, result.err) == (0, "")
    assert "Left out as you said: row 3, 4, 5." in result.text
    assert answered(file, prepared) == 4


def test_nothing_said_gives_a_score_away(
    run: Run, file: Path, prepared: str, tmp_path: Path
) -> None:
    (tmp_path / "answers.csv").write_text(ANSWERS + "Nobody Known,4,SENTINEL-REASON,5,6\n")
    for extra in ([], ["--dry-run"]):
        result = run("import-scores", file, "--session", prepared, "answers.csv", *extra)
        assert result.status == 1
        assert "SENTINEL" not in result.err + result.text
        assert "Row 4, Name:" in result.err
        assert result.err.endswith("sessionui: Nothing was taken in.\n")
    assert answered(file, prepared) == 3


def test_in_dutch(run: Run, dutch: Path, tmp_path: Path) -> None:
    found = json.loads(run("sessions", dutch, "--json").out)["sessions"]
    text = "Naam;Openheid;Onderbouwing openheid\r\nPeter Hoekstra;7;Ja hoor\r\n"
    (tmp_path / "antwoorden.csv").write_bytes(text.encode("cp1252"))
    arguments: list[str | Path] = [
        "import-scores",
        dutch,
        "--session",
        found[-1]["id"],
        "antwoorden.csv",
    ]
    result = run(*arguments, lang=DUTCH)
    assert (result.status, result.err) == (0, "")
    assert result.text.endswith(f"{said_in_dutch('Taken in.')}\n")


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        (b"", "This file is empty."),
        (b"PK\x03\x04rest", "This spreadsheet is damaged."),
        (b"a,b\n1,2\n", "Nothing was taken in."),
    ],
)
def test_what_is_no_answer_file(
    run: Run, file: Path, prepared: str, answers: bytes, sentence: str
) -> None:
    (file.parent / "answers.csv").write_bytes(answers)
    result = run("import-scores", file, "--session", prepared, "answers.csv")
    assert result.status == 1
    assert sentence in result.err


def test_a_locked_round_an_unknown_session_a_missing_file(
    run: Run, file: Path, prepared: str, tmp_path: Path
) -> None:
    (tmp_path / "answers.csv").write_text(ANSWERS, encoding="utf-8")
    with TinyDbRepository.open(file, read_only=True) as repository:
        ready = repository.sessions(repository.partnerships()[0].id)[5].id
    for session, answers, sentence in (
        (ready, "answers.csv", "Scoring is locked."),
        ("nothing", "answers.csv", "There is no session nothing in this file."),
        (prepared, "none.csv", "There is no file none.csv."),
        (prepared, ".", "There are no answers of forms here."),
    ):
        result = run("import-scores", file, "--session", session, answers)
        assert result.status == 1
        assert sentence in result.err


def test_a_file_that_another_window_owns(
    shell: Run, run: Run, file: Path, prepared: str, tmp_path: Path
) -> None:
    (tmp_path / "answers.csv").write_text(ANSWERS, encoding="utf-8")
    with TinyDbRepository.open(file):
        arguments: list[str | Path] = ["import-scores", file, "--session", prepared, "answers.csv"]
        result = shell(*arguments)
        assert result.status == 1
        assert "already open in another window" in result.err
        assert "data.json.lock" in result.err
        assert run(*arguments, "--dry-run").status == 0
    assert answered(file, prepared) == 3
