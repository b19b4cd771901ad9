"""One indicator to read: the meaning in force, and every earlier wording with date and reason."""

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll

from screens.frame import Frame
from screens.partnership.view import View
from screens.plain import Text, plain
from screens.widgets.ends import EndsLine
from screens.widgets.header import names_line
from screens.widgets.key_bar import KeyBar
from screens.widgets.sides import side_name
from sessionui.domain.indicators import Indicator, Meaning, Revision
from sessionui.domain.sides import SIDES, SideKey
from sessionui.locale import N_, _, fmt_date


class MeaningScreen(Frame):
    """The whole text of an indicator; brackets walk to the next one."""

    TITLE_TEXT = N_("Indicator")
    HELP_TEXT = N_(
        "This is what the two sides mean by the indicator: what it looks like when it is there "
        "and when it is not, what a 4, a 6 and an 8 look like, and what each side expects and "
        "needs. Every earlier wording stays readable below, with the reason it was changed. It "
        "is changed in a session, at Give meaning."
    )
    CSS_PATH = "meaning.tcss"
    AUTO_FOCUS = "#meaning"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right_square_bracket", "step(1)", N_("Next"), id="meaning.next", key_display="]"),
        Binding(
            "left_square_bracket",
            "step(-1)",
            N_("Previous"),
            id="meaning.previous",
            key_display="[",
        ),
        Binding("escape,q", "close", N_("Back"), id="meaning.close"),
    ]

    def __init__(self, view: View, indicators: Sequence[Indicator], place: int) -> None:
        super().__init__()
        self.view, self.indicators, self.place = view, indicators, place

    def compose(self) -> ComposeResult:
        indicator = self.indicators[self.place]
        yield EndsLine()
        with VerticalScroll(id="meaning"):
            yield Text(indicator.name, classes="name")
            if not indicator.in_force:
                yield Text(_ended(indicator), classes="quiet")
            yield RevisionText(self.view, indicator.current, _since(indicator.current))
            for older, newer in _earlier(indicator):
                yield Text(_until(older, newer.at), classes="earlier")
                if older.name != newer.name:
                    yield Text(older.name, classes="name")
                yield RevisionText(self.view, older, _changed(newer))
        yield KeyBar()

    def on_screen_resume(self) -> None:
        """Shown."""
        self.show()

    def show(self) -> None:
        """Say where we are."""
        names = self.view.names
        place = _("{n} of {total}").format(n=self.place + 1, total=len(self.indicators))
        room = self.size.width - len(place) - 4
        self.query_one(EndsLine).show(names_line(names["a"], names["b"], room), plain(place, "dim"))
        self.query_one("#meaning").focus()

    async def action_step(self, by: int) -> None:
        """Read the next or the previous indicator."""
        self.place = (self.place + by) % len(self.indicators)
        await self.recompose()
        self.show()

    def action_close(self) -> None:
        """Back to the partnership."""
        self.dismiss()


class RevisionText(Vertical):
    """One wording, both sides' expectations beside each other where there is room."""

    DEFAULT_CSS = "RevisionText { height: auto; }"

    def __init__(self, view: View, revision: Revision, about: str) -> None:
        super().__init__()
        self.view, self.revision, self.about = view, revision, about

    def compose(self) -> ComposeResult:
        meaning = self.revision.meaning
        yield Text(self.about, classes="quiet")
        yield Text(meaning.text or _("no meaning yet"), classes="words")
        for label, text in _both_see(meaning):
            with Horizontal(classes="told"):
                yield Text(label, classes="quiet")
                yield Text(text)
        with Horizontal(classes="both"):
            for side in SIDES:
                with Vertical(classes="one-side"):
                    yield Text(side_name(side, self.view.names[side]))
                    for label, text in _of_side(meaning, side):
                        yield Text(label, classes="quiet")
                        yield Text(text or "–")


def _both_see(meaning: Meaning) -> list[tuple[str, str]]:
    """What both sides look at, as far as it was written: label and text."""
    pairs = [
        (_("seen in"), meaning.seen),
        (_("missed when"), meaning.not_seen),
        (_("a 4"), meaning.at_4),
        (_("a 6"), meaning.at_6),
        (_("an 8"), meaning.at_8),
    ]
    return [(label, text) for label, text in pairs if text]


def _of_side(meaning: Meaning, side: SideKey) -> list[tuple[str, str]]:
    return [(_("expects"), meaning.expects(side)), (_("needs"), meaning.needs(side))]


def _earlier(indicator: Indicator) -> list[tuple[Revision, Revision]]:
    """Each earlier wording with the one that took its place, the newest first."""
    return list(reversed(list(pairwise(indicator.revisions))))


def _since(revision: Revision) -> str:
    if revision.number == 1:
        return _("In force since {date}").format(date=fmt_date(revision.at, "long"))
    return _("Wording {n}, in force since {date}. Reason: {reason}").format(
        n=revision.number, date=fmt_date(revision.at, "long"), reason=revision.reason or "–"
    )


def _until(revision: Revision, until: datetime) -> str:
    return _("Earlier wording {n}: {start} to {end}").format(
        n=revision.number, start=fmt_date(revision.at), end=fmt_date(until)
    )


def _changed(newer: Revision) -> str:
    return _("Changed because: {reason}").format(reason=newer.reason or "–")


def _ended(indicator: Indicator) -> str:
    reason = indicator.ended_reason
    return _("Not in force any more. {reason}").format(reason=reason).strip()
