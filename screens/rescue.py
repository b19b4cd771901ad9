"""What every screen of the application has when saving is in trouble: a banner and ways out."""

import asyncio
from abc import abstractmethod
from pathlib import Path
from typing import ClassVar, Protocol

from textual import work as worker
from textual.binding import Binding, BindingType

from screens.plain import Text
from sessionui.domain.wording import Sentence
from sessionui.locale import N_, _, phrase
from sessionui.themes import Looks

REOPEN = -1
"""What the application ends with when another file has taken the place of the one it had open."""


class Saving(Protocol):
    """How it stands with the file, and what can be done about it."""

    @property
    def trouble(self) -> str:
        """Why saving fails now, as a sentence to translate; ``""`` while all is well."""

    @property
    def conflict(self) -> bool:
        """Whether another program changed the file and it is not settled which one counts."""

    def look(self) -> None:
        """Notice soon what others did to the file."""

    def news(self) -> tuple[Sentence, ...]:
        """What happened to the file since this was last asked."""

    def keep_mine(self) -> bool:
        """What is here counts."""

    def take_theirs(self) -> bool:
        """The other file counts."""


class RescueApp(Looks):
    """An application over a file. ``saving``: that file."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+o", "rescue", N_("Save elsewhere, or choose"), id="app.rescue", show=False),
    ]
    saving: Saving

    @abstractmethod
    def save_copy(self, folder: str) -> str | Sentence:
        """Write a whole copy into a folder: its path, or why not. Called in a thread."""

    @abstractmethod
    def record_pending(self) -> None:
        """Record what is typed and not recorded yet."""

    @abstractmethod
    def leave(self) -> None:
        """End the application."""

    def watch_saving(self) -> None:
        """Look after the file, and tell as long as something can't be saved."""
        self.saving.look()
        for news in self.saving.news():
            self.tell(news)
        trouble = self._trouble()
        for screen in self.screen_stack:
            banner = next(iter(screen.query("#banner").results(Text)), None)
            if banner is not None:
                banner.display = bool(trouble)
                banner.show(trouble)

    def _trouble(self) -> str:
        """What is wrong with saving and what to do, in a sentence or two; or ``""``."""
        trouble = self.saving.trouble
        if not trouble:
            return ""
        way_out = _("ctrl+o: save a copy elsewhere.")
        if self.saving.conflict:
            way_out = _("ctrl+o: choose which one counts.")
        return f"{_(trouble)} {way_out}"

    def tell(self, notice: Sentence) -> None:
        """Show a sentence long enough to be read."""
        text = phrase(notice.template, notice.values)
        self.notify(text, markup=False, severity="warning", timeout=30)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Ways out exist only while something is wrong."""
        del parameters
        return action != "rescue" or bool(self.saving.trouble)

    @worker
    async def action_rescue(self) -> None:
        """Save a copy elsewhere; if another program changed the file, choose which one counts."""
        from screens.dialogs.rescue import ConflictDialog  # seldom needed

        choice: str | None = "copy"
        if self.saving.conflict:
            choice = await self.push_screen_wait(ConflictDialog())
        self.record_pending()
        if choice == "copy":
            await self._copy_elsewhere()
        elif choice == "mine":
            await asyncio.to_thread(self.saving.keep_mine)
        elif choice == "theirs" and await asyncio.to_thread(self.saving.take_theirs):
            self.exit(REOPEN)
        self.watch_saving()

    async def _copy_elsewhere(self) -> None:
        from screens.dialogs.rescue import CopyDialog  # seldom needed

        await self.push_screen_wait(CopyDialog(self.save_copy, str(Path.home())))

    async def action_quit(self) -> None:
        """Leave; nothing is lost by that, or it is asked."""
        self.record_pending()
        if self.saving.trouble and not self.saving.conflict:
            self._ask_to_quit()
        else:
            self.leave()

    @worker
    async def _ask_to_quit(self) -> None:
        from screens.dialogs.rescue import QuitDialog  # seldom needed

        if any(isinstance(screen, QuitDialog) for screen in self.screen_stack):
            return
        choice = await self.push_screen_wait(QuitDialog())
        if choice == "copy":
            await self._copy_elsewhere()
        elif choice == "quit":
            self.leave()
