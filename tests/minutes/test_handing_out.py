"""Writing minutes from the application: into which folder, and all of them or none."""

from pathlib import Path
from typing import Any

import pytest

from sessionui.domain.minutes.document import MinutesDocument
from sessionui.domain.wording import Sentence
from sessionui.handing_out import export_minutes
from sessionui.minutes import write
from sessionui.minutes.files import NotWritten


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Name a folder"),
        (" '' ", "Name a folder"),
        ("a file", "is a file, not a folder"),
        ("~nobody-of-that-name/x", "There is no folder"),
        ("x" * 5000, "There is no folder"),
    ],
    ids=["nothing", "quotes", "file", "home of nobody", "too long"],
)
def test_what_is_no_folder_is_told(
    by_name: MinutesDocument,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    typed: str,
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a file").write_text("x")
    outcome = export_minutes(by_name, ("md",), "en", typed)
    assert isinstance(outcome, Sentence)
    assert said in outcome.template


def test_a_disk_that_fills_up_half_way_leaves_none_of_the_files(
    by_name: MinutesDocument, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def filling(path: Path, data: bytes, **how: Any) -> None:
        if path.suffix == ".ics":
            raise NotWritten("{file} could not be written, because the disk is full.", file="x.ics")
        write(path, data, **how)

    monkeypatch.setattr("sessionui.handing_out.write", filling)
    (tmp_path / "mine.md").write_text("mine")
    outcome = export_minutes(by_name, ("md", "html", "ics"), "en", str(tmp_path))
    assert isinstance(outcome, Sentence)
    assert "disk is full" in outcome.template
    assert [path.name for path in tmp_path.iterdir()] == ["mine.md"]


def test_what_could_not_be_taken_back_is_named(
    by_name: MinutesDocument, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def once(path: Path, data: bytes, **_how: Any) -> None:
        if path.suffix == ".ics":
            raise NotWritten("{file} could not be written.", file="x.ics")
        path.write_bytes(data)

    def kept(_path: Path, **_how: Any) -> None:
        raise PermissionError

    monkeypatch.setattr("sessionui.handing_out.write", once)
    monkeypatch.setattr(Path, "unlink", kept)
    outcome = export_minutes(by_name, ("md", "html", "ics"), "en", str(tmp_path))
    assert isinstance(outcome, Sentence)
    there = sorted(path.name for path in tmp_path.iterdir())
    assert sorted(str(outcome.values["files"]).split(", ")) == there
    assert len(there) == 2
