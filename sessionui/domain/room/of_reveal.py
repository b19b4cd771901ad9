"""From revealed figures to what the wall shows of them. Sealed marks never come in here."""

from collections.abc import Sequence

from sessionui.domain.figures import Given, IndicatorFigures
from sessionui.domain.figures import Reason as GivenReason
from sessionui.domain.overview import remarks
from sessionui.domain.pictures import picture_of
from sessionui.domain.room.parts import Answered, Reason, Shown, Together
from sessionui.domain.sides import SIDES
from sessionui.domain.work import Work
from sessionui.domain.year import deeds, direction


def answered(work: Work) -> tuple[Answered, ...]:
    """n of N by side."""
    turnouts = [work.side_turnout(side) for side in SIDES]
    return tuple(Answered(side=t.side, n=t.answered, total=t.expected) for t in turnouts)


def shown_of(work: Work, indicator_id: str) -> Shown | None:
    """What the wall shows of an indicator; ``None`` until it is revealed."""
    figures = work.revealed.item(indicator_id)
    if figures is None:
        return None
    discussion = work.session.discussion(indicator_id)
    rounds = sorted(
        (r for r in work.rounds if r.item(indicator_id) is not None), key=lambda r: r.date
    )
    return Shown(
        picture=picture_of(figures),
        remarks=remarks(work, figures),
        days=tuple(r.date for r in rounds),
        a=direction(rounds, indicator_id, "a"),
        b=direction(rounds, indicator_id, "b"),
        deeds=deeds(work.actions, indicator_id, rounds),
        agreed_mark=discussion.agreed_mark,
        reasons=_reasons(work, figures) if discussion.reasons_shown else None,
        threshold=work.session.rules.threshold,
    )


def _reasons(work: Work, figures: IndicatorFigures) -> tuple[Reason, ...]:
    by_name = work.session.rules.secrecy == "name"
    owns = [own for side in SIDES if (own := figures.own(side)) is not None]
    given: list[Given] = [figures.a, figures.b, *owns]
    return tuple(
        Reason(
            side=each.side,
            own=each.own,
            text=reason.text,
            name=work.person_name(reason.rater_id) if by_name else "",
            mark=reason.mark if by_name else None,
        )
        for each in given
        for reason in _in_order(work, each, by_name=by_name)
    )


def _in_order(work: Work, given: Given, *, by_name: bool) -> Sequence[GivenReason]:
    """By name in the order of the people, so that no order of answering is left in them."""
    if not by_name:
        return given.reasons
    places = {person.id: n for n, person in enumerate(work.partnership.people)}
    return sorted(given.reasons, key=lambda r: places.get(r.rater_id or "", len(places)))


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
