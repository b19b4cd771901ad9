"""What surrounds the scores: hard figures of the quarter, and what is going on at each side."""

from sessionui.domain.minutes.document import MinutesDocument
from sessionui.minutes.outline.blocks import Block, Heading, Table, cell, line
from sessionui.minutes.words import Words


def quarter(document: MinutesDocument, words: Words) -> list[Block]:
    """KPIs and issues, each left out when there is none."""
    return [*_kpis(document, words), *_issues(document, words)]


def _kpis(document: MinutesDocument, words: Words) -> list[Block]:
    _ = words.gettext
    if not document.kpis:
        return []
    head = (_("KPI"), _("Value"), _("Target"), _("Comment"))
    rows = tuple(
        (cell(kpi.name), cell(kpi.value), cell(kpi.target), cell(kpi.comment))
        for kpi in document.kpis
    )
    return [
        Heading(2, _("KPIs of the quarter"), "kpis"),
        Table(head, rows, widths=(34, 15, 15, 36)),
    ]


def _issues(document: MinutesDocument, words: Words) -> list[Block]:
    _ = words.gettext
    if not document.issues:
        return []
    head = (_("Side"), _("What is going on"), _("Help wanted"), _("Joint action"))
    rows = tuple(
        (
            cell(line(words.name(issue.side), issue.side)),
            cell(issue.text),
            cell(issue.help_wanted),
            cell(issue.joint_action),
        )
        for issue in document.issues
    )
    return [Heading(2, _("What is going on"), "issues"), Table(head, rows, widths=(20, 30, 25, 25))]
