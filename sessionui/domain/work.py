"""The piece of work on the table: one partnership, one of its sessions, and the round's urn.

Screens get a ``Work`` to show. The urn is in it for the transitions; what may be shown of it comes
from ``revealed`` and ``turnout_of`` only.
"""

from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from sessionui.domain.agreements import Action
from sessionui.domain.partnership import Partnership
from sessionui.domain.rounds import (
    RoundFigures,
    SideTurnout,
    raters_of,
    revealed_round,
    scored_items,
    turnout_of,
)
from sessionui.domain.scoring import ScoredItem, Turnout, Urn
from sessionui.domain.session import Session, StageState, next_date
from sessionui.domain.sides import SideKey


@dataclass(frozen=True)
class Work:
    """A partnership and one session of it.

    ``earlier``: revealed rounds before this session; ``past``: the sessions before it, oldest
    first, as they were when this one was put on the table.
    """

    partnership: Partnership
    session: Session
    urn: Urn = field(repr=False)
    turnout: Turnout
    earlier: tuple[RoundFigures, ...] = field(default=(), repr=False)
    past: tuple[Session, ...] = field(default=(), repr=False)

    def but(
        self,
        *,
        partnership: Partnership | None = None,
        session: Session | None = None,
        urn: Urn | None = None,
        turnout: Turnout | None = None,
    ) -> "Work":
        """A copy with the given parts replaced."""
        return replace(
            self,
            partnership=partnership or self.partnership,
            session=session or self.session,
            urn=urn or self.urn,
            turnout=turnout or self.turnout,
        )

    @property
    def names(self) -> dict[SideKey, str]:
        """The organisation on each side."""
        return {"a": self.partnership.name_a, "b": self.partnership.name_b}

    @cached_property
    def items(self) -> tuple[ScoredItem, ...]:
        """The indicators of this round, in the order of the discussion."""
        return scored_items(self.partnership, self.session, self.urn)

    @cached_property
    def revealed(self) -> RoundFigures:
        """The round's figures as far as they were revealed."""
        return revealed_round(self.partnership, self.session, self.urn)

    @property
    def rounds(self) -> tuple[RoundFigures, ...]:
        """Earlier rounds and, as far as revealed, this one; by date."""
        return (*self.earlier, self.revealed) if self.revealed.items else self.earlier

    def side_turnout(self, side: SideKey) -> SideTurnout:
        """Who of ``side`` has answered and who is missing."""
        return turnout_of(self.partnership, self.session, self.urn, self.turnout, side)

    def raters(self, side: SideKey) -> tuple[str, ...]:
        """Ids of the people of ``side`` asked to score."""
        return raters_of(self.partnership, self.session, side)

    @property
    def has_ballots(self) -> bool:
        """Whether there is any answer; one that was taken back by its receipt is none."""
        return any(b.answers for b in self.urn.ballots)

    def without_emptied(self) -> "Work":
        """The work as before the first answer, where all were taken back: for other rules.

        A form that was emptied by side could not be told whose it is by name, and by side no
        moment is kept.
        """
        if self.has_ballots or not (self.urn.ballots or self.urn.saved):
            return self
        return self.but(
            urn=self.urn.but(ballots=(), items=(), saved=()), turnout=self.turnout.but(answered=())
        )

    @property
    def next_session(self) -> date | None:
        """The date agreed in this session for the next one."""
        return next_date(self.session, self.partnership.next_session)

    @property
    def stage(self) -> StageState:
        """The stage that the session is on."""
        state = self.session.stage_state(self.session.stage)
        assert state is not None  # noqa: S101 - a session is always on one of its stages
        return state

    @property
    def actions(self) -> tuple[Action, ...]:
        """The actions of this session and of earlier ones, as this session knew them.

        Sessions are planned ahead, so earlier is what was agreed before this one began.
        """
        began = self.session.started_at
        return tuple(
            a.up_to(self.session.id, began)
            for a in self.partnership.actions
            if self.of_this_session(a) or began is None or a.at <= began
        )

    @property
    def open_actions(self) -> tuple[Action, ...]:
        """Those that are open as this session knew them, by number."""
        return tuple(a for a in self.actions if a.state == "open")

    def action(self, number: int) -> Action | None:
        """The action with that number as this session knew it, or ``None``."""
        return next((a for a in self.actions if a.number == number), None)

    def of_this_session(self, action: Action) -> bool:
        """Whether the action was agreed in this session."""
        return action.session_id == self.session.id

    def indicator_name(self, indicator_id: str | None) -> str:
        """The name an indicator has in this round, or ``""``."""
        indicator = self.partnership.indicator(indicator_id)
        if indicator is None:
            return ""
        item = next((i for i in self.items if i.indicator_id == indicator_id), None)
        return indicator.revision(item.revision).name if item else indicator.name

    def person_name(self, person_id: str | None) -> str:
        """The name of a person of either side, or ``""``."""
        person = self.partnership.person(person_id)
        return person.name if person else ""
