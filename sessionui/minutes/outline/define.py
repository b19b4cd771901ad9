"""The candidates of the define stage and the dots they got."""

from sessionui.domain.minutes.document import CandidateNote, MinutesDocument
from sessionui.minutes.outline.blocks import Block, Heading, Line, Table, cell, line
from sessionui.minutes.words import Words


def candidates(document: MinutesDocument, words: Words) -> list[Block]:
    """Every candidate that was on the list: whose it was, its dots, whether it was chosen."""
    _ = words.gettext
    if not document.candidates:
        return []
    voted = any(note.dots is not None for note in document.candidates)
    head = [_("Candidate"), _("From")] + [_("Dots")] * voted + [_("Chosen")]
    rows = []
    for note in document.candidates:
        row = [cell(note.text, _merged(note, words)), cell(_from(note, words))]
        if voted:
            row.append(cell("–" if note.dots is None else str(note.dots)))
        row.append(cell(line(_("chosen"), "strong")) if note.chosen else ())
        rows.append(tuple(row))
    widths = (44, 28, 10, 18) if voted else (50, 32, 18)
    table = Table(tuple(head), tuple(rows), widths=widths, numeric=(2,) if voted else ())
    return [Heading(2, _("Candidates"), "candidates"), table]


def _merged(note: CandidateNote, words: Words) -> Line:
    if not note.merged:
        return ()
    said = words.gettext("merged into it: {names}").format(names="; ".join(note.merged))
    return line(said, "soft")


def _from(note: CandidateNote, words: Words) -> Line:
    if note.side is None:
        return line(words.gettext("starter library"))
    return line(words.name(note.side), note.side)
