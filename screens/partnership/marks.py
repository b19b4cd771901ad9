"""Page: how the marks went over the rounds. Only what was revealed, and nothing that is hidden."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from screens.partnership.marks_text import marks_text
from screens.partnership.page import Page
from screens.partnership.view import View
from screens.plain import Text
from sessionui.locale import N_, _


class MarksPage(Page):
    """The overall mark over the rounds, then each indicator in both directions."""

    KEY = "marks"
    TITLE = N_("Marks")

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="marks"):
            yield Text("", id="no-marks", classes="quiet")
            yield Text("", id="marks-text")

    def show(self, view: View) -> None:
        """See ``Page``."""
        empty = self.query_one("#no-marks", Text)
        empty.display = not view.rounds
        empty.show(
            _("No marks yet. They stand here after the first reveal, in a quarterly review.")
        )
        text = self.query_one("#marks-text", Text)
        text.display = bool(view.rounds)
        if view.rounds:
            text.show(marks_text(view, self.room))

    def take_focus(self) -> None:
        """See ``Page``."""
        self.screen.set_focus(self.query_one("#marks"))
