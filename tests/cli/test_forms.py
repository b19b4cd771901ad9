"""``sessionui questionnaire`` and ``template``, and ``import-scores`` of what comes back."""

import json
import os
from pathlib import Path

import pytest

from store.tinydb_repository import TinyDbRepository
from tests.cli.running import Run
from tests.forms.filling import answer_file, as_mail, data_in

SHEET = """\
Submitted,Who are you?,Proactivity (1-10),Why?
x,Marijke de Wit,3,SENTINEL
y,Murat Yıldız,88,
"""


@pytest.fixture
def prepared(file: Path) -> str:
    with TinyDbRepository.open(file, read_only=True) as repository:
        return repository.sessions(repository.partnerships()[0].id)[-1].id


def answered(file: Path, session: str) -> int:
    with TinyDbRepository.open(file, read_only=True) as repository:
        return len(repository.work(session).urn.ballots)


def test_forms_out_and_answers_back(
    run: Run, shell: Run, file: Path, prepared: str, tmp_path: Path
) -> None:
    (tmp_path / "forms").mkdir()
    (tmp_path / "back").mkdir()
    arguments: list[str | Path] = [
        "questionnaire",
        file,
        "--session",
        prepared,
        "--output",
        "forms",
    ]
    result = shell(*arguments)
    assert (result.status, result.err) == (0, "")
    names = sorted(path.name for path in (tmp_path / "forms").iterdir())
    assert len(names) == 8
    if os.name == "posix":
        assert not [p for p in (tmp_path / "forms").iterdir() if p.stat().st_mode & 0o77]
    assert result.text.count("Written: ") == 8
    again = run(*arguments)
    assert again.status == 1
    assert "already exists" in again.err
    before = {data_in((tmp_path / "forms" / n).read_text("utf-8"))["origin"] for n in names}
    assert run(*arguments, "--force", "--lang", "nl").status == 0
    page = (tmp_path / "forms" / names[0]).read_text("utf-8")
    assert {data_in(page)["origin"]} == before
    slot = data_in(page)["slots"][0]["indicator"]
    back = tmp_path / "back"
    (back / "1.json").write_text(answer_file(page, [(slot, False, 3, "SENTINEL")]), "utf-8")
    broken = answer_file(page, [(slot, False, 4, "SENTINEL")], form="0" * 64)
    (back / "2.txt").write_text(as_mail(broken), "utf-8")
    taking: list[str | Path] = ["import-scores", file, "--session", prepared, "back"]
    wrong = run(*taking)
    assert wrong.status == 1
    assert "2.txt: It doesn't come from a form that was made here: it is forged." in wrong.err
    assert "SENTINEL" not in wrong.err
    assert answered(file, prepared) == 3
    (back / "2.txt").rename(back / "Re 2, at last.txt")
    for skip in ("1.json;2.txt", "2.txt", "Re 2, at last.txt"):
        unknown = run(*taking, "--skip", skip)
        assert unknown.status == 2
        assert "there is no answer file of that name here" in unknown.err
    taken = run(*taking, "--skip", '"Re 2, at last.txt"')
    assert (taken.status, taken.err) == (0, "")
    assert "Left out as you said: 1." in taken.text
    assert run("check", file).status == 0


def test_a_mapping_is_proposed_corrected_and_used(
    run: Run, file: Path, prepared: str, tmp_path: Path
) -> None:
    (tmp_path / "sheet.csv").write_text(SHEET, encoding="utf-8")
    taking: list[str | Path] = ["import-scores", file, "--session", prepared, "sheet.csv"]
    unclear = run(*taking)
    assert unclear.status == 1
    assert "--write-mapping" in unclear.err
    assert run(*taking, "--write-mapping", "mapping.json").text == "Written: mapping.json\n"
    mapping = json.loads((tmp_path / "mapping.json").read_text("utf-8"))
    assert [c["use"] for c in mapping["columns"]] == ["ignore", "rater", "mark", "reason"]
    assert mapping["columns"][2]["indicator"] == "Proactivity"
    wrong = run(*taking, "--mapping", "mapping.json")
    assert wrong.err.splitlines()[0].startswith("sessionui: Row 3, Proactivity (1-10): A mark is")
    taken = run(*taking, "--mapping", "mapping.json", "--skip", "3")
    assert taken.status == 0
    assert "Left out as you said: row 3." in taken.text
    assert "SENTINEL" not in taken.text
    assert run(*taking, "--mapping", "sheet.csv").status == 1
    assert run(*taking, "--mapping", "nowhere.json").status == 1


def test_an_empty_sheet(run: Run, file: Path, prepared: str, tmp_path: Path) -> None:
    arguments: list[str | Path] = [
        "template",
        file,
        "--session",
        prepared,
        "--output",
        "sheet.xlsx",
    ]
    assert run(*arguments).text == "Written: sheet.xlsx\n"
    assert run(*arguments).status == 1
    empty = run("import-scores", file, "--session", prepared, "sheet.xlsx")
    assert "There are no answers in this file." in empty.err


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (0, "This session has no scoring."),
        (1, "These minutes are confirmed and final."),
        (5, "Scoring is locked. Unlock it to take in another answer."),
    ],
)
def test_nothing_is_made_for_a_session_that_takes_no_answers(
    run: Run, file: Path, tmp_path: Path, number: int, sentence: str
) -> None:
    with TinyDbRepository.open(file, read_only=True) as repository:
        session = repository.sessions(repository.partnerships()[0].id)[number].id
    (tmp_path / "a.csv").write_text("Name,Openness\nMarijke de Wit,7\n", encoding="utf-8")
    before = file.read_bytes()
    for command, *rest in (
        ("questionnaire", "--output", "forms"),
        ("template", "--output", "sheet.xlsx"),
        ("import-scores", "a.csv"),
    ):
        result = run(command, file, "--session", session, *rest)
        assert (result.status, result.text) == (1, "")
        assert sentence in result.err
    assert not [name for name in ("forms", "sheet.xlsx") if (tmp_path / name).exists()]
    assert file.read_bytes() == before


@pytest.mark.parametrize("command", ["questionnaire", "template"])
def test_wrong_usage(run: Run, file: Path, prepared: str, command: str) -> None:
    assert run(command).status == 2
    assert run(command, file, "--session", prepared).status == 2
    good: list[str | Path] = ["--session", prepared, "--output", "nowhere/x"]
    assert run(command, file, *good, "--lang", "xx").status == 2
    missing = run(command, file, *good)
    assert missing.status == 1
    assert "There is no folder" in missing.err
    assert run(command, file, "--session", "none", "--output", ".").status == 1
