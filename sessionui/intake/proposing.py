"""Guessing what the columns of a form maker's export are, for somebody to correct.

Names come first, what stands in the columns settles the rest: a column of marks isn't a reason,
and the rater's column is the one whose cells name people. Form makers put whole questions into
headings ("How open is Helderwit? (Openness)"), and the reason right after its mark.
"""

from collections.abc import Callable, Sequence
from typing import Final

from sessionui.domain.mapping import ColumnSight, ColumnUse, Looks, Mapping, Use
from sessionui.domain.similar import alikeness
from sessionui.domain.work import Work
from sessionui.intake.cells import looks_like_mark
from sessionui.intake.entries import indicators_of
from sessionui.intake.headings import mark_column, role_of
from sessionui.intake.names import Lookup, fold
from sessionui.intake.table import Table
from sessionui.intake.voters import Voters

ALIKE: Final = 0.5
"""Likeness from which a heading counts as an indicator's name with a slip of the pen."""

_REASON_WORDS: Final = """
    reason reasons why because comment comments explain explanation example motivate
    reden redenen waarom omdat opmerking opmerkingen toelichting licht onderbouwing onderbouw
    uitleg voorbeeld motiveer motivatie
"""
_OWN_WORDS: Final = """
    own self yourself yourselves ourselves our eigen zelf onszelf zelfinschatting zelfbeeld
"""
_RATER_WORDS: Final = "name naam rater beoordelaar who wie participant deelnemer"
_SIDE_WORDS: Final = """
    side party organisation organization company kant zijde partij organisatie bedrijf
"""
_USES: Final[tuple[tuple[Use, str], ...]] = (
    ("reason", _REASON_WORDS),
    ("rater", _RATER_WORDS),
    ("side", _SIDE_WORDS),
)
_BY_LOOKS: Final[dict[Looks, Use]] = {
    "indicators": "indicator",
    "raters": "rater",
    "sides": "side",
    "marks": "mark",
}


def sights_of(table: Table, work: Work) -> tuple[ColumnSight, ...]:
    """What each column looks like; of no mark anything but that it is one."""
    indicators, _names = indicators_of(work)
    voters = Voters(work)
    tests: list[tuple[Looks, Callable[[str], bool]]] = [
        ("raters", voters.is_person),
        ("sides", voters.is_side),
        ("indicators", lambda cell: indicators.one(cell) is not None),
        ("marks", looks_like_mark),
        ("words", lambda cell: any(c.isalpha() for c in cell)),
    ]
    return tuple(
        _sight(heading, [row.cells[n] for row in table.rows], tests)
        for n, heading in enumerate(table.headings)
    )


def proposal(table: Table, work: Work) -> Mapping:
    """What the columns most likely are. It always covers every column."""
    indicators, names = indicators_of(work)
    sights = sights_of(table, work)
    looks = {sight.looks for sight in sights}
    if {"indicators", "marks"} <= looks:
        return Mapping(columns=tuple(_only_one([_long(s) for s in sights], sights)))
    uses = _only_one([_wide(s, indicators, names) for s in sights], sights)
    return Mapping(columns=tuple(_with_reasons(uses, sights)))


def fuzzy(work: Work) -> Callable[[str], bool]:
    """Tells a heading that may be understood, to find the row in which the headings stand."""
    _indicators, names = indicators_of(work)

    def known(heading: str) -> bool:
        if role_of(heading) is not None or _by_words(heading) != "ignore":
            return True
        return bool(heading.strip() and _indicator(heading, names))

    return known


def _sight(
    heading: str, cells: Sequence[str], tests: Sequence[tuple[Looks, Callable[[str], bool]]]
) -> ColumnSight:
    filled = [cell for cell in cells if cell.strip()]
    if not filled:
        return ColumnSight(heading=heading, filled=0, looks="empty")
    for looks, test in tests:
        if sum(map(test, filled)) * 2 > len(filled):
            return ColumnSight(heading=heading, filled=len(filled), looks=looks)
    return ColumnSight(heading=heading, filled=len(filled), looks="other")


def _long(sight: ColumnSight) -> ColumnUse:
    role = role_of(sight.heading)
    use: Use = "ignore"
    if role is not None and role != "ignored":
        use = role
    elif role is None:
        use = _BY_LOOKS.get(sight.looks) or _by_words(sight.heading)
    return ColumnUse(heading=sight.heading, use=use)


def _wide(sight: ColumnSight, indicators: Lookup[str], names: dict[str, str]) -> ColumnUse:
    heading = sight.heading
    exact = mark_column(heading, indicators)
    if exact is not None:
        use: Use = "reason" if exact.reason else "mark"
        return _about(heading, use, exact.indicator_id, own=exact.own)
    personal = _personal(sight)
    if personal is not None:
        return ColumnUse(heading=heading, use=personal)
    indicator_id = _indicator(heading, names)
    if indicator_id:
        reason = sight.looks == "words" or (
            sight.looks != "marks" and _speaks_of(heading, _REASON_WORDS)
        )
        own = _speaks_of(heading, _OWN_WORDS)
        return _about(heading, "reason" if reason else "mark", indicator_id, own=own)
    by_words = _by_words(heading)
    if by_words in ("rater", "side") and sight.looks != "marks":
        return ColumnUse(heading=heading, use=by_words)
    return ColumnUse(heading=heading, use="ignore")


def _personal(sight: ColumnSight) -> Use | None:
    """What a column is that says who answers; ``None`` for one that may hold answers."""
    role = role_of(sight.heading)
    if sight.looks == "raters" or role == "rater":
        return "rater"
    if sight.looks == "sides" or role == "side":
        return "side"
    if role == "form":
        return "form"
    return "ignore" if role == "ignored" else None


def _about(heading: str, use: Use, indicator_id: str, *, own: bool) -> ColumnUse:
    return ColumnUse(heading=heading, use=use, indicator=indicator_id, own=own)


def _speaks_of(heading: str, words: str) -> bool:
    return bool(set(fold(heading).split()) & set(words.split()))


def _by_words(heading: str) -> Use:
    return next((use for use, words in _USES if _speaks_of(heading, words)), "ignore")


def _indicator(heading: str, names: dict[str, str]) -> str:
    """The indicator that a heading speaks of: named in it, else alike, if that is but one."""
    text = f" {fold(heading)} "
    named = [i for i, name in names.items() if fold(name) and f" {fold(name)} " in text]
    if len(named) > 1:
        longest = max(len(fold(names[i])) for i in named)
        named = [i for i in named if len(fold(names[i])) == longest]
    if len(named) == 1:
        return named[0]
    alike = [i for i, name in names.items() if alikeness(heading, name) >= ALIKE]
    return alike[0] if len(alike) == 1 and not named else ""


def _only_one(uses: list[ColumnUse], sights: Sequence[ColumnSight]) -> list[ColumnUse]:
    """At most one column for the rater, side and form; the one that its cells speak for."""
    single: tuple[tuple[Use, Looks], ...] = (
        ("rater", "raters"),
        ("side", "sides"),
        ("form", "empty"),
    )
    for use, looks in single:
        places = [n for n, u in enumerate(uses) if u.use == use]
        speaking = [n for n in places if sights[n].looks == looks]
        for n in places:
            if n != (speaking or places)[0]:
                uses[n] = ColumnUse(heading=uses[n].heading, use="ignore")
    return uses


def _with_reasons(uses: list[ColumnUse], sights: Sequence[ColumnSight]) -> list[ColumnUse]:
    """Of two columns for the same the first stays; a bare reason is of the mark before it."""
    seen: set[tuple[Use, str, bool]] = set()
    last: ColumnUse | None = None
    for n, use in enumerate(uses):
        words = sights[n].looks in ("words", "empty")
        if use.use == "ignore" and last and words and _by_words(use.heading) == "reason":
            uses[n] = last.but(heading=use.heading, use="reason")
        now = uses[n]
        if now.use in ("mark", "reason"):
            if (now.use, now.indicator, now.own) in seen:
                uses[n] = ColumnUse(heading=use.heading, use="ignore")
            seen.add((now.use, now.indicator, now.own))
        if now.use != "reason":
            last = now if now.use == "mark" else None
    return uses
