"""The marks that a phone offers, and what it may send back: exactly one of those, as text."""

from decimal import Decimal

from sessionui.domain.scoring import Rules
from sessionui.locale import Language, fmt_mark

NOT_APPLICABLE = "na"


def offered(rules: Rules) -> tuple[str, ...]:
    """The marks as a form sends them: "1", "1.5", … "10"."""
    halves = range(2, 21) if rules.half_marks else range(2, 21, 2)
    return tuple(sent(half / 2) for half in halves)


def sent(mark: float | None) -> str:
    """A mark as a form sends it."""
    return NOT_APPLICABLE if mark is None else f"{mark:g}"


def shown_mark(text: str, lang: Language) -> str:
    """An offered mark as a reader writes it."""
    return fmt_mark(Decimal(text) if "." in text else int(text), lang)


def read_mark(text: str, rules: Rules) -> float | None:
    """What the form sent, as a mark; ``None`` is not applicable.

    Raises ``ValueError``, without repeating the text, for anything that was not offered.
    """
    if text == NOT_APPLICABLE:
        return None
    if text not in offered(rules):
        raise ValueError("not a mark")
    return float(text)
