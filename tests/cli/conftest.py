"""The worked example as a file, and a way to run commands on it."""

import shutil
from pathlib import Path

import pytest

from tests.cli.running import ENGLISH, Result, Run, call, execute


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in the test's own folder: ``run("check", file, lang=DUTCH)``."""
    monkeypatch.chdir(tmp_path)

    def run_here(*arguments: str | Path, lang: str = ENGLISH) -> Result:
        return call(*map(str, arguments), lang=lang)

    return run_here


@pytest.fixture
def shell(tmp_path: Path) -> Run:
    """Run a command in a process of its own."""

    def run_there(*arguments: str | Path, lang: str = ENGLISH) -> Result:
        return execute(*map(str, arguments), cwd=tmp_path, lang=lang)

    return run_there


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The worked example in both languages, written once."""
    folder = tmp_path_factory.mktemp("written")
    paths = {lang: folder / f"{lang}.json" for lang in ("nl", "en")}
    for lang, path in paths.items():
        result = execute("demo", str(path), "--write-only", "--lang", lang, cwd=folder)
        assert (result.status, result.err) == (0, "")
    return paths


@pytest.fixture
def file(written: dict[str, Path], tmp_path: Path) -> Path:
    """A copy of the English example."""
    return Path(shutil.copy(written["en"], tmp_path / "data.json"))


@pytest.fixture
def dutch(written: dict[str, Path], tmp_path: Path) -> Path:
    """A copy of the Dutch example."""
    return Path(shutil.copy(written["nl"], tmp_path / "gegevens.json"))
