"""The base of every screen: translated keys, a footer, help, and plain error sentences."""

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar, Literal

from textual import work as worker
from textual.binding import ActiveBinding, Binding, BindingType

from screens.plain import plain
from screens.styled import StyledScreen
from sessionui.domain.wording import Sentence
from sessionui.locale import N_, _, phrase
from sessionui.themes import Looks

if TYPE_CHECKING:
    from screens.dialogs.help import HelpPage
    from sessionui.domain.room import Scene, Topic

Severity = Literal["information", "warning", "error"]
GENERAL = ("session.start", "stage.next", "help", "stages")
"""Ids of the bindings that every stage has; they stand last in the footer."""


class Frame(StyledScreen):
    """A screen of the application.

    ``TITLE_TEXT`` and ``HELP_TEXT`` are messages to translate; help shows the text and all keys
    that work on the screen.
    """

    TITLE_TEXT: ClassVar[str] = ""
    HELP_TEXT: ClassVar[str] = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (160, "-broad")]

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "help", N_("Help"), id="help"),
        Binding("ctrl+p", "commands", N_("All commands"), id="commands", show=False),
    ]

    ROOM_KEYS: ClassVar[frozenset[str]] = frozenset()
    """Ids of the bindings that go on working while the curtain shows the room's picture."""

    @property
    def topic(self) -> "Topic | None":
        """What this screen puts before the room; ``None``: what was there under it stays."""
        return None

    def scene(self, language: str, theme: str) -> "Scene | None":
        """What this screen puts before the room while no session is on the table."""
        del language, theme
        return None

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys that work now, described in the user's language; the general ones last."""
        described = {
            key: active._replace(
                binding=_described(active.binding, translated(active.binding.description))
            )
            for key, active in super().active_bindings.items()
        }
        rank = {binding_id: n for n, binding_id in enumerate(GENERAL, start=1)}
        return dict(sorted(described.items(), key=lambda kv: rank.get(kv[1].binding.id or "", 0)))

    @property
    def draws_blocks(self) -> bool:
        """Whether half blocks reach the terminal; else a code to scan is drawn with spaces."""
        return not isinstance(self.app, Looks) or self.app.draws_blocks

    def commands(self) -> list[tuple[str, ActiveBinding]]:
        """Every command that works now, with its key; ours only, not those of a text field."""
        return [
            (self.app.get_key_display(active.binding), active)
            for active in self.active_bindings.values()
            if active.enabled and active.binding.id and active.binding.description
        ]

    def action_help(self) -> None:
        """Show what this screen is for and every key that works on it."""
        # Imported when first asked for: the first paint of home does without.
        from screens.dialogs.help import HelpDialog
        from screens.dialogs.help_keys import HelpKey

        general = self.keys_everywhere()
        keys = [
            HelpKey(
                self.app.get_key_display(active.binding),
                active.binding.description,
                active.binding.id in general,
                active.enabled,
            )
            for active in self.active_bindings.values()
            if active.binding.id
            and active.binding.description
            # What this screen can do later is worth knowing; what no screen can now is not.
            and (active.enabled or active.binding.id not in general)
        ]
        self.app.push_screen(HelpDialog(_(self.TITLE_TEXT), self.help_pages(), keys))

    def help_pages(self) -> "list[HelpPage]":
        """What help says of this screen, before its keys."""
        from screens.dialogs.help import HelpPage  # see above

        return [HelpPage.of(_("This screen"), _(self.HELP_TEXT))]

    def keys_everywhere(self) -> frozenset[str | None]:
        """Ids of the keys that work on other screens too."""
        owners = (*type(self.app).__mro__, Frame)
        return frozenset(
            key.id
            for owner in owners
            for key in vars(owner).get("BINDINGS", ())
            if isinstance(key, Binding)
        )

    @worker
    async def action_commands(self) -> None:
        """Choose from all commands that work now."""
        # Imported when first asked for: the first paint of home does without.
        from screens.dialogs.commands import CommandsDialog

        chosen = await self.app.push_screen_wait(CommandsDialog(self.commands()))
        if chosen is not None:
            await self.app.run_action(chosen.binding.action, chosen.node)

    def say(self, sentence: Sentence | None) -> bool:
        """Tell why something was not done; whether it *was* done."""
        if sentence is None:
            return True
        self.tell(phrase(sentence.template, sentence.values), severity="warning")
        return False

    def tell(self, text: str, *, severity: Severity = "information") -> None:
        """Show a short message, as text."""
        self.app.notify(plain(text).plain, markup=False, severity=severity, timeout=6)


@lru_cache(maxsize=1024)
def _described(binding: Binding, description: str) -> Binding:
    """The same binding with that description; it is asked for at every move of the focus."""
    return replace(binding, description=description)


def translated(description: str) -> str:
    """A description in the user's language; an empty one stays empty (gettext's header is "")."""
    return _(description) if description else ""
