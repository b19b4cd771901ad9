"""Home: every partnership with its mark and what is open, and the ways to begin.

It has to be there at once, so it shows the cards of the file and loads no model. What a dialog
needs is loaded when the dialog is first asked for.
"""

from pathlib import Path
from typing import ClassVar

from textual import events
from textual import work as worker
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input

from screens.frame import Frame
from screens.home_rows import card_row, face_for, found
from screens.messages import OpenExample, OpenPartnership, SwitchLanguage
from screens.plain import Text, plain
from screens.shelf import Shelf
from screens.widgets.ends import EndsLine
from screens.widgets.filter_input import FilterInput
from screens.widgets.first_start import FirstStart
from screens.widgets.key_bar import KeyBar
from screens.widgets.pick_list import PickList
from screens.widgets.spaced_list import SpacedList
from sessionui.domain.cards import Card
from sessionui.locale import LANGUAGE_NAMES, N_, _, language, ngettext

_FRAME_LINES = 6
_WIDEST = 112


class Partnerships(SpacedList):
    """The list; enter or a click opens one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", N_("Open"), id="home.open"),
    ]


class HomeScreen(Frame):
    """All partnerships; without any, a short welcome."""

    TITLE_TEXT = N_("Partnerships")
    HELP_TEXT = N_(
        "Each partnership stands here with its last session, its overall mark and the line of the "
        "marks before it, its open actions and the next date. Press / and type to search. An "
        "archived partnership is hidden until v shows it; nothing of it is lost. The worked "
        "example is invented, and marked as an example everywhere."
    )
    # The bottom screen is never pushed, and only pushing reads the file of a CSS_PATH.
    DEFAULT_CSS = Path(__file__).with_name("home.tcss").read_text(encoding="utf-8")
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "new", N_("New"), id="home.new"),
        Binding("slash", "search", N_("Search"), id="home.search", key_display="/"),
        Binding("a", "archive", N_("Archive"), id="home.archive"),
        Binding("a", "take_out", N_("Take out of archive"), id="home.take_out"),
        Binding("delete", "delete", N_("Delete"), id="home.delete"),
        Binding("v", "archived", N_("Show or hide archived"), id="home.archived", show=False),
        Binding("e", "example", N_("Example"), id="home.example"),
    ]

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self.shelf = shelf
        self.archived_shown = False
        self._cards: tuple[Card, ...] = ()
        self._words: tuple[str, ...] = ()
        self._picked: str | None = None
        self._choice: str | None = None
        self._composed = False

    def compose(self) -> ComposeResult:
        self._composed = True
        yield EndsLine(id="top")
        yield Text("", id="banner")
        yield Text("", id="read-only")
        with Horizontal(id="search"):
            yield Text("/")
            yield FilterInput(id="filter")
        with Vertical(id="work"):
            yield Partnerships(id="partnerships")
            yield Text("", id="empty")
            yield FirstStart()
        yield EndsLine(id="foot")
        yield KeyBar()

    # --- showing

    def on_screen_resume(self) -> None:
        """Shown again: a session may have changed things."""
        self.show()

    def on_resize(self, event: events.Resize) -> None:
        """Fit the rows to the window."""
        del event
        self.show()

    def show(self) -> None:
        """Show the partnerships as they are now."""
        if not self.is_mounted or not self.size.width:
            return
        self._cards = tuple(sorted(self.shelf.cards(), key=_rank))
        first = not self._cards
        self.query_one(FirstStart).display = first
        self.query_one("#search").display = not first
        if first:
            self.query_one(FirstStart).show()
        self._show_lines(first=first)
        self._show_list()
        self.refresh_bindings()
        self._begin(first=first)

    def _show_lines(self, *, first: bool) -> None:
        total = sum(not card.archived for card in self._cards)
        put_away = len(self._cards) - total
        count = ngettext("{n} partnership", "{n} partnerships", total).format(n=total)
        self.query_one("#top", EndsLine).show(
            plain("sessionui", "bold"), plain("" if first else count, "dim")
        )
        notice = self.query_one("#read-only", Text)
        notice.display = self.shelf.read_only
        notice.show(_("This file was opened for reading only, so nothing can be changed here."))
        search = self.query_one(FilterInput)
        search.placeholder = _("press / and type a name to search")
        if put_away:
            text = (
                ngettext("{n} archived · v hides it", "{n} archived · v hides them", put_away)
                if self.archived_shown
                else ngettext("{n} archived · v shows it", "{n} archived · v shows them", put_away)
            ).format(n=put_away)
        else:
            text = ""
        keys = f"ctrl+l {_other_language()} · ctrl+q {_('Quit')}"
        self.query_one("#foot", EndsLine).show(plain(text, "dim"), plain(keys, "dim"))

    def _show_list(self) -> None:
        shown = [
            card
            for card in self._cards
            if (self.archived_shown or not card.archived) and found(card, self._words)
        ]
        width = min(self.size.width, _WIDEST) - 5
        face = face_for(len(shown), self.size.height - _FRAME_LINES)
        today = self.shelf.today()
        choices = self.query_one(Partnerships)
        choices.display = bool(shown)
        rows = [(card.id, card_row(card, width, today, face)) for card in shown]
        choices.space(rows, spaced=face != "small")
        empty = self.query_one("#empty", Text)
        empty.display = bool(self._cards) and not shown
        empty.show(
            _("No partnership has a name like that. Escape shows everything again.")
            if self._words
            else _("All partnerships are archived. Press v to show them, or n for a new one.")
        )

    def _begin(self, *, first: bool) -> None:
        """Give the keyboard its place in a screen that was just composed, or has none."""
        if self._composed:
            self._composed = False
            self.query_one(FilterInput).value = " ".join(self._words)
            self.query_one(Partnerships).pick(self._picked)
        if self.focused is None or not all(n.display for n in self.focused.ancestors_with_self):
            if first:
                self.query_one(FirstStart).take_focus(self._choice)
            else:
                self.set_focus(self.query_one(Partnerships))

    # --- search

    def action_search(self) -> None:
        """Search by name."""
        self.set_focus(self.query_one(FilterInput))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what has those words in its names."""
        event.stop()
        self._words = self.query_one(FilterInput).words
        self._show_list()
        self.refresh_bindings()

    def on_filter_input_left(self, message: FilterInput.Left) -> None:
        """The list has the keyboard again."""
        message.stop()
        self.set_focus(self.query_one(Partnerships))

    # --- one partnership

    @property
    def card(self) -> Card | None:
        """The partnership that is picked in the list."""
        choices = self.query(Partnerships)
        picked = choices.first().picked if choices else None
        return next((card for card in self._cards if card.id == picked), None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Dim or hide what is impossible now."""
        del parameters
        if action in ("search", "archived"):
            return bool(self._cards)
        if action in ("archive", "take_out", "delete"):
            card = self.card
            fits = card is not None and (
                action == "delete" or card.archived == (action != "archive")
            )
            return fits and (not self.shelf.read_only or None)
        if action == "new":
            return not self.shelf.read_only or None
        return True

    def on_option_list_option_highlighted(self, event: PickList.OptionHighlighted) -> None:
        """Remember where we are; archived ones have another key."""
        event.stop()
        if event.option_list.id == "partnerships":
            self._picked = event.option.id
            self.refresh_bindings()
        else:
            self._choice = event.option.id

    def on_option_list_option_selected(self, event: PickList.OptionSelected) -> None:
        """Open a partnership, or take one of the first steps."""
        event.stop()
        match event.option.id:
            case str() as chosen if event.option_list.id == "partnerships":
                self.post_message(OpenPartnership(chosen))
            case "new":
                self.action_new()
            case "example":
                self.action_example()
            case "language":
                self.post_message(SwitchLanguage())

    @worker
    async def action_new(self) -> None:
        """Begin a new partnership."""
        # Loads the forms and with them the models; home does without.
        from screens.dialogs.partnership import NewPartnership

        if self.shelf.read_only:
            return
        form = NewPartnership(self.shelf)
        if await self.app.push_screen_wait(form):
            self.show()
            self.query_one(Partnerships).pick(form.partnership_id)
            self.post_message(OpenPartnership(form.partnership_id))

    def action_example(self) -> None:
        """Open the worked example."""
        self.post_message(OpenExample())

    def action_archived(self) -> None:
        """Show archived partnerships too, or hide them again."""
        self.archived_shown = not self.archived_shown
        self.show()

    def action_archive(self) -> None:
        """Put a partnership away."""
        self._archive(archived=True)

    def action_take_out(self) -> None:
        """Take a partnership out of the archive."""
        self._archive(archived=False)

    def _archive(self, *, archived: bool) -> None:
        from sessionui.domain.intents.people import ArchivePartnership  # loads the models

        if card := self.card:
            self.say(self.shelf.do(card.id, ArchivePartnership(archived=archived)))
            self.show()

    @worker
    async def action_delete(self) -> None:
        """Delete a partnership, after its name was typed."""
        from screens.dialogs.delete import DeleteDialog  # loaded when first asked for

        card = self.card
        if card is not None and await self.app.push_screen_wait(DeleteDialog(card)):
            self.say(self.shelf.delete(card.id))
            self.show()


def _rank(card: Card) -> tuple[bool, bool, str, str]:
    """Archived ones last, examples before them, else by name."""
    return card.archived, card.example, card.name_a.casefold(), card.name_b.casefold()


def _other_language() -> str:
    return LANGUAGE_NAMES["en" if language() == "nl" else "nl"]
