"""A data file made beforehand: a partnership with one session, left in some stage."""

import secrets
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from sessionui.domain.intents.base import Context, Intent, carry_out
from sessionui.domain.intents.define import AddCandidate, ChooseCandidate
from sessionui.domain.intents.people import AddPerson
from sessionui.domain.intents.walk import GoToStage, StartSession
from sessionui.domain.kinds import StageKey
from sessionui.domain.planning import new_partnership, new_session, work_on
from sessionui.domain.scoring import Rules
from sessionui.domain.work import Work
from store.tinydb_repository import TinyDbRepository

INDICATORS = ("Proactivity", "Openness", "Reachability")


def prepare(
    file: Path,
    kind: str,
    stage: StageKey,
    *,
    rules: Rules | None = None,
    clients: Sequence[str] = ("Anna Bos", "Ben Mol"),
    suppliers: Sequence[str] = ("Dirk Jansen", "Els Vos"),
) -> Work:
    """Write the file, and return the piece of work that is in it."""
    now = datetime.now(UTC)
    context = Context(now, now.date(), lambda: secrets.token_hex(8))
    partnership = new_partnership("Noorderhaven", "Helderwit", context)
    for person in (
        *(AddPerson("a", name, "manager") for name in clients),
        *(AddPerson("b", name, "planner") for name in suppliers),
    ):
        partnership = person.change(partnership, context)
    work = work_on(partnership, new_session(partnership, kind, context.today, context, rules=rules))

    def do(intent: Intent) -> None:
        nonlocal work
        work = carry_out(intent, work, context)

    for name in INDICATORS:
        do(AddCandidate(None, name))
        do(ChooseCandidate(work.session.define.candidates[-1].id))
    do(StartSession())
    do(GoToStage(stage))
    repository = TinyDbRepository.open(file)
    repository.save(None, work)
    repository.close()
    return work
