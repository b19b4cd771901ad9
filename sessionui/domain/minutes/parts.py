"""Small pieces of the minutes that several parts are made of."""

import datetime as dt
from decimal import Decimal

from sessionui.domain.history import Line
from sessionui.domain.minutes.document import LineOf, LinePoint, Phrase, Who
from sessionui.domain.partnership import Partnership
from sessionui.domain.wording import Sentence


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
