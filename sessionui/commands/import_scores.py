"""``sessionui import-scores``: take in scores from files, all of them or none."""

import csv
from pathlib import Path

from sessionui.cleaning import cleaned
from sessionui.commands.files import opened, session_in
from sessionui.commands.parser import Options, Parser
from sessionui.commands.taking import context
from sessionui.commands.writing import answer, tell
from sessionui.domain.intents.base import carry_out
from sessionui.domain.mapping import Mapping
from sessionui.domain.sides import SIDES
from sessionui.domain.wording import N_, Refused
from sessionui.domain.work import Work
from sessionui.intake.file import read_path, why_unread
from sessionui.intake.imported import Imported
from sessionui.intake.mapping_file import LONGEST, mapping_in, written
from sessionui.intake.problems import told
from sessionui.locale import _, fmt_list, ngettext, phrase
from sessionui.minutes import write
from sessionui.text import one_line


def arguments(parser: Parser) -> None:
    """See ``sessionui.commands``."""
    parser.explain(
        "sessionui import-scores FILE --session ID ANSWERS [--dry-run] [--mapping MAPPING]\n"
        "                        [--skip ROWS] [--write-mapping MAPPING]",
        _("Take in scores from CSV or XLSX, or what came back from forms: a file or a folder."),
        _("When anything in it is wrong, nothing is taken in."),
    )
    parser.word("file", "FILE", _("data file"))
    parser.word("answers", "ANSWERS", _("file with scores, or folder with answer files"))
    parser.option("--session", metavar="ID", help_text=_("the session they are for"))
    parser.option("--dry-run", help_text=_("only tell what would happen"))
    parser.option("--mapping", metavar="MAPPING", help_text=_("file that says what columns are"))
    parser.option(
        "--skip",
        metavar="ROWS",
        help_text=_("rows or answer files to leave out, with commas between"),
    )
    parser.option(
        "--write-mapping",
        metavar="MAPPING",
        help_text=_("only write what the columns seem to be, to correct and use"),
    )


def run(options: Options) -> int:
    """Take the scores in, or tell why not."""
    parser = Parser("import-scores")
    parser.need(options, file="FILE", session="--session", answers="ANSWERS")
    if not Path(options.answers).exists():
        raise Refused(N_("There is no file {file}."), file=options.answers)
    mapping = _mapping(options.mapping) if options.mapping else None
    read_only = bool(options.dry_run or options.write_mapping)
    with opened(Path(options.file), read_only=read_only) as repository:
        work = repository.work(session_in(repository, options.session).id)
        imported = read_path(Path(options.answers), work, mapping, _parts(options.skip or ""))
        if imported.not_left_out:
            parser.wrong(imported.not_left_out.template, **imported.not_left_out.values)
        if options.write_mapping:
            return _propose(imported, work, options.write_mapping)
        if imported.problems:
            return _wrong(imported, mapping)
        if not options.dry_run:
            repository.save(work, carry_out(cleaned(imported.intent), work, context()))
    answer(_summary(imported, work, dry_run=options.dry_run))
    return 0


def _parts(skip: str) -> tuple[str, ...]:
    """What stands between commas; the name of a file that has one stands in quotation marks."""
    parts = next(csv.reader([one_line(skip)], skipinitialspace=True), [])
    return tuple(filter(None, map(one_line, parts)))


def _wrong(imported: Imported, mapping: Mapping | None) -> int:
    for problem in imported.problems:
        tell(told(problem))
    if mapping is None and imported.unclear:
        tell(_("If these are other columns: --write-mapping writes a proposal to correct."))
    tell(_("Nothing was taken in."))
    return 1


def _mapping(path: str) -> Mapping:
    try:
        with Path(path).open(encoding="utf-8-sig") as file:
            return mapping_in(file.read(LONGEST + 1))
    except (OSError, ValueError) as error:
        why = why_unread(path, error)
        raise Refused(why.template, **why.values) from error


def _propose(imported: Imported, work: Work, path: str) -> int:
    """Write what the columns are taken for; of a file without columns tell what it is."""
    if imported.mapping is None:
        for problem in imported.problems:
            tell(told(problem))
        tell(_("There are no columns in this file."))
        return 1
    write(Path(path), written(imported.mapping, work).encode())
    answer(_("Written: {file}").format(file=path))
    return 0


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
    lines += [phrase(note.template, note.values) for note in imported.notes]
    lines.append(_("Dry run: nothing was taken in.") if dry_run else _("Taken in."))
    return "\n".join(lines)
