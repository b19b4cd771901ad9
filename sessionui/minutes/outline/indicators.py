"""The part on each indicator: meaning, scores both ways, line, reasons, what was said."""

from sessionui.domain.minutes.document import IndicatorMinutes, MinutesDocument
from sessionui.minutes.outline.blocks import (
    Block,
    Bullets,
    Cell,
    Facts,
    Group,
    Heading,
    Label,
    Paragraph,
    Table,
    cell,
    line,
)
from sessionui.minutes.outline.meaning import changes, full_meaning, short_meaning
from sessionui.minutes.outline.over_time import over_time
from sessionui.minutes.outline.reasons import reasons
from sessionui.minutes.outline.scores import dumbbell, figures, scoreboard
from sessionui.minutes.words import Words


def indicators(document: MinutesDocument, words: Words) -> list[Block]:
    """A legend, an overview where there is more than one, then one group an indicator."""
    _ = words.gettext
    if not document.indicators:
        return []
    scoring = document.scored or _has(document, "reveal")
    heading = _("The indicators") if scoring else _("The indicators and what they mean")
    return [
        Heading(2, heading, "indicators"),
        *(_legend(document, words) if document.scored else []),
        *_overview(document, words),
        *(Group(tuple(_one(document, item, words))) for item in document.indicators),
    ]


def shown(item: IndicatorMinutes) -> bool:
    """Whether the scores were revealed; without that no figure may be written."""
    return item.discussed and (item.a is not None or item.b is not None)


def _has(document: MinutesDocument, stage: str) -> bool:
    return any(item.stage == stage for item in document.agenda)


def _legend(document: MinutesDocument, words: Words) -> list[Block]:
    template = words.gettext(
        "Each side scored the other from 1 to 10. {a}: the mark that {name_a} gave. "
        "{b}: the mark that {name_b} gave. From {mark} it is a pass."
    )
    said = template.format(
        a=words.sign("a"),
        b=words.sign("b"),
        name_a=document.name_a,
        name_b=document.name_b,
        mark=words.mark(5.5),
    )
    return [Paragraph(line(said, "soft"))]


def _overview(document: MinutesDocument, words: Words) -> list[Block]:
    _ = words.gettext
    items = [item for item in document.indicators if item.in_round]
    if len(items) < 2 or not any(shown(item) for item in items):
        return []
    head = (_("Indicator"), words.column("a"), words.column("b"), _("Gap"))
    rows = tuple((cell(item.name), *_marks(item, words)) for item in items)
    return [Table(head, rows, widths=(40, 24, 24, 12), numeric=(1, 2, 3))]


def _marks(item: IndicatorMinutes, words: Words) -> tuple[Cell, ...]:
    if not shown(item):
        not_discussed = cell(line(words.gettext("not discussed"), "soft"))
        return not_discussed, not_discussed, cell("–")
    given = (words.mean(scores) if scores else "–" for scores in (item.a, item.b))
    return (*(cell(text) for text in given), cell(words.signed(item.asymmetry)))


def _one(document: MinutesDocument, item: IndicatorMinutes, words: Words) -> list[Block]:
    in_full = _has(document, "meaning") or not item.in_round
    meaning = full_meaning if in_full else short_meaning
    return [
        Heading(3, item.name),
        *meaning(item.meaning, words),
        *_scores(document, item, words),
        *_notes(item, words),
        *changes(item, words),
    ]


def _scores(document: MinutesDocument, item: IndicatorMinutes, words: Words) -> list[Block]:
    _ = words.gettext
    if shown(item):
        return [
            scoreboard(item, words),
            *dumbbell(item, words),
            *figures(item, words),
            *_talk(item, words),
            *over_time(item, words),
            *reasons(item, words),
        ]
    if item.in_round and _has(document, "reveal"):
        return [Paragraph(line(_("Not discussed in this session."), "soft"))]
    return []


def _talk(item: IndicatorMinutes, words: Words) -> list[Block]:
    if not item.talk:
        return []
    said = tuple(line(words.phrase(phrase)) for phrase in item.talk)
    return [Label(line(words.gettext("Worth talking about"))), Bullets(said)]


def _notes(item: IndicatorMinutes, words: Words) -> list[Block]:
    _ = words.gettext
    if not (item.said or item.heard or item.goes_well):
        return []
    first = words.name(item.first_speaker) if item.first_speaker and shown(item) else ""
    rows = [
        (_("Spoke first"), cell(first)),
        (_("What was said"), cell(item.said)),
        (_("What was heard"), cell(item.heard)),
        (_("What goes well"), cell(item.goes_well)),
    ]
    written = tuple(row for row in rows if row[1])
    return [Label(line(_("The conversation"))), Facts(written)]
