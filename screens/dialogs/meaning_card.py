"""The full meaning of an indicator and all its earlier wordings, to read."""

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
from screens.widgets.meaning_fields import meaning_text
from sessionui.domain.indicators import Indicator, Revision
from sessionui.domain.room import Topic
from sessionui.locale import N_, _, fmt_date

WIDTH = 78


class MeaningCard(ModalScreen[None]):
    """The meaning in force first, then the earlier wordings with date and reason, newest first."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f9", "park", N_("Park a point"), id="meaning_card.park", show=False),
        Binding("escape,enter,o", "close", N_("Close"), id="meaning_card.close"),
    ]

    def __init__(self, desk: Desk, indicator_id: str) -> None:
        super().__init__()
        self.desk, self.indicator_id = desk, indicator_id

    @property
    def topic(self) -> Topic:
        """See ``Frame``."""
        return Topic(kind="meaning", indicator_id=self.indicator_id)

    def compose(self) -> ComposeResult:
        """See Textual."""
        indicator = self.desk.work.partnership.indicator(self.indicator_id)
        with Vertical(classes="dialog wide"):
            yield Text(indicator.name if indicator else "", classes="dialog-title")
            with VerticalScroll(classes="dialog-body"):
                for text in self._texts(indicator) if indicator else ():
                    yield Text(text, classes="help-text")
            yield Text(_("↑↓ read on · escape closes"), classes="dialog-keys")

    def _texts(self, indicator: Indicator) -> list[Content]:
        names, current = self.desk.work.names, indicator.current
        width = min(self.app.size.width - 12, WIDTH)
        texts = [_dated(current, first=True), meaning_text(current.meaning, names, width)]
        for revision in reversed(indicator.revisions[:-1]):
            texts.append(_dated(revision, first=False))
            old = meaning_text(revision.meaning, names, width, "dim")
            renamed = revision.name != current.name
            texts.append(joined(plain(f"{revision.name}\n\n", "bold"), old) if renamed else old)
        return texts

    def on_resize(self) -> None:
        """As much text as the window has room for, the keys below it."""
        self.query_one(".dialog-body").styles.max_height = max(self.app.size.height - 12, 4)

    @worker
    async def action_park(self) -> None:
        """Park a point on this indicator."""
        await park(self, self.desk, self.indicator_id)

    def action_close(self) -> None:
        """Back to where it was opened."""
        self.dismiss(None)


def _dated(revision: Revision, *, first: bool) -> Content:
    day = fmt_date(revision.at.date(), "long")
    said = _("In force since {day}") if first else _("Earlier wording, of {day}")
    line = plain(said.format(day=day), "dim" if first else "bold")
    if not revision.reason:
        return line
    return joined(line, plain("\n" + _("Changed because: {reason}").format(reason=revision.reason)))
