"""Answer files of forms: one, several in a folder, or blocks of text out of mails."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace

from sessionui.domain.scoring import Saved
from sessionui.domain.sides import SIDES
from sessionui.domain.wording import N_, Refused, Sentence
from sessionui.domain.work import Work
from sessionui.forms.answers import BEGIN, END, blocks_in
from sessionui.forms.judge import Received, judged
from sessionui.intake.doubles import Found, counting
from sessionui.intake.imported import Imported
from sessionui.intake.leaving_out import no_source
from sessionui.intake.problems import Problems
from sessionui.text import one_line


@dataclass(frozen=True)
class Source:
    """Text that should be one answer, and the name of the file it comes from, or ``""``."""

    name: str
    text: str = field(repr=False)


def sources_in(name: str, text: str) -> tuple[Source, ...]:
    """The answers in a file, or in the text of a mail with any number of blocks."""
    if BEGIN not in text:
        return (Source(name, text),)
    blocks = blocks_in(text)
    if len(blocks) < max(text.count(BEGIN), text.count(END)):
        blocks = (*blocks, "")  # one has lost an end: it must be told, not passed over
    if len(blocks) == 1:
        return (Source(name, blocks[0]),)
    return tuple(Source(f"{name} #{n}".strip(), block) for n, block in enumerate(blocks, 1))


def sources_of_texts(name: str, texts: Collection[str]) -> tuple[Source, ...]:
    """The answers in several texts out of one mail, which has that name."""
    found = [source.text for text in texts for source in sources_in(name, text)]
    if len(found) == 1:
        return (Source(name, found[0]),)
    return tuple(Source(f"{name} #{n}".strip(), text) for n, text in enumerate(found, 1))


def read_sources(
    sources: Iterable[Source],
    work: Work,
    problems: Problems,
    skip: Collection[str] = (),
    passed_over: int = 0,
) -> Imported:
    """The answers that count; what is wrong with the others goes to ``problems``, by source.

    Of several answers of one rater one counts (see ``counting``), and one that was taken in before
    changes nothing: that is noted. Raises ``Refused`` when there is no answer at all.
    """
    groups: dict[str, list[Found]] = {}
    notes: list[Sentence] = []
    left_out: list[str] = []
    for source in sources:
        if source.name and one_line(source.name) in skip:
            left_out.append(one_line(source.name))
            continue
        received = _judged(source, work, problems)
        if received is not None:
            groups.setdefault(received.key, []).append(Found(source.name, received))
    news: list[Received] = []
    same = 0
    for group in groups.values():
        chosen = counting(group, problems, notes)
        news += [chosen] if chosen else []
        same += 0 if chosen else sum(found.received.same for found in group)
    _check_counts(news, work, problems)
    notes += _counted(same, len(left_out), passed_over)
    missing = no_source(skip, left_out)
    if not groups and not problems and missing is None:
        raise Refused(N_("There are no answers of forms here."))
    imported = _imported(news, work).noting(*notes)
    found = [one.received for group in groups.values() for one in group]
    marks = tuple(sorted({received.mark for received in found if not received.late}))
    return replace(imported, taken=marks, not_left_out=missing)


def _judged(source: Source, work: Work, problems: Problems) -> Received | None:
    try:
        return judged(source.text, work)
    except Refused as refused:
        problems.tell_source(source.name, refused.sentence)
        return None


def _check_counts(news: Collection[Received], work: Work, problems: Problems) -> None:
    """By side, more answers than raters tell of a form that was filled in twice."""
    if work.session.rules.secrecy == "name":
        return
    for side in SIDES:
        more = sum(r.ballot.side == side and not r.earlier for r in news)
        raters, count = len(work.raters(side)), len(work.urn.of_side(side)) + more
        if raters and more and count > raters:
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


def _counted(same: int, left_out: int, passed_over: int) -> list[Sentence]:
    counted = (
        (N_("Taken in before, and the same now: {n}."), same),
        (N_("Left out as you said: {n}."), left_out),
        (N_("Other files in the folder, passed over: {n}."), passed_over),
    )
    return [Sentence(template, {"n": n}) for template, n in counted if n]


def _imported(news: Collection[Received], work: Work) -> Imported:
    by_name = work.session.rules.secrecy == "name"
    replaced = [r.ballot.rater_id for r in news if r.earlier and by_name]
    ballots = sorted((r.ballot for r in news), key=lambda b: (b.side, b.rater_id or b.receipt))
    imported = Imported(
        ballots=tuple(ballots),
        replaces=tuple(sorted(map(work.person_name, replaced))),
        saved=tuple(Saved(rater_id=r.key, at=r.saved) for r in news if by_name and r.saved),
    )
    unnamed = sum(r.earlier for r in news) - len(replaced)
    if unnamed:
        again = Sentence(N_("Answers that replace those of the same form: {n}."), {"n": unnamed})
        imported = imported.noting(again)
    return imported
