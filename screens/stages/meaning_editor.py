"""The words of one indicator: all parts of its meaning as fields."""

from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical, VerticalScroll
from textual.widgets import Input, TextArea

from screens.desk import Desk
from screens.plain import Text, joined, plain
from screens.widgets.fields import Field, RecordArea, RecordInput
from screens.widgets.meaning_fields import PARTS, Group, Part, first_idea, label_under, part_text
from screens.widgets.sides import side_name
from sessionui.domain.indicators import Indicator
from sessionui.domain.intents.meaning import is_draft
from sessionui.domain.sides import SIDES, SideKey
from sessionui.locale import _, fmt_date
from sessionui.text import clean

NAME = "name"


class MeaningEditor(Vertical):
    """One column where the window is small, else two, the client left and the supplier right."""

    def __init__(self) -> None:
        super().__init__(id="meaning-editor")
        self.shown_id = ""

    def compose(self) -> ComposeResult:
        """See Textual."""
        yield RecordInput("", id="part-name")
        yield Text("", id="meaning-status", classes="quiet")
        with VerticalScroll(id="meaning-scroll", can_focus=False):
            with Container(classes="meaning-row"):
                with Vertical():
                    yield from self._parts("words")
                with Vertical():
                    yield Text(_("What a mark looks like"), classes="part-label quiet")
                    yield from self._parts("anchors")
            with Container(classes="meaning-row"):
                for side in SIDES:
                    with Vertical():
                        yield Text("", id=f"giver-{side}", classes="part-label")
                        yield from self._parts("both_ways", side)

    def _parts(self, group: Group, giver: SideKey | None = None) -> ComposeResult:
        for part in PARTS:
            if part.group != group or part.giver != giver:
                continue
            area = RecordArea(
                "",
                placeholder=_(part.question) if part.question else "",
                id=f"part-{part.name}",
            )
            label = Text("", id=f"label-{part.name}")
            if group == "anchors":
                label.add_class("anchor-label")
                with Horizontal(classes="anchor"):
                    yield label
                    yield area
            else:
                if giver is None:
                    label.add_class("part-label")
                yield label
                yield area

    @property
    def fields(self) -> list[Field]:
        """All fields, the name first."""
        return [self.query_one("#part-name", RecordInput), *self.query(RecordArea)]

    @property
    def first(self) -> Field:
        """Where the wording begins."""
        return self._area(PARTS[0])

    def _area(self, part: Part) -> RecordArea:
        return self.query_one(f"#part-{part.name}", RecordArea)

    def show(self, desk: Desk, indicator: Indicator, waiting: dict[str, str]) -> None:
        """Show the words of ``indicator``, or the newer drafts; ``waiting`` for a reason."""
        other = indicator.id != self.shown_id
        self.shown_id = indicator.id
        if other and self.screen.focused not in self.fields:
            self.query_one("#meaning-scroll").scroll_home(animate=False)
        fixed = desk.read_only or desk.work.session.state == "confirmed"
        name = self.query_one("#part-name", RecordInput)
        name.disabled = fixed
        _turn(name, desk, indicator, NAME, indicator.name, other=other)
        self._show_status(desk, indicator, waiting)
        for part in PARTS:
            area = self._area(part)
            area.read_only = fixed
            _turn(area, desk, indicator, part.name, part_text(indicator.meaning, part), other=other)
            label = self.query_one(f"#label-{part.name}", Text)
            label.show(label_under(part, desk.work.names, area.size.width or 30))
        for side in SIDES:
            room = max((self.first.size.width or 30) - 3, 8)
            giver = side_name(side, desk.work.names[side], room)
            self.query_one(f"#giver-{side}", Text).show(giver)
        idea = first_idea(indicator.name)
        self._area(PARTS[0]).placeholder = plain(idea or _(PARTS[0].question))

    def _show_status(self, desk: Desk, indicator: Indicator, waiting: dict[str, str]) -> None:
        status = self.query_one("#meaning-status", Text)
        status.display = not is_draft(desk.work, indicator)
        since = _("Worded {day}; a change needs a reason, the old text stays.").format(
            day=fmt_date(indicator.current.at.date(), "long")
        )
        words = _("New words wait for their reason (r).")
        status.show(joined(plain(words, "$warning")) if waiting else plain(since, "dim"))


def _turn(
    field: Field, desk: Desk, indicator: Indicator, name: str, recorded: str, *, other: bool
) -> None:
    """Let a field show that part of this indicator, also while it has the focus."""
    field.key = f"meaning/{indicator.id}/{name}"
    draft = desk.draft(field.key)
    field.show(recorded, draft)
    text = field.recorded if draft is None else clean(draft)
    if other and field.typed != text:
        with field.prevent(TextArea.Changed, Input.Changed):
            if isinstance(field, RecordArea):
                field.load_text(text)
            else:
                field.value = text
