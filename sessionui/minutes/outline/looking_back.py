"""What the session said of what was agreed before."""

from datetime import date
from decimal import Decimal

from sessionui.domain.minutes.content import printed
from sessionui.domain.minutes.document import LookedBack, MinutesDocument, ToldNote
from sessionui.domain.sides import SideKey
from sessionui.domain.terms import Outcome
from sessionui.minutes.outline.blocks import (
    Block,
    Cell,
    Heading,
    Line,
    Paragraph,
    Run,
    Table,
    cell,
    line,
)
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
                    words.day(row.due_then, "medium") if row.due_then else _("no date"),
                ),
                _became(row, words),
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


def _became(row: LookedBack, words: Words) -> Cell:
    """What was told since last time, then what this session said, and the rest."""
    told = [said for note in row.told for said in _told(note, words)]
    outcome = () if row.told and row.outcome is None else _outcome(row, words)
    return cell(*told, outcome, row.note, _postponed(row, words), _since(row, words))


def _told(note: ToldNote, words: Words) -> tuple[Line, Line]:
    template = words.gettext("told since last time, {day}")
    day = template.format(day=words.day(note.on, "medium"))
    head = Run(_word(note.outcome, note.new_due, words), "strong")
    return (head, Run(f" · {day}", "soft")), line(note.note)


def _outcome(row: LookedBack, words: Words) -> Line:
    if row.outcome is None:
        return line(words.gettext("not discussed"), "soft")
    return line(_word(row.outcome, row.new_due, words), "strong")


def _word(outcome: Outcome, new_due: date | None, words: Words) -> str:
    _ = words.gettext
    match outcome:
        case "done":
            return _("done")
        case "dropped":
            return _("dropped")
        case "reopened":
            return _("not done yet")
        case "postponed" if new_due:
            return _("postponed to {day}").format(day=words.day(new_due, "medium"))
    return _("postponed")


def _postponed(row: LookedBack, words: Words) -> Line:
    if not row.times_postponed:
        return ()
    return line(words.gettext("postponed {n}× so far").format(n=row.times_postponed), "soft")
