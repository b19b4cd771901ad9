"""From single answers to ballots, and what would be wrong with those."""

from collections import Counter
from collections.abc import Iterable, Sequence

from sessionui.domain.intents.score import SealBallot
from sessionui.domain.scoring import Answer
from sessionui.domain.sides import SIDES
from sessionui.domain.wording import N_
from sessionui.domain.work import Work
from sessionui.intake.entries import Entry
from sessionui.intake.problems import Problems

Key = tuple[str, str]


def ballots_of(entries: Sequence[Entry], work: Work, problems: Problems) -> tuple[SealBallot, ...]:
    """One ballot a rater, sorted by person, or by what is in them where nobody is named.

    In side secrecy no ballot carries a person and the order of the file is gone.
    """
    by_name = work.session.rules.secrecy == "name"
    groups = _grouped(entries, work, problems)
    ballots = [
        SealBallot(
            group[0].voter.side,
            tuple(sorted((e.answer for e in group), key=_content)),
            rater_id=group[0].voter.person_id if by_name else None,
        )
        for group in groups
    ]
    return tuple(
        sorted(ballots, key=lambda b: (b.side, b.rater_id or "", [_content(a) for a in b.answers]))
    )


def answered_in(entries: Iterable[Entry]) -> tuple[str, ...]:
    """Ids of the people whom the file names as raters, sorted."""
    return tuple(sorted({e.voter.person_id for e in entries if e.voter.person_id}))


def check_turnout(
    entries: Sequence[Entry], ballots: Sequence[SealBallot], work: Work, problems: Problems
) -> None:
    """Note answers by side that were given already, as far as that can be known.

    Nobody can tell whose ballot it is, so none can be replaced; and a side never gets more answers
    than it has raters.
    """
    told = set()
    for entry in entries:
        person_id = entry.voter.person_id
        if person_id in work.turnout.answered and person_id not in told:
            told.add(person_id)
            problems.add(
                entry.row,
                "",
                N_("{name} has already answered. Answers given by side can't be replaced."),
                name=work.person_name(person_id),
            )
    for side in SIDES:
        raters = len(work.raters(side))
        given = [b for b in work.urn.of_side(side) if b.answers]
        count = len(given) + sum(b.side == side for b in ballots)
        if raters and count > raters and any(b.side == side for b in ballots):
            problems.add(
                None,
                "",
                N_(
                    "{side} would have {count} answers from {raters} raters. "
                    "Was this file taken in before?"
                ),
                side=work.names[side],
                count=count,
                raters=raters,
            )


def _grouped(entries: Sequence[Entry], work: Work, problems: Problems) -> list[list[Entry]]:
    groups: dict[Key, list[Entry]] = {}
    first: dict[tuple[Key, str, bool], int] = {}
    times: Counter[tuple[str, str, bool]] = Counter()
    for entry in entries:
        answer = entry.answer
        key = _key(entry, times)
        earlier = first.setdefault((key, answer.indicator_id, answer.own), entry.row)
        if earlier != entry.row:
            problems.add(
                entry.row,
                entry.column,
                N_("There is an answer on {indicator} by the same rater already: row {earlier}."),
                indicator=work.indicator_name(answer.indicator_id),
                earlier=earlier,
            )
            continue
        groups.setdefault(key, []).append(entry)
    return list(groups.values())


def _key(entry: Entry, times: Counter[tuple[str, str, bool]]) -> Key:
    """Which answers belong together.

    Where the file doesn't say it (no name, no form), the second answer of a side on one indicator
    goes with its second answers on the others: figures are made an indicator at a time, so only
    the number of ballots depends on it.
    """
    if entry.voter.person_id is not None:
        return "person", entry.voter.person_id
    side = entry.voter.side
    if entry.sheet:
        return "sheet", f"{side} {entry.sheet}"
    subject = (side, entry.answer.indicator_id, entry.answer.own)
    times[subject] += 1
    return "nth", f"{side} {times[subject]}"


def _content(answer: Answer) -> tuple[str, bool, float, str]:
    return answer.indicator_id, answer.own, answer.mark or 0, answer.reason
