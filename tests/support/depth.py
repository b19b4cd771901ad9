"""How much of a cross-product a run looks at: a covering part, or with ``EXHAUSTIVE=1`` all of it.

The part for every day has each value of each axis at least once; what CI runs besides has every
combination.
"""

import os
from collections.abc import Sequence
from typing import TypeVar

Case = TypeVar("Case")

EXHAUSTIVE = os.environ.get("EXHAUSTIVE", "") not in ("", "0")


def everyday(covering: Sequence[Case], everything: Sequence[Case]) -> Sequence[Case]:
    """``covering``, or with ``EXHAUSTIVE=1`` ``everything``; the one is a part of the other."""
    assert all(case in everything for case in covering), "a case that is no case"
    return everything if EXHAUSTIVE else covering
