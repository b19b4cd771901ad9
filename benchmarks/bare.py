"""The bare Textual app that ours is measured against: a header, a list, a note field, a footer."""

from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.widgets import Footer, Input, OptionList, Static, TextArea


class Bare(App[None]):
    """What any Textual app would do at least."""

    BINDINGS = [
        Binding("slash", "search", "Search"),
        Binding("f1", "note", "Note"),
    ]

    def compose(self) -> ComposeResult:
        """See Textual."""
        yield Static("bare home", markup=False)
        yield Input(id="search")
        yield OptionList(*[f"row {n}" for n in range(12)])
        yield TextArea(id="note")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Begin in the list."""
        self.query_one(OptionList).focus()

    def action_search(self) -> None:
        """Go to the search line."""
        self.query_one("#search").focus()

    def action_note(self) -> None:
        """Go to the note field."""
        self.query_one("#note").focus()


if __name__ == "__main__":
    Bare().run()
