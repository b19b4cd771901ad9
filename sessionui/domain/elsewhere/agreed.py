"""What minutes tell of a partnership: its people, indicators, actions and decisions."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time
from typing import TypeVar

from sessionui.domain.agreements import Action, ActionEvent, Decision
from sessionui.domain.indicators import Indicator, Revision
from sessionui.domain.minutes.document import (
    ActionMinutes,
    IndicatorMinutes,
    LookedBack,
    MinutesDocument,
    Who,
)
from sessionui.domain.partnership import Contract, Partnership, Person
from sessionui.domain.wording import N_, Refused

Entry = TypeVar("Entry")
Numbered = TypeVar("Numbered", Action, Decision)


def began(document: MinutesDocument) -> datetime:
    """When the session began, or the start of its day."""
    return document.started_at or datetime.combine(document.date, time(), UTC)


def partnership_with(
    document: MinutesDocument,
    known: Partnership | None,
    now: datetime,
    kept: MinutesDocument | None = None,
) -> Partnership:
    """The partnership of the minutes, with what they add to what is known of it.

    What is known stays as it is: the file may be ahead of these minutes. Only what is as ``kept``
    told it, the version before them, becomes as they tell it. Raises ``Refused`` when there is
    another action or decision under the same number.
    """
    before = known or Partnership(
        id=document.partnership_id,
        name_a=document.name_a,
        name_b=document.name_b,
        contract=Contract(
            name=document.contract_name,
            reference=document.contract_reference,
            since=document.contract_since,
        ),
        next_session=document.next_session,
        created=now,
        example=document.example,
    )
    people = _more(before.people, _people(document), "id", _people(kept) if kept else ())
    indicators = _more(
        before.indicators, _indicators(document), "id", _indicators(kept) if kept else ()
    )
    with_both = before.but(people=people, indicators=indicators)
    if kept and before.next_session == kept.next_session:
        with_both = with_both.but(next_session=document.next_session)
    return with_both.but(
        actions=_agreed(
            before.actions,
            tuple(_actions(document, with_both)),
            tuple(_actions(kept, before)) if kept else (),
        ),
        decisions=_agreed(
            before.decisions,
            tuple(_decisions(document, with_both)),
            tuple(_decisions(kept, before)) if kept else (),
        ),
    )


def _more(
    known: Iterable[Entry], told: Iterable[Entry], key: str, was: Iterable[Entry] = ()
) -> tuple[Entry, ...]:
    """What is known and what is told; told again is what is still as it ``was`` told before."""
    found = {getattr(entry, key): entry for entry in known}
    before = {getattr(entry, key): entry for entry in was}
    for entry in told:
        name = getattr(entry, key)
        if name not in found or found[name] == before.get(name):
            found[name] = entry
    return tuple(found.values())


def _agreed(
    known: tuple[Numbered, ...], told: tuple[Numbered, ...], was: tuple[Numbered, ...]
) -> tuple[Numbered, ...]:
    """Actions or decisions by number; one that a later version no longer tells was withdrawn."""
    found = _more(known, told, "number", was)
    _same_numbers(found, told)
    now = {entry.number for entry in told}
    gone = [entry for entry in was if entry.number not in now]
    return _by_number(tuple(e.but(withdrawn=True) if e in gone else e for e in found))


def _by_number(entries: tuple[Numbered, ...]) -> tuple[Numbered, ...]:
    return tuple(sorted(entries, key=lambda entry: entry.number))


def _same_numbers(known: Iterable[Action | Decision], told: Iterable[Action | Decision]) -> None:
    texts = {entry.number: entry.text for entry in known}
    for entry in told:
        if texts.get(entry.number, entry.text) != entry.text:
            raise Refused(
                N_("This file has another action or decision {number} for the same partnership."),
                number=entry.number,
            )


def _people(document: MinutesDocument) -> Iterator[Person]:
    for who in _everybody(document):
        yield Person(id=who.id, name=who.name, role=who.role, side=who.side)


def _everybody(document: MinutesDocument) -> Iterator[Who]:
    yield from (attendee.who for attendee in document.attendance)
    owners = [a.owner for a in document.actions] + [b.owner for b in document.looked_back]
    yield from filter(None, owners)
    for item in document.indicators:
        for scores in (item.a, item.b, item.own_a, item.own_b):
            if scores:
                raters = [m.rater for m in scores.marks] + [r.rater for r in scores.reasons]
                yield from filter(None, raters)


def _indicators(document: MinutesDocument) -> Iterator[Indicator]:
    for item in document.indicators:
        yield Indicator(
            id=item.id,
            revisions=tuple(_revisions(document, item)),
            in_force=not item.ended,
            ended_reason=item.ended_reason,
        )


def _revisions(document: MinutesDocument, item: IndicatorMinutes) -> Iterator[Revision]:
    """The wording that was scored, and those made in this session."""
    found = {
        item.revision: Revision(
            number=item.revision, name=item.name, meaning=item.meaning, at=began(document)
        )
    }
    for note in item.revised:
        found[note.number] = Revision(
            number=note.number,
            name=note.name,
            meaning=note.meaning,
            reason=note.reason,
            at=note.at,
            session_id=document.session_id,
        )
    yield from (found[number] for number in sorted(found))


def _actions(document: MinutesDocument, partnership: Partnership) -> Iterator[Action]:
    told = {back.number: back for back in document.looked_back}
    for action in document.actions:
        yield _action(document, partnership, action, told.pop(action.number, None))
    for back in told.values():
        yield _action(document, partnership, back, back)


def _action(
    document: MinutesDocument,
    partnership: Partnership,
    action: ActionMinutes | LookedBack,
    back: LookedBack | None,
) -> Action:
    mine = isinstance(action, ActionMinutes) and action.from_this_session
    agreed = began(document) if mine else datetime.combine(action.agreed_on, time(), UTC)
    return Action(
        number=action.number,
        text=action.text,
        done_when=action.done_when,
        owner_id=action.owner.id if action.owner else None,
        due=back.due if back else action.due,
        indicator_id=_indicator_id(partnership, action.indicator),
        quick_win=isinstance(action, ActionMinutes) and action.quick_win,
        session_id=document.session_id if mine else None,
        at=agreed,
        sides_before=action.sides_before,
        events=tuple(_events(document, action, back, agreed)),
    )


def _events(
    document: MinutesDocument,
    action: ActionMinutes | LookedBack,
    back: LookedBack | None,
    agreed: datetime,
) -> Iterator[ActionEvent]:
    """As often postponed as the minutes count; when it was before, they don't say."""
    outcome = back.outcome if back else None
    told = back.told if back else ()
    counted = (outcome == "postponed") + sum(note.outcome == "postponed" for note in told)
    earlier = max(action.times_postponed - counted, 0)
    moved = back.due_before if back and not any(note.new_due for note in told) else None
    for n in range(earlier):
        # Only the date that counted in the end is said.
        yield ActionEvent(outcome="postponed", at=agreed, due=moved if n == earlier - 1 else None)
    for note in told:
        at = min(datetime.combine(note.on, time(), UTC), began(document))
        yield ActionEvent(outcome=note.outcome, at=at, note=note.note, due=note.new_due)
    if back and outcome:
        yield ActionEvent(
            outcome=outcome,
            at=began(document),
            session_id=document.session_id,
            note=back.note,
            due=back.new_due,
        )


def _decisions(document: MinutesDocument, partnership: Partnership) -> Iterator[Decision]:
    for decision in document.decisions:
        yield Decision(
            number=decision.number,
            text=decision.text,
            indicator_id=_indicator_id(partnership, decision.indicator),
            session_id=document.session_id,
            at=began(document),
        )


def _indicator_id(partnership: Partnership, name: str) -> str | None:
    """The minutes name indicators; the last one with that name is meant."""
    return next((i.id for i in reversed(partnership.indicators) if name and i.name == name), None)
