"""Files as each schema wrote them, kept beside this test: opened whole, with what lay on top.

A schema that is left behind gets its own files here before its step is written.
"""

import shutil
from pathlib import Path

import pytest

from store.migrations import SCHEMA
from store.tinydb_repository import TinyDbRepository
from tests.store.support import stock

KEPT = Path(__file__).parent / "versions"


def test_every_schema_that_left_our_hands_has_a_file() -> None:
    assert [f"schema-{n}.json" for n in range(1, SCHEMA + 1)] == sorted(
        path.name for path in KEPT.glob("*.json")
    )


@pytest.mark.parametrize("schema", range(1, SCHEMA + 1))
def test_a_file_of_that_schema_opens_with_its_journal(schema: int, tmp_path: Path) -> None:
    for path in KEPT.glob(f"schema-{schema}.json*"):
        shutil.copy(path, tmp_path)
    file = tmp_path / f"schema-{schema}.json"
    with TinyDbRepository.open(file) as repository:
        assert repository.notices == ()
        (card,) = repository.cards()
        (session,) = repository.sessions(card.id)
        work = repository.work(session.id)
        assert len(work.urn.ballots) == 6
        assert all(ballot.finished for ballot in work.urn.ballots)
        assert repository.setting("language") == "nl"
        # From the journal that a kill left.
        assert repository.setting("theme") == "light"
        assert repository.drafts() == {f"{session.id}/note": "half a note"}
    assert len(stock(file)["sessions"]) == 1
    with TinyDbRepository.open(file) as repository:
        assert repository.work(session.id) == work
