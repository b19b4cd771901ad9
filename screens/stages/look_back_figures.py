"""The hard figures of the period, kept apart from the soft scores (method, stage 2)."""

from typing import ClassVar

from textual import work as worker
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget

from screens.dialogs.form import Field, FormDialog, Values
from screens.plain import Text, joined, plain
from screens.stages.panes import Pane, pane_key
from screens.widgets.action_row import padded
from screens.widgets.pick_list import PickList
from sessionui.domain.intents.look_back import PutKpi, RemoveKpi
from sessionui.domain.session import Kpi
from sessionui.domain.wording import Sentence
from sessionui.domain.work import Work
from sessionui.locale import N_, _


class HardFigures(Pane):
    """A table of figures: name, value, target; the comment of the picked one below it."""

    NAME = "figures"
    TITLE = N_("Hard figures")
    KEYS: ClassVar[tuple[Binding, ...]] = (
        pane_key("figures", "a", "add", N_("Add a figure")),
        pane_key("figures", "e", "change", N_("Change")),
        pane_key("figures", "delete,backspace", "remove", N_("Remove")),
    )

    def compose(self) -> ComposeResult:
        """See Textual."""
        yield Text("", id="figures-head", classes="quiet")
        yield PickList(id="figures")
        yield Text("", id="figure-card")

    def count(self, work: Work) -> str:
        """How many figures there are."""
        return str(len(work.session.kpis) or "")

    def can(self, do: str) -> bool | None:
        """See ``Pane``."""
        if do != "add" and self._picked() is None:
            return False
        return self.open_to_change()

    def home(self) -> Widget | None:
        """See ``Pane``."""
        return self.query_one(PickList) if self.desk.work.session.kpis else None

    def show(self, work: Work) -> None:
        """See ``Pane``."""
        kpis = work.session.kpis
        head = self.query_one("#figures-head", Text)
        if kpis:
            head.show(plain(self._cells(_("Figure"), _("Value"), _("Target")), "dim"))
        else:
            head.show(
                _("No hard figures yet: press a for the first one.")
                + "\n"
                + _("They are kept apart from the soft scores.")
            )
        picker = self.query_one(PickList)
        picker.display = bool(kpis)
        picker.show([(k.id, self._row(k)) for k in kpis])
        self._show_card()

    def _cells(self, name: str, value: str, target: str) -> str:
        figure = min(max(self.room // 5, 12), 28)
        words = max(self.room - 2 * figure - 6, 16)
        return f"{padded(name, words)}  {padded(value, figure)}  {padded(target, figure)}"

    def _row(self, kpi: Kpi) -> Content:
        return plain(self._cells(*(_flat(t) for t in (kpi.name, kpi.value, kpi.target))))

    def _show_card(self) -> None:
        kpi = self._picked()
        card = self.query_one("#figure-card", Text)
        card.display = kpi is not None
        if kpi is None:
            return
        figures = " · ".join(
            part.format(value=text)
            for part, text in (("{value}", kpi.value), (_("target {value}"), kpi.target))
            if text
        )
        rest = [figures, kpi.comment]
        card.show(
            joined(plain(kpi.name, "bold"), plain("\n" + "\n".join(filter(None, rest)), "dim"))
        )

    def _picked(self) -> Kpi | None:
        picked = self.query_one(PickList).picked
        return next((k for k in self.desk.work.session.kpis if k.id == picked), None)

    def on_option_list_option_highlighted(self, event: PickList.OptionHighlighted) -> None:
        """Show the whole figure."""
        event.stop()
        self._show_card()
        self.refresh_keys()

    def on_option_list_option_selected(self, event: PickList.OptionSelected) -> None:
        """Enter or a click changes it."""
        event.stop()
        self.do_change()

    def do_add(self) -> None:
        """Another figure."""
        self._ask(None)

    def do_change(self) -> None:
        """Change the picked figure."""
        if kpi := self._picked():
            self._ask(kpi)

    def do_remove(self) -> None:
        """Take the picked figure out; undo brings it back."""
        if kpi := self._picked():
            self.do(RemoveKpi(kpi.id))

    def reopen(self, form: str) -> None:
        """See ``Pane``."""
        name, _slash, kpi_id = form.partition("/")
        if name == "figure":
            kpis = self.desk.work.session.kpis
            self._ask(next((k for k in kpis if k.id == kpi_id), None))

    @worker
    async def _ask(self, kpi: Kpi | None) -> None:
        if not self.open_to_change():
            return

        def submit(values: Values) -> Sentence | None:
            name, value, target, comment = (
                str(values[key]) for key in ("name", "value", "target", "comment")
            )
            return self.desk.do(PutKpi(name, value, target, comment, kpi.id if kpi else None))

        fields = [
            Field("name", _("Figure"), value=kpi.name if kpi else ""),
            Field("value", _("Value"), value=kpi.value if kpi else ""),
            Field("target", _("Target"), value=kpi.target if kpi else ""),
            Field("comment", _("Comment"), value=kpi.comment if kpi else ""),
        ]
        key = f"figure/{kpi.id if kpi else 'new'}"
        form = FormDialog(self.desk, key, _("Hard figure"), fields, submit)
        if await self.app.push_screen_wait(form):
            picker = self.query_one(PickList)
            if kpi is None:
                picker.pick(self.desk.work.session.kpis[-1].id)
            picker.focus()


def _flat(text: str) -> str:
    return " ".join(text.split())
