"""What one rater is asked: the same questions on a phone, in a form by mail and on paper.

It holds the wording only, and nothing that anybody answered.
"""

import datetime as dt

from sessionui.domain.record import Record
from sessionui.domain.scoring import Rules
from sessionui.domain.sides import SideKey, other
from sessionui.domain.work import Work


class Question(Record):
    """One indicator as it is worded in this round.

    ``seen``, ``not_seen``, ``at_4``, ``at_6``, ``at_8``: see ``indicators.Meaning``. ``expects``
    and ``needs`` are those of the rater's side; ``other_expects`` and ``other_needs`` those of
    the side that is scored. Any of them may be empty.
    """

    indicator_id: str
    revision: int
    name: str
    text: str = ""
    seen: str = ""
    not_seen: str = ""
    at_4: str = ""
    at_6: str = ""
    at_8: str = ""
    expects: str = ""
    needs: str = ""
    other_expects: str = ""
    other_needs: str = ""


class Questionnaire(Record):
    """The questions for one rater of ``side``, about the other side.

    ``rater_id`` and ``rater`` are empty where the form is not for a certain person.
    """

    contract: str
    session_id: str
    date: dt.date
    kind: str
    side: SideKey
    side_name: str
    other_name: str
    rater_id: str = ""
    rater: str = ""
    rules: Rules
    questions: tuple[Question, ...]

    @property
    def slots(self) -> tuple[tuple[str, bool], ...]:
        """What is asked: (indicator id, about the own side), the other side first."""
        asked = (False, True) if self.rules.self_estimate else (False,)
        return tuple((q.indicator_id, own) for own in asked for q in self.questions)


def questionnaire_of(work: Work, side: SideKey, rater_id: str | None = None) -> Questionnaire:
    """The questionnaire of this round for a rater of ``side``, in the order of the discussion."""
    receiver = other(side)
    return Questionnaire(
        contract=work.partnership.contract.name,
        session_id=work.session.id,
        date=work.session.date,
        kind=work.session.kind,
        side=side,
        side_name=work.names[side],
        other_name=work.names[receiver],
        rater_id=rater_id or "",
        rater=work.person_name(rater_id),
        rules=work.session.rules,
        questions=tuple(
            _question(work, item.indicator_id, item.revision, side) for item in work.items
        ),
    )


def _question(work: Work, indicator_id: str, number: int, side: SideKey) -> Question:
    indicator = work.partnership.indicator(indicator_id)
    if indicator is None:
        return Question(indicator_id=indicator_id, revision=number, name="?")
    revision = indicator.revision(number)
    meaning = revision.meaning
    return Question(
        indicator_id=indicator_id,
        revision=number,
        name=revision.name,
        text=meaning.text,
        seen=meaning.seen,
        not_seen=meaning.not_seen,
        at_4=meaning.at_4,
        at_6=meaning.at_6,
        at_8=meaning.at_8,
        expects=meaning.expects(side),
        needs=meaning.needs(side),
        other_expects=meaning.expects(other(side)),
        other_needs=meaning.needs(other(side)),
    )
