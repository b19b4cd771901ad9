"""What the room looks at: one indicator, its meaning, both marks, the picture, the reasons."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.geometry import Size

from screens.plain import Text, joined, plain
from screens.stages.reveal_history import history_of
from screens.stages.reveal_picture import answered_text, scale_for, side_marks
from screens.stages.reveal_words import reasons, since, talk
from screens.stages.round_without import no_indicators_text
from screens.widgets.axis_picture import Axis, Perception, axis_picture, label_width
from screens.widgets.clamped import Clamped
from screens.widgets.history_line import HistoryLine
from screens.widgets.marks import Marks
from screens.widgets.read_along import ReadAlong
from screens.widgets.sides import side_name
from screens.widgets.unveiling import Unveiling
from sessionui.domain.figures import IndicatorFigures
from sessionui.domain.pictures import picture_of
from sessionui.domain.sides import SIDES, SideKey
from sessionui.domain.work import Work
from sessionui.locale import _
from sessionui.text import shorten_middle

LOW, HIGH = 34, 40
"""Rows of the window from which there is room for air, and for the notes under the picture."""

_TALKED = 4
"""Lines of what is worth talking about beside written reasons."""


class Board(Vertical):
    """One indicator of the round. Shows nothing of its scores until they are revealed."""

    def compose(self) -> ComposeResult:
        """See Textual."""
        yield Text("", id="name")
        yield Clamped(id="meaning")
        yield Text("", id="state")
        yield Marks(id="marks")
        yield Axis(id="axis")
        with Horizontal(id="below"):
            with Vertical(id="told"):
                yield Clamped(id="since")
                yield Clamped(id="talk")
            yield HistoryLine(id="line")
        with ReadAlong(id="reasons"), Horizontal():
            for side in SIDES:
                yield Text("", id=f"reasons-{side}", classes="reasons-of")

    def on_mount(self) -> None:
        """Everything that was under the veil comes from under it together."""
        self.unveiling = Unveiling(self, (self.query_one(Marks), self.query_one(Axis)))

    def show(
        self, work: Work, here: str | None, *, notes_open: bool, line_open: bool = False
    ) -> None:
        """Show indicator ``here``; with the notes open there is less room for the picture.

        ``line_open``: the line over the rounds takes the place of the axis.
        """
        before, self._showing = self._showing, (here, bool(here and work.revealed.item(here)))
        if before != self._showing:
            self.unveiling.stop()
            self.query_one("#reasons", ReadAlong).begin()
        self._show(work, here, notes_open=notes_open, line_open=line_open)
        if before == (here, False) and self._showing == (here, True):
            self.unveiling.start()

    _showing: tuple[str | None, bool] = (None, False)

    def _show(self, work: Work, here: str | None, *, notes_open: bool, line_open: bool) -> None:
        figures = work.revealed.item(here) if here else None
        size = self.app.size
        width = self.content_size.width or size.width - 2
        self._show_head(work, here, width)
        self._show_state(work, here)
        self._arrange(work, here, figures, size, notes_open=notes_open, line_open=line_open)
        if here is None or not work.session.locked:
            return
        shown = work.session.discussion(here).reasons_shown
        scale = 1 if size.height < HIGH + 6 and (notes_open or shown) else scale_for(size)
        self.query_one(Marks).show(*side_marks(work, here, width), scale)
        if figures:
            self._show_figures(work, here, figures, width)

    def _show_head(self, work: Work, here: str | None, width: int) -> None:
        name, meaning = self.query_one("#name", Text), self.query_one("#meaning", Clamped)
        indicator = work.partnership.indicator(here)
        item = next((i for i in work.items if i.indicator_id == here), None)
        if indicator is None or item is None:
            name.show(_("There are no indicators in this round."))
            meaning.show(Content(""))
            return
        revision = indicator.revision(item.revision)
        name.show(plain(shorten_middle(revision.name.upper(), width), "bold"))
        text = revision.meaning.text.strip()
        if text:
            meaning.show(plain(text), more=plain(_("(m: all of it)"), "dim"))
        else:
            meaning.show(plain(_("Its meaning was not written down."), "dim"))

    def _show_state(self, work: Work, here: str | None) -> None:
        state = self.query_one("#state", Text)
        state.display = here is None or not work.session.locked
        if here is None:
            state.show(no_indicators_text(work))
        elif not work.session.locked:
            state.show(_open_text(work))

    def _arrange(
        self,
        work: Work,
        here: str | None,
        figures: IndicatorFigures | None,
        size: Size,
        *,
        notes_open: bool,
        line_open: bool,
    ) -> None:
        """Give each part its room, or none."""
        low, revealed = size.height < LOW, figures is not None
        self.set_class(not revealed, "-veiled")
        with_reasons = revealed and work.session.discussion(here or "").reasons_shown
        self.set_class(with_reasons, "-reasons")
        crowded = low and (notes_open or with_reasons)
        below = revealed and not crowded
        self.query_one("#axis").display = below and not line_open
        self.query_one("#below").display = below
        self.query_one("#told").display = not line_open
        self.query_one("#since").display = low
        self.query_one("#line").display = line_open or not low
        self.query_one("#reasons").display = with_reasons and not (low and notes_open)
        self.query_one("#marks").display = here is not None and work.session.locked
        self.query_one("#meaning", Clamped).allow(_meaning_lines(low=low, revealed=revealed))

    def on_resize(self) -> None:
        """What stands below the board came or went."""
        if self.query_one("#below").display:
            self._fit_talk(reasons=self.has_class("-reasons"))

    def _fit_talk(self, *, reasons: bool) -> None:
        """Let the text of what is worth talking about end where there is no more room."""
        low = self.app.size.height < LOW
        taken = (
            7 + self.query_one(Axis).picture.rows + max(self.query_one("#since", Clamped).rows, 1)
        )
        room = max(self.content_size.height - taken, 1) if low else 12
        self.query_one("#talk", Clamped).allow(_TALKED if reasons and not low else room)

    def _show_figures(self, work: Work, here: str, figures: IndicatorFigures, width: int) -> None:
        name_width = 20 if width < 100 else 40
        low = self.app.size.height < LOW
        shown = work.session.discussion(here).reasons_shown
        axis, drawn = self.query_one(Axis), picture_of(figures)
        roomy = self.app.size.height >= HIGH + 6
        perception: Perception = "all" if roomy else "none" if shown and not low else "worth"
        axis.show(axis_picture(drawn, work.names, label_width(width), perception=perception))
        self.query_one(HistoryLine).show(history_of(work, here))
        when, talking = self.query_one("#since", Clamped), self.query_one("#talk", Clamped)
        when.allow(1)
        when.show(since(work, here, short=width < 100))
        listed = 0 if low else (width // 2 - 2 if width >= 100 else width)
        talking.show(talk(work, figures, name_width, listed=listed))
        self._fit_talk(reasons=shown)
        for side in SIDES:
            text = _reasons(work, figures, side, width) if shown else Content("")
            self.query_one(f"#reasons-{side}", Text).show(text)


def _meaning_lines(*, low: bool, revealed: bool) -> int:
    """Before the reveal the meaning is the main thing."""
    if revealed:
        return 1 if low else 3
    return 8 if low else 14


def _reasons(work: Work, figures: IndicatorFigures, side: SideKey, width: int) -> Content:
    heading = side_name(side, work.names[side], width // 2 - 6)
    return joined(heading, "\n", reasons(work, figures, side))


def _open_text(work: Work) -> Content:
    """That scoring is still open, and who is missing."""
    first = _("Scoring is still open. Lock it with l: after a reveal nobody can score any more.")
    lines = [plain(first), Content("")]
    for side in SIDES:
        turnout = work.side_turnout(side)
        names = ", ".join(shorten_middle(work.person_name(p), 24) for p in turnout.missing)
        text = answered_text(turnout)
        if names:
            text = f"{text} · {_('missing: {names}').format(names=names)}"
        lines.append(joined(side_name(side, work.names[side], 30), "  ", text))
    return Content("\n").join(lines)
