"""The first start, without any partnership: what this is, in which language, and two ways on."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from screens.plain import Text, joined, plain
from screens.widgets.spaced_list import SpacedList
from sessionui.locale import LANGUAGE_NAMES, N_, _, language


class Choices(SpacedList):
    """The ways on; enter takes one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", N_("Choose"), id="first.choose"),
    ]


class FirstStart(Vertical):
    """A calm page with three lines to choose from: ``new``, ``example``, ``language``."""

    DEFAULT_CSS = """
    FirstStart { align: center middle; }
    FirstStart > * { width: 64; max-width: 96%; }
    FirstStart Text { height: auto; padding: 0 2 1 2; }
    FirstStart Choices { height: auto; padding: 0 2; }
    """

    def compose(self) -> ComposeResult:
        yield Text("", id="first-title")
        yield Text("", id="first-what")
        yield Choices()

    def show(self) -> None:
        """Say it in the language of now."""
        title = joined(plain("◆", "$side-a"), plain(" × ", "dim"), plain("●", "$side-b"))
        self.query_one("#first-title", Text).show(joined(title, plain("  sessionui", "bold")))
        what = _(
            "Two contract partners score how they work together, explain the scores to each other "
            "and agree what to do. This program leads you through the session, from the first "
            "indicators to the minutes."
        )
        self.query_one("#first-what", Text).show(what)
        self.query_one(Choices).show(
            [
                ("new", _choice("n", _("New partnership"), _("your own two sides"))),
                ("example", _choice("e", _("Open the worked example"), _("a year, invented"))),
                ("language", _choice("ctrl+l", _other_language(), _("this is English"))),
            ]
        )

    def take_focus(self, picked: str | None = None) -> None:
        """Let the keyboard choose, from ``picked`` on."""
        choices = self.query_one(Choices)
        choices.pick(picked)
        self.screen.set_focus(choices)


def _other_language() -> str:
    return LANGUAGE_NAMES["en" if language() == "nl" else "nl"]


def _choice(key: str, what: str, more: str) -> Content:
    return joined(plain(key.ljust(8), "$accent"), plain(what, "bold"), plain(f"  {more}", "dim"))
