"""What the killed process of ``test_versions_killed`` does: confirms, reopens, and says so."""

import sys
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from sessionui.desk import SessionDesk
from sessionui.domain.intents.agree import PutDecision
from sessionui.domain.intents.base import Intent
from sessionui.domain.intents.close import ConfirmMinutes, ReopenSession
from store.tinydb_repository import TinyDbRepository


def main(file: str, session_id: str) -> None:
    """Amend the minutes again and again; a line out after each confirmation that returned."""
    ids = count(1)
    with TinyDbRepository.open(Path(file)) as repository:
        desk = SessionDesk(
            repository,
            session_id,
            lambda: datetime.now(UTC),
            lambda: f"d{next(ids)}",
            lambda: None,
        )
        while True:
            if desk.work.session.state == "confirmed":
                do(desk, ReopenSession("a word was wrong"))
            n = len(desk.work.session.reopenings) + 1
            do(desk, PutDecision(f"decision {n}"))
            do(desk, ConfirmMinutes("a", "Anna"), ConfirmMinutes("b", "Bram"))
            sys.stdout.write(f"{n}\n")
            sys.stdout.flush()


def do(desk: SessionDesk, *intents: Intent) -> None:
    """Carry them out; a refusal ends it."""
    for intent in intents:
        refused = desk.do(intent)
        assert refused is None, refused


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
