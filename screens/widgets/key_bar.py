"""The keys that matter now, as many as fit: none is cut off at the edge."""

from dataclasses import dataclass

from textual import events
from textual.binding import ActiveBinding
from textual.content import Content
from textual.screen import Screen

from screens.plain import Text, joined, plain
from screens.widgets.rehearsal_mark import rehearsal_mark, rehearsing
from sessionui.text import cell_width

MARGIN = 1
"""Cells left empty at either edge, as in every line of a screen."""


@dataclass(frozen=True)
class _Key:
    """One key as it is shown: from column ``start`` up to ``end``."""

    key: str
    display: str
    description: str
    enabled: bool
    start: int

    @property
    def end(self) -> int:
        """The column after it; a space comes before the description."""
        return self.start + cell_width(self.display) + 1 + cell_width(self.description)


class KeyBar(Text):
    """One line with the keys for which there is room; help (F1) has them all. A click presses one.

    One widget that is painted, where Textual's footer mounts a widget for each key anew whenever
    the focus moves: walking through a form costs a fraction of that.
    """

    DEFAULT_CSS = """
    KeyBar {
        dock: bottom; height: 1; width: 1fr; padding: 0 1;
        text-wrap: nowrap; color: $footer-foreground;
    }
    """
    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__("")
        self._keys: tuple[_Key, ...] = ()

    def on_mount(self) -> None:
        """Follow what can be done."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def on_unmount(self) -> None:
        """Follow no longer."""
        self.screen.bindings_updated_signal.unsubscribe(self)

    @property
    def _mark(self) -> Content:
        """Says that this is a rehearsal, on a screen whose header does not."""
        # By name, for the header knows the models, and home is there before they are loaded.
        said = not rehearsing(self.app) or bool(self.screen.query("HeaderLine"))
        return plain("") if said else joined(rehearsal_mark(), " ")

    def _changed(self, screen: Screen[object]) -> None:
        if self.is_attached and screen is self.screen and screen.app.app_focus:
            self._show(
                _fitting(self._shown(), self.app.size.width, MARGIN + self._mark.cell_length)
            )

    def on_resize(self, event: events.Resize) -> None:
        """Another width has room for other keys."""
        del event
        self._show(_fitting(self._shown(), self.app.size.width, MARGIN + self._mark.cell_length))

    def on_click(self, event: events.Click) -> None:
        """Press the key under the pointer."""
        event.stop()
        hit = next((k for k in self._keys if k.start <= event.x < k.end), None)
        if hit is None:
            return
        if hit.enabled:
            self.app.simulate_key(hit.key)
        else:
            self.app.bell()

    def _shown(self) -> list[tuple[str, ActiveBinding]]:
        """What is to be shown, one key for each action, with how the key is called."""
        found: dict[str, tuple[str, ActiveBinding]] = {}
        for active in self.screen.active_bindings.values():
            if active.binding.show:
                name = self.app.get_key_display(active.binding)
                found.setdefault(active.binding.action, (name, active))
        return list(found.values())

    def _show(self, keys: tuple[_Key, ...]) -> None:
        if keys == self._keys:
            return
        self._keys = keys
        parts = [self._mark]
        for key in keys:
            off = "" if key.enabled else " dim"
            parts.append(plain(key.display, f"$footer-key-foreground bold{off}"))
            parts.append(plain(f" {key.description} ", f"$footer-description-foreground{off}"))
        self.show(joined(*parts))


def _fitting(shown: list[tuple[str, ActiveBinding]], width: int, start: int) -> tuple[_Key, ...]:
    """Those for which there is room from ``start`` on, in their order.

    A narrower one may fit after a wide one.
    """
    keys: list[_Key] = []
    end = width - MARGIN
    for display, active in shown:
        binding = active.binding
        key = _Key(binding.key, display, binding.description, active.enabled, start)
        if key.end <= end:
            keys.append(key)
            start = key.end + 1
    return tuple(keys)
