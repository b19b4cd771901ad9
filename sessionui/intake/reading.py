"""Reading a file with answers: bytes and the work on the table in, ballots or problems out."""

import re
from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from typing import Final

from sessionui.domain.asking import check_asking
from sessionui.domain.intents.base import Context, carry_out
from sessionui.domain.mapping import Mapping
from sessionui.domain.wording import N_, Refused, Sentence
from sessionui.domain.work import Work
from sessionui.forms.answers import is_answers
from sessionui.intake.answer_files import Source, read_sources, sources_in, sources_of_texts
from sessionui.intake.ballots import answered_in, ballots_of, check_turnout
from sessionui.intake.decoding import decoded
from sessionui.intake.entries import Entry, Reading, indicators_of
from sessionui.intake.imported import Imported
from sessionui.intake.leaving_out import no_row, rows_in
from sessionui.intake.long import long_entries
from sessionui.intake.mails import answers_in_mail
from sessionui.intake.opening import Known, known_by, open_table
from sessionui.intake.plan import known_by_headings, plan_by_headings, plan_by_mapping
from sessionui.intake.problems import Problems
from sessionui.intake.proposing import fuzzy, proposal, sights_of
from sessionui.intake.sheets_taken import sheet_marks, warned
from sessionui.intake.table import NO_HEADINGS, Table
from sessionui.intake.voters import Voters
from sessionui.intake.wide import wide_entries

_NUMBER: Final = re.compile(r"[\d\s.,]+")
_NUMBERS: Final = N_("Reasons that are a number only: {n}. Is that the column with the reasons?")


def read_answers(
    data: bytes, work: Work, mapping: Mapping | None = None, skip: Collection[str] = ()
) -> Imported:
    """The answers in the CSV, XLSX or answer file ``data`` for the round of ``work``.

    ``mapping``: what the columns are, where their headings don't say; ``skip``: the rows, by
    number, that shall be left out. Pure, and never raises for what is in the file: that comes back
    as ``problems``. What comes back without problems is what ``Imported.intent`` takes into this
    very ``work``.
    """
    if mailed := answers_in_mail(data):
        return read_forms(sources_of_texts("", mailed), work, skip)
    if data[:4] not in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0"):
        try:
            text = decoded(data)
        except Refused:
            text = ""  # the table tells what is wrong
        if is_answers(text):
            return read_forms(sources_in("", text), work, skip)
    return _read_table(data, work, mapping, skip)


def read_forms(
    sources: Collection[Source], work: Work, skip: Collection[str] = (), passed_over: int = 0
) -> Imported:
    """What came back from forms; ``skip``: names of sources to leave out. See ``read_answers``.

    ``passed_over``: how many files in the folder are no answers.
    """
    problems = Problems()
    imported = Imported()
    try:
        check_asking(work)
        imported = read_sources(sources, work, problems, skip, passed_over)
        imported = imported.seeing(work)
        _rehearse(imported, work, problems)
    except Refused as refused:
        problems.tell(None, "", refused.sentence)
    return imported.refused(problems.listed()) if problems else imported


def _read_table(
    data: bytes, work: Work, mapping: Mapping | None, skip: Collection[str]
) -> Imported:
    problems = Problems()
    imported = Imported()
    table = None
    try:
        check_asking(work)
        table = _opened(data, work, mapping, problems, rows_in(skip))
        imported = _imported(_entries(table, work, mapping, problems), work, problems)
        imported = imported.seeing(work)
        _rehearse(imported, work, problems)
    except Refused as refused:
        problems.tell(None, "", refused.sentence)
    if table and table.left_out:
        imported = imported.noting(_skipped(table.left_out))
    if problems:
        imported = imported.refused(problems.listed())
    imported = replace(imported, not_left_out=no_row(skip, _can_be_left_out(table, problems)))
    return _with_columns(imported, data, work, mapping)


def _opened(
    data: bytes, work: Work, mapping: Mapping | None, problems: Problems, skip: Collection[int]
) -> Table:
    indicators, _names = indicators_of(work)
    known = known_by_headings(indicators) if mapping is None else known_by(mapping)
    return open_table(data, known, problems, skip)


def _can_be_left_out(table: Table | None, problems: Problems) -> Collection[int] | None:
    """The rows that were left out; one whose problem stays all the same is there as well."""
    if table is None:
        return None
    return {*table.left_out, *(p.row for p in problems.listed() if p.row is not None)}


def _with_columns(imported: Imported, data: bytes, work: Work, mapping: Mapping | None) -> Imported:
    """What came out, with what its columns look like and what they are taken for."""
    known: Known = fuzzy(work) if mapping is None else known_by(mapping)
    try:
        table = open_table(data, known, Problems())
        return replace(
            imported,
            mapping=mapping or proposal(table, work),
            sights=sights_of(table, work),
        )
    except Refused:
        return imported


def _entries(table: Table, work: Work, mapping: Mapping | None, problems: Problems) -> list[Entry]:
    indicators, names = indicators_of(work)
    plan = (
        plan_by_headings(table, indicators)
        if mapping is None
        else plan_by_mapping(table, mapping, indicators, names)
    )
    voters = Voters(work, plan.side or None)
    reading = Reading(table, work.session.rules, voters, indicators, names, problems, plan)
    if plan.layout == "long":
        return long_entries(reading)
    if plan.layout == "wide":
        return wide_entries(reading)
    raise Refused(NO_HEADINGS)


def _imported(entries: list[Entry], work: Work, problems: Problems) -> Imported:
    by_name = work.session.rules.secrecy == "name"
    ballots = ballots_of(entries, work, problems)
    if not by_name:
        check_turnout(entries, ballots, work, problems)
    taken = sheet_marks(entries, work, problems)
    if not entries and not problems:
        raise Refused(N_("There are no answers in this file."))
    answered = answered_in(entries)
    numbers = sum(bool(_NUMBER.fullmatch(e.answer.reason)) for e in entries)
    replaced = (p for p in answered if by_name and work.urn.of_rater(p))
    return Imported(
        ballots=ballots,
        answered=() if by_name else answered,
        replaces=tuple(sorted(map(work.person_name, replaced))),
        notes=(*((Sentence(_NUMBERS, {"n": numbers}),) if numbers else ()), *warned(entries, work)),
        taken=taken,
    )


def _rehearse(imported: Imported, work: Work, problems: Problems) -> None:
    if not problems:
        carry_out(imported.intent, work, _rehearsal())


def _skipped(rows: Collection[int]) -> Sentence:
    return Sentence(N_("Left out as you said: row {rows}."), {"rows": ", ".join(map(str, rows))})


def _rehearsal() -> Context:
    """A moment and ids for a trial of which nothing is kept."""
    numbers = count()
    now = datetime(2000, 1, 1, tzinfo=UTC)
    return Context(now=now, today=now.date(), new_id=lambda: str(next(numbers)))
