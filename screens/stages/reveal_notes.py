"""Notes on the indicator before the room: what was said, heard back, and what goes well."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import TextArea

from screens.desk import Desk
from screens.plain import Text
from screens.widgets.fields import RecordArea
from sessionui.domain.intents.reveal import NoteDiscussion
from sessionui.domain.work import Work
from sessionui.locale import N_, _

NOTES = {
    "said": N_("What was said"),
    "heard": N_("What was heard back"),
    "goes_well": N_("What goes well"),
}


class NotesPanel(Horizontal):
    """Three fields, used for one indicator after the other; each has that indicator's key."""

    def compose(self) -> ComposeResult:
        """See Textual."""
        for name, label in NOTES.items():
            with Vertical():
                yield Text(_(label), classes="quiet")
                yield RecordArea(name, id=f"note-{name}")

    def field(self, name: str) -> RecordArea:
        """The field of one of ``NOTES``."""
        return self.query_one(f"#note-{name}", RecordArea)

    def show(self, work: Work, here: str, desk: Desk) -> None:
        """Show the notes on indicator ``here``; what was typed on another is recorded first."""
        discussion = work.session.discussion(here)
        for name in NOTES:
            field = self.field(name)
            key = f"{name}/{here}"
            recorded, draft = getattr(discussion, name), desk.draft(key)
            if field.key == key:
                field.show(recorded, draft)
                continue
            field.record()
            field.key, field.recorded = key, recorded
            with field.prevent(TextArea.Changed):
                field.load_text(recorded if draft is None else draft)


def note_intent(work: Work, key: str, text: str) -> NoteDiscussion:
    """The intent that the finished field ``key`` means; the other two notes stay."""
    name, _slash, indicator_id = key.partition("/")
    discussion = work.session.discussion(indicator_id)
    notes = {n: getattr(discussion, n) for n in NOTES}
    return NoteDiscussion(indicator_id, **{**notes, name: text})
