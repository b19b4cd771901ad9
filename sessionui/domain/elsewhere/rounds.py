"""The figures of a round that only minutes tell of, for lines and cards."""

from fractions import Fraction

from sessionui.domain.figures import Dot, Given, IndicatorFigures, Overall, Reason
from sessionui.domain.minutes.document import IndicatorMinutes, MinutesDocument, Scores
from sessionui.domain.rounds import RoundFigures


def round_in(document: MinutesDocument) -> RoundFigures:
    """The round as it was revealed; nothing that the minutes hide."""
    figures = (_figures(item) for item in document.indicators)
    overall = document.overall
    return RoundFigures(
        document.session_id,
        document.date,
        document.kind,
        tuple(f for f in figures if f),
        Overall(overall.counted, overall.total, _exact(overall.a_exact), _exact(overall.b_exact)),
    )


def _figures(item: IndicatorMinutes) -> IndicatorFigures | None:
    if item.a is None or item.b is None:
        return None
    return IndicatorFigures(
        item.id,
        item.revision,
        a=_given(item.a),
        b=_given(item.b),
        own_a=_given(item.own_a) if item.own_a else None,
        own_b=_given(item.own_b) if item.own_b else None,
    )


def _given(scores: Scores) -> Given:
    return Given(
        scores.side,
        scores.side == scores.about,
        scores.n,
        scores.expected,
        scores.not_applicable,
        hidden=scores.hidden,
        exact=_exact(scores.mean_exact),
        mean=scores.mean,
        low=scores.low,
        middle=_exact(scores.median),
        high=scores.high,
        dots=tuple(
            Dot(m.mark, m.rater.id if m.rater else None, m.original, m.corrected)
            for m in scores.marks
        ),
        reasons=tuple(
            Reason(r.text, r.rater.id if r.rater else None, r.mark) for r in scores.reasons
        ),
    )


def _exact(value: float | None) -> Fraction | None:
    """The fraction that the number was made of: a mean of marks has a small denominator."""
    return None if value is None else Fraction(value).limit_denominator(10_000)
