"""Marks with the reasons that were written for them, side by side."""

from sessionui.domain.minutes.document import GivenMark, GivenReason, IndicatorMinutes, Scores
from sessionui.domain.sides import SideKey
from sessionui.minutes.outline.blocks import Block, Bullets, Label, Line, Pair, Run, line
from sessionui.minutes.words import Words


def reasons(item: IndicatorMinutes, words: Words) -> list[Block]:
    """By name every mark with its rater and reason; by side the reasons only."""
    a = (*_of(item.a, "a", words), *_of(item.own_a, "a", words))
    b = (*_of(item.b, "b", words), *_of(item.own_b, "b", words))
    return [Pair(a, b)] if a or b else []


def _of(scores: Scores | None, side: SideKey, words: Words) -> tuple[Block, ...]:
    if scores is None or scores.hidden:
        return ()
    entries = _entries(scores, words)
    if not entries:
        return ()
    return Label(line(words.about(side, scores.about), side)), Bullets(tuple(entries))


def _entries(scores: Scores, words: Words) -> list[Line]:
    """Reasons with their mark, then the marks without one, in the order of names.

    A list from low to high would rank people (method: shown nowhere as a ranking).
    """
    left = list(scores.reasons)
    with_reason, without = [], []
    for given in sorted(scores.marks, key=_by_name):
        reason = next((r for r in left if r.rater and r.rater == given.rater), None)
        if reason:
            left.remove(reason)
            with_reason.append((*_mark(given, words), Run(f": {reason.text}")))
        else:
            without.append(_mark(given, words))
    return [*with_reason, *(_alone(reason, words) for reason in left), *_joined(without)]


def _by_name(given: GivenMark) -> tuple[bool, str]:
    return given.rater is None, given.rater.name.casefold() if given.rater else ""


def _mark(given: GivenMark, words: Words) -> Line:
    mark = words.mark(given.mark)
    if given.corrected:
        was = words.gettext("corrected, was {mark}").format(mark=words.mark(given.original))
        mark = f"{mark} ({was})"
    name = given.rater.name if given.rater else words.gettext("somebody")
    return Run(f"{name} "), Run(mark, "strong")


def _alone(reason: GivenReason, words: Words) -> Line:
    """A reason without its mark: given by side, or with not applicable."""
    if reason.rater is None:
        return line(reason.text)
    mark = Run(words.mark(reason.mark), "strong")
    return Run(f"{reason.rater.name} "), mark, Run(f": {reason.text}")


def _joined(marks: list[Line]) -> list[Line]:
    """All on one line."""
    runs = [run for mark in marks for run in (*mark, Run(", "))]
    return [tuple(runs[:-1])] if runs else []
