"""Reading a file with answers: bytes and the work on the table in, ballots or problems out."""

from datetime import UTC, datetime
from itertools import count

from sessionui.domain.intents.base import Context, carry_out
from sessionui.domain.wording import N_, Refused
from sessionui.domain.work import Work
from sessionui.intake.ballots import answered_in, ballots_of, check_turnout
from sessionui.intake.decoding import decoded
from sessionui.intake.entries import Entry, Reading, indicators_of
from sessionui.intake.headings import mark_column, role_of
from sessionui.intake.imported import Imported
from sessionui.intake.long import is_long, long_entries
from sessionui.intake.problems import Problems
from sessionui.intake.table import NO_HEADINGS, read_table
from sessionui.intake.voters import Voters
from sessionui.intake.wide import is_wide, wide_entries


def read_answers(data: bytes, work: Work) -> Imported:
    """The answers in the CSV file ``data`` for the round of ``work``.

    Pure, and never raises for what is in the file: that comes back as ``problems``. What comes
    back without problems is what ``Imported.intent`` takes into this very ``work``.
    """
    problems = Problems()
    try:
        _refuse_without_scoring(work)
        entries = _entries(data, work, problems)
        imported = _imported(entries, work, problems)
        if not problems:
            carry_out(imported.intent, work, _rehearsal())
    except Refused as refused:
        problems.tell(None, "", refused.sentence)
    return Imported(problems=problems.listed()) if problems else imported


def _refuse_without_scoring(work: Work) -> None:
    if work.session.stage_state("score") is None:
        raise Refused(N_("This session has no scoring."))
    if not work.items:
        raise Refused(N_("There are no indicators to score yet. Define them first."))
    if work.session.locked:
        raise Refused(N_("Scoring is locked. Unlock it to take in another answer."))


def _entries(data: bytes, work: Work, problems: Problems) -> list[Entry]:
    indicators, names = indicators_of(work)

    def known(heading: str) -> bool:
        return role_of(heading) is not None or mark_column(heading, indicators) is not None

    table = read_table(decoded(data), known, problems)
    reading = Reading(table, work.session.rules, Voters(work), indicators, names, problems)
    if is_long(table):
        return long_entries(reading)
    if is_wide(table, indicators):
        return wide_entries(reading)
    raise Refused(NO_HEADINGS)


def _imported(entries: list[Entry], work: Work, problems: Problems) -> Imported:
    by_name = work.session.rules.secrecy == "name"
    ballots = ballots_of(entries, work, problems)
    if not by_name:
        check_turnout(entries, ballots, work, problems)
    if not entries and not problems:
        raise Refused(N_("There are no answers in this file."))
    answered = answered_in(entries)
    replaced = (p for p in answered if by_name and work.urn.of_rater(p))
    return Imported(
        ballots=ballots,
        answered=() if by_name else answered,
        replaces=tuple(sorted(map(work.person_name, replaced))),
    )


def _rehearsal() -> Context:
    """A moment and ids for a trial of which nothing is kept."""
    numbers = count()
    now = datetime(2000, 1, 1, tzinfo=UTC)
    return Context(now=now, today=now.date(), new_id=lambda: str(next(numbers)))
