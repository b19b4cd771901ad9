"""The house style that a command was given."""

from pathlib import Path

from sessionui.commands.writing import tell
from sessionui.domain.wording import Refused
from sessionui.locale import phrase
from sessionui.minutes.choices import House


def house_in(folder: str | None) -> House:
    """The style in a folder, ours without one. Raises ``Refused`` for a style with mistakes."""
    if not folder:
        return House()
    from sessionui.minutes.house import HouseProblems, read_house  # only few have one

    try:
        return read_house(Path(folder))
    except HouseProblems as problems:
        *others, last = problems.sentences
        for sentence in others:
            tell(phrase(sentence.template, sentence.values))
        raise Refused(last.template, **last.values) from None
