"""The head of the minutes: who, when, where, how scores were shown, and the agenda."""

from sessionui.domain.minutes.content import known_hash, printed
from sessionui.domain.minutes.document import Attendee, MinutesDocument
from sessionui.domain.sides import SIDES, SideKey
from sessionui.domain.terms import Presence
from sessionui.minutes.altered import NOT_CONFIRMED
from sessionui.minutes.outline.blocks import (
    Banner,
    Block,
    Cell,
    Facts,
    Heading,
    Line,
    Paragraph,
    Run,
    Table,
    cell,
    line,
)
from sessionui.minutes.words import Words


def header(document: MinutesDocument, words: Words) -> list[Block]:
    """Title, what marks a draft or an example, the facts, the agenda."""
    return [
        Heading(1, title(words)),
        *_opening(document, words),
        Facts(
            (
                *_facts(document, words),
                *_attendance(document, words),
                *_start(document, words),
            )
        ),
        *_agenda(document, words),
    ]


def title(words: Words) -> str:
    """What these minutes are: of which kind of session, and whether a draft."""
    document = words.document
    if words.wording.title and not document.rehearsal:
        given = {"kind": words.kind, "a": document.name_a, "b": document.name_b}
        return words.wording.title.format(**given, date=words.day(document.date))
    return _our_title(words).format(kind=words.kind)


def _our_title(words: Words) -> str:
    _, document = words.gettext, words.document
    if document.rehearsal:
        return _("Rehearsal, no minutes: {kind}")
    if words.choices.scope == "agreements":
        if document.draft:
            return _("Draft of actions and decisions: {kind}")
        return _("Actions and decisions: {kind}")
    return _("Draft minutes: {kind}") if document.draft else _("Minutes: {kind}")


def subject(words: Words) -> str:
    """Which two partners met, and when."""
    document = words.document
    return f"{document.name_a} × {document.name_b}, {words.day(document.date)}"


def notice(words: Words) -> str:
    """The words that mark every page of a rehearsal, a draft or an example."""
    _ = words.gettext
    marks = [_("REHEARSAL")] * words.document.rehearsal
    marks += [_("DRAFT")] * words.document.draft + [_("EXAMPLE")] * words.document.example
    marks += [_("ALTERED")] * words.document.altered
    return " · ".join(marks)


def version(words: Words) -> str:
    """Which version these minutes are, with their hash; ``""`` of the first draft."""
    _, document = words.gettext, words.document
    if document.draft:
        first = document.edition == 1
        return "" if first else _("Draft of version {n}").format(n=document.edition)
    said = (_("Version {n}").format(n=document.edition), printed(known_hash(document)))
    return " · ".join(filter(None, said))


def whose_copy(words: Words) -> str:
    """For which side this copy is, or ``""``."""
    side = words.choices.copy_for
    return words.gettext("Copy for {side}").format(side=words.name(side)) if side else ""


def short_header(document: MinutesDocument, words: Words) -> list[Block]:
    """The head of the action and decision list: who, when, and nothing of the session's course."""
    names = ("Contract", "Date", "State", "Facilitator")
    wanted = [words.gettext(name) for name in names]
    rows = [row for row in _facts(document, words) if row[0] in wanted]
    both = [(words.gettext("Client"), cell(line(words.name("a"), "a")))]
    both.append((words.gettext("Supplier"), cell(line(words.name("b"), "b"))))
    return [Heading(1, title(words)), *_opening(document, words), Facts((*both, *rows))]


def _opening(document: MinutesDocument, words: Words) -> list[Block]:
    """What marks a draft, an example or a side's copy, and how the firm opens its minutes."""
    found: list[Block] = [*_banners(document, words)]
    if copy := whose_copy(words):
        found.append(Paragraph(line(copy, "strong")))
    if words.wording.opening:
        found.append(Paragraph(line(words.wording.opening)))
    return found


def watermark(words: Words) -> str:
    """The word across each page of what isn't final, or ``""``."""
    if words.document.rehearsal:
        return words.gettext("REHEARSAL")
    return words.gettext("DRAFT") if words.document.draft else ""


def _banners(document: MinutesDocument, words: Words) -> list[Block]:
    _ = words.gettext
    found: list[Block] = []
    if document.altered:
        found.append(Banner(_("ALTERED"), _(NOT_CONFIRMED)))
    if document.rehearsal:
        found.append(Banner(_("REHEARSAL"), _("All marks and reasons of this round are invented.")))
    if document.draft:
        found.append(
            Banner(_("DRAFT"), _("These minutes are not final until both sides have confirmed."))
        )
    if document.example:
        found.append(
            Banner(_("EXAMPLE"), _("Organisations, people and figures in it are invented."))
        )
    return found


def _facts(document: MinutesDocument, words: Words) -> list[tuple[str, Cell]]:
    _ = words.gettext
    day = words.day(document.date, "full")
    if document.started_at:
        day = _("{day}, from {time}").format(day=day, time=words.time(document.started_at))
    rows: list[tuple[str, Cell]] = [
        (_("Client"), cell(line(words.name("a"), "a"))),
        (_("Supplier"), cell(line(words.name("b"), "b"))),
        (_("Contract"), cell(_contract(document, words))),
        (_("Session"), cell(words.kind)),
        (_("Date"), cell(day)),
        (_("State"), cell(version(words), _since(document, words))),
        (_("Place"), cell(document.place)),
        (_("Facilitator"), cell(document.facilitator)),
        (_("Scores"), cell(_secrecy(document, words)) if _scores_asked(document) else ()),
    ]
    return [row for row in rows if row[1]]


def _since(document: MinutesDocument, words: Words) -> str:
    if document.draft or document.confirmed_at is None:
        return ""
    return words.gettext("Final since {moment}.").format(moment=words.moment(document.confirmed_at))


def _contract(document: MinutesDocument, words: Words) -> str:
    since = ""
    if document.contract_since:
        since = words.gettext("since {day}").format(day=words.day(document.contract_since))
    return ", ".join(filter(None, (document.contract_name, document.contract_reference, since)))


def _scores_asked(document: MinutesDocument) -> bool:
    return document.scored or any(item.stage == "score" for item in document.agenda)


def _secrecy(document: MinutesDocument, words: Words) -> str:
    _ = words.gettext
    rules = document.rules
    said = [
        _("By name: each score is shown with who gave it.")
        if rules.secrecy == "name"
        else _(
            "By side: who gave which score was not recorded. "
            "With fewer than {n} answers a side's figures and reasons stay hidden."
        ).format(n=rules.threshold)
    ]
    if rules.self_estimate:
        said.append(_("Each side scored itself as well."))
    if rules.half_marks:
        said.append(_("Half marks were allowed."))
    return " ".join(said)


def _attendance(document: MinutesDocument, words: Words) -> list[tuple[str, Cell]]:
    _ = words.gettext
    names: tuple[tuple[Presence, str], ...] = (
        ("present", _("Present")),
        ("absent_notice", _("Absent with notice")),
        ("absent", _("Absent without notice")),
        ("expected", _("Presence not noted")),
    )
    rows = []
    for presence, name in names:
        found = [a for a in document.attendance if a.presence == presence]
        lines = [_people(found, side, words) for side in SIDES]
        rows.append((name, cell(*(entry for entry in lines if entry))))
    return [row for row in rows if row[1]]


def _people(found: list[Attendee], side: SideKey, words: Words) -> Line:
    here = [a.who for a in found if a.who.side == side]
    if not here:
        return ()
    names = (f"{who.name} ({who.role})" if who.role else who.name for who in here)
    return Run(f"{words.name(side)}: ", side), Run(", ".join(names))


def _start(document: MinutesDocument, words: Words) -> list[tuple[str, Cell]]:
    _ = words.gettext
    rows = [
        (_("Purpose"), cell(document.purpose)),
        (_("Ground rules"), cell(document.ground_rules)),
    ]
    return [row for row in rows if row[1]]


def _agenda(document: MinutesDocument, words: Words) -> list[Block]:
    _ = words.gettext
    if not document.agenda:
        return []
    rows = []
    for item in document.agenda:
        began = words.time(item.started_at) if item.started_at else "–"
        taken = _minutes(words, (item.used_seconds + 30) // 60) if item.used_seconds else "–"
        if item.skipped and not item.used_seconds:
            taken = _("skipped")
        rows.append(
            (
                cell(words.stage(item.stage)),
                cell(began),
                cell(_minutes(words, item.minutes)),
                cell(taken),
            )
        )
    head = (_("Stage"), _("Began"), _("Planned"), _("Taken"))
    table = Table(head, tuple(rows), widths=(46, 18, 18, 18), numeric=(1, 2, 3))
    found: list[Block] = [Heading(2, _("Agenda"), "agenda"), table]
    if document.ended_early:
        found.append(Paragraph(line(_("The session was ended early: the time was up."))))
    return found


def _minutes(words: Words, minutes: int) -> str:
    return words.gettext("{n} min").format(n=minutes)
