"""Scores on one indicator, both ways: in large, as a picture, and the distances between them."""

from sessionui.domain.minutes.document import IndicatorMinutes, Scores
from sessionui.domain.sides import SIDES, SideKey, other
from sessionui.minutes.outline.blocks import (
    Block,
    Cell,
    Dumbbell,
    Facts,
    Lane,
    Line,
    Run,
    Scoreboard,
    SideScore,
    cell,
    line,
)
from sessionui.minutes.words import Words


def scoreboard(item: IndicatorMinutes, words: Words) -> Scoreboard:
    """What each side gave the other, in large, with how many answered and how far they differ."""
    return Scoreboard(_side(item.a, "a", words), _side(item.b, "b", words))


def _side(scores: Scores | None, side: SideKey, words: Words) -> SideScore:
    label = words.about(side, other(side))
    if scores is None:
        return SideScore(label, words.gettext("not scored"), shown=False, details=())
    return SideScore(label, words.mean(scores), scores.mean is not None, details(scores, words))


def details(scores: Scores, words: Words) -> tuple[str, ...]:
    """How many answered, for how many it did not apply, and the marks from low to high."""
    _ = words.gettext
    said = [words.answered(scores.n, scores.expected)]
    if scores.not_applicable:
        said.append(_("{n}× not applicable").format(n=scores.not_applicable))
    if not scores.hidden and scores.n > 1 and scores.low is not None:
        template = _("lowest {low}, median {median}, highest {high}")
        median = words.mark(scores.median)
        said.append(
            template.format(low=words.mark(scores.low), median=median, high=words.mark(scores.high))
        )
        said.append(_("spread {spread}").format(spread=words.figure(scores.spread)))
    return tuple(said)


def figures(item: IndicatorMinutes, words: Words) -> list[Block]:
    """The gap, self-estimates with the perception gap, the mark of the indicator, one agreed."""
    rows = [
        (words.gettext("Gap"), _gap(item, words)),
        *((_own_label(side, words), _own(item, side, words)) for side in SIDES),
        (words.gettext("Mark of the indicator"), _mean(item, words)),
        (words.gettext("Mark agreed after talking"), _agreed(item, words)),
    ]
    written = tuple(row for row in rows if row[1])
    return [Facts(written)] if written else []


def _gap(item: IndicatorMinutes, words: Words) -> Cell:
    if item.asymmetry is None:
        return ()
    minus = words.gettext("{one} minus {two}")
    said = minus.format(one=words.about("a", "b"), two=words.about("b", "a"))
    return cell(_first(words.signed(item.asymmetry), said))


def _own_label(side: SideKey, words: Words) -> str:
    return words.about(side, side)


def _own(item: IndicatorMinutes, side: SideKey, words: Words) -> Cell:
    own = item.own_a if side == "a" else item.own_b
    if own is None or own.n + own.not_applicable == 0:
        return ()
    gap = item.perception_a if side == "a" else item.perception_b
    lines = [_first(words.mean(own), " · ".join(details(own, words)))]
    got = item.b if side == "a" else item.a
    if gap is not None and got is not None:
        template = words.gettext("Perception gap {gap}: it got {got} and gave itself {own}")
        figures = {"got": words.figure(got.mean), "own": words.figure(own.mean)}
        lines.append(line(template.format(gap=words.signed(gap), **figures)))
    return cell(*lines)


def _mean(item: IndicatorMinutes, words: Words) -> Cell:
    if item.mean is None:
        return ()
    return cell(_first(words.figure(item.mean), words.gettext("mean of the two sides' marks")))


def _agreed(item: IndicatorMinutes, words: Words) -> Cell:
    if item.agreed_mark is None:
        return ()
    said = words.gettext("stands beside the scores given, which stay as they are")
    return cell(_first(words.mark(item.agreed_mark), said))


def _first(figure: str, said: str) -> Line:
    return Run(figure, "strong"), Run(f" · {said}", "soft")


def dumbbell(item: IndicatorMinutes, words: Words) -> list[Block]:
    """The same as a picture; none where neither side has a figure to show."""
    lanes = {side: _lane(item, side, words) for side in SIDES}
    if all(lane.mean is None for lane in lanes.values()):
        return []
    said = "; ".join(
        [
            *(f"{words.about(s, other(s))}: {_in_words(item, s, words)}" for s in SIDES),
            *(
                f"{words.about(own.side, own.side)}: {words.mean(own)}"
                for own in (item.own_a, item.own_b)
                if own is not None and own.mean is not None
            ),
        ]
    )
    picture = Dumbbell(
        title=item.name,
        description=f"{said}.",
        a=lanes["a"],
        b=lanes["b"],
        pass_label=words.mark(5.5),
        own_a=_own_lane(item.own_a, words),
        own_b=_own_lane(item.own_b, words),
    )
    return [picture]


def _own_lane(own: Scores | None, words: Words) -> Lane | None:
    """What a side gave itself; nothing where that was not asked, or must not be shown."""
    return None if own is None or own.mean is None else _drawn(own, words)


def _in_words(item: IndicatorMinutes, side: SideKey, words: Words) -> str:
    scores = item.a if side == "a" else item.b
    if scores is None:
        return words.gettext("not scored")
    return ", ".join((words.mean(scores), *details(scores, words)))


def _lane(item: IndicatorMinutes, side: SideKey, words: Words) -> Lane:
    scores = item.a if side == "a" else item.b
    if scores is None or scores.mean is None:
        note = words.mean(scores) if scores else words.gettext("not scored")
        return Lane(note=f"{words.sign(side)} {note}")
    return _drawn(scores, words)


def _drawn(scores: Scores, words: Words) -> Lane:
    return Lane(
        mean=None if scores.mean is None else float(scores.mean),
        mean_label=words.figure(scores.mean),
        dots=tuple(given.mark for given in scores.marks),
        low=scores.low,
        median=scores.median,
        high=scores.high,
    )
