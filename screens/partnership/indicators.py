"""Page: the indicators in force with their meaning; enter shows one whole, old wordings too."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from screens.partnership.meaning import MeaningScreen
from screens.partnership.page import Page
from screens.partnership.view import View
from screens.plain import Text, joined, plain
from screens.widgets.ends import ends
from screens.widgets.pick_list import PickList
from screens.widgets.spaced_list import SpacedList
from sessionui.domain.indicators import Indicator
from sessionui.locale import N_, _, fmt_date
from sessionui.text import cell_width, shorten_middle


class IndicatorList(SpacedList):
    """The indicators; enter reads one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", N_("Read"), id="indicators.read"),
    ]


class IndicatorsPage(Page):
    """Those in force in their order, then those that ended."""

    KEY = "indicators"
    TITLE = N_("Indicators")

    def __init__(self) -> None:
        super().__init__()
        self.view: View | None = None

    def compose(self) -> ComposeResult:
        yield Text("", id="no-indicators", classes="quiet")
        yield IndicatorList(id="indicators")

    def show(self, view: View) -> None:
        """See ``Page``."""
        self.view = view
        ordered = _ordered(view)
        self.query_one(IndicatorList).show([(i.id, _row(i, self.room)) for i in ordered])
        empty = self.query_one("#no-indicators", Text)
        empty.display = not ordered
        empty.show(_("No indicators yet. The two sides choose them in the kick-off workshop."))

    def take_focus(self) -> None:
        """See ``Page``."""
        self.screen.set_focus(self.query_one(IndicatorList))

    def on_option_list_option_selected(self, event: PickList.OptionSelected) -> None:
        """Read the indicator."""
        event.stop()
        if self.view is not None and event.option.id:
            indicators = _ordered(self.view)
            place = [i.id for i in indicators].index(event.option.id)
            self.app.push_screen(MeaningScreen(self.view, indicators, place))


def _ordered(view: View) -> tuple[Indicator, ...]:
    everything = view.partnership.indicators
    return (*(i for i in everything if i.in_force), *(i for i in everything if not i.in_force))


def _row(indicator: Indicator, width: int) -> Content:
    current = indicator.current
    if not indicator.in_force:
        right = _("not in force")
    elif current.number > 1:
        right = _("wording {n}, {date}").format(n=current.number, date=fmt_date(current.at))
    else:
        right = fmt_date(current.at)
    style = "bold" if indicator.in_force else "dim"
    name = shorten_middle(indicator.name, width - cell_width(right) - 2)
    meaning = " ".join(indicator.meaning.text.split()) or _("no meaning yet")
    return joined(ends(plain(name, style), plain(right, "dim"), width), "\n", plain(meaning, "dim"))
