"""What is to be left out of a file: which rows are meant, and what of it isn't there."""

import re
from collections.abc import Collection

from sessionui.domain.wording import N_, Sentence

_ROW = re.compile("[0-9]{1,9}")


def rows_in(skip: Collection[str]) -> frozenset[int]:
    """The numbers of rows in ``skip``."""
    return frozenset(int(what) for what in skip if _ROW.fullmatch(what))


def no_row(skip: Collection[str], there: Collection[int] | None) -> Sentence | None:
    """Why something in ``skip`` is no row of a table, or ``None``.

    ``there``: the rows that can be left out; ``None`` where the table couldn't be opened.
    """
    for what in skip:
        if not _ROW.fullmatch(what):
            return Sentence(
                N_("“{what}” can't be left out: rows are meant by their numbers, as in 4,9."),
                {"what": what},
            )
        if there is not None and int(what) not in there:
            return Sentence(
                N_("Row {row} can't be left out: there are no answers in it."), {"row": what}
            )
    return None


def no_source(skip: Collection[str], there: Collection[str]) -> Sentence | None:
    """Why something in ``skip`` is no answer file among those that are ``there``, or ``None``."""
    for what in skip:
        if what not in there:
            return Sentence(
                N_("“{what}” can't be left out: there is no answer file of that name here."),
                {"what": what},
            )
    return None
