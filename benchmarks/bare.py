"""The bare Textual app that ours is measured against: a header, a list, a note field, a footer."""

from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.widgets import Footer, OptionList, Static, TextArea


class Bare(App[None]):
    """What any Textual app would do at least."""

    BINDINGS = [Binding("f1", "answer", "Answer")]  # noqa: RUF012 - as a bare app would

    def compose(self) -> ComposeResult:
        """See Textual."""
        yield Static("bare home", markup=False)
        yield OptionList(*[f"row {n}" for n in range(12)])
        yield TextArea(id="note")
        yield Footer(show_command_palette=False)

    def action_answer(self) -> None:
        """Answer a key, so that "usable" can be measured."""
        self.query_one(Static).update("bare answer")
        self.query_one("#note").focus()


if __name__ == "__main__":
    Bare().run()
