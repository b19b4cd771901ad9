"""Starting something new: a partnership, a session."""

from datetime import date

from sessionui.domain.intents.base import Context, needed
from sessionui.domain.kinds import StageKey, kind_of
from sessionui.domain.partnership import Partnership
from sessionui.domain.scoring import Rules, Turnout, Urn
from sessionui.domain.session import Session, StageState
from sessionui.domain.wording import N_
from sessionui.domain.work import Work


def new_partnership(
    name_a: str, name_b: str, context: Context, *, example: bool = False
) -> Partnership:
    """A partnership between client ``name_a`` and supplier ``name_b``. Raises ``Refused``."""
    return Partnership(
        id=context.new_id(),
        name_a=needed(name_a, N_("Give both sides a name.")),
        name_b=needed(name_b, N_("Give both sides a name.")),
        created=context.now,
        example=example,
    )


def new_session(
    partnership: Partnership,
    kind: str,
    day: date,
    context: Context,
    *,
    place: str = "",
    facilitator: str = "",
    rules: Rules | None = None,
    participants: tuple[str, ...] | None = None,
    budgets: dict[StageKey, int] | None = None,
    left_out: frozenset[StageKey] = frozenset(),
) -> Session:
    """A planned session of a kind, with that kind's stages and budgets unless told otherwise.

    ``budgets``: minutes a stage; ``left_out``: stages to skip; ``participants``: ids, by default
    everybody who belongs to the partnership now.
    """
    stages = tuple(
        StageState(
            key=stage.key,
            minutes=(budgets or {}).get(stage.key, stage.minutes),
            skipped=stage.key in left_out,
        )
        for stage in kind_of(kind).stages
    )
    first = next((s.key for s in stages if not s.skipped), stages[0].key)
    everybody = tuple(p.id for p in partnership.people if p.here)
    return Session(
        id=context.new_id(),
        partnership_id=partnership.id,
        kind=kind,
        date=day,
        place=place.strip(),
        facilitator=facilitator.strip(),
        created=context.now,
        participants=everybody if participants is None else participants,
        stages=stages,
        stage=first,
        rules=rules or Rules(),
    )


def work_on(partnership: Partnership, session: Session) -> Work:
    """A new session on the table, with an empty urn and no earlier rounds."""
    return Work(partnership, session, Urn(id=session.id), Turnout(id=session.id))
