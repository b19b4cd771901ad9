"""The session on the table: intents in, saved states out. Owns no rule of the method."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

from sessionui.cleaning import cleaned
from sessionui.domain.intents.base import Context, Intent, carry_out
from sessionui.domain.minutes.build import minutes_of
from sessionui.domain.minutes.document import MinutesDocument
from sessionui.domain.undo import Step, redo, step_between, undo
from sessionui.domain.wording import N_, Refused, Sentence
from sessionui.domain.work import Work
from sessionui.handing_out import default_folder, export_minutes, minutes_text
from store.repository import Repository

if TYPE_CHECKING:
    from sessionui.intake.imported import Imported


class SessionDesk:
    """What the screens of a session see (``screens.desk.Desk``).

    ``publish`` is called after every change, so that the screen shows it.
    """

    def __init__(
        self,
        repository: Repository,
        session_id: str,
        clock: Callable[[], datetime],
        new_id: Callable[[], str],
        publish: Callable[[], None],
    ) -> None:
        self._repository = repository
        self._clock, self._new_id, self._publish = clock, new_id, publish
        self._work = repository.work(session_id)
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

    def do(self, intent: Intent) -> Sentence | None:
        """Carry out and save; see ``screens.desk.Desk.do``."""
        if self.read_only:
            return Sentence(N_("This file is open in another window; here it can only be read."))
        before = self._work
        context = Context(self.now(), self.today(), self._new_id)
        try:
            after = carry_out(cleaned(intent), before, context)
        except Refused as refused:
            return refused.sentence
        if intent.undoable:
            step = step_between(before, after)
            if not step.empty:
                self._done.append(step)
                self._undone.clear()
        self._take(before, after)
        return None

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

    def _take(self, before: Work, after: Work) -> None:
        if after is before:
            return
        self._work = after
        self._repository.save(before, after)
        if after.session.confirmed_at and not before.session.confirmed_at:
            self._repository.keep_minutes(minutes_of(after, self.now()))
            self._repository.fold()
        if after.session.locked and not before.session.locked:
            self._repository.backup("reveal")
        if after.session.stage != before.session.stage:
            self._repository.fold()
        self._publish()

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

    def read_scores(self, path: str) -> "Imported":
        """What taking in the answers in a file would do."""
        from sessionui.intake.file import read_file  # only few sessions need it

        return read_file(path, self._work)

    def minutes(self) -> MinutesDocument:
        """As confirmed, else a draft of this moment."""
        session = self._work.session
        kept = self._repository.minutes(session.id) if session.state == "confirmed" else None
        return kept or minutes_of(self._work, self.now())

    def minutes_text(self, lang: str) -> str:
        """The minutes as Markdown."""
        return minutes_text(self.minutes(), lang)

    def export_folder(self) -> str:
        """Where minutes were last written to, else the user's documents."""
        return self._repository.setting("export-folder") or default_folder()

    def export(
        self, formats: tuple[str, ...], lang: str, folder: str
    ) -> tuple[str, ...] | Sentence:
        """Write the minutes into a folder; the paths, or why not."""
        outcome = export_minutes(self.minutes(), formats, lang, folder)
        if not isinstance(outcome, Sentence) and not self.read_only:
            self._repository.set_setting("export-folder", folder)
        return outcome

    def now(self) -> datetime:
        """The moment, with its time zone."""
        return self._clock()

    def today(self) -> date:
        """The day on the wall calendar."""
        return self._clock().date()
