"""The year picture: how every indicator went over all rounds, and what was done in between."""

from typing import ClassVar

from textual import work as worker
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from screens.desk import Desk
from screens.dialogs.park import park
from screens.frame import Frame
from screens.plain import plain
from screens.widgets.ends import EndsLine
from screens.widgets.header import names_line
from screens.widgets.key_bar import KeyBar
from screens.widgets.year_picture import YearPicture
from sessionui.domain.room import Scene, Topic
from sessionui.domain.room.scenes import Year as YearScene
from sessionui.domain.sides import SideKey
from sessionui.domain.year import Year, year_of
from sessionui.locale import N_, _


def year_screen(desk: Desk) -> "YearScreen":
    """The picture up to and with the session on the table, as far as it was revealed."""
    work = desk.work
    return YearScreen(year_of(work.partnership, work.rounds), work.names, desk)


class YearScreen(Frame):
    """All indicators over all rounds; opened over the reveal, the close or a partnership."""

    TITLE_TEXT = N_("Year picture")
    HELP_TEXT = N_(
        "Every indicator over all rounds that were revealed, in small pictures on one scale from "
        "1 to 10: ◆ what the client's side gave, ● what the supplier's side gave. From three "
        "rounds on there is a line, two are joined by dots (a slope, not a trend), one is a point. "
        "A line is broken (╎) where the meaning changed, and the overall line where other "
        "indicators count: before and after don't compare. ✓ with a number is an action on that "
        "indicator that was done before the round after it. That says when it was done, not what "
        "came of it: ask the room."
    )
    CSS_PATH = "year.tcss"
    AUTO_FOCUS = "#year-scroll"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f9", "park", N_("Park a point"), id="year.park", show=False),
        Binding("escape,y", "close", N_("Close"), id="year.close"),
    ]

    def __init__(
        self,
        year: Year,
        names: dict[SideKey, str],
        desk: Desk | None = None,
        *,
        example: bool = False,
    ) -> None:
        """``desk``: of the session on the table; without one it is the picture of a partnership."""
        super().__init__()
        self.year, self.names, self.example = year, names, example
        self.desk = desk

    @property
    def topic(self) -> Topic | None:
        """See ``Frame``."""
        return Topic(kind="year") if self.desk is not None else None

    def scene(self, language: str, theme: str) -> Scene | None:
        """See ``Frame``."""
        if self.desk is not None:
            return None
        return YearScene(
            name_a=self.names["a"],
            name_b=self.names["b"],
            example=self.example,
            language=language,
            theme=theme,
            year=self.year,
        )

    def compose(self) -> ComposeResult:
        """See Textual."""
        yield EndsLine(id="top")
        with VerticalScroll(id="year-scroll"):
            yield YearPicture(id="year")
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the picture."""
        self.call_after_refresh(self.show)

    def on_resize(self) -> None:
        """Use the new room."""
        self.call_after_refresh(self.show)

    def show(self) -> None:
        """Show the picture in the language and the window of now."""
        title = plain(_(self.TITLE_TEXT), "bold")
        names = names_line(self.names["a"], self.names["b"], self.size.width - 20)
        self.query_one("#top", EndsLine).show(names, title)
        height = self.query_one("#year-scroll").content_size.height
        self.query_one(YearPicture).show(self.year, self.names, height)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A point is parked in a session."""
        return super().check_action(action, parameters) if action != "park" else bool(self.desk)

    @worker
    async def action_park(self) -> None:
        """Park a point that comes up while looking."""
        if self.desk is not None:
            await park(self, self.desk)

    def action_close(self) -> None:
        """Back to where it was opened."""
        self.dismiss()
