"""What opening loads: home is there before the models are."""

import subprocess
import sys
from pathlib import Path

OPEN = """
import sys
from store.tinydb_repository import TinyDbRepository
with TinyDbRepository.open(sys.argv[1]) as repository:
    repository.cards()
    repository.set_setting("language", "nl")
    repository.draft("new", "half")
heavy = {"pydantic", "textual", "rich", "filelock", "platformdirs", "babel", "asyncio"}
print(sorted(heavy & set(sys.modules)))
"""


def test_opening_for_home_loads_no_models(file: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-c", OPEN, str(file)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert result.stdout == ("['filelock']\n" if sys.platform == "win32" else "[]\n")
