"""Look back: outcomes of open actions, hard figures, and what is going on at each side."""

from dataclasses import dataclass
from datetime import date, datetime

from sessionui.domain.agreements import Action, ActionEvent
from sessionui.domain.intents.base import Context, Intent, needed
from sessionui.domain.session import Adoption, Issue, Kpi, MinutesRef
from sessionui.domain.sides import SideKey
from sessionui.domain.terms import Outcome
from sessionui.domain.wording import N_, Refused
from sessionui.domain.work import Work


@dataclass(frozen=True)
class RecordOutcome(Intent):
    """What became of an action: done, postponed (to ``due``), dropped, or open again."""

    number: int
    outcome: Outcome
    note: str = ""
    due: date | None = None

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``. A second word in the same session replaces the first."""
        action = work.partnership.action(self.number)
        if action is None:
            raise Refused(N_("There is no action {number}."), number=self.number)
        if self.outcome == "postponed" and self.due is None:
            raise Refused(N_("Say to which date action {number} is postponed."), number=self.number)
        at = _moment(action, work, context)
        event = ActionEvent(
            outcome=self.outcome,
            at=at,
            session_id=work.session.id,
            note=self.note.strip(),
            due=self.due if self.outcome == "postponed" else None,
        )
        others = [e for e in action.events if e.session_id != work.session.id]
        place = sum(e.at <= at for e in others) if work.session.reopenings else len(others)
        events = (*others[:place], event, *others[place:])
        actions = tuple(
            a.but(events=events) if a.number == self.number else a for a in work.partnership.actions
        )
        return work.but(partnership=work.partnership.but(actions=actions))


def _moment(action: Action, work: Work, context: Context) -> datetime:
    """When it was said; in minutes that were opened again it counts as said in the session.

    So it doesn't stand after what later sessions said of the action.
    """
    session = work.session
    if not session.reopenings:
        return context.now
    before = action.event_in(session.id)
    return before.at if before else session.started_at or context.now


@dataclass(frozen=True)
class ClearOutcome(Intent):
    """Take back what this session said of an action."""

    number: int

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``."""
        actions = tuple(
            a.but(events=tuple(e for e in a.events if e.session_id != work.session.id))
            if a.number == self.number
            else a
            for a in work.partnership.actions
        )
        return work.but(partnership=work.partnership.but(actions=actions))


@dataclass(frozen=True)
class AdoptPrevious(Intent):
    """Whether the minutes of the session before were adopted, which, and remarks on them."""

    adopted: bool | None
    of: MinutesRef | None = None
    remarks: str = ""

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``."""
        of = self.of if self.adopted is not None else None
        adoption = Adoption(of=of, remarks=self.remarks.strip())
        session = work.session.but(adopted_previous=self.adopted, adoption=adoption)
        return work.but(session=session)


@dataclass(frozen=True)
class PutKpi(Intent):
    """Add a hard figure, or change the one with ``kpi_id``."""

    name: str
    value: str = ""
    target: str = ""
    comment: str = ""
    kpi_id: str | None = None

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``."""
        kpi = Kpi(
            id=self.kpi_id or context.new_id(),
            name=needed(self.name, N_("Give the figure a name.")),
            value=self.value.strip(),
            target=self.target.strip(),
            comment=self.comment.strip(),
        )
        kpis = work.session.kpis
        changed = tuple(kpi if k.id == kpi.id else k for k in kpis)
        return work.but(session=work.session.but(kpis=changed if self.kpi_id else (*kpis, kpi)))


@dataclass(frozen=True)
class RemoveKpi(Intent):
    """Take a hard figure out."""

    kpi_id: str

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``."""
        kpis = tuple(k for k in work.session.kpis if k.id != self.kpi_id)
        return work.but(session=work.session.but(kpis=kpis))


@dataclass(frozen=True)
class PutIssue(Intent):
    """Add what is going on at a side, or change the one with ``issue_id``."""

    side: SideKey
    text: str
    help_wanted: str = ""
    joint_action: str = ""
    issue_id: str | None = None

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``."""
        issue = Issue(
            id=self.issue_id or context.new_id(),
            side=self.side,
            text=needed(self.text, N_("Write down what is going on.")),
            help_wanted=self.help_wanted.strip(),
            joint_action=self.joint_action.strip(),
        )
        issues = work.session.issues
        changed = tuple(issue if i.id == issue.id else i for i in issues)
        after = changed if self.issue_id else (*issues, issue)
        return work.but(session=work.session.but(issues=after))


@dataclass(frozen=True)
class RemoveIssue(Intent):
    """Take an issue out."""

    issue_id: str

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``."""
        issues = tuple(i for i in work.session.issues if i.id != self.issue_id)
        return work.but(session=work.session.but(issues=issues))
