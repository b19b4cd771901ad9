"""``sessionui verify``: exit statuses and sentences."""

from pathlib import Path

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
