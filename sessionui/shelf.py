"""All partnerships in the file, for home and the partnership screen."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

from sessionui.domain.cards import Card
from sessionui.domain.wording import N_, Refused, Sentence
from sessionui.locale import _
from sessionui.text import clean, one_line
from store.repository import Repository

if TYPE_CHECKING:
    # Home is drawn before the models are loaded; the methods below load them when first needed.
    from sessionui.domain.erasing import Erased
    from sessionui.domain.intents.base import Context, PartnershipIntent
    from sessionui.domain.kinds import StageKey
    from sessionui.domain.partnership import Partnership
    from sessionui.domain.rounds import RoundFigures
    from sessionui.domain.scoring import Rules
    from sessionui.domain.session import Session
    from sessionui.domain.sides import SideKey

_READ_ONLY = N_("This file was opened for reading only, so nothing can be changed here.")


class FileShelf:
    """What the screens outside a session see (``screens.shelf.Shelf``)."""

    def __init__(
        self,
        repository: Repository,
        clock: Callable[[], datetime],
        new_id: Callable[[], str],
    ) -> None:
        self._repository, self._clock, self._new_id = repository, clock, new_id
        self._drafts = dict(repository.drafts())

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed."""
        return self._repository.read_only

    def cards(self) -> tuple[Card, ...]:
        """One card a partnership."""
        return self._repository.cards()

    def partnership(self, partnership_id: str) -> "Partnership":
        """One partnership."""
        return self._repository.partnership(partnership_id)

    def sessions(self, partnership_id: str) -> "tuple[Session, ...]":
        """Its sessions by date."""
        return self._repository.sessions(partnership_id)

    def rounds(self, partnership_id: str) -> "tuple[RoundFigures, ...]":
        """Its revealed rounds by date."""
        sessions = self.sessions(partnership_id)
        return self._repository.work(sessions[-1].id).rounds if sessions else ()

    def create(self, name_a: str, name_b: str) -> "str | Sentence":
        """A new partnership."""
        from sessionui.domain.planning import new_partnership  # see above

        if self.read_only:
            return Sentence(_READ_ONLY)
        try:
            partnership = new_partnership(one_line(name_a), one_line(name_b), self._context())
        except Refused as refused:
            return refused.sentence
        self._repository.save_partnership(partnership)
        return partnership.id

    def do(self, partnership_id: str, intent: "PartnershipIntent") -> Sentence | None:
        """Change a partnership."""
        from sessionui.cleaning import cleaned  # see above
        from sessionui.domain.intents.base import PartnershipIntent

        if self.read_only:
            return Sentence(_READ_ONLY)
        tidy = cleaned(intent)
        if not isinstance(tidy, PartnershipIntent):
            raise TypeError(type(tidy).__name__)
        try:
            after = tidy.change(self.partnership(partnership_id), self._context())
        except Refused as refused:
            return refused.sentence
        self._repository.save_partnership(after)
        return None

    def plan(
        self,
        partnership_id: str,
        kind: str,
        day: date,
        *,
        place: str,
        facilitator: str,
        rules: "Rules",
        participants: tuple[str, ...],
        budgets: "Mapping[StageKey, int]",
        left_out: "frozenset[StageKey]",
    ) -> "str | Sentence":
        """Plan a session."""
        from sessionui.domain.planning import new_session, work_on  # see above

        if self.read_only:
            return Sentence(_READ_ONLY)
        partnership = self.partnership(partnership_id)
        session = new_session(
            partnership,
            kind,
            day,
            self._context(),
            place=one_line(place),
            facilitator=one_line(facilitator),
            rules=rules,
            participants=participants,
            budgets=dict(budgets),
            left_out=left_out,
        )
        self._repository.save(None, work_on(partnership, session))
        return session.id

    @property
    def country(self) -> str:
        """See ``screens.shelf.Shelf``."""
        return self._repository.setting("country")

    def set_country(self, country: str) -> Sentence | None:
        """See ``screens.shelf.Shelf``."""
        from sessionui.holidays import COUNTRY, NONE, known  # few change it

        wanted = one_line(country).upper()
        if wanted == self.country:
            return None
        if self.read_only:
            return Sentence(_READ_ONLY)
        if wanted not in ("", NONE) and not known(wanted):
            text = N_("{country} is no country whose holidays are known. Write NL, BE or DE, say.")
            return Sentence(text, {"country": wanted})
        self._repository.set_setting(COUNTRY, wanted)
        return None

    def write_calendar(
        self, partnership_id: str, lang: str, copy_for: "SideKey | None"
    ) -> str | Sentence:
        """Write the actions as they stand now for calendars, where minutes were last written."""
        from sessionui.domain.minutes.between import standing_now  # see above
        from sessionui.handing_out import default_folder, write_calendar

        document = standing_now(
            self.partnership(partnership_id), self.sessions(partnership_id), self._clock()
        )
        folder = self._repository.setting("export-folder") or default_folder()
        return write_calendar(document, lang, folder, copy_for)

    def why_not_cancel(self, session_id: str) -> Sentence | None:
        """See ``screens.shelf.Shelf``."""
        if self.read_only:
            return Sentence(_READ_ONLY)
        work = self._repository.work(session_id)
        if work.session.state != "planned" or work.has_ballots:
            return Sentence(N_("Only a planned session in which nobody has scored can be deleted."))
        return None

    def cancel(self, session_id: str) -> Sentence | None:
        """Delete a planned session in which nobody has scored."""
        refusal = self.why_not_cancel(session_id)
        if refusal is None:
            self._repository.delete_session(session_id)
        return refusal

    def delete(self, partnership_id: str) -> Sentence | None:
        """Delete a partnership with all its sessions."""
        if self.read_only:
            return Sentence(_READ_ONLY)
        self._repository.delete_partnership(partnership_id)
        return None

    def erase(self, partnership_id: str, person_id: str) -> "Erased | Sentence":
        """Erase a person; what could not be reached, or why not."""
        from sessionui.domain.intents.erase import ErasePerson  # see above
        from store.errors import StoreError

        if self.read_only:
            return Sentence(_READ_ONLY)
        partnership = self.partnership(partnership_id)
        person = partnership.person(person_id)
        side = partnership.name_of(person.side) if person else ""
        label = _("a former member of {side}").format(side=side)
        try:
            intent = ErasePerson(person_id, self._new_id(), label)
            outcome = self._repository.erase(partnership_id, intent, self._context())
        except (Refused, StoreError) as refused:
            return refused.sentence
        self._drafts = dict(self._repository.drafts())
        return outcome

    def draft(self, key: str) -> str | None:
        """A half-typed text."""
        return self._drafts.get(key)

    def keep_draft(self, key: str, text: str | None) -> None:
        """Keep a half-typed text at once, or forget it."""
        if text is None:
            self._drafts.pop(key, None)
        else:
            text = clean(text)
            self._drafts[key] = text
        if not self.read_only:
            self._repository.draft(key, text)

    def today(self) -> date:
        """The day on the wall calendar."""
        return self._clock().date()

    def _context(self) -> "Context":
        from sessionui.domain.intents.base import Context  # see above

        return Context(self._clock(), self.today(), self._new_id)
