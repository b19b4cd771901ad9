"""The import contracts hold, and would fail if somebody broke them."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", LINT, "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_the_contracts_hold() -> None:
    result = lint(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("copy")
    for package in ("sessionui", "screens", "store"):
        shutil.copytree(ROOT / package, folder / package, ignore=shutil.ignore_patterns("*.pyc"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


@pytest.mark.parametrize(
    ("module", "wrong", "contract"),
    [
        (
            "sessionui/domain/__init__.py",
            "import textual",
            "Only app, audience, themes and screens import Textual",
        ),
        ("sessionui/domain/__init__.py", "import tinydb", "The domain knows pydantic alone"),
        ("sessionui/domain/__init__.py", "import sessionui.text", "Imports go one way"),
        ("screens/__init__.py", "import store", "Imports go one way"),
        ("screens/__init__.py", "import sessionui.app", "Imports go one way"),
        ("store/__init__.py", "import sessionui.minutes", "Imports go one way"),
        ("sessionui/audience.py", "import store", "The window of the room can't open a data file"),
        ("sessionui/minutes/__init__.py", "import tinydb", "Only the store imports TinyDB"),
        (
            "sessionui/wall/__init__.py",
            "import sessionui.domain",
            "What carries the wall knows nothing of a session",
        ),
        ("sessionui/unplaced.py", "", "Every module of sessionui has its place"),
        ("sessionui/locale/languages.py", "import sessionui.locale.system", "No import cycles"),
    ],
)
def test_a_wrong_import_breaks_its_contract(
    copy: Path, module: str, wrong: str, contract: str
) -> None:
    path = copy / module
    before = path.read_bytes() if path.exists() else None
    path.write_bytes((before or b"") + f"\n{wrong}\n".encode())
    try:
        result = lint(copy)
    finally:
        if before is None:
            path.unlink()
        else:
            path.write_bytes(before)
    assert result.returncode == 1
    broken = [line for line in result.stdout.splitlines() if line.endswith("BROKEN")]
    assert any(contract in line for line in broken), result.stdout


def test_the_domain_imports_pydantic_and_the_standard_library_alone() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in sorted((ROOT / "sessionui" / "domain").rglob("*.py"))
        for name in imported_names(path)
        if name.split(".")[0] not in sys.stdlib_module_names | {"pydantic"}
        and not f"{name}.".startswith("sessionui.domain.")
    ]
    assert found == []


def imported_names(path: Path) -> list[str]:
    names = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names.append(node.module or ".")
    return names
