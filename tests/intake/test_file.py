"""A file at a path as somebody typed, pasted or dragged it."""

import os
from pathlib import Path

import pytest

from sessionui.intake.file import path_of, read_file
from sessionui.intake.problems import told
from sessionui.locale import set_language
from tests.domain.making import work


@pytest.fixture
def scores(tmp_path: Path) -> Path:
    path = tmp_path / "scores of Anna.csv"
    path.write_text("Rater;Openness\nAnna Bos;7\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("form", ["{}", " {} ", '"{}"', "'{}'", "“{}”"])
def test_a_path_as_typed_or_pasted(scores: Path, form: str) -> None:
    assert read_file(form.format(scores), work()).counts == {"a": 1, "b": 0}


@pytest.mark.skipif(os.sep != "/", reason="paths are dragged in with a drive elsewhere")
def test_a_path_as_dragged_in(scores: Path) -> None:
    for form in (str(scores).replace(" ", r"\ "), scores.as_uri()):
        assert path_of(form) == scores
        assert read_file(form, work()).problems == ()


def test_a_folder_may_be_called_like_what_is_in_it(tmp_path: Path) -> None:
    folder = tmp_path / "sessionui-answers"
    folder.mkdir()
    (problem,) = read_file(str(folder), work()).problems
    assert told(problem) == "There are no answers of forms here."


@pytest.mark.parametrize("typed", ["", "  ", "''"])
def test_no_path(typed: str) -> None:
    (problem,) = read_file(typed, work()).problems
    assert told(problem).startswith("Type the path")


@pytest.mark.parametrize("typed", ["nowhere.csv", "~nobody-here/x.csv"])
def test_what_is_not_there_is_told_in_the_words_of_the_reader(typed: str) -> None:
    (problem,) = read_file(typed, work()).problems
    assert told(problem) == f"There is no file or folder {typed}."
    set_language("nl")
    assert told(problem) == f"Er is geen bestand of map {typed}."


def test_what_may_not_be_read_is_told_in_the_words_of_the_reader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object, **_named: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    (tmp_path / "a.csv").touch()
    (problem,) = read_file(str(tmp_path / "a.csv"), work()).problems
    assert told(problem) == f"You are not allowed to read {tmp_path / 'a.csv'}."


@pytest.mark.parametrize("typed", ["a\0b.csv", "x" * 5000])
def test_what_cannot_be_read_is_a_problem(typed: str) -> None:
    (problem,) = read_file(typed, work()).problems
    assert "can't be read" in told(problem)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_does_not_keep_the_room_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (problem,) = read_file(str(tmp_path / "pipe"), work()).problems
    assert "can't be read" in told(problem)
