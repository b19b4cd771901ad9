"""The worked example: an invented hospital and its cleaners, over a year and a quarter."""

from datetime import date, tzinfo
from typing import Literal

from sessionui.example.build import Example, Keeps, build

__all__ = ["Example", "Keeps", "example"]


def example(
    lang: Literal["nl", "en"], today: date, *, zone: tzinfo | None = None, seed: str = ""
) -> Example:
    """The worked example in Dutch or English, its dates counted from ``today``.

    A kick-off, four confirmed quarterly reviews in which the overall mark goes from 5.3 to 7.2,
    one review on ``today`` that is scored, locked and ready to reveal, and one three months on
    whose scoring is open. ``zone``: where its clocks run; by default the time zone of this
    machine. ``seed``: another one gives other ids. The same arguments give the same example.
    """
    # One language is loaded, not both: the other is of no use to this reader.
    if lang == "nl":
        from sessionui.example.texts_nl import TEXTS as NL

        return build(NL, today, zone=zone, seed=seed)
    from sessionui.example.texts_en import TEXTS as EN

    return build(EN, today, zone=zone, seed=seed)
