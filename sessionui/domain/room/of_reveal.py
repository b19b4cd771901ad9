"""From revealed figures to what the wall shows of them. Sealed marks never come in here."""

from collections.abc import Sequence
from decimal import Decimal

from sessionui.domain.figures import Given, IndicatorFigures
from sessionui.domain.history import Line, indicator_line
from sessionui.domain.room.parts import (
    Answered,
    Compared,
    Moment,
    Reason,
    Row,
    Said,
    Shown,
    Together,
)
from sessionui.domain.sides import SIDES
from sessionui.domain.talk import talk_points
from sessionui.domain.wording import Sentence
from sessionui.domain.work import Work


def answered(work: Work) -> tuple[Answered, ...]:
    """n of N by side."""
    turnouts = [work.side_turnout(side) for side in SIDES]
    return tuple(Answered(side=t.side, n=t.answered, total=t.expected) for t in turnouts)


def said(sentence: Sentence) -> Said:
    """A sentence of the domain as values that go over a line."""
    marks = {k: v for k, v in sentence.values.items() if isinstance(v, Decimal)}
    words = {k: str(v) for k, v in sentence.values.items() if not isinstance(v, Decimal)}
    return Said(template=sentence.template, marks=marks, words=words)


def moments(line: Line) -> tuple[Moment, ...]:
    """A line over the quarters."""
    return tuple(
        Moment(
            session_id=p.session_id,
            date=p.date,
            value=p.value,
            n=p.n,
            total=p.expected,
            break_before=p.break_before,
        )
        for p in line.points
    )


def shown_of(work: Work, indicator_id: str) -> Shown | None:
    """What the wall shows of an indicator; ``None`` until it is revealed."""
    figures = work.revealed.item(indicator_id)
    if figures is None:
        return None
    discussion = work.session.discussion(indicator_id)
    lines = {side: moments(indicator_line(work.rounds, indicator_id, side)) for side in SIDES}
    return Shown(
        rows=tuple(_row(given) for given in _all_given(figures)),
        apart=None if figures.asymmetry is None else abs(figures.asymmetry),
        talk=_talk(work, figures),
        line_a=lines["a"],
        line_b=lines["b"],
        agreed_mark=discussion.agreed_mark,
        reasons=_reasons(work, figures) if discussion.reasons_shown else None,
        threshold=work.session.rules.threshold,
    )


def _all_given(figures: IndicatorFigures) -> Sequence[Given]:
    owns = [own for side in SIDES if (own := figures.own(side)) is not None]
    return [figures.a, figures.b, *owns]


def _row(given: Given) -> Row:
    return Row(
        side=given.side,
        own=given.own,
        n=given.n,
        total=given.expected,
        not_applicable=given.not_applicable,
        hidden=given.hidden,
        mean=given.mean,
        low=given.low,
        middle=None if given.middle is None else float(given.middle),
        high=given.high,
        marks=tuple(dot.mark for dot in given.dots),
    )


def _talk(work: Work, figures: IndicatorFigures) -> tuple[Said, ...]:
    return tuple(said(p.sentence) for p in talk_points(figures, work.names, work.earlier))


def _reasons(work: Work, figures: IndicatorFigures) -> tuple[Reason, ...]:
    by_name = work.session.rules.secrecy == "name"
    return tuple(
        Reason(
            side=given.side,
            own=given.own,
            text=reason.text,
            name=work.person_name(reason.rater_id) if by_name else "",
            mark=reason.mark if by_name else None,
        )
        for given in _all_given(figures)
        for reason in given.reasons
    )


def together(work: Work) -> Together:
    """The overall mark of the round, as far as it is revealed."""
    overall = work.revealed.overall
    return Together(
        mark=overall.mark,
        mean_a=overall.mean_a,
        mean_b=overall.mean_b,
        counted=overall.counted,
        total=overall.total,
    )


def compared(work: Work, indicator_id: str) -> Compared:
    """A row of the overview."""
    name = work.indicator_name(indicator_id)
    figures = work.revealed.item(indicator_id)
    if figures is None:
        return Compared(name=name)
    talk = _talk(work, figures)
    return Compared(
        name=name,
        revealed=True,
        mean_a=figures.a.mean,
        mean_b=figures.b.mean,
        talk=talk[0] if talk else None,
    )
