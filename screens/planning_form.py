"""The form for a new session: its parts, and how the choices made so far look in them."""

from collections.abc import Callable, Sequence
from datetime import date

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widget import Widget

from screens.plain import Text, joined, plain
from screens.planning_draft import PlanDraft
from screens.planning_rows import kind_rows, people_rows, rule_rows, stage_rows
from screens.usual_words import full
from screens.widgets.fields import RecordInput
from screens.widgets.pick_list import PickList
from screens.widgets.radio_list import RadioList
from screens.widgets.sides import side_name
from sessionui.domain.due import NotADate, parse_due
from sessionui.domain.partnership import Partnership
from sessionui.domain.session import Session
from sessionui.domain.sides import SIDES, SideKey
from sessionui.domain.timing import usual
from sessionui.locale import _, fmt_date, fmt_duration
from sessionui.text import cell_width

LINES = ("day", "place", "facilitator")


class PlanningForm(VerticalScroll):
    """Lists and lines. ``start_of`` says what stands in a line to begin with."""

    def __init__(
        self,
        partnership: Partnership,
        sessions: Sequence[Session],
        start_of: Callable[[str], str],
    ) -> None:
        super().__init__(id="form", can_focus=False)
        self.partnership, self.start_of = partnership, start_of
        self.sessions = sessions

    def compose(self) -> ComposeResult:
        with Vertical(id="columns"):
            with Vertical(classes="column"):
                with _Part(_("Kind")):
                    yield RadioList(id="kind")
                    yield Text("", id="purpose", classes="quiet")
                    yield Text("", id="kind-note")
                with _Part(_("When")):
                    yield self._line("day")
                    yield Text("", id="day-hint", classes="quiet")
                with _Part(_("Where")):
                    yield self._line("place")
                with _Part(_("Facilitator")):
                    yield self._line("facilitator")
                with _Part(_("Scores"), id="scores"):
                    yield PickList(id="rules")
            with Vertical(classes="column"):
                with _Part(_("Expected")), Horizontal(id="people"):
                    for side in SIDES:
                        with Vertical(classes="one-side"):
                            yield Text("", id=f"side-{side}")
                            yield Text("", id=f"nobody-{side}", classes="quiet")
                            yield PickList(id=f"people-{side}")
                with _Part(_("Stages")):
                    yield Text("", id="total", classes="quiet")
                    yield PickList(id="stages")
                    yield Text("", id="usual", classes="quiet")

    def _line(self, key: str) -> RecordInput:
        field = RecordInput(key, record_on_leave=False, id=key)
        field.value = field.recorded = self.start_of(key)
        return field

    def typed(self, key: str) -> str:
        """What stands in a line."""
        return self.query_one(f"#{key}", RecordInput).value

    def day(self, today: date) -> date:
        """The day that was typed; ``today`` for none. Raises ``NotADate``."""
        return parse_due(self.typed("day"), today) or today

    def show(self, draft: PlanDraft, today: date) -> None:
        """Show these choices."""
        self._show_kind(draft)
        self.show_day(today)
        self.query_one("#scores").display = draft.scores
        self.query_one("#rules", PickList).show(rule_rows(draft))
        for side in SIDES:
            self._show_people(draft, side)
        total = fmt_duration(draft.total * 60)
        self.query_one("#total", Text).show(_("{total} in all").format(total=total))
        self.query_one("#stages", PickList).show(stage_rows(draft, self.sessions))

        self.show_usual(draft)

    def show_usual(self, draft: PlanDraft) -> None:
        """Say what the picked stage took before, while the keyboard is in the stages."""
        stages = self.query_one("#stages", PickList)
        before = usual(self.sessions, draft.kind, stages.picked or "")
        words = self.query_one("#usual", Text)
        words.display = stages.has_focus and before is not None
        words.show(full(before))

    def _show_kind(self, draft: PlanDraft) -> None:
        kinds = self.query_one("#kind", PickList)
        kinds.show(kind_rows(draft))
        kinds.pick(draft.kind)
        self.query_one("#purpose", Text).show(_(draft.kind_data.purpose))
        note = self.query_one("#kind-note", Text)
        note.display = draft.scores and not self.partnership.in_force
        note.show(
            _(
                "There are no indicators to score yet: a kick-off workshop comes first. This can "
                "be planned all the same."
            )
        )

    def show_day(self, today: date) -> None:
        """Say which day is meant by what is typed."""
        try:
            hint = fmt_date(self.day(today), "full")
        except NotADate:
            hint = _("for instance: 18-12, next Friday, in 2 weeks")
        self.query_one("#day-hint", Text).show(hint)

    def _show_people(self, draft: PlanDraft, side: SideKey) -> None:
        width = self.query_one("#people").size.width // 2 - 3 or 20
        rows = people_rows(draft, self.partnership, side, width)
        expected = sum(person not in draft.absent for person, _row in rows)
        count = str(len(rows))
        if expected < len(rows):
            count = _("{n} of {total}").format(n=expected, total=len(rows))
        room = max(width - cell_width(count) - 4, 6)
        name = side_name(side, self.partnership.name_of(side), room)
        self.query_one(f"#side-{side}", Text).show(joined(name, plain(f"  {count}", "dim")))
        people = self.query_one(f"#people-{side}", PickList)
        people.show(rows)
        people.display = bool(rows)
        nobody = self.query_one(f"#nobody-{side}", Text)
        nobody.display = not rows
        nobody.show(_("Nobody yet. People can also be added at the welcome."))


class _Part(Horizontal):
    """A part of the form with its label on the left."""

    def __init__(self, label: str, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes="group")
        self.label = label
        self.body = Vertical(classes="body")

    def compose(self) -> ComposeResult:
        yield Text(self.label, classes="label")
        yield self.body

    def compose_add_child(self, widget: Widget) -> None:
        """Everything inside goes to the right of the label."""
        self.body.compose_add_child(widget)
