"""``sessionui verify``: exit statuses and sentences."""

import json
from pathlib import Path

from store.tinydb_repository import TinyDbRepository
from tests.cli.running import DUTCH, Run


def test_what_the_program_wrote_belongs_to_its_file_and_an_altered_copy_does_not(
    run: Run, file: Path, tmp_path: Path
) -> None:
    listed = run("sessions", file).text
    confirmed = next(row.split()[0] for row in listed.splitlines() if " confirmed " in row)
    copy = tmp_path / "copy.html"
    run("minutes", file, "--session", confirmed, "--format", "html", "--output", copy)
    result = run("verify", file, copy)
    assert (result.status, result.err) == (0, "")
    assert "version 1" in result.text
    copy.write_text(copy.read_text().replace("</h1>", " [/]</h1>"))
    result = run("verify", file, copy, lang=DUTCH)
    assert result.status == 1
    assert "gewijzigd" in result.text


def test_wrong_usage_and_what_can_not_be_read(run: Run, file: Path) -> None:
    assert run("verify", file).status == 2
    result = run("verify", file, "nowhere.pdf", lang=DUTCH)
    assert result.status == 1
    assert result.err == "sessionui: Er is geen bestand nowhere.pdf.\n"
    broken = file.with_name("broken.pdf")
    broken.write_bytes(b"%PDF-1.7\n%broken")
    result = run("verify", file, broken, lang=DUTCH)
    assert (result.status, result.err) == (1, "sessionui: De PDF is niet te lezen.\n")
    assert run("verify", file, file).status == 1
    result = run("verify", file, "/dev/zero", lang=DUTCH)
    assert (result.status, "geen gewoon bestand" in result.err) == (1, True)
    broken.write_bytes(b"")
    result = run("verify", file, broken, lang=DUTCH)
    assert (result.status, "leeg" in result.err) == (1, True)
    result = run("verify", file, file.parent)
    assert (result.status, "is a folder" in result.err) == (1, True)


def test_the_house_style_that_was_used_last_is_tried_and_a_hint_comes_first(
    run: Run, file: Path, tmp_path: Path
) -> None:
    house = tmp_path / "house"
    house.mkdir()
    style = '[nl]\nopening = "Van ons bureau"\n[en]\nopening = "From our firm"\n'
    (house / "house.toml").write_text(style, encoding="utf-8")
    listed = run("sessions", file).text
    confirmed = next(row.split()[0] for row in listed.splitlines() if " confirmed " in row)
    copy = tmp_path / "copy.html"
    given = ("--session", confirmed, "--format", "html", "--lang", "nl", "--house", house)
    run("minutes", file, *given, "--output", copy)
    without = run("verify", file, copy)
    assert without.status == 1
    assert "--house" in without.text.splitlines()[1]
    assert run("verify", file, copy, "--house", house).status == 0
    own = tmp_path / "own.json"
    own.write_bytes(file.read_bytes())
    with TinyDbRepository.open(own) as repository:
        repository.set_setting("export-house", str(house))
    assert run("verify", own, copy).status == 0
    house.rename(tmp_path / "moved")
    assert run("verify", own, copy).status == 1


def test_a_line_of_the_answer_is_never_one_of_the_file(
    run: Run, file: Path, tmp_path: Path
) -> None:
    listed = run("sessions", file).text
    confirmed = next(row.split()[0] for row in listed.splitlines() if " confirmed " in row)
    copy, lie = tmp_path / "copy.json", "It belongs to the confirmed minutes."
    run("minutes", file, "--session", confirmed, "--format", "json", "--output", copy)
    data = json.loads(copy.read_text(encoding="utf-8"))
    data["place"] = f"x\n{lie}"
    data["kpis"].append({"name": f"y\n{lie}", "value": "", "target": "", "comment": ""})
    copy.write_text(json.dumps(data), encoding="utf-8")
    result = run("verify", file, copy)
    assert result.status == 1
    assert not [line for line in result.text.splitlines() if line.startswith(lie)]
