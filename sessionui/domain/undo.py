"""Undo and redo of every recorded change, by exactly the parts that it changed.

A step is a tree of what differed, down to the single field of the single entry. So taking back a
note leaves what came after it elsewhere, and the clock, ballots, votes and reveals, which no
undoable intent touches, stay as they are.
"""

from dataclasses import dataclass, field
from typing import Any, Literal

from sessionui.domain.partnership import Partnership
from sessionui.domain.record import Record
from sessionui.domain.session import Session
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
    """Changed entries of a tuple of records that have a key, and the order before and after."""

    changes: dict[Any, "_Change"] = field(repr=False)
    orders: tuple[tuple[Any, ...], tuple[Any, ...]]

    def put(self, now: Any, which: Which) -> Any:
        entries = {_key_of(entry): entry for entry in now}
        for key, change in self.changes.items():
            entry = change.put(entries.get(key, _GONE), which)
            if entry is _GONE:
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
        raise Refused(
            N_("These minutes are confirmed and final. Reopen the session to change anything.")
        )
    session: Session = work.session
    if step.session:
        session = step.session.put(session, which)
    if work.has_ballots and session.rules != work.session.rules:
        raise Refused(N_("Scores have been given under the rules that were agreed; they stay so."))
    gone = tuple(p for p in work.turnout.answered if p not in session.participants)
    if gone:
        session = session.but(participants=(*session.participants, *gone))
    partnership: Partnership = work.partnership
    if step.partnership:
        partnership = step.partnership.put(partnership, which)
    return work.but(session=session, partnership=partnership)


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
    pairs = {k: (was.get(k, _GONE), now.get(k, _GONE)) for k in was | now}
    return _Entries(_changed(pairs), (tuple(was), tuple(now)))


def _keyed(value: Any) -> bool:
    return isinstance(value, tuple) and all(
        isinstance(e, Record) and _key_of(e) is not None for e in value
    )


def _key_of(entry: Record) -> Any:
    name = next((k for k in _KEYS if k in type(entry).model_fields), None)
    return None if name is None else getattr(entry, name)
