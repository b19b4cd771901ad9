"""Names of exports, and writing them without harm to what is there."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sessionui.domain.minutes.document import MinutesDocument
from sessionui.minutes import ENDINGS, FORMATS, file_name, render, write
from sessionui.minutes.choices import Choices
from sessionui.minutes.files import NotWritten
from tests.minutes.texts import HOSTILE

LONG = "Stichting Samenwerkende Ziekenhuizen Noord-Holland en Omstreken Zuid"


def test_a_name_says_who_what_and_when(final: MinutesDocument) -> None:
    final = final.but(example=False)
    assert file_name(final, "docx", "en") == (
        "Noorderhaven-Helderwit_Quarterly-review_2026-11-12.docx"
    )


def test_drafts_and_examples_can_be_told_by_their_name(by_name: MinutesDocument) -> None:
    assert file_name(by_name, "md", "en").endswith("_2026-11-12_draft_example.md")


@pytest.mark.parametrize("name", [*HOSTILE.values(), "CON", "nul.txt", "../../etc/passwd", "", "."])
@pytest.mark.parametrize("format_name", FORMATS)
def test_a_name_is_safe_on_every_system(
    by_name: MinutesDocument, name: str, format_name: str
) -> None:
    document = by_name.but(name_a=name, name_b=name, kind=name or "x")
    made = file_name(document, format_name, "nl")  # type: ignore[arg-type]
    stem, _, extension = made.partition(".")
    assert extension == ENDINGS.get(format_name, format_name)
    assert all(c.isalnum() or c in "-_" for c in stem)
    assert stem[0] not in "-_"
    assert len(made) <= 120
    assert len(made.encode()) <= 250
    assert "2026-11-12" in made


def test_a_short_name_leaves_room_for_a_long_one(by_name: MinutesDocument) -> None:
    made = file_name(by_name.but(name_a="UMC", name_b=LONG), "docx", "en")
    assert made.startswith("UMC-Stichting-Samenwerkende-Ziekenhuizen-Noord-Holland")
    both = file_name(by_name.but(name_a=LONG, name_b=LONG), "docx", "en")
    assert both.count("Stichting") == 2


def test_all_forms_of_one_export_begin_alike(by_name: MinutesDocument) -> None:
    document = by_name.but(name_a=LONG, name_b=LONG)
    for choices in (Choices(), Choices("agreements"), Choices("agreements", copy_for="b")):
        names = [file_name(document, form, "nl", choices) for form in FORMATS]
        assert len({name.partition("_")[0] for name in names}) == 1
        assert 112 <= max(map(len, names)) <= 120
    assert len({file_name(document, form, "nl").partition(".")[0] for form in FORMATS}) == 1


def test_an_existing_file_stays(tmp_path: Path) -> None:
    file = tmp_path / "minutes.md"
    file.write_text("mine")
    with pytest.raises(NotWritten, match="already exists") as caught:
        write(file, b"new")
    assert caught.value.exists
    assert caught.value.sentence.values["file"] == str(file)
    assert file.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [file]


def test_an_existing_file_is_replaced_when_asked(tmp_path: Path) -> None:
    file = tmp_path / "minutes.md"
    file.write_text("old")
    write(file, b"new", force=True)
    assert file.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [file]


def test_without_hard_links_a_file_is_written_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OSError(95, "not supported")

    monkeypatch.setattr(Path, "hardlink_to", refused)
    write(tmp_path / "a.md", b"new")
    assert (tmp_path / "a.md").read_bytes() == b"new"
    assert [p.name for p in tmp_path.iterdir()] == ["a.md"]


def test_a_file_that_comes_meanwhile_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.md"

    def come(descriptor: int) -> None:
        file.write_text("theirs")

    monkeypatch.setattr(os, "fsync", come)
    with pytest.raises(NotWritten, match="already exists"):
        write(file, b"new")
    assert file.read_text() == "theirs"
    assert list(tmp_path.iterdir()) == [file]


def test_a_full_disk_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.md"
    file.write_text("old")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NotWritten, match=r"could not be written, because the disk is full\."):
        write(file, b"new", force=True)
    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_link_is_followed(tmp_path: Path) -> None:
    target, link = tmp_path / "real.md", tmp_path / "link.md"
    target.write_text("old")
    link.symlink_to(target)
    write(link, b"new", force=True)
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("nowhere/a.md", "There is no folder"),
        (".", "is not a file"),
        ("x" * 300 + ".md", "could not be written"),
        ("a\0b", "could not be written"),
    ],
)
def test_what_cannot_be_written_is_said(tmp_path: Path, name: str, words: str) -> None:
    with pytest.raises(NotWritten, match=words):
        write(tmp_path / name, b"new", force=True)


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="there is no /dev/null here")
def test_a_device_is_never_replaced() -> None:
    with pytest.raises(NotWritten, match="is not a file"):
        write(Path("/dev/null"), b"new", force=True)
    assert Path("/dev/null").is_char_device()


def test_an_unknown_format_is_refused(by_name: MinutesDocument) -> None:
    with pytest.raises(ValueError, match="no such format"):
        render(by_name, "odt", "en")  # type: ignore[arg-type]


def loaded_after(statement: str) -> set[str]:
    """Which packages are loaded once a statement has run in a fresh interpreter."""
    code = f"import sys; {statement}; print(*{{m.partition('.')[0] for m in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    return set(done.stdout.split())


def test_importing_loads_nothing() -> None:
    heavy = {"pydantic", "jinja2", "docx", "lxml", "babel", "textual", "rich"}
    assert loaded_after("import sessionui.minutes").isdisjoint(heavy)


def test_the_page_does_not_load_word() -> None:
    loaded = loaded_after("import sessionui.minutes.html.writer, sessionui.minutes.markdown")
    assert loaded.isdisjoint({"docx", "lxml", "textual"})
