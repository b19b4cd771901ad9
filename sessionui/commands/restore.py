"""``sessionui restore [FILE] [NUMBER]``: which copies there are, and bringing one back."""

from datetime import date
from pathlib import Path

from sessionui.commands.files import data_file
from sessionui.commands.parser import Options, Parser
from sessionui.commands.writing import answer
from sessionui.domain.wording import N_, Refused
from sessionui.locale import _, fmt_date, fmt_datetime, ngettext
from sessionui.text import cell_width
from store.copies import Copy, Inside, copies
from store.errors import Missing
from store.paths import Paths
from store.restoring import restore

WHY = {
    "previous": N_("as it was before it was last written"),
    "broken": N_("damaged, put aside"),
    "conflict": N_("conflict copy"),
    "opened": N_("backup, on opening"),
    "migration": N_("backup, before a new version"),
    "deletion": N_("backup, before a deletion"),
    "reveal": N_("backup, before the reveal"),
    "restore": N_("backup, before a copy was brought back"),
}


def arguments(parser: Parser) -> None:
    """See ``sessionui.commands``."""
    parser.explain(
        "sessionui restore [FILE]\nsessionui restore FILE NUMBER",
        _("List the backups and other copies of a data file, the newest first."),
        _(
            "With a number from the list: bring that copy back. What is in the file now is kept "
            "as a backup; the ballots of a secret round and half-typed text stay as they are."
        ),
    )
    parser.word("file", "FILE", _("data file; by default the one in your data folder"))
    parser.word("number", "NUMBER", _("the copy to bring back"))


def run(options: Options) -> int:
    """List, or bring one back."""
    if options.number is not None and not options.number.isdecimal():
        Parser("restore").wrong(N_("{word} is not a number from the list."), word=options.number)
    path = data_file(options.file)
    paths = Paths.of(path)
    found = copies(paths)
    if not found and not paths.main.exists():
        raise Missing(file=str(path))
    if options.number is not None:
        return _bring_back(path, found, int(options.number))
    answer(_table(found, paths.folder) if found else _("No copies of {file}.").format(file=path))
    return 0


def _bring_back(path: Path, found: list[Copy], number: int) -> int:
    if not 1 <= number <= len(found):
        raise Refused(
            N_("There is no copy {number} of {file}. List them: sessionui restore {file}"),
            number=number,
            file=str(path),
        )
    copy = found[number - 1]
    unreadable = restore(path, copy.path)
    said = _("{file} is again as it was at {moment}. What was in it is kept as a backup.")
    answer(said.format(file=path, moment=fmt_datetime(copy.moment)))
    if unreadable:
        answer(_damaged(unreadable))
    return 0


def _table(found: list[Copy], folder: Path) -> str:
    rows = [
        (
            f"{number}.",
            fmt_datetime(copy.moment),
            _(WHY[copy.why]) if copy.why in WHY else copy.why,
            _said(copy.inside),
            str(copy.path.relative_to(folder)),
        )
        for number, copy in enumerate(found, start=1)
    ]
    widths = [max(map(cell_width, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(c + " " * (w - cell_width(c)) for c, w in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )


def _said(inside: Inside | None) -> str:
    """What is in a copy, in a few words."""
    if inside is None:
        return _("can't be read")
    if inside.newer:
        return _("made by a newer version")
    n, m = inside.partnerships, inside.sessions
    parts = [
        ngettext("{n} partnership", "{n} partnerships", n).format(n=n),
        ngettext("{n} session", "{n} sessions", m).format(n=m),
    ]
    if inside.last:
        parts.append(_("last on {date}").format(date=_day(inside.last)))
    if inside.unreadable:
        parts.append(_damaged(inside.unreadable))
    return ", ".join(parts)


def _damaged(n: int) -> str:
    return ngettext("{n} document in it is damaged", "{n} documents in it are damaged", n).format(
        n=n
    )


def _day(text: str) -> str:
    try:
        return fmt_date(date.fromisoformat(text))
    except ValueError:
        return "?"
