"""Answers that come step by step from a rater's own device, and the ways in for such devices."""

from dataclasses import dataclass, field
from typing import ClassVar

from sessionui.domain.intents.base import Context, Intent
from sessionui.domain.intents.score import (
    GIVEN_OR_BEGUN,
    check_reasons,
    checked_answers,
    sealed_in,
)
from sessionui.domain.scoring import Answer, Ballot, Urn, receipt_hash
from sessionui.domain.session import PhoneKey, Phones
from sessionui.domain.sides import SideKey
from sessionui.domain.wording import N_, Refused
from sessionui.domain.work import Work


@dataclass(frozen=True)
class GiveAnswers(Intent):
    """Some answers of one rater, laid over those given before; the others stay as they are.

    ``code``: the receipt that only this rater has; it finds their ballot again. ``rater_id``: who
    answers: needed by name; by side it is noted, apart from the ballot, with the first answer, or
    somebody who has begun could fill in a second form elsewhere; ``None`` where nobody knows.
    ``finished``: they say that they are done; it stays so when an answer is changed later.
    ``picked``: by name, the rater merely picked the name, so that only answers with this code are
    theirs.
    """

    side: SideKey
    answers: tuple[Answer, ...] = field(repr=False)
    code: str = field(repr=False)
    rater_id: str | None = None
    finished: bool = False
    picked: bool = False
    undoable: ClassVar[bool] = False

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``. Refused when locked, of the wrong side, or given elsewhere."""
        if work.session.locked:
            raise Refused(N_("Scoring is closed. Answers can't be changed any more."))
        urn = work.urn if work.urn.items else work.urn.but(items=work.items)
        if not urn.items:
            raise Refused(N_("There are no indicators to score yet. Define them first."))
        check_reasons(self.answers, work)
        earlier = self._earlier(work, urn)
        answers = checked_answers(
            (*(earlier.answers if earlier else ()), *self.answers), urn, work.session.rules
        )
        if not answers:
            raise Refused(N_("Nothing was filled in yet."))
        ballot = Ballot(
            id=earlier.id if earlier else context.new_id(),
            side=self.side,
            rater_id=self.rater_id if work.session.rules.secrecy == "name" else None,
            receipt=receipt_hash(work.session.id, self.code),
            finished=self.finished or (earlier is not None and earlier.finished),
            answers=answers,
        )
        noted = ballot.finished or work.session.rules.secrecy == "side"
        return sealed_in(work, urn.with_ballot(ballot), self.rater_id if noted else None)

    def _earlier(self, work: Work, urn: Urn) -> Ballot | None:
        """The ballot that these answers belong to. Raises ``Refused`` for somebody else's."""
        person = work.partnership.person(self.rater_id)
        by_name = work.session.rules.secrecy == "name"
        if (self.rater_id is not None or by_name) and (person is None or person.side != self.side):
            raise Refused(N_("That person is not of the side that these answers come from."))
        mine = urn.with_receipt(receipt_hash(work.session.id, self.code))
        if mine is not None and mine.side != self.side:
            raise Refused(N_("That person is not of the side that these answers come from."))
        if by_name:
            theirs = urn.of_rater(self.rater_id or "")
            if self.picked and theirs is not None and theirs != mine:
                raise self._given_elsewhere(work)
            return theirs
        if mine is None and self.rater_id in work.turnout.answered:
            raise self._given_elsewhere(work)
        return mine

    def _given_elsewhere(self, work: Work) -> Refused:
        return Refused(GIVEN_OR_BEGUN, name=work.person_name(self.rater_id))


@dataclass(frozen=True)
class WithdrawAnswers(Intent):
    """A rater takes all of their answers back, because they were given for the wrong side or name.

    ``code``, ``rater_id`` and ``picked``: see ``GiveAnswers``. ``by_receipt``: the receipt code
    alone brought them, so by side nobody knows who is to leave the turnout. Then an empty form
    stays: whoever has the code, or the card it follows from, can fill it in again.
    """

    side: SideKey
    code: str = field(repr=False)
    rater_id: str | None = None
    picked: bool = False
    by_receipt: bool = False
    undoable: ClassVar[bool] = False

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``. Refused when locked, and where there are no such answers."""
        if work.session.locked:
            raise Refused(N_("Scoring is closed. Answers can't be changed any more."))
        if work.session.rules.secrecy == "name" and not self.picked:
            mine = work.urn.of_rater(self.rater_id or "")
        else:
            mine = work.urn.with_receipt(receipt_hash(work.session.id, self.code))
        if mine is None or mine.side != self.side:
            raise Refused(N_("Nothing was filled in yet."))
        if self.by_receipt and mine.rater_id is None:
            emptied = mine.but(answers=(), finished=False)
            return work.but(urn=work.urn.with_ballot(emptied))
        turnout = work.turnout.without_person(self.rater_id) if self.rater_id else work.turnout
        return work.but(urn=work.urn.without_ballot(mine), turnout=turnout)


@dataclass(frozen=True)
class OpenToPhones(Intent):
    """Phones may come in. ``secret``: 32 hex digits, random; one that is there already stays."""

    secret: str = field(repr=False)
    undoable: ClassVar[bool] = False
    on_confirmed: ClassVar[bool] = True
    in_minutes: ClassVar[bool] = False

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``."""
        phones = work.session.phones
        if phones.secret:
            return work
        return work.but(session=work.session.but(phones=phones.but(secret=self.secret)))


@dataclass(frozen=True)
class RenewRoomCode(Intent):
    """The code of the room is replaced by another; phones that are in already stay in."""

    undoable: ClassVar[bool] = False
    in_minutes: ClassVar[bool] = False

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``."""
        phones = work.session.phones
        return work.but(session=work.session.but(phones=phones.but(issue=phones.issue + 1)))


@dataclass(frozen=True)
class IssueKey(Intent):
    """Somebody gets a way in. ``key_hash``: of the token.

    A card ends that person's earlier ones. ``picked``: a phone picked the name; then every other
    way in stays, as a phone's stays when there is a card.
    """

    person_id: str
    key_hash: str = field(repr=False)
    picked: bool = False
    undoable: ClassVar[bool] = False
    in_minutes: ClassVar[bool] = False

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``. Refused for somebody who isn't in the partnership."""
        if work.partnership.person(self.person_id) is None:
            raise Refused(N_("There is nobody of that name any more."))
        phones = work.session.phones
        ended = () if self.picked else _keys_of(phones, self.person_id, picked=False)
        rest = [k for k in phones.personal if k not in ended]
        keys = sorted(
            [*rest, PhoneKey(person_id=self.person_id, hash=self.key_hash, picked=self.picked)],
            key=lambda k: (k.person_id, k.hash),
        )
        return work.but(session=work.session.but(phones=phones.but(personal=tuple(keys))))


@dataclass(frozen=True)
class RevokeKeys(Intent):
    """Somebody's personal code ends; what they answered stays.

    ``picked``: it is the phones that picked the name whose way in ends.
    """

    person_id: str
    picked: bool = False
    undoable: ClassVar[bool] = False
    in_minutes: ClassVar[bool] = False

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``."""
        phones = work.session.phones
        ended = _keys_of(phones, self.person_id, picked=self.picked)
        rest = tuple(k for k in phones.personal if k not in ended)
        return work.but(session=work.session.but(phones=phones.but(personal=rest)))


def _keys_of(phones: Phones, person_id: str, *, picked: bool) -> tuple[PhoneKey, ...]:
    return tuple(k for k in phones.personal if k.person_id == person_id and k.picked == picked)


@dataclass(frozen=True)
class ShowRevealedOnPhones(Intent):
    """Whether phones show the figures of an indicator once the wall shows them."""

    on: bool
    in_minutes: ClassVar[bool] = False

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``."""
        phones = work.session.phones.but(show_revealed=self.on)
        return work.but(session=work.session.but(phones=phones))
