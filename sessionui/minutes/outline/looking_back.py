"""What the session said of what was agreed before."""

from decimal import Decimal

from sessionui.domain.minutes.content import printed
from sessionui.domain.minutes.document import LookedBack, MinutesDocument
from sessionui.domain.sides import SideKey
from sessionui.minutes.outline.blocks import Block, Heading, Line, Paragraph, Run, Table, cell, line
from sessionui.minutes.words import Words


def looking_back(document: MinutesDocument, words: Words) -> list[Block]:
    """Whether the minutes before were adopted, and what became of each open action."""
    _ = words.gettext
    found: list[Block] = []
    if document.adopted_previous is not None:
        said = (
            _("The minutes of the session before were adopted.")
            if document.adopted_previous
            else _("The minutes of the session before were not adopted.")
        )
        found.append(Paragraph(line(said)))
        found += _adopted(document, words)
    if document.looked_back:
        head = (_("No."), _("Action"), _("Owner and date"), _("What became of it"))
        rows = tuple(
            (
                cell(str(row.number)),
                cell(row.text, _made_for(row, words)),
                cell(
                    words.person(row.owner) if row.owner else _("no owner"),
                    words.day(row.due, "medium") if row.due else _("no date"),
                ),
                cell(_outcome(row, words), row.note, _postponed(row, words), _since(row, words)),
            )
            for row in document.looked_back
        )
        found.append(Table(head, rows, widths=(7, 39, 22, 32), numeric=(0,)))
    return [Heading(2, _("Looked back"), "looked_back"), *found] if found else []


def _adopted(document: MinutesDocument, words: Words) -> list[Block]:
    """Which version was meant, by date, number and hash, and what was remarked on it."""
    _ = words.gettext
    adoption = document.adoption
    if adoption is None:
        return []
    said = _("Meant are the minutes of {day}, version {n}").format(
        day=words.day(adoption.date), n=adoption.edition
    )
    if adoption.content_hash:
        said = f"{said}, {printed(adoption.content_hash)}"
    found: list[Block] = [Paragraph(line(f"{said}."), "soft")]
    if adoption.remarks:
        remarks = _("Remarks: {text}").format(text=adoption.remarks)
        found.append(Paragraph(line(remarks)))
    return found


def _since(row: LookedBack, words: Words) -> Line:
    """What the marks on its indicator did since; beside each other, never as its effect."""
    _, since = words.gettext, row.since
    if since is None:
        return ()
    said = []
    sides: tuple[tuple[SideKey, Decimal | None, Decimal | None], ...] = (
        ("a", since.a_then, since.a_now),
        ("b", since.b_then, since.b_now),
    )
    for side, then, now in sides:
        if then is not None and now is not None and not since.broken:
            said.append(f"{words.sign(side)} {words.figure(then)} → {words.figure(now)}")
        elif then is not None:
            said.append(f"{words.sign(side)} {words.figure(then)}")
    if not said:
        return ()
    marks = ", ".join(said)
    if since.broken:
        text = _("marks when agreed: {marks}; the meaning changed since")
    elif since.now_on is None:
        text = _("marks when agreed: {marks}")
    else:
        text = _("marks when agreed and since: {marks}")
    return line(text.format(marks=marks), "soft")


def _made_for(row: LookedBack, words: Words) -> Line:
    agreed = words.gettext("agreed {day}").format(day=words.day(row.agreed_on, "medium"))
    return (Run(" · ".join(filter(None, (row.indicator, agreed))), "soft"),)


def _outcome(row: LookedBack, words: Words) -> Line:
    _ = words.gettext
    match row.outcome:
        case "done":
            said = _("done")
        case "dropped":
            said = _("dropped")
        case "reopened":
            said = _("not done yet")
        case "postponed" if row.new_due:
            said = _("postponed to {day}").format(day=words.day(row.new_due, "medium"))
        case "postponed":
            said = _("postponed")
        case _:
            return line(_("not discussed"), "soft")
    return line(said, "strong")


def _postponed(row: LookedBack, words: Words) -> Line:
    if not row.times_postponed:
        return ()
    return line(words.gettext("postponed {n}× so far").format(n=row.times_postponed), "soft")
