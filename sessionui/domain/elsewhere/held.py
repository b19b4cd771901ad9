"""A session that was held elsewhere: to be read here, with its minutes as they were handed out.

Minutes don't hold all that a session is made of (of a round by side there are no marks), so they
can't be made again from it. The document itself is kept and is what every export is made of.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Final, cast, get_args

from sessionui.domain.elsewhere.agreed import began, partnership_with
from sessionui.domain.intents.base import Context
from sessionui.domain.kinds import KINDS, StageKey
from sessionui.domain.minutes.document import AgendaItem, MinutesDocument
from sessionui.domain.partnership import Partnership
from sessionui.domain.scoring import Rules, Turnout, Urn
from sessionui.domain.session import (
    Candidate,
    Closing,
    Confirmation,
    Define,
    Discussion,
    Issue,
    Kpi,
    Parked,
    ReadBack,
    Reopening,
    Session,
    Span,
    StageState,
)
from sessionui.domain.wording import N_, Refused
from sessionui.domain.work import Work

_UNKNOWN: Final = N_("This version doesn't know this kind of session: {kind}.")


def held_elsewhere(
    document: MinutesDocument,
    known: Partnership | None,
    context: Context,
    kept: MinutesDocument | None = None,
) -> Work:
    """The work that minutes tell of, in the partnership as far as it is known here.

    ``kept``: the version of them that was taken in before, which they follow on.

    Raises ``Refused`` for a rehearsal, for a kind or stage of a later version, and when the
    partnership has something else under the same number.
    """
    if document.rehearsal:
        raise Refused(N_("These are of a rehearsal: nothing of it is taken in."))
    stages = tuple(_stage(item) for item in document.agenda)
    if document.kind not in KINDS or not stages:
        raise Refused(_UNKNOWN, kind=document.kind)
    partnership = partnership_with(document, known, context.now, kept)
    session = _session(document, stages, partnership, context.new_id)
    return Work(partnership, session, Urn(id=session.id), Turnout(id=session.id))


def _stage(item: AgendaItem) -> StageState:
    if item.stage not in get_args(StageKey):
        raise Refused(_UNKNOWN, kind=item.stage)
    spans: tuple[Span, ...] = ()
    if item.started_at is not None:
        end = item.started_at + timedelta(seconds=item.used_seconds)
        spans = (Span(start=item.started_at, end=end),)
    return StageState(
        key=cast("StageKey", item.stage),
        minutes=item.minutes,
        skipped=item.skipped,
        done=bool(spans),
        spans=spans,
    )


def _session(
    document: MinutesDocument,
    stages: tuple[StageState, ...],
    partnership: Partnership,
    new_id: Callable[[], str],
) -> Session:
    begun = [stage.key for stage in stages if stage.spans]
    ids = {i.name: i.id for i in partnership.indicators}
    return Session(
        id=document.session_id,
        partnership_id=partnership.id,
        kind=document.kind,
        date=document.date,
        place=document.place,
        facilitator=document.facilitator,
        created=began(document),
        started_at=document.started_at,
        participants=tuple(a.who.id for a in document.attendance),
        presence={a.who.id: a.presence for a in document.attendance},
        stages=stages,
        stage=begun[-1] if begun else stages[0].key,
        rules=Rules.model_validate(document.rules.model_dump()),
        locked_at=began(document) if document.scored else None,
        purpose=document.purpose,
        ground_rules=document.ground_rules,
        adopted_previous=document.adopted_previous,
        issues=tuple(Issue(id=new_id(), **i.model_dump()) for i in document.issues),
        kpis=tuple(Kpi(id=new_id(), **k.model_dump()) for k in document.kpis),
        define=_define(document, new_id),
        order=tuple(i.id for i in document.indicators),
        discussions=tuple(_discussions(document)),
        parked=tuple(
            Parked(id=new_id(), text=p.text, indicator_id=ids.get(p.indicator))
            for p in document.parked
        ),
        read_back=ReadBack(
            read=document.consent is not None,
            objections=document.objections,
            consent=document.consent,
        ),
        closing=Closing.model_validate(document.closing.model_dump()),
        next_session=document.next_session,
        next_noted=True,
        confirmations=tuple(
            Confirmation.model_validate(c.model_dump()) for c in document.confirmations
        ),
        confirmed_at=document.confirmed_at,
        reopenings=tuple(Reopening.model_validate(r.model_dump()) for r in document.reopenings),
        minutes_only=True,
    )


def _define(document: MinutesDocument, new_id: Callable[[], str]) -> Define:
    found: list[Candidate] = []
    for note in document.candidates:
        candidate = Candidate(id=new_id(), side=note.side, text=note.text)
        found.append(candidate)
        found += (
            Candidate(id=new_id(), side=note.side, text=text, merged_into=candidate.id)
            for text in note.merged
        )
    return Define(candidates=tuple(found), shown=bool(found))


def _discussions(document: MinutesDocument) -> list[Discussion]:
    return [
        Discussion(
            indicator_id=item.id,
            revealed_at=began(document) if item.discussed else None,
            reasons_shown=item.discussed,
            first_speaker=item.first_speaker,
            said=item.said,
            heard=item.heard,
            goes_well=item.goes_well,
            agreed_mark=item.agreed_mark,
        )
        for item in document.indicators
    ]
