"""Whether an answer counts: from this session, of a form made here, unchanged, and up to date."""

import hmac
from dataclasses import dataclass, field
from datetime import date

from sessionui.domain.intents.score import SealBallot, check_reasons, checked_answers
from sessionui.domain.questionnaire import questionnaire_of
from sessionui.domain.scoring import Ballot, receipt_hash
from sessionui.domain.wording import N_, Refused
from sessionui.domain.work import Work
from sessionui.forms.answers import Content, Envelope, NotAnswers, content_of, envelope_in, wordings
from sessionui.forms.keys import Form, Maker, checksum, receipt_code
from sessionui.text import one_line


@dataclass(frozen=True)
class Received:
    """An answer that counts. ``key``: the same for two answers of one form.

    ``earlier``: that rater, or by side that form, gave answers before; ``same``: these answers;
    ``known``: this very file was taken in, though its answers may have been changed or
    taken back since.
    ``mark``: see ``Urn.taken``; ``saved``: see ``Content``; ``before``: by name, when the newest
    file of this rater that came in was saved, else 0.
    """

    ballot: SealBallot = field(repr=False)
    key: str = field(repr=False)
    earlier: bool = False
    same: bool = False
    known: bool = False
    mark: str = field(default="", repr=False)
    saved: int = field(default=0, repr=False)
    before: int = field(default=0, repr=False)

    @property
    def late(self) -> bool:
        """Whether it is known to be older than one of the same rater that came in."""
        return 0 < self.saved < self.before


def judged(text: str, work: Work) -> Received:
    """The answer in the text of one file.

    Raises ``Refused`` with one sentence that tells what is wrong: no answer, foreign, forged,
    edited, outdated, or against the rules of the round. Never repeats a mark or a reason.
    """
    envelope, content = _opened(text)
    _of_this_session(content, work)
    form = _form(content, work)
    if not hmac.compare_digest(checksum(form.key, envelope.answers), envelope.check):
        raise Refused(
            N_("It was changed after it was saved: its checksum doesn't fit. Ask for it again.")
        )
    _up_to_date(content, work)
    maker = Maker(work.session.phones.secret, work.session.id)
    return _received(content, form, maker.mark_of(envelope.check), work)


def _opened(text: str) -> tuple[Envelope, Content]:
    newer = False
    try:
        envelope = envelope_in(text)
        return envelope, content_of(envelope)
    except NotAnswers as wrong:
        newer = wrong.newer
    if newer:
        raise Refused(N_("It comes from a newer version of this program."))
    raise Refused(N_("This is not an answer file of a form, or it is damaged."))


def _of_this_session(content: Content, work: Work) -> None:
    if content.session != work.session.id:
        try:
            day = date.fromisoformat(one_line(content.date, limit=10))
        except ValueError:
            raise Refused(N_("It is for another session.")) from None
        raise Refused(N_("It is for another session, of {day}."), day=day)
    maker = Maker(work.session.phones.secret, work.session.id)
    if not work.session.phones.secret or content.origin != maker.origin:
        raise Refused(
            N_("Its form was made with another copy of this data file, so it can't be checked.")
        )


def _form(content: Content, work: Work) -> Form:
    maker = Maker(work.session.phones.secret, work.session.id)
    form = maker.found(content.form, content.side, content.rater, shared=content.shared)
    if form is None or bool(content.copy_) != content.shared:
        raise Refused(N_("It doesn't come from a form that was made here: it is forged."))
    return form


def _up_to_date(content: Content, work: Work) -> None:
    if content.rules != work.session.rules:
        raise Refused(
            N_(
                "It is outdated: how scores are given and shown was changed since its form was "
                "made. Send a new form."
            )
        )
    made, now = dict(content.items), dict(wordings(questionnaire_of(work, content.side)))
    revised = [i for i, wording in now.items() if made.get(i, wording) != wording]
    if revised:
        raise Refused(
            N_(
                "It is outdated: the meaning of {indicator} was revised since its form was made. "
                "Send a new form."
            ),
            indicator=work.indicator_name(revised[0]),
        )
    if made.keys() != now.keys():
        raise Refused(
            N_(
                "It is outdated: other indicators are scored now than when its form was made. "
                "Send a new form."
            )
        )


def _received(content: Content, form: Form, mark: str, work: Work) -> Received:
    by_name = work.session.rules.secrecy == "name"
    if by_name and work.partnership.person(form.rater_id) is None:
        raise Refused(N_("There is nobody of that name any more."))
    urn = work.urn if work.urn.items else work.urn.but(items=work.items)
    answers = checked_answers(content.answers, urn, work.session.rules)
    if not answers:
        raise Refused(N_("Nothing is filled in."))
    check_reasons(answers, work)
    code = receipt_code(form.key, content.copy_)
    earlier = (
        urn.of_rater(form.rater_id)
        if by_name
        else urn.with_receipt(receipt_hash(work.session.id, code))
    )
    ballot = SealBallot(
        form.side,
        answers,
        rater_id=form.rater_id if by_name else None,
        receipt="" if by_name else code,
    )
    return Received(
        ballot,
        form.rater_id if by_name else code,
        earlier=earlier is not None,
        same=earlier is not None and _same(earlier, ballot),
        known=mark in urn.taken,
        mark=mark,
        saved=content.saved,
        before=urn.saved_of(form.rater_id) if by_name else 0,
    )


def _same(earlier: Ballot, ballot: SealBallot) -> bool:
    return earlier.finished and earlier.answers == ballot.answers
