"""Personal codes: shown to one person at a time, taken back, or printed as cards."""

from typing import ClassVar

from textual import work as worker
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from screens.desk import Desk
from screens.dialogs.confirm import ConfirmDialog
from screens.dialogs.form import Field, FormDialog, Values
from screens.frame import Frame
from screens.phone_host import Handed
from screens.phones.handed import HandedScreen
from screens.plain import Text, joined, plain
from screens.widgets.header import HeaderLine
from screens.widgets.key_bar import KeyBar
from screens.widgets.pick_list import PickList
from screens.widgets.sides import SideColumn, SideColumns, side_name
from sessionui.domain.intents.phones import RevokeKeys
from sessionui.domain.sides import SIDES
from sessionui.domain.wording import Sentence
from sessionui.domain.work import Work
from sessionui.locale import N_, _, ngettext
from sessionui.text import cell_width, shorten_middle


class PersonalScreen(Frame):
    """Who has a personal way in."""

    TITLE_TEXT = N_("Personal codes")
    HELP_TEXT = N_(
        "A personal code lets one person in, and on another phone it finds the same answers again. "
        "enter shows it to the picked person alone: let only them look. A new code ends the "
        "earlier one, d takes it back altogether; what was answered stays. c writes a sheet of "
        "cards to print and cut, one a person; that makes new codes for everybody on it. A phone "
        "that picked the name stays in meanwhile; d puts it out where there is no code.\n\n"
        "By side a code isn't stored with any answer: whoever reads the file can't tell whose "
        "answers are whose by it. So who has begun and gets a new code is asked for the receipt "
        "code that the phone showed; the same code on another phone needs none."
    )
    CSS_PATH = "phones.tcss"
    AUTO_FOCUS = "#keys-a"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "hand_out", N_("Show a code"), id="personal.show"),
        Binding("d,delete", "revoke", N_("Take back"), id="personal.revoke"),
        Binding("c", "cards", N_("Cards to print"), id="personal.cards"),
        Binding("escape", "close", N_("Back"), id="personal.close"),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    def compose(self) -> ComposeResult:
        """See Textual."""
        yield HeaderLine()
        yield Text(_("Personal codes: enter shows one, to that person alone."), id="title")
        with SideColumns():
            for side in SIDES:
                with SideColumn(side):
                    yield PickList(id=f"keys-{side}")
        yield KeyBar()

    def on_mount(self) -> None:
        """Show who has one."""
        self.call_after_refresh(self.show)

    def on_resize(self) -> None:
        """Use the new width."""
        self.call_after_refresh(self.show)

    def on_screen_resume(self) -> None:
        """Back from a code."""
        self.show()

    def show(self) -> None:
        """Bring the lists up to date."""
        if not self.query("#keys-b"):
            return
        work = self.desk.work
        self.query_one(HeaderLine).show(work)
        width = self.size.width // 2 - 4
        for side in SIDES:
            self.query_one(f"#side-{side}", SideColumn).head(
                side_name(side, work.names[side], width)
            )
            rows = [(p, _row(work, p, width)) for p in work.raters(side)]
            self.query_one(f"#keys-{side}", PickList).show(rows)
        self.refresh_bindings()

    def _picked(self) -> str | None:
        side = "b" if self.focused and self.focused.id == "keys-b" else "a"
        return self.query_one(f"#keys-{side}", PickList).picked

    def on_option_list_option_selected(self, event: PickList.OptionSelected) -> None:
        """Enter or a click shows a code."""
        event.stop()
        self.action_hand_out()

    @worker
    async def action_hand_out(self) -> None:
        """A new code for the picked person, on a screen with nothing else."""
        person_id = self._picked()
        if person_id is None:
            return
        work = self.desk.work
        name = work.person_name(person_id)
        if work.session.phones.has_card(person_id):
            question = _("Give {name} a new code?").format(name=name)
            words = _("The earlier one ends; what was answered with it stays.")
            if work.session.rules.secrecy == "side" and person_id in work.turnout.answered:
                words = _(
                    "Answers are begun or given, and by side nothing but the receipt code finds "
                    "them again: with the new code {name} is asked for it. Without the receipt "
                    "code they stay as they are. The earlier code still works on another phone, "
                    "if it is at hand."
                ).format(name=name)
            if not await self.app.push_screen_wait(ConfirmDialog(question, words)):
                return
        handed = self.desk.phones.hand_out(person_id)
        if isinstance(handed, Sentence):
            self.say(handed)
            return
        await self._show_to(name, handed)

    async def _show_to(self, name: str, handed: Handed) -> None:
        await self.app.push_screen_wait(HandedScreen(name, handed))

    @worker
    async def action_revoke(self) -> None:
        """Take the code of the picked person back, or put out the phone that picked the name."""
        person_id, phones = self._picked(), self.desk.work.session.phones
        if person_id is None:
            return
        name, card = self.desk.work.person_name(person_id), phones.has_card(person_id)
        if card:
            question = _("Take back the code of {name}?").format(name=name)
            words = _("Their phone is out at once. What was answered stays.")
        elif phones.is_picked(person_id):
            question = _("Put out every phone that picked {name}?").format(name=name)
            words = _(
                "It is out at once; what was answered stays. It comes in again with a personal "
                "code, with its receipt code, or, where it hasn't answered, with the code of the "
                "room."
            )
        else:
            return
        if await self.app.push_screen_wait(ConfirmDialog(question, words)):
            self.say(self.desk.do(RevokeKeys(person_id, picked=not card)))
            self.show()

    @worker
    async def action_cards(self) -> None:
        """Write a sheet of cards for everybody who is asked to score."""
        folder: list[str] = []

        def submit(values: Values) -> Sentence | None:
            folder.append(str(values["folder"]))
            return None

        hint = _("Everybody gets a new code; earlier ones end.")
        session, answered = self.desk.work.session, self.desk.work.turnout.answered
        if session.rules.secrecy == "side" and answered:
            hint = _(
                "Everybody gets a new code; earlier ones end. Who has begun is asked for the "
                "receipt code then."
            )
        if any(key.picked for key in session.phones.personal):
            hint = _("Everybody gets a new code; earlier codes end. Who picked a name stays in.")
        form = FormDialog(
            self.desk,
            "phones-cards",
            _("Cards to print, one a person"),
            [Field("folder", _("Folder"), value=self.desk.export_folder(), hint=hint)],
            submit,
        )
        await self.app.push_screen_wait(form)
        if not folder:
            return
        work = self.desk.work
        people = [p for side in SIDES for p in work.raters(side)]
        outcome = await self.desk.phones.write_cards(people, folder[0])
        if isinstance(outcome, Sentence):
            self.say(outcome)
            return
        written = ngettext("{n} card is in {file}", "{n} cards are in {file}", len(people))
        self.tell(written.format(n=len(people), file=outcome))
        self.show()

    def action_close(self) -> None:
        """Back to the wall."""
        self.dismiss()


def _row(work: Work, person_id: str, width: int) -> Content:
    phones = work.session.phones
    card = phones.has_card(person_id)
    picked = _("picked on a phone") if phones.is_picked(person_id) else ""
    word = _("has a code") if card else picked
    name = shorten_middle(work.person_name(person_id), max(width - cell_width(word) - 4, 10))
    sign = plain("✓ ", "$success") if card else plain("· ", "dim")
    return joined(sign, name, plain(f"  {word}" if word else "", "dim"))
