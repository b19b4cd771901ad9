"""What the user sets by a key and finds again: language, theme, plain signs, animation."""

import os
from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import work as worker
from textual.binding import Binding, BindingType
from textual.screen import Screen

from screens import messages
from screens.rescue import RescueApp
from sessionui.domain.wording import Sentence
from sessionui.locale import N_, language, set_language
from sessionui.motion import asked_for_less

PLAIN = "plain"
"""The setting "signs" of who wants nothing but ASCII."""

MOTION = "motion"
"""The setting of who turned the animation on or off; without one the machine says it."""


class PreferencesApp(RescueApp):
    """An application whose looks and language are kept."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+l", "language", N_("Nederlands / English"), id="app.language", show=False),
        Binding("ctrl+k", "theme", N_("Dark, light, high contrast"), id="app.theme", show=False),
        Binding("ctrl+b", "signs", N_("Plain signs (ASCII)"), id="app.signs", show=False),
        Binding("ctrl+u", "motion", N_("Animation on or off"), id="app.motion", show=False),
    ]

    @abstractmethod
    def keep_setting(self, name: str, value: str) -> None:
        """Keep a setting in the file, if it can be written."""

    @abstractmethod
    def kept_screens(self) -> Sequence[Screen[None]]:
        """Screens that stay composed while they are not shown."""

    def begin_as_kept(self, setting: Callable[[str], str]) -> None:
        """Begin as ``setting`` (a file's settings by name) says."""
        self.begin_in(setting("theme") or "", plain_signs=setting("signs") == PLAIN)
        self._moving = self.animation_level
        wanted = setting(MOTION)
        if wanted == "off" or (not wanted and asked_for_less(os.environ)):
            self.animation_level = "none"

    def on_switch_language(self, message: messages.SwitchLanguage) -> None:
        """Show everything in another language."""
        message.stop()
        self._speak(message.lang)

    def action_language(self) -> None:
        """Show everything in the other language."""
        self._speak("")

    def _speak(self, lang: str) -> None:
        new = lang or ("en" if language() == "nl" else "nl")
        if new not in ("nl", "en"):
            return
        self.record_pending()
        set_language("nl" if new == "nl" else "en")
        self.keep_setting("language", new)
        self._say_again()

    @worker
    async def _say_again(self) -> None:
        kept = [screen for screen in self.kept_screens() if screen not in self.screen_stack]
        for screen in [*self.screen_stack, *kept]:
            if screen.is_running:
                await screen.recompose()
                show = getattr(screen, "show", None)
                if show is not None:
                    show()

    def action_theme(self) -> None:
        """Change to the next theme: dark, light, high contrast."""
        self.keep_setting("theme", self.next_theme())

    def action_motion(self) -> None:
        """Draw the veil away at the reveal, or show the marks at once."""
        on = self.animation_level == "none"
        if on and self._moving == "none":
            self.tell(Sentence(N_("TEXTUAL_ANIMATIONS turns animations off.")))
            return
        self.animation_level = self._moving if on else "none"
        self.keep_setting(MOTION, "on" if on else "off")
        self.tell(Sentence(N_("Animation is on.") if on else N_("Animation is off.")))

    def action_signs(self) -> None:
        """Draw in plain ASCII, or in lines and blocks again."""
        self.use_plain_signs(plain=not self.plain_signs)
        self.keep_setting("signs", PLAIN if self.plain_signs else "")
