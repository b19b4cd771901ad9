"""The earlier versions of the minutes, and what differs, in words."""

from datetime import date, datetime
from decimal import Decimal
from typing import Final

from sessionui.domain.minutes.content import printed
from sessionui.domain.minutes.document import ChangeNote, MinutesDocument
from sessionui.domain.wording import N_
from sessionui.locale import fmt_mark
from sessionui.minutes.outline.blocks import (
    Block,
    Bullets,
    Heading,
    Label,
    Table,
    cell,
    line,
)
from sessionui.minutes.words import Words
from sessionui.text import shorten_middle

LONGEST: Final = 240
"""Characters of a text that is quoted in full."""

PARTS: Final[dict[str, str]] = {
    "actions": N_("Action {entry}"),
    "decisions": N_("Decision {entry}"),
    "looked_back": N_("Looking back on action {entry}"),
    "indicators": N_("Indicator {entry}"),
    "attendance": N_("Presence of {entry}"),
    "kpis": N_("Hard figure {entry}"),
    "issues": N_("What is going on"),
    "candidates": N_("Candidates"),
    "parked": N_("Parked"),
    "overall": N_("Overall mark"),
    "closing": N_("Closing"),
    "rules": N_("How scores were given"),
    "missing": N_("Still missing"),
    "waived": N_("Waved through"),
    "adoption": N_("Minutes of last time"),
    "adopted_previous": N_("Minutes of last time"),
    "objections": N_("Objections"),
    "consent": N_("Consent"),
    "next_session": N_("Next session"),
    "place": N_("Place"),
    "facilitator": N_("Facilitator"),
    "date": N_("Date"),
    "purpose": N_("Purpose"),
    "ground_rules": N_("Ground rules"),
    "name_a": N_("Client"),
    "name_b": N_("Supplier"),
    "contract_name": N_("Contract"),
    "contract_reference": N_("Contract"),
    "contract_since": N_("Contract"),
}
FIELDS: Final[dict[str, str]] = {
    "text": N_("text"),
    "done_when": N_("done when"),
    "owner": N_("owner"),
    "due": N_("date"),
    "new_due": N_("new date"),
    "told": N_("told since last time"),
    "indicator": N_("indicator"),
    "quick_win": N_("quick win"),
    "outcome": N_("what became of it"),
    "note": N_("note"),
    "presence": N_("presence"),
    "said": N_("what was said"),
    "heard": N_("what was heard back"),
    "goes_well": N_("what goes well"),
    "agreed_mark": N_("agreed mark"),
    "a.mean": N_("mark of the client"),
    "b.mean": N_("mark of the supplier"),
    "a.marks": N_("marks of the client"),
    "b.marks": N_("marks of the supplier"),
    "surprise": N_("surprise check"),
    "surprise_note": N_("surprise check"),
    "trust_a": N_("trust of the client"),
    "trust_b": N_("trust of the supplier"),
    "check_out": N_("check-out"),
    "mark": N_("mark"),
    "value": N_("value"),
    "target": N_("target"),
    "comment": N_("comment"),
    "meaning.text": N_("meaning"),
}
CODES: Final[dict[str, str]] = {
    "yes": N_("yes"),
    "no": N_("no"),
    "present": N_("present"),
    "absent": N_("absent without notice"),
    "absent_notice": N_("absent with notice"),
    "expected": N_("not noted"),
    "done": N_("done"),
    "dropped": N_("dropped"),
    "postponed": N_("postponed"),
    "reopened": N_("not done yet"),
    "a_little": N_("a little"),
}
_CODED: Final = frozenset({"presence", "outcome", "surprise", "quick_win"})
_CODED_PARTS: Final = frozenset({"consent", "adopted_previous"})


def versions(document: MinutesDocument, words: Words) -> list[Block]:
    """A table of the earlier versions, and under it what differs from each to the next."""
    _ = words.gettext
    if not document.versions:
        return []
    head = (_("Version"), _("Confirmed"), _("Content hash"), _("Opened again because"))
    rows = tuple(
        (
            cell(str(entry.number)),
            cell(words.moment(entry.confirmed_at)),
            cell(printed(entry.content_hash)),
            cell(entry.reason),
        )
        for entry in document.versions
    )
    found: list[Block] = [
        Heading(2, _("Earlier versions")),
        Table(head, rows, widths=(10, 24, 36, 30), numeric=(0,)),
    ]
    for entry in document.versions:
        found.append(Label(line(_("Changed since version {n}").format(n=entry.number))))
        said = tuple(line(said_of(change, words)) for change in entry.changes)
        found.append(Bullets(said or (line(_("Nothing that these minutes say.")),)))
    return found


def said_of(change: ChangeNote, words: Words) -> str:
    """One difference as a sentence."""
    _ = words.gettext
    template = PARTS.get(change.part)
    subject = _(template).format(entry=change.entry) if template else change.part
    if change.field:
        name = FIELDS.get(change.field)
        subject = f"{subject}, {_(name) if name else change.field.replace('_', ' ')}"
    before, after = (_told(change, text, words) for text in (change.before, change.after))
    if change.came == "added" or not change.before:
        return _("{subject}: added: {after}").format(subject=subject, after=after)
    if change.came == "removed" or not change.after:
        return _("{subject}: taken out: {before}").format(subject=subject, before=before)
    return _("{subject}: was “{before}”, is now “{after}”").format(
        subject=subject, before=before, after=after
    )


def _told(change: ChangeNote, text: str, words: Words) -> str:
    """A value as a reader of this language writes it; text from people stays as it is."""
    last = change.field.rpartition(".")[2]
    if last in _CODED or change.part in _CODED_PARTS:
        return words.gettext(CODES.get(text, text))
    if last in ("due", "new_due") or change.part in ("next_session", "date", "contract_since"):
        return _day(text, words)
    if last in ("mean", "mark", "agreed_mark", "agreed"):
        return _number(text, words)
    return shorten_middle(" ".join(text.split()), LONGEST)


def _day(text: str, words: Words) -> str:
    try:
        return words.day(date.fromisoformat(text))
    except ValueError:
        pass
    try:
        return words.moment(datetime.fromisoformat(text))
    except ValueError:
        return text


def _number(text: str, words: Words) -> str:
    try:
        return fmt_mark(Decimal(text), words.lang)
    except ArithmeticError:
        return text
