"""One cell with a mark and one with its reason, made into an answer."""

import re
from typing import Final

from sessionui.domain.intents.score import check_mark
from sessionui.domain.scoring import REASON_LIMIT, Answer, Rules, reason_length
from sessionui.domain.wording import N_, Refused
from sessionui.intake.names import fold
from sessionui.intake.problems import Wrong
from sessionui.intake.table import Bare
from sessionui.text import clean, one_line

_DASHES: Final = frozenset("-–—−")
_NOT_APPLICABLE: Final = frozenset(
    {"n a", "na", "n v t", "nvt", "not applicable", "niet van toepassing"}
)
_YES: Final = frozenset(
    {"yes", "y", "ja", "j", "true", "waar", "1", "x", "own", "self", "eigen", "zelf"}
)
_NO: Final = frozenset({"", "no", "n", "nee", "false", "onwaar", "0", "other", "ander", "andere"})
_FORMULA: Final = N_("This cell holds a formula. Fill in what comes out of it.")
_CALCULATED: Final = re.compile(r'\s*=\s*(?:[-+$("\d]|[A-Za-z.]+[(\d$!])')
_NUMBER: Final = re.compile(r"[0-9]{1,2}(?:[.,][0-9]{1,2})?")


def answer_in(
    indicator_id: str, mark: str, reason: str, rules: Rules, *, own: bool = False
) -> Answer | None:
    """The answer in the two cells, or ``None`` where both are empty.

    Raises ``Wrong`` for what is no mark of this round, and for a reason without a mark.
    """
    if mark.lstrip().startswith("="):
        raise Wrong("mark", _FORMULA)
    if _CALCULATED.match(reason):
        raise Wrong("reason", _FORMULA)
    why = clean(reason).strip()
    if reason_length(why) > REASON_LIMIT:
        raise Wrong("reason", N_("A reason has at most {limit} characters."), limit=REASON_LIMIT)
    if isinstance(reason, Bare) and re.fullmatch(r"[0-9]{1,2}", why):
        raise Wrong(
            "reason",
            N_(
                "This reason is a number. Was a decimal comma taken for a separator? If not, put "
                "the number between quotation marks."
            ),
        )
    written = one_line(mark)
    if not written:
        if why:
            raise Wrong("mark", N_("There is a reason but no mark. Fill in a mark, or n/a."))
        return None
    if own and not rules.self_estimate:
        raise Wrong("mark", N_("This round does not ask for self-estimates."))
    return Answer(indicator_id=indicator_id, own=own, mark=_mark(written, rules), reason=why)


def is_yes(cell: str) -> bool:
    """Whether a cell that asks yes or no says yes; empty is no. Raises ``Wrong``."""
    word = fold(cell)
    if word not in _YES | _NO:
        raise Wrong("own", N_("Say yes where the mark is about the rater's own side, else no."))
    return word in _YES


def looks_like_mark(cell: str) -> bool:
    """Whether a cell holds what some round would take for a mark, or not applicable."""
    written = one_line(cell)
    if written in _DASHES or fold(written) in _NOT_APPLICABLE:
        return True
    return bool(_NUMBER.fullmatch(written)) and 1 <= float(written.replace(",", ".")) <= 10


def _mark(written: str, rules: Rules) -> float | None:
    if written in _DASHES or fold(written) in _NOT_APPLICABLE:
        return None
    # Out of range on purpose: what is no number at all gets the same sentence.
    number = float(written.replace(",", ".")) if _NUMBER.fullmatch(written) else 0
    try:
        return check_mark(number, rules)
    except Refused as refused:
        sentence = refused.sentence
    # Outside the handler, so that no traceback leads back to the mark.
    raise Wrong("mark", sentence.template, **sentence.values)
