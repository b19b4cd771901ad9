"""Small pieces of the minutes that several parts are made of."""

import datetime as dt
from decimal import Decimal

from sessionui.domain.agreements import Action
from sessionui.domain.history import Line
from sessionui.domain.minutes.document import LineOf, LinePoint, Phrase, SinceNote, Who
from sessionui.domain.partnership import Partnership
from sessionui.domain.since import since_agreed
from sessionui.domain.wording import Sentence
from sessionui.domain.work import Work


def who(partnership: Partnership, person_id: str | None) -> Who | None:
    """The person as the minutes name them, or ``None``."""
    person = partnership.person(person_id)
    if person is None:
        return None
    return Who(id=person.id, name=person.name, role=person.role, side=person.side)


def phrase(sentence: Sentence) -> Phrase:
    """A sentence with its values sorted by type, so that it survives being stored."""
    values = sentence.values
    return Phrase(
        template=sentence.template,
        texts={k: v for k, v in values.items() if isinstance(v, str)},
        counts={k: v for k, v in values.items() if isinstance(v, int)},
        numbers={k: v for k, v in values.items() if isinstance(v, Decimal)},
        dates={k: v for k, v in values.items() if isinstance(v, dt.date)},
    )


def line_of(line: Line) -> LineOf:
    """A line over the rounds as the minutes keep it."""
    return LineOf(
        shape=line.shape,
        points=tuple(
            LinePoint(
                session_id=p.session_id,
                date=p.date,
                value=p.value,
                n=p.n,
                expected=p.expected,
                break_before=p.break_before,
            )
            for p in line.points
        ),
    )


def since_note(work: Work, action: Action) -> SinceNote | None:
    """What the marks did since the action was agreed, or ``None`` without an indicator."""
    since = since_agreed(work, action)
    if since is None:
        return None
    return SinceNote(
        then_on=since.then_on,
        now_on=since.now_on,
        a_then=since.then["a"],
        a_now=since.now.get("a"),
        b_then=since.then["b"],
        b_now=since.now.get("b"),
        broken=since.broken,
    )
