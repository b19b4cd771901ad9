"""What an indicator means between the two sides."""

from sessionui.domain.indicators import Meaning
from sessionui.domain.minutes.document import IndicatorMinutes, RevisionNote
from sessionui.domain.sides import SIDES
from sessionui.minutes.outline.blocks import Block, Facts, Label, Line, Paragraph, Run, cell, line
from sessionui.minutes.words import Words


def short_meaning(meaning: Meaning, words: Words) -> list[Block]:
    """What the indicator means, in its own words; all that was written where those are missing."""
    if meaning.text:
        return [Paragraph(line(meaning.text), "lead")]
    return full_meaning(meaning, words)


def full_meaning(meaning: Meaning, words: Words) -> list[Block]:
    """All that was written: seen and not seen, a 4, a 6 and an 8, what each side expects."""
    _ = words.gettext
    lead: list[Block] = [Paragraph(line(meaning.text), "lead")] if meaning.text else []
    rows = [
        (_("Seen when it is there"), cell(meaning.seen)),
        (_("Seen when it is not"), cell(meaning.not_seen)),
        (_("A 4 looks like"), cell(meaning.at_4)),
        (_("A 6 looks like"), cell(meaning.at_6)),
        (_("An 8 looks like"), cell(meaning.at_8)),
    ]
    for side in SIDES:
        rows += [
            (_("{side} expects").format(side=words.name(side)), cell(meaning.expects(side))),
            (_("{side} needs").format(side=words.name(side)), cell(meaning.needs(side))),
        ]
    written = tuple(row for row in rows if row[1])
    return [*lead, Facts(written)] if written else lead


def changes(item: IndicatorMinutes, words: Words) -> list[Block]:
    """What this session did to the indicator: new, ended, reworded with its reason."""
    _ = words.gettext
    found: list[Block] = []
    if not item.in_round:
        found.append(Paragraph(line(_("New in the set: scored from the next round on."), "soft")))
    if item.ended:
        found.append(Paragraph(_with_reason(_("Leaves the set."), item.ended_reason)))
    for note in item.revised:
        found += _reworded(note, item, words)
    return found


def _reworded(note: RevisionNote, item: IndicatorMinutes, words: Words) -> list[Block]:
    _ = words.gettext
    if note.number == item.revision:
        return [Paragraph(_with_reason(_("Reworded in this session."), note.reason))]
    said: list[Block] = [
        Label(line(_("Reworded in this session; counts from the next round on"))),
    ]
    if note.reason:
        said.append(Paragraph(line(_("Reason: {reason}").format(reason=note.reason), "soft")))
    if note.name != item.name:
        said.append(Paragraph(line(note.name, "strong")))
    return [*said, *full_meaning(note.meaning, words)]


def _with_reason(said: str, reason: str) -> Line:
    return (Run(said, "strong"), Run(f" {reason}")) if reason else line(said, "strong")
