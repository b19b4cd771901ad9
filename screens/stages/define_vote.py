"""The blind dot vote: everybody places dots unseen; only who has voted shows."""

from typing import ClassVar

from textual import work as worker
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget

from screens.dialogs.confirm import ConfirmDialog
from screens.dialogs.vote import VoteDialog
from screens.plain import Text, joined, plain
from screens.stages.panes import Pane, pane_key
from screens.widgets.pick_list import PickList
from screens.widgets.sides import SideColumn, SideColumns, side_name
from sessionui.domain.intents.define import SetDotsEach, ShowVotes
from sessionui.domain.sides import SIDES, SideKey, other
from sessionui.domain.work import Work
from sessionui.locale import N_, _, ngettext
from sessionui.text import shorten_middle


def voters(work: Work, side: SideKey) -> list[str]:
    """Ids of the people of ``side`` who can vote: those who are not noted as absent."""
    return [
        p
        for p in work.raters(side)
        if work.session.presence_of(p) in ("present", "expected") or p in work.session.define.voted
    ]


class BlindVote(Pane):
    """Two columns of people; the keyboard goes to whoever is picked."""

    NAME = "vote"
    TITLE = N_("Vote")
    KEYS: ClassVar[tuple[Binding, ...]] = (
        pane_key("vote", "space", "vote", N_("Hand over")),
        pane_key("vote", "o", "paper", N_("From paper")),
        pane_key("vote", "s", "side", N_("Other side")),
        pane_key("vote", "plus,equals_sign", "more", N_("More dots"), show=False),
        pane_key("vote", "minus", "fewer", N_("Fewer dots"), show=False),
        pane_key("vote", "v", "result", N_("Result")),
        pane_key("vote", "b", "reopen", N_("Vote again"), show=False),
    )

    def compose(self) -> ComposeResult:
        """See Textual."""
        yield Text("", id="vote-head")
        yield Text("", id="vote-face", classes="quiet")
        with SideColumns():
            for side in SIDES:
                with SideColumn(side):
                    yield PickList(id=f"voters-{side}")

    def count(self, work: Work) -> str:
        """How many have voted, of how many."""
        define = work.session.define
        if not define.shown and not define.votes:
            return ""
        total = max(sum(len(voters(work, side)) for side in SIDES), len(define.votes))
        return _("{n} of {total}").format(n=len(define.votes), total=total)

    def show(self, work: Work) -> None:
        """See ``Pane``."""
        define = work.session.define
        head = ngettext("Everybody places {n} dot.", "Everybody places {n} dots.", define.dots_each)
        dots = plain(head.format(n=define.dots_each), "bold")
        change = _("+ and − change that until somebody has voted")
        hint = plain("" if define.votes else f"  {change}", "dim")
        self.query_one("#vote-head", Text).show(joined(dots, hint))
        self.query_one("#vote-face", Text).show(self._face(work))
        width = max(self.room // 2 - 6, 12)
        for side in SIDES:
            self.query_one(f"#side-{side}", SideColumn).head(
                side_name(side, work.names[side], width)
            )
            rows = [(p, self._row(work, p, width)) for p in voters(work, side)]
            self._list(side).show(rows)

    def _face(self, work: Work) -> str:
        define = work.session.define
        if not define.standing or not define.shown:
            return _("First make the one list (2); then there is something to vote on.")
        if define.votes_shown:
            return _("The vote is closed; the result stands at the set (4).")
        paper = len(define.votes) - len(define.voted)
        if paper:
            return ngettext("{n} from paper.", "{n} from paper.", paper).format(n=paper)
        return _("Nobody sees another's dots; only who has voted shows.")

    def _row(self, work: Work, person_id: str, width: int) -> Content:
        voted = person_id in work.session.define.voted
        name = shorten_middle(work.person_name(person_id), width - 10)
        return joined(
            plain("✓ " if voted else "· ", "$success" if voted else "dim"),
            plain(name, "dim" if voted else ""),
            plain(f"  {_('voted')}" if voted else "", "dim"),
        )

    # --- keys

    def can(self, do: str) -> bool | None:
        """See ``Pane``."""
        define = self.desk.work.session.define
        running = define.shown and bool(define.standing) and not define.votes_shown
        match do:
            case "vote":
                person = self._picked()
                possible = running and person is not None and person not in define.voted
            case "paper":
                possible = running
            case "more" | "fewer":
                possible = not define.votes
            case "result":
                if define.votes_shown:
                    return False
                return self.open_to_change() if define.votes else None
            case "reopen":
                possible = define.votes_shown
            case _:
                return True
        return self.open_to_change() if possible else False

    def _list(self, side: SideKey) -> PickList:
        return self.query_one(f"#voters-{side}", PickList)

    @property
    def _side(self) -> SideKey:
        return "b" if self.screen.focused is self._list("b") else "a"

    def home(self) -> Widget | None:
        """See ``Pane``."""
        return self._list("a")

    def _picked(self) -> str | None:
        return self._list(self._side).picked

    def on_option_list_option_highlighted(self, event: PickList.OptionHighlighted) -> None:
        """Whether this person can vote shows in the keys."""
        event.stop()
        self.refresh_keys()

    def on_option_list_option_selected(self, event: PickList.OptionSelected) -> None:
        """Enter or a click hands over to this person."""
        event.stop()
        if self.can("vote"):
            self.do_vote()

    @worker
    async def do_vote(self) -> None:
        """Hand the keyboard to the picked person."""
        side, person = self._side, self._picked()
        if person is None:
            return
        if await self.app.push_screen_wait(VoteDialog(self.desk, person)):
            self._next(side)

    def _next(self, side: SideKey) -> None:
        """Go on to who has not voted yet, this side first."""
        work = self.desk.work
        for each in (side, other(side)):
            for person in voters(work, each):
                if person not in work.session.define.voted:
                    self._list(each).pick(person)
                    self._list(each).focus()
                    return

    @worker
    async def do_paper(self) -> None:
        """The facilitator enters dots from paper, without a name, one after the other."""
        while await self.app.push_screen_wait(VoteDialog(self.desk, None)):
            pass

    def do_side(self) -> None:
        """Go to the other side's column."""
        self._list(other(self._side)).focus()

    def do_more(self) -> None:
        """Everybody gets one dot more."""
        self.do(SetDotsEach(self.desk.work.session.define.dots_each + 1))

    def do_fewer(self) -> None:
        """Everybody gets one dot fewer."""
        self.do(SetDotsEach(self.desk.work.session.define.dots_each - 1))

    @worker
    async def do_result(self) -> None:
        """Close the vote and go to the result."""
        work = self.desk.work
        define = work.session.define
        missing = sum(len(voters(work, side)) for side in SIDES) - len(define.votes)
        if missing > 0:
            question = ngettext(
                "{n} has not voted yet. Show the result?",
                "{n} have not voted yet. Show the result?",
                missing,
            ).format(n=missing)
            explanation = _("The vote is closed by that.")
            if not await self.app.push_screen_wait(ConfirmDialog(question, explanation)):
                return
        if self.do(ShowVotes()):
            self.stage.action_to("set")

    @worker
    async def do_reopen(self) -> None:
        """Open the vote again, for somebody who came late."""
        question = _("Open the vote again?")
        explanation = _("The result has been seen by then; dots that were placed stay.")
        if await self.app.push_screen_wait(ConfirmDialog(question, explanation)):
            self.do(ShowVotes(shown=False))
