"""``sessionui import-scores``: take in scores from a CSV file, all of them or none."""

import secrets
from datetime import datetime
from pathlib import Path

from sessionui.commands.files import opened, session_in
from sessionui.commands.parser import Options, Parser
from sessionui.commands.writing import answer, tell
from sessionui.domain.intents.base import Context, carry_out
from sessionui.domain.sides import SIDES
from sessionui.domain.wording import N_, Refused
from sessionui.domain.work import Work
from sessionui.intake.decoding import MAX_BYTES
from sessionui.intake.imported import Imported
from sessionui.intake.problems import told
from sessionui.intake.reading import read_answers
from sessionui.locale import _, fmt_list, ngettext


def arguments(parser: Parser) -> None:
    """See ``sessionui.commands``."""
    parser.explain(
        "sessionui import-scores FILE --session ID ANSWERS [--dry-run]",
        _("Take in scores from a CSV file, one row a mark or one row a rater."),
        _("When anything in it is wrong, nothing is taken in."),
    )
    parser.word("file", "FILE", _("data file"))
    parser.word("answers", "ANSWERS", _("CSV file with the scores"))
    parser.option("--session", metavar="ID", help_text=_("the session they are for"))
    parser.option("--dry-run", help_text=_("only tell what would happen"))


def run(options: Options) -> int:
    """Take the scores in, or tell why not."""
    Parser("import-scores").need(options, file="FILE", session="--session", answers="ANSWERS")
    content = _content(Path(options.answers))
    with opened(Path(options.file), read_only=options.dry_run) as repository:
        work = repository.work(session_in(repository, options.session).id)
        imported = read_answers(content, work)
        if imported.problems:
            for problem in imported.problems:
                tell(told(problem))
            tell(_("Nothing was taken in."))
            return 1
        if not options.dry_run:
            repository.save(work, carry_out(imported.intent, work, _context()))
    answer(_summary(imported, work, dry_run=options.dry_run))
    return 0


def _content(path: Path) -> bytes:
    """The bytes of the file, cut off just beyond what is too much. Raises ``Refused``."""
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise Refused(N_("There is no file {file}."), file=str(path)) from None
    except OSError as error:
        raise Refused(
            N_("{file} can't be read: {reason}."),
            file=str(path),
            reason=error.strerror or type(error).__name__,
        ) from error


def _context() -> Context:
    now = datetime.now().astimezone()
    return Context(now, now.date(), lambda: secrets.token_hex(8))


def _summary(imported: Imported, work: Work, *, dry_run: bool) -> str:
    """How many raters of each side, and who is replaced; of no score anything."""
    lines = [
        ngettext("{side}: {n} rater", "{side}: {n} raters", imported.counts[side]).format(
            side=work.names[side], n=imported.counts[side]
        )
        for side in SIDES
    ]
    if imported.replaces:
        names = fmt_list(imported.replaces)
        lines.append(
            _("Earlier answers that would be replaced: {names}").format(names=names)
            if dry_run
            else _("Earlier answers that were replaced: {names}").format(names=names)
        )
    lines.append(_("Dry run: nothing was taken in.") if dry_run else _("Taken in."))
    return "\n".join(lines)
