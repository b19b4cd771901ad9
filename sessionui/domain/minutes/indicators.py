"""The part of the minutes on each indicator."""

from sessionui.domain.figures import Given, IndicatorFigures
from sessionui.domain.history import indicator_line
from sessionui.domain.indicators import Indicator
from sessionui.domain.minutes.document import (
    GivenMark,
    GivenReason,
    IndicatorMinutes,
    RevisionNote,
    Scores,
)
from sessionui.domain.minutes.parts import line_of, phrase, who
from sessionui.domain.partnership import Partnership
from sessionui.domain.sides import other
from sessionui.domain.talk import talk_points
from sessionui.domain.work import Work


def indicator_minutes(work: Work) -> tuple[IndicatorMinutes, ...]:
    """One entry an indicator in the order of the discussion, then those added in this session."""
    entries = []
    for item in work.items:
        indicator = work.partnership.indicator(item.indicator_id)
        if indicator is not None:
            entries.append(_entry(work, indicator, item.revision))
    return (*entries, *_added(work, {e.id for e in entries}))


def _added(work: Work, known: set[str]) -> list[IndicatorMinutes]:
    return [
        _entry(work, indicator, indicator.current.number).but(in_round=False)
        for indicator in work.partnership.in_force
        if indicator.id not in known and indicator.revisions[0].session_id == work.session.id
    ]


def _entry(work: Work, indicator: Indicator, number: int) -> IndicatorMinutes:
    scored = indicator.revision(number)
    talk = work.session.discussion(indicator.id)
    entry = IndicatorMinutes(
        id=indicator.id,
        name=scored.name,
        revision=scored.number,
        meaning=scored.meaning,
        revised=tuple(
            RevisionNote(number=r.number, name=r.name, meaning=r.meaning, reason=r.reason, at=r.at)
            for r in indicator.revisions
            if r.session_id == work.session.id and r.number > 1
        ),
        ended=_ended(work, indicator),
        ended_reason=indicator.ended_reason if _ended(work, indicator) else "",
        discussed=talk.revealed_at is not None,
        agreed_mark=talk.agreed_mark,
        first_speaker=talk.first_speaker,
        said=talk.said,
        heard=talk.heard,
        goes_well=talk.goes_well,
    )
    figures = work.revealed.item(indicator.id)
    return _with_figures(work, entry, figures) if figures else entry


def _ended(work: Work, indicator: Indicator) -> bool:
    """Whether the indicator left the set here; a kind without a define stage leaves the set be."""
    return not indicator.in_force and work.session.stage_state("define") is not None


def _with_figures(
    work: Work, entry: IndicatorMinutes, figures: IndicatorFigures
) -> IndicatorMinutes:
    people = work.partnership
    return entry.but(
        a=scores(people, figures.a),
        b=scores(people, figures.b),
        own_a=scores(people, figures.own_a) if figures.own_a else None,
        own_b=scores(people, figures.own_b) if figures.own_b else None,
        asymmetry=figures.asymmetry,
        perception_a=figures.perception_gap("a"),
        perception_b=figures.perception_gap("b"),
        mean=figures.mean,
        line_a=line_of(indicator_line(work.rounds, entry.id, "a")),
        line_b=line_of(indicator_line(work.rounds, entry.id, "b")),
        talk=tuple(phrase(t.sentence) for t in talk_points(figures, work.names, work.earlier)),
    )


def scores(partnership: Partnership, given: Given) -> Scores:
    """What one side gave, with names where the round was by name."""
    return Scores(
        side=given.side,
        about=given.side if given.own else other(given.side),
        n=given.n,
        expected=given.expected,
        not_applicable=given.not_applicable,
        hidden=given.hidden,
        mean_exact=None if given.exact is None else float(given.exact),
        mean=given.mean,
        low=given.low,
        median=None if given.middle is None else float(given.middle),
        high=given.high,
        spread=given.spread,
        marks=tuple(
            GivenMark(
                mark=d.mark,
                rater=who(partnership, d.rater_id),
                corrected=d.corrected,
                original=d.original,
            )
            for d in given.dots
        ),
        reasons=tuple(
            GivenReason(text=r.text, rater=who(partnership, r.rater_id), mark=r.mark)
            for r in given.reasons
        ),
    )
