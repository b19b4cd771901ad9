"""What a rule may look at: what is written down, and of the scores only what was revealed."""

from dataclasses import dataclass
from datetime import datetime

from sessionui.domain.agreements import Action
from sessionui.domain.figures import Given, IndicatorFigures
from sessionui.domain.indicators import Revision
from sessionui.domain.kinds import StageKey
from sessionui.domain.parking import Point, open_points
from sessionui.domain.partnership import Partnership
from sessionui.domain.remark import about_action
from sessionui.domain.rounds import RoundFigures, SideTurnout
from sessionui.domain.session import Discussion, Session, StageState
from sessionui.domain.sides import SIDES, SideKey
from sessionui.domain.work import Work


@dataclass(frozen=True)
class Situation:
    """Where the session is. There is no urn in here, so no rule can know a mark too early.

    ``indicator_id``: the one before the room, at the reveal only. ``earlier``: revealed rounds
    before this session, oldest first. ``actions``: as this session knows them. ``parked``:
    points that wait.
    """

    stage: StageKey
    now: datetime
    partnership: Partnership
    session: Session
    indicator_id: str | None
    wordings: dict[str, Revision]
    turnout: dict[SideKey, SideTurnout]
    revealed: RoundFigures
    earlier: tuple[RoundFigures, ...]
    actions: tuple[Action, ...]
    parked: tuple[Point, ...]

    @property
    def names(self) -> dict[SideKey, str]:
        """The organisation on each side."""
        return {"a": self.partnership.name_a, "b": self.partnership.name_b}

    @property
    def state(self) -> StageState | None:
        """The stage on the screen, with its time."""
        return self.session.stage_state(self.stage)

    @property
    def figures(self) -> IndicatorFigures | None:
        """What was revealed on the indicator before the room; ``None`` before its reveal."""
        return self.revealed.item(self.indicator_id) if self.indicator_id else None

    @property
    def to_explain(self) -> tuple[tuple[IndicatorFigures, SideKey, Given], ...]:
        """What each side gave on it, while the sides still have to speak."""
        figures = self.figures
        if figures is None or self.talk.both_spoke:
            return ()
        return tuple((figures, side, figures.given(side)) for side in SIDES)

    def waved(self, action: Action, what: str) -> bool:
        """Whether the room let pass that the action has no ``"owner"`` or ``"date"``."""
        key = about_action(action.number, what)
        return any(waiver.key == key for waiver in self.session.waivers)

    @property
    def talk(self) -> Discussion:
        """What was said on the indicator before the room."""
        return self.session.discussion(self.indicator_id or "")

    @property
    def indicator(self) -> str:
        """The name of the indicator before the room, as it was scored."""
        return self.name_of(self.indicator_id)

    def name_of(self, indicator_id: str | None) -> str:
        """The name of an indicator in this round."""
        wording = self.wordings.get(indicator_id or "")
        return wording.name if wording else ""

    @property
    def before(self) -> IndicatorFigures | None:
        """The indicator's figures in the round before this one, whatever it meant then."""
        found = [r.item(self.indicator_id or "") for r in self.earlier]
        return next((item for item in reversed(found) if item is not None), None)

    @property
    def actions_here(self) -> tuple[Action, ...]:
        """The actions that were agreed in this session."""
        mine = (a for a in self.actions if a.session_id == self.session.id)
        return tuple(a for a in mine if not a.withdrawn)

    @property
    def actions_before(self) -> tuple[Action, ...]:
        """The open actions of earlier sessions."""
        return tuple(
            a for a in self.actions if a.session_id != self.session.id and a.state == "open"
        )

    def settled(self, indicator_id: str) -> bool:
        """Whether this session agreed, decided or parked something on an indicator."""
        decided = any(
            d.indicator_id == indicator_id and d.session_id == self.session.id and not d.withdrawn
            for d in self.partnership.decisions
        )
        parked = any(p.indicator_id == indicator_id for p in self.session.parked)
        return decided or parked or any(a.indicator_id == indicator_id for a in self.actions_here)

    def present(self, side: SideKey) -> list[str]:
        """Ids of the people of a side who are in the room."""
        people = [p.id for p in self.partnership.people if p.side == side]
        return [
            p
            for p in self.session.participants
            if p in people and self.session.presence_of(p) == "present"
        ]


def situation_of(
    work: Work, stage: StageKey, now: datetime, indicator_id: str | None = None
) -> Situation:
    """The situation on a stage at ``now``, with the indicator that is before the room."""
    wordings = {
        item.indicator_id: indicator.revision(item.revision)
        for item in work.items
        if (indicator := work.partnership.indicator(item.indicator_id)) is not None
    }
    return Situation(
        stage,
        now,
        work.partnership,
        work.session,
        indicator_id,
        wordings,
        {side: work.side_turnout(side) for side in SIDES},
        work.revealed,
        work.earlier,
        work.actions,
        open_points(work),
    )
