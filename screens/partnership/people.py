"""Page: the contract, and the people of both sides; those who left stay in the record."""

import asyncio
from typing import ClassVar

from textual import work as worker
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message

from screens.dialogs.partnership import PersonDialog
from screens.partnership.page import Page
from screens.partnership.sessions import contract_line
from screens.partnership.view import View
from screens.plain import Text, joined, plain
from screens.shelf import Shelf
from screens.widgets.pick_list import PickList
from screens.widgets.sides import SideColumn, SideColumns, side_name
from sessionui.domain.intents.people import SetPersonHere
from sessionui.domain.partnership import Person
from sessionui.domain.sides import SIDES, SideKey
from sessionui.domain.wording import Sentence
from sessionui.locale import N_, _, fmt_date, ngettext
from sessionui.text import cell_width, shorten_middle


class PeoplePage(Page):
    """Both sides beside each other."""

    KEY = "people"
    TITLE = N_("People")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", N_("Add"), id="people.add"),
        Binding("e", "edit", N_("Edit"), id="people.edit"),
        Binding("l", "here", N_("Leaves/back"), id="people.here"),
        Binding("x", "erase", N_("Erase the name everywhere"), id="people.erase", show=False),
    ]

    class Changed(Message):
        """People changed, or could not be: the sentence says why not."""

        def __init__(self, refusal: Sentence | None) -> None:
            super().__init__()
            self.refusal = refusal

    def __init__(self, shelf: Shelf, partnership_id: str) -> None:
        super().__init__()
        self.shelf, self.partnership_id = shelf, partnership_id

    def compose(self) -> ComposeResult:
        yield Text("", id="contract", classes="quiet")
        with SideColumns():
            for side in SIDES:
                with SideColumn(side):
                    yield Text("", id=f"nobody-{side}", classes="quiet")
                    yield PickList(id=f"people-{side}")

    def show(self, view: View) -> None:
        """See ``Page``."""
        width = max(self.room // 2 - 4, 10)
        self.query_one("#contract", Text).show(contract_line(view, self.room))
        for side in SIDES:
            here = view.partnership.people_of(side)
            gone = [p for p in view.partnership.people_of(side, here_only=False) if not p.here]
            count = ngettext("{n} person", "{n} people", len(here)).format(n=len(here))
            name = side_name(side, view.names[side], width - cell_width(count) - 4)
            column = self.query_one(f"#side-{side}", SideColumn)
            column.head(joined(name, plain(f"  {count}", "dim")))
            rows = [(p.id, _row(p, width)) for p in (*here, *gone)]
            self.query_one(f"#people-{side}", PickList).show(rows)
            nobody = self.query_one(f"#nobody-{side}", Text)
            nobody.display = not rows
            nobody.show(_("Nobody yet: press a to add a person."))

    def take_focus(self) -> None:
        """See ``Page``."""
        self.screen.set_focus(self.query_one("#people-a", PickList))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Dim what is impossible now."""
        del parameters
        if action == "add":
            return not self.shelf.read_only or None
        if action in ("edit", "here", "erase"):
            return (self._picked() is not None and not self.shelf.read_only) or None
        return True

    @property
    def side(self) -> SideKey:
        """The side that the keyboard is on."""
        focused = self.screen.focused
        return "b" if focused is not None and focused.id == "people-b" else "a"

    def _picked(self) -> Person | None:
        lists = self.query(f"#people-{self.side}").results(PickList)
        picked = next((choices.picked for choices in lists), None)
        return self.shelf.partnership(self.partnership_id).person(picked) if picked else None

    def on_option_list_option_highlighted(self, event: PickList.OptionHighlighted) -> None:
        """Another person, other keys."""
        event.stop()
        self.screen.refresh_bindings()

    def on_option_list_option_selected(self, event: PickList.OptionSelected) -> None:
        """Enter or a click edits."""
        event.stop()
        self.action_edit()

    @worker
    async def action_add(self) -> None:
        """Add a person on this side (or the other)."""
        partnership = self.shelf.partnership(self.partnership_id)
        if not self.shelf.read_only:
            before = {p.id for p in partnership.people}
            await self.app.push_screen_wait(PersonDialog(self.shelf, partnership, self.side))
            self.post_message(self.Changed(None))
            self.call_after_refresh(self._pick_newest, before)

    def _pick_newest(self, before: set[str]) -> None:
        """Put the keyboard on who was added, so that the next one comes on the same side."""
        people = self.shelf.partnership(self.partnership_id).people
        added = next((p for p in people if p.id not in before), None)
        if added is not None:
            people_of = self.query_one(f"#people-{added.side}", PickList)
            self.screen.set_focus(people_of)
            people_of.pick(added.id)

    @worker
    async def action_edit(self) -> None:
        """Correct a name or a role."""
        person = self._picked()
        if person is None or self.shelf.read_only:
            return
        partnership = self.shelf.partnership(self.partnership_id)
        await self.app.push_screen_wait(PersonDialog(self.shelf, partnership, person.side, person))
        self.post_message(self.Changed(None))

    @worker
    async def action_erase(self) -> None:
        """Somebody wants to be forgotten: ask for the name, erase it, tell what is left."""
        from screens.dialogs.erase import ErasedDialog, EraseDialog  # seldom needed

        person = self._picked()
        if person is None or self.shelf.read_only:
            return
        if not await self.app.push_screen_wait(EraseDialog(person.name)):
            return
        outcome = await asyncio.to_thread(self.shelf.erase, self.partnership_id, person.id)
        self.post_message(self.Changed(outcome if isinstance(outcome, Sentence) else None))
        if not isinstance(outcome, Sentence):
            await self.app.push_screen_wait(ErasedDialog(outcome))

    def action_here(self) -> None:
        """Somebody leaves the partnership, or comes back."""
        if person := self._picked():
            intent = SetPersonHere(person.id, not person.here)
            self.post_message(self.Changed(self.shelf.do(self.partnership_id, intent)))


def _row(person: Person, width: int) -> Content:
    if not person.here:
        left = _("left {date}").format(date=fmt_date(person.left)) if person.left else ""
        name = shorten_middle(person.name, max(width - cell_width(left) - 4, 6))
        return plain(f"{name}  {left}", "dim")
    name = shorten_middle(person.name, max(width - 12, 8) if person.role else width)
    role = shorten_middle(person.role, width - cell_width(name) - 2)
    return joined(name, plain(f"  {role}", "dim"))
