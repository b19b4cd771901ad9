"""Define: candidates in silence, one list, a blind vote, and the set."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from screens.stages.define_list import OneList
from screens.stages.define_set import TheSet
from screens.stages.define_vote import BlindVote
from screens.stages.define_write import SilentWriting
from screens.stages.panes import PanedStage
from sessionui.domain.room.topic import Topic, TopicKind
from sessionui.domain.work import Work
from sessionui.locale import N_


class DefineScreen(PanedStage):
    """Four phases in the facilitator's hands; going back to one destroys nothing."""

    STAGE = "define"
    TITLE_TEXT = N_("Define")
    HELP_TEXT = N_(
        "Four phases, each by its digit. 1 Write: one side at a time types what it wants to score "
        "the other on, in silence; the other side's words stay hidden. 2 One list: show all words "
        "at once and merge what means the same. 3 Vote: everybody places dots, unseen by the "
        "others; only who has voted shows. 4 The set: show the result, choose and order. About "
        "six is usual, and every one of them gets a meaning next. You can always go back; nothing "
        "that was written is lost."
    )
    CSS_PATH = "define.tcss"
    PANES = (SilentWriting, OneList, BlindVote, TheSet)
    BINDINGS: ClassVar[list[BindingType]] = [
        *SilentWriting.KEYS,
        *OneList.KEYS,
        *BlindVote.KEYS,
        *TheSet.KEYS,
        Binding("1", "to('write')", N_("Write"), id="define.1", show=False),
        Binding("2", "to('list')", N_("One list"), id="define.2", show=False),
        Binding("3", "to('vote')", N_("Vote"), id="define.3", show=False),
        Binding("4", "to('set')", N_("The set"), id="define.4", show=False),
    ]

    @property
    def topic(self) -> Topic:
        """See ``Frame``."""
        kinds: dict[str, TopicKind] = {"list": "candidates", "vote": "vote", "set": "set"}
        if self.current in kinds:
            return Topic(kind=kinds[self.current])
        writing = self.query(SilentWriting)
        return Topic(kind="writing", turn=writing.first().writes if writing else None)

    def first_pane(self, work: Work) -> str:
        """See ``PanedStage``: where the recorded work says that we are."""
        define = work.session.define
        kept = any(
            i.candidate_id is None or not _proposed(work, i.candidate_id)
            for i in work.partnership.in_force
        )
        if define.votes_shown or (kept and not define.candidates):
            return "set"
        if define.votes:
            return "vote"
        return "list" if define.shown else "write"

    def place(self, work: Work) -> str:
        """See ``StageScreen``."""
        names = [pane.NAME for pane in self.PANES]
        return f"{names.index(self.current) + 1}/{len(names)}"

    def on_screen_suspend(self, event: events.ScreenSuspend) -> None:
        """Left for another screen: what a side was writing is covered again."""
        if not isinstance(self.app.screen, ModalScreen):
            self.query_one(SilentWriting).cover()


def _proposed(work: Work, candidate_id: str) -> bool:
    return work.session.define.candidate(candidate_id) is not None
