"""What taking in a file would do, as text: counts, notes and problems; of no score anything."""

from screens.desk import ScoresFile, ScoresProblem
from sessionui.domain.sides import SIDES
from sessionui.domain.work import Work
from sessionui.locale import _, fmt_list, ngettext, phrase


def outcome_text(file: ScoresFile, work: Work, most: int = 100) -> str:
    """What taking the file in would do, or what is wrong with it, ``most`` problems at most."""
    if file.problems:
        lines = [_("Nothing is taken in:"), *map(problem_text, file.problems[:most])]
        more = len(file.problems) - most
        if more > 0:
            lines.append(_("There are {count} more problems.").format(count=more))
        return "\n".join(lines)
    return "\n".join(counts_text(file, work))


def counts_text(file: ScoresFile, work: Work) -> list[str]:
    """How many raters of each side, whose answers are replaced, and what is good to know."""
    lines = [
        ngettext("{side}: {n} rater", "{side}: {n} raters", file.counts[side]).format(
            side=work.names[side], n=file.counts[side]
        )
        for side in SIDES
    ]
    if file.replaces:
        names = fmt_list(file.replaces)
        lines.append(_("Replaces the answers of {names}.").format(names=names))
    return [*lines, *notes_text(file)]


def notes_text(file: ScoresFile) -> list[str]:
    """What isn't wrong, but good to know."""
    return [phrase(note.template, note.values) for note in file.notes]


def problem_text(problem: ScoresProblem) -> str:
    """One problem as a line: where, and what."""
    sentence = phrase(problem.sentence.template, problem.sentence.values)
    if problem.source:
        return _("{file}: {sentence}").format(file=problem.source, sentence=sentence)
    if problem.row is None:
        return sentence
    if not problem.column:
        return _("Row {row}: {sentence}").format(row=problem.row, sentence=sentence)
    return _("Row {row}, {column}: {sentence}").format(
        row=problem.row, column=problem.column, sentence=sentence
    )
