"""Marks since earlier rounds: a table and a chart, and in words what they may be called."""

from dataclasses import dataclass

from sessionui.domain.minutes.document import IndicatorMinutes, LineOf, LinePoint
from sessionui.domain.sides import SIDES, SideKey, other
from sessionui.minutes.outline.blocks import (
    Block,
    Cell,
    Chart,
    ChartPoint,
    History,
    Label,
    Paragraph,
    Series,
    Table,
    cell,
    line,
)
from sessionui.minutes.words import Words

MOST_ROUNDS = 12
"""Rounds that are shown; a wider table does not fit the page (the JSON has them all)."""


@dataclass(frozen=True)
class Round:
    """One round: what either side gave in it."""

    session_id: str
    points: dict[SideKey, LinePoint]

    @property
    def any_point(self) -> LinePoint:
        """A point of either side; both have the round's date and its break."""
        return next(iter(self.points.values()))


def over_time(item: IndicatorMinutes, words: Words) -> list[Block]:
    """What each side gave on an indicator since it was first scored."""
    _ = words.gettext
    rounds = _rounds({"a": item.line_a, "b": item.line_b})
    if len(rounds) < 2:
        said = _("First round: there is nothing to compare with yet.")
        return [Paragraph(line(said, "soft"))] if rounds else []
    kept = rounds[-MOST_ROUNDS:]
    return [
        Label(line(_("Since earlier rounds"))),
        History(_chart(item, kept, words), _table(kept, words)),
        *remarks((item.line_a, item.line_b), [r.any_point for r in kept], len(rounds), words),
    ]


def _rounds(lines: dict[SideKey, LineOf | None]) -> list[Round]:
    points: dict[str, dict[SideKey, LinePoint]] = {}
    for side, of_side in lines.items():
        for point in of_side.points if of_side else ():
            points.setdefault(point.session_id, {})[side] = point
    rounds = [Round(session_id, found) for session_id, found in points.items()]
    return sorted(rounds, key=lambda r: r.any_point.date)


def _table(rounds: list[Round], words: Words) -> Table:
    head = (words.gettext("Round"), *map(words.column, SIDES))
    rows = tuple(
        (
            cell(words.day(entry.any_point.date, "medium")),
            *(_value(entry.points.get(side), words) for side in SIDES),
        )
        for entry in rounds
    )
    return Table(head, rows, widths=(32, 34, 34), numeric=(1, 2))


def _value(point: LinePoint | None, words: Words) -> Cell:
    _ = words.gettext
    if point is None:
        return cell("–")
    n_of_n = _("{n} of {total}").format(n=point.n, total=point.expected)
    if point.value is None:
        said = _("hidden") if point.n else _("no marks")
        return cell(f"{said} ({n_of_n})")
    return cell(f"{words.figure(point.value)} ({n_of_n})")


def remarks(
    lines: tuple[LineOf | None, ...], shown: list[LinePoint], rounds: int, words: Words
) -> list[Block]:
    """Where the line starts anew and why, what it may be called, what was left out."""
    _ = words.gettext
    shapes = {of.shape for of in lines if of}
    said = [text for point in shown if (text := _break(point, words))]
    if "slope" in shapes:
        said.append(_("Two rounds make a slope, not a trend."))
    elif "point" in shapes and "line" not in shapes:
        said.append(_("One round since the line started: there is nothing to compare with yet."))
    if rounds > len(shown):
        template = _("The last {n} of {total} rounds are shown.")
        said.append(template.format(n=len(shown), total=rounds))
    return [Paragraph(line("\n".join(said), "soft"))] if said else []


def _break(point: LinePoint, words: Words) -> str:
    _ = words.gettext
    day = words.day(point.date, "medium")
    match point.break_before:
        case "meaning":
            return _("{day}: the line starts anew, the meaning changed.").format(day=day)
        case "set":
            template = _(
                "{day}: the line starts anew, because other indicators count than the time before."
            )
            return template.format(day=day)
    return ""


def _chart(item: IndicatorMinutes, rounds: list[Round], words: Words) -> Chart:
    points = []
    for entry in rounds:
        found = [entry.points.get(side) for side in SIDES]
        points.append(chart_point(entry.any_point, found, words))
    title = words.gettext("{name} since earlier rounds").format(name=item.name)
    return chart(title, points, ("a", "b"), words, [words.about(s, other(s)) for s in SIDES])


def chart_point(point: LinePoint, found: list[LinePoint | None], words: Words) -> ChartPoint:
    """One round of a chart, its labels written out."""
    values = [None if p is None or p.value is None else p.value for p in found]
    return ChartPoint(
        label=words.day(point.date, "short"),
        values=tuple(None if v is None else float(v) for v in values),
        labels=tuple("" if v is None else words.figure(v) for v in values),
        breaks=tuple(bool(p and p.break_before) for p in found),
    )


def chart(
    title: str,
    points: list[ChartPoint],
    series: tuple[Series, ...],
    words: Words,
    names: list[str],
) -> Chart:
    """A chart with its description in words."""
    said = [
        f"{point.label}: "
        + ", ".join(f"{name} {text or '–'}" for name, text in zip(names, point.labels, strict=True))
        for point in points
    ]
    return Chart(
        title=title,
        description="; ".join(said) + ".",
        points=tuple(points),
        series=series,
        pass_label=words.mark(5.5),
        break_label=words.gettext("starts anew"),
    )
