"""How a rehearsal is marked on every screen. Home loads it, so it knows no model."""

from textual.app import App
from textual.content import Content

from screens.plain import plain
from sessionui.locale import _

REHEARSAL = "-rehearsal"
"""The class of the application during a rehearsal."""

_STYLE = "bold reverse $warning"


def rehearsal_mark() -> Content:
    """The word, as no other word is shown."""
    return plain(f" {_('REHEARSAL')} ", _STYLE)


def rehearsing(app: App[object]) -> bool:
    """Whether what is on screen is a rehearsal."""
    return app.has_class(REHEARSAL)
