"""The session on the table: intents in, saved states out. Owns no rule of the method."""

from collections.abc import Callable, Collection, Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING

from sessionui.cleaning import cleaned
from sessionui.domain.intents.base import Context, Intent, carry_out
from sessionui.domain.minutes.build import minutes_of
from sessionui.domain.minutes.content import known_hash
from sessionui.domain.minutes.document import MinutesDocument, VersionNote
from sessionui.domain.minutes.handed_out import EVERYTHING, Extent, HandedOut
from sessionui.domain.session import MinutesRef, Session
from sessionui.domain.undo import Step, redo, step_between, undo
from sessionui.domain.wording import N_, Refused, Sentence
from sessionui.domain.work import Work
from sessionui.handing_out import (
    PocketCode,
    PocketKind,
    PocketSize,
    changes_said,
    default_folder,
    export_minutes,
    minutes_text,
    one_at_a_time,
    pocket_codes,
    write_forms,
)
from sessionui.holidays import COUNTRY, holiday_in
from sessionui.kept_minutes import (
    earlier_versions,
    kept_minutes,
    previous_minutes,
    version_of,
)
from store.repository import Repository

if TYPE_CHECKING:
    from sessionui.domain.mapping import Mapping
    from sessionui.intake.imported import Imported
    from sessionui.phone_host import PhoneHost


_READ_ONLY = N_("This file was opened for reading only, so nothing can be changed here.")


class SessionDesk:
    """What the screens of a session see (``screens.desk.Desk``).

    ``publish`` is called after every change, so that the screen shows it; ``phones_answered``
    instead of it after answers from phones, some times a second at most.
    """

    def __init__(
        self,
        repository: Repository,
        session_id: str,
        clock: Callable[[], datetime],
        new_id: Callable[[], str],
        publish: Callable[[], None],
        *,
        phones_answered: Callable[[], None] | None = None,
    ) -> None:
        self._repository = repository
        self._clock, self._new_id, self._publish = clock, new_id, publish
        self._work = repository.work(session_id)
        self._phones: PhoneHost | None = None
        self._phones_answered = phones_answered or publish
        self._done: list[Step] = []
        self._undone: list[Step] = []
        prefix = f"{session_id}/"
        self._drafts = {
            key.removeprefix(prefix): text
            for key, text in repository.drafts().items()
            if key.startswith(prefix)
        }
        self._prefix = prefix

    @property
    def work(self) -> Work:
        """The partnership and session as they are now."""
        return self._work

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed."""
        return self._repository.read_only

    def do(self, intent: Intent, *, forget: str = "") -> Sentence | None:
        """Carry out and save; see ``screens.desk.Desk.do``."""
        if self.read_only:
            return Sentence(_READ_ONLY)
        before = self._work
        try:
            after = self._after(intent, before)
        except Refused as refused:
            return refused.sentence
        self._take(before, after, forget)
        return None

    def do_all(
        self, intents: Iterable[Intent], publish: Callable[[], None] | None = None
    ) -> list[Sentence | None]:
        """Carry out several, one after the other, as one save; each one's refusal or ``None``.

        ``publish``: called instead of the desk's own, to show what many phones do less often.
        """
        refusals: list[Sentence | None] = []
        before = after = self._work
        for intent in intents:
            if self.read_only:
                refusals.append(Sentence(_READ_ONLY))
                continue
            try:
                after = self._after(intent, after)
            except Refused as refused:
                refusals.append(refused.sentence)
            else:
                refusals.append(None)
        self._take(before, after, publish=publish)
        return refusals

    def _after(self, intent: Intent, before: Work) -> Work:
        """The work after ``intent``, with a step to take it back. Raises ``Refused``."""
        context = Context(self.now(), self.today(), self._new_id)
        after = carry_out(cleaned(intent), before, context)
        if intent.undoable:
            step = step_between(before, after)
            if not step.empty:
                self._done.append(step)
                self._undone.clear()
        return after

    def settle(self) -> bool:
        """Wait for the disk."""
        return self._repository.settle()

    def undo(self) -> Sentence | None:
        """Take back the last change."""
        return self._step(self._done, self._undone, undo, N_("There is nothing to undo."))

    def redo(self) -> Sentence | None:
        """Make the last change again."""
        return self._step(self._undone, self._done, redo, N_("There is nothing to redo."))

    def _step(
        self,
        source: list[Step],
        target: list[Step],
        move: Callable[[Work, Step], Work],
        nothing: str,
    ) -> Sentence | None:
        if not source:
            return Sentence(nothing)
        before = self._work
        try:
            after = move(before, source[-1])
        except Refused as refused:
            # It can't be taken back any more, and must not bar the way to those before it.
            if before.session.state != "confirmed":
                source.pop()
            return refused.sentence
        target.append(source.pop())
        self._take(before, after)
        return None

    def _take(
        self,
        before: Work,
        after: Work,
        forget: str = "",
        publish: Callable[[], None] | None = None,
    ) -> None:
        if after is before:
            if forget:
                self.keep_draft(forget, None)
            return
        self._work = after
        known = self._drafts.pop(forget, None) is not None
        confirmed = bool(after.session.confirmed_at and not before.session.confirmed_at)
        self._repository.save(
            before,
            after,
            forget=self._prefix + forget if known else "",
            # In the same revision: confirmed without its minutes must never be.
            minutes=self._made_of(after) if confirmed else None,
        )
        if confirmed:
            self._repository.fold()
        if after.session.locked and not before.session.locked:
            self._repository.backup("reveal")
        if after.session.stage != before.session.stage:
            self._repository.fold()
        (publish or self._publish)()

    def draft(self, key: str) -> str | None:
        """The half-typed text under ``key``."""
        return self._drafts.get(key)

    def keep_draft(self, key: str, text: str | None) -> None:
        """Keep a half-typed text at once, or forget it."""
        if text is None:
            if self._drafts.pop(key, None) is None:
                return
        else:
            self._drafts[key] = text
        if not self.read_only:
            self._repository.draft(self._prefix + key, text)

    def drafts_under(self, prefix: str) -> tuple[str, ...]:
        """The keys of half-typed texts that begin with ``prefix``, sorted."""
        return tuple(sorted(key for key in self._drafts if key.startswith(prefix)))

    def read_scores(
        self, path: str, mapping: "Mapping | None" = None, skip: Collection[str] = ()
    ) -> "Imported":
        """What taking in answers would do; see ``screens.desk.Desk.read_scores``."""
        from sessionui.intake.file import read_file  # only few sessions need it
        from sessionui.intake.mapping_file import remembered, setting_of

        found = read_file(path, self._work, mapping, skip)
        if mapping is None and found.unclear:
            before = remembered(self._repository.setting(setting_of(self._work)))
            if before is not None and before.fits([s.heading for s in found.sights]):
                return read_file(path, self._work, before, skip)
        return found

    def remember_columns(self, mapping: "Mapping") -> None:
        """Keep a mapping for the next sheet of this partnership."""
        from sessionui.intake.mapping_file import setting_of  # see above

        if not self.read_only:
            self._repository.set_setting(setting_of(self._work), mapping.model_dump_json())

    def prepare_forms(self) -> Sentence | None:
        """Make the secret that forms are made with, if there is none yet."""
        from sessionui.domain.intents.phones import OpenToPhones  # see above
        from sessionui.forms.handing_out import new_secret

        if self._work.session.phones.secret:
            return None
        return self.do(OpenToPhones(new_secret()))

    def write_forms(self, lang: str, folder: str, *, numbered: bool) -> tuple[str, ...] | Sentence:
        """Write the forms into a folder; the paths, or why not."""
        outcome = write_forms(self._work, lang, folder, numbered=numbered)
        if not isinstance(outcome, Sentence) and not self.read_only:
            self._repository.set_setting("export-folder", folder)
        return outcome

    def minutes(self) -> MinutesDocument:
        """As confirmed, else a draft of this moment."""
        return kept_minutes(self._repository, self._work.session) or self._made_of(self._work)

    def _made_of(self, work: Work) -> MinutesDocument:
        earlier = earlier_versions(self._repository, work.session)
        return minutes_of(work, self.now(), earlier=earlier, holiday=self.holiday)

    @property
    def versions(self) -> tuple[VersionNote, ...]:
        """The confirmed versions of these minutes, oldest first; the one in force last."""
        now = self.in_force
        return (*self.minutes().versions, *([now] if now else []))

    @property
    def in_force(self) -> VersionNote | None:
        """See ``screens.desk.Desk.in_force``."""
        if self._work.session.state != "confirmed":
            return None
        kept = self.minutes()
        if kept.confirmed_at is None:
            return None
        return VersionNote(
            number=kept.edition,
            confirmed_at=kept.confirmed_at,
            content_hash="" if kept.altered else known_hash(kept),
            reason="",
        )

    @property
    def altered(self) -> bool:
        """See ``screens.desk.Desk.altered``."""
        return self._work.session.minutes_only and self.minutes().altered

    def version_text(self, number: int, lang: str) -> str:
        """One confirmed version as Markdown; ``""`` for one that isn't there."""
        kept = self._version(number)
        return minutes_text(kept, lang) if kept else ""

    def _version(self, number: int) -> MinutesDocument | None:
        return version_of(self._repository, self._work.session, number)

    def changes(self, number: int, lang: str) -> tuple[str, ...]:
        """What differs from a version to the next one, in sentences."""
        note = next((v for v in self.versions if v.number == number), None)
        return changes_said(self.minutes(), note.changes, lang) if note else ()

    def previous_minutes(self) -> MinutesRef | None:
        """The confirmed minutes of the session before, or ``None``."""
        return previous_minutes(self._repository, self._work)

    def planned_next(self) -> Session | None:
        """The session after this one where that is planned already, or ``None``."""
        here = self._work.session
        found = self._repository.sessions(here.partnership_id)
        following = next((s for s in found if s.id != here.id and s.date > here.date), None)
        return following if following and following.state == "planned" else None

    def holiday(self, day: date) -> dict[str, str]:
        """See ``screens.desk.Desk.holiday``; in the country of the settings."""
        return holiday_in(self._repository.setting(COUNTRY), day)

    def pocket_codes(
        self, lang: str, kind: PocketKind, size: PocketSize
    ) -> "tuple[PocketCode, ...]":
        """See ``screens.desk.Desk.pocket_codes``."""
        return pocket_codes(self.minutes(), lang, kind, size)

    def minutes_text(self, lang: str) -> str:
        """The minutes as Markdown."""
        return minutes_text(self.minutes(), lang)

    @property
    def phones(self) -> "PhoneHost":
        """The server of the phones; made when first asked for, off until it is started."""
        if self._phones is None:
            from sessionui.phone_host import PhoneHost  # only few sessions need it

            self._phones = PhoneHost(self, self._publish, self._phones_answered)
        return self._phones

    @property
    def serves_phones(self) -> bool:
        """Whether phones are let in now."""
        return self._phones is not None and self._phones.running

    def close(self) -> None:
        """The session is put away: phones are served no longer."""
        if self._phones is not None:
            self._phones.close()

    def remembered(self, name: str) -> str:
        """A setting of the file."""
        return self._repository.setting(name)

    def remember(self, name: str, value: str) -> None:
        """Keep a setting in the file."""
        if not self.read_only:
            self._repository.set_setting(name, value)

    def export_folder(self) -> str:
        """Where minutes were last written to, else the user's documents."""
        return self._repository.setting("export-folder") or default_folder()

    def house_folder(self) -> str:
        """See ``screens.desk.Desk.house_folder``."""
        return self._repository.setting("export-house")

    def export(
        self,
        formats: tuple[str, ...],
        lang: str,
        folder: str,
        extent: Extent = EVERYTHING,
        *,
        edition: int = 0,
    ) -> HandedOut | Sentence:
        """Write the minutes into a folder, all or none; what was written, or why not."""

        def write() -> HandedOut | Sentence:
            document = (self._version(edition) if edition else None) or self.minutes()
            outcome = export_minutes(document, formats, lang, folder, extent)
            if not isinstance(outcome, Sentence) and not self.read_only:
                self._repository.set_setting("export-house", extent.house)
                self._repository.set_setting("export-folder", folder)
            return outcome

        return one_at_a_time(write)

    def now(self) -> datetime:
        """The moment, with its time zone."""
        return self._clock()

    def today(self) -> date:
        """The day on the wall calendar."""
        return self._clock().date()
