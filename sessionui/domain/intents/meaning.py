"""Give meaning: every change after the first wording is a dated revision with its reason."""

from dataclasses import dataclass

from sessionui.domain.indicators import Indicator, Meaning, Revision
from sessionui.domain.intents.base import Context, Intent, needed
from sessionui.domain.wording import N_, Refused
from sessionui.domain.work import Work


@dataclass(frozen=True)
class ReviseMeaning(Intent):
    """Word the meaning (and name) of an indicator.

    As long as nobody has scored the wording and it was made in this session, the words are just
    improved; otherwise a new revision is added with its reason, and the old one stays.
    """

    indicator_id: str
    name: str
    meaning: Meaning
    reason: str = ""

    def apply(self, work: Work, context: Context) -> Work:
        """See ``Intent.apply``. A later change needs a reason; no change adds no revision."""
        indicator = work.partnership.indicator(self.indicator_id)
        if indicator is None:
            raise Refused(N_("There is no such indicator."))
        name = needed(self.name, N_("Give the indicator a name."))
        current = indicator.current
        if current.name == name and current.meaning == self.meaning:
            return work
        draft = is_draft(work, indicator)
        if not draft and not self.reason.strip():
            raise Refused(
                N_("Say why the meaning of {name} changes: the old text stays beside it."),
                name=indicator.name,
            )
        revision = Revision(
            number=current.number if draft else current.number + 1,
            name=name,
            meaning=self.meaning,
            reason=self.reason.strip() or current.reason if draft else self.reason.strip(),
            at=context.now,
            session_id=work.session.id,
        )
        kept = indicator.revisions[:-1] if draft else indicator.revisions
        changed = indicator.but(revisions=(*kept, revision))
        indicators = tuple(
            changed if i.id == indicator.id else i for i in work.partnership.indicators
        )
        return work.but(partnership=work.partnership.but(indicators=indicators))


def is_draft(work: Work, indicator: Indicator) -> bool:
    """Whether the wording in force was made in this session and nobody has scored it yet.

    A first wording without any text is a draft wherever it was made. What stood in minutes that
    were confirmed is no draft any more, also when they are opened again.
    """
    scored = any(
        i.indicator_id == indicator.id and i.revision == indicator.current.number
        for i in work.urn.items
    ) or any(
        (item := r.item(indicator.id)) is not None and item.revision == indicator.current.number
        for r in work.earlier
    )
    if scored:
        return False
    empty = indicator.meaning == Meaning() and indicator.current.number == 1
    confirmed = [r.at for r in work.session.reopenings]
    stood_in_minutes = any(indicator.current.at <= at for at in confirmed)
    return empty or (indicator.current.session_id == work.session.id and not stood_in_minutes)
