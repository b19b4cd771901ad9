"""Undo and redo of every recorded change, by exactly the parts that it changed.

A step is a tree of what differed, down to the single field of the single entry. So taking back a
note leaves what came after it elsewhere, and the clock, ballots, votes and reveals, which no
undoable intent touches, stay as they are. What they depend on stays too: the people who answered,
the rules, the wording that was scored and the number of dots.
"""

from dataclasses import dataclass, field
from typing import Any, Literal

from sessionui.domain.indicators import Revision
from sessionui.domain.intents.base import FINAL, unconfirmed
from sessionui.domain.listed import refuse_fewer_raters
from sessionui.domain.partnership import Partnership
from sessionui.domain.record import Record
from sessionui.domain.scoring import ScoredItem
from sessionui.domain.session import Discussion, Session
from sessionui.domain.wording import N_, Refused
from sessionui.domain.work import Work

Which = Literal[0, 1]
_GONE: Any = object()
_KEYS = ("id", "number", "indicator_id", "key")


@dataclass(frozen=True)
class _Swap:
    """The whole value before and after."""

    values: tuple[Any, Any] = field(repr=False)

    def put(self, now: Any, which: Which) -> Any:
        return self.values[which]


@dataclass(frozen=True)
class _Fields:
    """Changed fields of one record, or changed entries of one dictionary."""

    changes: dict[str, "_Change"] = field(repr=False)

    def put(self, now: Any, which: Which) -> Any:
        if isinstance(now, Record):
            return now.but(**{k: c.put(getattr(now, k), which) for k, c in self.changes.items()})
        after = {k: c.put(now.get(k, _GONE), which) for k, c in self.changes.items()}
        return {k: v for k, v in {**now, **after}.items() if v is not _GONE}


@dataclass(frozen=True)
class _Entries:
    """Changed entries of a tuple of records that have a key, and the order before and after.

    ``blanks``: what a missing entry counts as, for records that come into being by being written
    in. So a note that was the first thing in a discussion goes without the reveal that came after.
    """

    changes: dict[Any, "_Change"] = field(repr=False)
    orders: tuple[tuple[Any, ...], tuple[Any, ...]]
    blanks: dict[Any, Record] = field(default_factory=dict)

    def put(self, now: Any, which: Which) -> Any:
        entries = {_key_of(entry): entry for entry in now}
        for key, change in self.changes.items():
            blank = self.blanks.get(key, _GONE)
            entry = change.put(entries.get(key, blank), which)
            if entry is _GONE or entry == blank:
                entries.pop(key, None)
            else:
                entries[key] = entry
        rank = {key: n for n, key in enumerate(self.orders[which])}
        return tuple(sorted(entries.values(), key=lambda e: rank.get(_key_of(e), len(rank))))


_Change = _Swap | _Fields | _Entries


@dataclass(frozen=True)
class Step:
    """One change that can be taken back and made again."""

    session: _Change | None
    partnership: _Change | None

    @property
    def empty(self) -> bool:
        """Whether nothing was changed."""
        return self.session is None and self.partnership is None


def step_between(before: Work, after: Work) -> Step:
    """What changed from ``before`` to ``after``, the ballots left aside."""
    return Step(
        _difference(before.session, after.session),
        _difference(before.partnership, after.partnership),
    )


def undo(work: Work, step: Step) -> Work:
    """``work`` without the change of ``step``. Raises ``Refused`` where ballots depend on it."""
    return _put(work, step, 0)


def redo(work: Work, step: Step) -> Work:
    """``work`` with the change of ``step`` again. Raises ``Refused`` likewise."""
    return _put(work, step, 1)


def _put(work: Work, step: Step, which: Which) -> Work:
    if work.session.state == "confirmed":
        raise Refused(FINAL)
    session: Session = work.session
    if step.session:
        session = step.session.put(session, which)
    partnership: Partnership = work.partnership
    if step.partnership:
        partnership = step.partnership.put(partnership, which)
    after = work.but(session=session, partnership=partnership)
    _refuse_below_ballots(work, after)
    if session.rules != work.session.rules:
        work = work.without_emptied()
        after = work.but(session=session, partnership=partnership)
    # Private notes are in no minutes: taking them back leaves a confirmation as it is.
    noted = session.but(private_notes=work.session.private_notes)
    in_minutes = noted != work.session or partnership != work.partnership
    if in_minutes and session.confirmations == work.session.confirmations:
        after = unconfirmed(after)
    after = _with_those_who_answered(work, after)
    refuse_fewer_raters(work, after)
    return after


def _refuse_below_ballots(work: Work, after: Work) -> None:
    """Raise ``Refused`` where scores or votes were given on what would change."""
    if work.has_ballots and after.session.rules != work.session.rules:
        raise Refused(N_("Scores have been given under the rules that were agreed; they stay so."))
    if any(_wording(after, item) != _wording(work, item) for item in work.urn.items):
        raise Refused(N_("Scores have been given on this wording; it stays so."))
    define = work.session.define
    if define.votes and after.session.define.dots_each != define.dots_each:
        raise Refused(N_("The vote has begun; the number of dots stays as it is."))


def _wording(work: Work, item: ScoredItem) -> Revision | None:
    indicator = work.partnership.indicator(item.indicator_id)
    revisions = indicator.revisions if indicator else ()
    return next((r for r in revisions if r.number == item.revision), None)


def _with_those_who_answered(work: Work, after: Work) -> Work:
    session, partnership = after.session, after.partnership
    answered = work.turnout.answered
    gone = tuple(p for p in answered if p not in session.participants)
    if gone:
        session = session.but(participants=(*session.participants, *gone))
    kept = {*answered, *session.define.voted}
    lost = tuple(
        p for p in work.partnership.people if p.id in kept and partnership.person(p.id) is None
    )
    if lost:
        partnership = partnership.but(people=(*partnership.people, *lost))
    return after.but(session=session, partnership=partnership)


def _difference(before: Any, after: Any) -> _Change | None:
    if before is after or before == after:
        return None
    if isinstance(before, Record) and type(before) is type(after):
        names = type(before).model_fields
        return _Fields(_changed({k: (getattr(before, k), getattr(after, k)) for k in names}))
    if isinstance(before, dict) and isinstance(after, dict):
        names = before | after
        return _Fields(_changed({k: (before.get(k, _GONE), after.get(k, _GONE)) for k in names}))
    if _keyed(before) and _keyed(after):
        return _entries(before, after)
    return _Swap((before, after))


def _changed(pairs: dict[Any, tuple[Any, Any]]) -> dict[Any, _Change]:
    found = ((key, _difference(was, now)) for key, (was, now) in pairs.items())
    return {key: change for key, change in found if change is not None}


def _entries(before: tuple[Record, ...], after: tuple[Record, ...]) -> _Entries:
    was = {_key_of(e): e for e in before}
    now = {_key_of(e): e for e in after}
    both = was | now
    blanks: dict[Any, Record] = {
        k: Discussion(indicator_id=e.indicator_id)
        for k, e in both.items()
        if isinstance(e, Discussion)
    }
    pairs = {k: (was.get(k, blanks.get(k, _GONE)), now.get(k, blanks.get(k, _GONE))) for k in both}
    return _Entries(_changed(pairs), (tuple(was), tuple(now)), blanks)


def _keyed(value: Any) -> bool:
    return isinstance(value, tuple) and all(
        isinstance(e, Record) and _key_of(e) is not None for e in value
    )


def _key_of(entry: Record) -> Any:
    name = next((k for k in _KEYS if k in type(entry).model_fields), None)
    return None if name is None else getattr(entry, name)
