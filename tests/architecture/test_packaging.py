"""What the wheel needs is there, and nothing that ties the project to one machine."""

import re
import subprocess
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

import sessionui

ROOT = Path(__file__).parents[2]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PACKAGES: list[str] = PYPROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]

# Written in pieces, so that this file passes its own test.
MACHINE_PATHS = re.compile(
    r"(?<![\w.~-])/(?:" + r"root|work|home/\w+|Users/\w+)/|[A-Z]:\\Users\\\w"
)
REGISTRIES = re.compile(
    "|".join(
        re.escape(".".join(parts))
        for parts in [
            ("pypi", "org"),
            ("pythonhosted", "org"),
            ("npmjs", "org"),
            ("npmjs", "com"),
            ("unpkg", "com"),
            ("jsdelivr", "net"),
            ("cdnjs", "cloudflare", "com"),
            ("conda", "anaconda", "org"),
        ]
    )
)


def project_files() -> Iterator[Path]:
    """List what is, or is about to be, in version control; in a plain copy, everything."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split("\0")
        paths = [ROOT / name for name in listed if name]
    except (OSError, subprocess.CalledProcessError):
        hidden = (".venv", "__pycache__", ".git", "dist", "build")
        paths = [p for p in ROOT.rglob("*") if not any(part in hidden for part in p.parts)]
    yield from (path for path in paths if path.is_file())


def text_files() -> Iterator[tuple[Path, str]]:
    for path in project_files():
        try:
            yield path.relative_to(ROOT), path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


@pytest.mark.parametrize("package", PACKAGES)
def test_every_folder_with_code_is_a_package(package: str) -> None:
    folders = {path.parent for path in (ROOT / package).rglob("*.py")}
    assert folders
    assert [folder for folder in sorted(folders) if not (folder / "__init__.py").is_file()] == []


def test_three_packages_in_one_wheel() -> None:
    assert PACKAGES == ["sessionui", "screens", "store"]


@pytest.mark.parametrize("package", PACKAGES)
def test_data_files_are_not_ignored_and_so_ship(package: str) -> None:
    """The wheel leaves out what .gitignore names."""
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    suffixes = (".tcss", ".mo", ".po", ".j2", ".html", ".css", ".json")
    data = [path for path in (ROOT / package).rglob("*") if path.suffix in suffixes]
    assert [p for p in data for line in lines if fnmatch(p.name, line)] == []


def test_the_version_is_in_the_changelog_or_still_to_come() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.fullmatch(r"\d+\.\d+\.\d+", sessionui.__version__)
    assert "## [Unreleased]" in changelog or f"## [{sessionui.__version__}]" in changelog


def test_the_readme_has_one_command_to_run_and_one_to_test() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"<!-- command: (\w+) -->\n```sh\n(.+)\n```\n", readme)
    assert [name for name, _ in blocks] == ["run", "test"]
    assert all("\n" not in command for _, command in blocks)


def test_no_file_names_a_place_on_one_machine() -> None:
    found = [
        f"{path}:{number}: {line.strip()[:80]}"
        for path, text in text_files()
        for number, line in enumerate(text.splitlines(), 1)
        if MACHINE_PATHS.search(line)
    ]
    assert found == []


def test_no_file_names_a_package_registry() -> None:
    found = [
        f"{path}:{number}: {line.strip()[:80]}"
        for path, text in text_files()
        for number, line in enumerate(text.splitlines(), 1)
        if REGISTRIES.search(line)
    ]
    assert found == []


def test_there_is_no_lock_file() -> None:
    names = {path.name for path in project_files()}
    assert names.isdisjoint({"uv.lock", "poetry.lock", "pdm.lock", "Pipfile.lock", "pylock.toml"})
