"""``sessionui check [FILE]``: is the file sound?"""

from sessionui.commands.files import data_file
from sessionui.commands.parser import Options, Parser
from sessionui.commands.writing import answer, tell
from sessionui.domain.wording import Sentence
from sessionui.locale import _, phrase
from store.check import check
from store.judge import judge


def arguments(parser: Parser) -> None:
    """See ``sessionui.commands``."""
    parser.explain(
        "sessionui check [FILE]",
        _("Tell whether a data file is sound. Looks at everything and changes nothing."),
        _("Exit status 0: it is sound; 1: it is not, with what and where."),
    )
    parser.word("file", "FILE", _("data file; by default the one in your data folder"))


def run(options: Options) -> int:
    """Look, and tell."""
    path = data_file(options.file)
    report = check(path, judge)
    for remark in report.remarks:
        answer(said(remark))
    for problem in report.problems:
        tell(said(problem))
    if report.sound:
        answer(_("{file} is sound.").format(file=path))
    return 0 if report.sound else 1


def said(sentence: Sentence) -> str:
    """A sentence in the language of the interface."""
    return phrase(sentence.template, sentence.values)
