"""Reading the agreed actions back to the room, one at a time; then objections and consent."""

from typing import ClassVar

from textual import work as worker
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen

from screens.desk import Desk
from screens.dialogs.park import park
from screens.plain import Text, joined, plain
from screens.widgets.fields import RecordArea, Recorded, Typed
from screens.widgets.refusal import Refusal
from sessionui.domain.agreements import Action
from sessionui.domain.intents.agree import RecordReadBack
from sessionui.domain.room import Topic
from sessionui.domain.sides import SIGNS
from sessionui.locale import N_, _, fmt_date, phrase


class ReadBackDialog(ModalScreen[None]):
    """Each open action large on the wall; after the last one: objections, consent or not."""

    CSS_PATH = "dialogs.tcss"
    AUTO_FOCUS = ""  # the keys are for reading on; the field comes when it is asked for
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,right,enter", "step(1)", N_("Next"), id="read.next"),
        Binding("left", "step(-1)", N_("Previous"), id="read.previous"),
        Binding("y,j", "consent(1)", N_("Consent"), id="read.yes"),
        Binding("n", "consent(0)", N_("No consent"), id="read.no"),
        Binding("o", "objections", N_("Objections"), id="read.objections"),
        Binding("f9", "park", N_("Park a point"), id="read.park", show=False),
        Binding("escape", "close", N_("Close"), id="read.close"),
    ]

    ROOM_KEYS: ClassVar[frozenset[str]] = frozenset({"read.next", "read.previous"})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.place = 0
        session_id = desk.work.session.id
        actions = desk.work.open_actions
        mine = [a for a in actions if a.session_id == session_id]
        self.actions: list[Action] = [*mine, *(a for a in actions if a.session_id != session_id)]

    @property
    def topic(self) -> Topic:
        """See ``Frame``."""
        return Topic(kind="read_back", place=self.place)

    def compose(self) -> ComposeResult:
        """See Textual."""
        with Vertical(classes="dialog wide"):
            yield Text("", id="read-place", classes="dialog-keys")
            with VerticalScroll(classes="dialog-body", can_focus=False):
                yield Text("", id="read-text")
                yield RecordArea("read-back/objections", id="objections")
            yield Refusal()
            yield Text("", id="read-keys", classes="dialog-keys")

    def on_mount(self) -> None:
        """Begin with the first action."""
        field = self.query_one("#objections", RecordArea)
        field.show(
            self.desk.work.session.read_back.objections, self.desk.draft("read-back/objections")
        )
        self._show()

    @property
    def at_end(self) -> bool:
        """Whether every action has been read."""
        return self.place >= len(self.actions)

    def _show(self) -> None:
        self.query_one("#objections").display = self.at_end
        place = self.query_one("#read-place", Text)
        if self.at_end:
            place.show(_("Read back"))
            self.query_one("#read-text", Text).show(self._question())
            self.query_one("#read-keys", Text).show(
                _("y consent · n no consent · o objections · ← back · escape closes")
            )
            return
        place.show(f"{self.place + 1}/{len(self.actions)}")
        self.query_one("#read-text", Text).show(self._large(self.actions[self.place]))
        self.query_one("#read-keys", Text).show(_("space next · ← back · escape closes"))

    def _question(self) -> Content:
        recorded = {True: _("Consent was recorded."), False: _("No consent was recorded.")}
        consent = self.desk.work.session.read_back.consent
        now = f"\n{recorded[consent]}" if consent is not None else ""
        question = _("Does anybody object to this list? Objections, in their own words:")
        return joined(plain(question, "bold"), plain(now, "dim"))

    def _large(self, action: Action) -> Content:
        work = self.desk.work
        owner = work.partnership.person(action.owner_id)
        due = fmt_date(action.due_now, "full") if action.due_now else _("no date")
        parts: list[Content | str] = [
            plain(f"{action.number}  ", "bold $accent"),
            plain(action.text, "bold"),
            "\n\n",
        ]
        if action.done_when:
            parts += [plain(_("done when") + "  ", "dim"), action.done_when, "\n\n"]
        if owner:
            parts += [plain(f"{SIGNS[owner.side]} {owner.name}", f"bold $side-{owner.side}")]
        else:
            parts += [plain(_("no owner"), "$warning")]
        return joined(*parts, "\n", due)

    def action_step(self, by: int) -> None:
        """Read the next action, or the previous one again."""
        self.place = min(max(self.place + by, 0), len(self.actions))
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Consent is asked for when everything has been read."""
        del parameters
        return self.at_end if action in {"consent", "objections"} else True

    def action_objections(self) -> None:
        """Write down the objections."""
        self.query_one("#objections").focus()

    def action_consent(self, given: int) -> None:
        """Record whether there is consent, and close."""
        objections = self.query_one("#objections", RecordArea).text
        refusal = self.desk.do(RecordReadBack(True, objections, bool(given)))
        if refusal:
            self.query_one("#refusal", Text).show(phrase(refusal.template, refusal.values))
            return
        self.desk.keep_draft("read-back/objections", None)
        self.dismiss(None)

    def on_typed(self, message: Typed) -> None:
        """Keep what is typed."""
        message.stop()
        self.desk.keep_draft(message.key, message.text)

    def on_recorded(self, message: Recorded) -> None:
        """Record the objections without waiting for consent."""
        message.stop()
        self._record(message.text)

    def _record(self, objections: str) -> None:
        read_back = self.desk.work.session.read_back
        read = self.at_end or read_back.read
        if self.desk.do(RecordReadBack(read, objections, read_back.consent)) is None:
            self.desk.keep_draft("read-back/objections", None)

    @worker
    async def action_park(self) -> None:
        """Park a point that comes up meanwhile."""
        await park(self, self.desk)

    def action_close(self) -> None:
        """Close; what was recorded stays."""
        field = self.query_one("#objections", RecordArea)
        if self.at_end or field.pending:
            self._record(field.text)
            field.recorded = field.text
        self.dismiss(None)
