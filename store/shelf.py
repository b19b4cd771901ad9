"""One partnership with all its sessions, read once and kept: what a card and a line are made of."""

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sessionui.domain.cards import Card
from sessionui.domain.partnership import Partnership
from sessionui.domain.rounds import RoundFigures, revealed_round
from sessionui.domain.scoring import Urn
from sessionui.domain.session import Session
from sessionui.domain.summary import card_of
from sessionui.domain.work import Work

if TYPE_CHECKING:
    from sessionui.domain.minutes.document import MinutesDocument


@dataclass(frozen=True)
class Shelf:
    """A partnership, its sessions by id, and their rounds as far as they were revealed."""

    partnership: Partnership
    sessions: dict[str, Session] = field(default_factory=dict)
    rounds: dict[str, RoundFigures] = field(default_factory=dict, repr=False)

    def by_date(self) -> tuple[Session, ...]:
        """The sessions, oldest first."""
        return tuple(sorted(self.sessions.values(), key=lambda s: (s.date, s.created)))

    def past(self, session: Session) -> tuple[Session, ...]:
        """The sessions before this one, oldest first."""
        until = (session.date, session.created)
        return tuple(
            s for s in self.by_date() if s.id != session.id and (s.date, s.created) < until
        )

    def earlier(self, session: Session) -> tuple[RoundFigures, ...]:
        """The revealed rounds of the sessions before this one, oldest first."""
        return tuple(self.rounds[s.id] for s in self.past(session) if self.rounds[s.id].items)

    def card(self) -> Card:
        """What home shows of it."""
        shown = [self.rounds[s.id] for s in self.by_date() if self.rounds[s.id].items]
        return card_of(self.partnership, self.by_date(), shown)

    def shows_as(self, other: "Shelf") -> bool:
        """Whether the card is sure to be the same as that of ``other``; making it costs more."""
        return (
            self.partnership is other.partnership
            and self.rounds is other.rounds
            and self.sessions.keys() == other.sessions.keys()
            and all(
                s is o
                or (s.kind, s.date, s.state, s.created) == (o.kind, o.date, o.state, o.created)
                for s, o in ((s, other.sessions[name]) for name, s in self.sessions.items())
            )
        )

    def without(self, session_id: str) -> "Shelf":
        """The shelf without that session."""
        return replace(
            self,
            sessions={k: v for k, v in self.sessions.items() if k != session_id},
            rounds={k: v for k, v in self.rounds.items() if k != session_id},
        )

    def with_session(
        self, session: Session, urn: Urn, minutes: "MinutesDocument | None" = None
    ) -> "Shelf":
        """The shelf with that session in it; ``minutes``: all there is of it (``elsewhere``)."""
        if minutes is None:
            figures = revealed_round(self.partnership, session, urn)
        else:
            from sessionui.domain.elsewhere.rounds import round_in  # few files have such a session

            figures = round_in(minutes)
        return replace(
            self,
            sessions={**self.sessions, session.id: session},
            rounds={**self.rounds, session.id: figures},
        )

    def after(
        self, before: Work | None, work: Work, minutes: "MinutesDocument | None" = None
    ) -> "Shelf":
        """The shelf once ``work`` is saved; figures are made anew only if they can differ."""
        shelf = replace(self, partnership=work.partnership)
        if before is None or work.session.id not in self.rounds or _figures_differ(before, work):
            return shelf.with_session(work.session, work.urn, minutes)
        return replace(shelf, sessions={**self.sessions, work.session.id: work.session})


def _figures_differ(before: Work, after: Work) -> bool:
    old, new = before.session, after.session
    return (
        before.urn is not after.urn
        or before.partnership.people is not after.partnership.people
        or before.partnership.indicators is not after.partnership.indicators
        or old.discussions is not new.discussions
        or (old.rules, old.locked, old.order, old.participants, old.date, old.kind)
        != (new.rules, new.locked, new.order, new.participants, new.date, new.kind)
    )
