"""What is going on at each side: the issue, help wanted from the other, joint action."""

from typing import ClassVar

from textual import work as worker
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget

from screens.dialogs.form import Field, FormDialog, Values
from screens.plain import Text, joined, plain
from screens.stages.panes import Pane, pane_key
from screens.widgets.pick_list import PickList
from screens.widgets.sides import SideColumn, SideColumns, side_name
from sessionui.domain.intents.look_back import PutIssue, RemoveIssue
from sessionui.domain.session import Issue
from sessionui.domain.sides import SIDES, SideKey, other
from sessionui.domain.wording import Sentence
from sessionui.domain.work import Work
from sessionui.locale import N_, _
from sessionui.text import shorten_middle


class GoingOn(Pane):
    """Two columns: each side tells what it is in the middle of."""

    NAME = "issues"
    TITLE = N_("What is going on")
    KEYS: ClassVar[tuple[Binding, ...]] = (
        pane_key("issues", "a", "add", N_("Add an issue")),
        pane_key("issues", "s", "side", N_("Other side")),
        pane_key("issues", "e", "change", N_("Change")),
        pane_key("issues", "delete,backspace", "remove", N_("Remove")),
    )

    def compose(self) -> ComposeResult:
        """See Textual."""
        with SideColumns():
            for side in SIDES:
                with SideColumn(side):
                    yield Text("", id=f"no-issues-{side}", classes="quiet")
                    yield PickList(id=f"issues-{side}", classes="wrapped")

    def count(self, work: Work) -> str:
        """How many issues there are."""
        return str(len(work.session.issues) or "")

    def can(self, do: str) -> bool | None:
        """See ``Pane``."""
        if do == "side":
            return True
        if do != "add" and self._picked() is None:
            return False
        return self.open_to_change()

    def home(self) -> Widget | None:
        """See ``Pane``."""
        return self._list(self._side)

    def _list(self, side: SideKey) -> PickList:
        return self.query_one(f"#issues-{side}", PickList)

    @property
    def _side(self) -> SideKey:
        return "b" if self.desk.draft("place/issues") == "b" else "a"

    def show(self, work: Work) -> None:
        """See ``Pane``."""
        width = max(self.room // 2 - 6, 12)
        for side in SIDES:
            issues = [i for i in work.session.issues if i.side == side]
            self.query_one(f"#side-{side}", SideColumn).head(
                side_name(side, work.names[side], width)
            )
            empty = self.query_one(f"#no-issues-{side}", Text)
            empty.display = not issues
            empty.show(_("Nothing yet. Short of staff? A reorganisation? Press a."))
            self._list(side).show([(i.id, self._row(work, i)) for i in issues])

    def _row(self, work: Work, issue: Issue) -> Content:
        helper = shorten_middle(work.names[other(issue.side)], 24)
        lines = [plain(issue.text, "bold")]
        for label, text in (
            (_("help wanted from {side}").format(side=helper), issue.help_wanted),
            (_("together"), issue.joint_action),
        ):
            if text:
                lines.append(joined(plain(f"{label}: ", "dim"), text))
        return Content("\n").join([*lines, plain("")])

    def _picked(self) -> Issue | None:
        picked = self._list(self._side).picked
        return next((i for i in self.desk.work.session.issues if i.id == picked), None)

    def on_descendant_focus(self) -> None:
        """The side that has the keyboard is the one that keys are about."""
        focused = self.screen.focused
        side = "b" if focused is self._list("b") else "a"
        if focused in (self._list("a"), self._list("b")) and side != self._side:
            self.desk.keep_draft("place/issues", side)
            self.refresh_keys()

    def on_option_list_option_selected(self, event: PickList.OptionSelected) -> None:
        """Enter or a click changes it."""
        event.stop()
        self.do_change()

    def do_side(self) -> None:
        """Go to the other side's column."""
        self._list(other(self._side)).focus()

    def do_add(self) -> None:
        """Another issue of this side."""
        self._ask(None)

    def do_change(self) -> None:
        """Change the picked issue."""
        if issue := self._picked():
            self._ask(issue)

    def do_remove(self) -> None:
        """Take the picked issue out; undo brings it back."""
        if issue := self._picked():
            self.do(RemoveIssue(issue.id))

    def reopen(self, form: str) -> None:
        """See ``Pane``."""
        name, _slash, issue_id = form.partition("/")
        if name == "issue":
            issues = self.desk.work.session.issues
            self._ask(next((i for i in issues if i.id == issue_id), None))

    @worker
    async def _ask(self, issue: Issue | None) -> None:
        if not self.open_to_change():
            return
        side = issue.side if issue else self._side
        names = self.desk.work.names

        def submit(values: Values) -> Sentence | None:
            text, wanted, joint = (str(values[key]) for key in ("text", "help", "joint"))
            return self.desk.do(PutIssue(side, text, wanted, joint, issue.id if issue else None))

        helper = shorten_middle(names[other(side)], 40)
        fields = [
            Field("text", _("What is going on"), "area", issue.text if issue else ""),
            Field(
                "help",
                _("Help wanted from {side}").format(side=helper),
                "area",
                issue.help_wanted if issue else "",
            ),
            Field("joint", _("Joint action"), "area", issue.joint_action if issue else ""),
        ]
        key = f"issue/{issue.id if issue else side}"
        title = _("What is going on at {side}").format(side=shorten_middle(names[side], 44))
        if await self.app.push_screen_wait(FormDialog(self.desk, key, title, fields, submit)):
            self._list(side).focus()
