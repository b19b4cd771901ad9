"""``sessionui sessions [FILE] [--json]``: what is in the file."""

import json
from typing import Any

from sessionui.commands.files import data_file, opened
from sessionui.commands.parser import Options, Parser
from sessionui.commands.writing import answer, data
from sessionui.domain.kinds import KINDS, STAGE_NAMES
from sessionui.domain.partnership import Partnership
from sessionui.domain.session import Session
from sessionui.domain.wording import N_
from sessionui.locale import _, fmt_date
from sessionui.text import cell_width, one_line

FORMAT = "sessionui-sessions"
VERSION = 1

STATES = {
    "planned": N_("planned"),
    "running": N_("running"),
    "confirmed": N_("confirmed"),
}


def arguments(parser: Parser) -> None:
    """See ``sessionui.commands``."""
    parser.explain(
        "sessionui sessions [FILE] [--json]",
        _("List partnerships and their sessions, the newest session last."),
    )
    parser.word("file", "FILE", _("data file; by default the one in your data folder"))
    parser.option("--json", help_text=_("as JSON, for other programs"))


def run(options: Options) -> int:
    """Print the list."""
    path = data_file(options.file)
    with opened(path, read_only=True) as repository:
        found = [(p, repository.sessions(p.id)) for p in repository.partnerships()]
    if options.json:
        text = json.dumps(as_data(found), ensure_ascii=False, indent=2)
        data(f"{text}\n".encode())
    elif found:
        answer(as_table(found))
    else:
        answer(_("There is no partnership in {file} yet.").format(file=path))
    return 0


Found = list[tuple[Partnership, tuple[Session, ...]]]


def as_data(found: Found) -> dict[str, Any]:
    """The list for other programs; ``version`` goes up when a name changes its meaning.

    Keys stay in English: ``kind``, ``state`` and ``stage`` are the keys of the session kinds,
    ``date`` is ISO 8601.
    """
    return {
        "format": FORMAT,
        "version": VERSION,
        "partnerships": [
            {
                "id": p.id,
                "name": name_of(p),
                "name_a": p.name_a,
                "name_b": p.name_b,
                "example": p.example,
                "archived": p.archived,
                "next_session": p.next_session.isoformat() if p.next_session else None,
                "sessions": len(sessions),
            }
            for p, sessions in found
        ],
        "sessions": [
            {
                "id": session.id,
                "partnership": name_of(p),
                "partnership_id": p.id,
                "kind": session.kind,
                "date": session.date.isoformat(),
                "state": session.state,
                "stage": session.stage,
                "example": p.example,
            }
            for p, sessions in found
            for session in sessions
        ],
    }


def as_table(found: Found) -> str:
    """One block a partnership, one line a session."""
    return "\n\n".join(_block(p, sessions) for p, sessions in found)


def _state(session: Session) -> str:
    if session.state == "planned" and session.locked:
        return _("scored")
    return _(STATES[session.state])


def _block(partnership: Partnership, sessions: tuple[Session, ...]) -> str:
    title = name_of(partnership)
    notes = [_("example")] * partnership.example + [_("archived")] * partnership.archived
    if notes:
        title = f"{title} ({', '.join(notes)})"
    rows = [
        (
            session.id,
            fmt_date(session.date),
            _(KINDS[session.kind].name),
            _state(session),
            _(STAGE_NAMES[session.stage]),
        )
        for session in sessions
    ]
    if not rows:
        return f"{title}\n  {_('no sessions yet')}"
    widths = [max(map(cell_width, column)) for column in zip(*rows, strict=True)]
    lines = ["  ".join(_padded(c, w) for c, w in zip(row, widths, strict=True)) for row in rows]
    return "\n".join([title, *(f"  {line.rstrip()}" for line in lines)])


def _padded(text: str, width: int) -> str:
    return text + " " * (width - cell_width(text))


def name_of(partnership: Partnership) -> str:
    """Both organisations on one line."""
    return one_line(f"{partnership.name_a} × {partnership.name_b}")
