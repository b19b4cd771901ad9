"""Actions and decisions: agreeing, changing and reading them back (method, stage 7)."""

from dataclasses import dataclass
from datetime import date

from sessionui.domain.agreements import Action, Decision, goes_with
from sessionui.domain.intents.base import Context, Intent, needed
from sessionui.domain.session import ReadBack
from sessionui.domain.sides import SIDES, SideKey
from sessionui.domain.wording import N_, Refused
from sessionui.domain.work import Work


@dataclass(frozen=True)
class PutAction(Intent):
    """Agree an action, or change the one with ``number``. Owner and date may follow later.

    The date of an action of an earlier session is changed by postponing it, which is counted.
    """

    text: str
    done_when: str = ""
    owner_id: str | None = None
    due: date | None = None
    indicator_id: str | None = None
    quick_win: bool = False
    number: int | None = None

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``."""
        partnership = work.partnership
        text = needed(self.text, N_("Write down what will be done."))
        if self.owner_id is not None and partnership.person(self.owner_id) is None:
            raise Refused(N_("The owner is a person of one of the two sides."))
        given = {
            "text": text,
            "done_when": self.done_when.strip(),
            "owner_id": self.owner_id,
            "due": self.due,
            "indicator_id": self.indicator_id,
            "quick_win": self.quick_win,
        }
        if self.number is None:
            action = Action(
                number=partnership.next_action_number,
                session_id=work.session.id,
                at=context.now,
                **given,  # type: ignore[arg-type]
            )
            return work.but(partnership=partnership.but(actions=(*partnership.actions, action)))
        known = partnership.action(self.number)
        if known is None:
            raise Refused(N_("There is no action {number}."), number=self.number)
        given["due"] = self._due(known, work)
        before = self._sides_before(known, work)
        actions = tuple(
            a.but(**given, sides_before=before) if a.number == self.number else a
            for a in partnership.actions
        )
        return work.but(partnership=partnership.but(actions=actions))

    def _sides_before(self, known: Action, work: Work) -> tuple[SideKey, ...]:
        """Of an action that minutes were handed out with: who had it and has it no longer."""
        if not work.session.reopenings and work.of_this_session(known):
            return known.sides_before
        was, now = (
            goes_with(person.side if (person := work.partnership.person(owner)) else None)
            for owner in (known.owner_id, self.owner_id)
        )
        had = {*known.sides_before, *was}
        return tuple(side for side in SIDES if side in had and side not in now)

    def _due(self, known: Action, work: Work) -> date | None:
        """The date first agreed, kept unless it is this session's own or there was none yet."""
        as_known = work.action(known.number) or known
        if self.due in (known.due_now, as_known.due_now):
            return known.due
        if known.due_now is None or known.session_id == work.session.id:
            return self.due
        raise Refused(
            N_("Action {number} is of an earlier session: postpone it at the look-back."),
            number=known.number,
        )


@dataclass(frozen=True)
class WithdrawAction(Intent):
    """Take back an action made in this session; its number is not used again."""

    number: int
    withdrawn: bool = True

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``. One of an earlier session is dropped at the look-back instead."""
        action = work.partnership.action(self.number)
        if action is None:
            raise Refused(N_("There is no action {number}."), number=self.number)
        if action.session_id != work.session.id:
            raise Refused(N_("This action is of an earlier session: drop it at the look-back."))
        actions = tuple(
            a.but(withdrawn=self.withdrawn) if a.number == self.number else a
            for a in work.partnership.actions
        )
        return work.but(partnership=work.partnership.but(actions=actions))


@dataclass(frozen=True)
class PutDecision(Intent):
    """Record a decision, or reword the one of this session with ``number``."""

    text: str
    indicator_id: str | None = None
    number: int | None = None

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``. A decision of an earlier session stands in its minutes."""
        partnership = work.partnership
        text = needed(self.text, N_("Write down what was decided."))
        if self.number is None:
            decision = Decision(
                number=partnership.next_decision_number,
                text=text,
                indicator_id=self.indicator_id,
                session_id=work.session.id,
                at=context.now,
            )
            decisions = (*partnership.decisions, decision)
        else:
            known = next((d for d in partnership.decisions if d.number == self.number), None)
            if known is None or known.session_id != work.session.id:
                raise Refused(
                    N_("This decision is of an earlier session: record a new one that replaces it.")
                )
            decisions = tuple(
                d.but(text=text, indicator_id=self.indicator_id) if d.number == self.number else d
                for d in partnership.decisions
            )
        return work.but(partnership=partnership.but(decisions=decisions))


@dataclass(frozen=True)
class WithdrawDecision(Intent):
    """Take back a decision made in this session; its number is not used again."""

    number: int
    withdrawn: bool = True

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``."""
        decisions = tuple(
            d.but(withdrawn=self.withdrawn)
            if d.number == self.number and d.session_id == work.session.id
            else d
            for d in work.partnership.decisions
        )
        return work.but(partnership=work.partnership.but(decisions=decisions))


@dataclass(frozen=True)
class RecordReadBack(Intent):
    """The actions were read back: objections, and whether there is consent."""

    read: bool
    objections: str = ""
    consent: bool | None = None

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``."""
        read_back = ReadBack(read=self.read, objections=self.objections, consent=self.consent)
        return work.but(session=work.session.but(read_back=read_back))
