"""The overall mark and its line over the rounds."""

from sessionui.domain.minutes.document import MinutesDocument, OverallMinutes
from sessionui.domain.sides import SIDES, other
from sessionui.minutes.outline.blocks import (
    Block,
    Chart,
    Heading,
    History,
    Label,
    Paragraph,
    Scoreboard,
    SideScore,
    Table,
    cell,
    line,
)
from sessionui.minutes.outline.over_time import (
    MOST_ROUNDS,
    chart,
    chart_point,
    remarks,
)
from sessionui.minutes.words import Words


def overall(document: MinutesDocument, words: Words) -> list[Block]:
    """The mark, what it is made of, and its line; nothing before any score was revealed."""
    _ = words.gettext
    if not document.scored:
        return []
    figures = document.overall
    if figures.mark is None:
        said = _("There is no overall mark: no indicator could be shown on both sides.")
        return [Heading(2, _("Overall mark"), "overall"), Paragraph(line(said, "soft"))]
    made_of = _(
        "The mean of the two sides' means, so that the larger group does not weigh more; "
        "over {n} of {total} indicators."
    ).format(n=figures.counted, total=figures.total)
    if figures.counted < figures.total:
        made_of += " " + _("One that is hidden or was not discussed is left out on both sides.")
    return [
        Heading(2, _("Overall mark"), "overall"),
        Paragraph(line(words.figure(figures.mark), "strong"), "figure"),
        _sides(figures, words),
        Paragraph(line(made_of, "soft")),
        *_over_time(figures, words),
    ]


def _sides(figures: OverallMinutes, words: Words) -> Scoreboard:
    a, b = (
        SideScore(words.about(side, other(side)), words.figure(value), shown=True, details=())
        for side, value in zip(SIDES, (figures.a, figures.b), strict=True)
    )
    return Scoreboard(a, b)


def _over_time(figures: OverallMinutes, words: Words) -> list[Block]:
    _ = words.gettext
    points = figures.line.points
    if len(points) < 2:
        return []
    kept = points[-MOST_ROUNDS:]
    rows = tuple(
        (cell(words.day(point.date, "medium")), cell(words.figure(point.value))) for point in kept
    )
    table = Table((_("Round"), _("Overall mark")), rows, widths=(60, 40), numeric=(1,))
    return [
        Label(line(_("Since earlier rounds"))),
        History(_chart(figures, words), table),
        *remarks((figures.line,), list(kept), len(points), words),
    ]


def _chart(figures: OverallMinutes, words: Words) -> Chart:
    _ = words.gettext
    kept = figures.line.points[-MOST_ROUNDS:]
    points = [chart_point(point, [point], words) for point in kept]
    title = _("Overall mark since earlier rounds")
    return chart(title, points, ("overall",), words, [_("Overall mark")])
