"""Fields for text: every key is kept at once as a draft, and recorded when the field is left.

A field has a ``key``. ``Typed`` goes to the screen with every change, ``Recorded`` when the text
is final for now: on leaving the field, on enter (one line), on walking on, exporting or closing.
"""

from typing import ClassVar, Protocol, cast

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, TextArea

from sessionui.locale import N_
from sessionui.text import clean, one_line


class Typed(Message):
    """Somebody is typing: the text so far. ``settled``: it is again what is recorded."""

    def __init__(self, key: str, text: str, *, settled: bool = False) -> None:
        super().__init__()
        self.key, self.text, self.settled = key, text, settled


class Recorded(Message):
    """The text of a field is to be recorded. ``entered``: by the enter key."""

    def __init__(self, key: str, text: str, *, entered: bool = False) -> None:
        super().__init__()
        self.key, self.text, self.entered = key, text, entered


class Keeps(Protocol):
    """A screen that keeps what is typed."""

    def on_typed(self, message: Typed) -> None: ...


def tell(field: "RecordArea | RecordInput") -> None:
    """Have the screen keep what stands in the field, now.

    Not by a message: the text would be painted before it arrives, and a kill in between would
    lose what everybody has seen.
    """
    if field.is_attached:
        typed = Typed(field.key, field.typed, settled=field.typed == field.recorded)
        cast("Keeps", field.screen).on_typed(typed)


class RecordArea(TextArea):
    """A field of several lines. Tab leaves it; escape too."""

    DEFAULT_CSS = """
    RecordArea {
        height: auto; min-height: 2; max-height: 8; padding: 0 1 0 0;
        background: $surface; border: none; border-left: solid $panel;
    }
    RecordArea:focus { border: none; border-left: outer $accent; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", N_("Leave field"), id="field.leave"),
    ]

    def __init__(
        self,
        key: str,
        *,
        placeholder: str = "",
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        super().__init__(
            soft_wrap=True,
            tab_behavior="focus",
            highlight_cursor_line=False,
            id=id,
            classes=classes,
            placeholder=Content(placeholder),
        )
        self.key = key
        self.recorded = ""

    def show(self, recorded: str, draft: str | None) -> None:
        """Show what is recorded, or the draft that is newer; never under the typing hands."""
        self.recorded = clean(recorded)
        text = self.recorded if draft is None else clean(draft)
        if not self.has_focus and self.text != text:
            with self.prevent(TextArea.Changed):
                self.load_text(text)

    @property
    def typed(self) -> str:
        """The text as it stands."""
        return self.text

    @property
    def pending(self) -> bool:
        """Whether it has to be recorded before walking on."""
        return self.text != self.recorded

    def record(self) -> None:
        """Have the text recorded if it differs from what is recorded."""
        if self.pending:
            self.recorded = self.text
            self.post_message(Recorded(self.key, self.text))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """F6 and F7 walk on and undo here as everywhere; a text area would select by them."""
        del parameters
        return action not in ("select_line", "select_all")

    def action_leave(self) -> None:
        """Leave the field for the screen."""
        self.screen.set_focus(None)

    def post_message(self, message: Message) -> bool:
        """Tell a change at once as well."""
        posted = super().post_message(message)
        if posted and isinstance(message, TextArea.Changed):
            tell(self)
        return posted

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """It was told already."""
        event.stop()

    def on_focus(self) -> None:
        """Go on typing where the text ends."""
        if self.cursor_location == (0, 0):
            self.move_cursor(self.document.end)

    def on_blur(self) -> None:
        """Record on leaving."""
        self.record()

    async def _on_paste(self, event: events.Paste) -> None:
        event.text = clean(event.text)
        await super()._on_paste(event)


class RecordInput(Input):
    """A field of one line."""

    DEFAULT_CSS = """
    RecordInput {
        height: 1; padding: 0 1 0 0; background: $surface; border: none; border-left: solid $panel;
    }
    RecordInput:focus { border: none; border-left: outer $accent; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", N_("Leave field"), id="field.leave"),
    ]

    def __init__(
        self,
        key: str,
        *,
        placeholder: str = "",
        record_on_leave: bool = True,
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        super().__init__(placeholder=placeholder, select_on_focus=False, id=id, classes=classes)
        self.key = key
        self.recorded = ""
        self.record_on_leave = record_on_leave

    def show(self, recorded: str, draft: str | None) -> None:
        """Show what is recorded, or the draft that is newer; never under the typing hands."""
        self.recorded = clean(recorded)
        text = self.recorded if draft is None else clean(draft)
        if not self.has_focus and self.value != text:
            with self.prevent(Input.Changed):
                self.value = text

    @property
    def typed(self) -> str:
        """The text as it stands."""
        return self.value

    @property
    def pending(self) -> bool:
        """Whether it has to be recorded before walking on (a new entry waits for enter)."""
        return self.record_on_leave and self.value != self.recorded

    def record(self) -> None:
        """Have the text recorded if it differs from what is recorded."""
        if self.pending:
            self.recorded = self.value
            self.post_message(Recorded(self.key, self.value))

    def action_leave(self) -> None:
        """Leave the field for the screen."""
        self.screen.set_focus(None)

    def post_message(self, message: Message) -> bool:
        """Tell a change at once as well."""
        posted = super().post_message(message)
        if posted and isinstance(message, Input.Changed):
            tell(self)
        return posted

    def on_input_changed(self, event: Input.Changed) -> None:
        """It was told already."""
        event.stop()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Record on enter."""
        event.stop()
        self.recorded = self.value
        self.post_message(Recorded(self.key, self.value, entered=True))

    def on_blur(self) -> None:
        """Record on leaving."""
        self.record()

    def _on_paste(self, event: events.Paste) -> None:
        event.text = one_line(event.text)
        super()._on_paste(event)


Field = RecordArea | RecordInput


def fields_in(widget: Widget) -> list[Field]:
    """All fields below ``widget``."""
    return [*widget.query(RecordArea), *widget.query(RecordInput)]
