"""A form over the screen: a few fields, saved together. What is typed survives everything.

Every field keeps a draft under the form's key; escape closes the form and keeps the drafts, so
that opening it again goes on where it was. A refused form stays open with the sentence in it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal, Protocol

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Checkbox, Select

from screens.plain import Text
from screens.widgets.choice import Choice
from screens.widgets.fields import RecordArea, Recorded, RecordInput, Typed, fields_in
from screens.widgets.refusal import Refusal
from screens.widgets.tick import Tick
from sessionui.domain.due import NotADate, parse_due
from sessionui.domain.wording import Sentence
from sessionui.locale import N_, _, fmt_date, phrase

_NO_POINTS = str.maketrans("", "", ".,")

OPEN = "form-open"
"""The draft that tells which form was open, so that reopening the session opens it again."""

Value = str | bool | date | None
Values = Mapping[str, Value]


class Drafts(Protocol):
    """Where half-typed text is kept, and what day it is."""

    def draft(self, key: str) -> str | None: ...
    def keep_draft(self, key: str, text: str | None) -> None: ...
    def today(self) -> date: ...


@dataclass(frozen=True)
class Field:
    """One field: ``line``, ``area``, ``date`` (words allowed), ``choice`` of options, ``check``.

    ``value`` is what it starts with: text, an ISO date, an option's id, or "1" for a tick.
    ``kept``: whether it keeps a draft; a rater's receipt code must not wait for the next one.
    """

    key: str
    label: str
    kind: Literal["line", "area", "date", "choice", "check"] = "line"
    value: str = ""
    options: tuple[tuple[str, Content], ...] = ()
    hint: str = ""
    kept: bool = True


class FormDialog(ModalScreen[bool]):
    """Asks for the fields and hands their values to ``submit``; true when it was saved.

    ``submit`` gets text, a ``date`` or ``None``, an option's id or ``None``, or a truth value by
    field key, and returns the sentence that says why not, or ``None`` when it is done.
    """

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", N_("Save"), id="form.save", priority=True),
        Binding("escape", "close", N_("Close, keep what is typed"), id="form.close", priority=True),
        # At once, before the keys behind it: else what is typed on goes into the field before.
        Binding("tab", "app.focus_next", id="form.next", show=False, priority=True),
        Binding("shift+tab", "app.focus_previous", id="form.previous", show=False, priority=True),
    ]

    def __init__(
        self,
        drafts: Drafts,
        key: str,
        title: str,
        fields: Sequence[Field],
        submit: Callable[[Values], Sentence | None],
    ) -> None:
        super().__init__()
        self.drafts, self.key, self.heading = drafts, key, title
        self.fields = {f.key: f for f in fields}
        self.submit = submit
        self._saved = False

    def compose(self) -> ComposeResult:
        """See Textual."""
        with Vertical(classes="dialog"):
            yield Text(self.heading, classes="dialog-title")
            with VerticalScroll(classes="dialog-body", can_focus=False):
                for field in self.fields.values():
                    yield from self._compose_field(field)
            yield Refusal()
            yield Text(self._keys(), classes="dialog-keys")

    def _keys(self) -> str:
        return _("ctrl+s saves · tab next field · escape closes and keeps what is typed")

    def _compose_field(self, field: Field) -> ComposeResult:
        if field.kind != "check":
            yield Text(field.label, classes="field-label")
        yield self._widget(field)
        if field.kind == "date":
            yield Text("", id=f"hint-{field.key}", classes="field-hint")
        elif field.hint:
            yield Text(field.hint, classes="field-hint")

    def _widget(self, field: Field) -> Widget:
        draft = self.drafts.draft(self._draft_key(field.key))
        start = field.value if draft is None else draft
        name = f"field-{field.key}"
        match field.kind:
            case "area":
                area = RecordArea(field.key, id=name)
                area.load_text(start)
                area.recorded = start
                return area
            case "choice":
                known = {key for key, _content in field.options}
                chosen = start if start in known else None
                return Choice(field.options, value=chosen, id=name)
            case "check":
                return Tick(field.label, value=start == "1", id=name)
            case _:
                line = RecordInput(field.key, record_on_leave=False, id=name)
                line.value = start
                line.recorded = start
                line.password = not field.kept
                # A mark or a number is typed anew, not after the old one.
                line.select_on_focus = start.translate(_NO_POINTS).isdecimal()
                return line

    def on_mount(self) -> None:
        """Begin in the first field."""
        self.drafts.keep_draft(OPEN, self.key)
        self.query_one(f"#field-{next(iter(self.fields))}").focus(scroll_visible=False)
        for field in self.fields.values():
            if field.kind == "date":
                self._hint(field.key)

    def _draft_key(self, key: str) -> str:
        return f"form/{self.key}/{key}"

    # --- drafts

    def on_typed(self, message: Typed) -> None:
        """Keep what is typed, at once."""
        message.stop()
        self._keep(message.key, message.text)
        if self.fields[message.key].kind == "date":
            self._hint(message.key)

    def on_select_changed(self, event: Select.Changed) -> None:
        """Keep the choice."""
        event.stop()
        key = (event.select.id or "").removeprefix("field-")
        value = "" if event.value is Select.NULL else str(event.value)
        self._keep(key, value)

    def on_checkbox_changed(self, event: Checkbox.Changed) -> None:
        """Keep the tick."""
        event.stop()
        self._keep((event.checkbox.id or "").removeprefix("field-"), "1" if event.value else "0")

    def _keep(self, key: str, text: str) -> None:
        """Keep what differs from what the field starts with; that may be newer the next time."""
        field = self.fields[key]
        start = field.value or ("0" if field.kind == "check" else "")
        draft = None if text == start else text
        if field.kept and not self._saved and draft != self.drafts.draft(self._draft_key(key)):
            self.drafts.keep_draft(self._draft_key(key), draft)

    def _hint(self, key: str) -> None:
        text = self.query_one(f"#field-{key}", RecordInput).value
        hint = self.query_one(f"#hint-{key}", Text)
        try:
            day = parse_due(text, self.drafts.today())
        except NotADate:
            hint.show(_("for instance: 18-12, next Friday, in 2 weeks"))
        else:
            hint.show(fmt_date(day, "full") if day else _("no date"))

    # --- saving

    def on_recorded(self, message: Recorded) -> None:
        """Enter in a line goes to the next field, and saves in the last."""
        message.stop()
        if not message.entered:
            return
        keys = list(self.fields)
        if message.key == keys[-1]:
            self.action_save()
        else:
            self.query_one(f"#field-{keys[keys.index(message.key) + 1]}").focus()

    def action_save(self) -> None:
        """Save, or say why not; once the field has taken in every key that was typed before."""
        (self.focused or self).call_later(self._save_now)

    def _save_now(self) -> None:
        if self._saved:
            return
        try:
            values = {key: self._value(field) for key, field in self.fields.items()}
        except NotADate as wrong:
            refusal: Sentence | None = wrong.sentence
        else:
            refusal = self.submit(values)
        if refusal is not None:
            self.query_one("#refusal", Text).show(phrase(refusal.template, refusal.values))
            return
        self._saved = True
        for key in self.fields:
            self.drafts.keep_draft(self._draft_key(key), None)
        self.drafts.keep_draft(OPEN, None)
        self.dismiss(True)

    def action_close(self) -> None:
        """Close; what is typed stays as a draft, the keys typed just before included."""
        (self.focused or self).call_later(self._close_now)

    def _close_now(self) -> None:
        if self._saved:
            return
        for field in fields_in(self):
            if field.typed != field.recorded:
                self._keep(field.key, field.typed)
        self.drafts.keep_draft(OPEN, None)
        self.dismiss(False)

    def _value(self, field: Field) -> Value:
        widget = self.query_one(f"#field-{field.key}")
        match widget:
            case RecordArea():
                return widget.text
            case RecordInput():
                if field.kind == "date":
                    return parse_due(widget.value, self.drafts.today())
                return widget.value
            case Choice():
                return widget.chosen
            case Checkbox():
                return bool(widget.value)
        raise TypeError(widget)
