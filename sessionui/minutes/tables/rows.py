"""What stands in each table, one row a fact; documented in docs/minutes-tables.md.

Only what the minutes show: of an indicator that wasn't revealed, or a side that is hidden, there is
no figure here either.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from sessionui.domain.minutes.document import (
    IndicatorMinutes,
    LineOf,
    LinePoint,
    LookedBack,
    MinutesDocument,
    Scores,
    Who,
)
from sessionui.domain.sides import SIDES, SideKey, other
from sessionui.domain.wording import N_
from sessionui.minutes.altered import NOT_CONFIRMED

Cell = str | int | float | Decimal | dt.date | bool | None
"""What one cell holds; a mark or a figure is a number, a day a date, nothing is ``None``."""


@dataclass(frozen=True)
class Column:
    """``key`` for programs, the same in every language; ``name`` for people, to translate."""

    key: str
    name: str


@dataclass(frozen=True)
class DataTable:
    """A table by name, with as many cells a row as it has columns."""

    key: str
    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


_ROUND: Final = (
    Column("date", N_("Date")),
    Column("indicator", N_("Indicator")),
    Column("giver", N_("Given by")),
    Column("receiver", N_("About")),
)
SCORES: Final = (
    *_ROUND,
    Column("self_estimate", N_("Self-estimate")),
    Column("rater", N_("Rater")),
    Column("mark", N_("Mark")),
    Column("corrected_from", N_("Corrected from")),
    Column("reason", N_("Reason")),
)
FIGURES: Final = (
    *_ROUND,
    Column("self_estimate", N_("Self-estimate")),
    Column("answered", N_("Answered")),
    Column("expected", N_("Asked")),
    Column("not_applicable", N_("Not applicable")),
    Column("hidden", N_("Hidden")),
    Column("mean", N_("Mean")),
    Column("mean_exact", N_("Mean, not rounded")),
    Column("lowest", N_("Lowest")),
    Column("median", N_("Median")),
    Column("highest", N_("Highest")),
    Column("spread", N_("Spread")),
    Column("agreed_mark", N_("Agreed mark")),
)
ROUNDS: Final = (
    *_ROUND,
    Column("answered", N_("Answered")),
    Column("expected", N_("Asked")),
    Column("mean", N_("Mean")),
    Column("line_breaks", N_("Line begins anew")),
)
ACTIONS: Final = (
    Column("number", N_("No.")),
    Column("action", N_("Action")),
    Column("done_when", N_("Done when")),
    Column("owner", N_("Owner")),
    Column("side", N_("Side")),
    Column("due", N_("Due")),
    Column("indicator", N_("Indicator")),
    Column("quick_win", N_("Quick win")),
    Column("agreed_on", N_("Agreed on")),
    Column("times_postponed", N_("Times postponed")),
    Column("outcome", N_("Outcome in this session")),
    Column("note", N_("Note")),
    Column("told_on", N_("Told since last time on")),
    Column("told_outcome", N_("Outcome since last time")),
    Column("told_note", N_("Note since last time")),
)
DECISIONS: Final = (
    Column("number", N_("No.")),
    Column("decision", N_("Decision")),
    Column("indicator", N_("Indicator")),
)
KPIS: Final = (
    Column("name", N_("KPI")),
    Column("value", N_("Value")),
    Column("target", N_("Target")),
    Column("comment", N_("Comment")),
)

ALTERED: Final = (Column("altered", N_("Altered")),)


def tables_of(document: MinutesDocument) -> tuple[DataTable, ...]:
    """Every table, empty ones too, so that a program finds what it looks for.

    Of minutes that were taken in as altered the first one says just that.
    """
    altered = DataTable("altered", N_("Altered"), ALTERED, ((NOT_CONFIRMED,),))
    return (
        *((altered,) if document.altered else ()),
        DataTable("marks", N_("Marks"), SCORES, tuple(_marks(document))),
        DataTable("figures", N_("Figures"), FIGURES, tuple(_figures(document))),
        DataTable("rounds", N_("Rounds"), ROUNDS, tuple(_rounds(document))),
        DataTable("actions", N_("Actions"), ACTIONS, tuple(_actions(document))),
        DataTable("decisions", N_("Decisions"), DECISIONS, tuple(_decisions(document))),
        DataTable("kpis", N_("KPIs of the quarter"), KPIS, tuple(_kpis(document))),
    )


def _given(
    document: MinutesDocument,
) -> Iterator[tuple[IndicatorMinutes, Scores, bool, tuple[Cell, ...]]]:
    """Every revealed score with whether it is a self-estimate, and the cells that name it."""
    for item in document.indicators:
        if not item.discussed:
            continue
        for scores, own in ((item.a, 0), (item.b, 0), (item.own_a, 1), (item.own_b, 1)):
            if scores is not None:
                receiver = scores.side if own else other(scores.side)
                names = (document.name_of(scores.side), document.name_of(receiver))
                yield item, scores, bool(own), (document.date, item.name, *names)


def _marks(document: MinutesDocument) -> Iterator[tuple[Cell, ...]]:
    for _item, scores, own, named in _given(document):
        if scores.hidden:
            continue
        if scores.marks:
            reasons = {r.rater.id: r.text for r in scores.reasons if r.rater}
            # By name, not by mark: a list of people is no ranking.
            for mark in sorted(scores.marks, key=lambda m: _name(m.rater) or ""):
                reason = reasons.pop(mark.rater.id, "") if mark.rater else ""
                was = mark.original if mark.corrected else None
                yield (*named, own, _name(mark.rater), mark.mark, was, reason)
            for left in scores.reasons:
                if left.rater and left.rater.id in reasons:
                    yield (*named, own, _name(left.rater), None, None, left.text)
        else:
            for left in scores.reasons:
                yield (*named, own, _name(left.rater), None, None, left.text)


def _name(who: Who | None) -> str | None:
    return who.name if who else None


def _figures(document: MinutesDocument) -> Iterator[tuple[Cell, ...]]:
    for item, scores, own, named in _given(document):
        counts = (scores.n, scores.expected, scores.not_applicable, scores.hidden)
        agreed = None if own else item.agreed_mark
        if scores.hidden:
            yield (*named, own, *counts, *[None] * 6, agreed)
            continue
        figures = (
            scores.mean,
            scores.mean_exact,
            scores.low,
            scores.median,
            scores.high,
            scores.spread,
        )
        yield (*named, own, *counts, *figures, agreed)


def _rounds(document: MinutesDocument) -> Iterator[tuple[Cell, ...]]:
    """What each side gave in every round of the partnership that was revealed."""
    for item in document.indicators:
        for side, point in _points(item):
            names = (document.name_of(side), document.name_of(other(side)))
            counts = (point.n, point.expected)
            yield (point.date, item.name, *names, *counts, point.value, bool(point.break_before))
    for point in document.overall.line.points:
        broken = bool(point.break_before)
        yield (point.date, None, None, None, None, None, point.value, broken)


def _points(item: IndicatorMinutes) -> Iterator[tuple[SideKey, LinePoint]]:
    lines: dict[SideKey, LineOf | None] = {"a": item.line_a, "b": item.line_b}
    for side in SIDES:
        line = lines[side]
        for point in line.points if line else ():
            yield side, point


def _actions(document: MinutesDocument) -> Iterator[tuple[Cell, ...]]:
    """The open ones and those of this session, then those that ended in this session."""
    told = {back.number: back for back in document.looked_back}
    for action in document.actions:
        back = told.pop(action.number, None)
        owner = action.owner
        yield (
            action.number,
            action.text,
            action.done_when,
            _name(owner),
            document.name_of(owner.side) if owner else None,
            action.due,
            action.indicator,
            action.quick_win,
            action.agreed_on,
            action.times_postponed,
            back.outcome if back else None,
            back.note if back else "",
            *_told(back),
        )
    for back in told.values():
        owner = back.owner
        yield (
            back.number,
            back.text,
            back.done_when,
            _name(owner),
            document.name_of(owner.side) if owner else None,
            back.new_due or back.due_then,
            back.indicator,
            None,
            back.agreed_on,
            back.times_postponed,
            back.outcome,
            back.note,
            *_told(back),
        )


def _told(back: LookedBack | None) -> tuple[Cell, Cell, Cell]:
    """The last word that was told before the session; the notes of them all, a line each."""
    told = back.told if back else ()
    if not told:
        return None, None, ""
    return told[-1].on, told[-1].outcome, "\n".join(note.note for note in told if note.note)


def _decisions(document: MinutesDocument) -> Iterator[tuple[Cell, ...]]:
    for decision in document.decisions:
        yield (decision.number, decision.text, decision.indicator)


def _kpis(document: MinutesDocument) -> Iterator[tuple[Cell, ...]]:
    for kpi in document.kpis:
        yield (kpi.name, kpi.value, kpi.target, kpi.comment)
