"""What the columns of somebody else's sheet are: proposed, corrected here, and tried at once."""

from collections.abc import Callable
from typing import ClassVar, Final

from textual import work as worker
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from screens.desk import ScoresFile
from screens.dialogs.choose import ChooseDialog
from screens.plain import Text, joined, plain
from screens.stages.score_outcome import outcome_text
from screens.widgets.pick_list import PickList, Row
from sessionui.domain.mapping import ColumnSight, ColumnUse, Looks, Mapping, Use
from sessionui.domain.sides import SIDES, SideKey
from sessionui.domain.work import Work
from sessionui.locale import N_, _, ngettext
from sessionui.text import cell_width, shorten_middle

_USES: Final[dict[Use, str]] = {
    "rater": N_("the rater"),
    "side": N_("the side"),
    "form": N_("the number of the form"),
    "ignore": N_("pass over"),
    "indicator": N_("the indicator (one row a mark)"),
    "mark": N_("the mark (one row a mark)"),
    "reason": N_("the reason (one row a mark)"),
    "own": N_("whether about the own side (one row a mark)"),
}

LOOKS: Final = 12
"""Columns for what a column of the sheet looks like; longer words push the next one on."""

_ABOUT: Final[tuple[Use, Use]] = ("mark", "reason")


class MappingScreen(ModalScreen[Mapping | None]):
    """The mapping to use, or ``None``. ``read`` tells what would come out of one."""

    CSS_PATH = "../dialogs/dialogs.tcss"
    DEFAULT_CSS = """
    MappingScreen .dialog { width: 112; height: 96%; }
    MappingScreen #columns { height: 1fr; min-height: 4; }
    MappingScreen #tried { height: auto; max-height: 7; padding-top: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "use", N_("Use these columns"), id="mapping.use", priority=True),
        Binding("o", "side", N_("All of one side"), id="mapping.side"),
        Binding("escape", "close", N_("Close"), id="mapping.close", priority=True),
    ]

    def __init__(self, work: Work, file: ScoresFile, read: Callable[[Mapping], ScoresFile]) -> None:
        super().__init__()
        self.work, self.read = work, read
        self.sights = tuple(file.sights)
        self.mapping = file.mapping or Mapping(columns=())
        self.shown_file: ScoresFile | None = None

    def compose(self) -> ComposeResult:
        """See Textual."""
        with Vertical(classes="dialog wide"):
            yield Text(_("What are these columns?"), classes="dialog-title")
            yield PickList(id="columns")
            yield Text("", id="tried", classes="help-text")
            yield Text("", id="mapping-keys", classes="dialog-keys")

    def on_mount(self) -> None:
        """Show the proposal and what would come of it."""
        self.query_one("#columns").focus()
        self._try()

    def on_resize(self) -> None:
        """Use the new width."""
        self.call_after_refresh(self.show)

    def show(self) -> None:
        """Show the columns, and what would be taken in; of no mark anything."""
        columns = self.query_one("#columns", PickList)
        width = columns.content_size.width or 70
        columns.show([(str(n), self._row(n, width)) for n in range(len(self.sights))])
        if self.shown_file is not None:
            self.query_one("#tried", Text).show(outcome_text(self.shown_file, self.work, 4))
        keys = [_("enter says what a column is")]
        if self.work.session.rules.secrecy == "side":
            keys.append(_("o all of one side"))
        keys += [_("ctrl+s uses these"), _("escape closes")]
        self.query_one("#mapping-keys", Text).show(" · ".join(keys))

    def _row(self, place: int, width: int) -> Content:
        sight, use = self.sights[place], self.mapping.columns[place]
        what = use_text(use, self.work)
        looks = looks_text(sight)
        heading_width = max(min(width * 2 // 5, width - 36), 16)
        heading = shorten_middle(sight.heading.strip() or _("(no heading)"), heading_width)
        looks += " " * max(LOOKS - cell_width(looks), 0) + "  "
        what = shorten_middle(what, max(width - heading_width - cell_width(looks) - 4, 12))
        style = "dim" if use.use == "ignore" else ""
        return joined(
            plain(heading + " " * (heading_width - cell_width(heading) + 2), style),
            plain(looks, "dim"),
            plain(what, style or "bold"),
        )

    def _try(self) -> None:
        self.shown_file = self.read(self.mapping)
        self.show()

    def on_option_list_option_selected(self, event: PickList.OptionSelected) -> None:
        """Enter or a click on a column."""
        event.stop()
        self.action_choose(int(event.option.id or 0))

    @worker
    async def action_choose(self, place: int) -> None:
        """Say what a column is."""
        choices = choices_of(self.sights[place].heading, self.work)
        rows: list[Row] = [
            (str(n), plain(use_text(use, self.work))) for n, use in enumerate(choices)
        ]
        now = self.mapping.columns[place]
        picked = next((str(n) for n, use in enumerate(choices) if use == now), None)
        title = shorten_middle(self.sights[place].heading.strip() or _("(no heading)"), 60)
        chosen = await self.app.push_screen_wait(ChooseDialog(title, rows, picked=picked))
        if chosen is not None:
            self.mapping = self.mapping.with_use(place, choices[int(chosen)])
            self._try()

    def action_side(self) -> None:
        """Whose answers all of them are: the one side, the other, or as the sheet says."""
        if self.work.session.rules.secrecy != "side":
            return
        turns: tuple[SideKey | str, ...] = ("", *SIDES)
        after = turns[(turns.index(self.mapping.side) + 1) % len(turns)]
        self.mapping = self.mapping.but(side=after)
        self._try()

    def action_use(self) -> None:
        """Use the columns as they stand."""
        self.dismiss(self.mapping)

    def action_close(self) -> None:
        """Leave things as they were."""
        self.dismiss(None)


def choices_of(heading: str, work: Work) -> list[ColumnUse]:
    """Everything that a column can be, what is needed most first."""
    plain_uses = [ColumnUse(heading=heading, use=use) for use in _USES]
    about = [
        ColumnUse(heading=heading, use=use, indicator=item.indicator_id, own=own)
        for own in ((False, True) if work.session.rules.self_estimate else (False,))
        for item in work.items
        for use in _ABOUT
    ]
    return [*plain_uses[:2], *about, *plain_uses[2:]]


def use_text(use: ColumnUse, work: Work) -> str:
    """What a column is, in words."""
    if not use.indicator:
        return _(_USES[use.use])
    name = work.indicator_name(use.indicator) or use.indicator
    templates = {
        ("mark", False): _("{indicator}: mark"),
        ("reason", False): _("{indicator}: reason"),
        ("mark", True): _("{indicator}: mark of the own side"),
        ("reason", True): _("{indicator}: reason, own side"),
    }
    template = templates.get((use.use, use.own), "{indicator}")
    return template.format(indicator=name)


def looks_text(sight: ColumnSight) -> str:
    """How many cells are filled and what they look like; never what is in them."""
    if sight.looks == "empty":
        return _("empty")
    n = sight.filled
    words: dict[Looks, str] = {
        "marks": ngettext("{n} mark", "{n} marks", n),
        "raters": ngettext("{n} rater", "{n} raters", n),
        "sides": ngettext("{n} side", "{n} sides", n),
        "indicators": ngettext("{n} indicator", "{n} indicators", n),
        "words": ngettext("{n} text", "{n} texts", n),
        "other": ngettext("{n} other", "{n} others", n),
    }
    return words[sight.looks].format(n=n)
