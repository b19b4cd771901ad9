"""The overview: every revealed indicator as a dumbbell on one axis, and the overall mark.

One key sorts it by the order of the discussion, the gap or the mark.
"""

from typing import ClassVar

from textual import work as worker
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from screens.desk import Desk
from screens.dialogs.park import park
from screens.frame import Frame
from screens.plain import Text, joined, plain
from screens.widgets.key_bar import KeyBar
from screens.widgets.overview_rows import (
    SORTED,
    TALK,
    axis_line,
    columns_for,
    heading,
    row_lines,
    together,
)
from screens.widgets.pick_list import PickList
from screens.year import year_screen
from sessionui.domain.overview import (
    Overview,
    Sorting,
    next_sorting,
    overview_of,
    worth_talking,
)
from sessionui.domain.room import Topic
from sessionui.locale import N_, _, ngettext


class OverviewScreen(Frame):
    """Look at all indicators together; enter goes to one.

    Afterwards: ``chosen``, where to go; ``walks_on``, whether to the next stage.
    """

    TITLE_TEXT = N_("Overview")
    HELP_TEXT = N_(
        "Every indicator that was revealed, on the same axis: ◆ what the client's side gave, ● "
        "what the supplier's side gave, and the distance between the two. The overall mark is the "
        "mean of the two sides' means, over the indicators that were revealed so far. ▸ is what "
        "is worth talking about, and why: a prompt, not a verdict. s sorts by the order of the "
        "discussion, the widest gap or the lowest mark."
    )
    CSS_PATH = "reveal_overview.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", N_("Go there"), id="overview.choose"),
        Binding("s", "sort", N_("Sort otherwise"), id="overview.sort"),
        Binding("y", "year", N_("Year picture"), id="overview.year"),
        Binding("f6", "next_stage", N_("Next"), id="overview.next", show=False),
        Binding("f9", "park", N_("Park a point"), id="overview.park", show=False),
        Binding("escape,o", "close", N_("Close"), id="overview.close"),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.chosen = ""
        self.walks_on = False
        self.by: Sorting = "order"

    @property
    def topic(self) -> Topic:
        """See ``Frame``."""
        return Topic(kind="overview", sort=self.by)

    def compose(self) -> ComposeResult:
        """See Textual."""
        with Vertical(id="all"):
            yield Text("", id="who")
            yield Text("", id="sorted")
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
        work, overview = self.desk.work, overview_of(self.desk.work)
        width = self.query_one("#all").content_size.width - 2
        columns = columns_for(width)
        self.query_one("#who", Text).show(heading(work.names, width))
        self.query_one("#sorted", Text).show(_sorted(overview, self.by))
        self.query_one("#scale", Text).show(axis_line(columns))
        self.query_one("#indicators", PickList).show(
            [
                (row.indicator_id, Content("\n").join(row_lines(row, work.names, columns)))
                for row in overview.sorted(self.by)
            ]
        )
        total = Content("\n").join(together(overview, columns))
        self.query_one("#overall", Text).show(total)

    def on_option_list_option_selected(self, event: PickList.OptionSelected) -> None:
        """Go there."""
        event.stop()
        self.action_choose()

    def action_choose(self) -> None:
        """Go to the picked indicator."""
        self.chosen = self.query_one("#indicators", PickList).picked or ""
        self.dismiss()

    def action_sort(self) -> None:
        """Sort by the next of: order, gap, mark. The picked indicator stays picked."""
        self.by = next_sorting(self.by)
        self.show()

    def action_year(self) -> None:
        """All indicators over all rounds."""
        self.app.push_screen(year_screen(self.desk))

    @worker
    async def action_park(self) -> None:
        """Park a point that comes up meanwhile."""
        await park(self, self.desk)

    def action_next_stage(self) -> None:
        """Walk on from here: to the stage after the reveal."""
        self.walks_on = True
        self.dismiss()

    def action_close(self) -> None:
        """Back to the indicator before the room."""
        self.dismiss()


def _sorted(overview: Overview, by: Sorting) -> Content:
    """How it is sorted, and how many there is a reason to talk about."""
    said = plain(_(SORTED[by]), "dim")
    count = worth_talking(overview.rows)
    if not count:
        return said
    text = ngettext("{n} worth talking about", "{n} worth talking about", count)
    return joined(said, plain(f" · {TALK} {text.format(n=count)}", "$accent"))
