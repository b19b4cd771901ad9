"""Look back: what became of earlier agreements, the hard figures, what is going on."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from screens.stages.look_back_actions import EarlierActions
from screens.stages.look_back_figures import HardFigures
from screens.stages.look_back_issues import GoingOn
from screens.stages.panes import PanedStage
from sessionui.domain.room.topic import Part, Topic
from sessionui.domain.work import Work
from sessionui.locale import N_


class LookBackScreen(PanedStage):
    """First the actions, then the figures, then what each side is in the middle of."""

    STAGE = "look_back"
    TITLE_TEXT = N_("Look back")
    HELP_TEXT = N_(
        "Begin with what was promised: take the open actions one at a time, record what became "
        "of each by one key, and write down what it brought. Record whether the minutes of last "
        "time are adopted (m). Then the hard figures of the period (2), kept apart from the soft "
        "scores, and what is going on at each side (3): the issue, the help wanted from the "
        "other, and what you do about it together. No blame for what was not done: ask why."
    )
    CSS_PATH = "look_back.tcss"
    PANES = (EarlierActions, HardFigures, GoingOn)
    BINDINGS: ClassVar[list[BindingType]] = [
        *EarlierActions.KEYS,
        *HardFigures.KEYS,
        *GoingOn.KEYS,
        Binding("1", "to('earlier')", N_("Earlier actions"), id="look_back.1", show=False),
        Binding("2", "to('figures')", N_("Hard figures"), id="look_back.2", show=False),
        Binding("3", "to('issues')", N_("What is going on"), id="look_back.3", show=False),
    ]

    @property
    def topic(self) -> Topic:
        """See ``Frame``."""
        parts: dict[str, Part] = {"figures": "figures", "issues": "issues"}
        part = parts.get(self.current, "actions")
        looked = self.query(EarlierActions)
        place = looked.first().place if looked and part == "actions" else None
        return Topic(kind="look_back", part=part, place=place)

    def place(self, work: Work) -> str:
        """See ``StageScreen``."""
        return self.pane("earlier").count(work)
