"""The overview: every revealed indicator as a dumbbell on one axis, and the overall mark."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from screens.desk import Desk
from screens.frame import Frame
from screens.plain import Text, joined, plain
from screens.stages.reveal_picture import overall_means
from screens.widgets.axis import dumbbell, fitting_step, scale, ticks
from screens.widgets.key_bar import KeyBar
from screens.widgets.pick_list import PickList
from screens.widgets.sides import about
from sessionui.domain.figures import IndicatorFigures
from sessionui.domain.room import Topic
from sessionui.domain.sides import SIDES
from sessionui.domain.work import Work
from sessionui.locale import N_, _, fmt_mark
from sessionui.text import cell_width, shorten_middle

_MARKS = 12
"""Cells for both marks in figures."""


class OverviewScreen(Frame):
    """Look at all indicators together; enter goes to one. ``chosen``: where to go afterwards."""

    TITLE_TEXT = N_("Overview")
    HELP_TEXT = N_(
        "Every indicator that was revealed, on the same axis: ◆ what the client's side gave, ● "
        "what the supplier's side gave, and the distance between the two. The overall mark is the "
        "mean of the two sides' means, over the indicators that were revealed so far."
    )
    CSS_PATH = "reveal_overview.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", N_("Go there"), id="overview.choose"),
        Binding("escape,o", "close", N_("Close"), id="overview.close"),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.chosen = ""

    @property
    def topic(self) -> Topic:
        """See ``Frame``."""
        return Topic(kind="overview")

    def compose(self) -> ComposeResult:
        """See Textual."""
        with Vertical(id="all"):
            yield Text("", id="who")
            yield Text("", id="scale")
            yield PickList(id="indicators")
            yield Text("", id="overall")
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the indicators."""
        self.call_after_refresh(self.show)

    def on_resize(self) -> None:
        """Use the new width."""
        self.call_after_refresh(self.show)

    def show(self) -> None:
        """Show what has been revealed by now."""
        work = self.desk.work
        width = self.query_one("#all").content_size.width - 2
        name = 20 if width < 100 else 40
        step = fitting_step(width, name + _MARKS)
        heads = [about(s, work.names, _("{giver} about {receiver}"), width // 2) for s in SIDES]
        self.query_one("#who", Text).show(Content("   ").join(heads))
        self.query_one("#scale", Text).show(joined(" " * (name + 1), scale(step).content()))
        self.query_one("#indicators", PickList).show(
            [(i.indicator_id, _row(work, i.indicator_id, name, step)) for i in work.items]
        )
        self.query_one("#overall", Text).show(_overall(work, name, step))

    def on_option_list_option_selected(self, event: PickList.OptionSelected) -> None:
        """Go there."""
        event.stop()
        self.action_choose()

    def action_choose(self) -> None:
        """Go to the picked indicator."""
        self.chosen = self.query_one("#indicators", PickList).picked or ""
        self.dismiss()

    def action_close(self) -> None:
        """Back to the indicator before the room."""
        self.dismiss()


def _named(name: str, width: int, style: str = "") -> Content:
    fitting = shorten_middle(name, width)
    return plain(fitting + " " * (width - cell_width(fitting) + 1), style)


def _row(work: Work, indicator_id: str, name: int, step: int) -> Content:
    figures = work.revealed.item(indicator_id)
    label = work.indicator_name(indicator_id)
    if figures is None:
        waiting = plain(f" {_('not revealed yet')}", "dim")
        return joined(_named(label, name, "dim"), waiting)
    means = {side: figures.given(side).mean for side in SIDES}
    return joined(_named(label, name), dumbbell(means, ticks(step)).content(_figures(figures)))


def _figures(figures: IndicatorFigures) -> Content:
    return joined(
        plain(fmt_mark(figures.a.mean).rjust(4), "$side-a"),
        plain(fmt_mark(figures.b.mean).rjust(6), "$side-b"),
    )


def _overall(work: Work, name: int, step: int) -> Content:
    overall = work.revealed.overall
    if overall.mark is None:
        return plain(_("The overall mark comes with the first indicator revealed on both sides."))
    counted = _("over {n} of {total} indicators").format(n=overall.counted, total=overall.total)
    sides = joined(
        plain(fmt_mark(overall.mean_a).rjust(4), "$side-a"),
        plain(fmt_mark(overall.mean_b).rjust(6), "$side-b"),
    )
    return joined(
        _named(_("Together"), name, "bold"),
        dumbbell(dict(overall_means(work.revealed)), ticks(step)).content(sides),
        "\n\n",
        plain(_("Overall mark {mark}").format(mark=fmt_mark(overall.mark)), "bold"),
        plain(f"  {counted}", "dim"),
    )
