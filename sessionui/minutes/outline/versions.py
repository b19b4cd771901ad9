"""The earlier versions of the minutes, and what differs, in words."""

from sessionui.domain.minutes.content import printed
from sessionui.domain.minutes.document import MinutesDocument, VersionNote
from sessionui.minutes.outline.blocks import Block, Bullets, Heading, Label, Table, cell, line
from sessionui.minutes.outline.change_words import said_of
from sessionui.minutes.words import Words


def versions(document: MinutesDocument, words: Words) -> list[Block]:
    """A table of the earlier versions, and under it what each later one brought, and why."""
    _ = words.gettext
    if not document.versions:
        return []
    head = (_("Version"), _("Confirmed"), _("Content hash"))
    rows = tuple(
        (
            cell(str(entry.number)),
            cell(words.moment(entry.confirmed_at)),
            cell(printed(entry.content_hash)),
        )
        for entry in document.versions
    )
    found: list[Block] = [
        Heading(2, _("Earlier versions")),
        Table(head, rows, widths=(12, 38, 50), numeric=(0,)),
    ]
    for entry in document.versions:
        found.append(Label(line(brought(entry, words))))
        said = tuple(line(said_of(change, words)) for change in entry.changes)
        found.append(Bullets(said or (line(_("Nothing that these minutes say.")),)))
    return found


def brought(entry: VersionNote, words: Words) -> str:
    """Which version came after ``entry``, and why; what changed in it follows."""
    _ = words.gettext
    if entry.reason:
        template = _("Version {n}, because: {reason} Changed:")
        reason = entry.reason if entry.reason.endswith((".", "!", "?")) else f"{entry.reason}."
        return template.format(n=entry.number + 1, reason=reason)
    return _("Changed in version {n}:").format(n=entry.number + 1)
